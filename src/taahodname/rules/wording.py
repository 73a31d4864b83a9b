"""Guesses whether a text is too vague, reads like advertising, or holds what panels bar."""

from __future__ import annotations

import re
from functools import cache

from taahodname.persian.digits import to_ascii
from taahodname.persian.letters import fold
from taahodname.profile.shown import CARD
from taahodname.resources import data

_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:ir|com|net|org|info|me|io|co|app|shop|link|ink|ee)\b(?!@)",
    re.IGNORECASE | re.ASCII,
)

Words = tuple[str, ...]


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
        or all(word in table.words for word in words)
        or any(_holds(words, phrase) for phrase in table.phrases)
    )


def said_of(kind: str, text: str) -> str | None:
    """Return the first word of a list that a text holds, as the list writes it, or None.

    Args:
        kind: «advertising» or «prize».
        text: any text.
    """
    words = _words(text)
    return next((phrase for phrase, parts in _phrases(kind) if _holds(words, parts)), None)


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
        self.words = frozenset(part for word in row["words"] for part in _words(word))
        self.phrases = tuple(_words(phrase) for phrase in row["phrases"])


@cache
def _table(kind: str) -> _Table:
    return _Table(kind)


def _words(text: str) -> Words:
    """Return the words of a text in the form that is compared; the half-space parts words as a space does."""
    return tuple(re.findall(r"[^\W_]+", fold(text)))


def _holds(words: Words, phrase: Words) -> bool:
    """Tell whether the words of a phrase stand side by side in a text."""
    size = len(phrase)
    return any(words[place : place + size] == phrase for place in range(len(words) - size + 1))
