"""Draws the letterheads of two invented companies: a PDF of two pages, and a sheet as a scanner gives it."""

from __future__ import annotations

import io
import random

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from taahodname.paper.blocks import (
    Align,
    Document,
    PageGeometry,
    Paragraph,
    ParagraphFormat,
    Text,
    TextStyle,
)
from taahodname.paper.drawings import Box, Disc, Drawing, Shape, Stroke, Words
from taahodname.persian.isolation import isolate
from taahodname.typeset import typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.units import Mm, Pt, mm_to_pt

RED, CHARCOAL, GOLD = "A62639", "2B2D33", "C99A2E"
GREEN, LEAF, SAND = "1F5F4A", "8DB89A", "E9E2CF"
LINES = (
    "شماره: ............................",
    "تاریخ: ............................",
    "پیوست: ............................",
)

_WIDTH, _HEIGHT = float(mm_to_pt(Mm(210))), float(mm_to_pt(Mm(297)))
_SCAN_DPI = 220
_QUALITY = 58
_HELD_SIDEWAYS = 6  # EXIF: the picture must be turned a quarter to the right to stand upright


def cargo_pdf() -> bytes:
    """Return the letterhead of the carrier: a first page with its three lines, and a plainer next page."""
    return _pdf(_cargo_first(), _cargo_next())


def farm_scan() -> bytes:
    """Return the letterhead of the greenhouse company as a scan: tinted, a little askew, noisy, sideways."""
    document = pypdfium2.PdfDocument(_pdf(_farm()))
    sheet = document[0].render(scale=_SCAN_DPI / 72).to_pil().convert("RGB")
    document.close()
    turned = sheet.rotate(0.25, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    chance = random.Random("farm")
    grain = Image.frombytes("L", (480, 640), chance.randbytes(480 * 640)).filter(
        ImageFilter.GaussianBlur(1.2)
    )
    grain = grain.point(lambda tone: 244 + (tone - 128) // 12)
    paper = Image.merge("RGB", [grain, grain, grain.point(lambda tone: tone - 4)]).resize(turned.size)
    scanned = ImageChops.multiply(turned, paper).filter(ImageFilter.GaussianBlur(0.5))
    held = scanned.transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = _HELD_SIDEWAYS
    out = io.BytesIO()
    held.save(out, "JPEG", quality=_QUALITY, optimize=True, dpi=(_SCAN_DPI, _SCAN_DPI), exif=exif)
    return out.getvalue()


def _pdf(*pages: tuple[Shape, ...]) -> bytes:
    nothing = Pt(0)
    geometry = PageGeometry(Pt(_WIDTH), Pt(_HEIGHT), nothing, nothing, nothing, nothing, nothing, nothing)
    drawings = tuple(Drawing(Pt(_WIDTH), Pt(_HEIGHT - 0.2), shapes, "") for shapes in pages)
    return typeset(Document(drawings, geometry, title="سربرگ"), shipped_book()).data


def _line(
    text: str, size: float, colour: str, *, bold: bool = False, align: Align = Align.START
) -> Paragraph:
    style = TextStyle("Vazirmatn", Pt(size), bold=bold, colour=colour)
    return Paragraph((Text(isolate(text), style),), ParagraphFormat(align=align), style)


def _truck(x: float, y: float, unit: float, colour: str) -> tuple[Shape, ...]:
    """Return the carrier's sign: a lorry of boxes and discs, its front to the left."""
    return (
        Box(x, y + unit, unit * 1.6, unit * 1.9, fill=RED, radius=Pt(unit * 0.35)),
        Box(x + unit * 1.8, y, unit * 3.6, unit * 2.9, fill=colour, radius=Pt(unit * 0.2)),
        *(
            Disc(x + unit * place, y + unit * 3.1, unit * 0.62, fill=CHARCOAL, stroke="FFFFFF", line=Pt(1.5))
            for place in (0.9, 3.1, 4.6)
        ),
    )


def _cargo_first() -> tuple[Shape, ...]:
    contact = (
        "تهران، بزرگراه فتح، خیابان هفدهم، پلاک ۴۱   |   تلفن: ۰۲۱-۶۶۸۲۴۷۱۹   |   www.rahnavard-toranj.ir"
    )
    return (
        Box(0, 0, _WIDTH, 9, fill=CHARCOAL),
        Box(0, 9, _WIDTH, 3, fill=RED),
        *_truck(472, 27, 13, CHARCOAL),
        Words(
            210,
            22,
            246,
            58,
            (
                _line("شرکت ره‌نورد ترابر ترنج", 17, CHARCOAL, bold=True),
                _line("حمل‌ونقل جاده‌ای کالا و پخش سراسری مرسوله", 9.5, RED),
            ),
        ),
        Words(44, 22, 150, 58, tuple(_line(text, 9, CHARCOAL) for text in LINES)),
        Stroke(44, 92, _WIDTH - 44, 92, colour=GOLD, line=Pt(1.2)),
        *(Disc(_WIDTH - 44 - 10 * place, 92, 2.2, fill=GOLD) for place in range(3)),
        # A pale road in the middle of the sheet: a watermark, over which the letter may run.
        *(Box(250 + 7 * step, 500 - 34 * step, 70 - 9 * step, 20, fill="F3F1EC") for step in range(6)),
        Box(0, _HEIGHT - 46, _WIDTH, 46, fill=CHARCOAL),
        Box(0, _HEIGHT - 50, _WIDTH, 4, fill=RED),
        Words(30, _HEIGHT - 42, _WIDTH - 60, 34, (_line(contact, 8.5, "FFFFFF", align=Align.CENTER),)),
    )


def _cargo_next() -> tuple[Shape, ...]:
    return (
        Box(0, 0, _WIDTH, 5, fill=CHARCOAL),
        Box(0, 5, _WIDTH, 2, fill=RED),
        *_truck(520, 16, 5.5, CHARCOAL),
        Words(300, 12, 210, 26, (_line("شرکت ره‌نورد ترابر ترنج", 10, CHARCOAL, bold=True),)),
        Stroke(44, 44, _WIDTH - 44, 44, colour=GOLD, line=Pt(0.8)),
        Box(0, _HEIGHT - 14, _WIDTH, 14, fill=CHARCOAL),
    )


def _farm() -> tuple[Shape, ...]:
    contact = "کرمان، کیلومتر ۷ جادهٔ ماهان، گلخانهٔ سبزینه   |   تلفن: ۰۳۴-۳۳۲۱۷۸۵۴"
    return (
        Box(_WIDTH - 26, 0, 26, _HEIGHT, fill=GREEN),
        Box(_WIDTH - 31, 0, 3, _HEIGHT, fill=LEAF),
        *(
            Disc(512 + 13 * side, 58 + 14 * row, 11 - row, fill=LEAF if (row + side) % 2 else GREEN)
            for row in range(3)
            for side in (-1, 1)
        ),
        Stroke(512, 40, 512, 104, colour=GREEN, line=Pt(3)),
        Words(
            230,
            46,
            255,
            60,
            (
                _line("شرکت کشت و صنعت سبزینهٔ کویر", 16, GREEN, bold=True),
                _line("تولید نشا و محصول گلخانه‌ای", 9.5, CHARCOAL),
            ),
        ),
        Words(48, 44, 150, 66, tuple(_line(text, 9, CHARCOAL) for text in LINES)),
        Stroke(48, 122, _WIDTH - 60, 122, colour=GREEN, line=Pt(1.4)),
        Stroke(48, _HEIGHT - 60, _WIDTH - 60, _HEIGHT - 60, colour=GREEN, line=Pt(1.4)),
        Words(40, _HEIGHT - 56, _WIDTH - 100, 24, (_line(contact, 9, CHARCOAL, align=Align.CENTER),)),
    )
