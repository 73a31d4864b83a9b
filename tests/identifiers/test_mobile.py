"""Facts about mobile numbers and their operators."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import carrier
from spellings import assert_kind_refusal, spelled, traps

from taahodname import resources
from taahodname.identifiers import Invalid, mobile

VALID = (
    ("09123456789", "mci"),
    ("09100001234", "mci"),
    ("09110001234", "mci"),
    ("09130001234", "mci"),
    ("09140001234", "mci"),
    ("09150001234", "mci"),
    ("09160001234", "mci"),
    ("09170001234", "mci"),
    ("09180001234", "mci"),
    ("09190001234", "mci"),
    ("09900001234", "mci"),
    ("09930001234", "mci"),
    ("09960001234", "mci"),
    ("09000001234", "irancell"),
    ("09050001234", "irancell"),
    ("09300001234", "irancell"),
    ("09330001234", "irancell"),
    ("09350001234", "irancell"),
    ("09390001234", "irancell"),
    ("09410001234", "irancell"),
    ("09200001234", "rightel"),
    ("09230001234", "rightel"),
    ("09310001234", "spadan"),
    ("09340001234", "telekish"),
    ("09980001234", "shatel"),
)
NUMBERS = tuple(number for number, _ in VALID)
ABROAD = st.sampled_from(["+98", "0098", "98", "+98 (0)", "+98 0", "0098-", ""])


@pytest.mark.parametrize(("number", "operator"), VALID)
def test_a_valid_number_is_returned_as_it_is_and_its_first_operator_is_known(
    number: str, operator: str
) -> None:
    assert mobile.validate(number) == number
    assert mobile.operator(number) == operator
    assert mobile.doubts(number) == ()


@given(st.sampled_from(NUMBERS).flatmap(lambda code: st.tuples(st.just(code), spelled(code))))
def test_every_spelling_of_a_number_is_the_same_number(case: tuple[str, str]) -> None:
    number, typed = case
    assert mobile.compact(typed) == number
    assert mobile.validate(typed) == number


@given(ABROAD, st.sampled_from(NUMBERS).flatmap(lambda code: st.tuples(st.just(code), spelled(code[1:]))))
def test_a_number_without_the_zero_or_with_the_country_is_the_same(
    country: str, case: tuple[str, str]
) -> None:
    number, typed = case
    assert mobile.compact(country + typed) == number


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *[(text, reason) for text, reason in traps("09123456789") if not text.endswith(".0")],
        ("0912345678", "length"),
        ("091234567890", "length"),
        ("+98 912 345 678", "length"),
        ("02188776655", "prefix"),
        ("12345", "prefix"),
        ("00000000000", "country"),
        ("11111111111", "prefix"),
        ("+1 202 555 0123", "country"),
        ("+98", "characters"),
        ("9.123456789E9", "characters"),
    ],
)
def test_what_is_no_number_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Invalid) as caught:
        mobile.validate(text)
    assert caught.value.reason == reason
    assert_kind_refusal(caught.value, text)


@pytest.mark.parametrize(
    ("number", "reasons"),
    [
        ("09120000000", ["repeated"]),
        ("09121111111", ["repeated"]),
        ("09970001234", ["unknown-prefix"]),
        ("09060001234", ["unknown-prefix"]),
        ("09320001234", ["disputed-prefix"]),
        ("09950001234", ["disputed-prefix"]),
        ("09990001234", ["disputed-prefix"]),
        ("09976666666", ["repeated", "unknown-prefix"]),
    ],
)
def test_what_is_odd_is_a_doubt(number: str, reasons: list[str]) -> None:
    assert mobile.validate(number) == number
    assert [doubt.reason for doubt in mobile.doubts(number)] == reasons


def test_a_prefix_in_no_list_has_no_operator() -> None:
    assert mobile.operator("09970001234") is None
    assert mobile.operator("09990001234") == "mvno"


def test_the_operator_of_what_is_no_number_is_a_refusal() -> None:
    with pytest.raises(Invalid):
        mobile.operator("0912")


def test_a_number_is_shown_unseparated_in_persian_digits_and_what_is_none_as_it_is() -> None:
    assert mobile.format("+98 912 345 6789") == "۰۹۱۲۳۴۵۶۷۸۹"
    assert mobile.format("0912") == "0912"


def test_the_table_of_prefixes_names_each_prefix_once_and_has_a_date_and_sources() -> None:
    table = resources.data("mobile-prefixes")
    prefixes = [prefix for row in table["operators"] for prefix in row["prefixes"]]
    assert len(prefixes) == len(set(prefixes))
    assert all(len(prefix) == 4 and prefix.startswith("09") for prefix in prefixes)
    assert set(table["disputed"]) <= set(prefixes)
    assert table["date"]
    assert table["sources"]


@pytest.mark.parametrize("row", resources.data("mobile-prefixes")["operators"], ids=lambda row: row["slug"])
def test_the_table_agrees_with_the_phone_metadata_on_who_is_mci(row: dict[str, object]) -> None:
    disputed = resources.data("mobile-prefixes")["disputed"]
    for prefix in row["prefixes"]:  # type: ignore[attr-defined]
        number = phonenumbers.parse(f"{prefix}0001234", "IR")
        if prefix not in disputed:
            assert (carrier.name_for_number(number, "en") == "IR-MCI") == (row["slug"] == "mci")


def test_a_doubt_about_what_is_no_number_is_a_refusal() -> None:
    with pytest.raises(Invalid):
        mobile.doubts("0912")
