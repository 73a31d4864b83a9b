from __future__ import annotations

import io

import openpyxl
import pytest

from taahodname.documents import customer_list
from taahodname.errors import PreflightError
from taahodname.rules import admit
from tests.builders import profile_with


def head(data: bytes) -> str:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]["A1"].value


def test_the_checked_numbers_are_written_and_nothing_else() -> None:
    checked = admit(profile_with({}), "3000")
    made = customer_list.compose(checked)
    sheet = openpyxl.load_workbook(io.BytesIO(made)).worksheets[0]
    assert [value for (value,) in sheet.iter_rows(min_row=2, values_only=True)] == list(
        checked.customers.numbers
    )
    assert sheet.max_column == 1
    assert head(made) == "شماره همراه"


def test_a_draft_says_so_in_its_heading_and_may_have_no_list() -> None:
    assert "پیش‌نویس" in head(customer_list.compose(admit(profile_with({}), "3000", draft=True)))
    absent = admit(profile_with({"customer_list": ...}), "3000", draft=True)
    assert customer_list.compose(absent) is None


def test_a_workbook_that_does_not_hold_the_checked_numbers_is_withheld(monkeypatch) -> None:
    checked = admit(profile_with({}), "3000")
    write = customer_list.write_list
    monkeypatch.setattr(customer_list, "write_list", lambda numbers, **options: write(numbers[1:], **options))
    with pytest.raises(PreflightError):
        customer_list.compose(checked)
