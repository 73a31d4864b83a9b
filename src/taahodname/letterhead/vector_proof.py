"""Looks whether a page that was taken over looks as it did: drawn once more and compared with its picture."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from taahodname.letterhead.paper_size import HEIGHT, WIDTH
from taahodname.letterhead.pdf_file import read_page
from taahodname.letterhead.sheet import FONT
from taahodname.paper.blocks import (
    Document,
    FloatingPicture,
    PageGeometry,
    Paragraph,
    ParagraphFormat,
    Picture,
    TextStyle,
)
from taahodname.units import Pt, mm_to_pt

if TYPE_CHECKING:
    from PIL import Image

    from taahodname.typeset.imported import ImportedPage

_SMALL = (420, 594)
_FAR = 64  # of 255
_MOST = 0.004  # of the points: edges that fall a little otherwise


def looks_the_same(page: ImportedPage, image: Image.Image) -> bool:
    """Tell whether a page, drawn in a PDF of ours, looks like its picture.

    Args:
        page: as it was taken over.
        image: the picture of it on the sheet.
    """
    from PIL import Image as Pillow
    from PIL import ImageChops

    drawn = read_page(_drawn(page), "artwork.pdf", 0).image
    small = [one.convert("L").resize(_SMALL, Pillow.Resampling.BOX) for one in (drawn, image)]
    away = ImageChops.difference(*small).histogram()
    return sum(away[_FAR:]) <= _MOST * _SMALL[0] * _SMALL[1]


def _drawn(page: ImportedPage) -> bytes:
    """Return a PDF with the page alone; the picture that it stands for is only its name."""
    from taahodname.typeset import typeset
    from taahodname.typeset.fonts import shipped_book

    width, height, nothing = mm_to_pt(WIDTH), mm_to_pt(HEIGHT), Pt(0)
    picture = Picture(b"artwork", width, height)
    anchored = Paragraph(
        (FloatingPicture(picture, "page", "page"),), ParagraphFormat(), TextStyle(FONT, Pt(10))
    )
    sheet = PageGeometry(width, height, nothing, nothing, nothing, nothing, nothing, nothing)
    document = Document((anchored,), sheet)
    return typeset(document, shipped_book(), {sha256(picture.data).hexdigest(): page}).data
