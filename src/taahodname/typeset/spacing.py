"""Letter spacing: room between the letters of a style that asks for it, none where they are joined.

Arabic letters are parted only where the script itself parts them: Unicode (core specification, 9.2) and
CSS Text 3 (§8.2, «letter-spacing in cursive scripts») ask that joined ones stay joined.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from taahodname.paper.blocks import TextStyle
from taahodname.typeset.fonts import Face
from taahodname.typeset.shape import Glyph

_FIRST_ARABIC, _LAST_ARABIC = "\u0600", "\u08ff"
# Letters that join none behind them (Unicode ArabicShaping.txt, joining type R and U), of Persian and Arabic.
_UNJOINING = frozenset("اآأإٱدذرزژوؤةۀءۃۇۈۆۋۏ")
_HALF_SPACE = "\u200c"


def spaced(
    glyphs: Sequence[Glyph], text: str, face: Face, style: TextStyle, *, rtl: bool, after: str = ""
) -> tuple[Glyph, ...]:
    """Return glyphs with the spacing of a style behind each letter.

    Args:
        glyphs: what HarfBuzz made of a word or a space, from left to right.
        text: its characters.
        face: the font.
        style: says how much room.
        after: the characters behind it in the same word, perhaps in another style.
        rtl: the direction; room behind a right-to-left letter is to its left.
    """
    if not glyphs:  # they were drawn with a letter of another style, as an alef with its lam
        return ()
    room = round(style.spacing / (style.size * style.stretch) * face.upem)
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    last = {glyph.cluster: place for place, glyph in enumerate(glyphs)} if not rtl else {}
    if rtl:
        for place, glyph in enumerate(glyphs):
            last.setdefault(glyph.cluster, place)
    parted = {last[start] for start in starts if _is_parted(text + after, ends[start])}
    return tuple(
        _widened(glyph, room, rtl=rtl) if place in parted else glyph for place, glyph in enumerate(glyphs)
    )


def _widened(glyph: Glyph, room: int, *, rtl: bool) -> Glyph:
    x = glyph.x + room if rtl else glyph.x
    return Glyph(glyph.gid, glyph.advance + room, x, glyph.y, glyph.text, glyph.cluster)


def _is_parted(text: str, end: int) -> bool:
    """Return whether the letter that ends before a place is not joined to the next one."""
    if end == len(text):
        return text[-1:] != _HALF_SPACE
    if unicodedata.combining(text[end]):
        return False
    letter = next((char for char in reversed(text[:end]) if not unicodedata.combining(char)), "")
    if letter == _HALF_SPACE:
        return False
    if text[end] == _HALF_SPACE or not (_is_arabic(letter) and _is_arabic(text[end])):
        return True
    return letter in _UNJOINING


def _is_arabic(char: str) -> bool:
    return _FIRST_ARABIC <= char <= _LAST_ARABIC and char.isalpha()
