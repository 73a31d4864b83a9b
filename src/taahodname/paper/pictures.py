"""Pictures and what floats: their files, what is cut off them, and where they stand on the sheet.

Every length is in points; «left» and «right» are the sides of the sheet.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from taahodname.paper.drawings import Drawing
from taahodname.units import Pt


class Crop(Struct, frozen=True, gc=False):
    """What is cut off a picture at each side, as shares of its own width and height."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0


class Picture(Struct, frozen=True, gc=False):
    """A picture and its size on paper; `data` is a PNG or JPEG file.

    Attributes:
        data: the file.
        width, height: of what is shown, before it is turned.
        alt: what it shows, for those who cannot see it; empty for an ornament.
        crop: what is cut off, or None.
        turn: degrees it is turned by about its middle, clockwise.
        flip_x, flip_y: it is mirrored from side to side, from top to bottom; before it is turned.
    """

    data: bytes
    width: Pt
    height: Pt
    alt: str = ""
    crop: Crop | None = None
    turn: float = 0.0
    flip_x: bool = False
    flip_y: bool = False


XFrom = Literal["page", "margin", "column", "left-margin", "right-margin", "inside-margin", "outside-margin"]
"""What a distance rightward counts from: the sheet, the text, the column, or the strip of a margin."""
YFrom = Literal["page", "margin", "paragraph", "top-margin", "bottom-margin"]
"""What a distance downward counts from."""


class Gaps(Struct, frozen=True, gc=False):
    """The room that text leaves around a floating picture, by the sides of the sheet."""

    top: Pt = Pt(0)
    right: Pt = Pt(0)
    bottom: Pt = Pt(0)
    left: Pt = Pt(0)


class FloatingPicture(Struct, frozen=True, gc=False):
    """A picture or a drawing that stands at a place of the page.

    Attributes:
        picture: what is shown.
        x_from, y_from: what the offsets count from: the sheet, the margins, or the paragraph it hangs on.
        x, y: offsets in points, rightward and downward.
        x_align, y_align: instead of an offset: «left», «center», «right», «inside», «outside» (the side of
            the binding, and the other one); «top», «center», «bottom».
        behind: drawn under the text.
        x_share, y_share: instead of an offset: a share of the width or height counted from.
        order: of two that overlap, the one with the higher number is seen.
        wrap: what text does: nothing («none»), stand beside it («square»), or above and below it only.
        gaps: the room that text leaves around it.
        side: where text stands beside it: on «both» sides, «left» or «right» of it, or on the «larger» side.
    """

    picture: Picture | Drawing
    x_from: XFrom
    y_from: YFrom
    x: Pt = Pt(0)
    y: Pt = Pt(0)
    x_align: str | None = None
    y_align: str | None = None
    behind: bool = True
    x_share: float | None = None
    y_share: float | None = None
    order: int = 0
    wrap: Literal["none", "square", "top-bottom"] = "none"
    gaps: Gaps = Gaps()
    side: Literal["both", "left", "right", "larger"] = "both"
