"""Inks: what a piece brings to any line that it stands on, worked out once and kept with the piece."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from taahodname.paper.blocks import TextStyle
from taahodname.typeset.codes import STEP, Slot, empty_glyph
from taahodname.typeset.fonts import Face, FontChoice
from taahodname.typeset.operators import number
from taahodname.typeset.pdf_words import Drawn
from taahodname.typeset.stretches import Sign

INVISIBLE = 3
"""The text rendering mode of what is read and not seen (ISO 32000-1, 9.3.6)."""

SLANT = 0.21
"""About 12 degrees, what word processors use where no italic is at hand."""

_KEPT = 256


class Look(Struct, frozen=True, gc=False):
    """How letters are drawn, and the operators that say so.

    Attributes:
        choice, style: the font, and size, colour and the like.
        face: the file of the font.
        mode: the text rendering mode (ISO 32000-1, 9.3.6): filled, filled and stroked, or invisible.
        em: points of one font unit, along the line.
        unit: points of a thousandth of an em, along the line.
        step: how far apart what has no width stands, in points (`codes.STEP`).
        font: names the font and the size.
        matrix: the part of a text matrix that does not depend on the place.
        empty: the font's empty glyph, if it has one.
        paint: colour, mode and size, which steer how letters are filled.
    """

    choice: FontChoice
    style: TextStyle
    face: Face
    mode: int
    em: float
    unit: float
    step: float
    font: str
    matrix: str
    empty: int | None
    paint: tuple[str, int, float]


@lru_cache(maxsize=_KEPT)
def look_of(choice: FontChoice, style: TextStyle, *, is_seen: bool = True) -> Look:
    """Return the look of a font in a style; what is not seen is only there to be read."""
    size = style.size * style.stretch
    mode = 2 * choice.embolden if is_seen else INVISIBLE
    slant = number(SLANT if choice.slant else 0.0)
    return Look(
        choice,
        style,
        choice.face,
        mode,
        size / choice.face.upem,
        size / 1000,
        STEP * style.size,
        f"/{choice.face.name} {number(style.size)} Tf",
        f"{number(style.stretch)} 0 {slant} 1",
        empty_glyph(choice.face),
        (style.colour, mode, style.size),
    )


class Apart(Struct, frozen=True, gc=False):
    """Where the outline of a glyph stands: the pen before it, from its ink's place, and the style."""

    shift: float
    style: TextStyle


class Ink(Struct, frozen=True, gc=False):
    """One slot of a line, or several that are drawn as one. Lengths are in points.

    Attributes:
        part: the slots and their codes.
        look: how it is drawn.
        sign: what the rules of the line see of it.
        offset: the pen before it, from the left of its piece.
        start: the pen where the first code is shown, from the pen before the slot.
        advance: how far the codes, as wide as the PDF says, and what lies between them move the pen.
        end: the pen behind the last code, from the pen before the slot.
        apart: where its glyph is drawn as an outline, the code itself being invisible; None for what is
            drawn as text.
    """

    part: Drawn
    look: Look
    sign: Sign
    offset: float
    start: float
    advance: float
    end: float
    apart: Apart | None = None

    @property
    def slot(self) -> Slot:
        """The code, or the first of them."""
        return self.part.slots[0]

    @property
    def text(self) -> str:
        """What is read."""
        return self.sign.text


def inks_of(parts: Sequence[Drawn], look: Look, level: int) -> tuple[Ink, ...]:
    """Return how a piece is drawn, from left to right.

    Args:
        parts: its slots.
        look: how they are drawn.
        level: its bidi level.
    """
    found, pen, em, unit = [], 0, look.em, look.unit
    for part in parts:
        sign, start = Sign(part.text, level, look), part.slots[0].before * em
        found.append(Ink(part, look, sign, pen * em, start, part.shown * unit, part.end * em))
        pen += part.advance
    return tuple(found)
