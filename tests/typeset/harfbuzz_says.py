"""What HarfBuzz itself makes of the lines of a layout: each run shaped whole, by a call of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import pytest
import uharfbuzz as hb

from taahodname.typeset.fonts import Face, FontChoice
from taahodname.typeset.lines import Line, Placed
from taahodname.typeset.marks import TextMark
from taahodname.typeset.pages import Page

from .page_glyphs import Ink, Matrix, shape_of

Placement = tuple[int, int, int, int, int]
"""Glyph, advance, offsets rightward and upward, and the index of its first character."""

Shaping = Callable[..., list[Placement]]

SLANT = 0.21


@dataclass(frozen=True)
class Run:
    """Neighbouring pieces of a line in one font, size and direction."""

    placed: tuple[Placed, ...]

    @property
    def key(self) -> tuple[FontChoice, float, int]:
        piece = self.placed[0].piece
        assert piece.choice is not None
        assert piece.style is not None
        return piece.choice, float(piece.style.size), piece.level

    @property
    def face(self) -> Face:
        return self.key[0].face

    @property
    def rtl(self) -> bool:
        return bool(self.placed[0].piece.level % 2)

    @property
    def text(self) -> str:
        """The characters in logical order."""
        return "".join(one.piece.text for one in (reversed(self.placed) if self.rtl else self.placed))


@cache
def own_font(face: Face) -> hb.Font:
    """Open a face's file anew, apart from the typesetter's own objects."""
    return hb.Font(hb.Face(hb.Blob(face.data)))


def shaped(face: Face, text: str, *, rtl: bool, before: str = "", after: str = "") -> list[Placement]:
    """Return glyph, advance, offsets and cluster of a whole run, from left to right."""
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(char) for char in before + text + after], len(before), len(text))
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.language = "fa"
    hb.shape(own_font(face), buffer)
    return [
        (info.codepoint, at.x_advance, at.x_offset, at.y_offset, info.cluster - len(before))
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def runs(line: Line) -> list[Run]:
    """Return the runs of a line from left to right."""
    found = []
    for _, group in groupby(line.placed, key=_run_key):
        placed = tuple(group)
        if placed[0].piece.glyphs:
            found.append(Run(placed))
    return found


def _run_key(placed: Placed) -> object:
    piece = placed.piece
    if not piece.glyphs or piece.style is None:
        return id(piece)
    return piece.choice, piece.style.size, piece.level


def shaped_in_words(
    face: Face, text: str, *, rtl: bool, before: str = "", after: str = ""
) -> list[Placement]:
    """Return a run with its words and spaces shaped one by one, as browsers do (`shaped` tells the rest).

    Some old fonts have rules that reach over a space: Nazli takes the shadda of one word and the tanvin of
    the next for one sign and puts it on the first.
    """
    found: list[Placement] = []
    for match in re.finditer(" |[^ ]+", text):
        start, end = match.span()
        glyphs = shaped(face, match.group(), rtl=rtl, before=before + text[:start], after=text[end:] + after)
        moved = [(*glyph[:4], glyph[4] + start) for glyph in glyphs]
        found = [*moved, *found] if rtl else [*found, *moved]
    return found


def ink_of_page(page: Page, height: float, *, in_words: bool = False) -> list[Ink]:
    """Return the ink that HarfBuzz asks for on a page, runs shaped whole or word by word."""
    shaping = shaped_in_words if in_words else shaped
    marks = (mark for part in (page.behind, page.margins, page.body) for mark in part)
    return [ink for mark in marks if isinstance(mark, TextMark) for ink in _line_ink(mark, height, shaping)]


def _line_ink(mark: TextMark, height: float, shaping: Shaping) -> Iterator[Ink]:
    stretch = _stretch(mark.line)
    found = runs(mark.line)
    for index, run in enumerate(found):
        left = found[index - 1].text if index else ""
        right = found[index + 1].text if index + 1 < len(found) else ""
        before, after = (right, left) if run.rtl else (left, right)
        x, y = mark.x + run.placed[0].x, height - mark.y
        yield from _run_ink(
            run, x, y, stretch, shaping(run.face, run.text, rtl=run.rtl, before=before, after=after)
        )


def _stretch(line: Line) -> float:
    """Return what a justified line adds to each of its spaces; no word may be wider than HarfBuzz says."""
    for one in line.placed:
        if one.piece.kind == "text":
            assert one.width == one.piece.width, "a word was stretched"
    after_tab = max(
        (i for i, one in enumerate(reversed(line.placed)) if one.piece.kind == "tab"), default=None
    )
    spaces = [one for one in line.placed if one.piece.kind == "space"]
    added = {round(one.width - one.piece.width, 6) for one in spaces} or {0.0}
    assert min(added) >= 0
    assert len(added) == 1 or after_tab is not None, "the spaces of a line grew unevenly"
    return max(added)


def _run_ink(run: Run, x: float, y: float, stretch: float, glyphs: Sequence[Placement]) -> Iterator[Ink]:
    (choice, size, _), text = run.key, run.text
    scale = size / choice.face.upem
    slant = SLANT * scale if choice.slant else 0.0
    pen = x
    for gid, advance, dx, dy, cluster in glyphs:
        matrix: Matrix = (scale, 0, slant, scale, pen + dx * scale, y + dy * scale)
        if shape := shape_of(own_font(choice.face), gid):
            yield Ink.at(shape, matrix)
        pen += advance * scale + (stretch if text[cluster] == " " else 0.0)
    last = run.placed[-1]
    found = last.x + last.width - run.placed[0].x
    assert pen - x == pytest.approx(found, abs=0.01), f"the run «{text}» has another width"
