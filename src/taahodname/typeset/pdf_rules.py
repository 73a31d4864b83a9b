"""The operators of ruled lines: whole, dashed, dotted or double."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from taahodname.paper.blocks import Ruling
from taahodname.typeset.marks import Edge, RuleMark
from taahodname.typeset.operators import number, rgb

_Pen = tuple[float, str, Ruling]


@lru_cache(maxsize=1_024)  # the tables of most letters stand at the same place
def rule_operators(rule: RuleMark, y1: float, y2: float) -> str:
    """Return the operators of a ruled line.

    Args:
        rule: the line.
        y1, y2: the heights of its ends, in points from the foot of the sheet.
    """
    pen = rule.width, rule.colour, rule.ruling
    return f"q {_stroke(pen, [_path(rule.x1, y1, rule.x2, y2, pen)])} Q"


@lru_cache(maxsize=2_048)  # a row is of the same height wherever it stands, and in most letters
def edges_operators(edges: tuple[Edge, ...]) -> str:
    """Return the operators of ruled lines that are drawn together, in as few paths as they have pens.

    Args:
        edges: the lines; the operators count from the same place, but upward.
    """
    return " ".join(
        _stroke(pen, [_path(edge.x1, -edge.y1, edge.x2, -edge.y2, pen) for edge in same])
        for pen, same in groupby(edges, _pen_of)
    )


def _pen_of(edge: Edge) -> _Pen:
    return edge.width, edge.colour, edge.ruling


def _stroke(pen: _Pen, paths: list[str]) -> str:
    width, colour, ruling = pen
    return f"{number(width)} w {_gaps(width, ruling)} {rgb(colour)} RG {' '.join(paths)} S"


def _gaps(width: float, ruling: Ruling) -> str:
    """Return the ends and gaps of a line."""
    if ruling == "dashed":
        return f"0 J [{number(4 * width + 1)} {number(3 * width + 0.5)}] 0 d"
    if ruling == "dotted":
        # A stroke of no length with round ends is a dot (ISO 32000-1, 8.4.3.6).
        return f"1 J [0 {number(2 * width + 0.25)}] 0 d"
    return "2 J [] 0 d"


def _path(x1: float, y1: float, x2: float, y2: float, pen: _Pen) -> str:
    lines = []
    for shift in _shifts(pen):
        dx, dy = (shift, 0.0) if x1 == x2 else (0.0, shift)
        start = f"{number(x1 + dx)} {number(y1 + dy)} m"
        lines.append(f"{start} {number(x2 + dx)} {number(y2 + dy)} l")
    return " ".join(lines)


def _shifts(pen: _Pen) -> tuple[float, ...]:
    """Return how far beside its place each stroke of a line stands."""
    width, _, ruling = pen
    # The two lines of a double one leave as much room between them as each is wide.
    return (-width, width) if ruling == "double" else (0.0,)
