"""Reads a list out of a text file: its encoding, what parts its columns, its rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from taahodname.contacts.facts import Facts
from taahodname.contacts.kinds import Kind
from taahodname.contacts.numbers import looks_mobile
from taahodname.contacts.refusals import refusal
from taahodname.contacts.sheets import Book, Sheet, Value
from taahodname.errors import CustomerListError

_SAMPLE = 200
_DELIMITERS = "\t;,|،؛"
_SEP = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_NUL_SHARE = 0.3
_LETTERS = re.compile("[\u0600-\u06ff]")


def open_text(data: bytes, name: str) -> Book:
    """Return a text file as a book of one sheet without a name.

    Args:
        data: the file.
        name: its name, for messages.

    Raises:
        CustomerListError: «not-text» or «broken».
    """
    encoding, text = _decoded(data, name)
    parted = any(one in text for one in _DELIMITERS)
    delimiter, skipped = _delimiter(_lines(data, encoding)) if parted else ("", False)

    def rows() -> Iterator[Sequence[Value]]:
        return _rows(data, encoding, delimiter, skipped, name)

    height, width = _size(rows()) if delimiter else _size_of_lines(text)
    sheet = Sheet("", False, 0, height, width, Facts(), rows)
    return Book(name, Kind.TEXT, ("",), lambda _: sheet, encoding=encoding)


def _size(rows: Iterator[Sequence[Value]]) -> tuple[int, int]:
    height = width = 0
    for row in rows:
        height += 1
        width = max(width, len(row))
    return height, width


def _size_of_lines(text: str) -> tuple[int, int]:
    ends = text.count("\n") + text.count("\r") - text.count("\r\n")
    height = ends + (not text.endswith(("\n", "\r")) and bool(text))
    return height, min(height, 1)


def encoding_of(data: bytes, name: str) -> str:
    """Return the encoding: by its mark, else UTF-16 by its zero bytes, else UTF-8 or Windows-1256.

    Args:
        data: the file.
        name: its name, for messages.

    Raises:
        CustomerListError: «not-text».
    """
    return _decoded(data, name)[0]


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    """Return the encoding and the text; see `encoding_of`."""
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return encoding, text
    raise refusal("not-text", name=name)


def _candidates(data: bytes) -> tuple[str, ...]:
    if data.startswith(codecs.BOM_UTF8):
        return ("utf-8-sig",)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    head = data[:4096]
    if head[1::2].count(0) > _NUL_SHARE * len(head[1::2]):
        return ("utf-16-le",)
    if head[::2].count(0) > _NUL_SHARE * len(head[::2]):
        return ("utf-16-be",)
    return ("utf-8", "cp1256")


def _is_text(text: str) -> bool:
    return re.search(r"[\x00-\x08\x0e-\x19\x1c-\x1f]", text) is None


def _lines(data: bytes, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline="")


def _delimiter(lines: Iterator[str]) -> tuple[str, bool]:
    """Return what parts the columns («» for one column), and whether a first line only names it («sep=;»)."""
    sample = list(islice(lines, _SAMPLE))
    named = _SEP.fullmatch(sample[0]) if sample else None
    if named and named[1] in _DELIMITERS:
        return named[1], True
    filled = [line for line in sample if line.strip()]
    text = "".join(filled)
    best, most = "", 0
    for delimiter in (one for one in _DELIMITERS if one in text):
        count = sum(delimiter in line for line in filled)
        if count > most:
            best, most = delimiter, count
    if best and _many_on_a_line(filled, best):
        return "", False
    return best, False


def _many_on_a_line(lines: Sequence[str], delimiter: str) -> bool:
    """Tell whether the lines are no rows of a table, but numbers one after the other."""
    pieces = [[piece for piece in line.strip().split(delimiter) if piece.strip()] for line in lines]
    numbers = [line for line in pieces if line and all(looks_mobile(piece) for piece in line)]
    headings = len(pieces) - len(numbers)
    ragged = len({len(line) for line in numbers}) > 1 or len(numbers) == 1
    return headings <= 1 and ragged and any(len(line) > 1 for line in numbers)


def _rows(data: bytes, encoding: str, delimiter: str, skipped: bool, name: str) -> Iterator[Sequence[Value]]:
    lines = _lines(data, encoding)
    first: list[Sequence[Value]] = []
    if skipped:
        next(lines)
        first.append(())
    # The ends of lines stand at their ends alone, so that they and quotation marks go in one.
    rows = _parted(lines, delimiter, name) if delimiter else ((line.strip('"\r\n'),) for line in lines)
    return chain(first, rows)


def _parted(lines: Iterator[str], delimiter: str, name: str) -> Iterator[Sequence[Value]]:
    try:
        yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error as error:
        raise _broken(name, error) from error


def _broken(name: str, error: csv.Error) -> CustomerListError:
    return refusal("broken", name=name, detail=str(error))
