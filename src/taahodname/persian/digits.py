"""Turns the three families of digits into one another and groups the digits of a number."""

from __future__ import annotations

ASCII = "0123456789"
PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"

THOUSANDS = "\u066c"
"""The Persian separator of thousands, «٬»."""

_TO_ASCII = str.maketrans(PERSIAN + ARABIC_INDIC, ASCII * 2)
_TO_PERSIAN = str.maketrans(ASCII + ARABIC_INDIC, PERSIAN * 2)


def to_ascii(text: str) -> str:
    """Return the text with Persian (U+06F0–06F9) and Arabic-Indic (U+0660–0669) digits as ASCII ones.

    Every other character stays as it is, also «²», «½» and the digits of other scripts.
    """
    return text.translate(_TO_ASCII)


def to_persian(text: str) -> str:
    """Return the text with ASCII and Arabic-Indic digits as Persian ones; every other character stays."""
    return text.translate(_TO_PERSIAN)


def group(number: int) -> str:
    """Return a whole number in Persian digits, in groups of three: «۵۰۰٬۰۰۰٬۰۰۰».

    Args:
        number: zero or more.

    Raises:
        TypeError: when it is no whole number (a bool or a float).
        ValueError: when it is below zero.
    """
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError(f"a whole number is needed, not {type(number).__name__}")
    if number < 0:
        raise ValueError("a number below zero is not printed in a letter")
    return to_persian(f"{number:,}".replace(",", THOUSANDS))
