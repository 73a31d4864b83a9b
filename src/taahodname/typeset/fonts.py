"""Fonts: files become faces, faces are found by family, and what nobody has is told."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from msgspec import Struct

from taahodname import resources
from taahodname.errors import FontError
from taahodname.typeset.spaces import PARTING, reaches_over_spaces
from taahodname.units import Pt

FALLBACK_FAMILY = "Vazirmatn"
"""The family that is shipped; it stands in for what nobody has."""

_ENDINGS = frozenset({".ttf", ".otf", ".ttc"})
_MAX_BYTES = 32 * 1024 * 1024
_RESTRICTED = 0x0002  # OS/2 fsType: may not be embedded at all (OpenType, OS/2 table)


@dataclass(frozen=True, eq=False)
class Face:
    """One font file, opened once and kept for the life of the process.

    Attributes:
        family: the family's name as the file gives it.
        bold, italic: its style.
        data: the bytes of the file.
        hb_face, hb_font: HarfBuzz's objects; they are read, never changed.
        shown: what was drawn of it so far (`pdf_codes.shown`).
    """

    family: str
    bold: bool
    italic: bool
    data: bytes
    hb_face: hb.Face
    hb_font: hb.Font
    shown: dict[tuple[int, str, int], Any] = field(default_factory=dict, repr=False)

    @cached_property
    def upem(self) -> int:
        """Font units in an em."""
        return int(self.hb_face.upem)

    @cached_property
    def _vertical(self) -> tuple[float, float]:
        extents = self.hb_font.get_font_extents("ltr")
        gap = extents.line_gap / 2
        return (extents.ascender + gap) / self.upem, (-extents.descender + gap) / self.upem

    def ascent(self, size: float) -> Pt:
        """Return the height above the base line at a size in points, half the line gap included."""
        return Pt(self._vertical[0] * size)

    def descent(self, size: float) -> Pt:
        """Return the depth below the base line at a size in points, half the line gap included."""
        return Pt(self._vertical[1] * size)

    @cached_property
    def _unicodes(self) -> frozenset[int]:
        return frozenset(self.hb_face.unicodes)

    @cached_property
    def plain(self) -> frozenset[str]:
        """The characters that the font has a glyph for, and half-spaces; nothing else without ink."""
        return frozenset(map(chr, self._unicodes)) - _INKLESS - _STEERING | _JOINERS

    def covers(self, char: str) -> bool:
        """Return whether the font can draw a character; what has no ink of its own always can be."""
        return ord(char) in self._unicodes or char in _INKLESS

    def glyph_of(self, char: str) -> int | None:
        """Return the glyph that the character map gives, or None."""
        found = self.hb_font.get_nominal_glyph(ord(char))
        return int(found) if found else None

    @cached_property
    def reaches_over_spaces(self) -> bool:
        """Whether a rule of the font may join words across a space, so that they cannot be shaped apart."""
        spaces = [gid for gid in map(self.glyph_of, sorted(PARTING)) if gid is not None]
        return reaches_over_spaces(self.hb_face, spaces)

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """The box around all glyphs in font units, from the head table."""
        head = bytes(self.hb_face.reference_table("head").data)
        xmin, ymin, xmax, ymax = struct.unpack_from(">4h", head, 36)
        return xmin, ymin, xmax, ymax

    @cached_property
    def name(self) -> str:
        """What every PDF calls the font: six letters made of what it is."""
        digest = sha256(self.data)
        digest.update(bytes([self.hb_face.index % 256]))
        return six_letters(digest.digest())

    @property
    def postscript_name(self) -> str:
        """The name the PDF carries, reduced to plain ASCII letters."""
        name = str(self.hb_face.get_name(6) or self.family)
        plain = "".join(c for c in name if c.isascii() and (c.isalnum() or c == "-"))
        return plain or "Font"


def six_letters(digest: bytes) -> str:
    """Return capital letters made of a digest."""
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


_INKLESS = frozenset("\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069\t\n")

_JOINERS = frozenset("\u200c\u200d")
_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\ufeff")


class FontChoice(Struct, frozen=True):
    """A face for a style, with what has to be imitated because the family lacks it."""

    face: Face
    embolden: bool = False
    slant: bool = False


class Substitution(Struct, frozen=True):
    """A font that the letter asks for and nobody has, and the one used in its place."""

    asked: str
    used: str

    @property
    def message(self) -> str:
        """The warning in Persian."""
        return (
            f"قلم «{self.asked}» پیدا نشد و به جای آن «{self.used}» به کار رفت. "
            "اگر همان قلم را می‌خواهید، پوشهٔ آن را با ‎--fonts معرفی کنید."
        )

    @property
    def message_en(self) -> str:
        """The warning in English."""
        return f"font {self.asked!r} was not found and {self.used!r} was used; name its folder with --fonts"


class FontBook:
    """The faces at hand: those of the user's folders first, then those that are shipped.

    Args:
        folders: folders or single files with fonts of the user.

    Raises:
        FontError: when a folder is not there or a font file in it cannot be used.
    """

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        files: list[Path] = []
        for folder in folders:
            files += _font_files(Path(folder))
        files += _font_files(resources.fonts_dir())
        self._faces: dict[str, list[Face]] = {}
        for file in files:
            for face in _open(file, file.stat().st_mtime_ns):
                self._faces.setdefault(_key(face.family), []).append(face)
        self._found: dict[tuple[str, bool, bool], FontChoice] = {}

    def find(self, family: str, *, bold: bool = False, italic: bool = False) -> FontChoice:
        """Return the best face for a style; the shipped family when the one asked for is not at hand."""
        known = self._found.get((family, bold, italic))
        if known is None:
            known = self._found[family, bold, italic] = self._best(family, bold=bold, italic=italic)
        return known

    def _best(self, family: str, *, bold: bool, italic: bool) -> FontChoice:
        faces = self._faces.get(_key(family)) or self._faces[_key(FALLBACK_FAMILY)]
        face = min(faces, key=lambda f: (f.bold != bold, f.italic != italic))
        return FontChoice(face, embolden=bold and not face.bold, slant=italic and not face.italic)

    def substitution(self, family: str) -> Substitution | None:
        """Return what stands in for a family, or None when it is at hand."""
        return None if _key(family) in self._faces else Substitution(family, FALLBACK_FAMILY)

    def covering(self, char: str, first: FontChoice) -> FontChoice:
        """Return the face to draw one character with: the one asked for, else the shipped one.

        Raises:
            FontError: when no font at hand has the character.
        """
        if first.face.covers(char):
            return first
        weight = first.face.bold or first.embolden
        other = self.find(FALLBACK_FAMILY, bold=weight)
        if other.face.covers(char):
            return other
        for faces in self._faces.values():
            for face in faces:
                if face.covers(char):
                    return FontChoice(face, embolden=weight and not face.bold)
        raise FontError(
            f"هیچ قلمی نویسهٔ «{char}» (U+{ord(char):04X}) را ندارد. آن را از متن بردارید یا قلمی را که "
            "این نویسه را دارد با ‎--fonts معرفی کنید.",
            f"no font at hand has the character U+{ord(char):04X}; remove it or add a font with --fonts",
        )


def _key(family: str) -> str:
    return " ".join(family.casefold().split())


def _font_files(folder: Path) -> list[Path]:
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise FontError(
            f"پوشهٔ قلم «{folder}» پیدا نشد؛ نشانی آن را درست کنید.",
            f"the font folder {str(folder)!r} was not found; mend its path",
        )
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)


@lru_cache(maxsize=256)
def _open(file: Path, _modified: int) -> tuple[Face, ...]:
    """Open a font file; the time of its last change is part of the key, so an exchanged file is read anew."""
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise _unusable(file, "بزرگ‌تر از اندازهٔ مجاز است", "is too large")
        data = file.read_bytes()
    except OSError as error:
        raise _unusable(file, "خوانده نشد", "cannot be read") from error
    blob = hb.Blob(data)
    first = hb.Face(blob)
    if not first.glyph_count:
        raise _unusable(file, "فایل قلم نیست یا خراب است", "is no font file or is broken")
    return tuple(_face(file, data, hb.Face(blob, index)) for index in range(max(1, first.count)))


def _face(file: Path, data: bytes, face: hb.Face) -> Face:
    if "glyf" not in face.table_tags:
        raise _unusable(
            file,
            "از نوع PostScript (CFF) است؛ گونهٔ TrueType همین قلم را بدهید",
            "has PostScript (CFF) outlines; give the TrueType kind of the same font",
        )
    weight, selection, rights = _os2(face)
    if rights & _RESTRICTED:
        raise _unusable(
            file,
            "پروانهٔ جاسازی در سند را نمی‌دهد؛ قلم دیگری برگزینید",
            "may not be embedded (OS/2 fsType); choose another font",
        )
    family = str(face.get_name(16) or face.get_name(1) or file.stem)
    style = str(face.get_name(17) or face.get_name(2) or "")
    bold = bool(selection & 0x20) or weight >= 600 or "bold" in style.casefold()
    return Face(family, bold, bool(selection & 0x01), data, face, hb.Font(face))


def _os2(face: hb.Face) -> tuple[int, int, int]:
    """Return weight, selection flags and embedding rights of the OS/2 table; plain ones without it."""
    table = bytes(face.reference_table("OS/2").data or b"")
    if len(table) < 64:
        return 400, 0, 0
    weight = struct.unpack_from(">H", table, 4)[0]
    rights = struct.unpack_from(">H", table, 8)[0]
    selection = struct.unpack_from(">H", table, 62)[0]
    return weight, selection, rights


def _unusable(file: Path, why: str, why_en: str) -> FontError:
    return FontError(
        f"قلم «{file.name}» {why}.",
        f"the font {file.name!r} {why_en}",
    )


@cache
def shipped_book() -> FontBook:
    """Return the book of the shipped fonts alone, made once."""
    return FontBook()
