"""Numbers of lists, pages and notes, in the ways that word processors count.

The names of the ways are those of ECMA-376 part 1, §17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from taahodname.persian.digits import to_persian

_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CHICAGO = "*†‡§"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 32_767  # as far as Word itself counts


def _repeated(letters: str) -> Callable[[int], str]:
    """Return a way that goes on after the last letter with the first one doubled (§17.18.59)."""

    def say(number: int) -> str:
        rounds, place = divmod(number - 1, len(letters))
        return letters[place] * (rounds + 1)

    return say


def _roman(number: int) -> str:
    found = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        found += letters * times
    return found


_WAYS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimal": str,
        "decimalZero": lambda number: f"{number:02d}",
        "numberInDash": lambda number: f"- {number} -",
        "upperRoman": lambda number: _roman(number).upper(),
        "lowerRoman": _roman,
        "upperLetter": lambda number: _repeated(_LATIN)(number).upper(),
        "lowerLetter": _repeated(_LATIN),
        "arabicAlpha": _repeated(_ALPHA),
        "arabicAbjad": _repeated(_ABJAD),
        "chicago": _repeated(_CHICAGO),
        "none": lambda number: "",
    }
)
_FROM_ONE = frozenset(_WAYS) - {"decimal", "decimalZero", "numberInDash", "none"}


def is_way(way: str) -> bool:
    """Return whether a way of counting is known."""
    return way in _WAYS


def counted(number: int, way: str = "decimal", *, persian: bool = False) -> str:
    """Return a number as a way of counting says it.

    Args:
        number: from 0.
        way: «decimal», «upperRoman», «arabicAbjad» and so on.
        persian: its digits are Persian ones. Word and LibreOffice call that numerals by «context» and
            take it from the direction of the text; a Persian letter is read so.

    Raises:
        KeyError: when the way is not known (`is_way` tells).
    """
    if way in _FROM_ONE and not 0 < number <= _MOST_ROMAN:
        return to_persian(str(number)) if persian else str(number)
    said = _WAYS[way](number)
    return to_persian(said) if persian else said
