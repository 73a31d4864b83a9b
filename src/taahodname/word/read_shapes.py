"""Reading DrawingML shapes: lines, outlines, text boxes, groups and canvases become one drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from taahodname.paper.blocks import Block, Padding, Picture
from taahodname.paper.drawings import Image, Lettering, Path, Pen, Segment, Shape, TextBox
from taahodname.units import Pt
from taahodname.word.markup import Element
from taahodname.word.names import prefixed, qn
from taahodname.word.read_colours import colour_in
from taahodname.word.read_fills import (
    NOTHING,
    Fill,
    compound_of,
    fill_of,
    ink_on,
    pen_of,
    refuse_effects,
)
from taahodname.word.read_geometry import Outline, adjustments, free_paths, ready_made
from taahodname.word.read_poses import Frame, Pose, frame_of, pose_of
from taahodname.word.read_site import Site
from taahodname.word.read_strands import strands


class ReadPictures(Struct, frozen=True):
    """How pictures are read; handed in, for they stand in shapes and shapes beside them.

    Attributes:
        picture: reads a pic:pic.
        filling: reads an a:blipFill.
    """

    picture: Callable[[Element, Pose, Site], Picture]
    filling: Callable[[Element, Pose, Site], Image]


_SHAPES = frozenset({"wps:wsp", "wpg:wgp", "wpc:wpc"})
_GROUPS = frozenset({"wpg:wgp", "wpg:grpSp"})
_SIDE_INSET, _END_INSET = 91_440.0, 45_720.0  # EMU, where a box says nothing (ECMA-376 §21.1.2.1.1)
_CORNER = 0.29289  # of its radius: how far a round corner reaches into its box


def is_shape(element: Element) -> bool:
    """Tell whether an element of a drawing is a shape, a group or a canvas."""
    return isinstance(element.tag, str) and prefixed(element.tag) in _SHAPES


def read_shapes(
    element: Element, width: float, height: float, site: Site, pictures: ReadPictures
) -> tuple[Shape, ...]:
    """Return what a shape, a group or a canvas draws, the undermost first.

    Args:
        element: the wps:wsp, wpg:wgp or wpc:wpc.
        width, height: the room that the drawing has on the page.
        site: the file.
        pictures: how pictures in it are read.

    Raises:
        UnsupportedFeature: for what cannot be drawn as Word draws it.
    """
    reader = _Reader(pictures)
    box = Pose(width / 2, height / 2, width, height)
    tag = prefixed(element.tag)
    if tag == "wpc:wpc":
        return tuple(reader.canvas(element, box, site))
    # Word lays a drawing's own shape over the room it has, wherever its own place would be.
    path = "wpg:grpSpPr" if tag in _GROUPS else "wps:spPr"
    own = pose_of(element.find(f"{qn(path)}/{qn('a:xfrm')}"), site, box)
    pose = replace(own, x=box.x, y=box.y, width=width, height=height)
    return tuple(reader.member(element, pose, site, NOTHING))


class _Reader:
    def __init__(self, pictures: ReadPictures) -> None:
        self.pictures = pictures

    def canvas(self, element: Element, box: Pose, site: Site) -> Iterator[Shape]:
        site.count()
        background, whole = element.find(qn("wpc:bg")), element.find(qn("wpc:whole"))
        fill, pen = fill_of(background, None, box, site), pen_of(whole, None, site)
        outline = ready_made("rect", box.width, box.height, lambda _, usual: usual, site)
        yield from _drawn([outline], box, fill, pen)
        yield from self.members(element, Frame(box, 0.0, 0.0, box.width, box.height), site.inside(), NOTHING)

    def members(self, group: Element, frame: Frame, site: Site, fill: Fill) -> Iterator[Shape]:
        for child in group:
            if not isinstance(child.tag, str) or child.tag in _NOT_SHAPES:
                continue
            if child.tag == qn("mc:AlternateContent"):
                raise site.refuse("شکل با جایگزین درون گروه (mc:AlternateContent)")
            tag = prefixed(child.tag)
            path = _PROPERTIES.get(tag)
            if path is None:
                raise site.refuse(f"{_LABELS.get(tag, 'شکل ناشناخته')} ({tag})")
            own = pose_of(child.find(f"{qn(path)}/{qn('a:xfrm')}"), site, Pose(0, 0, 0, 0))
            yield from self.member(child, frame.pose_of(own), site, fill)

    def member(self, element: Element, pose: Pose, site: Site, group: Fill) -> Iterator[Shape]:
        site.count()
        tag = prefixed(element.tag)
        if tag in _GROUPS:
            properties = element.find(qn("wpg:grpSpPr"))
            refuse_effects(properties, None, site)
            fill = fill_of(properties, None, pose, site, group)
            frame = frame_of(None if properties is None else properties.find(qn("a:xfrm")), pose, site)
            yield from self.members(element, frame, site.inside(), fill)
        elif tag == "pic:pic":
            yield from self.picture(element, pose, site)
        else:
            yield from self.shape(element, pose, site, group)

    def picture(self, element: Element, pose: Pose, site: Site) -> Iterator[Shape]:
        plain = Pose(pose.x, pose.y, pose.width, pose.height)
        picture = self.pictures.picture(element, plain, site)
        picture = replace(picture, turn=pose.turn, flip_x=pose.flip_x, flip_y=pose.flip_y)
        label = element.find(f"{qn('pic:nvPicPr')}/{qn('pic:cNvPr')}")
        alt = "" if label is None else label.get("descr", "")
        yield from picture_shapes(element, replace(picture, alt=alt), pose, site)

    def shape(self, element: Element, pose: Pose, site: Site, group: Fill) -> Iterator[Shape]:
        properties, style = element.find(qn("wps:spPr")), element.find(qn("wps:style"))
        refuse_effects(properties, style, site)
        filling = None if properties is None else properties.find(qn("a:blipFill"))
        fill = NOTHING if filling is not None else fill_of(properties, style, pose, site, group)
        if filling is not None:
            clip = _clip(_outlines(properties, pose, site), pose)
            yield replace(self.pictures.filling(filling, pose, site), clip=clip)
        pen = pen_of(properties, style, site)
        if fill != NOTHING or pen is not None:
            kind = compound_of(properties, style, site)
            for path in _drawn(_outlines(properties, pose, site), pose, fill, pen):
                yield from strands(path, kind, site)
        yield from _text(element, pose, site, fill)


_NOT_SHAPES = frozenset(
    qn(tag)
    for tag in (
        "wpc:bg", "wpc:whole", "wpg:cNvPr", "wpg:cNvGrpSpPr", "wpg:grpSpPr", "wpg:extLst", "wpc:extLst",
    )
)  # fmt: skip
_PROPERTIES = {
    "wps:wsp": "wps:spPr",
    "wpg:grpSp": "wpg:grpSpPr",
    "wpg:wgp": "wpg:grpSpPr",
    "pic:pic": "pic:spPr",
}
_LABELS = {
    "wpg:graphicFrame": "نمودار در گروه",
    "wpc:graphicFrame": "نمودار در بوم",
    "wpg:contentPart": "دست‌نوشته",
}


def picture_shapes(element: Element, picture: Picture, pose: Pose, site: Site) -> Iterator[Shape]:
    """Yield a picture with the ground behind it, cut to its outline, and the line around it.

    Args:
        element: the pic:pic.
        picture: what it shows.
        pose: where it stands.
        site: the file.

    Raises:
        UnsupportedFeature: for grounds and lines that cannot be drawn.
    """
    properties = element.find(qn("pic:spPr"))
    shape = None if properties is None else properties.find(qn("a:prstGeom"))
    free = properties is not None and properties.find(qn("a:custGeom")) is not None
    outlines = _outlines(properties, pose, site) or [
        ready_made("rect", pose.width, pose.height, lambda _, usual: usual, site)
    ]
    yield from _drawn(outlines, pose, fill_of(properties, None, pose, site), None)
    cut = free or (shape is not None and shape.get("prst", "rect") != "rect")
    yield Image(pose.left, pose.top, picture, _clip(outlines, pose) if cut else ())
    pen = pen_of(properties, None, site)
    if pen is not None:
        for path in _drawn(outlines, pose, NOTHING, pen):
            yield from strands(path, compound_of(properties, None, site), site)


def _clip(outlines: list[Outline], pose: Pose) -> tuple[Segment, ...]:
    return tuple(pose.segment(one) for outline in outlines for one in outline.segments)


def _outlines(properties: Element | None, pose: Pose, site: Site) -> list[Outline]:
    free = None if properties is None else properties.find(qn("a:custGeom"))
    if free is not None:
        return free_paths(free, pose.width, pose.height, site)
    ready = None if properties is None else properties.find(qn("a:prstGeom"))
    if ready is None:
        return []
    name = ready.get("prst", "rect")
    return [ready_made(name, pose.width, pose.height, adjustments(ready, site), site)]


def _drawn(outlines: list[Outline], pose: Pose, fill: Fill, pen: Pen | None) -> Iterator[Path]:
    for outline in outlines:
        colour, opacity = fill if outline.filled else NOTHING
        line = pen if outline.drawn else None
        if outline.segments and (colour is not None or line is not None):
            segments = tuple(pose.segment(segment) for segment in outline.segments)
            yield Path(segments, colour, line, opacity)


# Text boxes -------------------------------------------------------------------------------------------


def _text(element: Element, pose: Pose, site: Site, fill: Fill) -> Iterator[TextBox]:
    if element.find(qn("wps:linkedTxbx")) is not None:
        raise site.refuse("کادرهای متن پیوسته (wps:linkedTxbx)")
    content = element.find(f"{qn('wps:txbx')}/{qn('w:txbxContent')}")
    body = element.find(qn("wps:bodyPr"))
    if content is None:
        return
    holder = content.getparent()
    number = None if holder is None else holder.get("id")
    # Word numbers single boxes as well.
    if number is not None and number in site.shared.chained(site.part, element):
        raise site.refuse("کادرهای متن پیوسته (wps:linkedTxbx)")
    if site.boxed:
        raise site.refuse("کادر متن درون کادر متن (wps:txbx)")
    _refuse_body(body, site)
    ink = colour_in(element.find(f"{qn('wps:style')}/{qn('a:fontRef')}"), site)
    blocks = site.read_boxed(content, ink_on(fill, None if ink is None else ink.rgb))
    yield _box(blocks, body, element.find(qn("wps:spPr")), pose, site)


def _refuse_body(body: Element | None, site: Site) -> None:
    if body is None:
        return
    if body.get("numCol", "1") not in ("0", "1"):
        raise site.refuse("کادر متن چندستونی (wps:bodyPr)")
    bent = body.find(qn("a:prstTxWarp"))
    if bent is not None and bent.get("prst", "textNoShape") != "textNoShape":
        raise site.refuse(f"وردآرت، WordArt ({bent.get('prst')})")
    if body.get("vert", "horz") not in _TURNS:
        raise site.refuse(f"متن عمودی در کادر ({body.get('vert')})")


_TURNS = {"horz": 0, "vert": 90, "vert270": 270}
_ANCHORS: dict[str, Literal["center", "bottom"]] = {"ctr": "center", "b": "bottom"}


def _box(
    blocks: tuple[Block, ...], body: Element | None, properties: Element | None, pose: Pose, site: Site
) -> TextBox:
    def said(name: str, usual: str | None = None) -> str | None:
        return usual if body is None else body.get(name, usual)

    turn = _TURNS[said("vert", "horz") or "horz"]
    upright = said("upright") in ("1", "true")
    # Office turns the words of what stands on its head, and never mirrors them.
    whole = 0.0 if upright else pose.turn + (180.0 if pose.flip_y else 0.0)
    inset = _inset(properties, pose)
    width, height = (pose.height, pose.width) if turn else (pose.width, pose.height)
    sides = [
        site.emu(said("tIns"), _END_INSET) + inset[1],
        site.emu(said("rIns"), _SIDE_INSET) + inset[0],
        site.emu(said("bIns"), _END_INSET) + inset[1],
        site.emu(said("lIns"), _SIDE_INSET) + inset[0],
    ]
    steps = turn // 90
    top, right, bottom, left = sides[steps:] + sides[:steps]
    return TextBox(
        pose.x - width / 2,
        pose.y - height / 2,
        width,
        height,
        blocks,
        Padding(Pt(top), Pt(right), Pt(bottom), Pt(left)),
        _ANCHORS.get(said("anchor", "t") or "t", "top"),
        (whole + turn) % 360,
        wrap=said("wrap", "square") != "none",
    )


def _inset(properties: Element | None, pose: Pose) -> tuple[float, float]:
    """Return how far text stands in from the sides and the ends of a shape that is no rectangle."""
    ready = None if properties is None else properties.find(qn("a:prstGeom"))
    name = "rect" if ready is None else ready.get("prst", "rect")
    if name == "ellipse":
        share = (1 - 2**-0.5) / 2
        return pose.width * share, pose.height * share
    if name == "roundRect" and ready is not None:
        guide = ready.find(f"{qn('a:avLst')}/{qn('a:gd')}")
        radius = 0.16667
        if guide is not None and guide.get("fmla", "").startswith("val "):
            try:
                radius = min(0.5, max(0.0, float(guide.get("fmla", "")[4:]) / 100_000))
            except ValueError:
                radius = 0.16667
        reach = min(pose.width, pose.height) * radius * _CORNER
        return reach, reach
    return 0.0, 0.0


def moved(shape: Shape, x: float, y: float) -> Shape:
    """Return a shape of a drawing moved right and down."""
    if isinstance(shape, Path):
        segments = tuple(
            Segment(one.kind, tuple((px + x, py + y) for px, py in one.points)) for one in shape.segments
        )
        fill = shape.fill
        if fill is not None and not isinstance(fill, str):
            (x1, y1), (x2, y2) = fill.start, fill.end
            fill = replace(fill, start=(x1 + x, y1 + y), end=(x2 + x, y2 + y))
        return replace(shape, segments=segments, fill=fill)
    if isinstance(shape, Image):
        clip = tuple(
            replace(one, points=tuple((px + x, py + y) for px, py in one.points)) for one in shape.clip
        )
        return replace(shape, x=shape.x + x, y=shape.y + y, clip=clip)
    if isinstance(shape, TextBox | Lettering):
        return replace(shape, x=shape.x + x, y=shape.y + y)
    raise TypeError(shape)  # the others are never read from a Word file
