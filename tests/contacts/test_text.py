"""Text files of one column: their lines are the rows."""

from __future__ import annotations

import pytest

from taahodname.contacts.text import open_text
from tests.contacts.making import GOOD, HEADING

LINES = [*GOOD, "", "۰۹۱۲۱۲۳۴۵۶۷", "\u2028", "x\x0by"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "end"], ids=["open", "closed"])
def test_the_rows_of_a_text_file_are_its_lines_whatever_ends_them(end, last):
    lines = end.join([HEADING, *LINES]) + (end if last else "")
    sheet = open_text(lines.encode(), "a.txt").load("")
    assert (sheet.height, sheet.width) == (len(LINES) + 1, 1)
    assert [row[0] for row in sheet.rows()] == [HEADING, *LINES]


def test_quotation_marks_around_a_line_do_not_belong_to_its_number():
    sheet = open_text(f'"{LINES[0]}"\r\n""{LINES[1]}"\r\n\r\n"'.encode(), "a.txt").load("")
    assert [row[0] for row in sheet.rows()] == [*LINES[:2], "", ""]
