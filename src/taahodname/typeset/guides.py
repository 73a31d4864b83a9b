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
from dataclasses import dataclass, replace

from taahodname.typeset.readers import is_rtl_letter, mupdf_turns, pdfium_segments, pdfium_side, pypdf_side
from taahodname.typeset.stretches import Kind, Sign, Stretch, runs_on

LRM, RLM, ALM, PDI = "\u200e", "\u200f", "\u061c", "\u2069"


@dataclass(frozen=True, slots=True)
class Guided:
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

    def body(self, signs: Sequence[Sign]) -> str:
        """Return the characters that PDFium sees, in the order they are drawn."""
        return self.before + "".join([signs[i].text for i in self.stretch.indices]) + self.after


class Guide:
    """Walks the stretches of one right-to-left line as they are drawn.

    Args:
        signs: the signs of the line, from left to right.
        stretches: its stretches in reading order.
        turned: pypdf's direction, where the line begins, is right-to-left.
    """

    def __init__(self, signs: Sequence[Sign], stretches: Sequence[Stretch], *, turned: bool) -> None:
        self._signs = signs
        self._stretches = stretches
        self.turned = turned
        self._mupdf = False

    def walk(self) -> list[Guided]:
        """Return the stretches with their guides."""
        found, bodies = [], []
        for number, stretch in enumerate(self._stretches):
            guided = Guided(stretch, (), self._before(number, stretch), self._after(number, stretch))
            leads = tuple(self._leads(number, guided))
            if leads:
                guided = Guided(stretch, leads, guided.before, guided.after)
            bodies.append(guided.body(self._signs))
            self._see(bodies[-1])
            found.append(guided)
        return _balanced(found, bodies)

    def _see(self, text: str) -> None:
        """Go on to where the readers stand behind a text: the last character with a direction tells."""
        for char in reversed(text):
            turned = mupdf_turns(char, self._mupdf)
            if turned == mupdf_turns(char, not self._mupdf):
                self._mupdf = turned
                break
        for char in reversed(text):
            side = pypdf_side(char)
            if side != "N":
                self.turned = side == "R"
                break

    def _kind(self, number: int) -> Kind | None:
        return self._stretches[number].kind if 0 <= number < len(self._stretches) else None

    def _first(self, stretch: Stretch) -> str:
        return self._signs[stretch.start].text[:1]

    def _is_letter(self, stretch: Stretch) -> bool:
        first = self._first(stretch)
        return bool(first) and is_rtl_letter(first)

    def _before(self, number: int, stretch: Stretch) -> str:
        if stretch.kind in (Kind.GAP, Kind.ISLAND):
            return ""
        if self._kind(number + 1) is Kind.FIXED:
            return LRM if stretch.kind is not Kind.RTL or self._is_letter(stretch) else LRM + RLM
        return RLM if self._is_of_one_segment(stretch) else ""

    def _is_of_one_segment(self, stretch: Stretch) -> bool:
        """Return whether PDFium would take the first sign and the one to its left for one segment."""
        start = stretch.start
        first, left = self._signs[start], self._signs[start - 1]
        if not (start and first.text and left.text):
            return False
        side = pdfium_side(first.text[0])
        is_of_one_number = not (first.level % 2 or left.level % 2)
        if pdfium_side(left.text[-1]) != side:
            return False
        return stretch.kind is Kind.FIXED if side == "N" else side == "W" and not is_of_one_number

    def _after(self, number: int, stretch: Stretch) -> str:
        has_no_right = self._kind(number - 1) in (None, Kind.GAP, Kind.ISLAND)
        return LRM if stretch.kind is Kind.FIXED and has_no_right else ""

    def _leads(self, number: int, guided: Guided) -> Iterator[tuple[int, str]]:
        first, *others = guided.stretch.parts
        for part in reversed(others):
            if self._is_cut(part.start):
                yield self._seen(part.start, (PDI if self._mupdf else "") + RLM)
        lead = self._lead(number, guided)
        if lead:
            yield self._seen(first.start, lead)

    def _seen(self, index: int, lead: str) -> tuple[int, str]:
        self._see(lead)
        return index, lead

    def _lead(self, number: int, guided: Guided) -> str:
        stretch = guided.stretch
        if stretch.kind is Kind.GAP:
            return PDI if self._mupdf else ""
        is_words = stretch.kind is Kind.RTL
        is_cut = runs_on(self._signs, stretch.start) if is_words else self._is_cut(stretch.start)
        lead = RLM if is_cut and RLM not in guided.before else ""
        if is_words and not self._is_letter(stretch) and not self.turned and len(stretch.parts[0]) > 1:
            lead = ALM + lead
        if number and self._turns(lead + guided.before + self._first(stretch)) == self._mupdf:
            lead = (PDI if self._mupdf else RLM) + lead
        return lead + self._settled(guided, lead)

    def _is_cut(self, index: int) -> bool:
        """Return whether poppler would go on to the left of a left-to-right sign."""
        return index > 0 and not is_rtl_letter(self._signs[index - 1].text[:1] or " ")

    def _turns(self, text: str) -> bool:
        return mupdf_turns(text[0], self._mupdf) if text else self._mupdf

    def _settled(self, guided: Guided, lead: str) -> str:
        """Return the guide that gives MuPDF the direction of a sign that has none of its own."""
        wanted = guided.stretch.kind is Kind.RTL
        direction = self._mupdf
        for char in lead + guided.before + self._first(guided.stretch):
            direction = mupdf_turns(char, direction)
        if direction == wanted or guided.before:
            return ""
        return RLM if wanted else PDI


def _balanced(drawn: list[Guided], bodies: Sequence[str]) -> list[Guided]:
    """Add guides at the right end of what PDFium reads as one line, until it reads it from the right."""
    result = list(drawn)
    start = 0
    for stop in range(len(drawn) + 1):
        if stop < len(drawn) and drawn[stop].stretch.kind not in (Kind.GAP, Kind.ISLAND):
            continue
        segments = pdfium_segments("".join(reversed(bodies[start:stop])))
        lack = segments.count("L") - segments.count("R") + 1
        if lack > 0 and len(segments) > 1:
            # The last of them leaves MuPDF in the direction it had.
            pair = PDI + RLM if drawn[start].stretch.kind is Kind.RTL else RLM + PDI
            result[start] = replace(drawn[start], after=drawn[start].after + pair * lack)
        start = stop + 1
    return result
