"""کد پستی: ten digits without a check digit, the first five of a narrower set.

Source: the two published patterns. Both bar 0 and 2 from the first five places; the stricter one (that of
DNTPersianUtils) also bars 5 in the fifth place, 2 in the last five and four equal digits at the start, which
the other allows: so these are doubts.
"""

from __future__ import annotations

from taahodname.identifiers import Doubt, Invalid, _digits
from taahodname.persian import digits

_NAME = _digits.Name("کد پستی", "the postal code", "۱۰ رقم", "10 digits")
_LENGTH = 10
_AREA = 5

_FIFTH = Doubt(
    "five-in-fifth-place",
    "رقم پنجم کد پستی ۵ است که معمولاً نشانهٔ صندوق پستی است؛ با کد پستی ده‌رقمی نشانی مقایسه کنید.",
    "the fifth digit of the postal code is 5, as in a P.O. box number; compare it with the address's code",
)
_TWO = Doubt(
    "two-in-last-five",
    "در پنج رقم آخر کد پستی ۲ آمده است که برخی منابع آن را نمی‌پذیرند؛ آن را بازبینی کنید.",
    "the last five digits of the postal code hold a 2, which some sources do not allow; look at it again",
)
_REPEATED = Doubt(
    "four-equal",
    "چهار رقم اول کد پستی یکسان است که کم‌سابقه است؛ آن را بازبینی کنید.",
    "the first four digits of the postal code are the same, which is rare; look at it again",
)


def compact(text: str) -> str:
    """Return the digits of a code in ASCII, without a space or hyphen after the fifth.

    Args:
        text: the code as given.
    """
    return _digits.compact(text)


def validate(text: str) -> str:
    """Return a code of ten digits.

    Args:
        text: the code as given.

    Raises:
        Invalid: «empty», «characters», «length», «all-equal» or «prefix» (0 or 2 among the first five).
    """
    code = compact(text)
    _digits.require_digits(code, _NAME)
    _digits.require_length(code, _NAME, (_LENGTH,))
    _digits.require_variety(code, _NAME)
    if {"0", "2"} & set(code[:_AREA]):
        raise Invalid(
            "prefix",
            "پنج رقم اول کد پستی هیچ‌گاه ۰ یا ۲ ندارد؛ کد ده‌رقمی را از روی قبض بنویسید.",
            "the first five digits of a postal code are never 0 or 2; copy the code from a bill",
        )
    return code


def format(text: str) -> str:
    """Return a code for a reader, in Persian digits; a text that is no valid code comes back as given."""
    try:
        return digits.to_persian(validate(text))
    except Invalid:
        return text


def doubts(text: str) -> tuple[Doubt, ...]:
    """Return what only one of the two patterns bars.

    Raises:
        Invalid: where `validate` does.
    """
    code = validate(text)
    signs = (
        (code[_AREA - 1] == "5", _FIFTH),
        ("2" in code[_AREA:], _TWO),
        (len(set(code[:4])) == 1, _REPEATED),
    )
    return tuple(doubt for shown, doubt in signs if shown)
