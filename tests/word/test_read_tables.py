from __future__ import annotations

import pytest

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Paragraph, Table, Text
from taahodname.word.read import read

from ..office.feature_files import GRID, TABLE_STYLES, merged_cells
from .making import docx, paragraph, table

LOOK = '<w:tblStyle w:val="Formal"/><w:bidiVisual/><w:tblLook w:val="{look}"/>'


def read_table(data: bytes) -> Table:
    block = next(block for block in read(data).blocks if isinstance(block, Table))
    assert isinstance(block, Table)
    return block


def formal(look: str, styles: str = TABLE_STYLES) -> Table:
    rows = [("الف", "ب"), ("پ", "ت"), ("ث", "ج"), ("چ", "ح")]
    return read_table(docx(table(*rows, look=LOOK.format(look=look)), styles=styles))


def shades(found: Table) -> list[str | None]:
    return [row.cells[1].shade for row in found.rows]


def is_bold(found: Table, row: int, column: int) -> bool:
    block = found.rows[row].cells[column].blocks[0]
    assert isinstance(block, Paragraph)
    assert isinstance(block.inlines[0], Text)
    return block.inlines[0].style.bold


def test_the_first_row_and_the_bands_look_as_the_style_says() -> None:
    found = formal("0420")  # first row, no bands of columns
    assert shades(found) == ["1F4E79", "DEEAF6", None, "DEEAF6"]
    assert [is_bold(found, row, 0) for row in range(4)] == [True, False, False, False]


def test_conditions_that_the_table_does_not_ask_for_do_not_hold() -> None:
    found = formal("0600")
    assert shades(found) == [None] * 4
    assert not is_bold(found, 0, 0)


def test_the_first_column_counts_from_the_side_the_table_begins_on() -> None:
    found = formal("0680")
    assert [is_bold(found, 1, column) for column in (0, 1)] == [True, False]


def test_what_a_paragraph_inherits_from_its_table_goes_before_its_style() -> None:
    defaults = "<w:pPrDefault><w:pPr><w:bidi/></w:pPr></w:pPrDefault>"
    wide = TABLE_STYLES.replace(
        defaults, '<w:pPrDefault><w:pPr><w:spacing w:after="200"/><w:bidi/></w:pPr></w:pPrDefault>'
    )
    assert wide != TABLE_STYLES
    block = formal("0600", wide).rows[0].cells[0].blocks[0]
    assert isinstance(block, Paragraph)
    assert block.format.space_after == 0


def test_the_borders_of_a_condition_go_around_its_rows() -> None:
    line = '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="24"/>'
    line += '<w:insideV w:val="nil"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>'
    styles = TABLE_STYLES.removesuffix("</w:style>") + line
    first, second = formal("0620", styles).rows[0].cells
    assert first.borders.bottom is not None
    assert first.borders.bottom.width == 3
    assert first.borders.left is None
    assert first.borders.right is not None
    assert second.borders.right is None


def test_a_cell_s_own_look_goes_over_the_style_s() -> None:
    own = "<w:tc><w:tcPr><w:shd w:val='clear' w:fill='AABBCC'/></w:tcPr>" + paragraph("الف") + "</w:tc>"
    data = table(("الف", "ب"), look=LOOK.format(look="0620"))
    cell = data[data.index("<w:tc>") : data.index("</w:tc>") + len("</w:tc>")]
    found = read_table(docx(data.replace(cell, own), styles=TABLE_STYLES))
    assert [one.shade for one in found.rows[0].cells] == ["AABBCC", "1F4E79"]


def test_cells_merged_in_both_ways_short_rows_and_tables_in_cells_are_read() -> None:
    found = read_table(merged_cells())
    shape = [[(cell.column, cell.column_span, cell.row_span) for cell in row.cells] for row in found.rows]
    assert shape == [
        [(0, 3, 1)],
        [(0, 1, 2), (1, 1, 1), (2, 1, 1)],
        [(1, 2, 1)],
        [(0, 2, 1), (2, 1, 1)],
        [(1, 1, 1)],
        [(0, 1, 1), (1, 1, 1), (2, 1, 1)],
    ]
    # The empty paragraph that must follow a table in a cell has no height in Word either.
    assert [type(block) for block in found.rows[5].cells[1].blocks] == [Table]


def test_a_cell_that_goes_on_with_nothing_above_keeps_its_words() -> None:
    row = f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('تنها')}</w:tc></w:tr>"
    found = read_table(docx(f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{row}</w:tbl>'))
    assert found.rows[0].cells[0].blocks[0].text == "تنها"  # type: ignore[union-attr]


def test_a_row_may_except_itself_from_the_borders_of_the_table() -> None:
    data = table(("الف",), ("ب",), look=f"<w:tblBorders>{GRID}</w:tblBorders>")
    nil = '<w:insideH w:val="nil"/><w:left w:val="nil"/>'
    bare = f"<w:tr><w:tblPrEx><w:tblBorders>{nil}</w:tblBorders></w:tblPrEx>"
    found = read_table(docx(data.replace("<w:tr>", bare, 1)))
    first, second = (row.cells[0].borders for row in found.rows)
    assert (first.left, first.bottom) == (None, None)
    assert second.left is not None


def test_columns_that_the_grid_does_not_measure_are_measured_by_their_cells() -> None:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph("الف")}</w:tc>'
        for width in (1000, 2000)
    )
    found = read_table(docx(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>"))
    assert found.columns == (50, 100)


@pytest.mark.parametrize(("width", "share"), [("2500", 0.5), ("75%", 0.75)])
def test_a_width_in_percent_is_a_share_of_the_column(width: str, share: float) -> None:
    data = docx(table(("الف",), look=f'<w:tblW w:w="{width}" w:type="pct"/>'))
    assert read_table(data).share == share


def test_a_hidden_row_is_not_printed() -> None:
    data = table(("الف",), ("ب",)).replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>", 1)
    assert len(read_table(docx(data)).rows) == 1


def test_a_tracked_change_of_a_cell_is_refused() -> None:
    data = table(("الف",)).replace("<w:tc>", "<w:tc><w:tcPr><w:cellIns/></w:tcPr>")
    with pytest.raises(UnsupportedFeature, match="cellIns"):
        read(docx(data))
