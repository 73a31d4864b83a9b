"""Each promise of the preflight is broken on purpose and must be noticed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from taahodname.documents.undertaking import Undertaking, compose, template
from taahodname.dossier.preflight import inspect
from taahodname.errors import CheckFailed, PreflightError
from taahodname.letterhead import Letterhead
from taahodname.paper.walk import named_texts
from taahodname.rules import CheckedProfile, admit
from taahodname.typeset import typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.units import Mm
from taahodname.word import package
from taahodname.word.read import read
from tests.builders import profile_with

PAPER = Letterhead.preprinted(Mm(50), Mm(30))


def papers(line: str) -> tuple[Undertaking, CheckedProfile]:
    checked = admit(profile_with({}, line), line)
    return compose(checked, PAPER, shipped_book()), checked


@pytest.fixture(scope="module")
def made() -> tuple[Undertaking, CheckedProfile]:
    return papers("1000")


def with_docx(undertaking: Undertaking, change: Callable[[str], str], *, again: bool) -> Undertaking:
    """Return the undertaking with its Word file changed, and the PDF made from it again or left."""
    held = package.read(undertaking.docx, "x.docx")
    text = change(held.parts["word/document.xml"].decode("utf-8"))
    docx = held.replace({"word/document.xml": text.encode("utf-8")}).to_bytes()
    if not again:
        return replace(undertaking, docx=docx)
    document = read(docx)
    result = typeset(document, shipped_book())
    return replace(
        undertaking,
        docx=docx,
        pdf=result.data,
        layout=result.layout,
        texts=named_texts(document.blocks),
    )


def test_a_sound_undertaking_passes(made: tuple[Undertaking, CheckedProfile]) -> None:
    inspect(*made)


def test_a_word_that_is_only_in_the_docx_is_noticed(made: tuple[Undertaking, CheckedProfile]) -> None:
    broken = with_docx(made[0], lambda xml: xml.replace("پیشینه", "پیشینه تازه"), again=False)
    with pytest.raises(PreflightError, match="تازه"):
        inspect(broken, made[1])


def test_a_word_that_is_only_in_the_pdf_is_noticed(made: tuple[Undertaking, CheckedProfile]) -> None:
    broken = with_docx(made[0], lambda xml: xml.replace("پیشینه", ""), again=False)
    with pytest.raises(PreflightError, match="پیشینه"):
        inspect(broken, made[1])


def test_a_value_that_is_not_printed_is_noticed(made: tuple[Undertaking, CheckedProfile]) -> None:
    broken = with_docx(made[0], lambda xml: xml.replace("۱۹۶۸۸۴۳۱۱۱", "۱۹۶۸۸۴۳۱۱۲"), again=True)
    with pytest.raises(PreflightError, match=r"company\.postal_code"):
        inspect(broken, made[1])


def test_a_tag_that_was_left_is_noticed(made: tuple[Undertaking, CheckedProfile]) -> None:
    broken = with_docx(made[0], lambda xml: xml.replace("پیشینه", "{{ پیشینه }}"), again=True)
    with pytest.raises(PreflightError, match="tag"):
        inspect(broken, made[1])


def test_braces_in_a_name_are_no_tag_however_often_they_are_printed() -> None:
    checked = admit(profile_with({"company.name": "رایان {{x}} %}"}), "3000")
    inspect(compose(checked, PAPER, shipped_book()), checked)


def without_name(xml: str) -> str:
    start = xml.index("clause_3")
    return xml[:start] + xml[start:].replace("شرکت پیشگامان دادهٔ آریا", "شرکت", 1)


@pytest.mark.parametrize(("line", "rule"), [("1000", "1000.2"), ("021", "021.2")])
def test_a_third_clause_without_the_name_breaks_the_rule_of_the_line(line: str, rule: str) -> None:
    undertaking, checked = papers(line)
    broken = with_docx(undertaking, without_name, again=True)
    with pytest.raises(CheckFailed) as caught:
        inspect(broken, checked)
    assert caught.value.report.errors[0].rule == rule


def test_it_is_noticed_for_3000_too_though_no_rule_asks_for_it() -> None:
    undertaking, checked = papers("3000")
    with pytest.raises(PreflightError, match="clause 3"):
        inspect(with_docx(undertaking, without_name, again=True), checked)


def test_a_third_clause_on_the_second_page_breaks_the_rule_of_1000_only() -> None:
    def pushed(xml: str) -> str:
        start = xml.rindex("<w:pPr>", 0, xml.index('w:name="clause_3"'))
        return xml[:start] + xml[start:].replace("<w:pPr>", "<w:pPr><w:pageBreakBefore/>", 1)

    undertaking, checked = papers("1000")
    with pytest.raises(CheckFailed) as caught:
        inspect(with_docx(undertaking, pushed, again=True), checked)
    assert caught.value.report.errors[0].rule == "1000.2"
    undertaking, checked = papers("021")
    inspect(with_docx(undertaking, pushed, again=True), checked)


def test_a_box_that_must_stay_empty_and_is_not_is_noticed(
    made: tuple[Undertaking, CheckedProfile],
) -> None:
    def filled(xml: str) -> str:
        start = xml.index('w:name="empty_representative"')
        end = xml.index("</w:p>", start)
        word = "<w:r><w:rPr><w:rtl/></w:rPr><w:t>امضا</w:t></w:r>"
        return xml[:end] + word + xml[end:]

    with pytest.raises(PreflightError, match="empty"):
        inspect(with_docx(made[0], filled, again=True), made[1])


def test_a_template_without_the_empty_box_is_noticed(made: tuple[Undertaking, CheckedProfile]) -> None:
    broken = with_docx(made[0], lambda xml: xml.replace("empty_representative", "other"), again=True)
    with pytest.raises(PreflightError, match="bookmark"):
        inspect(broken, made[1])


@pytest.mark.parametrize("counting", ['w:start="5"', 'w:fmt="upperRoman"', 'w:start="7" w:fmt="arabicAbjad"'])
def test_pages_that_a_form_counts_in_its_own_way_pass(counting: str) -> None:
    checked = admit(profile_with({}, "1000"), "1000")
    source = package.read(template("1000"), "form.docx")
    body = source.parts[source.main].decode()
    changed = body.replace("</w:sectPr>", f"<w:pgNumType {counting}/></w:sectPr>")
    assert changed != body
    form = source.replace({source.main: changed.encode()}).to_bytes()
    made = compose(checked, PAPER, shipped_book(), form=form)
    inspect(made, checked)
