from __future__ import annotations

from lxml import etree

from taahodname.word.markup import Element
from taahodname.word.names import qn
from taahodname.word.properties import first_child, insert, put, remove

from .making import part


def made(inside: str) -> Element:
    return etree.fromstring(part("w:r", f"<w:rPr>{inside}</w:rPr>").encode())[0]


def order(element: Element) -> list[str]:
    return [etree.QName(child).localname for child in element]


def test_a_property_takes_the_place_the_schema_gives_it() -> None:
    look = made("<w:b/><w:color/><w:lang/>")
    for name in ("w:rtl", "w:bCs", "w:rStyle", "w:szCs"):
        put(look, name)
    assert order(look) == ["rStyle", "b", "bCs", "color", "szCs", "rtl", "lang"]


def test_a_property_stands_once_with_its_new_value() -> None:
    look = made('<w:sz w:val="20"/><w:rtl/>')
    put(look, "w:sz", val="30")
    assert order(look) == ["sz", "rtl"]
    assert look[0].get(qn("w:val")) == "30"


def test_references_stand_in_the_order_they_came() -> None:
    section = etree.fromstring(part("w:sectPr", "<w:pgSz/>").encode())
    for number in range(2):
        insert(section, etree.Element(qn("w:headerReference"), {qn("w:type"): str(number)}))
    assert order(section) == ["headerReference", "headerReference", "pgSz"]
    assert [child.get(qn("w:type")) for child in section[:2]] == ["0", "1"]


def test_properties_are_removed_where_they_stand() -> None:
    look = made("<w:b/><w:cs/>")
    remove(look, "w:cs", "w:rtl")
    assert order(look) == ["b"]


def test_the_leading_element_is_found_or_made() -> None:
    run = etree.fromstring(part("w:r", "<w:t>x</w:t>").encode())
    made_here = first_child(run, "w:rPr")
    assert run[0] is made_here
    assert first_child(run, "w:rPr") is made_here
