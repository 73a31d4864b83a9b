from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taahodname.paper.blocks import Align, LineHeight, Tab, TabStop, Text
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.lines import Line, set_paragraph
from taahodname.typeset.pieces import PageNumbers
from taahodname.units import Pt

from .blocks import BOLD, PLAIN, paragraph, words_of

COLUMN = 220.0
LONG = "شرکت متعهد می‌شود از این خط تنها برای ارسال پیامک خدماتی به مشتریان خود استفاده کند " * 3


def lines(*texts: str | Text, column: float = COLUMN, **fmt: object) -> list[Line]:
    return set_paragraph(paragraph(*texts, **fmt), column, shipped_book(), PageNumbers())


def right_edge(line: Line) -> float:
    return max(placed.x + placed.width for placed in line.placed)


def left_edge(line: Line) -> float:
    return min(placed.x for placed in line.placed)


def test_the_lines_hold_all_the_words_in_order() -> None:
    assert " ".join(words_of(line) for line in lines(LONG)).split() == LONG.split()


def test_every_line_of_a_persian_paragraph_begins_at_the_right_edge() -> None:
    assert all(right_edge(line) == pytest.approx(COLUMN) for line in lines(LONG))


def test_a_justified_line_fills_the_column_and_the_last_one_does_not() -> None:
    found = lines(LONG, align=Align.JUSTIFY)
    assert all(left_edge(line) == pytest.approx(0, abs=0.01) for line in found[:-1])
    assert left_edge(found[-1]) > 1
    assert right_edge(found[-1]) == pytest.approx(COLUMN)


def test_justifying_stretches_spaces_and_never_a_word() -> None:
    for line in lines(LONG, align=Align.JUSTIFY):
        for placed in line.placed:
            if placed.piece.kind == "text":
                assert placed.width == placed.piece.width


def test_a_justified_line_with_bold_words_has_no_gap_and_no_overlap() -> None:
    found = lines("شرکت ", Text("پیشگامان دادهٔ آریا", BOLD), " " + LONG, align=Align.JUSTIFY)
    for line in found:
        ends = [(placed.x, placed.x + placed.width) for placed in line.placed]
        assert all(a[1] == pytest.approx(b[0]) for a, b in pairwise(ends))


def test_a_word_bold_in_part_still_joins_its_letters() -> None:
    whole = lines("بیمارستان")[0].placed[0].piece.width
    parted = lines("بیمار", Text("ستان", PLAIN))
    assert sum(placed.width for placed in parted[0].placed) == pytest.approx(whole)


def test_indents_count_from_the_right_in_a_right_to_left_paragraph() -> None:
    found = lines(LONG, indent_start=Pt(30), indent_end=Pt(10), first_line=Pt(-20), align=Align.JUSTIFY)
    assert right_edge(found[0]) == pytest.approx(COLUMN - 10)
    assert right_edge(found[1]) == pytest.approx(COLUMN - 30)
    assert left_edge(found[1]) == pytest.approx(10, abs=0.01)


def test_a_tab_behind_a_hanging_number_leads_to_the_indent() -> None:
    found = set_paragraph(
        paragraph("۱.", indent_start=Pt(24), first_line=Pt(-24)), COLUMN, shipped_book(), PageNumbers()
    )
    block = paragraph("۱.", indent_start=Pt(24), first_line=Pt(-24))
    block = type(block)((*block.inlines, Tab(PLAIN), Text("متن", PLAIN)), block.format, PLAIN)
    line = set_paragraph(block, COLUMN, shipped_book(), PageNumbers())[0]
    word = next(placed for placed in line.placed if placed.piece.text == "متن")
    assert word.x + word.width == pytest.approx(COLUMN - 24)
    assert len(found) == 1


def test_a_tab_stop_at_the_end_sets_what_follows_flush() -> None:
    block = paragraph("راست", tabs=(TabStop(Pt(COLUMN), Align.END),))
    block = type(block)((*block.inlines, Tab(PLAIN), Text("چپ", PLAIN)), block.format, PLAIN)
    line = set_paragraph(block, COLUMN, shipped_book(), PageNumbers())[0]
    assert left_edge(line) == pytest.approx(0, abs=0.01)


def test_a_word_longer_than_a_line_is_cut_and_none_of_it_lost() -> None:
    word = "https://www.example.ir/" + "abcdefghij-" * 20
    found = lines(word)
    assert len(found) > 3
    assert "".join(words_of(line) for line in found) == word
    assert all(left_edge(line) > -0.01 for line in found)


def test_an_empty_paragraph_is_one_line_high() -> None:
    found = lines()
    assert len(found) == 1
    assert found[0].height == pytest.approx(12 * 3200 / 2048)


def test_line_height_counts_in_lines_of_the_font() -> None:
    single = lines("متن")[0].height
    assert lines("متن", line_height=LineHeight("multiple", 1.5))[0].height == pytest.approx(1.5 * single)
    assert lines("متن", line_height=LineHeight("exact", 10))[0].height == pytest.approx(10)


@given(
    st.lists(
        st.sampled_from(["شرکت", "می‌شود", "۱۴۰۵/۰۹/۰۲", "ISO", "(الف)", "کتباً،", "۰۲۱", "«الله»"]),
        min_size=1,
        max_size=60,
    ),
    st.floats(60, 400),
)
@settings(deadline=None, max_examples=60)
def test_no_line_is_wider_than_its_column_and_no_word_is_lost(words: list[str], column: float) -> None:
    found = lines(" ".join(words), column=column, align=Align.JUSTIFY)
    placed = [p.piece.text for line in found for p in line.placed if p.piece.kind == "text"]
    assert sorted("".join(placed)) == sorted("".join(words))
    for line in found:
        assert left_edge(line) >= -0.01
        assert right_edge(line) <= column + 0.01
