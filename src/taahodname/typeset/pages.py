"""Pages: slabs are dealt out to sheets, and every sheet gets its head, foot and floating pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from taahodname.paper.blocks import Block, Document, FloatingPicture, PageGeometry, Which
from taahodname.typeset.flow import slabs
from taahodname.typeset.fonts import FontBook
from taahodname.typeset.marks import Anchor, Mark, PictureMark, PlaceMark, aside, shift
from taahodname.typeset.pieces import PageNumbers
from taahodname.typeset.slab import Setting, Slab, stacked
from taahodname.typeset.structure import Artifact, Element

_EPSILON = 0.05


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
    """One sheet: what lies behind the text, the head and foot, and the body, in points from the top left."""

    behind: tuple[Mark, ...]
    margins: tuple[Mark, ...]
    body: tuple[Mark, ...]


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


@dataclass(frozen=True, slots=True)
class _Area:
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


def lay_out(document: Document, fonts: FontBook) -> Layout:
    """Return a document's pages.

    Raises:
        FontError: when no font at hand has one of its characters.
    """
    sheet = document.page
    width = sheet.width - sheet.left - sheet.right
    structure = Element("Document")
    body = slabs(document.blocks, width, Setting(fonts, within=structure))
    areas = _Areas(document, fonts)
    dealt = list(_deal(body, areas))
    count = len(dealt)
    pages = [
        _page(document, fonts, content, areas.of(number), PageNumbers(number, count))
        for number, content in enumerate(dealt, 1)
    ]
    return Layout(sheet, tuple(pages), structure)


class _Areas:
    """The free area of each kind of page: a tall head or foot pushes the body in, as in Word."""

    def __init__(self, document: Document, fonts: FontBook) -> None:
        self._document = document
        self._fonts = fonts
        self._known: dict[Which, _Area] = {}

    def of(self, number: int) -> _Area:
        kind = _kind(self._document, number)
        if kind not in self._known:
            self._known[kind] = self._measure(number)
        return self._known[kind]

    def _measure(self, number: int) -> _Area:
        document, sheet = self._document, self._document.page
        setting = Setting(self._fonts, PageNumbers(number, number))
        head = _region(document, document.headers, setting)[0]
        foot = _region(document, document.footers, setting)[0]
        top = max(sheet.top, sheet.header + head) if head else sheet.top
        bottom = max(sheet.bottom, sheet.footer + foot) if foot else sheet.bottom
        return _Area(float(top), sheet.height - bottom)


def body_area(document: Document, fonts: FontBook, number: int) -> tuple[float, float]:
    """Return how far the body of a page keeps from the sheet's upper and lower edge, in points.

    Args:
        document: its heads and feet are measured.
        fonts: the faces at hand.
        number: of the page, from 1.
    """
    area = _Areas(document, fonts).of(number)
    return area.top, document.page.height - area.bottom


def _kind(document: Document, number: int) -> Which:
    if number == 1 and document.title_page:
        return "first"
    if number % 2 == 0 and document.even_pages:
        return "even"
    return "default"


def _region(
    document: Document, kinds: Mapping[Which, tuple[Block, ...]], setting: Setting
) -> tuple[float, list[Mark | Anchor]]:
    blocks: tuple[Block, ...] = kinds.get(_kind(document, setting.numbers.page), ())
    if not blocks:
        return 0.0, []
    sheet = document.page
    width = sheet.width - sheet.left - sheet.right
    return stacked(slabs(blocks, width, setting))


def _deal(body: Sequence[Slab], areas: _Areas) -> Iterator[list[tuple[float, Slab]]]:
    """Yield, page by page, slabs with their distance from the top of the free area."""
    content: list[tuple[float, Slab]] = []
    number, y = 1, 0.0
    waiting = list(_groups(body))[::-1]
    while waiting:
        group = waiting.pop()
        room = areas.of(number).height
        if content and not group[0].new_page and _may_split(group) and y + _height(group) > room + _EPSILON:
            waiting += _smaller(group)[::-1]
            continue
        if content and (group[0].new_page or y + _height(group) > room + _EPSILON):
            yield content
            content, number, y = [], number + 1, 0.0
            y = _repeat_heads(group[0], content)
            room = areas.of(number).height
        if _height(group, first=not content) + y > room + _EPSILON and (smaller := _smaller(group)):
            waiting += smaller[::-1]
            continue
        for slab in group:
            y += slab.before if content else 0.0
            content.append((y, slab))
            y += slab.height
        if group[-1].ends_page:
            yield content
            content, number, y = [], number + 1, 0.0
    yield content


def _repeat_heads(slab: Slab, content: list[tuple[float, Slab]]) -> float:
    """Draw the head rows of a table that goes on on a new page; return the room they take."""
    y = 0.0
    if slab.heads and not slab.header:
        for head in slab.heads:
            content.append((y, replace(head, marks=aside(head.marks))))
            y += head.height
    return y


def _groups(body: Sequence[Slab]) -> Iterator[list[Slab]]:
    group: list[Slab] = []
    for slab in body:
        group.append(slab)
        if not slab.tied or slab.ends_page:
            yield group
            group = []
    if group:
        yield group


def _height(group: Sequence[Slab], *, first: bool = False) -> float:
    total = sum(slab.before + slab.height for slab in group)
    return total - group[0].before if first else total


def _may_split(group: Sequence[Slab]) -> bool:
    return len(group) == 1 and group[0].may_split and bool(group[0].parts)


def _smaller(group: list[Slab]) -> list[list[Slab]]:
    """Return what no page can hold as smaller groups: its slabs, then the parts of a row."""
    if len(group) > 1:
        return [[slab] for slab in group]
    return [[part] for part in group[0].parts]


def _page(
    document: Document,
    fonts: FontBook,
    content: Sequence[tuple[float, Slab]],
    area: _Area,
    numbers: PageNumbers,
) -> Page:
    sheet = document.page
    body: list[Mark | Anchor] = []
    for y, slab in content:
        body += shift(slab.marks, sheet.left, area.top + y)
    setting = Setting(fonts, numbers)
    head = _region(document, document.headers, setting.inside(Artifact("Header")))[1]
    foot_height, foot = _region(document, document.footers, setting.inside(Artifact("Footer")))
    margins = shift(head, sheet.left, sheet.header)
    margins += shift(foot, sheet.left, sheet.height - sheet.footer - foot_height)
    behind: list[Mark] = []
    kept_margins = _settle(margins, sheet, behind)
    kept_body = _settle(body, sheet, behind)
    return Page(tuple(behind), tuple(kept_margins), tuple(kept_body))


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
