from __future__ import annotations

from typing import Any

import pytest

from taahodname.word.kinds import example, kind

VALUES = {"a": "متن", "b": {"c": "", "d": True}, "list": [{"e": "x"}, {"e": "y"}], "none": [], "n": 3}


def test_an_example_is_of_the_kind_it_was_made_for() -> None:
    assert kind(example(kind(VALUES))) == kind(VALUES)


def test_kinds_hold_no_words() -> None:
    assert "متن" not in repr(kind(VALUES))


@pytest.mark.parametrize(
    "other",
    [
        {**VALUES, "a": 1},
        {**VALUES, "more": ""},
        {**VALUES, "list": []},
        {**VALUES, "list": "text"},
        {**VALUES, "b": {"c": ""}},
    ],
)
def test_another_name_or_kind_is_told_apart(other: dict[str, Any]) -> None:
    assert kind(other) != kind(VALUES)


def test_other_words_are_of_the_same_kind() -> None:
    assert kind({**VALUES, "a": "دیگر", "list": [{"e": "z"}]}) == kind(VALUES)
