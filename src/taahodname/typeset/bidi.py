"""The order of characters on a line: the Unicode bidirectional algorithm (UAX #9), levels and line order.

The algorithm is written out here, because the packages at hand either hide the levels, drop the
half-space or know no isolates, and a page needs levels: text is shaped in logical order first and
only the shaped pieces are ordered. Rule names (X1, W4, N0 …) are those of the annex.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from taahodname.typeset import bidi_alike, bidi_weak
from taahodname.typeset.bidi_classes import (
    ISOLATE_STARTS,
    NEUTRAL,
    REMOVED,
    bidi_class,
    closing_bracket,
    matching_pdis,
)

MAX_DEPTH = 125
"""The deepest embedding level a character may ask for (UAX #9, BD2)."""


_KEPT = 1_024


LevelRun = tuple[int, int]
"""A level, and how many characters in a row have it."""


def paragraph_levels(text: str, *, rtl: bool = True) -> list[int]:
    """Return the embedding level of every character of a paragraph, before the line rule L1.

    Characters that X9 removes carry the level of the character before them.

    Args:
        text: one paragraph in logical order.
        rtl: the direction of the paragraph.
    """
    return levels_of(level_runs(text, rtl=rtl))


def levels_of(runs: Iterable[LevelRun]) -> list[int]:
    """Return the level of every character."""
    return [level for level, count in runs for _ in range(count)]


def level_runs(text: str, *, rtl: bool = True) -> list[LevelRun]:
    """Return the levels of a paragraph as `paragraph_levels` does, neighbours of one level together."""
    signs = bidi_alike.signs_of(text)
    if rtl and bidi_alike.are_simple(signs):
        return [(1, len(text))] if text else []
    short, counts = bidi_alike.shortened(text, signs)
    found: list[LevelRun] = []
    last, length = -1, 0
    for level, count in zip(_resolved(short, 1 if rtl else 0), counts, strict=True):
        if level != last:
            if length:
                found.append((last, length))
            last, length = level, 0
        length += count
    if length:
        found.append((last, length))
    return found


@lru_cache(maxsize=_KEPT)
def _resolved(text: str, base: int) -> tuple[int, ...]:
    """Return the levels of a paragraph in which one character stands for all that the rules treat alike.

    Most sentences of a form have the same few forms, whatever names and numbers stand in them.
    """
    return tuple(_Resolver(text, [bidi_class(char) for char in text], base).resolve())


def base_is_rtl(text: str, *, default: bool = False) -> bool:
    """Return the direction that the first strong character outside isolates gives (P2, P3)."""
    return _first_strong([bidi_class(char) for char in text], 0, default=default)


def _first_strong(classes: Sequence[str], start: int, *, default: bool, stop_at_pdi: bool = False) -> bool:
    depth = 0
    for kind in classes[start:]:
        if kind in ISOLATE_STARTS:
            depth += 1
        elif kind == "PDI":
            if depth == 0 and stop_at_pdi:
                break
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return kind != "L"
    return default


def line_levels(text: str, levels: Sequence[int], *, rtl: bool = True) -> list[int]:
    """Return the levels of one line with rule L1 applied: its tail of white space falls back to the base.

    Args:
        text: the characters of the line.
        levels: their levels from `paragraph_levels`.
        rtl: the direction of the paragraph.
    """
    base = 1 if rtl else 0
    result = list(levels)
    resetting = True
    for index in range(len(text) - 1, -1, -1):
        kind = bidi_class(text[index])
        if kind in ("S", "B"):
            result[index] = base
            resetting = True
        elif kind == "WS" or kind in ISOLATE_STARTS or kind == "PDI" or kind in REMOVED:
            if resetting:
                result[index] = base
        else:
            resetting = False
    return result


def visual_order(levels: Sequence[int]) -> Sequence[int]:
    """Return the indices of pieces from left to right (L2).

    Args:
        levels: the level of each piece of a line, in logical order.
    """
    if not levels:
        return ()
    if levels.count(levels[0]) < len(levels):
        return _mixed_order(tuple(levels))
    order = range(len(levels))
    return order[::-1] if levels[0] % 2 else order


@lru_cache(maxsize=_KEPT)
def _mixed_order(levels: tuple[int, ...]) -> tuple[int, ...]:
    """Return the order of pieces of several levels: short lines have few patterns of them."""
    order = list(range(len(levels)))
    lowest = min(levels)
    lowest_odd = min([level for level in levels if level % 2], default=max(levels) + 1)
    for threshold in range(max(levels), lowest_odd - 1, -1):
        if threshold <= lowest:
            order.reverse()
            continue
        # What was turned round before lies within what is turned round now, so that the ends of it stay.
        start = 0
        for stop, level in enumerate([*levels, -1]):
            if level < threshold:
                if stop - start > 1:
                    order[start:stop] = order[start:stop][::-1]
                start = stop + 1
    return tuple(order)


class _Resolver:
    """The state of one paragraph on its way through the rules."""

    def __init__(self, text: str, classes: list[str], base: int) -> None:
        self.text = text
        self.original = classes
        self.classes = list(classes)
        self.base = base
        self.levels = [base] * len(text)
        self.pairs = matching_pdis(classes)

    def resolve(self) -> list[int]:
        """Run X1 to I2 and return the levels."""
        self._explicit()
        for sequence in self._sequences():
            self._weak(sequence)
            self._brackets(sequence)
            self._neutral(sequence)
            self._implicit(sequence)
        self._fill_removed()
        return self.levels

    # X1–X8 ---------------------------------------------------------------------------------------

    def _explicit(self) -> None:
        stack: list[tuple[int, str | None, bool]] = [(self.base, None, False)]
        overflow_isolates = overflow_embeddings = valid_isolates = 0
        for index, kind in enumerate(self.original):
            level, override, _ = stack[-1]
            self.levels[index] = level
            if kind in ("RLE", "LRE", "RLO", "LRO"):
                new = _next_level(level, rtl=kind[0] == "R")
                if new <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                    stack.append((new, kind[0] if kind[2] == "O" else None, False))
                elif not overflow_isolates:
                    overflow_embeddings += 1
            elif kind in ISOLATE_STARTS:
                self._override(index, override)
                new = _next_level(level, rtl=self._isolate_is_rtl(index, kind))
                if new <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                    valid_isolates += 1
                    stack.append((new, None, True))
                else:
                    overflow_isolates += 1
            elif kind == "PDI":
                if overflow_isolates:
                    overflow_isolates -= 1
                elif valid_isolates:
                    overflow_embeddings = 0
                    while not stack[-1][2]:
                        stack.pop()
                    stack.pop()
                    valid_isolates -= 1
                self.levels[index] = stack[-1][0]
                self._override(index, stack[-1][1])
            elif kind == "PDF":
                if overflow_isolates:
                    pass
                elif overflow_embeddings:
                    overflow_embeddings -= 1
                elif not stack[-1][2] and len(stack) > 1:
                    stack.pop()
            elif kind == "B":
                self.levels[index] = self.base
            else:
                self._override(index, override)

    def _override(self, index: int, override: str | None) -> None:
        if override and self.original[index] != "BN":
            self.classes[index] = override

    def _isolate_is_rtl(self, index: int, kind: str) -> bool:
        if kind == "FSI":
            return _first_strong(self.original, index + 1, default=False, stop_at_pdi=True)
        return kind == "RLI"

    # X10 -----------------------------------------------------------------------------------------

    def _sequences(self) -> list[_Sequence]:
        runs = self._level_runs()
        run_of = {run[0]: run for run in runs}
        continued = {self.pairs[run[-1]] for run in runs if run[-1] in self.pairs}
        sequences = []
        for run in runs:
            if run[0] in continued and self.original[run[0]] == "PDI":
                continue
            indices = list(run)
            while indices[-1] in self.pairs and self.pairs[indices[-1]] in run_of:
                indices += run_of[self.pairs[indices[-1]]]
            sequences.append(self._bounded(indices))
        return sequences

    def _level_runs(self) -> list[list[int]]:
        runs: list[list[int]] = []
        for index, kind in enumerate(self.original):
            if kind in REMOVED:
                continue
            if runs and self.levels[runs[-1][-1]] == self.levels[index]:
                runs[-1].append(index)
            else:
                runs.append([index])
        return runs

    def _bounded(self, indices: list[int]) -> _Sequence:
        level = self.levels[indices[0]]
        before = self._kept(range(indices[0] - 1, -1, -1))
        last = indices[-1]
        after: int | None = self._kept(range(last + 1, len(self.text)))
        if self.original[last] in ISOLATE_STARTS and last not in self.pairs:
            after = None
        left = self.base if before is None else self.levels[before]
        right = self.base if after is None else self.levels[after]
        return _Sequence(indices, level, _side(max(left, level)), _side(max(right, level)))

    def _kept(self, indices: range) -> int | None:
        return next((i for i in indices if self.original[i] not in REMOVED), None)

    # W1–W7 ---------------------------------------------------------------------------------------

    def _weak(self, seq: _Sequence) -> None:
        kinds = [self.classes[i] for i in seq.indices]
        bidi_weak.marks(kinds, seq.sos)
        bidi_weak.numbers(kinds, seq.sos)
        bidi_weak.separators(kinds)
        bidi_weak.latin_numbers(kinds, seq.sos)
        for index, kind in zip(seq.indices, kinds, strict=True):
            self.classes[index] = kind

    # N0–N2 ---------------------------------------------------------------------------------------

    def _brackets(self, seq: _Sequence) -> None:
        embedding = _side(seq.level)
        for opening, closing in self._bracket_pairs(seq.indices):
            inside = {_strong(self.classes[i]) for i in seq.indices[opening + 1 : closing]} - {None}
            if embedding in inside:
                side = embedding
            elif inside:
                context = self._context(seq, opening)
                side = context if context != embedding else embedding
            else:
                continue
            for position in (opening, closing):
                self._set_bracket(seq, position, side)

    def _context(self, seq: _Sequence, position: int) -> str:
        before = (_strong(self.classes[i]) for i in reversed(seq.indices[:position]))
        return next((kind for kind in before if kind), seq.sos)

    def _set_bracket(self, seq: _Sequence, position: int, side: str) -> None:
        self.classes[seq.indices[position]] = side
        for index in seq.indices[position + 1 :]:
            if self.original[index] != "NSM":
                break
            self.classes[index] = side

    def _bracket_pairs(self, indices: Sequence[int]) -> list[tuple[int, int]]:
        open_brackets: list[tuple[str, int]] = []
        pairs = []
        for position, index in enumerate(indices):
            if self.classes[index] != "ON":
                continue
            char = unicodedata.normalize("NFC", self.text[index])
            closing = closing_bracket(char)
            if closing:
                if len(open_brackets) == 63:  # BD16: the stack is full, no pairs at all
                    return []
                open_brackets.append((closing, position))
                continue
            for depth in range(len(open_brackets) - 1, -1, -1):
                if open_brackets[depth][0] == char:
                    pairs.append((open_brackets[depth][1], position))
                    del open_brackets[depth:]
                    break
        return sorted(pairs)

    def _neutral(self, seq: _Sequence) -> None:
        position = 0
        while position < len(seq.indices):
            if self.classes[seq.indices[position]] not in NEUTRAL:
                position += 1
                continue
            end = position
            while end < len(seq.indices) and self.classes[seq.indices[end]] in NEUTRAL:
                end += 1
            before = _strong(self.classes[seq.indices[position - 1]]) if position else seq.sos
            after = _strong(self.classes[seq.indices[end]]) if end < len(seq.indices) else seq.eos
            side = before if before and before == after else _side(seq.level)
            for index in seq.indices[position:end]:
                self.classes[index] = side
            position = end

    # I1, I2 --------------------------------------------------------------------------------------

    def _implicit(self, seq: _Sequence) -> None:
        for index in seq.indices:
            kind = self.classes[index]
            if seq.level % 2 == 0:
                self.levels[index] = seq.level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
            else:
                self.levels[index] = seq.level + (1 if kind in ("L", "EN", "AN") else 0)

    def _fill_removed(self) -> None:
        previous = self.base
        for index, kind in enumerate(self.original):
            if kind in REMOVED:
                self.levels[index] = previous
            previous = self.levels[index]


class _Sequence:
    """An isolating run sequence: its characters, level, and the directions at its two ends."""

    __slots__ = ("eos", "indices", "level", "sos")

    def __init__(self, indices: list[int], level: int, sos: str, eos: str) -> None:
        self.indices = indices
        self.level = level
        self.sos = sos
        self.eos = eos


def _next_level(level: int, *, rtl: bool) -> int:
    return (level + 1) | 1 if rtl else (level + 2) & ~1


def _side(level: int) -> str:
    return "R" if level % 2 else "L"


def _strong(kind: str) -> str | None:
    """Return L or R for what counts as strong in N0 to N2: numbers count as R."""
    if kind == "L":
        return "L"
    return "R" if kind in ("R", "EN", "AN", "AL") else None
