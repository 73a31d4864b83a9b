"""Writes the parts of a Word package into a file whose bytes are the same every time."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# The earliest date a zip archive can hold: a file made twice must be the same file.
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Relationship:
    """One line of a .rels part; `kind` is the last word of its type."""

    id: str
    kind: str
    target: str

    @property
    def type(self) -> str:
        """The full address of the type."""
        if self.kind == "core-properties":
            return f"http://schemas.openxmlformats.org/package/2006/relationships/metadata/{self.kind}"
        return f"{OFFICE}/{self.kind}"


def relationships(*lines: Relationship) -> bytes:
    """Return a .rels part."""
    root = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})  # type: ignore[dict-item]
    for line in lines:
        etree.SubElement(
            root,
            f"{{{RELATIONSHIPS}}}Relationship",
            {"Id": line.id, "Type": line.type, "Target": line.target},
        )
    return xml_bytes(root)


def content_types(defaults: Mapping[str, str], overrides: Mapping[str, str]) -> bytes:
    """Return the [Content_Types].xml part.

    Args:
        defaults: types by the ending of a part's name.
        overrides: types by the part's whole name, from the root.
    """
    root = etree.Element(f"{{{CONTENT_TYPES}}}Types", nsmap={None: CONTENT_TYPES})  # type: ignore[dict-item]
    for extension, kind in defaults.items():
        etree.SubElement(root, f"{{{CONTENT_TYPES}}}Default", {"Extension": extension, "ContentType": kind})
    for part, kind in overrides.items():
        etree.SubElement(root, f"{{{CONTENT_TYPES}}}Override", {"PartName": part, "ContentType": kind})
    return xml_bytes(root)


def xml_bytes(root: etree._Element) -> bytes:
    """Return a part as bytes, with the declaration Word writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def core_properties(title: str) -> bytes:
    """Return the file's own description: a title and a language, no person and no program."""
    text = (
        "<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title/><dc:language>fa-IR</dc:language>"
        "</cp:coreProperties>"
    )
    root = etree.fromstring(text)
    root[0].text = title
    return xml_bytes(root)


def write(path: Path, parts: Mapping[str, bytes]) -> None:
    """Write the parts as one archive, in the order given, with fixed dates.

    Args:
        path: the file to write.
        parts: bytes by the part's name, [Content_Types].xml first.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # The same mark on every system: archives made on Windows and Linux differ here otherwise.
            entry.create_system = 0
            archive.writestr(entry, data)
