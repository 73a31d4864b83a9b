"""Writes sums of money in Persian words."""

from __future__ import annotations

from functools import lru_cache

from taahodname.persian import digits
from taahodname.units import Rial

_BILLION = 10**9
MAX = 10**15
"""The largest number that is written in words."""


def in_words(number: int) -> str:
    """Return a whole number in Persian words: «پانصد میلیون».

    A thousand milliard and more is counted in milliards («یک هزار میلیارد»), as Iranian law and banks do;
    num2fawords itself would say «بیلیون», which few read rightly.

    Args:
        number: from 0 to 10**15.

    Raises:
        TypeError: when it is no whole number (a bool, a float, a text).
        ValueError: when it is below zero or above 10**15.
    """
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError(f"a whole number is needed, not {type(number).__name__}")
    if not 0 <= number <= MAX:
        raise ValueError(f"only numbers from 0 to {MAX} are written in words")
    if number < 1000 * _BILLION:
        return _words(number)
    milliards, rest = divmod(number, _BILLION)
    return f"{_words(milliards)} میلیارد" + (f" و {_words(rest)}" if rest else "")


@lru_cache(maxsize=64)  # the sums of an operator stand in every letter
def _words(number: int) -> str:
    """Return the words of num2fawords, its changeable defaults set aside."""
    from num2fawords import words

    return str(words(int(number), positive=""))


def rial(sum_: Rial) -> str:
    """Return a sum in digits and in words: «۵۰۰٬۰۰۰٬۰۰۰ ریال (پانصد میلیون ریال)».

    Args:
        sum_: a sum of rial, from 0 to 10**15.

    Raises:
        TypeError: when it is no whole number.
        ValueError: when it is below zero or above 10**15.
    """
    words = in_words(sum_)
    return f"{digits.group(sum_)} ریال ({words} ریال)"
