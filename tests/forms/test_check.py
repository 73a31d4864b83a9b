"""What `template check` says of a form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from taahodname.findings import Severity
from taahodname.forms import trial
from taahodname.forms.check import check_form
from taahodname.rules import LINES
from tests.word.making import SECTION, part, picture, png

from .making import CLAUSES, COMPANY, LOOP, codes, faults, form, only, paragraph, run

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@pytest.mark.parametrize("line", LINES)
def test_our_own_templates_have_nothing_wrong(line):
    assert check_form((TEMPLATES / f"undertaking-{line}.docx").read_bytes(), line).faults == ()


def test_a_form_of_somebody_else_with_all_its_tags_is_clean():
    assert faults(form()) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("نام: {{ company.nmae }}", "tag-unknown"),
        ("نام: {{ شركت }} ي", "tag-arabic-letter"),
        ("نام: {{ company.\u200cname }}", "tag-half-space"),
        ("نام: {{ «company.name» }}", "tag-quotes"),
        ("نام: {{ “company.name” }}", "tag-quotes"),
        ("نام: {{ 'company.name' }}", "tag-quotes"),
        ("نام: {{ line.type۱ }}", "tag-digits"),
        ("نام: {{ \u200fcompany.name }}", "tag-marks"),
        ("نام: { { company.name } }", "tag-broken"),
        ("نام: {\u200f{ company.name }}", "tag-broken"),
        ("نام: {{company.name}", "tag-broken"),
        ("نام: {{ company.name }", "tag-broken"),
        ("نام: {company.name}", "tag-broken"),
        ("نام: {{ company.name", "tag-open"),
        ("نام: company.name }}", "tag-unopened"),
        ("علامت } تنها", "tag-unopened"),
        ("علامت {تنها}", "lone-brace"),
        ("نام: {{ company name }}", "tag-unreadable"),
        ("{% if company.holding %}الف", "tag-unknown"),
        ("{% if letter.number %}الف", "tag-unclosed"),
        ("الف{% endif %}", "tag-unopened"),
        ("{{ lines }}", "tag-not-text"),
        ("{% for x in company %}الف{% endfor %}", "tag-not-list"),
        ("الف {%p if letter.number %}", "tag-not-alone"),
    ],
)
def test_a_fault_of_a_tag_has_its_code_its_place_and_its_words(text, code):
    found = [fault for fault in faults(form(text)) if fault.code == code]
    assert found
    assert found[0].place.part == "word/document.xml"
    assert found[0].place.near == text
    assert found[0].place.paragraph is not None
    assert re.search("[آ-ی]", found[0].message)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{{ company.nmae }}", "company.name"),
        ("{ { ceo.fathername } }", "ceo.father_name"),
        ("{{ company name }}", "company.name"),
        ("{{ شناسه ملی شرکت }}", "company.national_id"),
        ("{{ کد اقتصادی }}", "company.economic_code"),
    ],
)
def test_a_slip_is_answered_with_what_was_probably_meant(text, meant):
    assert any(meant in fault.message and meant in fault.message_en for fault in faults(form(text)))


def test_all_faults_are_told_at_once_each_with_its_own_place():
    found = faults(form("{{ a.b }}", "{{ «company.name» }}", "{ceo.mobile}", "{{ letter.date"))
    numbers = [fault.place.paragraph for fault in found if fault.code.startswith("tag-")]
    assert {"tag-unknown", "tag-quotes", "tag-broken", "tag-open"} <= {fault.code for fault in found}
    assert len(set(numbers)) == 4


def test_a_tag_in_a_cell_is_told_with_table_row_and_cell():
    company = (*COMPANY[:2], ("شمارهٔ ثبت", "{{ company.registration_nmber }}"), *COMPANY[3:])
    fault = only(form(company=company), "tag-unknown")
    assert fault.place.cell == (1, 3, 2)
    assert "جدول ۱، سطر ۳، خانهٔ ۲" in fault.place.persian


def test_a_tag_that_is_cut_over_two_paragraphs_is_told_as_that_alone():
    assert codes(form("نام: {{ company.", "name }} پایان")) == ["tag-split"]


def test_a_tag_in_a_run_of_its_own_letters_is_sound():
    assert codes(form(paragraph(run("{"), run("{ company"), run(".name }"), run("}")))) == []


def test_an_open_tag_does_not_hide_the_sound_one_after_it():
    clauses = (*CLAUSES[:2], "۳. {{ ceo.mobile و {{ company.legal_name }} است.", CLAUSES[3])
    assert set(codes(form(clauses=clauses))) == {"tag-open"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("word/footnotes.xml", "tag-footnote"),
        ("word/endnotes.xml", "tag-footnote"),
        ("word/comments.xml", "tag-comment"),
        ("docProps/custom.xml", "tag-property"),
    ],
)
def test_a_tag_outside_of_the_text_is_told_with_where_it_is(name, code):
    assert code in codes(form(extra={name: part("w:footnotes", paragraph("{{ company.name }}"))}))


def test_a_tag_in_a_field_code_is_told():
    field = (
        "<w:p><w:fldSimple w:instr=' PAGE {{ company.name }} '><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>"
    )
    assert "tag-field-code" in codes(form(field))


def test_a_tag_in_a_text_box_is_a_warning():
    box = (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{{ ceo.mobile "
        "}}</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    assert only(form(box), "tag-text-box").severity is Severity.WARNING


def test_tags_in_heads_and_feet_are_filled_but_a_value_must_stand_in_the_text():
    marginals = {"header-default": paragraph("کد {{ company.national_id }}")}
    assert codes(form(marginals=marginals)) == []
    fault = only(form(company=COMPANY[1:], marginals=marginals), "field-missing")
    assert fault.field == "company.national_id"
    assert "سرصفحه" in fault.message


@pytest.mark.parametrize("row", range(7))
def test_a_field_that_the_line_asks_for_is_missed(row):
    company = tuple(pair for place, pair in enumerate(COMPANY) if place != row)
    wanted = Severity.ERROR if row < 6 else Severity.WARNING
    (fault,) = [one for one in faults(form(company=company)) if one.field]
    assert fault.severity is wanted
    assert "{{ " + fault.field + " }}" in fault.message


def test_what_only_completeness_asks_for_is_a_warning():
    assert {fault.severity for fault in faults(form(loop=LOOP[:7])) if fault.field} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("line", "expected"), [("3000", []), ("1000", ["clause-3-company"]), ("021", ["clause-3-company"])]
)
def test_clause_three_must_name_the_company_where_the_operator_says_so(line, expected):
    data = form("{{ company.legal_name }}", clauses=(*CLAUSES[:2], "۳. شرکت مسئول است.", CLAUSES[3]))
    assert [code for code in codes(data, line) if code.startswith("clause")] == expected


def test_a_form_without_a_third_clause_is_told_as_that():
    data = form(clauses=("{{ company.legal_name }} می‌پذیرد.",))
    assert only(data, "clause-3-unfound", "1000").severity is Severity.WARNING
    assert "clause-3-unfound" not in codes(data, "3000")


@pytest.mark.parametrize(
    "told", ["۵۰٬۰۰۰٬۰۰۰ ریال", "50,000,000", "پنجاه میلیون", "{{ penalty.fine_digits }}"]
)
def test_a_021_form_that_tells_the_penalty_in_any_shape_is_clean(told):
    assert codes(form(clauses=(*CLAUSES[:3], f"۴. {told}")), "021") == []


def test_a_021_form_that_tells_no_penalty_is_a_warning():
    data = form(clauses=(*CLAUSES[:3], "۴. پایان"))
    assert only(data, "penalty-unprinted", "021").severity is Severity.WARNING
    assert codes(data, "3000") == []


def test_the_place_that_must_stay_empty_is_told_for_1000_alone():
    assert "empty-box-unmarked" in codes(form(), "1000")
    assert "empty-box-unmarked" not in codes(form(), "3000")


def test_a_form_that_speaks_of_another_line_is_told():
    assert codes(form("خط خدماتی ۱۰۰۰")) == ["other-line"]
    assert codes(form("خط خدماتی ۱۰۰۰ و ۳۰۰۰")) == []


def test_a_form_that_can_be_filled_but_not_typeset_names_every_feature():
    odd = (paragraph("مهم", "<w:r><w:ruby/></w:r>"), paragraph("نوشتهٔ دیگر", "<w:r><w:contentPart/></w:r>"))
    found = faults(form(*odd))
    assert [fault.code for fault in found] == ["reader-unsupported"] * 2
    assert [fault.place.near for fault in found] == ["مهم", "نوشتهٔ دیگر"]
    assert all(fault.severity is Severity.ERROR and fault.place.paragraph for fault in found)


def test_a_form_whose_sizes_make_no_sense_is_no_traceback():
    data = form(section=SECTION.replace("11906", "پهن") + "<w:bidi/>")
    assert only(data, "reader-unsupported").severity is Severity.ERROR


def test_a_slip_deep_in_the_reading_of_a_form_is_told_as_the_forms_own(monkeypatch):
    def slip(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(trial, "_compose", slip)
    assert codes(form()) == ["form-nonsense"]


def test_a_sample_with_a_picture_passes():
    data = form(
        paragraph(picture("rIdP")),
        lines=(("rIdP", "image", "media/p.png"),),
        extra={"word/media/p.png": png()},
    )
    assert codes(data) == []


def test_a_section_that_runs_from_left_to_right_is_a_warning():
    assert only(form(section=SECTION), "rtl-section").fixable


def box_of(text: str, older: str) -> str:
    inner = [f"<w:txbxContent>{paragraph(one)}</w:txbxContent>" for one in (text, older)]
    return paragraph(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inner[0]}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{inner[1]}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_whose_copy_for_old_word_has_other_tags_is_an_error():
    same, other = box_of("{{ letter.date }}", "{{ letter.date }}"), box_of("{{ letter.date }}", "تاریخ")
    assert "box-copies" not in codes(form(same))
    assert only(form(other), "box-copies").severity is Severity.ERROR


def test_a_text_box_with_many_tags_is_told_once():
    data = form(box_of("{{ letter.date }} {{ letter.number }}", "{{ letter.date }} {{ letter.number }}"))
    assert only(data, "tag-text-box").severity is Severity.WARNING
