"""Fonts a user might supply: old ones made from the shipped font, and free ones of Debian."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

import pytest
import uharfbuzz as hb

from taahodname.resources import fonts_dir
from taahodname.typeset.fonts import Face, FontBook

REGULAR = fonts_dir() / "Vazirmatn-Regular.ttf"
DEBIAN = Path("/usr/share/fonts")
DEBIAN_FONTS = {
    "Nazli": "truetype/farsiweb/nazli.ttf",
    "Nazli Bold": "truetype/farsiweb/nazlib.ttf",
    "Homa": "truetype/farsiweb/homa.ttf",
    "Titr": "truetype/farsiweb/titr.ttf",
    "FreeFarsi": "truetype/freefarsi/FreeFarsi.ttf",
    "Amiri": "opentype/fonts-hosny-amiri/Amiri-Regular.ttf",
    "Nafees Web": "truetype/fonts-nafees/NafeesWeb.ttf",
}
"""Free fonts of Debian that have the Persian letters, by a name for the test; Nafees Web is Urdu's."""

_ALWAYS = (("تعلّل", "کتباً"), ("دُرّ", "حُسنِ"), ("ظَنّ", "مَثَلاً"), ("امّا", "اولاً"), ("توسّط", "تَن"))
_THIN, _BROAD = ("جلاّب", "جمعاً"), ("سنّی", "سیِسنگان")
MELTED = {
    "Nazli": (*_ALWAYS, _THIN, _BROAD),
    "Nazli Bold": (*_ALWAYS, _THIN),
    "Homa": (*_ALWAYS, _THIN),
    "Titr": (*_ALWAYS, _BROAD),
}
"""Neighbours in the list of words of which a font would melt the shadda and the vowel sign into one.

The list has these seven for all four; a line ends between the words of some, in one font or another.
"""

PACKAGES = "fonts-farsiweb, fonts-freefarsi, fonts-hosny-amiri, fonts-nafees"

_JOINERS = (0x200C, 0x200D, 0x200E, 0x200F)


def book_with(file: Path) -> tuple[FontBook, Face]:
    """Return the faces at hand with a supplied one, and that one."""
    book = FontBook([file])
    data = file.read_bytes()
    return book, next(face for faces in book._faces.values() for face in faces if face.data == data)


def debian_file(name: str) -> Path:
    """Return the file of a font of Debian; skip the test where it is not."""
    file = DEBIAN / DEBIAN_FONTS[name]
    if not file.is_file():
        pytest.skip(f"{file.name} is not here (Debian packages {PACKAGES})")
    return file


@cache
def without_layout() -> bytes:
    """Return the shipped font as one from before OpenType: no GSUB, GPOS or GDEF, presentation forms only."""
    return _renamed(_without_tables(REGULAR.read_bytes(), {b"GSUB", b"GPOS", b"GDEF"}), "Vazirbare")


@cache
def without_joiners() -> bytes:
    """Return the shipped font with no half-space, joiner or direction mark in its character map."""
    face = hb.Face(hb.Blob(REGULAR.read_bytes()))
    wanted = hb.SubsetInput()
    wanted.unicode_set.set(set(face.unicodes) - set(_JOINERS))
    for kept in (wanted.layout_feature_tag_set, wanted.name_id_set, wanted.name_lang_id_set):
        kept.clear()
        kept.invert()
    return _renamed(bytes(hb.subset(face, wanted).blob.data), "Vazirjoin")


def _renamed(data: bytes, family: str) -> bytes:
    old = "Vazirmatn".encode("utf-16-be")
    assert old in data
    return data.replace(old, family.encode("utf-16-be"))


def _without_tables(data: bytes, unwanted: set[bytes]) -> bytes:
    """Return an sfnt file without some of its tables (OpenType, «Organization of an OpenType font»)."""
    kept = []
    for place in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16):
        tag, checksum, offset, length = struct.unpack_from(">4sIII", data, place)
        if tag not in unwanted:
            kept.append((tag, checksum, data[offset : offset + length]))
    offset = 12 + 16 * len(kept)
    directory, body = data[:4] + struct.pack(">4H", len(kept), 0, 0, 0), b""
    for tag, checksum, table in kept:
        directory += struct.pack(">4sIII", tag, checksum, offset + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return directory + body
