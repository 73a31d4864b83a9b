"""Papers on a form of somebody else: the same promises, kept without bookmarks of ours."""

from __future__ import annotations

import json
from typing import Any

import pytest

import taahodname as tn
from taahodname.dossier.foreign import same_letters
from taahodname.dossier.reading import DocxText, docx_text, pdf_pages
from taahodname.errors import CheckFailed, PreflightError, TemplateError, UsageError
from taahodname.persian.isolation import strip_controls
from tests.builders import profile_with
from tests.forms.making import CLAUSES, COMPANY, HEAD, form, paragraph, table

LETTER = (*HEAD, "شماره: {{ letter.number }}، پیوست: {{ letter.attachments }}")


def rendered(
    data: bytes, line: str = "3000", changes: dict[str, Any] | None = None, **options: Any
) -> tn.Dossier:
    return tn.render(profile_with(changes or {}, line), line, template=data, **options)


def codes(dossier: tn.Dossier) -> list[str]:
    return [note.code for note in dossier.notes]


@pytest.fixture(scope="module")
def made() -> tn.Dossier:
    return rendered(form("نشان این فرم", head=LETTER), "021")


def test_the_papers_are_those_of_the_form(made: tn.Dossier) -> None:
    assert "نشان این فرم" in docx_text(made["undertaking.docx"]).body
    assert "نشان این فرم" in strip_controls("".join(pdf_pages(made["undertaking.pdf"])))
    assert made.notes == ()


def test_the_guide_names_who_signs_without_marks_on_the_pages(made: tn.Dossier) -> None:
    said = strip_controls("".join(pdf_pages(made["signing-guide.pdf"])))
    assert "نشان‌گذاری نشده" in " ".join(said.split())
    assert "سید محمدرضا" in said
    assert "شماره‌های سرخ" not in said


def test_the_manifest_names_the_form_in_the_place_of_our_template(made: tn.Dossier) -> None:
    templates = json.loads(made["manifest.json"])["templates"]
    assert "form" in templates
    assert "undertaking-021.docx" not in templates


def test_another_form_is_another_input() -> None:
    first, second = (
        json.loads(rendered(form(word, head=LETTER), only={"manifest.json"})["manifest.json"])["input"]
        for word in ("الف", "ب")
    )
    ours = json.loads(tn.render(profile_with({}), "3000", only={"manifest.json"})["manifest.json"])["input"]
    assert len({first, second, ours}) == 3


def test_what_the_client_gave_and_the_form_does_not_print_is_told() -> None:
    dossier = rendered(form(), only={"undertaking.docx", "manifest.json"})
    assert codes(dossier) == ["form.unprinted"]
    assert "شمارهٔ نامه" in dossier.notes[0].message
    assert [row["code"] for row in json.loads(dossier["manifest.json"])["notes"]] == ["form.unprinted"]


def test_a_value_that_a_condition_keeps_off_the_paper_is_an_error() -> None:
    hidden = "{% if line.plural %}{{ company.registration_number }}{% endif %}"
    company = (*COMPANY[:2], ("شمارهٔ ثبت", hidden), *COMPANY[3:])
    with pytest.raises(PreflightError, match="registration number"):
        rendered(form(company=company))


def test_the_name_alone_is_enough_where_the_form_writes_company_itself() -> None:
    clauses = (*CLAUSES[:2], "۳. شرکت محترم {{ company.name }} مسئول است.", CLAUSES[3])
    assert codes(rendered(form(clauses=clauses, head=LETTER), "021")) == []


def test_clause_three_on_the_second_page_is_refused_for_1000_and_not_for_021() -> None:
    far = (*CLAUSES[:2], *["سطر"] * 60, *CLAUSES[2:])
    with pytest.raises(CheckFailed):
        rendered(form(clauses=far, head=LETTER), "1000")
    assert codes(rendered(form(clauses=far, head=LETTER), "021")) == []


def test_a_clause_that_cannot_be_found_is_told_and_not_refused() -> None:
    data = form(clauses=("{{ company.legal_name }} جریمهٔ ۵۰ میلیون ریالی را می‌پذیرد.",), head=LETTER)
    assert codes(rendered(data, "021")) == ["form.clause-3"]
    assert codes(rendered(data, "3000")) == []


def test_the_box_that_must_stay_empty_is_told_for_1000() -> None:
    assert codes(rendered(form(head=LETTER), "1000")) == ["form.empty-box"]


def test_a_form_with_our_bookmark_on_the_box_is_held_to_it() -> None:
    mark = '<w:bookmarkStart w:id="9" w:name="empty_representative"/>'
    box = paragraph(mark, "نوشته", '<w:bookmarkEnd w:id="9"/>')
    with pytest.raises(PreflightError, match="must stay empty"):
        rendered(form(table([box]), head=LETTER), "1000")


def test_a_number_of_somebody_else_in_the_form_is_told() -> None:
    dossier = rendered(form("کد ملی ۰۰۸۱۲۳۴۵۶۷", head=LETTER))
    assert codes(dossier) == ["form.fixed-number"]
    assert "81234" not in dossier.notes[0].message


def test_a_draft_on_a_form_shows_its_gaps() -> None:
    dossier = rendered(form(head=LETTER), changes={"company.postal_code": None}, draft=True)
    assert "[کد پستی شرکت]" in strip_controls(docx_text(dossier["undertaking.docx"]).body)


def test_another_font_is_put_for_those_of_the_form() -> None:
    dossier = rendered(form(head=LETTER), font="B Nazanin", only={"undertaking.docx"})
    assert any("B Nazanin" in note.message for note in dossier.notes)


def test_a_form_that_has_errors_prints_nothing() -> None:
    with pytest.raises(TemplateError, match="tag-unknown"):
        rendered(form("{{ company.nmae }}"))


def test_a_folder_without_the_line_prints_nothing(tmp_path) -> None:
    (tmp_path / "1000.docx").write_bytes(form())
    with pytest.raises(UsageError, match="no form for line 3000"):
        tn.render(profile_with({}), "3000", template=tmp_path)


def text(body: str) -> DocxText:
    return DocxText(body, (body,), {}, title_page=False, even_pages=False)


def test_a_pdf_of_libreoffice_may_turn_ligatures_round_but_lose_no_digit() -> None:
    said = "عبدالله، کوچهٔ لاله، کد ۱۲۳۴۵۶۷۸ " * 5
    same_letters(text(said), [said.replace("لاله", "الله")], "3000")
    with pytest.raises(PreflightError, match="1 digits"):
        same_letters(text(said), [said.replace("۱", "", 1)], "3000")
    with pytest.raises(PreflightError):
        same_letters(text(said), [said.replace("کوچهٔ", "")], "3000")
