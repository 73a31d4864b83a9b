"""Writes the addresses of cells as a spreadsheet shows them; rows and columns are counted from 0 inside."""

from __future__ import annotations

import re

_LETTERS = 26
_COLUMN = re.compile(r"[A-Za-z]{1,3}")
_CELL = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


def letters(column: int) -> str:
    """Return the letters of a column: 0 is «A», 26 is «AA»."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        text = chr(ord("A") + rest) + text
    return text


def column_of(text: str) -> int | None:
    """Return the column that letters name, or None when the text is no such letters."""
    if _COLUMN.fullmatch(text) is None:
        return None
    number = 0
    for letter in text.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def cell(row: int, column: int) -> str:
    """Return the address of a cell: row 4 of column 0 is «A5»."""
    return f"{letters(column)}{row + 1}"


def position(address: str) -> tuple[int, int] | None:
    """Return the row and the column of an address, or None when the text is none."""
    found = _CELL.fullmatch(address)
    column = column_of(found[1]) if found else None
    if found is None or column is None:
        return None
    return int(found[2]) - 1, column
