"""Lines: tokens broken to a width in logical order, then each line put in visual order and set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from taahodname.paper.blocks import Align, Paragraph, ParagraphFormat, TabStop
from taahodname.typeset import bidi
from taahodname.typeset.fonts import FontBook
from taahodname.typeset.pieces import PageNumbers, Piece, Token, cut, tokens
from taahodname.units import Pt

DEFAULT_TAB = Pt(36)
"""The distance of tab stops where a paragraph names none: half an inch, as in Word."""

_EPSILON = 0.01


@dataclass(slots=True)
class Placed:
    """A piece at its place: `x` from the left of the column, `width` with the stretch of a space."""

    x: float
    width: float
    piece: Piece


@dataclass(slots=True)
class Line:
    """One set line, its pieces from left to right.

    Attributes:
        placed: the pieces.
        ascent, descent: from the base line, the paragraph's line height included.
        rtl: the direction of the paragraph.
        ends_page: a page break stands at its end.
    """

    placed: list[Placed]
    ascent: float
    descent: float
    rtl: bool
    ends_page: bool = False

    @property
    def height(self) -> float:
        """The height in points."""
        return self.ascent + self.descent


@dataclass(slots=True)
class _Open:
    """A line in the making."""

    room: float
    offset: float
    tokens: list[Token] = field(default_factory=list)
    width: float = 0.0
    forced: bool = False
    page: bool = False


def set_paragraph(paragraph: Paragraph, column: float, fonts: FontBook, numbers: PageNumbers) -> list[Line]:
    """Return the lines of a paragraph.

    Args:
        paragraph: what to set.
        column: the width it stands in, in points.
        fonts: the faces at hand.
        numbers: what page-number fields say.

    Raises:
        FontError: when no font at hand has one of its characters.
    """
    broken = _break(tokens(paragraph, fonts, numbers), paragraph.format, column)
    last = len(broken) - 1
    return [
        _finish(line, paragraph, column, fonts, last=index == last or line.forced)
        for index, line in enumerate(broken)
    ]


def _break(stream: Sequence[Token], fmt: ParagraphFormat, column: float) -> list[_Open]:
    lines = [_start(fmt, column, first=True)]
    waiting = list(reversed(stream))
    while waiting:
        token = waiting.pop()
        line = lines[-1]
        if token.kind in ("break", "page-break"):
            line.forced, line.page = True, token.kind == "page-break"
            lines.append(_start(fmt, column, first=False))
        elif token.kind == "space":
            _add(line, token)
        elif token.kind == "tab":
            _add_tab(line, token, waiting, fmt)
        elif line.width + token.width <= line.room + _EPSILON:
            _add(line, token)
        elif any(held.kind != "space" for held in line.tokens) and not _only_tabs(line):
            waiting.append(token)
            lines.append(_start(fmt, column, first=False))
        else:
            _force(line, token, waiting, lines, fmt, column)
    return lines


def _only_tabs(line: _Open) -> bool:
    return all(held.kind in ("space", "tab") for held in line.tokens) and line.width < line.room / 2


def _start(fmt: ParagraphFormat, column: float, *, first: bool) -> _Open:
    offset = fmt.indent_start + (fmt.first_line if first else 0)
    return _Open(room=max(1.0, column - offset - fmt.indent_end), offset=offset)


def _add(line: _Open, token: Token) -> None:
    line.tokens.append(token)
    line.width += token.width


def _force(
    line: _Open, token: Token, waiting: list[Token], lines: list[_Open], fmt: ParagraphFormat, column: float
) -> None:
    """Put a word that is wider than its line on it: cut where it can be, else as it is."""
    halves = cut(token, line.room - line.width)
    if halves is None:
        _add(line, token)
        if waiting:
            lines.append(_start(fmt, column, first=False))
        return
    first, rest = halves
    _add(line, first)
    waiting.append(rest)
    lines.append(_start(fmt, column, first=False))


def _add_tab(line: _Open, token: Token, waiting: Sequence[Token], fmt: ParagraphFormat) -> None:
    position = line.offset + line.width
    stop = _next_stop(position, fmt)
    room = stop.position - position
    if stop.align is not Align.START:
        following = _width_to_next_tab(waiting)
        room -= following / 2 if stop.align is Align.CENTER else following
    piece = token.pieces[0]
    piece.width = max(0.0, room)
    _add(line, token)


def _next_stop(position: float, fmt: ParagraphFormat) -> TabStop:
    for stop in fmt.tabs:
        if stop.position > position + _EPSILON:
            return stop
    # Behind a hanging number the text begins at the paragraph's own indent.
    if fmt.first_line < 0 and position + _EPSILON < fmt.indent_start:
        return TabStop(fmt.indent_start)
    return TabStop(Pt((int((position + _EPSILON) / DEFAULT_TAB) + 1) * DEFAULT_TAB))


def _width_to_next_tab(waiting: Sequence[Token]) -> float:
    total = 0.0
    for token in reversed(waiting):
        if token.kind in ("tab", "break", "page-break"):
            break
        total += token.width
    return total


def _finish(line: _Open, paragraph: Paragraph, column: float, fonts: FontBook, *, last: bool) -> Line:
    fmt = paragraph.format
    held = list(line.tokens)
    while held and held[-1].kind == "space":
        held.pop()
    pieces = [piece for token in held for piece in token.pieces]
    widths = [piece.width for piece in pieces]
    slack = line.room - sum(widths)
    if fmt.align is Align.JUSTIFY and not last:
        _stretch(pieces, widths, slack)
        slack = line.room - sum(widths)
    left = _left_edge(fmt, line.offset, max(slack, 0.0) if fmt.align is not Align.CENTER else slack)
    placed = _in_visual_order(pieces, widths, left, rtl=fmt.rtl)
    ascent, descent = _heights(pieces, paragraph, fonts)
    return Line(placed, ascent, descent, fmt.rtl, ends_page=line.page)


def _stretch(pieces: Sequence[Piece], widths: list[float], slack: float) -> None:
    """Give a line's slack to its spaces, those behind its last tab only; never to a word."""
    last_tab = max((i for i, piece in enumerate(pieces) if piece.kind == "tab"), default=-1)
    spaces = [i for i, piece in enumerate(pieces) if piece.kind == "space" and i > last_tab]
    if slack <= 0 or not spaces:
        return
    for index in spaces:
        widths[index] += slack / len(spaces)


def _left_edge(fmt: ParagraphFormat, offset: float, slack: float) -> float:
    """Return where the leftmost piece begins, from the left of the column."""
    before = fmt.indent_end if fmt.rtl else offset
    at_left = {Align.CENTER: 0.5, Align.END: 0.0 if fmt.rtl else 1.0}.get(fmt.align, 1.0 if fmt.rtl else 0.0)
    return before + slack * at_left


def _in_visual_order(
    pieces: Sequence[Piece], widths: Sequence[float], left: float, *, rtl: bool
) -> list[Placed]:
    base = 1 if rtl else 0
    levels = [base if piece.kind == "tab" else piece.level for piece in pieces]
    x = left
    placed = []
    for index in bidi.visual_order(levels):
        placed.append(Placed(x, widths[index], pieces[index]))
        x += widths[index]
    return placed


def _heights(pieces: Sequence[Piece], paragraph: Paragraph, fonts: FontBook) -> tuple[float, float]:
    fmt = paragraph.format
    if pieces:
        ascent = max(piece.ascent for piece in pieces)
        descent = max(piece.descent for piece in pieces)
    else:
        mark = paragraph.mark_style
        face = fonts.find(mark.family, bold=mark.bold, italic=mark.italic).face
        ascent, descent = face.ascent(mark.size), face.descent(mark.size)
    natural = ascent + descent
    wanted = {
        "multiple": natural * fmt.line_height.value,
        "exact": fmt.line_height.value,
        "at_least": max(natural, fmt.line_height.value),
    }[fmt.line_height.rule]
    # Word puts what a line has more than its letters above them.
    return ascent + wanted - natural, descent
