"""Draws the pages of an undertaking in small, with numbered marks on the places of signature and stamp."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from taahodname.documents.note_drawing import badge
from taahodname.documents.sheet import COLUMN, GREY, GREY_TEXT, INK, RED, WHITE, words
from taahodname.paper.blocks import Align
from taahodname.paper.drawings import Box, Drawing, Miniature, Shape, Stroke, Words
from taahodname.typeset import Layout, Place
from taahodname.units import Pt

_GAP = 14.0
_CAPTION = 15.0
_MOST_IN_A_ROW = 3
_LARGEST = 0.385  # of the page: two of them fill the column
_PLATE, _LEAST_PLATE = 62.0, 42.0
_TALL, _LEAST_TALL = 11.0, 7.5
_BADGE = 6.0


class Spot(Struct, frozen=True):
    """A place of signature or stamp.

    Attributes:
        number: by which the table names it.
        name: the place's name in the layout.
        place: where it stands on the pages.
        does: what is done there, in a word or two.
        empty: it must stay empty, and is crossed out.
    """

    number: int
    name: str
    place: Place
    does: str
    empty: bool = False


class Captions(Struct, frozen=True):
    """The words of the drawings; `page` holds one text for each page."""

    page: Sequence[str]
    alt: str


def miniatures(layout: Layout, spots: Sequence[Spot], captions: Captions) -> Iterator[Drawing]:
    """Yield the pages in rows, every page of the letter and every spot on its page.

    Args:
        layout: the pages.
        spots: the places that are marked.
        captions: the words.
    """
    count = len(layout.pages)
    across = min(count, _MOST_IN_A_ROW)
    share = (COLUMN - _GAP * (across - 1)) / across
    scale = min(_LARGEST, share / layout.geometry.width)
    for first in range(0, count, _MOST_IN_A_ROW):
        row = range(first, min(first + _MOST_IN_A_ROW, count))
        yield _row(layout, row, scale, spots, captions)


def _row(layout: Layout, row: range, scale: float, spots: Sequence[Spot], captions: Captions) -> Drawing:
    sheet = layout.geometry
    width, height = sheet.width * scale, sheet.height * scale
    total = len(row) * width + _GAP * (len(row) - 1)
    shapes: list[Shape] = []
    for index, page in enumerate(row):
        # The first page stands at the right, as in an open Persian book.
        left = (COLUMN + total) / 2 - (index + 1) * width - index * _GAP
        shapes += _page(layout, page + 1, left, scale, spots, captions)
    return Drawing(
        COLUMN, Pt(height + _CAPTION), tuple(shapes), captions.alt, space_after=Pt(3), keep_next=True
    )


def _page(
    layout: Layout, page: int, left: float, scale: float, spots: Sequence[Spot], captions: Captions
) -> Iterator[Shape]:
    width, height = layout.geometry.width * scale, layout.geometry.height * scale
    caption = words(captions.page[page - 1], 8, colour=GREY_TEXT, align=Align.CENTER)
    yield Words(left, 0, width, _CAPTION - 1, (caption,))
    yield Box(left + 2, _CAPTION + 2, width, height - 0.5, fill="D8DDE4")
    yield Box(left, _CAPTION, width, height - 0.5, fill=WHITE, stroke=GREY, line=Pt(0.75))
    yield Miniature(left, _CAPTION, scale, layout, page, name=f"page_{page}")
    for spot in spots:
        if spot.place.page == page:
            yield from _mark(spot, left, _CAPTION, scale)


def _mark(spot: Spot, left: float, top: float, scale: float) -> Iterator[Shape]:
    place = spot.place
    x, y = left + place.x * scale, top + place.y * scale
    width, height = place.width * scale, place.height * scale
    colour = INK if spot.empty else RED
    yield Box(
        x, y, width, height, stroke=colour, line=Pt(1.25), hatch=GREY if spot.empty else None, name=spot.name
    )
    if spot.empty:
        yield Stroke(x, y, x + width, y + height, INK, Pt(1))
        yield Stroke(x, y + height, x + width, y, INK, Pt(1))
    # A place to sign may be a single line, as in forms of others: what is done there is read all the same.
    plate = max(min(_PLATE, width - 4), _LEAST_PLATE)
    tall = max(min(_TALL, height / 2), _LEAST_TALL)
    # Below the name that is printed there.
    left_of, top_of = x + (width - plate) / 2, y + height * (0.5 if spot.empty else 0.65) - tall / 2
    yield Box(left_of, top_of, plate, tall, fill=WHITE, stroke=colour, line=Pt(0.5))
    said = words(spot.does, 6.5, bold=True, colour=colour, align=Align.CENTER)
    yield Words(left_of + 1, top_of, plate - 2, tall, (said,), least=0.4)
    yield from badge(x + width - 3, y + 2, spot.number, colour, _BADGE)
