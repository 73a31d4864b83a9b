"""Facts about the three families of digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taahodname.persian import digits


@pytest.mark.parametrize(
    ("given_text", "ascii_text"),
    [
        ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
        ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
        ("پلاک ۱۲ و ٣", "پلاک 12 و 3"),
        ("²½①१", "²½①१"),
        ("", ""),
    ],
)
def test_only_persian_and_arabic_digits_become_ascii(given_text: str, ascii_text: str) -> None:
    assert digits.to_ascii(given_text) == ascii_text


def test_persian_digits_are_the_persian_ones_and_not_the_arabic_ones() -> None:
    assert digits.to_persian("0123456789") == "\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9"
    assert digits.to_persian("٤٥٦ ABC") == "۴۵۶ ABC"


def test_arabic_digits_become_persian_ones_where_ascii_ones_stay() -> None:
    assert digits.arabic_to_persian("٠١٢٣٤٥٦٧٨٩ 12 آ") == "۰۱۲۳۴۵۶۷۸۹ 12 آ"


@given(
    st.text(
        alphabet=digits.ASCII + digits.PERSIAN + digits.ARABIC_INDIC + "²½①१ آبA٬\ufdf2\ud800", max_size=40
    )
)
def test_every_sign_is_turned_by_itself(text: str) -> None:
    for turn in (digits.to_ascii, digits.to_persian, digits.arabic_to_persian):
        assert turn(text) == "".join(map(turn, text))


@given(st.text(alphabet="0123456789 /-آبA", max_size=30))
def test_a_text_comes_back_from_persian_digits_as_it_went(text: str) -> None:
    assert digits.to_ascii(digits.to_persian(text)) == text


@pytest.mark.parametrize(
    ("number", "grouped"),
    [(0, "۰"), (12, "۱۲"), (999, "۹۹۹"), (1000, "۱\u066c۰۰۰"), (500_000_000, "۵۰۰\u066c۰۰۰\u066c۰۰۰")],
)
def test_a_number_is_grouped_in_threes_with_the_persian_separator(number: int, grouped: str) -> None:
    assert digits.group(number) == grouped


@given(st.integers(min_value=0, max_value=10**18))
def test_grouping_loses_no_digit(number: int) -> None:
    assert digits.to_ascii(digits.group(number)).replace(digits.THOUSANDS, "") == str(number)


@pytest.mark.parametrize("value", [True, 1.0, "12", None])
def test_only_a_whole_number_is_grouped(value: object) -> None:
    with pytest.raises(TypeError):
        digits.group(value)  # type: ignore[arg-type]


def test_a_number_below_zero_is_not_grouped() -> None:
    with pytest.raises(ValueError, match="below zero"):
        digits.group(-1)
