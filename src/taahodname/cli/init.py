"""The command `init`: writes an empty profile, made from the model so that it can never lack a key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, get_origin

import click

from taahodname.cli.app import Command
from taahodname.cli.screen import Screen
from taahodname.cli.words import HINTS, Lang, both, word
from taahodname.errors import OutputError, UsageError

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from taahodname.profile.fields import Record

_ENDINGS = (".yaml", ".yml")
_STEP = "  "
# Where it is absent the chief executive signs alone, so an empty one would ask for a name that nobody needs.
_OPTIONAL = frozenset({"signatories"})


@click.command("init", cls=Command)
@click.argument("file", default="profile.yaml")
@click.pass_obj
def command(screen: Screen, file: str) -> int:
    """Write the empty profile, unless a file of that name is there."""
    path = Path(file)
    if path.suffix.lower() not in _ENDINGS:
        raise UsageError(*both("init.ending", file=file))
    text = empty_profile(screen.lang)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as target:
            target.write(text)
    except FileExistsError as error:
        raise UsageError(*both("init.exists", file=file)) from error
    except OSError as error:
        raise OutputError(*both("cannot-write", file=file, reason=error.strerror)) from error
    screen.err.print(screen.word("init.done"))
    screen.err.print(f"taahodname check {file}", indent=2)
    screen.out.path(path)
    return 0


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
    hint = HINTS.get(place)
    return f"{field.title}: {hint}" if hint else field.title or ""
