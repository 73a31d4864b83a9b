from __future__ import annotations

from itertools import pairwise

import pytest

from taahodname.errors import LayoutError
from taahodname.paper.blocks import FloatingPicture, Gaps, Paragraph, Picture
from taahodname.typeset.marks import TextMark
from taahodname.typeset.pages import Page
from taahodname.units import Pt

from .blocks import paragraph, table, texts_of
from .test_floating import TEXT, floating, hung, laid, picture

WORDS = TEXT * 6


def beside(at: str = "left", **options: object) -> FloatingPicture:
    usual: dict[str, object] = {"x_align": at, "wrap": "square", "picture": picture(80, 60)}
    return floating("column", "paragraph", **{**usual, **options})


def rows(page: Page) -> list[tuple[float, float, float]]:
    """Return the top, the left and the right end of every line of the body."""
    return [
        (
            round(mark.y - mark.line.ascent, 2),
            mark.x + mark.line.placed[0].x,
            mark.x + mark.line.placed[-1].x + mark.line.placed[-1].width,
        )
        for mark in page.body
        if isinstance(mark, TextMark)
    ]


def reach(page: Page, *, below: float) -> list[tuple[float, float]]:
    return [(left, right) for top, left, right in rows(page) if top < below]


def test_text_stands_beside_a_picture_and_goes_on_in_full_width_below_it() -> None:
    page = laid(hung(beside("left"), WORDS)).pages[0]
    assert min(left for left, _ in reach(page, below=110)) >= 50 + 80 - 0.1
    assert min(left for top, left, _ in rows(page) if top >= 110) < 80


def test_text_stands_at_the_other_side_of_a_picture_at_the_right() -> None:
    page = laid(hung(beside("right"), WORDS)).pages[0]
    assert max(right for _, right in reach(page, below=110)) <= 250 - 80 + 0.1


def test_the_gaps_of_a_picture_are_kept_free() -> None:
    page = laid(hung(beside("left", gaps=Gaps(right=Pt(12))), WORDS)).pages[0]
    assert min(left for left, _ in reach(page, below=110)) >= 50 + 92 - 0.1


def test_no_word_is_lost_or_changed_by_leading() -> None:
    for one in (beside("left"), beside("right"), beside("center", picture=picture(40, 50))):
        pages = laid(hung(one, WORDS)).pages
        assert " ".join(" ".join(texts_of(page)) for page in pages).split() == WORDS.split()


def test_where_there_is_room_on_both_sides_lines_stand_on_both_and_the_right_one_is_read_first() -> None:
    page = laid(hung(beside("center", picture=picture(20, 40)), WORDS)).pages[0]
    first, second = rows(page)[:2]
    assert first[0] == second[0]
    assert first[1] >= 160
    assert second[2] <= 140


def test_text_on_the_larger_side_leaves_the_other_empty() -> None:
    one = beside("left", x_align=None, x=Pt(90), side="larger", picture=picture(20, 40))
    found = reach(laid(hung(one, WORDS)).pages[0], below=90)
    assert all(right <= 50 + 90 + 0.1 or left >= 160 for left, right in found)
    assert len({left >= 160 for left, _ in found}) == 1


def test_less_than_an_inch_beside_a_picture_stays_empty() -> None:
    page = laid(hung(beside("left", picture=picture(150, 60)), WORDS)).pages[0]
    assert rows(page)[0][0] == pytest.approx(110)


def test_text_stands_above_and_below_a_picture_only() -> None:
    one = beside("center", wrap="top-bottom", y=Pt(30), gaps=Gaps(top=Pt(4), bottom=Pt(6)))
    tops = [(top, nxt) for (top, *_), (nxt, *_) in pairwise(rows(laid(hung(one, WORDS)).pages[0]))]
    assert rows(laid(hung(one, WORDS)).pages[0])[0][0] == 50
    (jump,) = [(top, nxt) for top, nxt in tops if nxt - top > 40]
    assert jump[1] == pytest.approx(50 + 30 + 60 + 6)


def test_the_next_paragraph_goes_on_beside_a_picture_that_reaches_so_far() -> None:
    page = laid(hung(beside("left"), "کوتاه"), paragraph(WORDS)).pages[0]
    assert min(left for left, _ in reach(page, below=110)) >= 50 + 80 - 0.1


def test_a_table_stands_below_a_picture_in_its_way() -> None:
    page = laid(hung(beside("left"), "کوتاه"), table([["الف"]], [200])).pages[0]
    assert rows(page)[-1][0] >= 110


def test_a_picture_and_what_stands_beside_it_keep_to_one_page() -> None:
    for count in range(6, 14):
        pages = laid(*[paragraph("سطر")] * count, hung(beside("left"), WORDS), height=350).pages
        page = next(one for one in pages if any(hasattr(mark, "data") for mark in one.body))
        mark = next(mark for mark in page.body if hasattr(mark, "data"))
        assert mark.y + mark.height <= 300.1
        near = [left for top, left, _ in rows(page) if mark.y - 1 < top < mark.y + 60]
        assert near
        assert min(near) >= 130 - 0.1


def test_a_picture_that_ends_a_text_has_its_room_below_the_last_line() -> None:
    pages = laid(*[paragraph("سطر")] * 11, hung(beside("left"), "پایان"), height=350).pages
    assert len(pages) == 2
    assert texts_of(pages[1]) == ["پایان"]


def test_a_place_on_the_page_counts_on_the_first_page() -> None:
    one = floating("margin", "page", x=Pt(0), y=Pt(60), wrap="square", picture=picture(80, 60))
    page = laid(hung(one, WORDS)).pages[0]
    found = [left for top, left, _ in rows(page) if 61 <= top < 120]
    assert min(found) >= 130 - 0.1


def test_a_place_on_a_later_page_is_refused_with_what_to_do() -> None:
    one = floating("margin", "page", x=Pt(0), y=Pt(60), wrap="square", picture=picture(80, 60))
    with pytest.raises(LayoutError, match="paragraph"):
        laid(paragraph("یک"), paragraph("دو", page_break_before=True), hung(one, WORDS))


def test_a_logo_in_the_head_has_the_company_s_name_beside_it() -> None:
    block = hung(beside("right", picture=picture(60, 45)), "شرکت نیک‌پردازان سپهر")
    head = (block, paragraph("تهران، خیابان بهار، کوچهٔ نسترن، پلاک ۱۴"))
    page = laid(paragraph("متن"), headers={"default": head}).pages[0]
    marks = [mark for mark in page.margins if isinstance(mark, TextMark)]
    assert all(mark.x + mark.line.placed[-1].x + mark.line.placed[-1].width <= 190.1 for mark in marks[:2])
    body = min(mark.y - mark.line.ascent for mark in page.body if isinstance(mark, TextMark))
    assert body >= 20 + 45 - 0.1


def test_a_paragraph_without_pictures_is_set_as_ever() -> None:
    plain = laid(paragraph(WORDS)).pages[0]
    block = Paragraph((floating(picture=picture()), *paragraph(WORDS).inlines), *_rest())
    assert rows(laid(block).pages[0]) == rows(plain)


def _rest() -> tuple[object, object]:
    block = paragraph(WORDS)
    return block.format, block.mark_style


def test_the_picture_itself_keeps_its_place() -> None:
    one = beside("left", picture=Picture(picture().data, Pt(80), Pt(60)), y=Pt(10))
    (mark,) = [mark for mark in laid(hung(one, WORDS)).pages[0].body if hasattr(mark, "data")]
    assert (mark.x, mark.y) == (50, pytest.approx(60))
