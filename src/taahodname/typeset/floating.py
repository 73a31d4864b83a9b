"""Floating pictures: where they stand on the sheet, and what they are drawn under or over."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from taahodname.paper.blocks import FloatingPicture, PageGeometry
from taahodname.paper.drawings import Drawing, TextBox
from taahodname.typeset.drawings import picture_mark
from taahodname.typeset.marks import Anchor, FillMark, Mark, PictureMark, TextMark

_SHARES = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
_EPSILON = 0.05

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom in points, y downward."""


class Spot(Struct, frozen=True, gc=False):
    """What the place of a floating picture is counted from, besides the sheet.

    Attributes:
        x, width: the column of the paragraph it hangs on.
        y: the top of that paragraph.
        page: the number of the page, from 1: odd pages are bound at the left.
    """

    x: float
    width: float
    y: float
    page: int = 1


def place(floating: FloatingPicture, spot: Spot, sheet: PageGeometry) -> tuple[float, float]:
    """Return the left and top edge of a floating picture, from the top left corner of the sheet."""
    picture = floating.picture
    left, width = _across(floating, spot, sheet)
    top, height = _down(floating, spot, sheet)
    x_align = _side(floating.x_align, spot.page)
    x = left + _offset(x_align, width - picture.width, floating.x, floating.x_share, width)
    y = top + _offset(floating.y_align, height - picture.height, floating.y, floating.y_share, height)
    return x, y


def _offset(align: str | None, slack: float, offset: float, share: float | None, length: float) -> float:
    if align is not None:
        return slack * _SHARES[align]
    return offset if share is None else share * length


def _side(align: str | None, page: int) -> str | None:
    """Return «inside» and «outside» as sides of the sheet."""
    if align not in ("inside", "outside"):
        return align
    return "left" if (align == "inside") == bool(page % 2) else "right"


def _across(floating: FloatingPicture, spot: Spot, sheet: PageGeometry) -> tuple[float, float]:
    """Return the left edge and the width of what a distance rightward counts from."""
    strips = {"left": (0.0, float(sheet.left)), "right": (sheet.width - sheet.right, float(sheet.right))}
    match floating.x_from:
        case "page":
            return 0.0, float(sheet.width)
        case "margin":
            return float(sheet.left), sheet.width - sheet.left - sheet.right
        case "column":
            return spot.x, spot.width
        case "left-margin" | "right-margin":
            return strips[floating.x_from.removesuffix("-margin")]
    side = _side(floating.x_from.removesuffix("-margin"), spot.page)
    return strips[side or "left"]


def _down(floating: FloatingPicture, spot: Spot, sheet: PageGeometry) -> tuple[float, float]:
    """Return the top edge and the height of what a distance downward counts from."""
    match floating.y_from:
        case "page":
            return 0.0, float(sheet.height)
        case "margin":
            return float(sheet.top), sheet.height - sheet.top - sheet.bottom
        case "top-margin":
            return 0.0, float(sheet.top)
        case "bottom-margin":
            return sheet.height - sheet.bottom, float(sheet.bottom)
    return spot.y, 0.0


def rectangle(anchor: Anchor, sheet: PageGeometry, page: int) -> Rectangle:
    """Return the place of a floating picture, from the top left corner of the sheet."""
    x, y = place(anchor.floating, Spot(anchor.x, anchor.width, anchor.y, page), sheet)
    picture = anchor.floating.picture
    return x, y, x + picture.width, y + picture.height


class _Settled(Struct):
    """A floating picture at its place, and where among the other marks it was met."""

    index: int
    floating: FloatingPicture
    box: Rectangle
    marks: list[Mark]


def settle(marks: Sequence[Mark | Anchor], sheet: PageGeometry, page: int, behind: list[Mark]) -> list[Mark]:
    """Return marks with every floating picture at its place.

    One is drawn where the paragraph it hangs on stands, so that its words are read there; one that would
    be drawn over or under the wrong thing then is drawn after all others, or goes to `behind`.

    Args:
        marks: of a head, a foot or a body, with places on the sheet.
        sheet: the page.
        page: its number, from 1.
        behind: what lies behind the text; more is added to it.
    """
    standing = [mark for mark in marks if not isinstance(mark, Anchor)]
    if len(standing) == len(marks):
        return standing
    settled = [
        _settled(index, mark, sheet, page) for index, mark in enumerate(marks) if isinstance(mark, Anchor)
    ]
    moved = [one for one in settled if _is_moved(one, settled, marks)]
    moved.sort(key=lambda one: one.floating.order)
    behind += [mark for one in moved if one.floating.behind for mark in one.marks]
    staying = {one.index: one.marks for one in settled if one not in moved}
    kept: list[Mark] = []
    for index, mark in enumerate(marks):
        if not isinstance(mark, Anchor):
            kept.append(mark)
        else:
            kept += staying.get(index, [])
    return kept + [mark for one in moved if not one.floating.behind for mark in one.marks]


def _settled(index: int, anchor: Anchor, sheet: PageGeometry, page: int) -> _Settled:
    box = rectangle(anchor, sheet, page)
    picture = anchor.floating.picture
    if isinstance(picture, Drawing):
        found: list[Mark] = [mark.shifted(box[0], box[1]) for mark in anchor.marks]
    else:
        found = [picture_mark(picture, box[0], box[1], anchor.tag)]
    return _Settled(index, anchor.floating, box, found)


def _is_moved(one: _Settled, settled: Sequence[_Settled], marks: Sequence[Mark | Anchor]) -> bool:
    """Return whether a picture cannot be drawn in the place of its paragraph."""
    if one.floating.behind and not _has_words(one.floating):
        return True
    if any(other is not one and _overlap(one.box, other.box) for other in settled):
        return True
    near = marks[: one.index] if one.floating.behind else marks[one.index + 1 :]
    return any((box := _box(mark)) is not None and _overlap(one.box, box) for mark in near)


def _has_words(floating: FloatingPicture) -> bool:
    picture = floating.picture
    return isinstance(picture, Drawing) and any(isinstance(shape, TextBox) for shape in picture.shapes)


def _box(mark: Mark | Anchor) -> Rectangle | None:
    match mark:
        case TextMark(line=line) if line.pieces:
            left = mark.x + line.places[0]
            right = mark.x + line.places[-1] + line.widths[-1]
            return left, mark.y - line.ascent, right, mark.y + line.descent
        case PictureMark() | FillMark():
            return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    return None


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    return (
        one[0] < other[2] - _EPSILON
        and other[0] < one[2] - _EPSILON
        and one[1] < other[3] - _EPSILON
        and other[1] < one[3] - _EPSILON
    )
