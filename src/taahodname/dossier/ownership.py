"""Whose papers they are: every code on a finished paper is this client's own, and his codes stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from typing import Any

from taahodname.errors import PreflightError
from taahodname.persian.digits import to_ascii
from taahodname.persian.isolation import strip_controls

# Shorter numbers are dates, counts and parts of sums; the codes of companies, people and lines are longer.
_SHORTEST = 8
_ANY_DIGIT = re.compile("[0-9۰-۹٠-٩]")
_LONG = re.compile(f"{_ANY_DIGIT.pattern}{{{_SHORTEST},}}")
_JOINING = re.compile(r"(?<=[0-9])[ \u00a0٬,()/-]+(?=[0-9])")


def codes_in(text: str) -> set[str]:
    """Return the long runs of digits in a text, in ASCII digits.

    Args:
        text: any text; direction marks and the shapes of digits count for nothing.
    """
    if _ANY_DIGIT.search(text) is None:
        return set()
    return set(to_ascii(" ".join(_LONG.findall(strip_controls(text)))).split())


def own_codes(values: Mapping[str, Any]) -> set[str]:
    """Return every long number that a client's papers may hold: those of his values, joined or not.

    Args:
        values: what the papers were filled with.
    """
    return set().union(*map(_codes_of, _texts(values)))


@lru_cache(maxsize=1_000)  # what the operator is told of is the same for all clients
def _codes_of(text: str) -> frozenset[str]:
    """Return the long numbers of a text, as they stand and with what parts their digits taken out."""
    if _ANY_DIGIT.search(text) is None:
        return frozenset()
    plain = to_ascii(strip_controls(text))
    return frozenset((*_LONG.findall(plain), *_LONG.findall(_JOINING.sub("", plain))))


def inspect_codes(name: str, text: str, own: Set[str], needed: Iterable[str]) -> None:
    """See that a finished paper holds its own client's codes and nobody else's.

    Args:
        name: the file's name, for the message.
        text: what it says.
        own: see `own_codes`.
        needed: codes that must stand on it, in any digits.

    Raises:
        PreflightError: when a code is missing, or one is there that is not this client's.
    """
    found = codes_in(text)
    foreign = found - own
    missing = {code for text_of_code in needed for code in codes_in(text_of_code)} - found
    if foreign or missing:
        raise PreflightError(
            f"در «{name}» شماره‌ای از کس دیگر آمده یا شمارهٔ خود شرکت نیامده است و فایل بیرون داده نشد. "
            "این خطای برنامه است؛ آن را گزارش کنید.",
            f"{name} holds {len(foreign)} number(s) of somebody else or lacks {len(missing)} of its own and "
            "was withheld; please report it",
        )


def _texts(values: Any) -> Iterator[str]:
    if isinstance(values, str):
        yield values
    elif isinstance(values, Mapping):
        for inner in values.values():
            yield from _texts(inner)
    elif isinstance(values, list | tuple):
        for inner in values:
            yield from _texts(inner)
