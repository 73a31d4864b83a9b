"""Finds the column of mobile numbers in a sheet, by its heading and by what stands in it, or by its name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import islice

from msgspec import Struct, field

from taahodname.contacts import addresses
from taahodname.contacts.numbers import looks_mobile
from taahodname.contacts.refusals import refusal
from taahodname.contacts.sheets import Sheet
from taahodname.errors import CustomerListError
from taahodname.persian.letters import fold

_HEAD_ROWS = 30
_SHOWN = 12
_SAMPLE = 1000
_MOBILE_HEADING = re.compile(r"همراه|موبایل|mobile|cell|gsm", re.IGNORECASE)
_NUMBER_HEADING = re.compile(r"شماره|تلفن|تماس|phone|tel|number", re.IGNORECASE)
_DIGITS = re.compile(r"(?:[0-9۰-۹٠-٩][^\w]*){5,}")


class Survey(Struct):
    """What the columns of a sheet hold; columns are counted from 0 in the sheet.

    Attributes:
        mobiles: how many cells of each column hold a mobile number.
        numbers: how many hold five digits or more.
        headings: the texts in the first rows, each with its row.
    """

    mobiles: Counter[int] = field(default_factory=Counter)
    numbers: Counter[int] = field(default_factory=Counter)
    headings: dict[int, list[tuple[int, str]]] = field(default_factory=dict)


def survey(sheet: Sheet, *, briefly: bool = False) -> Survey:
    """Return what the columns of a sheet hold, hidden rows left aside.

    A sheet of one column leaves nothing to choose: where its first rows hold a mobile number, they will do.

    Args:
        sheet: where to look.
        briefly: whether one number of such a sheet will do, as its count is told to nobody.
    """
    if sheet.width == 1:
        first = _surveyed(sheet, _SAMPLE, until_first=briefly)
        if first.mobiles:
            return first
    return _surveyed(sheet, None)


def _surveyed(sheet: Sheet, rows: int | None, *, until_first: bool = False) -> Survey:
    found = Survey()
    for table in (sheet.facts.unvalued, sheet.facts.formulas):
        found.numbers.update({column: len(marked) for column, marked in table.items()})
    hidden = sheet.facts.is_hidden
    for row, values in enumerate(islice(sheet.rows(), rows)):
        if hidden(row):
            continue
        for place, value in enumerate(values, sheet.first_column):
            if value == "" or value is None:
                continue
            if looks_mobile(value):
                found.mobiles[place] += 1
                found.numbers[place] += 1
                if until_first:
                    return found
            elif isinstance(value, str):
                if _DIGITS.search(value):
                    found.numbers[place] += 1
                elif row < _HEAD_ROWS:
                    found.headings.setdefault(place, []).append((row, value))
            elif isinstance(value, int | float) and value >= 10_000:
                found.numbers[place] += 1
    return found


def find(sheet: Sheet, found: Survey) -> int | None:
    """Return the column of mobile numbers; None when no column has digits enough.

    A heading that says «موبایل» counts before one that says «شماره», then the number of mobile numbers; a
    hidden column is taken only where no other has any.
    """
    counts = found.mobiles or found.numbers
    if not counts:
        return None
    hidden = sheet.facts.hidden_columns

    def weight(column: int) -> tuple[bool, int, int, int]:
        texts = [text for _, text in found.headings.get(column, ())]
        named = 2 * _says(_MOBILE_HEADING, texts) or int(_says(_NUMBER_HEADING, texts))
        return column not in hidden, named, counts[column], -column

    return max(counts, key=weight)


def _says(pattern: re.Pattern[str], texts: Sequence[str]) -> bool:
    return any(pattern.search(fold(text)) for text in texts)


def named(sheet: Sheet, given: str) -> int:
    """Return the column that a heading or a letter names.

    Args:
        sheet: where to look.
        given: «B» or «شماره همراه»; keyboards' differences do not matter.

    Raises:
        CustomerListError: «no-column» or «two-columns».
    """
    wanted = fold(given)
    headings = _headings(sheet)
    there = [column for column, texts in headings.items() if wanted in map(fold, texts)]
    if len(there) > 1:
        known = "، ".join(addresses.letters(column) for column in there)
        raise refusal("two-columns", sheet=sheet.name or "-", given=given, known=known)
    if there:
        return there[0]
    column = addresses.column_of(given.strip())
    if column is not None and sheet.first_column <= column < sheet.first_column + sheet.width:
        return column
    raise _no_column(sheet, given, headings)


def _headings(sheet: Sheet) -> dict[int, list[str]]:
    headings: dict[int, list[str]] = {}
    for values in islice(sheet.rows(), _HEAD_ROWS):
        for column, value in enumerate(values, sheet.first_column):
            if isinstance(value, str) and value.strip() and not looks_mobile(value):
                headings.setdefault(column, []).append(value)
    return headings


def _no_column(sheet: Sheet, given: str, headings: dict[int, list[str]]) -> CustomerListError:
    last = sheet.first_column + sheet.width
    names = [
        f"{addresses.letters(column)} («{headings[column][0].strip()}»)"
        if column in headings
        else addresses.letters(column)
        for column in range(sheet.first_column, min(last, sheet.first_column + _SHOWN))
    ]
    texts = [text for column in headings.values() for text in column]
    near = get_close_matches(given, texts, n=1)
    known = [f"«{near[0]}»؟", *names] if near else names
    return refusal("no-column", given=given, sheet=sheet.name or "-", known="، ".join(known) or "-")
