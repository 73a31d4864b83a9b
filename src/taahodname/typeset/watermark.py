"""The watermark of a draft: words across the page, as outlines, so that they stay out of the text layer."""

from __future__ import annotations

import math

from taahodname.paper.blocks import PageGeometry
from taahodname.typeset.fonts import FALLBACK_FAMILY, FontBook
from taahodname.typeset.outlines import outline
from taahodname.typeset.shape import shape, width

_GREY = 0.82  # light enough to read the text over it
_ANGLE = math.radians(45)
_SHARE = 0.6  # of the page's width, along the slant


def watermark(words: str, fonts: FontBook, sheet: PageGeometry) -> str:
    """Return the operators that draw words across a page, from the lower left to the upper right.

    Args:
        words: a few words of one direction.
        fonts: the faces at hand; the shipped bold one is used.
        sheet: the page.
    """
    face = fonts.find(FALLBACK_FAMILY, bold=True).face
    glyphs = shape(face, words, rtl=True)
    total = width(glyphs)
    scale = sheet.width * _SHARE / math.cos(_ANGLE) / max(total, 1)
    cos, sin = math.cos(_ANGLE) * scale, math.sin(_ANGLE) * scale
    x = sheet.width / 2 - cos * total / 2
    y = sheet.height / 2 - sin * total / 2
    out = [f"q {_GREY} g {cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} {x:.2f} {y:.2f} cm"]
    pen = 0
    for glyph in glyphs:
        path = outline(face, glyph.gid)
        if path:
            out.append(f"q 1 0 0 1 {pen + glyph.x} {glyph.y} cm {path} f Q")
        pen += glyph.advance
    return " ".join([*out, "Q"])
