"""Lettering: words stretched to fill a rectangle, as outlines, so that they stay out of the text layer."""

from __future__ import annotations

from taahodname.paper.drawings import Lettering
from taahodname.typeset import bidi
from taahodname.typeset.fonts import FontBook, FontChoice
from taahodname.typeset.marks import OutlineMark
from taahodname.typeset.operators import number, ratio
from taahodname.typeset.outlines import outline
from taahodname.typeset.shape import Glyph, shape
from taahodname.typeset.structure import Tag

Inked = tuple[FontChoice, Glyph, float, float]
"""A glyph with its font and the place of its origin, in ems."""


def lettering_mark(lettering: Lettering, fonts: FontBook, tag: Tag) -> OutlineMark:
    """Return words as outlines that fill their rectangle, counted from its middle.

    Args:
        lettering: the words and their rectangle; its place and how it is turned are left to the caller.
        fonts: the faces at hand.
        tag: what it is in the document.

    Raises:
        FontError: when no font at hand has one of its characters.
    """
    inked, width = _inked(lettering, fonts)
    top = max((choice.face.ascent(1.0) for choice, *_ in inked), default=1.0)
    foot = max((choice.face.descent(1.0) for choice, *_ in inked), default=0.0)
    across = lettering.width / max(width, 1e-6)
    up = lettering.height / max(top + foot, 1e-6)
    left, base = -lettering.width / 2, -lettering.height / 2 + foot * up
    out = []
    for choice, glyph, x, y in inked:
        path = outline(choice.face, glyph.gid)
        if path:
            scale = 1 / choice.face.upem
            size = f"{ratio(across * scale)} 0 0 {ratio(up * scale)}"
            place = f"{number(left + x * across)} {number(base + y * up)}"
            out.append(f"q {size} {place} cm {path} f Q")
    return OutlineMark(0.0, 0.0, " ".join(out), lettering.colour, lettering.opacity, tag)


def _inked(lettering: Lettering, fonts: FontBook) -> tuple[list[Inked], float]:
    """Return the glyphs from left to right and the width of all, in ems."""
    choice = fonts.find(lettering.family, bold=lettering.bold, italic=lettering.italic)
    levels = bidi.paragraph_levels(lettering.words, rtl=True)
    runs: list[tuple[int, FontChoice, str]] = []
    for char, level in zip(lettering.words, levels, strict=True):
        own = fonts.covering(char, choice)
        if runs and runs[-1][:2] == (level, own):
            runs[-1] = (level, own, runs[-1][2] + char)
        else:
            runs.append((level, own, char))
    found: list[Inked] = []
    pen = 0.0
    for index in bidi.visual_order([level for level, _, _ in runs]):
        level, own, text = runs[index]
        for glyph in shape(own.face, text, rtl=bool(level % 2)):
            scale = 1 / own.face.upem
            found.append((own, glyph, pen + glyph.x * scale, glyph.y * scale))
            pen += glyph.advance * scale
    return found, pen
