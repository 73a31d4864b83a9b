"""What the tests of identifiers share: the ways people type one number, and what is never a number."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from taahodname.identifiers import Invalid
from taahodname.persian import digits

_BETWEEN = st.sampled_from(["", "", "", " ", "-", "\u00a0", "\u200c", "–", " - ", "\u200e", "ـ"])
_DIGITS = st.sampled_from([digits.ASCII, digits.PERSIAN, digits.ARABIC_INDIC])
_AROUND = st.sampled_from(["", " ", "\u200e", "\u00a0"])


@st.composite
def spelled(draw: st.DrawFn, number: str) -> str:
    """Return a number with any separators between its digits and each digit of any family."""
    typed = [draw(_DIGITS)[int(digit)] for digit in number]
    parts = [typed[0], *(draw(_BETWEEN) + digit for digit in typed[1:])]
    return draw(_AROUND) + "".join(parts) + draw(_AROUND)


def traps(number: str) -> list[tuple[str, str]]:
    """Return what looks like a valid number and is none, with the reason of its refusal."""
    return [
        ("", "empty"),
        (" \u200c\u00a0", "empty"),
        (number + "\n", "characters"),
        ("\n" + number, "characters"),
        (number[:-1] + "²", "characters"),
        (number[:-1] + "½", "characters"),
        (number[:-1] + "१", "characters"),
        (number[:-1] + "O", "characters"),
        (number[:-1] + "الف", "characters"),
        (number + "-", "characters"),
        ("-" + number, "characters"),
        (number + "/1", "characters"),
        (number + ".0", "characters"),
    ]


def assert_kind_refusal(error: Invalid, given: str) -> None:
    """Assert that a refusal speaks both languages, says what to do, and does not tell the number."""
    assert "؛" in error.message
    assert error.message.endswith(".")
    assert ";" in error.message_en
    number = re.sub("[^0-9]", "", digits.to_ascii(given))
    if len(number) > 4:
        assert number not in digits.to_ascii(error.message)
        assert number not in error.message_en
