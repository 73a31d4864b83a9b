"""The text layer: every pair of glyph and characters gets a code of its own in the PDF's font.

Readers of a PDF take the characters in the order they are drawn and turn right-to-left lines round
themselves. So glyphs are drawn from left to right, each under a code that means exactly its characters;
a glyph that stands for several is preceded by empty glyphs that carry the later ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import uharfbuzz as hb

from taahodname.errors import FontError
from taahodname.typeset.fonts import Face
from taahodname.typeset.shape import Glyph

RLM = "\u200f"
_MOST_CODES = 0xFFFF
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Slot:
    """One code to draw.

    Attributes:
        code: the code in the font.
        advance: how far the code itself moves the pen, in font units.
        before: how far to move the pen first, in font units.
        after: how far to move it afterwards, beyond `advance`.
        outline: a glyph to draw as an outline, because it stands off the base line; the code is empty then.
        x, y: where the outline stands, from the pen before the code, in font units.
    """

    code: int
    advance: int
    before: int = 0
    after: int = 0
    outline: int | None = None
    x: int = 0
    y: int = 0


@dataclass
class CodePage:
    """The codes of one face in one PDF, given out as they are asked for; code 0 is never used."""

    face: Face
    _codes: dict[tuple[int, str, int], int] = field(default_factory=dict)

    def code(self, gid: int, text: str, twin: int = 0) -> int:
        """Return the code of a glyph that means some characters.

        Args:
            gid: the glyph.
            text: the characters.
            twin: tells codes apart that stand side by side and mean the same; a reader (PDFium) takes
                one code twice at one place for a double print.
        """
        known = self._codes.get((gid, text, twin))
        if known is not None:
            return known
        if len(self._codes) >= _MOST_CODES:
            raise FontError(
                "نویسه‌های سند بیش از گنجایش قلم است؛ سند را کوتاه‌تر کنید.",
                "the document uses more glyphs than one font can hold; make it shorter",
            )
        self._codes[gid, text, twin] = len(self._codes) + 1
        return len(self._codes)

    def __bool__(self) -> bool:
        return bool(self._codes)

    def advance(self, gid: int) -> int:
        """Return the advance that the font itself gives a glyph."""
        return int(self.face.hb_font.get_glyph_h_advance(gid))

    @property
    def pairs(self) -> list[tuple[int, str]]:
        """Glyph and characters of each code, from code 1 on."""
        return [(gid, text) for gid, text, _ in self._codes]

    def subset(self) -> tuple[bytes, dict[int, int]]:
        """Return a font file with the glyphs of the codes only, and the new number of each."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.set({gid for gid, _, _ in self._codes} | {0})
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        for tag in ("GSUB", "GPOS", "GDEF", "gasp", "DSIG", "name", "post", "STAT", "kern", "meta"):
            wanted.drop_table_tag_set.add(_tag(tag))
        plan = hb.SubsetPlan(self.face.hb_face, wanted)
        numbers = {int(old): int(new) for old, new in dict(plan.old_to_new_glyph_mapping).items()}
        return bytes(plan.execute().blob.data), numbers


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def empty_glyph(face: Face) -> int | None:
    """Return a glyph of a face that draws nothing and has no width, or None."""
    for char in "\u200c\u200f\u200e\u200d":
        gid = face.glyph_of(char)
        if gid and not face.hb_font.get_glyph_h_advance(gid):
            extents = face.hb_font.get_glyph_extents(gid)
            if extents is None or not (extents.width or extents.height):
                return gid
    return None


def slots(page: CodePage, glyphs: Sequence[Glyph], empty: int | None, *, rtl: bool) -> Iterator[Slot]:
    """Yield the codes of a shaped piece, from left to right.

    Args:
        page: the codes of the piece's face.
        glyphs: what HarfBuzz made of it.
        empty: the face's empty glyph, if it has one.
        rtl: the piece is read from right to left.
    """
    for glyph in glyphs:
        if empty is None:
            yield _own_slot(page, glyph, glyph.gid, glyph.text)
            continue
        text = glyph.text
        if rtl and len(text) > 1:
            for twin, char in enumerate(reversed(text[1:])):
                yield Slot(page.code(empty, char, twin), 0)
            text = text[0]
        if glyph.y and not glyph.advance:
            yield Slot(page.code(empty, text), 0, outline=glyph.gid, x=glyph.x, y=glyph.y)
        elif text and text in _JOINERS and not glyph.advance:
            # HarfBuzz draws a space of no width here; a reader would take it for a space.
            yield Slot(page.code(empty, text), 0)
        else:
            yield _own_slot(page, glyph, glyph.gid, text)


def _own_slot(page: CodePage, glyph: Glyph, gid: int, text: str) -> Slot:
    own = page.advance(gid)
    return Slot(page.code(gid, text), own, before=glyph.x, after=glyph.advance - own - glyph.x)
