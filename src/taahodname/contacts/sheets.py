"""A sheet as the rest of the room sees it, whatever file it came from: its name, its rows, its facts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct, field

from taahodname.contacts.facts import Facts
from taahodname.contacts.kinds import Kind

Value = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta | None
"""What a cell holds; an empty text or None is a blank one."""


class Sheet(Struct, frozen=True):
    """One sheet.

    Attributes:
        name: as its tab says; empty for a text file.
        hidden: whether it is hidden.
        first_column: the column that the first value of each row stands in, counted from 0.
        height: how many rows there are, counted from the sheet's first one.
        width: how many columns there are from the first one on.
        facts: what there is beside the values.
        rows: gives the rows from the sheet's first one on, anew each time it is called.
    """

    name: str
    hidden: bool
    first_column: int
    height: int
    width: int
    facts: Facts
    rows: Callable[[], Iterator[Sequence[Value]]]


class Book(Struct, frozen=True):
    """A file that was opened.

    Attributes:
        name: the file's name.
        kind: what it is by its bytes.
        sheet_names: its sheets with cells, in their order.
        hidden: the names of those that are hidden.
        load: reads one sheet.
        encoding: of a text file («utf-8»); empty for a workbook.
    """

    name: str
    kind: Kind
    sheet_names: tuple[str, ...]
    load: Callable[[str], Sheet]
    hidden: frozenset[str] = field(default_factory=frozenset)
    encoding: str = ""
