"""What a sheet holds beside its values: hidden rows and columns, formulas, errors, and how far it reaches.

The reader of workbooks tells none of it, and lays a sheet out as one block from its first cell to its last:
a single cell at the far corner would ask for more memory than there is, and end the process. So the reach is
known before it is asked.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from msgspec import Struct, field

from taahodname.contacts.refusals import refusal

MAX_CELLS = 10_000_000
"""Cells in the block from the first to the last that is filled: a million rows of ten columns."""

Span = tuple[tuple[int, int], tuple[int, int]]
"""A range of cells: the row and the column of its first and of its last cell, counted from 0."""


class Facts(Struct):
    """What is known of one sheet before its values are read; rows and columns are counted from 0.

    Attributes:
        hidden_rows: one byte for each row up to the last hidden one; 1 where it is hidden.
        hidden_columns: the columns that are hidden.
        formulas: rows of cells whose value a formula made, by column; a blank one there has no value saved.
        text_formulas: the same where the value is a text, which may be an empty one.
        unvalued: rows of formulas without a value, by column.
        errors: rows of cells that show an error (#N/A), by column.
        merged: ranges of merged cells.
        first, last: the corners of the block that holds every cell; `first` is None without any.
    """

    hidden_rows: bytearray = field(default_factory=bytearray)
    hidden_columns: set[int] = field(default_factory=set)
    formulas: dict[int, array[int]] = field(default_factory=dict)
    text_formulas: dict[int, array[int]] = field(default_factory=dict)
    unvalued: dict[int, array[int]] = field(default_factory=dict)
    errors: dict[int, array[int]] = field(default_factory=dict)
    merged: list[Span] = field(default_factory=list)
    first: tuple[int, int] | None = None
    last: tuple[int, int] = (0, 0)

    def hide(self, row: int, count: int = 1) -> None:
        """Note that rows are hidden."""
        missing = row + count - len(self.hidden_rows)
        if missing > 0:
            self.hidden_rows.extend(bytes(missing))
        self.hidden_rows[row : row + count] = b"\1" * count

    def is_hidden(self, row: int) -> bool:
        """Tell whether a row is hidden."""
        return row < len(self.hidden_rows) and self.hidden_rows[row] == 1

    def reach(self, row: int, column: int) -> None:
        """Note that there is a cell."""
        if self.first is None:
            self.first = row, column
            self.last = row, column
            return
        top, left = self.first
        if row < top or column < left:
            self.first = min(top, row), min(left, column)
        bottom, right = self.last
        if row > bottom or column > right:
            self.last = max(bottom, row), max(right, column)

    def limit(self, name: str) -> None:
        """Refuse a sheet that reaches too far.

        Raises:
            CustomerListError: «too-large».
        """
        if self.first is None:
            return
        # The block begins in the first row: readers fill up what is above.
        rows, columns = self.last[0] + 1, self.last[1] - self.first[1] + 1
        if rows * columns > MAX_CELLS:
            raise refusal("too-large", name=name, detail=f"{rows:,} × {columns:,}")


def mark(rows: dict[int, array[int]], row: int, column: int) -> None:
    """Add a cell to one of the tables of cells by column."""
    if column not in rows:
        rows[column] = array("I")
    rows[column].append(row)


def marked(rows: dict[int, array[int]], column: int) -> Iterator[int]:
    """Yield the rows of a column in one of the tables of cells."""
    yield from rows.get(column, ())
