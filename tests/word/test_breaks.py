from __future__ import annotations

import re

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from taahodname.word.breaks import break_words
from taahodname.word.markup import parse

from .making import paragraph, part, run

BEHIND = '<w:r><w:rPr><w:b/></w:rPr><w:t>الف\tب</w:t><w:footnoteReference w:id="1"/></w:r>'


def broken(block: str) -> str:
    root = parse(part("w:body", block).encode(), "word/document.xml")
    break_words(root)
    return re.sub(' xmlns:[a-z0-9]+="[^"]*"', "", etree.tostring(root[0], encoding="unicode"))


@pytest.mark.parametrize(
    "block",
    [
        paragraph("بی هیچ"),
        paragraph("یک\nدو"),
        paragraph(run("یک\nدو\n\nسه", "<w:b/>"), run("پس")),
        paragraph(run("الف\tب\n\tپ", '<w:sz w:val="20"/>')),
        paragraph(run("\t")),
        paragraph("<w:r><w:rPr/><w:t>الف\tب</w:t></w:r>"),
        paragraph(BEHIND),
        paragraph("<w:hyperlink>" + run("پیوند\tو\nسطر") + "</w:hyperlink>", look="<w:bidi/>"),
    ],
)
def test_line_ends_and_tabs_become_what_docxtpl_makes_of_them(block: str) -> None:
    theirs = parse(part("w:body", DocxTemplate("").resolve_listing(block)).encode(), "word/document.xml")
    shown = re.sub(' xmlns:[a-z0-9]+="[^"]*"', "", etree.tostring(theirs[0], encoding="unicode"))
    assert broken(block) == shown


def test_what_stands_behind_a_tab_in_its_run_stays_behind_the_words() -> None:
    made = broken(paragraph(BEHIND))
    assert made.index("<w:tab/>") < made.index(">ب</w:t>") < made.index("<w:footnoteReference")
