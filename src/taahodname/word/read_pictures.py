"""Reading drawings: what a w:drawing holds, in the line or floating; the rest is refused by name."""

from __future__ import annotations

from msgspec.structs import replace

from taahodname.paper.blocks import Crop, FloatingPicture, Picture
from taahodname.paper.drawings import Drawing, Image
from taahodname.units import Pt
from taahodname.word.markup import Element
from taahodname.word.names import qn
from taahodname.word.read_places import floating, size_of
from taahodname.word.read_poses import Pose, pose_of
from taahodname.word.read_rasters import changes_of, raster, target_of
from taahodname.word.read_shapes import ReadPictures, is_shape, moved, picture_shapes, read_shapes
from taahodname.word.read_site import Site

_OTHERS = {
    "chart": "نمودار، chart",
    "chartex": "نمودار، chart",
    "diagram": "نمودار SmartArt",
    "lockedCanvas": "بوم قفل‌شده",
    "wordprocessingInk": "دست‌نوشته، ink",
}


def read_drawing(
    drawing: Element, site: Site, *, begins: bool = True
) -> Picture | Drawing | FloatingPicture | None:
    """Return the picture or the shapes of a w:drawing; None where it is hidden.

    Args:
        drawing: the element.
        site: the file, and where it stands.
        begins: no word of its paragraph stands before it.

    Raises:
        UnsupportedFeature: for charts, diagrams, and all that cannot be drawn as Word draws it.
    """
    inline = drawing.find(qn("wp:inline"))
    anchor = drawing.find(qn("wp:anchor"))
    holder = inline if inline is not None else anchor
    if holder is None:
        raise site.refuse("w:drawing")
    label = holder.find(qn("wp:docPr"))
    if label is not None and label.get("hidden") in ("1", "true"):
        return None
    picture = _content(holder, site, "" if label is None else label.get("descr", ""))
    if inline is not None:
        return _standing(holder, picture, site)
    return floating(holder, picture, site, begins=begins)


def _content(holder: Element, site: Site, alt: str) -> Picture | Drawing:
    data = holder.find(f"{qn('a:graphic')}/{qn('a:graphicData')}")
    element = None if data is None else data.find(qn("pic:pic"))
    if element is None:
        inner = None if data is None else next((child for child in data if is_shape(child)), None)
        if inner is None:
            uri = "" if data is None else data.get("uri", "").rpartition("/")[2]
            raise site.refuse(f"{_OTHERS.get(uri, 'شکل ناشناخته')} (drawing {uri})")
        width, height = size_of(holder, site)
        return Drawing(width, height, read_shapes(inner, width, height, site, _READERS), alt)
    width, height = size_of(holder, site)
    pose = Pose(width / 2, height / 2, width, height)
    picture = replace(read_picture(element, pose, site), alt=alt)
    turned = replace(pose, turn=picture.turn, flip_x=picture.flip_x, flip_y=picture.flip_y)
    shapes = tuple(picture_shapes(element, picture, turned, site))
    plain = shapes == (Image(0.0, 0.0, picture),)
    return picture if plain else Drawing(width, height, shapes, "")


def read_picture(element: Element, pose: Pose, site: Site) -> Picture:
    """Return a pic:pic.

    Args:
        element: the element.
        pose: its box; a turn and mirrors that it says itself come on top.
        site: the file.

    Raises:
        UnsupportedFeature: when it is linked, missing, broken, or changed in a way that is not known.
    """
    fill = element.find(qn("pic:blipFill"))
    blip = None if fill is None else fill.find(qn("a:blip"))
    if fill is None or blip is None:
        raise site.refuse("تصویر پیوندی یا گمشده (a:blip)")
    target = target_of(blip.get(qn("r:embed"), ""), site)
    own = pose_of(element.find(f"{qn('pic:spPr')}/{qn('a:xfrm')}"), site, pose)
    effects = element.find(f"{qn('pic:spPr')}/{qn('a:effectLst')}")
    if effects is not None and len(effects):
        raise site.refuse("تصویر با سایه یا جلوه (a:effectLst)")
    return Picture(
        raster(target, changes_of(blip, site), site),
        Pt(pose.width),
        Pt(pose.height),
        crop=_crop(fill.find(qn("a:srcRect")), site),
        turn=own.turn,
        flip_x=own.flip_x,
        flip_y=own.flip_y,
    )


def read_filling(element: Element, pose: Pose, site: Site) -> Image:
    """Return the picture that fills a shape (`a:blipFill`), larger or smaller than its box as it says.

    Args:
        element: the a:blipFill.
        pose: the shape's box.
        site: the file.

    Raises:
        UnsupportedFeature: when it is laid like tiles, or cannot be drawn as a picture cannot.
    """
    blip, stretch = element.find(qn("a:blip")), element.find(qn("a:stretch"))
    if stretch is None or blip is None or element.get("rotWithShape") in ("0", "false"):
        raise site.refuse("شکل پُرشده با تصویر کاشی‌وار (a:blipFill)")
    inner = stretch.find(qn("a:fillRect"))
    top, right, bottom, left = (0.0 if inner is None else site.share(inner.get(side)) for side in "trbl")
    width, height = pose.width * (1 - left - right), pose.height * (1 - top - bottom)
    if width < 0 or height < 0:
        raise site.refuse("شکل پُرشده با تصویر وارونه (a:fillRect)")
    x, y = pose.point(pose.width * left + width / 2, pose.height * top + height / 2)
    target = target_of(blip.get(qn("r:embed"), ""), site)
    picture = Picture(
        raster(target, changes_of(blip, site), site),
        site.length(width),
        site.length(height),
        crop=_crop(element.find(qn("a:srcRect")), site),
        turn=pose.turn,
        flip_x=pose.flip_x,
        flip_y=pose.flip_y,
    )
    return Image(x - width / 2, y - height / 2, picture)


def _crop(rectangle: Element | None, site: Site) -> Crop | None:
    if rectangle is None:
        return None
    top, right, bottom, left = (site.share(rectangle.get(side)) for side in "trbl")
    if not any((top, right, bottom, left)):
        return None
    if left + right >= 1 or top + bottom >= 1 or min(top, right, bottom, left) < -_MOST_ROOM:
        raise site.refuse("تصویر برش‌خورده‌ای که چیزی از آن نمی‌ماند (a:srcRect)")
    return Crop(top, right, bottom, left)


_MOST_ROOM = 10.0  # a negative crop leaves room around the picture: ten times its size is no picture any more


def _standing(inline: Element, picture: Picture | Drawing, site: Site) -> Picture | Drawing:
    """Return a drawing that stands in the line, with the room that what is turned or outlined takes more."""
    extent = inline.find(qn("wp:effectExtent"))
    turned = isinstance(picture, Drawing) or picture.turn
    if extent is None or not turned:
        return picture
    left, top, right, bottom = (max(0.0, site.emu(extent.get(side))) for side in "ltrb")
    if isinstance(picture, Drawing):
        return with_room(picture, left, top, right, bottom)
    return with_room(as_drawing(picture), left, top, right, bottom)


def as_drawing(picture: Picture) -> Drawing:
    """Return a picture as a drawing that holds nothing else."""
    return Drawing(picture.width, picture.height, (Image(0.0, 0.0, picture),), "")


def with_room(drawing: Drawing, left: float, top: float, right: float, bottom: float) -> Drawing:
    """Return a drawing with room around it."""
    return replace(
        drawing,
        width=Pt(drawing.width + left + right),
        height=Pt(drawing.height + top + bottom),
        shapes=tuple(moved(shape, left, top) for shape in drawing.shapes),
    )


_READERS = ReadPictures(read_picture, read_filling)
