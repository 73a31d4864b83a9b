"""Font objects of a PDF: a composite TrueType font with the codes that were used and what they mean."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from msgspec import Struct
from reportlab.pdfgen.canvas import Canvas

from taahodname.typeset.fonts import Face
from taahodname.typeset.pdf_codes import CodePage, Shown
from taahodname.typeset.pdf_objects import Raw, Stream, add, document_of
from taahodname.typeset.subsets import Subset, subset

_WORD_JOINER = "\u2060"
_MOST_PER_BLOCK = 100  # ranges in one block of a CMap (Adobe Technical Note 5411)
_KEPT = 256  # few sets of groups occur, and few letters show other signs


class _Parts(Struct, frozen=True):
    """What the objects of a font say, whatever their numbers: most letters share it.

    Attributes:
        file: the font file with the glyphs.
        base: its name.
        descriptor: the entries of its descriptor, but for the file.
        gids, unicode: the glyphs of the codes, and the CMap of their characters, both deflated.
        widths: of the codes, in thousandths of an em, from code 1 on.
    """

    file: Subset
    base: str
    descriptor: str
    gids: bytes
    unicode: bytes
    widths: str


def add_font(canvas: Canvas, codes: CodePage) -> None:
    """Put a face with its used codes into a PDF, under the name that it has in all of them.

    Args:
        canvas: the PDF in the making, its pages drawn.
        codes: what was used of the face.
    """
    document, face, name = document_of(canvas), codes.face, codes.face.name
    parts = _parts(face, codes.groups, tuple(codes.others.items()))
    packed = Stream(parts.file.data, deflated=True, Length1=parts.file.length)
    file = add(document, packed, f"{name}.file")
    descriptor = add(document, f"<<{parts.descriptor} /FontFile2 {file}>>", f"{name}.descriptor")
    gids = add(document, Stream(parts.gids, deflated=True), f"{name}.gids")
    descendant = (
        f"<</Type /Font /Subtype /CIDFontType2 /BaseFont {parts.base} "
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
        f"/FontDescriptor {descriptor} /DW 0 /W [1 [{parts.widths}]] /CIDToGIDMap {gids}>>"
    )
    below = add(document, descendant, f"{name}.descendant")
    unicode = add(document, Stream(parts.unicode, deflated=True), f"{name}.unicode")
    font = (
        f"<</Type /Font /Subtype /Type0 /BaseFont {parts.base} /Encoding /Identity-H "
        f"/DescendantFonts [{below}] /ToUnicode {unicode}>>"
    )
    fonts = document.idToObject["BasicFonts"]
    fonts.dict[name] = document.Reference(Raw(font), f"{name}.font")


@lru_cache(maxsize=_KEPT)
def _parts(face: Face, groups: int, others: tuple[tuple[Shown, int], ...]) -> _Parts:
    signs = sorted(CodePage(face, groups, dict(others)).signs())
    part = subset(face, frozenset([gid for _, gid, _, _ in signs]))
    last = signs[-1][0] if signs else 0
    gids, widths = bytearray(2 * (last + 1)), ["0"] * (last + 1)
    for code, gid, _, width in signs:
        gids[2 * code : 2 * code + 2] = part.numbers[gid].to_bytes(2, "big")
        widths[code] = str(width)
    base = f"/{part.tag}+{face.postscript_name}"
    return _Parts(
        part,
        base,
        _descriptor(base, face),
        zlib.compress(gids, 9),
        zlib.compress(_to_unicode([(code, text) for code, _, text, _ in signs]), 9),
        " ".join(widths[1:]),
    )


def _descriptor(base: str, face: Face) -> str:
    scale = 1000 / face.upem
    ascent, descent = round(face.ascent(1000)), -round(face.descent(1000))
    box = " ".join(str(round(edge * scale)) for edge in face.box)
    return (
        f"/Type /FontDescriptor /FontName {base} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 "
        f"/Ascent {ascent} /Descent {descent} /CapHeight {ascent} /StemV {140 if face.bold else 80}"
    )


def _meaning(text: str) -> str:
    """Return the characters of a code as PDF/A has them: each code means some, and none means U+FEFF.

    Source: ISO 19005-2, 6.2.11.7.2. A glyph whose characters another one carries means a word joiner.
    """
    allowed = text.replace("\ufeff", _WORD_JOINER) or _WORD_JOINER
    return allowed.encode("utf-16-be").hex().upper()


def _to_unicode(meanings: Sequence[tuple[int, str]]) -> bytes:
    """Return the CMap that says which characters each code means (ISO 32000-1, 9.10.3).

    Codes that follow one another, their first bytes alike, are told at once: readers are done sooner.
    """
    ranges = []
    for _, run in groupby(enumerate(meanings), lambda one: (one[1][0] - one[0], one[1][0] >> 8)):
        told = [meaning for _, meaning in run]
        texts = " ".join([f"<{_meaning(text)}>" for _, text in told])
        ranges.append(f"<{told[0][0]:04X}> <{told[-1][0]:04X}> [{texts}]")
    blocks = []
    for start in range(0, len(ranges), _MOST_PER_BLOCK):
        block = ranges[start : start + _MOST_PER_BLOCK]
        blocks += [f"{len(block)} beginbfrange", *block, "endbfrange"]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
        *blocks,
        "endcmap",
        "CMapName currentdict /CMap defineresource pop",
        "end",
        "end",
    ]
    return "\n".join(lines).encode("ascii")
