"""Tells how PDFium shows the colours of printing inks, so that a page has those of its picture."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from taahodname.letterhead.vector_content import Ink, Light

_SQUARE = 6
_MOST = 2_000


def shown_as(inks: Iterable[Ink]) -> dict[Ink, Light]:
    """Return the red, green and blue, from 0 to 1, of cyan, magenta, yellow and black.

    Args:
        inks: the colours; beyond some thousands the plain formula is used.
    """
    wanted = sorted(set(inks))
    found = {ink: _plain(ink) for ink in wanted[_MOST:]}
    asked = wanted[:_MOST]
    if not asked:
        return found
    pixels = _drawn(asked)
    return found | dict(zip(asked, pixels, strict=True))


def _plain(ink: Ink) -> Light:
    cyan, magenta, yellow, black = ink
    return ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))


def _drawn(inks: list[Ink]) -> list[Light]:
    """Draw a square of each and read its colour."""
    import pypdfium2
    from reportlab.pdfgen.canvas import Canvas

    from taahodname.typeset.pdfium import LOCK

    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(_SQUARE * len(inks), _SQUARE), invariant=1)
    for place, ink in enumerate(inks):
        canvas.setFillColorCMYK(*ink)
        canvas.rect(place * _SQUARE, 0, _SQUARE, _SQUARE, stroke=0, fill=1)
    canvas.save()
    with LOCK:
        document = pypdfium2.PdfDocument(buffer.getvalue())
        try:
            image = document[0].render(scale=1).to_pil().convert("RGB")
        finally:
            document.close()
    middle = _SQUARE // 2
    found: list[Light] = []
    for place in range(len(inks)):
        red, green, blue = image.getpixel((place * _SQUARE + middle, middle))
        found.append((red / 255, green / 255, blue / 255))
    return found
