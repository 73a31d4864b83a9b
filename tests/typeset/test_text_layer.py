"""What is copied out of our PDFs is what was written: four readers, all samples, the hard cases one by one.

A word counts as found when the reader gives it exactly (NFC, direction marks ignored), as often as the
papers have it. A pair is two words that follow each other in one paragraph or cell; pairs across cells are
not counted, because a reader may take the lines of two cells in turn.
"""

from __future__ import annotations

import importlib.util
import io
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import taahodname as tn
from taahodname.dossier.reading import pdf_pages
from taahodname.paper.blocks import (
    Document,
    LineBreak,
    PageBreak,
    PageNumber,
    Paragraph,
    Tab,
    Text,
    TextStyle,
)
from taahodname.paper.walk import paragraphs
from taahodname.persian.digits import to_persian
from taahodname.persian.isolation import isolate
from taahodname.typeset import typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.units import Pt
from taahodname.word.read import read

from . import made_fonts, supplied_fonts
from .blocks import document, paragraph

ROOT = Path(__file__).resolve().parents[2]
CASES = [
    (path, line)
    for path in sorted((ROOT / "samples").glob("*/profile.yaml"))
    for line in dict.fromkeys(str(one.type) for one in tn.Profile.load(path).lines)
]


# Directional controls say nothing; poppler adds embeddings of its own.
_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


def words_of(text: str) -> list[str]:
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text)).split()


def _paragraph(block: Paragraph, page: int, pages: int) -> list[str]:
    parts = []
    for inline in block.inlines:
        if isinstance(inline, PageNumber):
            number = str(page if inline.kind == "page" else pages)
            parts.append(to_persian(number) if inline.persian else number)
        elif isinstance(inline, Text):
            parts.append(inline.text)
        elif isinstance(inline, LineBreak | PageBreak | Tab):
            parts.append(" ")
    return words_of("".join(parts))


def _written(held: Document, pages: int) -> Iterator[list[str]]:
    """Yield the words of every paragraph and cell, heads and feet once for each page."""
    yield from (_paragraph(block, 0, 0) for block in paragraphs(held.blocks))
    for number in range(1, pages + 1):
        kind = "first" if number == 1 and held.title_page else "default"
        for region in (held.headers, held.footers):
            yield from (_paragraph(block, number, pages) for block in paragraphs(region.get(kind, ())))


def _pdfium(data: bytes) -> str:
    return "\n".join(pdf_pages(data))


def _poppler(data: bytes) -> str:
    return subprocess.run(
        ["pdftotext", "-", "-"], input=data, capture_output=True, check=True
    ).stdout.decode()


def _mupdf(data: bytes) -> str:
    import pymupdf

    return "\n".join(page.get_text() for page in pymupdf.open(stream=data, filetype="pdf"))


def _pypdf(data: bytes) -> str:
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def _without(module: str) -> bool:
    return importlib.util.find_spec(module) is None


# Reader, words and pairs in percent that the samples must reach.
READERS = [
    pytest.param(_pdfium, 99.8, 99.5, id="PDFium"),
    pytest.param(
        _poppler,
        99.0,
        98.0,
        id="poppler",
        marks=pytest.mark.skipif(
            not shutil.which("pdftotext"), reason="pdftotext (poppler-utils) is not here"
        ),
    ),
    pytest.param(
        _mupdf,
        99.5,
        99.0,
        id="MuPDF",
        marks=pytest.mark.skipif(_without("pymupdf"), reason="MuPDF is not here: pip install pymupdf"),
    ),
    pytest.param(_pypdf, 99.5, 99.0, id="pypdf"),
]


@pytest.fixture(scope="module")
def papers() -> list[tuple[list[list[str]], bytes]]:
    made = []
    for path, line in CASES:
        dossier = tn.render(tn.Profile.load(path), line)
        pdf = dossier["undertaking.pdf"]
        held = read(dossier["undertaking.docx"])
        made.append((list(_written(held, len(pdf_pages(pdf)))), pdf))
    return made


@pytest.mark.parametrize(("reader", "words", "pairs"), READERS)
def test_what_is_copied_is_what_was_written(
    papers: list[tuple[list[list[str]], bytes]], reader: Callable[[bytes], str], words: float, pairs: float
) -> None:
    wanted, met, wanted_pairs, met_pairs = 0, 0, 0, 0
    lost: Counter[str] = Counter()
    for written, pdf in papers:
        got = words_of(reader(pdf))
        single = Counter(word for block in written for word in block)
        double = Counter(pair for block in written for pair in pairwise(block))
        wanted, wanted_pairs = wanted + single.total(), wanted_pairs + double.total()
        met += (single & Counter(got)).total()
        met_pairs += (double & Counter(pairwise(got))).total()
        lost += single - Counter(got)
    assert 100 * met / wanted >= words, lost.most_common(20)
    assert 100 * met_pairs / wanted_pairs >= pairs


HARD = [
    "نامهٔ شرکت", "کتباً متعهد", "ملّی است", "الله و عبدالله", "لا و بلا و خلاصه", "للّه", "می‌شود و هیئت‌مدیره",
    "مؤمنی و مسئول", "تلفن ۰۲۱-۸۸۷۷۶۶۵۵ است", "همراه +98 912 345 6789 است", "استاندارد (ISO 9001:2015) دارد",
    "ایمیل info@arya-data.ir شرکت", "سایت https://www.arya-data.ir/ شرکت", "تاریخ ۱۴۰۵/۰۹/۰۲ است",
    "مبلغ ۵۰۰٬۰۰۰٬۰۰۰ ریال", "«الله» [مهم] (تهران)", "از ۸-۱۷ تا ۱۰:۳۰", "نسخهٔ 2.1.3 برنامه",
    "۱۵٪ و 20% تخفیف", "کارت 6037-99**-****-5678 است", "همراه ۰۹۱۲***۴۵۶۷ است", "شرکت (Arya Data Co.)، تهران",
]  # fmt: skip


@pytest.mark.parametrize("text", HARD)
@pytest.mark.parametrize("reader", [_pdfium, pytest.param(_pypdf)], ids=["PDFium", "pypdf"])
def test_a_hard_case_comes_back_letter_for_letter(reader: Callable[[bytes], str], text: str) -> None:
    pdf = typeset(document(paragraph(f"متن {isolate(text)} متن")), shipped_book()).data
    assert words_of(reader(pdf)) == words_of(f"متن {text} متن")


def test_what_begins_a_line_beside_another_cell_is_whole_for_pypdf_too() -> None:
    profile = tn.Profile.load(ROOT / "samples" / "mehr-clinic" / "profile.yaml")
    (sheet,) = tn.render(profile, "1000", only={"guarantee-note.pdf"}).values()
    number = to_persian(str(profile.company.national_id))
    by_pdfium, by_pypdf = (
        [word for word in words_of(reader(sheet)) if number in word] for reader in (_pdfium, _pypdf)
    )
    assert sorted(by_pypdf) == sorted(by_pdfium)


def test_latin_in_a_left_to_right_paragraph_comes_back_too() -> None:
    text = "Plain Latin (text) of info@arya.ir"
    pdf = typeset(document(paragraph(text, rtl=False)), shipped_book()).data
    assert words_of(_pdfium(pdf)) == words_of(text)


# Supplied fonts -------------------------------------------------------------------------------------


def test_half_spaces_and_marks_come_back_where_the_half_space_has_a_shape(tmp_path: Path) -> None:
    book, face = made_fonts.book_of(tmp_path, made_fonts.with_drawn_joiners())
    text = "اطلاعیهٔ آن\u200cها کتباً می\u200cشود؛ بالا و ملّی"
    pdf = typeset(document(paragraph(Text(text, TextStyle(face.family, Pt(12))))), book).data
    assert words_of(_pdfium(pdf)) == words_of(text)


def test_a_half_space_behind_a_letter_of_another_font_comes_back(tmp_path: Path) -> None:
    book, face = made_fonts.book_of(tmp_path, made_fonts.without_letter("ه"))
    text = "شماره\u200cهای فروشگاه\u200cها"
    pdf = typeset(document(paragraph(Text(text, TextStyle(face.family, Pt(12))))), book).data
    assert words_of(_pdfium(pdf)) == words_of(text)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in supplied_fonts.DEBIAN_FONTS if name != "Nafees Web"])
def test_a_letter_in_a_font_of_debian_is_copied_as_it_was_written(name: str) -> None:
    file = supplied_fonts.debian_file(name)
    _, face = supplied_fonts.book_with(file)
    profile = tn.Profile.load(ROOT / "samples/arya-software/profile.yaml")
    dossier = tn.render(profile, "3000", fonts=[file], font=face.family)
    pdf = dossier["undertaking.pdf"]
    written = list(_written(read(dossier["undertaking.docx"]), len(pdf_pages(pdf))))
    got = words_of(_pdfium(pdf))
    words = Counter(word for block in written for word in block)
    pairs = Counter(pair for block in written for pair in pairwise(block))
    assert (words & Counter(got)).total() / words.total() >= 0.99, words - Counter(got)
    assert (pairs & Counter(pairwise(got))).total() / pairs.total() >= 0.98
