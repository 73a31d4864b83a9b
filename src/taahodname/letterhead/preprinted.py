"""Leaves room for what is printed on the paper already: an empty head and foot of given heights."""

from __future__ import annotations

import math

from taahodname.errors import LetterheadError
from taahodname.letterhead.sheet import Sheet
from taahodname.units import Mm

MAX_HEIGHT = Mm(120)
"""A head or a foot taller than this leaves no letter on an A4 sheet."""

_PAGE_NUMBER = Mm(8)
_SIDE = Mm(20)
"""Narrower than the letter's own margin: what the head and foot take is given back at the sides."""
_NOTHING = Mm(0)


def preprinted_sheet(head: Mm, foot: Mm) -> bytes:
    """Return a letterhead that prints nothing, as a Word file.

    The letter's page number stands just above the foot.

    Args:
        head: the height left free above.
        foot: the height left free below.

    Raises:
        LetterheadError: when a height is no length, or leaves no room for a letter.
    """
    for name, name_en, height in (("بالای", "head_mm", head), ("پایین", "foot_mm", foot)):
        if not math.isfinite(height) or not _NOTHING <= height <= MAX_HEIGHT:
            raise LetterheadError(
                f"ارتفاع {name} برگهٔ چاپ‌شده پذیرفته نیست ({height:g}). عددی از ۰ تا ۱۲۰ میلی‌متر بنویسید.",
                f"{name_en} is {height:g}; give a number of millimetres from 0 to {MAX_HEIGHT:g}",
            )
    margins = {
        "top": head,
        "bottom": Mm(foot + _PAGE_NUMBER),
        "left": _SIDE,
        "right": _SIDE,
        "header": _NOTHING,
        "footer": foot,
    }
    return Sheet(margins=margins).to_bytes()
