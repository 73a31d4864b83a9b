"""Facts about sums in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taahodname.persian import amounts
from taahodname.units import Rial

_ONES = ["صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه"]
_TEENS = ["ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"]
_TENS = ["بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
_HUNDREDS = ["یکصد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"]
_SMALL = {
    **{word: value for value, word in enumerate(_ONES + _TEENS)},
    **{word: value * 10 for value, word in enumerate(_TENS, start=2)},
    **{word: value * 100 for value, word in enumerate(_HUNDREDS, start=1)},
}
_LARGE = {"هزار": 10**3, "میلیون": 10**6, "میلیارد": 10**9}


def _read(words: str) -> int:
    """Read Persian number words back: «میلیارد» multiplies all before it, the others their own group."""
    total = group = 0
    milliards = 0
    for word in words.split(" "):
        if word == "میلیارد":
            milliards, total, group = (total + group) * 10**9, 0, 0
        elif word in _LARGE:
            total, group = total + group * _LARGE[word], 0
        elif word != "و":
            group += _SMALL[word]
    return milliards + total + group


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "صفر"),
        (1, "یک"),
        (10, "ده"),
        (21, "بیست و یک"),
        (101, "یکصد و یک"),
        (1_000, "یک هزار"),
        (50_000_000, "پنجاه میلیون"),
        (500_000_000, "پانصد میلیون"),
        (10**9, "یک میلیارد"),
        (10**12, "یک هزار میلیارد"),
        (10**12 + 1, "یک هزار میلیارد و یک"),
        (25 * 10**11, "دو هزار و پانصد میلیارد"),
        (10**15, "یک میلیون میلیارد"),
    ],
)
def test_a_number_is_written_as_iranian_papers_write_it(number: int, words: str) -> None:
    assert amounts.in_words(number) == words


@given(st.integers(min_value=0, max_value=amounts.MAX))
def test_the_words_read_back_as_the_number(number: int) -> None:
    assert _read(amounts.in_words(number)) == number


@given(st.integers(min_value=0, max_value=amounts.MAX))
def test_the_words_are_clean_persian_with_single_spaces(number: int) -> None:
    words = amounts.in_words(number)
    assert "  " not in words
    assert "بیلی" not in words
    assert not set("يك\u200c") & set(words)


@pytest.mark.parametrize("value", [True, 1.0, "12", None])
def test_only_a_whole_number_has_words(value: object) -> None:
    with pytest.raises(TypeError):
        amounts.in_words(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [-1, 10**15 + 1])
def test_a_number_out_of_range_has_no_words(number: int) -> None:
    with pytest.raises(ValueError, match="only numbers"):
        amounts.in_words(number)


def test_defaults_that_another_program_changed_are_not_used() -> None:
    import num2fawords

    num2fawords.change_defaults(positive="مثبت ")
    try:
        assert amounts.in_words(2 * 10**12 + 5) == "دو هزار میلیارد و پنج"
    finally:
        num2fawords.change_defaults()


def test_a_sum_stands_in_digits_and_in_words() -> None:
    assert amounts.rial(Rial(500_000_000)) == "۵۰۰٬۰۰۰٬۰۰۰ ریال (پانصد میلیون ریال)"
    assert amounts.rial(Rial(10)) == "۱۰ ریال (ده ریال)"
