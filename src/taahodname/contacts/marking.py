"""Writes a copy of the client's sheet with every row that was left out coloured, the reason beside it."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from taahodname.contacts.listing import CustomerList
from taahodname.contacts.reading import open_book
from taahodname.contacts.reasons import WORDS
from taahodname.contacts.rejects import Reject
from taahodname.contacts.safe_workbook import A4, legal, tab, workbook
from taahodname.contacts.sheets import Sheet, Value

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADING = "دلیل کنار گذاشتن"
_WIDTH, _REASON_WIDTH = 18, 60
_MOST_ROWS = 1 << 20
_LARGE = 50_000  # rows from which on they are kept on disk while they are written
_PINK = "#FDE2E1"


def write_marked(path: str | os.PathLike[str], read: CustomerList) -> bytes:
    """Return an .xlsx copy of the sheet that was read, each cell in its place and as text.

    The client's own data stand in it in the clear; it is for the client.

    Args:
        path: the file, as it was when it was read.
        read: what was read of it.

    Raises:
        CustomerListError: when it cannot be opened any more.
    """
    sheet = open_book(path).load(read.sheet)
    target = io.BytesIO()
    with workbook(target, HEADING, large=sheet.height > _LARGE) as book:
        copy = book.add_worksheet(tab(read.sheet or "Sheet1"))
        _Copy(book, copy, sheet, read.rejects.rows()).write()
    return target.getvalue()


class _Copy:
    """Writes the client's cells in their places, row by row, each with its reason beside it."""

    def __init__(
        self, book: Workbook, copy: Worksheet, sheet: Sheet, rejects: dict[int, list[Reject]]
    ) -> None:
        self._copy, self._sheet, self._rejects = copy, sheet, rejects
        self._beside = sheet.first_column + sheet.width
        self._plain = book.add_format({"num_format": "@"})
        self._marked = book.add_format({"num_format": "@", "bg_color": _PINK})
        self._reason = book.add_format({"bg_color": _PINK, "font_color": "#9C1C1C", "reading_order": 2})
        self._head = book.add_format({"bold": True, "reading_order": 2})

    def write(self) -> None:
        """Write all rows."""
        self._copy.right_to_left()
        self._copy.set_paper(A4)
        self._copy.set_landscape()
        self._copy.fit_to_pages(1, 0)
        self._copy.set_column(0, max(self._beside - 1, 0), _WIDTH)
        self._copy.set_column(self._beside, self._beside, _REASON_WIDTH)
        last = -1
        for last, values in enumerate(self._sheet.rows()):
            self._row(last, values)
        for row in sorted(row for row in self._rejects if last < row < _MOST_ROWS):
            self._row(row, ())

    def _row(self, row: int, values: Sequence[Value]) -> None:
        found = self._rejects.get(row)
        form = self._marked if found else self._plain
        for place, value in enumerate(values, self._sheet.first_column):
            text = "" if value is None else _text(value)
            if text:
                self._copy.write_string(row, place, legal(text), form)
            elif found:
                self._copy.write_blank(row, place, None, form)
        if found:
            self._copy.write_string(row, self._beside, legal(_told(found)), self._reason)
        elif row == 0:
            self._copy.write_string(row, self._beside, HEADING, self._head)


def _text(value: Value) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return str(int(value))
    return str(value)


def _told(found: Sequence[Reject]) -> str:
    """Return the reasons of a row; each with its piece where a cell held several."""
    if len(found) == 1:
        return f"{found[0].message}؛ {WORDS[found[0].reason].todo}."
    return "؛ ".join(f"{one.value}: {one.message}" for one in found) + "."
