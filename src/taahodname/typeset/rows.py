"""Rows of tables: cells are set as columns of their own; rows of words alone are kept for all letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from taahodname.paper.blocks import Block, Border, Borders, Cell, Drawing, Paragraph, Row
from taahodname.paper.drawings import Box, Disc, Stroke
from taahodname.typeset.fonts import FontBook
from taahodname.typeset.marks import Anchor, Edge, EdgesMark, FillMark, Mark, PlaceMark, shift
from taahodname.typeset.slab import Setting, Slab, height_of, stack
from taahodname.typeset.stencils import Seedling, Stencil, is_of_words
from taahodname.typeset.structure import Element, Tag
from taahodname.units import Pt

Fill = Callable[[Iterable[Block], float, Setting], list[Slab]]
"""Sets the blocks of a cell in a column of a width; the flow hands itself in, for cells hold tables too."""

_KEPT_ROWS = 384  # a dossier has some 60, a third of them with words of its own
_KEPT_CELLS = 512
_KEPT_EDGES = 512
_SHAPES = frozenset({Box, Disc, Stroke})

_NO_ELEMENTS = Seedling()


class Grid(Struct, frozen=True, cache_hash=True, gc=False):
    """The columns of a table.

    Attributes:
        columns: their widths, in reading order.
        left: the left edge of the table, from that of the column it stands in.
        rtl: the first one stands at the right.
    """

    columns: tuple[Pt, ...]
    left: float
    rtl: bool

    def place(self, cell: Cell) -> tuple[float, float]:
        """Return the left edge of a cell, and its width."""
        start = sum(self.columns[: cell.column])
        width = sum(self.columns[cell.column : cell.column + cell.column_span])
        return self.left + (sum(self.columns) - start - width if self.rtl else start), width


# What is kept is held in tuples, which the garbage collector lets go when nothing in them is its concern.
class SetCell(Struct, frozen=True, eq=False, gc=False):
    """A cell with its content set.

    Attributes:
        cell: the cell.
        x, width: its place in the column that its table stands in.
        content: what stands in it.
        inner: the height of that, the room above the first slab included.
        seedling: its elements when it is kept: it is part of no table then.
    """

    cell: Cell
    x: float
    width: float
    content: tuple[Slab, ...]
    inner: float
    seedling: Seedling = _NO_ELEMENTS

    def natural(self, rise: float) -> float:
        """Return the height that it asks for in a row of this rise."""
        padding = self.cell.padding
        return rise + self.inner + padding.top + padding.bottom

    def edges(self, height: float) -> Sequence[Edge]:
        """Return the lines around it in a row of this height."""
        return _edges(self.x, self.width, height, self.cell.borders)


_Part = tuple[Sequence[Mark | Anchor], Seedling]
"""Marks, and the elements that they are part of."""


class SetRow(Struct, eq=False, gc=False):
    """A row with its cells set, wherever in its table it stands.

    Attributes:
        row: the row.
        cells: its cells.
        rise: the room that the line above it takes: text stands below a line, not in it.
        natural: the height that those cells ask for that stand in no other row.
        spanning: the cells that reach into other rows.
        is_kept: it is part of no table, and its marks are tagged with elements of its seedling.
        seedling: the elements of its cells when it is kept.
        drawn: of one that is kept the heights that its marks were made for last, and they.
    """

    row: Row
    cells: tuple[SetCell, ...]
    rise: float
    natural: float
    spanning: tuple[SetCell, ...]
    is_kept: bool = False
    seedling: Seedling = _NO_ELEMENTS
    drawn: tuple[tuple[float, ...], Stencil] | None = None

    @staticmethod
    def of(row: Row, cells: tuple[SetCell, ...]) -> SetRow:
        """Return a row of cells that are set."""
        rise = max([thickness(one.cell.borders.top) for one in cells], default=0.0)
        natural = max([one.natural(rise) for one in cells if one.cell.row_span == 1], default=0.0)
        return SetRow(row, cells, rise, natural, tuple([one for one in cells if one.cell.row_span > 1]))

    def slab(self, heights: tuple[float, ...], tags: Sequence[Tag]) -> Slab:
        """Return it as a slab.

        Args:
            heights: of this row, and of those below that its cells reach into.
            tags: what its elements became when it is kept.
        """
        if not self.is_kept:
            marks = _together(self._parts(heights))
            notes = [note for one in self.cells for slab in one.content for note in slab.notes]
            return Slab(heights[0], marks, header=self.row.header, notes=notes)
        drawn = self.drawn
        if drawn is None or drawn[0] != heights:
            # In most letters it is as high as in the last one.
            drawn = self.drawn = heights, Stencil.of(self._parts(heights))
        return Slab(heights[0], drawn[1].put(tags), header=self.row.header)

    def _parts(self, heights: Sequence[float]) -> list[_Part]:
        parts: list[_Part] = []
        edges: list[Edge] = []
        for one in self.cells:
            height = sum(heights[: one.cell.row_span])
            parts.append((_cell_marks(one, self.rise, height), one.seedling))
            edges += one.edges(height)
        return [*parts, (_drawn(edges), _NO_ELEMENTS)]

    def cut(self, tags: Sequence[Tag]) -> list[Slab]:
        """Return it cut line by line, for a page that cannot hold it whole.

        The n-th part of the row holds the n-th line of every cell.

        Args:
            tags: what its elements became when it is kept.
        """
        longest = max((len(one.content) for one in self.cells), default=0)
        if longest < 2:
            return []
        return [self._cut(step, tags, last=step == longest - 1) for step in range(longest)]

    def _cut(self, step: int, tags: Sequence[Tag], *, last: bool) -> Slab:
        first = step == 0
        own = [one.content[step] if step < len(one.content) else Slab(0.0, []) for one in self.cells]
        tall = max(slab.height + slab.before for slab in own)
        top = max(self.rise + one.cell.padding.top for one in self.cells) if first else 0.0
        bottom = max(one.cell.padding.bottom for one in self.cells) if last else 0.0
        height = top + tall + bottom
        parts: list[_Part] = []
        for one, slab in zip(self.cells, own, strict=True):
            marks: list[Mark | Anchor] = []
            if one.cell.shade:
                marks.append(FillMark(one.x, 0.0, one.width, height, one.cell.shade))
            marks += shift(slab.marks, one.x + one.cell.padding.left, top + slab.before)
            marks += _drawn(
                edge
                for edge in one.edges(height)
                if edge.x1 == edge.x2 or (first if edge.y1 == 0.0 else last)
            )
            if first and one.cell.name:
                marks.append(PlaceMark(one.x, 0.0, one.width, height, one.cell.name))
            parts.append((marks, one.seedling))
        found = Stencil.of(parts).put(tags) if self.is_kept else _together(parts)
        return Slab(height, found, notes=[note for slab in own for note in slab.notes])


def set_row(
    row: Row, grid: Grid, setting: Setting, fill: Fill, *, heads: bool
) -> tuple[SetRow, Sequence[Tag]]:
    """Return a row with its cells set, and what its elements became when it is kept.

    Args:
        row: the row.
        grid: the columns of its table.
        setting: the fonts and page numbers, and the row's element.
        fill: sets the blocks of a cell.
        heads: its cells name what stands in the others.
    """
    if not _is_kept(row):
        cells = tuple([_set_cell(cell, grid, setting, fill, heads=heads) for cell in row.cells])
        return SetRow.of(row, cells), ()
    kept = _kept_row(row, grid, setting.fonts, fill, heads)
    return kept, kept.seedling.set_out(setting.within)


def _is_kept(row: Row) -> bool:
    """Return whether a row holds words and plain shapes alone: it is the same wherever it stands."""
    for cell in row.cells:
        for block in cell.blocks:
            if isinstance(block, Paragraph):
                if not is_of_words(block):
                    return False
            elif not isinstance(block, Drawing) or not _SHAPES.issuperset(map(type, block.shapes)):
                return False
    return True


@lru_cache(maxsize=_KEPT_ROWS)
def _kept_row(row: Row, grid: Grid, fonts: FontBook, fill: Fill, heads: bool) -> SetRow:
    """Return a row of no table: letters share most of theirs."""
    found = SetRow.of(row, tuple([_kept_cell(cell, grid, fonts, fill, heads) for cell in row.cells]))
    found.is_kept, found.seedling = True, Seedling.joined([one.seedling for one in found.cells])
    return found


@lru_cache(maxsize=_KEPT_CELLS)
def _kept_cell(cell: Cell, grid: Grid, fonts: FontBook, fill: Fill, heads: bool) -> SetCell:
    """Return a cell of no table: beside a client's own words stands what all are asked."""
    line = Element("TR")
    found = _set_cell(cell, grid, Setting(fonts, within=line), fill, heads=heads)
    seedling = Seedling.of(line)
    for element in seedling.elements:
        element.children = ()  # the seedling knows what they hold; lists would be looked through for garbage
    return SetCell(cell, found.x, found.width, found.content, found.inner, seedling)


def _set_cell(cell: Cell, grid: Grid, setting: Setting, fill: Fill, *, heads: bool) -> SetCell:
    x, width = grid.place(cell)
    inner = max(1.0, width - cell.padding.left - cell.padding.right)
    content = tuple(fill(cell.blocks, inner, setting.enclosed(_tag(cell, setting.within, heads=heads))))
    return SetCell(cell, x, width, content, height_of(content, keep_first_gap=True))


def _tag(cell: Cell, row: Tag, *, heads: bool) -> Tag:
    attributes: dict[str, str | int] = {"Scope": "Column"} if heads else {}
    if cell.column_span > 1:
        attributes["ColSpan"] = cell.column_span
    if cell.row_span > 1:
        attributes["RowSpan"] = cell.row_span
    return row.add("TH" if heads else "TD", attributes=attributes)


def thickness(border: Border | None) -> float:
    """Return the width of a line, 0 for none."""
    return float(border.width) if border else 0.0


def _together(parts: Iterable[_Part]) -> list[Mark | Anchor]:
    return [mark for marks, _ in parts for mark in marks]


# Marks -------------------------------------------------------------------------------------------


def _cell_marks(one: SetCell, rise: float, height: float) -> list[Mark | Anchor]:
    cell = one.cell
    marks: list[Mark | Anchor] = []
    if cell.shade:
        marks.append(FillMark(one.x, 0.0, one.width, height, cell.shade))
    if cell.name:
        marks.append(PlaceMark(one.x, 0.0, one.width, height, cell.name))
    free = max(0.0, height - one.natural(rise))
    drop = {"top": 0.0, "center": free / 2, "bottom": free}[cell.valign]
    return marks + stack(one.content, one.x + cell.padding.left, rise + cell.padding.top + drop)


@lru_cache(maxsize=_KEPT_EDGES)
def _edges(x: float, width: float, height: float, borders: Borders) -> tuple[Edge, ...]:
    # As exact as a PDF is: what two cells share is then one place for both.
    left, right, bottom = round(x, 3), round(x + width, 3), round(height, 3)
    sides: tuple[tuple[Border | None, float, float, float, float], ...] = (
        (borders.top, left, 0.0, right, 0.0),
        (borders.bottom, left, bottom, right, bottom),
        (borders.left, left, 0.0, left, bottom),
        (borders.right, right, 0.0, right, bottom),
    )
    found = [
        Edge(x1, y1, x2, y2, b.width, b.colour, b.ruling) for b, x1, y1, x2, y2 in sides if b and b.width
    ]
    return tuple(found)


def _drawn(edges: Iterable[Edge]) -> list[Mark | Anchor]:
    """Return the borders of a row's cells as one mark; what two cells share is ruled once."""
    once = tuple(dict.fromkeys(edges))
    return [EdgesMark(0.0, 0.0, once)] if once else []
