"""The report of a batch, a row for each line of each client: a workbook for people, JSON for programs."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from taahodname.batch.results import BatchResult, State
from taahodname.findings import Severity
from taahodname.persian.dates import JalaliDate
from taahodname.persian.digits import to_persian

WORKBOOK = "report.xlsx"
JSON = "report.json"
CHECKED = "checked.xlsx"
"""A table that was the source, handed back with a finding in each wrong cell."""

_COLUMNS = (("جا", 30), ("شرکت", 34), ("خط", 8), ("وضعیت", 14), ("خطا", 60), ("هشدار", 60), ("پوشه", 50))
_STATES = {
    State.DONE: ("ساخته شد", "E3F4E1"),
    State.REFUSED: ("رد شد", "FBE3E1"),
    State.FAILED: ("ساخته نشد", "F9D5A7"),
}
_Results = Callable[[], Iterable[BatchResult]]


def write(results: _Results, folder: Path, date: JalaliDate) -> Iterator[tuple[str, Path]]:
    """Write both reports and yield each with its name; the same results give the same bytes.

    Args:
        results: gives all results, as often as it is called.
        folder: where the files are made.
        date: of the letters; the workbook is dated by it.
    """
    file = folder / JSON
    _write_json(results(), file, date)
    yield JSON, file
    file = folder / WORKBOOK
    _write_workbook(results(), file, date)
    yield WORKBOOK, file


def _write_json(results: Iterable[BatchResult], file: Path, date: JalaliDate) -> None:
    with file.open("w", encoding="utf-8", newline="\n") as out:
        out.write(json.dumps({"date": date.plain()})[:-1] + ', "results": [')
        for index, result in enumerate(results):
            out.write(",\n" if index else "\n")
            out.write(json.dumps(_told(result), ensure_ascii=False))
        out.write("\n]}\n")


def _told(result: BatchResult) -> dict[str, Any]:
    return {
        "place": result.place,
        "company": result.company,
        "line": result.line,
        "state": str(result.state),
        "folder": result.folder,
        "findings": [asdict(finding) for finding in result.findings],
        "files": dict(result.files),
    }


def _write_workbook(results: Iterable[BatchResult], file: Path, date: JalaliDate) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(file), {"constant_memory": True, **_AS_TEXT}) as book:
        midnight = datetime.datetime.combine(date.to_gregorian(), datetime.time())
        book.set_properties({"title": "گزارش دسته", "created": midnight})
        sheet = book.add_worksheet("گزارش")
        sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        head = book.add_format({**_PLAIN, "bold": True, "bg_color": "#14345B", "font_color": "#FFFFFF"})
        looks = {
            state: book.add_format({**_PLAIN, "bg_color": f"#{colour}"})
            for state, (_, colour) in _STATES.items()
        }
        text = book.add_format({**_PLAIN, "num_format": "@"})
        for column, (name, width) in enumerate(_COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, name, head)
        row = 0
        for row, result in enumerate(results, 1):
            cells = _cells(result)
            sheet.set_row(row, _height(cells))
            for column, value in enumerate(cells):
                sheet.write_string(row, column, value, looks[result.state] if column == _STATE else text)
        sheet.autofilter(0, 0, row, len(_COLUMNS) - 1)


_STATE = 3
_LINE = 15.0  # points
_PLAIN = {"reading_order": 2, "valign": "top", "text_wrap": True, "border": 1, "border_color": "#B8C2CF"}
_AS_TEXT = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}


def _height(cells: tuple[str, ...]) -> float:
    """Return the height of a row in points; not every program fits it to text that is wrapped."""
    lines = [
        sum(1 + len(line) // width for line in text.split("\n"))
        for text, (_, width) in zip(cells, _COLUMNS, strict=True)
    ]
    return _LINE * max(lines)


def _cells(result: BatchResult) -> tuple[str, ...]:
    warnings = [one.message for one in result.findings if one.severity is Severity.WARNING]
    return (
        result.place,
        result.company,
        to_persian(result.line),
        _STATES[result.state][0],
        "\n".join(one.message for one in result.errors),
        "\n".join(warnings),
        result.folder,
    )
