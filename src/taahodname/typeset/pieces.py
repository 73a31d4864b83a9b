"""Pieces: what stands on a line, each of one level, style and font, and the tokens that they make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from taahodname.paper.blocks import (
    Inline,
    LineBreak,
    Note,
    PageBreak,
    PageNumber,
    Picture,
    Tab,
    Text,
    TextStyle,
)
from taahodname.paper.drawings import Drawing
from taahodname.typeset.fonts import Face, FontBook, FontChoice
from taahodname.typeset.shape import Glyph, shape_word, width
from taahodname.typeset.spacing import spaced

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


# Of the records of a line there are thousands. None of them can be part of a cycle, so the garbage collector
# need not look at them (`gc=False`): a quarter of what it had to look through.
class Piece(Struct, gc=False):
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
    inks: Any = None

    def changed(self, **changes: Any) -> Piece:
        """Return a copy of which something is other, so that it will be drawn otherwise."""
        return replace(self, inks=None, **changes)


class Token(Struct, gc=False):
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


def choice_of(style: TextStyle, fonts: FontBook) -> FontChoice:
    """Return the font at hand for a style."""
    return fonts.find(style.family, bold=style.bold, italic=style.italic)


def style_of(owner: Inline) -> TextStyle:
    """Return the style of an inline that is written.

    Raises:
        TypeError: for any other.
    """
    if isinstance(owner, Text | Tab | PageNumber | Note):
        return owner.style
    raise TypeError(owner)


def _room(face: Face, style: TextStyle) -> tuple[float, float]:
    """Return the room that letters take above and below the base line of the line."""
    ascent, descent = face.ascent(style.size), face.descent(style.size)
    if not style.rise:
        return ascent, descent
    return max(0.0, ascent + style.rise), max(0.0, descent - style.rise)


def text_piece(
    kind: Kind,
    text: str,
    level: int,
    choice: FontChoice,
    style: TextStyle,
    before: str = "",
    after: str = "",
) -> Piece:
    """Return a word, a part of one, or a space, shaped.

    Args:
        kind: which of them.
        text: its characters, of one direction.
        level: its bidi level.
        choice, style: the font and how it is drawn.
        before, after: the rest of the word, in other pieces.
    """
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


def piece_alone(kind: Kind, owner: Inline, level: int, text: str, fonts: FontBook) -> Piece:
    """Return a space, a tab, a break or a picture.

    Args:
        kind: which of them.
        owner: the inline it came from.
        level: its bidi level.
        text: the character that stands for it.
        fonts: the faces at hand.
    """
    if isinstance(owner, Picture | Drawing):
        return Piece(kind, level, owner.width, owner.height, 0, picture=owner)
    if isinstance(owner, LineBreak | PageBreak):
        return Piece(kind, level, 0, 0, 0)
    style = style_of(owner)
    choice = choice_of(style, fonts)
    if kind == "tab":
        face = choice.face
        piece = Piece(kind, level, 0, *_room(face, style), text, (), choice, style)
        if isinstance(owner, Tab) and owner.stop:
            piece.tab = owner
        return piece
    return text_piece("space", text, level, fonts.covering(text, choice), style)
