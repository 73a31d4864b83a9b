"""Paragraphs cut into shaped pieces: words, spaces, tabs and pictures, each with its bidi level."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

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
_KEPT_LOOKS, _KEPT_WORDS = 32, 2_000

Kind = Literal["text", "space", "tab", "picture", "break", "page-break"]


@dataclass(frozen=True, slots=True)
class PageNumbers:
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


@dataclass(slots=True)
class Token:
    """Pieces with no place for a line to end between them, or a single space, tab or break.

    Attributes:
        kind: what it is.
        pieces: of what it consists.
        bound: its glyphs may be others beside what stands before it than by itself (`runs` tells which).
    """

    kind: Kind
    pieces: list[Piece]
    bound: bool = False

    @property
    def width(self) -> float:
        """The natural width in points."""
        pieces = self.pieces
        return pieces[0].width if len(pieces) == 1 else sum(piece.width for piece in pieces)


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
        start, end = source.bare(*span.span())
        if start == end:
            continue
        whole = source.whole(start, end, levels)
        if whole is not None:
            found.append(Token(whole.kind, [whole], bonds.is_bound(whole)))
            continue
        kind = _kind(source.text[start:end])
        if kind == "text":
            pieces = list(_word_pieces(source, levels, start, end, fonts))
        else:
            pieces = [_single(kind, source, levels[start], start, fonts)]
        if pieces:
            bound = [bonds.is_bound(piece) for piece in pieces]  # it must see every one
            found.append(Token(kind, pieces, any(bound)))
    return found


class _Source:
    """The characters of a paragraph and, for each, the inline it came from."""

    def __init__(self, inlines: tuple[Inline, ...], numbers: PageNumbers, fonts: FontBook) -> None:
        parts: list[str] = []
        self.owners: list[Inline] = []
        self._places: list[int] = []  # of the inline of each character among all
        self._words: list[_Words | None] = []
        for place, inline in enumerate(inlines):
            part = _characters(inline, numbers)
            parts.append(part)
            self.owners += [inline] * len(part)
            self._places += [place] * len(part)
            words = _words(_choice(inline.style, fonts), inline.style) if isinstance(inline, Text) else None
            self._words.append(words)
        self.text = "".join(parts)
        self.has_notes = any(isinstance(inline, Note) for inline in inlines)

    def bare(self, start: int, end: int) -> tuple[int, int]:
        """Return where a word begins and ends without the controls around it."""
        while start < end and self.text[start] in _CONTROLS:
            start += 1
        while start < end and self.text[end - 1] in _CONTROLS:
            end -= 1
        return start, end

    def whole(self, start: int, end: int, levels: Sequence[int]) -> Piece | None:
        """Return a word or a space that is of one piece at first sight, as nearly all are; else None."""
        words, level = self._words[self._places[start]], levels[start]
        if words is None or self._places[end - 1] != self._places[start]:
            return None
        if end - start > 1 and levels[start:end].count(level) != end - start:
            return None
        return words.piece(self.text[start:end], level)

    def style(self, index: int) -> TextStyle:
        owner = self.owners[index]
        if isinstance(owner, Text | Tab | PageNumber | Note):
            return owner.style
        raise TypeError(owner)

    def note(self, index: int) -> Note | None:
        """Return the footnote that a character is the mark of."""
        owner = self.owners[index]
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
_SPAN = re.compile(f"[^{_SEPARATE}]+|[{_SEPARATE}]")


def _kind(span: str) -> Kind:
    return _ALONE.get(span) or ("space" if span in SPACES else "text")


class _Words:
    """The pieces of one look that were met so far: most words of a client are known before."""

    def __init__(self, choice: FontChoice, style: TextStyle) -> None:
        self._choice = choice
        self._style = style
        self._known: dict[tuple[str, int], Piece] = {}

    def piece(self, text: str, level: int) -> Piece | None:
        """Return a word or a space, None when it may take another font or has what is not drawn."""
        known = self._known.get((text, level))
        if known is not None or not self._choice.face.plain.issuperset(text):
            return known
        if len(self._known) >= _KEPT_WORDS:
            self._known.clear()
        piece = _text_piece("space" if text in SPACES else "text", text, level, self._choice, self._style)
        self._known[text, level] = piece
        return piece


_words = lru_cache(maxsize=_KEPT_LOOKS)(_Words)


def _single(kind: Kind, source: _Source, level: int, index: int, fonts: FontBook) -> Piece:
    owner = source.owners[index]
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
    source: _Source, levels: list[int], start: int, end: int, fonts: FontBook
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
    levels: list[int],
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
