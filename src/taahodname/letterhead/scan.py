"""Reads a letterhead that is a picture, PNG or JPEG, whatever its colours and however it was held."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from msgspec import Struct

from taahodname.errors import LetterheadError
from taahodname.letterhead.paper_size import HEIGHT, WIDTH, Fit, fit
from taahodname.persian.digits import to_persian

if TYPE_CHECKING:
    from PIL import Image

MAX_PIXELS = 80_000_000
"""A4 at 600 dpi has 35 million; a picture with more than this fills the memory for nothing."""
DPI_WANTED = 200
"""Coarser pictures look rough in print; it is told."""
DPI_KEPT = 300
"""Finer pictures are made smaller: the printers of offices show no more."""

_LEAST_SIDE = 100
_DEEP = {"I;16", "I;16B", "I;16L", "I;16N", "I", "F"}


class Scan(Struct, frozen=True):
    """A picture that was read.

    Attributes:
        image: on an A4 sheet.
        dpi: of `image`.
        source_dpi: of the picture itself across the sheet.
        width, height: of the picture in pixels, upright.
        turned: its file says that it was held otherwise, and it was turned upright.
        place: where it stands on the sheet.
    """

    image: Image.Image
    dpi: int
    source_dpi: int
    width: int
    height: int
    turned: bool
    place: Fit


def read_scan(data: bytes, name: str) -> Scan:
    """Return a picture on an A4 sheet, white where it has nothing.

    Args:
        data: the file.
        name: its name, for messages.

    Raises:
        LetterheadError: when it is no sound PNG or JPEG, too small, or too large.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        # Pillow warns of odd metadata on the console; the picture is read all the same.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image, turned = _opened(data, name)
    except Image.DecompressionBombError as error:
        raise _too_large(name) from error
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        KeyError,
        TypeError,
        ArithmeticError,
    ) as error:
        raise LetterheadError(
            f"سربرگ «{name}» تصویر PNG یا JPEG سالم نیست. تصویر را دوباره ذخیره یا اسکن کنید.",
            f"the letterhead {name} is not a sound PNG or JPEG picture; save or scan it again",
        ) from error
    if min(image.size) < _LEAST_SIDE:
        raise LetterheadError(
            f"تصویر سربرگ «{name}» تنها {to_persian(f'{image.width}×{image.height}')} نقطه دارد. برگه را با "
            f"دقت {to_persian(str(DPI_WANTED))} نقطه در اینچ یا بیشتر اسکن کنید.",
            f"the picture {name} has only {image.width} by {image.height} pixels; scan the sheet at "
            f"{DPI_WANTED} dpi or more",
        )
    return _on_sheet(image, turned)


_ORIENTATION = 0x0112


def _opened(data: bytes, name: str) -> tuple[Image.Image, bool]:
    """Return a picture upright and in plain colours, and whether it was turned."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
        if opened.width * opened.height > MAX_PIXELS:
            raise _too_large(name)
        turned = opened.getexif().get(_ORIENTATION, 1) not in (0, 1)
        if opened.format == "JPEG":
            opened.draft(None, _enough(opened))
        return _plain(ImageOps.exif_transpose(opened)), turned


def _enough(opened: Image.Image) -> tuple[int, int]:
    """Return the size below which a JPEG need not be decoded: that saves memory for huge ones."""
    least = round(WIDTH / 25.4 * DPI_KEPT)
    return (least, least) if min(opened.size) > 2 * least else opened.size


def _plain(image: Image.Image) -> Image.Image:
    """Return a picture in red, green and blue on white."""
    from PIL import Image

    if image.mode in _DEEP:
        deep = image.convert("F")
        bright = max(value for value in deep.getextrema() if isinstance(value, int | float))
        scale = 255 / 65535 if bright > 255 else 1.0
        image = deep.point(lambda value: value * scale).convert("L")
    if image.has_transparency_data:
        full = image.convert("RGBA")
        ground = Image.new("RGBA", full.size, (255, 255, 255, 255))
        return Image.alpha_composite(ground, full).convert("RGB")
    if image.mode == "CMYK":
        return _from_ink(image)
    return image.convert("RGB")


def _from_ink(image: Image.Image) -> Image.Image:
    """Return a CMYK picture in screen colours, by its own profile where it has one."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            return image.convert("RGB")
        if turned is not None:
            return turned
    return image.convert("RGB")


def _on_sheet(image: Image.Image, turned: bool) -> Scan:
    from PIL import Image

    width, height = image.size
    place = fit(width, height)
    source_dpi = round(width / (WIDTH * place.width / 25.4))
    dpi = max(72, min(DPI_KEPT, source_dpi))
    size = (round(WIDTH / 25.4 * dpi), round(HEIGHT / 25.4 * dpi))
    inner = (max(1, round(size[0] * place.width)), max(1, round(size[1] * place.height)))
    if image.size != inner:
        image = image.resize(inner, Image.Resampling.LANCZOS)
    if inner == size:
        return Scan(image, dpi, source_dpi, width, height, turned, place)
    sheet = Image.new("RGB", size, (255, 255, 255))
    top = size[1] - inner[1] - round(size[1] * place.y)
    sheet.paste(image, (round(size[0] * place.x), max(0, top)))
    return Scan(sheet, dpi, source_dpi, width, height, turned, place)


def _too_large(name: str) -> LetterheadError:
    limit = to_persian(str(MAX_PIXELS // 1_000_000))
    return LetterheadError(
        f"تصویر سربرگ «{name}» بیش از {limit} میلیون نقطه دارد. آن را با دقت ۳۰۰ نقطه در اینچ ذخیره کنید.",
        f"the picture {name} has more than {MAX_PIXELS // 1_000_000} million pixels; save it at 300 dpi",
    )
