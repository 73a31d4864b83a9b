"""The quick picture of a page, in grey, is the same to the point as the one in colour."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from taahodname.letterhead.free_area import find
from taahodname.letterhead.pdf_file import read_page


def page(seed: int) -> bytes:
    """Return a page of shapes and pictures that show through one another, and a word."""
    chance = random.Random(seed)
    made = BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    canvas.drawString(100, 700, "Head")
    seen_through = Image.frombytes("RGBA", (16, 16), chance.randbytes(16 * 16 * 4))
    for _ in range(30):
        canvas.setFillColorRGB(*(chance.random() for _ in range(3)), alpha=chance.random())
        canvas.circle(chance.random() * 595, 700 + chance.random() * 142, chance.random() * 60, fill=1)
        x, y = chance.random() * 500, 650 + chance.random() * 100
        canvas.drawImage(ImageReader(seen_through), x, y, 70, 50, mask="auto")
    canvas.save()
    return made.getvalue()


@pytest.mark.parametrize("seed", range(12))
def test_the_coarse_grey_picture_shows_the_same_ink_as_the_fine_one(seed):
    full, quick = (read_page(page(seed), "head.pdf", 0, ink_only=ink) for ink in (False, True))
    assert quick.image.mode == "L"
    assert find(quick.image) == find(full.image)


def test_where_only_ink_is_asked_for_no_words_are_found():
    full, quick = (read_page(page(0), "head.pdf", 0, ink_only=ink) for ink in (False, True))
    assert [char.text for char in full.chars] == list("Head")
    assert quick.chars == ()
