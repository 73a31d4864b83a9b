"""Subsets of fonts: the part of a font file that a PDF embeds, kept for the next one that needs the same."""

from __future__ import annotations

import zlib
from functools import lru_cache
from hashlib import sha256

import uharfbuzz as hb
from msgspec import Struct

from taahodname.typeset.fonts import Face, six_letters

_KEPT = 64  # some 15 KB each
_DROPPED = ("GSUB", "GPOS", "GDEF", "gasp", "DSIG", "name", "post", "STAT", "kern", "meta")


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


@lru_cache(maxsize=_KEPT)
def subset(face: Face, glyphs: frozenset[int]) -> Subset:
    """Return the subset of a face that has some glyphs."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.set({*glyphs, 0})
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    for tag in _DROPPED:
        wanted.drop_table_tag_set.add(int.from_bytes(tag.encode("ascii"), "big"))
    plan = hb.SubsetPlan(face.hb_face, wanted)
    numbers = {int(old): int(new) for old, new in dict(plan.old_to_new_glyph_mapping).items()}
    data = bytes(plan.execute().blob.data)
    return Subset(zlib.compress(data, 9), len(data), numbers, six_letters(sha256(data).digest()))
