"""A line that was read is known again, and one that only looks like it is not."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import pypdfium2
import pytest

from taahodname.dossier import known_lines, reading
from taahodname.dossier.pdf_contents import objects_of, without_forms
from taahodname.dossier.pdfium_text import Box, PdfText, read_pdf
from taahodname.paper.blocks import Block, Padding, Picture, Text
from taahodname.paper.drawings import Drawing, Image, TextBox
from taahodname.typeset import pdf_fonts, typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.units import Pt

from ..typeset.blocks import BOLD, document, paragraph
from .test_small_pages import png

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*/papers/*/*.pdf"))
NO_PADDING = Padding(Pt(0), Pt(0), Pt(0), Pt(0))
WHOLE = Box(2, 0, 0, 600, 900)


def forget() -> None:
    for kept in (known_lines._line, known_lines._line_in):
        kept.cache_clear()


@pytest.fixture(autouse=True)
def nothing_is_known() -> Iterator[None]:
    forget()
    yield
    forget()


def made(*blocks: Block) -> bytes:
    return typeset(document(*blocks), shipped_book()).data


def read_by_line(data: bytes, boxes: Sequence[Box] = ()) -> PdfText | None:
    return known_lines.read_by_line([(data, boxes)])[0]


def said(read: PdfText | None) -> list[Counter[str]]:
    """Return the pieces of each page."""
    assert read is not None
    return [Counter(reading.pieces(page)) for page in read.pages]


def read_as_it_stands(data: bytes, *boxes: Box) -> PdfText:
    return read_pdf(without_forms(data), boxes)


def test_the_samples_read_by_line_as_they_read_as_they_stand() -> None:
    files = [file.read_bytes() for file in SAMPLES]
    assert len(files) > 20
    # Twice and in turns, so that each line is read with others around it and known from elsewhere.
    told = [read_by_line(data) for data in files]
    assert told.count(None) <= 1
    for data in (*files, *random.Random(8).sample(files, len(files))):
        assert said(reading.own_pdf_text(data)) == said(read_as_it_stands(data))


def test_rectangles_are_read_on_pages_as_they_stand() -> None:
    letters = [file.read_bytes() for file in SAMPLES if file.name == "undertaking.pdf"]
    letters = [data for data in letters if len(list(objects_of(data).pages())) > 1]
    assert len(letters) > 4
    for data in letters:
        expected = read_as_it_stands(data, WHOLE)
        read = reading.own_pdf_text(data, [WHOLE])
        assert said(read) == said(expected)
        assert read.within == expected.within
        assert read.within[0].strip()


def test_what_was_read_is_not_given_to_pdfium_again(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[int] = []
    real = pypdfium2.raw.FPDF_LoadPage
    monkeypatch.setattr(pypdfium2.raw, "FPDF_LoadPage", lambda *page: loaded.append(page[1]) or real(*page))
    words = ["شرکت", "آریا", "۱۲۳"]
    for above in (0, 0, 30):
        data = made(paragraph(" ".join(words), space_before=Pt(above)))
        assert said(read_by_line(data)) == [Counter(words)]
    assert loaded == [0]
    more = made(paragraph(" ".join(words)), paragraph("تازه"))
    assert said(read_by_line(more)) == [Counter([*words, "تازه"])]
    assert loaded == [0, 0]


def test_papers_are_read_together_as_they_are_read_alone() -> None:
    folders: dict[Path, list[bytes]] = {}
    for file in SAMPLES:
        folders.setdefault(file.parent, []).append(file.read_bytes())
    for files in folders.values():
        forget()
        together = reading.own_pdf_texts([(data, ()) for data in files])
        assert [said(one) for one in together] == [said(read_as_it_stands(data)) for data in files]


@pytest.mark.parametrize(
    ("texts", "loads"),
    [
        ((("نخست", "دوم"), ("دوم", "سوم"), ("نخست", "چهارم")), 1),
        # The second asks for codes that the first has no meaning for, but not the other way round.
        ((("نخست",), ("دوم", "arya")), 2),
        ((("نخست", "arya"), ("دوم",)), 1),
    ],
)
def test_lines_of_several_papers_are_read_in_the_first_where_they_read_the_same(
    texts: Sequence[Sequence[str]], loads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[int] = []
    real = pypdfium2.raw.FPDF_LoadPage
    monkeypatch.setattr(pypdfium2.raw, "FPDF_LoadPage", lambda *page: loaded.append(page[1]) or real(*page))
    papers = [made(*map(paragraph, one)) for one in texts]
    read = known_lines.read_by_line([(data, ()) for data in papers])
    assert [said(one) for one in read] == [[Counter(one)] for one in texts]
    assert loaded == [0] * loads


def test_many_lines_are_read_in_several_goes_and_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[int] = []
    real = pypdfium2.raw.FPDF_LoadPage
    monkeypatch.setattr(pypdfium2.raw, "FPDF_LoadPage", lambda *page: loaded.append(page[1]) or real(*page))
    lines = [f"شرکت آریا، تلفن ۰۲۱۸۸{number}۰۰، info{number}@arya-data.ir" for number in range(100, 360)]
    data = made(*map(paragraph, lines))
    read = read_by_line(data)
    assert len(loaded) > 2
    assert said(read) == said(read_as_it_stands(data))
    assert sum(said(read), Counter()) == Counter(chain.from_iterable(map(reading.pieces, lines)))


def test_a_paper_whose_lines_are_joined_spoils_no_other() -> None:
    address = "https://www.arya-niksamaneh-shomal.ir/services"
    papers = [made(paragraph(text)) for text in ("متن", address, f"متن {address}")]
    for order in (papers, papers[::-1], [papers[1], papers[0], papers[2]]):
        forget()
        read = reading.own_pdf_texts([(data, ()) for data in order])
        assert [said(one) for one in read] == [said(read_as_it_stands(data)) for data in order]


def test_a_code_that_means_something_else_elsewhere_is_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = made(paragraph("بابا"))
    assert said(read_by_line(sound)) == [Counter(["بابا"])]
    real = pdf_fonts._meaning
    monkeypatch.setattr(pdf_fonts, "_meaning", lambda text: real(text.replace("ب", "پ")))
    pdf_fonts._parts.cache_clear()
    broken = made(paragraph("بابا"))
    pdf_fonts._parts.cache_clear()
    drawn = [next(objects_of(data).pages()).operators for data in (sound, broken)]
    assert drawn[0] == drawn[1]
    assert said(read_by_line(broken)) == [Counter(["پاپا"])]
    assert said(read_by_line(sound)) == [Counter(["بابا"])]


def test_the_same_letters_in_another_face_are_another_line() -> None:
    bold = paragraph(Text("متن ۱", BOLD))
    assert said(read_by_line(made(paragraph("متن ۱"), bold, bold))) == [Counter({"متن": 3, "۱": 3})]


def test_lines_beside_pictures_are_known_and_turned_ones_are_not() -> None:
    image = Image(0, 0, Picture(png("#306090"), Pt(80), Pt(30), "نشان"))
    level = made(paragraph("متن"), Drawing(Pt(90), Pt(40), (image,), "نشان"), paragraph("پایان"))
    assert said(read_by_line(level)) == [Counter(("متن", "پایان"))]
    box = TextBox(0, 0, 90, 40, (paragraph("چرخیده"),), NO_PADDING, turn=90.0)
    turned = made(paragraph("متن"), Drawing(Pt(90), Pt(40), (box,), ""))
    assert read_by_line(turned) is None
    assert reading.own_pdf_text(turned).pages == read_as_it_stands(turned).pages


def test_lines_that_pdfium_joins_at_a_hyphen_are_read_as_they_stand() -> None:
    address = "https://www.arya-niksamaneh-shomal.ir/services"
    joined = made(paragraph(address))
    assert "\ufffe" in reading.pdf_pages(joined)[0]
    assert read_by_line(joined) is None
    assert said(reading.own_pdf_text(joined)) == [Counter(reading.pieces(address))]


def test_a_file_of_other_pages_than_ours_is_read_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made(paragraph("متن"))
    monkeypatch.setattr(pypdfium2.raw, "FPDF_GetPageCount", lambda document: 2)
    assert read_by_line(data) is None


def test_a_page_without_words_reads_as_nothing() -> None:
    assert said(read_by_line(made(paragraph("")))) == [Counter()]
