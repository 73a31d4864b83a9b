"""Writes the picture of a letterhead as a small file: few colours as PNG, many as JPEG."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_COLOURS = 64
_QUALITY = 82
_FAR = 14  # of 255: a colour further off than that is seen
_PART_OFF = 0.002


def packed(image: Image.Image, dpi: int, *, photo: bool = False) -> tuple[bytes, str]:
    """Return a picture as a file, and the ending of its name («png», «jpeg»).

    Args:
        image: in red, green and blue.
        dpi: what the file says of its fineness.
        photo: write a JPEG whatever it shows; a PDF takes that as it is.
    """
    if photo:
        return _file(image, "JPEG", quality=_QUALITY, optimize=True, dpi=(dpi, dpi)), "jpeg"
    from PIL import Image as Pillow

    few = image.quantize(_COLOURS, method=Pillow.Quantize.FASTOCTREE, dither=Pillow.Dither.NONE)
    plain = _file(few, "PNG", optimize=True, dpi=(dpi, dpi))
    smooth = _file(image, "JPEG", quality=_QUALITY, optimize=True, dpi=(dpi, dpi))
    if len(plain) <= len(smooth) and _is_like(few, image):
        return plain, "png"
    return smooth, "jpeg"


def _is_like(few: Image.Image, image: Image.Image) -> bool:
    """Tell whether hardly a point of a picture has another colour to the eye."""
    from PIL import ImageChops

    away = ImageChops.difference(few.convert("RGB"), image).convert("L")
    far = sum(away.histogram()[_FAR:])
    return far <= _PART_OFF * image.width * image.height


def _file(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
