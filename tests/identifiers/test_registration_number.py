"""Facts about شماره ثبت."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spellings import assert_kind_refusal, spelled, traps

from taahodname.identifiers import Invalid, registration_number

VALID = (
    "1",
    "7",
    "12",
    "48",
    "305",
    "777",
    "912",
    "1024",
    "2222",
    "4087",
    "9630",
    "12345",
    "20480",
    "56789",
    "88888",
    "98301",
    "111111",
    "204817",
    "456789",
    "530912",
    "612345",
    "000123",
)


@pytest.mark.parametrize("code", VALID)
def test_one_to_six_digits_are_a_number_even_one_digit_repeated(code: str) -> None:
    assert registration_number.validate(code) == code
    assert registration_number.doubts(code) == ()


@given(st.sampled_from(VALID).flatmap(lambda code: st.tuples(st.just(code), spelled(code))))
def test_every_spelling_of_a_number_is_the_same_number(case: tuple[str, str]) -> None:
    code, typed = case
    assert registration_number.validate(typed) == code


@pytest.mark.parametrize(
    ("text", "reason"),
    [*traps("456789"), ("1234567", "length"), ("0", "zero"), ("۰۰۰", "zero"), ("456,789", "characters")],
)
def test_what_is_no_number_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Invalid) as caught:
        registration_number.validate(text)
    assert caught.value.reason == reason
    assert_kind_refusal(caught.value, text)


def test_a_number_is_shown_in_persian_digits_and_what_is_none_as_it_is() -> None:
    assert registration_number.format("456789") == "۴۵۶۷۸۹"
    assert registration_number.format("456/789") == "456/789"


def test_a_doubt_about_what_is_no_number_is_a_refusal() -> None:
    with pytest.raises(Invalid):
        registration_number.doubts("x")
