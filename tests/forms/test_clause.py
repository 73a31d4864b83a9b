"""The third clause is found however it is numbered."""

from __future__ import annotations

import pytest

from taahodname.forms.clause import BOOKMARK, clause_three, mark
from taahodname.word.markup import own_text, serialise
from taahodname.word.names import WORD_TYPE, qn
from tests.word.making import content_types, docx, opened, paragraph, part, parts, table, zipped

NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'


def found(*blocks: str) -> tuple[str, str] | None:
    clause = clause_three(opened(docx(*blocks)))
    return None if clause is None else (clause.how, own_text(clause.paragraphs[0]))


@pytest.mark.parametrize(
    "shape", ["{}. متن", "{}- متن", "{}) متن", "({}) متن", "بند {}: متن", "ماده {} - متن", " {} – متن"]
)
@pytest.mark.parametrize("digits", ["123", "۱۲۳", "١٢٣"])
def test_a_typed_number_is_found(shape, digits):
    texts = [shape.format(digit) for digit in digits]
    assert found("عنوان", *texts, "پایان") == ("typed", texts[2])


def test_a_number_in_words_is_found():
    assert found("بند اول: الف", "بند دوم: ب", "بند سوم: پ") == ("typed", "بند سوم: پ")


def test_a_number_before_a_tab_is_found():
    items = [paragraph(f"<w:r><w:t>{n}</w:t><w:tab/><w:t>متن</w:t></w:r>") for n in "۱۲۳"]
    assert found(*items) == ("typed", "۳متن")


@pytest.mark.parametrize(
    "texts", [("۳. تنها",), ("۱۴۰۵/۰۹/۰۲", "۱. الف", "۲. ب"), ("متن",), ("۲. ب", "۳. پ")]
)
def test_a_number_that_no_sequence_leads_to_is_no_clause(texts):
    assert found(*texts) is None


def test_the_clause_reaches_to_the_next_number():
    clause = clause_three(opened(docx("۱. الف", "۲. ب", "۳. پ", "دنباله", "۴. ت")))
    assert [own_text(one) for one in clause.paragraphs] == ["۳. پ", "دنباله"]


def numbered(formats: str = "decimal", start: str = "1", label: str = "%1.") -> bytes:
    items = [paragraph(text, look=NUMBERED.format(7)) for text in ("الف", "ب", "پ", "ت")]
    held = parts("عنوان", *items, lines=(("rIdN", "numbering", "numbering.xml"),))
    held["word/numbering.xml"] = part(
        "w:numbering",
        f'<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{formats}"/><w:lvlText w:val="{label}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>',
    ).encode()
    held["[Content_Types].xml"] = content_types(
        {
            "word/document.xml": f"{WORD_TYPE}.document.main+xml",
            "word/numbering.xml": f"{WORD_TYPE}.numbering+xml",
        }
    ).encode()
    return zipped(held)


@pytest.mark.parametrize(("start", "text"), [("1", "پ"), ("2", "ب"), ("3", "الف")])
def test_a_list_that_word_numbers_is_counted_from_its_start(start, text):
    clause = clause_three(opened(numbered(start=start)))
    assert (clause.how, own_text(clause.paragraphs[0])) == ("automatic", text)


def test_bullets_are_no_numbers():
    assert clause_three(opened(numbered("bullet"))) is None


def test_a_bookmark_of_ours_goes_before_all_numbers():
    marked = paragraph(
        f'<w:bookmarkStart w:id="1" w:name="{BOOKMARK}"/>', "نشان‌دار", '<w:bookmarkEnd w:id="1"/>'
    )
    assert found("۱. الف", "۲. ب", "۳. پ", marked) == ("bookmark", "نشان‌دار")


def test_marking_changes_nothing_but_the_bookmark():
    package = opened(docx("۱. الف", "۲. ب", "۳. پ", "دنباله {{ company.name }}"))
    marked = mark(package)
    root = marked.xml("word/document.xml")
    (start,) = root.iter(qn("w:bookmarkStart"))
    assert own_text(start.getparent()) == "دنباله {{ company.name }}"
    for element in list(root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        element.getparent().remove(element)
    assert serialise(root) == serialise(package.xml("word/document.xml"))
    assert mark(marked) is marked


def test_a_form_without_a_third_clause_stays_as_it_is():
    package = opened(docx("متن"))
    assert mark(package) is package


CLAUSE = "{{ company.name }} مسئول همهٔ پیام‌های این خط است"


def test_of_two_thirds_the_one_that_names_the_company_is_the_clause():
    parts_of_form = ("۱- مشخصات شرکت", "۲- مشخصات نماینده", "۳- ضمیمه‌های این فرم به شرح زیر است")
    assert found(*parts_of_form, "۱- الف", "۲- ب", f"۳- {CLAUSE}") == ("typed", f"۳- {CLAUSE}")


def test_the_third_row_of_a_table_is_no_clause_where_there_is_one():
    rows = table(["۱", "پیامک"], ["۲", "پیامک"], ["۳", "پیامک"])
    assert found(rows, "۱- الف", "۲- ب", f"۳- {CLAUSE}") == ("typed", f"۳- {CLAUSE}")


def test_a_clause_in_the_cell_beside_its_number_ends_with_its_row():
    clause = clause_three(opened(docx(table(["۱", "الف"], ["۲", "ب"], ["۳", "متعهد می‌شود"]), CLAUSE)))
    assert [own_text(one) for one in clause.paragraphs] == ["۳", "متعهد می‌شود"]


def test_a_clause_ends_before_an_empty_line():
    clause = clause_three(opened(docx("۱. الف", "۲. ب", "۳. پ", "<w:p/>", "شرکت {{ company.name }}")))
    assert not clause.names_company


@pytest.mark.parametrize("label", ["%1-", "(%1)", "بند %1:", "%1"])
def test_an_automatic_number_is_read_in_whatever_it_is_written(label):
    assert clause_three(opened(numbered(label=label))).how == "automatic"


def test_the_letters_of_a_list_are_no_numbers():
    assert clause_three(opened(numbered("arabicAlpha"))) is None
