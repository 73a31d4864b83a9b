"""Cutting: a word that is wider than a whole line falls in two."""

from __future__ import annotations

from taahodname.typeset.pieces import Piece, Token
from taahodname.typeset.runs import set_in_runs

_MARKS_BEFORE_BREAK = frozenset("/-._?&=@:")


def cut(token: Token, room: float) -> tuple[Token, Token] | None:
    """Cut a word at the last place that still fits.

    A place after / - . _ and the like is taken before one between any two letters; letters are cut
    only where HarfBuzz keeps them apart as clusters.

    Args:
        token: the word.
        room: the width in points that the first half may take.

    Returns:
        The two halves, or None when not even one cluster fits.
    """
    text = "".join(piece.text for piece in token.pieces)
    places = _places(token, room)
    while places:
        last = places[-1]
        best = max((i + 1 for i in range(last) if text[i] in _MARKS_BEFORE_BREAK), default=0)
        at = best if best > last // 2 else last
        first = _part(token, 0, at)
        # The letter at the cut takes the form it has at the end of a word, which may be wider.
        if first.width <= room:
            return first, _part(token, at, len(text))
        places = [place for place in places if place < at]
    return None


def _places(token: Token, room: float) -> list[int]:
    """Return the places between two clusters of a word, as far as what stands before them fits."""
    widths: dict[int, float] = {}
    offset = 0
    for piece in token.pieces:
        if piece.choice is not None and piece.style is not None:
            scale = piece.style.size / piece.choice.face.upem
            for glyph in piece.glyphs:
                place = offset + glyph.cluster
                widths[place] = widths.get(place, 0.0) + glyph.advance * scale
        offset += len(piece.text)
    found, total = [], 0.0
    for place in sorted(widths):
        if place and total <= room:
            found.append(place)
        total += widths[place]
    return found


def _part(token: Token, start: int, stop: int) -> Token:
    """Return a part of a word, shaped anew: its letters join only those of the part."""
    found: list[Piece] = []
    for piece in token.pieces:
        text = piece.text[max(0, start) : max(0, stop)]
        if text:
            found.append(piece.changed(text=text))
        start, stop = start - len(piece.text), stop - len(piece.text)
    return Token("text", set_in_runs(found, anew=True), bound=True)
