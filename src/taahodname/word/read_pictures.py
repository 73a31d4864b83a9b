"""Reading pictures: DrawingML pictures in the line or floating; anything else drawn is refused by name."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

from taahodname.errors import UnsupportedFeature, WordFileError
from taahodname.paper.blocks import FloatingPicture, Picture
from taahodname.units import Pt, emu_to_pt
from taahodname.word.markup import Element
from taahodname.word.names import qn
from taahodname.word.package import Package

_MOST_PIXELS = 40_000_000
_KINDS = {"PNG", "JPEG", "GIF", "BMP", "TIFF"}
_X_FROM: dict[str, Literal["page", "margin", "column"]] = {
    "page": "page",
    "margin": "margin",
    "column": "column",
    "character": "column",
}
_Y_FROM: dict[str, Literal["page", "margin", "paragraph"]] = {
    "page": "page",
    "margin": "margin",
    "paragraph": "paragraph",
    "line": "paragraph",
}
_FLOWING = {"wp:wrapTopAndBottom": "متن بالا و پایین تصویر"}


def read_drawing(drawing: Element, package: Package, part: str, near: str) -> Picture | FloatingPicture:
    """Return the picture of a w:drawing.

    Args:
        drawing: the element.
        package: where the picture's bytes are.
        part: the part the drawing stands in.
        near: the words beside it, for messages.

    Raises:
        UnsupportedFeature: for shapes, charts, diagrams, text boxes, cropped or turned pictures.
    """
    inline = drawing.find(qn("wp:inline"))
    anchor = drawing.find(qn("wp:anchor"))
    holder = inline if inline is not None else anchor
    if holder is None:
        raise UnsupportedFeature("w:drawing", part, near)
    picture = _picture(holder, package, part, near)
    return picture if inline is not None else _floating(holder, picture, part, near)


def _picture(holder: Element, package: Package, part: str, near: str) -> Picture:
    data = holder.find(f"{qn('a:graphic')}/{qn('a:graphicData')}")
    element = None if data is None else data.find(qn("pic:pic"))
    if element is None:
        uri = "" if data is None else data.get("uri", "").rpartition("/")[2]
        raise UnsupportedFeature(f"شکل، کادر متن یا نمودار (drawing {uri})", part, near)
    _check_plain(element, part, near)
    blip = element.find(f".//{qn('a:blip')}")
    target = _target(package, part, "" if blip is None else blip.get(qn("r:embed"), ""))
    if target is None:
        raise UnsupportedFeature("تصویر پیوندی یا گمشده (a:blip)", part, near)
    extent = holder.find(qn("wp:extent"))
    if extent is None:
        raise UnsupportedFeature("تصویر بی‌اندازه (wp:extent)", part, near)
    label = holder.find(qn("wp:docPr"))
    return Picture(
        _as_raster(package.parts[target], target, part, near),
        emu_to_pt(float(extent.get("cx", "0"))),
        emu_to_pt(float(extent.get("cy", "0"))),
        "" if label is None else label.get("descr", ""),
    )


def _target(package: Package, part: str, relation_id: str) -> str | None:
    for relation in package.relations(part):
        if relation.id == relation_id and not relation.external and relation.target in package.parts:
            return relation.target
    return None


def _check_plain(element: Element, part: str, near: str) -> None:
    crop = element.find(f".//{qn('a:srcRect')}")
    if crop is not None and any(value not in ("0", "") for value in crop.attrib.values()):
        raise UnsupportedFeature("تصویر برش‌خورده (a:srcRect)", part, near)
    frame = element.find(f".//{qn('a:xfrm')}")
    if frame is not None and (
        frame.get("rot", "0") != "0" or frame.get("flipH", "0") != "0" or frame.get("flipV", "0") != "0"
    ):
        raise UnsupportedFeature("تصویر چرخیده یا وارونه (a:xfrm)", part, near)


def _as_raster(data: bytes, name: str, part: str, near: str) -> bytes:
    """Return a picture as PNG or JPEG, as it is where it is one."""
    from PIL import Image, UnidentifiedImageError  # only letters with pictures need it

    try:
        with Image.open(BytesIO(data)) as image:
            kind, size = image.format, image.size
            if kind not in _KINDS:
                raise UnsupportedFeature(f"تصویر {kind} ({name})", part, near)
            if size[0] * size[1] > _MOST_PIXELS:
                raise WordFileError(
                    f"تصویر {name} بیش از اندازه بزرگ است ({size[0]}×{size[1]} نقطه)؛ آن را کوچک‌تر کنید.",
                    f"the picture {name} is too large ({size[0]}x{size[1]} pixels); make it smaller",
                )
            if kind in ("PNG", "JPEG"):
                return data
            out = BytesIO()
            image.convert("RGBA").save(out, "PNG")
            return out.getvalue()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError) as error:
        raise UnsupportedFeature(f"تصویر خراب یا ناشناخته ({name})", part, near) from error


def _floating(anchor: Element, picture: Picture, part: str, near: str) -> FloatingPicture:
    for tag, label in _FLOWING.items():
        if anchor.find(qn(tag)) is not None:
            raise UnsupportedFeature(f"{label} ({tag})", part, near)
    x_from, x, x_align = _position(anchor.find(qn("wp:positionH")))
    y_from, y, y_align = _position(anchor.find(qn("wp:positionV")))
    if x_from not in _X_FROM or y_from not in _Y_FROM:
        raise UnsupportedFeature(f"جای تصویر نسبت به {x_from}/{y_from} (wp:anchor)", part, near)
    if x_align in ("inside", "outside") or y_align in ("inside", "outside"):
        raise UnsupportedFeature("چینش درونی و بیرونی تصویر (wp:align)", part, near)
    return FloatingPicture(
        picture,
        _X_FROM[x_from],
        _Y_FROM[y_from],
        x,
        y,
        x_align,
        y_align,
        behind=anchor.get("behindDoc", "0") in ("1", "true"),
    )


def _position(element: Element | None) -> tuple[str, Pt, str | None]:
    if element is None:
        return "", Pt(0), None
    align = element.find(qn("wp:align"))
    offset = element.find(qn("wp:posOffset"))
    length = Pt(0) if offset is None else emu_to_pt(float(offset.text or 0))
    return element.get("relativeFrom", ""), length, None if align is None else (align.text or "").strip()
