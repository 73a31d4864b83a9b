"""Lines are broken by the widths that their runs have on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from taahodname.paper.blocks import (
    Align,
    Inline,
    LineBreak,
    PageBreak,
    Paragraph,
    ParagraphFormat,
    Tab,
    TabStop,
    Text,
    TextStyle,
)
from taahodname.typeset.fonts import Face, FontBook
from taahodname.typeset.lines import Line, set_paragraph
from taahodname.typeset.pieces import PageNumbers
from taahodname.typeset.shape import shape, width
from taahodname.units import Pt

from . import made_fonts
from .blocks import words_of
from .harfbuzz_says import assert_set_as_said

MADE = TextStyle("Vazirmade", Pt(12))
TEXT = "شرکت متعهد می‌شود از این خط تنها برای ارسال پیامک خدماتی به مشتریان خود استفاده کند"
WORDS = TEXT.split()
LONG = " ".join(WORDS * 4)
SHORT = " ".join(WORDS[:6])


@pytest.fixture
def wide(tmp_path: Path) -> tuple[FontBook, Face]:
    return made_fonts.book(tmp_path, "widens between letters")


@pytest.fixture
def narrow(tmp_path: Path) -> tuple[FontBook, Face]:
    return made_fonts.book(tmp_path, "narrows between letters")


def lines(
    fonts: FontBook, *inlines: Inline | str, column: float, style: TextStyle = MADE, **fmt: object
) -> list[Line]:
    made = tuple(Text(part, style) if isinstance(part, str) else part for part in inlines)
    return set_paragraph(Paragraph(made, ParagraphFormat(**fmt), style), column, fonts, PageNumbers())


def by_words(face: Face, text: str) -> float:
    """Return the width of words and spaces that are shaped one by one, in 12 points."""
    parts = text.replace(" ", "\n \n").split("\n")
    return sum(width(shape(face, part, rtl=True)) for part in parts) * 12 / face.upem


def together(face: Face, text: str) -> float:
    return width(shape(face, text, rtl=True)) * 12 / face.upem


def edges(line: Line) -> tuple[float, float]:
    return line.placed[0].x, line.placed[-1].x + line.placed[-1].width


def is_inside(line: Line, column: float) -> bool:
    left, right = edges(line)
    return left >= -0.01 and right <= column + 0.01


def test_a_word_that_does_not_fit_beside_the_others_goes_to_the_next_line(
    wide: tuple[FontBook, Face],
) -> None:
    fonts, face = wide
    column = by_words(face, SHORT)
    assert together(face, SHORT) > column + 1
    found = lines(fonts, SHORT, column=column)
    assert [words_of(line).strip() for line in found] == [" ".join(WORDS[:5]), WORDS[5]]


def test_a_word_that_fits_beside_the_others_stays_with_them(narrow: tuple[FontBook, Face]) -> None:
    fonts, face = narrow
    column = together(face, SHORT)
    assert by_words(face, SHORT) > column + 1
    found = lines(fonts, SHORT + " " + WORDS[6], column=column)
    assert [words_of(line).strip() for line in found] == [SHORT, WORDS[6]]
    assert edges(found[0]) == pytest.approx((0, column))


@pytest.mark.parametrize("rules", ["widens between letters", "narrows between letters", "another space"])
@pytest.mark.parametrize("align", [Align.JUSTIFY, Align.START, Align.CENTER, Align.END])
def test_no_line_is_wider_than_its_column(tmp_path: Path, rules: str, align: Align) -> None:
    fonts, _ = made_fonts.book(tmp_path, rules)
    for column in (97, 130.5, 180, 245, 333):
        found = lines(fonts, LONG, column=column, align=align)
        assert " ".join(words_of(line) for line in found).split() == LONG.split()
        assert_set_as_said(found)
        assert all(is_inside(line, column) for line in found)


def test_a_justified_line_fills_its_column_whatever_its_spaces_are(wide: tuple[FontBook, Face]) -> None:
    found = lines(wide[0], LONG, column=220, align=Align.JUSTIFY)
    assert all(edges(line) == pytest.approx((0, 220), abs=0.01) for line in found[:-1])


def test_a_centred_line_stands_in_the_middle(wide: tuple[FontBook, Face]) -> None:
    (line,) = lines(wide[0], SHORT, column=400, align=Align.CENTER)
    left, right = edges(line)
    assert left == pytest.approx(400 - right)
    assert right - left == pytest.approx(together(wide[1], SHORT))


@pytest.mark.parametrize("end", [LineBreak(), PageBreak()])
def test_a_break_comes_behind_the_word_that_had_to_move_on(wide: tuple[FontBook, Face], end: Inline) -> None:
    fonts, face = wide
    found = lines(fonts, SHORT, end, "پایان", column=by_words(face, SHORT), align=Align.JUSTIFY)
    assert [words_of(line).strip() for line in found] == [" ".join(WORDS[:5]), WORDS[5], "پایان"]
    assert [line.ends_page for line in found] == [False, isinstance(end, PageBreak), False]
    assert edges(found[0])[0] == pytest.approx(0, abs=0.01)
    assert edges(found[1])[0] > 1


def test_a_tab_to_the_end_sets_what_follows_flush(wide: tuple[FontBook, Face]) -> None:
    tabs = (TabStop(Pt(300), Align.END),)
    (line,) = lines(wide[0], "این سو", Tab(MADE), "سوی دیگر این", column=300, tabs=tabs)
    assert edges(line) == pytest.approx((0, 300))
    assert_set_as_said([line])


def test_a_tab_to_the_middle_sets_what_follows_around_it(wide: tuple[FontBook, Face]) -> None:
    tabs = (TabStop(Pt(150), Align.CENTER),)
    (line,) = lines(wide[0], "این سو", Tab(MADE), "سوی دیگر این", column=300, tabs=tabs)
    tab = next(one for one in line.placed if one.piece.kind == "tab")
    assert (tab.x + line.placed[0].x) / 2 == pytest.approx(150)


def test_text_behind_a_hanging_number_begins_at_the_indent(wide: tuple[FontBook, Face]) -> None:
    indents = {"indent_start": Pt(60), "first_line": Pt(-60)}
    found = lines(wide[0], "بند یک", Tab(MADE), LONG, column=300, **indents)
    assert len(found) > 2
    tab = next(one for one in found[0].placed if one.piece.kind == "tab")
    assert tab.x == pytest.approx(300 - 60)
    assert all(edges(line)[1] == pytest.approx(300 - 60) for line in found[1:])


def test_a_tab_that_widened_words_run_over_goes_to_the_next_stop(wide: tuple[FontBook, Face]) -> None:
    fonts, face = wide
    stop = (by_words(face, "الف ب پ ت") + together(face, "الف ب پ ت")) / 2
    tabs = (TabStop(Pt(stop)), TabStop(Pt(200)))
    (line,) = lines(fonts, "الف ب پ ت", Tab(MADE), "متن", column=300, tabs=tabs)
    assert line.placed[0].x + line.placed[0].width == pytest.approx(300 - 200)
