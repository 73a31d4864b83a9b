"""Facts about landline numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spellings import assert_kind_refusal, spelled, traps

from taahodname.identifiers import Invalid, landline

VALID = (
    "02188776655",
    "02122334455",
    "02177665544",
    "02144556677",
    "02166554433",
    "01133221100",
    "01334455667",
    "02332445566",
    "02536677889",
    "02634455667",
    "02833221144",
    "03132233445",
    "03432112233",
    "03536244556",
    "04133445566",
    "04432233445",
    "05138765432",
    "05832211445",
    "06133344556",
    "07136655443",
    "07633221100",
    "08138223344",
)
ABROAD = st.sampled_from(["+98", "0098", "98", "+98 (0)", "+98 0", "0098-", "(+98) "])


@pytest.mark.parametrize("code", VALID)
def test_a_valid_number_is_returned_as_it_is(code: str) -> None:
    assert landline.validate(code) == code
    assert landline.doubts(code) == ()


@given(st.sampled_from(VALID).flatmap(lambda code: st.tuples(st.just(code), spelled(code))))
def test_every_spelling_of_a_number_is_the_same_number(case: tuple[str, str]) -> None:
    code, typed = case
    assert landline.compact(typed) == code
    assert landline.validate(typed) == code


@given(ABROAD, st.sampled_from(VALID).flatmap(lambda code: st.tuples(st.just(code), spelled(code[1:]))))
def test_a_number_with_the_countrys_code_is_the_same_number(country: str, case: tuple[str, str]) -> None:
    code, typed = case
    assert landline.compact(country + typed) == code


@pytest.mark.parametrize(
    "typed",
    [
        "(021) 8877 6655",
        "(021)-88776655",
        "+98(21)88776655",
        "021.8877.6655",
        "(۰۲۱) ۸۸۷۷۶۶۵۵",
        "‪021-88776655‬",
    ],
)
def test_brackets_and_dots_are_separators_too(typed: str) -> None:
    assert landline.validate(typed) == "02188776655"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *[(text, reason) for text, reason in traps("02188776655") if not text.endswith(".0")],
        ("77665544", "area-code"),
        ("7766554", "area-code"),
        ("09123456789", "mobile"),
        ("+98 912 345 6789", "mobile"),
        ("+1 202 555 0123", "country"),
        ("0044 20 7946 0000", "country"),
        ("+98", "characters"),
        ("++982188776655", "country"),
        ("021-887766551", "length"),
        ("021-887766", "length"),
        ("021-88776655-60", "length"),
        ("021-88776655 داخلی 12", "characters"),
        ("(021 88776655", "characters"),
    ],
)
def test_what_is_no_number_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Invalid) as caught:
        landline.validate(text)
    assert caught.value.reason == reason
    assert_kind_refusal(caught.value, text)


@pytest.mark.parametrize(
    ("text", "code", "reasons"),
    [
        ("031-2345678", "0312345678", ["seven-digits"]),
        ("021-82468", "02182468", ["short-number"]),
        ("021-12345678", "02112345678", ["first-digit"]),
        ("021-22222222", "02122222222", ["repeated"]),
        ("2188776655", "02188776655", ["zero-added"]),
        ("031-1111111", "0311111111", ["seven-digits", "first-digit", "repeated"]),
    ],
)
def test_what_is_odd_is_a_doubt(text: str, code: str, reasons: list[str]) -> None:
    assert landline.validate(text) == code
    assert [doubt.reason for doubt in landline.doubts(text)] == reasons


@pytest.mark.parametrize("text", ["+982188776655", "982188776655", "00982188776655", "(021)88776655"])
def test_a_zero_that_only_gave_way_to_the_country_is_no_doubt(text: str) -> None:
    assert landline.doubts(text) == ()


def test_a_short_number_that_no_table_knows_is_refused() -> None:
    with pytest.raises(Invalid) as caught:
        landline.validate("021-43850")
    assert caught.value.reason == "length"


def test_a_number_is_shown_with_its_area_apart_and_what_is_none_as_it_is() -> None:
    assert landline.format("+982188776655") == "۰۲۱-۸۸۷۷۶۶۵۵"
    assert landline.format("88776655") == "88776655"


def test_a_doubt_about_what_is_no_number_is_a_refusal() -> None:
    with pytest.raises(Invalid):
        landline.doubts("88776655")
