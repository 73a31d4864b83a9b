"""Draws a guarantee note (سفته), front and back: what to fill is yellow and numbered, the rest is hatched.

The drawing is schematic: no source shows the printed labels or the sizes of the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from taahodname.documents.sheet import (
    COLUMN,
    GREY,
    GREY_TEXT,
    HAND,
    INK,
    PAPER,
    RED,
    TITLE,
    WHITE,
    YELLOW,
    YELLOW_EDGE,
    words,
)
from taahodname.paper.blocks import Align
from taahodname.paper.drawings import Box, Disc, Drawing, Shape, Stroke, Words
from taahodname.persian.digits import to_persian
from taahodname.rules import PlaceState
from taahodname.units import Pt

HEIGHT = Pt(262)
BACK_HEIGHT = Pt(88)
_BADGE = 7.5


class Spot(Struct, frozen=True):
    """Where a place of the note is drawn, in points from the drawing's top left corner.

    Attributes:
        x, y, width, height: the blank itself.
        label: the width of the printed word at its right; 0 when it stands above.
    """

    x: float
    y: float
    width: float
    height: float
    label: float


SPOTS: Mapping[str, Spot] = {
    "sum_digits": Spot(262, 50, 176, 24, 58),
    "due_date": Spot(14, 50, 160, 24, 52),
    "payee": Spot(14, 80, 424, 24, 58),
    "sum_words": Spot(14, 110, 424, 24, 58),
    "maker": Spot(182, 152, 256, 30, 54),
    "address": Spot(182, 188, 256, 30, 54),
    "issue_date": Spot(330, 224, 108, 24, 54),
    "place_of_payment": Spot(182, 224, 88, 24, 54),
    "stamp": Spot(18, 164, 154, 84, 0),
}
"""The places of the note in reading order, which is the order of their numbers."""

PLACES = (*SPOTS, "back")


class Filled(Struct, frozen=True):
    """One place as this client's note has it.

    Attributes:
        state: what is done with it.
        printed: the word that is printed beside it.
        text: the lines that are written there, or say that nothing is.
    """

    state: PlaceState
    printed: str
    text: tuple[str, ...]


class Captions(Struct, frozen=True):
    """The words of the drawing that are not of a place."""

    ceiling: str
    serial: str
    currency: str
    back: str
    alt: str
    back_alt: str


def front(places: Mapping[str, Filled], captions: Captions) -> Drawing:
    """Return the front of the note.

    Args:
        places: every place of SPOTS.
        captions: the other words.
    """
    shapes: list[Shape] = [*_paper(captions)]
    for number, (key, spot) in enumerate(SPOTS.items(), 1):
        shapes += _place(number, spot, places[key], key)
    shapes.append(_currency(captions.currency))
    return Drawing(COLUMN, HEIGHT, tuple(shapes), captions.alt, keep_next=True)


@lru_cache(maxsize=16)
def back(number: int, captions: Captions) -> Drawing:
    """Return the back of the note, which stays empty.

    Args:
        number: of the place in the table.
        captions: the words.
    """
    inner = Spot(14, 12, float(COLUMN) - 28, float(BACK_HEIGHT) - 24, 0)
    shapes = (
        Box(0.5, 0.5, COLUMN - 1, BACK_HEIGHT - 1, fill=PAPER, stroke=INK, line=Pt(1), radius=Pt(4)),
        *_place(number, inner, Filled("empty", "", (captions.back,)), "back"),
    )
    return Drawing(COLUMN, BACK_HEIGHT, shapes, captions.back_alt, keep_next=True)


@lru_cache(maxsize=16)
def swatches(legend: tuple[tuple[str, str], ...]) -> Drawing:
    """Return the key to the drawing: what each kind of place looks like, and what it means.

    Args:
        legend: pairs of a kind («fill», «empty», «sample», «stamp») and its words.
    """
    share = COLUMN / len(legend)
    shapes: list[Shape] = []
    for index, (kind, text) in enumerate(legend):
        right = COLUMN - index * share
        spot = Spot(right - 20, 4, 20, 11, 0)
        shapes.append(_blank(spot, "fill" if kind == "stamp" else kind, None, stamp=kind == "stamp"))
        shapes.append(Words(right - share, 0, share - 24, 18, (words(text, 8),)))
    return Drawing(COLUMN, Pt(18), tuple(shapes), "", space_before=Pt(4), space_after=Pt(4))


def badge(x: float, y: float, number: int, colour: str = INK, radius: float = _BADGE) -> Iterator[Shape]:
    """Yield the numbered disc of a place; `x` and `y` are its centre."""
    yield Disc(x, y, radius, fill=colour, stroke=WHITE, line=Pt(1))
    text = words(to_persian(str(number)), radius * 1.13, bold=True, colour=WHITE, align=Align.CENTER)
    yield Words(x - radius, y - radius, 2 * radius, 2 * radius, (text,))


@lru_cache(maxsize=16)
def _paper(captions: Captions) -> tuple[Shape, ...]:
    """Return what is printed on the note, whatever is filled."""
    width, height = float(COLUMN), float(HEIGHT)
    return (
        Box(0.5, 0.5, width - 1, height - 1, fill=PAPER, stroke=INK, line=Pt(1), radius=Pt(4)),
        Box(5, 5, width - 10, height - 10, stroke=GREY, line=Pt(0.5), radius=Pt(2)),
        Words(195, 9, 120, 28, (words("سفته", 17, bold=True, colour=TITLE, align=Align.CENTER),)),
        Words(325, 11, 170, 24, (words(captions.ceiling, 8, colour=GREY_TEXT),)),
        Words(14, 11, 170, 24, (words(captions.serial, 8, colour=GREY_TEXT, align=Align.END),)),
        Stroke(12, 41, width - 12, 41, GREY, Pt(0.5)),
        Box(10, 144, width - 20, 110, stroke=INK, line=Pt(1.25), name="lower_box"),
    )


@lru_cache(maxsize=16)
def _currency(unit: str) -> Shape:
    spot = SPOTS["sum_digits"]
    return Words(spot.x - 32, spot.y, 28, spot.height, (words(unit, 9),))


@lru_cache(maxsize=64)  # most places are the same on every client's note
def _place(number: int, spot: Spot, filled: Filled, key: str) -> tuple[Shape, ...]:
    return tuple(_drawn(number, spot, filled, key))


def _drawn(number: int, spot: Spot, filled: Filled, key: str) -> Iterator[Shape]:
    stamp = key == "stamp"
    yield _blank(spot, filled.state, key, stamp=stamp)
    if spot.label:
        right = spot.x + spot.width + 2
        yield Words(right, spot.y, spot.label - 4, spot.height, (words(filled.printed, 8.5, bold=True),))
    elif filled.printed:
        label = words(filled.printed, 7.5, bold=True, colour=RED, align=Align.CENTER)
        yield Words(spot.x - 4, spot.y - 15, spot.width + 8, 13, (label,))
    yield from _text(spot, filled)
    yield from badge(spot.x + spot.width - 2, spot.y + 1, number, RED if stamp else INK)


def _blank(spot: Spot, state: str, name: str | None, *, stamp: bool) -> Box:
    place = (spot.x, spot.y, spot.width, spot.height)
    if state == "empty":
        return Box(*place, fill=WHITE, stroke=GREY, line=Pt(0.75), hatch=GREY, name=name)
    if state == "sample":
        return Box(*place, fill=WHITE, stroke=INK, line=Pt(1), dashed=True, name=name)
    edge = RED if stamp else YELLOW_EDGE
    return Box(*place, fill=YELLOW, stroke=edge, line=Pt(1.75 if stamp else 1), name=name)


def _text(spot: Spot, filled: Filled) -> Iterator[Shape]:
    if not filled.text:
        return
    colour = HAND if filled.state == "fill" else INK if filled.state == "sample" else GREY_TEXT
    strong = filled.state == "fill"
    inner = tuple(words(one, 9, bold=strong, colour=colour, align=Align.CENTER) for one in filled.text)
    left, width = spot.x + 4, spot.width - 20
    if filled.state == "empty":
        # Words on a hatching are hard to read: they stand on a plate of white.
        plate = min(width, 8 + 5.2 * max(map(len, filled.text)))
        middle, tall = spot.x + spot.width / 2, 15
        top = spot.y + (spot.height - tall) / 2
        yield Box(middle - plate / 2, top, plate, tall, fill=WHITE)
        yield Words(middle - plate / 2, top, plate, tall, inner)
        return
    yield Words(left, spot.y + 1, width, spot.height - 2, inner)
