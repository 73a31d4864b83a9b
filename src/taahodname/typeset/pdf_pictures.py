"""Pictures of a PDF: each one is put into the file once, in grey or sRGB, its transparency beside it.

A picture that stands for a page of another PDF gives way to that page itself.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfgen.canvas import Canvas

from taahodname.typeset.imported import ImportedPage, form_of
from taahodname.typeset.marks import PictureMark
from taahodname.typeset.operators import number, ratio
from taahodname.typeset.pdf_objects import Stream, document_of

_KEPT = 8  # pictures, each of some 10 to 500 KB
_LEVEL = 6  # of deflating: at 9 a letterhead's logo is 5 % smaller and takes four times as long
_NOTHING: Mapping[str, ImportedPage] = MappingProxyType({})
_SPACES: Mapping[str, str] = {"L": "DeviceGray", "RGB": "DeviceRGB"}


def placing(mark: PictureMark, bottom: float) -> str:
    """Return the operators that bring a picture's own square to its place: turned, mirrored, cut off.

    Args:
        mark: the picture.
        bottom: its lower edge before it is turned, in points from the foot of the sheet.
    """
    if mark.crop is None and not (mark.turn or mark.flip_x or mark.flip_y):
        size, place = f"{number(mark.width)} 0 0 {number(mark.height)}", f"{number(mark.x)} {number(bottom)}"
        return f"{size} {place} cm"
    angle = math.radians(-mark.turn)
    cos, sin, back = ratio(math.cos(angle)), ratio(math.sin(angle)), ratio(-math.sin(angle))
    middle = f"{number(mark.x + mark.width / 2)} {number(bottom + mark.height / 2)}"
    wide = -mark.width if mark.flip_x else mark.width
    tall = -mark.height if mark.flip_y else mark.height
    out = f"{cos} {sin} {back} {cos} {middle} cm {number(wide)} 0 0 {number(tall)} 0 0 cm"
    if mark.crop is None:
        return f"{out} 1 0 0 1 -0.5 -0.5 cm"
    # The whole picture is drawn so much larger that what is kept fills the place, and clipped to it.
    crop = mark.crop
    across = 1 / max(1e-6, 1 - crop.left - crop.right)
    up = 1 / max(1e-6, 1 - crop.top - crop.bottom)
    left, foot = -0.5 - crop.left * across, -0.5 - crop.bottom * up
    return f"{out} -0.5 -0.5 1 1 re W n {ratio(across)} 0 0 {ratio(up)} {ratio(left)} {ratio(foot)} cm"


class Pictures:
    """The pictures of one PDF.

    Args:
        canvas: the PDF in the making.
        artwork: the pages that some pictures stand for, by the SHA-256 of the picture's file.
    """

    def __init__(self, canvas: Canvas, artwork: Mapping[str, ImportedPage] = _NOTHING) -> None:
        self._canvas = canvas
        self._artwork = artwork
        self._names: dict[bytes, str] = {}

    def name(self, data: bytes) -> str:
        """Return the name of a picture for the canvas's `doForm`, put into the file at its first use.

        Args:
            data: a PNG or JPEG file.
        """
        if data not in self._names:
            self._names[data] = f"picture.{len(self._names) + 1}"
            document_of(self._canvas).addForm(self._names[data], self._drawn(data))
        return self._names[data]

    @property
    def files(self) -> Mapping[str, bytes]:
        """The files of the pictures by the names that the pages call them."""
        document = document_of(self._canvas)
        return {document.getXObjectName(name): data for data, name in self._names.items()}

    def _drawn(self, data: bytes) -> PDFObject:
        page = self._artwork.get(sha256(data).hexdigest()) if self._artwork else None
        if page is None:
            return self._object(data)
        return form_of(document_of(self._canvas), page, f"artwork.{len(self._names)}")

    def _object(self, data: bytes) -> Stream:
        encoded = _encoded(data)
        if encoded.mask is None:
            return _stream(encoded.ink)
        mask = document_of(self._canvas).Reference(_stream(encoded.mask), f"mask.{len(self._names)}")
        return _stream(encoded.ink, mask=mask)


class _Samples(Struct, frozen=True):
    """Samples as they stand in the file, and what they are."""

    data: bytes
    width: int
    height: int
    space: str
    filter: str


class _Encoded(Struct, frozen=True):
    """A picture as it stands in the file: its colours, and its transparency."""

    ink: _Samples
    mask: _Samples | None = None


@lru_cache(maxsize=_KEPT)
def _encoded(data: bytes) -> _Encoded:
    """Return a PNG or JPEG file as PDF has it; a batch has the same letterhead on every page."""
    with Image.open(BytesIO(data)) as image:
        if image.format == "JPEG" and image.mode in _SPACES:
            return _Encoded(_Samples(data, image.width, image.height, _SPACES[image.mode], "DCTDecode"))
        if not image.has_transparency_data:
            return _Encoded(_raster(image))
        full = image.convert("RGBA")
    return _Encoded(_raster(full.convert("RGB")), _raster(full.getchannel("A")))


def _raster(image: Image.Image) -> _Samples:
    # Any other colours (CMYK) would need a colour profile of their own (ISO 19005-2, 6.2.4.3).
    plain = image if image.mode in _SPACES else image.convert("RGB")
    data = zlib.compress(plain.tobytes(), _LEVEL)
    return _Samples(data, plain.width, plain.height, _SPACES[plain.mode], "FlateDecode")


def _stream(samples: _Samples, *, mask: object = None) -> Stream:
    entries: dict[str, Any] = {} if mask is None else {"SMask": mask}
    return Stream(
        samples.data,
        deflate=False,
        Type="/XObject",
        Subtype="/Image",
        Width=samples.width,
        Height=samples.height,
        BitsPerComponent=8,
        ColorSpace=f"/{samples.space}",
        Filter=f"/{samples.filter}",
        **entries,
    )
