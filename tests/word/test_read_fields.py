from __future__ import annotations

import pytest

from taahodname.paper.blocks import Paragraph
from taahodname.word.read import read

from .making import docx, field, paragraph, run, table


def text(*pieces: str) -> str:
    block = read(docx(paragraph(*pieces))).blocks[0]
    assert isinstance(block, Paragraph)
    return block.text


def old(instruction: str, data: str, result: str | None = None) -> str:
    """Return a field of an old Word form."""

    def char(kind: str, inside: str = "") -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'

    shown = "" if result is None else char("separate") + run(result)
    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return char("begin", f"<w:ffData>{data}</w:ffData>") + code + shown + char("end")


@pytest.mark.parametrize("instruction", ['HYPERLINK "https://example.ir"', "REF name \\h", "SEQ جدول"])
def test_a_field_that_no_day_and_no_page_changes_keeps_its_words(instruction: str) -> None:
    assert text(run("الف "), field(instruction, "همان"), run(" ب")) == "الف همان ب"


def test_a_text_field_of_an_old_form_shows_what_was_typed() -> None:
    assert text(run("نام: "), old("FORMTEXT", "<w:textInput/>", "شرکت نمونه")) == "نام: شرکت نمونه"


@pytest.mark.parametrize(
    ("state", "sign"),
    [
        ("<w:default w:val='0'/>", "☐"),
        ("<w:default w:val='1'/>", "☒"),
        ("<w:default w:val='1'/><w:checked w:val='0'/>", "☐"),
        ("<w:default w:val='0'/><w:checked/>", "☒"),
    ],
)
def test_a_check_box_of_an_old_form_shows_whether_it_is_checked(state: str, sign: str) -> None:
    assert text(old("FORMCHECKBOX", f"<w:checkBox>{state}</w:checkBox>"), run(" دارد")) == f"{sign} دارد"


@pytest.mark.parametrize(("chosen", "shown"), [('<w:result w:val="1"/>', "دولتی"), ("", "خصوصی")])
def test_a_list_of_choices_shows_the_chosen_one(chosen: str, shown: str) -> None:
    entries = '<w:listEntry w:val="خصوصی"/><w:listEntry w:val="دولتی"/>'
    assert text(old("FORMDROPDOWN", f"<w:ddList>{chosen}{entries}</w:ddList>")) == shown


def test_signs_soft_and_hard_hyphens_are_read() -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    number = "<w:r><w:t>۱</w:t><w:noBreakHyphen/><w:t>۲</w:t></w:r>"
    assert text(sign, run(" بلی "), number) == "☑ بلی ۱\u2011۲"
    assert text("<w:r><w:t>کتاب</w:t><w:softHyphen/><w:t>خانه</w:t></w:r>") == "کتابخانه"


def test_text_in_a_symbol_font_is_what_it_means() -> None:
    assert text(run("ü", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/><w:rtl w:val="0"/>')) == "✓"


def sdt(inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def test_content_controls_around_words_paragraphs_rows_and_cells_are_seen_through() -> None:
    cells = table(("الف", "ب"), ("پ", "ت"))
    row = cells[cells.index("<w:tr>") : cells.index("</w:tr>") + len("</w:tr>")]
    cell = row[row.index("<w:tc>") : row.index("</w:tc>") + len("</w:tc>")]
    cells = cells.replace(row, sdt(row.replace(cell, sdt(cell))))
    found = read(docx(sdt(paragraph(sdt(run("درون")), run(" و بیرون"))), cells))
    first, grid = found.blocks
    assert isinstance(first, Paragraph)
    assert first.text == "درون و بیرون"
    assert [len(one.cells) for one in grid.rows] == [2, 2]  # type: ignore[union-attr]


def test_comments_leave_no_trace() -> None:
    mark = '<w:commentRangeStart w:id="1"/>'
    assert (
        text(mark, run("متن"), '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
        == "متن"
    )
