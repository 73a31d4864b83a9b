"""How a foreign page or scan is laid on an A4 sheet: never stretched, its top at the top of the sheet."""

from __future__ import annotations

from msgspec import Struct

from taahodname.units import Mm, mm_to_pt

WIDTH, HEIGHT = Mm(210), Mm(297)
"""A4 (ISO 216)."""

_NEAR = Mm(2)
"""So much off is still A4: printers' files and scans are seldom exact."""
_NEARLY = 0.015


class Fit(Struct, frozen=True):
    """Where a page stands on the sheet, in shares of its width and height, from its lower left corner.

    Attributes:
        x, y: its lower left corner.
        width, height: its size.
        is_a4: it fills the sheet as it is.
    """

    x: float
    y: float
    width: float
    height: float
    is_a4: bool


def fit(width: float, height: float) -> Fit:
    """Return the place of a page of some size or proportion on an A4 sheet.

    Args:
        width, height: in any unit; millimetres where the size itself is known, see `is_a4`.
    """
    shape = width / height / (WIDTH / HEIGHT)
    if abs(shape - 1) <= _NEARLY:
        return Fit(0.0, 0.0, 1.0, 1.0, True)
    if shape > 1:
        share = 1 / shape
        return Fit(0.0, 1 - share, 1.0, share, False)
    return Fit((1 - shape) / 2, 0.0, shape, 1.0, False)


def is_a4(width: Mm, height: Mm) -> bool:
    """Tell whether a size is that of an upright A4 sheet."""
    return abs(width - WIDTH) <= _NEAR and abs(height - HEIGHT) <= _NEAR


def in_points() -> tuple[float, float]:
    """Return the width and the height of the sheet in points."""
    return float(mm_to_pt(WIDTH)), float(mm_to_pt(HEIGHT))
