"""What `--fix` mends in a form, and what it leaves alone."""

from __future__ import annotations

import datetime

import pytest

from taahodname.documents.values import context
from taahodname.forms.check import fix_form
from taahodname.forms.sample import sample
from taahodname.word.fill import fill
from taahodname.word.finish import Properties, finish
from taahodname.word.lint import lint
from taahodname.word.names import qn
from tests.word.making import LTR_STYLES, SECTION, docx, opened, paragraph, run, table

from .making import blocks, form


def fixed(data: bytes, line: str = "3000") -> tuple[bytes, list[str], list[str]]:
    mended, changes, report = fix_form(data, line)
    return mended, [one.code for one in changes], [one.code for one in report.faults]


def properties(data: bytes, name: str) -> list[dict[str, str]]:
    root = opened(data).xml("word/document.xml")
    return [
        {key.rpartition("}")[2]: value for key, value in one.attrib.items()} for one in root.iter(qn(name))
    ]


def test_a_clean_form_stays_the_same_to_the_byte():
    data = form()
    assert fixed(data) == (data, [], [])


def test_a_form_typed_from_left_to_right_becomes_clean():
    data = docx(*blocks(), styles=LTR_STYLES, section=SECTION)
    _, changes, left = fixed(data)
    assert {"rtl-section", "rtl-paragraph", "rtl-run"} <= set(changes)
    assert not [code for code in left if code.startswith("rtl")]


def test_what_is_mended_reads_as_before():
    data = docx(*blocks(), styles=LTR_STYLES, section=SECTION)
    words = ["".join(opened(one).xml("word/document.xml").itertext()) for one in (data, fixed(data)[0])]
    assert words[0] == words[1]


@pytest.mark.parametrize(
    ("given", "wanted"), [("left", "right"), ("right", "left"), ("start", "end"), ("center", "center")]
)
def test_a_paragraph_that_is_turned_keeps_the_side_it_was_aligned_to(given, wanted):
    block = paragraph("متن فارسی", look=f'<w:bidi w:val="0"/><w:jc w:val="{given}"/>')
    mended, changes, _ = fixed(form(block))
    assert changes == ["rtl-paragraph"]
    assert properties(mended, "w:jc") == [{"val": wanted}]


def test_a_paragraph_that_is_turned_keeps_its_indents_on_their_sides():
    block = paragraph("متن", look='<w:bidi w:val="0"/><w:ind w:left="100" w:right="200" w:firstLine="50"/>')
    mended, _, _ = fixed(form(block))
    assert properties(mended, "w:ind") == [{"left": "200", "right": "100", "firstLine": "50"}]


def test_a_run_gets_the_twins_of_its_size_and_weight():
    block = paragraph(run("متن", '<w:b/><w:sz w:val="30"/><w:rtl w:val="0"/>'))
    mended, changes, left = fixed(form(block))
    assert (changes, left) == (["rtl-run"], [])
    assert properties(mended, "w:szCs")[-1] == {"val": "30"}
    assert properties(mended, "w:bCs") == [{}]


def test_a_run_without_a_complex_font_gets_that_of_its_latin():
    block = paragraph(run("متن", '<w:rFonts w:ascii="B Zar" w:cs=""/>'))
    mended, changes, _ = fixed(form(block, styles=_without_cs()))
    assert "rtl-run" in changes
    assert {"ascii": "B Zar", "cs": "B Zar"} in properties(mended, "w:rFonts")


def _without_cs() -> str:
    from tests.word.making import STYLES

    return STYLES.replace(' w:cs="Vazirmatn"', "")


def test_a_latin_paragraph_is_left_alone():
    block = paragraph("Web: {{ company.website }}", look='<w:bidi w:val="0"/>')
    assert fixed(form(block))[1] == []


def test_a_table_that_leads_with_labels_is_turned():
    block = table(("نام", "{{ company.name }}"), look="")
    assert fixed(form(block))[1:] == (["rtl-table"], [])


def test_a_table_whose_columns_were_laid_by_hand_is_told_and_left():
    data = form(table(("{{ company.name }}", "نام"), look=""))
    assert fixed(data) == (data, [], ["rtl-table"])
    assert fix_form(data, "3000")[2].faults[0].place.cell == (3, 1, 1)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ «company.name» }}",
        "{{ company.\u200cname }}",
        "{{ \u200fcompany.name\u200f }}",
        "{{ “company.name” }}",
    ],
)
def test_a_sign_of_the_keyboard_is_taken_out_of_a_tag(tag):
    mended, changes, left = fixed(form(f"نام: {tag} پایان"))
    assert (changes, left) == (["tag-cleaned"], [])
    assert "نام: {{ company.name }} پایان" in opened(mended).xml("word/document.xml").xpath(
        "string()"
    ).replace(tag, "?")


def test_a_tag_over_several_runs_is_mended_whole():
    block = paragraph(
        run("نام: {{ «comp", "<w:b/><w:bCs/>"), run("any.na"), run("me» }} پایان", "<w:i/><w:iCs/>")
    )
    mended, changes, left = fixed(form(block))
    assert (changes, left) == (["tag-cleaned"], [])
    assert "نام: {{ company.name }} پایان" in opened(mended).xml("word/document.xml").xpath("string()")


@pytest.mark.parametrize("tag", ["{{ «company.nmae» }}", "{ { company.name } }", "{{ شركت }}"])
def test_what_would_be_a_guess_is_left(tag):
    data = form(f"نام: {tag}")
    mended, changes, left = fixed(data)
    assert (mended, changes) == (data, [])
    assert left


def test_each_change_is_told_with_its_place():
    _, changes, _ = fix_form(form("نام: {{ «company.name» }}"), "3000")
    assert "«{{ company.name }}»" in changes[0].message
    assert changes[0].place.paragraph is not None


def test_nothing_but_the_text_part_changes():
    data = form("نام: {{ «company.name» }}")
    before, after = opened(data).parts, opened(fixed(data)[0]).parts
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


def test_a_letter_on_a_mended_form_is_right_to_left_to_the_bone():
    mended = fixed(docx(*blocks(), styles=LTR_STYLES, section=SECTION))[0]
    letter = fill(mended, context(sample("3000")), draft=True)
    said = Properties(title="فرم", author="شرکت", date=datetime.date(2026, 11, 23))
    assert lint(finish(letter, said)) == ()
