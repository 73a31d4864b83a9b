from __future__ import annotations

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from taahodname.persian.isolation import LRM, isolate, strip_controls
from taahodname.word.markup import Element, is_on, own_text
from taahodname.word.names import qn
from taahodname.word.runs import clean, direct, directions, merge

from .making import paragraph, part, picture, run


def made(*pieces: str) -> Element:
    return etree.fromstring(part("w:body", paragraph(*pieces)).encode())[0]


def runs(element: Element) -> list[tuple[str, bool]]:
    """Return the text and «right to left» of each run."""
    found = []
    for one in element.iter(qn("w:r")):
        text = "".join(piece.text or "" for piece in one.iter(qn("w:t")))
        found.append((text, is_on(one.find(f"{qn('w:rPr')}/{qn('w:rtl')}"))))
    return found


def test_persian_words_stand_in_right_to_left_runs() -> None:
    element = made(run("می‌پذیرد"))
    direct(element)
    assert runs(element) == [("می‌پذیرد", True)]
    assert element.find(f".//{qn('w:lang')}").get(qn("w:bidi")) == "fa-IR"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "piece",
    ["info@arya-data.ir", "https://www.arya-data.ir/a?b=1", "021-88776655", "۰۲۱-۸۸۷۷۶۶۵۵", "SMS Panel"],
)
def test_what_reads_left_to_right_stands_in_a_run_of_its_own_between_marks(piece: str) -> None:
    element = made(run(f"نشانی {piece} است"))
    direct(element)
    assert runs(element) == [("نشانی ", True), (f"{LRM}{piece}{LRM}", False), (" است", True)]
    left = element[1]
    assert left.find(f"{qn('w:rPr')}/{qn('w:rtl')}").get(qn("w:val")) == "0"  # type: ignore[union-attr]
    assert left.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val")) == "en-US"  # type: ignore[union-attr]


def test_ascii_digits_are_kept_from_turning_persian() -> None:
    element = made(run("کد 12345 و ۶۷"))
    direct(element)
    assert runs(element) == [("کد ", True), ("12345", False), (" و ۶۷", True)]


def test_a_piece_that_crosses_runs_keeps_the_look_of_each() -> None:
    element = made(
        run("تلفن ", "<w:rtl/>"), run("021-", "<w:b/><w:bCs/><w:rtl/>"), run("8877 است", "<w:rtl/>")
    )
    direct(element)
    assert runs(element) == [("تلفن ", True), (f"{LRM}021-", False), (f"8877{LRM}", False), (" است", True)]
    assert [one.find(f".//{qn('w:b')}") is not None for one in element] == [False, True, False, False]


def test_the_size_and_weight_of_a_turned_piece_stay() -> None:
    element = made(run("الف a@b.ir", "<w:bCs/><w:szCs w:val='28'/><w:rtl/>"))
    direct(element)
    look = element[1].find(qn("w:rPr"))
    assert look is not None
    assert [child.tag for child in look] == [
        qn(f"w:{name}") for name in ("b", "bCs", "sz", "szCs", "rtl", "lang")
    ]
    assert look.find(qn("w:sz")).get(qn("w:val")) == "28"  # type: ignore[union-attr]


def test_a_persian_run_without_direction_gets_the_complex_twins() -> None:
    element = made(run("متن", "<w:b/><w:sz w:val='28'/>"))
    direct(element)
    assert element.find(f".//{qn('w:bCs')}") is not None
    assert element.find(f".//{qn('w:szCs')}").get(qn("w:val")) == "28"  # type: ignore[union-attr]


def test_pieces_cut_by_word_are_joined_where_they_look_the_same() -> None:
    element = made(run("مت"), '<w:proofErr w:type="spellStart"/>', run("ن "), run("دیگر", "<w:b/>"))
    direct(element)
    assert [text for text, _ in runs(element)] == ["متن ", "دیگر"]
    assert len(list(element.iter(qn("w:t")))) == 2


def test_tabs_breaks_and_pictures_stay_in_their_places() -> None:
    element = made(
        "<w:r><w:t>الف</w:t><w:tab/><w:t>021-88</w:t><w:br/><w:t>ب</w:t></w:r>", picture("rId1"), run("پ")
    )
    direct(element)
    order = [
        etree.QName(piece).localname
        for one in element.iter(qn("w:r"))
        for piece in one
        if piece.tag != qn("w:rPr")
    ]
    assert order == ["t", "tab", "t", "br", "t", "drawing", "t"]


def test_what_a_field_shows_is_left_alone() -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = (
        sign("begin")
        + "<w:r><w:instrText> PAGE </w:instrText></w:r>"
        + sign("separate")
        + run("1")
        + sign("end")
    )
    element = made(run("صفحهٔ "), field, run(" از"))
    direct(element)
    assert runs(element)[4] == ("1", False)
    assert element[4].find(qn("w:rPr")) is None


def test_a_gap_is_painted_only_where_it_is_asked_for() -> None:
    element = made(run("نام: ⟦نام شرکت⟧ و ⟦ایمیل⟧"))
    plain = copy.deepcopy(element)
    direct(plain)
    assert plain.find(f".//{qn('w:highlight')}") is None
    direct(element, mark_gaps=True)
    painted = [
        own.text
        for own in element.iter(qn("w:t"))
        if own.getparent().find(f".//{qn('w:highlight')}") is not None  # type: ignore[union-attr]
    ]
    assert painted == ["[نام شرکت]", "[ایمیل]"]
    assert element.find(f".//{qn('w:shd')}").get(qn("w:fill")) == "FFFF00"  # type: ignore[union-attr]


def test_a_text_box_is_left_to_its_own_paragraph() -> None:
    inner = paragraph(run("متن 021-88"))
    element = made(
        run("الف"),
        f"<w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r>",
    )
    direct(element)
    assert [text for text, _ in runs(element)] == ["الف", "متن 021-88", "متن 021-88"]


PIECES = st.lists(
    st.text(st.sampled_from("ابپ‌ می۱۲09-/.@: ab()«»%+،\u200e"), max_size=12), min_size=1, max_size=4
)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(PIECES)
def test_no_word_is_lost_and_a_second_pass_changes_nothing(pieces: list[str]) -> None:
    looks = ("", "<w:b/><w:bCs/>", "<w:rtl/>", "<w:rtl/><w:bCs/>")
    element = made(*(run(text, look) for text, look in zip(pieces, looks, strict=False)))
    direct(element)
    text = "".join(pieces)
    assert own_text(element) == isolate(text)
    assert strip_controls(own_text(element)) == strip_controls(text)
    once = etree.tostring(element)
    direct(element)
    assert etree.tostring(element) == once


def test_directions_tell_what_should_be_without_touching_it() -> None:
    element = made(run("الف 021-88"))
    before = etree.tostring(element)
    assert [(text, ltr) for _, text, ltr in directions(element)] == [("الف ", False), ("021-88", True)]
    assert etree.tostring(element) == before


def test_cleaning_takes_the_marks_of_the_editor_alone() -> None:
    element = made('<w:proofErr w:type="spellStart"/>', "<w:r><w:lastRenderedPageBreak/><w:t>الف</w:t></w:r>")
    clean(element)
    assert [child.tag for child in element.iter()] == [qn("w:p"), qn("w:r"), qn("w:t")]


def test_runs_that_look_different_or_hold_more_than_text_are_not_joined() -> None:
    element = made(run("الف"), run("ب", "<w:b/>"), picture("rId1"), run("پ"))
    merge(element)
    assert len(element) == 4
