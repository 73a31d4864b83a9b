"""Facts about شناسه ملی."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spellings import assert_kind_refusal, spelled, traps

from taahodname.identifiers import Invalid, national_id

VALID = (
    "10380284790",
    "99900000121",
    "99912345670",
    "99924144295",
    "99974328339",
    "99985996646",
    "99985636635",
    "99955221867",
    "99971199180",
    "99972773481",
    "99911326829",
    "99959832537",
    "99933809868",
    "99913983248",
    "99909024960",
    "99952008029",
    "99960552189",
    "99988779677",
    "99996191166",
    "99902621967",
    "99921903155",
)


@pytest.mark.parametrize("code", VALID)
def test_a_valid_id_is_returned_as_it_is(code: str) -> None:
    assert national_id.validate(code) == code
    assert national_id.doubts(code) == ()


@given(st.sampled_from(VALID).flatmap(lambda code: st.tuples(st.just(code), spelled(code))))
def test_every_spelling_of_an_id_is_the_same_id(case: tuple[str, str]) -> None:
    code, typed = case
    assert national_id.compact(typed) == code
    assert national_id.validate(typed) == code


@given(st.from_regex("[0-9]{10}", fullmatch=True))
def test_exactly_one_last_digit_fits(ten: str) -> None:
    fitting = [digit for digit in "0123456789" if _is_valid(ten + digit)]
    assert len(fitting) == 1 or len(set(ten)) == 1


def _is_valid(code: str) -> bool:
    try:
        national_id.validate(code)
    except Invalid:
        return False
    return True


@pytest.mark.parametrize("code", ["10380284791", "10380284709", "10380284780", "20380284790", "99912345679"])
def test_a_wrong_digit_is_found(code: str) -> None:
    with pytest.raises(Invalid) as caught:
        national_id.validate(code)
    assert caught.value.reason == "check-digit"


@pytest.mark.parametrize("digit", "0123456789")
def test_a_digit_repeated_eleven_times_is_no_id(digit: str) -> None:
    with pytest.raises(Invalid) as caught:
        national_id.validate(digit * 11)
    assert caught.value.reason == "all-equal"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *traps("10380284790"),
        ("1038028479", "length"),
        ("103802847900", "length"),
        ("103.802.84790", "characters"),
    ],
)
def test_what_is_no_id_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Invalid) as caught:
        national_id.validate(text)
    assert caught.value.reason == reason
    assert_kind_refusal(caught.value, text)


@pytest.mark.parametrize("person", ["0084575948", "۹۹۹۱۲۳۴۵۶۱"])
def test_a_persons_code_is_refused_with_the_reason_that_persons_are(person: str) -> None:
    with pytest.raises(Invalid) as caught:
        national_id.validate(person)
    assert caught.value.reason == "natural-person"
    assert "اشخاص حقیقی پذیرفته نمی‌شود" in caught.value.message
    assert "natural persons are refused" in caught.value.message_en
    assert_kind_refusal(caught.value, person)


def test_an_id_that_is_a_digit_short_is_told_of_the_zero_a_spreadsheet_drops() -> None:
    with pytest.raises(Invalid) as caught:
        national_id.validate("1038028479")
    assert "اکسل" in caught.value.message
    with pytest.raises(Invalid) as caught:
        national_id.validate("103802847900")
    assert "اکسل" not in caught.value.message


def test_zeros_in_the_middle_are_a_doubt_and_no_refusal() -> None:
    assert national_id.validate("99900000010") == "99900000010"
    assert [doubt.reason for doubt in national_id.doubts("99900000010")] == ["zero-middle"]


def test_an_id_is_shown_in_persian_digits_and_what_is_none_as_it_is() -> None:
    assert national_id.format("10380284790") == "۱۰۳۸۰۲۸۴۷۹۰"
    assert national_id.format("1038028479x") == "1038028479x"


def test_a_doubt_about_what_is_no_id_is_a_refusal() -> None:
    with pytest.raises(Invalid):
        national_id.doubts("1")
