"""Heads and feet at their places, and the free area that they leave of a sheet."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from taahodname.errors import LayoutError
from taahodname.paper.blocks import Block, Document, PageGeometry, Section, Which
from taahodname.typeset.floating import rectangle
from taahodname.typeset.flow import slabs
from taahodname.typeset.fonts import FontBook
from taahodname.typeset.marks import Anchor, Mark, shift
from taahodname.typeset.pieces import PageNumbers
from taahodname.typeset.slab import Column, Setting, stacked

_LEAST_AREA = 72.0  # points: less than an inch holds no letter


class Area(Struct, frozen=True, gc=False):
    """The free part of a sheet, from its top edge."""

    top: float
    bottom: float

    @property
    def height(self) -> float:
        """The room in points."""
        return self.bottom - self.top


def column_of(section: Section) -> float:
    """Return the width of a section's text, in points."""
    sheet = section.page
    return sheet.width - sheet.left - sheet.right


def free_area(section: Section, kind: Which, setting: Setting) -> Area:
    """Return the free area of a kind of page: a tall head or foot pushes the body in, as in Word.

    Args:
        section: whose pages they are.
        kind: which head and foot they have.
        setting: the fonts and the page's numbers.

    Raises:
        LayoutError: when what stands in the head or foot leaves too little.
    """
    sheet = section.page
    head_height, hanging = head(section, kind, setting)
    foot_height, standing = foot(section, kind, setting)
    top = max(sheet.top, sheet.header + head_height) if head_height else sheet.top
    bottom = max(sheet.bottom, sheet.footer + foot_height) if foot_height else sheet.bottom
    area = Area(float(top), sheet.height - bottom)
    for mark in (*hanging, *standing):
        if isinstance(mark, Anchor) and mark.floating.wrap != "none":
            area = _beside(area, mark, sheet, setting.numbers.page)
    return area


def body_area(document: Document, fonts: FontBook, number: int) -> tuple[float, float]:
    """Return how far the body of a page keeps from the sheet's upper and lower edge, in points.

    Args:
        document: the heads and feet of its first section are measured.
        fonts: the faces at hand.
        number: of the page, from 1.
    """
    section = document.sections[0]
    kind: Which = "default"
    if number == 1 and section.title_page:
        kind = "first"
    elif number % 2 == 0 and document.even_pages:
        kind = "even"
    area = free_area(section, kind, Setting(fonts, PageNumbers(number, number)))
    return area.top, section.page.height - area.bottom


def head(section: Section, kind: Which | None, setting: Setting) -> tuple[float, list[Mark | Anchor]]:
    """Return the height of the head of a page, and its marks at their place on the sheet."""
    sheet = section.page
    height, marks = _region(section, section.headers, kind, setting, sheet.header)
    return height, shift(marks, sheet.left, sheet.header)


def foot(section: Section, kind: Which | None, setting: Setting) -> tuple[float, list[Mark | Anchor]]:
    """Return the height of the foot of a page, and its marks at their place on the sheet."""
    sheet = section.page
    height, marks = _region(section, section.footers, kind, setting, sheet.height - sheet.bottom)
    if any(_counts_from_sheet(mark) for mark in marks):
        # Where it begins hangs on its height, and that on the lines beside the picture.
        top = sheet.height - sheet.footer - height
        height, marks = _region(section, section.footers, kind, setting, top)
    return height, shift(marks, sheet.left, sheet.height - sheet.footer - height)


def _counts_from_sheet(mark: Mark | Anchor) -> bool:
    if not isinstance(mark, Anchor):
        return False
    return mark.floating.wrap != "none" and mark.floating.y_from != "paragraph"


def _region(
    section: Section,
    kinds: Mapping[Which, tuple[Block, ...]],
    kind: Which | None,
    setting: Setting,
    top: float,
) -> tuple[float, list[Mark | Anchor]]:
    """Return the height of a head or foot that begins at a height of the sheet, and its marks."""
    blocks: tuple[Block, ...] = () if kind is None else kinds.get(kind, ())
    if not blocks:
        return 0.0, []
    sheet = section.page
    column = Column(float(sheet.left), top, sheet, float(sheet.height), marginal=True)
    return stacked(slabs(blocks, column_of(section), replace(setting, column=column)))


def _beside(area: Area, anchor: Anchor, sheet: PageGeometry, number: int) -> Area:
    """Return the free area without what a picture of the head or foot takes that text may not run under.

    Raises:
        LayoutError: when too little is left.
    """
    left, top, right, bottom = rectangle(anchor, sheet, number)
    gaps = anchor.floating.gaps
    if right <= sheet.left or left >= sheet.width - sheet.right:
        return area
    if top + bottom < sheet.height:
        found = Area(max(area.top, bottom + gaps.bottom), area.bottom)
    else:
        found = Area(area.top, min(area.bottom, top - gaps.top))
    if found.height < _LEAST_AREA:
        raise LayoutError(
            "تصویر یا کادر سربرگ که متن باید دورش بچرخد جایی برای متن نمی‌گذارد؛ آن را کوچک‌تر کنید یا در ورد "
            "پشت متن (Behind Text) بگذارید.",
            "a picture or box of the head or foot that text is to stand beside leaves no room for text; make "
            "it smaller or put it behind the text in Word",
        )
    return found
