"""Makes letterheads for the tests: PDF pages with drawings and words, broken ones, and scans."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from taahodname.paper.blocks import Document, PageGeometry, Paragraph, ParagraphFormat, Text, TextStyle
from taahodname.paper.drawings import Box, Drawing, Shape, Words
from taahodname.persian.isolation import isolate
from taahodname.typeset import typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.units import Pt

A4 = (595.276, 841.89)
NAME = "شرکت نمونهٔ سربرگ"
LINES = ("شماره: ..................", "تاریخ: ..................", "پیوست: ..................")


def words(text: str, size: float = 10) -> Paragraph:
    style = TextStyle("Vazirmatn", Pt(size))
    return Paragraph((Text(isolate(text), style),), ParagraphFormat(), style)


def page(*shapes: Shape) -> Drawing:
    return Drawing(Pt(595.2), Pt(841.5), shapes, "")


def pdf(*pages: Drawing) -> bytes:
    """Return a PDF of drawn pages, its fonts embedded and its words readable."""
    nothing = Pt(0)
    sheet = PageGeometry(Pt(A4[0]), Pt(A4[1]), *[nothing] * 6)
    return typeset(Document(pages, sheet), shipped_book()).data


def company_pdf(*, lines: bool = True, second: bool = True) -> bytes:
    """Return the letterhead of a company: a band, its name and three lines; a thinner second page."""
    own = (Words(40, 40, 150, 70, tuple(words(line, 9) for line in LINES)),) if lines else ()
    first = page(
        Box(0, 0, 596, 20, fill="2BA699"),
        Words(250, 45, 300, 50, (words(NAME, 18),)),
        *own,
        Box(0, 800, 596, 42, fill="16325C"),
    )
    later = page(Box(0, 0, 596, 10, fill="16325C"))
    return pdf(first, later) if second else pdf(first)


def drawn(draw: Callable[[Any], None] | None = None, size: tuple[float, float] = A4, pages: int = 1) -> bytes:
    """Return a PDF that ReportLab's canvas draws; its standard fonts are not embedded."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    for _ in range(pages):
        canvas.setFillColorRGB(0.1, 0.2, 0.4)
        canvas.rect(0, size[1] - 50, size[0], 50, stroke=0, fill=1)
        if draw is not None:
            draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def changed(data: bytes, change: Callable[[PdfWriter], None]) -> bytes:
    """Return a PDF after pypdf changed it."""
    writer = PdfWriter(BytesIO(data))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def scan(
    size: tuple[int, int] = (1654, 2339),
    mode: str = "RGB",
    kind: str = "JPEG",
    head: float = 0.12,
    **options: Any,
) -> bytes:
    """Return a scanned sheet: a dark band over the top, `head` of the height, at the left half of it."""
    image = Image.new("RGB", size, (252, 252, 250))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, size[0] // 2, int(size[1] * head)), fill=(20, 40, 90))
    out = BytesIO()
    image.convert(mode).save(out, kind, **options)
    return out.getvalue()


def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))
