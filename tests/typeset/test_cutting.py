"""A word that is wider than a line is cut so that no part of it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from taahodname.paper.blocks import Inline, Paragraph, ParagraphFormat, Tab, Text, TextStyle
from taahodname.typeset.fonts import FontBook, shipped_book
from taahodname.typeset.lines import Line, set_paragraph
from taahodname.typeset.pieces import PageNumbers
from taahodname.units import Pt

from . import made_fonts
from .blocks import BOLD, PLAIN, words_of
from .harfbuzz_says import assert_set_as_said

MADE = TextStyle("Vazirmade", Pt(12))
LONG = {
    "joined letters": "ب" * 90,
    "half-spaces": "سلام\u200c" * 30,
    "an address": "https://www.example.ir/" + "abcdefghij-" * 20,
}


def lines(fonts: FontBook, *inlines: Inline, column: float) -> list[Line]:
    return set_paragraph(Paragraph(inlines, ParagraphFormat(), PLAIN), column, fonts, PageNumbers())


def is_inside(line: Line, column: float) -> bool:
    return line.placed[0].x >= -0.01 and line.placed[-1].x + line.placed[-1].width <= column + 0.01


@pytest.mark.parametrize("word", LONG)
@pytest.mark.parametrize("column", [33, 47.5, 60, 81, 140])
def test_no_part_of_a_word_is_wider_than_its_line(word: str, column: float) -> None:
    found = lines(shipped_book(), Text(LONG[word], PLAIN), column=column)
    assert "".join(words_of(line) for line in found) == LONG[word]
    assert len(found) > 1
    assert all(is_inside(line, column) for line in found)
    assert_set_as_said(found)


def test_a_word_behind_a_tab_is_cut_to_what_the_tab_leaves(tmp_path: Path) -> None:
    fonts, _ = made_fonts.book(tmp_path, "widens between letters")
    found = lines(fonts, Tab(MADE), Text(" " + "ب" * 60, MADE), column=100)
    assert "".join(words_of(line) for line in found).strip() == "ب" * 60
    assert all(is_inside(line, 100) for line in found)


@pytest.mark.parametrize("column", range(26, 80, 7))
def test_letters_at_a_cut_do_not_reach_for_those_on_the_next_line(column: float) -> None:
    found = lines(shipped_book(), Text("ب" * 9, PLAIN), Text("ب" * 9, BOLD), column=column)
    assert "".join(words_of(line) for line in found) == "ب" * 18
    assert len(found) > 1
    assert_set_as_said(found)


def test_a_sign_that_breaks_is_taken_before_a_letter() -> None:
    first, *_ = lines(shipped_book(), Text("https://www.example.ir/abcdefghijklmnop", PLAIN), column=165)
    assert words_of(first) == "https://www.example.ir/"
