"""Reads a table as a grid of cells, in the order in which a Persian reader meets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taahodname.forms.paragraphs import plain
from taahodname.word.markup import Element, is_on
from taahodname.word.names import qn

_PICTURES = tuple(qn(name) for name in ("w:drawing", "w:pict", "w:object", "w:tbl"))
_HIGHEST = 40  # rows that a head may stand above its cells
_NARROW = 700  # twips: a cell for one digit
_WRAPPERS = frozenset(qn(name) for name in ("w:sdt", "w:sdtContent", "w:customXml"))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell.

    Attributes:
        element: the w:tc.
        row, place: its row, and its place among the row's cells from the right.
        column, span: the columns of the grid it covers, in the file's order.
        text: its words.
        covered: it goes on from the cell above.
        narrow: it has room for a digit or two.
    """

    element: Element
    row: int
    place: int
    column: int
    span: int
    text: str
    covered: bool
    narrow: bool

    @property
    def paragraphs(self) -> list[Element]:
        """The paragraphs right in the cell, those in content controls too."""
        return list(_through(self.element, qn("w:p")))

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return (
            not self.text.strip() and not self.covered and next(self.element.iter(*_PICTURES), None) is None
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells, each from the right to the left.

    Attributes:
        element: the w:tbl.
        rows: the cells.
        rtl: whether the file says that the first column stands at the right.
    """

    element: Element
    rows: tuple[tuple[Cell, ...], ...]
    rtl: bool

    def side(self, cell: Cell) -> str:
        """Return the text of the cell before it in its row, or nothing."""
        return self.rows[cell.row][cell.place - 1].text if cell.place else ""

    def behind(self, cell: Cell) -> str:
        """Return the text of the cell after it in its row, or nothing."""
        row = self.rows[cell.row]
        return row[cell.place + 1].text if cell.place + 1 < len(row) else ""

    def head(self, cell: Cell) -> str:
        """Return the text of the row's first cell, that of the merged cell it may go on from."""
        first = self.rows[cell.row][0]
        return self._restart(first).text if first.place != cell.place else ""

    def _restart(self, cell: Cell) -> Cell:
        for row in range(cell.row, max(-1, cell.row - _HIGHEST), -1):
            found = self._at(row, cell.column)
            if found is not None and not found.covered:
                return found
        return cell

    def above(self, cell: Cell) -> Cell | None:
        """Return the nearest cell above it that has words and covers the same columns."""
        for row in range(cell.row - 1, max(-1, cell.row - _HIGHEST), -1):
            found = self._at(row, cell.column)
            if found is None or (found.column, found.span) != (cell.column, cell.span):
                return None
            if found.text.strip():
                return found
        return None

    def covering(self, cell: Cell) -> Iterator[Cell]:
        """Yield the cells above it that have words and cover its column, the nearest first."""
        for row in range(cell.row - 1, max(-1, cell.row - _HIGHEST), -1):
            found = self._at(row, cell.column)
            if found is not None and found.text.strip():
                yield found

    def below(self, cell: Cell) -> Cell | None:
        """Return the cell under it that covers the same columns."""
        found = self._at(cell.row + 1, cell.column) if cell.row + 1 < len(self.rows) else None
        return found if found is not None and (found.column, found.span) == (cell.column, cell.span) else None

    def _at(self, row: int, column: int) -> Cell | None:
        return next(
            (cell for cell in self.rows[row] if cell.column <= column < cell.column + cell.span), None
        )


def grid(table: Element) -> Grid:
    """Return a table as a grid.

    Args:
        table: the w:tbl.
    """
    properties = table.find(qn("w:tblPr"))
    rtl = properties is not None and is_on(properties.find(qn("w:bidiVisual")))
    rows = []
    for number, row in enumerate(_through(table, qn("w:tr"))):
        cells = list(_cells(row, number))
        rows.append(tuple(_numbered(cells if rtl else cells[::-1])))
    return Grid(table, tuple(rows), rtl)


def _numbered(cells: list[Cell]) -> Iterator[Cell]:
    for place, cell in enumerate(cells):
        yield Cell(
            cell.element, cell.row, place, cell.column, cell.span, cell.text, cell.covered, cell.narrow
        )


def _cells(row: Element, number: int) -> Iterator[Cell]:
    column = 0
    for element in _through(row, qn("w:tc")):
        properties = element.find(qn("w:tcPr"))
        merge = None if properties is None else properties.find(qn("w:vMerge"))
        covered = merge is not None and merge.get(qn("w:val"), "continue") != "restart"
        span = max(1, _number(properties, "w:gridSpan", "w:val", 1))
        width = _number(properties, "w:tcW", "w:w", _NARROW + 1)
        text = "\n".join(plain(paragraph) for paragraph in _through(element, qn("w:p")))
        yield Cell(element, number, 0, column, span, text, covered, width <= _NARROW)
        column += span


def _number(properties: Element | None, name: str, attribute: str, default: int) -> int:
    found = None if properties is None else properties.find(qn(name))
    value = "" if found is None else found.get(qn(attribute), "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 7 else default


def _through(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the children of a kind, those inside content controls too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _through(child, tag)
