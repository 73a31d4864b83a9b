"""PDFium's own functions say what the objects around them say."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from taahodname.dossier.pdfium_text import Box, read_pdf
from taahodname.typeset import typeset
from taahodname.typeset.fonts import shipped_book

from ..typeset.blocks import document, paragraph

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*/papers/*/*.pdf"))


def test_the_samples_are_there() -> None:
    assert len(SAMPLES) > 20


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: "-".join(file.parts[-4:]))
def test_pages_and_rectangles_read_as_pypdfium2_reads_them(file: Path) -> None:
    boxes = [Box(1, 50, 300, 550, 500), Box(1, 0, 0, 600, 200)]
    read = read_pdf(file.read_bytes(), boxes)
    pages, within = [], []
    for place, page in enumerate(pypdfium2.PdfDocument(file), 1):
        text, height = page.get_textpage(), page.get_height()
        pages.append(text.get_text_range())
        for box in (one for one in boxes if one.page == place):
            within.append(text.get_text_bounded(box.left, height - box.bottom, box.right, height - box.top))
    assert len(read.pages) == len(pages)
    assert read.pages == tuple(pages)
    assert any(within)
    assert read.within == tuple(within)


def test_a_page_without_words_reads_as_nothing() -> None:
    data = typeset(document(paragraph("")), shipped_book()).data
    assert read_pdf(data, [Box(1, 0, 0, 300, 400)]).pages == ("",)
    assert read_pdf(data, [Box(1, 0, 0, 300, 400)]).within == ("",)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(pypdfium2.PdfiumError, match="cannot be opened"):
        read_pdf(b"no PDF")
