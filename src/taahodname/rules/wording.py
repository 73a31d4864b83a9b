"""Guesses whether a text is too vague, reads like advertising, or holds what panels bar."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from taahodname.persian.digits import to_ascii
from taahodname.persian.letters import fold
from taahodname.profile.shown import CARD
from taahodname.resources import data

_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:ir|com|net|org|info|me|io|co|app|shop|link|ink|ee)\b(?!@)",
    re.IGNORECASE | re.ASCII,
)

_WORD = re.compile(r"[^\W_]+")

Words = str
"""The words of a text in the form that is compared, a space before, between and behind them."""


def is_vague(kind: str, text: str) -> bool:
    """Tell whether a text likely says too little.

    Args:
        kind: «audience», «subject», «activity» or «sample», as in the table of vague words.
        text: not blank.
    """
    table = _table(kind)
    words = _words(text)
    return (
        len(text.split()) < table.least
        or table.words.issuperset(words.split())
        or any(phrase in words for phrase in table.phrases)
    )


def said_of(kind: str, text: str) -> str | None:
    """Return the first word of a list that a text holds, as the list writes it, or None.

    Args:
        kind: «advertising» or «prize».
        text: any text.
    """
    words = _words(text)
    return next((phrase for phrase, own in _phrases(kind) if own in words), None)


@cache
def _phrases(kind: str) -> tuple[tuple[str, Words], ...]:
    return tuple((phrase, _words(phrase)) for phrase in data("vague-words")[kind]["phrases"])


def has_card_number(text: str) -> bool:
    """Tell whether a text holds sixteen digits written as a bank card's are."""
    return CARD.search(to_ascii(text)) is not None


def has_link(text: str) -> bool:
    """Tell whether a text holds the address of a site; an e-mail address is none."""
    return _LINK.search(text) is not None


class _Table:
    """One section of the table of vague words, its words levelled for comparing."""

    def __init__(self, kind: str) -> None:
        row = data("vague-words")[kind]
        self.least: int = row["least"]
        self.words = frozenset(part for word in row["words"] for part in _words(word).split())
        self.phrases = tuple(_words(phrase) for phrase in row["phrases"])


@cache
def _table(kind: str) -> _Table:
    return _Table(kind)


@lru_cache(maxsize=64)  # a subject or a sample is looked through for one list after the other
def _words(text: str) -> Words:
    """Return the words of a text; the half-space parts words as a space does."""
    return " ".join(["", *_WORD.findall(fold(text)), ""])
