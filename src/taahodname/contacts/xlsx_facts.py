"""Finds the facts of the sheets of an .xlsx file in its XML.

Source: ECMA-376 part 1, 18.3.1 (worksheets): `row`, `c`, `f`, `v`, `is` and `col`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator

from taahodname.contacts import addresses
from taahodname.contacts.archive import Archive
from taahodname.contacts.facts import Facts, mark
from taahodname.contacts.xml_parts import NotXml, attributes, local, walk

_ROOT = "_rels/.rels"
_WORKBOOK = "xl/workbook.xml"
_SMALL = 4 * 1024 * 1024
_MOST_ROWS = 1 << 20
_MOST_COLUMNS = 1 << 14
_TRUE = ("1", "true")
_CELLS = b"sheetData"

Progress = Callable[[float], None]


def sheet_parts(archive: Archive) -> dict[str, str]:
    """Return the name of each sheet's part by the sheet's name.

    Raises:
        CustomerListError: «broken».
    """
    sheets: dict[str, str] = {}

    def sheet(tag: str, flat: list[str]) -> None:
        if local(tag) == "sheet":
            given = attributes(flat)
            sheets[given.get("name", "")] = given.get("id", "")

    try:
        workbook = _workbook(archive)
        folder, name = posixpath.split(workbook)
        targets = {key: target for key, (_, target) in _relations(archive, folder, name).items()}
        walk([archive.text(_named(archive, workbook), _SMALL)], sheet)
        return {title: _named(archive, targets[key]) for title, key in sheets.items()}
    except (NotXml, KeyError) as error:
        raise archive.broken(_WORKBOOK) from error


def _workbook(archive: Archive) -> str:
    """Return the part that the archive's own relations call the document."""
    if _ROOT not in archive.entries:
        return _WORKBOOK
    for kind, target in _relations(archive, "", "").values():
        if kind.endswith("/officeDocument"):
            return target
    return _WORKBOOK


def _relations(archive: Archive, folder: str, name: str) -> dict[str, tuple[str, str]]:
    """Return the kind and the part of each relation of a part by its key."""
    found: dict[str, tuple[str, str]] = {}

    def relation(tag: str, flat: list[str]) -> None:
        if local(tag) == "Relationship":
            given = attributes(flat)
            key = given.get("Id", "")
            if key in found:
                raise NotXml("a relationship twice")
            target = posixpath.normpath(posixpath.join("/", folder, given.get("Target", "")))
            found[key] = given.get("Type", ""), target.lstrip("/")

    part = posixpath.join(folder, "_rels", f"{name}.rels")
    walk([archive.text(_named(archive, part), _SMALL)], relation)
    return found


def _named(archive: Archive, part: str) -> str:
    """Return the name of a part as the archive spells it."""
    if part in archive.entries:
        return part
    return next(name for name in (*archive.entries, part) if name.lower() == part.lower())


class _OtherPart(Exception):
    """The part is no worksheet."""


def all_facts(archive: Archive, progress: Progress) -> dict[str, Facts]:
    """Return the facts of every worksheet by its part's name.

    Every part is inflated, so that one that lies about its size is found; and every worksheet is looked at,
    whether or not the workbook names it, so that it does not matter which of them another reader opens.

    Args:
        archive: the file.
        progress: called with the share that is read, from 0 to 1.

    Raises:
        CustomerListError: «broken», «zip-bomb» or «too-large».
    """
    total = sum(entry.file_size for entry in archive.entries.values()) or 1
    found: dict[str, Facts] = {}
    done = 0
    for part, entry in archive.entries.items():
        facts = _part_facts(archive, part, done, total, progress)
        if facts is not None:
            facts.limit(archive.name)
            found[part] = facts
        done += entry.file_size
    return found


def _part_facts(archive: Archive, part: str, done: int, total: int, progress: Progress) -> Facts | None:
    """Return the facts of a part; None when it is no worksheet."""
    chunks = counted(archive, part, done, total, progress)
    scan = _Scan()
    try:
        walk(chunks, scan.start)
        scan.close()
    except (NotXml, ValueError) as error:
        if scan.is_sheet or _holds_cells(archive.chunks(part)):
            raise archive.broken(part) from error
        return None
    except _OtherPart:
        # Another reader may not mind what the root is called: whatever looks like cells is measured.
        if _holds_cells(archive.chunks(part)):
            scan = _Scan(any_root=True)
            _measure(archive, part, scan)
            scan.facts.limit(archive.name)
        return None
    return scan.facts


def _measure(archive: Archive, part: str, scan: _Scan) -> None:
    try:
        walk(archive.chunks(part), scan.start)
        scan.close()
    except (NotXml, ValueError) as error:
        raise archive.broken(part) from error


def _holds_cells(chunks: Iterator[bytes]) -> bool:
    """Read to the end; tell whether there is anything that looks like the cells of a sheet."""
    found, tail = False, b""
    for chunk in chunks:
        found = found or _CELLS in tail + chunk
        tail = chunk[-len(_CELLS) :]
    return found


def counted(archive: Archive, part: str, done: int, total: int, progress: Progress) -> Iterator[bytes]:
    """Yield a part inflated, piece by piece, and tell how much of it all is read.

    Args:
        archive: the file.
        part: the part's name.
        done: bytes that were read before it.
        total: bytes that all parts take.
        progress: called with the share that is read.
    """
    for chunk in archive.chunks(part):
        done += len(chunk)
        progress(min(done / total, 1.0))
        yield chunk


_CELL, _VALUE, _FORMULA, _ROW, _COLUMN, _REST = range(6)
_ELEMENTS = {"c": _CELL, "v": _VALUE, "is": _VALUE, "f": _FORMULA, "row": _ROW, "col": _COLUMN}


class _Scan:
    """Takes the elements of one sheet as they come: some three a cell, so the commonest go a short way."""

    def __init__(self, *, any_root: bool = False) -> None:
        self.facts = Facts()
        self.is_sheet = False
        self._any_root = any_root
        self._elements: dict[str, int] = {}
        self._columns: dict[str, int] = {}  # those that are reached, by their letters
        self._digits = ""  # the number of the row, as the addresses of its cells end
        self._row = self._column = self._bottom = -1
        self._cell: list[str] = []
        self._formula = self._valued = False

    def start(self, tag: str, flat: list[str]) -> None:
        """See to one element."""
        kind = self._elements.get(tag)
        if kind is None:
            self._check_root(tag)
            kind = self._elements[tag] = _ELEMENTS.get(local(tag), _REST)
        if kind == _VALUE:
            self._valued = True
            self._reach()
        elif kind == _CELL:
            if self._formula:
                self.end_formula()
            self._cell = flat
            self._column += 1  # where the cell does not say it
        elif kind == _ROW:
            self._begin_row(flat)
        elif kind == _FORMULA:
            self._formula, self._valued = True, False
        elif kind == _COLUMN:
            self._hide_columns(attributes(flat))

    def _check_root(self, tag: str) -> None:
        if not self._elements:
            self.is_sheet = self._any_root or local(tag) == "worksheet"
            if not self.is_sheet:
                raise _OtherPart

    def _reach(self) -> None:
        """Note that the cell has a value."""
        cell = self._cell
        if len(cell) > 1 and cell[0] == "r":
            column = self._columns.get(cell[1].removesuffix(self._digits))
            if column is not None:
                self._column = column
                if self._row > self._bottom:
                    self._bottom = self._row
                if "e" in cell:
                    self._error()
                return
        self._place()
        self.facts.reach(self._row, self._column)
        self._bottom = max(self._bottom, self._row)
        self._columns[addresses.letters(self._column)] = self._column
        if "e" in cell:
            self._error()

    def _place(self) -> None:
        """Read the cell's own address, which may differ from its row's."""
        given = attributes(self._cell)
        if "r" in given:
            place = addresses.position(given["r"])
            if place is None:
                raise ValueError(given["r"])
            self._row, self._column = place
            self._digits = str(self._row + 1)

    def _error(self) -> None:
        if attributes(self._cell).get("t") == "e":
            mark(self.facts.errors, self._row, self._column)

    def _begin_row(self, flat: list[str]) -> None:
        if self._formula:
            self.end_formula()
        self._cell = []
        self._column = -1
        self._row += 1
        if "r" in flat:
            self._row = int(flat[flat.index("r") + 1]) - 1
        self._digits = str(self._row + 1)
        if "hidden" in flat and flat[flat.index("hidden") + 1] in _TRUE and self._row < _MOST_ROWS:
            self.facts.hide(self._row)

    def _hide_columns(self, given: dict[str, str]) -> None:
        if given.get("hidden") in _TRUE:
            first, last = int(given["min"]) - 1, int(given["max"]) - 1
            self.facts.hidden_columns.update(range(first, min(last, _MOST_COLUMNS) + 1))

    def end_formula(self) -> None:
        """Note the formula of the cell that ended, if there was one."""
        if self._formula:
            self._place()
            texts = attributes(self._cell).get("t") == "str"
            valued = self.facts.text_formulas if texts else self.facts.formulas
            mark(valued if self._valued else self.facts.unvalued, self._row, self._column)
            self._formula = False

    def close(self) -> None:
        """Note what the last cell left open."""
        self.end_formula()
        if self.facts.first is not None:
            self.facts.reach(self._bottom, self.facts.last[1])
