from __future__ import annotations

import pytest

from taahodname.paper.drawings import Path

from . import drawn_xml as d
from .test_read_shapes import corners, refusal, shape
from .test_read_vml import FLOAT, drawing


def paths(content: str, width: float = 100, height: float = 40) -> list[Path]:
    return [one for one in shape(content, width, height).shapes if isinstance(one, Path)]


def widths(found: list[Path]) -> list[float]:
    return [round(float(one.pen.width), 3) for one in found if one.pen is not None]


def test_a_double_line_is_two_lines_with_as_much_between_them() -> None:
    rule = d.wsp(100, 0, shape=d.geometry("line"), line=d.ln(width=3, look='cmpd="dbl"'))
    found = paths(rule, 100, 0)
    assert [corners(one) for one in found] == [[(0, -1), (100, -1)], [(0, 1), (100, 1)]]
    assert widths(found) == [1, 1]


def test_a_thick_line_over_a_thin_one_keeps_the_width_of_both() -> None:
    rule = d.wsp(100, 0, shape=d.geometry("line"), line=d.ln(width=5, look='cmpd="thickThin"'))
    found = paths(rule, 100, 0)
    assert [corners(one)[0][1] for one in found] == [-1, 2]
    assert widths(found) == [3, 1]


def test_a_box_with_a_thin_line_around_a_thick_one_has_the_thin_one_outside() -> None:
    box = d.wsp(100, 40, fill=d.solid("FFFFFF"), line=d.ln(width=5, look='cmpd="thinThick"'))
    fill, outer, inner = paths(box)
    assert (fill.fill, fill.pen) == ("FFFFFF", None)
    assert corners(outer) == [(-2, -2), (102, -2), (102, 42), (-2, 42)]
    assert corners(inner) == [(1, 1), (99, 1), (99, 39), (1, 39)]
    assert widths([outer, inner]) == [1, 3]


def test_three_lines_have_the_thickest_in_the_middle() -> None:
    rule = d.wsp(100, 0, shape=d.geometry("line"), line=d.ln(width=6, look='cmpd="tri"'))
    assert widths(paths(rule, 100, 0)) == [1, 2, 1]


def test_an_old_shape_has_them_as_well() -> None:
    stroke = '<v:stroke linestyle="thinThin"/>'
    old = f'<v:line style="{FLOAT}" from="0,0" to="90pt,0" strokeweight="3pt">{stroke}</v:line>'
    assert widths([one for one in drawing(old).shapes if isinstance(one, Path)]) == [1, 1]


@pytest.mark.parametrize("name", ["ellipse", "roundRect"])
def test_a_double_line_around_a_curve_is_refused(name: str) -> None:
    round_ = d.wsp(90, 40, shape=d.geometry(name), line=d.ln(width=3, look='cmpd="dbl"'))
    assert "dbl" in refusal(d.drawn(d.inline(round_, 90, 40)))
