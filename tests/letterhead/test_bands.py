"""What the places of marks tell of a sheet is what a look at its ink tells, wherever they tell anything."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from PIL import Image

from taahodname.letterhead.bands import bands_of
from taahodname.letterhead.free_area import PLAIN, Area, find, find_in
from taahodname.letterhead.pdf_file import read_page
from taahodname.paper.blocks import (
    Border,
    Borders,
    Document,
    FloatingPicture,
    PageGeometry,
    Paragraph,
    ParagraphFormat,
    Picture,
    Text,
    TextStyle,
)
from taahodname.paper.drawings import Box, Drawing
from taahodname.persian.isolation import isolate
from taahodname.typeset import draw
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.pages import lay_out
from taahodname.units import Mm, Pt, mm_to_pt

_WIDTH, _HEIGHT, _TOP, _SIDE, _BOTTOM, _EDGE = (mm_to_pt(Mm(one)) for one in (210, 297, 34, 20, 30, 10))
SHEET = PageGeometry(_WIDTH, _HEIGHT, _TOP, _SIDE, _BOTTOM, _SIDE, _EDGE, _EDGE)
MARGIN = Mm(34)


def _dark() -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 8), (20, 40, 90)).save(out, "PNG")
    return out.getvalue()


def _floating(chance: random.Random, top: float, most: float, *, turn: float = 0.0) -> FloatingPicture:
    wide, tall = chance.uniform(5, 170), chance.uniform(1, most)
    y = top + chance.uniform(0, 6)
    picture = Picture(_dark(), mm_to_pt(Mm(wide)), mm_to_pt(Mm(tall)), turn=turn)
    return FloatingPicture(picture, "page", "page", mm_to_pt(Mm(chance.uniform(0, 30))), mm_to_pt(Mm(y)))


def _line(chance: random.Random, *pictures: FloatingPicture) -> Paragraph:
    style = TextStyle(
        "Vazirmatn",
        Pt(chance.choice([7.0, 9.0, 14.0, 18.0])),
        bold=chance.random() < 0.5,
        underline=chance.random() < 0.3,
        shade=chance.choice([None, "2BA699"]),
        rise=Pt(chance.choice([0.0, 0.0, 4.0, -3.0])),
    )
    ruling = chance.choice(["single", "double", "dashed", "dotted"])
    border = Border(Pt(chance.uniform(0.25, 3)), "16325C", Pt(2), ruling)  # type: ignore[arg-type]
    shape = ParagraphFormat(borders=Borders(bottom=border if chance.random() < 0.5 else None))
    words = isolate(chance.choice(["شرکت نمونهٔ سربرگ", "نشانی: اللَّهُمَّ ۱۲", "info@example.ir"]))
    return Paragraph((*pictures, Text(words, style)), shape, style)


def _document(seed: int) -> Document:
    """Return a page with a random head and foot, which as a rule keep to the edges of the sheet."""
    chance = random.Random(seed)
    head = [_line(chance, *(_floating(chance, 0, 25) for _ in range(chance.randrange(2))))]
    head += [_line(chance) for _ in range(chance.randrange(2))]
    foot = [_line(chance, *(_floating(chance, 284, 12) for _ in range(chance.randrange(2))))]
    empty = Paragraph((), ParagraphFormat(), TextStyle("Vazirmatn", Pt(10)))
    return Document((empty,), SHEET, {"default": tuple(head)}, {"default": tuple(foot)})


def _both(document: Document) -> tuple[Area | None, Area]:
    """Return what the places tell, and what the ink does."""
    fonts = shipped_book()
    layout = lay_out(document, fonts)
    bands = bands_of(layout.pages[0])
    told = None if bands is None else find_in(bands, MARGIN, MARGIN)
    data = draw(layout, document, fonts).data
    return told, find(read_page(data, "letterhead.pdf", 0, ink_only=True).image)


def _agree(told: Area, seen: Area) -> bool:
    same = seen.sure and not seen.crossed and seen.left == seen.right == told.left == told.right == PLAIN
    return same and seen.ink_head <= told.ink_head <= MARGIN and seen.ink_foot <= told.ink_foot <= MARGIN


@pytest.mark.parametrize("seed", range(12))
def test_where_the_places_tell_anything_the_ink_says_the_same(seed: int) -> None:
    told, seen = _both(_document(seed))
    assert told is None or _agree(told, seen)


@pytest.mark.slow
def test_it_is_so_for_many_heads_and_most_of_them_need_no_look() -> None:
    told = [both for both in map(_both, map(_document, range(100, 300))) if both[0] is not None]
    assert all(area is not None and _agree(area, seen) for area, seen in told)
    assert len(told) > 100


def _with(*pictures: FloatingPicture) -> Document:
    style = TextStyle("Vazirmatn", Pt(10))
    empty = Paragraph((), ParagraphFormat(), style)
    return Document((empty,), SHEET, {"default": (Paragraph(pictures, ParagraphFormat(), style),)})


@pytest.mark.parametrize("place", [40.0, 120.0, 200.0])
def test_a_picture_that_reaches_into_the_sheet_wants_a_look(place: float) -> None:
    told, _ = _both(_with(_floating(random.Random(1), place, 20)))
    assert told is None


def test_what_is_turned_and_what_is_drawn_by_hand_wants_a_look() -> None:
    assert _both(_with(_floating(random.Random(1), 2, 10, turn=30.0)))[0] is None
    shape = Drawing(Pt(60), Pt(20), (Box(0, 0, 60, 20, fill="16325C"),), "")
    assert _both(_with(FloatingPicture(shape, "page", "page")))[0] is None


def test_a_head_past_the_margin_wants_a_look_to_see_how_far() -> None:
    assert find_in([(10.0, 30.0)], Mm(34), Mm(20)) is not None
    assert find_in([(10.0, 30.0)], Mm(30), Mm(20)) is None
    assert find_in([(280.0, 290.0)], Mm(34), Mm(20)) is not None
    assert find_in([(280.0, 290.0)], Mm(34), Mm(15)) is None
