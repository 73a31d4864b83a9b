"""Frames: the lines around the pages of a section."""

from __future__ import annotations

from taahodname.paper.blocks import Border, Frame, PageGeometry
from taahodname.typeset.marks import RuleMark


def frame_marks(
    frame: Frame | None, paper: PageGeometry, *, is_first: bool, head: bool, foot: bool
) -> list[RuleMark]:
    """Return the lines around one page.

    Args:
        frame: what its section has, if anything.
        paper: the sheet and its margins.
        is_first: it is the first page of its section.
        head, foot: it has such; a frame that counts from the text goes around them.
    """
    if (
        frame is None
        or (frame.pages == "first" and not is_first)
        or (frame.pages == "not-first" and is_first)
    ):
        return []
    lines = frame.borders
    edges = (0.0, 0.0, float(paper.width), float(paper.height))
    text = (
        float(paper.left),
        float(paper.header if head else paper.top),
        paper.width - paper.right,
        paper.height - (paper.footer if foot else paper.bottom),
    )
    base, out = (text, -1.0) if frame.from_text else (edges, 1.0)
    left, top = base[0] + out * _away(lines.left), base[1] + out * _away(lines.top)
    right, bottom = base[2] - out * _away(lines.right), base[3] - out * _away(lines.bottom)
    sides = (
        (lines.top, left, top, right, top),
        (lines.right, right, top, right, bottom),
        (lines.bottom, left, bottom, right, bottom),
        (lines.left, left, top, left, bottom),
    )
    return [
        RuleMark(x1, y1, x2, y2, line.width, line.colour, line.ruling)
        for line, x1, y1, x2, y2 in sides
        if line is not None
    ]


def _away(line: Border | None) -> float:
    """Return how far the middle of a line is from what its distance counts from."""
    return 0.0 if line is None else line.space + line.width / 2
