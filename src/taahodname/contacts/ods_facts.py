"""Finds the facts of the sheets of an .ods file in its XML.

Source: OpenDocument 1.3 part 3, 9.1 (tables): a row or a cell may stand for many («repeated»).
"""

from __future__ import annotations

from taahodname.contacts.archive import Archive
from taahodname.contacts.facts import Facts, mark
from taahodname.contacts.xlsx_facts import Progress, counted
from taahodname.contacts.xml_parts import NotXml, attributes, local, walk

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_SMALL = 4 * 1024 * 1024
_MOST_ROWS = 1 << 20
_MOST_COLUMNS = 1 << 14
_HIDDEN = ("collapse", "filter")


def is_encrypted(archive: Archive) -> bool:
    """Tell whether the parts of an .ods file have a password.

    Raises:
        CustomerListError: «broken».
    """
    found: list[str] = []

    def look(tag: str, _: list[str]) -> None:
        if local(tag) == "encryption-data":
            found.append(tag)

    if _MANIFEST in archive.entries:
        try:
            walk([archive.text(_MANIFEST, _SMALL)], look)
        except NotXml as error:
            raise archive.broken(_MANIFEST) from error
    return bool(found)


def all_facts(archive: Archive, progress: Progress) -> dict[str, Facts]:
    """Return the facts of every sheet by its name.

    Args:
        archive: the file.
        progress: called with the share that is read, from 0 to 1.

    Raises:
        CustomerListError: «broken», «zip-bomb» or «too-large».
    """
    scan = _Scan()
    for part in archive.entries:
        if part != _CONTENT:
            for _ in archive.chunks(part):  # so that one that lies about its size is found
                pass
    size = archive.entries[_CONTENT].file_size or 1
    try:
        walk(counted(archive, _CONTENT, 0, size, progress), scan.start, scan.end)
    except (NotXml, ValueError) as error:
        raise archive.broken(_CONTENT) from error
    for facts in scan.sheets.values():
        facts.limit(archive.name)
    return scan.sheets


class _Scan:
    """Takes the elements of content.xml as they come."""

    def __init__(self) -> None:
        self.sheets: dict[str, Facts] = {}
        self._facts = Facts()
        self._depth = 0
        self._row = 0
        self._rows = 1
        self._column = 0

    def start(self, tag: str, flat: list[str]) -> None:
        """See to the beginning of an element."""
        match local(tag):
            case "table":
                self._depth += 1
                if self._depth == 1:
                    self._facts = self.sheets[attributes(flat).get("name", "")] = Facts()
                    self._row = self._column = 0
            case "table-column" if self._depth == 1:
                self._hide_column(attributes(flat))
            case "table-row" if self._depth == 1:
                self._begin_row(attributes(flat))
            case "table-cell" | "covered-table-cell" if self._depth == 1:
                self._cell(attributes(flat))

    def end(self, tag: str) -> None:
        """See to the end of an element."""
        match local(tag):
            case "table":
                self._depth -= 1
            case "table-row" if self._depth == 1:
                self._row += self._rows

    def _hide_column(self, given: dict[str, str]) -> None:
        count = _times(given, "number-columns-repeated", _MOST_COLUMNS)
        if given.get("visibility") in _HIDDEN:
            self._facts.hidden_columns.update(range(self._column, self._column + count))
        self._column += count

    def _begin_row(self, given: dict[str, str]) -> None:
        self._rows = _times(given, "number-rows-repeated", _MOST_ROWS)
        self._column = 0
        if given.get("visibility") in _HIDDEN and self._row < _MOST_ROWS:
            self._facts.hide(self._row, self._rows)

    def _cell(self, given: dict[str, str]) -> None:
        count = _times(given, "number-columns-repeated", _MOST_COLUMNS)
        formula = "formula" in given
        if "value-type" in given or formula:
            self._facts.reach(self._row, self._column)
            self._facts.reach(self._row + self._rows - 1, self._column + count - 1)
        if given.get("value-type") == "error":
            mark(self._facts.errors, self._row, self._column)
        elif formula:
            table = self._facts.formulas if "value-type" in given else self._facts.unvalued
            mark(table, self._row, self._column)
        self._merge(given)
        self._column += count

    def _merge(self, given: dict[str, str]) -> None:
        rows = _times(given, "number-rows-spanned", _MOST_ROWS)
        columns = _times(given, "number-columns-spanned", _MOST_COLUMNS)
        if rows > 1 or columns > 1:
            first = self._row, self._column
            self._facts.merged.append((first, (self._row + rows - 1, self._column + columns - 1)))


def _times(given: dict[str, str], name: str, most: int) -> int:
    """Return how many an element stands for, at most a whole sheet's."""
    return min(int(given.get(name, "1")), most)
