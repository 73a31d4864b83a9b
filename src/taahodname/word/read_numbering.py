"""Automatic numbering: which label a paragraph bears, and the indents that come with it (ECMA-376 §17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from taahodname.persian.counters import counted, is_way
from taahodname.word.markup import Element, integer, is_on
from taahodname.word.names import qn
from taahodname.word.package import Package
from taahodname.word.styles import Styles, styles_of
from taahodname.word.symbols import is_symbol_font, meaning

_LEVELS = 9
_DEEPEST = 10  # links from numbering to style and back, more than any file has
Suffix = Literal["tab", "space", "nothing"]


class Level(Struct, frozen=True):
    """One level of a list: its `w:lvl`, and the number it begins with."""

    element: Element
    start: int

    def value(self, name: str, default: str = "") -> str:
        """Return the value of one of its properties."""
        found = self.element.find(qn(name))
        return default if found is None else found.get(qn("w:val"), default)

    @property
    def paragraph(self) -> Element | None:
        """The indents and tabs that it gives its paragraphs."""
        return self.element.find(qn("w:pPr"))

    @property
    def text(self) -> Element | None:
        """The look of its label."""
        return self.element.find(qn("w:rPr"))


class Label(Struct, frozen=True):
    """The label of one paragraph.

    Attributes:
        text: its characters.
        suffix: what parts it from the text.
        align: «left», «center» or «right»: which part of it stands at its place.
        level: where it comes from.
        symbol: its characters were those of a symbol font, whose name says nothing any more.
    """

    text: str
    suffix: Suffix
    align: str
    level: Level
    symbol: bool = False


class UnknownNumbering(ValueError):
    """A list numbers in a way that is not known; the argument is its name."""


class Numbering(Struct):
    """The lists of one package, and how far each has counted."""

    styles: Styles
    _nums: dict[str, Element] = field(default_factory=dict)
    _abstract: dict[str, Element] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)
    _levels: dict[tuple[str, int], Level | None] = field(default_factory=dict)

    def anew(self) -> Numbering:
        """Return the same lists, none of them begun: a head counts for itself."""
        return replace(self, _counts={}, _begun=set())

    def place(self, chain: Iterable[Element], own: Element | None) -> tuple[str, int] | None:
        """Return the list and the level of a paragraph, or None where it bears no number.

        Args:
            chain: its styles, the farthest first.
            own: its own `w:pPr`.
        """
        if not self._nums:
            return None
        number, depth, style_id = "", None, ""
        layers = [(style.find(qn("w:pPr")), style.get(qn("w:styleId"), "")) for style in chain]
        for props, identifier in (*layers, (own, "")):
            numbering = None if props is None else props.find(qn("w:numPr"))
            if numbering is None:
                continue
            id_, level = numbering.find(qn("w:numId")), numbering.find(qn("w:ilvl"))
            if id_ is not None:
                number, depth, style_id = id_.get(qn("w:val"), ""), None, identifier
            if level is not None:
                depth = integer(level, 0)
        if number in ("", "0") or number not in self._nums:
            return None
        if depth is None:
            depth = self._depth_of_style(number, style_id)
        return number, min(max(depth, 0), _LEVELS - 1)

    def _depth_of_style(self, number: str, style_id: str) -> int:
        """Return the level that names a style as its own (§17.9.23), or the first."""
        for depth in range(_LEVELS if style_id else 0):
            level = self.level(number, depth)
            if level is not None and level.value("w:pStyle") == style_id:
                return depth
        return 0

    def level(self, number: str, depth: int) -> Level | None:
        """Return a level of a list, with what the list changes in it."""
        key = number, depth
        if key not in self._levels:
            self._levels[key] = self._find_level(number, depth)
        return self._levels[key]

    def _find_level(self, number: str, depth: int) -> Level | None:
        num = self._nums[number]
        found = _level_of(self._abstract_of(number), depth)
        override = next(
            (one for one in num.iterfind(qn("w:lvlOverride")) if integer(one, -1, "w:ilvl") == depth), None
        )
        own = None if override is None else override.find(qn("w:lvl"))
        found = found if own is None else own
        if found is None:
            return None
        start = found.find(qn("w:start"))
        forced = None if override is None else override.find(qn("w:startOverride"))
        return Level(found, integer(start if forced is None else forced, 0 if start is None else 1))

    def _abstract_of(self, number: str) -> Element | None:
        """Return the definition behind a list; one that only points to a style is followed (§17.9.21)."""
        for _ in range(_DEEPEST):
            link = None if number not in self._nums else self._nums[number].find(qn("w:abstractNumId"))
            found = None if link is None else self._abstract.get(link.get(qn("w:val"), ""))
            style = None if found is None else found.find(qn("w:numStyleLink"))
            if style is None:
                return found
            sheet = self.styles.get(style.get(qn("w:val"), ""))
            id_ = None if sheet is None else sheet.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
            if id_ is None or id_.get(qn("w:val"), "") == number:
                return found
            number = id_.get(qn("w:val"), "")
        return None

    def label(self, number: str, depth: int, *, rtl: bool) -> Label | None:
        """Count one paragraph on and return its label.

        Args:
            number, depth: what `place` said.
            rtl: the direction of the paragraph; a right-to-left one has Persian digits.

        Raises:
            UnknownNumbering: when the list counts in a way that is not known.
        """
        level = self.level(number, depth)
        if level is None:
            return None
        counts = self._count(number, depth, level)
        text, symbol = self._text(number, level, counts, rtl=rtl)
        suffix = level.value("w:suff", "tab")
        return Label(
            text,
            "space" if suffix == "space" else "nothing" if suffix == "nothing" else "tab",
            level.value("w:lvlJc", "left"),
            level,
            symbol,
        )

    def label_of(self, paragraph: Element) -> tuple[int, Label] | None:
        """Count the list of one paragraph on, by its own styles, and return its level and its label.

        Args:
            paragraph: the w:p.

        Raises:
            UnknownNumbering: when the list counts in a way that is not known.
        """
        own = paragraph.find(qn("w:pPr"))
        named = None if own is None else own.find(qn("w:pStyle"))
        style = self.styles.default("paragraph") if named is None else named.get(qn("w:val"))
        place = self.place(list(self.styles.chain(style))[::-1], own)
        label = None if place is None else self.label(*place, rtl=self.styles.is_bidi(paragraph))
        return None if place is None or label is None else (place[1], label)

    def _count(self, number: str, depth: int, level: Level) -> list[int | None]:
        """Count on. Lists of one definition go on counting together, until one says where it begins."""
        abstract = self._abstract_of(number)
        key = "" if abstract is None else abstract.get(qn("w:abstractNumId"), "")
        counts = self._counts.setdefault(key, [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for override in self._nums[number].iterfind(qn("w:lvlOverride")):
                at = integer(override, -1, "w:ilvl")
                if override.find(qn("w:startOverride")) is not None and 0 <= at < _LEVELS:
                    counts[at] = None
        before = counts[depth]
        counts[depth] = level.start if before is None else before + 1
        for deeper in range(depth + 1, _LEVELS):
            below = self.level(number, deeper)
            restart = None if below is None else below.element.find(qn("w:lvlRestart"))
            # Without a word it restarts behind any level above it (§17.9.11); the value counts from 1.
            if restart is None or depth < integer(restart, deeper):
                counts[deeper] = None
        return counts

    def _text(self, number: str, level: Level, counts: list[int | None], *, rtl: bool) -> tuple[str, bool]:
        pattern = level.value("w:lvlText")
        if level.element.find(qn("w:lvlPicBulletId")) is not None:
            raise UnknownNumbering("نشانهٔ تصویری (w:lvlPicBulletId)")
        if _way(level) == "bullet":
            return _bullet(pattern, level)
        legal = is_on(level.element.find(qn("w:isLgl")))

        def say(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            other = self.level(number, depth)
            if other is None:
                return ""
            count = counts[depth]
            way = _way(other)
            # «Legal» numbering has plain numbers on every level (§17.9.4).
            return _said(other.start if count is None else count, "decimal" if legal else way, other, rtl=rtl)

        return re.sub("%([1-9])", say, pattern), False


def _way(level: Level) -> str:
    return level.value("w:numFmt", "decimal")


def _said(number: int, way: str, level: Level, *, rtl: bool) -> str:
    if way == "custom":
        return _custom(number, level, rtl=rtl)
    if not is_way(way):
        raise UnknownNumbering(f"شماره‌گذاری از نوع {way} (w:numFmt)")
    return counted(number, way, persian=rtl)


def _custom(number: int, level: Level, *, rtl: bool) -> str:
    """Return a number with as many digits as the sample has («001, 002, 003, ...»)."""
    element = level.element.find(qn("w:numFmt"))
    sample = "" if element is None else element.get(qn("w:format"), "")
    first = re.fullmatch(r"(0+1), .*", sample)
    if first is None:
        raise UnknownNumbering(f"شماره‌گذاری دلخواه «{sample}» (w:numFmt)")
    plain = str(number).zfill(len(first[1]))
    return counted(0, persian=rtl) * (len(plain) - len(str(number))) + counted(number, persian=rtl)


def _bullet(pattern: str, level: Level) -> tuple[str, bool]:
    fonts = None if level.text is None else level.text.find(qn("w:rFonts"))
    family = "" if fonts is None else fonts.get(qn("w:ascii"), "") or fonts.get(qn("w:hAnsi"), "")
    if not is_symbol_font(family) and not any("\uf000" <= char <= "\uf0ff" for char in pattern):
        return pattern, False
    signs = [meaning(family, char) for char in pattern]
    if None in signs:
        codes = " ".join(f"{ord(char):04X}" for char in pattern)
        raise UnknownNumbering(f"نشانهٔ {codes} از قلم {family} (w:lvlText)")
    return "".join(sign for sign in signs if sign), True


def _level_of(abstract: Element | None, depth: int) -> Element | None:
    for level in () if abstract is None else abstract.iterfind(qn("w:lvl")):
        if integer(level, -1, "w:ilvl") == depth:
            return level
    return None


def numbering_of(package: Package, styles: Styles | None = None) -> Numbering:
    """Return the lists of a package, none of them begun.

    Args:
        package: the file.
        styles: its styles, where they are read already.
    """
    found = Numbering(styles_of(package) if styles is None else styles)
    parts = package.related(package.main, "numbering")
    for child in package.xml(parts[0]) if parts else ():
        if child.tag == qn("w:num"):
            found._nums[child.get(qn("w:numId"), "")] = child
        elif child.tag == qn("w:abstractNum"):
            found._abstract[child.get(qn("w:abstractNumId"), "")] = child
    return found
