"""Pages: dealt sheets get their head, foot, footnotes and floating pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from taahodname.paper.blocks import Document, FloatingPicture, PageGeometry, Section
from taahodname.typeset.dealing import Dealer, Sheet, column_of, region
from taahodname.typeset.flow import slabs
from taahodname.typeset.fonts import FontBook
from taahodname.typeset.marks import Anchor, Mark, PictureMark, PlaceMark, shift
from taahodname.typeset.notes import rule_slab
from taahodname.typeset.pieces import PageNumbers
from taahodname.typeset.slab import Setting, Slab
from taahodname.typeset.structure import Artifact, Element


@dataclass(frozen=True, slots=True)
class Place:
    """Where a named paragraph or cell stands: the page from 1, and points from its top left corner."""

    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: what lies behind the text, the head and foot, and the body, in points from the top left.

    `geometry` is its own, where it is not that of the whole layout.
    """

    behind: tuple[Mark, ...]
    margins: tuple[Mark, ...]
    body: tuple[Mark, ...]
    geometry: PageGeometry | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """All sheets of a document, and the structure that the marks of their bodies are part of."""

    geometry: PageGeometry
    pages: tuple[Page, ...]
    structure: Element = field(default_factory=lambda: Element("Document"))

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
        LayoutError: when no page can hold a footnote.
    """
    structure = Element("Document")
    setting = Setting(fonts, within=structure)
    sections = document.sections
    bodies = [slabs(section.blocks, column_of(section), setting) for section in sections]
    if document.endnotes:
        bodies[-1] += _endnotes(document, setting)
    dealer = Dealer(document, setting)
    sheets = dealer.deal(bodies)
    each = Counter(sheet.section for sheet in sheets)
    pages = []
    for sheet in sheets:
        section = sections[sheet.section]
        numbers = PageNumbers(sheet.number, len(sheets), each[sheet.section], section.numbers.way)
        notes = _notes(dealer, sheet, section)
        pages.append(_page(section, Setting(fonts, numbers), sheet, notes, document.page))
    return Layout(document.page, tuple(pages), structure)


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
    section: Section, setting: Setting, sheet: Sheet, notes: list[Mark | Anchor], usual: PageGeometry
) -> Page:
    paper = section.page
    body: list[Mark | Anchor] = []
    for y, slab, left in sheet.content:
        body += shift(slab.marks, left, sheet.area.top + y)
    body += notes
    head = region(section, section.headers, sheet.kind, setting.inside(Artifact("Header")))[1]
    foot_height, foot = region(section, section.footers, sheet.kind, setting.inside(Artifact("Footer")))
    margins = shift(head, paper.left, paper.header)
    margins += shift(foot, paper.left, paper.height - paper.footer - foot_height)
    behind: list[Mark] = []
    kept_margins = _settle(margins, paper, behind)
    kept_body = _settle(body, paper, behind)
    own = None if paper == usual else paper
    return Page(tuple(behind), tuple(kept_margins), tuple(kept_body), own)


def _settle(marks: Sequence[Mark | Anchor], sheet: PageGeometry, behind: list[Mark]) -> list[Mark]:
    """Return marks with every floating picture at its place; what lies behind the text goes to `behind`."""
    kept: list[Mark] = []
    for mark in marks:
        if not isinstance(mark, Anchor):
            kept.append(mark)
            continue
        floating = mark.floating
        target = behind if floating.behind else kept
        target.append(_picture(floating, mark, sheet))
    return kept


def _picture(floating: FloatingPicture, anchor: Anchor, sheet: PageGeometry) -> PictureMark:
    picture = floating.picture
    left, width = {
        "page": (0.0, float(sheet.width)),
        "margin": (float(sheet.left), sheet.width - sheet.left - sheet.right),
        "column": (anchor.x, anchor.width),
    }[floating.x_from]
    top, height = {
        "page": (0.0, float(sheet.height)),
        "margin": (float(sheet.top), sheet.height - sheet.top - sheet.bottom),
        "paragraph": (anchor.y, 0.0),
    }[floating.y_from]
    x = left + _aligned(floating.x_align, width - picture.width, floating.x)
    y = top + _aligned(floating.y_align, height - picture.height, floating.y)
    return PictureMark(x, y, picture.width, picture.height, picture.data, anchor.tag)


def _aligned(align: str | None, slack: float, offset: float) -> float:
    shares = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
    return offset if align is None else slack * shares[align]
