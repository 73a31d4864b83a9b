"""The command `init`: writes an empty profile or table, made from the model so that none lacks a key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, get_origin

import click

from taahodname.cli.app import Command
from taahodname.cli.screen import Screen
from taahodname.cli.words import Lang, both, word
from taahodname.errors import OutputError, UsageError

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from taahodname.profile.fields import Record

_PROFILE = "profile.yaml"
_ENDINGS = (".yaml", ".yml")
_TABLE_ENDING = ".xlsx"
_STEP = "  "
# Where it is absent the chief executive signs alone, so an empty one would ask for a name that nobody needs.
_OPTIONAL = frozenset({"signatories"})


@click.command("init", cls=Command)
@click.argument("file", required=False)
@click.option("--excel", metavar="FILE")
@click.pass_obj
def command(screen: Screen, file: str | None, excel: str | None) -> int:
    """Write the empty profile, or the empty table, unless a file of that name is there."""
    if excel is not None:
        if file is not None:
            raise UsageError(*both("init.both", file=file))
        return _table(screen, excel)
    file = _PROFILE if file is None else file
    if Path(file).suffix.lower() not in _ENDINGS:
        raise UsageError(*both("init.ending", file=file))
    _write(file, empty_profile(screen.lang).encode())
    screen.err.print(screen.word("init.done"))
    screen.err.print(f"taahodname check {file}", indent=2)
    screen.out.path(Path(file))
    return 0


def _table(screen: Screen, file: str) -> int:
    if Path(file).suffix.lower() != _TABLE_ENDING:
        raise UsageError(*both("init.excel-ending", file=file))
    from taahodname.batch.table_workbooks import empty

    _write(file, empty())
    screen.err.print(screen.word("init.excel-done"))
    screen.err.print(f"taahodname batch {file} --out out", indent=2)
    screen.out.path(Path(file))
    return 0


def _write(file: str, data: bytes) -> None:
    """Write a new file.

    Raises:
        UsageError: when there is one of its name.
        OutputError: when it cannot be written.
    """
    try:
        with Path(file).open("xb") as target:
            target.write(data)
    except FileExistsError as error:
        raise UsageError(*both("init.exists", file=file)) from error
    except OSError as error:
        raise OutputError(*both("cannot-write", file=file, reason=error.strerror)) from error


def empty_profile(lang: Lang) -> str:
    """Return a YAML profile with every key of the model, each under a line that says what it is.

    Args:
        lang: the language of those lines.
    """
    from taahodname.profile import Profile

    head = [f"# {line}" for line in word("init.head", lang).split("\n")]
    return "\n".join([*head, *_record(Profile, "", "", lang)]) + "\n"


def _record(record: type[Record], path: str, indent: str, lang: Lang) -> Iterator[str]:
    """Yield the lines of a record: every key under its label, the sections parted by an empty line."""
    for name, field in record.model_fields.items():
        if not path:
            yield ""
        place = f"{path}{name}"
        yield f"{indent}# {_label(place, field, lang)}"
        lines = _key(name, place, field, indent, lang)
        yield from (f"# {line}" for line in lines) if place in _OPTIONAL else lines


def _key(name: str, place: str, field: FieldInfo, indent: str, lang: Lang) -> Iterator[str]:
    """Yield one key: a section with its keys, a list with one element, or a bare key to be filled."""
    from taahodname.profile.fields import record_in

    yield f"{indent}{name}:"
    inner = record_in(field.annotation)
    if get_origin(field.annotation) is tuple:
        yield from _element(inner, f"{place}.", indent + _STEP, lang)
    elif inner is not None and isinstance(field.annotation, type):
        yield from _record(inner, f"{place}.", indent + _STEP, lang)


def _element(inner: type[Record] | None, path: str, indent: str, lang: Lang) -> Iterator[str]:
    """Yield the one element that shows how a list is written."""
    if inner is None:
        yield f"{indent}-"
        return
    label, first, *rest = _record(inner, path, indent + _STEP, lang)
    yield indent + label.lstrip()
    yield f"{indent}- {first.lstrip()}"
    yield from rest


def _label(place: str, field: FieldInfo, lang: Lang) -> str:
    """Return what a key is; the model's English says how it is written, its Persian labels need a hint."""
    if lang == "en":
        return field.description or ""
    from taahodname.profile.hints import HINTS

    hint = HINTS.get(place)
    return f"{field.title}: {hint}" if hint else field.title or ""
