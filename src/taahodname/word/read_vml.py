"""Reading VML: the shapes, lines, text boxes, pictures and groups of a w:pict become one drawing each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from taahodname.paper.blocks import Crop, FloatingPicture, Padding, Picture
from taahodname.paper.drawings import Drawing, Image, Lettering, Path, Pen, Shape, TextBox
from taahodname.units import Pt
from taahodname.word import read_vml_style as vml
from taahodname.word.markup import Element
from taahodname.word.names import prefixed, qn
from taahodname.word.read_fills import DASHES, THINNEST, ink_on
from taahodname.word.read_geometry import LINES, Outline, ellipse, line, move, polygon, ready_made, rounded
from taahodname.word.read_poses import Frame, Pose
from taahodname.word.read_rasters import Changes, raster, target_of
from taahodname.word.read_site import Site
from taahodname.word.read_strands import OLDER, strands
from taahodname.word.read_vml_path import vml_outlines
from taahodname.word.read_vml_place import floats, vml_floating, vml_size
from taahodname.word.read_vml_style import Style

_SHAPES = frozenset({"v:shape", "v:rect", "v:roundrect", "v:oval", "v:line", "v:group", "v:polyline"})
_SILENT = frozenset(
    {"v:shapetype", "o:lock", "w10:wrap", "w10:anchorlock", "w10:bordertop", "w10:borderbottom"}
)
_FLAT = {"o:extrusion": "شکل سه‌بعدی", "v:extrusion": "شکل سه‌بعدی", "v:skew": "شکل کج", "o:skew": "شکل کج"}
_ANCHORS: dict[str, Literal["center", "bottom"]] = {"middle": "center", "bottom": "bottom"}
# The numbers of Office's ready-made shapes that stand without a path, and their names in DrawingML.
_READY = {
    1: "rect", 2: "roundRect", 3: "ellipse", 4: "diamond", 5: "triangle", 6: "rtTriangle", 7: "parallelogram",
    9: "hexagon", 10: "octagon", 11: "plus", 13: "rightArrow", 15: "homePlate", 20: "line",
    32: "straightConnector1", 33: "bentConnector2", 34: "bentConnector3", 55: "chevron", 75: "rect",
    109: "flowChartProcess", 176: "flowChartAlternateProcess", 202: "rect",
}  # fmt: skip
_PICTURE_FRAME = 75
_DASHES = {
    "shortdash": "sysDash", "shortdot": "sysDot", "shortdashdot": "sysDashDot",
    "shortdashdotdot": "sysDashDotDot", "longdash": "lgDash", "longdashdot": "lgDashDot",
    "longdashdotdot": "lgDashDotDot", "dashdot": "dashDot", "1 1": "sysDot",
    **{name.lower(): name for name in DASHES},
}  # fmt: skip


def read_pict(pict: Element, site: Site, *, begins: bool) -> list[Picture | Drawing | FloatingPicture]:
    """Return what a w:pict draws.

    Args:
        pict: the element.
        site: the file, and where it stands.
        begins: no word of its paragraph stands before it.

    Raises:
        UnsupportedFeature: for what cannot be drawn as Word draws it.
    """
    found: list[Picture | Drawing | FloatingPicture] = []
    for child in pict:
        tag = prefixed(child.tag) if isinstance(child.tag, str) else ""
        if tag in _SHAPES:
            drawn = _top(child, site, begins=begins)
            found += [] if drawn is None else [drawn]
        elif tag not in _SILENT:
            raise site.refuse(f"شکل قدیمی ورد ({tag} در w:pict)")
    return found


def _top(element: Element, site: Site, *, begins: bool) -> Picture | Drawing | FloatingPicture | None:
    style = vml.style_of(element)
    if style.get("visibility") == "hidden":
        return None
    reader = _Reader(site)
    alt = element.get("alt", "")
    if element.tag == qn("v:line"):
        pose, corner = _line_pose(element, style, site)
    else:
        width, height = vml_size(element, style, site)
        pose, corner = Pose(width / 2, height / 2, width, height), (0.0, 0.0)
    turned = replace(pose, turn=vml.angle(style.get("rotation"), site), **_flips(style))
    shapes = tuple(reader.shape(element, style, turned))
    drawing = Drawing(Pt(pose.width), Pt(pose.height), shapes, alt)
    if not floats(style):
        return drawing
    return vml_floating(element, style, drawing, corner, site, begins=begins)


def _flips(style: Style) -> dict[str, bool]:
    flip = style.get("flip", "")
    return {"flip_x": "x" in flip, "flip_y": "y" in flip}


def _line_pose(element: Element, style: Style, site: Site) -> tuple[Pose, tuple[float, float]]:
    """Return the box of a line, and its corner where the line says its own place."""
    ends = []
    for name, usual in (("from", "0,0"), ("to", "10,10")):
        across, _, down = (element.get(name) or usual).partition(",")
        ends.append((vml.length(across, site), vml.length(down, site)))
    (x1, y1), (x2, y2) = ends
    width, height = abs(x2 - x1), abs(y2 - y1)
    return Pose(width / 2, height / 2, width, height), (min(x1, x2), min(y1, y2))


class _Kind(Struct, frozen=True):
    """What a shape and the type it names say together."""

    element: Element
    type: Element | None

    def get(self, name: str) -> str | None:
        own = self.element.get(name)
        return own if own is not None or self.type is None else self.type.get(name)

    def find(self, tag: str) -> Element | None:
        own = self.element.find(qn(tag))
        return own if own is not None or self.type is None else self.type.find(qn(tag))

    @property
    def number(self) -> int | None:
        """The number of the ready-made shape."""
        given = None if self.type is None else self.type.get(qn("o:spt"))
        said = given or self.element.get("type") or ""
        digits = said.rpartition("_t")[2] if "_t" in said else said
        return int(float(digits)) if digits.replace(".", "", 1).isdecimal() and len(digits) < 9 else None


class _Reader:
    """Reads one shape with what is in it."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def shape(self, element: Element, style: Style, pose: Pose) -> Iterator[Shape]:
        self.site.count()
        if element.tag == qn("v:group"):
            yield from self.group(element, pose)
            return
        kind = _Kind(element, self.type_of(element))
        self.refuse(kind)
        letters = element.find(qn("v:textpath"))
        if letters is not None:
            yield self.lettering(kind, letters, pose)
            return
        image = element.find(qn("v:imagedata"))
        for outline in self.outlines(kind, pose):
            yield from self.painted(kind, outline, pose, is_picture=image is not None)
        if image is not None:
            yield self.image(image, pose)
        box = element.find(qn("v:textbox"))
        if box is not None:
            yield from self.text(box, style, pose, ink_on(self.fill(kind, is_picture=False), None))

    def type_of(self, element: Element) -> Element | None:
        name = element.get("type", "").removeprefix("#")
        if not name:
            return None
        return self.site.shared.kinds(self.site.part, element).get(name)

    def refuse(self, kind: _Kind) -> None:
        for tag, label in _FLAT.items():
            found = kind.element.find(qn(tag))
            if found is not None and vml.is_true(found.get("on"), usual=False):
                raise self.site.refuse(f"{label} ({tag})")
        shadow = kind.element.find(qn("v:shadow"))
        if shadow is not None and vml.is_true(shadow.get("on"), usual=False):
            raise self.site.refuse("سایهٔ شکل (v:shadow)")

    def group(self, element: Element, pose: Pose) -> Iterator[Shape]:
        width, height = vml.pair(element.get("coordsize"), self.site, (1000.0, 1000.0))
        x, y = vml.pair(element.get("coordorigin"), self.site, (0.0, 0.0))
        frame = Frame(pose, x, y, width, height)
        inner = _Reader(self.site.inside())
        for child in element:
            tag = prefixed(child.tag) if isinstance(child.tag, str) else ""
            if tag in _SHAPES:
                style = vml.style_of(child)
                own = self.member_pose(child, style)
                yield from inner.shape(child, style, frame.pose_of(own))
            elif tag and tag not in _SILENT:
                raise self.site.refuse(f"شکل قدیمی ورد ({tag} در v:group)")

    def member_pose(self, element: Element, style: Style) -> Pose:
        if element.tag == qn("v:line"):
            x1, y1 = vml.pair(element.get("from"), self.site, (0.0, 0.0))
            x2, y2 = vml.pair(element.get("to"), self.site, (10.0, 10.0))
            left, top, width, height = min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)
        else:
            left, top, width, height = (
                self.site.number(style.get(name, "0").removesuffix("px"))
                for name in ("left", "top", "width", "height")
            )
        turn = vml.angle(style.get("rotation"), self.site)
        return Pose(left + width / 2, top + height / 2, width, height, turn, **_flips(style))

    # Outlines -------------------------------------------------------------------------------------

    def outlines(self, kind: _Kind, pose: Pose) -> list[Outline]:
        width, height = pose.width, pose.height
        tag = prefixed(kind.element.tag)
        if tag == "v:rect":
            return [Outline(polygon((0, 0), (width, 0), (width, height), (0, height)))]
        if tag == "v:roundrect":
            radius = min(width, height) * min(0.5, vml.fraction(kind.get("arcsize"), self.site, 0.2))
            return [Outline(rounded(width, height, (radius, radius, radius, radius)))]
        if tag == "v:oval":
            return [Outline(ellipse(width, height))]
        if tag == "v:line":
            return [Outline((move(0, 0), line(width, height)), filled=False)]
        if tag == "v:polyline":
            raise self.site.refuse("خط شکستهٔ قدیمی ورد (v:polyline)")
        return self.free_outlines(kind, pose)

    def free_outlines(self, kind: _Kind, pose: Pose) -> list[Outline]:
        number = kind.number
        if number in _READY and kind.element.get("path") is None:
            if kind.element.get("adj") is not None and number != _PICTURE_FRAME:
                raise self.site.refuse(f"شکل آمادهٔ دگرگون‌شده ({_READY[number]}, adj)")
            return [ready_made(_READY[number], pose.width, pose.height, lambda _, usual: usual, self.site)]
        path = kind.get("path")
        if not path:
            raise self.site.refuse(
                f"شکل قدیمی ورد بی مسیر (v:shape type={kind.element.get('type', '')[:30]})"
            )
        width, height = vml.pair(kind.get("coordsize"), self.site, (1000.0, 1000.0))
        x, y = vml.pair(kind.get("coordorigin"), self.site, (0.0, 0.0))
        across, down = pose.width / width if width else 0.0, pose.height / height if height else 0.0
        return [_scaled(one, -x, -y, across, down) for one in vml_outlines(path, self.site)]

    def painted(self, kind: _Kind, outline: Outline, pose: Pose, *, is_picture: bool) -> Iterator[Path]:
        fill, opacity = self.fill(kind, is_picture=is_picture)
        pen = self.pen(kind, is_picture=is_picture) if outline.drawn else None
        if not outline.filled or kind.number in (20, 32, 33, 34) or (_READY.get(kind.number or 0) in LINES):
            fill = None
        if fill is not None or pen is not None:
            own = kind.find("v:stroke")
            said = "single" if own is None else own.get("linestyle", "single")
            path = Path(tuple(pose.segment(one) for one in outline.segments), fill, pen, opacity)
            yield from strands(path, OLDER.get(said, said), self.site)

    def fill(self, kind: _Kind, *, is_picture: bool) -> tuple[str | None, float]:
        own = kind.find("v:fill")
        on = vml.is_true(kind.get("filled"), usual=not is_picture)
        if not on or (own is not None and not vml.is_true(own.get("on"), usual=True)):
            return None, 1.0
        colour = vml.colour(kind.get("fillcolor"), self.site, "FFFFFF")
        if own is None:
            return colour, 1.0
        if own.get("type", "solid") != "solid":
            raise self.site.refuse(f"شکل قدیمی ورد پُرشده با {own.get('type')} (v:fill)")
        opacity = vml.fraction(own.get("opacity"), self.site, 1.0)
        return vml.colour(own.get("color"), self.site, colour), min(1.0, max(0.0, opacity))

    def pen(self, kind: _Kind, *, is_picture: bool) -> Pen | None:
        own = kind.find("v:stroke")
        on = vml.is_true(kind.get("stroked"), usual=not is_picture)
        if not on or (own is not None and not vml.is_true(own.get("on"), usual=True)):
            return None
        colour = vml.colour(kind.get("strokecolor"), self.site, "000000")
        width = Pt(max(THINNEST, vml.length(kind.get("strokeweight"), self.site, 0.75, unit=1 / 12_700)))
        if own is None:
            return Pen(colour, width)
        for name in ("startarrow", "endarrow"):
            if own.get(name, "none") not in ("none", ""):
                raise self.site.refuse(f"پیکان سر خط (v:stroke {name})")
        dash = _DASHES.get(own.get("dashstyle", "solid").lower())
        if dash is None:
            raise self.site.refuse(f"خط‌چین دلخواه (v:stroke {own.get('dashstyle')})")
        opacity = min(1.0, max(0.0, vml.fraction(own.get("opacity"), self.site, 1.0)))
        return Pen(colour, width, tuple(part * width for part in DASHES[dash]), opacity=opacity)

    # Pictures, letters and text boxes -------------------------------------------------------------

    def image(self, image: Element, pose: Pose) -> Image:
        site = self.site
        if image.get("chromakey") or vml.is_true(image.get("bilevel"), usual=False):
            raise site.refuse("دگرگونی رنگ تصویر (v:imagedata)")
        gain = vml.fraction(image.get("gain"), site, 1.0)
        black = vml.fraction(image.get("blacklevel"), site, 0.0)
        changes = Changes(gain=gain, grey=vml.is_true(image.get("grayscale"), usual=False))
        if gain != 1.0 or black:
            changes = replace(changes, lift=0.5 - 0.5 * gain + black)
        target = target_of(image.get(qn("r:id")) or image.get(qn("r:pict")) or "", site)
        sides = [
            vml.fraction(image.get(f"crop{side}"), site, 0.0) for side in ("top", "right", "bottom", "left")
        ]
        crop = Crop(*sides) if any(sides) else None
        if crop and (crop.left + crop.right >= 1 or crop.top + crop.bottom >= 1 or min(sides) < -10):
            raise site.refuse("تصویر برش‌خورده‌ای که چیزی از آن نمی‌ماند (v:imagedata)")
        size = Pt(pose.width), Pt(pose.height)
        data = raster(target, changes, site)
        picture = Picture(data, *size, "", crop, pose.turn, pose.flip_x, pose.flip_y)
        return Image(pose.left, pose.top, picture)

    def lettering(self, kind: _Kind, letters: Element, pose: Pose) -> Lettering:
        if not kind.element.get("id", "").startswith(_WATERMARK):
            raise self.site.refuse("وردآرت، WordArt (v:textpath)")
        look = vml.style_of(letters)
        colour, opacity = self.fill(kind, is_picture=False)
        family = look.get("font-family", "").strip("\"'").replace("&quot;", "") or "Times New Roman"
        return Lettering(
            pose.left,
            pose.top,
            pose.width,
            pose.height,
            letters.get("string", ""),
            family,
            look.get("font-weight") == "bold",
            look.get("font-style") == "italic",
            colour or "C0C0C0",
            opacity,
            pose.turn,
        )

    def text(self, box: Element, style: Style, pose: Pose, ink: str | None) -> Iterator[TextBox]:
        content = box.find(qn("w:txbxContent"))
        if content is None:
            return
        if self.site.boxed:
            raise self.site.refuse("کادر متن درون کادر متن (v:textbox)")
        look = {**vml.style_of(box)}
        if look.get("layout-flow", "horizontal") != "horizontal":
            raise self.site.refuse("متن عمودی در کادر (layout-flow)")
        owner = box.getparent()
        own = set() if owner is None else {owner.get("id"), owner.get(qn("o:spid"))}
        following = look.get("mso-next-textbox", "").removeprefix("#")
        if following and following not in own:
            raise self.site.refuse("کادرهای متن پیوسته (mso-next-textbox)")
        left, top, right, bottom = (
            vml.length(given or None, self.site, usual)
            for given, usual in zip(
                [*(box.get("inset", "").split(",")), "", "", "", ""], _INSETS, strict=False
            )
        )
        anchor = style.get("v-text-anchor", "top").removesuffix("-baseline").removesuffix("-center")
        yield TextBox(
            pose.left,
            pose.top,
            pose.width,
            pose.height,
            self.site.read_boxed(content, ink),
            Padding(top, right, bottom, left),
            _ANCHORS.get(anchor, "top"),
            pose.turn,
            wrap=style.get("mso-wrap-style", "square") != "none",
        )


_INSETS = (7.2, 3.6, 7.2, 3.6)  # points: left, top, right and bottom, where a box says nothing
_WATERMARK = "PowerPlusWaterMarkObject"


def _scaled(outline: Outline, x: float, y: float, across: float, down: float) -> Outline:
    segments = tuple(
        replace(one, points=tuple(((px + x) * across, (py + y) * down) for px, py in one.points))
        for one in outline.segments
    )
    return replace(outline, segments=segments)
