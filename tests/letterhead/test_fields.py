from __future__ import annotations

import pytest

from taahodname.letterhead.fields import labels_in, same_line


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("شماره: ........", ["number"]),
        ("شماره :", ["number"]),
        ("شماره", ["number"]),
        ("شمـــاره: ____", ["number"]),
        ("تاريخ ......", ["date"]),
        ("پيوست:", ["attachments"]),
        ("پیوست‌ها: …………", ["attachments"]),
        ("شماره‌ی نامه: ……", ["number"]),
        ("شماره: ...... تاریخ: .../.../... پیوست:", ["number", "date", "attachments"]),
        ("شماره:\t\tتاریخ:\t", ["number", "date"]),
        ("شماره ثبت: ۱۲۳۴", []),
        ("شماره تماس: ۰۲۱", []),
        ("تاریخ ثبت: ", []),
        ("این نامه به پیوست", []),
        ("تلفن شماره ۱۲۳", []),
        ("بازتاریخ: ....", []),
    ],
)
def test_a_label_is_known_in_every_spelling_and_nowhere_else(text: str, names: list[str]) -> None:
    assert [one.name for one in labels_in(text)] == names
    assert not any(one.filled for one in labels_in(text))


def test_a_label_that_says_something_already_is_filled() -> None:
    (found,) = labels_in("پیوست: ندارد")
    assert found.filled


def test_the_places_are_those_of_the_text_as_it_stands() -> None:
    text = "  شمـــاره‌ : ..... "
    (found,) = labels_in(text)
    assert text[found.start : found.ends].strip() == "شمـــاره‌ :"
    assert text[found.ends : found.blank_ends].strip() == "....."


@pytest.mark.parametrize(
    ("text", "name", "value", "same"),
    [
        ("شماره: ۱۴۰۵/الف/۱۲۳", "number", "۱۴۰۵/الف/۱۲۳", True),
        ("شماره: \u200e۱۴۰۵/الف/۱۲۳\u200e", "number", "۱۴۰۵/الف/۱۲۳", True),
        ("شماره: ", "number", "", True),
        ("شماره: ۱۲", "number", "۱۳", False),
        ("شماره ثبت: ۱۲", "number", "۱۲", False),
        ("به تاریخ ۱۴۰۵/۰۹/۰۲", "date", "۱۴۰۵/۰۹/۰۲", False),
    ],
)
def test_a_letter_s_own_line_is_known_by_its_value(text: str, name: str, value: str, same: bool) -> None:
    assert same_line(text, name, value) is same
