"""A table is read as a Persian reader reads it: from the right, merged cells by what they cover."""

from __future__ import annotations

from lxml import etree

from taahodname.forms.grids import Grid, grid
from tests.forms.blanks_of import paragraph, table
from tests.word.making import PREFIXES


def grid_of(block: str) -> Grid:
    return grid(etree.fromstring(f"<w:body {PREFIXES}>{block}</w:body>")[0])


def words(held: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in held.rows]


def test_a_table_drawn_from_the_right_is_read_as_it_is_written_and_another_the_other_way_round():
    assert words(grid_of(table(["الف", "ب"]))) == [["الف", "ب"]]
    assert words(grid_of(table(["الف", "ب"], look=""))) == [["ب", "الف"]]


def test_the_neighbours_of_a_cell_are_known():
    held = grid_of(table(["سر", "سرستون"], ["کنار", ""], ["دیگر", ""]))
    middle, last = held.rows[1][1], held.rows[2][1]
    above = held.above(last)
    assert held.side(middle) == "کنار"
    assert held.behind(held.rows[1][0]) == ""
    assert above is not None
    assert (above.text, above.row) == ("سرستون", 0)
    assert held.below(middle) == last
    assert held.below(last) is None


def test_a_cell_that_goes_on_from_above_is_not_empty_and_gives_its_rows_their_head():
    first = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("نماینده")
    held = grid_of(table([first, "نام"], ["<w:tcPr><w:vMerge/></w:tcPr><w:p/>", "نام پدر"]))
    assert not held.rows[1][0].empty
    assert held.head(held.rows[1][1]) == "نماینده"


def test_a_cell_with_a_picture_or_a_table_inside_is_not_empty():
    held = grid_of(table(["<w:p><w:r><w:drawing/></w:r></w:p>", f"{table([''])}<w:p/>", ""]))
    assert [cell.empty for cell in held.rows[0]] == [False, False, True]


def test_cells_inside_content_controls_are_cells():
    block = table(["الف", "ب"]).replace("<w:tc>", "<w:sdt><w:sdtContent><w:tc>", 1)
    block = block.replace("</w:tc>", "</w:tc></w:sdtContent></w:sdt>", 1)
    assert words(grid_of(block)) == [["الف", "ب"]]


def test_widths_and_spans_that_make_no_sense_are_not_believed():
    odd = '<w:tcPr><w:tcW w:w="-1e9"/><w:gridSpan w:val="99999999999"/></w:tcPr>' + paragraph("الف")
    (cell,) = grid_of(table([odd])).rows[0]
    assert (cell.span, cell.narrow) == (1, False)
