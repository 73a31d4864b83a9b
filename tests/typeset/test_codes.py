"""Every drawn code means exactly one character, and every character of the text has its code."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from taahodname.errors import FontError
from taahodname.typeset.codes import Slot, empty_glyph, slots
from taahodname.typeset.fonts import Face, shipped_book
from taahodname.typeset.shape import Glyph, shape

from . import made_fonts

WORDS = [
    "نامهٔ", "کتباً", "ملّی", "الله", "عبدالله", "لا", "بالا", "للّه", "می‌شود", "هیئت‌مدیره", "مؤمنی", "آل‌یاسین",
    "۵۰۰٬۰۰۰٬۰۰۰", "حقّاً", "لأن",
]  # fmt: skip


@pytest.fixture(scope="module")
def face() -> Face:
    return shipped_book().find("Vazirmatn").face


def drawn(face: Face, text: str, *, rtl: bool = True) -> list[Slot]:
    return list(slots(face, shape(face, text, rtl=rtl), empty_glyph(face), rtl=rtl))


@pytest.mark.parametrize("word", WORDS)
def test_the_codes_of_a_word_read_from_right_to_left_are_the_word(face: Face, word: str) -> None:
    found = drawn(face, word)
    assert "".join(slot.text for slot in reversed(found)) == word
    assert all(len(slot.text) == 1 for slot in found if slot.key is not None)


@pytest.mark.parametrize("word", WORDS)
def test_the_pen_goes_as_far_as_harfbuzz_says(face: Face, word: str) -> None:
    wanted = sum(glyph.advance for glyph in shape(face, word, rtl=True))
    assert sum(slot.before + slot.advance + slot.after for slot in drawn(face, word)) == wanted


@pytest.mark.parametrize("word", WORDS)
def test_signs_without_width_do_not_stand_at_one_place(face: Face, word: str) -> None:
    pen, places = 0, []
    for slot in drawn(face, word):
        if slot.key is not None and slot.outline is None:
            places.append(pen + slot.before)
        pen += slot.before + slot.advance + slot.after
    assert places == sorted(places)


def test_one_code_never_stands_twice_at_one_place(face: Face) -> None:
    codes = [slot.key for slot in drawn(face, "للللّه")]
    empties = [code for code, slot in zip(codes, drawn(face, "للللّه"), strict=True) if not slot.advance]
    assert len(empties) == len(set(empties))


def test_an_empty_glyph_is_found_where_the_half_space_has_a_shape(tmp_path: Path) -> None:
    _, made = made_fonts.book_of(tmp_path, made_fonts.with_drawn_joiners())
    assert made.hb_font.get_glyph_extents(made.glyph_of("\u200c")).width
    empty = empty_glyph(made)
    assert empty
    assert made.hb_font.get_glyph_h_advance(empty) == 0
    assert not made.hb_font.get_glyph_extents(empty).width


def test_a_mark_that_hangs_beside_its_pen_is_ink_without_a_place_of_its_own(face: Face) -> None:
    mark = Glyph(face.glyph_of("\u064b") or 0, 0, -209, 0, "\u064b", 0)
    (slot,) = slots(face, [mark], empty_glyph(face), rtl=True)
    assert (slot.text, slot.before, slot.after) == ("\u064b", 0, 0)
    assert (slot.outline, slot.x) == (mark.gid, -209)


def test_the_rest_of_a_letter_of_several_glyphs_is_ink_without_a_code(face: Face) -> None:
    (first, *_) = shape(face, "ب", rtl=True)
    found = list(slots(face, [first, replace(first, text="")], empty_glyph(face), rtl=True))
    assert [(slot.key is None, slot.text) for slot in found] == [(False, "ب"), (True, "")]
    assert found[1].outline == first.gid


def test_a_character_without_a_glyph_is_refused_by_name(face: Face) -> None:
    (glyph, *_) = shape(face, "ب", rtl=True)
    with pytest.raises(FontError, match="U\\+0628"):
        list(slots(face, [replace(glyph, gid=0)], empty_glyph(face), rtl=True))
