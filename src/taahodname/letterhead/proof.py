"""Draws a proof of a letterhead: its pages with sample text, the free area outlined and the blanks marked."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from msgspec.structs import replace

from taahodname.letterhead.fields import Slot
from taahodname.letterhead.paper_size import HEIGHT, WIDTH
from taahodname.letterhead.sheet import FONT, Sheet
from taahodname.letterhead.slots import filled
from taahodname.paper.blocks import (
    Align,
    Document,
    FloatingPicture,
    Paragraph,
    ParagraphFormat,
    Picture,
    Text,
    TextStyle,
)
from taahodname.persian.digits import to_persian
from taahodname.persian.isolation import isolate
from taahodname.units import Mm, Pt, mm_to_pt, pt_to_mm
from taahodname.word.graft import join

if TYPE_CHECKING:
    from PIL import ImageDraw

    from taahodname.letterhead.model import Letterhead
    from taahodname.typeset.fonts import FontBook

SAMPLE = {"number": "۱۴۰۵/نمونه/۱۲۳", "date": "۱۴۰۵/۰۱/۱۵", "attachments": "نمونهٔ پیوست"}
"""What stands in the blanks of a proof; invented."""

_DPI = 150
_AREA, _BLANK = (0, 150, 60, 255), (215, 60, 30, 255)
_DASH = 18
_LINE = Mm(6)
_WORDS = (
    "این برگه برای آزمون سربرگ است و نامه نیست. کادر سبز، جای آزاد صفحه است و متن نامه درون آن می‌نشیند؛ "
    "هیچ نقشی از "
    "سربرگ نباید درون این کادر باشد، مگر نقش کم‌رنگ پس‌زمینه.",
    "اگر شماره، تاریخ و پیوست روی سربرگ چاپ شده است، کادرهای سرخ جای آن‌ها را نشان می‌دهد و نوشتهٔ نمونه "
    "باید روبه‌روی "
    "عنوان خود باشد.",
    "اگر کادر درست نیست، اندازهٔ آن را به میلی‌متر با head_mm، foot_mm، right_mm و left_mm در بخش "
    "letterhead پروفایل "
    "بنویسید و دوباره این برگه را بسازید.",
)
_TITLES = ("برگهٔ آزمون سربرگ: صفحهٔ نخست", "برگهٔ آزمون سربرگ: صفحه‌های بعد")


def areas(letterhead: Letterhead) -> list[tuple[Mm, Mm, Mm, Mm]]:
    """Return what a letter keeps clear of: head, foot, right and left of page 1 and of page 2.

    Args:
        letterhead: the letterhead.

    Raises:
        UnsupportedFeature: when it holds what cannot be read.
    """
    from taahodname.typeset.fonts import shipped_book

    return _areas(_document(letterhead), shipped_book())


def proof(letterhead: Letterhead) -> bytes:
    """Return the proof of a letterhead, a PDF of two pages.

    Args:
        letterhead: the letterhead.

    Raises:
        UnsupportedFeature: when it holds what cannot be read.
        FontError: when it has a character that no font at hand has.
    """
    from taahodname.typeset import typeset
    from taahodname.typeset.fonts import shipped_book

    fonts, document = shipped_book(), _document(letterhead)
    blocks: list[Paragraph] = []
    for number, area in enumerate(_areas(document, fonts)):
        outlines = _outlines(area, letterhead.slots if number == 0 else ())
        size = f"بالا {area[0]:.0f}، پایین {area[1]:.0f}، راست {area[2]:.0f} و چپ {area[3]:.0f} میلی‌متر"
        blocks.append(_line(_TITLES[number], 14, bold=True, new_page=number > 0, over=outlines))
        blocks.append(_line(f"جای خالی گذاشته‌شده: {to_persian(size)}.", 10, bold=True))
        blocks += [_line(words, 10) for words in _WORDS * 2]
    document = replace(document, blocks=tuple(blocks), title="برگهٔ آزمون سربرگ")
    return typeset(document, fonts, letterhead.artwork).data


def _document(letterhead: Letterhead) -> Document:
    from taahodname.word.read import read

    material = letterhead.material
    if letterhead.blanks is not None:
        material = filled(letterhead.blanks, SAMPLE)
    return read(join(Sheet({}).to_bytes(), material), "proof.docx")


def _areas(document: Document, fonts: FontBook) -> list[tuple[Mm, Mm, Mm, Mm]]:
    from taahodname.typeset.marginals import body_area

    sides = pt_to_mm(document.page.right), pt_to_mm(document.page.left)
    found = [body_area(document, fonts, number) for number in (1, 2)]
    return [(pt_to_mm(top), pt_to_mm(bottom), *sides) for top, bottom in found]


def _line(
    text: str, size: float, *, bold: bool = False, new_page: bool = False, over: Picture | None = None
) -> Paragraph:
    style = TextStyle(FONT, Pt(size), bold=bold)
    shape = ParagraphFormat(
        align=Align.START if bold else Align.JUSTIFY, space_after=Pt(6), page_break_before=new_page
    )
    floating = () if over is None else (FloatingPicture(over, "page", "page", behind=False),)
    return Paragraph((Text(isolate(text), style), *floating), shape, style)


def _outlines(area: tuple[Mm, Mm, Mm, Mm], slots: tuple[Slot, ...]) -> Picture:
    """Return a picture of the sheet with nothing on it but the outlines."""
    from PIL import Image, ImageDraw

    def dots(length: float) -> int:
        return round(length / 25.4 * _DPI)

    image = Image.new("RGBA", (dots(WIDTH), dots(HEIGHT)), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    head, foot, right, left = area
    _dashed(pen, (dots(left), dots(head), dots(WIDTH - right), dots(HEIGHT - foot)))
    for slot in slots:
        box = (dots(slot.left), dots(slot.y - _LINE + 1), dots(slot.right), dots(slot.y + 1))
        pen.rectangle(box, outline=_BLANK, width=3)
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return Picture(out.getvalue(), mm_to_pt(WIDTH), mm_to_pt(HEIGHT))


def _dashed(pen: ImageDraw.ImageDraw, box: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = box
    for x in range(left, right, 2 * _DASH):
        for y in (top, bottom):
            pen.line((x, y, min(x + _DASH, right), y), fill=_AREA, width=3)
    for y in range(top, bottom, 2 * _DASH):
        for x in (left, right):
            pen.line((x, y, x, min(y + _DASH, bottom)), fill=_AREA, width=3)
