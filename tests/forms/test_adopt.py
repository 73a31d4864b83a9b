"""The blank forms of three makers become the forms that are committed, and these fill like our own."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from taahodname.documents.values import context
from taahodname.dossier.reading import docx_text, pdf_pages
from taahodname.errors import FormRefused, UsageError, WordFileError
from taahodname.findings import Severity
from taahodname.forms.adopt import Adopted, adopt
from taahodname.forms.check import check_form
from taahodname.forms.demands import UNMET
from taahodname.forms.verdicts import Grade
from taahodname.persian.isolation import strip_controls
from taahodname.persian.letters import clean
from taahodname.rules import admit
from taahodname.typeset import typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.word import read as reading
from taahodname.word.fill import fill
from taahodname.word.finish import Properties, finish
from taahodname.word.package import read
from tests.builders import profile_with
from tests.forms.blanks_of import docx, paragraph, table, texts

ROOT = Path(__file__).resolve().parents[2]
FORMS = ROOT / "samples" / "forms"
LINES = ("3000", "1000", "021")
# What the maker of each form asks for that is not ours, and where a person writes.
LEFT = {"3000": 5, "1000": 6, "021": 3}


def blank(line: str) -> bytes:
    return (FORMS / f"blank-{line}.docx").read_bytes()


@pytest.fixture(scope="module", params=LINES)
def made(request) -> tuple[str, Adopted]:
    return request.param, adopt(blank(request.param), request.param, "blank.docx")


def test_the_committed_blanks_are_those_the_script_makes(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    spec = importlib.util.spec_from_file_location("blank_forms", ROOT / "scripts" / "blank_forms.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "blank_forms", script)
    spec.loader.exec_module(script)
    for line in LINES:
        script.write(tmp_path / "blank.docx", script.parts(line))
        made = (tmp_path / "blank.docx").read_bytes()
        assert read(made, "made").parts == read(blank(line), "committed").parts


def test_adopting_a_blank_gives_the_committed_form(made):
    line, done = made
    # The parts, not the file: another zlib packs the same parts into other bytes.
    committed = (FORMS / f"form-{line}.docx").read_bytes()
    assert read(done.docx, "made").parts == read(committed, "committed").parts


def test_all_that_the_line_needs_is_found_and_nothing_is_unclear(made):
    line, done = made
    assert done.ok
    assert done.missing == ()
    assert [one.label for one in done.left if one.grade is Grade.UNSURE] == []
    assert len(done.left) == LEFT[line]


def test_every_field_of_company_and_people_has_its_place(made):
    _, done = made
    found = {one.field for one in done.matches}
    company = "national_id economic_code registration_number activity website email phone address postal_code"
    person = "father_name national_code birth_certificate_number birth_date mobile"
    wanted = {f"company.{name}" for name in company.split()}
    wanted |= {f"{who}.{name}" for who in ("ceo", "representative") for name in person.split()}
    wanted |= {"company.name", "line.numbers", "lines.audience", "lines.subject", "lines.samples"}
    wanted |= {"letter.number", "letter.date", "letter.attachments"}
    assert wanted <= found


def test_the_third_clause_and_the_boxes_have_their_bookmarks(made):
    line, done = made
    other = "empty_representative" if line == "1000" else "sign_representative"
    assert [place.name for place in done.places] == ["clause_3", "sign_ceo", other]


def test_a_form_fills_and_its_pdf_says_the_same_words(made):
    line, done = made
    checked = admit(profile_with({"representative.position": "کارشناس فنی"}, line), line)
    values = context(checked)
    filled = finish(fill(done.docx, values), Properties("فرم", "شرکت", checked.date.to_gregorian()))
    body = clean(strip_controls(docx_text(filled).body)).text  # one maker typed Arabic letters
    for value in (
        values["company"]["legal_name"],
        *(values["company"][name] for name in ("national_id", "email", "address")),
        *(
            values["representative"][name]
            for name in ("father_name", "national_code", "birth_date", "mobile")
        ),
        *(values["ceo"][name] for name in ("father_name", "national_code", "birth_date", "mobile")),
        *(values["lines"][0][name] for name in ("number", "audience", "subject")),
        values["lines"][0]["samples"][0],
    ):
        assert value in body
    result = typeset(reading.read(filled, "form.docx"), shipped_book())
    page = result.layout.places["clause_3"].page
    assert page == 1
    assert set(result.layout.places) == {place.name for place in done.places}
    assert values["company"]["national_id"] in "".join(pdf_pages(result.data)).replace("\u200f", "")


def test_the_same_blank_gives_the_same_bytes():
    assert adopt(blank("021"), "021", "a.docx") == adopt(blank("021"), "021", "b.docx")


def test_a_form_that_is_adopted_already_stays_as_it_is(made):
    line, done = made
    again = adopt(done.docx, line, "form.docx")
    assert [one.field for one in again.matches] == []
    assert texts(again.docx) == texts(done.docx)


def test_a_file_without_blanks_comes_back_byte_for_byte():
    data = docx("متن بی جای خالی")
    done = adopt(data, "3000", "blank.docx")
    assert done.docx == data
    assert done.matches == done.left == ()
    assert {lack.field for lack in done.missing} >= {"company.name", "company.national_id"}


def test_what_the_line_needs_and_the_form_lacks_is_told():
    texts = (
        "۱- این برگ تعهدنامه است",
        "۲- شماره شناسه ........",
        "۳- شرکت ........ متعهد به رعایت این تعهدنامه است",
    )
    done = adopt(docx(*texts), "1000", "blank.docx")
    lacking = {(lack.code, lack.field, lack.severity) for lack in done.missing}
    assert ("field-missing", "representative.mobile", Severity.ERROR) in lacking
    assert ("empty-box-unmarked", "", Severity.WARNING) in lacking
    assert "company.name" not in {lack.field for lack in done.missing}
    assert not done.ok


def test_a_third_clause_without_the_company_is_told():
    texts = ("شرکت ........ به شناسه ملی ........", "۱- یکم", "۲- دوم", "۳- متعهد می‌شود به همهٔ این‌ها عمل کند")
    done = adopt(docx(*texts), "021", "b.docx")
    assert "clause-3-company" in {lack.code for lack in done.missing}


def test_what_adopting_tells_is_what_the_check_of_the_form_tells(made):
    line, done = made
    for adopted in (done, adopt(docx("شناسه ملی: ........"), line, "blank.docx")):
        asked = [one for one in check_form(adopted.docx, line).faults if one.code in UNMET]
        told = {(one.code, one.field) for one in adopted.missing}
        assert {(one.code, one.field) for one in asked} == told


def test_an_adopted_form_passes_the_check(made):
    line, done = made
    assert check_form(done.docx, line).errors == ()


def boxed(text: str, older: str | None = None) -> str:
    """Return a paragraph with a text box and, as Word has it, its copy for old versions."""
    inner = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{paragraph(text if older is None else older)}"
    return paragraph(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
        f"{inner}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback>{old}</w:txbxContent></v:textbox>"
        "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_blanks_in_a_head_and_in_a_text_box_are_filled_the_copy_of_the_box_too():
    head = {"header-default": paragraph("نام شرکت: ........")}
    done = adopt(docx(boxed("شناسه ملی: ........"), marginals=head), "3000", "blank.docx")
    assert [one.field for one in done.matches] == ["company.national_id", "company.legal_name"]
    assert texts(done.docx)[1:] == ["شناسه ملی: {{ company.national_id }}"] * 2
    assert texts(done.docx, "word/header-default.xml") == ["نام شرکت: {{ company.legal_name }}"]


def test_a_text_box_whose_copy_differs_is_told_and_left():
    data = docx(boxed("شناسه ملی: ........", "شناسه: ........"))
    done = adopt(data, "3000", "blank.docx")
    assert [one.grade for one in done.left] == [Grade.UNSURE]
    assert done.docx == data


def test_what_stands_in_a_text_box_does_not_belong_to_whom_the_text_speaks_of():
    done = adopt(docx("نام نماینده: ........", boxed("کد ملی: ........")), "3000", "blank.docx")
    assert [one.field for one in done.matches] == ["representative.full_name"]
    assert [one.reason_en for one in done.left] == ["it may be the CEO's or the representative's"]


def test_number_and_date_are_a_letters_only_in_a_head_or_in_a_box_above_all_headings():
    pair = ("شماره: ........", "تاریخ: ........")
    box = boxed("شماره: ........ تاریخ: ........")
    foot = {"footer-default": "".join(map(paragraph, pair))}
    head = {"header-default": table(["شماره", ""], ["تاریخ", ""])}
    letter = ["letter.number", "letter.date"]
    for blank, wanted in (
        (docx("متن", marginals=head), letter),
        (docx(box), letter),
        (docx("متن", marginals=foot), []),
        (docx("مشخصات نماینده:", box), []),
    ):
        assert [one.field for one in adopt(blank, "3000", "blank.docx").matches] == wanted


def test_number_and_date_in_different_places_are_no_head_of_a_letter():
    head = {"header-default": paragraph("شماره: ........")}
    done = adopt(docx("تاریخ: ........", marginals=head), "3000", "blank.docx")
    assert done.matches == ()


def test_a_file_that_is_no_form_is_refused():
    with pytest.raises(WordFileError):
        adopt(b"%PDF-1.4", "3000", "blank.docx")
    with pytest.raises(UsageError):
        adopt(docx("متن"), "2000", "blank.docx")


def test_a_blank_that_is_a_danger_is_refused():
    with pytest.raises(FormRefused):
        adopt(docx("نام شرکت: {{ cycler.__init__ }} ........"), "3000", "blank.docx")


def test_a_file_of_endless_blanks_is_refused_not_read_for_ever():
    with pytest.raises(WordFileError, match="more blanks"):
        adopt(docx("نام:     " * 1000), "3000", "blank.docx")
    with pytest.raises(WordFileError, match="more blanks"):
        adopt(docx(*["شناسه ملی: ........ " * 4] * 800), "3000", "blank.docx")


@pytest.mark.parametrize("line", LINES)
def test_our_own_templates_have_no_blank_that_anything_is_put_into(line):
    done = adopt((ROOT / "templates" / f"undertaking-{line}.docx").read_bytes(), line, "ours.docx")
    assert done.matches == ()
