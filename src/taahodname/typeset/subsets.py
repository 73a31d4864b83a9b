"""Subsets of fonts: the part of a font file that a PDF embeds, kept for the next one that needs the same."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

import uharfbuzz as hb
from msgspec import Struct

from taahodname.typeset.fonts import Face
from taahodname.typeset.shape import shape

_KEPT = 64  # some 15 KB each
_DROPPED = ("GSUB", "GPOS", "GDEF", "gasp", "DSIG", "name", "post", "STAT", "kern", "meta")
_LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئءأؤة"
_GROUPS = (
    (*(text for one in _LETTERS for text in (one, one * 3)), "لا", "الله"),
    ("۰۱۲۳۴۵۶۷۸۹", "،", "؛", "؟", "٬", "٫", "٪", "«»", "()", ".:/-", "\u200c", " "),
    ("0123456789",),
    ("abcdefghijklmnopqrstuvwxyz", "@._"),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZ",),
)
"""What is embedded together: nearly every letter uses all Persian letters, and other clients' other ones."""


class Subset(Struct, frozen=True):
    """A part of a font.

    Attributes:
        data: the font file, deflated.
        length: its length before.
        numbers: the new number of each glyph.
        tag: six capital letters made of its content, that mark a subset (ISO 32000-1, 9.6.4).
    """

    data: bytes
    length: int
    numbers: dict[int, int]
    tag: str


def subset(face: Face, glyphs: Iterable[int]) -> Subset:
    """Return a subset of a face that has some glyphs, and others of the same groups.

    Few sets of groups occur, so that the same subsets serve all letters of a batch. Which glyphs it has
    depends on those that are asked for and on nothing else.
    """
    wanted = frozenset(glyphs)
    together = [group for group in _groups(face) if not group.isdisjoint(wanted)]
    return _subset(face, wanted.union(*together))


@lru_cache(maxsize=256)
def _groups(face: Face) -> tuple[frozenset[int], ...]:
    return tuple(_glyphs(face, group) for group in _GROUPS)


def _glyphs(face: Face, group: tuple[str, ...]) -> frozenset[int]:
    """Return the glyphs of texts, shaped as the words of one line: to shape each by itself takes longer."""
    found = {glyph.gid for glyph in shape(face, " ".join(group), rtl=group[0] > "\u0590")}
    return frozenset(found - {0} - (set() if " " in group else {face.glyph_of(" ")}))


@lru_cache(maxsize=_KEPT)
def _subset(face: Face, glyphs: frozenset[int]) -> Subset:
    wanted = hb.SubsetInput()
    wanted.glyph_set.set({*glyphs, 0})
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    for tag in _DROPPED:
        wanted.drop_table_tag_set.add(int.from_bytes(tag.encode("ascii"), "big"))
    plan = hb.SubsetPlan(face.hb_face, wanted)
    numbers = {int(old): int(new) for old, new in dict(plan.old_to_new_glyph_mapping).items()}
    data = bytes(plan.execute().blob.data)
    digest = sha256(data).digest()
    tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
    return Subset(zlib.compress(data, 9), len(data), numbers, tag)
