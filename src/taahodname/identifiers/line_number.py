"""The numbers of SMS lines 3000, 1000 and 021, the verbs taking the line as well.

Source: public price lists of SMS resellers, which offer 3000 with 8, 9, 10, 12 or 14 digits (shorter on
inquiry) and 1000 with 6 to 14, the prefix counted; for 021 none names a length, a landline has 11.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from taahodname.identifiers import Doubt, Invalid, _digits
from taahodname.persian import digits

LINES = ("3000", "1000", "021")
"""The lines an undertaking can be made for."""


class _Lengths(NamedTuple):
    """Which lengths pass, and which of them are seen in the sources."""

    allowed: range
    usual: range


_LENGTHS = {
    "3000": _Lengths(allowed=range(5, 15), usual=range(8, 15)),
    "1000": _Lengths(allowed=range(6, 15), usual=range(6, 15)),
    "021": _Lengths(allowed=range(7, 16), usual=range(11, 12)),
}


def compact(text: str, line: str) -> str:
    """Return a number in ASCII digits, without separators and without the country's code.

    Args:
        text: the number as given; +98, 0098 or 98 before it is taken off, and 21… of a 021 line gets its 0.
        line: «3000», «1000» or «021».

    Raises:
        ValueError: when the line is none of the three.
    """
    if line not in LINES:
        raise ValueError(f"the line must be one of {', '.join(LINES)}")
    code = _digits.compact(text)
    start = line.removeprefix("0")
    for country in ("+98", "0098", "98"):
        rest = code.removeprefix(country)
        if rest != code and rest.startswith((*LINES, "21")):
            code = rest
            break
    return f"0{code}" if line != start and code.startswith(start) else code


@lru_cache(maxsize=64)  # a number is judged more than once on its way to paper
def validate(text: str, line: str) -> str:
    """Return a number of the line.

    Args:
        text: the number as given.
        line: «3000», «1000» or «021».

    Raises:
        Invalid: «empty», «characters», «prefix» (another line's, or none) or «length».
        ValueError: when the line is none of the three.
    """
    code = compact(text, line)
    allowed = _LENGTHS[line].allowed
    name = _name(line, allowed)
    _digits.require_digits(code, name)
    if not code.startswith(line):
        raise _wrong_prefix(code, line)
    _digits.require_length(code, name, allowed)
    return code


@cache
def _name(line: str, lengths: range) -> _digits.Name:
    """Return how messages speak of a number of the line."""
    least, most = lengths[0], lengths[-1]
    return _digits.Name(
        digits.to_persian(f"شمارهٔ خط {line}"),
        f"the number of line {line}",
        digits.to_persian(f"{least} تا {most} رقم با آغاز {line}"),
        f"{least} to {most} digits that begin with {line}",
    )


def _wrong_prefix(code: str, line: str) -> Invalid:
    """Return the error for a number that does not begin as the line's do."""
    other = next((known for known in LINES if code.startswith(known)), None)
    fa_line = digits.to_persian(line)
    if other is None:
        return Invalid(
            "prefix",
            f"شمارهٔ خط {fa_line} باید با {fa_line} آغاز شود؛ شماره یا نوع خط را اصلاح کنید.",
            f"a number of line {line} begins with {line}; correct the number or the type of the line",
        )
    return Invalid(
        "prefix",
        f"این شماره از خط {digits.to_persian(other)} است، نه {fa_line}؛ شماره یا نوع خط را اصلاح کنید.",
        f"this number is of line {other}, not {line}; correct the number or the type of the line",
    )


def format(text: str, line: str) -> str:
    """Return a number for a reader, in Persian digits; a text that is no valid number comes back as given.

    Raises:
        ValueError: when the line is none of the three.
    """
    try:
        return digits.to_persian(validate(text, line))
    except Invalid:
        return text


def doubts(text: str, line: str) -> tuple[Doubt, ...]:
    """Return a doubt when the number has a length that no source offers for the line.

    Raises:
        Invalid: where `validate` does.
        ValueError: when the line is none of the three.
    """
    code = validate(text, line)
    if len(code) in _LENGTHS[line].usual:
        return ()
    return (
        Doubt(
            "unusual-length",
            digits.to_persian(
                f"شمارهٔ خط {line} با {len(code)} رقم معمول نیست؛ آن را با قرارداد مقایسه کنید."
            ),
            f"a number of line {line} with {len(code)} digits is unusual; compare it with the contract",
        ),
    )
