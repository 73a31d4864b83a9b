"""The files that LibreOffice reads as well (tests/office): here each one is read and set with all words."""

from __future__ import annotations

from collections import Counter

import pytest

from taahodname.dossier.reading import docx_text, pdf_pages, pieces
from taahodname.typeset import typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.word.read import read
from tests.office.shape_files import FILES


@pytest.mark.parametrize("name", FILES)
def test_every_word_of_the_file_is_in_its_pdf(name: str) -> None:
    data = FILES[name]()
    made = typeset(read(data), shipped_book()).data
    word, pages = docx_text(data), pdf_pages(made)
    wanted = Counter(pieces(word.body))
    for number in range(1, len(pages) + 1):
        wanted.update(pieces(word.of_page(number)))
    found = Counter(piece for page in pages for piece in pieces(page))
    assert not wanted - found
    assert all(piece.isdecimal() for piece in found - wanted)  # the numbers of the pages
