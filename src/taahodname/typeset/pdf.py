"""Drawing: a layout becomes a tagged PDF/A through ReportLab, with fonts subset and embedded."""

from __future__ import annotations

import math
from collections.abc import Mapping

from taahodname.paper.blocks import PageGeometry
from taahodname.paper.drawings import Path
from taahodname.typeset.archive import About, describe
from taahodname.typeset.fonts import FontBook
from taahodname.typeset.imported import ImportedPage
from taahodname.typeset.lines import Placed
from taahodname.typeset.marks import (
    EdgesMark,
    FillMark,
    Mark,
    OutlineMark,
    PictureMark,
    RuleMark,
    ShapeMark,
    SheetMark,
    TextMark,
    TurnedMark,
)
from taahodname.typeset.operators import number, ratio, rgb
from taahodname.typeset.pages import Layout, Page
from taahodname.typeset.pdf_canvas import PdfCanvas
from taahodname.typeset.pdf_file import save
from taahodname.typeset.pdf_fonts import add_font
from taahodname.typeset.pdf_leaders import leader_operators
from taahodname.typeset.pdf_paths import clipping, draw_outlines, draw_path, extent
from taahodname.typeset.pdf_pictures import Pictures, placing
from taahodname.typeset.pdf_rules import edges_operators, rule_operators
from taahodname.typeset.pdf_shapes import shape_operators
from taahodname.typeset.pdf_small import DrawnPage, SmallPages, codes_for
from taahodname.typeset.pdf_text import TextDrawing, plan_of
from taahodname.typeset.structure import LAYOUT, Artifact
from taahodname.typeset.tagging import Tagging
from taahodname.typeset.watermark import watermark as draw_watermark


class Drawing:
    """One PDF in the making.

    Args:
        layout: the pages.
        fonts: the faces they were set with.
        about: what the file says of itself.
        watermark: words to draw across every page, or None.
        artwork: pages to draw in place of the pictures that stand for them; see `Pictures`.
    """

    def __init__(
        self,
        layout: Layout,
        fonts: FontBook,
        *,
        about: About,
        watermark: str | None = None,
        artwork: Mapping[str, ImportedPage] | None = None,
    ) -> None:
        self._layout = layout
        self._height = float(layout.geometry.height)
        self._words = watermark
        self._fonts = fonts
        self._watermarks: dict[PageGeometry, str] = {}
        self._canvas = PdfCanvas(float(layout.geometry.width), self._height)
        self._put = self._canvas.addLiteral
        describe(self._canvas, about)
        self._tags = Tagging(self._canvas, layout.structure)
        self._pictures = Pictures(self._canvas, artwork or {})
        codes = codes_for(layout)
        self._small = SmallPages(self._canvas, codes, self._pictures)
        self._text = TextDrawing(fonts, codes)

    def finish(self) -> bytes:
        """Draw every page and return the file."""
        for page in self._layout.pages:
            self._draw_page(page)
        for codes in self._text.used():
            add_font(self._canvas, codes)
        self._tags.finish()
        return save(self._canvas)

    @property
    def drawn(self) -> tuple[DrawnPage, ...]:
        """What stands on each page of the finished file, for another PDF to show it in small."""
        return self._small.drawn

    def _draw_page(self, page: Page) -> None:
        sheet = page.geometry or self._layout.geometry
        self._height = float(sheet.height)
        self._canvas.setPageSize((float(sheet.width), self._height))
        self._text.begin_page()
        for mark in page.behind:
            self._draw(mark)
        if self._words:  # a letterhead may fill the sheet, and would hide it
            self._tags.enter(Artifact("Watermark"), 0.0)
            self._put(self._watermark(self._words, sheet))
        for mark in (*page.margins, *page.body):
            self._draw(mark)
        self._tags.end_page()
        self._canvas.showPage()
        self._small.note()

    def _watermark(self, words: str, sheet: PageGeometry) -> str:
        if sheet not in self._watermarks:
            self._watermarks[sheet] = draw_watermark(words, self._fonts, sheet)
        return self._watermarks[sheet]

    def _draw(self, mark: Mark) -> None:
        match mark:
            case TextMark():
                self._draw_line(mark)
            case EdgesMark():
                self._draw_edges(mark)
            case RuleMark():
                self._draw_rule(mark)
            case FillMark():
                self._tags.enter(LAYOUT, self._up(mark.y))
                self._put(f"{rgb(mark.colour)} rg {self._rectangle(mark)} f")
            case PictureMark():
                self._draw_picture(mark)
            case ShapeMark():
                self._draw_shape(mark)
            case SheetMark():
                self._draw_sheet(mark)
            case TurnedMark():
                self._draw_turned(mark)
            case OutlineMark():
                self._tags.enter(mark.tag, self._up(mark.y))
                draw_outlines(self._canvas, mark, self._up(mark.y))
            case _:
                pass  # a named place is told, not drawn

    def _up(self, y: float) -> float:
        return self._height - y

    def _rectangle(self, mark: FillMark) -> str:
        y = self._up(mark.y + mark.height)
        return f"{number(mark.x)} {number(y)} {number(mark.width)} {number(mark.height)} re"

    def _draw_edges(self, mark: EdgesMark) -> None:
        y = self._up(mark.y)
        self._tags.enter(LAYOUT, y)
        self._put(f"q 1 0 0 1 {number(mark.x)} {number(y)} cm {edges_operators(mark.edges)} Q")

    def _draw_rule(self, rule: RuleMark) -> None:
        self._tags.enter(LAYOUT, self._up(rule.y1))
        self._put(rule_operators(rule, self._up(rule.y1), self._up(rule.y2)))

    def _draw_picture(self, mark: PictureMark) -> None:
        top, y = self._up(mark.y), self._up(mark.y + mark.height)
        self._tags.enter(mark.tag, top)
        self._tags.enclose(mark.tag, (mark.x, y, mark.x + mark.width, top))
        name = self._pictures.name(mark.data)
        self._put(f"q {clipping(mark.clip, mark.x, top)}{placing(mark, y)}")
        self._canvas.doForm(name)
        self._put("Q")

    def _draw_shape(self, mark: ShapeMark) -> None:
        self._tags.enter(mark.tag, self._up(mark.y))
        if isinstance(mark.shape, Path):
            left, top = mark.x, self._up(mark.y)
            self._tags.enclose(mark.tag, extent(mark.shape, left, top))
            draw_path(self._canvas, mark.shape, left, top)
        else:
            self._put(shape_operators(mark.shape, mark.x, self._up(mark.y)))

    def _draw_turned(self, mark: TurnedMark) -> None:
        """Draw marks turned about a point; the readers' state is that of a page of its own."""
        self._tags.leave()
        angle = math.radians(-mark.turn)
        cos, sin = ratio(math.cos(angle)), ratio(math.sin(angle))
        back = ratio(-math.sin(angle))
        self._put(f"q {cos} {sin} {back} {cos} {number(mark.x)} {number(self._up(mark.y))} cm")
        outer, self._height = self._height, 0.0
        self._text.begin_page()
        for inner in mark.marks:
            self._draw(inner)
        self._text.begin_page()
        self._height = outer
        self._tags.leave()
        self._put("Q")

    def _draw_sheet(self, sheet: SheetMark) -> None:
        """Draw a page in small; the readers' state is that of a page of its own."""
        top = self._up(sheet.y)
        bottom = top - sheet.height * sheet.scale
        self._tags.enter(sheet.tag, top)
        self._tags.enclose(sheet.tag, (sheet.x, bottom, sheet.x + sheet.width * sheet.scale, top))
        self._small.draw(sheet, sheet.x, bottom)
        self._text.begin_page()

    # Text ----------------------------------------------------------------------------------------

    def _draw_line(self, mark: TextMark) -> None:
        line, decorated = mark.line, plan_of(mark.line).decorated
        for placed in decorated:
            self._draw_shade(mark, placed)
        operators = self._text.line(line, mark.x, self._height - mark.y)
        if operators:
            self._tags.enter(mark.tag, self._height - (mark.y - line.ascent))
            self._put(operators)
        for placed in decorated:
            if placed.piece.glyphs:
                self._draw_rules_of(mark, placed)
            elif placed.piece.leader:
                self._draw_leader(mark, placed)

    def _draw_shade(self, mark: TextMark, placed: Placed) -> None:
        piece = placed.piece
        if piece.picture is None and piece.style is not None and piece.style.shade:
            height = piece.ascent + piece.descent
            fill = FillMark(mark.x + placed.x, mark.y - piece.ascent, placed.width, height, piece.style.shade)
            self._draw(fill)

    def _draw_leader(self, mark: TextMark, placed: Placed) -> None:
        style = placed.piece.style
        if style is not None:
            left, y = mark.x + placed.x, self._up(mark.y)
            self._tags.enter(LAYOUT, y)
            sign = placed.piece.leader
            self._put(leader_operators(sign, left, left + placed.width, y, style.size, style.colour))

    def _draw_rules_of(self, mark: TextMark, placed: Placed) -> None:
        style = placed.piece.style
        if style is None:
            return
        left, right = mark.x + placed.x, mark.x + placed.x + placed.width
        for wanted, shift in ((style.underline, 0.12), (style.strike, -0.28)):
            if wanted:
                y = mark.y + shift * style.size - style.rise
                self._draw_rule(RuleMark(left, y, right, y, style.size * 0.05, style.colour))
