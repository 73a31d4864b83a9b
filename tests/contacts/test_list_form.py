from __future__ import annotations

import pytest

from taahodname.contacts import writing
from taahodname.contacts.list_form import list_form, suits

NUMBERS = [f"0912{index * 7:07}" for index in range(450)]
_TWO = ["09121234567\n09121234568", "09121234569"]


@pytest.mark.parametrize("count", [1, 2, 9, 450])
@pytest.mark.parametrize("heading", [writing.HEADING, 'الف & <ب> "ج"'])
def test_a_list_from_a_form_is_the_one_that_xlsxwriter_makes(count: int, heading: str) -> None:
    form = list_form(lambda numbers: writing.written(numbers, heading))
    assert form is not None
    assert form.filled(NUMBERS[:count]) == writing.written(NUMBERS[:count], heading)
    assert form.filled(NUMBERS[-count:]) == writing.written(NUMBERS[-count:], heading)


@pytest.mark.parametrize("count", [1, 450])
def test_a_list_from_the_shipped_form_is_the_one_that_xlsxwriter_makes(count: int) -> None:
    made = writing.write_list(NUMBERS[:count])
    assert made == writing.written(NUMBERS[:count], writing.HEADING), "run scripts/list_form.py again"


def test_a_writer_whose_lists_are_of_another_shape_gives_no_form() -> None:
    assert list_form(lambda numbers: writing.written([*numbers, *numbers], writing.HEADING)) is None


@pytest.mark.parametrize(
    "numbers",
    [[], NUMBERS[:1] * 2, ["9121234567"], ["<0912123456"], ["09121234567\n"], NUMBERS * 23, _TWO],
    ids=["none", "one twice", "no zero", "markup", "a line end", "too many", "two in one"],
)
def test_what_is_no_short_list_of_distinct_numbers_suits_no_form(numbers: list[str]) -> None:
    assert not suits(numbers)


def test_a_list_holds_its_numbers_and_nothing_else() -> None:
    made = writing.write_list(NUMBERS)
    assert writing.holds(made, NUMBERS)
    assert not writing.holds(made, NUMBERS[:-1])
    assert not writing.holds(made, [*NUMBERS[1:], NUMBERS[0]])
    assert not writing.holds(made, NUMBERS, heading="دیگر")
    assert not writing.holds(b"PK", NUMBERS)
