"""Puts one font family for another through a whole package: styles, runs, numbering, theme and font table."""

from __future__ import annotations

from collections.abc import Mapping

from taahodname.word.markup import Element
from taahodname.word.names import qn
from taahodname.word.package import Package, read

_KINDS = ("styles", "numbering", "fontTable", "theme", "footnotes", "endnotes")
_SLOTS = tuple(qn(f"w:{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
_TYPEFACES = tuple(qn(f"a:{word}") for word in ("latin", "ea", "cs", "font"))
_EMBEDDED = tuple(qn(f"w:embed{face}") for face in ("Regular", "Bold", "Italic", "BoldItalic"))


def parts_with_fonts(package: Package) -> tuple[str, ...]:
    """Return the names of the parts that can name a font, the stories left out."""
    return tuple(part for kind in _KINDS for part in package.related(package.main, kind))


def named_families(data: bytes) -> tuple[str, ...]:
    """Return the font families that a Word file's text and styles name, sorted.

    Args:
        data: a Word file.

    Raises:
        WordFileError: when it cannot be opened safely.
    """
    package = read(data, "form.docx")
    parts = (*package.story_parts(), *package.related(package.main, "styles"))
    found = {
        fonts.get(slot, "")
        for part in parts
        for fonts in package.xml(part).iter(qn("w:rFonts"))
        for slot in _SLOTS
    }
    return tuple(sorted(found - {""}))


def replace_families(root: Element, families: Mapping[str, str]) -> None:
    """Put families for others in one part.

    Args:
        root: the part, changed in place.
        families: the new family by the old one; a name that is not among them stays.
    """
    for fonts in root.iter(qn("w:rFonts")):
        for slot in _SLOTS:
            _swap(fonts, slot, families)
    for face in root.iter(*_TYPEFACES):
        _swap(face, "typeface", families)
    known = {font.get(qn("w:name")) for font in root.iter(qn("w:font"))}
    for font in list(root.iter(qn("w:font"))):
        new = families.get(font.get(qn("w:name"), ""))
        if new is None:
            continue
        if new in known:
            root.remove(font)
        else:
            font.set(qn("w:name"), new)
            known.add(new)
            for embedded in [child for child in font if child.tag in _EMBEDDED]:
                font.remove(embedded)  # the data of the old family is not the new one's


def _swap(element: Element, attribute: str, families: Mapping[str, str]) -> None:
    new = families.get(element.get(attribute, ""))
    if new is not None:
        element.set(attribute, new)
