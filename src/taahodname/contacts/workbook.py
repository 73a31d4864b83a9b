"""Opens a workbook (.xlsx, .xlsm, .xls, .ods) with limits, and gives its sheets."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from taahodname.contacts import ods_facts, xlsx_facts
from taahodname.contacts.archive import Archive, kind_of_archive, open_archive
from taahodname.contacts.facts import Facts
from taahodname.contacts.kinds import ZIP, Kind
from taahodname.contacts.refusals import refusal
from taahodname.contacts.sheets import Book, Sheet, Value
from taahodname.contacts.xls import open_xls
from taahodname.contacts.xlsx_facts import Progress

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def open_workbook(data: bytes, name: str, progress: Progress) -> Book:
    """Return a workbook whose sheets are read when they are asked for.

    Args:
        data: the file.
        name: its name, for messages.
        progress: called with the share of a sheet's structure that is read, from 0 to 1.

    Raises:
        CustomerListError: for a file that cannot be read safely; `load` raises it as well.
    """
    if not data.startswith(ZIP):
        return open_xls(data, name)
    archive = open_archive(data, name)
    kind = kind_of_archive(archive)
    return _ods(archive, progress) if kind is Kind.ODS else _xlsx(archive, progress)


def _xlsx(archive: Archive, progress: Progress) -> Book:
    found = xlsx_facts.all_facts(archive, progress)
    parts = xlsx_facts.sheet_parts(archive)
    table = {name: found[part] for name, part in parts.items() if part in found}
    return _book(archive.data, archive.name, Kind.XLSX, table)


def _ods(archive: Archive, progress: Progress) -> Book:
    if ods_facts.is_encrypted(archive):
        raise refusal("encrypted", name=archive.name)
    return _book(archive.data, archive.name, Kind.ODS, ods_facts.all_facts(archive, progress))


def _book(data: bytes, name: str, kind: Kind, facts: Mapping[str, Facts]) -> Book:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    workbook = _open(data, name)
    sheets = [one for one in workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    if not sheets:
        raise refusal("no-sheets", name=name)
    hidden = frozenset(one.name for one in sheets if one.visible != SheetVisibleEnum.Visible)

    def load(sheet: str) -> Sheet:
        if sheet not in facts:
            raise refusal("broken", name=name, detail=sheet)
        return _sheet(_values(workbook, sheet, name), sheet in hidden, facts[sheet])

    return Book(name, kind, tuple(one.name for one in sheets), load, hidden)


def _open(data: bytes, name: str) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise refusal("encrypted", name=name) from error
    except CalamineError as error:
        raise refusal("broken", name=name, detail=_reason(error)) from error


def _values(workbook: CalamineWorkbook, sheet: str, name: str) -> CalamineSheet:
    from python_calamine import CalamineError

    try:
        return workbook.get_sheet_by_name(sheet)
    except CalamineError as error:
        raise refusal("broken", name=name, detail=_reason(error)) from error


def _reason(error: Exception) -> str:
    return str(error)[:80]


def _sheet(values: CalamineSheet, hidden: bool, facts: Facts) -> Sheet:
    facts.merged = facts.merged or list(values.merged_cell_ranges or ())
    start, end = values.start, values.end
    if start is None or end is None:
        return Sheet(values.name, hidden, 0, 0, 0, facts, lambda: iter(()))

    def rows() -> Iterator[Sequence[Value]]:
        return values.iter_rows()

    # The reader gives the rows from the sheet's first one, but the columns from the first that is filled.
    return Sheet(values.name, hidden, start[1], end[0] + 1, end[1] - start[1] + 1, facts, rows)
