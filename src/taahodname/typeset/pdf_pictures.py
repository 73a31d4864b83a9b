"""Pictures of a PDF: each one is put into the file once, in grey or sRGB, its transparency beside it.

A picture that stands for a page of another PDF gives way to that page itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from types import MappingProxyType

from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFName, PDFObject
from reportlab.pdfgen.canvas import Canvas

from taahodname.typeset.imported import ImportedPage, form_of
from taahodname.typeset.pdf_objects import Stream, document_of

_NOTHING: Mapping[str, ImportedPage] = MappingProxyType({})
_SPACES: Mapping[str, str] = {"L": "DeviceGray", "RGB": "DeviceRGB"}


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

    def _drawn(self, data: bytes) -> PDFObject:
        page = self._artwork.get(sha256(data).hexdigest()) if self._artwork else None
        if page is None:
            return self._object(data)
        return form_of(document_of(self._canvas), page, f"artwork.{len(self._names)}")

    def _object(self, data: bytes) -> Stream:
        with Image.open(BytesIO(data)) as image:
            if image.format == "JPEG" and image.mode in _SPACES:
                return _stream(image, data, deflate=False, Filter=PDFName("DCTDecode"))
            if not image.has_transparency_data:
                return _raster(image)
            full = image.convert("RGBA")
        mask = _raster(full.getchannel("A"))
        name = f"mask.{sha256(data).hexdigest()}"
        return _raster(full.convert("RGB"), SMask=document_of(self._canvas).Reference(mask, name))


def _raster(image: Image.Image, **entries: object) -> Stream:
    # Any other colours (CMYK) would need a colour profile of their own (ISO 19005-2, 6.2.4.3).
    plain = image if image.mode in _SPACES else image.convert("RGB")
    return _stream(plain, plain.tobytes(), deflate=True, **entries)


def _stream(image: Image.Image, data: bytes, *, deflate: bool, **entries: object) -> Stream:
    return Stream(
        data,
        deflate=deflate,
        Type=PDFName("XObject"),
        Subtype=PDFName("Image"),
        Width=image.width,
        Height=image.height,
        BitsPerComponent=8,
        ColorSpace=PDFName(_SPACES[image.mode]),
        **entries,
    )
