"""Guides: empty directional characters between the stretches of a line, for the readers of the PDF.

They have no ink and no width, and Unicode lets them stand in any text. Most of them are drawn alone:
PDFium overlooks what has no extent, so that they trouble only the readers they are for.

- RLM to the left of a number, of a sign like a comma, of a bracket, unless a letter follows there: poppler
  would take the space behind it into the number.
- PDI or RLM before a stretch, so that MuPDF's direction changes: it overlooks the jump only then.
- ALM before a sign that begins a right-to-left stretch behind a left-to-right one, for pypdf.
- RLM between two signs that PDFium would take for one number, drawn with the letters.
- LRM to the right of a bracket, drawn with the letters: PDFium mirrors a bracket that it comes to from
  right-to-left text, but the code says already which bracket it is.
- RLM at the right end, drawn with the letters, where PDFium would find too few right-to-left segments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from taahodname.typeset.readers import (
    directions_behind,
    is_rtl_letter,
    lacking_segments,
    mupdf_turns,
    pdfium_segments,
    pdfium_side,
)
from taahodname.typeset.stretches import Form, Kind, LineForm, Stretch, in_reading_order, runs_on

LRM, RLM, ALM, PDI = "\u200e", "\u200f", "\u061c", "\u2069"


_KEPT = 2_048
_KEPT_LINES = 1_024


class Guided(Struct, frozen=True, gc=False):
    """A stretch with its guides.

    Attributes:
        stretch: the stretch.
        leads: guides that are drawn alone before it: the sign to whose left they stand, and they.
        before: guides that are drawn with it, at its left end.
        after: guides that are drawn with it, at its right end.
    """

    stretch: Stretch
    leads: tuple[tuple[int, str], ...] = ()
    before: str = ""
    after: str = ""


@lru_cache(maxsize=_KEPT_LINES)
def guided(line: LineForm, *, turned: bool) -> tuple[tuple[Guided, ...], bool]:
    """Return the stretches of a right-to-left line with their guides, and pypdf's direction behind them.

    Args:
        line: the form of the line.
        turned: pypdf's direction, where the line begins, is right-to-left.
    """
    guide = _Guide(line, turned=turned)
    return tuple(guide.walk()), guide.turned


class _Guide:
    """Walks the stretches of one line as they are drawn."""

    def __init__(self, line: LineForm, *, turned: bool) -> None:
        self._signs = line.signs
        self._stretches = in_reading_order(line, rtl=True)
        self.turned = turned
        self._mupdf = False

    def walk(self) -> list[Guided]:
        """Return the stretches with their guides."""
        signs = self._signs
        found, bodies = [], []
        for number, stretch in enumerate(self._stretches):
            spot = self._spot(number, stretch)
            leads = tuple(self._inner_leads(stretch)) if len(stretch.parts) > 1 else ()
            lead, before, after = _guides(spot, mupdf=self._mupdf, turned=self.turned)
            if lead:
                leads += ((stretch.start, lead),)
            found.append(Guided(stretch, leads, before, after))
            inner = [signs[index] for index in stretch.indices]
            self._see(lead + before)
            self._see_signs(inner)
            self._see(after)
            body = "".join([sign.segments for sign in inner])
            bodies.append(f"{_segments(before)}{body}{_segments(after)}" if before or after else body)
        return _balanced(found, bodies)

    def _see(self, guides: str) -> None:
        """Go on to where the readers stand behind some guides."""
        if guides:
            mupdf, pypdf = _behind(guides)
            self._mupdf = self._mupdf if mupdf is None else mupdf
            self.turned = self.turned if pypdf is None else pypdf

    def _see_signs(self, signs: Sequence[Form]) -> None:
        mupdf = pypdf = None
        for sign in reversed(signs):
            mupdf = sign.mupdf if mupdf is None else mupdf
            pypdf = sign.pypdf if pypdf is None else pypdf
            if mupdf is not None and pypdf is not None:
                break
        self._mupdf = self._mupdf if mupdf is None else mupdf
        self.turned = self.turned if pypdf is None else pypdf

    def _spot(self, number: int, stretch: Stretch) -> _Spot:
        stretches, start = self._stretches, stretch.start
        sign, left = self._signs[start], self._signs[start - 1] if start else None
        return _Spot(
            stretch.kind,
            stretches[number - 1].kind if number else None,
            stretches[number + 1].kind if number + 1 < len(stretches) else None,
            sign.first,
            left.first if left else "",
            left.last if left else "",
            bool(start),
            not (sign.parity or left is None or left.parity),
            len(stretch.parts[0]) > 1,
        )

    def _inner_leads(self, stretch: Stretch) -> Iterator[tuple[int, str]]:
        """Yield the lone guides before the further parts of an island, which come first."""
        for part in reversed(stretch.parts[1:]):
            if part.start and not _is_letter(self._signs[part.start - 1].first or " "):
                lead = (PDI if self._mupdf else "") + RLM
                self._see(lead)
                yield part.start, lead


_segments = lru_cache(maxsize=_KEPT)(pdfium_segments)
_behind = lru_cache(maxsize=_KEPT)(directions_behind)


class _Spot(Struct, frozen=True, gc=False):
    """What the guides of a stretch depend on, but for where the readers stand.

    Attributes:
        kind: its kind.
        behind, ahead: the kinds of those that are read before and after it.
        first: the first character of its leftmost sign (`Form`).
        left_first, left_last: the first and last character of the sign to the left of that.
        has_left: whether there is one.
        is_number: both signs are left-to-right.
        is_long: it is of several signs.
    """

    kind: Kind
    behind: Kind | None
    ahead: Kind | None
    first: str
    left_first: str
    left_last: str
    has_left: bool
    is_number: bool
    is_long: bool

    @property
    def is_cut(self) -> bool:
        """Whether poppler would go on to the left of a left-to-right sign."""
        return self.has_left and not _is_letter(self.left_first or " ")


def _is_letter(first: str) -> bool:
    return bool(first) and is_rtl_letter(first)


@lru_cache(maxsize=_KEPT)
def _guides(spot: _Spot, *, mupdf: bool, turned: bool) -> tuple[str, str, str]:
    """Return the guides that are drawn alone before a stretch, and with it, at its left and right end.

    Args:
        spot: the stretch among the others.
        mupdf, turned: the directions of MuPDF and pypdf before it are right-to-left.
    """
    before, after = _beside(spot)
    return _lead(spot, before, mupdf=mupdf, turned=turned), before, after


def _beside(spot: _Spot) -> tuple[str, str]:
    """Return the guides that are drawn with a stretch, at its left and at its right end."""
    has_no_right = spot.behind in (None, Kind.GAP, Kind.ISLAND)
    after = LRM if spot.kind is Kind.FIXED and has_no_right else ""
    if spot.kind in (Kind.GAP, Kind.ISLAND):
        return "", after
    if spot.ahead is Kind.FIXED:
        return LRM if spot.kind is not Kind.RTL or _is_letter(spot.first) else LRM + RLM, after
    return RLM if _is_of_one_segment(spot) else "", after


def _is_of_one_segment(spot: _Spot) -> bool:
    """Return whether PDFium would take the first sign and the one to its left for one segment."""
    if not (spot.first and spot.left_last):
        return False
    side = pdfium_side(spot.first)
    if pdfium_side(spot.left_last) != side:
        return False
    return spot.kind is Kind.FIXED if side == "N" else side == "W" and not spot.is_number


def _lead(spot: _Spot, before: str, *, mupdf: bool, turned: bool) -> str:
    """Return the guides that are drawn alone before a stretch; `before` are those at its left end."""
    if spot.kind is Kind.GAP:
        return PDI if mupdf else ""
    is_words = spot.kind is Kind.RTL
    is_cut = runs_on(spot.first, spot.left_first) if is_words else spot.is_cut
    lead = RLM if is_cut and RLM not in before else ""
    if is_words and not _is_letter(spot.first) and not turned and spot.is_long:
        lead = ALM + lead
    text = lead + before + spot.first
    if spot.behind is not None and (mupdf_turns(text[0], mupdf) if text else mupdf) == mupdf:
        lead = (PDI if mupdf else RLM) + lead
    if before or _turned(lead + spot.first, mupdf) == is_words:
        return lead
    # It gives MuPDF the direction of a sign that has none of its own.
    return lead + (RLM if is_words else PDI)


def _turned(text: str, turned: bool) -> bool:
    """Return whether MuPDF reads from the right behind a text."""
    for char in text:
        turned = mupdf_turns(char, turned)
    return turned


def _balanced(drawn: list[Guided], bodies: Sequence[str]) -> list[Guided]:
    """Add guides at the right end of what PDFium reads as one line, until it reads it from the right."""
    result = list(drawn)
    start = 0
    for stop in range(len(drawn) + 1):
        if stop < len(drawn) and drawn[stop].stretch.kind not in (Kind.GAP, Kind.ISLAND):
            continue
        lack = lacking_segments("".join(reversed(bodies[start:stop])))
        if lack > 0:
            # The last of them leaves MuPDF in the direction it had.
            pair = PDI + RLM if drawn[start].stretch.kind is Kind.RTL else RLM + PDI
            result[start] = replace(drawn[start], after=drawn[start].after + pair * lack)
        start = stop + 1
    return result
