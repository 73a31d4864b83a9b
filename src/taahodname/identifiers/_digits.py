"""What all identifiers share: taking separators out, and refusing what is not digits of the right number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from taahodname.identifiers import Invalid
from taahodname.persian import digits

# Spaces, the half-space, and the invisible marks that copying from a page or a phone's contacts brings along.
_BLANKS = re.compile(
    "[ \u00a0\u2007\u2009\u202f\u200b\u200c\u200e\u200f\u061c\u202a-\u202c\u2066-\u2069\ufeff]"
)
# Persian typists also write a tatweel (Shift+J) for a hyphen.
_HYPHENS = re.compile("(?<=[0-9])[-\u00ad\u2010-\u2013\u2212\u0640]+(?=[0-9])")


class Name(NamedTuple):
    """How messages speak of an identifier.

    Attributes:
        fa, en: its name («کد پستی», «the postal code»).
        form, form_en: what it looks like («۱۰ رقم», «10 digits»).
        zeros: whether it may begin with a zero, which a spreadsheet drops.
    """

    fa: str
    en: str
    form: str
    form_en: str
    zeros: bool = False


@lru_cache(maxsize=256)  # a code is cleaned, judged and printed, on several papers
def compact(text: str) -> str:
    """Return a text with ASCII digits, without blanks and without hyphens between digits; all else stays.

    A line end is neither: a code with one is not that code.
    """
    return _HYPHENS.sub("", _BLANKS.sub("", digits.to_ascii(text)))


def require_digits(code: str, name: Name) -> None:
    """Raise `Invalid` unless a compact code is digits only."""
    if not code:
        raise Invalid(
            "empty",
            f"{name.fa} نوشته نشده است؛ آن را به شکل {name.form} بنویسید.",
            f"{name.en} is not given; write it as {name.form_en}",
        )
    alien = re.search("[^0-9]", code)
    if alien is not None:
        shown = _shown(alien.group())
        raise Invalid(
            "characters",
            f"{name.fa} باید فقط رقم باشد، اما {shown} در آن است؛ آن را به شکل {name.form} بنویسید.",
            f"{name.en} must be digits only but holds {shown}; write it as {name.form_en}",
        )


def require_length(code: str, name: Name, lengths: Sequence[int]) -> None:
    """Raise `Invalid` unless a code has one of the lengths."""
    if len(code) in lengths:
        return
    dropped = name.zeros and len(code) < min(lengths)
    hint = " (شاید اکسل صفرهای سمت چپ را برداشته است)" if dropped else ""
    hint_en = " (a spreadsheet may have dropped zeros at its left)" if dropped else ""
    raise Invalid(
        "length",
        f"{name.fa} باید {name.form} باشد، اما {digits.to_persian(str(len(code)))} رقم دارد؛ "
        f"رقم جاافتاده یا اضافی را اصلاح کنید{hint}.",
        f"{name.en} must be {name.form_en} but has {len(code)}; mend the missing or extra digits{hint_en}",
    )


def require_variety(code: str, name: Name) -> None:
    """Raise `Invalid` when all digits of a code are the same."""
    if len(set(code)) == 1:
        raise Invalid(
            "all-equal",
            f"همهٔ رقم‌های {name.fa} یکسان است و چنین عددی صادر نمی‌شود؛ عدد واقعی را از روی مدرک بنویسید.",
            f"all digits of {name.en} are the same and no such number is issued; copy it from the document",
        )


def wrong_check_digit(name: Name) -> Invalid:
    """Return the error for a code whose check digit does not fit."""
    return Invalid(
        "check-digit",
        f"رقم کنترل {name.fa} درست نیست، یعنی دست‌کم یک رقم اشتباه است؛ آن را با مدرک رسمی مقایسه کنید.",
        f"the check digit of {name.en} is wrong, so at least one digit is; compare it with the document",
    )


def _shown(char: str) -> str:
    """Return a character as a message can show it, by its code point when nobody would see it."""
    return f"«{char}»" if char.isprintable() and not char.isspace() else f"U+{ord(char):04X}"
