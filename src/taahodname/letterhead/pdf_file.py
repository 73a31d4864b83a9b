"""Reads a letterhead that is a PDF: its pages as pictures, their words with places, and what they lose."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from taahodname.errors import LetterheadError
from taahodname.letterhead.paper_size import HEIGHT, WIDTH, Fit, fit, in_points, is_a4
from taahodname.persian.digits import to_persian
from taahodname.typeset.pdfium import LOCK
from taahodname.units import Mm, pt_to_mm

if TYPE_CHECKING:
    from PIL import Image

DPI = 200
"""Of the picture of a page: fine enough for print, a few hundred kilobytes at most."""
INK_DPI = 144
"""Of the picture of a page that is only looked at for ink: two points for each that `ink_of` looks at."""
MOST_SECONDS = 20.0
"""No letterhead takes so long to draw."""
MOST_CHARACTERS = 20_000

_TOO_SMALL = Mm(30)


class Char(Struct, frozen=True):
    """One character of a page: its place on the sheet in millimetres from the top left corner.

    `base` is the line that it stands on.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float


class PdfSheet(Struct, frozen=True):
    """One page of a letterhead.

    Attributes:
        index: from 0.
        image: the page on an A4 sheet, at `DPI`.
        width, height: of the page itself, in millimetres, as it is seen.
        box: what is seen of it, in its own coordinates.
        matrix: from its own coordinates to the unit square of the sheet.
        place: where it stands on the sheet.
        exact: it is A4.
        loses: notes or form fields that are seen in the file are not carried over.
        chars: what it says.
    """

    index: int
    image: Image.Image
    width: Mm
    height: Mm
    box: tuple[float, ...]
    matrix: tuple[float, ...]
    place: Fit
    exact: bool
    loses: bool
    chars: tuple[Char, ...]


def count_pages(data: bytes, name: str) -> int:
    """Return how many pages a PDF has.

    Raises:
        LetterheadError: when it cannot be opened or has none.
    """
    with _opened(data, name) as document:
        return len(document)


def read_page(data: bytes, name: str, index: int, *, ink_only: bool = False) -> PdfSheet:
    """Return a page of a PDF.

    Args:
        data: the file.
        name: its name, for messages.
        index: of the page, from 0.
        ink_only: the picture is grey, and `chars` is empty: quicker, and enough to see where ink is.

    Raises:
        LetterheadError: when it cannot be opened or drawn, or has no such page.
    """
    with _opened(data, name) as document:
        if index >= len(document):
            raise LetterheadError(
                f"سربرگ «{name}» صفحهٔ {to_persian(str(index + 1))} ندارد؛ شمار صفحه‌های آن "
                f"{to_persian(str(len(document)))} است. شمارهٔ صفحه را درست بنویسید.",
                f"the letterhead {name} has no page {index + 1}, only {len(document)}; write the right one",
            )
        page = _loaded(document, index, name)
        return _read(page, index, name, ink_only=ink_only)


class _opened:
    """A document that is closed again, with PDFium held meanwhile."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name

    def __enter__(self) -> Any:
        import pypdfium2

        LOCK.acquire()
        try:
            self._document = pypdfium2.PdfDocument(self._data)
            if len(self._document) == 0:
                self._document.close()
                raise LetterheadError(
                    f"سربرگ «{self._name}» هیچ صفحه‌ای ندارد. فایل درست را بدهید.",
                    f"the letterhead {self._name} has no page; give the right file",
                )
        except pypdfium2.PdfiumError as error:
            LOCK.release()
            raise self._unreadable(str(error)) from error
        except LetterheadError:
            LOCK.release()
            raise
        return self._document

    def __exit__(self, *_: object) -> None:
        try:
            self._document.close()
        finally:
            LOCK.release()

    def _unreadable(self, reason: str) -> LetterheadError:
        if "password" in reason.lower() or "security" in reason.lower():
            return LetterheadError(
                f"سربرگ «{self._name}» گذرواژه دارد. نسخه‌ای بی‌گذرواژه از آن ذخیره کنید و بدهید.",
                f"the letterhead {self._name} is protected by a password; save it without one",
            )
        return LetterheadError(
            f"سربرگ «{self._name}» PDF سالمی نیست. آن را دوباره از برنامهٔ سازنده‌اش به PDF ببرید.",
            f"the letterhead {self._name} is not a sound PDF ({reason}); export it again",
        )


def _loaded(document: Any, index: int, name: str) -> Any:
    import pypdfium2

    try:
        return document[index]
    except pypdfium2.PdfiumError as error:
        raise LetterheadError(
            f"صفحهٔ {to_persian(str(index + 1))} سربرگ «{name}» خراب است. آن را دوباره به PDF ببرید.",
            f"page {index + 1} of the letterhead {name} is broken; export it again",
        ) from error


def _read(page: Any, index: int, name: str, *, ink_only: bool) -> PdfSheet:
    box = _seen(page)
    turned = page.get_rotation() % 360
    wide, high = box[2] - box[0], box[3] - box[1]
    if turned in (90, 270):
        wide, high = high, wide
    width, height = pt_to_mm(wide), pt_to_mm(high)
    if min(width, height) < _TOO_SMALL:
        raise LetterheadError(
            f"صفحهٔ سربرگ «{name}» تنها {width:.0f}×{height:.0f} میلی‌متر است؛ سربرگی به اندازهٔ A4 بدهید.",
            f"the page of the letterhead {name} is only {width:.0f} by {height:.0f} mm; give one of A4",
        )
    place = fit(wide, high)
    matrix = _matrix(box, turned, wide, high, place)
    image = _drawn(page, matrix, name, grey=ink_only, dpi=INK_DPI if ink_only else DPI)
    return PdfSheet(
        index,
        image,
        width,
        height,
        box,
        matrix,
        place,
        is_a4(width, height),
        not ink_only and _loses(page, matrix, image, name),
        () if ink_only else tuple(_chars(page, matrix)),
    )


def _seen(page: Any) -> tuple[float, float, float, float]:
    """Return what is seen of a page: its crop box, or the A4 sheet that a printer's file marks in it."""
    media, crop, trim = page.get_mediabox(), page.get_cropbox(), page.get_trimbox()
    seen = (
        max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
    )  # fmt: skip
    if seen[2] <= seen[0] or seen[3] <= seen[1]:
        seen = tuple(media)
    inside = (
        trim[0] >= seen[0] - 1
        and trim[1] >= seen[1] - 1
        and trim[2] <= seen[2] + 1
        and trim[3] <= seen[3] + 1
    )
    sides = sorted((pt_to_mm(trim[2] - trim[0]), pt_to_mm(trim[3] - trim[1])))
    if inside and is_a4(sides[0], sides[1]):
        return (float(trim[0]), float(trim[1]), float(trim[2]), float(trim[3]))
    return (float(seen[0]), float(seen[1]), float(seen[2]), float(seen[3]))


def _matrix(
    box: tuple[float, float, float, float], turned: int, wide: float, high: float, place: Fit
) -> tuple[float, ...]:
    """Return the way from a page's coordinates to the sheet's unit square (ISO 32000-1, 8.3.3)."""
    left, bottom, right, top = box
    across, up = place.width / wide, place.height / high
    return {
        0: (across, 0.0, 0.0, up, place.x - left * across, place.y - bottom * up),
        90: (0.0, -up, across, 0.0, place.x - bottom * across, place.y + right * up),
        180: (-across, 0.0, 0.0, -up, place.x + right * across, place.y + top * up),
        270: (0.0, up, -across, 0.0, place.x + top * across, place.y - left * up),
    }[turned]


def _drawn(
    page: Any,
    matrix: tuple[float, ...],
    name: str,
    *,
    notes: bool = False,
    grey: bool = False,
    dpi: int = DPI,
) -> Any:
    """Return a page drawn on white A4, broken off when it takes too long."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    size = round(WIDTH / 25.4 * dpi), round(HEIGHT / 25.4 * dpi)
    # Four bytes for a point, red first, are what Pillow has, too: that picture needs no copy to become grey.
    form = pdfium.FPDFBitmap_BGRx if grey else pdfium.FPDFBitmap_BGR
    bitmap = pypdfium2.PdfBitmap.new_native(*size, form, rev_byteorder=grey)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
    x, y, width, height = _window(page, matrix, size)
    ends = time.monotonic() + MOST_SECONDS
    pause_type = pdfium.IFSDK_PAUSE._fields_[1][1]
    pause = pdfium.IFSDK_PAUSE(
        version=1, NeedToPauseNow=pause_type(lambda _: time.monotonic() > ends), user=None
    )
    flags = (pdfium.FPDF_ANNOT if notes else 0) | (pdfium.FPDF_REVERSE_BYTE_ORDER if grey else 0)
    state = pdfium.FPDF_RenderPageBitmap_Start(
        bitmap.raw, page.raw, x, y, width, height, 0, flags, ctypes.byref(pause)
    )
    pdfium.FPDF_RenderPage_Close(page.raw)
    if state == pdfium.FPDF_RENDER_TOBECONTINUED:
        raise LetterheadError(
            f"کشیدن صفحهٔ سربرگ «{name}» بیش از اندازه طول کشید. نسخهٔ ساده‌تری از آن به PDF ببرید.",
            f"drawing the letterhead {name} took too long; export a simpler version of it",
        )
    if state != pdfium.FPDF_RENDER_DONE:
        raise LetterheadError(
            f"صفحهٔ سربرگ «{name}» کشیده نشد. آن را دوباره به PDF ببرید.",
            f"the letterhead {name} could not be drawn; export it again",
        )
    # Either way the picture has a memory of its own when the bitmap is closed.
    image = _in_grey(bitmap) if grey else bitmap.to_pil()
    bitmap.close()
    return image


def _in_grey(bitmap: Any) -> Any:
    from PIL import Image

    size = (bitmap.width, bitmap.height)
    return Image.frombuffer("RGBX", size, bitmap.buffer, "raw", "RGBX", bitmap.stride, 1).convert("L")


def _window(page: Any, matrix: tuple[float, ...], size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return where the whole page as PDFium shows it stands on the picture, in pixels."""
    crop = page.get_cropbox()
    media = page.get_mediabox()
    shown = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    corners = [_apply(matrix, x, y) for x, y in ((shown[0], shown[1]), (shown[2], shown[3]))]
    left, right = sorted(corner[0] * size[0] for corner in corners)
    top, bottom = sorted((1 - corner[1]) * size[1] for corner in corners)
    return round(left), round(top), max(1, round(right - left)), max(1, round(bottom - top))


def _apply(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _loses(page: Any, matrix: tuple[float, ...], image: Any, name: str) -> bool:
    """Tell whether notes or form fields, which are not carried over, would be seen."""
    import pypdfium2.raw as pdfium
    from PIL import ImageChops

    if not pdfium.FPDFPage_GetAnnotCount(page.raw):
        return False
    with_notes = _drawn(page, matrix, name, notes=True)
    return ImageChops.difference(with_notes, image).getbbox() is not None


def _origin(text: Any, place: int) -> tuple[float, float]:
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text.raw, place, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def _chars(page: Any, matrix: tuple[float, ...]) -> Iterator[Char]:
    """Yield the characters of a page, each with the box of its ink."""
    text = page.get_textpage()
    wide, high = in_points()
    try:
        for place in range(min(text.count_chars(), MOST_CHARACTERS)):
            char = text.get_text_range(place, 1)
            if not char.strip():
                continue
            left, bottom, right, top = text.get_charbox(place, loose=True)
            corners = [_apply(matrix, left, bottom), _apply(matrix, right, top)]
            across = sorted(corner[0] * wide for corner in corners)
            down = sorted((1 - corner[1]) * high for corner in corners)
            base = (1 - _apply(matrix, *_origin(text, place))[1]) * high
            edges = (across[0], down[0], across[1], down[1], base)
            yield Char(char, *(float(pt_to_mm(edge)) for edge in edges))
    finally:
        text.close()
