from __future__ import annotations

from typing import Any

import pytest

from taahodname.word.names import qn
from taahodname.word.styles import Styles, is_of_letterhead, styles_of

from .making import docx, opened, paragraph, parts, run, zipped

SHEET = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:cs='D'/></w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr><w:bidi/></w:pPr></w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:rtl/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="L"><w:basedOn w:val="N"/><w:pPr><w:bidi w:val="off"/></w:pPr>'
    '<w:rPr><w:rFonts w:ascii="A"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Under"><w:basedOn w:val="L"/></w:style>'
    '<w:style w:type="character" w:styleId="C"><w:rPr><w:rtl w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Around"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Around"><w:basedOn w:val="Round"/></w:style>'
)


def asked(look: str, text_look: str = "") -> tuple[Styles, Any, Any]:
    package = opened(docx(paragraph(run("متن", text_look), look=look), styles=SHEET))
    element = next(package.xml(package.main).iter(qn("w:p")))
    return styles_of(package), element, element.find(qn("w:r"))


@pytest.mark.parametrize(
    ("look", "bidi"),
    [
        ("", True),
        ('<w:bidi w:val="0"/>', False),
        ('<w:pStyle w:val="L"/>', False),
        ('<w:pStyle w:val="Under"/>', False),
        ('<w:pStyle w:val="Under"/><w:bidi/>', True),
        ('<w:pStyle w:val="Unknown"/>', True),
        ('<w:pStyle w:val="Round"/>', True),
    ],
)
def test_direction_comes_from_the_nearest_that_speaks(look: str, bidi: bool) -> None:
    styles, element, _ = asked(look)
    assert styles.is_bidi(element) is bidi


@pytest.mark.parametrize(
    ("text_look", "value"),
    [("", None), ("<w:rtl/>", None), ('<w:rStyle w:val="C"/>', "0"), ('<w:rStyle w:val="C"/><w:rtl/>', None)],
)
def test_a_run_asks_itself_its_style_its_paragraph_and_the_defaults(
    text_look: str, value: str | None
) -> None:
    styles, element, text = asked('<w:pStyle w:val="Under"/>', text_look)
    found = styles.run_property(element, text, "w:rtl")
    assert found is not None
    assert found.get(qn("w:val")) == value


def test_the_attributes_of_fonts_are_inherited_one_by_one() -> None:
    styles, element, text = asked('<w:pStyle w:val="Under"/>')
    assert styles.run_attribute(element, text, "w:rFonts", ("w:ascii",)) == "A"
    assert styles.run_attribute(element, text, "w:rFonts", ("w:cs", "w:cstheme")) == "D"
    assert styles.run_attribute(element, text, "w:rFonts", ("w:hAnsi",)) is None


def test_a_letter_without_styles_answers_nothing() -> None:
    contents = parts(paragraph("متن"))
    del contents["word/styles.xml"]
    package = opened(zipped(contents))
    element = next(package.xml(package.main).iter(qn("w:p")))
    assert not styles_of(package).is_bidi(element)


def test_what_came_with_a_letterhead_is_known_by_its_style() -> None:
    assert is_of_letterhead(asked('<w:pStyle w:val="LH_Header"/>')[1])
    assert not is_of_letterhead(asked('<w:pStyle w:val="Header"/>')[1])
    assert not is_of_letterhead(asked("")[1])
