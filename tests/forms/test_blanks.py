"""Which characters of a paragraph are a blank, and of which shape."""

from __future__ import annotations

import pytest
from lxml import etree

from taahodname.forms.blanks import Kind, spans
from taahodname.forms.paragraphs import atoms, text_of
from tests.forms.blanks_of import control, legacy, paragraph, run
from tests.word.making import PREFIXES


def found(block: str, *, leads: bool = False) -> list[tuple[str, str]]:
    """Return the shape and the characters of every blank of a paragraph."""
    block = block if block.startswith("<") else paragraph(block)
    element = etree.fromstring(f"<w:body {PREFIXES}>{block}</w:body>")[0]
    held = atoms(element)
    return [(str(one.kind), text_of(held)[one.start : one.end]) for one in spans(held, lambda _: leads)]


@pytest.mark.parametrize(
    ("text", "shape", "blank"),
    [
        ("نام شرکت: ........ است", "dots", "........"),
        ("نام شرکت ………… است", "dots", "…………"),
        ("نام شرکت: ... است", "dots", "..."),
        ("نام ..... ..... ..... پدر", "dots", "..... ..... ....."),
        ("نام ········ پدر", "dots", "········"),
        ("نام ______ پدر", "line", "______"),
        ("نام _ _ _ _ پدر", "line", "_ _ _ _"),
        ("نام ------- پدر", "line", "-------"),
        ("نام ––––––– پدر", "line", "–––––––"),
        ("نام: ـــــــ پدر", "line", "ـــــــ"),
        ("تاریخ: ..../..../.... شمسی", "date", "..../..../...."),
        ("تاریخ:    /    /    ", "date", "   /    /"),
        ("تاریخ تولد: ۱۳..../..../.... شمسی", "date", "۱۳..../..../...."),
        ("تاریخ: ....../....../۱۴", "date", "....../....../۱۴"),
        ("شرکت (            ) است", "brackets", "            "),
        ("شرکت [      ] است", "brackets", "      "),
        ("شرکت (........) است", "dots", "........"),
        ("نام شرکت: ( )", "brackets", " "),
        ("شرکت [نام شرکت] است", "placeholder", "[نام شرکت]"),
        ("شرکت <شناسه ملی> است", "placeholder", "<شناسه ملی>"),
        ("شماره ثبت:      کد اقتصادی", "gap", "      "),
        ("شماره ثبت:", "gap", ""),
    ],
)
def test_a_blank_has_its_shape_and_no_more_than_its_own_characters(text, shape, blank):
    assert found(text)[0] == (shape, blank)
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "مانند نام، نشانی و ...",
        "شـــــرکت",
        "۱۴۰۵/۰۹/۰۲",
        "آقای/خانم",
        "«شرکت» نامیده می‌شود",
        "(نام شرکت) پیش‌تر آمد",
        "به شرح زیر:",
        "مشخصات شرکت:",
        "نمایندهٔ شرکت:",
        "تلفن 021-8877-6655",
        "https://www.example.ir/a/b",
        "بند ۲ - تعریف",
        "[بند ۳]",
    ],
)
def test_words_and_signs_of_ordinary_text_are_no_blank(text):
    assert found(text) == []


def test_underlined_spaces_are_a_blank_and_plain_ones_are_not():
    line = paragraph("نام شرکت ", run("      ", '<w:u w:val="single"/>'), " است")
    assert found(line) == [("underlined-spaces", "      ")]
    assert found(paragraph("نام شرکت ", run("      "), " است")) == []


def test_an_underlined_tab_is_a_blank():
    line = paragraph("نام شرکت ", '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:tab/></w:r>')
    assert found(line) == [("underlined-spaces", "\t")]


def test_a_tab_that_draws_a_line_is_a_blank():
    line = paragraph("نام شرکت", "<w:r><w:tab/></w:r>")
    assert found(line, leads=True) == [("tab-leader", "\t")]
    assert found(line) == []


def test_a_tab_that_leads_to_the_number_of_a_page_is_none():
    assert found(paragraph("فصل یک", "<w:r><w:tab/></w:r>", "۱۲"), leads=True) == []


def test_a_blank_drawn_in_several_runs_is_one():
    assert found(paragraph("نام: ", run("......"), run("....", "<w:b/>"), " .....")) == [
        ("dots", ".......... .....")
    ]


def test_forms_fields_are_blanks_of_one_character():
    shapes = [shape for shape, _ in found(paragraph("نام: ", control(), " پدر: ", legacy()))]
    assert shapes == [Kind.CONTROL, Kind.LEGACY]


def test_hidden_text_is_not_looked_at():
    assert found(paragraph("نام ", run("........", "<w:vanish/>"))) == []
