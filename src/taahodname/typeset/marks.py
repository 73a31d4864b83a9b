"""What stands on a page once it is laid out: text lines, rules, fills, pictures, shapes and named places.

Every mark carries its place in points from the top left corner of what it stands in (a slab, then the
sheet), y downward; `shifted` moves it. No mark is ever changed, so that none is part of a cycle (`gc=False`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from taahodname.paper.blocks import Crop, FloatingPicture, Ruling
from taahodname.paper.drawings import Box, Disc, Path, Segment, Stroke
from taahodname.typeset.lines import Line
from taahodname.typeset.structure import LAYOUT, Tag

if TYPE_CHECKING:
    from taahodname.typeset.pdf_small import DrawnPage


class TextMark(Struct, frozen=True, gc=False):
    """A set line of text; `y` is its base line, `x` the left edge of its column, `tag` its paragraph."""

    x: float
    y: float
    line: Line
    tag: Tag = LAYOUT

    def shifted(self, dx: float, dy: float) -> TextMark:
        """Return the mark moved right and down."""
        return TextMark(self.x + dx, self.y + dy, self.line, self.tag)


class RuleMark(Struct, frozen=True, gc=False):
    """A straight ruled line, drawn as `ruling` says."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str
    ruling: Ruling = "single"

    def shifted(self, dx: float, dy: float) -> RuleMark:
        """Return the mark moved right and down."""
        ends = (self.x1 + dx, self.y1 + dy, self.x2 + dx, self.y2 + dy)
        return RuleMark(*ends, self.width, self.colour, self.ruling)


class Edge(Struct, frozen=True, cache_hash=True, gc=False):
    """A ruled line among others; places count from those of the mark it is part of."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str
    ruling: Ruling


class EdgesMark(Struct, frozen=True, gc=False):
    """Ruled lines that move and are drawn together: the borders of a row's cells."""

    x: float
    y: float
    edges: tuple[Edge, ...]

    def shifted(self, dx: float, dy: float) -> EdgesMark:
        """Return the mark moved right and down."""
        return EdgesMark(self.x + dx, self.y + dy, self.edges)


class FillMark(Struct, frozen=True, gc=False):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str

    def shifted(self, dx: float, dy: float) -> FillMark:
        """Return the mark moved right and down."""
        return FillMark(self.x + dx, self.y + dy, self.width, self.height, self.colour)


class PictureMark(Struct, frozen=True, gc=False):
    """A picture, its top left corner at the place; `tag` says what it is in the document.

    What is cut off, how it is turned (degrees, clockwise) and mirrored is said as in `Picture`; `clip` is an
    outline outside of which nothing is seen, from the place.
    """

    x: float
    y: float
    width: float
    height: float
    data: bytes
    tag: Tag = LAYOUT
    crop: Crop | None = None
    turn: float = 0.0
    flip_x: bool = False
    flip_y: bool = False
    clip: tuple[Segment, ...] = ()

    def shifted(self, dx: float, dy: float) -> PictureMark:
        """Return the mark moved right and down."""
        return replace(self, x=self.x + dx, y=self.y + dy)


class PlaceMark(Struct, frozen=True, gc=False):
    """A named rectangle: nothing is drawn, but its place is told."""

    x: float
    y: float
    width: float
    height: float
    name: str

    def shifted(self, dx: float, dy: float) -> PlaceMark:
        """Return the mark moved right and down."""
        return PlaceMark(self.x + dx, self.y + dy, self.width, self.height, self.name)


class ShapeMark(Struct, frozen=True, gc=False):
    """A shape of a drawing; the place is that of the drawing's top left corner, `tag` what it is part of."""

    x: float
    y: float
    shape: Box | Disc | Stroke | Path
    tag: Tag = LAYOUT

    def shifted(self, dx: float, dy: float) -> ShapeMark:
        """Return the mark moved right and down."""
        return ShapeMark(self.x + dx, self.y + dy, self.shape, self.tag)


class SheetMark(Struct, frozen=True, gc=False):
    """A page that was laid out before, drawn small.

    Attributes:
        x, y: its top left corner.
        width, height: of the page itself, before it is made small.
        scale: how small.
        page: the page as its own PDF draws it.
        tag: what it is in the document.
    """

    x: float
    y: float
    width: float
    height: float
    scale: float
    page: DrawnPage
    tag: Tag = LAYOUT

    def shifted(self, dx: float, dy: float) -> SheetMark:
        """Return the mark moved right and down."""
        return replace(self, x=self.x + dx, y=self.y + dy)


class TurnedMark(Struct, frozen=True, gc=False):
    """Marks that are turned together.

    Attributes:
        x, y: the point they are turned about.
        turn: degrees, clockwise.
        marks: what stands there, places counted from that point.
    """

    x: float
    y: float
    turn: float
    marks: tuple[Mark, ...]

    def shifted(self, dx: float, dy: float) -> TurnedMark:
        """Return the mark moved right and down."""
        return TurnedMark(self.x + dx, self.y + dy, self.turn, self.marks)


class OutlineMark(Struct, frozen=True, gc=False):
    """The outlines of letters, which are no part of the text.

    Attributes:
        x, y: where their own place (0, 0) is.
        operators: they, as operators of PDF with y upward.
        colour: RRGGBB.
        opacity: from 0 to 1.
        tag: what it is in the document.
    """

    x: float
    y: float
    operators: str
    colour: str
    opacity: float = 1.0
    tag: Tag = LAYOUT

    def shifted(self, dx: float, dy: float) -> OutlineMark:
        """Return the mark moved right and down."""
        return replace(self, x=self.x + dx, y=self.y + dy)


Mark = (
    TextMark
    | RuleMark
    | EdgesMark
    | FillMark
    | PictureMark
    | PlaceMark
    | ShapeMark
    | SheetMark
    | TurnedMark
    | OutlineMark
)


class Anchor(Struct, frozen=True, gc=False):
    """A floating picture and the place of the paragraph it hangs on, kept until the page is known.

    Attributes:
        x, y, width: the place and the width of that paragraph's column.
        floating: the picture.
        tag: what it is in the document.
        marks: a drawing's marks, from its own top left corner; none for a picture.
    """

    x: float
    y: float
    width: float
    floating: FloatingPicture
    tag: Tag = LAYOUT
    marks: tuple[Mark, ...] = ()

    def shifted(self, dx: float, dy: float) -> Anchor:
        """Return the anchor moved right and down."""
        return Anchor(self.x + dx, self.y + dy, self.width, self.floating, self.tag, self.marks)


def shift(marks: Sequence[Mark | Anchor], dx: float, dy: float) -> list[Mark | Anchor]:
    """Return marks moved right and down."""
    if not dx and not dy:
        return list(marks)
    return [
        TextMark(mark.x + dx, mark.y + dy, mark.line, mark.tag)  # most are, and a call takes as long again
        if type(mark) is TextMark
        else mark.shifted(dx, dy)
        for mark in marks
    ]


def aside(marks: Sequence[Mark | Anchor]) -> list[Mark | Anchor]:
    """Return marks that are drawn once more, as a table's head on its next page: no part of the text."""
    return [_aside(mark) for mark in marks]


def _aside(mark: Mark | Anchor) -> Mark | Anchor:
    if isinstance(mark, TurnedMark):
        return replace(mark, marks=_all_aside(mark.marks))
    if isinstance(mark, Anchor):
        return replace(mark, tag=LAYOUT, marks=_all_aside(mark.marks))
    if isinstance(mark, TextMark | PictureMark | ShapeMark | OutlineMark):
        return replace(mark, tag=LAYOUT)
    return mark


def _all_aside(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return tuple(found for mark in marks if not isinstance(found := _aside(mark), Anchor))
