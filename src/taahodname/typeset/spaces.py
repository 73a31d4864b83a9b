"""Spaces: which characters part words, and whether the rules of a font may reach over them."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

import uharfbuzz as hb

SPACES = frozenset(" \u2002\u2003\u2009")
"""The spaces at which a line may end."""

PARTING = SPACES | frozenset("\u00a0\u202f")
"""All characters that part one word from the next; a line does not end at the last two."""


class _Kind(Enum):
    """A lookup that looks at more than one glyph (but those that attach a mark pass over marks only)."""

    LIGATURE = "several glyphs become one"
    PAIR = "two neighbours are moved"
    CURSIVE = "a glyph's entry is tied to another's exit"
    CONTEXT = "something is done to a sequence of glyphs"
    CHAIN = "the same, between what stands before and behind it"
    REVERSE = "one glyph is exchanged, between what stands before and behind it"
    EXTENSION = "another lookup, further away in the table"


_KINDS = {
    "GSUB": {4: _Kind.LIGATURE, 5: _Kind.CONTEXT, 6: _Kind.CHAIN, 7: _Kind.EXTENSION, 8: _Kind.REVERSE},
    "GPOS": {2: _Kind.PAIR, 3: _Kind.CURSIVE, 7: _Kind.CONTEXT, 8: _Kind.CHAIN, 9: _Kind.EXTENSION},
}
# The flags by which a lookup passes over glyphs, by the class that GDEF gives them.
_PASSING = {1: 0x0002, 2: 0x0004}
_BASE, _MARK = 1, 3
# Apple's tables for the same things, which HarfBuzz obeys; nobody looks into them here.
_APPLE = frozenset({"morx", "mort", "kerx", "trak"})
_MOST_NUMBERS = 2_000_000  # a table that holds more is not read to its end


def reaches_over_spaces(face: hb.Face, spaces: Iterable[int]) -> bool:
    """Return whether a rule of a font may join what stands on the two sides of a space; in doubt, True.

    That is a rule with a space in its context, one that makes a sign of a space and what stands before it,
    a cursive space, or a rule that passes over spaces by its flags. A pair that is kerned, or any other rule
    that a word has with a space beside it, is none of them: it shows when the word is shaped between spaces.

    Args:
        face: the font.
        spaces: the glyphs of its spaces.

    Source: OpenType, chapters GSUB, GPOS, GDEF and «OpenType Layout Common Table Formats».
    """
    tables = set(face.table_tags)
    wanted = frozenset(spaces)
    classes = {_class_of(face, gid) for gid in wanted}
    if tables & _APPLE or _MARK in classes:
        return True
    passing = sum(_PASSING.get(number, 0) for number in classes)
    try:
        return any(
            _Rules(bytes(face.reference_table(tag).data or b""), kinds, wanted, passing).reach()
            for tag, kinds in _KINDS.items()
            if tag in tables
        )
    except (struct.error, _UnknownError):
        return True


def _class_of(face: hb.Face, gid: int) -> int:
    # Without classes in the font HarfBuzz makes its own by Unicode, and a space is a base.
    return int(face.get_layout_glyph_class(gid)) if face.has_layout_glyph_classes else _BASE


class _UnknownError(Exception):
    """A table is of a form that nobody knows, or larger than anybody needs."""


class _Rules:
    """The lookups of one table.

    Args:
        data: the table.
        kinds: the lookups that matter, by their number in this table.
        spaces: the glyphs of spaces.
        passing: the flags by which a lookup passes over these.
    """

    def __init__(self, data: bytes, kinds: dict[int, _Kind], spaces: frozenset[int], passing: int) -> None:
        self._data = data
        self._kinds = kinds
        self._spaces = spaces
        self._passing = passing
        self._left = _MOST_NUMBERS

    def reach(self) -> bool:
        """Return whether any lookup reaches over a space.

        Raises:
            struct.error: when the table ends too early.
            _UnknownError: when it cannot be read.
        """
        start = self._number(8)
        return any(self._lookup(start + offset) for offset in self._list(start)) if start else False

    # Numbers ---------------------------------------------------------------------------------------

    def _number(self, at: int) -> int:
        return self._numbers(at, 1)[0]

    def _numbers(self, at: int, count: int) -> tuple[int, ...]:
        self._left -= count + 1
        if self._left < 0:
            raise _UnknownError
        return struct.unpack_from(f">{max(count, 0)}H", self._data, at)

    def _list(self, at: int, *, without: int = 0) -> tuple[int, ...]:
        """Return the numbers behind their count; `without` of those that are counted are not there."""
        return self._numbers(at + 2, self._number(at) - without)

    def _lists(self, at: int, withouts: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Yield lists that follow one another."""
        for without in withouts:
            found = self._list(at, without=without)
            yield found
            at += 2 + 2 * len(found)

    def _triples(self, at: int) -> Iterator[tuple[int, int, int]]:
        """Yield first, last and value of the ranges behind their count."""
        numbers = iter(self._numbers(at + 2, 3 * self._number(at)))
        yield from zip(numbers, numbers, numbers, strict=True)

    # What a table says of spaces -------------------------------------------------------------------

    def _covers(self, at: int) -> bool:
        """Return whether a coverage holds a space."""
        form = self._number(at)
        if form == 1:
            return not self._spaces.isdisjoint(self._list(at + 2))
        if form == 2:
            return any(
                first <= gid <= last for first, last, _ in self._triples(at + 2) for gid in self._spaces
            )
        raise _UnknownError

    def _classes(self, at: int) -> frozenset[int]:
        """Return the classes of the spaces; a glyph that is not named is of class 0."""
        form = self._number(at)
        if form == 1:
            first, values = self._number(at + 2), self._list(at + 4)
            named = {gid: values[gid - first] for gid in self._spaces if 0 <= gid - first < len(values)}
        elif form == 2:
            ranges = list(self._triples(at + 2))
            named = {g: value for first, last, value in ranges for g in self._spaces if first <= g <= last}
        else:
            raise _UnknownError
        return frozenset(named.get(gid, 0) for gid in self._spaces)

    # Lookups ---------------------------------------------------------------------------------------

    def _lookup(self, at: int) -> bool:
        number, flags = self._numbers(at, 2)
        for offset in self._list(at + 4):
            subtable, kind = at + offset, self._kinds.get(number)
            if kind is _Kind.EXTENSION:
                _, number_there, high, low = self._numbers(subtable, 4)
                subtable, kind = subtable + (high << 16) + low, self._kinds.get(number_there)
            if kind is not None and (flags & self._passing or self._sees(kind, subtable)):
                return True
        return False

    def _sees(self, kind: _Kind, at: int) -> bool:
        """Return whether a subtable has a space where glyphs may stand on both sides of it."""
        form = self._number(at)
        if kind is _Kind.PAIR:
            return False
        if kind in (_Kind.CONTEXT, _Kind.CHAIN) and form in (1, 2):
            return self._in_rules(kind, at, by_class=form == 2)
        if kind in (_Kind.CONTEXT, _Kind.CHAIN) and form == 3:
            lists = self._lists(at + 2, (0, 0, 0)) if kind is _Kind.CHAIN else [self._counted_twice(at + 2)]
            return any(self._covers(at + offset) for found in lists for offset in found)
        if form != 1:
            raise _UnknownError
        if kind is _Kind.LIGATURE:
            rules = self._rules(at, at + 4)
            return any(not self._spaces.isdisjoint(self._list(rule + 2, without=1)) for rule in rules)
        first = self._number(at + 2)
        around = self._lists(at + 4, (0, 0)) if kind is _Kind.REVERSE else ()
        return self._covers(at + first) or any(self._covers(at + o) for found in around for o in found)

    def _counted_twice(self, at: int) -> tuple[int, ...]:
        """Return the numbers behind their count and the count of something else."""
        return self._numbers(at + 4, self._number(at))

    def _rules(self, base: int, at: int) -> Iterator[int]:
        """Yield the places of the rules in the sets that are listed at a place."""
        for one in self._list(at):
            if one:  # a class that begins no rule has no set
                yield from (base + one + offset for offset in self._list(base + one))

    def _in_rules(self, kind: _Kind, at: int, *, by_class: bool) -> bool:
        if self._covers(at + self._number(at + 2)):
            return True
        count = (3 if kind is _Kind.CHAIN else 1) if by_class else 0
        names = [
            self._classes(at + offset) if offset else frozenset({0})
            for offset in self._numbers(at + 4, count)
        ]
        for rule in self._rules(at, at + 4 + 2 * count):
            if kind is _Kind.CHAIN:
                zones = list(self._lists(rule, (0, 1, 0)))
            else:
                zones = [self._numbers(rule + 4, self._number(rule) - 1)]
            for place, zone in enumerate(zones):
                if not (names[place] if by_class else self._spaces).isdisjoint(zone):
                    return True
        return False
