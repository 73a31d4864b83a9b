"""Tells from the places of what stands on a page in which bands of the sheet there can be ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taahodname.letterhead.free_area import Band
from taahodname.typeset.lines import Line
from taahodname.typeset.marks import (
    Edge,
    EdgesMark,
    FillMark,
    Mark,
    PictureMark,
    PlaceMark,
    RuleMark,
    TextMark,
)
from taahodname.units import Pt, pt_to_mm

if TYPE_CHECKING:
    from taahodname.typeset.pages import Page

_BESIDE = {"double": 1.5}
"""How many of its widths a ruled line takes to each side, where that is not half a one."""


def bands_of(page: Page) -> list[Band] | None:
    """Return the bands that the marks of a page lie in; None where it holds shapes, or what is turned.

    Args:
        page: as it is laid out, of the letterhead's own size.
    """
    found: list[Band] = []
    for mark in (*page.behind, *page.margins, *page.body):
        if isinstance(mark, PlaceMark):
            continue
        reach = _reach(mark)
        if reach is None:
            return None
        found.append((pt_to_mm(Pt(reach[0])), pt_to_mm(Pt(reach[1]))))
    return found


def _reach(mark: Mark) -> tuple[float, float] | None:
    """Return how far up and down a mark may reach, in points from the top of the sheet."""
    match mark:
        case TextMark():
            up, down = _text(mark.line)
            return mark.y - up, mark.y + down
        case RuleMark():
            beside = _beside(mark)
            return min(mark.y1, mark.y2) - beside, max(mark.y1, mark.y2) + beside
        case EdgesMark():
            up = min(min(edge.y1, edge.y2) - _beside(edge) for edge in mark.edges)
            down = max(max(edge.y1, edge.y2) + _beside(edge) for edge in mark.edges)
            return mark.y + up, mark.y + down
        case PictureMark(turn=0.0) | FillMark():
            return mark.y, mark.y + mark.height
    return None


def _beside(rule: RuleMark | Edge) -> float:
    return _BESIDE.get(rule.ruling, 0.5) * rule.width


def _text(line: Line) -> tuple[float, float]:
    """Return how far a line may reach above and below its base line.

    No glyph reaches farther than the box around all glyphs of its font. An em holds the rules beside text.
    """
    up, down = line.ascent, line.descent
    for placed in line.placed:
        piece = placed.piece
        if piece.style is None or piece.choice is None:
            continue
        size, face = piece.style.size, piece.choice.face
        em = size / face.upem
        shifts = [glyph.y for glyph in piece.glyphs] or [0]
        rise = piece.style.rise
        up = max(up, piece.ascent, size + rise, (max(shifts) + face.box[3]) * em + rise)
        down = max(down, piece.descent, size - rise, -(min(shifts) + face.box[1]) * em - rise)
    return up, down
