"""Builds the Word file of a letterhead that is made here: its page, styles, head and foot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from lxml import etree
from msgspec import Struct, field

from taahodname.units import Mm, mm_to_pt, pt_to_twips
from taahodname.word import names
from taahodname.word.markup import Element, root_element, serialise, text_element
from taahodname.word.names import qn
from taahodname.word.package import CONTENT_TYPES, Package, Relation, relations_part, rels_name
from taahodname.word.properties import insert, put

FONT = "Vazirmatn"
_PREFIXES = {prefix: names.NAMESPACES[prefix] for prefix in ("w", "r", "wp", "a", "pic")}
_MAIN = "word/document.xml"
_PARTS = {"header": "word/header1.xml", "footer": "word/footer1.xml", "styles": "word/styles.xml"}
_FIRST = "word/header2.xml"
_TYPES = {
    _MAIN: names.DOCUMENT_TYPE,
    _PARTS["header"]: names.HEADER_TYPE,
    _PARTS["footer"]: names.FOOTER_TYPE,
    _PARTS["styles"]: f"{names.WORD_TYPE}.styles+xml",
}


class Style(Struct, frozen=True):
    """How one kind of line looks.

    Attributes:
        name: its identifier.
        size: in half points.
        bold: in both scripts.
        colour: RRGGBB.
        align: «start» or «center».
        after: room below, in points.
    """

    name: str
    size: int
    bold: bool = False
    colour: str = "000000"
    align: str = "start"
    after: int = 0


class Picture(Struct, frozen=True):
    """A picture of the head, by the name of its part."""

    name: str
    data: bytes
    content_type: str


class Sheet(Struct, frozen=True):
    """A letterhead before it is a file.

    Attributes:
        size: the attributes of `w:pgSz`; empty to leave the letter's own.
        margins: those of `w:pgMar` in millimetres; the ones left out are the letter's own.
        styles: what its lines look like.
        head, foot: their paragraphs and tables.
        pictures: those the head refers to, under rId1, rId2 …
        first: the head of the first page, where it is another; its foot is the same.
        first_pictures: those it refers to.
    """

    margins: Mapping[str, Mm]
    size: Mapping[str, int] = field(default_factory=dict)
    styles: tuple[Style, ...] = ()
    head: tuple[Element, ...] = ()
    foot: tuple[Element, ...] = ()
    pictures: tuple[Picture, ...] = ()
    first: tuple[Element, ...] | None = None
    first_pictures: tuple[Picture, ...] = ()

    def to_bytes(self) -> bytes:
        """Return the letterhead as a Word file."""
        return self.package().to_bytes()

    def package(self) -> Package:
        """Return the letterhead as a Word file that is open."""
        pictures = {picture.name: picture for picture in (*self.pictures, *self.first_pictures)}
        kinds = {name.rpartition(".")[2]: picture.content_type for name, picture in pictures.items()}
        links = list(_PARTS.items())
        parts = {
            CONTENT_TYPES: _content_types(kinds, first=self.first is not None),
            rels_name(""): _relations([("officeDocument", _MAIN)]),
            rels_name(_MAIN): _relations(links, first=self.first is not None),
            _MAIN: self._document(),
            _PARTS["header"]: _marginal("w:hdr", self.head),
            _PARTS["footer"]: _marginal("w:ftr", self.foot),
            _PARTS["styles"]: _style_sheet(self.styles),
        }
        if self.first is not None:
            parts[_FIRST] = _marginal("w:hdr", self.first)
        for part, shown in ((_PARTS["header"], self.pictures), (_FIRST, self.first_pictures)):
            lines = [
                Relation(f"rId{number}", names.relation_type("image"), picture.name)
                for number, picture in enumerate(shown, start=1)
            ]
            if lines:
                parts[rels_name(part)] = relations_part(lines)
        data = {name: picture.data for name, picture in pictures.items()}
        return Package("letterhead.docx", MappingProxyType({**parts, **data}))

    def _document(self) -> bytes:
        root = _element("w:document")
        section = etree.SubElement(etree.SubElement(root, qn("w:body")), qn("w:sectPr"))
        for kind in ("header", "footer"):
            reference = etree.SubElement(section, qn(f"w:{kind}Reference"))
            reference.set(qn("w:type"), "default")
            reference.set(qn("r:id"), f"rId-{kind}")
        if self.first is not None:
            for kind, link in (("header", "rId-first"), ("footer", "rId-footer")):
                reference = etree.SubElement(section, qn(f"w:{kind}Reference"))
                reference.set(qn("w:type"), "first")
                reference.set(qn("r:id"), link)
        if self.size:
            put(section, "w:pgSz", **{name: str(value) for name, value in self.size.items()})
        put(section, "w:pgMar", **{name: str(twips(length)) for name, length in self.margins.items()})
        if self.first is not None:
            put(section, "w:titlePg")
        put(section, "w:bidi")
        return serialise(root)


def twips(length: Mm) -> int:
    """Return millimetres as whole twentieths of a point."""
    return pt_to_twips(mm_to_pt(length))


def _element(name: str) -> Element:
    return etree.Element(qn(name), nsmap=_PREFIXES)


def _content_types(kinds: Mapping[str, str], *, first: bool) -> bytes:
    root = root_element("Types", names.NAMESPACES["ct"])
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        **kinds,
    }
    for ending, kind in defaults.items():
        etree.SubElement(root, qn("ct:Default"), Extension=ending, ContentType=kind)
    for part, kind in {**_TYPES, **({_FIRST: names.HEADER_TYPE} if first else {})}.items():
        etree.SubElement(root, qn("ct:Override"), PartName=f"/{part}", ContentType=kind)
    return serialise(root)


def _relations(targets: Iterable[tuple[str, str]], *, first: bool = False) -> bytes:
    lines = [Relation(f"rId-{kind}", names.relation_type(kind), part) for kind, part in targets]
    if first:
        lines.append(Relation("rId-first", names.relation_type("header"), _FIRST))
    return relations_part(lines)


def _marginal(name: str, blocks: Iterable[Element]) -> bytes:
    root = _element(name)
    root.extend(list(blocks))
    if len(root) == 0:
        etree.SubElement(root, qn("w:p"))
    return serialise(root)


@lru_cache(maxsize=16)
def _style_sheet(styles: tuple[Style, ...]) -> bytes:
    root = _element("w:styles")
    defaults = etree.SubElement(root, qn("w:docDefaults"))
    run = etree.SubElement(etree.SubElement(defaults, qn("w:rPrDefault")), qn("w:rPr"))
    put(run, "w:rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    put(run, "w:lang", val="en-US", bidi="fa-IR")
    paragraph = etree.SubElement(etree.SubElement(defaults, qn("w:pPrDefault")), qn("w:pPr"))
    put(paragraph, "w:bidi")
    put(paragraph, "w:spacing", before="0", after="0", line="240", lineRule="auto")
    for style in (Style("Normal", 20), *styles):
        root.append(_style(style))
    root[1].set(qn("w:default"), "1")
    return serialise(root)


def _style(style: Style) -> Element:
    element = _element("w:style")
    element.set(qn("w:type"), "paragraph")
    element.set(qn("w:styleId"), style.name)
    etree.SubElement(element, qn("w:name")).set(qn("w:val"), style.name)
    paragraph = etree.SubElement(element, qn("w:pPr"))
    put(paragraph, "w:spacing", before="0", after=str(style.after * 20), line="240", lineRule="auto")
    put(paragraph, "w:jc", val="center" if style.align == "center" else "left")
    run = etree.SubElement(element, qn("w:rPr"))
    if style.bold:
        put(run, "w:b")
        put(run, "w:bCs")
    put(run, "w:color", val=style.colour)
    put(run, "w:sz", val=str(style.size))
    put(run, "w:szCs", val=str(style.size))
    return element


def line(style: Style, text: str = "", *, rule: str | None = None, rule_side: str = "top") -> Element:
    """Return a paragraph.

    Args:
        style: its look.
        text: its words, whose directions are set when the letterhead is ready.
        rule: the colour of a thin line along it, or None.
        rule_side: «top» or «bottom».
    """
    paragraph = _element("w:p")
    properties = etree.SubElement(paragraph, qn("w:pPr"))
    put(properties, "w:pStyle", val=style.name)
    if rule is not None:
        borders = etree.Element(qn("w:pBdr"))
        side = etree.SubElement(borders, qn(f"w:{rule_side}"))
        for name, value in (("val", "single"), ("sz", "8"), ("space", "4"), ("color", rule)):
            side.set(qn(f"w:{name}"), value)
        insert(properties, borders)
    put(properties, "w:bidi")
    if text:
        etree.SubElement(paragraph, qn("w:r")).append(text_element(text))
    return paragraph


def row(widths: Iterable[int], cells: Iterable[Iterable[Element]]) -> Element:
    """Return a table of one row without lines, its first cell at the right.

    Args:
        widths: of its columns, in twips.
        cells: the paragraphs of each.
    """
    columns = tuple(widths)
    table = _element("w:tbl")
    properties = etree.SubElement(table, qn("w:tblPr"))
    put(properties, "w:bidiVisual")
    put(properties, "w:tblW", w=str(sum(columns)), type="dxa")
    put(properties, "w:tblLayout", type="fixed")
    margins = etree.SubElement(properties, qn("w:tblCellMar"))
    for side in ("left", "right"):
        etree.SubElement(margins, qn(f"w:{side}"), {qn("w:w"): "0", qn("w:type"): "dxa"})
    grid = etree.SubElement(table, qn("w:tblGrid"))
    element = etree.SubElement(table, qn("w:tr"))
    for width, blocks in zip(columns, cells, strict=True):
        etree.SubElement(grid, qn("w:gridCol")).set(qn("w:w"), str(width))
        cell = etree.SubElement(element, qn("w:tc"))
        look = etree.SubElement(cell, qn("w:tcPr"))
        etree.SubElement(look, qn("w:tcW"), {qn("w:w"): str(width), qn("w:type"): "dxa"})
        etree.SubElement(look, qn("w:vAlign")).set(qn("w:val"), "center")
        cell.extend(list(blocks))
    return table
