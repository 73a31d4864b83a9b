"""Joins the heads and feet of a letterhead with those of the letter that is set on it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import Literal

from lxml import etree
from msgspec import Struct, field

from taahodname.word import names
from taahodname.word.graft_material import PART_MARK, Material, Story, Which, has_content
from taahodname.word.markup import Element, bare_copy, parse
from taahodname.word.names import qn
from taahodname.word.package import Package, Relation

Side = Literal["header", "footer"]

REFERENCES: Mapping[Side, str] = {"header": "w:headerReference", "footer": "w:footerReference"}
"""What a section calls its heads and feet."""
TYPES: Mapping[Side, str] = {"header": names.HEADER_TYPE, "footer": names.FOOTER_TYPE}
"""Their content types."""

_ROOTS: Mapping[Side, str] = {"header": "w:hdr", "footer": "w:ftr"}
_IGNORABLE = qn("mc:Ignorable")
_RELATIONS = qn("r:id").removesuffix("id")


class Marginal(Struct):
    """A head or a foot under construction.

    Attributes:
        name: the name its part will have.
        root: its root element.
        relations: what it refers to.
    """

    name: str
    root: Element
    relations: list[Relation] = field(default_factory=list)


def marginals(package: Package, material: Material, side: Side) -> dict[Which, Marginal]:
    """Return the heads or the feet of the new letter: the letterhead's, each followed by the letter's own.

    Args:
        package: the letter.
        material: the letterhead.
        side: «header» or «footer».
    """
    stories = material.headers if side == "header" else material.footers
    own = _own(package, side)
    result: dict[Which, Marginal] = {}
    for which in material.page.kinds:
        name = posixpath.join(posixpath.dirname(package.main), f"{PART_MARK}-{side}-{which}.xml")
        marginal = _begin(name, stories.get(which), side)
        source = own.get(which) or own.get("default")
        if source is not None:
            _append(marginal, package.xml(source), package.relations(source))
        if side == "footer" and which in material.feet:
            marginal.root.append(parse(material.feet[which], name))
        if len(marginal.root) == 0:
            etree.SubElement(marginal.root, qn("w:p"))
        result[which] = marginal
    return result


def _own(package: Package, side: Side) -> dict[str, str]:
    """Return the letter's own heads or feet by kind, those that show something."""
    targets = {line.id: line.target for line in package.relations(package.main)}
    found: dict[str, str] = {}
    for section in package.xml(package.main).iter(qn("w:sectPr")):
        for reference in section.findall(qn(REFERENCES[side])):
            part = targets.get(reference.get(qn("r:id"), ""), "")
            if part in package.parts and any(map(has_content, package.xml(part))):
                found.setdefault(reference.get(qn("w:type"), "default"), part)
    return found


def _begin(name: str, story: Story | None, side: Side) -> Marginal:
    if story is None:
        prefixes = {prefix: names.NAMESPACES[prefix] for prefix in ("w", "r")}
        return Marginal(name, etree.Element(qn(_ROOTS[side]), nsmap=prefixes))
    return Marginal(name, parse(story.xml, name), list(story.relations))


def _append(marginal: Marginal, source: Element, relations: Iterable[Relation]) -> None:
    """Put the letter's own blocks after those of the letterhead, whose empty end gives way."""
    while len(marginal.root) and not has_content(marginal.root[-1]):
        marginal.root.remove(marginal.root[-1])
    marginal.relations.extend(adopt(source, relations, {line.id for line in marginal.relations}))
    marginal.root = with_prefixes(marginal.root, source)
    marginal.root.extend(list(source))


def with_prefixes(root: Element, guest: Element) -> Element:
    """Return a root that also knows the prefixes of another, with all that it holds moved over.

    Word reads some values by prefix («Requires="wps"»), which moving an element alone would lose.

    Args:
        root: the root, left empty.
        guest: the other one.
    """
    joined = bare_copy(root, guest)
    ignorable = [*root.get(_IGNORABLE, "").split(), *guest.get(_IGNORABLE, "").split()]
    if ignorable:
        joined.set(_IGNORABLE, " ".join(dict.fromkeys(ignorable)))
    joined.extend(list(root))
    return joined


def adopt(root: Element, relations: Iterable[Relation], taken: Iterable[str]) -> list[Relation]:
    """Give the relations of a piece new identifiers that are free where it goes.

    Args:
        root: the piece; its references are changed in place.
        relations: what it refers to.
        taken: the identifiers in use where it goes.

    Returns:
        The relations under their new identifiers.
    """
    used = set(taken)
    new_ids: dict[str, str] = {}
    adopted: list[Relation] = []
    for line in relations:
        new_ids[line.id] = free_id(f"{line.id}Letterhead", used)
        used.add(new_ids[line.id])
        adopted.append(Relation(new_ids[line.id], line.type, line.target, line.external))
    for element in root.iter():
        for key, value in element.attrib.items():
            if str(key).startswith(_RELATIONS) and str(value) in new_ids:
                element.set(str(key), new_ids[str(value)])
    return adopted


def free_id(wish: str, taken: Iterable[str]) -> str:
    """Return an identifier, with a number after it where it is taken."""
    used, free, count = set(taken), wish, 1
    while free in used:
        count += 1
        free = f"{wish}{count}"
    return free
