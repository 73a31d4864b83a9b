"""Every file that LibreOffice is compared over is read and set by us, and its words are in the PDF."""

from __future__ import annotations

from collections import Counter

import pytest

from taahodname.dossier.reading import difference, docx_text, pdf_pages, pieces
from taahodname.typeset import typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.word.read import read

from ..office.feature_files import APART, FEATURES, SHOWN_BY_FIELDS

CASES = {**FEATURES, **{name: make for name, (make, _) in APART.items()}}


@pytest.mark.parametrize("name", CASES)
def test_the_words_of_a_feature_file_are_those_of_its_pdf(name: str) -> None:
    data = CASES[name]()
    pdf = typeset(read(data), shipped_book()).data
    said = docx_text(data)
    wanted: Counter[str] = Counter(pieces(said.body))
    found: Counter[str] = Counter()
    for number, text in enumerate(pdf_pages(pdf), 1):
        wanted.update(pieces(said.of_page(number)))
        found.update(pieces(text))
    missing, extra = difference(wanted.elements(), found.elements())
    assert (missing, sorted(extra)) == ([], SHOWN_BY_FIELDS.get(name, []))
