"""Tables: cells are set as columns of their own, rows become slabs that no page break cuts."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from taahodname.paper.blocks import Align, Paragraph, Row, Table
from taahodname.paper.walk import paragraphs
from taahodname.typeset.rows import Fill, Grid, SetRow, set_row, thickness
from taahodname.typeset.slab import Setting, Slab
from taahodname.typeset.structure import Tag
from taahodname.units import Pt


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
    grid = Grid(table.columns, _left_edge(table, width), table.rtl)
    title = _title(table)
    tag = setting.within.add("Table", bookmark=title)
    rows: list[tuple[SetRow, Sequence[Tag]]] = []
    reaching: list[tuple[int, int]] = []  # of each cell that reaches into a row its last row and its columns
    reach: list[int] = []  # the last row that a cell of each reaches into, or of one above
    for index, row in enumerate(table.rows):
        line = tag.add("TR")
        heads = row.header or (index == 0 and bool(title))
        rows.append(set_row(row, grid, setting.inside(line), fill, heads=heads))
        reaching = [(last, columns) for last, columns in reaching if last >= index]
        reaching += [(index + cell.row_span - 1, cell.column_span) for cell in row.cells]
        reach.append(max([last for last, _ in reaching], default=index))
        free = len(table.columns) - sum([columns for _, columns in reaching])
        if free > 0:
            # A short row has as many cells as the others, for those who hear the table read.
            line.add("TD", attributes={"ColSpan": free} if free > 1 else {})
    heights = tuple(_row_heights([own for own, _ in rows]))
    found = []
    for index, (own, tags) in enumerate(rows):
        slab = own.slab(heights[index : reach[index] + 1], tags)
        slab.tied = reach[index] > index or _keeps_next(own.row)
        if reach[index] <= index:
            slab.cut = _Cut(own, tags, slab.tied)
            slab.may_split = not own.row.cant_split
        found.append(slab)
    heads_of_table = [slab for slab in found if slab.header]
    for slab in found:
        if not slab.header:
            slab.heads = heads_of_table
    return found


class _Cut(Struct, frozen=True, gc=False):
    """Cuts a row line by line, the last line tied to the next row as the whole one is."""

    row: SetRow
    tags: Sequence[Tag]
    tied: bool

    def __call__(self) -> list[Slab]:
        parts = self.row.cut(self.tags)
        if parts:
            parts[-1].tied = self.tied
        return parts


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


def _row_heights(rows: Sequence[SetRow]) -> list[float]:
    heights = []
    for own in rows:
        row = own.row
        heights.append(float(row.height) if row.exact and row.height else max(own.natural, row.height))
    for index, own in enumerate(rows):
        for one in own.spanning:
            last = index + one.cell.row_span
            missing = one.natural(own.rise) - sum(heights[index:last])
            if missing > 0:
                heights[last - 1] += missing
    if heights:
        heights[-1] += max([thickness(one.cell.borders.bottom) for one in rows[-1].cells], default=0.0)
    return heights


def _keeps_next(row: Row) -> bool:
    for cell in row.cells:
        for block in cell.blocks:
            if isinstance(block, Paragraph):
                if block.format.keep_next:
                    return True
                break
    return False
