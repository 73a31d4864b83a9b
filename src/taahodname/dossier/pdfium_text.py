"""The words of a PDF as PDFium reads them, asked for by its own functions.

The objects that pypdfium2 puts around them describe themselves whenever they are opened and closed, which
takes a twentieth of the time.
"""

from __future__ import annotations

from collections.abc import Collection
from ctypes import Array, c_ushort
from functools import lru_cache
from typing import Any

from msgspec import Struct

from taahodname.typeset.pdfium import LOCK


class Box(Struct, frozen=True):
    """A rectangle of a page, in points from its top left corner; pages count from 1."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class PdfText(Struct, frozen=True):
    """The words of a PDF.

    Attributes:
        pages: the text of each page.
        within: the text in each rectangle that was asked for.
    """

    pages: tuple[str, ...]
    within: tuple[str, ...] = ()


def read_pdf(data: bytes, boxes: Collection[Box] = ()) -> PdfText:
    """Return the words of a PDF.

    Args:
        data: the PDF.
        boxes: rectangles whose text is asked for by itself.

    Raises:
        pypdfium2.PdfiumError: when PDFium cannot open it.
    """
    import pypdfium2.raw as pdfium  # the reader is only needed once a PDF is made

    pages: list[str] = []
    within: dict[Box, str] = {}
    with LOCK:
        document = _opened(pdfium, pdfium.FPDF_LoadMemDocument64(data, len(data), None))
        try:
            for place in range(pdfium.FPDF_GetPageCount(document)):
                page = _opened(pdfium, pdfium.FPDF_LoadPage(document, place))
                text = _opened(pdfium, pdfium.FPDFText_LoadPage(page))
                pages.append(_all_text(pdfium, text))
                height = pdfium.FPDF_GetPageHeightF(page)
                for box in (one for one in boxes if one.page == place + 1):
                    within[box] = _text_within(pdfium, text, box, height)
                pdfium.FPDFText_ClosePage(text)
                pdfium.FPDF_ClosePage(page)
        finally:
            pdfium.FPDF_CloseDocument(document)
    return PdfText(tuple(pages), tuple(within[box] for box in boxes))


def _opened(pdfium: Any, handle: Any) -> Any:
    """Return what PDFium has opened."""
    if not handle:
        from pypdfium2 import PdfiumError

        raise PdfiumError(f"the file cannot be opened: {pdfium.FPDF_GetLastError()}")
    return handle


def _all_text(pdfium: Any, text: Any) -> str:
    """Return the text of a page."""
    first, last = 0, pdfium.FPDFText_CountChars(text) - 1
    # Signs that it leaves out of the text have no place in it: from the first that has one to the last.
    while first <= last and pdfium.FPDFText_GetTextIndexFromCharIndex(text, first) < 0:
        first += 1
    while first <= last and pdfium.FPDFText_GetTextIndexFromCharIndex(text, last) < 0:
        last -= 1
    if first > last:
        return ""
    start, stop = (pdfium.FPDFText_GetTextIndexFromCharIndex(text, place) for place in (first, last))
    units = _room(stop - start + 2)
    count = pdfium.FPDFText_GetText(text, first, last - first + 1, units)
    return _decoded(units, count)


def _text_within(pdfium: Any, text: Any, box: Box, height: float) -> str:
    """Return the text in a rectangle of a page of a height in points."""
    edges = box.left, height - box.top, box.right, height - box.bottom
    count = pdfium.FPDFText_GetBoundedText(text, *edges, None, 0)
    if count <= 0:
        return ""
    units = _room(count)
    return _decoded(units, 1 + pdfium.FPDFText_GetBoundedText(text, *edges, units, count))


def _room(count: int) -> Array[c_ushort]:
    """Return room for at least so many units of UTF-16."""
    return _array(count.bit_length())()


@lru_cache(maxsize=32)  # each length is a type of its own, which takes longer to make than the room
def _array(bits: int) -> type[Array[c_ushort]]:
    return c_ushort * (1 << bits)


def _decoded(units: Array[c_ushort], count: int) -> str:
    """Return a text of UTF-16 units, the last of which is a zero."""
    return bytes(memoryview(units).cast("B")[: 2 * (count - 1)]).decode("utf-16-le", errors="ignore")
