"""What HarfBuzz itself makes of the lines of a layout: each run shaped whole, by a call of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, pairwise, takewhile

import pytest
import uharfbuzz as hb

from taahodname.typeset.fonts import Face, FontChoice
from taahodname.typeset.lines import Line, Placed
from taahodname.typeset.marks import TextMark
from taahodname.typeset.pages import Page

from .page_glyphs import Ink, Matrix, shape_of

Placement = tuple[int, int, int, int, int]
"""Glyph, advance, offsets rightward and upward, and the index of its first character."""

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


def runs(line: Line) -> Iterator[tuple[Run, str, str]]:
    """Yield the runs of a line from left to right, each with the texts that stand before and behind it.

    A tab or a picture parts them, and so does another direction: nothing joins across it.
    """
    groups = [tuple(group) for _, group in groupby(line.placed, key=_run_key)]
    found = [Run(group) if group[0].piece.kind in ("text", "space") else None for group in groups]
    for index, run in enumerate(found):
        if run is not None:
            left, right = _beside(run, found[:index][::-1]), _beside(run, found[index + 1 :])
            before, after = (right, left) if run.rtl else (left, right)
            yield run, "".join(reversed(before)), "".join(after)


def _beside(run: Run, others: Iterable[Run | None]) -> list[str]:
    """Return the texts on one side of a run, the nearest first."""
    joining = takewhile(lambda one: one is not None and one.key[2] == run.key[2], others)
    return [one.text for one in joining if one is not None]


def _run_key(placed: Placed) -> object:
    piece = placed.piece
    if piece.kind not in ("text", "space") or piece.style is None:
        return id(piece)
    return piece.choice, piece.style.size, piece.level


def assert_set_as_said(lines: Iterable[Line]) -> None:
    """The glyphs of every run of some lines are HarfBuzz's, with their advances and offsets."""
    __tracebackhide__ = True
    for line in lines:
        for run, before, after in runs(line):
            said, _ = shaped_legibly(run.face, run.text, rtl=run.rtl, before=before, after=after)
            glyphs = [glyph for one in run.placed for glyph in one.piece.glyphs]
            assert [(g.gid, g.advance, g.x, g.y) for g in glyphs] == [one[:4] for one in said], run.text


def melted(text: str, glyphs: Sequence[Placement]) -> list[int]:
    """Return the places of the spaces on both sides of which one cluster holds characters.

    There the font draws signs of two words as one glyph, on the first of them.
    """
    starts = sorted({glyph[4] for glyph in glyphs})
    ends = [*starts[1:], len(text)]
    inner = (range(start + 1, end - 1) for start, end in zip(starts, ends, strict=True))
    return [place for places in inner for place in places if text[place] in " \u00a0"]


def shaped_legibly(
    face: Face, text: str, *, rtl: bool, before: str = "", after: str = ""
) -> tuple[list[Placement], list[int]]:
    """Return a run shaped whole, and the spaces at which words had to be kept apart (`melted` says where).

    At such a space, and only there, what stands before it, the space, and what stands behind it are shaped
    one by one, as browsers shape all words.
    """
    whole = shaped(face, text, rtl=rtl, before=before, after=after)
    places = melted(text, whole)
    if not places:
        return whole, []
    bounds = sorted({0, len(text), *places, *(place + 1 for place in places)})
    found: list[Placement] = []
    for start, end in pairwise(bounds):
        context = before + text[:start], text[end:] + after
        part, inner = shaped_legibly(face, text[start:end], rtl=rtl, before=context[0], after=context[1])
        moved = [(*glyph[:4], glyph[4] + start) for glyph in part]
        found = [*moved, *found] if rtl else [*found, *moved]
        places += [start + place for place in inner]
    return found, sorted(places)


@dataclass
class Said:
    """What HarfBuzz says of a page.

    Attributes:
        ink: the shapes at their places.
        apart: the words before and behind each space at which words had to be kept apart.
    """

    ink: list[Ink] = field(default_factory=list)
    apart: list[tuple[str, str]] = field(default_factory=list)


def said_of_page(page: Page, height: float) -> Said:
    """Return what HarfBuzz says of all lines of a page."""
    said = Said()
    for part in (page.behind, page.margins, page.body):
        for mark in part:
            if isinstance(mark, TextMark):
                _say(said, mark, height)
    return said


def _say(said: Said, mark: TextMark, height: float) -> None:
    stretch = _stretch(mark.line)
    for run, before, after in runs(mark.line):
        x, y = mark.x + run.placed[0].x, height - mark.y
        glyphs, places = shaped_legibly(run.face, run.text, rtl=run.rtl, before=before, after=after)
        said.ink += _run_ink(run, x, y, stretch, glyphs)
        said.apart += [
            (run.text[:place].split(" ")[-1], run.text[place + 1 :].split(" ")[0]) for place in places
        ]


def _stretch(line: Line) -> float:
    """Return what a justified line adds to each of its spaces; no word may be wider than HarfBuzz says."""
    for one in line.placed:
        if one.piece.kind == "text":
            assert one.width == one.piece.width, "a word was stretched"
    after_tab = max(
        (i for i, one in enumerate(reversed(line.placed)) if one.piece.kind == "tab"), default=None
    )
    spaces = [one for one in line.placed if one.piece.kind == "space"]
    added = [one.width - one.piece.width for one in spaces] or [0.0]
    assert min(added) >= 0
    assert max(added) - min(added) < 1e-6 or after_tab is not None, "the spaces of a line grew unevenly"
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
