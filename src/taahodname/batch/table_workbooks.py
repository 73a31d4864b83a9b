"""Writes the workbooks with a client a row: the empty one, and the one that is handed back marked."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from taahodname.batch import columns
from taahodname.batch.cells import shown
from taahodname.batch.column_words import HELP_SHEET, RESULT, SHEET
from taahodname.batch.columns import Column
from taahodname.contacts import addresses
from taahodname.contacts.safe_workbook import A4, legal, workbook
from taahodname.contacts.sheets import Value
from taahodname.findings import Finding, Severity
from taahodname.persian.digits import to_persian

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LAST_ROW = 100_000
"""The row, counted from 0, down to which a sheet has drop-downs and help."""
RIGHT, WRONG = "درست است", "رد شد"
_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_COLOURS = {_ERROR: "#FBD3CF", _WARNING: "#FFE9B8", None: "#E3F4E1"}
_DARK, _LIGHT = "#14345B", "#2F5F98"  # the headings of every other section, to tell them apart
_PLAIN: dict[str, Any] = {
    "reading_order": 2,
    "valign": "top",
    "num_format": "@",
    "border": 1,
    "border_color": "#B8C2CF",
}
_MOST_TITLE, _MOST_MESSAGE = 32, 255  # characters that Excel's data validation takes
_DEFAULT_WIDTH, _RESULT_WIDTH = 8, 44
_COMMENT = {"author": "taahodname", "font_name": "Tahoma", "font_size": 9}
_COMMENT_WIDTH, _LETTERS_A_LINE, _LINE_HEIGHT = 320, 42, 18  # pixels, and what fits into them

_ROW_HEIGHT, _MOST_HEIGHT = 15, 409  # points: of one line, and of the highest row that Excel has
_NARROW = 1.2  # letters that stand in the width of one character, which is that of a zero

Columns = Mapping[int, Column | None]


def _height(cells: Iterable[tuple[str, int]]) -> int:
    """Return the height of a row in points, by the texts in it and their columns' widths in characters.

    Excel fits a row to its wrapped texts when it opens a file that says nothing; LibreOffice does not.
    """
    lines = (
        sum(int(len(part) / (width * _NARROW)) + 1 for part in text.split("\n"))
        for text, width in cells
        if text
    )
    return min(max(lines, default=1) * _ROW_HEIGHT, _MOST_HEIGHT)


# The empty one ----------------------------------------------------------------------------------


def empty() -> bytes:
    """Return the workbook that a clerk fills in: headings, drop-downs, and a sheet that explains each."""
    target = io.BytesIO()
    with workbook(target, SHEET) as book:
        sheet = book.add_worksheet(SHEET)
        found = dict(enumerate(columns.columns()))
        _prepare(book, sheet, found)
        heads = _Heads(book)
        for place, column in found.items():
            sheet.write_string(0, place, column.heading, heads.of(column))
        _help(book, book.add_worksheet(HELP_SHEET), heads)
    return target.getvalue()


def _prepare(book: Workbook, sheet: Worksheet, found: Columns, heading: int = 0) -> None:
    """Make a sheet for clients: right to left, headings fixed, every cell text, choices in drop-downs."""
    sheet.right_to_left()
    sheet.freeze_panes(heading + 1, 1)
    sheet.set_row(heading, 34)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.repeat_rows(heading)
    text = book.add_format({"num_format": "@", "reading_order": 2, "valign": "top"})
    wrapped = book.add_format({"num_format": "@", "reading_order": 2, "valign": "top", "text_wrap": True})
    for place, column in found.items():
        if column is not None:
            sheet.set_column(place, place, column.width, wrapped if column.several else text)
            sheet.data_validation(heading + 1, place, LAST_ROW, place, _validation(column))
    last = addresses.letters(max(found, default=0) + 1)
    # Excel marks digits in text cells as a slip with a green corner; here they are meant.
    sheet.ignore_errors({"number_stored_as_text": f"A1:{last}{LAST_ROW + 1}"})


def _validation(column: Column) -> dict[str, Any]:
    """Return what Excel shows beside a chosen cell of a column, and what it offers; nothing is forbidden."""
    title = column.heading if len(column.heading) <= _MOST_TITLE else column.heading.rpartition(": ")[2]
    message = _cut("\n".join(part for part in (column.hint, f"مانند: {column.example}") if part))
    options: dict[str, Any] = {"input_title": title, "input_message": message}
    if not column.choices:
        return {"validate": "any", **options}
    return {
        "validate": "list",
        "source": list(column.choices),
        "show_error": column.only,
        "error_type": "warning",
        "error_title": title,
        "error_message": _cut(f"یکی از این‌ها را بنویسید: {'، '.join(column.choices)}"),
        **options,
    }


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_MESSAGE else f"{text[: _MOST_MESSAGE - 1]}…"


class _Heads:
    """The looks of headings: one for each section, two in turn."""

    def __init__(self, book: Workbook) -> None:
        look = {**_PLAIN, "bold": True, "text_wrap": True, "valign": "vcenter", "font_color": "#FFFFFF"}
        self._looks = [book.add_format({**look, "bg_color": colour}) for colour in (_DARK, _LIGHT)]
        self._sections: list[str] = []

    def of(self, column: Column | None) -> Format:
        """Return the look of a column's heading."""
        if column is None:
            return self._looks[0]
        section = column.heading.partition(":")[0]
        if section not in self._sections:
            self._sections.append(section)
        return self._looks[self._sections.index(section) % 2]


_HELP = (("عنوان", 34), ("چگونه پر شود", 62), ("نمونه", 54), ("کلید", 36))
_HELP_HEAD = (
    f"در برگهٔ «{SHEET}» هر مشتری یک سطر دارد و ستون‌هایی که لازم نیست خالی می‌ماند. قالب همهٔ خانه‌ها «متن» است "
    "تا صفر آغاز کدها و شماره‌ها حذف نشود؛ اگر از جای دیگری می‌چسبانید، تنها مقدارها را بچسبانید (Paste "
    "Values)."
)


def _help(book: Workbook, sheet: Worksheet, heads: _Heads) -> None:
    sheet.right_to_left()
    sheet.freeze_panes(2, 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    text = book.add_format({**_PLAIN, "text_wrap": True})
    latin = book.add_format({**_PLAIN, "reading_order": 1, "align": "left", "font_color": "#5A6675"})
    intro = book.add_format({**_PLAIN, "text_wrap": True, "bg_color": "#EEF2F7", "border": 0})
    sheet.merge_range(0, 0, 0, len(_HELP) - 1, _HELP_HEAD, intro)
    sheet.set_row(0, 36)
    for place, (title, width) in enumerate(_HELP):
        sheet.set_column(place, place, width)
        sheet.write_string(1, place, title, heads.of(None))
    for row, column in enumerate(columns.columns(), 2):
        hint = column.hint
        if column.only:
            hint = f"{hint}؛ از فهرست انتخاب کنید" if hint else "از فهرست انتخاب کنید"
        cells = (column.heading, hint, column.example, column.path)
        sheet.set_row(row, _height(zip(cells, (width for _, width in _HELP), strict=True)))
        for place, (value, look) in enumerate(zip(cells, (text, text, text, latin), strict=True)):
            sheet.write_string(row, place, value, look)
    sheet.ignore_errors({"number_stored_as_text": f"A1:D{len(columns.columns()) + 2}"})


# The one that is handed back --------------------------------------------------------------------


def checked(
    headings: tuple[int, Sequence[Value]],
    rows: Iterable[tuple[int, Sequence[Value]]],
    found: Columns,
    width: int,
    findings: Iterable[tuple[int, Finding]],
) -> bytes:
    """Return a table as it was given, with each wrong cell coloured and its findings in a comment.

    It is a new workbook: nothing of the given file but its values is in it. Every value is text, and each row
    stands where it stood.

    Args:
        headings: the row of the headings, with its number from 1.
        rows: the rows of the clients with their numbers, from the first to the last.
        found: the columns by their places; the one with the results of an earlier check is left out.
        width: how many columns hold anything.
        findings: each with its row, in the order of the rows.
    """
    target = io.BytesIO()
    with workbook(target, SHEET, large=True) as book:
        sheet = book.add_worksheet(SHEET)
        writer = _Writer(book, sheet, headings, found, width)
        for (number, values), told in _beside(rows, findings):
            writer.row(number, values, told)
    return target.getvalue()


def _beside(
    rows: Iterable[tuple[int, Sequence[Value]]], findings: Iterable[tuple[int, Finding]]
) -> Iterator[tuple[tuple[int, Sequence[Value]], list[Finding]]]:
    """Yield each row with its findings; both come in the order of the rows. A line may repeat a finding."""
    waiting = iter(findings)
    number, finding = next(waiting, (0, None))
    for row in rows:
        told: dict[tuple[str, str], Finding] = {}
        while finding is not None and number <= row[0]:
            if number == row[0]:
                told.setdefault((finding.field, finding.message), finding)
            number, finding = next(waiting, (0, None))
        yield row, list(told.values())


class _Writer:
    """Writes the rows one after the other; what is written is on disk and not changed any more."""

    def __init__(
        self,
        book: Workbook,
        sheet: Worksheet,
        headings: tuple[int, Sequence[Value]],
        found: Columns,
        width: int,
    ) -> None:
        self._sheet = sheet
        self._found = {place: column for place, column in found.items() if column is not None}
        self._places = {column.path: place for place, column in self._found.items()}
        self._left_out = {place for place, column in found.items() if column is None}
        number, titles = headings
        kept = (place for place in range(max(width, len(titles))) if place not in self._left_out)
        self._result = max(kept, default=-1) + 1
        self._widths = [
            self._found[place].width if place in self._found else _DEFAULT_WIDTH
            for place in range(self._result)
        ]
        self._widths.append(_RESULT_WIDTH)
        self._looks = {
            severity: book.add_format({**_PLAIN, "text_wrap": True, "bg_color": colour})
            for severity, colour in _COLOURS.items()
        }
        self._text = book.add_format({**_PLAIN, "text_wrap": True})
        _prepare(book, sheet, self._found, number - 1)
        sheet.set_column(self._result, self._result, _RESULT_WIDTH)
        heads = _Heads(book)
        for place in range(self._result):
            title = "" if place in self._left_out or place >= len(titles) else shown(titles[place])
            if title:
                sheet.write_string(number - 1, place, legal(title), heads.of(self._found.get(place)))
        sheet.write_string(number - 1, self._result, RESULT, heads.of(None))

    def row(self, number: int, values: Sequence[Value], findings: Sequence[Finding]) -> None:
        """Write one client.

        Args:
            number: the row, counted from 1.
            values: as they were given.
            findings: all that is to be told of it.
        """
        cells, loose = self._sort(findings)
        texts = [
            "" if place in self._left_out or place >= len(values) else legal(shown(values[place]))
            for place in range(self._result)
        ]
        texts.append(legal(_verdict(findings, loose)))
        self._sheet.set_row(number - 1, _height(zip(texts, self._widths, strict=True)))
        for place, text in enumerate(texts[:-1]):
            self._cell(number - 1, place, text, cells.get(place, []))
        self._sheet.write_string(number - 1, self._result, texts[-1], self._looks[_worst(findings)])

    def _sort(self, findings: Sequence[Finding]) -> tuple[dict[int, list[Finding]], list[Finding]]:
        """Return the findings by the places of their cells, and those without a cell."""
        cells: dict[int, list[Finding]] = {}
        loose = []
        for finding in findings:
            column = columns.of_field(finding.field)
            place = self._places.get(column.path) if column else None
            if place is None:
                loose.append(finding)
            else:
                cells.setdefault(place, []).append(finding)
        return cells, loose

    def _cell(self, row: int, place: int, text: str, findings: Sequence[Finding]) -> None:
        look = self._looks[_worst(findings)] if findings else self._text
        if text:
            self._sheet.write_string(row, place, text, look)
        elif findings:
            self._sheet.write_blank(row, place, None, look)
        if findings:
            message = "\n".join(finding.message for finding in findings)
            lines = sum(len(line) // _LETTERS_A_LINE + 1 for line in message.split("\n"))
            size = {"width": _COMMENT_WIDTH, "height": (lines + 1) * _LINE_HEIGHT}
            self._sheet.write_comment(row, place, legal(message), {**_COMMENT, **size})


def _worst(findings: Sequence[Finding]) -> Severity | None:
    weights = {finding.severity for finding in findings}
    return next((severity for severity in (_ERROR, _WARNING) if severity in weights), None)


def _verdict(findings: Sequence[Finding], loose: Sequence[Finding]) -> str:
    """Return what stands in the last column: the result, and the findings that have no cell."""
    counts = [
        (sum(finding.severity is severity for finding in findings), word)
        for severity, word in ((_ERROR, "خطا"), (_WARNING, "هشدار"))
    ]
    told = "، ".join(f"{to_persian(str(count))} {word}" for count, word in counts if count)
    result = WRONG if _worst(findings) is _ERROR else RIGHT
    return "\n".join([f"{result}: {told}" if told else result, *(finding.message for finding in loose)])
