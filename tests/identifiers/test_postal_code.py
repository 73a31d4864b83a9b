"""Facts about کد پستی."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spellings import assert_kind_refusal, spelled, traps

from taahodname.identifiers import Invalid, postal_code

VALID = (
    "1968843111",
    "6739633103",
    "6393805400",
    "4194797996",
    "7913335014",
    "1971444050",
    "1674754598",
    "7314770037",
    "6679196075",
    "6696331009",
    "1193814990",
    "6169699409",
    "4796336351",
    "4113764950",
    "7314849606",
    "1747385453",
    "6611353143",
    "7446655396",
    "3777174759",
    "1449865574",
    "7673845315",
    "1173470809",
)
SURE = tuple(code for code in VALID if code[4] != "5" and "2" not in code[5:])


@pytest.mark.parametrize("code", VALID)
def test_a_valid_code_is_returned_as_it_is(code: str) -> None:
    assert postal_code.validate(code) == code


@pytest.mark.parametrize("code", SURE)
def test_a_code_that_every_source_allows_raises_no_doubt(code: str) -> None:
    assert postal_code.doubts(code) == ()


@given(st.sampled_from(VALID).flatmap(lambda code: st.tuples(st.just(code), spelled(code))))
def test_every_spelling_of_a_code_is_the_same_code(case: tuple[str, str]) -> None:
    code, typed = case
    assert postal_code.compact(typed) == code
    assert postal_code.validate(typed) == code


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *traps("1968843111"),
        ("196884311", "length"),
        ("19688431111", "length"),
        ("1111111111", "all-equal"),
        ("0968843111", "prefix"),
        ("1908843111", "prefix"),
        ("1968043111", "prefix"),
        ("2968843111", "prefix"),
        ("1962843111", "prefix"),
        ("1968243111", "prefix"),
    ],
)
def test_what_is_no_code_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Invalid) as caught:
        postal_code.validate(text)
    assert caught.value.reason == reason
    assert_kind_refusal(caught.value, text)


@pytest.mark.parametrize(
    ("code", "reasons"),
    [
        ("1968543111", ["five-in-fifth-place"]),
        ("1968843121", ["two-in-last-five"]),
        ("1111843111", ["four-equal"]),
        ("3333523111", ["five-in-fifth-place", "two-in-last-five", "four-equal"]),
    ],
)
def test_what_only_one_source_bars_is_a_doubt(code: str, reasons: list[str]) -> None:
    assert postal_code.validate(code) == code
    assert [doubt.reason for doubt in postal_code.doubts(code)] == reasons


def test_a_code_is_shown_in_persian_digits_and_what_is_none_as_it_is() -> None:
    assert postal_code.format("19688-43111") == "۱۹۶۸۸۴۳۱۱۱"
    assert postal_code.format("19688") == "19688"


def test_a_doubt_about_what_is_no_code_is_a_refusal() -> None:
    with pytest.raises(Invalid):
        postal_code.doubts("19688")
