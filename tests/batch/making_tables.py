"""Writes tables of clients as clerks do: values under headings, in workbooks and in text."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

from tests.builders import valid_profile

SHEET = "مشتریان"


def cells_of(data: Any, prefix: str = "") -> dict[str, Any]:
    """Return the data of a profile as a clerk would type it: the text of each cell by its path."""
    cells: dict[str, Any] = {}
    for key, value in data.items():
        path = f"{prefix}{key}"
        if path == "signatories":
            cells[path] = "\n".join(f"{one['name']}، {one['title']}" for one in value)
        elif path == "lines":
            for place, line in enumerate(value):
                cells |= cells_of(line, f"lines.{place}.")
        elif isinstance(value, dict):
            cells |= cells_of(value, f"{path}.")
        elif isinstance(value, list):
            cells[path] = "\n".join(value)
        elif isinstance(value, bool):
            cells[path] = "بلی" if value else "خیر"
        else:
            cells[path] = value
    return cells


def client(**changes: Any) -> dict[str, Any]:
    """Return the cells of a valid client; dots of a change's path are written «__», `None` empties it."""
    return cells_of(valid_profile()) | {path.replace("__", "."): value for path, value in changes.items()}


def rows_of(clients: Iterable[Mapping[str, Any]]) -> list[list[Any]]:
    """Return a row of paths as headings, and a row for each client."""
    clients = list(clients)
    paths = list(dict.fromkeys(path for one in clients for path in one))
    return [paths, *([one.get(path) for path in paths] for one in clients)]


def workbook(
    file: Path,
    rows: Iterable[Sequence[Any]],
    *,
    change: Callable[[Any], None] | None = None,
    sheets: Mapping[str, Iterable[Sequence[Any]]] | None = None,
) -> Path:
    """Write a workbook with the rows in its first sheet, and further sheets; `change` may spoil the first."""
    book = openpyxl.Workbook()
    book.active.title = SHEET
    for row in rows:
        book.active.append(list(row))
    for name, more in (sheets or {}).items():
        sheet = book.create_sheet(name)
        for row in more:
            sheet.append(list(row))
    if change is not None:
        change(book.worksheets[0])
    book.save(file)
    return file


def text(
    file: Path, rows: Iterable[Sequence[Any]], *, mark: str = ",", encoding: str = "utf-8", head: str = ""
) -> Path:
    """Write the rows as text."""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=mark).writerows(rows)
    file.write_bytes((head + target.getvalue()).encode(encoding))
    return file
