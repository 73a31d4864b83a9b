"""Looks whether a font of a foreign PDF is what PDF/A-2u asks for (ISO 19005-2, 6.2.11)."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping
from typing import Any

import uharfbuzz as hb

_SYMBOLIC, _NONSYMBOLIC = 4, 32
_WIDTH_OFF = 1.0  # thousandths of an em, as veraPDF allows
_NO_CHARACTERS = frozenset({"", "\0", "\ufeff", "\ufffe"})


def is_archival(font: Any, shown: Iterable[bytes]) -> bool:
    """Tell whether a font is embedded, means characters, and has the widths that the page says.

    TrueType programs are judged, alone or as a descendant; any other kind counts as not sure.

    Args:
        font: its dictionary, pypdf's.
        shown: the strings that are drawn with it.
    """
    kind = font.get("/Subtype")
    if kind == "/Type0":
        return _composite(font, shown)
    return kind == "/TrueType" and _simple(font, shown)


def _composite(font: Any, shown: Iterable[bytes]) -> bool:
    below = font["/DescendantFonts"][0].get_object()
    if font.get("/Encoding") != "/Identity-H" or below.get("/Subtype") != "/CIDFontType2":
        return False
    program = _program(below)
    if program is None:
        return False
    codes = {int.from_bytes(text[at : at + 2], "big") for text in shown for at in range(0, len(text) - 1, 2)}
    gids = below.get("/CIDToGIDMap")
    if gids is None:
        return False
    to_glyph = None if gids == "/Identity" else gids.get_object().get_data()
    widths, default = _cid_widths(below), float(below.get("/DW", 1000))
    meaning = _meanings(font)
    for code in codes:
        if to_glyph is None:
            gid = code
        else:
            gid = int.from_bytes(to_glyph[2 * code : 2 * code + 2].ljust(2, b"\0"), "big")
        if not _sound(program, gid, widths.get(code, default)) or meaning.get(code, "") in _NO_CHARACTERS:
            return False
    return True


def _simple(font: Any, shown: Iterable[bytes]) -> bool:
    program = _program(font)
    if program is None:
        return False
    flags = int(font["/FontDescriptor"].get("/Flags", 0))
    encoding = font.get("/Encoding")
    symbolic = bool(flags & _SYMBOLIC) and not flags & _NONSYMBOLIC
    if symbolic != (encoding is None) or (encoding is not None and encoding != "/WinAnsiEncoding"):
        return False
    meaning = _meanings(font)
    first, widths = int(font.get("/FirstChar", 0)), [float(width) for width in font.get("/Widths", [])]
    for code in {code for text in shown for code in text}:
        char = _symbol(program, code) if symbolic else ord(_decoded(code))
        gid = program.get_nominal_glyph(char) if char else None
        place = code - first
        if gid is None or not 0 <= place < len(widths) or not _sound(program, gid, widths[place]):
            return False
        if ("/ToUnicode" in font or symbolic) and meaning.get(code, "") in _NO_CHARACTERS:
            return False
    return True


def _decoded(code: int) -> str:
    return codecs.decode(bytes([code]), "cp1252", "replace")


def _symbol(program: Any, code: int) -> int:
    """Return the character by which a symbolic font maps a code: plain or in the private range."""
    return code if program.get_nominal_glyph(code) else 0xF000 + code


def _program(font: Any) -> Any | None:
    described = font.get("/FontDescriptor")
    file = None if described is None else described.get_object().get("/FontFile2")
    if file is None:
        return None
    data = file.get_object().get_data()
    if data[:4] not in (b"\0\1\0\0", b"true"):
        return None
    face = hb.Face(data)
    return hb.Font(face) if face.glyph_count and face.upem else None


def _sound(program: Any, gid: int, width: float) -> bool:
    if not 0 < gid < program.face.glyph_count:
        return False
    own = program.get_glyph_h_advance(gid) * 1000 / program.face.upem
    return bool(abs(own - width) <= _WIDTH_OFF)


def _cid_widths(font: Any) -> dict[int, float]:
    """Return the widths of a descendant font: «first [w w w]» and «first last w» (ISO 32000-1, 9.7.4.3)."""
    found: dict[int, float] = {}
    items = [item.get_object() for item in font.get("/W", [])]
    while len(items) >= 2:
        first = int(items.pop(0))
        second = items.pop(0)
        if isinstance(second, list):
            found |= {first + place: float(width) for place, width in enumerate(second)}
        elif items:
            width = float(items.pop(0))
            found |= dict.fromkeys(range(first, min(int(second), 65535) + 1), width)
    return found


def _meanings(font: Any) -> Mapping[int, str]:
    """Return what the codes of a font mean, by its ToUnicode."""
    if "/ToUnicode" not in font:
        return {}
    data = font["/ToUnicode"].get_object().get_data()
    found: dict[int, str] = {}
    for line in _blocks(data, b"beginbfchar", b"endbfchar"):
        pairs = _tokens(line)
        for source, target in zip(pairs[::2], pairs[1::2], strict=False):
            found[int.from_bytes(source, "big")] = target.decode("utf-16-be", "replace")
    for line in _blocks(data, b"beginbfrange", b"endbfrange"):
        _ranges(line, found)
    return found


def _blocks(data: bytes, begin: bytes, end: bytes) -> Iterable[bytes]:
    for part in data.split(begin)[1:]:
        yield part.partition(end)[0]


def _tokens(line: bytes) -> list[bytes]:
    found = []
    for part in line.split(b"<")[1:]:
        digits = bytes(char for char in part.partition(b">")[0] if char not in b" \r\n\t")
        try:
            found.append(bytes.fromhex(digits.decode("ascii", "replace")))
        except ValueError:
            found.append(b"")
    return found


def _ranges(line: bytes, found: dict[int, str]) -> None:
    """Read «<first> <last> <start>» and «<first> <last> [<a> <b> …]»."""
    rest = line
    while b"<" in rest:
        head, _, tail = rest.partition(b"[")
        tokens = _tokens(head)
        whole = len(tokens) // 3 * 3
        for place in range(0, whole, 3):
            first, last = (int.from_bytes(token, "big") for token in tokens[place : place + 2])
            start = tokens[place + 2]
            for step in range(min(last, 65535) - first + 1):
                code = (int.from_bytes(start, "big") + step).to_bytes(max(2, len(start)), "big")
                found[first + step] = code.decode("utf-16-be", "replace")
        if not tail:
            return
        inside, _, rest = tail.partition(b"]")
        if len(tokens) - whole == 2:
            first = int.from_bytes(tokens[whole], "big")
            for step, token in enumerate(_tokens(inside)):
                found[first + step] = token.decode("utf-16-be", "replace")
