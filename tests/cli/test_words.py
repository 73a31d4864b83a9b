"""The words of the command line, in both languages."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from taahodname.cli import contacts, words

SOURCES = "\n".join(path.read_text("utf-8") for path in Path(words.__file__).parent.glob("*.py"))
TABLE = words._WORDS
# Keys that are put together while the program runs: «option.» + a parameter's name, and so on.
PUT_TOGETHER = (
    "option.",
    "argument.",
    "severity.",
    "bar.",
    "batch.",
    "exit.",
    *(f"contacts.{name}" for name in contacts.COMMANDS),
    *(f"letterhead.{part}." for part in ("kind", "page", "sheet", "how", "field")),
)
COMMANDS = {"render", "check", "rules", "contacts", "schema", "init"}


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", TABLE)
def test_both_languages_have_the_same_gaps(key):
    persian, english = TABLE[key]
    assert gaps(persian) == gaps(english)


@pytest.mark.parametrize("key", TABLE)
def test_persian_words_are_spelt_with_persian_letters(key):
    persian, _ = TABLE[key]
    assert not re.search("[يكىٰ٠-٩]", persian)
    assert re.search("[\u0600-\u06ff]", persian)


@pytest.mark.parametrize("key", TABLE)
def test_english_words_hold_no_persian_but_in_quotes(key):
    _, english = TABLE[key]
    assert not re.search("[\u0600-\u06ff]", re.sub("«[^»]*»", "", english))


@pytest.mark.parametrize("key", [key for key in TABLE if not key.startswith(PUT_TOGETHER)])
def test_every_piece_is_used_somewhere(key):
    assert key in COMMANDS or SOURCES.count(f'"{key}"') > 1


def test_every_piece_that_the_sources_name_exists():
    named = re.findall(r'(?:word|wrong|both|unknown)\(\s*"([a-z.-]+)"', SOURCES)
    assert len(named) > 20
    assert set(named) <= set(TABLE)


def test_values_fill_the_gaps():
    assert words.word("hint", "en", command="taahodname --help") == "For help: taahodname --help"
    assert words.both("option.help") == ("این راهنما را نشان می‌دهد.", "Shows this help.")
