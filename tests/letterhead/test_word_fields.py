from __future__ import annotations

import re

import pytest

from taahodname.letterhead import Letterhead
from taahodname.word.graft_material import prepare
from taahodname.word.markup import own_text
from taahodname.word.names import qn
from taahodname.word.package import read
from tests.word.making import SECTION, docx, paragraph, run

LETTER = {"number": "۱۴۰۵/الف/۱۲۳", "date": "۱۴۰۵/۰۹/۰۲", "attachments": "یک برگ"}
LABELS = (("شماره", "number"), ("تاریخ", "date"), ("پیوست", "attachments"))
BODY = "".join(paragraph(f"{label}: {LETTER[name]}") for label, name in LABELS)
MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")
CELL = '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{}</w:tc>'
TABLE = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>{}</w:tbl>'


def head_of(
    header: str, body: str = BODY, letter: dict[str, str] | None = None
) -> tuple[list[str], list[str]]:
    """Return the paragraphs of the head and of the body of a letter set on a letterhead."""
    letterhead = Letterhead.from_word(docx(marginals={"header-default": header}), "سربرگ.docx")
    made = letterhead.apply(docx(body, section=SECTION + "<w:bidi/>"), LETTER if letter is None else letter)
    package = read(made, "x.docx")

    def texts(part: str) -> list[str]:
        found = (MARKS.sub("", own_text(p)) for p in package.xml(part).iter(qn("w:p")))
        return [text for text in found if text.strip()]

    (header_part,) = package.related(package.main, "header")
    return texts(header_part), texts(package.main)


@pytest.mark.parametrize(
    ("header", "head"),
    [
        (paragraph("شماره: ............"), ["شماره: ۱۴۰۵/الف/۱۲۳"]),
        (paragraph("شماره:"), ["شماره: ۱۴۰۵/الف/۱۲۳"]),
        (
            paragraph(run("شماره") + run(": ") + run("......") + run("....")),
            ["شماره: ۱۴۰۵/الف/۱۲۳"],
        ),
        (
            paragraph("تاريخ: ......  پيوست: ....."),
            ["تاريخ: ۱۴۰۵/۰۹/۰۲ پيوست: یک برگ"],
        ),
        (
            TABLE.format("<w:tr>" + CELL.format(paragraph("شماره:")) + CELL.format(paragraph("")) + "</w:tr>")
            + paragraph(""),
            ["شماره:", "۱۴۰۵/الف/۱۲۳"],
        ),
    ],
)
def test_a_value_goes_after_its_label_and_the_letter_s_own_line_is_taken_out(
    header: str, head: list[str]
) -> None:
    found, body = head_of(header)
    joined = [" ".join(line.split()) for line in found]
    assert joined == head
    names = {name for name, value in LETTER.items() if any(value in line for line in found)}
    assert names
    assert sorted(body) == sorted(f"{label}: {LETTER[name]}" for label, name in LABELS if name not in names)


def test_a_letter_without_a_value_leaves_the_dots_to_the_pen() -> None:
    found, body = head_of(paragraph("شماره: ......"), paragraph("شماره: ") + paragraph("متن"), {"number": ""})
    assert found == ["شماره: ......"]
    assert body == ["متن"]


def test_a_form_without_the_line_gets_no_value_on_the_letterhead() -> None:
    found, body = head_of(paragraph("شماره: ......"), paragraph("نامهٔ شمارهٔ ۱۴۰۵/الف/۱۲۳ ما"))
    assert found == ["شماره: ......"]
    assert body == ["نامهٔ شمارهٔ ۱۴۰۵/الف/۱۲۳ ما"]


def test_without_values_the_letterhead_is_as_it_was() -> None:
    data = docx(marginals={"header-default": paragraph("شماره: ......")})
    letterhead = Letterhead.from_word(data, "a.docx")
    assert letterhead.fields == ("number",)
    assert letterhead.material.headers["default"].xml == prepare(data, "a.docx").headers["default"].xml


def test_what_was_found_is_told_and_so_is_a_line_that_is_filled() -> None:
    header = paragraph("شماره: ......") + paragraph("پیوست: ندارد")
    letterhead = Letterhead.from_word(docx(marginals={"header-default": header}), "a.docx")
    assert [note.code for note in letterhead.warnings] == ["letterhead.fields-filled", "letterhead.fields"]
    assert letterhead.fields == ("number",)
