"""The client's own sheet comes back with what does not count marked in it."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from taahodname.contacts import marking, read_list
from taahodname.contacts.marking import HEADING, write_marked
from tests.contacts.making import GOOD, text, xlsx

A, B, _ = GOOD
EVIL = ["=1+1", "+1", "@SUM(1)", '=HYPERLINK("http://x")', "http://x.ir", "\x0b", "-2", "{=1}", "<b>&"]


@pytest.fixture
def marked(tmp_path):
    """Return a function that gives the marked copy of a file as another reader sees it, and its bytes."""

    def marked(data, name="a.xlsx"):
        path = tmp_path / name
        path.write_bytes(data)
        made = write_marked(path, read_list(path))
        return openpyxl.load_workbook(io.BytesIO(made)).worksheets[0], made

    return marked


def test_every_cell_stays_in_its_place_and_the_reason_stands_beside(marked):
    rows = [[], ["کد", "موبایل"], [7, A], ["x", 9121234567], [None, "0912"], ["y", B]]
    sheet, _ = marked(xlsx({"مشتریان": rows}))
    assert sheet.title == "مشتریان"
    assert sheet["A3"].value == "7"
    assert sheet["B4"].value == "9121234567"
    assert "تکرار B3" in sheet["C4"].value
    assert "رقم کم دارد" in sheet["C5"].value
    assert sheet["C1"].value == HEADING
    assert [sheet[f"C{row}"].value for row in (3, 6)] == [None, None]
    assert sheet["B4"].fill.fgColor.rgb == sheet["A5"].fill.fgColor.rgb == "FFFDE2E1"
    assert sheet["B3"].fill.fgColor.rgb != "FFFDE2E1"


@pytest.mark.parametrize("large", [0, 50_000])
def test_no_text_becomes_a_formula_or_a_link(marked, monkeypatch, large):
    monkeypatch.setattr(marking, "_LARGE", large)
    sheet, made = marked(text("a\tm", *(f"{one}\t{A}" for one in EVIL), f"x\t{B}"), "a.txt")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    assert "<hyperlink" not in xml
    assert {cell.data_type for row in sheet.rows for cell in row if cell.value is not None} <= {
        "s",
        "inlineStr",
    }
    assert sheet["A2"].value == "=1+1"


def test_a_formula_without_a_value_is_marked_though_its_cell_is_blank(marked):
    sheet, _ = marked(xlsx({"S": [["موبایل"], [A], ["=A2"]]}))
    assert "فرمول" in sheet["B3"].value


def test_the_same_list_gives_the_same_bytes(marked):
    data = xlsx({"S": [["موبایل"], [A], [A]]})
    assert marked(data)[1] == marked(data)[1]


def test_several_pieces_of_a_cell_are_told_each(marked):
    sheet, _ = marked(xlsx({"S": [["موبایل"], [f"{A} / 02188776655 / 0912"]]}))
    assert sheet["B2"].value == "02188776655: تلفن ثابت است؛ 0912: رقم کم دارد."
