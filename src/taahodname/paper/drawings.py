"""Drawings: boxes, discs, rules, words and pages in small, placed by hand in a rectangle of their own.

Places are in points from the drawing's top left corner, y downward. Shapes are drawn in their order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct

from taahodname.units import Pt

if TYPE_CHECKING:
    from taahodname.paper.blocks import Block, Padding, PageGeometry, Paragraph, Picture


class Box(Struct, frozen=True, gc=False):
    """A rectangle.

    Attributes:
        fill: its colour (RRGGBB), or None.
        stroke: the colour of its outline, or None.
        line: the width of the outline.
        dashed: the outline is broken.
        radius: of its corners.
        hatch: the colour of slanted lines that fill it, or None.
        name: by which its place on the pages can be asked for.
    """

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    line: Pt = Pt(0.75)
    dashed: bool = False
    radius: Pt = Pt(0)
    hatch: str | None = None
    name: str | None = None


class Disc(Struct, frozen=True, gc=False):
    """A circle around a point."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    line: Pt = Pt(0.75)


class Stroke(Struct, frozen=True, gc=False):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = "000000"
    line: Pt = Pt(0.75)
    dashed: bool = False


class Words(Struct, frozen=True, gc=False):
    """Paragraphs in a rectangle. What is too tall for it is set smaller, by the same share throughout.

    Attributes:
        least: the smallest share of its own size that text may shrink to; beyond it, it is refused.
    """

    x: float
    y: float
    width: float
    height: float
    paragraphs: tuple[Paragraph, ...]
    valign: Literal["top", "center", "bottom"] = "center"
    least: float = 0.55


class Laid(Protocol):
    """Pages that the typesetter laid out and drew before."""

    @property
    def geometry(self) -> PageGeometry:
        """Their size and margins."""


class Miniature(Struct, frozen=True, gc=False):
    """A page of another document, the page itself and not a picture of it, drawn small.

    Attributes:
        x, y: its top left corner.
        scale: how small.
        laid: the pages it is one of.
        page: its number among them, from 1.
        name: by which its place can be asked for.
    """

    x: float
    y: float
    scale: float
    laid: Laid
    page: int
    name: str | None = None


Point = tuple[float, float]


class Segment(Struct, frozen=True, gc=False):
    """A step of a path: «move», «line» and «curve» (a cubic one) to a point, or «close».

    Attributes:
        kind: what it does.
        points: where to; a curve has its two handles before it.
    """

    kind: Literal["move", "line", "curve", "close"]
    points: tuple[Point, ...] = ()


class Gradient(Struct, frozen=True, gc=False):
    """A fill that changes along a straight line.

    Attributes:
        start, end: of the line; beyond them the colours of its ends go on.
        stops: places along it, from 0 to 1 and rising, with their colours (RRGGBB).
    """

    start: Point
    end: Point
    stops: tuple[tuple[float, str], ...]


class Pen(Struct, frozen=True, gc=False):
    """How an outline is drawn.

    Attributes:
        colour: RRGGBB.
        width: in points.
        dashes: lengths of the dashes and the gaps between them, in points; empty for an unbroken line.
        cap: how its ends look.
        join: how its corners look.
        opacity: from 0 (nothing is seen) to 1.
    """

    colour: str = "000000"
    width: Pt = Pt(0.75)
    dashes: tuple[float, ...] = ()
    cap: Literal["flat", "round", "square"] = "flat"
    join: Literal["miter", "round", "bevel"] = "miter"
    opacity: float = 1.0


class Path(Struct, frozen=True, gc=False):
    """Straight and curved lines, filled and outlined.

    Attributes:
        segments: its steps.
        fill: its colour (RRGGBB) or gradient, or None.
        pen: its outline, or None.
        opacity: of the fill, from 0 to 1.
    """

    segments: tuple[Segment, ...]
    fill: str | Gradient | None = None
    pen: Pen | None = None
    opacity: float = 1.0


class Image(Struct, frozen=True, gc=False):
    """A picture at a place of a drawing.

    Attributes:
        x, y: its corner, before it is turned.
        picture: what is shown.
        clip: an outline of the drawing outside of which nothing of it is seen; none where all is.
    """

    x: float
    y: float
    picture: Picture
    clip: tuple[Segment, ...] = ()


class TextBox(Struct, frozen=True, gc=False):
    """Paragraphs and tables in a rectangle, in their own size.

    What is too tall for it runs over its foot: a text that is cut off is a text that is lost.

    Attributes:
        x, y, width, height: the rectangle, before it is turned.
        blocks: what stands in it.
        padding: the room between its edges and the text.
        valign: where text stands that is shorter than the box.
        turn: degrees it is turned by about its middle, clockwise.
        wrap: lines end at its edge; else it grows to both sides until its longest paragraph is one line.
    """

    x: float
    y: float
    width: float
    height: float
    blocks: tuple[Block, ...]
    padding: Padding
    valign: Literal["top", "center", "bottom"] = "top"
    turn: float = 0.0
    wrap: bool = True


class Lettering(Struct, frozen=True, gc=False):
    """Words stretched to fill a rectangle, as Word's WordArt draws a watermark; they are no part of the text.

    Attributes:
        x, y, width, height: the rectangle, before it is turned.
        words: of one direction.
        family: of the font, as the letter asks for it.
        bold, italic: of the font.
        colour: RRGGBB.
        opacity: from 0 to 1.
        turn: degrees it is turned by about its middle, clockwise.
    """

    x: float
    y: float
    width: float
    height: float
    words: str
    family: str
    bold: bool = False
    italic: bool = False
    colour: str = "C0C0C0"
    opacity: float = 1.0
    turn: float = 0.0


Shape = Box | Disc | Stroke | Words | Miniature | Path | Image | TextBox | Lettering


class Drawing(Struct, frozen=True, gc=False):
    """A drawing. As a block it stands in the middle of its column; it may stand in a line or float as well.

    Attributes:
        width, height: of its rectangle.
        shapes: what is drawn, the first one undermost.
        alt: what it shows, for those who cannot see it; empty for an ornament.
        space_before, space_after: the room above and below.
        keep_next: it stands on the page of what follows.
    """

    width: Pt
    height: Pt
    shapes: tuple[Shape, ...]
    alt: str
    space_before: Pt = Pt(0)
    space_after: Pt = Pt(0)
    keep_next: bool = False
