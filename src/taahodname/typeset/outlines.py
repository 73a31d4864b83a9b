"""The outline of a single glyph as PDF path operators."""

from __future__ import annotations

from functools import lru_cache

import uharfbuzz as hb

from taahodname.typeset.fonts import Face

_Point = tuple[float, float]


@lru_cache(maxsize=2_000)
def outline(face: Face, gid: int) -> str:
    """Return a glyph's outline as path operators in font units, to be filled."""
    pen = _PathPen()
    face.hb_font.draw_glyph(gid, _functions(), pen)
    return " ".join(pen.operators)


class _PathPen:
    """Collects operators; a quadratic curve is written as the cubic one of the same shape."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self._at: _Point = (0.0, 0.0)

    def move(self, x: float, y: float) -> None:
        self._at = (x, y)
        self.operators.append(f"{_n(x)} {_n(y)} m")

    def line(self, x: float, y: float) -> None:
        self._at = (x, y)
        self.operators.append(f"{_n(x)} {_n(y)} l")

    def cubic(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        self._at = (x, y)
        numbers = " ".join(_n(value) for value in (x1, y1, x2, y2, x, y))
        self.operators.append(f"{numbers} c")

    def quadratic(self, cx: float, cy: float, x: float, y: float) -> None:
        sx, sy = self._at
        self.cubic(
            sx + 2 / 3 * (cx - sx), sy + 2 / 3 * (cy - sy), x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y), x, y
        )

    def close(self) -> None:
        self.operators.append("h")


def _functions() -> hb.DrawFuncs:
    functions = hb.DrawFuncs()
    functions.set_move_to_func(lambda x, y, pen: pen.move(x, y))
    functions.set_line_to_func(lambda x, y, pen: pen.line(x, y))
    functions.set_cubic_to_func(lambda *values: values[-1].cubic(*values[:-1]))
    functions.set_quadratic_to_func(lambda *values: values[-1].quadratic(*values[:-1]))
    functions.set_close_path_func(lambda pen: pen.close())
    return functions


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
