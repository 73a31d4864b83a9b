"""کد ملی: the ten digits of a natural person, the last of them a check digit.

Source: the published algorithm (sum of the first nine digits by the weights 10 to 2, modulo 11).
"""

from __future__ import annotations

import re
from functools import lru_cache

from taahodname.identifiers import Doubt, Invalid, _digits
from taahodname.persian import digits

_NAME = _digits.Name("کد ملی", "the national code (کد ملی)", "۱۰ رقم", "10 digits", zeros=True)
_LENGTH = 10


def compact(text: str) -> str:
    """Return the digits of a code in ASCII, without separators and with the zeros at the left that it lost.

    Args:
        text: the code as given; with 8 or 9 digits it is filled with zeros at the left.
    """
    code = _digits.compact(text)
    return code.zfill(_LENGTH) if _lost_zeros(code) else code


@lru_cache(maxsize=64)  # a number is judged more than once on its way to paper
def validate(text: str) -> str:
    """Return a code of ten digits.

    Args:
        text: the code as given.

    Raises:
        Invalid: «empty», «characters», «length», «all-equal» (all ten such codes pass the sum, none is
            issued) or «check-digit».
    """
    code = compact(text)
    _digits.require_digits(code, _NAME)
    _digits.require_length(code, _NAME, (_LENGTH,))
    _digits.require_variety(code, _NAME)
    if code[-1] != _check_digit(code):
        raise _digits.wrong_check_digit(_NAME)
    return code


def format(text: str) -> str:
    """Return a code for a reader, in Persian digits; a text that is no valid code comes back as given."""
    try:
        return digits.to_persian(validate(text))
    except Invalid:
        return text


def doubts(text: str) -> tuple[Doubt, ...]:
    """Return a doubt when zeros at the left were filled in.

    Raises:
        Invalid: where `validate` does.
    """
    validate(text)
    if not _lost_zeros(_digits.compact(text)):
        return ()
    return (
        Doubt(
            "zeros-added",
            "کد ملی کمتر از ۱۰ رقم بود و سمت چپ آن صفر گذاشته شد؛ با کارت ملی مقایسه کنید.",
            "the national code had fewer than 10 digits and got zeros at its left; compare it with the card",
        ),
    )


def _lost_zeros(code: str) -> bool:
    """Return whether a code is short by the one or two zeros that a spreadsheet drops at the left."""
    return re.fullmatch("[0-9]{8,9}", code) is not None


def _check_digit(code: str) -> str:
    """Return the last digit that the first nine demand."""
    rest = sum(int(digit) * weight for digit, weight in zip(code, range(10, 1, -1), strict=False)) % 11
    return str(rest if rest < 2 else 11 - rest)
