"""Drawing text: set lines become operators that draw HarfBuzz's glyphs and mean exactly their characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from taahodname.paper.blocks import TextStyle
from taahodname.typeset.codes import RLM, CodePage, Slot, empty_glyph, slots
from taahodname.typeset.fonts import FALLBACK_FAMILY, Face, FontBook, FontChoice
from taahodname.typeset.lines import Line, Placed
from taahodname.typeset.operators import number, ratio, rgb
from taahodname.typeset.outlines import outline

_SLANT = 0.21  # about 12 degrees, what word processors use where no italic is at hand
_EMBOLDEN = 0.03  # stroke width in em


class TextDrawing:
    """The text of one PDF: its lines are asked for one by one, its fonts at the end.

    Args:
        fonts: the faces the lines were set with.
    """

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self._pages: dict[Face, CodePage] = {}
        self._names: dict[Face, str] = {}

    def line(self, line: Line, x: float, y: float) -> str:
        """Return the operators of a line.

        Args:
            line: the set line.
            x: the left edge of its column, in points from the left of the sheet.
            y: its base line, in points from the foot of the sheet.
        """
        runs = [placed for placed in line.placed if placed.piece.glyphs]
        if not runs:
            return ""
        writer = _LineWriter(self, x + runs[0].x, y)
        for index, placed in enumerate(runs):
            writer.move_to(x + placed.x)
            self._write_piece(writer, runs, index, rtl_line=line.rtl)
        return writer.finish()

    def used(self) -> Iterator[tuple[str, CodePage]]:
        """Yield every font that was drawn with: the name the pages call it by, and its codes."""
        for face, codes in self._pages.items():
            yield self._names[face], codes

    def _write_piece(
        self, writer: _LineWriter, runs: Sequence[Placed], index: int, *, rtl_line: bool
    ) -> None:
        piece = runs[index].piece
        if piece.choice is None or piece.style is None:
            return
        rtl = bool(piece.level % 2)
        writer.use(piece.choice, piece.style)
        # A reader that turns the line round needs to see where a number or Latin piece begins and ends.
        if rtl_line and not rtl and (index == 0 or runs[index - 1].piece.level % 2):
            writer.invisible(RLM)
        face = piece.choice.face
        writer.glyphs(slots(self.codes(face), piece.glyphs, empty_glyph(face), rtl=rtl))
        last = index == len(runs) - 1
        if rtl_line and not rtl and (last or runs[index + 1].piece.level % 2):
            writer.invisible(RLM)

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


class _LineWriter:
    """The operators of one line of text; the pen is followed in points."""

    def __init__(self, drawing: TextDrawing, x: float, y: float) -> None:
        self._drawing = drawing
        self._out = ["q BT"]
        self._array: list[str] = []
        self._paths: list[str] = []
        self._y = y
        self._pen = x
        self._state: tuple[FontChoice, float, str] | None = None
        self._size = 1.0
        self._upem = 1000

    def use(self, choice: FontChoice, style: TextStyle) -> None:
        """Write on in a font, size and colour."""
        state = (choice, float(style.size), style.colour)
        if state == self._state:
            return
        self._flush()
        self._font(choice.face, style.size)
        self._out.append(f"{rgb(style.colour)} rg")
        if choice.embolden:
            self._out.append(f"2 Tr {number(style.size * _EMBOLDEN)} w {rgb(style.colour)} RG")
        elif self._state is not None and self._state[0].embolden:
            self._out.append("0 Tr")
        slant = _SLANT if choice.slant else 0.0
        if self._state is None or slant or self._state[0].slant:
            self._out.append(f"1 0 {number(slant)} 1 {number(self._pen)} {number(self._y)} Tm")
        self._state = state

    def _font(self, face: Face, size: float) -> None:
        self._size, self._upem = size, face.upem
        self._out.append(f"/{self._drawing.name(face)} {number(size)} Tf")

    def move_to(self, x: float) -> None:
        """Move the pen along the line."""
        if self._state is None:
            self._pen = x
            return
        gap = x - self._pen
        if abs(gap) > 0.001:
            self._kern(gap / self._size * 1000)
            self._pen = x

    def _kern(self, thousandths: float) -> None:
        if abs(thousandths) >= 0.05:
            self._array.append(number(-thousandths))

    def glyphs(self, found: Iterable[Slot]) -> None:
        """Write the codes of one piece."""
        scale = 1000 / self._upem
        for slot in found:
            if slot.outline is not None:
                self._outline(slot)
            self._kern(slot.before * scale)
            self._array.append(f"<{slot.code:04X}>")
            self._kern(slot.after * scale)
            self._pen += (slot.before + slot.advance + slot.after) * self._size / self._upem

    def _outline(self, slot: Slot) -> None:
        """Draw a glyph that stands off the base line; as text it would look like a line of its own."""
        if self._state is None or slot.outline is None:
            return
        choice, size, colour = self._state
        scale = size / self._upem
        x, y = self._pen + slot.x * scale, self._y + slot.y * scale
        slant = _SLANT * scale if choice.slant else 0.0
        matrix = f"{ratio(scale)} 0 {ratio(slant)} {ratio(scale)} {number(x)} {number(y)} cm"
        self._paths.append(f"q {rgb(colour)} rg {matrix} {outline(choice.face, slot.outline)} f Q")

    def invisible(self, text: str) -> None:
        """Write characters that have no ink and no width."""
        if self._state is None:
            return
        face = self._state[0].face
        gid = empty_glyph(face)
        if gid is not None:
            self._array.append(f"<{self._drawing.codes(face).code(gid, text):04X}>")
            return
        shipped = self._drawing.shipped
        gid = empty_glyph(shipped)
        if gid is not None:
            self._flush()
            self._out.append(f"/{self._drawing.name(shipped)} {number(self._size)} Tf")
            self._out.append(f"<{self._drawing.codes(shipped).code(gid, text):04X}> Tj")
            self._out.append(f"/{self._drawing.name(face)} {number(self._size)} Tf")

    def _flush(self) -> None:
        if self._array:
            self._out.append(f"[{_joined(self._array)}] TJ")
            self._array = []

    def finish(self) -> str:
        """Return the operators."""
        self._flush()
        self._out.append("ET Q")
        return " ".join([*self._out, *self._paths])


def _joined(array: Sequence[str]) -> str:
    return " ".join(array).replace("> <", "")
