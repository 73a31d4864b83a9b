from __future__ import annotations

from lxml import etree

from taahodname.word.graft_defaults import overlay, unsaid
from taahodname.word.markup import Element
from taahodname.word.names import qn

from .making import part


def made(name: str, inside: str) -> Element:
    return etree.fromstring(part(name, inside).encode())


def values(element: Element) -> dict[str, dict[str, str]]:
    return {
        etree.QName(child).localname: {
            etree.QName(key).localname: value for key, value in child.attrib.items()
        }
        for child in element
    }


def test_the_upper_goes_first_and_the_order_is_the_schemas() -> None:
    lower = made("w:rPr", '<w:sz w:val="20"/><w:rtl/>')
    upper = made("w:rPr", '<w:b/><w:sz w:val="30"/>')
    assert list(values(overlay(lower, upper, "w:rPr"))) == ["b", "sz", "rtl"]
    assert values(overlay(lower, upper, "w:rPr"))["sz"] == {"val": "30"}
    assert values(overlay(None, None, "w:rPr")) == {}


def test_fonts_spacing_and_indents_are_inherited_one_by_one() -> None:
    lower = made("w:pPr", '<w:spacing w:before="1" w:after="2"/><w:ind w:left="5" w:hanging="3"/>')
    upper = made("w:pPr", '<w:spacing w:after="9"/><w:ind w:firstLine="7"/>')
    assert values(overlay(lower, upper, "w:pPr")) == {
        "spacing": {"after": "9", "before": "1"},
        "ind": {"firstLine": "7", "left": "5"},
    }


def test_what_is_not_said_has_the_value_word_takes() -> None:
    run = values(unsaid(made("w:rPr", "<w:rFonts/><w:sz/><w:rtl/><w:spacing/><w:b/>"), "w:rPr"))
    assert run["sz"] == {"val": "20"}
    assert run["rtl"] == run["b"] == run["spacing"] == {"val": "0"}
    assert run["rFonts"]["cs"] == "Times New Roman"
    paragraph = values(unsaid(made("w:pPr", "<w:bidi/><w:spacing/><w:jc/><w:widowControl/>"), "w:pPr"))
    assert paragraph["bidi"] == {"val": "0"}
    assert paragraph["spacing"] == {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
    assert (paragraph["jc"], paragraph["widowControl"]) == ({"val": "left"}, {"val": "1"})


def test_lines_around_a_paragraph_are_undone_side_by_side() -> None:
    element = unsaid(made("w:pPr", "<w:pBdr><w:top w:val='single'/></w:pBdr>"), "w:pPr")
    assert [side.get(qn("w:val")) for side in element[0]] == ["nil"] * 4
