"""Drawings: boxes, discs, rules, words and pages in small, placed by hand in a rectangle of their own.

Places are in points from the drawing's top left corner, y downward. Shapes are drawn in their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from taahodname.units import Pt

if TYPE_CHECKING:
    from taahodname.paper.blocks import PageGeometry, Paragraph


@dataclass(frozen=True, slots=True)
class Box:
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


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle around a point."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    line: Pt = Pt(0.75)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = "000000"
    line: Pt = Pt(0.75)
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
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
    """Pages that the typesetter laid out before."""

    @property
    def geometry(self) -> PageGeometry:
        """Their size and margins."""


@dataclass(frozen=True, slots=True)
class Miniature:
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


Shape = Box | Disc | Stroke | Words | Miniature


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing, which stands in the middle of its column.

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
