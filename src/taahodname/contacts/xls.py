"""Opens an .xls file, a container of records of Excel before 2007, by xlrd.

The reader of the other workbooks reads .xls too, but trusts what the records claim: a wrong count in a file
ends the process. xlrd is slower and raises an error; a sheet of this format has 65,536 rows at most.
"""

from __future__ import annotations

import datetime
import io
import struct
from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from taahodname.contacts.facts import Facts
from taahodname.contacts.kinds import Kind, other_kind
from taahodname.contacts.refusals import refusal
from taahodname.contacts.sheets import Book, Sheet, Value
from taahodname.errors import CustomerListError

if TYPE_CHECKING:
    from xlrd.book import Book as XlsBook
    from xlrd.sheet import Sheet as XlsSheet

MAX_FILE = 32 * 1024 * 1024
"""Bytes that are read; a full sheet of five columns takes some 6 MB."""

_EMPTY, _TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR, _BLANK = range(7)
_ENCRYPTED, _WORD = ("EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))
_PASSWORD = "encrypted"

Result = TypeVar("Result")


def open_xls(data: bytes, name: str) -> Book:
    """Return an .xls file whose sheets are read when they are asked for.

    Args:
        data: the file.
        name: its name, for messages.

    Raises:
        CustomerListError: «encrypted», «other-kind», «broken» or «too-large»; `load` raises it as well.
    """
    if len(data) > MAX_FILE:
        raise refusal("too-large", name=name, detail=f"xls, > {MAX_FILE // 2**20} MiB")
    book = _guarded(partial(_open, data), data, name)
    names = tuple(book.sheet_names())
    if not names:
        raise refusal("no-sheets", name=name)
    hidden = frozenset(sheet for place, sheet in enumerate(names) if _hidden(book, place))

    def load(sheet: str) -> Sheet:
        values = _guarded(partial(book.sheet_by_name, sheet), data, name)
        return _guarded(partial(_sheet, book, values, sheet in hidden, name), data, name)

    return Book(name, Kind.XLS, names, load, hidden)


def _open(data: bytes) -> XlsBook:
    import xlrd

    return xlrd.open_workbook(file_contents=data, formatting_info=True, on_demand=True, logfile=io.StringIO())


def _hidden(book: XlsBook, place: int) -> bool:
    visibility: list[int] = book._sheet_visibility  # xlrd has no other door to it before a sheet is loaded
    return place < len(visibility) and visibility[place] != 0


def _guarded(act: Callable[[], Result], data: bytes, name: str) -> Result:
    """Call xlrd, which meets a broken file with whatever its records lead it to.

    Raises:
        CustomerListError: «encrypted», «other-kind» or «broken».
    """
    from xlrd import XLRDError
    from xlrd.compdoc import CompDocError
    from xlrd.formula import FormulaError

    try:
        return act()
    except (XLRDError, CompDocError, FormulaError) as error:
        raise _refused(data, name, str(error)) from error
    except (
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        MemoryError,
        NotImplementedError,
        RecursionError,
        TypeError,
        ValueError,
        struct.error,
    ) as error:
        raise refusal("broken", name=name, detail="xls") from error


def _refused(data: bytes, name: str, reason: str) -> CustomerListError:
    if _PASSWORD in reason or _ENCRYPTED in data:
        return refusal("encrypted", name=name)
    if _WORD in data:
        return other_kind(name, "فایل قدیمی Word", "an old Word file")
    if "Can't find workbook" in reason:
        return other_kind(name, "فایل دیگری از Office", "another file of Office")
    return refusal("broken", name=name, detail="xls")


def _sheet(book: XlsBook, values: XlsSheet, hidden: bool, name: str) -> Sheet:
    facts = Facts()
    for row, info in values.rowinfo_map.items():
        if info.hidden and row < values.nrows:
            facts.hide(row)
    facts.hidden_columns.update(column for column, info in values.colinfo_map.items() if info.hidden)
    facts.merged += [
        ((top, left), (bottom - 1, right - 1)) for top, bottom, left, right in values.merged_cells
    ]
    for column in range(values.ncols):
        kinds = values.col_types(column)
        found = [row for row, kind in enumerate(kinds) if kind == _ERROR]
        if found:
            facts.errors[column] = array("I", found)
    if values.nrows:
        facts.reach(0, 0)
        facts.reach(values.nrows - 1, max(values.ncols - 1, 0))
    facts.limit(name)
    rows = partial(_rows, values, book.datemode)
    return Sheet(values.name, hidden, 0, values.nrows, values.ncols, facts, rows)


def _rows(values: XlsSheet, datemode: int) -> Iterator[Sequence[Value]]:
    for row in range(values.nrows):
        kinds = values.row_types(row)
        yield [
            _value(kind, value, datemode) for kind, value in zip(kinds, values.row_values(row), strict=True)
        ]


def _value(kind: int, value: str | float, datemode: int) -> Value:
    if kind in (_TEXT, _NUMBER):
        return value
    if kind == _BOOLEAN:
        return bool(value)
    if kind == _DATE:
        return _date(float(value), datemode)
    return ""


def _date(value: float, datemode: int) -> Value:
    """Return a day; a number that only has the format of a day, as a long one may, stays a number."""
    from xlrd.xldate import XLDateError, xldate_as_datetime

    try:
        moment: datetime.datetime = xldate_as_datetime(value, datemode)
    except (XLDateError, OverflowError, ValueError):
        return value
    return moment
