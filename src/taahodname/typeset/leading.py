"""Leading text around pictures: which rooms a line has beside them, and how far down it finds one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct, field
from msgspec.structs import replace

from taahodname.errors import LayoutError
from taahodname.paper.blocks import FloatingPicture, PageGeometry, Paragraph
from taahodname.typeset.breaking import BrokenLine, Room
from taahodname.typeset.floating import Spot, place
from taahodname.typeset.fonts import FontBook
from taahodname.typeset.lines import Line, heights, set_paragraph
from taahodname.typeset.slab import Setting, Slab
from taahodname.units import Pt

_LEAST_ROOM = 72.0  # points: Word sets no text where there is less than an inch beside a picture
_EPSILON = 0.01


class Zone(Struct, frozen=True, gc=False):
    """A rectangle that text keeps out of, its gaps included, from the top left corner of the column."""

    left: float
    top: float
    right: float
    bottom: float
    floating: FloatingPicture

    def bars(self, top: float, bottom: float) -> bool:
        """Return whether it reaches into a strip of the column."""
        return self.top < bottom - _EPSILON and top < self.bottom - _EPSILON

    def is_within(self, width: float) -> bool:
        """Return whether it reaches into a column of a width."""
        return self.right > _EPSILON and self.left < width - _EPSILON


def _zone(floating: FloatingPicture, top: float, width: float, setting: Setting) -> Zone:
    """Return the zone of a picture.

    Args:
        floating: the picture.
        top: of the paragraph it hangs on, from the top of the column.
        width: of the column.
        setting: the page, and where the column stands on it.
    """
    column = setting.column
    if column is None:
        x, y = place(floating, Spot(0.0, width, top), _no_sheet(width))
    else:
        spot = Spot(column.x, width, column.y + top, setting.numbers.page)
        x, y = place(floating, spot, column.sheet)
        x, y = x - column.x, y - column.y
    gaps, picture = floating.gaps, floating.picture
    right, bottom = x + picture.width + gaps.right, y + picture.height + gaps.bottom
    return Zone(x - gaps.left, y - gaps.top, right, bottom, floating)


def _no_sheet(width: float) -> PageGeometry:
    """Return a sheet that is a column and nothing else, for pictures that count from one alone."""
    zero = Pt(0)
    return PageGeometry(Pt(width), zero, zero, zero, zero, zero, zero, zero)


class LedRow(Struct):
    """Lines at one height, beside pictures.

    Attributes:
        y: of their top, from that of the paragraph.
        lines: from the start of the column on.
    """

    y: float
    lines: list[Line] = field(default_factory=list)

    @property
    def height(self) -> float:
        """The height of the tallest."""
        return max((line.height for line in self.lines), default=0.0)


def lead(
    paragraph: Paragraph, width: float, setting: Setting, zones: Sequence[Zone], top: float
) -> list[LedRow]:
    """Return the lines of a paragraph, led around pictures.

    Args:
        paragraph: what to set.
        width: of its column, in points.
        setting: the fonts and page numbers.
        zones: what to keep out of.
        top: of the paragraph, from the top of the column.

    Raises:
        FontError: when no font at hand has one of its characters.
    """
    guide = _Guide(paragraph, width, setting.fonts, [_moved(one, -top) for one in zones])
    lines = set_paragraph(paragraph, width, setting.fonts, setting.numbers, guide.room)
    rows: list[LedRow] = []
    for y, line in zip(guide.tops, lines, strict=False):
        if not rows or rows[-1].y != y:
            rows.append(LedRow(y))
        rows[-1].lines.append(line)
    return rows


class Zones:
    """The zones of one column, as they are met on the way down.

    Args:
        width: of the column.
        setting: the fonts, and where the column stands.
    """

    def __init__(self, width: float, setting: Setting) -> None:
        self._width = width
        self._setting = setting
        self._anchors: list[tuple[Zone, int]] = []

    @property
    def held(self) -> bool:
        """Whether any was met."""
        return bool(self._anchors)

    def around(
        self, paragraph: Paragraph, floating: Sequence[FloatingPicture], above: Sequence[Slab], gap: float
    ) -> tuple[list[FloatingPicture], list[LedRow] | None]:
        """Return the pictures that hang on a paragraph as they are placed, and its lines led around.

        The lines are None where nothing stands in their way.

        Args:
            paragraph: the paragraph.
            floating: the pictures that hang on it.
            above: the slabs so far.
            gap: the room above the paragraph.

        Raises:
            LayoutError: when a picture's place in the column is not known.
            FontError: when no font at hand has one of the paragraph's characters.
        """
        top = self._top(above, gap)
        placed = [self._enclosed(one, top) for one in floating]
        for one in placed:
            if one.wrap != "none":
                self._check(one, top, above, paragraph)
                self._anchors.append((_zone(one, top, self._width, self._setting), len(above)))
        start = self._page_start(above)
        near = [one for one, index in self._anchors if one.bottom > top and index >= start]
        return placed, lead(paragraph, self._width, self._setting, near, top) if near else None

    def below(self, above: Sequence[Slab], gap: float) -> float:
        """Return how far a table must go down to stand below all pictures in its way."""
        top, start = self._top(above, gap), self._page_start(above)
        reach = [
            one.bottom
            for one, index in self._anchors
            if index >= start and one.bars(top, top + _EPSILON * 2) and one.is_within(self._width)
        ]
        return max(reach, default=top) - top

    def tie(self, found: list[Slab]) -> None:
        """Keep what stands beside a picture on one page with it, and room for it below the last line."""
        column = self._setting.column
        tops = list(accumulate((slab.before + slab.height for slab in found), initial=0.0))
        for one, index in self._anchors:
            if one.floating.y_from != "paragraph":
                continue
            for place_ in range(index, len(found) - 1):
                if tops[place_ + 1] + found[place_ + 1].before < one.bottom - _EPSILON:
                    found[place_].tied = True
            if tops[-1] < one.bottom and not (column is not None and column.marginal):
                found[-1].tied = True
                found.append(Slab(one.bottom - tops[-1], []))
                tops.append(one.bottom)

    def _top(self, above: Sequence[Slab], gap: float) -> float:
        column = self._setting.column
        if not above and column is not None and not column.marginal:
            return 0.0  # the room above the first paragraph of a page falls away
        return sum(slab.before + slab.height for slab in above) + gap

    def _page_start(self, above: Sequence[Slab]) -> int:
        """Return the number of the first slab that is not surely on an earlier page."""
        for index in range(len(above) - 1, -1, -1):
            if above[index].ends_page:
                return index + 1
            if above[index].new_page:
                return index
        return 0

    def _enclosed(self, floating: FloatingPicture, top: float) -> FloatingPicture:
        """Return a picture as it counts: to one in a table's cell, the cell is the sheet, as in Word."""
        if self._setting.column is not None:
            return floating
        if floating.y_from == "paragraph":
            return replace(floating, x_from="column")
        y = Pt(floating.y - top) if floating.y_align is None else Pt(-top)
        return replace(floating, x_from="column", y_from="paragraph", y=y, y_align=None, y_share=None)

    def _check(
        self, floating: FloatingPicture, top: float, above: Sequence[Slab], paragraph: Paragraph
    ) -> None:
        column = self._setting.column
        if floating.y_from == "paragraph" or column is None or column.marginal:
            return
        if top > column.height or self._page_start(above):
            raise _placed_too_late(paragraph)


def _placed_too_late(paragraph: Paragraph) -> LayoutError:
    shown = " ".join(paragraph.text.split())[:60]
    return LayoutError(
        f"تصویری که کنار «{shown}» است جایش نسبت به صفحه است و متن باید دورش بچرخد؛ در ورد جایش را نسبت به "
        "پاراگراف (Paragraph) بگذارید یا متن را از رویش رد کنید (In Front of Text).",
        f"the picture near {shown!r} has its place on the page and text around it; in Word count its place "
        "from the paragraph, or let it stand in front of the text",
    )


class _Guide:
    """Gives the lines of one paragraph their rooms, one after the other."""

    def __init__(self, paragraph: Paragraph, width: float, fonts: FontBook, zones: Sequence[Zone]) -> None:
        self._paragraph = paragraph
        self._width = width
        self._fonts = fonts
        self._zones = zones
        self._waiting: list[Room] = []
        self._y = 0.0
        self._row = sum(heights([], paragraph, fonts))
        self._in_row = 0
        self.tops: list[float] = []

    def room(self, done: Sequence[BrokenLine]) -> Room:
        """Return the room of the next line; the last one is finished now."""
        if not self._waiting:
            if done and self._in_row:
                self._row = max(map(self._height, done[-self._in_row :]))
                self._y += self._row
            self._in_row = 0
            self._waiting = self._rooms()
        self._in_row += 1
        self.tops.append(self._y)
        return self._waiting.pop(0)

    def _height(self, line: BrokenLine) -> float:
        return sum(heights(line.pieces, self._paragraph, self._fonts))

    def _rooms(self) -> list[Room]:
        """Return the rooms at the next height where there is one, the one where a line begins first."""
        while True:
            barring = [one for one in self._zones if one.bars(self._y, self._y + self._row)]
            gaps = _gaps(barring, self._width)
            if gaps:
                rooms = [Room(self._width - right, left) for left, right in gaps]
                if self._paragraph.format.rtl:
                    return rooms[::-1]
                return [Room(left, self._width - right) for left, right in gaps]
            self._y = min(one.bottom for one in barring)


def _gaps(zones: Sequence[Zone], width: float) -> list[tuple[float, float]]:
    """Return the free stretches of a line from left to right; the whole one where nothing bars it."""
    gaps = [(0.0, width)]
    for one in zones:
        if not one.is_within(width):
            continue
        if one.floating.wrap == "top-bottom":
            return []
        gaps = [cut for gap in gaps for cut in _cut(gap, one, width)]
    if gaps == [(0.0, width)]:
        return gaps
    return [gap for gap in gaps if gap[1] - gap[0] >= min(_LEAST_ROOM, width)]


def _cut(gap: tuple[float, float], one: Zone, width: float) -> list[tuple[float, float]]:
    left, right = (gap[0], min(gap[1], one.left)), (max(gap[0], one.right), gap[1])
    side = one.floating.side
    if side == "larger":
        side = "left" if one.left >= width - one.right else "right"
    found = {"both": [left, right], "left": [left], "right": [right]}[side]
    return [piece for piece in found if piece[1] > piece[0]]


def _moved(one: Zone, down: float) -> Zone:
    return replace(one, top=one.top + down, bottom=one.bottom + down)
