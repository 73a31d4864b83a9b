"""Paragraphs cut into shaped pieces: words, spaces, tabs and pictures, each with its bidi level."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from msgspec import Struct

from taahodname.paper.blocks import (
    FloatingPicture,
    Inline,
    LineBreak,
    Note,
    PageBreak,
    PageNumber,
    Paragraph,
    Picture,
    Tab,
    Text,
    TextStyle,
)
from taahodname.paper.drawings import Drawing
from taahodname.persian.counters import counted
from taahodname.typeset import bidi
from taahodname.typeset.bonds import Bonds
from taahodname.typeset.fonts import Face, FontBook, FontChoice
from taahodname.typeset.shape import Glyph, shape_word, width
from taahodname.typeset.spaces import SPACES
from taahodname.typeset.spacing import spaced

_OBJECT = "\ufffc"
_LINE_END = "\u2028"
# They steer the order and have no shape: the levels hold what they said.
_CONTROLS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_JOINERS = frozenset("\u200c\u200d")
_KEPT_LOOKS, _KEPT_WORDS = 32, 1_000

Kind = Literal["text", "space", "tab", "picture", "break", "page-break"]


class PageNumbers(Struct, frozen=True):
    """What the fields of a head or a foot say on one page.

    Attributes:
        page: its number.
        pages: how many pages there are.
        section_pages: how many its section has.
        way: how the section counts them.
    """

    page: int = 1
    pages: int = 1
    section_pages: int = 1
    way: str = "decimal"


@dataclass(slots=True)
class Piece:
    """One thing on a line, of one level, style and font.

    Attributes:
        kind: what it is.
        level: its bidi level; odd is right-to-left.
        width: its natural width in points.
        ascent, descent: its room above and below the base line.
        text: its characters in logical order.
        glyphs, choice, style: for text and spaces.
        picture: for a picture or a drawing.
        script: what HarfBuzz takes a text for; None for digits and signs.
        apart: a space beside it changes nothing.
        note: it is the mark of this footnote.
        tab: the tab that it stands for, where that names its own place.
        leader: the sign that fills it, for a tab.
        inks: how it is drawn, kept for the next time (`pdf_text`).
    """

    kind: Kind
    level: int
    width: float
    ascent: float
    descent: float
    text: str = ""
    glyphs: tuple[Glyph, ...] = ()
    choice: FontChoice | None = None
    style: TextStyle | None = None
    picture: Picture | Drawing | None = None
    script: str | None = None
    apart: bool = True
    note: Note | None = None
    tab: Tab | None = None
    leader: str = ""
    inks: Any = field(default=None, init=False, compare=False, repr=False)


class Token(Struct):
    """Pieces with no place for a line to end between them, or a single space, tab or break.

    Attributes:
        kind: what it is.
        pieces: of what it consists.
        bound: its glyphs may be others beside what stands before it than by itself (`runs` tells which).
        width: the natural width in points; that of a tab is known when its place is (`breaking`).
    """

    kind: Kind
    pieces: Sequence[Piece]
    bound: bool = False
    width: float = 0.0

    def __post_init__(self) -> None:
        pieces = self.pieces
        self.width = pieces[0].width if len(pieces) == 1 else sum([piece.width for piece in pieces])


def tokens(paragraph: Paragraph, fonts: FontBook, numbers: PageNumbers) -> list[Token]:
    """Return a paragraph as tokens in logical order.

    Raises:
        FontError: when no font at hand has one of its characters.
    """
    source = _Source(paragraph.inlines, numbers, fonts)
    levels = bidi.paragraph_levels(source.text, rtl=paragraph.format.rtl)
    found: list[Token] = []
    bonds = Bonds()
    for span in _SPAN.finditer(source.text):
        start, end = span.span()
        token = source.known(start, end, levels) or _taken_apart(source, levels, start, end, fonts)
        bound = False
        for piece in token.pieces:
            bound |= bonds.is_bound(piece)  # it must see every one
        found.append(Token(token.kind, token.pieces, bound=True) if bound else token)
    return found


def _taken_apart(source: _Source, levels: Sequence[int], start: int, end: int, fonts: FontBook) -> Token:
    """Return a span with pieces that are looked for character by character."""
    kind = _kind(source.text[start:end])
    if kind == "text":
        return Token(kind, tuple(_word_pieces(source, levels, start, end, fonts)))
    return Token(kind, (_single(kind, source, levels[start], start, fonts),))


class _Source:
    """The characters of a paragraph and, for each, the inline it came from."""

    def __init__(self, inlines: tuple[Inline, ...], numbers: PageNumbers, fonts: FontBook) -> None:
        parts: list[str] = []
        self._inlines = inlines
        self._places: list[int] = []  # of the inline of each character among all
        self._words: list[_Words | None] = []
        for place, inline in enumerate(inlines):
            part = _characters(inline, numbers)
            parts.append(part)
            self._places += [place] * len(part)
            words = _words(_choice(inline.style, fonts), inline.style) if isinstance(inline, Text) else None
            self._words.append(words)
        self.text = "".join(parts)
        self.has_notes = any(isinstance(inline, Note) for inline in inlines)

    def owner(self, index: int) -> Inline:
        """Return the inline that a character came from."""
        return self._inlines[self._places[index]]

    def known(self, start: int, end: int, levels: Sequence[int]) -> Token | None:
        """Return a word or a space of one look without anything strange, as nearly all are; else None.

        What is of one look and level is shaped by itself, whatever stands beside it.
        """
        words, level = self._words[self._places[start]], levels[start]
        if words is None or self._places[end - 1] != self._places[start]:
            return None
        if end - start == 1 or levels[start:end].count(level) == end - start:
            return words.token(self.text[start:end], level)
        pieces: list[Piece] = []
        while start < end:
            stop, level = start + 1, levels[start]
            while stop < end and levels[stop] == level:
                stop += 1
            part = words.token(self.text[start:stop], level)
            if part is None:
                return None
            pieces += part.pieces
            start = stop
        return Token("text", tuple(pieces))

    def style(self, index: int) -> TextStyle:
        owner = self.owner(index)
        if isinstance(owner, Text | Tab | PageNumber | Note):
            return owner.style
        raise TypeError(owner)

    def note(self, index: int) -> Note | None:
        """Return the footnote that a character is the mark of."""
        owner = self.owner(index)
        return owner if isinstance(owner, Note) else None


def _characters(inline: Inline, numbers: PageNumbers) -> str:
    match inline:
        case Text(text=text):
            return text
        case Tab():
            return "\t"
        case LineBreak():
            return _LINE_END
        case PageBreak():
            return "\f"
        case Picture() | Drawing():
            return _OBJECT
        case Note(text=text):
            return text
        case PageNumber():
            return _number(inline, numbers)
        case FloatingPicture():
            return ""


def _number(field: PageNumber, numbers: PageNumbers) -> str:
    found = {"page": numbers.page, "pages": numbers.pages, "section-pages": numbers.section_pages}[field.kind]
    way = field.way or (numbers.way if field.kind == "page" else "decimal")
    return counted(found, way, persian=field.persian)


_ALONE: dict[str, Kind] = {"\t": "tab", _LINE_END: "break", "\f": "page-break", _OBJECT: "picture"}


_SEPARATE = "".join(_ALONE) + "".join(sorted(SPACES))
_STEERING = "".join(sorted(_CONTROLS))
# A word without the controls around it, or one of what parts words.
_SPAN = re.compile(f"[^{_SEPARATE}{_STEERING}](?:[^{_SEPARATE}]*[^{_SEPARATE}{_STEERING}])?|[{_SEPARATE}]")


def _kind(span: str) -> Kind:
    return _ALONE.get(span) or ("space" if span in SPACES else "text")


class _Words:
    """The words of one look that were met so far: most words of a client are known before."""

    def __init__(self, choice: FontChoice, style: TextStyle) -> None:
        self._choice = choice
        self._style = style
        self._known: dict[tuple[str, int], Token] = {}

    def token(self, text: str, level: int) -> Token | None:
        """Return a word or a space, None when it may take another font or has what is not drawn."""
        known = self._known.get((text, level))
        if known is not None or not self._choice.face.plain.issuperset(text):
            return known
        if len(self._known) >= _KEPT_WORDS:
            self._known.clear()
        kind: Kind = "space" if text in SPACES else "text"
        token = Token(kind, (_text_piece(kind, text, level, self._choice, self._style),))
        self._known[text, level] = token
        return token


_words = lru_cache(maxsize=_KEPT_LOOKS)(_Words)


def _single(kind: Kind, source: _Source, level: int, index: int, fonts: FontBook) -> Piece:
    owner = source.owner(index)
    if isinstance(owner, Picture | Drawing):
        return Piece(kind, level, owner.width, owner.height, 0, picture=owner)
    if isinstance(owner, LineBreak | PageBreak):
        return Piece(kind, level, 0, 0, 0)
    style = source.style(index)
    text = source.text[index]
    choice = _choice(style, fonts)
    if kind == "tab":
        face = choice.face
        piece = Piece(kind, level, 0, *_room(face, style), text, (), choice, style)
        if isinstance(owner, Tab) and owner.stop:
            piece.tab = owner
        return piece
    return _text_piece("space", text, level, fonts.covering(text, choice), style)


def _room(face: Face, style: TextStyle) -> tuple[float, float]:
    """Return the room that letters take above and below the base line of the line."""
    ascent, descent = face.ascent(style.size), face.descent(style.size)
    if not style.rise:
        return ascent, descent
    return max(0.0, ascent + style.rise), max(0.0, descent - style.rise)


def _choice(style: TextStyle, fonts: FontBook) -> FontChoice:
    return fonts.find(style.family, bold=style.bold, italic=style.italic)


def _word_pieces(
    source: _Source, levels: Sequence[int], start: int, end: int, fonts: FontBook
) -> Iterator[Piece]:
    """Yield the pieces of a word: cut where level, style or font change, shaped in their surroundings."""
    index = start
    while index < end:
        if source.text[index] in _CONTROLS:
            index += 1
            continue
        level, style = levels[index], source.style(index)
        choice = fonts.covering(source.text[index], _choice(style, fonts))
        stop = index + 1
        while stop < end and _belongs(source, levels, stop, level, style, choice, fonts):
            stop += 1
        text = source.text[index:stop]
        # Letters join across a change of style, not across a change of font or direction.
        before = source.text[start:index] if index > start and levels[index - 1] == level else ""
        after = source.text[stop:end] if stop < end and levels[stop] == level else ""
        piece = _text_piece("text", text, level, choice, style, _visible(before), _visible(after))
        if source.has_notes:
            piece.note = source.note(index)
        yield piece
        index = stop


def _visible(text: str) -> str:
    return "".join(char for char in text if char not in _CONTROLS)


def _belongs(
    source: _Source,
    levels: Sequence[int],
    index: int,
    level: int,
    style: TextStyle,
    choice: FontChoice,
    fonts: FontBook,
) -> bool:
    char = source.text[index]
    if char in _CONTROLS or levels[index] != level:
        return False
    if source.has_notes and source.note(index) is not source.note(index - 1):
        return False
    own = source.style(index)
    if own is not style and own != style:
        return False
    # A half-space or a mark stays with its letter, whichever font that is taken from: by itself readers lose
    # the one, and nobody puts the other in its place.
    if char in _JOINERS or (unicodedata.combining(char) and choice.face.covers(char)):
        return True
    return fonts.covering(char, _choice(own, fonts)) == choice


def _text_piece(
    kind: Kind,
    text: str,
    level: int,
    choice: FontChoice,
    style: TextStyle,
    before: str = "",
    after: str = "",
) -> Piece:
    face = choice.face
    word = shape_word(face, text, rtl=bool(level % 2), before=before, after=after)
    glyphs = (
        word.glyphs
        if not style.spacing
        else spaced(word.glyphs, text, face, style, rtl=level % 2 == 1, after=after)
    )
    units = word.width if glyphs is word.glyphs else width(glyphs)
    return Piece(
        kind,
        level,
        units * (style.size * style.stretch / face.upem),
        *_room(face, style),
        text,
        glyphs,
        choice,
        style,
        script=word.script,
        apart=word.apart,
    )
