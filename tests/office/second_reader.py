"""Compares our reading of Word files with LibreOffice's: words in order, pages, places of paragraphs."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

import pypdfium2
import pypdfium2.raw as pdfium

from taahodname.paper.blocks import Document, Which
from taahodname.paper.walk import paragraphs
from taahodname.typeset import FontBook, typeset
from taahodname.word.read import read

from .conftest import Office

NEAR_MM = 3.0
"""How far apart the beginnings of a paragraph may stand in the two PDFs."""

_PT_PER_MM = 72 / 25.4
_SAME_LINE = 2.0  # points: raised marks and digits of another size
_LOOKED_AT = 6  # words of a paragraph by which its first line is known
_ANCHORS = 3  # of them, any of which it may be found by
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a PDF: what it is known by, its page from 0, and its base line in points from the top."""

    key: str
    page: int
    base: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two readings of a file have in common.

    Attributes:
        pages: how many there are in ours and in theirs.
        words: of the body in our reading.
        in_order: share of the words of both readings that stand in the same order.
        placed: paragraphs that were found in both PDFs.
        paragraphs: paragraphs with words.
        apart: how far apart each of the placed ones begins, in millimetres, or None on another page.
    """

    pages: tuple[int, int]
    words: int
    in_order: float
    paragraphs: int
    placed: int
    apart: tuple[float | None, ...]

    @property
    def near(self) -> float:
        """The share of placed paragraphs that begin within `NEAR_MM` of each other."""
        kept = [gap for gap in self.apart if gap is not None and gap <= NEAR_MM]
        return len(kept) / len(self.apart) if self.apart else 1.0

    @property
    def same_pages(self) -> bool:
        """Whether there are as many pages in both."""
        return self.pages[0] == self.pages[1]


def compare_all(files: Mapping[str, bytes], office: Office) -> dict[str, Comparison]:
    """Return, by name, what our reading of each Word file and LibreOffice's have in common."""
    fonts = FontBook()
    told = dict(files)
    pdfs, texts = office.convert(told, "pdf"), office.convert(told, "txt:Text (encoded):UTF8")
    found = {}
    for name, data in files.items():
        document = read(data, name)
        ours = typeset(document, fonts).data
        found[name] = compare(document, ours, pdfs[name], texts[name].decode("utf-8-sig"))
    return found


def compare(document: Document, ours: bytes, theirs: bytes, their_text: str) -> Comparison:
    """Return what our reading of a Word file and LibreOffice's have in common.

    Args:
        document: our reading.
        ours, theirs: the two PDFs.
        their_text: LibreOffice's own text of the file («convert-to txt»).
    """
    own = [text for paragraph in paragraphs(document.blocks) if (text := paragraph.text).strip()]
    mine = [key for text in own for key in keys(text)]
    other = list(keys(their_text))
    texts = [*_marginals(document), *own]
    here, there = words_of(ours), words_of(theirs)
    first = places(texts, here)
    pairs = [(a, b) for a, b in zip(first, places(texts, there, first), strict=True) if a and b]
    apart = tuple(abs(a.base - b.base) / _PT_PER_MM if a.page == b.page else None for a, b in pairs)
    return Comparison(
        (page_count(ours), page_count(theirs)),
        len(mine),
        _in_order(mine, other),
        len(texts),
        len(pairs),
        apart,
    )


def _marginals(document: Document) -> list[str]:
    """Return the texts of the head and foot of the first page."""
    which: Which = "first" if document.title_page else "default"
    found = (*document.headers.get(which, ()), *document.footers.get(which, ()))
    return [text for paragraph in paragraphs(found) if (text := paragraph.text).strip()]


def _in_order(mine: list[str], other: list[str]) -> float:
    matcher = SequenceMatcher(None, mine, other, autojunk=False)
    total = len(mine) + len(other)
    return matcher.ratio() if total else 1.0


def keys(text: str) -> Iterator[str]:
    """Yield what each word of a text is known by: its letters and digits without marks, sorted.

    Sorted, because text layers turn lam-alef or digits round and tell nothing of the order on paper.
    """
    for word in _WORD.findall(text):
        plain = unicodedata.normalize("NFKD", word)
        kept = sorted(char for char in plain if char.isalnum() and char != "\u0640")
        if any(char.isalpha() and not char.isascii() for char in kept):
            kept = [char for char in kept if not char.isascii()]  # how PDFium reads LibreOffice's kashida
        if kept:
            yield "".join(kept)


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def words_of(pdf: bytes) -> list[Word]:
    """Return the words of a PDF with the places of their base lines, in PDFium's order."""
    found: list[Word] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            page = document[number]
            height = page.get_height()
            found += (Word(key, number, height - base) for key, base in _page_words(page.get_textpage()))
    return found


def _page_words(textpage: pypdfium2.PdfTextPage) -> Iterator[tuple[str, float]]:
    x, y = ctypes.c_double(), ctypes.c_double()
    letters, base = "", 0.0
    for index in range(textpage.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(textpage.raw, index))
        if char.isspace():
            yield from ((key, base) for key in keys(letters))
            letters = ""
        elif char.isalnum() or letters:
            pdfium.FPDFText_GetCharOrigin(textpage.raw, index, x, y)
            base = y.value if not letters else base
            letters += char
    yield from ((key, base) for key in keys(letters))


def places(texts: list[str], words: list[Word], like: Iterable[Word | None] = ()) -> list[Word | None]:
    """Return where the first line of each text stands, None where it is not found.

    A line is known by the first words of its paragraph. Where several lines match as well, it is the one
    nearest to where the other reader has it, or the first one after the paragraph before.

    Args:
        texts: of paragraphs, in order.
        words: of the PDF.
        like: where the other reader has them.
    """
    at: dict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        at[word.key].append(index)
    found: list[Word | None] = []
    last = 0
    for text, near in zip_longest(texts, like):
        place = _place(list(keys(text))[:_LOOKED_AT], words, at, last, near)
        found.append(None if place is None else words[place])
        last = last if place is None else place
    return found


def _place(
    wanted: list[str], words: list[Word], at: dict[str, list[int]], last: int, near: Word | None
) -> int | None:
    ranked = []
    # The very first word may be one that the text layer glued to its neighbour.
    for index in (index for key in dict.fromkeys(wanted[:_ANCHORS]) for index in at.get(key, ())):
        line = words[index]
        around = range(max(0, index - 20), min(len(words), index + 20))
        beside = {words[i].key for i in around if _same_line(words[i], line)}
        ranked.append((sum(key in beside for key in wanted), index))
    best = max((score for score, _ in ranked), default=0)
    alike = [index for score, index in ranked if score >= 0.8 * best]
    if near is not None:
        return min(alike, key=lambda index: _distance(words[index], near), default=None)
    return min(alike, key=lambda index: (index < last, index), default=None)


def _distance(one: Word, other: Word) -> float:
    return abs(one.page - other.page) * 10_000 + abs(one.base - other.base)


def _same_line(one: Word, other: Word) -> bool:
    return one.page == other.page and abs(one.base - other.base) <= _SAME_LINE
