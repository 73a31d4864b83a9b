"""The operators of tab leaders: dots, strokes and lines, which are ornaments and no words of the text."""

from __future__ import annotations

import math

from taahodname.typeset.operators import number, rgb

# All of an em, chosen to look like rows of these signs in a plain font.
_STEP = {".": 0.28, "·": 0.28, "-": 0.42}
_INK = {"-": 0.24}
_LINE = {".": 0.1, "·": 0.1, "-": 0.06, "_": 0.05}
_RISE = {".": 0.045, "·": 0.25, "-": 0.25, "_": -0.12}


def leader_operators(sign: str, left: float, right: float, y: float, size: float, colour: str) -> str:
    """Return the operators of one leader; empty where there is no room for any of it.

    Dots and strokes of lines one under the other stand one under the other.

    Args:
        sign: «.», «·», «-» or «_».
        left, right: its ends, in points from the left of the sheet.
        y: the base line, in points from the foot of the sheet.
        size: of the letters beside it.
        colour: of them.
    """
    at = y + _RISE[sign] * size
    paint = f"q {rgb(colour)} RG {number(_LINE[sign] * size)} w"
    if sign == "_":
        return f"{paint} {number(left)} {number(at)} m {number(right)} {number(at)} l S Q"
    step, ink = _STEP[sign] * size, _INK.get(sign, 0.0) * size
    first, last = math.ceil(left / step + 0.5) * step, right - ink - 0.1 * size
    if first > last:
        return ""
    end = first + math.floor((last - first) / step) * step + max(ink, 0.01)
    # A stroke of no length with round ends is a dot (ISO 32000-1, 8.4.3.6).
    pattern = f"1 J [0 {number(step)}] 0 d" if not ink else f"[{number(ink)} {number(step - ink)}] 0 d"
    return f"{paint} {pattern} {number(first)} {number(at)} m {number(end)} {number(at)} l S Q"
