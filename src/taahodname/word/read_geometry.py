"""Reading the outlines of shapes: Office's ready-made ones, and free paths (ECMA-376 §20.1.9)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from taahodname.paper.drawings import Point, Segment
from taahodname.word.markup import Element
from taahodname.word.names import prefixed, qn
from taahodname.word.read_guides import Guides
from taahodname.word.read_site import Site

_ARC = 0.5523  # a cubic curve with its handles so far out is a quarter of a circle to a thousandth
_MOST_STEPS = 20_000


class Outline(Struct, frozen=True):
    """One outline of a shape, from the top left corner of its box.

    Attributes:
        segments: its steps.
        filled, drawn: whether it takes the shape's fill, and its line.
    """

    segments: tuple[Segment, ...]
    filled: bool = True
    drawn: bool = True


def move(x: float, y: float) -> Segment:
    """Return a step to a point without a line."""
    return Segment("move", ((x, y),))


def line(x: float, y: float) -> Segment:
    """Return a straight line to a point."""
    return Segment("line", ((x, y),))


def curve(one: Point, two: Point, end: Point) -> Segment:
    """Return a cubic curve to a point."""
    return Segment("curve", (one, two, end))


CLOSE = Segment("close")


def polygon(*points: Point) -> tuple[Segment, ...]:
    """Return a closed outline of straight lines."""
    (first, *others) = points
    return (move(*first), *(line(*point) for point in others), CLOSE)


def arc(at: Point, across: float, down: float, start: float, sweep: float) -> list[Segment]:
    """Return a part of an ellipse as curves.

    Args:
        at: where it begins.
        across, down: its radii.
        start, sweep: in degrees, clockwise from the right.
    """
    middle = at[0] - across * math.cos(math.radians(start)), at[1] - down * math.sin(math.radians(start))
    steps = max(1, math.ceil(abs(sweep) / 90 - 1e-9))
    step = math.radians(sweep) / steps
    reach = 4 / 3 * math.tan(step / 4)
    found, angle = [], math.radians(start)

    def on(turn: float, out: float = 0.0) -> Point:
        cos, sin = math.cos(turn), math.sin(turn)
        return middle[0] + across * (cos - out * sin), middle[1] + down * (sin + out * cos)

    for _ in range(steps):
        found.append(curve(on(angle, reach), on(angle + step, -reach), on(angle + step)))
        angle += step
    return found


def ellipse(width: float, height: float) -> tuple[Segment, ...]:
    """Return an ellipse that fills a box."""
    start = (width, height / 2)
    return (move(*start), *arc(start, width / 2, height / 2, 0, 360), CLOSE)


def rounded(width: float, height: float, radii: tuple[float, float, float, float]) -> tuple[Segment, ...]:
    """Return a box with round corners; their radii go round from the top left one, clockwise."""
    one, two, three, four = radii
    steps = [move(0, one)]
    corners = (
        (one, (0.0, one), 180.0, (width - two, 0.0)),
        (two, (width - two, 0.0), 270.0, (width, height - three)),
        (three, (width, height - three), 0.0, (four, height)),
        (four, (four, height), 90.0, (0.0, one)),
    )
    for radius, begin, angle, following in corners:
        if radius:
            steps += arc(begin, radius, radius, angle, 90)
        steps.append(line(*following))
    return (*steps, CLOSE)


Adjust = Callable[[str, float], float]
"""Gives an adjustment of a ready-made shape as a share of one, by its name and its usual value."""
Ready = Callable[[float, float, Adjust], tuple[Segment, ...]]


def _round_rectangle(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    radius = min(w, h) * min(0.5, max(0.0, adjust("adj", 0.16667)))
    return rounded(w, h, (radius, radius, radius, radius))


def _round_two(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    top, foot = (min(w, h) * min(0.5, max(0.0, adjust(n, u))) for n, u in (("adj1", 0.16667), ("adj2", 0.0)))
    return rounded(w, h, (top, top, foot, foot))


def _round_one(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    return rounded(w, h, (0, min(w, h) * min(0.5, max(0.0, adjust("adj", 0.16667))), 0, 0))


def _round_diagonal(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    one, two = (min(w, h) * min(0.5, max(0.0, adjust(n, u))) for n, u in (("adj1", 0.16667), ("adj2", 0.0)))
    return rounded(w, h, (one, two, one, two))


def _snip_one(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    cut = min(w, h) * min(0.5, max(0.0, adjust("adj", 0.16667)))
    return polygon((0, 0), (w - cut, 0), (w, cut), (w, h), (0, h))


def _snip_two(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    cut = min(w, h) * min(0.5, max(0.0, adjust("adj1", 0.16667)))
    foot = min(w, h) * min(0.5, max(0.0, adjust("adj2", 0.0)))
    return polygon(
        (cut, 0), (w - cut, 0), (w, cut), (w, h - foot), (w - foot, h), (foot, h), (0, h - foot), (0, cut)
    )


def _triangle(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    return polygon((w * adjust("adj", 0.5), 0), (w, h), (0, h))


def _parallelogram(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    lean = min(w, min(w, h) * adjust("adj", 0.25))
    return polygon((lean, 0), (w, 0), (w - lean, h), (0, h))


def _trapezoid(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    lean = min(w / 2, min(w, h) * adjust("adj", 0.25))
    return polygon((lean, 0), (w - lean, 0), (w, h), (0, h))


def _home_plate(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    tip = min(w, min(w, h) * adjust("adj", 0.5))
    return polygon((0, 0), (w - tip, 0), (w, h / 2), (w - tip, h), (0, h))


def _chevron(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    tip = min(w, min(w, h) * adjust("adj", 0.5))
    return polygon((0, 0), (w - tip, 0), (w, h / 2), (w - tip, h), (0, h), (tip, h / 2))


def _hexagon(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    tip = min(w / 2, min(w, h) * adjust("adj", 0.25))
    rise = h / 2 * min(1.0, adjust("vf", 1.15470) * math.sin(math.radians(60)))
    top, foot = h / 2 - rise, h / 2 + rise
    return polygon((0, h / 2), (tip, top), (w - tip, top), (w, h / 2), (w - tip, foot), (tip, foot))


def _octagon(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    c = min(w, h) * min(0.5, max(0.0, adjust("adj", 0.29289)))
    return polygon((0, c), (c, 0), (w - c, 0), (w, c), (w, h - c), (w - c, h), (c, h), (0, h - c))


def _arrow(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    shaft = h * (1 - adjust("adj1", 0.5)) / 2
    head = min(w, min(w, h) * adjust("adj2", 0.5))
    x = w - head
    return polygon((0, shaft), (x, shaft), (x, 0), (w, h / 2), (x, h), (x, h - shaft), (0, h - shaft))


def _plus(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    a = min(w, h) * min(0.5, max(0.0, adjust("adj", 0.25)))
    return polygon(
        (0, a), (a, a), (a, 0), (w - a, 0), (w - a, a), (w, a),
        (w, h - a), (w - a, h - a), (w - a, h), (a, h), (a, h - a), (0, h - a),
    )  # fmt: skip


def _frame(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    a = min(w, h) * min(0.5, max(0.0, adjust("adj1", 0.125)))
    return polygon((0, 0), (w, 0), (w, h), (0, h)) + polygon((a, a), (a, h - a), (w - a, h - a), (w - a, a))


def _bent_connector(w: float, h: float, adjust: Adjust) -> tuple[Segment, ...]:
    x = w * adjust("adj1", 0.5)
    return (move(0, 0), line(x, 0), line(x, h), line(w, h))


def _rectangle(w: float, h: float, _: Adjust) -> tuple[Segment, ...]:
    return polygon((0, 0), (w, 0), (w, h), (0, h))


def _diagonal(w: float, h: float, _: Adjust) -> tuple[Segment, ...]:
    return (move(0, 0), line(w, h))


LINES = frozenset({"line", "straightConnector1", "lineInv", "bentConnector2", "bentConnector3"})
"""Ready-made shapes that have no inside."""

_READY: Mapping[str, Ready] = {
    "rect": _rectangle,
    "flowChartProcess": _rectangle,
    "textBox": _rectangle,
    "line": _diagonal,
    "straightConnector1": _diagonal,
    "lineInv": lambda w, h, _: (move(0, h), line(w, 0)),
    "bentConnector2": lambda w, h, _: (move(0, 0), line(w, 0), line(w, h)),
    "bentConnector3": _bent_connector,
    "roundRect": _round_rectangle,
    "flowChartAlternateProcess": _round_rectangle,
    "round1Rect": _round_one,
    "round2SameRect": _round_two,
    "round2DiagRect": _round_diagonal,
    "snip1Rect": _snip_one,
    "snip2SameRect": _snip_two,
    "ellipse": lambda w, h, _: ellipse(w, h),
    "flowChartConnector": lambda w, h, _: ellipse(w, h),
    "flowChartTerminator": lambda w, h, _: rounded(w, h, (min(w, h) / 2,) * 4),
    "triangle": _triangle,
    "rtTriangle": lambda w, h, _: polygon((0, 0), (w, h), (0, h)),
    "diamond": lambda w, h, _: polygon((w / 2, 0), (w, h / 2), (w / 2, h), (0, h / 2)),
    "flowChartDecision": lambda w, h, _: polygon((w / 2, 0), (w, h / 2), (w / 2, h), (0, h / 2)),
    "parallelogram": _parallelogram,
    "trapezoid": _trapezoid,
    "homePlate": _home_plate,
    "chevron": _chevron,
    "hexagon": _hexagon,
    "octagon": _octagon,
    "rightArrow": _arrow,
    "plus": _plus,
    "frame": _frame,
}


def ready_made(name: str, width: float, height: float, adjust: Adjust, site: Site) -> Outline:
    """Return the outline of one of Office's ready-made shapes.

    Args:
        name: what Office calls it.
        width, height: of its box.
        adjust: its adjustments.
        site: the file.

    Raises:
        UnsupportedFeature: when it is not among those that are drawn.
    """
    if name not in _READY:
        raise site.refuse(f"شکل آمادهٔ «{name[:30]}» (a:prstGeom)")
    return Outline(_READY[name](width, height, adjust), filled=name not in LINES)


def adjustments(geometry: Element, site: Site) -> Adjust:
    """Return the adjustments that an `a:prstGeom` says."""
    given = {
        guide.get("name", ""): site.number(guide.get("fmla", "").removeprefix("val ")) / 100_000
        for guide in geometry.iterfind(f"{qn('a:avLst')}/{qn('a:gd')}")
    }

    def adjust(name: str, usual: float) -> float:
        # Word writes «adj» or «adj1» for the first one.
        other = {"adj": "adj1", "adj1": "adj"}.get(name, name)
        return given.get(name, given.get(other, usual))

    return adjust


# Free paths -------------------------------------------------------------------------------------------


def free_paths(geometry: Element, width: float, height: float, site: Site) -> list[Outline]:
    """Return the outlines of an `a:custGeom`.

    Args:
        geometry: the element.
        width, height: of the shape's box, in points.
        site: the file.

    Raises:
        UnsupportedFeature: for formulas or steps that are not known, or far too many of them.
    """
    names = Guides(width, height, site)
    for guide in (
        *geometry.iterfind(f"{qn('a:avLst')}/{qn('a:gd')}"),
        *geometry.iterfind(f"{qn('a:gdLst')}/{qn('a:gd')}"),
    ):
        names.define(guide.get("name", ""), guide.get("fmla", ""))
    found = []
    for path in geometry.iterfind(f"{qn('a:pathLst')}/{qn('a:path')}"):
        if len(path) > _MOST_STEPS:
            raise site.refuse(f"شکل آزاد با بیش از {_MOST_STEPS} گام (a:path)")
        if path.get("fill", "norm") not in ("norm", "none"):
            raise site.refuse(f"رنگ‌آمیزی {path.get('fill')} در شکل آزاد (a:path)")
        found.append(
            Outline(
                tuple(_steps(path, names, width, height, site)),
                filled=path.get("fill", "norm") == "norm",
                drawn=path.get("stroke", "1") in ("1", "true"),
            )
        )
    return found


def _steps(path: Element, names: Guides, width: float, height: float, site: Site) -> Iterator[Segment]:
    own_width, own_height = site.number(path.get("w")), site.number(path.get("h"))
    across = width / own_width if own_width else 1 / 12_700
    down = height / own_height if own_height else 1 / 12_700
    at: Point = (0.0, 0.0)
    for step in path:
        tag = prefixed(step.tag) if isinstance(step.tag, str) else ""
        points = [
            (names.value(p.get("x", "0")) * across, names.value(p.get("y", "0")) * down)
            for p in step.iterfind(qn("a:pt"))
        ]
        if tag == "a:close":
            yield CLOSE
        elif tag == "a:arcTo":
            radii = names.value(step.get("wR", "0")) * across, names.value(step.get("hR", "0")) * down
            angles = (names.value(step.get(name, "0")) / 60_000 for name in ("stAng", "swAng"))
            for one in arc(at, *radii, *angles):
                at = one.points[-1]
                yield one
        elif tag in _POINTS and len(points) == _POINTS[tag]:
            yield _step(tag, at, points)
            at = points[-1]
        else:
            raise site.refuse(f"گام ناشناختهٔ شکل آزاد ({tag})")


_POINTS = {"a:moveTo": 1, "a:lnTo": 1, "a:cubicBezTo": 3, "a:quadBezTo": 2}


def _step(tag: str, at: Point, points: list[Point]) -> Segment:
    if tag == "a:quadBezTo":
        (handle, end) = points
        one = at[0] + 2 / 3 * (handle[0] - at[0]), at[1] + 2 / 3 * (handle[1] - at[1])
        two = end[0] + 2 / 3 * (handle[0] - end[0]), end[1] + 2 / 3 * (handle[1] - end[1])
        return curve(one, two, end)
    kinds = {"a:moveTo": move, "a:lnTo": line}
    return kinds[tag](*points[0]) if tag in kinds else curve(points[0], points[1], points[2])
