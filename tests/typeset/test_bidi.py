from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from taahodname.typeset.bidi import _Resolver, base_is_rtl, line_levels, paragraph_levels, visual_order
from taahodname.typeset.bidi_classes import bidi_class

LRM = "\u200e"
CASES = Path("/usr/share/unicode/BidiCharacterTest.txt")


def seen(text: str) -> str:
    """Return the characters of a right-to-left line from left to right, mirroring left out."""
    levels = line_levels(text, paragraph_levels(text))
    return "".join(text[index] for index in visual_order(levels))


def test_a_persian_line_runs_from_right_to_left() -> None:
    assert seen("سلام دنیا") == "ایند مالس"


def test_a_number_keeps_its_order_among_persian_words() -> None:
    assert "۱۰۳۸۰" in seen("شناسهٔ ۱۰۳۸۰ شرکت")


def test_a_phone_number_turns_round_after_persian_letters_unless_it_is_isolated() -> None:
    assert "021-8877" not in seen("تلفن 021-8877")
    assert "021-8877" in seen(f"تلفن {LRM}021-8877{LRM}")


@pytest.mark.parametrize("token", ["ISO 9001:2015", "info@arya.ir", "https://arya.ir/a-b/", "+98 21 8877"])
def test_an_isolated_token_reads_from_left_to_right(token: str) -> None:
    assert token in seen(f"متن {LRM}{token}{LRM} متن")


def test_a_slash_date_needs_no_isolation() -> None:
    assert "۱۴۰۵/۰۹/۰۲" in seen("در تاریخ ۱۴۰۵/۰۹/۰۲ ساعت")


def test_a_thousands_separator_stays_inside_its_number() -> None:
    assert "۵۰۰٬۰۰۰٬۰۰۰" in seen("مبلغ ۵۰۰٬۰۰۰٬۰۰۰ ریال")


def test_brackets_around_latin_words_take_the_side_of_the_paragraph() -> None:
    # The brackets follow the Latin word before them (N0), so all of «ABC (DEF)» is one piece.
    assert "ABC (DEF)" in seen("متن ABC (DEF) متن")
    # Around one Latin word alone they belong to the Persian sentence; the font mirrors them.
    assert ")DEF(" in seen("متن (DEF) متن")


def test_white_space_at_the_end_of_a_line_falls_back_to_the_paragraph() -> None:
    text = "متن ABC  "
    assert line_levels(text, paragraph_levels(text))[-2:] == [1, 1]


def test_the_first_strong_character_gives_the_direction() -> None:
    assert base_is_rtl("۱۲۳ سلام abc")
    assert not base_is_rtl("۱۲۳ abc سلام")
    assert not base_is_rtl("\u2067سلام\u2069 abc")


def unicode_cases() -> Iterator[tuple[str, bool, list[str], list[int]]]:
    for row in CASES.read_text(encoding="utf-8").splitlines():
        if not row or row.startswith("#"):
            continue
        codes, direction, resolved, levels, order = row.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        rtl = base_is_rtl(text) if direction == "2" else direction == "1"
        assert int(resolved) == rtl
        yield text, rtl, levels.split(), [int(index) for index in order.split()]


@pytest.mark.slow
@pytest.mark.skipif(not CASES.is_file(), reason="BidiCharacterTest.txt is not here (package unicode-data)")
def test_every_case_of_the_unicode_consortium_passes() -> None:
    count = 0
    for text, rtl, levels, order in unicode_cases():
        found = line_levels(text, paragraph_levels(text, rtl=rtl), rtl=rtl)
        kept = [index for index, level in enumerate(levels) if level != "x"]
        assert [str(found[index]) for index in kept] == [levels[index] for index in kept]
        assert [kept[i] for i in visual_order([found[index] for index in kept])] == order
        count += 1
    assert count > 90_000


def by_the_character(text: str, *, rtl: bool) -> list[int]:
    return _Resolver(text, [bidi_class(char) for char in text], int(rtl)).resolve()


def test_a_phrase_has_the_levels_that_the_rules_give_its_characters_one_by_one() -> None:
    signs = "ابآ\u200c\u064e\u0654 \u05d0b1۱٢,.+-%$()[]«»\u2329\u3009"
    signs += "\u2066\u2067\u2068\u2069\u202a\u202b\u202d\u202e\u202c\t\u200f"
    chance = random.Random(8)
    for _ in range(3_000):
        text = "".join(chance.choices(chance.choice((signs, signs[:26], "اب 1۱a(),\u200c\u064e+%")), k=12))
        for rtl in (True, False):
            assert paragraph_levels(text, rtl=rtl) == by_the_character(text, rtl=rtl), ascii(text)
