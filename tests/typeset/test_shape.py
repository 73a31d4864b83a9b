from __future__ import annotations

from pathlib import Path

import pytest
import uharfbuzz as hb

from taahodname.typeset.fonts import Face, shipped_book
from taahodname.typeset.shape import keeps_shape, shape, shape_word, width

from . import made_fonts

WORDS = ["می‌شود", "لا", "الله", "عبدالله", "کتباً", "نامهٔ", "مؤمنی", "ملّی", "هیئت‌مدیره", "للّه", "فضل‌الله"]


@pytest.fixture(params=[False, True], ids=["regular", "bold"])
def face(request: pytest.FixtureRequest) -> Face:
    return shipped_book().find("Vazirmatn", bold=request.param).face


@pytest.mark.parametrize("word", WORDS)
def test_the_glyphs_of_a_word_carry_all_its_characters_once(face: Face, word: str) -> None:
    assert "".join(glyph.text for glyph in reversed(shape(face, word, rtl=True))) == word


@pytest.mark.parametrize("word", WORDS)
def test_no_word_needs_a_glyph_that_the_font_lacks(face: Face, word: str) -> None:
    assert all(glyph.gid for glyph in shape(face, word, rtl=True))


def test_the_half_space_has_no_width(face: Face) -> None:
    joined = next(glyph for glyph in shape(face, "می‌شود", rtl=True) if glyph.text == "\u200c")
    assert joined.advance == 0


def test_the_half_space_parts_letters_that_would_join(face: Face) -> None:
    assert width(shape(face, "می‌شود", rtl=True)) != width(shape(face, "میشود", rtl=True))


def test_a_mark_stands_off_the_base_line(face: Face) -> None:
    tanvin = next(glyph for glyph in shape(face, "کتباً", rtl=True) if glyph.text == "\u064b")
    assert tanvin.y > 0
    assert tanvin.advance == 0


def test_brackets_are_mirrored_in_right_to_left_text(face: Face) -> None:
    opening = shape(face, "(", rtl=True)[0].gid
    assert opening == shape(face, ")", rtl=False)[0].gid


def test_a_letter_joins_across_a_change_of_style(face: Face) -> None:
    alone = shape(face, "ب", rtl=True)[0].gid
    middle = shape(face, "ب", rtl=True, before="ب", after="ب")[0].gid
    assert alone != middle


def test_a_word_is_shaped_the_same_alone_and_in_its_sentence(face: Face) -> None:
    sentence = "شرکت متعهد می‌شود کتباً به هیئت‌مدیرهٔ آن اطلاع دهد"
    whole = [(g.gid, g.advance, g.x, g.y) for g in shape(face, sentence, rtl=True)]
    pieces = []
    for index, word in enumerate(reversed(sentence.split(" "))):
        if index:
            pieces += [(g.gid, g.advance, g.x, g.y) for g in shape(face, " ", rtl=True)]
        pieces += [(g.gid, g.advance, g.x, g.y) for g in shape(face, word, rtl=True)]
    assert whole == pieces


LATIN = ["ab", "Tab", "baT", "T"]  # the shipped font kerns a T with a space


@pytest.mark.parametrize("word", [*WORDS, *LATIN, " ", "۱۲/۳", "\u064bا", "(", "…"])
def test_a_word_between_spaces_has_the_glyphs_that_it_has_by_itself(face: Face, word: str) -> None:
    rtl = word not in LATIN
    found = shape_word(face, word, rtl=rtl)
    assert found.glyphs == shape(face, word, rtl=rtl)
    assert found.width == width(found.glyphs)


@pytest.mark.parametrize(("before", "after"), [("ب", ""), ("", "ب"), ("ب", "ب")])
def test_so_has_a_part_of_one(face: Face, before: str, after: str) -> None:
    part = shape_word(face, "من", rtl=True, before=before, after=after)
    assert part.glyphs == shape(face, "من", rtl=True, before=before, after=after)
    assert part.apart


@pytest.mark.parametrize("word", [*WORDS, "ab", " ", "۱۲/۳"])
def test_a_word_is_apart_where_a_space_beside_it_changes_nothing(face: Face, word: str) -> None:
    assert shape_word(face, word, rtl=word != "ab").apart


@pytest.mark.parametrize(("word", "rtl"), [("T", False), ("Tab", False), ("baT", False), ("\u064bا", True)])
def test_a_word_that_the_font_kerns_or_joins_with_a_space_is_not(face: Face, word: str, rtl: bool) -> None:
    assert not shape_word(face, word, rtl=rtl).apart


@pytest.mark.parametrize(
    ("rules", "apart"),
    [
        ("kerned with a space", False),
        ("another space", False),  # the word itself stays, but the space is another beside it
        ("kerned letters", True),
    ],
)
def test_of_fonts_with_some_rules_it_is_told(tmp_path: Path, rules: str, apart: bool) -> None:
    _, face = made_fonts.book(tmp_path, rules)
    assert shape_word(face, "کتاب", rtl=True).apart is apart


def test_a_word_that_can_be_cut_off_is_shaped_once(face: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    shape_word(face, "برف", rtl=True)  # what is asked once for each face is known now
    shaped: list[hb.Buffer] = []
    real = hb.shape

    def shape_and_note(font: hb.Font, buffer: hb.Buffer) -> None:
        shaped.append(buffer)
        real(font, buffer)

    monkeypatch.setattr(hb, "shape", shape_and_note)
    shape_word(face, "کبوترخانه", rtl=True)
    assert len(shaped) == 1


@pytest.mark.parametrize("signs", ["–", "«", "۱۲", " "])
def test_signs_without_a_script_look_the_same_beside_persian_words(face: Face, signs: str) -> None:
    assert keeps_shape(face, signs, "Arab", rtl=True)


def test_a_letter_that_every_script_shares_is_not_taken_for_a_sign(face: Face) -> None:
    assert not keeps_shape(face, "\u0640", "Arab", rtl=True)
