"""The operators of free paths and letter outlines: fills, gradients, outlines, and what shines through."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from taahodname.paper.drawings import Gradient, Path, Pen, Segment
from taahodname.typeset.marks import OutlineMark
from taahodname.typeset.operators import number, rgb

_CAPS = {"flat": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_OPERATORS = {"move": "m", "line": "l", "curve": "c"}
_OPAQUE = 1.0


def draw_path(canvas: Canvas, path: Path, x: float, y: float) -> None:
    """Draw a path.

    Args:
        canvas: the PDF in the making.
        path: its places count from its drawing's top left corner, downward.
        x, y: that corner, in points from the lower left corner of the sheet.
    """
    steps = " ".join(_step(segment, x, y) for segment in path.segments)
    if path.fill is not None:
        with seen_through(canvas, path.opacity):
            _fill(canvas, path.fill, steps, x, y)
    if path.pen is not None:
        with seen_through(canvas, path.pen.opacity):
            canvas.addLiteral(f"{_pen(path.pen)} {steps} S")


def extent(path: Path, x: float, y: float) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of a path, handles included, from the lower left of the sheet."""
    points = [point for segment in path.segments for point in segment.points] or [(0.0, 0.0)]
    across, down = zip(*points, strict=True)
    return x + min(across), y - max(down), x + max(across), y - min(down)


def draw_outlines(canvas: Canvas, mark: OutlineMark, y: float) -> None:
    """Fill the outlines of letters.

    Args:
        canvas: the PDF in the making.
        mark: the letters.
        y: the height of their own place, in points from the foot of the sheet.
    """
    with seen_through(canvas, mark.opacity):
        canvas.addLiteral(f"{rgb(mark.colour)} rg 1 0 0 1 {number(mark.x)} {number(y)} cm {mark.operators}")


@contextmanager
def seen_through(canvas: Canvas, opacity: float) -> Iterator[None]:
    """Draw meanwhile in a graphics state of its own, with what is below shining through.

    Args:
        canvas: the PDF in the making.
        opacity: from 0 (nothing is seen) to 1.
    """
    canvas.addLiteral("q")
    if opacity < _OPAQUE:
        canvas.setFillAlpha(opacity)
        canvas.setStrokeAlpha(opacity)
    yield
    if opacity < _OPAQUE:
        # ReportLab does not see that Q brings the old state back; it must not take this one for set.
        canvas.setFillAlpha(_OPAQUE)
        canvas.setStrokeAlpha(_OPAQUE)
    canvas.addLiteral("Q")


def _fill(canvas: Canvas, fill: str | Gradient, steps: str, x: float, y: float) -> None:
    if isinstance(fill, str):
        canvas.addLiteral(f"{rgb(fill)} rg {steps} f*")
        return
    canvas.addLiteral(f"{steps} W* n")
    (x1, y1), (x2, y2) = fill.start, fill.end
    colours = [HexColor(f"#{colour}") for _, colour in fill.stops]
    places = [place for place, _ in fill.stops]
    canvas.linearGradient(x + x1, y - y1, x + x2, y - y2, colours, places)


def _step(segment: Segment, x: float, y: float) -> str:
    if segment.kind == "close":
        return "h"
    points = " ".join(f"{number(x + px)} {number(y - py)}" for px, py in segment.points)
    return f"{points} {_OPERATORS[segment.kind]}"


def _pen(pen: Pen) -> str:
    dashes = f"[{' '.join(number(length) for length in pen.dashes)}] 0 d " if pen.dashes else ""
    return f"{dashes}{rgb(pen.colour)} RG {number(pen.width)} w {_CAPS[pen.cap]} J {_JOINS[pen.join]} j"
