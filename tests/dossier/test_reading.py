from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taahodname.dossier.reading import difference, docx_text, pdf_pages, pieces
from tests.word import drawn_xml, making
from tests.word.docx_xml import docx, field, para, run


def test_a_text_falls_into_words_numbers_and_signs() -> None:
    assert pieces("تلفن: ۰۲۱-۸۸۷۷ می‌شود") == ("تلفن", ":", "۰۲۱", "-", "۸۸۷۷", "می", "\u200c", "شود")


def test_marks_belong_to_their_letter() -> None:
    assert pieces("کتباً نامهٔ ملّی") == ("کتباً", "نامهٔ", "ملّی")


def test_brackets_lose_their_side_and_direction_marks_count_for_nothing() -> None:
    assert pieces("(\u200eISO\u200e)") == ("(", "ISO", "(")


SAMPLES = Path(__file__).parents[2] / "samples"
# Hyphens as PDFium writes them, letters with loose marks, half-spaces, brackets and direction marks.
ODD = st.text(
    st.sampled_from("ابآ\u0653e\u0301\u0654\u064bم۱2_-\ufffe\u0002\u00ad()«»\u200c\u200e \r\n\n\u2028")
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(ODD)
def test_a_line_end_cuts_a_text_as_a_space_does(text: str) -> None:
    assert pieces(text) == pieces(text.replace("\n", " "))


def test_the_pages_of_all_samples_are_cut_by_line_as_in_one() -> None:
    pages = [page for pdf in SAMPLES.rglob("*.pdf") for page in pdf_pages(pdf.read_bytes())]
    assert len(pages) > 20
    assert all(pieces(page) == pieces(page.replace("\n", " ")) for page in pages)


def test_what_is_missing_and_what_is_too_much_is_told() -> None:
    assert difference(["الف", "ب", "ب"], ["ب", "پ"]) == (["الف", "ب"], ["پ"])


# Few words, so that texts come out of turn and again, one begins as another, and none is made up of others.
TEXTS = st.lists(st.lists(st.sampled_from(["الف", "ب", "بی", "۱۲", "(", ""]), max_size=4).map(" ".join))


@settings(derandomize=True, deadline=None, max_examples=400)
@given(TEXTS, TEXTS)
def test_texts_count_the_same_in_turn_and_out_of_turn(wanted: list[str], found: list[str]) -> None:
    said, read = (Counter(piece for text in texts for piece in pieces(text)) for texts in (wanted, found))
    assert difference(wanted, found) == (sorted((said - read).elements()), sorted((read - said).elements()))


def test_a_word_cut_at_the_end_of_a_line_is_found() -> None:
    assert difference(["abcdefgh", "x"], ["abcde", "fgh", "x"]) == ([], [])
    assert difference(["aaaaa"], ["aa", "aaa"]) == ([], [])


def test_parts_in_the_wrong_order_are_no_word() -> None:
    assert difference(["abcd"], ["cd", "ax"]) == (["abcd"], ["ax", "cd"])


def test_the_words_of_a_docx_are_read_without_its_page_numbers() -> None:
    data = docx(para(run("متن"), run(" درشت")), header=para(run("صفحهٔ "), field("PAGE", "۷")))
    text = docx_text(data)
    assert text.body == "متن درشت"
    assert text.of_page(1).split() == ["صفحهٔ"]


@pytest.mark.parametrize(("number", "expected"), [(1, ""), (2, "سربرگ")])
def test_the_first_page_has_its_own_head(number: int, expected: str) -> None:
    text = docx_text(docx(para(run("متن")), header=para(run("سربرگ")), more="<w:titlePg/>"))
    assert text.of_page(number).strip() == expected


def test_the_words_of_a_text_box_count_once_though_the_file_holds_them_twice() -> None:
    new = drawn_xml.inline(drawn_xml.wsp(99, 40, text=drawn_xml.words("کادر")), 99, 40)
    old = drawn_xml.vml_box("width:99pt;height:40pt", drawn_xml.words("کادر"))
    block = making.paragraph(making.run("پیش"), drawn_xml.alternatives(new, old), making.run("پس"))
    found = docx_text(making.docx(block, marginals={"header-default": block}))
    assert found.paragraphs == ("پیشپس", "کادر")
    assert found.margins["default"].split() == ["پیشپس", "کادر"]


def test_a_word_that_can_be_made_up_in_endless_ways_and_in_none_is_missing() -> None:
    like = "ا" * 60
    missing, extra = difference([f"{like}ب"], ["ا" * size for size in (1, 2, 3, 4, 5, 6, 7)] * 20)
    assert missing == [f"{like}ب"]
    assert len(extra) == 140
