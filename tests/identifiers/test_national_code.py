"""Facts about کد ملی."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spellings import assert_kind_refusal, spelled, traps

from taahodname.identifiers import Invalid, national_code

VALID = (
    "0084575948",
    "9990000001",
    "9990000018",
    "9991234561",
    "9999764088",
    "9992455535",
    "9997892356",
    "9993490512",
    "9996712206",
    "9998751357",
    "9996584933",
    "9996132455",
    "9997530446",
    "9996718451",
    "9995467496",
    "9992908866",
    "9999775705",
    "9990568553",
    "0099979489",
    "0099944944",
    "0999303252",
    "0999244809",
)


@pytest.mark.parametrize("code", VALID)
def test_a_valid_code_is_returned_as_it_is(code: str) -> None:
    assert national_code.validate(code) == code
    assert national_code.doubts(code) == ()


@given(st.sampled_from(VALID).flatmap(lambda code: st.tuples(st.just(code), spelled(code))))
def test_every_spelling_of_a_code_is_the_same_code(case: tuple[str, str]) -> None:
    code, typed = case
    assert national_code.compact(typed) == code
    assert national_code.validate(typed) == code


def _changed(code: str, place: int, step: int) -> str:
    return code[:place] + str((int(code[place]) + step) % 10) + code[place + 1 :]


# The remainders 1 and 10 share the check digit 1, so among codes that end in 1 a slip may go unseen.
@given(st.sampled_from([code for code in VALID if code[-1] != "1"]), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_found(code: str, place: int, step: int) -> None:
    with pytest.raises(Invalid):
        national_code.validate(_changed(code, place, step))


@given(st.sampled_from([code for code in VALID if code[-1] == "1"]), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_goes_unseen_only_where_the_check_digit_stays_one(
    code: str, place: int, step: int
) -> None:
    wrong = _changed(code, place, step)
    remainder = sum(int(digit) * weight for digit, weight in zip(wrong, range(10, 1, -1), strict=False)) % 11
    assert _is_valid(wrong) == (wrong[-1] == "1" and remainder == 10)


@given(st.from_regex("[0-9]{9}", fullmatch=True).filter(lambda nine: len(set(nine)) > 1))
def test_exactly_one_last_digit_fits(nine: str) -> None:
    fitting = [digit for digit in "0123456789" if _is_valid(nine + digit)]
    assert len(fitting) == 1


def _is_valid(code: str) -> bool:
    try:
        national_code.validate(code)
    except Invalid:
        return False
    return True


@pytest.mark.parametrize("digit", "0123456789")
def test_a_digit_repeated_ten_times_is_no_code_though_it_passes_the_sum(digit: str) -> None:
    with pytest.raises(Invalid) as caught:
        national_code.validate(digit * 10)
    assert caught.value.reason == "all-equal"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *traps("9991234561"),
        ("1234567", "length"),
        ("99912345610", "length"),
        ("9991234560", "check-digit"),
        ("999.123.4561", "characters"),
        ("+9991234561", "characters"),
    ],
)
def test_what_is_no_code_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Invalid) as caught:
        national_code.validate(text)
    assert caught.value.reason == reason
    assert_kind_refusal(caught.value, text)


@pytest.mark.parametrize(("short", "code"), [("84575948", "0084575948"), ("۹۹۹۳۰۳۲۵۲", "0999303252")])
def test_zeros_lost_at_the_left_are_put_back_and_told(short: str, code: str) -> None:
    assert national_code.validate(short) == code
    assert [doubt.reason for doubt in national_code.doubts(short)] == ["zeros-added"]


def test_a_code_is_shown_in_persian_digits_and_what_is_none_as_it_is() -> None:
    assert national_code.format("0084575948") == "۰۰۸۴۵۷۵۹۴۸"
    assert national_code.format("12ab") == "12ab"


def test_a_doubt_about_what_is_no_code_is_a_refusal() -> None:
    with pytest.raises(Invalid):
        national_code.doubts("12ab")
