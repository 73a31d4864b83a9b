"""Values that no Word writes are read as if they were not there: nobody's file may end in a traceback."""

from __future__ import annotations

import pytest

from taahodname.word.read import read

from ..office.feature_files import ending, item, level, made, mark, notes, numbering, section
from .making import paragraph, table

ODD = {
    "a start of a list": lambda: made(
        item("متن"),
        kinds={
            "numbering": numbering(
                [level(0, "decimal", "%1").replace('val="1"/><w:numFmt', 'val="x"/><w:numFmt')]
            )
        },
    ),
    "a level": lambda: made(
        paragraph("متن", look='<w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr>'),
        kinds={"numbering": numbering([level(0, "decimal", "%1")])},
    ),
    "a number of a page": lambda: made(ending("متن", section(numbers='<w:pgNumType w:start="x"/>'))),
    "a number of a note": lambda: made(
        paragraph(mark("footnote", 1)),
        kinds={"footnotes": notes("footnote", "یکم")},
        settings='<w:footnotePr><w:numStart w:val="x"/></w:footnotePr>',
    ),
    "a look of a table": lambda: made(
        table(("الف",), look='<w:tblLook w:val="zz"/><w:tblW w:w="x" w:type="pct"/>')
    ),
    "a span of a cell": lambda: made(
        table(("الف",)).replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr>')
    ),
    "a tab": lambda: made(paragraph("متن"), settings='<w:defaultTabStop w:val="x"/>'),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_value_is_as_good_as_none(name: str) -> None:
    assert read(ODD[name]()).blocks
