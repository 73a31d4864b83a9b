"""Pages: dealt sheets get their head, foot, footnotes and floating pictures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from taahodname.paper.blocks import Document, PageGeometry, Section
from taahodname.typeset.dealing import Dealer, Sheet
from taahodname.typeset.floating import settle
from taahodname.typeset.flow import slabs
from taahodname.typeset.fonts import FontBook
from taahodname.typeset.frames import frame_marks
from taahodname.typeset.marginals import column_of, foot, head
from taahodname.typeset.marks import Anchor, Mark, PlaceMark, shift
from taahodname.typeset.notes import rule_slab
from taahodname.typeset.pieces import PageNumbers
from taahodname.typeset.slab import Column, Setting, Slab
from taahodname.typeset.structure import Artifact, Element

if TYPE_CHECKING:
    from taahodname.typeset.pdf_small import DrawnPage


class Place(NamedTuple):
    """Where a named paragraph or cell stands: the page from 1, and points from its top left corner."""

    page: int
    x: float
    y: float
    width: float
    height: float


class Page(Struct, frozen=True, gc=False):
    """One sheet: what lies behind the text, the head and foot, and the body, in points from the top left.

    Attributes:
        behind, margins, body: what is drawn, in this order.
        geometry: its own, where it is not that of the whole layout.
        numbers: what page-number fields say on it.
    """

    behind: tuple[Mark, ...]
    margins: tuple[Mark, ...]
    body: tuple[Mark, ...]
    geometry: PageGeometry | None = None
    numbers: PageNumbers = PageNumbers()


@dataclass(frozen=True, slots=True)
class Layout:
    """All sheets of a document, and the structure that the marks of their bodies are part of.

    Attributes:
        geometry: of the sheets, but for those that have their own.
        pages: the sheets.
        structure: what the marks are part of.
        drawn: the sheets as the finished PDF draws them, to be shown in small; none before it is finished.
    """

    geometry: PageGeometry
    pages: tuple[Page, ...]
    structure: Element = field(default_factory=lambda: Element("Document"))
    drawn: tuple[DrawnPage, ...] = field(default=(), compare=False, repr=False)

    @property
    def places(self) -> dict[str, Place]:
        """Every named place, by its name; the first one where a name stands on several pages."""
        found: dict[str, Place] = {}
        for number, page in enumerate(self.pages, 1):
            for mark in (*page.body, *page.margins):
                if isinstance(mark, PlaceMark):
                    place = Place(number, mark.x, mark.y, mark.width, mark.height)
                    found.setdefault(mark.name, place)
        return found


def lay_out(document: Document, fonts: FontBook) -> Layout:
    """Return a document's pages.

    Raises:
        FontError: when no font at hand has one of its characters.
        LayoutError: when no page can hold a footnote, or a head leaves no room for text.
    """
    structure = Element("Document")
    setting = Setting(fonts, within=structure)
    sections = document.sections
    dealer = Dealer(document, setting)
    bodies = [_body(dealer, section, at, setting) for at, section in enumerate(sections)]
    if document.endnotes:
        bodies[-1] += _endnotes(document, setting)
    sheets = dealer.deal(bodies)
    each = Counter(sheet.section for sheet in sheets)
    pages: list[Page] = []
    for sheet in sheets:
        section = sections[sheet.section]
        numbers = PageNumbers(sheet.number, len(sheets), each[sheet.section], section.numbers.way)
        notes = _notes(dealer, sheet, section)
        is_first = not pages or sheets[len(pages) - 1].section != sheet.section
        of_page = Setting(fonts, numbers)
        pages.append(_page(section, of_page, sheet, notes, document.page, is_first=is_first))
    return Layout(document.page, tuple(pages), structure)


def _body(dealer: Dealer, section: Section, at: int, setting: Setting) -> list[Slab]:
    """Return the blocks of a section as slabs, set for its first page."""
    paper = section.page
    first = dealer.area(at, "first" if section.title_page else "default")
    column = Column(float(paper.left), first.top, paper, first.height)
    return slabs(section.blocks, column_of(section), replace(setting, column=column))


def _endnotes(document: Document, setting: Setting) -> list[Slab]:
    last = document.sections[-1]
    column = column_of(last)
    return [rule_slab(column, rtl=last.page.rtl), *slabs(document.endnotes, column, setting)]


def _notes(dealer: Dealer, sheet: Sheet, section: Section) -> list[Mark | Anchor]:
    """Return the footnotes of a page, at its foot."""
    if not sheet.notes:
        return []
    column = column_of(section)
    top = sheet.area.bottom - dealer.notes.height(sheet.notes, column)
    return shift(dealer.notes.marks(sheet.notes, column, rtl=section.page.rtl), section.page.left, top)


def _page(
    section: Section,
    setting: Setting,
    sheet: Sheet,
    notes: list[Mark | Anchor],
    usual: PageGeometry,
    *,
    is_first: bool,
) -> Page:
    paper = section.page
    body: list[Mark | Anchor] = []
    for y, slab, left in sheet.content:
        body += shift(slab.marks, left, sheet.area.top + y)
    body += notes
    heads = head(section, sheet.kind, setting.inside(Artifact("Header")))[1]
    feet = foot(section, sheet.kind, setting.inside(Artifact("Footer")))[1]
    framed = frame_marks(section.frame, paper, is_first=is_first, head=bool(heads), foot=bool(feet))
    margins = [*heads, *feet, *([] if sheet.kind is None else framed)]
    behind: list[Mark] = []
    kept_margins = settle(margins, paper, sheet.number, behind)
    kept_body = settle(body, paper, sheet.number, behind)
    own = None if paper == usual else paper
    return Page(tuple(behind), tuple(kept_margins), tuple(kept_body), own, setting.numbers)
