"""Drawing text: set lines become operators that draw HarfBuzz's glyphs and mean exactly their characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from taahodname.typeset.codes import CodePage, Slot, empty_glyph, own_advance, slots
from taahodname.typeset.fonts import FALLBACK_FAMILY, Face, FontBook
from taahodname.typeset.guides import Guide, Guided
from taahodname.typeset.lines import Line, Placed
from taahodname.typeset.pdf_line import Ink, LineWriter
from taahodname.typeset.readers import pdfium_segments
from taahodname.typeset.stretches import Kind, Sign, in_reading_order

_SAME_ROW = 0.3  # of an em: cells of one row differ by less


class _Plan:
    """How a line is drawn, whatever the PDF and the place: kept with the line, for most lines come again.

    Args:
        line: the line.
    """

    def __init__(self, line: Line) -> None:
        self.inks = tuple(ink for placed in line.placed for ink in _inks(placed, rtl_line=line.rtl))
        self._rtl = line.rtl
        self._signs = [
            Sign(ink.slot.text, ink.level, (ink.choice, ink.style, ink.tab and ink.x)) for ink in self.inks
        ]
        self._stretches = in_reading_order(self._signs, rtl=line.rtl) if self.inks else []
        self._guided: dict[bool, tuple[list[Guided], bool]] = {}

    def guided(self, *, turned: bool) -> tuple[list[Guided], bool]:
        """Return the stretches with their guides, and the direction in which they leave pypdf.

        Args:
            turned: the direction that pypdf has where the line begins.
        """
        if not self._rtl:
            return [Guided(stretch) for stretch in self._stretches], turned
        if turned not in self._guided:
            guide = Guide(self._signs, self._stretches, turned=turned)
            self._guided[turned] = guide.walk(), guide.turned
        return self._guided[turned]

    @cached_property
    def alone(self) -> tuple[bool, bool]:
        """Whether PDFium must take the first and the last of it for a line of their own."""
        latin = not self._rtl and _has_latin(self.inks)
        first, last = (self._stretches[place].kind is Kind.ISLAND for place in (0, -1))
        return first or latin, last or latin


def _plan(line: Line) -> _Plan:
    plan = line.plan
    if not isinstance(plan, _Plan):
        plan = line.plan = _Plan(line)
    return plan


def _inks(placed: Placed, *, rtl_line: bool) -> Iterator[Ink]:
    piece = placed.piece
    if piece.choice is None or piece.style is None:
        return
    face = piece.choice.face
    if piece.kind == "tab":
        gid = face.glyph_of(" ")
        if gid:
            slot = Slot((gid, " ", 0), " ", own_advance(face, gid))
            yield Ink(slot, placed.x, piece.choice, piece.style, int(rtl_line), tab=True)
        return
    # A space that is stretched stands where it is read, so that no gap parts a mark from its letter.
    pen = placed.x + (placed.width - piece.width if rtl_line else 0.0)
    scale = piece.style.size / face.upem
    for slot in slots(face, piece.glyphs, empty_glyph(face), rtl=bool(piece.level % 2)):
        yield Ink(slot, pen, piece.choice, piece.style, piece.level)
        pen += (slot.before + slot.advance + slot.after) * scale


class TextDrawing:
    """The text of one PDF: its lines are asked for one by one, its fonts at the end.

    Args:
        fonts: the faces the lines were set with.
    """

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self._pages: dict[Face, CodePage] = {}
        self._names: dict[Face, str] = {}
        self.begin_page()

    def begin_page(self) -> None:
        """Forget the lines drawn so far: readers begin anew on every page."""
        self._turned = False
        self._base_line: float | None = None
        self._ends_alone = False

    def line(self, line: Line, x: float, y: float) -> str:
        """Return the operators of a line.

        Args:
            line: the set line.
            x: the left edge of its column, in points from the left of the sheet.
            y: its base line, in points from the foot of the sheet.

        Raises:
            FontError: when a font has no glyph for a character, or not enough codes.
        """
        plan = _plan(line)
        if not plan.inks:
            return ""
        writer = LineWriter(self, x, y)
        self._part_from_last(writer, line, plan, y)
        drawn, self._turned = plan.guided(turned=self._turned)
        for guided in drawn:
            writer.write(guided, plan.inks)
        return writer.finish()

    def _part_from_last(self, writer: LineWriter, line: Line, plan: _Plan, y: float) -> None:
        """Write a space between two cells of one row, raised where PDFium must end its line."""
        begins_alone, ends_alone = plan.alone
        first = plan.inks[-1] if line.rtl else plan.inks[0]
        beside = self._base_line is not None and abs(y - self._base_line) < _SAME_ROW * first.style.size
        if beside:
            raised = begins_alone or self._ends_alone
            writer.space(first, first.end if line.rtl else first.x, raised=raised)
        self._base_line, self._ends_alone = y, ends_alone

    def used(self) -> Iterator[tuple[str, CodePage]]:
        """Yield every font that was drawn with: the name the pages call it by, and its codes."""
        for face, codes in self._pages.items():
            yield self._names[face], codes

    def codes(self, face: Face) -> CodePage:
        """Return the codes of a face, opened at its first use."""
        if face not in self._pages:
            self._pages[face] = CodePage(face)
            self._names[face] = f"T{len(self._pages)}"
        return self._pages[face]

    def name(self, face: Face) -> str:
        """Return the name by which the pages call a face."""
        self.codes(face)
        return self._names[face]

    @property
    def shipped(self) -> Face:
        """The shipped face, which has an empty glyph for sure."""
        return self._fonts.find(FALLBACK_FAMILY).face


def _has_latin(inks: Sequence[Ink]) -> bool:
    return "L" in pdfium_segments("".join(ink.slot.text for ink in inks))
