"""The text layer: every pair of glyph and characters gets a code of its own in the PDF's font.

Readers of a PDF take the characters in the order they are drawn and turn right-to-left words round
themselves. So glyphs are drawn from left to right, each under a code that means exactly one character;
a glyph that stands for several is surrounded by empty glyphs that carry the others.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from taahodname.errors import FontError
from taahodname.typeset.fonts import Face
from taahodname.typeset.shape import Glyph

STEP = 0.012
"""How far apart, in em, what has no width stands: at one and the same place poppler takes any order."""

_JOINERS = "\u200c\u200d"
_KEPT_SLOTS = 4_096  # of single letters


Key = tuple[int, str, int]
"""A glyph, the characters it means, and what tells apart twins of both."""


class Slot(Struct, frozen=True, gc=False):
    """One code to draw, or ink alone.

    Attributes:
        key: what the code is asked for by (`pdf_codes.shown`); None for ink without a meaning of its own.
        text: what the code means.
        advance: how far the code itself moves the pen, in font units.
        before: how far to move the pen first, in font units.
        after: how far to move it afterwards, beyond `advance`.
        outline: a glyph to draw as an outline, because it stands off the base line; the code is empty then.
        x, y: where the outline stands, from the pen before the code, in font units.
    """

    key: Key | None
    text: str
    advance: int = 0
    before: int = 0
    after: int = 0
    outline: int | None = None
    x: int = 0
    y: int = 0


@lru_cache(maxsize=10_000)
def own_advance(face: Face, gid: int) -> int:
    """Return the advance that the font itself gives a glyph, in font units."""
    return int(face.hb_font.get_glyph_h_advance(gid))


@lru_cache(maxsize=256)
def empty_glyph(face: Face) -> int | None:
    """Return a glyph of a face that draws nothing and has no width, or None.

    In Amiri and in old fonts the half-space and the direction marks have a shape for those who edit text; an
    empty glyph without a character is there almost always (OpenType, «Recommendations», .null).
    """
    named = [gid for char in "\u200c\u200f\u200e\u200d" if (gid := face.glyph_of(char))]
    return next(
        (gid for gid in chain(named, range(1, face.hb_face.glyph_count)) if _is_empty(face, gid)), None
    )


def _is_empty(face: Face, gid: int) -> bool:
    if face.hb_font.get_glyph_h_advance(gid):
        return False
    extents = face.hb_font.get_glyph_extents(gid)
    return extents is None or not (extents.width or extents.height)


def slots(face: Face, glyphs: Sequence[Glyph], empty: int | None, *, rtl: bool) -> Iterator[Slot]:
    """Yield the codes of a shaped piece, from left to right.

    Args:
        face: the piece's font.
        glyphs: what HarfBuzz made of it.
        empty: the face's empty glyph, if it has one.
        rtl: the piece is read from right to left.

    Raises:
        FontError: when the face has no glyph for a character.
    """
    for glyph in glyphs:
        # A mark that hangs far from its pen would look like a word by itself.
        is_off = glyph.y or (glyph.x and not glyph.advance)
        if not glyph.gid:
            raise _missing(face, glyph.text)
        if not glyph.text:
            # The rest of a letter that is made of several glyphs: a code for it would be read as a letter.
            yield Slot(None, "", after=glyph.advance, outline=glyph.gid, x=glyph.x, y=glyph.y)
        elif empty is None and (is_off or (glyph.text in _JOINERS and not glyph.advance)):
            # The line has the meaning written by another font's empty glyph.
            ink = glyph.gid if is_off else None
            yield Slot(None, glyph.text, after=glyph.advance, outline=ink, x=glyph.x, y=glyph.y)
        elif empty is None:
            yield _own_slot(face, glyph.gid, glyph.advance, glyph.x, glyph.text)
        elif is_off:
            yield from _off_base_line(glyph, empty, rtl=rtl)
        elif rtl and len(glyph.text) > 1:
            yield from _ligature(face, glyph, empty)
        elif glyph.text in _JOINERS and not glyph.advance:
            # HarfBuzz draws a space of no width here; a reader would take it for a space.
            yield Slot((empty, glyph.text, 0), glyph.text)
        else:
            yield _own_slot(face, glyph.gid, glyph.advance, glyph.x, glyph.text)


def _missing(face: Face, text: str) -> FontError:
    names = "، ".join(f"U+{ord(char):04X}" for char in text)
    return FontError(
        f"قلم «{face.family}» برای نویسهٔ «{text}» ({names}) شکلی ندارد؛ قلم دیگری به کار ببرید.",
        f"font {face.family!r} has no glyph for {text!r} ({names}); use another font",
    )


@lru_cache(maxsize=_KEPT_SLOTS)
def _own_slot(face: Face, gid: int, advance: int, x: int, text: str) -> Slot:
    own = own_advance(face, gid)
    return Slot((gid, text, 0), text, own, x, advance - own - x)


def _off_base_line(glyph: Glyph, empty: int, *, rtl: bool) -> Iterator[Slot]:
    """Yield what stands off the base line: a mark, one glyph for two marks, a letter of a sloping font."""
    letters = glyph.text[::-1] if rtl else glyph.text
    for place, char in enumerate(letters):
        ink = glyph.gid if place == 0 else None
        after = glyph.advance if place == len(letters) - 1 else 0
        yield Slot((empty, char, place), char, after=after, outline=ink, x=glyph.x, y=glyph.y)


def _ligature(face: Face, glyph: Glyph, empty: int) -> Iterator[Slot]:
    """Yield a glyph of several letters: it means one of them, empty glyphs at its two ends the others."""
    letters = _letters(glyph.text)
    pairs = (i for i in range(1, len(letters)) if letters[i][0] == letters[i - 1][0])
    # Twins stand at the two ends: readers take a letter twice at one place for a double print.
    own = next(pairs, len(letters) - 1)
    left = letters[own][1:] + "".join(letters[own + 1 :])
    right = "".join(letters[:own])
    yield from _empty_slots(face, empty, left, first_twin=0)
    yield _own_slot(face, glyph.gid, glyph.advance, glyph.x, letters[own][0])
    yield from _empty_slots(face, empty, right, first_twin=len(left))


def _letters(text: str) -> list[str]:
    """Return the letters of a text, each with its marks."""
    found: list[str] = []
    for char in text:
        if found and unicodedata.combining(char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _empty_slots(face: Face, empty: int, text: str, *, first_twin: int) -> Iterator[Slot]:
    """Yield empty glyphs that carry characters, the last character leftmost, each a little further right."""
    for place, char in enumerate(reversed(text)):
        back = round(STEP * face.upem * (len(text) - place))
        yield Slot((empty, char, first_twin + place), char, before=-back, after=back)
