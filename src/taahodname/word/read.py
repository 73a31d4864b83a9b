"""Reading a Word file into neutral blocks; what it cannot read it names and refuses, never drops."""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Iterable, Sequence

from lxml import etree
from msgspec.structs import replace

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Block, Document, Paragraph, Section, Which
from taahodname.units import twips_to_pt
from taahodname.word import package as packages
from taahodname.word.markup import Element, integer, is_on
from taahodname.word.names import prefixed, qn
from taahodname.word.package import Package
from taahodname.word.read_notes import Notes
from taahodname.word.read_numbering import numbering_of
from taahodname.word.read_sections import check_section, geometry, inherited, section, split
from taahodname.word.read_site import Shared
from taahodname.word.read_styles import DEFAULT_TAB, cascade
from taahodname.word.read_tables import read_table
from taahodname.word.read_text import Story, read_paragraph, read_whole
from taahodname.word.read_written import Written

_IGNORED = {
    "w:sectPr",
    "w:bookmarkStart",
    "w:bookmarkEnd",
    "w:proofErr",
    "w:permStart",
    "w:permEnd",
    "w:tcPr",
}
_KINDS: dict[str, Which] = {"first": "first", "even": "even"}
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
    root = package.seen(main)
    body = root.find(qn("w:body"))
    settings = _root(package, main, "settings")
    story = _story(package, settings)
    story.written = Written(package.parts[main], root)
    # Notes hold no story that holds them: the file is let go of as soon as it is read.
    story.notes = notes = Notes(replace(story), _blocks, settings)
    sections: list[Section] = []
    for own, props in split(body):
        sections.append(_section(own, props, story, sections[-1] if sections else None))
    first, core = sections[0], _root(package, "", "core-properties")
    return Document(
        blocks=first.blocks,
        page=first.page,
        headers=first.headers,
        footers=first.footers,
        title_page=first.title_page,
        even_pages=settings is not None and is_on(settings.find(qn("w:evenAndOddHeaders"))),
        title=_property(core, f"{_DUBLIN_CORE}title"),
        author=_property(core, f"{_DUBLIN_CORE}creator"),
        subject=_property(core, f"{_DUBLIN_CORE}subject"),
        watermark=story.watermark,
        date=_date(_property(core, f"{_TERMS}created")),
        numbers=first.numbers,
        frame=first.frame,
        following=tuple(sections[1:]),
        endnotes=tuple(notes.endnotes),
    )


def _story(package: Package, settings: Element | None) -> Story:
    styles = cascade(package)
    tab = None if settings is None else settings.find(qn("w:defaultTabStop"))
    return Story(
        package,
        package.main,
        styles,
        lists=numbering_of(package, styles.sheet) if package.related(package.main, "numbering") else None,
        read_blocks=_blocks,
        shared=Shared(package),
        default_tab=DEFAULT_TAB if tab is None else twips_to_pt(integer(tab, 720)),
    )


def _section(own: Sequence[Element], props: Element | None, story: Story, before: Section | None) -> Section:
    check_section(props, story.part)
    page = story.page = geometry(props)
    if isinstance(story.notes, Notes):
        story.notes.begin_section(props)
    blocks = _blocks(own, story)
    headers = inherited(
        _regions(story, props, "w:headerReference"), None if before is None else before.headers
    )
    footers = inherited(
        _regions(story, props, "w:footerReference"), None if before is None else before.footers
    )
    return section(blocks, props, page, headers, footers)


def _root(package: Package, main: str, kind: str) -> Element | None:
    parts = package.related(main, kind)
    return package.seen(parts[0]) if parts else None


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
    raw = None if story.written is None else story.written.paragraph(element)
    around: tuple[Hashable, ...] = (story.default_tab, *story.table)
    if story.written is None or raw is None:
        raw = etree.tostring(element, encoding="unicode", with_tail=False)
    else:
        around = (story.written.root, *around)
    return story.styles.patterns.read(element, raw, around, lambda: read_whole(element, story))


def _regions(story: Story, props: Element | None, tag: str) -> dict[Which, tuple[Block, ...]]:
    """Return the heads or feet by kind; the words of a watermark on one of them go to the story."""
    found: dict[Which, tuple[Block, ...]] = {}
    package = story.package
    targets = {relation.id: relation.target for relation in package.relations(package.main)}
    for reference in [] if props is None else props.findall(qn(tag)):
        kind = reference.get(qn("w:type"), "default")
        own = replace(
            story,
            part=targets.get(reference.get(qn("r:id"), ""), ""),
            watermark=None,
            notes=None,
            lists=None if story.lists is None else story.lists.anew(),
        )
        blocks = _blocks(package.seen(own.part), own)
        story.watermark = story.watermark or own.watermark
        found[_KINDS.get(kind, "default")] = blocks
    return found


def _date(text: str) -> datetime.date | None:
    """Return the day of a «created» property; one that is no date is as good as none."""
    try:
        return datetime.datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return None


def _property(core: Element | None, tag: str) -> str:
    element = None if core is None else core.find(tag)
    return "" if element is None else (element.text or "")
