"""A line is drawn stretch by stretch in the order in which it is read."""

from __future__ import annotations

import pytest

from taahodname.typeset import bidi
from taahodname.typeset.stretches import Kind, Sign, Stretch, in_reading_order, line_form


def signs_of(text: str) -> list[Sign]:
    """Return the signs of a right-to-left line of one look, from left to right."""
    levels = bidi.paragraph_levels(text)
    return [Sign(text[i], levels[i], "plain") for i in bidi.visual_order(levels)]


def read(text: str) -> list[tuple[Kind, str]]:
    """Return kind and characters of each stretch, right-to-left words turned round as readers do."""
    signs = signs_of(text)

    def said(stretch: Stretch) -> str:
        chars = "".join(signs[i].text for i in stretch.indices)
        return chars[::-1] if stretch.kind is Kind.RTL else chars

    return [(stretch.kind, said(stretch)) for stretch in in_reading_order(line_form(signs), rtl=True)]


@pytest.mark.parametrize(
    "text",
    [
        "شرکت آریا، به شمارهٔ ۱۲۳ ثبت شد.",
        "تلفن ⁦021-8877⁩ و (مگفا)",
        "ایمیل ⁦info@x.ir⁩ و بس",
        "گواهی (ISO 9001:2015) دارد",
        "۱۵٪ و علی-رضا | «خدماتی»",
    ],
)
def test_the_stretches_one_after_another_are_the_line(text: str) -> None:
    assert "".join(chars for _, chars in read(text)) == text


def test_a_bracket_stands_alone_and_keeps_its_side() -> None:
    assert read("به (مگفا)")[1:] == [(Kind.FIXED, "("), (Kind.RTL, "مگفا"), (Kind.FIXED, ")")]


def test_a_comma_parts_the_words_for_poppler() -> None:
    assert read("بله، خیر") == [(Kind.RTL, "بله،"), (Kind.RTL, " خیر")]


def test_an_address_is_an_island_with_a_gap_on_both_sides() -> None:
    kinds = [kind for kind, _ in read("به a@b.ir رسید")]
    assert kinds == [Kind.RTL, Kind.GAP, Kind.ISLAND, Kind.GAP, Kind.RTL]


@pytest.mark.parametrize("text", ["در SMS بود", "در ۱۴۰۵/۰۹/۰۲ بود", "در 10:30 بود"])
def test_a_plain_word_or_number_is_no_island(text: str) -> None:
    assert [kind for kind, _ in read(text)] == [Kind.RTL, Kind.LTR, Kind.RTL]


def test_only_digits_that_pypdf_turns_round_are_drawn_one_by_one() -> None:
    by_text = {}
    signs = signs_of("از ۱۲ تا 34 است")
    for stretch in in_reading_order(line_form(signs), rtl=True):
        by_text["".join(signs[i].text for i in stretch.indices)] = stretch.singly
    assert by_text["۱۲"]
    assert not by_text["34"]


def test_a_change_of_look_begins_a_stretch() -> None:
    signs = [Sign("ب", 1, "bold"), Sign("ا", 1, "plain"), Sign("آ", 1, "plain")]
    assert [stretch.parts for stretch in in_reading_order(line_form(signs), rtl=True)] == [
        (range(1, 3),),
        (range(1),),
    ]


def test_lines_of_other_words_are_of_the_same_form() -> None:
    one, other = (line_form(signs_of(text)) for text in ("شرکت آریا، ۱۲ (ب)", "دفتر مرکز، ۷۸ (ک)"))
    assert one == other
    assert in_reading_order(one, rtl=True) is in_reading_order(other, rtl=True)


@pytest.mark.parametrize(
    "text", ["شرکت آریا، 12 (ب)", "شرکت آریا ۱۲، (ب)", "شرکت آریا، ۱۲ -ب)", "شرکت آریا، ۱۲ (b)"]
)
def test_what_a_rule_tells_apart_is_of_another_form(text: str) -> None:
    assert line_form(signs_of(text)) != line_form(signs_of("شرکت آریا، ۱۲ (ب)"))


def test_a_left_to_right_line_is_read_from_the_left() -> None:
    signs = [Sign("a", 0, "plain"), Sign("ب", 1, "plain"), Sign("c", 0, "plain")]
    found = in_reading_order(line_form(signs), rtl=False)
    assert [stretch.start for stretch in found] == [0, 1, 2]
