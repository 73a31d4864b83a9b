"""Finds the lines شماره, تاریخ and پیوست on a page of a PDF by the places of its characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from msgspec import Struct

from taahodname.letterhead.fields import Boxed, Slot, labels_in, visual_lines
from taahodname.letterhead.paper_size import HEIGHT
from taahodname.letterhead.pdf_file import Char
from taahodname.units import Mm

_LOWEST = 0.45  # of the height: further down it is no head
_SPACE = 0.6  # of a letter's height: a wider hole between two letters parts words
_AFTER = Mm(1.5)
_EDGE = Mm(8)
_LEADERS = frozenset(".…·‥_/\\-–— ")
_ABOVE = Mm(0.4)  # so that what is written does not lie in the dots


class OnPage(Struct, frozen=True):
    """What was found on a page.

    Attributes:
        slots: the blanks.
        filled: the lines that have a value of their own.
    """

    slots: tuple[Slot, ...] = ()
    filled: tuple[str, ...] = ()


def find(chars: Iterable[Char]) -> OnPage:
    """Return the blanks after the labels of a page.

    Args:
        chars: of the page.
    """
    upper = [char for char in chars if char.top < HEIGHT * _LOWEST]
    slots: dict[str, Slot] = {}
    filled: list[str] = []
    for line in visual_lines((one.text, one.left, one.top, one.right, one.bottom, one.base) for one in upper):
        text, owners = _text(line)
        for found in labels_in(text):
            if found.name in slots:
                continue
            if found.filled:
                filled.append(found.name)
                continue
            label = [line[owners[place]] for place in range(found.start, min(found.ends, len(owners)))]
            right = min(char[1] for char in label) - _AFTER
            rest = [line[one] for one in owners[found.ends :] if _has_ink(line[one][0])]
            left = max((char[3] for char in rest if char[3] < right), default=float(_EDGE) - 2) + 2
            base = max(char[5] for char in label)
            slots[found.name] = Slot(found.name, Mm(right), Mm(left), Mm(base - _ABOVE))
    return OnPage(tuple(slots.values()), tuple(dict.fromkeys(name for name in filled if name not in slots)))


def _has_ink(char: str) -> bool:
    """Tell whether a character would stand in the way of what is written on a blank."""
    return char not in _LEADERS and not unicodedata.category(char[0]).startswith(("C", "Z"))


def _text(line: list[Boxed]) -> tuple[str, list[int]]:
    """Return the words of a line, spaces put where letters stand apart, and whose each character is."""
    pieces: list[str] = []
    owners: list[int] = []
    for place, char in enumerate(line):
        if place and line[place - 1][1] - char[3] > _SPACE * (char[4] - char[2]) / 2:
            pieces.append(" ")
            owners.append(place)
        for one in char[0]:
            pieces.append(one)
            owners.append(place)
    return "".join(pieces), owners
