"""کد اقتصادی: a legal person's tax code, today its eleven-digit شناسه ملی.

Source: notice no. 36 of the tax administration (1403): legal persons use their national id, natural persons
fourteen digits; codes of twelve digits are the older series.
"""

from __future__ import annotations

from taahodname.identifiers import Doubt, Invalid, _digits, national_id
from taahodname.persian import digits

_NAME = _digits.Name("کد اقتصادی", "the economic code", "۱۱ رقم", "11 digits")
_OLD_LENGTH = 12
_PERSON_LENGTH = 14


def compact(text: str) -> str:
    """Return the digits of a code in ASCII, without separators.

    Args:
        text: the code as given.
    """
    return _digits.compact(text)


def validate(text: str) -> str:
    """Return a code of eleven digits, or of twelve where it is of the older series.

    Args:
        text: the code as given. Whether it equals the company's own شناسه ملی is not asked here.

    Raises:
        Invalid: «empty», «characters», «natural-person» (fourteen digits), «length», «all-equal» or
            «check-digit».
    """
    code = compact(text)
    _digits.require_digits(code, _NAME)
    if len(code) == _PERSON_LENGTH:
        raise Invalid(
            "natural-person",
            "کد اقتصادی ۱۴رقمی از آن اشخاص حقیقی است و درخواست آنان پذیرفته نمی‌شود؛ "
            "کد اقتصادی شرکت را بنویسید که همان شناسهٔ ملی ۱۱رقمی آن است.",
            "a 14-digit economic code belongs to a natural person, and natural persons are refused; "
            "write the company's own, which is its 11-digit national id",
        )
    _digits.require_length(code, _NAME, (11, _OLD_LENGTH))
    _digits.require_variety(code, _NAME)
    if len(code) == _OLD_LENGTH:
        return code
    try:
        return national_id.validate(code)
    except Invalid as error:
        raise _digits.wrong_check_digit(_NAME) from error


def format(text: str) -> str:
    """Return a code for a reader, in Persian digits; a text that is no valid code comes back as given."""
    try:
        return digits.to_persian(validate(text))
    except Invalid:
        return text


def doubts(text: str) -> tuple[Doubt, ...]:
    """Return a doubt when the code is of the older, twelve-digit series.

    Raises:
        Invalid: where `validate` does.
    """
    if len(validate(text)) != _OLD_LENGTH:
        return ()
    return (
        Doubt(
            "old",
            "کد اقتصادی ۱۲رقمی قدیمی است؛ امروز کد اقتصادی شرکت همان شناسهٔ ملی ۱۱رقمی آن است، آن را بنویسید.",
            "a 12-digit economic code is an old one; today it is the company's 11-digit national id",
        ),
    )
