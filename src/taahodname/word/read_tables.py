"""Reading tables: grid, spans, borders, shading and padding, from the table's style and its own settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Literal

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Align, Block, Border, Borders, Cell, Padding, Paragraph, Row, Table
from taahodname.units import Pt, twips_to_pt
from taahodname.word.markup import Element, is_on, shorten
from taahodname.word.names import qn
from taahodname.word.read_styles import Cascade, border, colour
from taahodname.word.read_text import Story

ReadBlocks = Callable[[Iterable[Element], Story], tuple[Block, ...]]

_SIDES = ("top", "bottom", "start", "end", "insideH", "insideV")
_NO_LENGTH = 1e6  # twips: no sheet is so long
_OLD_NAMES = {"start": "left", "end": "right"}
_WORD_PADDING = {"top": Pt(0), "bottom": Pt(0), "start": Pt(5.4), "end": Pt(5.4)}
_REFUSED_TABLE = {"w:tblpPr": "جدول شناور"}
_VALIGN: dict[str, Literal["top", "center", "bottom"]] = {"center": "center", "bottom": "bottom"}


def read_table(element: Element, story: Story, read_blocks: ReadBlocks) -> Table:
    """Return a table.

    Args:
        element: the w:tbl.
        story: what it is read with.
        read_blocks: reads the content of a cell, for cells hold tables too.

    Raises:
        UnsupportedFeature: when it holds something the reader does not know.
    """
    return _TableReader(element, story, read_blocks).read()


class _TableReader:
    def __init__(self, element: Element, story: Story, read_blocks: ReadBlocks) -> None:
        self.element = element
        self.story = story
        self.read_blocks = read_blocks
        self.layers = _layers(element, story.styles)
        self.rtl = is_on(self.find("w:bidiVisual"))
        self.borders = {side: self.side("w:tblBorders", side) for side in _SIDES}
        self.padding = self.read_padding(self.layers, _WORD_PADDING)

    def refuse(self, feature: str) -> UnsupportedFeature:
        words = "".join(text.text or "" for text in self.element.iter(qn("w:t")))
        return UnsupportedFeature(feature, self.story.part, shorten(words))

    def find(self, tag: str) -> Element | None:
        """Return a property of the table, the nearest layer first."""
        for layer in reversed(self.layers):
            found = layer.find(qn(tag))
            if found is not None:
                return found
        return None

    def side(self, tag: str, side: str) -> Border | None:
        for layer in reversed(self.layers):
            box = layer.find(qn(tag))
            for name in (side, _OLD_NAMES.get(side, side)):
                found = None if box is None else box.find(qn(f"w:{name}"))
                if found is not None:
                    return border(found)
        return None

    def read(self) -> Table:
        self.check()
        columns = self.columns()
        rows = self.element.findall(qn("w:tr"))
        cells = [self.raw_cells(row) for row in rows]
        return Table(
            tuple(self.row(row, index, cells, len(columns)) for index, row in enumerate(rows)),
            columns,
            self.rtl,
            self.align(),
            self.indent(),
        )

    def check(self) -> None:
        for tag, label in _REFUSED_TABLE.items():
            if self.find(tag) is not None:
                raise self.refuse(f"{label} ({tag})")
        style = self.element.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        for layer in self.story.styles.chain("" if style is None else style.get(qn("w:val"), "")):
            if layer.find(qn("w:tblStylePr")) is not None:
                raise self.refuse("سبک شرطی جدول (w:tblStylePr)")
        for child in self.element:
            if isinstance(child.tag, str) and child.tag not in _TABLE_CHILDREN:
                raise self.refuse(f"محتوای ناشناخته در جدول ({child.tag.rpartition('}')[2]})")

    def columns(self) -> tuple[Pt, ...]:
        widths = [
            _twips(column, "w:w") for column in self.element.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
        ]
        if not widths or not all(widths):
            raise self.refuse("جدول بی‌اندازهٔ ستون (w:gridCol)")
        return tuple(Pt(width) for width in widths if width)

    def align(self) -> Align:
        jc = self.find("w:jc")
        value = "start" if jc is None else jc.get(qn("w:val"), "start")
        return {"center": Align.CENTER, "end": Align.END, "right": Align.END}.get(value, Align.START)

    def indent(self) -> Pt:
        return Pt(_twips(self.find("w:tblInd"), "w:w") or 0)

    def read_padding(
        self, layers: Sequence[Element], base: dict[str, Pt], tag: str = "w:tblCellMar"
    ) -> dict[str, Pt]:
        found = dict(base)
        for layer in layers:
            box = layer.find(qn(tag))
            for side in _WORD_PADDING:
                for name in (_OLD_NAMES.get(side, side), side):
                    width = None if box is None else _twips(box.find(qn(f"w:{name}")), "w:w")
                    if width is not None:
                        found[side] = Pt(width)
        return found

    # Rows and cells -------------------------------------------------------------------------------

    def raw_cells(self, row: Element) -> dict[int, Element]:
        """Return the cells of a row by the column they begin in."""
        column = 0
        found = {}
        for cell in row.findall(qn("w:tc")):
            found[column] = cell
            column += _span(cell)
        return found

    def row(self, row: Element, index: int, cells: list[dict[int, Element]], count: int) -> Row:
        props = row.find(qn("w:trPr"))
        for tag in ("w:gridBefore", "w:gridAfter"):
            if props is not None and props.find(qn(tag)) is not None:
                raise self.refuse(f"ردیف کوتاه جدول ({tag})")
        height = None if props is None else props.find(qn("w:trHeight"))
        found = [
            self.cell(cell, column, index, cells, count)
            for column, cell in cells[index].items()
            if _merge_kind(cell) != "continue"
        ]
        return Row(
            tuple(found),
            Pt(_twips(height, "w:val") or 0),
            exact=height is not None and height.get(qn("w:hRule")) == "exact",
            cant_split=props is not None and is_on(props.find(qn("w:cantSplit"))),
            header=props is not None and is_on(props.find(qn("w:tblHeader"))),
        )

    def cell(self, cell: Element, column: int, row: int, cells: list[dict[int, Element]], count: int) -> Cell:
        props = cell.find(qn("w:tcPr"))
        direction = None if props is None else props.find(qn("w:textDirection"))
        if direction is not None and direction.get(qn("w:val")) not in ("lrTb", "tbLrV", None):
            raise self.refuse("متن عمودی (w:textDirection)")
        span, rows = _span(cell), _row_span(column, row, cells)
        blocks = self.read_blocks(cell, self.story)
        blocks, name = _take_name(blocks)
        layers = [] if props is None else [props]
        valign = None if props is None else props.find(qn("w:vAlign"))
        return Cell(
            blocks,
            column,
            span,
            rows,
            self.cell_borders(props, column, span, row, rows, count, len(cells)),
            colour(None if props is None else props.find(qn("w:shd")), "w:fill"),
            self.as_padding(self.read_padding(layers, self.padding, "w:tcMar")),
            _VALIGN.get("" if valign is None else valign.get(qn("w:val"), ""), "top"),
            name,
        )

    def cell_borders(
        self, props: Element | None, column: int, span: int, row: int, rows: int, columns: int, count: int
    ) -> Borders:
        outer = {
            "top": "top" if row == 0 else "insideH",
            "bottom": "bottom" if row + rows == count else "insideH",
            "start": "start" if column == 0 else "insideV",
            "end": "end" if column + span == columns else "insideV",
        }
        found = {side: self.borders[source] for side, source in outer.items()}
        box = None if props is None else props.find(qn("w:tcBorders"))
        for side in found:
            for name in (_OLD_NAMES.get(side, side), side):
                own = None if box is None else box.find(qn(f"w:{name}"))
                if own is not None:
                    found[side] = border(own)
        left, right = ("end", "start") if self.rtl else ("start", "end")
        return Borders(found["top"], found[right], found["bottom"], found[left])

    def as_padding(self, found: dict[str, Pt]) -> Padding:
        left, right = ("end", "start") if self.rtl else ("start", "end")
        return Padding(found["top"], found[right], found["bottom"], found[left])


_TABLE_CHILDREN = {
    qn(tag) for tag in ("w:tblPr", "w:tblGrid", "w:tr", "w:bookmarkStart", "w:bookmarkEnd", "w:tblPrEx")
}


def _layers(element: Element, styles: Cascade) -> list[Element]:
    """Return the property elements that shape a table, the farthest first."""
    own = element.find(qn("w:tblPr"))
    named = None if own is None else own.find(qn("w:tblStyle"))
    style_id = styles.default("table") if named is None else named.get(qn("w:val"), "")
    found = [style.find(qn("w:tblPr")) for style in styles.chain(style_id)]
    return [layer for layer in (*found, own) if layer is not None]


def _twips(element: Element | None, name: str) -> float | None:
    value = None if element is None else element.get(qn(name))
    if element is None or value is None or element.get(qn("w:type"), "dxa") not in ("dxa", ""):
        return None
    try:
        twips = float(value)
    except ValueError:
        return None
    # «NaN» and «1e999» are numbers to Python and no lengths to anyone.
    return float(twips_to_pt(twips)) if abs(twips) < _NO_LENGTH else None


def _span(cell: Element) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return int(span.get(qn("w:val"), "1")) if span is not None else 1


def _merge_kind(cell: Element) -> str:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return "" if merge is None else merge.get(qn("w:val"), "continue")


def _row_span(column: int, row: int, cells: list[dict[int, Element]]) -> int:
    if _merge_kind(cells[row][column]) != "restart":
        return 1
    last = row + 1
    while last < len(cells) and column in cells[last] and _merge_kind(cells[last][column]) == "continue":
        last += 1
    return last - row


def _take_name(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], str | None]:
    """Return a cell's blocks and the bookmark of its first paragraph, which names the cell instead."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or first.name is None:
        return blocks, None
    return (replace(first, name=None), *blocks[1:]), first.name
