"""Writes what a file says of itself: a title, the company and a date, and nothing of who made it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from lxml import etree
from msgspec import Struct

from taahodname.word import names
from taahodname.word.markup import Element, root_element, serialise
from taahodname.word.names import qn
from taahodname.word.package import CONTENT_TYPES, Package, Relation, relations_part, rels_name, with_types

CORE = "docProps/core.xml"
"""The part that holds the title, the company and the date."""
LAST_PLACE = "_GoBack"
"""The bookmark in which Word keeps where a file was edited last."""
_APP = "docProps/app.xml"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_KEPT = "officeDocument"
_TRACES = frozenset(
    qn(name)
    for name in (
        *(f"w:rsid{word}" for word in ("R", "RPr", "RDefault", "P", "Del", "Sect", "Tr")),
        "w14:paraId",
        "w14:textId",
    )
)


class Properties(Struct, frozen=True):
    """What a finished file says of itself.

    Attributes:
        title: the title of the letter.
        author: the company.
        date: the day it is dated; it stands for both «created» and «modified».
    """

    title: str
    author: str
    date: datetime.date


def describe(package: Package, properties: Properties) -> Package:
    """Return the package with its properties written anew and every other description gone.

    Args:
        package: a Word file.
        properties: what it is to say.
    """
    kept = [line for line in package.relations("") if line.kind == _KEPT]
    gone = {line.target for line in package.relations("") if line.kind != _KEPT and not line.external}
    described = [
        Relation("rIdCore", names.CORE_RELATION, CORE),
        Relation("rIdApp", names.relation_type("extended-properties"), _APP),
    ]
    types = with_types(package, overrides={CORE: names.CORE_TYPE, _APP: names.APP_TYPE}, drop=gone)
    updates = {
        CONTENT_TYPES: types,
        rels_name(""): relations_part([*kept, *described]),
        CORE: core_part(properties),
        _APP: _app(),
    }
    return package.replace(updates, drop=gone)


def core_part(properties: Properties) -> bytes:
    """Return the part that holds the title, the company and the date."""
    root = etree.Element(
        f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    )
    etree.SubElement(root, f"{{{_DC}}}title").text = properties.title
    etree.SubElement(root, f"{{{_DC}}}creator").text = properties.author
    for word in ("created", "modified"):
        stamp = etree.SubElement(root, f"{{{_TERMS}}}{word}")
        stamp.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        stamp.text = f"{properties.date.isoformat()}T00:00:00Z"
    return serialise(root)


def _app() -> bytes:
    root = root_element("Properties", _APP_NAMESPACE)
    etree.SubElement(root, f"{{{_APP_NAMESPACE}}}Application").text = "taahodname"
    return serialise(root)


def remove_traces(roots: Iterable[Element]) -> None:
    """Take away the marks of editing sessions, and the bookmark of the last place edited.

    Args:
        roots: the parts, changed in place.
    """
    for root in roots:
        for element in root.iter(etree.Element):
            for trace in _TRACES.intersection(element.keys()):
                del element.attrib[trace]
        for rsids in list(root.iter(qn("w:rsids"), qn("w:rsid"))):
            _drop(rsids)
        _drop_last_place(root)


def _drop_last_place(root: Element) -> None:
    numbers: set[str] = set()
    for start in [mark for mark in root.iter(qn("w:bookmarkStart")) if mark.get(qn("w:name")) == LAST_PLACE]:
        numbers.add(start.get(qn("w:id"), ""))
        _drop(start)
    for end in [mark for mark in root.iter(qn("w:bookmarkEnd")) if mark.get(qn("w:id")) in numbers]:
        _drop(end)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
