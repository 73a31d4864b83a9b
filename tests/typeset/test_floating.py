from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image as Pillow

from taahodname.errors import LayoutError
from taahodname.paper.blocks import FloatingPicture, Gaps, Padding, Paragraph, Picture
from taahodname.paper.drawings import Drawing, Path, TextBox
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.marks import PictureMark, ShapeMark, TextMark
from taahodname.typeset.pages import Layout, Page, lay_out
from taahodname.units import Pt

from .blocks import document, paragraph, table, texts_of, words_of

TEXT = "شرکت متعهد می‌شود از این خط تنها برای ارسال پیامک خدماتی استفاده کند. "


def picture(width: float = 40, height: float = 20) -> Picture:
    out = BytesIO()
    Pillow.new("RGB", (4, 2), "red").save(out, "PNG")
    return Picture(out.getvalue(), Pt(width), Pt(height))


def floating(x_from: str = "page", y_from: str = "page", **options: object) -> FloatingPicture:
    shown = options.pop("picture", None) or picture()
    return FloatingPicture(shown, x_from, y_from, **{"behind": False, **options})  # type: ignore[arg-type]


def hung(one: FloatingPicture, text: str = "متن") -> Paragraph:
    block = paragraph(text)
    return Paragraph((one, *block.inlines), block.format, block.mark_style)


def laid(*blocks: object, **rest: object) -> Layout:
    return lay_out(document(*blocks, **rest), shipped_book())  # type: ignore[arg-type]


def corner(page: Page) -> tuple[float, float]:
    (mark,) = [one for one in (*page.behind, *page.margins, *page.body) if isinstance(one, PictureMark)]
    return round(mark.x, 3), round(mark.y, 3)


# The sheet is 300 by 400 points with margins of 50; the picture is 40 by 20.
@pytest.mark.parametrize(
    ("options", "x"),
    [
        ({"x_from": "page", "x": 7}, 7),
        ({"x_from": "margin", "x": 7}, 57),
        ({"x_from": "column", "x_align": "right"}, 210),
        ({"x_from": "left-margin", "x_align": "center"}, 5),
        ({"x_from": "right-margin", "x": 3}, 253),
        ({"x_from": "page", "x_share": 0.5}, 150),
        ({"x_from": "margin", "x_align": "inside"}, 50),
        ({"x_from": "margin", "x_align": "outside"}, 210),
        ({"x_from": "inside-margin", "x": 1}, 1),
        ({"x_from": "outside-margin", "x": 1}, 251),
    ],
)
def test_a_picture_stands_at_its_place_across_an_odd_page(options: dict[str, object], x: float) -> None:
    assert corner(laid(hung(floating(**options))).pages[0])[0] == x  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "x"),
    [
        ({"x_from": "margin", "x_align": "inside"}, 210),
        ({"x_from": "margin", "x_align": "outside"}, 50),
        ({"x_from": "inside-margin", "x": 1}, 251),
    ],
)
def test_the_side_of_the_binding_changes_on_an_even_page(options: dict[str, object], x: float) -> None:
    head = {"default": (hung(floating(**options), ""),)}  # type: ignore[arg-type]
    pages = laid(paragraph("یک"), paragraph("دو", page_break_before=True), headers=head).pages
    assert corner(pages[1])[0] == x


@pytest.mark.parametrize(
    ("options", "y"),
    [
        ({"y_from": "page", "y": 7}, 7),
        ({"y_from": "margin", "y_align": "bottom"}, 330),
        ({"y_from": "paragraph", "y": 7}, 57),
        ({"y_from": "top-margin", "y_align": "center"}, 15),
        ({"y_from": "bottom-margin", "y": 5}, 355),
        ({"y_from": "page", "y_share": 0.25}, 100),
    ],
)
def test_a_picture_stands_at_its_place_down_the_page(options: dict[str, object], y: float) -> None:
    assert corner(laid(hung(floating(**options))).pages[0])[1] == y  # type: ignore[arg-type]


def test_to_a_picture_in_a_cell_the_cell_is_the_sheet() -> None:
    cells = table([["", ""]], [100, 100])
    row = cells.rows[0]
    cell = type(row.cells[0])(
        (hung(floating(x=Pt(3), y=Pt(4))),), 1, padding=Padding(left=Pt(5), right=Pt(5))
    )
    made = type(cells)((type(row)((row.cells[0], cell)),), cells.columns, cells.rtl)
    # The second column stands at the left of a right-to-left table; its room begins below its line.
    assert corner(laid(made).pages[0]) == (50 + 5 + 3, 50 + 0.5 + 4)


def square(colour: str, order: int, x: float, *, behind: bool = False) -> FloatingPicture:
    from taahodname.paper.drawings import Segment

    corners = ((0.0, 0.0), (30.0, 0.0), (30.0, 30.0), (0.0, 30.0))
    steps = tuple(Segment("line" if i else "move", (point,)) for i, point in enumerate(corners))
    drawing = Drawing(Pt(30), Pt(30), (Path(steps, colour),), "")
    return FloatingPicture(drawing, "column", "paragraph", Pt(x), behind=behind, order=order)


def colours(page: Page) -> list[object]:
    marks = [one for one in (*page.behind, *page.body) if isinstance(one, ShapeMark)]
    return [mark.shape.fill for mark in marks if isinstance(mark.shape, Path)]


def test_of_two_that_overlap_the_one_with_the_higher_number_is_drawn_last() -> None:
    block = hung(square("AA0000", 9, 0))
    block = Paragraph((square("AA0000", 9, 0), square("00AA00", 3, 10)), block.format, block.mark_style)
    assert colours(laid(block).pages[0]) == ["00AA00", "AA0000"]


def test_what_lies_behind_is_drawn_before_the_text_and_in_its_own_order() -> None:
    block = paragraph("متن")
    inlines = (square("AA0000", 9, 0, behind=True), square("00AA00", 3, 10, behind=True), *block.inlines)
    page = laid(Paragraph(inlines, block.format, block.mark_style)).pages[0]
    assert len(page.behind) == 2
    assert colours(page) == ["00AA00", "AA0000"]


def boxed(text: str, x: float, y: float, **options: object) -> FloatingPicture:
    box = TextBox(0, 0, 60, 20, (paragraph(text),), Padding(Pt(0), Pt(0), Pt(0), Pt(0)))
    return floating(picture=Drawing(Pt(60), Pt(20), (box,), ""), x=Pt(x), y=Pt(y), **options)


def test_the_words_of_a_text_box_are_read_in_the_place_of_their_anchor() -> None:
    page = laid(paragraph("یک"), hung(boxed("کادر", 200, 300), "دو"), paragraph("سه")).pages[0]
    assert texts_of(page) == ["یک", "دو", "کادر", "سه"]


def test_a_text_box_over_later_words_is_drawn_after_them() -> None:
    over = boxed("کادر", 190, 70)
    page = laid(hung(over, "یک"), paragraph("دو"), paragraph("سه")).pages[0]
    assert texts_of(page) == ["یک", "دو", "سه", "کادر"]


def test_a_text_box_behind_words_is_drawn_before_them() -> None:
    page = laid(hung(boxed("کادر", 230, 52, behind=True), "یک")).pages[0]
    assert [words_of(one.line) for one in page.behind if isinstance(one, TextMark)] == ["کادر"]


def test_text_never_runs_under_a_picture_of_the_head_that_it_is_to_stand_beside() -> None:
    one = floating(
        "margin", "page", x=Pt(0), y=Pt(40), picture=picture(60, 60), wrap="square", gaps=Gaps(bottom=Pt(5))
    )
    page = laid(paragraph("متن"), headers={"default": (hung(one, ""),)}).pages[0]
    top = min(mark.y - mark.line.ascent for mark in page.body if isinstance(mark, TextMark))
    assert top == pytest.approx(40 + 60 + 5)


def test_a_picture_at_the_foot_of_the_sheet_ends_the_text_above_it() -> None:
    one = floating(
        "margin",
        "page",
        x=Pt(0),
        y=Pt(300),
        picture=picture(200, 60),
        wrap="top-bottom",
        gaps=Gaps(top=Pt(5)),
    )
    pages = laid(paragraph(TEXT * 20), headers={"default": (hung(one, ""),)}).pages
    for page in pages:
        marks = [mark for mark in page.body if isinstance(mark, TextMark)]
        assert max(mark.y + mark.line.descent for mark in marks) <= 295.1


def test_a_picture_in_the_margin_takes_nothing_from_the_text() -> None:
    one = floating("page", "page", x=Pt(2), y=Pt(40), picture=picture(40, 300), wrap="square")
    page = laid(paragraph("متن"), headers={"default": (hung(one, ""),)}).pages[0]
    assert min(mark.y - mark.line.ascent for mark in page.body if isinstance(mark, TextMark)) == 50


def test_a_head_that_leaves_no_room_for_text_is_refused() -> None:
    one = floating("margin", "page", x=Pt(0), y=Pt(20), picture=picture(200, 300), wrap="square")
    with pytest.raises(LayoutError, match="room"):
        laid(paragraph("متن"), headers={"default": (hung(one, ""),)})
