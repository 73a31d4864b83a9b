"""Breaking: the tokens of a paragraph fall into lines that are no wider than their room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from msgspec import Struct, field

from taahodname.paper.blocks import Align, ParagraphFormat
from taahodname.typeset.cutting import cut
from taahodname.typeset.pieces import Piece, Token
from taahodname.typeset.runs import set_in_runs
from taahodname.typeset.tabs import Stops

_EPSILON = 0.01
_JUMPS = frozenset({"tab", "break", "page-break"})


class Room(Struct, frozen=True):
    """How far pictures reach into a line, in points: where it begins, and where it ends."""

    start: float = 0.0
    end: float = 0.0


class BrokenLine(Struct, gc=False):
    """What stands on one line, in logical order.

    Attributes:
        room: the width it may take, in points.
        offset: where it begins, from the column's edge.
        tokens: the words, spaces and tabs, those at its end included.
        width: the sum of their widths.
        forced: a break ends it, so that it is not justified.
        page: that break is one of pages.
        true_pieces: the pieces as they are shaped in their runs; None where that changes nothing.
        indent_end: what is kept free where the line ends.
    """

    room: float
    offset: float
    tokens: list[Token] = field(default_factory=list)
    width: float = 0.0
    forced: bool = False
    page: bool = False
    true_pieces: list[Piece] | None = None
    indent_end: float = 0.0

    @property
    def pieces(self) -> list[Piece]:
        """The pieces as they are drawn, the spaces at the end left out."""
        return _pieces(self.tokens) if self.true_pieces is None else self.true_pieces


def _pieces(tokens: Sequence[Token]) -> list[Piece]:
    count = len(tokens)
    while count and tokens[count - 1].kind == "space":
        count -= 1
    return [piece for token in tokens[:count] for piece in token.pieces]


Rooms = Callable[[Sequence[BrokenLine]], Room]
"""Tells the room of the next line, given those before it."""


def break_lines(
    stream: Sequence[Token], fmt: ParagraphFormat, column: float, rooms: Rooms | None = None
) -> list[BrokenLine]:
    """Return the lines of a paragraph.

    A line takes words as long as they fit. Their widths are those of the words by themselves; where a line
    holds a token that is bound to its neighbours, it is the true width, of its runs as they stand on it,
    that decides.

    Args:
        stream: its tokens, in logical order.
        fmt: its indents and tabs.
        column: the width of the column, in points.
        rooms: asked for each line where pictures stand in the column.
    """
    return _Breaker(stream, fmt, column, rooms).lines()


class _Breaker:
    def __init__(
        self, stream: Sequence[Token], fmt: ParagraphFormat, column: float, rooms: Rooms | None
    ) -> None:
        self._fmt = fmt
        self._column = column
        self._rooms = rooms
        self._waiting = list(reversed(stream))
        self._stops = Stops(fmt, column)
        self._done: list[BrokenLine] = []
        self._line = self._start(first=True)

    def lines(self) -> list[BrokenLine]:
        while True:
            while self._waiting:
                self._take_what_fits()
                if self._waiting:
                    self._take(self._waiting.pop())
            if not self._put_back_what_is_too_much():
                if self._done and self._done[-1].page and not self._line.tokens:
                    # The end of a paragraph stays on the page of the break before it (ECMA-376 §17.15.3.57).
                    return self._done
                return [*self._done, self._line]
            self._next()

    def _start(self, *, first: bool = False) -> BrokenLine:
        start, end = float(self._fmt.indent_start), float(self._fmt.indent_end)
        if self._rooms is not None:
            room = self._rooms(self._done)
            start, end = max(start, room.start), max(end, room.end)
        offset = start + (self._fmt.first_line if first else 0)
        if first and self._fmt.label_align is not Align.START:
            share = 0.5 if self._fmt.label_align is Align.CENTER else 1.0
            offset -= share * _width(_up_to_next_tab(self._waiting))
        return BrokenLine(room=max(1.0, self._column - offset - end), offset=offset, indent_end=end)

    def _next(self) -> None:
        self._done.append(self._line)
        self._line = self._start()

    def _take_what_fits(self) -> None:
        """Take words and pictures as long as they fit by themselves, and all spaces between them."""
        line, waiting = self._line, self._waiting
        width, limit = line.width, line.room + _EPSILON
        while waiting:
            token = waiting[-1]
            kind, wider = token.kind, width + token.width
            if kind in _JUMPS or (wider > limit and kind != "space"):
                break
            width = wider
            line.tokens.append(waiting.pop())
        line.width = width

    def _take(self, token: Token) -> None:
        if token.kind == "tab":
            self._add_tab(token)
        elif token.kind in _JUMPS:
            self._break(token)
        elif self._fits_in_its_run(token):
            self._add(token)
        elif _may_end(self._line.tokens, self._line):
            self._waiting.append(token)
            self._put_back_what_is_too_much()
            self._next()
        else:
            self._force(token)

    def _add(self, token: Token) -> None:
        self._line.tokens.append(token)
        self._line.width += token.width

    def _break(self, token: Token) -> None:
        self._waiting.append(token)
        if not self._put_back_what_is_too_much():
            self._waiting.pop()
            self._line.forced, self._line.page = True, token.kind == "page-break"
        self._next()

    # Words -----------------------------------------------------------------------------------------

    def _fits_in_its_run(self, token: Token) -> bool:
        """Return whether a word that is too wide by itself fits as it is shaped beside those before it."""
        line = self._line
        if not (token.bound or _is_bound(line.tokens)):
            return False
        width = self._true_width([*line.tokens, token])
        if width > line.room + _EPSILON:
            return False
        line.width = width - token.width
        return True

    def _force(self, token: Token) -> None:
        """Put a word that is wider than its line on it: cut where it can be, else as it is."""
        halves = self._halves(self._line.tokens, token, self._line.room - self._line.width)
        self._add(token if halves is None else halves[0])
        if halves is not None:
            self._waiting.append(halves[1])
        if self._waiting:
            self._put_back_what_is_too_much()
            self._next()

    def _halves(self, before: Sequence[Token], token: Token, room: float) -> tuple[Token, Token] | None:
        """Cut a word so that its first half fits behind what is on the line."""
        while halves := cut(token, room):
            excess = self._true_width([*before, halves[0]]) - self._line.room
            if excess <= _EPSILON:
                return halves
            room = halves[0].width - excess
        return None

    def _put_back_what_is_too_much(self) -> bool:
        """Give the line the glyphs of its runs; return whether words had to leave it for the next one."""
        line, found = self._line, False
        while _is_bound(line.tokens):
            line.true_pieces = self._true_pieces(line.tokens)
            excess = sum(piece.width for piece in line.true_pieces) - line.room
            last = _last_word(line.tokens)
            if excess <= _EPSILON or last is None:
                break
            kept, back = line.tokens[:last], line.tokens[last:]
            if not _may_end(kept, line):
                halves = self._halves(kept, back[0], back[0].width - excess)
                if halves is None:
                    break
                kept, back = [*kept, halves[0]], [halves[1], *back[1:]]
            line.tokens, line.true_pieces, found = kept, None, True
            self._waiting += reversed(back)
        return found

    def _true_pieces(self, tokens: Sequence[Token]) -> list[Piece]:
        pieces = set_in_runs(_pieces(tokens))
        if not any(piece.kind == "tab" for piece in pieces):
            return pieces
        # What follows a tab up to the next one counts to its end, on this line and beyond.
        beyond = [*_pieces_at_end(tokens), *_up_to_next_tab(self._waiting)]
        return list(_with_tabs(pieces, self._line.offset, beyond, self._stops))

    def _true_width(self, tokens: Sequence[Token]) -> float:
        return sum(piece.width for piece in self._true_pieces(tokens))

    # Tabs ------------------------------------------------------------------------------------------

    def _add_tab(self, token: Token) -> None:
        position = self._line.offset + self._line.width
        piece = token.pieces[0]
        piece.width, piece.leader = self._stops.jump(piece, position, _up_to_next_tab(self._waiting))
        token.width = piece.width
        self._add(token)


def _is_bound(tokens: Sequence[Token]) -> bool:
    return True in [token.bound for token in tokens]


def _may_end(tokens: Sequence[Token], line: BrokenLine) -> bool:
    """Return whether a line can do with these tokens: something stands on it, or tabs over half of it."""
    if any(token.kind not in ("space", "tab") for token in tokens):
        return True
    return any(token.kind == "tab" for token in tokens) and sum(t.width for t in tokens) >= line.room / 2


def _last_word(tokens: Sequence[Token]) -> int | None:
    """Return the place of the word or picture that ends a line, or None where a tab does."""
    last = max((i for i, token in enumerate(tokens) if token.kind != "space"), default=None)
    return None if last is None or tokens[last].kind == "tab" else last


def _pieces_at_end(tokens: Sequence[Token]) -> list[Piece]:
    """Return the spaces at the end of a line, which `_pieces` leaves out."""
    spaces = list(takewhile(lambda one: one.kind == "space", reversed(tokens)))
    return [piece for token in reversed(spaces) for piece in token.pieces]


def _with_tabs(
    pieces: Sequence[Piece], position: float, beyond: Sequence[Piece], stops: Stops
) -> Iterator[Piece]:
    """Yield the pieces of a line with the widths that its tabs have between them."""
    for index, piece in enumerate(pieces):
        if piece.kind == "tab":
            following = list(takewhile(lambda one: one.kind != "tab", pieces[index + 1 :]))
            if index + 1 + len(following) == len(pieces):
                following += beyond
            width, leader = stops.jump(piece, position, following)
            piece = piece.changed(width=width, leader=leader)
        yield piece
        position += piece.width


def _up_to_next_tab(waiting: Sequence[Token]) -> list[Piece]:
    """Return what stands before the next tab or break."""
    following = takewhile(lambda one: one.kind not in _JUMPS, reversed(waiting))
    return [piece for token in following for piece in token.pieces]


def _width(pieces: Sequence[Piece]) -> float:
    return sum(piece.width for piece in pieces)
