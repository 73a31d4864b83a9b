"""Runs: neighbouring pieces of a line in one font, size and direction, set as HarfBuzz shapes them together.

Most fonts shape a word alike wherever it stands. Some kern over a space, change the space beside a word, or
have rules that pass over spaces; and a change of colour inside a word must not part its letters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise, takewhile

from taahodname.typeset.bonds import are_of_one_run
from taahodname.typeset.fonts import Face
from taahodname.typeset.pieces import Piece
from taahodname.typeset.shape import Glyph, shape, width
from taahodname.typeset.spaces import PARTING
from taahodname.typeset.spacing import spaced

_CACHED_RUNS = 1_000
_CONTEXT = 5  # HarfBuzz looks no further for letters to join (hb-buffer.hh, CONTEXT_LENGTH)


def set_in_runs(pieces: Sequence[Piece], *, anew: bool = False) -> list[Piece]:
    """Return the pieces of a line with the glyphs and widths that they have in their runs.

    Args:
        pieces: what stands on one line and nothing else, in logical order.
        anew: their glyphs are those of other texts.
    """
    found: list[Piece] = []
    for start, stop in _runs(pieces):
        run, face = pieces[start:stop], _face(pieces[start])
        if face is None or (len(run) == 1 and not anew and not face.reaches_over_spaces):
            found += run
        else:
            before, after = reversed(pieces[:start]), pieces[stop:]
            found += _set(run, face, _joining(before, run[0].level)[::-1], _joining(after, run[0].level))
    return found


def _runs(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    start = 0
    for index in range(1, len(pieces) + 1):
        if index == len(pieces) or not are_of_one_run(pieces[index - 1], pieces[index]):
            yield start, index
            start = index


def _face(piece: Piece) -> Face | None:
    return piece.choice.face if piece.choice is not None and piece.kind in ("text", "space") else None


def _set(run: Sequence[Piece], face: Face, before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    style = run[0].style
    em = 0.0 if style is None else style.size * style.stretch
    context = "".join(before)[-_CONTEXT:], "".join(after)[:_CONTEXT]
    texts = tuple(piece.text for piece in run)
    dealt = _shape_run(face, texts, bool(run[0].level % 2), *context)
    for piece, glyphs, following in zip(run, dealt, [*texts[1:], ""], strict=True):
        if piece.style is not None and piece.style.spacing:
            glyphs = spaced(glyphs, piece.text, face, piece.style, rtl=piece.level % 2 == 1, after=following)
        yield piece.changed(glyphs=glyphs, width=width(glyphs) * (em / face.upem))


def _joining(pieces: Iterable[Piece], level: int) -> list[str]:
    """Return the texts of the rest of a word, in other fonts."""
    return [piece.text for piece in takewhile(lambda one: one.kind == "text" and one.level == level, pieces)]


@lru_cache(maxsize=_CACHED_RUNS)
def _shape_run(
    face: Face, parts: tuple[str, ...], rtl: bool, before: str, after: str
) -> tuple[tuple[Glyph, ...], ...]:
    """Return the glyphs of a run, dealt to its words and spaces.

    What stands for characters of two parts, as lam-alef in two colours, goes to the first of them.
    """
    starts = [0, *accumulate(len(part) for part in parts[:-1])]
    dealt: list[list[Glyph]] = [[] for _ in parts]
    for glyph in _glyphs(face, "".join(parts), rtl, before, after):
        index = bisect_right(starts, glyph.cluster) - 1
        dealt[index].append(_moved(glyph, -starts[index]))
    return tuple(tuple(glyphs) for glyphs in dealt)


def _glyphs(face: Face, text: str, rtl: bool, before: str, after: str) -> tuple[Glyph, ...]:
    """Return the glyphs of a run from left to right, words kept apart where the font would melt their signs.

    Nazli takes the shadda of one word and the tanvin of the next for one sign and puts it on the first: the
    text would be drawn wrong. Such words, and the spaces between them, are shaped one by one, as browsers
    shape all words.
    """
    glyphs = shape(face, text, rtl=rtl, before=before, after=after)
    melted = _melted(text, glyphs)
    if not melted:
        return glyphs
    cuts = [0, *(cut for place in melted for cut in (place, place + 1)), len(text)]
    parts = []
    for start, stop in pairwise(cuts):
        if start < stop:
            context = (before + text[:start])[-_CONTEXT:], (text[stop:] + after)[:_CONTEXT]
            part = _glyphs(face, text[start:stop], rtl, *context)
            parts.append([_moved(glyph, start) for glyph in part])
    return tuple(glyph for part in (reversed(parts) if rtl else parts) for glyph in part)


def _moved(glyph: Glyph, by: int) -> Glyph:
    """Return a glyph of a text that begins elsewhere; `dataclasses.replace` takes twice as long."""
    return Glyph(glyph.gid, glyph.advance, glyph.x, glyph.y, glyph.text, glyph.cluster + by) if by else glyph


def _melted(text: str, glyphs: Sequence[Glyph]) -> list[int]:
    """Return the places of the spaces on both sides of which a cluster holds characters."""
    starts = sorted({glyph.cluster for glyph in glyphs})
    return [
        place
        for start, stop in zip(starts, [*starts[1:], len(text)], strict=True)
        for place in range(start + 1, stop - 1)
        if text[place] in PARTING
    ]
