"""شماره ثبت: the number of a company at its registry office.

Source: published descriptions of the register: one to six digits without a check digit, unique only within
one office; so no pattern of digits is refused, not even one digit repeated.
"""

from __future__ import annotations

from taahodname.identifiers import Doubt, Invalid, _digits
from taahodname.persian import digits

_NAME = _digits.Name("شمارهٔ ثبت", "the registration number", "۱ تا ۶ رقم", "1 to 6 digits")
_LENGTHS = range(1, 7)


def compact(text: str) -> str:
    """Return the digits of a number in ASCII, without separators; zeros at its left stay.

    Args:
        text: the number as given.
    """
    return _digits.compact(text)


def validate(text: str) -> str:
    """Return a number of one to six digits.

    Args:
        text: the number as given.

    Raises:
        Invalid: «empty», «characters», «length» or «zero».
    """
    code = compact(text)
    _digits.require_digits(code, _NAME)
    _digits.require_length(code, _NAME, _LENGTHS)
    if set(code) == {"0"}:
        raise Invalid(
            "zero",
            "شمارهٔ ثبت صفر نیست؛ آن را از روی آگهی ثبت شرکت در روزنامهٔ رسمی بنویسید.",
            "the registration number is not zero; copy it from the company's notice in the Official Gazette",
        )
    return code


def format(text: str) -> str:
    """Return a number for a reader, in Persian digits; a text that is no valid number comes back as given."""
    try:
        return digits.to_persian(validate(text))
    except Invalid:
        return text


def doubts(text: str) -> tuple[Doubt, ...]:
    """Return nothing: no source doubts a number of the right length.

    Raises:
        Invalid: where `validate` does.
    """
    validate(text)
    return ()
