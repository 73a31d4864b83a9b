from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from taahodname.paper.blocks import Align, Paragraph, ParagraphFormat, Tab, TabStop, Text
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.lines import Line, Placed, set_paragraph
from taahodname.typeset.pieces import PageNumbers
from taahodname.units import Pt

from .blocks import PLAIN, document
from .finished import Finished, made

TAB = Tab(PLAIN)
COLUMN = 300.0


def line(*inlines: Text | Tab | str, **fmt: Any) -> Line:
    parts = tuple(Text(one, PLAIN) if isinstance(one, str) else one for one in inlines)
    paragraph = Paragraph(parts, ParagraphFormat(**fmt), PLAIN)
    return set_paragraph(paragraph, COLUMN, shipped_book(), PageNumbers())[0]


def placed(found: Line, text: str) -> Placed:
    return next(one for one in found.placed if one.piece.text == text)


def right_of(found: Line, text: str) -> float:
    one = placed(found, text)
    return COLUMN - one.x - one.width


def stop(position: float, align: Align = Align.START, leader: str = "", *, decimal: bool = False) -> TabStop:
    return TabStop(Pt(position), align, leader, decimal)


def test_a_hanging_number_is_followed_by_the_paragraph_s_indent() -> None:
    found = line("یک", TAB, "متن", indent_start=Pt(40), first_line=Pt(-40))
    assert right_of(found, "یک") == pytest.approx(0)
    assert right_of(found, "متن") == pytest.approx(40)


def test_the_indent_counts_before_a_stop_that_lies_further() -> None:
    found = line("یک", TAB, "متن", indent_start=Pt(40), first_line=Pt(-40), tabs=(stop(90),))
    assert right_of(found, "متن") == pytest.approx(40)


def test_a_stop_before_the_indent_counts_before_it() -> None:
    found = line("یک", TAB, "متن", indent_start=Pt(40), first_line=Pt(-40), tabs=(stop(20),))
    assert right_of(found, "متن") == pytest.approx(20)


@pytest.mark.parametrize(("align", "share"), [(Align.START, 0.0), (Align.CENTER, 0.5), (Align.END, 1.0)])
def test_a_label_stands_at_its_place_with_its_beginning_middle_or_end(align: Align, share: float) -> None:
    found = line("بیست", TAB, "متن", indent_start=Pt(80), first_line=Pt(-40), label_align=align)
    label = placed(found, "بیست")
    assert right_of(found, "بیست") == pytest.approx(40 - share * label.width)
    assert right_of(found, "متن") == pytest.approx(80)


def test_a_tab_knows_what_fills_it() -> None:
    found = line("نام", TAB, "ب", tabs=(stop(200, leader="."),))
    assert placed(found, "\t").piece.leader == "."
    assert placed(line("نام", TAB, "ب"), "\t").piece.leader == ""


def test_a_number_stands_with_its_point_at_a_decimal_stop() -> None:
    found = line(TAB, "12.50", tabs=(stop(100, Align.END, decimal=True),), rtl=False)
    number = placed(found, "12.50")
    whole = placed(line("12", rtl=False), "12").width
    assert number.x == pytest.approx(100 - whole, abs=0.5)
    plain = placed(line(TAB, "1250", tabs=(stop(100, Align.END, decimal=True),), rtl=False), "1250")
    assert plain.x + plain.width == pytest.approx(100)


def test_a_tab_may_jump_to_the_end_or_the_middle_of_its_column() -> None:
    end, middle = (line("الف", replace(TAB, stop=at), "ب") for at in ("end", "center"))
    assert placed(end, "ب").x == pytest.approx(0)
    one = placed(middle, "ب")
    assert one.x + one.width / 2 == pytest.approx(COLUMN / 2)


def test_stops_that_nobody_named_are_as_far_apart_as_the_document_says() -> None:
    assert right_of(line("الف", TAB, "ب"), "ب") == pytest.approx(36)
    assert right_of(line("الف", TAB, "ب", default_tab=Pt(50)), "ب") == pytest.approx(50)


@pytest.mark.parametrize("leader", [".", "-", "_", "·"])
def test_a_leader_is_drawn_as_an_ornament_and_is_no_text(leader: str) -> None:
    def of(sign: str) -> Finished:
        fmt = ParagraphFormat(tabs=(stop(150, leader=sign),))
        inlines = (Text("نام", PLAIN), TAB, Text("ب", PLAIN))
        return Finished(made(document(Paragraph(inlines, fmt, PLAIN))))

    with_leader, without = of(leader), of("")
    strokes = [
        sum(b"S" in one.painted for one in found.artifacts("Layout")) for found in (with_leader, without)
    ]
    assert strokes == [1, 0]
    (paragraph,) = with_leader.tree.children
    assert with_leader.text(paragraph) == without.text(without.tree.children[0])
