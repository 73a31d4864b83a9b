"""Whose papers they are: every code on a finished paper is this client's own, and his codes stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from taahodname.errors import PreflightError
from taahodname.persian.digits import ASCII, to_ascii
from taahodname.persian.isolation import strip_controls

# Shorter numbers are dates, counts and parts of sums; the codes of companies, people and lines are longer.
_SHORTEST = 8
_BLANKED = bytes(byte if chr(byte) in ASCII else ord(" ") for byte in range(256))
_JOINING = re.compile(r"(?<=[0-9])[ \u00a0٬,()/-]+(?=[0-9])")


def codes_in(text: str) -> set[str]:
    """Return the long runs of digits in a text, in ASCII digits.

    Args:
        text: any text; direction marks and the shapes of digits count for nothing.
    """
    return _long_numbers(to_ascii(strip_controls(text)))


def _long_numbers(plain: str) -> set[str]:
    """Return the long runs of digits in a text whose digits are all ASCII."""
    # A pattern takes ten times as long. In UTF-8 no byte of another character is that of a digit.
    runs = plain.encode("utf-8", "surrogatepass").translate(_BLANKED).split()
    return {run.decode("ascii") for run in runs if len(run) >= _SHORTEST}


def own_codes(values: Mapping[str, Any]) -> set[str]:
    """Return every long number that a client's papers may hold: those of his values, joined or not.

    Args:
        values: what the papers were filled with.
    """
    plain = to_ascii(strip_controls("\n".join(_texts(values))))  # no number goes on behind the end of a line
    return _long_numbers(plain) | _long_numbers(_JOINING.sub("", plain))


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
