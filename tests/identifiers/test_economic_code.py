"""Facts about کد اقتصادی."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spellings import assert_kind_refusal, spelled, traps

from taahodname.identifiers import Invalid, economic_code

NEW = (
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
)
OLD = (
    "411100000012",
    "411100000127",
    "411200034561",
    "411300078902",
    "411400011223",
    "411500099887",
    "411600055443",
    "411700066778",
    "411800012390",
    "411900087651",
)


@pytest.mark.parametrize("code", NEW)
def test_a_companys_code_of_today_is_its_national_id(code: str) -> None:
    assert economic_code.validate(code) == code
    assert economic_code.doubts(code) == ()


@pytest.mark.parametrize("code", OLD)
def test_a_code_of_the_old_series_passes_and_is_told_to_be_old(code: str) -> None:
    assert economic_code.validate(code) == code
    assert [doubt.reason for doubt in economic_code.doubts(code)] == ["old"]


@given(st.sampled_from(NEW + OLD).flatmap(lambda code: st.tuples(st.just(code), spelled(code))))
def test_every_spelling_of_a_code_is_the_same_code(case: tuple[str, str]) -> None:
    code, typed = case
    assert economic_code.compact(typed) == code
    assert economic_code.validate(typed) == code


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *traps("10380284790"),
        ("10380284791", "check-digit"),
        ("33333333333", "all-equal"),
        ("111111111111", "all-equal"),
        ("1038028479", "length"),
        ("1038028479012", "length"),
        ("103802847901234", "length"),
    ],
)
def test_what_is_no_code_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Invalid) as caught:
        economic_code.validate(text)
    assert caught.value.reason == reason
    assert "کد اقتصادی" in caught.value.message
    assert_kind_refusal(caught.value, text)


def test_a_persons_code_is_refused_with_the_reason_that_persons_are() -> None:
    with pytest.raises(Invalid) as caught:
        economic_code.validate("99912345610001")
    assert caught.value.reason == "natural-person"
    assert "اشخاص حقیقی" in caught.value.message
    assert_kind_refusal(caught.value, "99912345610001")


def test_a_code_is_shown_in_persian_digits_and_what_is_none_as_it_is() -> None:
    assert economic_code.format("10380284790") == "۱۰۳۸۰۲۸۴۷۹۰"
    assert economic_code.format("") == ""


def test_a_doubt_about_what_is_no_code_is_a_refusal() -> None:
    with pytest.raises(Invalid):
        economic_code.doubts("12")
