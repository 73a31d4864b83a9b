"""Tabs: how far each one jumps, so that what follows stands at its stop, and what fills the way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from taahodname.paper.blocks import Align, ParagraphFormat, TabStop
from taahodname.typeset.pieces import Piece
from taahodname.units import Pt

_EPSILON = 0.01
_POINTS = "./٫"
"""What stands between the whole and its fraction: a full stop, the stroke of old Persian type, U+066B."""


class Stops:
    """The tab stops of a paragraph.

    Args:
        fmt: names them.
        column: the width of the column, in points.
    """

    def __init__(self, fmt: ParagraphFormat, column: float) -> None:
        self._fmt = fmt
        self._column = column

    def jump(self, tab: Piece, position: float, following: Sequence[Piece]) -> tuple[float, str]:
        """Return the width of a tab and the sign that fills it.

        Args:
            tab: the tab.
            position: where it begins, from the column's edge.
            following: what follows up to the next tab or break.
        """
        stop = self._stop(tab, position)
        room = stop.position - position
        if stop.decimal:
            room -= _before_point(following, rtl=self._fmt.rtl)
        elif stop.align is not Align.START:
            width = sum(piece.width for piece in following)
            room -= width / 2 if stop.align is Align.CENTER else width
        return max(0.0, room), stop.leader

    def _stop(self, tab: Piece, position: float) -> TabStop:
        if tab.tab is not None and tab.tab.stop == "center":
            return TabStop(Pt(self._column / 2), Align.CENTER, tab.tab.leader)
        if tab.tab is not None and tab.tab.stop == "end":
            return TabStop(Pt(self._column), Align.END, tab.tab.leader)
        return self._next(position)

    def _next(self, position: float) -> TabStop:
        fmt = self._fmt
        named = next((stop for stop in fmt.tabs if stop.position > position + _EPSILON), None)
        # Behind a hanging number the text begins at the paragraph's own indent.
        hangs = fmt.first_line < 0 and position + _EPSILON < fmt.indent_start
        if hangs and (named is None or named.position > fmt.indent_start):
            return TabStop(fmt.indent_start)
        if named is not None:
            return named
        step = fmt.default_tab or Pt(36)
        return TabStop(Pt((int((position + _EPSILON) / step) + 1) * step))


def _before_point(following: Sequence[Piece], *, rtl: bool) -> float:
    """Return how much of a number stands before its decimal point, as the line runs.

    In a right-to-left line the fraction comes first, for numbers run from left to right.
    """
    number = list(takewhile(lambda one: one.kind == "text", following))
    whole = fraction = 0.0
    is_behind = False
    for piece in number:
        cut = next((place for place, char in enumerate(piece.text) if char in _POINTS), None)
        if is_behind or cut is None:
            left = 0.0 if is_behind else piece.width
        else:
            total = sum(glyph.advance for glyph in piece.glyphs) or 1
            ahead = sum(glyph.advance for glyph in piece.glyphs if glyph.cluster < cut)
            left, is_behind = piece.width * ahead / total, True
        whole += left
        fraction += piece.width - left
    return fraction if rtl else whole
