"""Inks: what a piece brings to any line that it stands on, worked out once and kept with the piece."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from taahodname.paper.blocks import TextStyle
from taahodname.typeset.codes import Shown, Slot, empty_glyph, shown
from taahodname.typeset.fonts import FontChoice
from taahodname.typeset.operators import number
from taahodname.typeset.pdf_words import Drawn
from taahodname.typeset.stretches import Sign

INVISIBLE = 3
"""The text rendering mode of what is read and not seen (ISO 32000-1, 9.3.6)."""

SLANT = 0.21
"""About 12 degrees, what word processors use where no italic is at hand."""

LEAST_MOVE = 0.05
"""In thousandths of an em: nobody sees a smaller one, and it is left out."""

_KEPT = 256


class Look(NamedTuple):
    """How letters are drawn, and the operators that say so.

    Attributes:
        choice, style: the font, and size, colour and the like.
        mode: the text rendering mode (ISO 32000-1, 9.3.6): filled, filled and stroked, or invisible.
        em: points of one font unit, along the line.
        unit: points of a thousandth of an em, along the line.
        font: names the font, for which it has a gap, and the size.
        matrix: the part of a text matrix that does not depend on the place.
        empty: the font's empty glyph, if it has one.
        paint: colour, mode and size, which steer how letters are filled.
    """

    choice: FontChoice
    style: TextStyle
    mode: int
    em: float
    unit: float
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
        mode,
        size / choice.face.upem,
        size / 1000,
        f"%s {number(style.size)} Tf",
        f"{number(style.stretch)} 0 {slant} 1",
        empty_glyph(choice.face),
        (style.colour, mode, style.size),
    )


class Apart(NamedTuple):
    """Where the outline of a glyph stands: the pen before it, from its ink's place, and the style."""

    shift: float
    style: TextStyle


class Ink(NamedTuple):
    """One slot of a line, or several that are drawn as one. Lengths are in points.

    Attributes:
        slot: the code, or the first of them.
        slots: all of them.
        look: how it is drawn.
        sign: what the rules of the line see of it.
        offset: the pen before it, from the left of its piece.
        start: the pen where the first code is shown, from the pen before the slot.
        advance: how far the codes, and what lies between them, move the pen.
        end: the pen behind the last code, from the pen before the slot.
        codes: what the codes are asked for by; none for ink that is not drawn as text alone.
        fragment: the operators between the first and the last code, with a gap for each code.
        apart: where its glyph is drawn as an outline, the code itself being invisible; None for what is
            drawn as text.
    """

    slot: Slot
    slots: tuple[Slot, ...]
    look: Look
    sign: Sign
    offset: float
    start: float
    advance: float
    end: float
    codes: tuple[Shown, ...] = ()
    fragment: str = ""
    apart: Apart | None = None

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
    found, pen, em = [], 0.0, look.em
    for part in parts:
        *others, last = part.slots
        behind = sum([slot.before + slot.advance + slot.after for slot in others]) * em
        end = behind + (last.before + last.advance) * em
        sign = Sign(part.text, level, look)
        first = part.slots[0]
        codes = part.codes or _own_code(last, look)
        fragment = "%s" * len(codes) if part.is_even else fragment_of(part.slots, look)
        start = first.before * em
        found.append(Ink(first, part.slots, look, sign, pen, start, end - start, end, codes, fragment))
        pen += behind + (last.before + last.advance + last.after) * em
    return tuple(found)


def _own_code(slot: Slot, look: Look) -> tuple[Shown, ...]:
    if slot.key is None or slot.outline is not None:
        return ()
    return (shown(look.choice.face, slot.key),)


def fragment_of(slots: Sequence[Slot], look: Look) -> str:
    """Return what stands between the first code of some slots and the last one, in an array of codes.

    Args:
        slots: they.
        look: how they are drawn.
    """
    em, found = look.em, ["%s"]
    pen, place = (slots[0].before + slots[0].advance) * em, 0.0
    for last, slot in pairwise(slots):
        place += (last.before + last.advance + last.after) * em
        at = place + slot.before * em
        back = (pen - at) / look.unit
        if abs(back) >= LEAST_MOVE:
            found.append(f">{number(back)}<")
            pen = at
        found.append("%s")
        pen += slot.advance * em
    return "".join(found)
