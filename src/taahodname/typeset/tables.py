"""Tables: cells are set as columns of their own, rows become slabs that no page break cuts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from taahodname.paper.blocks import Align, Block, Border, Cell, Paragraph, Row, Table
from taahodname.paper.walk import paragraphs
from taahodname.typeset.marks import Anchor, Edge, EdgesMark, FillMark, Mark, PlaceMark, shift
from taahodname.typeset.slab import Setting, Slab, height_of, stack
from taahodname.typeset.structure import Tag
from taahodname.units import Pt

Fill = Callable[[Iterable[Block], float, Setting], list[Slab]]
"""Sets the blocks of a cell in a column of a width; the flow hands itself in, for cells hold tables too."""


class _Box(Struct):
    """A cell with its content set.

    Attributes:
        inner: the height of its content, the room above the first slab included.
        rise: the room that the line above its row takes: text stands below a line, not in it.
    """

    cell: Cell
    row: int
    x: float
    width: float
    content: list[Slab]
    inner: float
    rise: float = 0.0

    @property
    def natural(self) -> float:
        padding = self.cell.padding
        return self.rise + self.inner + padding.top + padding.bottom


def table_slabs(table: Table, width: float, setting: Setting, fill: Fill) -> list[Slab]:
    """Return a table as one slab a row.

    A row is tied to the next one when its first paragraph asks to be kept with the next, or a cell
    spans both.

    Args:
        table: what to set.
        width: the width of the column the table stands in, in points.
        setting: the fonts and page numbers.
        fill: sets the blocks of a cell.
    """
    if table.share:
        factor = width * table.share / sum(table.columns)
        table = replace(table, columns=tuple(Pt(column * factor) for column in table.columns))
    left = _left_edge(table, width)
    title = _title(table)
    tag = setting.within.add("Table", bookmark=title)
    boxes: list[list[_Box]] = []
    reaching: list[tuple[int, int]] = []  # of each cell that reaches into a row its last row and its columns
    spans_on: list[bool] = []  # whether a cell reaches from a row into the next
    for index, row in enumerate(table.rows):
        line = tag.add("TR")
        names = row.header or (index == 0 and bool(title))
        boxes.append(_boxes(table, row, index, left, setting.inside(line), fill, heads=names))
        reaching = [(last, columns) for last, columns in reaching if last >= index]
        reaching += [(index + cell.row_span - 1, cell.column_span) for cell in row.cells]
        spans_on.append(any(last > index for last, _ in reaching))
        free = len(table.columns) - sum(columns for _, columns in reaching)
        if free > 0:
            # A short row has as many cells as the others, for those who hear the table read.
            line.add("TD", attributes={"ColSpan": free} if free > 1 else {})
    heights = _row_heights(table, boxes)
    found = []
    for index, row in enumerate(table.rows):
        slab = _row_slab(boxes[index], heights, index)
        slab.tied = spans_on[index] or _keeps_next(row)
        slab.header = row.header
        if not spans_on[index]:
            slab.cut = partial(_parts, boxes[index], tied=slab.tied)
            slab.may_split = not row.cant_split
        found.append(slab)
    heads = [slab for slab in found if slab.header]
    for slab in found:
        slab.heads = heads
    return found


def _left_edge(table: Table, width: float) -> float:
    total = sum(table.columns)
    if table.align is Align.CENTER:
        return (width - total) / 2
    at_right = table.rtl == (table.align is Align.START)
    return width - total - table.indent if at_right else float(table.indent)


def _title(table: Table) -> str:
    """Return the words of a first row that is one cell over all columns: what the table is of."""
    cells = table.rows[0].cells if table.rows else ()
    if len(cells) != 1 or len(table.columns) < 2 or cells[0].column_span != len(table.columns):
        return ""
    return " ".join(word for one in paragraphs(cells[0].blocks) for word in one.text.split())


def _boxes(
    table: Table, row: Row, index: int, left: float, setting: Setting, fill: Fill, *, heads: bool
) -> list[_Box]:
    total = sum(table.columns)
    found = []
    for cell in row.cells:
        start = sum(table.columns[: cell.column])
        span = sum(table.columns[cell.column : cell.column + cell.column_span])
        x = left + (total - start - span if table.rtl else start)
        inner = max(1.0, span - cell.padding.left - cell.padding.right)
        inside = setting.enclosed(_cell_tag(cell, setting.within, heads=heads))
        content = fill(cell.blocks, inner, inside)
        found.append(_Box(cell, index, x, span, content, height_of(content, keep_first_gap=True)))
    rise = max((_thickness(box.cell.borders.top) for box in found), default=0.0)
    for box in found:
        box.rise = rise
    return found


def _thickness(border: Border | None) -> float:
    return float(border.width) if border else 0.0


def _cell_tag(cell: Cell, row: Tag, *, heads: bool) -> Tag:
    attributes: dict[str, str | int] = {"Scope": "Column"} if heads else {}
    if cell.column_span > 1:
        attributes["ColSpan"] = cell.column_span
    if cell.row_span > 1:
        attributes["RowSpan"] = cell.row_span
    return row.add("TH" if heads else "TD", attributes=attributes)


def _row_heights(table: Table, boxes: list[list[_Box]]) -> list[float]:
    heights = []
    for row, own in zip(table.rows, boxes, strict=True):
        natural = max((box.natural for box in own if box.cell.row_span == 1), default=0.0)
        heights.append(float(row.height) if row.exact and row.height else max(natural, row.height))
    for own in boxes:
        for box in own:
            last = box.row + box.cell.row_span
            missing = box.natural - sum(heights[box.row : last])
            if box.cell.row_span > 1 and missing > 0:
                heights[last - 1] += missing
    if heights:
        heights[-1] += max((_thickness(box.cell.borders.bottom) for box in boxes[-1]), default=0.0)
    return heights


def _row_slab(boxes: list[_Box], heights: list[float], index: int) -> Slab:
    marks: list[Mark | Anchor] = []
    edges: list[Edge] = []
    for box in boxes:
        height = sum(heights[box.row : box.row + box.cell.row_span])
        marks += _cell_marks(box, height)
        edges += _edges(box, height)
    notes = [note for box in boxes for slab in box.content for note in slab.notes]
    return Slab(heights[index], marks + _drawn(edges), notes=notes)


def _drawn(edges: Iterable[Edge]) -> list[Mark | Anchor]:
    """Return the borders of a row's cells as one mark; what two cells share is ruled once."""
    once = tuple(dict.fromkeys(edges))
    return [EdgesMark(0.0, 0.0, once)] if once else []


def _cell_marks(box: _Box, height: float) -> list[Mark | Anchor]:
    cell = box.cell
    marks: list[Mark | Anchor] = []
    if cell.shade:
        marks.append(FillMark(box.x, 0.0, box.width, height, cell.shade))
    if cell.name:
        marks.append(PlaceMark(box.x, 0.0, box.width, height, cell.name))
    free = max(0.0, height - box.natural)
    drop = {"top": 0.0, "center": free / 2, "bottom": free}[cell.valign]
    return marks + stack(box.content, box.x + cell.padding.left, box.rise + cell.padding.top + drop)


def _edges(box: _Box, height: float) -> list[Edge]:
    borders = box.cell.borders
    # As exact as a PDF is: what two cells share is then one place for both.
    left, right, bottom = round(box.x, 3), round(box.x + box.width, 3), round(height, 3)
    sides: tuple[tuple[Border | None, float, float, float, float], ...] = (
        (borders.top, left, 0.0, right, 0.0),
        (borders.bottom, left, bottom, right, bottom),
        (borders.left, left, 0.0, left, bottom),
        (borders.right, right, 0.0, right, bottom),
    )
    return [Edge(x1, y1, x2, y2, b.width, b.colour, b.ruling) for b, x1, y1, x2, y2 in sides if b and b.width]


def _keeps_next(row: Row) -> bool:
    for cell in row.cells:
        for block in cell.blocks:
            if isinstance(block, Paragraph):
                if block.format.keep_next:
                    return True
                break
    return False


def _parts(boxes: list[_Box], *, tied: bool) -> list[Slab]:
    """Return a row cut line by line, for a page that cannot hold it whole.

    The n-th part of the row holds the n-th line of every cell.
    """
    longest = max((len(box.content) for box in boxes), default=0)
    if longest < 2:
        return []
    parts = []
    for step in range(longest):
        own = [box.content[step] if step < len(box.content) else Slab(0.0, []) for box in boxes]
        tall = max(slab.height + slab.before for slab in own)
        parts.append(_part(boxes, own, tall, first=step == 0, last=step == longest - 1))
    parts[-1].tied = tied
    return parts


def _part(boxes: list[_Box], own: list[Slab], tall: float, *, first: bool, last: bool) -> Slab:
    top = max(box.rise + box.cell.padding.top for box in boxes) if first else 0.0
    bottom = max(box.cell.padding.bottom for box in boxes) if last else 0.0
    height = top + tall + bottom
    marks: list[Mark | Anchor] = []
    for box, slab in zip(boxes, own, strict=True):
        if box.cell.shade:
            marks.append(FillMark(box.x, 0.0, box.width, height, box.cell.shade))
        marks += shift(slab.marks, box.x + box.cell.padding.left, top + slab.before)
        marks += _drawn(
            edge for edge in _edges(box, height) if edge.x1 == edge.x2 or (first if edge.y1 == 0.0 else last)
        )
        if first and box.cell.name:
            marks.append(PlaceMark(box.x, 0.0, box.width, height, box.cell.name))
    return Slab(height, marks, notes=[note for slab in own for note in slab.notes])
