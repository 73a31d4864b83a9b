"""Font objects of a PDF: a composite TrueType font with the codes that were used and what they mean."""

from __future__ import annotations

from functools import lru_cache

from reportlab.pdfgen.canvas import Canvas

from taahodname.typeset.codes import CodePage
from taahodname.typeset.fonts import Face
from taahodname.typeset.pdf_objects import Raw, Stream, add, document_of
from taahodname.typeset.subsets import subset

_WORD_JOINER = "\u2060"
_MOST_PER_BLOCK = 100  # bfchar entries in one block of a CMap (Adobe Technical Note 5411)


def add_font(canvas: Canvas, name: str, codes: CodePage) -> None:
    """Put a face with its used codes into a PDF under a resource name.

    Args:
        canvas: the PDF in the making, its pages drawn.
        name: the name the pages call the font by.
        codes: what was used of the face.
    """
    if not codes:
        return
    document, face, shown = document_of(canvas), codes.face, codes.shown
    part = subset(face, {one.gid for one in shown})
    base = f"/{part.tag}+{face.postscript_name}"
    file = add(document, Stream(part.data, deflated=True, Length1=part.length), f"{name}.file")
    descriptor = add(document, _descriptor(base, face, file), f"{name}.descriptor")
    numbers = b"".join([b"\0\0", *(part.numbers[one.gid].to_bytes(2, "big") for one in shown)])
    gids = add(document, Stream(numbers), f"{name}.gids")
    widths = " ".join([one.width for one in shown])
    descendant = (
        f"<</Type /Font /Subtype /CIDFontType2 /BaseFont {base} "
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
        f"/FontDescriptor {descriptor} /DW 0 /W [1 [{widths}]] /CIDToGIDMap {gids}>>"
    )
    below = add(document, descendant, f"{name}.descendant")
    unicode = add(document, Stream(_to_unicode(codes)), f"{name}.unicode")
    font = (
        f"<</Type /Font /Subtype /Type0 /BaseFont {base} /Encoding /Identity-H "
        f"/DescendantFonts [{below}] /ToUnicode {unicode}>>"
    )
    fonts = document.idToObject["BasicFonts"]
    fonts.dict[name] = document.Reference(Raw(font), f"{name}.font")


def _descriptor(base: str, face: Face, file: str) -> str:
    scale = 1000 / face.upem
    ascent, descent = round(face.ascent(1000)), -round(face.descent(1000))
    box = " ".join(str(round(edge * scale)) for edge in face.box)
    return (
        f"<</Type /FontDescriptor /FontName {base} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 "
        f"/Ascent {ascent} /Descent {descent} /CapHeight {ascent} /StemV {140 if face.bold else 80} "
        f"/FontFile2 {file}>>"
    )


@lru_cache(maxsize=2_000)
def _meaning(text: str) -> str:
    """Return the characters of a code as PDF/A has them: each code means some, and none means U+FEFF.

    Source: ISO 19005-2, 6.2.11.7.2. A glyph whose characters another one carries means a word joiner.
    """
    allowed = text.replace("\ufeff", _WORD_JOINER) or _WORD_JOINER
    return allowed.encode("utf-16-be").hex().upper()


def _to_unicode(codes: CodePage) -> bytes:
    """Return the CMap that says which characters each code means (ISO 32000-1, 9.10.3)."""
    entries = [f"<{code:04X}> <{_meaning(one.text)}>" for code, one in enumerate(codes.shown, 1)]
    blocks = []
    for start in range(0, len(entries), _MOST_PER_BLOCK):
        block = entries[start : start + _MOST_PER_BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
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
