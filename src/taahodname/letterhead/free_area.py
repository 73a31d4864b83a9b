"""Finds the free area of a sheet from its ink: at head, foot and sides, not what lies pale between."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from taahodname.errors import LetterheadError
from taahodname.letterhead.ink import CELL, COLUMNS, ROWS, Blot, Ink, ink_of
from taahodname.letterhead.paper_size import HEIGHT, WIDTH
from taahodname.persian.digits import to_persian
from taahodname.units import Mm

if TYPE_CHECKING:
    from PIL import Image

NOTHING = Mm(0)
PLAIN = Mm(20)
"""What is left free where a side has no ink, as on plain paper."""
PLAIN_FOOT = Mm(14)
"""The same at the foot: the letter's page number stands above it."""
UNSURE_HEAD, UNSURE_FOOT = Mm(50), Mm(30)
"""What is left free where nothing sure is found, as for preprinted paper."""
LEAST_WIDTH, LEAST_HEIGHT = Mm(110), Mm(110)
"""Less than this is no room for a letter with its tables."""

_GAP = Mm(4)
_FROM_HEAD, _HEAD_ENDS = 0.24, 0.50
_FROM_FOOT, _FOOT_BEGINS = 0.84, 0.62
_ALWAYS_HEAD, _ALWAYS_FOOT = 0.12, 0.92  # what reaches so far belongs to them, however far from the rest
_JOINS = 10.0  # millimetres: what stands nearer to a head belongs to it
_FULL = 0.55
_SIDE_BAND = 0.30
_ALONG = 0.40
_TOUCHES = 27.0  # millimetres from the edge at which a stripe or a frame begins
_MIDDLE = (0.25, 0.80)
_SMEAR = 0.75  # millimetres: two points for the grey edges of what is drawn

Band = tuple[float, float]
"""A strip across the sheet, from its upper to its lower edge, in millimetres from the top."""


class Area(Struct, frozen=True):
    """What is left free around a letter, in millimetres from the edges of the sheet.

    Attributes:
        head, foot, left, right: the widths.
        sure: it was found in the file or given; False where nothing could be made of it.
        given: the names of those that were given («head»).
        crossed: dark ink stands in the middle, where the letter will run over it.
        ink_head, ink_foot: how far ink reaches from the upper and the lower edge; 0 where there is none.
    """

    head: Mm
    foot: Mm
    left: Mm = PLAIN
    right: Mm = PLAIN
    sure: bool = True
    given: frozenset[str] = frozenset()
    crossed: bool = False
    ink_head: Mm = NOTHING
    ink_foot: Mm = NOTHING

    def with_given(self, **given: Mm | None) -> Area:
        """Return the area with some widths as they were given."""
        told = {name: value for name, value in given.items() if value is not None}
        if not told:
            return self
        names = self.given | told.keys()
        return replace(
            self,
            head=told.get("head", self.head),
            foot=told.get("foot", self.foot),
            left=told.get("left", self.left),
            right=told.get("right", self.right),
            sure=self.sure or names >= {"head", "foot"},
            given=names,
        )


def find(image: Image.Image) -> Area:
    """Return the free area of a sheet.

    Args:
        image: the sheet, A4.
    """
    ink = ink_of(image)
    if ink.share > _FULL:
        ink = ink.dark_only()
        if ink.share > _FULL:
            return Area(UNSURE_HEAD, UNSURE_FOOT, sure=False)
    left, right = _side(ink, from_left=True), _side(ink, from_left=False)
    blots = [blot for blot in ink.within(left, COLUMNS - right).blots() if not _is_watermark(blot)]
    head, foot = _head(blots), _foot(blots)
    middle = [blot for blot in blots if blot.bottom > head and blot.top < ROWS - foot]
    return Area(
        _free(head),
        _free(foot, PLAIN_FOOT),
        _free(left),
        _free(right),
        crossed=any(not blot.is_pale for blot in middle),
        ink_head=Mm(head * CELL),
        ink_foot=Mm(foot * CELL),
    )


def find_in(bands: Iterable[Band], head: Mm, foot: Mm) -> Area | None:
    """Return what `find` would of a sheet whose ink lies in some bands; None where only a look at it tells.

    It is sure where all of them lie so near the upper or the lower edge that they are head or foot whatever
    they hold, and leave the rest of the sheet white.

    Args:
        bands: where ink may be.
        head, foot: what they may take of the sheet; with more, a look is wanted to see how much.

    Returns:
        An area whose ink reaches at most as far as it says.
    """
    top, bottom = 0, ROWS
    for upper, lower in bands:
        first = math.floor((upper - _SMEAR) / HEIGHT * ROWS)
        end = math.ceil((lower + _SMEAR) / HEIGHT * ROWS)
        if end - 1 <= _ALWAYS_HEAD * ROWS:
            top = max(top, end)
        elif first + 1 >= _ALWAYS_FOOT * ROWS:
            bottom = min(bottom, first)
        else:
            return None
    ink_head, ink_foot = Mm(top * CELL), Mm((ROWS - bottom) * CELL)
    if ink_head > head or ink_foot > foot:
        return None
    return Area(_free(top), _free(ROWS - bottom, PLAIN_FOOT), ink_head=ink_head, ink_foot=ink_foot)


def check_room(area: Area, name: str) -> None:
    """See that an area leaves room for a letter.

    Args:
        area: what is left free.
        name: of the letterhead, for the message.

    Raises:
        LetterheadError: when there is too little.
    """
    width, height = WIDTH - area.left - area.right, HEIGHT - area.head - area.foot
    if width >= LEAST_WIDTH and height >= LEAST_HEIGHT:
        return
    size = to_persian(f"{max(0, width):.0f}×{max(0, height):.0f}")
    raise LetterheadError(
        f"سربرگ «{name}» جای کافی برای متن نمی‌گذارد: {size} میلی‌متر. اگر جای آزاد بیشتر است، آن را با "
        "head_mm، foot_mm، right_mm و left_mm بنویسید یا سربرگ ساده‌تری بدهید.",
        f"the letterhead {name} leaves only {max(0, width):.0f} by {max(0, height):.0f} mm for the letter; "
        "where more is free, say so with head_mm, foot_mm, right_mm and left_mm, or give a plainer one",
    )


def _free(cells: int, least: Mm = PLAIN) -> Mm:
    return Mm(max(least, cells * CELL + _GAP))


def _side(ink: Ink, *, from_left: bool) -> int:
    """Return how many columns at a side are taken by a stripe or a frame that runs down the page."""
    first, last = round(ROWS * _MIDDLE[0]), round(ROWS * _MIDDLE[1])
    counts = [0] * COLUMNS
    for column, row in ink.cells:
        if first <= row < last:
            counts[column if from_left else COLUMNS - 1 - column] += 1
    long = [count >= _ALONG * (last - first) for count in counts]
    begins = next((place for place in range(round(_TOUCHES / CELL)) if long[place]), None)
    if begins is None:
        return 0
    end = begins
    while end < _SIDE_BAND * COLUMNS and (long[end] or (long[end + 1] and end > begins)):
        end += 1
    # One that goes on over the page is no stripe but a ground.
    return 0 if end >= _SIDE_BAND * COLUMNS else end


def _is_watermark(blot: Blot) -> bool:
    """Tell whether ink is pale and lies about the middle of the page."""
    middle = (blot.top + blot.bottom) / 2 / ROWS
    return blot.is_pale and 0.27 <= middle <= 0.78 and blot.top > 0.08 * ROWS


def _head(blots: list[Blot]) -> int:
    """Return how many rows at the top are taken."""
    end = 0
    for blot in sorted(blots, key=lambda one: one.top):
        near = blot.top <= _FROM_HEAD * ROWS if not end else blot.top * CELL <= end * CELL + _JOINS
        if (near or blot.top <= _ALWAYS_HEAD * ROWS) and blot.bottom <= _HEAD_ENDS * ROWS:
            end = max(end, blot.bottom)
    return end


def _foot(blots: list[Blot]) -> int:
    """Return how many rows at the bottom are taken."""
    begin = ROWS
    for blot in sorted(blots, key=lambda one: -one.bottom):
        near = blot.bottom >= _FROM_FOOT * ROWS if begin == ROWS else begin - blot.bottom <= _JOINS / CELL
        if (near or blot.bottom >= _ALWAYS_FOOT * ROWS) and blot.top >= _FOOT_BEGINS * ROWS:
            begin = min(begin, blot.top)
    return ROWS - begin
