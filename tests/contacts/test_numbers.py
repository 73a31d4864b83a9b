"""However a mobile number is written, it is the same number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taahodname.contacts.gathering import _KNOWN_IN_PART
from taahodname.contacts.numbers import (
    is_known_form,
    looks_mobile,
    parts_of_number,
    parts_of_text,
    spelled,
)
from taahodname.contacts.reasons import Reason
from taahodname.persian.digits import ARABIC_INDIC, ASCII, PERSIAN

TAILS = st.integers(0, 10**9 - 1)
PREFIXES = st.sampled_from(["0", "", "+98", "0098", "98", "+98 ", "+98-", "(0)", "+98 (0)", "0098 0"])
GAPS = st.lists(
    st.sampled_from(["", "", " ", "-", "\u200c", "\u00a0", "ـ", "\u202c"]), min_size=8, max_size=8
)
DIGITS = st.sampled_from([ASCII, PERSIAN, ARABIC_INDIC])
EDGES = st.sampled_from(["", " ", "\u200f", "\u202a", "\ufeff", "\t"])


@given(TAILS, PREFIXES, GAPS, DIGITS, EDGES, EDGES)
def test_every_spelling_of_a_number_gives_that_number(tail, prefix, gaps, digits, before, after):
    body = f"9{tail:09d}"
    parted = "".join(digit + gap for digit, gap in zip(body, [*gaps, "", ""], strict=True))
    written = (before + prefix + parted + after).translate(str.maketrans(ASCII, digits))
    (part,) = parts_of_text(written)
    assert part.number == tail
    assert looks_mobile(written)


@given(TAILS)
def test_a_number_that_a_spreadsheet_stores_is_the_same_and_its_zero_is_told(tail):
    (text,) = parts_of_text(spelled(tail)[1:])
    number = parts_of_number(float(9 * 10**9 + tail))
    assert (text.number, number.number, text.restored, number.restored) == (tail, tail, True, True)
    assert parts_of_number(float(989 * 10**9 + tail)).number == tail


@given(
    st.lists(TAILS, min_size=2, max_size=4), st.sampled_from([" ", ",", " / ", "؛", "\n", " و ", "-", "  "])
)
def test_several_numbers_in_a_cell_are_all_read(tails, between):
    parts = parts_of_text(between.join(map(spelled, tails)))
    assert [part.number for part in parts] == tails


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_and_every_part_is_a_number_or_has_a_reason(text):
    for part in parts_of_text(text):
        assert (part.number is None) == (part.reason is not None)


@given(st.floats() | st.integers())
def test_no_number_breaks_the_reading(value):
    part = parts_of_number(value)
    assert (part.number is None) == (part.reason is not None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("02188776655", Reason.LANDLINE),
        ("+98 21 8877 6655", Reason.LANDLINE),
        ("88776655", Reason.LANDLINE),
        ("0912123456", Reason.TOO_SHORT),
        ("98912123456", Reason.TOO_SHORT),
        ("12", Reason.TOO_SHORT),
        ("091212345678", Reason.TOO_LONG),
        ("+9891212345678", Reason.TOO_LONG),
        ("+12025550123", Reason.FOREIGN),
        ("0012025550123", Reason.FOREIGN),
        ("0084575948", Reason.TOO_SHORT),
        ("9.12E+09", Reason.DIGITS_LOST),
        ("ندارد", Reason.NOT_NUMBER),
        ("0912123456O", Reason.NOT_NUMBER),
        ("09121234567 داخلی 5", Reason.NOT_NUMBER),
    ],
)
def test_what_is_no_mobile_number_has_its_reason(text, reason):
    assert [part.reason for part in parts_of_text(text)] == [reason]


@pytest.mark.parametrize("text", ["", "  ", "\u200f", '=""'])
def test_a_cell_that_only_looks_filled_holds_nothing(text):
    assert parts_of_text(text) == ()


def test_libphonenumber_knows_the_common_ranges_and_not_all():
    assert is_known_form(121234567)
    assert not is_known_form(971234567)


def test_libphonenumber_knows_all_of_the_newer_prefixes_but_those_it_is_asked_about():
    newer = set(range(90, 100)) - _KNOWN_IN_PART
    assert all(is_known_form(prefix * 10**7 + start * 10**3) for prefix in newer for start in range(10**4))
    assert not all(is_known_form(prefix * 10**7) for prefix in _KNOWN_IN_PART)
