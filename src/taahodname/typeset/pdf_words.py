"""Words as they are drawn: the codes of a shaped piece, taken together where nothing parts them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from taahodname.typeset.bidi_classes import bidi_class
from taahodname.typeset.codes import Slot, empty_glyph, slots
from taahodname.typeset.fonts import Face
from taahodname.typeset.pdf_codes import Shown, shown
from taahodname.typeset.readers import is_rtl_letter, pypdf_turns_digit
from taahodname.typeset.shape import Glyph, Glyphs
from taahodname.typeset.stretches import Kind, kind_of

_KEPT = 4_096
_HALF_SPACE = "\u200c"


class Drawn(Struct, frozen=True):
    """Slots of a piece, from left to right, that every rule for the signs of a line leaves together.

    Attributes:
        slots: they.
        text: what they mean.
        codes: what each is asked for by; None for a single slot.
    """

    slots: tuple[Slot, ...]
    text: str
    codes: tuple[Shown, ...] | None


def drawn(face: Face, glyphs: Sequence[Glyph], *, rtl: bool) -> tuple[Drawn, ...]:
    """Return how a shaped piece is drawn, from left to right; that of a word is kept with it.

    Args:
        face: the font that the glyphs are of.
        glyphs: what HarfBuzz made of the piece.
        rtl: the piece is read from right to left, as it was shaped.

    Raises:
        FontError: when the face has no glyph for a character.
    """
    if not isinstance(glyphs, Glyphs):
        return tuple(_parts(face, glyphs, rtl))
    if glyphs.drawn is None:
        glyphs.drawn = tuple(_parts(face, glyphs, rtl))
    kept: tuple[Drawn, ...] = glyphs.drawn
    return kept


# Letters read from right to left, with half-spaces between them; Latin letters; digits that pypdf turns,
# and those that it does not. Among signs of one such kind the rules make no difference.
_TOGETHER = re.compile("r(?:[rh]*r)?|l+|t+|d+|.")


def _parts(face: Face, glyphs: Sequence[Glyph], rtl: bool) -> Iterator[Drawn]:
    found = tuple(slots(face, glyphs, empty_glyph(face), rtl=rtl))
    for part in _TOGETHER.finditer("".join([_sign(slot, rtl) for slot in found])):
        those = found[part.start() : part.end()]
        text = "".join([slot.text for slot in those])
        keys = [slot.key for slot in those if slot.key is not None] if len(those) > 1 else None
        codes = None if keys is None else tuple(shown(face, key) for key in keys)
        yield Drawn(those, text, codes)


def _sign(slot: Slot, rtl: bool) -> str:
    is_alone = slot.key is None or slot.outline is not None or len(slot.text) != 1
    return "." if is_alone else _sign_of(slot.text, rtl)


@lru_cache(maxsize=_KEPT)
def _sign_of(char: str, rtl: bool) -> str:
    if rtl:
        is_letter = is_rtl_letter(char) and kind_of(char, 1) is Kind.RTL
        return "r" if is_letter else "h" if char == _HALF_SPACE else "."
    if bidi_class(char) == "EN":
        return "t" if pypdf_turns_digit(char) else "d"
    return "l" if bidi_class(char) == "L" else "."
