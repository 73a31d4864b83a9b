from __future__ import annotations

import random

import pytest
from PIL import Image, ImageDraw

from taahodname.errors import LetterheadError
from taahodname.letterhead.free_area import PLAIN, PLAIN_FOOT, Area, check_room, find
from taahodname.units import Mm

DPI = 100
INK, GREY = (20, 40, 90), (226, 226, 230)


def at(mm: float) -> int:
    return round(mm / 25.4 * DPI)


class Paper:
    """A sheet that is drawn on in millimetres."""

    def __init__(self, tone: int = 255) -> None:
        self.image = Image.new("RGB", (at(210), at(297)), (tone, tone, tone))
        self.pen = ImageDraw.Draw(self.image)

    def box(self, left: float, top: float, right: float, bottom: float, colour: object = INK) -> Paper:
        self.pen.rectangle((at(left), at(top), at(right), at(bottom)), fill=colour)
        return self

    def frame(self, inset: float) -> Paper:
        self.pen.rectangle((at(inset), at(inset), at(210 - inset), at(297 - inset)), outline=INK, width=3)
        return self

    def found(self) -> Area:
        return find(self.image)


def test_plain_paper_leaves_ordinary_margins() -> None:
    found = Paper().found()
    assert (found.head, found.foot, found.left, found.right) == (PLAIN, PLAIN_FOOT, PLAIN, PLAIN)
    assert found.sure
    assert not found.crossed


def test_head_and_foot_end_just_beyond_their_ink() -> None:
    found = Paper().box(20, 10, 190, 38).box(0, 280, 210, 297).found()
    assert 38 + 2 <= found.head <= 38 + 8
    assert 17 + 2 <= found.foot <= 17 + 8


def test_what_stands_close_below_a_head_belongs_to_it() -> None:
    found = (
        Paper().box(120, 10, 190, 30).box(20, 34, 60, 36).box(20, 41, 60, 43).box(20, 52, 190, 52.5).found()
    )
    assert 52 <= found.head <= 62


@pytest.mark.parametrize("tone", [255, 246, 232])
def test_a_pale_watermark_in_the_middle_is_no_obstacle(tone: int) -> None:
    paper = Paper(tone).box(20, 10, 190, 30)
    pale = (tone - 28,) * 3
    found = paper.box(60, 110, 150, 190, pale).found()
    assert found.head < 40
    assert found.foot == PLAIN_FOOT
    assert not found.crossed


def test_dark_ink_in_the_middle_is_told() -> None:
    found = Paper().box(20, 10, 190, 30).box(80, 130, 130, 160).found()
    assert found.crossed
    assert found.head < 40


@pytest.mark.parametrize(("stripe", "side"), [((0, 12), "left"), ((196, 210), "right"), ((4, 22), "left")])
def test_a_stripe_down_a_side_becomes_a_margin(stripe: tuple[float, float], side: str) -> None:
    found = Paper().box(stripe[0], 0, stripe[1], 297).found()
    wide = stripe[1] if side == "left" else 210 - stripe[0]
    assert max(PLAIN, wide + 2) <= getattr(found, side) <= max(PLAIN, wide + 8)
    assert getattr(found, "right" if side == "left" else "left") == PLAIN
    assert found.head == PLAIN


def test_a_frame_around_the_page_keeps_the_text_inside_it() -> None:
    found = Paper().frame(8).box(60, 14, 150, 34).found()
    assert 34 < found.head <= 42
    assert found.left == found.right == PLAIN
    assert found.foot >= PLAIN_FOOT
    wide = Paper().frame(22).found()
    assert min(wide.left, wide.right, wide.head, wide.foot) >= 22
    assert max(wide.left, wide.right, wide.head, wide.foot) <= 32


def test_the_dust_of_a_scan_is_no_ink() -> None:
    paper, chance = Paper(250), random.Random(3)
    paper.box(20, 10, 190, 30)
    for _ in range(600):
        x, y = chance.randrange(at(210)), chance.randrange(at(297))
        paper.image.putpixel((x, y), (90, 90, 90))
    found = paper.found()
    assert found.head <= 40
    assert found.foot == PLAIN_FOOT
    assert not found.crossed


def test_a_photograph_over_the_whole_page_gives_nothing_sure() -> None:
    found = Paper().box(0, 0, 210, 297, (90, 60, 40)).box(0, 0, 210, 20, (255, 255, 255)).found()
    assert not found.sure
    assert (found.head, found.foot) == (50, 30)


def test_given_widths_win_and_make_it_sure() -> None:
    area = Area(Mm(50), Mm(30), sure=False).with_given(head=Mm(40), foot=Mm(25), left=None, right=Mm(30))
    assert (area.head, area.foot, area.left, area.right) == (40, 25, PLAIN, 30)
    assert area.sure
    assert not Area(Mm(50), Mm(30), sure=False).with_given(head=Mm(40)).sure


@pytest.mark.parametrize("area", [Area(Mm(150), Mm(60)), Area(Mm(20), Mm(20), left=Mm(60), right=Mm(60))])
def test_too_little_room_is_refused_with_what_to_do(area: Area) -> None:
    with pytest.raises(LetterheadError, match="head_mm") as caught:
        check_room(area, "سربرگ.pdf")
    assert "سربرگ.pdf" in caught.value.message
