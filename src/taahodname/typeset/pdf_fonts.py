"""Font objects of a PDF: a composite TrueType font with the codes that were used and what they mean."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from taahodname.typeset.codes import CodePage, own_advance
from taahodname.typeset.fonts import Face
from taahodname.typeset.pdf_objects import Stream, document_of

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
    document = document_of(canvas)
    data, numbers = codes.subset()
    base = PDFName(f"{_tag(data)}+{codes.face.postscript_name}")
    descriptor = document.Reference(_descriptor(document, name, base, codes.face, data), f"{name}.descriptor")
    descendant = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": base,
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": descriptor,
            "DW": 0,
            "W": PDFArray([1, PDFArray([_width(codes, gid) for gid, _ in codes.pairs])]),
            "CIDToGIDMap": document.Reference(Stream(_glyph_map(codes, numbers)), f"{name}.gids"),
        }
    )
    font = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": base,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(descendant, f"{name}.descendant")]),
            "ToUnicode": document.Reference(Stream(_to_unicode(codes)), f"{name}.unicode"),
        }
    )
    fonts = document.idToObject["BasicFonts"]
    fonts.dict[name] = document.Reference(font, f"{name}.font")


def _tag(data: bytes) -> str:
    """Return the six capital letters that mark a subset, from its content, so that they stay the same."""
    digest = sha256(data).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _width(codes: CodePage, gid: int) -> float:
    return round(own_advance(codes.face, gid) * 1000 / codes.face.upem, 3)


def _glyph_map(codes: CodePage, numbers: dict[int, int]) -> bytes:
    gids = [0, *(numbers[gid] for gid, _ in codes.pairs)]
    return b"".join(gid.to_bytes(2, "big") for gid in gids)


def _descriptor(document: Any, name: str, base: str, face: Face, data: bytes) -> PDFDictionary:
    scale = 1000 / face.upem
    ascent, descent = round(face.ascent(1000)), -round(face.descent(1000))
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": base,
            "Flags": 4,
            "FontBBox": PDFArray([round(v * scale) for v in face.box]),
            "ItalicAngle": 0,
            "Ascent": ascent,
            "Descent": descent,
            "CapHeight": ascent,
            "StemV": 140 if face.bold else 80,
            "FontFile2": document.Reference(Stream(data, Length1=len(data)), f"{name}.file"),
        }
    )


def _allowed(text: str) -> str:
    """Return the characters of a code as PDF/A has them: each code means some, and none means U+FEFF.

    Source: ISO 19005-2, 6.2.11.7.2. A glyph whose characters another one carries means a word joiner.
    """
    return text.replace("\ufeff", _WORD_JOINER) or _WORD_JOINER


def _to_unicode(codes: CodePage) -> bytes:
    """Return the CMap that says which characters each code means (ISO 32000-1, 9.10.3)."""
    entries = [
        f"<{code:04X}> <{_allowed(text).encode('utf-16-be').hex().upper()}>"
        for code, (_, text) in enumerate(codes.pairs, 1)
    ]
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
