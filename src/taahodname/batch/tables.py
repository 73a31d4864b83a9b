"""Reads the clients out of a table with a client a row: a workbook, or a .csv file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from taahodname.batch import columns, csv_table
from taahodname.batch.cells import Given, WrongCell, blank, gap, given, profile_data
from taahodname.batch.columns import Column
from taahodname.batch.sources import Client, refusal, row_place
from taahodname.batch.table_errors import of_list, refused
from taahodname.contacts import addresses
from taahodname.contacts.facts import MAX_CELLS
from taahodname.contacts.kinds import ENDINGS, Kind, kind_of, promised
from taahodname.contacts.reading import bytes_of
from taahodname.contacts.sheets import Sheet, Value
from taahodname.contacts.workbook import open_workbook
from taahodname.errors import CustomerListError, ProfileError
from taahodname.findings import Finding
from taahodname.persian.digits import group, to_persian
from taahodname.profile import Profile
from taahodname.profile.shown import printable
from taahodname.profile.source import MAX_BYTES

TABLES = frozenset({*ENDINGS, ".csv"})
"""The endings of tables."""
MAX_ROWS = 100_000
"""The most clients of one table."""

_MOST_TOLD = 8
_FORMULA, _ERROR, _MERGED, _CALCULATED = range(1, 5)
_RULES = {_FORMULA: "formula", _ERROR: "error", _MERGED: "merged", _CALCULATED: "formula"}
Row = tuple[int, Sequence[Value]]
"""A row that holds something, with its number from 1; its first value is of column A."""


def open_table(path: Path) -> Table:
    """Return the clients of a table.

    Args:
        path: a file with one of TABLES' endings.

    Raises:
        TableError: when it cannot be read safely, or its headings are not understood.
    """
    try:
        data = bytes_of(path)
        kind = kind_of(data, path.name)
        if kind is Kind.TEXT:
            sheets = [csv_table.open_csv(data, path.name)]
        else:
            book = open_workbook(data, path.name, lambda _: None)
            kind = book.kind
            sheets = [book.load(name) for name in book.sheet_names]
        if kind is not promised(path.name):
            raise _misnamed(path.name, kind)
        return Table(path, _of_clients(sheets, path.name))
    except CustomerListError as error:
        raise of_list(error) from error


def _misnamed(name: str, kind: Kind) -> Exception:
    kinds = "متن" if kind is Kind.TEXT else str(kind)
    return refused(
        "misnamed",
        name=name,
        ending=Path(name).suffix,
        kind=kinds,
        kind_en="text" if kind is Kind.TEXT else f"a workbook of the kind .{kind}",
    )


def _of_clients(sheets: Sequence[Sheet], name: str) -> Sheet:
    """Return the one sheet with headings of clients; where there is none, the first that holds anything."""
    filled = [(sheet, first) for sheet in sheets if (first := next(_filled(sheet), None)) is not None]
    if not filled:
        raise refused("empty-file", name=name)
    found = [sheet for sheet, (_, headings) in filled if _are_headings(headings)]
    if len(found) > 1:
        raise refused("two-sheets", name=name, sheets="، ".join(f"«{sheet.name}»" for sheet in found))
    return found[0] if found else filled[0][0]


def _are_headings(row: Sequence[Value]) -> bool:
    texts = [str(value) for value in row if not blank(value)]
    known = sum(columns.named(text) is not None for text in texts)
    return known > 1 or known == len(texts)


def _filled(sheet: Sheet, marks: Mapping[int, bytearray] | None = None) -> Iterator[Row]:
    """Yield the rows that hold a value, or a formula or an error in its place."""
    before = [None] * sheet.first_column
    telling = list((marks or {}).values())
    number = 0
    for number, values in enumerate(sheet.rows(), 1):
        if not all(blank(value) for value in values) or any(_lacks(mark, number) for mark in telling):
            yield number, [*before, *values]
    # The reader ends at the last value, and below there may be formulas that have none.
    for below in range(number + 1, max(map(len, telling), default=0) + 1):
        if any(_lacks(mark, below) for mark in telling):
            yield below, ()


def _lacks(mark: Sequence[int], number: int) -> bool:
    """Tell whether a cell without a value should have one."""
    return number <= len(mark) and mark[number - 1] not in (0, _MERGED)


@dataclass(frozen=True)
class _Cell:
    """Where a value stands."""

    row: int
    place: int
    column: Column

    def finding(self, error: WrongCell) -> Finding:
        """Return what is wrong with it."""
        address = addresses.cell(self.row - 1, self.place)
        return replace(
            refusal(
                f"خانهٔ {address} (ستون «{self.column.heading}») {error.message}",
                f"the cell {address} ({self.column.path}) {error.message_en}",
                rule=error.rule,
                field=self.column.path,
            ),
            line=self.row,
        )


class Table:
    """A table with a client a row.

    Args:
        path: the file, whose folder the files that the clients name count from.
        sheet: its clients under their headings.

    Raises:
        TableError: when the headings are not understood, or there are too few or too many clients.
    """

    def __init__(self, path: Path, sheet: Sheet) -> None:
        self._path = path
        self._sheet = sheet
        self._heading, headings = next(_filled(sheet))
        self._columns = _columns(headings, self._heading, path.name)
        self._marks = _marks(sheet, self._columns, path.name)
        count = sum(1 for _ in self.rows())
        if count > MAX_ROWS:
            raise refused("too-many", name=path.name, most=group(MAX_ROWS), most_en=f"{MAX_ROWS:,}")
        if not count:
            raise refused("no-clients", name=path.name)

    def rows(self) -> Iterator[Row]:
        """Yield the rows of the clients as they are."""
        return (row for row in _filled(self._sheet, self._marks) if row[0] > self._heading)

    def __iter__(self) -> Iterator[Client]:
        """Yield the clients one by one."""
        return (self._client(number, values) for number, values in self.rows())

    def hand_back(self, findings: Iterable[tuple[int, Finding]], file: Path) -> bool:
        """Write the table anew with a finding in each wrong cell; see `sources.Source`."""
        from taahodname.batch.table_workbooks import checked

        width = self._sheet.first_column + self._sheet.width
        made = checked(next(_filled(self._sheet)), self.rows(), self._columns, width, findings)
        file.write_bytes(made)
        return True

    def _client(self, number: int, values: Sequence[Value]) -> Client:
        place = row_place(printable(self._path.name), number)
        row, found = self._read(number, values)
        profile = None
        try:
            lines = dict.fromkeys(Profile.model_fields, number)
            profile = Profile.of(profile_data(row), folder=self._path.parent, lines=lines)
        except ProfileError as error:
            found += [replace(finding, line=number) for finding in error.findings]
        return Client(place, profile, tuple(found), number)

    def _read(self, number: int, values: Sequence[Value]) -> tuple[dict[str, Given], list[Finding]]:
        """Return what the cells of a row say by their columns' paths, and what is wrong with them."""
        row: dict[str, Given] = {}
        found: list[Finding] = []
        for place, column in self._columns.items():
            try:
                value = values[place] if place < len(values) else None
                self._see_to_mark(number, place, value)
                if column is not None and not blank(value):
                    row[column.path] = given(value, column)
            except WrongCell as error:
                if column is not None:
                    found.append(_Cell(number, place, column).finding(error))
        found += _headless(number, values, self._columns)
        found += _of_row(number, row)
        return row, found

    def _see_to_mark(self, number: int, place: int, value: Value) -> None:
        mark = self._marks.get(place, b"")
        kind = mark[number - 1] if number <= len(mark) else 0
        if kind and (kind != _CALCULATED or blank(value)):
            raise WrongCell(_RULES[kind])


Columns = Mapping[int, Column | None]
"""The columns by their places, counted from 0; None is one that is passed over."""


def _columns(headings: Sequence[Value], row: int, name: str) -> Columns:
    """Return what stands in each column.

    Raises:
        TableError: «headings» or «heading-twice».
    """
    found: dict[int, Column | None] = {}
    unknown: list[tuple[int, str]] = []
    for place, value in enumerate(headings):
        text = "" if blank(value) else str(value)
        if columns.is_result(text):
            found[place] = None
        elif (column := columns.named(text)) is not None:
            found[place] = column
        elif text:
            unknown.append((place, text))
    if unknown:
        raise _unknown(unknown, row, name)
    _see_to_twins(found, headings, row, name)
    return found


def _unknown(unknown: Sequence[tuple[int, str]], row: int, name: str) -> Exception:
    told, told_en = [], []
    for place, text in unknown[:_MOST_TOLD]:
        address, quoted = addresses.cell(row - 1, place), printable(text[:60])
        near = columns.meant(text)
        told.append(f"«{quoted}» در {address}" + (f" (شاید «{near.heading}»)" if near else ""))
        told_en.append(f"«{quoted}» in {address}" + (f" (perhaps {near.path})" if near else ""))
    if len(unknown) > _MOST_TOLD:
        rest = len(unknown) - _MOST_TOLD
        told.append(f"و {to_persian(str(rest))} عنوان دیگر")
        told_en.append(f"and {rest} more")
    return refused("headings", name=name, headings="، ".join(told), headings_en=", ".join(told_en))


def _see_to_twins(found: Columns, headings: Sequence[Value], row: int, name: str) -> None:
    seen: dict[str, int] = {}
    for place, column in found.items():
        if column is None:
            continue
        if column.path in seen:
            told = [
                f"«{headings[one]}» ({addresses.cell(row - 1, one)})" for one in (seen[column.path], place)
            ]
            raise refused(
                "heading-twice", name=name, headings=" و ".join(told), headings_en=" and ".join(told)
            )
        seen[column.path] = place


def _marks(sheet: Sheet, found: Columns, name: str) -> dict[int, bytearray]:
    """Return by column, a byte a row, which cells have no value that counts, and why.

    Raises:
        TableError: «merged», when the merged cells are more than a sheet can have.
    """
    marks: dict[int, bytearray] = {}
    facts = sheet.facts
    tables = ((_CALCULATED, facts.formulas), (_FORMULA, facts.unvalued), (_ERROR, facts.errors))
    known = [rows for _, table in tables for place, rows in table.items() if found.get(place) is not None]
    height = max(sheet.height, *(max(rows, default=0) + 1 for rows in known), 0)

    def mark(place: int, first: int, last: int, kind: int) -> None:
        last = min(last, height - 1)
        if found.get(place) is not None and first <= last:
            line = marks.setdefault(place, bytearray(height))
            line[first : last + 1] = bytes([kind]) * (last + 1 - first)

    left = MAX_CELLS
    for (top, start), (bottom, end) in facts.merged:
        for place in range(start, min(end, max(found, default=0)) + 1):
            left -= max(min(bottom, height - 1) - top + 1, 1)
            if left < 0:
                raise refused("merged", name=name)
            mark(place, top + (place == start), bottom, _MERGED)
    for kind, table in tables:
        for place, rows in table.items():
            for at in rows:
                mark(place, at, at, kind)
    return marks


def _headless(number: int, values: Sequence[Value], found: Columns) -> Iterator[Finding]:
    """Yield a finding for the values under no heading; in a .csv file a comma too many moves them there."""
    places = [place for place, value in enumerate(values) if place not in found and not blank(value)]
    if places:
        cells = "، ".join(addresses.cell(number - 1, place) for place in places[:_MOST_TOLD])
        finding = refusal(
            f"زیر ستون بی‌عنوان مقداری آمده است ({cells})؛ آن را زیر عنوان درست بیاورید یا پاک کنید.",
            f"there are values under no heading ({cells}); move them under the right one, or remove them",
            rule="table.no-heading",
        )
        yield replace(finding, line=number)


def _of_row(number: int, row: Mapping[str, Given]) -> Iterator[Finding]:
    """Yield what is wrong with a row as a whole."""
    empty = gap(row)
    if empty is not None:
        heading = columns.line_heading(empty)
        finding = refusal(
            f"«{heading}» خالی است ولی خط بعدی پر شده است؛ خط‌ها را از خط ۱ و پشت سر هم پر کنید.",
            f"line {empty + 1} is empty, and a later one is filled; fill them in their order",
            rule="table.lines",
            field=f"lines.{empty}.type",
        )
        yield replace(finding, line=number)
    if sum(len(str(value).encode("utf-8", "surrogatepass")) for value in row.values()) > MAX_BYTES:
        finding = refusal(
            "این سطر از یک مگابایت بزرگ‌تر است؛ آن را کوتاه کنید.",
            "this row is larger than 1 MiB; shorten it",
            rule="table.long",
        )
        yield replace(finding, line=number)
