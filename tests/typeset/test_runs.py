"""What stands side by side in one font, size and direction is shaped as one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taahodname.paper.blocks import Align, Text, TextStyle
from taahodname.typeset.fonts import Face, FontBook, shipped_book
from taahodname.typeset.lines import Line, set_paragraph
from taahodname.typeset.pieces import PageNumbers
from taahodname.typeset.shape import shape
from taahodname.units import Pt

from . import made_fonts
from .blocks import PLAIN, paragraph, words_of
from .harfbuzz_says import assert_set_as_said, melted, shaped

MADE = TextStyle("Vazirmade", Pt(12))
RED = TextStyle("Vazirmatn", Pt(12), colour="FF0000")
OF_TWO_WORDS = "متعلّق کتباً به"


@pytest.fixture(scope="module", params=made_fonts.RULES)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> FontBook:
    return made_fonts.book(tmp_path_factory.mktemp("fonts"), request.param)[0]


def book(folder: Path, rules: str) -> tuple[FontBook, Face]:
    return made_fonts.book(folder, rules)


def lines(fonts: FontBook, *texts: Text, column: float = 220, **fmt: object) -> list[Line]:
    return set_paragraph(paragraph(*texts, **fmt), column, fonts, PageNumbers())


def placements(line: Line) -> list[tuple[int, int, int, int]]:
    return [(g.gid, g.advance, g.x, g.y) for one in line.placed for g in one.piece.glyphs]


def of_words(line: Line) -> list[str]:
    """Return what the glyphs of each word say, from right to left."""
    return [
        "".join(glyph.text for glyph in reversed(one.piece.glyphs))
        for one in reversed(line.placed)
        if one.piece.kind == "text"
    ]


# What the shipped font does beside a space ----------------------------------------------------------


@pytest.mark.parametrize("text", ["AT&T Data", "SMART Tech", "Data T", "T T"])
def test_a_latin_letter_is_kerned_with_the_space_beside_it(text: str) -> None:
    face = shipped_book().find("Vazirmatn").face
    (line,) = lines(shipped_book(), Text(f"شرکت {text} است", PLAIN))
    apart = [shape(face, word, rtl=False) for word in text.split()] + [shape(face, " ", rtl=False)]
    assert sum(g.advance for word in apart for g in word) != sum(
        g.advance for g in shape(face, text, rtl=False)
    )
    assert_set_as_said([line])


def test_a_mark_without_a_letter_stands_on_the_space_before_it() -> None:
    (line,) = lines(shipped_book(), Text("نشانهٔ ً است", PLAIN))
    assert_set_as_said([line])


def test_two_spaces_are_shaped_together() -> None:
    assert_set_as_said(lines(shipped_book(), Text("متن  T  متن\u2003متن", PLAIN)))


def test_lam_alef_in_two_colours_is_one_glyph_of_the_first() -> None:
    (line,) = lines(shipped_book(), Text("سل", PLAIN), Text("ام", RED))
    assert_set_as_said([line])
    first, rest = line.placed[1].piece, line.placed[0].piece
    assert [glyph.text for glyph in first.glyphs] == ["لا", "س"]
    assert [glyph.text for glyph in rest.glyphs] == ["م"]
    assert words_of(line) == "سلام"


def test_letters_in_two_colours_are_kerned_as_in_one() -> None:
    whole = lines(shipped_book(), Text("برابر AVAT", PLAIN))[0]
    parted = lines(shipped_book(), Text("بر", PLAIN), Text("ابر A", RED), Text("VA", PLAIN), Text("T", RED))[
        0
    ]
    assert placements(parted) == placements(whole)


def test_a_number_takes_the_rules_of_the_latin_word_beside_it() -> None:
    assert_set_as_said(lines(shipped_book(), Text("گواهی ISO 9001:2015 - 17 و Windows ۱۰ (نسخهٔ 2.1)", PLAIN)))


def test_a_mark_is_taken_from_the_font_of_its_letter(tmp_path: Path) -> None:
    fonts, face = made_fonts.book_of(tmp_path, made_fonts.without_letter("ه"))
    (line,) = lines(fonts, Text("شمارهٔ", MADE))
    letter = line.placed[0].piece
    assert letter.text == "هٔ"
    assert letter.choice is not None
    assert letter.choice.face.family == "Vazirmatn" != face.family
    assert [glyph.text for glyph in letter.glyphs] == ["هٔ"]  # one sign of that font
    assert_set_as_said([line])


# Fonts with rules of their own ----------------------------------------------------------------------


def test_a_space_between_letters_is_as_wide_as_the_font_says(tmp_path: Path) -> None:
    fonts, face = book(tmp_path, "widens between letters")
    (line,) = lines(fonts, Text("متن نامه", MADE))
    space = line.placed[1].piece
    assert space.kind == "space"
    assert space.width == pytest.approx((shape(face, " ", rtl=True)[0].advance + 250) * 12 / face.upem)


def test_a_space_that_is_another_in_a_run_is_so_on_the_line(tmp_path: Path) -> None:
    fonts, face = book(tmp_path, "another space")
    (line,) = lines(fonts, Text("متن نامه", MADE))
    alone, there = shape(face, " ", rtl=True)[0], line.placed[1].piece.glyphs[0]
    assert (there.advance, there.x) == (alone.advance + 300, alone.x + 40)


def test_a_word_keeps_its_own_glyphs_and_clusters(made: FontBook) -> None:
    (line,) = lines(made, Text("متن (نامهٔ) کتباً", MADE), column=400)
    assert of_words(line) == ["متن", "(نامهٔ)", "کتباً"]
    for one in line.placed:
        starts = {glyph.cluster for glyph in one.piece.glyphs if glyph.text}
        assert starts <= set(range(len(one.piece.text)))
        assert 0 in starts


@given(
    st.lists(
        st.sampled_from(
            [
                "شرکت",
                "می‌شود",
                "الله",
                "حقّ",
                "کتباً",
                "لا",
                "۱۴۰۵/۰۹/۰۲",
                "ISO",
                "AT&T",
                "12",
                "-",
                "(الف)",
                " ",
                "ً",
            ]
        ),
        min_size=1,
        max_size=40,
    ),
    st.lists(st.booleans(), min_size=4, max_size=4),
    st.sampled_from(list(Align)),
    st.floats(90, 400),
)
@settings(deadline=None, max_examples=40)
def test_every_run_of_every_line_is_as_harfbuzz_shapes_it(
    made: FontBook, words: list[str], coloured: list[bool], align: Align, column: float
) -> None:
    text = " ".join(words)
    cuts = [len(text) * part // 4 for part in range(5)]
    for family in ("Vazirmade", "Vazirmatn"):
        styles = [TextStyle(family, Pt(12), colour="FF0000" if red else "000000") for red in coloured]
        parts = [Text(text[a:b], style) for (a, b), style in zip(pairwise(cuts), styles, strict=True)]
        found = lines(made, *parts, column=column, align=align)
        assert_set_as_said(found)
        for line in found:
            ends = [(one.x, one.x + one.width) for one in line.placed]
            assert all(a[1] == pytest.approx(b[0]) for a, b in pairwise(ends))
            assert not ends or (ends[0][0] >= -0.01 and ends[-1][1] <= column + 0.01)


# Signs of two words that a font melts into one ------------------------------------------------------


def test_signs_of_two_words_are_not_melted_into_one(tmp_path: Path) -> None:
    fonts, face = book(tmp_path, "melts signs")
    assert melted(OF_TWO_WORDS, shaped(face, OF_TWO_WORDS, rtl=True)) == [6]  # the font has such a rule
    (line,) = lines(fonts, Text(OF_TWO_WORDS, MADE), column=400)
    assert of_words(line) == OF_TWO_WORDS.split()
    signs = {
        glyph.gid for one in line.placed for glyph in one.piece.glyphs if glyph.text in ("\u0651", "\u064b")
    }
    assert signs == {face.glyph_of("\u0651"), face.glyph_of("\u064b")}


def test_words_are_kept_apart_at_every_space_that_signs_would_melt_over(tmp_path: Path) -> None:
    fonts, _ = book(tmp_path, "melts signs")
    text = "حقّ ما به کتباً و حقّ او اولاً"
    (line,) = lines(fonts, Text(text, MADE), column=400)
    assert of_words(line) == text.split()
    assert_set_as_said([line])


def test_signs_are_not_melted_over_a_space_that_does_not_break(tmp_path: Path) -> None:
    fonts, _ = book(tmp_path, "melts signs")
    (line,) = lines(fonts, Text("حقّ\u00a0کتباً", MADE), column=400)
    assert of_words(line) == ["حقّ\u00a0کتباً"]
    assert_set_as_said([line])


def test_signs_of_one_word_are_left_to_the_font(tmp_path: Path) -> None:
    fonts, _ = book(tmp_path, "melts signs")
    (line,) = lines(fonts, Text("حقّاً متن", MADE), column=400)
    assert of_words(line) == ["حقّاً", "متن"]
    assert_set_as_said([line])
