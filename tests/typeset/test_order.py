"""Numbers, addresses and brackets among Persian words stand on paper as a person writes them."""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from taahodname.dossier.assemble import render
from taahodname.persian.isolation import LRM, strip_controls
from taahodname.profile import Profile
from taahodname.typeset import Typeset, typeset
from taahodname.typeset.fonts import Face, shipped_book
from taahodname.typeset.marks import TextMark
from taahodname.word.finish import Properties, finish
from taahodname.word.markup import Element, is_on
from taahodname.word.names import qn
from taahodname.word.package import read as package
from taahodname.word.read import read

from ..word import making
from .harfbuzz_says import own_font, shaped
from .order_cases import FRAMES, PIECES, SENTENCES, Ltr, Sentence, framed
from .page_glyphs import Ink, Matrix, differences, ink_of, shape_of

ROOT = Path(__file__).resolve().parents[2]
SIZE = 11.0
_PLAIN_NUMBER = re.compile("[0-9]+|[۰-۹]+(٬[۰-۹]+)*")
PROPERTIES = Properties("آزمون", "شرکت آریا", datetime.date(2026, 11, 23))
EVERY = {f"{frame}: {name}": framed(frame, piece) for frame in FRAMES for name, piece in PIECES.items()}


def letter(*blocks: str) -> bytes:
    """Return a finished Word file with some paragraphs and tables."""
    return finish(making.docx(*blocks, section=making.SECTION + "<w:bidi/>"), PROPERTIES)


def in_cells(sentences: Sequence[Sentence]) -> str:
    return making.table(*(["".join(sentence)] for sentence in sentences), width=9000)


def as_read(sentence: Sentence) -> list[tuple[str, bool]]:
    """Return a sentence as a person sees it from left to right: the parts turned round, none of them split.

    Persian parts are told apart from numbers in them, which keep their own order.
    """
    parts = [
        (text, isinstance(part, Ltr) or text[0] in "0123456789۰۱۲۳۴۵۶۷۸۹")
        for part in sentence
        for text in ([part] if isinstance(part, Ltr) else re.findall(r"[0-9۰-۹٬]+|[^0-9۰-۹٬]+", part))
    ]
    return parts[::-1]


def ink_of_sentence(face: Face, sentence: Sentence, right: float, y: float) -> list[Ink]:
    """Return the ink of a line that ends at a place, each part shaped by itself in its own direction."""
    scale = SIZE / face.upem
    pen, found = 0.0, []
    for text, ltr in as_read(sentence):
        for gid, advance, dx, dy, _ in shaped(face, text, rtl=not ltr):
            matrix: Matrix = (scale, 0, 0, scale, pen + dx * scale, y + dy * scale)
            if shape := shape_of(own_font(face), gid):
                found.append((shape, matrix))
            pen += advance * scale
    return [Ink.at(shape, (*m[:4], m[4] + right - pen, m[5])) for shape, m in found]


def lines_of(made: Typeset) -> Iterator[tuple[float, float]]:
    """Yield the right edge of every line of the first page, and its base line from the foot."""
    height = float(made.layout.geometry.height)
    for mark in made.layout.pages[0].body:
        if isinstance(mark, TextMark) and mark.line.placed:
            last = mark.line.placed[-1]
            yield mark.x + last.x + last.width, height - mark.y


def assert_drawn_as_written(made: Typeset, sentences: Sequence[Sentence]) -> None:
    __tracebackhide__ = True
    face = shipped_book().find("Vazirmatn").face
    assert len(made.layout.pages) == 1
    lines = list(lines_of(made))
    assert len(lines) == len(sentences)
    found = ink_of(made.data)[0]
    wrong = []
    wanted = []
    for sentence, (right, y) in zip(sentences, lines, strict=True):
        ink = ink_of_sentence(face, sentence, right, y)
        wanted += ink
        if differences(ink, found)[0]:
            wrong.append("".join(sentence))
    assert wrong == []
    assert len(found) == len(wanted)


# PDF ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PIECES)
def test_a_piece_is_drawn_from_left_to_right_wherever_it_stands(name: str) -> None:
    sentences = [framed(frame, PIECES[name]) for frame in FRAMES]
    data = letter(*("".join(sentence) for sentence in sentences))
    assert_drawn_as_written(typeset(read(data, "letter.docx"), shipped_book()), sentences)


@pytest.mark.parametrize("frame", FRAMES)
def test_a_piece_in_a_table_is_drawn_from_left_to_right(frame: str) -> None:
    sentences = [framed(frame, piece) for piece in PIECES.values()]
    for start in range(0, len(sentences), 20):
        chosen = sentences[start : start + 20]
        made = typeset(read(letter(in_cells(chosen)), "letter.docx"), shipped_book())
        assert_drawn_as_written(made, chosen)


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_is_drawn_as_it_is_read(name: str) -> None:
    sentence = SENTENCES[name]
    made = typeset(read(letter("".join(sentence)), "letter.docx"), shipped_book())
    assert_drawn_as_written(made, [sentence])


@pytest.mark.parametrize(
    "value",
    ["۰۲۱-۸۸۷۷۶۶۵۵", "info@arya-niksamaneh.ir", "https://www.arya-niksamaneh.ir", "۱۴۰۵/۰۹/۰۲", "۱۳۵۸/۰۷/۲۳"],
)
def test_a_value_of_a_sample_undertaking_is_drawn_from_left_to_right(value: str) -> None:
    profile = Profile.load(ROOT / "samples/arya-software/profile.yaml")
    made = render(profile, "3000", date="1405/09/02")
    document = read(made["undertaking.docx"], "undertaking.docx")
    assert value in "".join(strip_controls(text) for text in _texts(made["undertaking.docx"]))
    found = [ink for page in ink_of(typeset(document, shipped_book()).data) for ink in page]
    assert any(_stands(value, found, bold=bold) for bold in (False, True))


def _texts(data: bytes) -> list[str]:
    return ["".join(text.text or "" for text in p.iter(qn("w:t"))) for p in _paragraphs(data)]


def _stands(value: str, found: Sequence[Ink], *, bold: bool) -> bool:
    """Return whether the shapes of a value stand side by side from left to right, at any place and size."""
    face = shipped_book().find("Vazirmatn", bold=bold).face
    font, glyphs = own_font(face), shaped(face, value, rtl=False)
    for size in (9, 9.5, 10, 10.5, 11, 11.5, 12, 13):
        scale = size / face.upem
        pen, wanted = 0.0, []
        for gid, advance, dx, dy, _ in glyphs:
            wanted.append(Ink.at(shape_of(font, gid), (scale, 0, 0, scale, pen + dx * scale, dy * scale)))
            pen += advance * scale
        wanted = [ink for ink in wanted if ink.points]
        if any(_all_there(wanted, found, start) for start in found):
            return True
    return False


def _all_there(wanted: Sequence[Ink], found: Sequence[Ink], start: Ink) -> bool:
    dx = start.points[0][0] - wanted[0].points[0][0]
    dy = start.points[0][1] - wanted[0].points[0][1]
    moved = [Ink(tuple((x + dx, y + dy) for x, y in ink.points)) for ink in wanted]
    return moved[0].is_at(start) and not differences(moved, found)[0]


# DOCX -----------------------------------------------------------------------------------------------


def _paragraphs(data: bytes) -> list[Element]:
    opened = package(data, "letter.docx")
    return list(opened.xml(opened.main).iter(qn("w:p")))


def runs_of(paragraph: Element) -> list[tuple[str, bool]]:
    """Return the text of every run and whether it is right-to-left."""
    found = []
    for run in paragraph.iter(qn("w:r")):
        text = "".join(part.text or "" for part in run.iter(qn("w:t")))
        found.append((text, is_on(run.find(f"{qn('w:rPr')}/{qn('w:rtl')}"))))
    return found


@pytest.mark.parametrize("name", PIECES)
def test_a_piece_in_word_is_a_left_to_right_run_between_marks(name: str) -> None:
    sentences = [framed(frame, PIECES[name]) for frame in FRAMES]
    data = letter(*("".join(sentence) for sentence in sentences), in_cells(sentences))
    paragraphs = _paragraphs(data)
    for sentence, paragraph in zip(sentences * 2, paragraphs, strict=True):
        assert_directed(sentence, runs_of(paragraph))


def assert_directed(sentence: Sentence, runs: Sequence[tuple[str, bool]]) -> None:
    """Left-to-right pieces stand in such runs and between marks, all else in right-to-left runs."""
    __tracebackhide__ = True
    whole = "".join(text for text, _ in runs)
    assert strip_controls(whole) == "".join(sentence)
    found = [(char, rtl) for text, rtl in runs for char in strip_controls(text)]
    wanted = [(char, isinstance(part, Ltr)) for part in sentence for char in part]
    for (char, rtl), (_, ltr) in zip(found, wanted, strict=True):
        # A plain number keeps its order in a run of either kind.
        assert rtl != ltr or char.isdecimal() or char in " ٬", f"{char!r} in {runs}"
    for part in sentence:
        if isinstance(part, Ltr) and not _PLAIN_NUMBER.fullmatch(part):
            assert f"{LRM}{part}{LRM}" in whole


@pytest.mark.parametrize("name", SENTENCES)
def test_persian_parts_of_a_sentence_in_word_are_right_to_left_runs(name: str) -> None:
    (paragraph,) = _paragraphs(letter("".join(SENTENCES[name])))
    assert_directed(SENTENCES[name], runs_of(paragraph))


# LibreOffice ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def drawn_by_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return every line that LibreOffice draws of all sentences, its characters from left to right."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here (Debian package libreoffice-writer-nogui)")
    folder = tmp_path_factory.mktemp("office")
    sentences = [*EVERY.values(), *SENTENCES.values()]
    (folder / "letter.docx").write_bytes(
        letter(*("".join(sentence) for sentence in sentences), in_cells(list(EVERY.values())))
    )
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    order = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*order, str(folder / "letter.docx")], check=True, capture_output=True, timeout=180)
    return list(_lines_of_pdf((folder / "letter.pdf").read_bytes()))


def _lines_of_pdf(data: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        found = []
        for index in range(text.count_chars()):
            char = chr(pypdfium2.raw.FPDFText_GetUnicode(text, index))
            x, y = _origin(text, index)
            if char.isprintable() and not char.isspace() and char != LRM:
                found.append((round(y, 1), x, char))
        yield from _rows(sorted(found))
        text.close()
        page.close()
    document.close()


def _origin(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = pypdfium2.raw.c_double(), pypdfium2.raw.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(text, index, x, y)
    return x.value, y.value


def _rows(chars: Sequence[tuple[float, float, str]]) -> Iterator[str]:
    row = ""
    for before, after in pairwise([*chars, (float("inf"), 0.0, "")]):
        row += before[2]
        if after[0] != before[0]:
            yield row
            row = ""


@pytest.mark.office
@pytest.mark.parametrize("name", PIECES)
def test_libreoffice_draws_a_piece_from_left_to_right(name: str, drawn_by_libreoffice: list[str]) -> None:
    # PDFium tells the brackets of a right-to-left line the other way round.
    sides = str.maketrans("()", "||")
    piece = PIECES[name].replace(" ", "").translate(sides)
    lines = sum(piece in line.translate(sides) for line in drawn_by_libreoffice)
    # Once in a paragraph and once in a table, in each of the frames.
    assert lines >= 2 * len(FRAMES)
