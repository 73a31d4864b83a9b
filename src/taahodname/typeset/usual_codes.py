"""The usual codes of a face: nearly all that a letter shows has the same code in every PDF.

So what is drawn of a word is written once, and the objects of a font are made once for all PDFs that show the
same groups of signs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from msgspec import Struct

from taahodname.typeset.codes import Key, empty_glyph, slots
from taahodname.typeset.fonts import Face
from taahodname.typeset.shape import shape

# What comes often comes first in them, as in ordinary words.
_WORDS = (
    *("اما با ر بر داد", "من بس شده", "کدام است و می‌شود", "نامهٔ مهم", "۰۱۲.،"),
    "شرکت در هر خط از آن پیامک خدماتی را ارسال کند",
)
_COMMON, _OTHERS, _RARE = "ایردنمهتوبش", "سکلخزفعگپآحقضطصجچذغ", "ثظئژءؤأة"
_TEETH = "بپتثنیمه"  # what looks otherwise beside some letters in many fonts


def _forms(letters: str) -> Iterator[str]:
    for one in letters:
        yield from (one * 3, f"ب{one}", one)
        if one in _TEETH:
            yield from _beside(one, "ار")


def _beside(letters: str, neighbours: str) -> Iterator[str]:
    for letter in letters:
        for neighbour in neighbours:
            yield from (f"{letter}{neighbour}", f"ب{letter}{neighbour}")


# The guides that lines are drawn with, by what tells them from others that are like them (`pdf_line`).
_GUIDES = "\u200f\u2069\u200e\u061c"
_FIRST_GUIDES = (("\u200f", 20), ("\u2069", 20), ("\u200f", 21), ("\u200f", 0), ("\u200e", 0))
_TWINS = (0, 1, 2, *range(10, 15), 20, 21, 22)
_PERSIAN = (
    *(*_WORDS, *_forms(_COMMON), "هٔ", "بهٔ"),
    *("۰۱۲۳۴۵۶۷۸۹", ".،:", "/-؛٬", "«»", "()"),
    *(*_forms(_OTHERS), *_beside("یم", "جقی"), "لا", "بلا", "الله", "اً", "باً"),
    *(*_forms(_RARE), *_beside("بپتثنه", "جقی"), "لآ", "لأ", "بلآ", "بلأ", "کَ", "کِ", "کُ", "کّ"),
    *("–؟٫٪", "|#*+=_@&!%…[]{}<>"),
)
_LATIN = ("0123456789",), ("abcdefghijklmnopqrstuvwxyz", "@._-:/()+"), ("ABCDEFGHIJKLMNOPQRSTUVWXYZ",)
"""What is shown together: nearly every letter uses all Persian letters, and other clients' other ones.

What comes often comes first: PDFium looks for the width of a code in all those before it, one by one.
"""

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
    """Return the groups of a face; they depend on the face alone.

    The codes follow one another, the more common signs first.
    """
    known: set[Key] = set()
    found = []
    for group in (_persian(face), *(_latin(face, texts) for texts in _LATIN)):
        new = [key for key in dict.fromkeys(group) if key not in known]
        codes = {key: code_at(place) for place, key in enumerate(new, len(known) + 1)}
        known.update(new)
        found.append(Group(codes, frozenset([gid for gid, _, _ in codes])))
    return tuple(found)


def _persian(face: Face) -> Iterator[Key]:
    yield from _keys(face, (" ",), rtl=True)
    yield from _guides(face, _FIRST_GUIDES)
    yield from _keys(face, _PERSIAN, rtl=True)
    yield from _guides(face, product(_GUIDES, _TWINS))


def _guides(face: Face, guides: Iterable[tuple[str, int]]) -> list[Key]:
    empty = empty_glyph(face)
    return [] if empty is None else [(empty, *guide) for guide in guides]


def _latin(face: Face, texts: Sequence[str]) -> list[Key]:
    space = face.glyph_of(" ")
    return [key for key in _keys(face, texts, rtl=False) if key[0] != space]


def _keys(face: Face, texts: Sequence[str], *, rtl: bool) -> list[Key]:
    """Return what the codes of texts are asked for by, shaped as the words of one line.

    To shape each by itself takes longer.
    """
    shaped = [glyph for glyph in shape(face, " ".join(texts), rtl=rtl) if glyph.gid]
    keys = [slot.key for slot in slots(face, shaped, empty_glyph(face), rtl=rtl) if slot.key is not None]
    return keys[::-1] if rtl else keys


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
