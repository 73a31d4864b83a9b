"""Drawing: a layout becomes a PDF through ReportLab, with fonts subset and embedded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from taahodname.paper.blocks import TextStyle
from taahodname.typeset.codes import RLM, CodePage, Slot, empty_glyph, slots
from taahodname.typeset.fonts import FALLBACK_FAMILY, Face, FontBook, FontChoice
from taahodname.typeset.lines import Placed
from taahodname.typeset.marks import FillMark, Mark, PictureMark, RuleMark, TextMark
from taahodname.typeset.outlines import outline
from taahodname.typeset.pages import Layout, Page
from taahodname.typeset.pdf_fonts import add_font
from taahodname.typeset.watermark import watermark as draw_watermark

_SLANT = 0.21  # about 12 degrees, what word processors use where no italic is at hand
_EMBOLDEN = 0.03  # stroke width in em


class Drawing:
    """One PDF in the making.

    Args:
        layout: the pages.
        fonts: the faces they were set with.
        title, author, subject: the document's properties.
        watermark: words to draw across every page, or None.
    """

    def __init__(
        self,
        layout: Layout,
        fonts: FontBook,
        *,
        title: str = "",
        author: str = "",
        subject: str = "",
        watermark: str | None = None,
    ) -> None:
        self._layout = layout
        self._fonts = fonts
        self._watermark = watermark and draw_watermark(watermark, fonts, layout.geometry)
        self._buffer = BytesIO()
        size = (float(layout.geometry.width), float(layout.geometry.height))
        self._canvas = Canvas(self._buffer, pagesize=size, invariant=1, pageCompression=1, lang="fa-IR")
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(subject)
        self._canvas.setCreator("taahodname")
        self._canvas.setProducer("taahodname, ReportLab")
        self._pages: dict[Face, CodePage] = {}
        self._names: dict[Face, str] = {}

    def finish(self) -> bytes:
        """Draw every page and return the file."""
        for page in self._layout.pages:
            self._draw_page(page)
        for face, codes in self._pages.items():
            add_font(self._canvas, self._names[face], codes)
        self._canvas.save()
        return self._buffer.getvalue()

    def _draw_page(self, page: Page) -> None:
        if self._watermark:
            self._put(self._watermark)
        for marks in (page.behind, page.margins, page.body):
            for mark in marks:
                self._draw(mark)
        self._canvas.showPage()

    def _draw(self, mark: Mark) -> None:
        match mark:
            case TextMark():
                self._draw_line(mark)
            case RuleMark():
                self._draw_rule(mark)
            case FillMark():
                self._put(f"{_rgb(mark.colour)} rg {self._rectangle(mark)} f")
            case PictureMark():
                self._draw_picture(mark)
            case _:
                pass  # a named place is told, not drawn

    def _put(self, operators: str) -> None:
        self._canvas.addLiteral(operators)

    def _up(self, y: float) -> float:
        return float(self._layout.geometry.height) - y

    def _rectangle(self, mark: FillMark) -> str:
        y = self._up(mark.y + mark.height)
        return f"{_n(mark.x)} {_n(y)} {_n(mark.width)} {_n(mark.height)} re"

    def _draw_rule(self, rule: RuleMark) -> None:
        start = f"{_n(rule.x1)} {_n(self._up(rule.y1))} m"
        end = f"{_n(rule.x2)} {_n(self._up(rule.y2))} l S"
        self._put(f"q {_n(rule.width)} w 2 J {_rgb(rule.colour)} RG {start} {end} Q")

    def _draw_picture(self, mark: PictureMark) -> None:
        image = ImageReader(BytesIO(mark.data))
        y = self._up(mark.y + mark.height)
        self._canvas.drawImage(image, mark.x, y, mark.width, mark.height, mask="auto")

    # Text ----------------------------------------------------------------------------------------

    def _draw_line(self, mark: TextMark) -> None:
        for placed in mark.line.placed:
            self._draw_picture_or_shade(mark, placed)
        runs = [placed for placed in mark.line.placed if placed.piece.glyphs]
        if not runs:
            return
        writer = _LineWriter(self, mark.x + runs[0].x, self._up(mark.y))
        for index, placed in enumerate(runs):
            writer.move_to(mark.x + placed.x)
            self._write_piece(writer, runs, index, rtl_line=mark.line.rtl)
        self._put(writer.finish())
        for placed in runs:
            self._draw_rules_of(mark, placed)

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

    def _draw_picture_or_shade(self, mark: TextMark, placed: Placed) -> None:
        piece = placed.piece
        if piece.picture is not None:
            picture = piece.picture
            top = mark.y - picture.height
            self._draw_picture(
                PictureMark(mark.x + placed.x, top, picture.width, picture.height, picture.data)
            )
        elif piece.style is not None and piece.style.shade:
            height = piece.ascent + piece.descent
            fill = FillMark(mark.x + placed.x, mark.y - piece.ascent, placed.width, height, piece.style.shade)
            self._draw(fill)

    def _draw_rules_of(self, mark: TextMark, placed: Placed) -> None:
        style = placed.piece.style
        if style is None:
            return
        left, right = mark.x + placed.x, mark.x + placed.x + placed.width
        for wanted, shift in ((style.underline, 0.12), (style.strike, -0.28)):
            if wanted:
                y = mark.y + shift * style.size
                self._draw_rule(RuleMark(left, y, right, y, style.size * 0.05, style.colour))


class _LineWriter:
    """The operators of one line of text; the pen is followed in points."""

    def __init__(self, drawing: Drawing, x: float, y: float) -> None:
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
        self._out.append(f"{_rgb(style.colour)} rg")
        if choice.embolden:
            self._out.append(f"2 Tr {_n(style.size * _EMBOLDEN)} w {_rgb(style.colour)} RG")
        elif self._state is not None and self._state[0].embolden:
            self._out.append("0 Tr")
        slant = _SLANT if choice.slant else 0.0
        if self._state is None or slant or self._state[0].slant:
            self._out.append(f"1 0 {_n(slant)} 1 {_n(self._pen)} {_n(self._y)} Tm")
        self._state = state

    def _font(self, face: Face, size: float) -> None:
        self._size, self._upem = size, face.upem
        self._out.append(f"/{self._drawing.name(face)} {_n(size)} Tf")

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
            self._array.append(_n(-thousandths))

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
        matrix = f"{_n6(scale)} 0 {_n6(slant)} {_n6(scale)} {_n(x)} {_n(y)} cm"
        self._paths.append(f"q {_rgb(colour)} rg {matrix} {outline(choice.face, slot.outline)} f Q")

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
            self._out.append(f"/{self._drawing.name(shipped)} {_n(self._size)} Tf")
            self._out.append(f"<{self._drawing.codes(shipped).code(gid, text):04X}> Tj")
            self._out.append(f"/{self._drawing.name(face)} {_n(self._size)} Tf")

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


def _n(value: float) -> str:
    """Return a number as PDF writes it."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _n6(value: float) -> str:
    """Return a scale as PDF writes it."""
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"


def _rgb(colour: str) -> str:
    return " ".join(_n(int(colour[i : i + 2], 16) / 255) for i in (0, 2, 4))
