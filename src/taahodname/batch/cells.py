"""Turns the values of one row of a table into the data of a profile, and says which cells cannot be."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from taahodname.batch.columns import LETTERHEAD_KINDS, MOST_LINES, Column
from taahodname.contacts.sheets import Value

MOST_CHARACTERS = 32_767
"""What a cell of a workbook can hold (Excel's specifications): none is cut when it is handed back."""

_EXACT = 1e15  # from here on a spreadsheet has lost digits: it keeps fifteen
_LINE_ENDS = re.compile("\r\n|\r|\n")
_NAME_ENDS = re.compile("[،,]")
_NUMBERS_END = re.compile("[\r\n،,;؛]")

Given = str | bool
"""A cell as a profile takes it: a text, or true and false where that is asked."""


class WrongCell(Exception):
    """A cell whose value is not what was typed.

    Attributes:
        rule: a stable name.
        message: a Persian sentence that goes on after the cell's name.
        message_en: the same in English.
    """

    def __init__(self, rule: str) -> None:
        self.rule = f"table.{rule}"
        self.message, self.message_en = _WORDS[rule]
        super().__init__(self.message_en)


_WORDS = {
    "digits": (
        "عددی با بیش از ۱۵ رقم است و اکسل رقم‌های آخر آن را از دست داده است؛ قالب خانه را «متن» کنید و "
        "شماره را "
        "دوباره بنویسید.",
        "is a number of more than 15 digits, the last of which the spreadsheet has lost; make the cell text "
        "and "
        "write it again",
    ),
    "date": (
        "تاریخ شده است (اکسل نوشته‌هایی مانند ۱۲/۵ را خود به تاریخ تبدیل می‌کند)؛ قالب خانه را «متن» کنید و "
        "مقدار "
        "را دوباره بنویسید.",
        "has become a date, as spreadsheets do with «12/5»; make the cell text and write it again",
    ),
    "time": (
        "ساعت دارد یا تاریخی است که خوانده نمی‌شود؛ قالب خانه را «متن» کنید و تنها تاریخ را بنویسید، مانند "
        "1358/07/23.",
        "holds a time, or a date that cannot be read; make the cell text and write the date only",
    ),
    "boolean": (
        "مقدار منطقی TRUE یا FALSE است؛ قالب خانه را «متن» کنید و مقدار را دوباره بنویسید.",
        "is a TRUE or FALSE; make the cell text and write the value again",
    ),
    "formula": (
        "فرمولی دارد که حاصل آن ذخیره نشده است؛ فایل را یک بار در اکسل باز و ذخیره کنید.",
        "holds a formula without its value; open the file in Excel once and save it",
    ),
    "error": (
        "خطای فرمول نشان می‌دهد؛ مقدار درست را بنویسید.",
        "shows the error of a formula; write the right value",
    ),
    "merged": (
        "با خانه‌ای دیگر ادغام شده است و معلوم نیست مقدار آن برای این مشتری هم هست یا نه؛ ادغام را بردارید "
        "و هر "
        "خانه را جدا پر کنید.",
        "is merged with another cell, and nobody knows whether its value counts here; unmerge and fill each",
    ),
    "long": (
        "بیش از ۳۲٬۷۶۷ نویسه دارد که از گنجایش یک خانه بیشتر است؛ آن را کوتاه کنید.",
        "has more than 32,767 characters, which no cell holds; shorten it",
    ),
}


def blank(value: Value) -> bool:
    """Tell whether a cell holds nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def given(value: Value, column: Column) -> Given:
    """Return what a cell says.

    A number comes back with the digits that were typed; a zero at its beginning is gone, and the rules on the
    field tell that.

    Args:
        value: as the reader of the table has it; not blank.
        column: its column.

    Raises:
        WrongCell: when the value cannot be what was typed.
    """
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    if isinstance(value, datetime.datetime | datetime.time | datetime.timedelta):
        raise WrongCell("time")
    if isinstance(value, datetime.date):
        if not column.date:
            raise WrongCell("date")
        return value.isoformat()
    if isinstance(value, bool):
        if not column.flag:
            raise WrongCell("boolean")
        return value
    if isinstance(value, int | float) and abs(value) >= _EXACT:
        raise WrongCell("digits")
    text = shown(value)
    if len(text) > MOST_CHARACTERS:
        raise WrongCell("long")
    return text


def shown(value: Value) -> str:
    """Return a value as the table is handed back with it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def profile_data(row: Mapping[str, Given]) -> dict[str, Any]:
    """Return the data of a profile, with the keys of a file.

    Args:
        row: what the cells say, by the paths of their columns; none is blank.
    """
    data: dict[str, Any] = {}
    lines: list[dict[str, Any]] = [{} for _ in range(MOST_LINES)]
    for path, value in row.items():
        section, _, rest = path.partition(".")
        if section == "lines":
            place, _, key = rest.partition(".")
            lines[int(place)][key] = _split(value, _LINE_ENDS) if key == "sample_messages" else value
        elif section == "signatories":
            data[section] = [dict(_signatory(line)) for line in _split(value, _LINE_ENDS)]
        elif section not in _TABLES:
            data.setdefault(section, {})[rest] = value
    lines = [line for line in lines if line]
    if lines:
        data["lines"] = lines
    for section, make in _TABLES.items():
        made = make({path: value for path, value in row.items() if path.partition(".")[0] == section})
        if made is not None:
            data[section] = made
    return data


def gap(row: Mapping[str, Given]) -> int | None:
    """Return the first line, counted from 0, that is empty though a later one is filled; None without any.

    Args:
        row: see `profile_data`.
    """
    filled = {int(path.split(".")[1]) for path in row if path.startswith("lines.")}
    return next((place for place in range(max(filled, default=0)) if place not in filled), None)


def _split(value: Given, ends: re.Pattern[str]) -> list[str]:
    return [part for part in ends.split(str(value)) if part.strip()]


def _signatory(line: str) -> Iterator[tuple[str, str]]:
    """Yield the name and, after the first comma, the post: a post may have commas, a name has none."""
    name, *post = _NAME_ENDS.split(line, maxsplit=1)
    yield "name", name.strip()
    if post and post[0].strip():
        yield "title", post[0].strip()


def _letterhead(row: Mapping[str, Given]) -> Any:
    """Return the letterhead as a file writes it: a word or a name alone, a table where there is more."""
    data: dict[str, Any] = {path.removeprefix("letterhead."): value for path, value in row.items()}
    chosen = data.pop("letterhead", None)
    places = {path: data.pop(path) for path in list(data) if path.startswith("fields.")}
    if places:
        data["fields"] = {path.removeprefix("fields."): value for path, value in places.items()}
    if not data:
        return chosen
    if isinstance(chosen, str) and chosen.strip().lower() in LETTERHEAD_KINDS:
        data["kind"] = chosen.strip().lower()
    elif chosen is not None:
        data["file"] = chosen
    return data


def _customer_list(row: Mapping[str, Given]) -> Any:
    """Return the customer list as a file writes it: a name alone, a table where there is more."""
    data: dict[str, Any] = {path.removeprefix("customer_list."): value for path, value in row.items()}
    if set(data) <= {"file"}:
        return data.get("file")
    if "include" in data:
        data["include"] = _split(data["include"], _NUMBERS_END)
    return data


_TABLES = {"letterhead": _letterhead, "customer_list": _customer_list}
"""The sections that may be a bare text."""
