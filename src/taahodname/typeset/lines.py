"""Lines: what was broken to a width in logical order is put in visual order, line by line, and set."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from taahodname.paper.blocks import (
    Align,
    Note,
    Paragraph,
    ParagraphFormat,
)
from taahodname.typeset import bidi
from taahodname.typeset.breaking import BrokenLine, Rooms, break_lines
from taahodname.typeset.fonts import FontBook
from taahodname.typeset.pieces import PageNumbers, Piece
from taahodname.typeset.tokens import tokens


class Placed(Struct, gc=False):
    """A piece at its place: `x` from the left of the column, `width` with the stretch of a space."""

    x: float
    width: float
    piece: Piece


class Line(Struct, gc=False):
    """One set line.

    Attributes:
        pieces: what stands on it, from left to right.
        ascent, descent: from the base line, the paragraph's line height included.
        rtl: the direction of the paragraph.
        ends_page: a page break stands at its end.
        notes: the footnotes whose marks stand on it, in the order they are read.
        places, widths: of each piece, as `Placed` has them.
        plan: what the drawing of it has worked out, kept for the next time.
    """

    pieces: Sequence[Piece]
    ascent: float
    descent: float
    rtl: bool
    ends_page: bool = False
    notes: tuple[Note, ...] = ()
    places: Sequence[float] = ()
    widths: Sequence[float] = ()
    plan: object = None

    @property
    def placed(self) -> tuple[Placed, ...]:
        """The pieces at their places; made when asked for, since there are thousands."""
        return tuple(map(Placed, self.places, self.widths, self.pieces))

    @property
    def height(self) -> float:
        """The height in points."""
        return self.ascent + self.descent


def set_paragraph(
    paragraph: Paragraph,
    column: float,
    fonts: FontBook,
    numbers: PageNumbers,
    rooms: Rooms | None = None,
) -> list[Line]:
    """Return the lines of a paragraph.

    Args:
        paragraph: what to set.
        column: the width it stands in, in points.
        fonts: the faces at hand.
        numbers: what page-number fields say.
        rooms: tells the room of each line, where pictures stand beside it.

    Raises:
        FontError: when no font at hand has one of its characters.
    """
    broken = break_lines(tokens(paragraph, fonts, numbers), paragraph.format, column, rooms)
    last = len(broken) - 1
    return [
        _finish(line, paragraph, column, fonts, last=index == last or line.forced)
        for index, line in enumerate(broken)
    ]


def _finish(line: BrokenLine, paragraph: Paragraph, column: float, fonts: FontBook, *, last: bool) -> Line:
    fmt = paragraph.format
    pieces = line.pieces
    widths = [piece.width for piece in pieces]
    slack = line.room - sum(widths)
    if fmt.align is Align.JUSTIFY and not last:
        _stretch(pieces, widths, slack)
        slack = line.room - sum(widths)
    left = _left_edge(fmt, line, max(slack, 0.0) if fmt.align is not Align.CENTER else slack)
    ascent, descent = heights(pieces, paragraph, fonts)
    notes = tuple(dict.fromkeys([piece.note for piece in pieces if piece.note is not None]))
    order = _visual_order(pieces, rtl=fmt.rtl)
    own = tuple(map(widths.__getitem__, order))
    places = tuple(accumulate(own[:-1], initial=left)) if own else ()
    return Line(
        tuple(map(pieces.__getitem__, order)), ascent, descent, fmt.rtl, line.page, notes, places, own
    )


def _stretch(pieces: Sequence[Piece], widths: list[float], slack: float) -> None:
    """Give a line's slack to its spaces, those behind its last tab only; never to a word."""
    kinds = [piece.kind for piece in pieces]
    start = len(kinds) - kinds[::-1].index("tab") if "tab" in kinds else 0
    count = kinds[start:].count("space")
    if slack <= 0 or not count:
        return
    share = slack / count
    for index, kind in enumerate(kinds):
        if kind == "space" and index >= start:
            widths[index] += share


def _left_edge(fmt: ParagraphFormat, line: BrokenLine, slack: float) -> float:
    """Return where the leftmost piece begins, from the left of the column."""
    before = line.indent_end if fmt.rtl else line.offset
    if fmt.align is Align.CENTER:
        return before + slack * 0.5
    is_at_right = fmt.rtl != (fmt.align is Align.END)
    return before + slack if is_at_right else before


def _visual_order(pieces: Sequence[Piece], *, rtl: bool) -> Sequence[int]:
    base = 1 if rtl else 0
    return bidi.visual_order([base if piece.kind == "tab" else piece.level for piece in pieces])


def heights(pieces: Sequence[Piece], paragraph: Paragraph, fonts: FontBook) -> tuple[float, float]:
    """Return how far a line reaches above and below its base line.

    Args:
        pieces: what stands on it.
        paragraph: the paragraph, for its line height and the style of an empty line.
        fonts: the faces at hand.
    """
    fmt = paragraph.format
    if pieces:
        ascent = max([piece.ascent for piece in pieces])
        descent = max([piece.descent for piece in pieces])
    else:
        mark = paragraph.mark_style
        face = fonts.find(mark.family, bold=mark.bold, italic=mark.italic).face
        ascent, descent = face.ascent(mark.size), face.descent(mark.size)
    natural = ascent + descent
    rule, wanted = fmt.line_height.rule, float(fmt.line_height.value)
    if rule == "multiple":
        wanted *= natural
    elif rule == "at_least":
        wanted = max(natural, wanted)
    # Word puts what a line has more than its letters above them.
    return ascent + wanted - natural, descent
