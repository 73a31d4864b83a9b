"""The usual codes of a face: nearly all that a letter shows has the same code in every PDF.

So what is drawn of a word is written once, and the objects of a font are made once for all PDFs that show the
same groups of signs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from taahodname.typeset.codes import Key, empty_glyph, slots
from taahodname.typeset.fonts import Face
from taahodname.typeset.shape import shape

_LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئءأؤة"
_TEETH, _NEIGHBOURS = "بپتثنیمه", "اجرقی"  # what looks otherwise beside some letters in many fonts, and they
_FORMS = (
    *(text for one in _LETTERS for text in (one, one * 3, f"ب{one}")),
    *(text for one in _TEETH for other in _NEIGHBOURS for text in (one + other, f"ب{one}{other}")),
    *("لا", "لآ", "لأ", "بلا", "بلآ", "بلأ", "الله", "هٔ", "بهٔ", "اً", "باً", "کَ", "کِ", "کُ", "کّ"),
)
_GROUPS = (
    ("۰۱۲۳۴۵۶۷۸۹", "،", "؛", "؟", "٬", "٫", "٪", "«»", "()", ".:/-–", "\u200c", " "),
    _FORMS,
    ("0123456789",),
    ("abcdefghijklmnopqrstuvwxyz", "@._-:/()+"),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZ",),
    ("|#*+=_@&!%…[]{}<>",),
)
"""What is shown together: nearly every letter uses all Persian letters, and other clients' other ones."""

_GUIDES = "\u200e\u200f\u061c\u2069"
_TWINS = (*range(3), *range(10, 15), *range(20, 23))
"""Those of the guides that lines are drawn with; see `pdf_line`."""

# In a literal string they would have to be escaped (ISO 32000-1, 7.3.4.2); operators are told apart by line
# ends, and gaps in them are marked by a percent sign.
_PLAIN = bytes(byte for byte in range(256) if byte not in b"\n\r()\\%")


class Group(Struct, frozen=True, eq=False):
    """Signs of a face that are embedded together.

    Attributes:
        codes: the code of each glyph that means some characters.
        glyphs: what a font file with them must hold.
    """

    codes: dict[Key, int]
    glyphs: frozenset[int]


@lru_cache(maxsize=256)
def usual_groups(face: Face) -> tuple[Group, ...]:
    """Return the groups of a face, the guides among the signs of the first; they depend on the face alone.

    The codes follow one another; those under 256, which PDFium measures only once, belong to the signs that
    come most often.
    """
    known: set[Key] = set()
    found, place = [], 1
    for group in _GROUPS:
        keys = [key for key in dict.fromkeys(_keys(face, group)) if key not in known]
        known.update(keys)
        codes = {key: code_at(place + index) for index, key in enumerate(keys)}
        found.append(Group(codes, frozenset([gid for gid, _, _ in codes])))
        place += len(keys)
    return tuple(found)


def _keys(face: Face, group: tuple[str, ...]) -> Iterator[Key]:
    """Yield what the codes of texts are asked for by, shaped as the words of one line.

    To shape each by itself takes longer.
    """
    rtl, empty = not group[0].isalnum() or not group[0].isascii(), empty_glyph(face)
    shaped = [glyph for glyph in shape(face, " ".join(group), rtl=rtl) if glyph.gid]
    spaces = face.glyph_of(" ")
    for slot in slots(face, shaped, empty, rtl=rtl):
        if slot.key is not None and (slot.key[0] != spaces or " " in group):
            yield slot.key
    if " " in group and empty is not None:
        for guide in _GUIDES:
            yield from ((empty, guide, twin) for twin in _TWINS)


def code_at(place: int) -> int:
    """Return a code by its place among those whose two bytes need no escape; code 0 is never used."""
    high, low = divmod(place, len(_PLAIN))
    return _PLAIN[high] << 8 | _PLAIN[low]


MOST_CODES = len(_PLAIN) ** 2 - 1
"""How many codes there are."""


@lru_cache(maxsize=256)
def usual_codes(face: Face) -> dict[Key, tuple[int, int]]:
    """Return the code of each usual sign of a face, and the number of its group."""
    return {
        key: (code, number)
        for number, group in enumerate(usual_groups(face))
        for key, code in group.codes.items()
    }
