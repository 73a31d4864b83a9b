from __future__ import annotations

import datetime
import io
from typing import Any

import pytest
from docx import Document

from taahodname.word.finish import Properties, finish
from taahodname.word.lint import lint
from taahodname.word.markup import own_text
from taahodname.word.names import qn

from .making import SECTION, STYLES, docx, main_xml, opened, paragraph, part, picture, run, table

PROPERTIES = Properties("تعهدنامه", "شرکت آریا", datetime.date(2026, 11, 23))
BIDI_SECTION = SECTION + "<w:bidi/>"


def finished(*blocks: str, **options: Any) -> bytes:
    keep = {key: options.pop(key) for key in ("draft", "fonts") if key in options}
    return finish(docx(*blocks, **{"section": BIDI_SECTION, **options}), PROPERTIES, **keep)


def test_a_finished_letter_is_clean_opens_and_stays_as_it_is() -> None:
    data = finished(
        "شرکت آریا، تلفن 021-88776655 و ایمیل info@arya.ir",
        table(["کد", "12345"]),
        marginals={"header-first": paragraph("سایت www.arya.ir"), "footer-default": paragraph("کد 5")},
    )
    assert lint(data) == ()
    assert finish(data, PROPERTIES) == data
    assert Document(io.BytesIO(data)).tables[0].cell(0, 1).text == "12345"


def test_heads_and_feet_are_directed_too() -> None:
    package = opened(finished(marginals={"header-even": paragraph("تلفن 021-88")}))
    texts = [found.text for found in package.xml("word/header-even.xml").iter(qn("w:t"))]
    assert texts == ["تلفن ", "\u200e021-88\u200e"]


def test_a_paragraph_that_runs_left_to_right_is_left_alone() -> None:
    xml = main_xml(finished(paragraph(run("Dear Sir 021-88"), look='<w:bidi w:val="0"/>')))
    assert '<w:t xml:space="preserve">Dear Sir 021-88</w:t>' in xml


def test_what_came_with_a_letterhead_is_left_alone() -> None:
    block = paragraph(run("تلفن 021-88"), look='<w:pStyle w:val="LH_Header"/>')
    package = opened(finished(marginals={"header-default": block}))
    found = next(package.xml("word/header-default.xml").iter(qn("w:p")))
    assert own_text(found) == "تلفن 021-88"


def test_gaps_are_painted_in_a_draft() -> None:
    assert "w:highlight" in main_xml(finished("نام ⟦نام⟧", draft=True))
    assert "w:highlight" not in main_xml(finished("نام ⟦نام⟧"))


def test_numbers_and_names_are_one_of_a_kind() -> None:
    mark = '<w:bookmarkStart w:id="3" w:name="sign_signatory"/>{}<w:bookmarkEnd w:id="3"/>'
    rels = {"word/_rels/header-default.xml.rels": "<Relationships/>"}
    data = finished(
        *[paragraph(mark.format(run("امضا")), picture("rId1", 7)) for _ in range(3)],
        marginals={"header-default": paragraph(picture("rId1", 7))},
        extra=rels,
    )
    package = opened(data)
    roots = [package.xml(name) for name in package.story_parts()]
    names = [found.get(qn("w:name")) for found in roots[0].iter(qn("w:bookmarkStart"))]
    assert names == ["sign_signatory", "sign_signatory_2", "sign_signatory_3"]
    starts = [found.get(qn("w:id")) for found in roots[0].iter(qn("w:bookmarkStart"))]
    ends = [found.get(qn("w:id")) for found in roots[0].iter(qn("w:bookmarkEnd"))]
    assert starts == ends == ["0", "1", "2"]
    assert [found.get("id") for root in roots for found in root.iter(qn("wp:docPr"))] == ["1", "2", "3", "4"]


def test_a_font_is_put_for_another_everywhere() -> None:
    package = opened(
        finished(
            paragraph(run("متن", '<w:rFonts w:ascii="Vazirmatn" w:cs="B Nazanin"/>')),
            marginals={"footer-default": paragraph(run("متن", '<w:rFonts w:cs="Vazirmatn"/>'))},
            fonts={"Vazirmatn": "B Titr"},
        )
    )
    everything = b"".join(data for name, data in package.parts.items() if name.endswith(".xml"))
    assert b"Vazirmatn" not in everything
    assert b'w:cs="B Nazanin"' in everything
    assert package.parts["word/styles.xml"].count(b"B Titr") == 3


def test_the_traces_of_editing_are_gone() -> None:
    block = (
        '<w:p w:rsidR="00AB" w:rsidRDefault="00AB" w14:paraId="1A" w14:textId="77">'
        '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
        '<w:r w:rsidRPr="00CD"><w:t>متن</w:t></w:r></w:p>'
    )
    package = opened(
        finished(
            block,
            settings='<w:rsids><w:rsidRoot w:val="00AB"/></w:rsids>',
            styles=STYLES + '<w:rsid w:val="1"/>',
        )
    )
    everything = b"".join(package.parts.values())
    assert b"rsid" not in everything
    assert b"paraId" not in everything
    assert b"_GoBack" not in everything


def test_the_file_says_its_title_company_and_day_and_no_more() -> None:
    extra = {
        "docProps/custom.xml": part("x", "<y>Ali</y>"),
        "docProps/thumbnail.jpeg": b"x",
    }
    data = finished("متن", extra=extra)
    core = Document(io.BytesIO(data)).core_properties
    assert (core.title, core.author, core.comments, core.last_modified_by) == (
        "تعهدنامه",
        "شرکت آریا",
        "",
        "",
    )
    assert core.created == core.modified == datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)


@pytest.mark.parametrize("times", [1, 2])
def test_the_same_letter_gives_the_same_bytes(times: int) -> None:
    letter = docx("متن 021-88", section=BIDI_SECTION)
    assert finish(letter, PROPERTIES) == finish(letter, PROPERTIES)
    for _ in range(times):
        letter = finish(letter, PROPERTIES)
    assert letter == finish(docx("متن 021-88", section=BIDI_SECTION), PROPERTIES)
