"""What the readers of a PDF see of a character is the same for all of one bidi class."""

from __future__ import annotations

from taahodname.typeset.readers import (
    is_numeric,
    is_rtl_letter,
    lacking_segments,
    mupdf_turns,
    pdfium_segments,
    pdfium_side,
    standing,
)


def seen(char: str) -> tuple[object, ...]:
    turns = mupdf_turns(char, before=True), mupdf_turns(char, before=False)
    return is_rtl_letter(char), is_numeric(char), pdfium_side(char), turns


def test_a_character_is_seen_as_the_one_that_stands_for_it() -> None:
    chars = [chr(code) for code in (*range(0x3000), *range(0xFB1D, 0xFF00))]
    assert [char for char in chars if seen(char) != seen(standing(char))] == []
    assert len({standing(char) for char in chars}) < 40


def test_nothing_stands_for_nothing() -> None:
    assert standing("") == ""


def test_neighbours_of_one_side_are_one_segment() -> None:
    assert pdfium_segments("شرکت ABC ۱۲۳") == "RNLNW"


def test_one_segment_lacks_nothing_and_several_lack_what_makes_right_to_left_ones_the_more() -> None:
    assert [lacking_segments(sides) for sides in ("", "LL", "NN", "RNL", "RNR", "LNL", "WN")] == [
        0,
        0,
        0,
        1,
        -1,
        3,
        1,
    ]
