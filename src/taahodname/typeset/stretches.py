"""A line cut into the stretches that are drawn one by one, in the order in which they are read.

Readers of a PDF turn right-to-left words round themselves, so within a stretch the signs are drawn
from left to right. The stretches follow one another as they are read: pypdf and MuPDF take them so,
while PDFium and poppler put the pieces of a line in order by their place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from taahodname.typeset.readers import (
    directions_behind,
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


class Sign(Struct):
    """One drawn code of a line, or several that nothing parts (`pdf_words`).

    Attributes:
        text: what it means; empty for ink alone.
        level: its bidi level.
        look: font, size and whatever else must not change within a stretch.
        mark: a letter by which a pattern knows it in a right-to-left line, see `_mark_of`.
        segments: what PDFium takes its characters for (`readers.pdfium_segments`).
        mupdf, pypdf: the reader's direction behind it is right-to-left; None where it stays as it was.
        is_turned: pypdf would turn its digits round.
    """

    text: str
    level: int
    look: Hashable
    mark: str = ""
    segments: str = ""
    mupdf: bool | None = None
    pypdf: bool | None = None
    is_turned: bool = False

    def __post_init__(self) -> None:
        seen = _seen(self.text, self.level % 2)
        self.mark, self.segments, self.mupdf, self.pypdf, self.is_turned = seen


@lru_cache(maxsize=_KEPT)
def _seen(text: str, parity: int) -> tuple[str, str, bool | None, bool | None, bool]:
    """Return what the rules see of a sign, by what it means and its direction: see `Sign`."""
    mark = " " if parity and text == " " else _mark_of(text[:1], parity)
    segments = pdfium_segments(text)
    is_turned = any(pypdf_turns_digit(char) for char in text)
    return mark.upper() if "R" in segments else mark, segments, *directions_behind(text), is_turned


class Kind(StrEnum):
    """What a stretch is."""

    RTL = "right-to-left words with their spaces and signs"
    LTR = "a number, a Latin word, or a sign that a reader takes for one"
    FIXED = "a bracket or the like that PDFium would change in right-to-left text"
    ISLAND = "a word like an address, which PDFium reads rightly on a line of its own only"
    GAP = "the space beside an island"


class Stretch(Struct, frozen=True):
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
    def indices(self) -> Sequence[int]:
        """The signs in the order they are drawn."""
        return self.parts[0] if len(self.parts) == 1 else [index for part in self.parts for index in part]


def in_reading_order(signs: Sequence[Sign], *, rtl: bool) -> list[Stretch]:
    """Return the stretches of a line as they are read.

    Args:
        signs: its signs from left to right.
        rtl: the direction of the paragraph.
    """
    if not rtl:
        found = [range(*ends) for ends in _runs(signs, lambda sign: (sign.level % 2, sign.look))]
        return [_stretch(signs, Kind.RTL if signs[r.start].level % 2 else Kind.LTR, r) for r in found]
    marks = [sign.mark for sign in signs]
    islands: list[Stretch] = []
    for word in _APART.finditer("".join(marks)):
        start, stop = word.span()
        if _is_island(signs[start:stop]):
            islands.append(_island(signs, start, stop))
            marks[start:stop] = _TAKEN * (stop - start)
            for beside in (start - 1, stop):
                if 0 <= beside < len(signs):
                    marks[beside] = _BESIDE
    stretches = [*islands, *_ordinary(signs, marks)]
    stretches.sort(key=lambda stretch: -stretch.parts[0].stop)
    return stretches


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


_TAKEN, _BESIDE, _CUT = "i", "g", "x"
# The words, between spaces, that have no right-to-left letter.
_APART = re.compile("(?<![^ ])[lftrw]+(?![^ ])")
# What is drawn together: right-to-left words with their spaces, up to where one is cut off; the letters of a
# number or a Latin word, whatever each looks like; signs that stand alone.
_GROUP = re.compile("[rRwW x][rRwW ]*|[lL]+|[fFtTg]")
_WEAK = re.compile("[wW]")


@lru_cache(maxsize=_KEPT)
def _mark_of(char: str, parity: int) -> str:
    """Return the letter by which a pattern knows a sign, given its first character.

    L is left-to-right, F and T of the kinds FIXED and LTR in right-to-left text; W may be taken for a part of
    a number there (`runs_on`), and R is anything else. It is a capital where the sign has a right-to-left
    letter. A space in right-to-left text, which parts words, stands for itself.
    """
    kind = kind_of(char, parity)
    if kind is Kind.RTL:
        return "w" if char and pdfium_side(char) == "W" else "r"
    return "l" if not parity else "f" if kind is Kind.FIXED else "t"


def _is_island(word: Sequence[Sign]) -> bool:
    """Return whether PDFium would change the order of the parts of a word without right-to-left letters."""
    return len(set("".join([sign.segments for sign in word if sign.level % 2 == 0]))) > 1


def _island(signs: Sequence[Sign], start: int, stop: int) -> Stretch:
    parts: list[range] = []
    for first, last in _runs(signs[start:stop], lambda sign: (sign.level % 2, sign.level % 2 and sign.look)):
        whole = range(start + first, start + last)
        is_turned = signs[whole.start].level % 2
        parts += [range(i, i + 1) for i in whole] if is_turned else [whole]
    return Stretch(Kind.ISLAND, tuple(reversed(parts)), singly=_is_turned(signs, *parts))


_KINDS = {"l": Kind.LTR, "t": Kind.LTR, "f": Kind.FIXED, _BESIDE: Kind.GAP}
_KINDS |= {mark.upper(): kind for mark, kind in _KINDS.items()}


def _ordinary(signs: Sequence[Sign], marks: list[str]) -> Iterator[Stretch]:
    """Yield what is no island, from left to right; the marks tell afterwards where words are cut off."""
    _cut_off(signs, marks)
    for group in _GROUP.finditer("".join(marks)):
        part = range(*group.span())
        kind = _KINDS.get(marks[part.start], Kind.RTL)
        yield _stretch(signs, kind, part)


def _cut_off(signs: Sequence[Sign], marks: list[str]) -> None:
    """Mark the right-to-left signs that are not drawn together with what stands to their left."""
    for weak in _WEAK.finditer("".join(marks), 1):
        index = weak.start()
        if runs_on(signs[index].text, signs[index - 1].text):
            marks[index] = _CUT
    looks = [sign.look for sign in signs]
    if looks.count(looks[0]) < len(looks):
        for index in range(1, len(looks)):
            if marks[index] in "rRwW " and looks[index] != looks[index - 1]:
                marks[index] = _CUT


def runs_on(text: str, left: str) -> bool:
    """Return whether a reader would take a sign and what stands to its left for one number, wrongly.

    Poppler does so with a sign like a comma and the space behind it, PDFium with a full stop and the
    tanvin before it.

    Args:
        text: what the sign means, in right-to-left text.
        left: what the sign to its left means; empty where there is none.
    """
    if not text or not left or is_rtl_letter(left[0]):
        return False
    return is_numeric(text[0]) or (is_numeric(left[0]) and pdfium_side(text[0]) == "W")


def _stretch(signs: Sequence[Sign], kind: Kind, part: range) -> Stretch:
    return Stretch(kind, (part,), singly=kind is Kind.LTR and _is_turned(signs, part))


def _is_turned(signs: Sequence[Sign], *parts: range) -> bool:
    return any(sign.is_turned for part in parts for sign in signs[part.start : part.stop])
