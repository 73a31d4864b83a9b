"""Old numbers out, new ones in."""

from __future__ import annotations

import io

import openpyxl
import pytest

from taahodname.contacts import read_list
from taahodname.contacts.updating import update, write_changes
from taahodname.errors import CustomerListError
from tests.contacts.making import GOOD, column

A, B, C = GOOD
D, E = "09141111222", "09351234567"


@pytest.fixture
def listed(tmp_path):
    """Return a function that reads numbers out of a file."""

    def listed(*numbers, **options):
        path = tmp_path / "a.xlsx"
        path.write_bytes(column(*numbers))
        return read_list(path, **options)

    return listed


def test_what_stays_keeps_its_order_and_what_is_new_follows(listed):
    done = update(listed(A, B, C), listed(D, A), listed(B, D[:-1] + "9"))
    assert list(done.numbers) == [A, C, D]
    assert (list(done.removed), list(done.added)) == ([B], [D])
    assert (list(done.present), list(done.absent)) == ([A], [D[:-1] + "9"])


def test_a_number_in_both_lists_is_not_guessed_about(listed):
    with pytest.raises(CustomerListError) as caught:
        update(listed(A, B), listed(D), listed(D))
    assert caught.value.reason == "both"
    assert D not in caught.value.message


def test_a_ported_number_can_be_taken_out(listed):
    old = listed(A, E, include=[E])
    assert list(update(old, None, listed(E, every_operator=True)).numbers) == [A]


def test_either_list_may_be_left_out(listed):
    assert list(update(listed(A), listed(B), None).numbers) == [A, B]


def test_the_account_tells_what_became_of_every_number(listed):
    done = update(listed(A, B, E), listed(C, A), listed(B, D))
    (sheet,) = openpyxl.load_workbook(io.BytesIO(write_changes(done))).worksheets
    rows = {(number, change) for number, change, _ in sheet.iter_rows(min_row=2, values_only=True)}
    assert rows == {
        (B, "حذف شد"), (C, "افزوده شد"), (D, "حذف نشد"), (A, "افزوده نشد"), (E, "خوانده نشد"),
    }  # fmt: skip
