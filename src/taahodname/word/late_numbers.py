"""Numbers bookmarks, drawings and content controls in text, as `identities.renumber` does in elements."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree
from msgspec import Struct

from taahodname.word.identities import OLD_SHAPES, SHAPE_NAMES, free_name, renumber
from taahodname.word.markup import Element
from taahodname.word.metadata import LAST_PLACE
from taahodname.word.names import qn

# Signs of no meaning of their own; a form that holds one is filled in the plain way (`marked.mark`).
_CONTROL, _DRAWING, _START, _END = "\ue006", "\ue007", "\ue008", "\ue009"
_BOOKMARK, _SHAPES = "\ue00a", ("\ue00b", "\ue00c")
# What a value between double quotes says otherwise, as lxml writes it; `xml.sax.saxutils` does the same, but
# loads the network's modules with it.
_IN_QUOTES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
_MARK = re.compile('"([\ue006-\ue00c])([^"]*)"')


class Count(Struct, frozen=True):
    """What the main part holds of numbered things; those of heads and feet are counted on from there.

    Attributes:
        names: of its bookmarks.
        shapes: of its VML shapes, by each attribute that holds one.
        drawings: how many it has.
        controls: how many content controls with a number of their own.
    """

    names: tuple[str, ...] = ()
    shapes: tuple[tuple[str, ...], ...] = ()
    drawings: int = 0
    controls: int = 0


def hide_names(root: Element) -> tuple[str, ...]:
    """Put a mark in the place of every name of a bookmark or a shape, and return the names.

    Two that exclude each other in a form may have one name, which is not to be changed before it is filled.

    Args:
        root: the main part, changed in place.
    """
    names: list[str] = []

    def hide(element: Element, attribute: str, sign: str, name: str) -> None:
        element.set(attribute, f"{sign}{len(names)}")
        names.append(name)

    for start in root.iter(qn("w:bookmarkStart")):
        name = start.get(qn("w:name"), "bookmark")
        if name != LAST_PLACE:  # it goes before anything is numbered
            hide(start, qn("w:name"), _BOOKMARK, name)
    for shape in root.iter(*OLD_SHAPES):
        for attribute, sign in zip(SHAPE_NAMES, _SHAPES, strict=True):
            if name := shape.get(attribute, ""):
                hide(shape, attribute, sign, name)
    return tuple(names)


def hide_numbers(root: Element) -> None:
    """Put marks where numbers will stand, so that loops may repeat them.

    Args:
        root: the main part, changed in place.
    """
    for start in root.iter(qn("w:bookmarkStart")):
        start.set(qn("w:id"), f"{_START}{start.get(qn('w:id'), '')}")
    for end in root.iter(qn("w:bookmarkEnd")):
        end.set(qn("w:id"), f"{_END}{end.get(qn('w:id'), '')}")
    for drawing in root.iter(qn("wp:docPr")):
        drawing.set("id", _DRAWING)
    for control in root.iter(qn("w:sdtPr")):
        for identifier in control.findall(qn("w:id")):
            identifier.set(qn("w:val"), _CONTROL)


class _Numbers:
    """The count on its way through one main part; see `identities`."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.given: dict[str, list[str]] = {sign: [] for sign in (_BOOKMARK, *_SHAPES)}
        self.taken: dict[str, set[str]] = {sign: set() for sign in self.given}
        self.current: dict[str, str] = {}
        self.starts = self.drawings = self.controls = 0

    def of(self, match: re.Match[str]) -> str:
        kind, old = match.groups()
        if kind in self.given:
            name = free_name(self.names[int(old)], self.taken[kind])
            self.given[kind].append(name)
            return f'"{name.translate(_IN_QUOTES)}"'
        return f'"{self._number(kind, old)}"'

    def _number(self, kind: str, old: str) -> str:
        if kind == _START:
            self.current[old] = str(self.starts)
            self.starts += 1
            return self.current[old]
        if kind == _END:
            return self.current.get(old, old)
        if kind == _DRAWING:
            self.drawings += 1
            return str(self.drawings)
        self.controls += 1
        return str(self.controls)


def number(text: str, names: Sequence[str]) -> tuple[str, Count]:
    """Return a finished main part with all numbers and names set, and what it holds of them.

    Args:
        text: the part, with the marks of `hide_names` and `hide_numbers`.
        names: what `hide_names` returned.
    """
    numbers = _Numbers(names)
    numbered = _MARK.sub(numbers.of, text)
    shapes = tuple(tuple(numbers.given[sign]) for sign in _SHAPES)
    return numbered, Count(tuple(numbers.given[_BOOKMARK]), shapes, numbers.drawings, numbers.controls)


def number_behind(count: Count, roots: Sequence[Element]) -> None:
    """Number heads and feet, on from what the main part holds.

    Args:
        count: of the main part.
        roots: the heads and feet, changed in place.
    """
    main = etree.Element(qn("w:body"))
    for name in count.names:
        etree.SubElement(main, qn("w:bookmarkStart")).set(qn("w:name"), name)
    for attribute, names in zip(SHAPE_NAMES, count.shapes, strict=False):
        for name in names:
            etree.SubElement(main, OLD_SHAPES[0]).set(attribute, name)
    for _ in range(count.drawings):
        etree.SubElement(main, qn("wp:docPr"))
    for _ in range(count.controls):
        etree.SubElement(etree.SubElement(main, qn("w:sdtPr")), qn("w:id"))
    renumber([main, *roots])
