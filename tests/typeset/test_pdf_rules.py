from __future__ import annotations

import pytest

from taahodname.paper.blocks import Ruling
from taahodname.typeset.marks import Edge, RuleMark
from taahodname.typeset.pdf_rules import edges_operators, rule_operators


def drawn(ruling: Ruling) -> str:
    return rule_operators(RuleMark(10, 0, 110, 0, 1, "FF0000", ruling), 50, 50)


def test_a_single_rule_is_one_line_from_end_to_end() -> None:
    assert drawn("single") == "q 1 w 2 J [] 0 d 1 0 0 RG 10 50 m 110 50 l S Q"


@pytest.mark.parametrize(("ruling", "gaps"), [("dashed", "[5 3.5] 0 d"), ("dotted", "1 J [0 2.25] 0 d")])
def test_a_broken_rule_has_gaps(ruling: Ruling, gaps: str) -> None:
    assert f" {gaps} " in drawn(ruling)


def test_a_double_rule_is_two_lines_beside_its_place() -> None:
    assert "10 49 m 110 49 l 10 51 m 110 51 l" in drawn("double")
    upright = rule_operators(RuleMark(10, 0, 10, 40, 1, "000000", "double"), 50, 10)
    assert "9 50 m 9 10 l 11 50 m 11 10 l" in upright


def test_lines_of_one_pen_are_one_path() -> None:
    edges = (Edge(0, 0, 90, 0, 1, "000000", "single"), Edge(0, 0, 0, 20, 1, "000000", "single"))
    assert edges_operators(edges) == "1 w 2 J [] 0 d 0 0 0 RG 0 0 m 90 0 l 0 0 m 0 -20 l S"


def test_lines_of_two_pens_are_drawn_in_their_order() -> None:
    red, black = Edge(0, 0, 90, 0, 1, "FF0000", "double"), Edge(0, 0, 0, 20, 2, "000000", "dashed")
    first, second = edges_operators((red, black)).removesuffix(" S").split(" S ")
    assert "1 0 0 RG 0 -1 m 90 -1 l 0 1 m 90 1 l" in first
    assert second == "2 w 0 J [9 6.5] 0 d 0 0 0 RG 0 0 m 0 -20 l"
