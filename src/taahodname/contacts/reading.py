"""Reads the customers' numbers out of whatever file a client sends."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from taahodname.contacts import addresses, columns
from taahodname.contacts.columns import Survey
from taahodname.contacts.gathering import Gathered, Gatherer
from taahodname.contacts.kinds import Kind, kind_of, promised
from taahodname.contacts.listing import CustomerList
from taahodname.contacts.notes import Note, note
from taahodname.contacts.numbers import parts_of_text
from taahodname.contacts.refusals import printable, refusal
from taahodname.contacts.sheets import Book, Sheet
from taahodname.contacts.text import open_text
from taahodname.persian.digits import to_persian
from taahodname.persian.letters import fold

MAX_FILE = 128 * 1024 * 1024
"""Bytes a file may have; a million rows of one column take some 15 MB as .xlsx."""

Progress = Callable[[float], None]
_SCANNED, _LOADED = 0.4, 0.6  # how far the reading is when a sheet's structure, and its values, are known


def read_list(
    path: str | os.PathLike[str],
    *,
    sheet: str | None = None,
    column: str | None = None,
    include: Iterable[str] = (),
    every_operator: bool = False,
    progress: Progress | None = None,
) -> CustomerList:
    """Return the distinct همراه اول numbers of a file, and all that is to be told of what was left out.

    The sheet is the first one with numbers, the column that of the mobile numbers, unless they are named;
    what stands elsewhere is told, not read. Hidden rows are left out and told: who looks at the sheet does
    not see them. A prefix of another operator, or seven equal digits at the end, is left out and told, and
    `include` brings it back; an Iranian prefix names the first operator only (numbers are ported since 1395).

    Args:
        path: an .xlsx, .xlsm, .xls, .ods, .csv or .txt file; its bytes count, not its ending.
        sheet: the sheet's name.
        column: the column's letters («B») or its heading.
        include: numbers that count in spite of their prefix or form.
        every_operator: count the numbers of every operator, as for a list of removals.
        progress: called with the share that is done, from 0 to 1.

    Raises:
        CustomerListError: when the file cannot be read, or has no such sheet or column, or no numbers.
    """
    report = progress or _silent
    book = open_book(path, lambda share: report(_SCANNED * share))
    return _read(book, sheet, column, include, every_operator, report)


def read_bytes(data: bytes, name: str, *, include: Iterable[str] = ()) -> CustomerList:
    """Return the numbers of a file that is in memory; see `read_list`.

    Args:
        data: the file.
        name: its name, for messages.
        include: see `read_list`.

    Raises:
        CustomerListError: see `read_list`.
    """
    return _read(_opened(data, name, _silent), None, None, include, False, _silent)


def _read(
    book: Book,
    sheet: str | None,
    column: str | None,
    include: Iterable[str],
    every_operator: bool,
    report: Progress,
) -> CustomerList:
    wanted = [_included(one) for one in include]
    chosen, found, others = _choose(book, sheet)
    report(_LOADED)
    place = columns.named(chosen, column) if column and column.strip() else columns.find(chosen, found)
    if place is None:
        raise _no_numbers(book, chosen if sheet else None)
    gatherer = Gatherer(chosen, place, wanted, every_operator=every_operator)
    gathered = gatherer.gather(lambda share: report(_LOADED + (1 - _LOADED) * share))
    notes = (
        _read_note(book, chosen, place, gathered),
        *_of_file(book),
        *gathered.notes,
        *_elsewhere(chosen, place, found, others),
    )
    return CustomerList(
        book.name,
        book.kind,
        chosen.name,
        addresses.letters(place),
        gathered.heading,
        gathered.numbers,
        gathered.rejects,
        notes,
    )


def open_book(path: str | os.PathLike[str], progress: Progress | None = None) -> Book:
    """Return a file's sheets without reading their values yet.

    Args:
        path: see `read_list`.
        progress: called with the share of the structure that is read.

    Raises:
        CustomerListError: when the file cannot be opened.
    """
    file = Path(path)
    return _opened(bytes_of(file), file.name, progress or _silent)


def _opened(data: bytes, name: str, progress: Progress) -> Book:
    if kind_of(data, name) is Kind.TEXT:
        return open_text(data, name)
    from taahodname.contacts.workbook import open_workbook

    return open_workbook(data, name, progress)


def _silent(_: float) -> None:
    """Tell nobody."""


def bytes_of(path: Path) -> bytes:
    """Return what a regular file holds.

    Args:
        path: the file.

    Raises:
        CustomerListError: «no-file», «directory», «other-kind», «no-access», or «too-large» past MAX_FILE.
    """
    name = path.name or str(path)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise refusal("directory", name=name)
        if not stat.S_ISREG(found.st_mode):  # a device or a pipe never ends
            raise refusal("other-kind", name=name, kind="دستگاه یا لوله", kind_en="a device or a pipe")
        with path.open("rb") as file:
            # Room is made for all that is asked for; only a file that grows has more than was told.
            data = file.read(min(found.st_size, MAX_FILE) + 1)
            if found.st_size < len(data) <= MAX_FILE:
                data += file.read(MAX_FILE + 1 - len(data))
    except FileNotFoundError as error:
        raise refusal("no-file", name=name) from error
    except OSError as error:
        raise refusal("no-access", name=name, detail=error.strerror or "") from error
    except ValueError as error:  # a name with a zero character
        raise refusal("no-file", name=name) from error
    if len(data) > MAX_FILE:
        raise refusal("too-large", name=name, detail=f"> {MAX_FILE // 2**20} MiB")
    return data


def _included(given: str) -> int:
    parts = parts_of_text(given)
    if len(parts) != 1 or parts[0].number is None:
        raise refusal("include", given=given)
    return parts[0].number


def _choose(book: Book, given: str | None) -> tuple[Sheet, Survey, list[tuple[str, int]]]:
    """Return the sheet to read, what its columns hold, and the other sheets with mobile numbers."""
    if given and given.strip():
        first = [_sheet_named(book, given)]
    else:
        first = sorted(book.sheet_names, key=lambda name: name in book.hidden)
    chosen: tuple[Sheet, Survey] | None = None
    others: list[tuple[str, int]] = []
    for name in (*first, *(one for one in book.sheet_names if one not in first)):
        if chosen is not None and len(book.sheet_names) == 1:
            break
        sheet = book.load(name)
        found = columns.survey(sheet, briefly=chosen is None and len(book.sheet_names) == 1)
        if chosen is None and (len(first) == 1 or _has_numbers(sheet, found)):
            chosen = sheet, found
        elif found.mobiles:
            others.append((name, sum(found.mobiles.values())))
    if chosen is None:
        raise _no_numbers(book, None)
    return *chosen, others


def _has_numbers(sheet: Sheet, found: Survey) -> bool:
    return bool(found.mobiles or sheet.facts.unvalued)


def _sheet_named(book: Book, given: str) -> str:
    exact = [name for name in book.sheet_names if name == given]
    alike = exact or [name for name in book.sheet_names if fold(name) == fold(given)]
    if len(alike) != 1:
        known = "، ".join(f"«{name}»" for name in book.sheet_names if name) or "—"
        raise refusal("no-sheet", given=given, name=book.name, known=known)
    return alike[0]


def _no_numbers(book: Book, sheet: Sheet | None) -> Exception:
    where, where_en = (f" (برگهٔ «{sheet.name}»)", f" (sheet {sheet.name!r})") if sheet else ("", "")
    return refusal("no-numbers", name=book.name, where=where, where_en=where_en)


def _read_note(book: Book, sheet: Sheet, place: int, gathered: Gathered) -> Note:
    letters, name = addresses.letters(place), printable(sheet.name)
    column, column_en = f"ستون {letters}", f"column {letters}"
    heading = printable(gathered.heading)
    return note(
        "read",
        len(gathered.numbers),
        file=printable(book.name),
        place=f"برگهٔ «{name}»، {column}" if name else column,
        place_en=f"sheet «{name}», {column_en}" if name else column_en,
        heading=f" (عنوان: {heading})" if heading else "",
        heading_en=f" (heading: «{heading}»)" if heading else "",
    )


def _of_file(book: Book) -> Iterator[Note]:
    if book.encoding not in ("", "utf-8", "utf-8-sig"):
        names = {"cp1256": "Windows-1256"}
        yield note("encoding", detail=names.get(book.encoding, book.encoding.upper()))
    if promised(book.name) is not book.kind:
        yield note("other-ending", detail=Path(book.name).suffix or "—", real=str(book.kind))


def _elsewhere(sheet: Sheet, place: int, found: Survey, others: list[tuple[str, int]]) -> Iterator[Note]:
    """Yield notes on what was not read, and on what was read though it is hidden."""
    columns_ = [
        (addresses.letters(one), count) for one, count in sorted(found.mobiles.items()) if one != place
    ]
    for code, rest in (("other-columns", columns_), ("other-sheets", others)):
        if rest:
            fa = "، ".join(f"{printable(name)} ({to_persian(str(count))})" for name, count in rest)
            en = ", ".join(f"«{printable(name)}» ({count})" for name, count in rest)
            yield note(code, sum(count for _, count in rest), detail=fa, detail_en=en)
    if place in sheet.facts.hidden_columns:
        yield note("hidden-column", detail=addresses.letters(place))
    if sheet.hidden:
        yield note("hidden-sheet", detail=printable(sheet.name))
