"""Facts about the numbers of SMS lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spellings import assert_kind_refusal, spelled, traps

from taahodname.identifiers import Invalid, line_number

VALID = (
    ("3000", "30001234"),
    ("3000", "300012345"),
    ("3000", "3000123456"),
    ("3000", "30001234567"),
    ("3000", "300012345678"),
    ("3000", "3000123456789"),
    ("3000", "30001234567890"),
    ("3000", "30000000"),
    ("1000", "100012"),
    ("1000", "1000123"),
    ("1000", "10001234"),
    ("1000", "100000123"),
    ("1000", "1000123456"),
    ("1000", "10001234567"),
    ("1000", "100012345678"),
    ("1000", "1000123456789"),
    ("1000", "10001234567890"),
    ("021", "02188776655"),
    ("021", "02191001234"),
    ("021", "02100000000"),
)
ABROAD = st.sampled_from(["+98", "0098", "98", "+98 ", "98-"])


@pytest.mark.parametrize(("line", "number"), VALID)
def test_a_valid_number_is_returned_as_it_is(line: str, number: str) -> None:
    assert line_number.validate(number, line) == number
    assert line_number.doubts(number, line) == ()


@given(st.sampled_from(VALID).flatmap(lambda case: st.tuples(st.just(case), spelled(case[1]))))
def test_every_spelling_of_a_number_is_the_same_number(case: tuple[tuple[str, str], str]) -> None:
    (line, number), typed = case
    assert line_number.compact(typed, line) == number
    assert line_number.validate(typed, line) == number


@given(ABROAD, st.sampled_from(VALID).flatmap(lambda case: st.tuples(st.just(case), spelled(case[1]))))
def test_the_countrys_code_before_a_number_is_taken_off(
    country: str, case: tuple[tuple[str, str], str]
) -> None:
    (line, number), typed = case
    assert line_number.compact(country + typed, line) == number


@pytest.mark.parametrize("typed", ["2188776655", "+98 21 8877 6655", "982188776655", "0098 021 88776655"])
def test_021_is_known_without_its_zero(typed: str) -> None:
    assert line_number.validate(typed, "021") == "02188776655"


@pytest.mark.parametrize(
    ("line", "text", "reason"),
    [
        *[("3000", text, reason) for text, reason in traps("3000123456")],
        *[("021", text, reason) for text, reason in traps("02188776655")],
        ("3000", "1000123456", "prefix"),
        ("3000", "02188776655", "prefix"),
        ("3000", "50001234", "prefix"),
        ("3000", "+981000123456", "prefix"),
        ("3000", "300", "prefix"),
        ("3000", "3000", "length"),
        ("3000", "300012345678901", "length"),
        ("1000", "3000123456", "prefix"),
        ("1000", "2000123456", "prefix"),
        ("1000", "10001", "length"),
        ("1000", "100012345678901", "length"),
        ("021", "3000123456", "prefix"),
        ("021", "03188776655", "prefix"),
        ("021", "88776655", "prefix"),
        ("021", "021887", "length"),
        ("021", "0218877665512345", "length"),
    ],
)
def test_what_is_no_number_of_the_line_is_refused(line: str, text: str, reason: str) -> None:
    with pytest.raises(Invalid) as caught:
        line_number.validate(text, line)
    assert caught.value.reason == reason
    assert_kind_refusal(caught.value, text)


def test_a_number_of_another_line_is_told_to_be_that_lines() -> None:
    with pytest.raises(Invalid, match="of line 1000, not 3000"):
        line_number.validate("1000123456", "3000")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("3000", "30001"),
        ("3000", "3000123"),
        ("021", "0218877"),
        ("021", "021887766551"),
        ("021", "021887766551234"),
    ],
)
def test_a_length_that_no_source_offers_is_a_doubt(line: str, number: str) -> None:
    assert line_number.validate(number, line) == number
    assert [doubt.reason for doubt in line_number.doubts(number, line)] == ["unusual-length"]


def test_a_number_is_shown_in_persian_digits_and_what_is_none_as_it_is() -> None:
    assert line_number.format("+983000123456", "3000") == "۳۰۰۰۱۲۳۴۵۶"
    assert line_number.format("+982188776655", "021") == "۰۲۱۸۸۷۷۶۶۵۵"
    assert line_number.format("5000", "3000") == "5000"


@pytest.mark.parametrize(
    "verb", [line_number.compact, line_number.validate, line_number.format, line_number.doubts]
)
def test_a_line_that_does_not_exist_is_a_wrong_call(verb: object) -> None:
    with pytest.raises(ValueError, match="3000, 1000, 021"):
        verb("3000123456", "2000")  # type: ignore[operator]
