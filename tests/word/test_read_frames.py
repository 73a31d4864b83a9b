"""A table on a kept frame is the table that is read whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from taahodname.paper.blocks import Table
from taahodname.word import read_tables
from taahodname.word.package import read as open_package
from taahodname.word.read import _blocks, _story, read_package

from .making import STYLES, docx, opened, paragraph, table

LOOK = '<w:bidiVisual/><w:tblBorders><w:top w:val="single" w:sz="8"/></w:tblBorders>'
SPAN = '<w:tcPr><w:gridSpan w:val="2"/><w:shd w:fill="EEEEEE"/></w:tcPr>'
RESTART, GOES_ON = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>"
NAMED = paragraph('<w:bookmarkStart w:id="0" w:name="box"/>', "الف")
MARK = '<w:bookmarkStart w:id="7" w:name="between"/><w:bookmarkEnd w:id="7"/>'
OPENS, CLOSES = "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"
CONTROL = f"{OPENS}{paragraph('درون')}{CLOSES}{paragraph('پس')}"
STRIPED = STYLES + (
    '<w:style w:type="table" w:styleId="T"><w:tblPr/><w:tblStylePr w:type="firstRow"><w:rPr><w:bCs/></w:rPr>'
    '<w:tcPr><w:shd w:fill="111111"/></w:tcPr></w:tblStylePr></w:style>'
)
STYLE = '<w:tblStyle w:val="T"/><w:bidiVisual/><w:tblLook w:firstRow="1"/>'
TABLES = {
    "plain": table(("الف", "ب"), ("پ", "ت"), look=LOOK),
    "other words": table(("یک", "دو"), ("سه", "چهار"), look=LOOK),
    "another border": table(("الف", "ب"), ("پ", "ت")),
    "a wide cell": table(("الف", "ب"), (SPAN + paragraph("پ"),), look=LOOK),
    "a tall cell": table((RESTART + paragraph("الف"), "ب"), (GOES_ON + paragraph(""), "ت"), look=LOOK),
    "a named cell": table((NAMED, "ب"), look=LOOK),
    "a table in a cell": table((table(("درون",)) + paragraph("پس"), "ب"), look=LOOK),
    "two paragraphs in a cell": table((paragraph("الف") + paragraph("ب"), "پ"), ("ت", "ث"), look=LOOK),
    "a mark between paragraphs": table((f"{paragraph('الف')}{MARK}{paragraph('ب')}", "پ"), look=LOOK),
    "a control in a cell": table((CONTROL, "ب"), look=LOOK),
    "a row in a control": table(("الف", "ب"), look=LOOK)
    .replace("<w:tr>", f"{OPENS}<w:tr>")
    .replace("</w:tr>", f"</w:tr>{CLOSES}"),
    "a hidden row": table(("الف", "ب"), ("پ", "ت"), look=LOOK).replace(
        "<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>", 1
    ),
    "a striped style": table(("سر", "سر"), ("تن", "تن"), look=STYLE),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_the_same_with_and_without_a_kept_frame(name: str, monkeypatch) -> None:
    data = docx(*TABLES.values(), TABLES[name], styles=STRIPED)
    *_, first, second = [
        read_package(opened(docx(TABLES[one], styles=STRIPED))).blocks[0] for one in (*TABLES, name, name)
    ]
    kept = read_package(opened(data)).blocks[-1]
    monkeypatch.setattr(read_tables, "framed", lambda *given: read_tables._read_whole(*given[:3]))
    package = opened(data)
    whole = _blocks(package.xml(package.main)[0], _story(package, None))[-1]
    assert isinstance(whole, Table)
    assert first == second == kept == whole


def test_the_tables_of_a_sample_are_read_the_same_with_and_without_frames(monkeypatch) -> None:
    (form,) = Path(__file__).parents[2].glob("templates/undertaking-1000.docx")
    package = open_package(form.read_bytes(), "form.docx")
    kept = [read_package(package), read_package(package)]
    monkeypatch.setattr(read_tables, "framed", lambda *given: read_tables._read_whole(*given[:3]))
    assert kept == [read_package(package)] * 2
