from __future__ import annotations

import pytest

from taahodname.persian.counters import counted, is_way


@pytest.mark.parametrize(
    ("number", "way", "expected"),
    [
        (12, "decimal", "12"),
        (7, "decimalZero", "07"),
        (4, "numberInDash", "- 4 -"),
        (1994, "upperRoman", "MCMXCIV"),
        (9, "lowerRoman", "ix"),
        (26, "upperLetter", "Z"),
        (28, "lowerLetter", "bb"),
        (3, "arabicAlpha", "ت"),
        (3, "arabicAbjad", "ج"),
        (29, "arabicAlpha", "أأ"),
        (5, "chicago", "**"),
        (5, "none", ""),
    ],
)
def test_a_number_is_said_as_word_says_it(number: int, way: str, expected: str) -> None:
    assert counted(number, way) == expected


def test_digits_become_persian_and_letters_stay() -> None:
    assert counted(10, persian=True) == "۱۰"
    assert counted(3, "lowerLetter", persian=True) == "c"
    assert counted(3, "decimalZero", persian=True) == "۰۳"


def test_what_letters_cannot_say_is_said_in_digits() -> None:
    assert counted(0, "upperRoman") == "0"
    assert counted(0, "arabicAbjad", persian=True) == "۰"


def test_an_unknown_way_is_told() -> None:
    assert is_way("arabicAbjad")
    assert not is_way("ideographDigital")
    with pytest.raises(KeyError):
        counted(1, "ideographDigital")
