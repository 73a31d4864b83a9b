"""What the commands on customers' numbers share: reading with progress, telling, and writing a file whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from taahodname.cli.lines import known_line
from taahodname.cli.parsing import wrong
from taahodname.cli.screen import Pane, Screen
from taahodname.cli.words import both
from taahodname.errors import OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from taahodname.contacts import CustomerList

SHEET = click.option("--sheet", "sheet", metavar="NAME")
COLUMN = click.option("--column", "column", metavar="B|HEADING")
INCLUDE = click.option("--include", "include", multiple=True, metavar="NUMBER")
LINE = click.option("--line", "limits_of", type=known_line, metavar="3000|1000|021")


def read(screen: Screen, path: str, **options: Any) -> CustomerList:
    """Return the list of a file, with a bar on standard error where that is a terminal."""
    from taahodname.contacts import read_list

    with _progress(screen, path) as progress:
        return read_list(path, progress=progress, **options)


@contextmanager
def _progress(screen: Screen, path: str) -> Iterator[Callable[[float], None] | None]:
    if not screen.err.file.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    text = screen.err.piece(screen.word("contacts.reading", file=Path(path).name))
    console = Console(file=screen.err.file, markup=False, highlight=False, emoji=False)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(text, total=1.0)
        yield lambda share: bar.update(task, completed=share)


def limits(line: str | None) -> tuple[int, int]:
    """Return the least and the most numbers of a list."""
    from taahodname.rules.lines import list_limits

    return list_limits(line)


def tell(screen: Screen, pane: Pane, found: CustomerList, role: str | None = None) -> None:
    """Write the notes on a list, and how many do not count for which reason.

    Args:
        screen: the reader's language.
        pane: where to write.
        found: the list.
        role: the piece of text that says which list it is, where there are several.
    """
    from taahodname.contacts.reasons import WORDS

    for one in found.notes:
        message = screen.pick(one.message, one.message_en)
        pane.print(screen.word(role, message=message) if role else message)
    for reason, count, few in found.rejects.groups(1):
        words = WORDS[reason]
        many = screen.pick(words.many, words.many_en)
        if count == 1:
            many = screen.pick(few[0].message, few[0].message_en)
        todo = screen.pick(words.todo, words.todo_en)
        pane.print(screen.word("contacts.group", count=screen.digits(count), words=many, todo=todo), indent=2)


def judge(screen: Screen, pane: Pane, count: int, line: str | None) -> bool:
    """Write how many numbers count; return whether the operator takes so many."""
    from taahodname.rules.customers import count_fault

    least, most = limits(line)
    pane.print(
        screen.word(
            "contacts.counted",
            count=screen.digits(count),
            least=screen.digits(least),
            most=screen.digits(most),
        )
    )
    fault = count_fault(count, least, most)
    if fault is None:
        return True
    sentence = screen.word("contacts.bad", sentence=screen.pick(fault[1], fault[2]))
    screen.err.print(f"{screen.word('error')}: {sentence}")
    return False


def check_output(out: str, inputs: Sequence[str | None], ending: str = ".xlsx") -> Path:
    """Return the path to write to.

    Raises:
        WrongCall: when its ending is another.
        UsageError: when it is one of the files that are read.
    """
    target = Path(out)
    if target.suffix.lower() != ending:
        raise wrong("not-xlsx", file=out)
    for given in inputs:
        if given and _same(target, Path(given)):
            raise UsageError(*both("same-file", file=out))
    return target


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; one that is there is replaced.

    Raises:
        OutputError: when it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, making = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(making).chmod(0o644)
            Path(making).replace(path)
        except BaseException:
            Path(making).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(*both("cannot-write", file=path, reason=error.strerror)) from error


def whole_number(ctx: click.Context, param: click.Parameter, given: str | None) -> int | None:
    """Return a whole number from 1 up, in the digits of any keyboard.

    Raises:
        WrongCall: when it is none.
    """
    from taahodname.persian.digits import to_ascii

    if given is None:
        return None
    text = to_ascii(given).strip()
    if not text.isascii() or not text.isdigit() or not int(text):
        raise wrong("bad-number", name=param.opts[-1], given=given)
    return int(text)
