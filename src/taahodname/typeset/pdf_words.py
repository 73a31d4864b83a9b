"""Words as they are drawn: the codes of a shaped piece, taken together where nothing parts them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from taahodname.typeset.bidi_classes import bidi_class
from taahodname.typeset.codes import Slot, empty_glyph, slots
from taahodname.typeset.fonts import Face
from taahodname.typeset.pdf_codes import GAP, Shown, shown
from taahodname.typeset.readers import is_rtl_letter, pypdf_turns_digit
from taahodname.typeset.shape import Glyph, Glyphs
from taahodname.typeset.stretches import Kind, kind_of

_KEPT = 2_048
_HALF_SPACE = "\u200c"


LEAST_MOVE = 1.0
"""In thousandths of an em: a smaller one is left out until it has grown, for widths are whole thousandths."""


class Drawn(Struct, frozen=True, gc=False):
    """Slots of a piece, from left to right, that every rule for the signs of a line leaves together.

    Attributes:
        slots: they.
        text: what they mean.
        codes: what each is asked for by; none for a slot that is not drawn as text alone.
        fragment: the codes and the moves between them, with a gap for each that is not usual.
        shown: how far these move the pen, as wide as the PDF says, in thousandths of an em.
        end: the pen behind the last code, from the pen before the first slot, in font units.
        advance: how far all slots move it, in font units.
        groups: the bits of the groups of usual codes.
        others: what the codes are asked for by that are not usual.
    """

    slots: tuple[Slot, ...]
    text: str
    codes: tuple[Shown, ...] = ()
    fragment: str = ""
    shown: float = 0.0
    end: int = 0
    advance: int = 0
    groups: int = 0
    others: tuple[Shown, ...] = ()


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
    found = [
        one
        for glyph in glyphs
        for one in _slots_of(face, glyph.gid, glyph.advance, glyph.x, glyph.y, glyph.text, rtl)
    ]
    for part in _TOGETHER.finditer("".join([mark for _, mark in found])):
        start, stop = part.span()
        if stop == start + 1:
            yield found[start][0]
        else:
            yield _joined([one for one, _ in found[start:stop]], face)


@lru_cache(maxsize=_KEPT)
def _slots_of(
    face: Face, gid: int, advance: int, x: int, y: int, text: str, rtl: bool
) -> tuple[tuple[Drawn, str], ...]:
    """Return the slots of a glyph, each with how it is drawn by itself, and what sign it is."""
    glyph = Glyph(gid, advance, x, y, text, 0)
    return tuple(
        (alone(face, slot), _sign(slot, rtl)) for slot in slots(face, (glyph,), empty_glyph(face), rtl=rtl)
    )


def alone(face: Face, slot: Slot) -> Drawn:
    """Return how a slot is drawn by itself."""
    end = slot.before + slot.advance
    if slot.key is None or slot.outline is not None:
        return Drawn((slot,), slot.text, end=end, advance=end + slot.after)
    code = shown(face, slot.key)
    others = (code,) if code.code == GAP else ()
    return Drawn(
        (slot,), slot.text, (code,), code.code, code.width, end, end + slot.after, code.group, others
    )


def _joined(parts: Sequence[Drawn], face: Face) -> Drawn:
    """Return how slots are drawn together that are drawn as text."""
    first, scale = parts[0], face.upem / 1000
    found = [first.fragment]
    # From the first code on: the pen as the widths of the PDF bring it, in thousandths of an em; the place.
    pen, place, groups = first.shown, first.advance - first.slots[0].before, first.groups
    for part in parts[1:]:
        back = pen - (place + part.slots[0].before) / scale
        if abs(back) >= LEAST_MOVE:
            found.append(f"){round(back)}(")
            pen -= round(back)
        found.append(part.fragment)
        pen += part.shown
        place += part.advance
        groups |= part.groups
    place += first.slots[0].before
    return Drawn(
        tuple([part.slots[0] for part in parts]),
        "".join([part.text for part in parts]),
        tuple([part.codes[0] for part in parts]),
        "".join(found),
        pen,
        place - parts[-1].slots[0].after,
        place,
        groups,
        tuple([one for part in parts for one in part.others]),
    )


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
