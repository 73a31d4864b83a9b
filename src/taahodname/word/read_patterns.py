"""Keeps paragraphs that were read, as they are and without their words: most look like others before."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from typing import TypeVar

from msgspec import Struct, field

from taahodname.paper.blocks import Inline, Paragraph, Text, TextStyle
from taahodname.word.markup import Element
from taahodname.word.names import qn

_MOST = 500  # some five letters' worth of paragraphs, and of patterns
ARABIC = re.compile("[\u0590-\u08ff]")
"""Letters that Word sets in the font for complex scripts, whatever their run says."""
_WORDS = re.compile("<w:t(?: [^<>]*)?>[^<]*</w:t>")
_T = qn("w:t")


class Said(Struct, frozen=True):
    """A text of a pattern: its style, and which of the paragraph's `w:t` it is made of."""

    style: TextStyle
    words: tuple[int, ...]


class Pattern(Struct, frozen=True):
    """A paragraph without its words.

    Attributes:
        paragraph: one that was read.
        inlines: its inlines, with places for texts.
    """

    paragraph: Paragraph
    inlines: tuple[Inline | Said, ...]

    def saying(self, words: Sequence[str]) -> Paragraph:
        """Return the paragraph with other words.

        Args:
            words: of each of its `w:t`.
        """
        inlines = tuple(
            Text("".join([words[one] for one in inline.words]), inline.style)
            if isinstance(inline, Said)
            else inline
            for inline in self.inlines
        )
        like = self.paragraph
        return Paragraph(inlines, like.format, like.mark_style, like.name)


class Reading(Struct, frozen=True):
    """A paragraph as it was read.

    Attributes:
        paragraph: it.
        inlines: its inlines before neighbouring texts of one style were made one.
        altered: whether a word does not stand there as it is written (capitals, signs, hidden words).
    """

    paragraph: Paragraph
    inlines: Sequence[Inline]
    altered: bool


class Patterns(Struct):
    """Room for the paragraphs of one style sheet and for their patterns."""

    paragraphs: dict[Hashable, Paragraph] = field(default_factory=dict)
    patterns: dict[Hashable, Pattern] = field(default_factory=dict)

    def read(
        self,
        paragraph: Element,
        written: str,
        around: tuple[Hashable, ...],
        read: Callable[[], Reading],
    ) -> Paragraph:
        """Return a paragraph, as it was read before where one that is written or looks alike was.

        Args:
            paragraph: a `w:p`.
            written: the same as text.
            around: what else it hangs on: its prefixes, and elements of the style sheet, which are known by
                being the same.
            read: reads it.
        """
        key = (written, *around)
        found = self.paragraphs.get(key)
        if found is not None:
            return found
        words = [one.text or "" for one in paragraph.iter(_T)]
        look = (*_look(written, words), *around)
        pattern = self.patterns.get(look)
        if pattern is not None:
            return _kept(self.paragraphs, key, pattern.saying(words))
        reading = read()
        if stands_alone(paragraph):
            pattern = _pattern(reading, words)
            if pattern is not None:
                _kept(self.patterns, look, pattern)
        elif not stands_alone(paragraph, _WITH_FIELDS):
            return reading.paragraph
        return _kept(self.paragraphs, key, reading.paragraph)


_Thing = TypeVar("_Thing")


def _kept(room: dict[Hashable, _Thing], key: Hashable, thing: _Thing) -> _Thing:
    if len(room) >= _MOST:
        room.clear()
    room[key] = thing
    return thing


def _look(written: str, words: Iterable[str]) -> tuple[Hashable, ...]:
    """Return all of a paragraph but its words, and what their style hangs on (`Cascade.text_style`)."""
    kinds = tuple((not one, ARABIC.search(one) is not None) for one in words)
    return tuple(_WORDS.split(written)), kinds


def _pattern(reading: Reading, words: Sequence[str]) -> Pattern | None:
    """Return the pattern of a paragraph, None where its texts are not simply its words."""
    places = [place for place, one in enumerate(words) if one]
    texts = [inline.text for inline in reading.inlines if isinstance(inline, Text)]
    if reading.altered or texts != [words[place] for place in places]:
        return None
    inlines: list[Inline | Said] = []
    waiting = iter(places)
    for inline in reading.inlines:
        last = inlines[-1] if inlines else None
        if not isinstance(inline, Text):
            inlines.append(inline)
        elif isinstance(last, Said) and last.style == inline.style:
            inlines[-1] = Said(last.style, (*last.words, next(waiting)))
        else:
            inlines.append(Said(inline.style, (next(waiting),)))
    return Pattern(reading.paragraph, tuple(inlines))


# What a paragraph may hold to look the same wherever it stands: no number that goes on counting, no note, no
# picture or link of its part, no field, no end of a section.
_FORMAT, _RUN = qn("w:pPr"), qn("w:r")
_FREE = frozenset(qn(f"w:{name}") for name in ["rPr", "t", "tab", "br", "cr", "bookmarkStart", "bookmarkEnd"])
# A field is whole within its paragraph, or it is refused; what it shows may be other words than are written.
_WITH_FIELDS = _FREE | {qn("w:fldChar"), qn("w:instrText")}
_BOUND = frozenset(qn(f"w:{name}") for name in ["numPr", "sectPr", "framePr", "cnfStyle"])


def stands_alone(paragraph: Element, free: Container[str] = _FREE) -> bool:
    """Tell whether what is read of a paragraph hangs on itself and the styles alone.

    Args:
        paragraph: a `w:p`.
        free: the elements that it may hold.
    """
    for child in paragraph:
        if child.tag == _FORMAT:
            if any(one.tag in _BOUND for one in child):
                return False
        elif child.tag == _RUN:
            if any(one.tag not in free for one in child):
                return False
        elif child.tag not in free:
            return False
    return True
