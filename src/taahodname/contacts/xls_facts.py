"""Finds the facts of the sheets of an .xls file in its records.

Source: [MS-XLS], the records BoundSheet8, Row, Formula, BoolErr, ColInfo and FilePass.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

from taahodname.contacts.facts import Facts, mark
from taahodname.contacts.kinds import other_kind
from taahodname.contacts.refusals import refusal

_BOUND_SHEET, _FILE_PASS, _EOF = 0x85, 0x2F, 0x0A
_ROW, _COL_INFO, _FORMULA, _BOOL_ERR = 0x208, 0x7D, 0x06, 0x205
_MULTIPLE = (0xBD, 0xBE)  # MulRk, MulBlank: the last column stands at the end
_CELLS = frozenset({0x201, 0x203, 0x204, 0x205, 0x27E, 0xFD, 0x06, 0xD6, *_MULTIPLE})
_ROW_HIDDEN = 0x20
_COLUMN_HIDDEN = 0x01
_ERROR_RESULT = 0x02

Record = tuple[int, bytes]


def all_facts(data: bytes, name: str) -> list[Facts]:
    """Return the facts of every sheet, in the workbook's order.

    Args:
        data: the file.
        name: its name, for messages.

    Raises:
        CustomerListError: «encrypted», «other-kind», «broken» or «too-large».
    """
    book = _stream(data, name)
    sheets: list[Facts] = []
    try:
        for kind, body in _records(book, 0):
            if kind == _FILE_PASS:
                raise refusal("encrypted", name=name)
            if kind == _BOUND_SHEET:
                (start,) = struct.unpack_from("<I", body)
                sheets.append(_sheet(_records(book, start)))
    except (struct.error, IndexError) as error:
        raise refusal("broken", name=name, detail="xls") from error
    for facts in sheets:
        facts.limit(name)
    return sheets


def _stream(data: bytes, name: str) -> bytes:
    """Return the stream of the workbook out of its container."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            streams = {"/".join(path).lower(): path for path in container.listdir()}
            if "encryptedpackage" in streams:
                raise refusal("encrypted", name=name)
            if "worddocument" in streams:
                raise other_kind(name, "فایل قدیمی Word", "an old Word file")
            found = streams.get("workbook") or streams.get("book")
            if found is None:
                raise other_kind(name, "فایل دیگری از Office", "another file of Office")
            stream: bytes = container.openstream(found).read()
            return stream
    except (OSError, ValueError, IndexError, struct.error) as error:
        raise refusal("broken", name=name, detail="xls") from error


def _records(book: bytes, start: int) -> Iterator[Record]:
    """Yield the records from one place on to the end of their part."""
    while start + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, start)
        yield kind, book[start + 4 : start + 4 + size]
        if kind == _EOF:
            return
        start += 4 + size


def _sheet(records: Iterator[Record]) -> Facts:
    facts = Facts()
    for kind, body in records:
        if kind in _CELLS:
            row, column = struct.unpack_from("<HH", body)
            facts.reach(row, column)
            if kind in _MULTIPLE:
                facts.reach(row, struct.unpack_from("<H", body, len(body) - 2)[0])
            elif kind == _FORMULA:
                failed = body[12:14] == b"\xff\xff" and body[6] == _ERROR_RESULT
                mark(facts.errors if failed else facts.formulas, row, column)
            elif kind == _BOOL_ERR and body[7] == 1:
                mark(facts.errors, row, column)
        elif kind == _ROW:
            row, options = struct.unpack_from("<H", body)[0], struct.unpack_from("<H", body, 12)[0]
            if options & _ROW_HIDDEN:
                facts.hide(row)
        elif kind == _COL_INFO:
            first, last, _, _, options = struct.unpack_from("<HHHHH", body)
            if options & _COLUMN_HIDDEN:
                facts.hidden_columns.update(range(first, min(last, 255) + 1))
    return facts
