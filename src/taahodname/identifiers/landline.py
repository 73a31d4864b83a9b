"""Landline numbers: 0, two digits of area code and eight of the subscriber.

Source: the numbering plan as published (areas were unified to eight digits by 1393); Google's phone number
metadata for the short numbers of organisations (area code and four or five digits).
"""

from __future__ import annotations

from taahodname.identifiers import Doubt, Invalid, _digits, _phone
from taahodname.persian import digits

_NAME = _digits.Name(
    "شمارهٔ تلفن ثابت",
    "the landline number",
    "۱۱ رقم با پیش‌شماره (مانند ۰۲۱-۸۸۷۷۶۶۵۵)",
    "11 digits with the area code (such as 021-88776655)",
    zeros=True,
)
_AREA = 3
_FULL, _OLD, _SHORT = 8, 7, (4, 5)


def compact(text: str) -> str:
    """Return a number in ASCII digits as it is dialled inside the country: «02188776655».

    Args:
        text: the number as given, also with +98, 0098 or 98 and with any separators.
    """
    return _phone.compact(text)


def validate(text: str) -> str:
    """Return a number with its area code: eleven digits, or ten where the area still has old numbers.

    Args:
        text: the number as given.

    Raises:
        Invalid: «empty», «country», «characters», «mobile», «area-code» or «length».
    """
    code = compact(text)
    _phone.require_iranian(code, _NAME)
    _digits.require_digits(code, _NAME)
    if code.startswith("09"):
        raise Invalid(
            "mobile",
            "این شمارهٔ تلفن همراه است؛ شمارهٔ تلفن ثابت را با پیش‌شماره بنویسید، مانند ۰۲۱-۸۸۷۷۶۶۵۵.",
            "this is a mobile number; write a landline with its area code, such as 021-88776655",
        )
    if not code.startswith("0"):
        raise Invalid(
            "area-code",
            "شمارهٔ تلفن ثابت پیش‌شماره ندارد؛ آن را با پیش‌شمارهٔ شهر بنویسید، مانند ۰۲۱-۸۸۷۷۶۶۵۵.",
            "the landline number has no area code; write it with one, such as 021-88776655",
        )
    if not _is_short(code):
        _digits.require_length(code, _NAME, (_AREA + _FULL, _AREA + _OLD))
    return code


def _is_short(code: str) -> bool:
    """Return whether a number is an organisation's short one that the metadata knows."""
    if len(code) - _AREA not in _SHORT:
        return False
    import phonenumbers

    return bool(
        phonenumbers.is_valid_number(phonenumbers.PhoneNumber(country_code=98, national_number=int(code)))
    )


def format(text: str) -> str:
    """Return a number for a reader: «۰۲۱-۸۸۷۷۶۶۵۵»; a text that is no valid number comes back as given."""
    try:
        code = validate(text)
    except Invalid:
        return text
    return digits.to_persian(f"{code[:_AREA]}-{code[_AREA:]}")


_OLD_DOUBT = Doubt(
    "seven-digits",
    "شمارهٔ تلفن پس از پیش‌شماره ۷ رقم دارد، درحالی‌که شماره‌ها امروز ۸رقمی است؛ شمارهٔ تازه را بنویسید.",
    "the landline has 7 digits after its area code, though numbers have 8 today; write the new number",
)
_SHORT_DOUBT = Doubt(
    "short-number",
    "شمارهٔ تلفن کوتاه است؛ اگر شمارهٔ سازمانی نیست، آن را کامل بنویسید.",
    "the landline is a short one; unless it is an organisation's own, write it in full",
)
_FIRST_DOUBT = Doubt(
    "first-digit",
    "شمارهٔ تلفن پس از پیش‌شماره معمولاً با رقم ۲ تا ۹ آغاز می‌شود؛ آن را بازبینی کنید.",
    "after the area code a landline usually begins with 2 to 9; look at it again",
)
_REPEATED_DOUBT = Doubt(
    "repeated",
    "همهٔ رقم‌های شمارهٔ تلفن پس از پیش‌شماره یکسان است؛ اگر شمارهٔ واقعی نیست، آن را اصلاح کنید.",
    "all digits after the area code are the same; if this is no real number, correct it",
)
_ZERO_DOUBT = Doubt(
    "zero-added",
    "شمارهٔ تلفن صفر آغاز پیش‌شماره را نداشت و صفر گذاشته شد؛ آن را بازبینی کنید.",
    "the landline lacked the zero of its area code and got it; look at it again",
)


def doubts(text: str) -> tuple[Doubt, ...]:
    """Return what is odd about a number: old or short length, first digit, repetition, a zero put back.

    Raises:
        Invalid: where `validate` does.
    """
    subscriber = validate(text)[_AREA:]
    signs = (
        (len(subscriber) == _OLD, _OLD_DOUBT),
        (len(subscriber) in _SHORT, _SHORT_DOUBT),
        (len(subscriber) >= _OLD and subscriber[0] in "01", _FIRST_DOUBT),
        (len(set(subscriber)) == 1, _REPEATED_DOUBT),
        (_phone.lost_zero(text), _ZERO_DOUBT),
    )
    return tuple(doubt for shown, doubt in signs if shown)
