"""What the bidirectional rules treat alike: a paragraph is resolved with one character for all of a kind."""

from __future__ import annotations

import re
import unicodedata
from typing import ClassVar

from taahodname.typeset.bidi_classes import bidi_class


class _Signs(dict[int, str]):
    """The signs by which a pattern knows the bidi classes; a point stands for those that steer the others."""

    _LETTERS: ClassVar = {
        "R": "r", "AL": "a", "L": "l", "EN": "e", "WS": "w", "NSM": "n", "BN": "b",
        "CS": "c", "ES": "c", "ET": "c",
    }  # fmt: skip

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kind = bidi_class(char)
        sign = self._LETTERS.get(kind, ".") if kind != "ON" else "(" if _may_be_bracket(char) else "o"
        self[code] = sign
        return sign


def _may_be_bracket(char: str) -> bool:
    return unicodedata.category(unicodedata.normalize("NFC", char)) in ("Ps", "Pe")


_SIGNS = _Signs()
# What lies between two letters of one direction and is no bracket has their direction too (W1, W4 to W7, N1),
# so that a phrase is resolved as if it were its first letter; so are the digits of a number.
_ALIKE = re.compile("a(?:[awonbc]*a)?|r(?:[rwonbc]*r)?|l(?:[lewonbc]*l)?|e+|.", re.DOTALL)
# Any character of a class stands for the others; of brackets, of what steers, and of the three classes of
# signs beside numbers, each stands for itself.
_STANDING = {
    "r": "\u05d0", "a": "\u0627", "l": "a", "e": "0", "w": " ", "n": "\u064b", "b": "\u200c", "o": "!"
}  # fmt: skip


def signs_of(text: str) -> str:
    """Return the sign of every character of a paragraph."""
    return text.translate(_SIGNS)


def are_simple(signs: str) -> bool:
    """Return whether all characters have the level of a right-to-left paragraph, given their signs."""
    return "e" not in signs and "l" not in signs and "." not in signs


def shortened(text: str, signs: str) -> tuple[str, list[int]]:
    """Return a paragraph with one character for all that are alike, and how many each of them stands for.

    Args:
        text: one paragraph in logical order.
        signs: those of its characters.
    """
    parts: list[str] = _ALIKE.findall(signs)
    standing, place = [], 0
    for part in parts:
        standing.append(_STANDING.get(part[0]) or text[place])
        place += len(part)
    return "".join(standing), [len(part) for part in parts]
