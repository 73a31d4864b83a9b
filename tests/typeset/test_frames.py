from __future__ import annotations

from typing import Any

import pytest

from taahodname.paper.blocks import Border, Borders, Frame
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.marks import RuleMark
from taahodname.typeset.pages import lay_out
from taahodname.units import Pt

from .blocks import document, paragraph

LINES = Borders(*[Border(Pt(2), space=Pt(9))] * 4)


def rules(frame: Frame, *texts: str, **rest: Any) -> list[list[RuleMark]]:
    layout = lay_out(document(*map(paragraph, texts), frame=frame, **rest), shipped_book())
    return [[mark for mark in page.margins if isinstance(mark, RuleMark)] for page in layout.pages]


def edges(found: list[RuleMark]) -> tuple[float, float, float, float]:
    xs, ys = {mark.x1 for mark in found} | {mark.x2 for mark in found}, {mark.y1 for mark in found}
    return min(xs), min(ys), max(xs), max(ys)


def test_a_frame_may_stand_so_far_from_the_edges_of_the_sheet() -> None:
    ((*lines,),) = rules(Frame(LINES, from_text=False), "متن")
    assert len(lines) == 4
    assert edges(lines) == (10, 10, 290, 390)


def test_or_so_far_around_the_text_and_its_head() -> None:
    assert edges(rules(Frame(LINES), "متن")[0]) == (40, 40, 260, 360)
    head = {"default": (paragraph("سر"),)}
    assert edges(rules(Frame(LINES), "متن", headers=head)[0]) == (40, 10, 260, 360)


@pytest.mark.parametrize(("pages", "expected"), [("all", [4, 4]), ("first", [4, 0]), ("not-first", [0, 4])])
def test_a_frame_stands_on_the_pages_it_is_for(pages: Any, expected: list[int]) -> None:
    found = rules(Frame(LINES, pages=pages), *["سطر"] * 20)
    assert [len(page) for page in found] == expected


def test_a_side_without_a_line_is_open() -> None:
    frame = Frame(Borders(top=Border(Pt(1))), from_text=False)
    assert [(mark.y1, mark.y2) for mark in rules(frame, "متن")[0]] == [(0.5, 0.5)]
