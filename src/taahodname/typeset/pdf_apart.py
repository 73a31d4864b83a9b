"""Raised and widely spaced text: glyphs are drawn as outlines, an invisible text on the base line is read.

Readers take what stands off the base line for a line of its own (PDFium), and a gap inside a word for a
space (all of them). So the codes stand on the base line and fill the gaps, unseen, and the ink stands where
it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from taahodname.paper.blocks import TextStyle
from taahodname.typeset.codes import Slot
from taahodname.typeset.fonts import FontChoice
from taahodname.typeset.inks import Apart, Ink, look_of
from taahodname.typeset.pdf_words import Drawn
from taahodname.typeset.stretches import Sign
from taahodname.units import Pt

_WIDE = 0.03  # of an em: from a tenth on poppler sees a space, and a letter's own side room counts too


def is_drawn_apart(style: TextStyle) -> bool:
    """Return whether text of a style is drawn as outlines."""
    return bool(style.rise) or abs(style.spacing) > _WIDE * style.size


def inks_apart(slots: Sequence[Slot], choice: FontChoice, style: TextStyle, level: int) -> Iterator[Ink]:
    """Yield the slots of a piece with codes that follow one another without a gap.

    Args:
        slots: of a word or a space, from left to right.
        choice, style, level: of the piece.
    """
    em = style.size * style.stretch / choice.face.upem
    own = sum(slot.advance for slot in slots)
    whole = sum(slot.before + slot.advance + slot.after for slot in slots)
    factor = whole / own if own and whole > 0 else 1.0
    filled = replace(style, stretch=style.stretch * factor, rise=Pt(0), spacing=Pt(0))
    look = look_of(choice, filled, is_seen=False)
    code = pen = 0.0
    for slot in slots:
        apart = Apart(pen + (slot.before * em if slot.advance else 0.0) - code, style)
        bare = replace(slot, before=0, after=0) if slot.advance else slot
        start, advance = bare.before * look.em, bare.advance * look.em
        sign = Sign(slot.text, level, look)
        yield Ink(Drawn((bare,), slot.text), look, sign, code, start, advance, start + advance, apart)
        code += slot.advance * em * factor + (0.0 if slot.advance else (slot.before + slot.after) * em)
        pen += (slot.before + slot.advance + slot.after) * em
