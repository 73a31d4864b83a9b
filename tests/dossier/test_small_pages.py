from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image as Pillow
from PIL import ImageChops, ImageStat

from taahodname.dossier.small_pages import shows_pages
from taahodname.paper.blocks import Picture
from taahodname.paper.drawings import Drawing, Gradient, Image, Miniature, Path, Pen, Segment
from taahodname.typeset import Typeset, typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.units import Pt
from tests.typeset.blocks import document, paragraph

SQUARE = tuple(
    Segment(kind, points)
    for kind, points in (
        ("move", ((10, 10),)),
        ("line", ((150, 10),)),
        ("line", ((150, 80),)),
        ("close", ()),
    )
)


def png(colour: str) -> bytes:
    target = BytesIO()
    Pillow.new("RGBA", (4, 4), colour).save(target, "PNG")
    return target.getvalue()


def artful(colour: str = "#30609080", stops: tuple[str, str] = ("FF0000", "0000FF")) -> Drawing:
    """Return a drawing that asks for a picture with transparency, a shading and graphics states."""
    gradient = Gradient((10, 10), (150, 10), ((0.0, stops[0]), (1.0, stops[1])))
    shapes = (
        Path(SQUARE, fill=gradient, pen=Pen("000000", Pt(1), opacity=0.4), opacity=0.6),
        Image(100, 20, Picture(png(colour), Pt(80), Pt(60), "رنگ")),
    )
    return Drawing(Pt(200), Pt(100), shapes, "نقشه")


def letter(*said: str, drawing: Drawing | None = None) -> Typeset:
    texts = [paragraph(text, page_break_before=place > 0) for place, text in enumerate(said)]
    return typeset(document(*texts, drawing or artful()), shipped_book())


def guide(*pages: tuple[Typeset, int], scale: float = 0.3) -> bytes:
    shapes = tuple(
        Miniature(5 + 100 * place, 0, scale, made.layout, page) for place, (made, page) in enumerate(pages)
    )
    drawing = Drawing(Pt(200), Pt(100), shapes, "صفحه‌ها")
    return typeset(document(paragraph("سخن خود برگه ۱۲"), drawing), shipped_book()).data


LETTER = letter("تعهدنامهٔ شرکت ۱۲۳", "صفحهٔ دوم")


def test_the_pages_of_a_letter_are_known_in_small() -> None:
    assert shows_pages(guide((LETTER, 1), (LETTER, 2)), LETTER.data)


@pytest.mark.parametrize(
    "other",
    [
        letter("تعهدنامهٔ شرکت ۱۲۴", "صفحهٔ دوم"),
        letter("تعهدنامهٔ شرکت ۱۲۳", "صفحهٔ دوم", drawing=artful(colour="#30609081")),
        letter("تعهدنامهٔ شرکت ۱۲۳"),
    ],
    ids=["a digit", "a picture", "a page"],
)
def test_what_differs_on_a_page_is_noticed(other: Typeset) -> None:
    assert not shows_pages(guide((LETTER, 1), (LETTER, 2)), other.data)


def test_pages_that_are_missing_turned_round_or_too_many_are_noticed() -> None:
    for pages in ((), (1,), (2, 1), (1, 2, 2)):
        assert not shows_pages(guide(*((LETTER, page) for page in pages)), LETTER.data), pages


def test_codes_that_mean_something_else_are_noticed() -> None:
    # Both letters draw their first, second … code; only what the codes mean tells them apart.
    one, other = letter("ب", drawing=artful()), letter("پ", drawing=artful())
    assert not shows_pages(guide((one, 1)), other.data)


def test_a_page_in_small_looks_like_the_page() -> None:
    drawing = Drawing(Pt(200), Pt(220), (Miniature(5, 10, 0.5, LETTER.layout, 2, name="small"),), "صفحه")
    made = typeset(document(drawing), shipped_book())
    place = made.places["small"]
    left, top = round(place.x * 2), round(place.y * 2)
    page = drawn(LETTER.data, 2, 1)
    shown = drawn(made.data, 1, 2).crop((left, top, left + page.width, top + page.height))
    assert len(page.getcolors(100_000) or ()) > 50  # there is something to see
    assert max(ImageStat.Stat(ImageChops.difference(page, shown)).mean) < 1


def drawn(data: bytes, page: int, scale: float) -> Pillow.Image:
    document = pypdfium2.PdfDocument(data)
    try:
        return document[page - 1].render(scale=scale).to_pil().convert("RGB")
    finally:
        document.close()
