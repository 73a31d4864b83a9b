"""Writes the operator's list from a form: XlsxWriter makes a small one, and rows of numbers are added."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from taahodname.zip_records import ZipRecord, deflated, joined

_SHEET, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_NUMBERS = re.compile(r"(?:09[0-9]{9}\n)+")
_LINE = len("09123456789\n")
SAMPLE = "09120000001"
"""The one number of a list that a form is made of."""
_SAMPLES = (SAMPLE, "09120000002", "09120000003")
_MOST = 10_000  # numbers: a list for an operator has some hundreds
_COUNTS = 128  # lengths of lists whose rows are kept: an operator takes 400 to 500 numbers

Writer = Callable[[Sequence[str]], bytes]


class ListForm(NamedTuple):
    """A list without its numbers.

    Attributes:
        records: its parts, in their order.
        sheet: the part with the rows, before and behind those of numbers.
        strings: the part with their texts, the same.
    """

    records: tuple[ZipRecord, ...]
    sheet: tuple[str, str]
    strings: tuple[str, str]

    def filled(self, numbers: Sequence[str]) -> bytes:
        """Return the list of some numbers."""
        count = len(numbers)
        strings = f"<si><t>{'</t></si><si><t>'.join(numbers)}</t></si>".join(self.strings)
        strings = strings.replace(
            'count="2" uniqueCount="2"', f'count="{count + 1}" uniqueCount="{count + 1}"', 1
        )
        made = {_SHEET: _rows(self.sheet, count), _STRINGS: deflated(_STRINGS, strings.encode())}
        return joined((made.get(record.name, record) for record in self.records), rights=0)


@lru_cache(maxsize=_COUNTS)
def _rows(sheet: tuple[str, str], count: int) -> ZipRecord:
    """Return the part with the rows: it only names their texts by number, so lists of one length share it."""
    rows = "".join(map(_row, range(1, count + 1)))
    return deflated(_SHEET, rows.join(sheet).replace('"A1:A2"', f'"A1:A{count + 1}"').encode())


def _row(place: int) -> str:
    return f'<row r="{place + 1}" spans="1:1"><c r="A{place + 1}" s="1" t="s"><v>{place}</v></c></row>'


def list_form(write: Writer) -> ListForm | None:
    """Return the form of the lists that a writer makes, None where they are not of the known shape.

    Args:
        write: makes the list of some numbers; the form makes the same bytes, which is seen to here.
    """
    made = write(_SAMPLES[:1])
    form = form_of(made)
    if form is None:
        return None
    alike = form.filled(_SAMPLES[:1]) == made and form.filled(_SAMPLES) == write(_SAMPLES)
    return form if alike else None


def form_of(made: bytes) -> ListForm | None:
    """Return the form of a list that holds `SAMPLE` alone, None where it is not of the known shape."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = tuple(parts[_SHEET].decode().split(_row(1)))
    strings = tuple(parts[_STRINGS].decode().split(f"<si><t>{SAMPLE}</t></si>"))
    if len(sheet) != 2 or len(strings) != 2:
        return None
    return ListForm(tuple(deflated(name, data) for name, data in parts.items()), sheet, strings)


def suits(numbers: Sequence[str]) -> bool:
    """Tell whether some numbers suit a form: a few of them, each a mobile number, none twice."""
    if not 0 < len(numbers) <= _MOST:
        return False
    lines = "\n".join((*numbers, ""))
    return (
        len(lines) == _LINE * len(numbers)
        and len(set(numbers)) == len(numbers)
        and _NUMBERS.fullmatch(lines) is not None
    )
