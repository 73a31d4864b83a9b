"""The operators of ruled lines: whole, dashed, dotted or double."""

from __future__ import annotations

from functools import lru_cache

from taahodname.typeset.marks import RuleMark
from taahodname.typeset.operators import number, rgb


@lru_cache(maxsize=4_096)  # the tables of most letters stand at the same place
def rule_operators(rule: RuleMark, y1: float, y2: float) -> str:
    """Return the operators of a ruled line.

    Args:
        rule: the line.
        y1, y2: the heights of its ends, in points from the foot of the sheet.
    """
    pen = f"{number(rule.width)} w {_pen(rule)} {rgb(rule.colour)} RG"
    # The two lines of a double one leave as much room between them as each is wide.
    shifts = (-rule.width, rule.width) if rule.ruling == "double" else (0.0,)
    lines = [_line(rule, y1, y2, shift) for shift in shifts]
    return f"q {pen} {' '.join(lines)} S Q"


def _pen(rule: RuleMark) -> str:
    """Return the ends and gaps of a line."""
    if rule.ruling == "dashed":
        return f"[{number(4 * rule.width + 1)} {number(3 * rule.width + 0.5)}] 0 d"
    if rule.ruling == "dotted":
        # A stroke of no length with round ends is a dot (ISO 32000-1, 8.4.3.6).
        return f"1 J [0 {number(2 * rule.width + 0.25)}] 0 d"
    return "2 J"


def _line(rule: RuleMark, y1: float, y2: float, shift: float) -> str:
    dx, dy = (shift, 0.0) if rule.x1 == rule.x2 else (0.0, shift)
    start = f"{number(rule.x1 + dx)} {number(y1 + dy)} m"
    return f"{start} {number(rule.x2 + dx)} {number(y2 + dy)} l"
