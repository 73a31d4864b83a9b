from __future__ import annotations

import pytest

from taahodname.errors import LayoutError
from taahodname.paper.blocks import Document, Paragraph
from taahodname.paper.drawings import Box, Disc, Drawing, Miniature, Shape, Stroke, Words
from taahodname.typeset import lay_out, typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.marks import TextMark
from taahodname.units import Pt
from tests.documents.drawn import box_of, rectangles

from .blocks import document, paragraph
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


def test_a_page_in_small_is_the_page_itself_and_one_figure() -> None:
    other = lay_out(document(paragraph("صفحهٔ دیگر"), paragraph("سطر دوم")), shipped_book())
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
