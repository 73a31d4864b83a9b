"""Takes out of a letterhead what a letter needs of it: heads, feet, pictures, styles, its page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

import msgspec
from msgspec import Struct

from taahodname.errors import UnsupportedFeature
from taahodname.word import notes
from taahodname.word.graft_shapes import settle
from taahodname.word.graft_styles import Carried, Carrier
from taahodname.word.graft_theme import Theme, resolve, theme_of
from taahodname.word.markup import Element, bare_copy, is_on, own_text, parse, serialise, shorten
from taahodname.word.names import qn
from taahodname.word.package import Package, Relation, read
from taahodname.word.properties import first_child, put
from taahodname.word.styles import styles_of, styles_part

Which = Literal["default", "first", "even"]

PART_MARK = "letterhead"
"""Begins the name of every part that comes with a letterhead."""

_REFUSED: Mapping[str, str] = {
    "w:numPr": "فهرست شماره‌دار، list",
    "w:object": "شیء جاسازی‌شده، embedded object",
    "o:OLEObject": "شیء جاسازی‌شده، embedded object",
    "w:control": "کنترل ActiveX",
    "c:chart": "نمودار، chart",
    "dgm:relIds": "نمودار SmartArt",
    "w:altChunk": "فایل درون فایل، altChunk",
    "w:subDoc": "فایل درون فایل، subdocument",
    "w:footnoteReference": "پانویس، footnote",
    "w:endnoteReference": "یادداشت پایانی، endnote",
    "w:commentReference": "یادداشت بازبینی، comment",
    "w:contentPart": "دست‌نوشته، ink",
}
_CARRIED_RELATIONS = frozenset({"image", "hyperlink"})
_CONTENT = ("w:drawing", "w:pict", "w:fldChar", "w:fldSimple", "w:sym")


class Story(Struct, frozen=True):
    """A head, a foot, or what stands in the letterhead's body.

    Attributes:
        xml: its root element.
        relations: what it refers to; parts are named as they will be in the letter.
    """

    xml: bytes
    relations: tuple[Relation, ...] = ()


class Page(Struct, frozen=True):
    """The shape of a letterhead's page.

    Attributes:
        size: the attributes of `w:pgSz`; empty to keep the letter's own.
        margins: the attributes of `w:pgMar`; those that are missing are the letter's own.
        borders: `w:pgBorders` as XML, or None.
        title_page: the first page has a head and a foot of its own.
        even_pages: so have the even pages.
        mirrored: left and right change places on even pages.
    """

    size: Mapping[str, str] = msgspec.field(default_factory=dict)
    margins: Mapping[str, str] = msgspec.field(default_factory=dict)
    borders: bytes | None = None
    title_page: bool = False
    even_pages: bool = False
    mirrored: bool = False

    @property
    def kinds(self) -> tuple[Which, ...]:
        """The kinds of head and foot that are seen."""
        first: tuple[Which, ...] = ("first",) if self.title_page else ()
        even: tuple[Which, ...] = ("even",) if self.even_pages else ()
        return ("default", *first, *even)


@dataclass(frozen=True, slots=True)
class Material:
    """All that a letterhead gives, read once and put on any number of letters.

    Attributes:
        page: the shape of its page.
        headers, footers: by kind; a kind that is missing is empty.
        opening: what stands in its body, to go before the letter; None when there is nothing.
        styles: the styles all these use.
        media: pictures by the name of their part.
        types: content types by the ending of a picture's name.
        notes: what is to be told.
        feet: a block, as XML, that comes below the letter's own foot, by kind; where the artwork needs more
            room on one kind of page than on another.
        wording: how it came about, where only its words are its own; a copy by `replace` has none.
    """

    page: Page
    headers: Mapping[Which, Story] = field(default_factory=dict)
    footers: Mapping[Which, Story] = field(default_factory=dict)
    opening: Story | None = None
    styles: Carried = field(default_factory=Carried)
    media: Mapping[str, bytes] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[notes.Note, ...] = ()
    feet: Mapping[Which, bytes] = field(default_factory=dict)
    wording: Wording | None = field(default=None, init=False, compare=False, repr=False)

    def worded_by(self, wording: Wording) -> None:
        """Note how this letterhead came about; for `wording.worded` alone, before anybody has it."""
        object.__setattr__(self, "wording", wording)


class Wording(Struct, frozen=True):
    """A letterhead that many have, and the words of one of them.

    Attributes:
        pattern: with marks in its heads and feet.
        words: runs as XML, by the number of their mark.
    """

    pattern: Material
    words: tuple[str, ...]


def prepare(data: bytes, name: str) -> Material:
    """Read a letterhead.

    Args:
        data: a Word file.
        name: its name, for messages.

    Raises:
        WordFileError: when it cannot be opened safely.
        UnsupportedFeature: when it holds what cannot be carried into another letter.
    """
    return prepare_package(read(data, name))


def prepare_package(package: Package) -> Material:
    """Read a letterhead that is open already; see `prepare`."""
    return _Reader(package).material()


class _Reader:
    """Goes through one letterhead and gathers its material."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main
        self.root = package.xml(self.main)
        sheet = styles_of(package)
        self.theme: Theme = theme_of(package)
        self.carrier = Carrier(sheet, self.theme, styles_part(package) or "word/styles.xml")
        self.media: dict[str, bytes] = {}
        self.types: dict[str, str] = {}
        self.notes: list[notes.Note] = []

    def material(self) -> Material:
        section = self._section()
        page = self._page(section)
        references = {"headers": "w:headerReference", "footers": "w:footerReference"}
        stories = {kind: self._marginal(section, page, name) for kind, name in references.items()}
        opening = self._opening()
        self._tell_background()
        self._tell_page_numbers(stories["footers"].values())
        return Material(
            page=page,
            headers=MappingProxyType(stories["headers"]),
            footers=MappingProxyType(stories["footers"]),
            opening=opening,
            styles=self.carrier.carried(),
            media=MappingProxyType(self.media),
            types=MappingProxyType(self.types),
            notes=tuple(self.notes),
        )

    def _section(self) -> Element | None:
        sections = list(self.root.iter(qn("w:sectPr")))
        if len(sections) > 1:
            self.notes.append(notes.SECTIONS)
        return sections[0] if sections else None

    def _page(self, section: Element | None) -> Page:
        settings = next(iter(self.package.related(self.main, "settings")), None)
        setup = None if settings is None else self.package.xml(settings)
        borders = None if section is None else section.find(qn("w:pgBorders"))
        if borders is not None:
            resolve(borders, self.theme)
        return Page(
            size=_attributes(section, "w:pgSz"),
            margins=_attributes(section, "w:pgMar"),
            borders=None if borders is None else serialise(borders),
            title_page=section is not None and is_on(section.find(qn("w:titlePg"))),
            even_pages=setup is not None and is_on(setup.find(qn("w:evenAndOddHeaders"))),
            mirrored=setup is not None and is_on(setup.find(qn("w:mirrorMargins"))),
        )

    def _marginal(self, section: Element | None, page: Page, name: str) -> dict[Which, Story]:
        if section is None:
            return {}
        targets = {line.id: line.target for line in self.package.relations(self.main)}
        stories: dict[Which, Story] = {}
        for reference in section.findall(qn(name)):
            part = targets.get(reference.get(qn("r:id"), ""), "")
            for which in page.kinds:
                if part in self.package.parts and reference.get(qn("w:type"), "default") == which:
                    stories[which] = self._story(self.package.xml(part), part)
        return stories

    def _story(self, root: Element, part: str) -> Story:
        _refuse_unknown(root, part)
        for binding in list(root.iter(qn("w:dataBinding"))):
            # Bound to the letterhead's own properties, which stay behind: Word would blank what is shown.
            _drop(binding)
        for table in root.iter(qn("w:tbl")):
            _hold_direction(first_child(table, "w:tblPr"))
        settle(root, self.package)
        resolve(root, self.theme)
        self.carrier.rename(root)
        relations = [
            self._relation(line, part) for line in self.package.relations(part) if _is_used(line, root)
        ]
        return Story(serialise(root), tuple(relations))

    def _relation(self, line: Relation, part: str) -> Relation:
        if line.kind not in _CARRIED_RELATIONS:
            raise UnsupportedFeature(f"پیوند ناشناخته، relation ({line.kind})", part, "")
        if line.external:
            return line
        leaf = f"{PART_MARK}-{line.target.replace('/', '-')}"
        target = posixpath.join(posixpath.dirname(self.main), "media", leaf)
        if line.target not in self.package.parts:
            raise UnsupportedFeature("تصویر گم‌شده، missing picture", part, posixpath.basename(line.target))
        self.media[target] = self.package.parts[line.target]
        self.types[posixpath.splitext(target)[1][1:].lower()] = self.package.content_type(line.target)
        return Relation(line.id, line.type, target)

    def _opening(self) -> Story | None:
        body = self.root.find(qn("w:body"))
        if body is None:
            return None
        blocks = [block for block in body if block.tag != qn("w:sectPr")]
        while blocks and not has_content(blocks[-1]):
            blocks.pop()
        if not blocks:
            return None
        holder = bare_copy(self.root)
        holder.extend(blocks)
        inner = next(holder.iter(qn("w:sectPr")), None)
        if inner is not None:
            raise UnsupportedFeature(
                "پایان بخش، section break (w:sectPr)", self.main, shorten(_words(holder))
            )
        self.notes.append(notes.BODY)
        return self._story(holder, self.main)

    def _tell_background(self) -> None:
        if self.root.find(qn("w:background")) is not None:
            self.notes.append(notes.BACKGROUND)

    def _tell_page_numbers(self, footers: Iterable[Story]) -> None:
        if any(_numbers_pages(parse(story.xml, "footer")) for story in footers):
            self.notes.append(notes.PAGE_NUMBER)


def _refuse_unknown(root: Element, part: str) -> None:
    for name, shown in _REFUSED.items():
        found = next((element for element in root.iter(qn(name)) if not _is_no_list(element)), None)
        if found is None:
            continue
        around = found if found.tag == qn("w:p") else next(found.iterancestors(qn("w:p")), None)
        near = "" if around is None else shorten(own_text(around))
        raise UnsupportedFeature(f"{shown} ({name})", part, near)


def _hold_direction(properties: Element) -> None:
    """Say that a table runs left to right where nothing is said: LibreOffice asks the letter's section."""
    if properties.find(qn("w:bidiVisual")) is None:
        put(properties, "w:bidiVisual", val="0")


def _numbers_pages(root: Element) -> bool:
    fields = [found.text or "" for found in root.iter(qn("w:instrText"))]
    fields += [found.get(qn("w:instr"), "") for found in root.iter(qn("w:fldSimple"))]
    return any(word == "PAGE" for instruction in fields for word in instruction.split())


def _is_no_list(element: Element) -> bool:
    """Tell whether a numbering only switches off what a style would number."""
    number = element.find(qn("w:numId"))
    return number is not None and number.get(qn("w:val")) == "0"


def _is_used(line: Relation, root: Element) -> bool:
    return any(line.id in element.attrib.values() for element in root.iter())


_NO_LINE = frozenset({None, "nil", "none"})


def has_content(block: Element) -> bool:
    """Tell whether a block shows anything: words, a picture, a field, a table or a line of its own border."""
    if block.tag == qn("w:tbl") or _words(block).strip():
        return True
    # The line below a letterhead is often the border of a paragraph with nothing in it.
    borders = block.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    if borders is not None and any(one.get(qn("w:val")) not in _NO_LINE for one in borders):
        return True
    return next(block.iter(*(qn(name) for name in _CONTENT)), None) is not None


def _words(block: Element) -> str:
    return "".join(text.text or "" for text in block.iter(qn("w:t")))


def _attributes(section: Element | None, name: str) -> Mapping[str, str]:
    found = None if section is None else section.find(qn(name))
    if found is None:
        return {}
    return MappingProxyType({str(key): str(value) for key, value in found.attrib.items()})


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
