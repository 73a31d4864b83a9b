"""What the operators' table may say of a line: the shape of its rows, as in templates/data/lines.toml."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

_Words = Annotated[str, Field(strict=True, max_length=200)]
_Sum = Annotated[int, Field(strict=True, ge=1, le=10**15)]
_Count = Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
_State = Literal["fill", "empty", "sample"]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Places(_Row):
    sum_digits: _State
    sum_words: _State
    payee: _State
    due_date: _State
    maker: _State
    address: _State
    place_of_payment: _State
    issue_date: _State
    stamp: _State


class _Write(_Row):
    """Only what no profile knows may be written by the data."""

    due_date: _Words = ""
    place_of_payment: _Words = ""


class _Guarantee(_Row):
    rial: _Sum
    payee: _Words
    filled: Literal["as-sample", "bottom-box-only", "completed"]
    several: _Words
    places: _Places
    write: _Write = _Write()


class _CustomerList(_Row):
    least: _Count
    most: _Count


class _Penalty(_Row):
    per_sms_rial: _Sum
    fine_rial: _Sum


class LineRow(_Row):
    """The row of one line: whose form it is, the guarantee note, the numbers and the penalties."""

    source: _Words
    date: _Words
    operator: _Words
    addressee: _Words
    clause_three: Literal["first-page", "any-page", ""] = ""
    guarantee: _Guarantee
    customer_list: _CustomerList
    penalty: _Penalty | None = None


def known_keys(place: tuple[int | str, ...]) -> tuple[str, ...]:
    """Return the keys that are known beside one of a row.

    Args:
        place: the way to it, from the row's own keys on.
    """
    model: Any = LineRow
    for key in place[:-1]:
        model = {
            "guarantee": _Guarantee,
            "customer_list": _CustomerList,
            "penalty": _Penalty,
            "places": _Places,
            "write": _Write,
        }[str(key)]
    return tuple(model.model_fields)
