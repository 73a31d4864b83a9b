"""A reseller's own data: what he knows of the operators better than the shipped table, laid over it."""

from __future__ import annotations

import difflib
import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from taahodname.errors import DataError
from taahodname.profile.shown import printable
from taahodname.resources import data

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_MAX_BYTES = 1024 * 1024


@dataclass(frozen=True)
class OperatorData:
    """The table of the lines with a reseller's changes in it; two with the same rows are equal.

    Attributes:
        rows: by line, as in templates/data/lines.toml.
        key: the rows as text, by which they are compared.
    """

    rows: Mapping[str, Mapping[str, Any]] = field(compare=False)
    key: str = field(repr=False)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Self:
        """Read a TOML file of the same shape as templates/data/lines.toml; it holds the changed keys only.

        Args:
            path: the file.

        Raises:
            DataError: when it cannot be read, has a key or a value that is not known, or changes nothing.
        """
        return cls.of(_read(Path(path)), name=printable(Path(path).name))

    @classmethod
    def of(cls, changes: Mapping[str, Any], *, name: str = "data") -> Self:
        """Return the shipped table with changes.

        Args:
            changes: by line, the changed keys only.
            name: what the messages call them.

        Raises:
            DataError: when a key or a value is not known, or nothing is changed.
        """
        shipped = data("lines")
        if not changes:
            raise _refused(name, "", "چیزی را تغییر نمی‌دهد", "changes nothing")
        for line in changes:
            if line not in shipped:
                raise _unknown(name, str(line), tuple(shipped))
        rows = dict(shipped)
        for line, changed in changes.items():
            rows[line] = _merged(shipped[line], changed)
            _validate(rows[line], line, name)
        return cls(rows, json.dumps(rows, sort_keys=True))


Operators = OperatorData | str | os.PathLike[str] | None
"""What callers may pass: nothing, a file, or what was read from one."""


def operators_of(given: Operators) -> OperatorData | None:
    """Return a reseller's data read, whatever form they were passed in.

    Raises:
        DataError: when a file cannot be used.
    """
    return given if given is None or isinstance(given, OperatorData) else OperatorData.load(given)


def _read(path: Path) -> dict[str, Any]:
    name = printable(path.name)
    try:
        with path.open("rb") as file:
            raw = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise _refused(name, "", "خوانده نشد", "cannot be read") from error
    if len(raw) > _MAX_BYTES:
        raise _refused(name, "", "بزرگ‌تر از اندازهٔ مجاز است", "is too large")
    try:
        return tomllib.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _refused(name, "", f"فایل TOML درستی نیست ({error})", f"is no proper TOML ({error})") from error


def _merged(row: Any, changes: Any) -> Any:
    if not isinstance(row, Mapping) or not isinstance(changes, Mapping):
        return changes
    return {**row, **{key: _merged(row.get(key), value) for key, value in changes.items()}}


def _validate(row: Any, line: str, name: str) -> None:
    from pydantic import ValidationError  # few callers have data of their own

    from taahodname.rules.operator_rows import LineRow

    try:
        found = LineRow.model_validate(row)
    except ValidationError as error:
        raise _explained(error.errors(include_url=False)[0], line, name) from error
    if found.customer_list.least > found.customer_list.most:
        path = f"{line}.customer_list.least"
        raise _refused(name, path, "از «most» بزرگ‌تر است", "is more than «most»")


def _explained(details: ErrorDetails, line: str, name: str) -> DataError:
    from taahodname.rules.operator_rows import known_keys

    path = ".".join([line, *(str(key) for key in details["loc"])])
    if details["type"] == "extra_forbidden":
        return _unknown(name, path, known_keys(details["loc"]))
    expected = details.get("ctx", {}).get("expected")
    choices = str(expected).replace(" or ", " یا ").replace(", ", "، ")
    wanted = f"یکی از {choices} باشد" if expected else "از همان نوعی باشد که در lines.toml هست"
    return _refused(name, path, f"باید {wanted}", f"is not allowed: {details['msg']}")


def _unknown(name: str, path: str, known: tuple[str, ...]) -> DataError:
    close = difflib.get_close_matches(path.rpartition(".")[2], known, n=1)
    meant = f"شاید منظورتان «{close[0]}» است" if close else f"یکی از این‌ها را بنویسید: {'، '.join(known)}"
    meant_en = f"did you mean {close[0]!r}?" if close else f"known here: {', '.join(known)}"
    return _refused(name, path, f"شناخته نشد؛ {meant}", f"is not known; {meant_en}")


def _refused(name: str, path: str, why: str, why_en: str) -> DataError:
    place, place_en = (f"، کلید «{printable(path)}»،", f", key {printable(path)!r},") if path else ("", "")
    return DataError(
        f"دادهٔ اپراتورها در «{name}»{place} {why}. آن را اصلاح کنید.",
        f"the operators' data in {name!r}{place_en} {why_en}",
    )
