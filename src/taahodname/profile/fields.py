"""Declares the fields of a profile with their descriptions and labels, and finds them by their paths."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Annotated, Any, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from taahodname.persian.digits import to_ascii

MAX_BAND_MM = 150.0
"""The greatest height, in millimetres, that the head or the foot of a letterhead may take: half of A4."""

MAX_SHEET_MM = 297.0
"""The height of an A4 sheet in millimetres."""

_YES = frozenset({"true", "yes", "on", "1", "بله", "بلی", "آری"})
_NO = frozenset({"false", "no", "off", "0", "خیر", "نه"})


def _given_text(value: object) -> str | None:
    """Return a leaf as the text that was given; a number or a date of a typed format becomes its own text."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    raise PydanticCustomError("given_text", "text is wanted")


def _given_flag(value: object) -> bool:
    if value is None or isinstance(value, bool):
        return bool(value)
    word = str(value).strip().lower() if isinstance(value, str | int) else ""
    if word in _YES or word in _NO:
        return word in _YES
    raise PydanticCustomError("given_flag", "true or false is wanted")


def _given_length(value: object) -> float:
    """Return a height in millimetres; the digits and the decimal mark of a Persian keyboard are read too."""
    number = _millimetres(value)
    if not 0 <= number <= MAX_BAND_MM:
        raise PydanticCustomError("given_length", "a length in millimetres is wanted")
    return number


def _millimetres(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    text = to_ascii(value).strip().replace("\u066b", ".") if isinstance(value, str) else ""
    return float(text) if re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", text) else -1.0


def _given_length_or_none(value: object) -> float | None:
    blank = value is None or (isinstance(value, str) and not value.strip())
    return None if blank else _given_length(value)


def _given_place(value: object) -> float:
    number = _millimetres(value)
    if not 0 <= number <= MAX_SHEET_MM:
        raise PydanticCustomError("given_place", "a place on the sheet in millimetres is wanted")
    return number


def _given_list(value: object) -> object:
    if isinstance(value, list | tuple) and len(value) > MAX_ITEMS:
        raise PydanticCustomError("given_list", "fewer items are wanted")
    return () if value is None else value


def _blank_for_none(value: object) -> object:
    return "" if value is None else value


Text = Annotated[str | None, BeforeValidator(_given_text)]
"""A leaf: the text as it was given, or None when nothing was."""
Item = Annotated[str, BeforeValidator(_given_text), BeforeValidator(_blank_for_none)]
"""An element of a list of texts; nothing between two commas is a blank text."""
Items = BeforeValidator(_given_list)
"""Marks a list that may be named and left empty."""
Flag = Annotated[bool, BeforeValidator(_given_flag)]
"""True or false; «بله» and «خیر» are read too."""
OptionalMillimetres = Annotated[float | None, BeforeValidator(_given_length_or_none)]
"""A height on paper in millimetres, from 0 to MAX_BAND_MM, or None when it is not given."""
Place = Annotated[float, BeforeValidator(_given_place)]
"""A place on the sheet in millimetres, from 0 to MAX_SHEET_MM."""


class Record(BaseModel):
    """A group of fields: frozen, with no key that is not declared."""

    # Built when first used: of a profile that is read, the whole at once instead of each part by itself too.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_table(cls, data: Any) -> Any:
        """Take a section that is named but left empty for one without any value."""
        return {} if data is None else data


def labelled(default: Any, description: str, fa: str, en: str) -> Any:
    """Declare a field of a record.

    Args:
        default: its value when the profile does not name it; a class makes a fresh instance.
        description: what it is, in English.
        fa: what a Persian form calls it.
        en: what an English message calls it.
    """
    extra: dict[str, Any] = {"x-label-en": en}
    if isinstance(default, type):
        return Field(default_factory=default, description=description, title=fa, json_schema_extra=extra)
    return Field(default=default, description=description, title=fa, json_schema_extra=extra)


def record_in(annotation: Any) -> type[Record] | None:
    """Return the record that an annotation speaks of, however it is wrapped, or None for a leaf."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := record_in(part))), None)


def find(root: type[Record], path: str) -> FieldInfo | None:
    """Return the field at a path such as «lines.0.subject», or None when the model has no such place.

    Args:
        root: the record that the path starts from.
        path: keys joined by dots; places in a list are counted from 0.
    """
    record: type[Record] | None = root
    field: FieldInfo | None = None
    for key in path.split("."):
        if re.fullmatch(r"[0-9]+", key):
            continue
        field = record.model_fields.get(key) if record else None
        if field is None:
            return None
        record = record_in(field.annotation)
    return field


def record_at(root: type[Record], path: str) -> type[Record] | None:
    """Return the record at a path, the root itself for an empty one."""
    if not path:
        return root
    field = find(root, path)
    return record_in(field.annotation) if field else None


def value_at(record: Record, path: str) -> object:
    """Return what stands at a path, or None when nothing does.

    Args:
        record: where the path starts.
        path: keys joined by dots; places in a list are counted from 0.
    """
    value: object = record
    for key, is_place in _steps(path):
        if isinstance(value, Record) and key in names_of(type(value)):
            value = getattr(value, key)
        elif isinstance(value, tuple) and is_place and int(key) < len(value):
            value = value[int(key)]
        else:
            return None
    return value


@lru_cache(maxsize=512)
def _steps(path: str) -> tuple[tuple[str, bool], ...]:
    """Return the keys of a path, and of each whether it is a place in a list."""
    return tuple((key, re.fullmatch(r"[0-9]+", key) is not None) for key in path.split("."))


@cache
def names_of(record: type[Record]) -> Mapping[str, None]:
    """Return the names of a record's fields, in order; Pydantic looks for them anew each time."""
    return dict.fromkeys(record.model_fields)


def walk(record: Record, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every leaf that holds text, in the order of the model.

    Args:
        record: where to begin.
        prefix: what stands before each path.
    """
    for name in names_of(type(record)):
        yield from _leaves(getattr(record, name), f"{prefix}{name}")


def _leaves(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Record):
        yield from walk(value, f"{path}.")
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _leaves(item, f"{path}.{place}")


def plain(value: object) -> Any:
    """Return a record, or what stands in one, as JSON has it; for `model_dump` more would have to be built.

    Args:
        value: a record, a tuple, a text, a number or None.
    """
    if isinstance(value, Record):
        return {name: plain(getattr(value, name)) for name in names_of(type(value))}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


MAX_ITEMS = 500
"""How many items a list may have: as many as the longest customer list has numbers to include."""
