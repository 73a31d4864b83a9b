"""Drawing text: set lines become operators that draw HarfBuzz's glyphs and mean exactly their characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from taahodname.paper.blocks import TextStyle
from taahodname.typeset.codes import Slot, own_advance
from taahodname.typeset.fonts import FALLBACK_FAMILY, Face, FontBook
from taahodname.typeset.guides import Guided, guided
from taahodname.typeset.inks import Ink, inks_of, look_of
from taahodname.typeset.lines import Line, Placed
from taahodname.typeset.pdf_apart import inks_apart, is_drawn_apart
from taahodname.typeset.pdf_codes import CodePage, PdfCodes
from taahodname.typeset.pdf_line import LineWriter, Operators
from taahodname.typeset.pdf_words import alone, drawn
from taahodname.typeset.pieces import Piece
from taahodname.typeset.readers import pdfium_segments
from taahodname.typeset.stretches import Kind, LineForm, Sign, in_reading_order, line_form

_SAME_ROW = 0.3  # of an em: cells of one row differ by less


class Space(StrEnum):
    """What is written between a line and the one beside it in the same row."""

    NONE = "nothing"
    PLAIN = "a space"
    RAISED = "a space off the base line"


_NONE, _PLAIN, _RAISED = Space  # asked for line by line


class _Parts:
    """A line taken apart: its inks from left to right, and its stretches as they are read."""

    def __init__(self, line: Line) -> None:
        inks: list[Ink] = []
        places: list[float] = []
        rtl = line.rtl
        for piece, pen, width in zip(line.pieces, line.places, line.widths, strict=True):
            kind, found = piece.kind, piece.inks
            if found is None:
                found = _tab(piece, pen, rtl_line=rtl) if kind == "tab" else _inks(piece)
            if rtl and kind == "space":
                # It stands where it is read, stretched or not, so that no gap parts a mark from its letter.
                pen += width - piece.width
            inks += found
            if len(found) == 1:
                places.append(pen)
            else:
                places += [pen + ink.offset for ink in found]
        self.inks, self.places = inks, places
        self.form = line_form([ink.sign for ink in inks]) if inks else LineForm(())
        self.stretches = in_reading_order(self.form, rtl=rtl)


class _Written(Struct, frozen=True, gc=False):
    """A line as it is written in one surrounding.

    Attributes:
        shipped, space, turned: what it was asked for by (`Plan.operators`).
        operators: they.
        leaves_turned: the direction in which they leave pypdf.
    """

    shipped: Face
    space: Space
    turned: bool
    operators: Operators
    leaves_turned: bool


# Plans are kept for a whole batch, and none can be part of a cycle: see `pieces.Piece`.
class Plan(Struct, gc=False):
    """How a line is drawn, whatever the PDF and the place: kept with the line, for most lines come again.

    Attributes:
        decorated: what of it is shaded, underlined or struck out, or a leader.
        is_empty: nothing of it is text.
        rtl: the direction of the paragraph.
        size: that of its letters where it begins.
        alone: whether its first and its last stretch may be read by themselves.
        parts: the line taken apart, until it is written.
        written: how it was written so far.
    """

    decorated: tuple[Placed, ...]
    is_empty: bool = True
    rtl: bool = False
    size: float = 0.0
    alone: tuple[bool, bool] = (False, False)
    parts: _Parts | None = None
    written: tuple[_Written, ...] = ()

    @staticmethod
    def of(line: Line) -> Plan:
        """Return the plan of a line."""
        parts, decorated = _Parts(line), _decorated(line)
        if not parts.inks:
            return Plan(decorated)
        size = float(parts.inks[-1 if line.rtl else 0].look.style.size)
        latin = not line.rtl and _has_latin(parts.inks)
        first, last = (parts.stretches[place].kind is Kind.ISLAND for place in (0, -1))
        return Plan(decorated, False, line.rtl, size, (first or latin, last or latin), parts)

    def operators(self, line: Line, shipped: Face, space: Space, *, turned: bool) -> tuple[Operators, bool]:
        """Return the operators of the line, and the direction in which they leave pypdf.

        Args:
            line: the line.
            shipped: a face that has an empty glyph for sure.
            space: what parts it from the cell beside it.
            turned: the direction that pypdf has where the line begins.
        """
        for one in self.written:
            if one.space is space and one.turned == turned and one.shipped is shipped:
                return one.operators, one.leaves_turned
        # The parts take much room and are seldom asked for again.
        parts, self.parts = self.parts or _Parts(line), None
        operators, leaves_turned = self._write(parts, shipped, space, turned)
        self.written += (_Written(shipped, space, turned, operators, leaves_turned),)
        return operators, leaves_turned

    def _write(self, parts: _Parts, shipped: Face, space: Space, turned: bool) -> tuple[Operators, bool]:
        writer = LineWriter(shipped)
        if space is not _NONE:
            first = -1 if self.rtl else 0
            ink, x = parts.inks[first], parts.places[first]
            writer.space(ink, x + ink.end if self.rtl else x, raised=space is _RAISED)
        if self.rtl:
            stretches, turned = guided(parts.form, turned=turned)
        else:
            stretches = tuple([Guided(stretch) for stretch in parts.stretches])
        for stretch in stretches:
            writer.write(stretch, parts.inks, parts.places)
        return writer.finish(), turned


def plan_of(line: Line) -> Plan:
    """Return how a line is drawn."""
    plan = line.plan
    if not isinstance(plan, Plan):
        plan = line.plan = Plan.of(line)
    return plan


def _decorated(line: Line) -> tuple[Placed, ...]:
    """Return what of a line is shaded, underlined or struck out, or a leader."""
    ruled = {style for style in {piece.style for piece in line.pieces} if _is_ruled(style)}
    if not ruled and {piece.leader for piece in line.pieces} == {""}:
        return ()
    return tuple([one for one in line.placed if one.piece.leader or one.piece.style in ruled])


def _is_ruled(style: TextStyle | None) -> bool:
    return style is not None and bool(style.shade or style.underline or style.strike)


def _inks(piece: Piece) -> Sequence[Ink]:
    """Return how a piece is drawn, wherever it stands, and keep it with it, for most words come again."""
    found = piece.inks = _worked_out(piece)
    return found


def _worked_out(piece: Piece) -> Sequence[Ink]:
    choice, style, level = piece.choice, piece.style, piece.level
    if choice is None or style is None:
        return ()
    parts = drawn(choice.face, piece.glyphs, rtl=bool(level % 2))
    if is_drawn_apart(style):
        return tuple(inks_apart([slot for part in parts for slot in part.slots], choice, style, level))
    return inks_of(parts, look_of(choice, style), level)


def _tab(piece: Piece, x: float, *, rtl_line: bool) -> Sequence[Ink]:
    """Return the space that is read for a tab at a place; it belongs to no stretch beside it."""
    choice, style = piece.choice, piece.style
    gid = choice.face.glyph_of(" ") if choice is not None else None
    if choice is None or style is None or not gid:
        return ()
    slot = Slot((gid, " ", 0), " ", own_advance(choice.face, gid))
    (ink,) = inks_of([alone(choice.face, slot)], look_of(choice, style), int(rtl_line))
    return (replace(ink, sign=Sign(" ", int(rtl_line), (ink.look, x))),)


class TextDrawing:
    """The text of one PDF: its lines are asked for one by one, its fonts at the end.

    Args:
        fonts: the faces the lines were set with.
        codes: the codes of the PDF, which grow with the lines; none yet when None.
    """

    def __init__(self, fonts: FontBook, codes: PdfCodes | None = None) -> None:
        self._shipped = fonts.find(FALLBACK_FAMILY).face  # it has an empty glyph for sure
        self._codes = PdfCodes() if codes is None else codes
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
        plan = plan_of(line)
        if plan.is_empty:
            return ""
        space = self._space_before(plan, y)
        operators, self._turned = plan.operators(line, self._shipped, space, turned=self._turned)
        return operators.put(x, y, self._codes)

    def _space_before(self, plan: Plan, y: float) -> Space:
        """Return which space parts a line from the cell beside it: raised where PDFium must end its line."""
        begins_alone, ends_alone = plan.alone
        beside = self._base_line is not None and abs(y - self._base_line) < _SAME_ROW * plan.size
        raised = begins_alone or self._ends_alone
        self._base_line, self._ends_alone = y, ends_alone
        return _NONE if not beside else _RAISED if raised else _PLAIN

    def used(self) -> Iterable[CodePage]:
        """Return the codes of every font that was drawn with."""
        return self._codes.pages.values()


def _has_latin(inks: Sequence[Ink]) -> bool:
    return "L" in pdfium_segments("".join(ink.text for ink in inks))
