from __future__ import annotations

import pytest

from taahodname.paper.blocks import Crop
from taahodname.typeset.marks import PictureMark
from taahodname.typeset.pdf_pictures import placing

Matrix = tuple[float, float, float, float, float, float]


def through(operators: str, x: float, y: float) -> tuple[float, float]:
    """Return where a point goes through the `cm` operators of a line."""
    words = operators.split()
    matrices: list[Matrix] = []
    for place, word in enumerate(words):
        if word == "cm":
            a, b, c, d, e, f = (float(one) for one in words[place - 6 : place])
            matrices.append((a, b, c, d, e, f))
    for a, b, c, d, e, f in reversed(matrices):
        x, y = a * x + c * y + e, b * x + d * y + f
    return round(x, 2), round(y, 2)


def mark(**options: object) -> PictureMark:
    return PictureMark(100.0, 0.0, 60.0, 40.0, b"", **options)  # type: ignore[arg-type]


def corners(**options: object) -> list[tuple[float, float]]:
    """Return where the lower left, lower right and upper left corner of the picture itself are drawn."""
    operators = placing(mark(**options), 200.0)
    return [through(operators, *corner) for corner in ((0, 0), (1, 0), (0, 1))]


def test_a_plain_picture_fills_its_place() -> None:
    assert placing(mark(), 200.0) == "60 0 0 40 100 200 cm"


def test_a_picture_turned_by_a_quarter_stands_on_its_end_clockwise() -> None:
    # Its middle stays at (130, 220); its foot is at the left now.
    assert corners(turn=90.0) == [(110, 250), (110, 190), (150, 250)]


def test_a_mirrored_picture_has_its_left_at_the_right() -> None:
    assert corners(flip_x=True) == [(160, 200), (100, 200), (160, 240)]
    assert corners(flip_y=True) == [(100, 240), (160, 240), (100, 200)]


def test_what_is_kept_of_a_cropped_picture_fills_the_place_and_the_rest_is_clipped() -> None:
    crop = Crop(top=0.25, right=0.5, bottom=0.25, left=0.0)
    operators = placing(mark(crop=crop), 200.0)
    assert "re W n" in operators
    assert through(operators, 0.0, 0.25) == (100, 200)
    assert through(operators, 0.5, 0.75) == (160, 240)
    assert corners(crop=crop)[1] == (pytest.approx(220), pytest.approx(180))
