"""Reading a Word file into neutral blocks; what it cannot read it names and refuses, never drops."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Block, Document, PageGeometry, Paragraph, Which
from taahodname.units import Pt, twips_to_pt
from taahodname.word import package as packages
from taahodname.word.markup import Element, is_on
from taahodname.word.names import prefixed, qn
from taahodname.word.package import Package
from taahodname.word.read_kept import kept_paragraph
from taahodname.word.read_styles import Cascade, cascade
from taahodname.word.read_tables import read_table
from taahodname.word.read_text import Story, read_paragraph

_IGNORED = {
    "w:sectPr",
    "w:bookmarkStart",
    "w:bookmarkEnd",
    "w:proofErr",
    "w:permStart",
    "w:permEnd",
    "w:tcPr",
}
_A4_WIDTH, _A4_HEIGHT = 11906, 16838  # twips
_INCH = 1440
_HALF_INCH = 720
_REFUSED_SECTION = {"w:pgBorders": "کادر دور صفحه", "w:lnNumType": "شمارهٔ سطرها"}
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


def read(data: bytes, name: str = "document.docx") -> Document:
    """Return a Word file as a document of blocks.

    Args:
        data: the file.
        name: its name, for messages.

    Raises:
        WordFileError: when it is no Word file that can be opened safely.
        UnsupportedFeature: when it holds something the reader does not know.
    """
    return read_package(packages.read(data, name))


def read_package(package: Package) -> Document:
    """Return a Word file that is open already as a document of blocks; see `read`."""
    main = package.main
    styles = cascade(package)
    root = package.xml(main)
    body = root.find(qn("w:body"))
    story = Story(package, main, styles)
    blocks = _blocks([] if body is None else body, story)
    section = None if body is None else body.find(qn("w:sectPr"))
    _check_section(section, main)
    headers, mark = _regions(package, section, "w:headerReference", styles)
    footers, foot_mark = _regions(package, section, "w:footerReference", styles)
    settings = _root(package, main, "settings")
    return Document(
        blocks=blocks,
        page=_geometry(section),
        headers=headers,
        footers=footers,
        title_page=section is not None and is_on(section.find(qn("w:titlePg"))),
        even_pages=settings is not None and is_on(settings.find(qn("w:evenAndOddHeaders"))),
        title=_property(package, f"{_DUBLIN_CORE}title"),
        author=_property(package, f"{_DUBLIN_CORE}creator"),
        subject=_property(package, f"{_DUBLIN_CORE}subject"),
        watermark=story.watermark or mark or foot_mark,
        date=_date(_property(package, f"{_TERMS}created")),
    )


def _root(package: Package, main: str, kind: str) -> Element | None:
    parts = package.related(main, kind)
    return package.xml(parts[0]) if parts else None


def _blocks(parent: Iterable[Element], story: Story) -> tuple[Block, ...]:
    found: list[Block] = []
    for child in parent:
        if not isinstance(child.tag, str):
            continue
        tag = prefixed(child.tag)
        if tag == "w:p":
            found.append(_paragraph(child, story))
        elif tag == "w:tbl":
            found.append(read_table(child, story, _blocks))
        elif tag == "w:sdt":
            content = child.find(qn("w:sdtContent"))
            found += _blocks([] if content is None else content, story)
        elif tag == "w:customXml":
            found += _blocks(child, story)
        elif tag not in _IGNORED:
            raise UnsupportedFeature(tag, story.part, "")
    return tuple(found)


def _paragraph(element: Element, story: Story) -> Paragraph:
    if story.styles.numbers:
        return read_paragraph(element, story)
    return kept_paragraph(element, story.styles.paragraphs, lambda: read_paragraph(element, story))


def _check_section(section: Element | None, part: str) -> None:
    if section is None:
        return
    for tag, label in _REFUSED_SECTION.items():
        if section.find(qn(tag)) is not None:
            raise UnsupportedFeature(f"{label} ({tag})", part, "")
    columns = section.find(qn("w:cols"))
    if columns is not None and columns.get(qn("w:num"), "1") != "1":
        raise UnsupportedFeature("متن چندستونی (w:cols)", part, "")
    numbers = section.find(qn("w:pgNumType"))
    if numbers is not None and numbers.get(qn("w:start"), "1") != "1":
        raise UnsupportedFeature("آغاز شمارهٔ صفحه (w:pgNumType)", part, "")


def _regions(
    package: Package, section: Element | None, tag: str, styles: Cascade
) -> tuple[dict[Which, tuple[Block, ...]], str | None]:
    """Return the heads or feet by kind, and the words of a watermark that hangs on one of them."""
    found: dict[Which, tuple[Block, ...]] = {}
    mark: str | None = None
    targets = {relation.id: relation.target for relation in package.relations(package.main)}
    for reference in [] if section is None else section.findall(qn(tag)):
        kind = reference.get(qn("w:type"), "default")
        part = targets.get(reference.get(qn("r:id"), ""), "")
        story = Story(package, part, styles)
        blocks = _blocks(package.xml(part), story)
        mark = mark or story.watermark
        if kind == "first":
            found["first"] = blocks
        elif kind == "even":
            found["even"] = blocks
        else:
            found["default"] = blocks
    return found, mark


def _geometry(section: Element | None) -> PageGeometry:
    size = None if section is None else section.find(qn("w:pgSz"))
    margins = None if section is None else section.find(qn("w:pgMar"))

    def length(element: Element | None, name: str, default: int) -> Pt:
        value = None if element is None else element.get(qn(name))
        return twips_to_pt(float(default if value is None else value))

    gutter = length(margins, "w:gutter", 0)
    return PageGeometry(
        width=length(size, "w:w", _A4_WIDTH),
        height=length(size, "w:h", _A4_HEIGHT),
        top=Pt(abs(length(margins, "w:top", _INCH))),
        right=length(margins, "w:right", _INCH),
        bottom=Pt(abs(length(margins, "w:bottom", _INCH))),
        left=Pt(length(margins, "w:left", _INCH) + gutter),
        header=length(margins, "w:header", _HALF_INCH),
        footer=length(margins, "w:footer", _HALF_INCH),
        rtl=section is not None and is_on(section.find(qn("w:bidi"))),
    )


def _date(text: str) -> datetime.date | None:
    """Return the day of a «created» property; one that is no date is as good as none."""
    try:
        return datetime.datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return None


def _property(package: Package, tag: str) -> str:
    parts = package.related("", "core-properties")
    if not parts:
        return ""
    element = package.xml(parts[0]).find(tag)
    return "" if element is None else (element.text or "")
