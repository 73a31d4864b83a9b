"""The operators of a drawing's shapes: boxes, discs and strokes, filled, outlined, dashed or hatched."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from taahodname.paper.drawings import Box, Disc, Stroke
from taahodname.typeset.operators import number, rgb

_ARC = 0.5523  # a cubic curve with its handles so far out is a quarter of a circle to a thousandth
_HATCH_STEP = 4.0  # points between two lines of a hatching
_HATCH_LINE = 0.5
_DASH = "[3 2] 0 d"


@lru_cache(maxsize=512)  # a drawing stands at the same place in most papers; a hatching is long
def shape_operators(shape: Box | Disc | Stroke, x: float, y: float) -> str:
    """Return the operators that draw a shape.

    Args:
        shape: the shape, its place counted from its drawing's top left corner, downward.
        x, y: that corner, in points from the lower left corner of the sheet.
    """
    match shape:
        case Box():
            return " ".join(_box(shape, x + shape.x, y - shape.y - shape.height))
        case Disc():
            path = _circle(x + shape.x, y - shape.y, shape.radius)
            return f"q {_painted(path, shape.fill, shape.stroke, shape.line)} Q"
        case Stroke():
            ends = f"{_point(x + shape.x1, y - shape.y1)} m {_point(x + shape.x2, y - shape.y2)} l"
            dash = f"{_DASH} " if shape.dashed else ""
            return f"q {dash}{_painted(ends, None, shape.colour, shape.line)} Q"


def _box(box: Box, left: float, bottom: float) -> Iterator[str]:
    path = _outline(box, left, bottom)
    yield "q"
    if box.fill:
        yield _painted(path, box.fill, None, box.line)
    if box.hatch:
        yield f"q {path} W n {' '.join(_hatching(box, left, bottom, box.hatch))} Q"
    if box.stroke:
        if box.dashed:
            yield _DASH
        yield _painted(path, None, box.stroke, box.line)
    yield "Q"


def _painted(path: str, fill: str | None, stroke: str | None, line: float) -> str:
    paint = "B" if fill and stroke else "f" if fill else "S"
    colours = f"{rgb(fill)} rg " if fill else ""
    if stroke:
        colours += f"{rgb(stroke)} RG {number(line)} w "
    return f"{colours}{path} {paint}"


def _outline(box: Box, left: float, bottom: float) -> str:
    if not box.radius:
        return f"{_point(left, bottom)} {_point(box.width, box.height)} re"
    right, top, r = left + box.width, bottom + box.height, float(box.radius)
    k = r * (1 - _ARC)
    return " ".join(
        (
            f"{_point(left + r, bottom)} m {_point(right - r, bottom)} l",
            _curve(right - k, bottom, right, bottom + k, right, bottom + r),
            f"{_point(right, top - r)} l",
            _curve(right, top - k, right - k, top, right - r, top),
            f"{_point(left + r, top)} l",
            _curve(left + k, top, left, top - k, left, top - r),
            f"{_point(left, bottom + r)} l",
            _curve(left, bottom + k, left + k, bottom, left + r, bottom),
            "h",
        )
    )


def _circle(x: float, y: float, r: float) -> str:
    k = r * _ARC
    return " ".join(
        (
            f"{_point(x + r, y)} m",
            _curve(x + r, y + k, x + k, y + r, x, y + r),
            _curve(x - k, y + r, x - r, y + k, x - r, y),
            _curve(x - r, y - k, x - k, y - r, x, y - r),
            _curve(x + k, y - r, x + r, y - k, x + r, y),
            "h",
        )
    )


def _hatching(box: Box, left: float, bottom: float, colour: str) -> Iterator[str]:
    """Yield slanted lines over a box; the caller clips them to it."""
    yield f"{rgb(colour)} RG {number(_HATCH_LINE)} w"
    count = int((box.width + box.height) / _HATCH_STEP) + 1
    for index in range(1, count):
        x = left + index * _HATCH_STEP
        yield f"{_point(x, bottom)} m {_point(x - box.height, bottom + box.height)} l S"


def _point(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


def _curve(*values: float) -> str:
    return " ".join(number(value) for value in values) + " c"
