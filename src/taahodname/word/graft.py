"""Sets a letter on a letterhead: its heads, feet, pictures and page, with the letter's words inside."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from lxml import etree

from taahodname.word import names
from taahodname.word.graft_fit import fit_tables, text_width
from taahodname.word.graft_marginals import (
    REFERENCES,
    TYPES,
    Marginal,
    Side,
    adopt,
    free_id,
    marginals,
    with_prefixes,
)
from taahodname.word.graft_material import Material, Which, prepare, prepare_package
from taahodname.word.graft_styles import put_styles
from taahodname.word.identities import renumber
from taahodname.word.markup import Element, parse, serialise
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
from taahodname.word.properties import insert, put, remove
from taahodname.word.styles import Styles

__all__ = ["Material", "graft", "join", "prepare", "prepare_package"]


def graft(body: bytes, letterhead: bytes) -> bytes:
    """Return a letter set on a letterhead.

    Args:
        body: the finished letter, a Word file.
        letterhead: the company's own paper, a Word file.

    Raises:
        WordFileError: when either cannot be opened safely.
        UnsupportedFeature: when the letterhead holds what cannot be carried.
    """
    return join(body, prepare(letterhead, "letterhead.docx"))


def join(body: bytes, material: Material) -> bytes:
    """Return a letter set on the material of a letterhead.

    The letter's own head and foot stay: they follow those of the letterhead on every kind of page.

    Args:
        body: the finished letter, a Word file.
        material: what `prepare` took from the letterhead.

    Raises:
        WordFileError: when the letter cannot be opened safely.
    """
    return join_package(read(body, "letter.docx"), material).to_bytes()


def join_package(package: Package, material: Material) -> Package:
    """Return a letter that is open already, set on the material of a letterhead; see `join`.

    Args:
        package: the finished letter.
        material: what `prepare` took from the letterhead.
    """
    return _Graft(package, material).result()


class _Graft:
    """One letter on its way to one letterhead."""

    def __init__(self, package: Package, material: Material) -> None:
        self.package = package
        self.material = material
        self.root = package.xml(package.main)
        self.relations = list(package.relations(package.main))
        self.updates: dict[str, bytes] = dict(material.media)
        self.overrides: dict[str, str] = {}

    def result(self) -> Package:
        main = self.package.main
        gone = {*self.package.related(main, "header"), *self.package.related(main, "footer")}
        sides: tuple[Side, Side] = ("header", "footer")
        built = {side: marginals(self.package, self.material, side) for side in sides}
        self.relations = [line for line in self.relations if line.target not in gone]
        self._open()
        sections = self._sections()
        self._set_pages(sections)
        for side, of_side in built.items():
            self._refer(sections[0], side, of_side)
        self._write_styles()
        self._write_settings()
        self._write_stories([marginal for of_side in built.values() for marginal in of_side.values()])
        return self._packed(gone)

    def _open(self) -> None:
        """Put what stands in the letterhead's body before the letter."""
        opening = self.material.opening
        if opening is None:
            return
        story = parse(opening.xml, self.package.main)
        self.relations.extend(adopt(story, opening.relations, {line.id for line in self.relations}))
        self.root = with_prefixes(self.root, story)
        body = self._body()
        for place, block in enumerate(list(story)):
            body.insert(place, block)

    def _body(self) -> Element:
        body = self.root.find(qn("w:body"))
        return etree.SubElement(self.root, qn("w:body")) if body is None else body

    def _sections(self) -> list[Element]:
        body = self._body()
        if body.find(qn("w:sectPr")) is None:
            etree.SubElement(body, qn("w:sectPr"))
        return list(body.iter(qn("w:sectPr")))

    def _set_pages(self, sections: list[Element]) -> None:
        before = text_width(sections[-1])
        for section in sections:
            self._set_page(section)
        after = text_width(sections[-1])
        if before is not None and after is not None:
            fit_tables(self._body(), before, after)

    def _set_page(self, section: Element) -> None:
        page = self.material.page
        for name, values in (("w:pgSz", page.size), ("w:pgMar", page.margins)):
            _update(section, name, values)
        remove(section, *REFERENCES.values(), "w:pgBorders", "w:titlePg")
        if page.borders is not None:
            insert(section, parse(page.borders, "w:pgBorders"))
        if page.title_page:
            put(section, "w:titlePg")
        put(section, "w:bidi")

    def _refer(self, section: Element, side: Side, built: Mapping[Which, Marginal]) -> None:
        # The first section alone: later ones take over what it has.
        for which, marginal in built.items():
            wish = f"rIdLetterhead{side.title()}{which.title()}"
            identifier = free_id(wish, {line.id for line in self.relations})
            self.relations.append(Relation(identifier, names.relation_type(side), marginal.name))
            self.overrides[marginal.name] = TYPES[side]
            reference = etree.Element(qn(REFERENCES[side]))
            reference.set(qn("w:type"), which)
            reference.set(qn("r:id"), identifier)
            insert(section, reference)

    def _write_styles(self) -> None:
        part, sheet = self._part("styles")
        put_styles(sheet, self.material.styles, Styles(sheet))
        self.updates[part] = serialise(sheet)

    def _write_settings(self) -> None:
        part, setup = self._part("settings")
        page = self.material.page
        for name, wanted in (("w:evenAndOddHeaders", page.even_pages), ("w:mirrorMargins", page.mirrored)):
            remove(setup, name)
            if wanted:
                put(setup, name)
        self.updates[part] = serialise(setup)

    def _part(self, kind: str) -> tuple[str, Element]:
        """Return the name and the root of the styles or the settings, made where the letter has none."""
        found = next(iter(self.package.related(self.package.main, kind)), None)
        if found is not None:
            return found, self.package.xml(found)
        part = posixpath.join(posixpath.dirname(self.package.main), f"{kind}.xml")
        identifier = free_id(f"rId{kind.title()}", {line.id for line in self.relations})
        self.relations.append(Relation(identifier, names.relation_type(kind), part))
        self.overrides[part] = f"{names.WORD_TYPE}.{kind}+xml"
        return part, etree.Element(qn(f"w:{kind}"), nsmap={"w": names.NAMESPACES["w"]})

    def _write_stories(self, built: list[Marginal]) -> None:
        renumber([self.root, *(marginal.root for marginal in built)])
        self.updates[self.package.main] = serialise(self.root)
        self.updates[rels_name(self.package.main)] = relations_part(self.relations)
        for marginal in built:
            self.updates[marginal.name] = serialise(marginal.root)
            if marginal.relations:
                self.updates[rels_name(marginal.name)] = relations_part(marginal.relations)

    def _packed(self, gone: set[str]) -> Package:
        types = with_types(self.package, defaults=self.material.types, overrides=self.overrides, drop=gone)
        self.updates[CONTENT_TYPES] = types
        return self.package.replace(self.updates, drop={*gone, *map(rels_name, gone)})


def _update(section: Element, name: str, values: Mapping[str, str]) -> None:
    """Set attributes of a property of a section; those not given stay."""
    if not values:
        return
    old = section.find(qn(name))
    kept = {} if old is None else {str(key): str(value) for key, value in old.attrib.items()}
    element = put(section, name)
    for key, value in {**kept, **values}.items():
        element.set(key, value)
