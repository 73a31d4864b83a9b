"""A line cut into the stretches that are drawn one by one, in the order in which they are read.

Readers of a PDF turn right-to-left words round themselves, so within a stretch the signs are drawn
from left to right. The stretches follow one another as they are read: pypdf and MuPDF take them so,
while PDFium and poppler put the pieces of a line in order by their place.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

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
    standing,
)

_KEPT = 2_048
_KEPT_LINES = 1_024


class Form(Struct, frozen=True, cache_hash=True, gc=False):
    """All that the rules of a line see of a sign. There is one object for each form.

    Attributes:
        parity: 1 where the sign is right-to-left, else 0.
        first, last: its first and last character, or others of the same bidi class (`readers.standing`).
        mark: a letter by which a pattern knows it in a right-to-left line, see `_mark_of`.
        segments: what PDFium takes its characters for (`readers.pdfium_segments`).
        mupdf, pypdf: the reader's direction behind it is right-to-left; None where it stays as it was.
        is_turned: pypdf would turn its digits round.
    """

    parity: int
    first: str
    last: str
    mark: str
    segments: str
    mupdf: bool | None
    pypdf: bool | None
    is_turned: bool


_NO_FORM = Form(0, "", "", "", "", None, None, is_turned=False)
_form = lru_cache(maxsize=_KEPT)(Form)


@lru_cache(maxsize=_KEPT)
def _form_of(text: str, parity: int) -> Form:
    """Return the form of a sign, given what it means and its direction."""
    mark = " " if parity and text == " " else _mark_of(text[:1], parity)
    segments = pdfium_segments(text)
    return _form(
        parity,
        standing(text[:1]),
        standing(text[-1:]),
        mark.upper() if "R" in segments else mark,
        segments,
        *directions_behind(text),
        any(pypdf_turns_digit(char) for char in text),
    )


class Sign(Struct, gc=False):
    """One drawn code of a line, or several that nothing parts (`pdf_words`).

    Attributes:
        text: what it means; empty for ink alone.
        level: its bidi level.
        look: font, size and whatever else must not change within a stretch.
        form: what the rules see of it.
    """

    text: str
    level: int
    look: Hashable
    form: Form = _NO_FORM

    def __post_init__(self) -> None:
        self.form = _form_of(self.text, self.level % 2)


class LineForm(Struct, frozen=True, cache_hash=True, gc=False):
    """All that the rules see of a line. Lines of many clients have few forms.

    Attributes:
        signs: the forms of its signs, from left to right.
        changes: the signs that look other than those to their left.
    """

    signs: tuple[Form, ...]
    changes: tuple[int, ...] = ()


def line_form(signs: Sequence[Sign]) -> LineForm:
    """Return the form of a line, given its signs from left to right."""
    forms = tuple([sign.form for sign in signs])
    looks = [sign.look for sign in signs]
    if looks.count(looks[0]) == len(looks):
        return LineForm(forms)
    return LineForm(forms, tuple([i for i in range(1, len(looks)) if looks[i] != looks[i - 1]]))


class Kind(StrEnum):
    """What a stretch is."""

    RTL = "right-to-left words with their spaces and signs"
    LTR = "a number, a Latin word, or a sign that a reader takes for one"
    FIXED = "a bracket or the like that PDFium would change in right-to-left text"
    ISLAND = "a word like an address, which PDFium reads rightly on a line of its own only"
    GAP = "the space beside an island"


class Stretch(Struct, frozen=True, gc=False):
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


@lru_cache(maxsize=_KEPT_LINES)
def in_reading_order(line: LineForm, *, rtl: bool) -> tuple[Stretch, ...]:
    """Return the stretches of a line as they are read.

    Args:
        line: its form.
        rtl: the direction of the paragraph.
    """
    signs = line.signs
    if not rtl:
        found = _runs(signs, line.changes)
        return tuple([_stretch(signs, Kind.RTL if signs[r.start].parity else Kind.LTR, r) for r in found])
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
    stretches = [*islands, *_ordinary(line, marks)]
    stretches.sort(key=lambda stretch: -stretch.parts[0].stop)
    return tuple(stretches)


def _runs(signs: Sequence[Form], changes: Sequence[int] = ()) -> Iterator[range]:
    """Yield the signs of one direction that follow one another, up to where the look changes."""
    start = 0
    for stop in range(1, len(signs) + 1):
        if stop == len(signs) or signs[stop].parity != signs[start].parity or stop in changes:
            yield range(start, stop)
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


def _is_island(word: Sequence[Form]) -> bool:
    """Return whether PDFium would change the order of the parts of a word without right-to-left letters."""
    return len(set("".join([sign.segments for sign in word if not sign.parity]))) > 1


def _island(signs: Sequence[Form], start: int, stop: int) -> Stretch:
    parts: list[range] = []
    for run in _runs(signs[start:stop]):
        whole = range(start + run.start, start + run.stop)
        parts += [range(i, i + 1) for i in whole] if signs[whole.start].parity else [whole]
    return Stretch(Kind.ISLAND, tuple(reversed(parts)), singly=_is_turned(signs, *parts))


_KINDS = {"l": Kind.LTR, "t": Kind.LTR, "f": Kind.FIXED, _BESIDE: Kind.GAP}
_KINDS |= {mark.upper(): kind for mark, kind in _KINDS.items()}


def _ordinary(line: LineForm, marks: list[str]) -> Iterator[Stretch]:
    """Yield what is no island, from left to right; the marks tell afterwards where words are cut off."""
    _cut_off(line, marks)
    for group in _GROUP.finditer("".join(marks)):
        kind = _KINDS.get(marks[group.start()], Kind.RTL)
        yield _stretch(line.signs, kind, range(*group.span()))


def _cut_off(line: LineForm, marks: list[str]) -> None:
    """Mark the right-to-left signs that are not drawn together with what stands to their left."""
    for index in range(1, len(marks)):
        if marks[index] in "wW" and runs_on(line.signs[index].first, line.signs[index - 1].first):
            marks[index] = _CUT
    for index in line.changes:
        if marks[index] in "rRwW ":
            marks[index] = _CUT


def runs_on(first: str, left: str) -> bool:
    """Return whether a reader would take a sign and what stands to its left for one number, wrongly.

    Poppler does so with a sign like a comma and the space behind it, PDFium with a full stop and the
    tanvin before it.

    Args:
        first: the first character of the sign, in right-to-left text.
        left: that of the sign to its left; empty where there is none.
    """
    if not first or not left or is_rtl_letter(left):
        return False
    return is_numeric(first) or (is_numeric(left) and pdfium_side(first) == "W")


def _stretch(signs: Sequence[Form], kind: Kind, part: range) -> Stretch:
    return Stretch(kind, (part,), singly=kind is Kind.LTR and _is_turned(signs, part))


def _is_turned(signs: Sequence[Form], *parts: range) -> bool:
    return any(sign.is_turned for part in parts for sign in signs[part.start : part.stop])
