"""The names of WordprocessingML: namespaces, content types, and how to spell them for lxml."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

NAMESPACES: Final[dict[str, str]] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": OFFICE,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "w10": "urn:schemas-microsoft-com:office:word",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "wpi": "http://schemas.microsoft.com/office/word/2010/wordprocessingInk",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "a14": "http://schemas.microsoft.com/office/drawing/2010/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
"""Prefixes as Word writes them, and their namespaces (ECMA-376)."""

XML_SPACE: Final = f"{{{NAMESPACES['xml']}}}space"

WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE: Final = f"{WORD_TYPE}.document.main+xml"
TEMPLATE_TYPE: Final = f"{WORD_TYPE}.template.main+xml"
HEADER_TYPE: Final = f"{WORD_TYPE}.header+xml"
FOOTER_TYPE: Final = f"{WORD_TYPE}.footer+xml"
CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"

CORE_RELATION: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


@cache
def qn(name: str) -> str:
    """Return a prefixed name («w:p») as lxml spells it («{namespace}p»).

    Args:
        name: a prefix of `NAMESPACES`, a colon, a local name.

    Raises:
        KeyError: when the prefix is unknown.
    """
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


@lru_cache(maxsize=512)  # a stranger's file may have any number of names
def prefixed(tag: str) -> str:
    """Return an lxml tag as a person writes it («w:p»), or its bare name where the namespace is unknown.

    Args:
        tag: a tag as lxml spells it.
    """
    namespace, _, local = tag.rpartition("}")
    for prefix, uri in NAMESPACES.items():
        if uri == namespace[1:]:
            return f"{prefix}:{local}"
    return local


def relation_type(kind: str) -> str:
    """Return the full type of an office relationship from its last word («header», «image»)."""
    return f"{OFFICE}/{kind}"
