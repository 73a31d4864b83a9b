from __future__ import annotations

import io

from docx import Document

from taahodname.letterhead.sheet import Sheet, Style, line, row, twips
from taahodname.units import Mm
from taahodname.word.lint import lint
from taahodname.word.names import qn
from taahodname.word.package import read

STYLE = Style("Name", 30, bold=True, colour="112233", align="center", after=3)


def test_a_sheet_is_a_word_file_with_its_head_and_foot() -> None:
    sheet = Sheet(
        margins={"top": Mm(30), "left": Mm(20)},
        size={"w": 11906, "h": 16838},
        styles=(STYLE,),
        head=(line(STYLE, "آریا"),),
        foot=(line(STYLE, "نشانی", rule="FF0000"),),
    )
    section = Document(io.BytesIO(sheet.to_bytes())).sections[0]
    assert [one.text for one in section.header.paragraphs] == ["آریا"]
    assert [one.text for one in section.footer.paragraphs] == ["نشانی"]
    assert section.header.paragraphs[0].style.font.bold
    assert section.top_margin.twips == twips(Mm(30)) == 1701


def test_an_empty_head_and_foot_still_hold_a_paragraph() -> None:
    package = read(Sheet(margins={}).to_bytes(), "x")
    assert [len(package.xml(name)) for name in package.story_parts()[1:]] == [1, 1]


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert Sheet(margins={"top": Mm(1)}).to_bytes() == Sheet(margins={"top": Mm(1)}).to_bytes()


def test_a_row_begins_at_the_right() -> None:
    table = row((100, 200), ((line(STYLE, "یک"),), (line(STYLE, "دو"),)))
    assert table.find(f"{qn('w:tblPr')}/{qn('w:bidiVisual')}") is not None
    assert [text.text for text in table.iter(qn("w:t"))] == ["یک", "دو"]
    assert [column.get(qn("w:w")) for column in table.iter(qn("w:gridCol"))] == ["100", "200"]


def test_the_page_runs_right_to_left() -> None:
    assert not [one for one in lint(Sheet(margins={}).to_bytes()) if "section" in one]
