"""شناسه ملی: the eleven digits of a legal person, the last of them a check digit.

Source: the published algorithm (the tenth digit plus two is added to each of the first ten, which are then
summed by the weights 29, 27, 23, 19, 17 twice over, modulo 11, ten counting as zero).
"""

from __future__ import annotations

from functools import lru_cache

from taahodname.identifiers import Doubt, Invalid, _digits, national_code
from taahodname.persian import digits

_NAME = _digits.Name(
    "شناسهٔ ملی شرکت", "the company's national id (شناسه ملی)", "۱۱ رقم", "11 digits", zeros=True
)
_LENGTH = 11
_WEIGHTS = (29, 27, 23, 19, 17) * 2
_MIDDLE = slice(3, 9)


def compact(text: str) -> str:
    """Return the digits of an id in ASCII, without separators.

    Args:
        text: the id as given.
    """
    return _digits.compact(text)


@lru_cache(maxsize=64)  # a number is judged more than once on its way to paper
def validate(text: str) -> str:
    """Return an id of eleven digits.

    Args:
        text: the id as given.

    Raises:
        Invalid: «empty», «characters», «natural-person» (a valid کد ملی), «length», «all-equal» or
            «check-digit».
    """
    code = compact(text)
    _digits.require_digits(code, _NAME)
    if _is_person(code):
        raise Invalid(
            "natural-person",
            "این عدد کد ملی یک شخص حقیقی است و درخواست اشخاص حقیقی پذیرفته نمی‌شود؛ "
            "شناسهٔ ملی ۱۱رقمی شرکت را بنویسید.",
            "this is the national code of a natural person, and natural persons are refused; "
            "write the company's 11-digit national id",
        )
    _digits.require_length(code, _NAME, (_LENGTH,))
    _digits.require_variety(code, _NAME)
    if code[-1] != _check_digit(code):
        raise _digits.wrong_check_digit(_NAME)
    return code


def format(text: str) -> str:
    """Return an id for a reader, in Persian digits; a text that is no valid id comes back as given."""
    try:
        return digits.to_persian(validate(text))
    except Invalid:
        return text


def doubts(text: str) -> tuple[Doubt, ...]:
    """Return a doubt when digits 4 to 9 are all zero: one public library (persian-tools) refuses those.

    Raises:
        Invalid: where `validate` does.
    """
    if set(validate(text)[_MIDDLE]) != {"0"}:
        return ()
    return (
        Doubt(
            "zero-middle",
            "رقم‌های چهارم تا نهم شناسهٔ ملی همه صفر است که کم‌سابقه است؛ آن را با آگهی ثبت مقایسه کنید.",
            "digits 4 to 9 of the national id are all zero, which is rare; compare it with the registration",
        ),
    )


def _is_person(code: str) -> bool:
    """Return whether a code of ten digits is the national code of a natural person."""
    if len(code) != _LENGTH - 1:
        return False
    try:
        national_code.validate(code)
    except Invalid:
        return False
    return True


def _check_digit(code: str) -> str:
    """Return the last digit that the first ten demand."""
    offset = int(code[9]) + 2
    total = sum((int(digit) + offset) * weight for digit, weight in zip(code, _WEIGHTS, strict=False))
    return str(total % 11 % 10)
