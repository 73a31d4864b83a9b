"""Puts fonts into a Word file, obfuscated as the standard says and only where their licence bits allow it."""

from __future__ import annotations

import hashlib
import posixpath
import struct
import uuid
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from lxml import etree
from msgspec import Struct

from taahodname.word import names
from taahodname.word.graft_marginals import free_id
from taahodname.word.markup import Element, serialise
from taahodname.word.names import qn
from taahodname.word.package import (
    CONTENT_TYPES,
    Package,
    Relation,
    read,
    relations_part,
    rels_name,
    with_types,
)
from taahodname.word.properties import put, remove

Slot: TypeAlias = Literal["regular", "bold", "italic", "bold-italic"]
"""The four faces that a family can have in a Word file."""
Faces: TypeAlias = Mapping[str, Mapping[Slot, bytes]]
"""Font files by the family's name, as the letter asks for it, and by face."""

# ECMA-376 part 1, §17.8.3.10: they end a w:font, in this order.
_ELEMENTS: Final[Mapping[Slot, str]] = {
    "regular": "w:embedRegular",
    "bold": "w:embedBold",
    "italic": "w:embedItalic",
    "bold-italic": "w:embedBoldItalic",
}
_EMBEDDED: Final = tuple(qn(name) for name in _ELEMENTS.values())
# §15.2.13 speaks of the part, §17.8.1 of the 32 bytes that are obfuscated.
_FONT_TYPE: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_OBFUSCATED: Final = 32

# OpenType, OS/2 table: where fsType stands and what its bits mean.
_RIGHTS_AT: Final = 8
_USAGE, _RESTRICTED, _EDITABLE = 0x000E, 0x0002, 0x0008
_BITMAPS_ONLY: Final = 0x0200
_EXCLUSIVE_SINCE: Final = 3
_TRUETYPE: Final = (b"\x00\x01\x00\x00", b"true")

Reason: TypeAlias = Literal["restricted", "preview", "bitmaps", "unsaid", "kind"]
_REASONS: Final[Mapping[Reason, tuple[str, str]]] = {
    "restricted": ("پروانهٔ آن اجازهٔ جاسازی در سند نمی‌دهد", "its licence does not allow embedding"),
    "preview": (
        "پروانهٔ آن فقط برای نمایش و چاپ است و سندی که این قلم در آن باشد نباید ویرایش شود",
        "its licence allows preview and print only, and a letter that holds it could not be edited",
    ),
    "bitmaps": (
        "پروانهٔ آن فقط جاسازی تصویر نقطه‌ای حروف را اجازه می‌دهد",
        "its licence allows embedding of bitmaps only",
    ),
    "unsaid": (
        "فایل آن نمی‌گوید که پروانه‌اش اجازهٔ جاسازی می‌دهد یا نه",
        "its file does not say whether its licence allows embedding",
    ),
    "kind": (
        "فایل آن مجموعه‌ای از چند قلم است یا از نوع TrueType نیست",
        "its file is a collection of fonts or not of the TrueType kind",
    ),
}


class LeftOut(Struct, frozen=True):
    """A font that was not put into the Word file.

    Attributes:
        family: its name.
        reason: a stable word for the cause.
    """

    family: str
    reason: Reason

    @property
    def message(self) -> str:
        """The warning in Persian."""
        return (
            f"قلم «{self.family}» درون فایل ورد گذاشته نشد: {_REASONS[self.reason][0]}. "
            "رایانه‌ای که نامه در آن باز می‌شود باید این قلم را داشته باشد."
        )

    @property
    def message_en(self) -> str:
        """The warning in English."""
        return (
            f"font {self.family!r} was not put into the Word file: {_REASONS[self.reason][1]}; "
            "install it where the letter is opened"
        )


class Embedded(Struct, frozen=True):
    """A Word file with its fonts in it.

    Attributes:
        data: the file; as it was given when no font could be put into it.
        left_out: the fonts that were not put into it, by name.
    """

    data: bytes
    left_out: tuple[LeftOut, ...] = ()


def slot(*, bold: bool, italic: bool) -> Slot:
    """Return which of a family's four faces a style asks for."""
    if italic:
        return "bold-italic" if bold else "italic"
    return "bold" if bold else "regular"


def embed(data: bytes, faces: Faces) -> Embedded:
    """Return a Word file with fonts in it, whole, so that whoever edits the letter has every character.

    The same file and fonts give the same bytes, and doing it twice changes nothing more.

    Args:
        data: a Word file.
        faces: the fonts.

    Raises:
        WordFileError: when the file cannot be opened safely.
    """
    kept: dict[str, dict[Slot, bytes]] = {}
    left_out: dict[LeftOut, None] = {}
    for family, files in sorted(faces.items()):
        for face in _ELEMENTS:
            if face not in files:
                continue
            reason = refusal(files[face])
            if reason is None:
                kept.setdefault(family, {})[face] = files[face]
            else:
                left_out[LeftOut(family, reason)] = None
    if kept:
        data = _with_fonts(read(data, "letter.docx"), kept).to_bytes()
    return Embedded(data, tuple(left_out))


def refusal(font: bytes) -> Reason | None:
    """Return why a font may not be put into a letter that is to be edited, or None when it may.

    Installable (0) and editable (0x0008) embedding allow it. Up to version 2 of the table the least
    restrictive bit counts; since version 3 only one may be set, and where two are, the stricter is taken.
    The bit against subsetting (0x0100) asks for nothing, as fonts are embedded whole.

    Args:
        font: the font file.

    Source: OpenType, OS/2 table, fsType.
    """
    if font[:4] not in _TRUETYPE:
        return "kind"
    table = _os2(font)
    if len(table) < _RIGHTS_AT + 2:
        return "unsaid"
    version, rights = struct.unpack_from(">H", table)[0], struct.unpack_from(">H", table, _RIGHTS_AT)[0]
    if rights & _BITMAPS_ONLY:
        return "bitmaps"
    usage = rights & _USAGE
    if usage in (0, _EDITABLE) or (version < _EXCLUSIVE_SINCE and usage & _EDITABLE):
        return None
    # Beside the bit for preview that of restriction counts only in the newer tables.
    strict = usage & _RESTRICTED and (version >= _EXCLUSIVE_SINCE or usage == _RESTRICTED)
    return "restricted" if strict else "preview"


def _os2(font: bytes) -> bytes:
    """Return the OS/2 table of a font, or nothing where it has none."""
    count = struct.unpack_from(">H", font, 4)[0] if len(font) >= 12 else 0
    for place in range(12, min(12 + 16 * count, len(font) - 15), 16):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, place)
        if tag == b"OS/2":
            return font[offset : offset + length]
    return b""


def font_key(font: bytes) -> uuid.UUID:
    """Return the key a font is obfuscated with, made from its content: the same font has the same key."""
    return uuid.uuid5(uuid.NAMESPACE_OID, hashlib.sha256(font).hexdigest())


def obfuscate(font: bytes, key: uuid.UUID) -> bytes:
    """Return a font with its first 32 bytes crossed with the key; done once more it is the font again.

    Args:
        font: the font file.
        key: the GUID of the font table; its bytes are taken from the last to the first.

    Source: ECMA-376 part 1, §17.8.1.
    """
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(font, mask, strict=False)) + font[_OBFUSCATED:]


def _with_fonts(package: Package, faces: Faces) -> Package:
    package, table = _with_part(package, "fontTable", "w:fonts")
    package, settings = _with_part(package, "settings", "w:settings")
    root = package.xml(table)
    entries = {family: _entry(root, family) for family in faces}
    for family, files in faces.items():
        remove(entries[family], *(_ELEMENTS[face] for face in files))
    package = _without_unused(package, table, root)
    package, ids = _with_files(package, table, faces)
    for family, files in faces.items():
        for face, font in files.items():
            _refer(entries[family], face, font_key(font), ids)
    return package.replace({table: serialise(root), settings: _whole_when_saved(package.xml(settings))})


def _with_part(package: Package, kind: str, root: str) -> tuple[Package, str]:
    """Return the package and the name of a part that the main one refers to, made where there is none."""
    main = package.main
    found = next(iter(package.related(main, kind)), None)
    if found is not None:
        return package, found
    part = posixpath.join(posixpath.dirname(main), f"{kind}.xml")
    lines = package.relations(main)
    line = Relation(_free_id(kind, lines), names.relation_type(kind), part)
    empty = etree.Element(qn(root), nsmap={"w": names.NAMESPACES["w"], "r": names.OFFICE})
    updates = {
        part: serialise(empty),
        rels_name(main): relations_part([*lines, line]),
        CONTENT_TYPES: with_types(package, overrides={part: f"{names.WORD_TYPE}.{kind}+xml"}),
    }
    return package.replace(updates), part


def _free_id(kind: str, lines: Iterable[Relation]) -> str:
    return free_id(f"rId{kind[0].upper()}{kind[1:]}", (line.id for line in lines))


def _entry(root: Element, family: str) -> Element:
    """Return the line of the font table for a family, made where there is none."""
    for font in root.iter(qn("w:font")):
        # Word does not heed the case of a font's name either.
        if font.get(qn("w:name"), "").casefold() == family.casefold():
            return font
    font = etree.SubElement(root, qn("w:font"))
    font.set(qn("w:name"), family)
    return font


def _without_unused(package: Package, table: str, root: Element) -> Package:
    """Return the package without the font files that the font table no longer names."""
    used = {element.get(qn("r:id")) for element in root.iter(*_EMBEDDED)}
    lines = package.relations(table)
    kept = [line for line in lines if line.kind != "font" or line.id in used]
    gone = {line.target for line in lines} - {line.target for line in kept}
    if len(kept) == len(lines):
        return package
    updates = {
        rels_name(table): relations_part(kept),
        CONTENT_TYPES: with_types(package, drop=gone),
    }
    return package.replace(updates, drop=gone)


def _with_files(package: Package, table: str, faces: Faces) -> tuple[Package, Mapping[uuid.UUID, str]]:
    """Return the package with the font files, each once, and their relations by key."""
    fonts = {font_key(font): font for files in faces.values() for font in files.values()}
    lines = list(package.relations(table))
    parts: dict[str, bytes] = {}
    ids: dict[uuid.UUID, str] = {}
    folder = posixpath.join(posixpath.dirname(table), "fonts")
    for key, font in fonts.items():
        part = _free_part(folder, {*package.parts, *parts})
        parts[part] = obfuscate(font, key)
        ids[key] = _free_id("font", lines)
        lines.append(Relation(ids[key], names.relation_type("font"), part))
    updates = {
        **parts,
        rels_name(table): relations_part(lines),
        CONTENT_TYPES: with_types(package, overrides=dict.fromkeys(parts, _FONT_TYPE)),
    }
    return package.replace(updates), MappingProxyType(ids)


def _free_part(folder: str, taken: set[str]) -> str:
    number = 1
    while f"{folder}/font{number}.odttf" in taken:
        number += 1
    return f"{folder}/font{number}.odttf"


def _refer(entry: Element, face: Slot, key: uuid.UUID, ids: Mapping[uuid.UUID, str]) -> None:
    """Let a line of the font table name a font file, and keep the faces in the order of the schema."""
    remove(entry, _ELEMENTS[face])
    element = etree.Element(qn(_ELEMENTS[face]), nsmap={"r": names.OFFICE})
    element.set(qn("r:id"), ids[key])
    element.set(qn("w:fontKey"), f"{{{key}}}".upper())
    entry.append(element)
    for place in sorted(entry.iterchildren(*_EMBEDDED), key=lambda one: _EMBEDDED.index(str(one.tag))):
        entry.append(place)


def _whole_when_saved(settings: Element) -> bytes:
    """Return the settings, with the wish that Word keeps the fonts, and whole, when it saves the letter."""
    put(settings, "w:embedTrueTypeFonts")
    remove(settings, "w:saveSubsetFonts")
    return serialise(settings)
