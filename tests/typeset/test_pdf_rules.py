from __future__ import annotations

import pytest

from taahodname.paper.blocks import Ruling
from taahodname.typeset.marks import RuleMark
from taahodname.typeset.pdf_rules import rule_operators


def drawn(ruling: Ruling) -> str:
    return rule_operators(RuleMark(10, 0, 110, 0, 1, "FF0000", ruling), 50, 50)


def test_a_single_rule_is_one_line_from_end_to_end() -> None:
    assert drawn("single") == "q 1 w 2 J 1 0 0 RG 10 50 m 110 50 l S Q"


@pytest.mark.parametrize(("ruling", "gaps"), [("dashed", "[5 3.5] 0 d"), ("dotted", "1 J [0 2.25] 0 d")])
def test_a_broken_rule_has_gaps(ruling: Ruling, gaps: str) -> None:
    assert f" {gaps} " in drawn(ruling)


def test_a_double_rule_is_two_lines_beside_its_place() -> None:
    assert "10 49 m 110 49 l 10 51 m 110 51 l" in drawn("double")
    upright = rule_operators(RuleMark(10, 0, 10, 40, 1, "000000", "double"), 50, 10)
    assert "9 50 m 9 10 l 11 50 m 11 10 l" in upright
