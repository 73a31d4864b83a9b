"""Lays a word across every page as Word itself does: a VML shape that hangs on every head."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from taahodname.word import names
from taahodname.word.markup import Element, is_on, serialise
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
from taahodname.word.properties import insert

SHAPE_ID = "PowerPlusWaterMarkObject"
"""Begins the identifier by which Word and the reader know the shape for a watermark."""

_TYPE_ID = "_x0000_t136"
_FONT = "Vazirmatn"
_COLOUR = "silver"
STYLE = (
    "position:absolute;margin-left:0;margin-top:0;width:420pt;height:130pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)
"""The size and the place of our own mark, by which the reader knows it from another's."""


def watermark(data: bytes, text: str) -> bytes:
    """Return a letter with a word across every page, first and even ones too.

    Args:
        data: a Word file.
        text: the word.

    Raises:
        WordFileError: when the file cannot be opened safely.
    """
    package = _with_heads(read(data, "letter.docx"))
    updates: dict[str, bytes] = {}
    for number, part in enumerate(sorted(package.related(package.main, "header")), start=1):
        root = package.xml(part)
        if not _has_mark(root, text):
            _first_paragraph(root).insert(_place(_first_paragraph(root)), _run(text, number))
        updates[part] = serialise(root)
    return package.replace(updates).to_bytes()


def _with_heads(package: Package) -> Package:
    """Return the package with an empty head for every kind of page that has none."""
    root = package.xml(package.main)
    body = root.find(qn("w:body"))
    if body is None:
        return package
    section = next(body.iter(qn("w:sectPr")), None)
    if section is None:
        section = etree.SubElement(body, qn("w:sectPr"))
    relations = list(package.relations(package.main))
    new: dict[str, bytes] = {}
    for which in _missing(package, section):
        part = posixpath.join(posixpath.dirname(package.main), f"watermark-header-{which}.xml")
        line = Relation(f"rIdWatermark{which.title()}", names.relation_type("header"), part)
        relations.append(line)
        reference = etree.Element(qn("w:headerReference"), {qn("w:type"): which, qn("r:id"): line.id})
        insert(section, reference)
        new[part] = _empty_head()
    if not new:
        return package
    updates = {
        package.main: serialise(root),
        rels_name(package.main): relations_part(relations),
        CONTENT_TYPES: with_types(package, overrides=dict.fromkeys(new, names.HEADER_TYPE)),
    }
    return package.replace({**updates, **new})


def _missing(package: Package, section: Element) -> Iterator[str]:
    settings = next(iter(package.related(package.main, "settings")), None)
    even = settings is not None and is_on(package.xml(settings).find(qn("w:evenAndOddHeaders")))
    seen = {
        "default": True,
        "first": is_on(section.find(qn("w:titlePg"))),
        "even": even,
    }
    held = {head.get(qn("w:type"), "default") for head in section.findall(qn("w:headerReference"))}
    return (which for which, shown in seen.items() if shown and which not in held)


def _empty_head() -> bytes:
    root = etree.Element(qn("w:hdr"), nsmap={prefix: names.NAMESPACES[prefix] for prefix in ("w", "r")})
    etree.SubElement(root, qn("w:p"))
    return serialise(root)


def _has_mark(root: Element, text: str) -> bool:
    return any(
        shape.get("id", "").startswith(SHAPE_ID) and path.get("string") == text
        for shape in root.iter(qn("v:shape"))
        for path in shape.iter(qn("v:textpath"))
    )


def _first_paragraph(root: Element) -> Element:
    """Return a paragraph that stands in the head itself; a table's cell would clip the shape."""
    found = root.find(qn("w:p"))
    return etree.SubElement(root, qn("w:p")) if found is None else found


def _place(paragraph: Element) -> int:
    return 1 if len(paragraph) and paragraph[0].tag == qn("w:pPr") else 0


def _run(text: str, number: int) -> Element:
    prefixes = {prefix: names.NAMESPACES[prefix] for prefix in ("w", "v", "o", "w10")}
    run = etree.Element(qn("w:r"), nsmap=prefixes)
    etree.SubElement(etree.SubElement(run, qn("w:rPr")), qn("w:noProof"))
    picture = etree.SubElement(run, qn("w:pict"))
    picture.append(_shape_type())
    shape = etree.SubElement(picture, qn("v:shape"), id=f"{SHAPE_ID}{number}", type=f"#{_TYPE_ID}")
    shape.set(qn("o:spid"), f"_x0000_s{2048 + number}")
    shape.set(qn("o:allowincell"), "f")
    shape.set("style", STYLE)
    shape.set("fillcolor", _COLOUR)
    shape.set("stroked", "f")
    etree.SubElement(shape, qn("v:fill"), opacity=".5")
    etree.SubElement(shape, qn("v:textpath"), style=f'font-family:"{_FONT}";font-size:1pt', string=text)
    etree.SubElement(shape, qn("w10:wrap"), anchorx="margin", anchory="margin")
    return run


def _shape_type() -> Element:
    """Return the definition of the shape «text along a path», number 136 of VML's built-in shapes."""
    kind = etree.Element(qn("v:shapetype"), id=_TYPE_ID, coordsize="21600,21600", adj="10800")
    kind.set(qn("o:spt"), "136")
    kind.set("path", "m@7,l@8,m@5,21600l@6,21600e")
    formulas = etree.SubElement(kind, qn("v:formulas"))
    for equation in (
        "sum #0 0 10800",
        "prod #0 2 1",
        "sum 21600 0 @1",
        "sum 0 0 @2",
        "sum 21600 0 @3",
        "if @0 @3 0",
        "if @0 21600 @1",
        "if @0 0 @2",
        "if @0 @4 21600",
        "mid @5 @6",
        "mid @8 @5",
        "mid @7 @8",
        "mid @6 @7",
        "sum @6 0 @5",
    ):
        etree.SubElement(formulas, qn("v:f"), eqn=equation)
    path = etree.SubElement(kind, qn("v:path"), textpathok="t")
    path.set(qn("o:connecttype"), "custom")
    path.set(qn("o:connectlocs"), "@9,0;@10,10800;@11,21600;@12,10800")
    path.set(qn("o:connectangles"), "270,180,90,0")
    etree.SubElement(kind, qn("v:textpath"), on="t", fitshape="t")
    return kind
