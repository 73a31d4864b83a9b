from __future__ import annotations

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image as Pillow
from pypdf import PdfReader

from taahodname.errors import LayoutError
from taahodname.paper.blocks import Document, FloatingPicture, Padding, PageNumber, Paragraph, Picture
from taahodname.paper.drawings import (
    Box,
    Disc,
    Drawing,
    Gradient,
    Image,
    Lettering,
    Miniature,
    Path,
    Pen,
    Segment,
    Shape,
    Stroke,
    TextBox,
    Words,
)
from taahodname.typeset import lay_out, typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.marks import ShapeMark, TextMark
from taahodname.units import Pt
from tests.documents.drawn import box_of, rectangles

from .blocks import PLAIN, document, paragraph, table, words_of
from .finished import Finished


def drawing(*shapes: Shape, alt: str = "نقشه", **options: object) -> Drawing:
    return Drawing(Pt(200), Pt(100), shapes, alt, **options)  # type: ignore[arg-type]


def words(text: str, **options: object) -> Words:
    own: Paragraph = paragraph(text)
    return Words(10, 10, 100, 30, (own,), **options)  # type: ignore[arg-type]


def sizes(made: Document) -> set[float]:
    marks = lay_out(made, shipped_book()).pages[0].body
    found = [placed.piece for mark in marks if isinstance(mark, TextMark) for placed in mark.line.placed]
    return {round(float(piece.style.size), 2) for piece in found if piece.style}


def test_a_named_box_is_drawn_where_it_says_it_stands() -> None:
    made = typeset(document(drawing(Box(20, 30, 50, 40, fill="FFE14D", name="here"))), shipped_book())
    place = made.places["here"]
    assert (place.width, place.height) == (50, 40)
    (drawn,) = [one for one in rectangles(made.data, 1) if one.fill == "FFE14D"]
    assert drawn.box == pytest.approx(box_of(place), abs=0.01)


def test_a_drawing_stands_in_the_middle_of_its_column_below_its_space() -> None:
    made = document(paragraph("متن"), drawing(Box(0, 0, 200, 100, name="here"), space_before=Pt(20)))
    layout = lay_out(made, shipped_book())
    sheet, place = layout.geometry, layout.places["here"]
    assert place.x - sheet.left == pytest.approx(sheet.width - sheet.right - place.x - place.width)
    first = lay_out(document(paragraph("متن"), drawing(Box(0, 0, 200, 100, name="here"))), shipped_book())
    assert place.y - first.places["here"].y == pytest.approx(20)


def test_words_that_fit_keep_their_size_and_others_are_set_smaller_all_alike() -> None:
    assert sizes(document(drawing(words("کوتاه")))) == {12}
    small = sizes(document(drawing(words("واژه‌های بسیاری که در این جای تنگ نمی‌گنجند"))))
    assert len(small) == 1
    assert max(small) < 12


def test_words_that_do_not_fit_even_in_the_smallest_letters_are_refused() -> None:
    with pytest.raises(LayoutError) as caught:
        lay_out(document(drawing(words("بلند " * 60))), shipped_book())
    assert "بلند بلند" in caught.value.message


def test_a_hatching_is_clipped_to_its_box_and_does_not_fill_it() -> None:
    made = typeset(document(drawing(Box(20, 30, 50, 40, hatch="8B9099"))), shipped_book())
    (clip,) = [one for one in rectangles(made.data, 1) if one.clip]
    assert clip.box[2] - clip.box[0] == pytest.approx(50, abs=0.01)
    assert not [one for one in rectangles(made.data, 1) if one.fill]


def test_a_drawing_is_one_figure_with_its_words_in_it_and_its_lines_are_ornament() -> None:
    shapes = (Box(0, 0, 90, 40, fill="FFE14D", radius=Pt(4)), Disc(50, 50, 9, fill="000000"), words("متن"))
    made = Finished(typeset(document(drawing(*shapes, Stroke(0, 0, 9, 9))), shipped_book()).data)
    assert made.tree.roles() == ["Document", ["Figure", "P"]]
    (figure,) = made.tree.children
    assert figure.entries["/Alt"] == "نقشه"
    assert made.text(figure.children[0]).strip("\u200e\u200f") == "نتم"


def test_a_drawing_without_a_description_is_an_ornament_around_its_words() -> None:
    shapes = (Box(0, 0, 90, 40, fill="FFE14D"), words("متن"))
    made = Finished(typeset(document(drawing(*shapes, alt="")), shipped_book()).data)
    assert made.tree.roles() == ["Document", "P"]


def test_trying_smaller_letters_leaves_nothing_in_the_structure() -> None:
    text = "واژه‌های بسیاری که در این جای تنگ نمی‌گنجند"
    made = Finished(typeset(document(drawing(words(text))), shipped_book()).data)
    assert made.tree.roles() == ["Document", ["Figure", "P"]]


def test_the_same_words_twice_are_two_paragraphs_of_their_own_figures() -> None:
    twice = drawing(words("نتم"), words("نتم"))
    read = Finished(typeset(document(twice, twice), shipped_book()).data)
    assert [[one.role for one in figure.children] for figure in read.tree.children] == [["P", "P"]] * 2
    assert all(len(one.content) == 1 for figure in read.tree.children for one in figure.children)


def test_words_with_a_page_number_say_the_page_they_stand_on() -> None:
    own = Paragraph((PageNumber("page", PLAIN),), paragraph().format, PLAIN)
    foot = drawing(Words(10, 10, 100, 30, (own,)), alt="")
    pages = lay_out(
        document(*[paragraph("متن", page_break_before=True)] * 2, footers={"default": (foot,)}),
        shipped_book(),
    ).pages
    found = [words_of(mark.line) for page in pages for mark in page.margins if isinstance(mark, TextMark)]
    assert found == ["۱", "۲"]


def test_a_page_in_small_is_the_page_itself_and_one_figure() -> None:
    other = typeset(document(paragraph("صفحهٔ دیگر"), paragraph("سطر دوم")), shipped_book()).layout
    made = typeset(document(drawing(Miniature(5, 5, 0.2, other, 1, name="small"))), shipped_book())
    place = made.places["small"]
    assert place.width == pytest.approx(other.geometry.width * 0.2)
    read = Finished(made.data)
    assert read.tree.roles() == ["Document", "Figure"]
    (figure,) = read.tree.children
    assert "هحفص" in read.text(figure)
    left, bottom, right, top = (float(edge) for edge in figure.entries["/A"]["/BBox"])
    assert right - left == pytest.approx(place.width, abs=0.01)
    assert top - bottom == pytest.approx(place.height, abs=0.01)


# What a Word file's shapes become ---------------------------------------------------------------------

NO_PADDING = Padding(Pt(0), Pt(0), Pt(0), Pt(0))


def text_box(text: str, **options: object) -> TextBox:
    place = {"x": 10, "y": 10, "width": 100, "height": 60, "padding": NO_PADDING, **options}
    return TextBox(blocks=(paragraph(text),), **place)  # type: ignore[arg-type]


def lines(made: Document) -> list[TextMark]:
    return [mark for mark in lay_out(made, shipped_book()).pages[0].body if isinstance(mark, TextMark)]


def test_text_in_a_box_keeps_its_size_though_it_is_too_long_and_no_word_is_lost() -> None:
    text = "واژه‌های بسیاری که در این جای تنگ نمی‌گنجند " * 4
    made = document(drawing(text_box(text)))
    assert sizes(made) == {12}
    assert " ".join(words_of(mark.line) for mark in lines(made)).split() == text.split()


@pytest.mark.parametrize(("valign", "share"), [("top", 0.0), ("center", 0.5), ("bottom", 1.0)])
def test_text_in_a_box_stands_where_it_says(valign: str, share: float) -> None:
    (mark,) = lines(document(drawing(text_box("متن", valign=valign))))
    slack = 60 - mark.line.height
    assert mark.y - mark.line.ascent == pytest.approx(50 + 10 + slack * share)


def test_a_box_whose_lines_do_not_end_at_its_edge_grows_to_both_sides() -> None:
    text = "این سطر از کادر خود پهن‌تر است و با این همه نمی‌شکند"
    (mark,) = lines(document(drawing(text_box(text, width=60, wrap=False))))
    left = mark.x + mark.line.placed[0].x
    right = mark.x + mark.line.placed[-1].x + mark.line.placed[-1].width
    assert (left + right) / 2 == pytest.approx(50 + 10 + 30, abs=0.1)


def test_a_table_stands_in_a_box() -> None:
    box = TextBox(0, 0, 150, 60, (table([["الف", "ب"]], [60, 60]),), NO_PADDING)
    made = Finished(typeset(document(drawing(box, alt="")), shipped_book()).data)
    assert made.tree.roles() == ["Document", ["Table", ["TR", ["TD", "P"], ["TD", "P"]]]]


def test_a_turned_box_is_drawn_turned_and_its_words_stay_words() -> None:
    made = typeset(document(drawing(text_box("متن", turn=90.0), alt="")), shipped_book()).data
    read = Finished(made)
    assert read.tree.roles() == ["Document", "P"]
    assert read.text(read.tree.children[0]).strip("\u200e\u200f") == "نتم"
    content = PdfReader(BytesIO(made)).pages[0].get_contents()
    assert content is not None
    assert b"0 -1 1 0 " in content.get_data()


def triangle(**options: object) -> Path:
    steps = (
        Segment("move", ((0, 0),)),
        Segment("line", ((40, 0),)),
        Segment("line", ((0, 40),)),
        Segment("close"),
    )
    return Path(steps, **options)  # type: ignore[arg-type]


def operators(made: bytes) -> str:
    content = PdfReader(BytesIO(made)).pages[0].get_contents()
    assert content is not None
    return content.get_data().decode("latin-1")


def test_a_path_is_filled_and_outlined_with_its_own_pen() -> None:
    pen = Pen("0000FF", Pt(2), (6.0, 3.0), cap="round", join="bevel")
    drawn = operators(typeset(document(drawing(triangle(fill="FF0000", pen=pen))), shipped_book()).data)
    assert "1 0 0 rg" in drawn
    assert "[6 3] 0 d 0 0 1 RG 2 w 1 J 2 j" in drawn
    # The drawing is 200 wide in a column of 200 that begins at 50 of 300, with its top at 350 of 400.
    assert "50 350 m 90 350 l 50 310 l h" in drawn


def test_what_is_seen_through_has_a_graphics_state_of_its_own_and_no_other_has_it() -> None:
    made = typeset(
        document(drawing(triangle(fill="FF0000", opacity=0.4)), drawing(triangle(fill="00FF00"))),
        shipped_book(),
    ).data
    states = PdfReader(BytesIO(made)).pages[0]["/Resources"]["/ExtGState"]
    assert 0.4 in [float(state["/ca"]) for state in states.values() if "/ca" in state]
    first, second = operators(made).split("0 1 0 rg")[0], operators(made).split("0 1 0 rg")[1]
    assert first.count(" gs") == 4  # on and off, for fills and for lines
    assert " gs" not in second


def test_a_gradient_fills_its_path_and_nothing_else() -> None:
    gradient = Gradient((0, 0), (40, 0), ((0.0, "16325C"), (0.5, "FFFFFF"), (1.0, "2BA699")))
    made = typeset(document(drawing(triangle(fill=gradient))), shipped_book()).data
    assert "h W* n" in operators(made)
    (shading,) = PdfReader(BytesIO(made)).pages[0]["/Resources"]["/Shading"].values()
    assert shading["/ShadingType"] == 2
    assert shading["/ColorSpace"] == "/DeviceRGB"
    assert [float(one) for one in shading["/Coords"]] == [50, 350, 90, 350]


def test_lettering_is_outlines_of_the_size_of_its_box_and_no_text() -> None:
    lettering = Lettering(0, 0, 200, 100, "محرمانه", "Vazirmatn", colour="D1495B", opacity=0.3, turn=45.0)
    made = typeset(document(drawing(lettering, alt="")), shipped_book()).data
    read = Finished(made)
    assert not read.tree.children
    assert not any(one.text for page in read.pages for one in page)
    assert operators(made).count(" f Q") >= 6


def test_a_drawing_in_the_line_takes_its_room_there() -> None:
    shape = Drawing(Pt(40), Pt(60), (triangle(fill="FF0000"),), "")
    block = paragraph("پیش ")
    made = Paragraph((*block.inlines, shape, *paragraph(" پس").inlines), block.format, block.mark_style)
    page = lay_out(document(made), shipped_book()).pages[0]
    (mark,) = [one for one in page.body if isinstance(one, ShapeMark)]
    (line,) = [one for one in page.body if isinstance(one, TextMark)]
    assert mark.y == pytest.approx(line.y - 60)
    (piece,) = [placed for placed in line.line.placed if placed.piece.picture is not None]
    assert piece.width == 40
    assert mark.x == pytest.approx(50 + piece.x)


def test_a_described_shape_is_a_figure_with_its_place() -> None:
    made = Finished(typeset(document(drawing(triangle(fill="FF0000"), alt="نشان")), shipped_book()).data)
    (figure,) = made.tree.children
    assert (figure.role, figure.entries["/Alt"]) == ("Figure", "نشان")
    assert [float(edge) for edge in figure.entries["/A"]["/BBox"]] == [50, 310, 90, 350]


def pixel() -> Picture:
    out = BytesIO()
    Pillow.new("RGB", (2, 2), "red").save(out, "PNG")
    return Picture(out.getvalue(), Pt(40), Pt(40))


def test_a_picture_of_a_drawing_is_clipped_to_its_outline() -> None:
    made = typeset(document(drawing(Image(0, 0, pixel(), triangle().segments), alt="")), shipped_book()).data
    assert "50 350 m 90 350 l 50 310 l h W* n 40 0 0 40 50 310 cm" in operators(made)


def test_a_picture_of_a_described_drawing_is_its_figure() -> None:
    made = Finished(typeset(document(drawing(Image(0, 0, pixel()), alt="نشان")), shipped_book()).data)
    assert made.tree.roles() == ["Document", "Figure"]
    assert made.tree.children[0].entries["/Alt"] == "نشان"


def test_a_described_picture_of_a_drawing_is_a_figure_of_its_own() -> None:
    described = replace(pixel(), alt="نشان")
    made = Finished(typeset(document(drawing(Image(0, 0, described), alt="")), shipped_book()).data)
    assert made.tree.roles() == ["Document", "Figure"]


def test_a_picture_that_floats_in_a_text_box_is_refused_and_not_dropped() -> None:
    block = paragraph("متن")
    held = Paragraph(
        (FloatingPicture(pixel(), "column", "paragraph"), *block.inlines), block.format, block.mark_style
    )
    box = TextBox(0, 0, 100, 60, (held,), NO_PADDING)
    with pytest.raises(LayoutError, match="floating"):
        lay_out(document(drawing(box)), shipped_book())
