"""The list as the operator takes it."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taahodname.contacts.listing import Numbers
from taahodname.contacts.reading import read_bytes
from taahodname.contacts.writing import HEADING, write_list
from tests.contacts.making import GOOD


@settings(max_examples=20)
@given(st.lists(st.integers(0, 10**9 - 1), unique=True, min_size=1, max_size=60))
def test_reading_what_was_written_gives_the_same_numbers(tails):
    numbers = Numbers(tails)
    assert read_bytes(write_list(numbers), "a.xlsx", include=numbers).numbers == numbers


def test_another_reader_finds_one_column_of_text_right_to_left_under_a_frozen_heading():
    book = openpyxl.load_workbook(io.BytesIO(write_list(GOOD)))
    (sheet,) = book.worksheets
    assert [tuple(cell.value for cell in row) for row in sheet.rows] == [(HEADING,), *((n,) for n in GOOD)]
    assert {(cell.data_type, cell.number_format) for (cell,) in sheet["A2:A4"]} == {("s", "@")}
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "A2"


def test_nobody_is_named_in_the_file_and_its_time_is_always_the_same():
    with zipfile.ZipFile(io.BytesIO(write_list(GOOD))) as archive:
        core = archive.read("docProps/core.xml").decode()
        assert {(one.date_time, one.create_system) for one in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0)
        }
    assert "<dc:creator></dc:creator>" in core
    assert core.count("2000-01-01T00:00:00Z") == 2


@pytest.mark.parametrize("zone", ["Asia/Tehran", "America/New_York"])
def test_the_same_numbers_give_the_same_bytes_in_any_process(zone):
    code = (
        "import hashlib; from taahodname.contacts.writing import write_list; "
        f"print(hashlib.sha256(write_list({GOOD!r})).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"TZ": zone, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(write_list(GOOD)).hexdigest()
