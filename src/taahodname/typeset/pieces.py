"""Paragraphs cut into shaped pieces: words, spaces, tabs and pictures, each with its bidi level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from taahodname.paper.blocks import (
    FloatingPicture,
    Inline,
    LineBreak,
    PageBreak,
    PageNumber,
    Paragraph,
    Picture,
    Tab,
    Text,
    TextStyle,
)
from taahodname.persian.digits import to_persian
from taahodname.typeset import bidi
from taahodname.typeset.fonts import FontBook, FontChoice
from taahodname.typeset.shape import Glyph, shape, width

_OBJECT = "\ufffc"
_LINE_END = "\u2028"
_SPACES = frozenset(" \u2002\u2003\u2009")
# They steer the order and have no shape: the levels hold what they said.
_CONTROLS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_MARKS_BEFORE_BREAK = frozenset("/-._?&=@:")

Kind = Literal["text", "space", "tab", "picture", "break", "page-break"]


@dataclass(frozen=True, slots=True)
class PageNumbers:
    """What the fields of a head or a foot say on one page."""

    page: int = 1
    pages: int = 1


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
        picture: for a picture.
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
    picture: Picture | None = None


@dataclass(slots=True)
class Token:
    """Pieces with no place for a line to end between them, or a single space, tab or break."""

    kind: Kind
    pieces: list[Piece]

    @property
    def width(self) -> float:
        """The natural width in points."""
        return sum(piece.width for piece in self.pieces)


def tokens(paragraph: Paragraph, fonts: FontBook, numbers: PageNumbers) -> list[Token]:
    """Return a paragraph as tokens in logical order.

    Raises:
        FontError: when no font at hand has one of its characters.
    """
    source = _Source(paragraph.inlines, numbers)
    levels = bidi.paragraph_levels(source.text, rtl=paragraph.format.rtl)
    found: list[Token] = []
    for kind, start, end in _spans(source.text):
        if kind == "text":
            pieces = list(_word_pieces(source, levels, start, end, fonts))
            if pieces:
                found.append(Token("text", pieces))
        else:
            found.append(Token(kind, [_single(kind, source, levels[start], start, fonts)]))
    return found


class _Source:
    """The characters of a paragraph and, for each, the inline it came from."""

    def __init__(self, inlines: tuple[Inline, ...], numbers: PageNumbers) -> None:
        parts: list[str] = []
        self.owners: list[Inline] = []
        for inline in inlines:
            part = _characters(inline, numbers)
            parts.append(part)
            self.owners += [inline] * len(part)
        self.text = "".join(parts)

    def style(self, index: int) -> TextStyle:
        owner = self.owners[index]
        if isinstance(owner, Text | Tab | PageNumber):
            return owner.style
        raise TypeError(owner)


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
        case Picture():
            return _OBJECT
        case PageNumber(kind=kind, persian=persian):
            number = str(numbers.page if kind == "page" else numbers.pages)
            return to_persian(number) if persian else number
        case FloatingPicture():
            return ""


_ALONE: dict[str, Kind] = {"\t": "tab", _LINE_END: "break", "\f": "page-break", _OBJECT: "picture"}


def _spans(text: str) -> Iterator[tuple[Kind, int, int]]:
    start = 0
    for index, char in enumerate(text):
        kind = _ALONE.get(char) or ("space" if char in _SPACES else None)
        if kind is None:
            continue
        if start < index:
            yield "text", start, index
        yield kind, index, index + 1
        start = index + 1
    if start < len(text):
        yield "text", start, len(text)


def _single(kind: Kind, source: _Source, level: int, index: int, fonts: FontBook) -> Piece:
    owner = source.owners[index]
    if isinstance(owner, Picture):
        return Piece(kind, level, owner.width, owner.height, 0, picture=owner)
    if isinstance(owner, LineBreak | PageBreak):
        return Piece(kind, level, 0, 0, 0)
    style = source.style(index)
    text = source.text[index]
    choice = _choice(style, fonts)
    if kind == "tab":
        face = choice.face
        return Piece(
            kind, level, 0, face.ascent(style.size), face.descent(style.size), text, (), choice, style
        )
    return _text_piece("space", text, level, fonts.covering(text, choice), style)


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
        yield _text_piece("text", text, level, choice, style, _visible(before), _visible(after))
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
    own = source.style(index)
    return (own is style or own == style) and fonts.covering(char, _choice(own, fonts)) == choice


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
    glyphs = shape(face, text, rtl=bool(level % 2), before=before, after=after)
    scale = style.size / face.upem
    return Piece(
        kind,
        level,
        width(glyphs) * scale,
        face.ascent(style.size),
        face.descent(style.size),
        text,
        glyphs,
        choice,
        style,
    )


def cut(token: Token, room: float) -> tuple[Token, Token] | None:
    """Cut a word that is wider than a whole line, at the last place that still fits.

    A place after / - . _ and the like is taken before one between any two letters; letters are cut
    only where HarfBuzz keeps them apart as clusters.

    Args:
        token: the word.
        room: the width in points that the first half may take.

    Returns:
        The two halves, or None when not even one cluster fits.
    """
    taken: list[Piece] = []
    left = room
    for number, piece in enumerate(token.pieces):
        if piece.width <= left:
            taken.append(piece)
            left -= piece.width
            continue
        first, rest = _cut_piece(piece, left)
        if first:
            taken.append(first)
        if not taken:
            return None
        return Token("text", taken), Token("text", [rest, *token.pieces[number + 1 :]])
    return None


def _cut_piece(piece: Piece, room: float) -> tuple[Piece | None, Piece]:
    if piece.choice is None or piece.style is None:
        return None, piece
    scale = piece.style.size / piece.choice.face.upem
    starts = sorted({glyph.cluster for glyph in piece.glyphs})
    widths = dict.fromkeys(starts, 0.0)
    for glyph in piece.glyphs:
        widths[glyph.cluster] += glyph.advance * scale
    fitting, total = 0, 0.0
    for start in starts:
        total += widths[start]
        if total > room:
            fitting = start
            break
    best = max((i + 1 for i in range(fitting) if piece.text[i] in _MARKS_BEFORE_BREAK), default=0)
    at = best if best > fitting // 2 else fitting
    if not at:
        return None, piece
    style, choice, level = piece.style, piece.choice, piece.level
    return (
        _text_piece("text", piece.text[:at], level, choice, style),
        _text_piece("text", piece.text[at:], level, choice, style),
    )
