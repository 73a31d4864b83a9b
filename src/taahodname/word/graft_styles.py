"""Brings the styles a letterhead uses into another letter, under names of their own and looking as they did.

A paragraph style rests on its document's defaults, and inside a table on the table's style as well. Both stay
behind, so each chain of styles gets a root of its own that says what they said; a style that is used in
tables of different looks comes once for each.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator

from lxml import etree
from msgspec import Struct, field

from taahodname.errors import UnsupportedFeature
from taahodname.word.graft_defaults import overlay, unsaid
from taahodname.word.graft_theme import Theme, resolve
from taahodname.word.markup import Element, parse, serialise
from taahodname.word.names import qn
from taahodname.word.properties import first_child, put
from taahodname.word.styles import LETTERHEAD_STYLES, Styles

_ROOT = "defaults"
_PLAIN_TABLE = "table"
_CELL_MARGIN = "108"
_CARRIED = ("w:basedOn", "w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblStylePr")
_TEXT_BOX = qn("w:txbxContent")


class Carried(Struct, frozen=True):
    """The styles of a letterhead, ready to be put into any letter.

    Attributes:
        styles: `w:style` elements, as XML.
        roots: for each root style: its identifier, and the `w:pPr` and `w:rPr` it stands for, as XML.
    """

    styles: tuple[bytes, ...] = ()
    roots: tuple[tuple[str, bytes, bytes], ...] = ()

    def elements(self, host: Styles) -> Iterator[Element]:
        """Yield the styles for a letter with defaults of its own, which the roots undo.

        Args:
            host: the style sheet of that letter.
        """
        for identifier, paragraph, run in self.roots:
            style = _new_style("paragraph", identifier)
            for name, data in (("w:pPr", paragraph), ("w:rPr", run)):
                style.append(overlay(unsaid(host.defaults(name), name), parse(data, name), name))
            yield style
        for data in self.styles:
            yield parse(data, "styles")


class Carrier(Struct):
    """Renames the styles in parts of a letterhead, and remembers which are used.

    Attributes:
        sheet: the letterhead's own style sheet.
        theme: its theme.
        part: the name of its styles part, for messages.
    """

    sheet: Styles
    theme: Theme
    part: str
    _roots: dict[str, tuple[str, bytes, bytes]] = field(default_factory=dict)
    _styles: dict[str, bytes] = field(default_factory=dict)

    def rename(self, root: Element) -> None:
        """Point every paragraph, run and table of a part to the carried styles; changes it in place."""
        for table in root.iter(qn("w:tbl")):
            put(
                first_child(table, "w:tblPr"),
                "w:tblStyle",
                val=self._table(_named(table, "w:tblPr", "w:tblStyle")),
            )
        for paragraph in root.iter(qn("w:p")):
            style = _named(paragraph, "w:pPr", "w:pStyle") or self.sheet.default("paragraph")
            around = self._table_around(paragraph)
            put(first_child(paragraph, "w:pPr"), "w:pStyle", val=self._paragraph(style, around))
        for style_name in list(root.iter(qn("w:rStyle"))):
            identifier = self._character(style_name.get(qn("w:val"), ""))
            if identifier:
                style_name.set(qn("w:val"), identifier)
            else:
                _drop(style_name)

    def carried(self) -> Carried:
        """Return all styles met so far."""
        return Carried(tuple(self._styles.values()), tuple(self._roots.values()))

    def _table_around(self, paragraph: Element) -> str | None:
        """Return the style of the table a paragraph stands in, where it says something of paragraphs."""
        for element in paragraph.iterancestors():
            if element.tag == _TEXT_BOX:
                return None
            if element.tag == qn("w:tbl"):
                # The table was renamed before: the prefix leads back to the letterhead's own name.
                name = _named(element, "w:tblPr", "w:tblStyle") or ""
                style = name.removeprefix(LETTERHEAD_STYLES)
                speaks = any(_speaks_of_text(link) for link in self.sheet.chain(style))
                return style if speaks else None
        return None

    def _paragraph(self, style: str | None, around: str | None) -> str:
        suffix = f"_in_{around}" if around else ""
        root = self._root(around, suffix)
        identifier = root
        for link in reversed(list(self.sheet.chain(style))):
            below = identifier
            identifier = f"{LETTERHEAD_STYLES}{link.get(qn('w:styleId'))}{suffix}"
            self._add("paragraph", identifier, link, below)
        return identifier

    def _root(self, around: str | None, suffix: str) -> str:
        identifier = f"{LETTERHEAD_STYLES}{_ROOT}{suffix}"
        if identifier not in self._roots:
            paragraph, run = (self._defaults(name, around) for name in ("w:pPr", "w:rPr"))
            self._roots[identifier] = (identifier, serialise(paragraph), serialise(run))
        return identifier

    def _defaults(self, name: str, around: str | None) -> Element:
        result = overlay(None, self.sheet.defaults(name), name)
        for link in reversed(list(self.sheet.chain(around))):
            result = overlay(result, link.find(qn(name)), name)
        resolve(result, self.theme)
        return result

    def _character(self, style: str) -> str:
        below = ""
        for link in reversed(list(self.sheet.chain(style))):
            if is_on_attribute(link, "w:default"):
                continue
            identifier = f"{LETTERHEAD_STYLES}{link.get(qn('w:styleId'))}"
            self._add("character", identifier, link, below)
            below = identifier
        return below

    def _table(self, style: str | None) -> str:
        chain = list(self.sheet.chain(style)) or list(self.sheet.chain(self.sheet.default("table")))
        if not chain:
            return self._plain_table()
        below = ""
        for link in reversed(chain):
            identifier = f"{LETTERHEAD_STYLES}{link.get(qn('w:styleId'))}"
            self._add("table", identifier, link, below)
            below = identifier
        return below

    def _plain_table(self) -> str:
        """Return a style for tables of a letterhead that defines none: Word's own cell margins."""
        identifier = f"{LETTERHEAD_STYLES}{_PLAIN_TABLE}"
        style = _new_style("table", identifier)
        margins = etree.SubElement(etree.SubElement(style, qn("w:tblPr")), qn("w:tblCellMar"))
        for side in ("left", "right"):
            etree.SubElement(margins, qn(f"w:{side}"), {qn("w:w"): _CELL_MARGIN, qn("w:type"): "dxa"})
        self._styles.setdefault(identifier, serialise(style))
        return identifier

    def _add(self, kind: str, identifier: str, model: Element, below: str) -> None:
        if identifier in self._styles:
            return
        if model.find(f".//{qn('w:numPr')}") is not None:
            name = model.find(qn("w:name"))
            shown = "" if name is None else name.get(qn("w:val"), "")
            raise UnsupportedFeature("فهرست شماره‌دار، list (w:numPr)", self.part, shown)
        style = _new_style(kind, identifier)
        for child in model:
            if child.tag == qn("w:basedOn") or child.tag not in {qn(name) for name in _CARRIED}:
                continue
            style.append(copy.deepcopy(child))
        if below:
            based = etree.Element(qn("w:basedOn"), {qn("w:val"): below})
            style.insert(1, based)
        resolve(style, self.theme)
        self._styles[identifier] = serialise(style)


def _new_style(kind: str, identifier: str) -> Element:
    style = etree.Element(
        qn("w:style"),
        {qn("w:type"): kind, qn("w:customStyle"): "1", qn("w:styleId"): identifier},
        nsmap={"w": qn("w:style")[1:].partition("}")[0]},
    )
    etree.SubElement(style, qn("w:name")).set(qn("w:val"), identifier.replace("_", " "))
    return style


def is_on_attribute(element: Element, name: str) -> bool:
    """Tell whether an on/off attribute is given and on."""
    return element.get(qn(name)) in {"1", "true", "on"}


def _named(element: Element, properties: str, name: str) -> str | None:
    found = element.find(f"{qn(properties)}/{qn(name)}")
    return None if found is None else found.get(qn("w:val"))


def _speaks_of_text(style: Element) -> bool:
    return any(len(found) for found in style.findall(qn("w:pPr")) + style.findall(qn("w:rPr")))


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def put_styles(sheet: Element, carried: Carried, host: Styles) -> None:
    """Add carried styles to a style sheet; ones of the same name give way.

    Args:
        sheet: the root of styles.xml, changed in place.
        carried: the styles of a letterhead.
        host: the same sheet, for questions.
    """
    new: Iterable[Element] = list(carried.elements(host))
    for style in new:
        old = host.get(style.get(qn("w:styleId"), ""))
        if old is not None:
            sheet.remove(old)
        sheet.append(style)
