"""A line cut into the stretches that are drawn one by one, in the order in which they are read.

Readers of a PDF turn right-to-left words round themselves, so within a stretch the signs are drawn
from left to right. The stretches follow one another as they are read: pypdf and MuPDF take them so,
while PDFium and poppler put the pieces of a line in order by their place.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from taahodname.typeset.readers import (
    is_numeric,
    is_rtl_letter,
    mupdf_turns,
    pdfium_changes,
    pdfium_segments,
    pdfium_side,
    pypdf_side,
    pypdf_turns_digit,
)

_KEPT = 4_096


class Sign(NamedTuple):
    """One drawn code of a line, or several that nothing parts (`pdf_words`).

    Attributes:
        text: what it means; empty for ink alone.
        level: its bidi level.
        look: font, size and whatever else must not change within a stretch.
    """

    text: str
    level: int
    look: Hashable


class Kind(Enum):
    """What a stretch is."""

    RTL = "right-to-left words with their spaces and signs"
    LTR = "a number, a Latin word, or a sign that a reader takes for one"
    FIXED = "a bracket or the like that PDFium would change in right-to-left text"
    ISLAND = "a word like an address, which PDFium reads rightly on a line of its own only"
    GAP = "the space beside an island"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Signs of a line that are drawn together.

    Attributes:
        kind: what it is.
        parts: indices into the signs of the line, from left to right; only an island has several parts.
        singly: the signs are drawn one by one, because a reader (pypdf) would turn the digits round.
    """

    kind: Kind
    parts: tuple[range, ...]
    singly: bool = False

    @property
    def start(self) -> int:
        """The leftmost sign of the part that is drawn first."""
        return self.parts[0].start

    @property
    def indices(self) -> Iterator[int]:
        """The signs in the order they are drawn."""
        return (index for part in self.parts for index in part)


def in_reading_order(signs: Sequence[Sign], *, rtl: bool) -> list[Stretch]:
    """Return the stretches of a line as they are read.

    Args:
        signs: its signs from left to right.
        rtl: the direction of the paragraph.
    """
    if not rtl:
        found = [range(*ends) for ends in _runs(signs, lambda sign: (sign.level % 2, sign.look))]
        return [_stretch(signs, Kind.RTL if signs[r.start].level % 2 else Kind.LTR, r) for r in found]
    kinds = [kind_of(sign.text[:1], sign.level % 2) for sign in signs]
    stretches: list[Stretch] = []
    for start, stop in _words(signs):
        if _is_island(signs[start:stop]):
            stretches.append(_island(signs, start, stop))
            for beside in (start - 1, stop):
                if 0 <= beside < len(signs):
                    kinds[beside] = Kind.GAP
    taken = {index for island in stretches for index in island.indices}
    stretches += _ordinary(signs, kinds, taken)
    return sorted(stretches, key=lambda stretch: -max(part.stop for part in stretch.parts))


def _runs(signs: Sequence[Sign], key: Callable[[Sign], Hashable]) -> Iterator[tuple[int, int]]:
    start = 0
    for _, group in groupby(signs, key):
        stop = start + sum(1 for _ in group)
        yield start, stop
        start = stop


@lru_cache(maxsize=_KEPT)
def kind_of(char: str, parity: int) -> Kind:
    """Return the kind of a sign by its first character, if any, and its direction: 1 is right-to-left."""
    if not parity:
        return Kind.LTR
    if char and pdfium_changes(char):
        return Kind.FIXED
    is_taken_for_ltr = char and (pypdf_side(char) == "L" or not mupdf_turns(char, before=True))
    return Kind.LTR if is_taken_for_ltr else Kind.RTL


def _words(signs: Sequence[Sign]) -> Iterator[tuple[int, int]]:
    """Yield where words begin and end, between the spaces that are read from right to left."""
    start = 0
    for place, sign in enumerate(signs):
        if sign.text == " " and sign.level % 2:
            if start < place:
                yield start, place
            start = place + 1
    if start < len(signs):
        yield start, len(signs)


def _is_island(word: Sequence[Sign]) -> bool:
    """Return whether PDFium would change the order of the parts of a word without right-to-left letters."""
    if any(_has_rtl_letter(sign.text) for sign in word):
        return False
    return len(pdfium_segments("".join([sign.text for sign in word if sign.level % 2 == 0]))) > 1


@lru_cache(maxsize=_KEPT)
def _has_rtl_letter(text: str) -> bool:
    return any(is_rtl_letter(char) for char in text)


def _island(signs: Sequence[Sign], start: int, stop: int) -> Stretch:
    parts: list[range] = []
    for first, last in _runs(signs[start:stop], lambda sign: (sign.level % 2, sign.level % 2 and sign.look)):
        whole = range(start + first, start + last)
        is_turned = signs[whole.start].level % 2
        parts += [range(i, i + 1) for i in whole] if is_turned else [whole]
    return Stretch(Kind.ISLAND, tuple(reversed(parts)), singly=_is_turned(signs, *parts))


def _ordinary(signs: Sequence[Sign], kinds: Sequence[Kind], taken: set[int]) -> Iterator[Stretch]:
    def key(index: int) -> Hashable:
        turned = signs[index].level % 2
        alone = kinds[index] in (Kind.FIXED, Kind.GAP) or (turned and kinds[index] is Kind.LTR)
        # The letters of a number or a Latin word are read as they stand, whatever each looks like.
        look = signs[index].look if turned else None
        return kinds[index], turned, index if alone else None, look, index in taken

    for _, group in groupby(range(len(signs)), key):
        indices = list(group)
        if indices[0] in taken:
            continue
        start = indices[0]
        for index in indices[1:]:
            if kinds[index] is Kind.RTL and runs_on(signs, index):
                yield _stretch(signs, Kind.RTL, range(start, index))
                start = index
        yield _stretch(signs, kinds[start], range(start, indices[-1] + 1))


def runs_on(signs: Sequence[Sign], index: int) -> bool:
    """Return whether a reader would take a sign and what stands to its left for one number, wrongly.

    Poppler does so with a sign like a comma and the space behind it, PDFium with a full stop and the
    tanvin before it.

    Args:
        signs: the signs of a right-to-left line.
        index: the sign in question, itself right-to-left.
    """
    text, left = signs[index].text, signs[index - 1].text if index else ""
    if not text or not left or is_rtl_letter(left[0]):
        return False
    return is_numeric(text[0]) or (is_numeric(left[0]) and pdfium_side(text[0]) == "W")


def _stretch(signs: Sequence[Sign], kind: Kind, part: range) -> Stretch:
    return Stretch(kind, (part,), singly=kind is Kind.LTR and _is_turned(signs, part))


def _is_turned(signs: Sequence[Sign], *parts: range) -> bool:
    return any(pypdf_turns_digit(char) for part in parts for index in part for char in signs[index].text)
