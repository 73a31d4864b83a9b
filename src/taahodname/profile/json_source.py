"""Reads a JSON profile so that numbers keep the text they were written with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from taahodname.findings import Finding
from taahodname.profile.source import Source, join, repeated, syntax, too_deep


class _Object(dict[str, Any]):
    """A JSON object that remembers which keys stood in it twice."""

    repeated: tuple[str, ...] = ()


class _Constant(ValueError):
    """NaN or Infinity, which Python's reader takes and JSON does not know."""


def parse(text: str) -> Source:
    """Return the data of a JSON text; JSON tells no lines but those of a broken place.

    Args:
        text: the whole file.
    """
    try:
        data = json.loads(
            text, parse_int=str, parse_float=str, parse_constant=_refuse, object_pairs_hook=_object
        )
        findings = tuple(_repeated(data, ""))
    except json.JSONDecodeError as error:
        return Source(None, {}, (_broken(error.msg, error.lineno),))
    except _Constant as error:
        return Source(None, {}, (_broken(f"{error} is no JSON value", None),))
    except RecursionError:
        return Source(None, {}, (too_deep(),))
    return Source(data, {}, findings)


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    result = _Object()
    twice = []
    for key, value in pairs:
        if key in result:
            twice.append(key)
        else:
            result[key] = value
    result.repeated = tuple(dict.fromkeys(twice))
    return result


def _repeated(value: object, path: str) -> Iterator[Finding]:
    if isinstance(value, _Object):
        for key in value.repeated:
            yield repeated(key, join(path, key))
        for key, child in value.items():
            yield from _repeated(child, join(path, key))
    elif isinstance(value, list):
        for place, child in enumerate(value):
            yield from _repeated(child, join(path, place))


def _refuse(constant: str) -> Any:
    raise _Constant(constant)


def _broken(problem: str, line: int | None) -> Finding:
    return syntax(
        "ساختار JSON درست نیست؛ ویرگول‌ها، کروشه‌ها و نشان‌های نقل‌قول را در این سطر و سطر پیش از آن بررسی کنید.",
        f"the JSON is broken ({problem}); check commas, brackets and quotes here and one line before",
        line=line,
    )
