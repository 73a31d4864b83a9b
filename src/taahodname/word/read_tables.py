"""Reading tables: grid, spans, borders, shading and padding, from the table's style and its own settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Align, Block, Border, Borders, Cell, Padding, Paragraph, Row, Table
from taahodname.units import Pt, twips_to_pt
from taahodname.word.markup import Element, integer, is_on, shorten
from taahodname.word.names import prefixed, qn
from taahodname.word.read_borders import border, shading
from taahodname.word.read_frames import framed
from taahodname.word.read_table_styles import COLUMNS, ROWS, Layer, Spot, TableStyle
from taahodname.word.read_text import Story

ReadBlocks = Callable[[Iterable[Element], Story], tuple[Block, ...]]

_SIDES = ("top", "bottom", "start", "end", "insideH", "insideV")
_NO_LENGTH = 1e6  # twips: no sheet is so long
_OLD_NAMES = {"start": "left", "end": "right"}
_INSIDE = {"top": "insideH", "bottom": "insideH", "start": "insideV", "end": "insideV"}
_WORD_PADDING = {"top": Pt(0), "bottom": Pt(0), "start": Pt(5.4), "end": Pt(5.4)}
_CELL, _SPAN, _OLD_MERGE, _MERGE = (qn(tag) for tag in ("w:tcPr", "w:gridSpan", "w:hMerge", "w:vMerge"))
_TRACKED = frozenset({qn("w:cellIns"), qn("w:cellDel"), qn("w:cellMerge")})
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
    return framed(element, story, read_blocks, _read_whole, _content)


def _read_whole(element: Element, story: Story, read_blocks: ReadBlocks) -> Table:
    return _TableReader(element, story, read_blocks).read()


class _TableReader:
    def __init__(self, element: Element, story: Story, read_blocks: ReadBlocks) -> None:
        self.element = element
        self.story = story
        self.read_blocks = read_blocks
        self.style = TableStyle(element, story.styles)
        self.layers = self.style.properties(element.find(qn("w:tblPr")))
        self.rtl = is_on(self.find("w:bidiVisual"))
        self.padding = self.read_padding(self.layers, _WORD_PADDING)
        self.borders = self.sides()

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

    def sides(self, exception: Element | None = None) -> dict[str, Border | None]:
        """Return the borders of the table, those that a row excepts from them last."""
        found: dict[str, Border | None] = dict.fromkeys(_SIDES)
        for layer in (*self.layers, exception):
            box = None if layer is None else layer.find(qn("w:tblBorders"))
            for side in _SIDES:
                own = _of_side(box, side)
                if own is not None:
                    found[side] = border(own)
        return found

    def read(self) -> Table:
        self.check()
        rows = [row for row in _within(self.element, "w:tr") if not _is_hidden(row)]
        grid = [self.raw_cells(row) for row in rows]
        columns = self.columns(grid)
        return Table(
            tuple(self.row(row, index, grid, len(columns)) for index, row in enumerate(rows)),
            columns,
            self.rtl,
            self.align(),
            self.indent(),
            self.share(),
        )

    def check(self) -> None:
        for tag, label in _REFUSED_TABLE.items():
            if self.find(tag) is not None:
                raise self.refuse(f"{label} ({tag})")
        if _twips(self.find("w:tblCellSpacing"), "w:w"):
            raise self.refuse("فاصلهٔ میان خانه‌ها (w:tblCellSpacing)")
        for child in self.element:
            if isinstance(child.tag, str) and child.tag not in _TABLE_CHILDREN:
                raise self.refuse(f"محتوای ناشناخته در جدول ({child.tag.rpartition('}')[2]})")

    def columns(self, grid: Sequence[Mapping[int, _RawCell]]) -> tuple[Pt, ...]:
        """Return the widths of the columns: those of the grid, which Word saves, or else those of cells."""
        found = self.element.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
        widths = {index: _twips(column, "w:w") or 0.0 for index, column in enumerate(found)}
        count = max([len(widths), *(column + cell.span for row in grid for column, cell in row.items())])
        for row in grid:
            for column, cell in row.items():
                width = _twips(cell.element.find(f"{qn('w:tcPr')}/{qn('w:tcW')}"), "w:w")
                if cell.span == 1 and not widths.get(column) and width:
                    widths[column] = width
        if not count or not all(widths.get(column) for column in range(count)):
            raise self.refuse("جدول بی‌اندازهٔ ستون (w:gridCol)")
        return tuple(Pt(widths[column]) for column in range(count))

    def share(self) -> float:
        """Return how much of its column's width the table takes, or 0 where it has a width of its own."""
        width = self.find("w:tblW")
        if width is None or width.get(qn("w:type")) != "pct":
            return 0.0
        # In fiftieths of a percent, or with a sign of percent (ECMA-376 §17.18.90).
        found = re.fullmatch(r"(\d{1,6}(?:\.\d+)?)(%?)", width.get(qn("w:w"), ""))
        return 0.0 if found is None else float(found[1]) / (100 if found[2] else 5000)

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

    def raw_cells(self, row: Element) -> dict[int, _RawCell]:
        """Return the cells of a row by the column they begin in."""
        column = max(0, integer(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0))
        found: dict[int, _RawCell] = {}
        last: _RawCell | None = None
        for cell in _within(row, "w:tc"):
            own = cell.find(_CELL)
            props = {} if own is None else {child.tag: child for child in own}
            self.check_cell(props)
            span, merge = max(1, integer(props.get(_SPAN), 1)), props.get(_OLD_MERGE)
            if last is not None and merge is not None and merge.get(qn("w:val"), "continue") == "continue":
                last.span += span
            else:
                last = found[column] = _RawCell(cell, span)
            column += span
        return found

    def check_cell(self, props: Mapping[str, Element]) -> None:
        for tag in _TRACKED.intersection(props):
            name = prefixed(tag)
            raise self.refuse(f"تغییر ردیابی‌شده در جدول ({name})؛ در ورد آن را بپذیرید یا رد کنید")

    def row(self, row: Element, index: int, grid: list[dict[int, _RawCell]], count: int) -> Row:
        props = row.find(qn("w:trPr"))
        for tag in ("w:ins", "w:del"):
            if props is not None and props.find(qn(tag)) is not None:
                raise self.refuse(f"ردیف ردیابی‌شده در جدول ({tag})؛ در ورد آن را بپذیرید یا رد کنید")
        height = None if props is None else props.find(qn("w:trHeight"))
        exception = row.find(qn("w:tblPrEx"))
        sides = self.borders if exception is None else self.sides(exception)
        found = []
        for column, cell in grid[index].items():
            if not _is_continued(column, index, grid):
                spot = Spot(index, column, _row_span(column, index, grid), cell.span, len(grid), count)
                found.append(self.cell(cell.element, spot, sides))
        return Row(
            tuple(found),
            Pt(_twips(height, "w:val") or 0),
            exact=height is not None and height.get(qn("w:hRule")) == "exact",
            cant_split=props is not None and is_on(props.find(qn("w:cantSplit"))),
            header=props is not None and is_on(props.find(qn("w:tblHeader"))),
        )

    def cell(self, cell: Element, spot: Spot, sides: Mapping[str, Border | None]) -> Cell:
        own = cell.find(qn("w:tcPr"))
        layers = self.style.layers(spot)
        boxes = [(one.element.find(qn("w:tcPr")), one.condition) for one in layers]
        styled = [Layer(box, condition) for box, condition in boxes if box is not None]
        props = [layer.element for layer in styled] + ([] if own is None else [own])
        direction = _nearest(props, "w:textDirection")
        if direction is not None and direction.get(qn("w:val")) not in ("lrTb", "tbLrV", None):
            raise self.refuse("متن عمودی (w:textDirection)")
        text_layers = tuple(layer.element for layer in layers if layer.shapes_text)
        story = replace(self.story, table=text_layers)
        blocks, name = _content(self.read_blocks(cell, story))
        self.story.watermark = self.story.watermark or story.watermark
        valign = _nearest(props, "w:vAlign")
        return Cell(
            blocks,
            spot.column,
            spot.column_span,
            spot.row_span,
            self.cell_borders(styled, own, spot, sides),
            _shade(_nearest(props, "w:shd")),
            self.as_padding(self.read_padding(props, self.padding, "w:tcMar")),
            _VALIGN.get("" if valign is None else valign.get(qn("w:val"), ""), "top"),
            name,
        )

    def cell_borders(
        self,
        styled: Sequence[Layer],
        own: Element | None,
        spot: Spot,
        sides: Mapping[str, Border | None],
    ) -> Borders:
        outer = {
            "top": spot.is_first_row,
            "bottom": spot.is_last_row,
            "start": spot.is_first_column,
            "end": spot.is_last_column,
        }
        found = {side: sides[side if is_outer else _INSIDE[side]] for side, is_outer in outer.items()}
        for layer in styled:
            box = layer.element.find(qn("w:tcBorders"))
            for side, is_outer in outer.items():
                edge = side if is_outer or _is_edge(layer.condition, side) else _INSIDE[side]
                line = _of_side(box, edge)
                if line is not None:
                    found[side] = border(line)
        box = None if own is None else own.find(qn("w:tcBorders"))
        for side in found:
            line = _of_side(box, side)
            if line is not None:
                found[side] = border(line)
        left, right = ("end", "start") if self.rtl else ("start", "end")
        return Borders(found["top"], found[right], found["bottom"], found[left])

    def as_padding(self, found: dict[str, Pt]) -> Padding:
        left, right = ("end", "start") if self.rtl else ("start", "end")
        return Padding(found["top"], found[right], found["bottom"], found[left])


_TABLE_CHILDREN = {
    qn(tag)
    for tag in (
        "w:tblPr", "w:tblGrid", "w:tr", "w:bookmarkStart", "w:bookmarkEnd", "w:tblPrEx", "w:sdt",
        "w:customXml", "w:permStart", "w:permEnd", "w:proofErr",
    )
}  # fmt: skip


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, those in content controls too."""
    for child in parent:
        if child.tag == qn(tag):
            yield child
        elif child.tag == qn("w:sdt"):
            content = child.find(qn("w:sdtContent"))
            if content is not None:
                yield from _within(content, tag)
        elif child.tag == qn("w:customXml"):
            yield from _within(child, tag)


def _is_hidden(row: Element) -> bool:
    return is_on(row.find(f"{qn('w:trPr')}/{qn('w:hidden')}"))


def _nearest(layers: Sequence[Element], tag: str) -> Element | None:
    found = (layer.find(qn(tag)) for layer in reversed(layers))
    return next((one for one in found if one is not None), None)


def _of_side(box: Element | None, side: str) -> Element | None:
    """Return the line of a side; the newer of its two names counts when both stand."""
    if box is None:
        return None
    found = (box.find(qn(f"w:{name}")) for name in (side, _OLD_NAMES.get(side, side)))
    return next((one for one in found if one is not None), None)


def _is_edge(condition: str, side: str) -> bool:
    """Return whether a side of any cell is an edge of what a condition holds for."""
    if condition in ROWS:
        return side in ("top", "bottom")
    if condition in COLUMNS:
        return side in ("start", "end")
    return condition.endswith("Cell")


def _shade(element: Element | None) -> str | None:
    return None if element is None else shading(element)


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


class _RawCell(Struct):
    """A cell, and how many columns it takes."""

    element: Element
    span: int

    @property
    def merge(self) -> str:
        """How it is merged with what stands above: «restart», «continue» or not at all."""
        props = self.element.find(_CELL)
        merge = None if props is None else props.find(_MERGE)
        return "" if merge is None else merge.get(qn("w:val"), "continue")


def _is_continued(column: int, row: int, grid: Sequence[Mapping[int, _RawCell]]) -> bool:
    """Return whether a cell goes on with one above; one that says so with none above stands for itself."""
    above = row
    while above and column in grid[above] and grid[above][column].merge == "continue":
        above -= 1
    return above < row and column in grid[above] and grid[above][column].merge == "restart"


def _row_span(column: int, row: int, grid: Sequence[Mapping[int, _RawCell]]) -> int:
    if grid[row][column].merge != "restart":
        return 1
    last = row + 1
    while last < len(grid) and column in grid[last] and grid[last][column].merge == "continue":
        last += 1
    return last - row


def _content(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], str | None]:
    """Return what stands in a cell of all that was read in it, and the cell's name."""
    return _take_name(_without_end(blocks))


def _without_end(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return a cell's blocks without the empty paragraph that must follow a table, which has no height."""
    if len(blocks) > 1 and isinstance(blocks[-2], Table):
        last = blocks[-1]
        if isinstance(last, Paragraph) and not last.inlines and last.name is None:
            return blocks[:-1]
    return blocks


def _take_name(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], str | None]:
    """Return a cell's blocks and the bookmark of its first paragraph, which names the cell instead."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or first.name is None:
        return blocks, None
    return (replace(first, name=None), *blocks[1:]), first.name
