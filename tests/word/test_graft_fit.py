from __future__ import annotations

import pytest
from lxml import etree

from taahodname.word.graft_fit import fit_tables, text_width
from taahodname.word.names import qn

from .making import SECTION, part


def grid(width: int, old: int, new: int, kind: str = "dxa") -> tuple[int, int]:
    inside = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="{kind}"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width // 2}"/>'
        f'<w:gridCol w:w="{width - width // 2}"/></w:tblGrid></w:tbl>'
    )
    root = etree.fromstring(part("w:body", inside).encode())
    fit_tables(root, old, new)
    table = root[0]
    written = table.find(f".//{qn('w:tblW')}")
    assert written is not None
    return sum(int(column.get(qn("w:w"), "0")) for column in table.iter(qn("w:gridCol"))), int(
        written.get(qn("w:w"), "0")
    )


@pytest.mark.parametrize(
    ("width", "old", "new", "fitted"),
    [(9000, 9000, 8000, 8000), (9000, 9000, 9600, 9600), (4000, 9000, 8000, 4000), (8500, 9000, 8000, 8000)],
)
def test_full_tables_follow_the_page_and_narrow_ones_only_shrink(
    width: int, old: int, new: int, fitted: int
) -> None:
    assert grid(width, old, new) == (fitted, fitted)


def test_a_share_of_the_page_stays_a_share() -> None:
    assert grid(5000, 5000, 4000, "pct")[1] == 5000


def test_the_width_between_the_margins_is_measured() -> None:
    assert text_width(etree.fromstring(part("w:sectPr", SECTION).encode())) == 11906 - 2880
    assert text_width(etree.fromstring(part("w:sectPr", "").encode())) is None
    broken = SECTION.replace('w:w="11906"', 'w:w="wide"')
    assert text_width(etree.fromstring(part("w:sectPr", broken).encode())) is None
