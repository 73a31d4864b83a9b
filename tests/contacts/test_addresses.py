from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taahodname.contacts import addresses


@given(st.integers(0, 16383), st.integers(0, 1_048_575))
def test_an_address_names_its_row_and_column(column, row):
    assert addresses.position(addresses.cell(row, column)) == (row, column)
    assert addresses.column_of(addresses.letters(column)) == column


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16383, "XFD")]
)
def test_columns_are_lettered_as_a_spreadsheet_does(column, letters):
    assert addresses.letters(column) == letters


@pytest.mark.parametrize("text", ["", "9", "A", "AAAA1", "ا۱", "A1\n"])
def test_a_text_that_is_no_address_is_none(text):
    assert addresses.position(text) is None
