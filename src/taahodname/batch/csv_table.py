"""Opens a .csv file with a client a row; its headings tell what parts the columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from taahodname.batch import columns
from taahodname.batch.table_errors import refused
from taahodname.contacts.facts import Facts
from taahodname.contacts.sheets import Sheet, Value
from taahodname.contacts.text import encoding_of
from taahodname.errors import TableError
from taahodname.persian.digits import to_persian

_MARKS = (",", ";", "\t", "؛")
"""The last is what Windows parts lists by where it is set to Persian."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_NAMED = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)


def open_csv(data: bytes, name: str) -> Sheet:
    """Return a text file as a sheet without a name; its rows are counted as a spreadsheet counts them.

    Args:
        data: the file.
        name: its name, for messages.

    Raises:
        CustomerListError: «not-text».
        TableError: «encoding» when some bytes of UTF-8 are damaged, «csv» when the quotation marks of a
            row do not fit.
    """
    encoding = encoding_of(data, name)
    if encoding == "cp1256" and _was_utf8(data):
        raise refused("encoding", name=name)
    mark, skipped = _mark(data, encoding)

    def rows() -> Iterator[Sequence[Value]]:
        return _rows(_lines(data, encoding), mark, skipped, name)

    height = width = 0
    for row in rows():
        height += 1
        width = max(width, len(row))
    return Sheet("", False, 0, height, width, Facts(), rows)


def _was_utf8(data: bytes) -> bool:
    """Tell whether bytes that are no UTF-8 were so before some were damaged: in Windows-1256 all are odd."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    return len(_NOT_ASCII.findall(text)) - lost > lost


def _lines(data: bytes, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline="")


def _mark(data: bytes, encoding: str) -> tuple[str, bool]:
    """Return what parts the columns, and whether a first line only names it («sep=;», which Excel reads).

    Of the marks the one counts that makes the most known headings out of the first row.
    """
    named = _NAMED.fullmatch(_lines(data, encoding).readline())
    if named and named[1] in _MARKS:
        return named[1], True

    def headings(mark: str) -> tuple[int, int]:
        first = _first(csv.reader(_lines(data, encoding), delimiter=mark))
        return sum(columns.named(cell) is not None for cell in first), len(first)

    return max(_MARKS, key=headings), False


def _first(rows: Iterator[list[str]]) -> list[str]:
    try:
        return next((row for row in rows if any(cell.strip() for cell in row)), [])
    except csv.Error:
        return []


def _rows(lines: io.TextIOWrapper, mark: str, skipped: bool, name: str) -> Iterator[Sequence[Value]]:
    number = 0
    if skipped:
        next(lines)
        number += 1
        yield ()
    try:
        # Strict: an open quotation mark would swallow the clients after it.
        for row in csv.reader(lines, delimiter=mark, strict=True):
            number += 1
            yield row
    except csv.Error as error:
        raise _broken(name, number + 1, error) from error


def _broken(name: str, row: int, error: csv.Error) -> TableError:
    return refused("csv", name=name, row=to_persian(str(row)), row_en=str(row), detail=str(error))
