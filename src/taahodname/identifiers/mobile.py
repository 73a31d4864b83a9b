"""Mobile numbers, and the operator a prefix was first given to.

Source: 09 and nine digits; the prefixes are data with their sources, templates/data/mobile-prefixes.toml. A
prefix names the first operator, not today's: numbers are ported since 1395.
"""

from __future__ import annotations

from functools import cache, lru_cache
from types import MappingProxyType

from taahodname import resources
from taahodname.identifiers import Doubt, Invalid, _digits, _phone
from taahodname.persian import digits

_NAME = _digits.Name(
    "شمارهٔ تلفن همراه", "the mobile number", "۱۱ رقم با آغاز ۰۹", "11 digits that begin with 09"
)
_LENGTH = 11
_PREFIX = 4


def compact(text: str) -> str:
    """Return a number in ASCII digits as it is dialled inside the country: «09123456789».

    Args:
        text: the number as given, also without the 0 or with +98, 0098 or 98, and with any separators.
    """
    return _phone.compact(text)


@lru_cache(maxsize=64)  # a number is judged more than once on its way to paper
def validate(text: str) -> str:
    """Return a number of eleven digits that begins with 09.

    Args:
        text: the number as given.

    Raises:
        Invalid: «empty», «country», «characters», «prefix» or «length».
    """
    code = compact(text)
    _phone.require_iranian(code, _NAME)
    _digits.require_digits(code, _NAME)
    if not code.startswith("09"):
        raise Invalid(
            "prefix",
            "شمارهٔ تلفن همراه باید با ۰۹ آغاز شود؛ آن را ۱۱رقمی و با ۰۹ بنویسید.",
            "a mobile number begins with 09; write it with 11 digits",
        )
    _digits.require_length(code, _NAME, (_LENGTH,))
    return code


def format(text: str) -> str:
    """Return a number for a reader: «۰۹۱۲۳۴۵۶۷۸۹»; a text that is no valid number comes back as given."""
    try:
        return digits.to_persian(validate(text))
    except Invalid:
        return text


_REPEATED_DOUBT = Doubt(
    "repeated",
    "هفت رقم آخر شمارهٔ همراه یکسان است؛ اگر شمارهٔ واقعی نیست، آن را اصلاح کنید.",
    "the last seven digits of the mobile number are the same; if this is no real number, correct it",
)
_UNKNOWN_DOUBT = Doubt(
    "unknown-prefix",
    "پیش‌شمارهٔ این تلفن همراه در فهرست اپراتورها نیست؛ شماره را بازبینی کنید یا فهرست را کامل کنید.",
    "no operator in the table has the prefix of this mobile number; look at it again, or add the prefix",
)
_DISPUTED_DOUBT = Doubt(
    "disputed-prefix",
    "منابع دربارهٔ اپراتور پیش‌شمارهٔ این تلفن همراه هم‌نظر نیستند؛ اپراتور آن را بپرسید.",
    "the sources disagree on the operator of this mobile number's prefix; ask which one it is",
)


def doubts(text: str) -> tuple[Doubt, ...]:
    """Return what is odd about a number: repetition, a prefix nobody knows, or one the sources differ on.

    Raises:
        Invalid: where `validate` does.
    """
    code = validate(text)
    signs = (
        (len(set(code[_PREFIX:])) == 1, _REPEATED_DOUBT),
        (operator(code) is None, _UNKNOWN_DOUBT),
        (is_disputed(code), _DISPUTED_DOUBT),
    )
    return tuple(doubt for shown, doubt in signs if shown)


def operator(text: str) -> str | None:
    """Return the stable name of the operator that a number's prefix was first given to, or None.

    Args:
        text: the number as given.

    Returns:
        «mci» (همراه اول), «irancell», «rightel», «taliya», «shatel», «spadan», «telekish», «mvno», or None
        for a prefix in no list.

    Raises:
        Invalid: where `validate` does.
    """
    return _operators().get(validate(text)[:_PREFIX])


def operator_name(slug: str) -> tuple[str, str]:
    """Return the Persian and the English name of an operator.

    Args:
        slug: its stable name, as `operator` gives it.

    Raises:
        KeyError: when there is no such operator.
    """
    table = resources.data("mobile-prefixes")["operators"]
    row = next((row for row in table if row["slug"] == slug), None)
    if row is None:
        raise KeyError(slug)
    return row["name"], row["name_en"]


def is_disputed(text: str) -> bool:
    """Tell whether the sources differ on the operator of a number's prefix.

    Raises:
        Invalid: where `validate` does.
    """
    return validate(text)[:_PREFIX] in resources.data("mobile-prefixes")["disputed"]


@cache
def _operators() -> MappingProxyType[str, str]:
    """Return the table of prefixes, read once."""
    table = resources.data("mobile-prefixes")["operators"]
    return MappingProxyType({prefix: row["slug"] for row in table for prefix in row["prefixes"]})
