"""Turns the three families of digits into one another and groups the digits of a number."""

from __future__ import annotations

from functools import lru_cache

ASCII = "0123456789"
PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"

THOUSANDS = "\u066c"
"""The Persian separator of thousands, «٬»."""

# Digit by digit: `str.translate` looks every letter of a Persian text up, which takes up to 20 times as long.
_TO_ASCII = tuple(zip(PERSIAN + ARABIC_INDIC, ASCII * 2, strict=True))
_TO_PERSIAN = tuple(zip(ASCII + ARABIC_INDIC, PERSIAN * 2, strict=True))
_ARABIC_TO_PERSIAN = tuple(zip(ARABIC_INDIC, PERSIAN, strict=True))


def to_ascii(text: str) -> str:
    """Return the text with Persian (U+06F0–06F9) and Arabic-Indic (U+0660–0669) digits as ASCII ones.

    Every other character stays as it is, also «²», «½» and the digits of other scripts.
    """
    return text if text.isascii() else _replaced(text, _TO_ASCII)


@lru_cache(maxsize=1_000)  # the numbers of pages, rows and days stand in all papers
def to_persian(text: str) -> str:
    """Return the text with ASCII and Arabic-Indic digits as Persian ones; every other character stays."""
    return _replaced(text, _TO_PERSIAN)


def arabic_to_persian(text: str) -> str:
    """Return the text with Arabic-Indic digits as Persian ones; every other character stays."""
    return text if text.isascii() else _replaced(text, _ARABIC_TO_PERSIAN)


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for old, new in pairs:
        text = text.replace(old, new)
    return text


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
