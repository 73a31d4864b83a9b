"""Draws the hard cases of Persian type as most programs set them today, beside our own way.

The pictures go into docs/hard-cases/. «Before» joins letters with arabic-reshaper, turns lines round with
python-bidi and draws them with ReportLab, each as its own manual says; the font is the same.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from taahodname.paper.blocks import (
    Align,
    Document,
    PageGeometry,
    Paragraph,
    ParagraphFormat,
    Text,
    TextStyle,
)
from taahodname.persian.isolation import isolate
from taahodname.resources import fonts_dir
from taahodname.typeset import typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.units import Pt

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "hard-cases"
WIDTH = 250.0
MARGIN = 10.0
SCALE = 1.7
COLOURS = 24
GREY = "8A8A8A"

Span = tuple[str, bool]
"""A piece of a sentence, and whether it is bold."""

MARKS = [
    [("نامهٔ هیئت‌مدیره", False)],
    [("کتباً متعهّد می‌شود", False)],
    [("عبدالله مؤمنی، حقّ ملّی", False)],
]
PHONES = [
    [("۳. تلفن شرکت 021-8877-6655 است.", False)],
    [("۴. همراه نماینده +98 912 174 0386 است.", False)],
    [("۵. نمابر ۰۲۱-۸۸۷۷-۶۶۵۵ (روز و شب)", False)],
]
BRACKETS = [
    [("شرکت آریا (Arya Data) سامانهٔ [SMS] را", False)],
    [("با نسخهٔ (2.10.4) و «OTP» می‌پذیرد (بند ۳).", False)],
]
JUSTIFIED = [
    [
        ("شرکت متعهد می‌شود ", False),
        ("شمارهٔ خدماتی", True),
        (" را تنها برای پیامک‌هایی به کار برد که ", False),
        ("مشترکان", True),
        (" خود خواسته‌اند و هیچ پیامک ", False),
        ("تبلیغاتی", True),
        (" با آن نفرستد؛ هر تغییری را ", False),
        ("کتباً", True),
        (" و دست‌کم ده روز پیش از آن به اطلاع می‌رساند.", False),
    ]
]
CASES: Mapping[str, tuple[Sequence[Sequence[Span]], float]] = {
    "marks": (MARKS, 20),
    "phones": (PHONES, 11),
    "brackets": (BRACKETS, 12),
    "justified": (JUSTIFIED, 12),
}
"""The paragraphs of each picture, and their size in points."""


# Today ----------------------------------------------------------------------------------------------


def before(paragraphs: Sequence[Sequence[Span]], size: float) -> bytes:
    """Return a PDF with the paragraphs as reshaped, reordered text in ReportLab's paragraphs."""
    import arabic_reshaper
    from bidi import get_display
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Paragraph as Flowing

    for name in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(f"V-{name}", str(fonts_dir() / f"Vazirmatn-{name}.ttf")))
    justified = len(paragraphs) == 1
    style = ParagraphStyle("p", fontName="V-Regular", fontSize=size, leading=size * 1.6)
    style.alignment = 4 if justified else 2
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, 400), invariant=1)
    y = 400 - MARGIN
    for spans in paragraphs:
        shown = [(escape(get_display(arabic_reshaper.reshape(text))), bold) for text, bold in spans]
        parts = [f'<font name="V-Bold">{text}</font>' if bold else text for text, bold in reversed(shown)]
        flowing = Flowing("".join(parts), style)
        _, height = flowing.wrap(WIDTH - 2 * MARGIN, 400)
        y -= height
        flowing.drawOn(canvas, MARGIN, y)
    canvas.save()
    return buffer.getvalue()


# Ours -----------------------------------------------------------------------------------------------


def after(paragraphs: Sequence[Sequence[Span]], size: float, colour: str = "000000") -> bytes:
    """Return a PDF with the paragraphs as this project sets them."""
    align = Align.JUSTIFY if len(paragraphs) == 1 else Align.START
    blocks = [_paragraph(spans, size, colour, align) for spans in paragraphs]
    edge = Pt(MARGIN)
    page = PageGeometry(Pt(WIDTH), Pt(400), edge, edge, edge, edge, edge, edge)
    return typeset(Document(tuple(blocks), page), shipped_book()).data


def _paragraph(spans: Sequence[Span], size: float, colour: str, align: Align) -> Paragraph:
    plain = TextStyle("Vazirmatn", Pt(size), colour=colour)
    bold = TextStyle("Vazirmatn", Pt(size), bold=True, colour=colour)
    texts = tuple(Text(isolate(text), bold if strong else plain) for text, strong in spans)
    return Paragraph(texts, ParagraphFormat(align=align), plain)


# The picture ----------------------------------------------------------------------------------------


def picture(name: str) -> bytes:
    """Return a case as a PNG: today's way at the right, ours at the left."""
    paragraphs, size = CASES[name]
    halves = [
        _half("پس از این: taahodname", after(paragraphs, size)),
        _half("پیش از این: reshaper، bidi، ReportLab", before(paragraphs, size)),
    ]
    height = max(half.height for half in halves)
    gap = 12
    whole = Image.new("RGB", (sum(half.width for half in halves) + gap, height), "white")
    x = 0
    for half in halves:
        whole.paste(half, (x, 0))
        ImageDraw.Draw(whole).rectangle((x, 0, x + half.width - 1, height - 1), outline="#C8C8C8")
        x += half.width + gap
    kept = io.BytesIO()
    whole.quantize(COLOURS).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _half(caption: str, data: bytes) -> Image.Image:
    parts = [_drawn(after([[(caption, False)], []], 9, GREY)), _drawn(data)]
    half = Image.new("RGB", (parts[0].width, sum(part.height for part in parts)), "white")
    y = 0
    for part in parts:
        half.paste(part, (0, y))
        y += part.height
    return half


def _drawn(data: bytes) -> Image.Image:
    """Return the first page of a PDF, cut off a little below its last line."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    drawn: Image.Image = page.render(scale=SCALE).to_pil().convert("RGB")
    page.close()
    document.close()
    used = ImageChops.invert(drawn).getbbox()
    bottom = used[3] if used else 0
    return drawn.crop((0, 0, drawn.width, bottom + 8))


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in CASES:
        data = picture(name)
        (FOLDER / f"{name}.png").write_bytes(data)
        print(f"{name}.png: {len(data)} bytes")


if __name__ == "__main__":
    main()
