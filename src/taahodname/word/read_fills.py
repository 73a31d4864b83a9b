"""Reading how a shape is filled and outlined: its own settings, else those of its style in the theme."""

from __future__ import annotations

import math
from typing import Literal

from msgspec.structs import replace

from taahodname.paper.drawings import Gradient, Pen
from taahodname.units import Pt
from taahodname.word.markup import Element
from taahodname.word.names import prefixed, qn
from taahodname.word.read_colours import Colour, colour_in
from taahodname.word.read_poses import Pose
from taahodname.word.read_site import Site

_FILLS = ("a:noFill", "a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill")
_DARK = 62.0  # of 255
_LINE_WIDTH = 9_525.0  # EMU: three quarters of a point, where nothing is said (ECMA-376 §20.1.2.2.24)
THINNEST = 0.1
"""Points: a thinner line is not seen, and its dashes would be without number."""
# In widths of the line, dash and gap in turn (ECMA-376 §20.1.10.48).
DASHES: dict[str, tuple[float, ...]] = {
    "solid": (),
    "dot": (1, 3),
    "dash": (4, 3),
    "lgDash": (8, 3),
    "dashDot": (4, 3, 1, 3),
    "lgDashDot": (8, 3, 1, 3),
    "lgDashDotDot": (8, 3, 1, 3, 1, 3),
    "sysDash": (3, 1),
    "sysDot": (1, 1),
    "sysDashDot": (3, 1, 1, 1),
    "sysDashDotDot": (3, 1, 1, 1, 1, 1),
}
_CAPS: dict[str, Literal["flat", "round", "square"]] = {"flat": "flat", "rnd": "round", "sq": "square"}

Fill = tuple[str | Gradient | None, float]
"""A fill and its opacity."""
NOTHING: Fill = (None, 1.0)


def fill_of(
    properties: Element | None, style: Element | None, pose: Pose, site: Site, group: Fill = NOTHING
) -> Fill:
    """Return the fill of a shape.

    Args:
        properties: its `wps:spPr`.
        style: its `wps:style`, or None.
        pose: where it stands.
        site: the file.
        group: the fill of the group it is in.

    Raises:
        UnsupportedFeature: for patterns, pictures and gradients that follow no straight line.
    """
    own = _first(properties, *_FILLS)
    if own is not None:
        return _fill(own, pose, site, None, group)
    reference = None if style is None else style.find(qn("a:fillRef"))
    number = 0 if reference is None else int(site.number(reference.get("idx")))
    if reference is None or number <= 0:
        return NOTHING
    colour = colour_in(reference, site)
    formats = site.formats("a:fillStyleLst")
    if number <= len(formats):
        return _fill(formats[number - 1], pose, site, colour, group)
    return (colour.rgb, colour.opacity) if colour is not None and not formats else _refused(site, number)


def ink_on(fill: Fill, ink: str | None) -> str | None:
    """Return the colour of words that name none: on a dark ground Word's «automatic» black is white.

    Args:
        fill: of the shape they stand in.
        ink: what the shape's style says, or None.
    """
    colour, opacity = fill
    if not isinstance(colour, str) or opacity < 0.5 or ink not in (None, "000000"):
        return ink
    red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    # As LibreOffice reckons what is dark, so that both readers agree.
    return "FFFFFF" if 0.299 * red + 0.587 * green + 0.114 * blue <= _DARK else ink


def _refused(site: Site, number: int) -> Fill:
    raise site.refuse(f"پُرکردن شمارهٔ {number} پوسته (a:fillRef)")


def _first(parent: Element | None, *tags: str) -> Element | None:
    wanted = {qn(tag) for tag in tags}
    return next((child for child in ([] if parent is None else parent) if child.tag in wanted), None)


def _fill(element: Element, pose: Pose, site: Site, placeholder: Colour | None, group: Fill) -> Fill:
    tag = prefixed(element.tag)
    if tag == "a:noFill":
        return NOTHING
    if tag == "a:solidFill":
        colour = colour_in(element, site, placeholder)
        return NOTHING if colour is None else (colour.rgb, colour.opacity)
    if tag == "a:grpFill":
        return group
    if tag == "a:gradFill":
        return _gradient(element, pose, site, placeholder)
    labels = {"a:blipFill": "شکل پُرشده با تصویر", "a:pattFill": "شکل پُرشده با نقش"}
    raise site.refuse(f"{labels.get(tag, 'پُرکردن ناشناخته')} ({tag})")


def _gradient(element: Element, pose: Pose, site: Site, placeholder: Colour | None) -> Fill:
    direction = element.find(qn("a:lin"))
    stops = []
    for stop in element.iterfind(f"{qn('a:gsLst')}/{qn('a:gs')}"):
        colour = colour_in(stop, site, placeholder)
        if colour is not None:
            stops.append((min(1.0, max(0.0, site.share(stop.get("pos")))), colour))
    if direction is None or not stops:
        raise site.refuse("طیف رنگ ناخطی (a:gradFill)")
    if len({colour.opacity for _, colour in stops}) > 1:
        raise site.refuse("طیف رنگ با شفافیت‌های گوناگون (a:gradFill)")
    angle = site.angle(direction.get("ang"))
    plain = [(place, colour.rgb) for place, colour in stops]
    return gradient(angle, plain, pose), stops[0][1].opacity


def gradient(angle: float, stops: list[tuple[float, str]], pose: Pose) -> Gradient:
    """Return a gradient over a box.

    Args:
        angle: of its direction in the box, in degrees clockwise from the right.
        stops: places from 0 to 1 with their colours.
        pose: the box.
    """
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    half = (abs(pose.width * cos) + abs(pose.height * sin)) / 2
    middle = pose.width / 2, pose.height / 2
    start = pose.point(middle[0] - cos * half, middle[1] - sin * half)
    end = pose.point(middle[0] + cos * half, middle[1] + sin * half)
    return Gradient(start, end, _whole(sorted(stops, key=lambda stop: stop[0])))


def _whole(stops: list[tuple[float, str]]) -> tuple[tuple[float, str], ...]:
    """Return stops that rise from 0 to 1."""
    found = list(stops)
    if found[0][0] > 0:
        found.insert(0, (0.0, found[0][1]))
    if found[-1][0] < 1 or len(found) == 1:
        found.append((1.0, found[-1][1]))
    rising = [found[0]]
    for place, colour in found[1:]:
        # Two colours at one place make a sharp edge: nearly the same place does as well.
        rising.append((max(place, rising[-1][0] + 1e-4), colour))
    top = rising[-1][0]
    return tuple((place / top, colour) for place, colour in rising)


# Lines ------------------------------------------------------------------------------------------------


def pen_of(properties: Element | None, style: Element | None, site: Site) -> Pen | None:
    """Return the outline of a shape, or None.

    Args:
        properties: its `wps:spPr`.
        style: its `wps:style`, or None.
        site: the file.

    Raises:
        UnsupportedFeature: for arrows and lines of several colours.
    """
    own = None if properties is None else properties.find(qn("a:ln"))
    reference = None if style is None else style.find(qn("a:lnRef"))
    number = 0 if reference is None else int(site.number(reference.get("idx")))
    formats = site.formats("a:lnStyleLst")
    base = formats[number - 1] if 0 < number <= len(formats) else None
    placeholder = colour_in(reference, site) if number > 0 else None
    paint = _first(own, *_FILLS)
    if paint is None:
        paint = _first(base, *_FILLS)
    if paint is None and placeholder is None:
        return None
    if paint is not None and paint.tag == qn("a:noFill"):
        return None
    if paint is not None and paint.tag != qn("a:solidFill"):
        raise site.refuse(f"خط چندرنگ ({prefixed(paint.tag)})")
    colour = placeholder if paint is None else colour_in(paint, site, placeholder)
    layers = [layer for layer in (own, base) if layer is not None]
    if not layers:
        return Pen((colour or Colour("000000")).rgb)
    return _pen(layers, colour or Colour("000000"), site)


def _pen(layers: list[Element], colour: Colour, site: Site) -> Pen:
    for layer in layers:
        for tag in ("a:headEnd", "a:tailEnd"):
            end = layer.find(qn(tag))
            if end is not None and end.get("type", "none") != "none":
                raise site.refuse(f"پیکان سر خط ({tag})")
    width = Pt(max(THINNEST, site.emu(_attribute(layers, "w"), _LINE_WIDTH)))
    dash = next((found for layer in layers if (found := layer.find(qn("a:prstDash"))) is not None), None)
    if any(layer.find(qn("a:custDash")) is not None for layer in layers[:1]):
        raise site.refuse("خط‌چین دلخواه (a:custDash)")
    pen = Pen(
        colour.rgb, width, opacity=colour.opacity, cap=_CAPS.get(_attribute(layers, "cap") or "", "flat")
    )
    pen = replace(pen, dashes=dashes("solid" if dash is None else dash.get("val", "solid"), width, site))
    if layers[0].find(qn("a:round")) is not None:
        return replace(pen, join="round")
    if layers[0].find(qn("a:bevel")) is not None:
        return replace(pen, join="bevel")
    return pen


def compound_of(properties: Element | None, style: Element | None, site: Site) -> str:
    """Return whether an outline is one line («sng») or several side by side («dbl» and the like).

    Args:
        properties: its `wps:spPr`.
        style: its `wps:style`, or None.
        site: the file.
    """
    own = None if properties is None else properties.find(qn("a:ln"))
    if own is not None and own.get("cmpd"):
        return own.get("cmpd", "sng")
    reference = None if style is None else style.find(qn("a:lnRef"))
    number = 0 if reference is None else int(site.number(reference.get("idx")))
    formats = site.formats("a:lnStyleLst")
    return formats[number - 1].get("cmpd", "sng") if 0 < number <= len(formats) else "sng"


def _attribute(layers: list[Element], name: str) -> str | None:
    return next((value for layer in layers if (value := layer.get(name)) is not None), None)


def dashes(name: str, width: float, site: Site) -> tuple[float, ...]:
    """Return the dashes of a line in points.

    Raises:
        UnsupportedFeature: when no kind of dash has the name.
    """
    if name not in DASHES:
        raise site.refuse(f"خط‌چین ناشناخته ({name[:20]})")
    return tuple(part * width for part in DASHES[name])


def refuse_effects(properties: Element | None, style: Element | None, site: Site) -> None:
    """Refuse shadows, glows and the third dimension.

    Raises:
        UnsupportedFeature: when a shape has one.
    """
    own = _first(properties, "a:effectLst", "a:effectDag")
    reference = None if style is None else style.find(qn("a:effectRef"))
    number = 0 if reference is None else int(site.number(reference.get("idx")))
    formats = site.formats("a:effectStyleLst")
    holders = [own] if own is not None else []
    if own is None and 0 < number <= len(formats):
        holders = list(formats[number - 1])
    for holder in holders:
        first = next((child for child in holder if isinstance(child.tag, str)), None)
        if first is not None:
            raise site.refuse(f"سایه، درخشش یا جلوهٔ شکل ({prefixed(first.tag)})")
    solid = _first(properties, "a:scene3d", "a:sp3d")
    if solid is not None and any(child.tag == qn("a:bevelT") for child in solid):
        raise site.refuse(f"شکل سه‌بعدی ({prefixed(solid.tag)})")
