"""Long columns: rows that are looked at together come out as those that are judged one by one."""

from __future__ import annotations

import pytest

from taahodname.contacts import read_list
from taahodname.contacts.gathering import Gatherer
from tests.contacts.making import GOOD, HEADING, column, text

MANY = [f"0912{1_000_003 * place % 10_000_000:07}" for place in range(1, 331)]
AT = 250

ODD = {
    "a number again": MANY[3],
    "a number again within its stretch": MANY[AT - 1],
    "another operator's": "09351234567",
    "no operator's": "09001234567",
    "one on whose prefix sources disagree": "09951234567",
    "seven equal digits": "09124444444",
    "seven zeros": "09120000000",
    "two lines in a cell": f"{GOOD[1]}\n{GOOD[2]}",
    "an empty cell": "",
    "no cell": None,
    "a float": 9135556677.0,
    "Persian digits": "۰۹۱۳۵۵۵۶۶۷۷",
    "eleven Arabic digits": "٠٩١٣٥٥٥٦٦٧٧",
    "a space behind it": "09135556677 ",
    "too short": "0912345678",
    "too long": "091234567890",
    "words": "ندارد",
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_an_odd_cell_among_plain_ones_is_judged_as_it_is_by_itself(odd, tmp_path, monkeypatch):
    rows = [*MANY[:AT], odd, *MANY[AT:]]
    (tmp_path / "a.xlsx").write_bytes(column(*rows))
    together = read_list(tmp_path / "a.xlsx")
    monkeypatch.setattr(Gatherer, "_take_plain", lambda self, first, values: False)
    assert read_list(tmp_path / "a.xlsx") == together


def test_a_cell_that_is_missing_beside_one_of_two_lines_is_not_made_up_for(tmp_path):
    rows = [*MANY[:AT], None, f"{GOOD[1]}\n{GOOD[2]}", *MANY[AT:]]
    (tmp_path / "a.xlsx").write_bytes(column(*rows))
    assert list(read_list(tmp_path / "a.xlsx").numbers) == [*MANY[:AT], *GOOD[1:], *MANY[AT:]]


def test_hidden_rows_of_a_long_column_are_left_out(tmp_path):
    def change(sheet):
        sheet.row_dimensions[AT + 2].hidden = True

    (tmp_path / "a.xlsx").write_bytes(column(*MANY, change=change))
    found = read_list(tmp_path / "a.xlsx")
    assert list(found.numbers) == [*MANY[:AT], *MANY[AT + 1 :]]
    assert [one.cell for one in found.rejects] == [f"A{AT + 2}"]


def test_a_long_text_file_gives_all_its_numbers_in_order(tmp_path):
    (tmp_path / "a.csv").write_bytes(text(HEADING, *MANY))
    assert list(read_list(tmp_path / "a.csv").numbers) == MANY
