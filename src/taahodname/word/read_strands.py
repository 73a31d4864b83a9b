"""Reading double and triple lines: several lines side by side in the place of one (ECMA-376 §20.1.10.15)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from taahodname.paper.drawings import Path, Pen, Point, Segment
from taahodname.units import Pt
from taahodname.word.read_geometry import CLOSE, line, move
from taahodname.word.read_site import Site

# For each kind, the lines from the left of the way one goes (the outer side of a box) to the right: where
# the middle of each lies across the width of the whole, and its share of that width.
_STRANDS: Mapping[str, tuple[tuple[float, float], ...]] = {
    "dbl": ((1 / 6, 1 / 3), (5 / 6, 1 / 3)),
    "thickThin": ((0.3, 0.6), (0.9, 0.2)),
    "thinThick": ((0.1, 0.2), (0.7, 0.6)),
    "tri": ((1 / 12, 1 / 6), (1 / 2, 1 / 3), (11 / 12, 1 / 6)),
}
OLDER: Mapping[str, str] = {
    "single": "sng",
    "thinThin": "dbl",
    "thickThin": "thickThin",
    "thinThick": "thinThick",
    "thickBetweenThin": "tri",
}
"""The names of VML for them."""


def strands(path: Path, kind: str, site: Site) -> Iterator[Path]:
    """Yield a path with its outline as several lines.

    Args:
        path: the path with its fill and its pen, which is as wide as all lines together.
        kind: «sng», «dbl» and the like.
        site: the file.

    Raises:
        UnsupportedFeature: when the path is not made of straight lines, or the kind is not known.
    """
    if path.pen is None or kind == "sng":
        yield path
        return
    points, closed = _corners(path.segments)
    if kind not in _STRANDS or len(points) < 2:
        raise site.refuse(f"خط چندتایی دور شکل خمیده ({kind[:20]})")
    if path.fill is not None:
        yield replace(path, pen=None)
    for middle, share in _STRANDS[kind]:
        away = (0.5 - middle) * path.pen.width
        moved = _moved(points, away, closed=closed)
        steps = (move(*moved[0]), *(line(*point) for point in moved[1:]), *((CLOSE,) if closed else ()))
        yield Path(steps, None, _thinner(path.pen, share))


def _thinner(pen: Pen, share: float) -> Pen:
    return replace(pen, width=Pt(pen.width * share))


def _corners(segments: Sequence[Segment]) -> tuple[list[Point], bool]:
    """Return the corners of one outline of straight lines; none where it is anything else."""
    closed = bool(segments) and segments[-1].kind == "close"
    steps = segments[:-1] if closed else segments
    kinds = [step.kind for step in steps]
    if not kinds or kinds[0] != "move" or any(kind != "line" for kind in kinds[1:]):
        return [], closed
    points = [step.points[-1] for step in steps]
    return [point for index, point in enumerate(points) if not index or point != points[index - 1]], closed


def _moved(points: Sequence[Point], away: float, *, closed: bool) -> list[Point]:
    """Return corners moved to the left of the way along them, where y goes downward."""
    count = len(points)
    found = []
    for index, (x, y) in enumerate(points):
        before = _normal(points[index - 1], (x, y)) if closed or index else None
        after = _normal((x, y), points[(index + 1) % count]) if closed or index < count - 1 else None
        one, two = before or after, after or before
        if one is None or two is None:
            continue
        # Where the two moved lines meet.
        scale = away / max(0.1, 1 + one[0] * two[0] + one[1] * two[1])
        found.append((x + (one[0] + two[0]) * scale, y + (one[1] + two[1]) * scale))
    return found


def _normal(start: Point, end: Point) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    return dy / length, -dx / length
