"""The words of a PDF as PDFium reads them, asked for by its own functions.

The objects that pypdfium2 puts around them describe themselves whenever they are opened and closed, which
takes a twentieth of the time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from ctypes import Array, c_double, c_ushort
from functools import lru_cache
from typing import Any

from msgspec import Struct

from taahodname.typeset.pdfium import LOCK

_LINE_END = "\r\n"


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
        lines: the text of each page, line by line.
        within: the text in each rectangle that was asked for.
    """

    lines: tuple[tuple[str, ...], ...]
    within: tuple[str, ...] = ()

    @property
    def pages(self) -> tuple[str, ...]:
        """The text of each page."""
        return tuple(_LINE_END.join(lines) for lines in self.lines)


class Pdf:
    """A PDF that PDFium has open. Pages count from 1.

    Args:
        pdfium: its functions.
        document: the PDF.

    Attributes:
        count: how many pages it has.
    """

    def __init__(self, pdfium: Any, document: Any) -> None:
        self._pdfium = pdfium
        self._document = document
        self.count = int(pdfium.FPDF_GetPageCount(document))

    def read(self, numbers: Iterable[int], boxes: Collection[Box] = ()) -> PdfText:
        """Return the words of some pages, and those in rectangles on them."""
        lines: list[tuple[str, ...]] = []
        within: dict[Box, str] = {}
        for number in numbers:
            with self._page(number) as (page, text):
                lines.append(tuple(self._all_text(text)[1].split(_LINE_END)))
                height = self._pdfium.FPDF_GetPageHeightF(page)
                within |= {box: self._within(text, box, height) for box in boxes if box.page == number}
        return PdfText(tuple(lines), tuple(within[box] for box in boxes))

    def heights(self, number: int) -> Iterator[tuple[float, str]]:
        """Yield each line of a page with the height of its first sign, in points from the foot."""
        with self._page(number) as (_, text):
            at, said = self._all_text(text)
            x, y = c_double(), c_double()
            for line in said.split(_LINE_END):
                sign = self._pdfium.FPDFText_GetCharIndexFromTextIndex(text, at)
                found = self._pdfium.FPDFText_GetCharOrigin(text, sign, x, y)
                yield (y.value if found else 0.0), line
                at += len(line.encode("utf-16-le")) // 2 + len(_LINE_END)

    @contextmanager
    def _page(self, number: int) -> Iterator[tuple[Any, Any]]:
        """Open a page and its words."""
        pdfium = self._pdfium
        page = _opened(pdfium, pdfium.FPDF_LoadPage(self._document, number - 1))
        text = _opened(pdfium, pdfium.FPDFText_LoadPage(page))
        yield page, text
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)

    def _all_text(self, text: Any) -> tuple[int, str]:
        """Return the text of a page, and which place its first sign has in what PDFium counts as text."""
        index = self._pdfium.FPDFText_GetTextIndexFromCharIndex
        first, last = 0, self._pdfium.FPDFText_CountChars(text) - 1
        # Signs that it leaves out of the text have no place in it: from the first that has one to the last.
        while first <= last and index(text, first) < 0:
            first += 1
        while first <= last and index(text, last) < 0:
            last -= 1
        if first > last:
            return 0, ""
        start, stop = index(text, first), index(text, last)
        units = _room(stop - start + 2)
        count = self._pdfium.FPDFText_GetText(text, first, last - first + 1, units)
        return start, _decoded(units, count)

    def _within(self, text: Any, box: Box, height: float) -> str:
        """Return the text in a rectangle of a page of a height in points."""
        edges = box.left, height - box.top, box.right, height - box.bottom
        count = self._pdfium.FPDFText_GetBoundedText(text, *edges, None, 0)
        if count <= 0:
            return ""
        units = _room(count)
        return _decoded(units, 1 + self._pdfium.FPDFText_GetBoundedText(text, *edges, units, count))


@contextmanager
def opened(data: bytes) -> Iterator[Pdf]:
    """Open a PDF.

    Raises:
        pypdfium2.PdfiumError: when PDFium cannot open it.
    """
    import pypdfium2.raw as pdfium  # the reader is only needed once a PDF is made

    with LOCK:
        document = _opened(pdfium, pdfium.FPDF_LoadMemDocument64(data, len(data), None))
        try:
            yield Pdf(pdfium, document)
        finally:
            pdfium.FPDF_CloseDocument(document)


def read_pdf(data: bytes, boxes: Collection[Box] = ()) -> PdfText:
    """Return the words of a PDF.

    Args:
        data: the PDF.
        boxes: rectangles whose text is asked for by itself.

    Raises:
        pypdfium2.PdfiumError: when PDFium cannot open it.
    """
    with opened(data) as pdf:
        return pdf.read(range(1, pdf.count + 1), boxes)


def _opened(pdfium: Any, handle: Any) -> Any:
    """Return what PDFium has opened."""
    if not handle:
        from pypdfium2 import PdfiumError

        raise PdfiumError(f"the file cannot be opened: {pdfium.FPDF_GetLastError()}")
    return handle


def _room(count: int) -> Array[c_ushort]:
    """Return room for at least so many units of UTF-16."""
    return _array(count.bit_length())()


@lru_cache(maxsize=32)  # each length is a type of its own, which takes longer to make than the room
def _array(bits: int) -> type[Array[c_ushort]]:
    return c_ushort * (1 << bits)


def _decoded(units: Array[c_ushort], count: int) -> str:
    """Return a text of UTF-16 units, the last of which is a zero."""
    return bytes(memoryview(units).cast("B")[: 2 * (count - 1)]).decode("utf-16-le", errors="ignore")
