"""The words of our own PDFs line by line: what PDFium has read of a line holds wherever it is drawn again.

Most lines of a client's papers are those of all clients. Each is kept by all that its words depend on: its
operators but for their place, and all that the PDF says of the fonts they name. The lines that are not known
yet are read together, in any paper where their codes mean the same, and so far apart from one another that
none is taken for a part of the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from taahodname.dossier.font_codes import Codes, codes_of, goes_on
from taahodname.dossier.pdf_contents import Content, objects_of, without_forms
from taahodname.dossier.pdfium_text import Box, Pdf, PdfText, opened

# As `typeset.pdf_line` writes it: up to its place, how far that is from the left, and what comes behind it.
_LINE = re.compile(rb"\n(q (?:BT [^(\n]*?rg |1 0 0 1 ))(\S+) \S+( (?:Td|cm BT) .*)")
_APART = 300  # points; no letter is as large
_TOGETHER = 100  # lines at a time: farther down PDFium's places, of 24 bits, are coarse
_KEPT = 2_000  # lines; a client brings some 27 of his own
_KEPT_OWN = 256  # lines, those of the latest clients
_KEPT_FONTS = 32


class _Font(Struct, frozen=True, eq=False, gc=False):
    """A font: the same one in all PDFs that say the same of it, to the byte."""

    name: bytes
    codes: Codes


class _Line(Struct, eq=False, gc=False):
    """A line wherever it stands, and what PDFium reads there: nothing as long as it was not asked."""

    before: bytes
    after: bytes
    fonts: tuple[_Font, ...]
    said: tuple[str, ...] = ()


class _Placed(Struct, frozen=True, eq=False, gc=False):
    """A line of a page, and how far from the left it stands, as the page says it."""

    line: _Line
    left: bytes


class _Paper(Struct, frozen=True):
    """A PDF whose lines are told apart.

    Attributes:
        data: the file.
        contents: what its pages draw.
        boxes: rectangles whose text is asked for.
        lines: those of each page, by its number; of pages with boxes none, for they are read as they stand.
        fonts: what the pages may ask for.
        new: the lines of this paper and others that are to be read in this file.
    """

    data: bytes
    contents: Sequence[Content]
    boxes: Sequence[Box]
    lines: Mapping[int, Sequence[_Placed]]
    fonts: tuple[_Font, ...]
    new: dict[_Line, _Placed]


def read_by_line(papers: Iterable[tuple[bytes, Sequence[Box]]]) -> list[PdfText | None]:
    """Return the words of PDFs of ours, each read in one go.

    Args:
        papers: the PDFs, of which what stands in a form is left out, each with rectangles whose text is asked
            for by itself; pages with rectangles are read as they stand. Lines that several have are read in
            one of them.

    Returns:
        For each its words; None where its lines cannot be told apart: it is to be read as it stands.

    Raises:
        pypdfium2.PdfiumError: when PDFium cannot open one.
    """
    told = [_paper(data, boxes) for data, boxes in papers]
    _deal([paper for paper in told if paper is not None])
    read = [None if paper is None else _read(paper) for paper in told]
    return [
        None if paper is None or standing is None else _said(paper, standing)
        for paper, standing in zip(told, read, strict=True)
    ]


def _paper(data: bytes, boxes: Sequence[Box]) -> _Paper | None:
    """Return a PDF, its lines told apart; None where they cannot be."""
    contents = list(objects_of(data).pages())
    if any(one.entry(b"Font") != contents[0].entry(b"Font") for one in contents):
        return None
    fonts = _fonts(contents[0])
    asked = {box.page for box in boxes}
    lines: dict[int, Sequence[_Placed]] = {}
    for number, content in enumerate(contents, 1):
        if number not in asked:
            found = _lines(content, fonts)
            if found is None:
                return None
            lines[number] = found
    return _Paper(data, contents, boxes, lines, fonts, {})


def _deal(papers: Sequence[_Paper]) -> None:
    """Deal the lines that are not known out to the papers, each to the first where it reads the same."""
    dealt: set[_Line] = set()
    for paper in papers:
        for placed in (one for lines in paper.lines.values() for one in lines if not one.line.said):
            if placed.line not in dealt:
                dealt.add(placed.line)
                holder = next(one for one in papers if one.lines and _has(one, placed.line.fonts))
                holder.new[placed.line] = placed


def _has(paper: _Paper, fonts: Iterable[_Font]) -> bool:
    """Tell whether the codes of fonts mean the same in a paper, and are as wide and of the same faces."""
    return all(
        any(own.name == one.name and goes_on(own.codes, one.codes) for own in paper.fonts) for one in fonts
    )


def _read(paper: _Paper) -> PdfText | None:
    """Have PDFium read the lines that were dealt to a paper, and return what it reads on pages with boxes.

    Returns:
        None when the file has other pages, or the lines were not to be told from one another.
    """
    asked = sorted({box.page for box in paper.boxes})
    drawing = next(iter(paper.lines), 0)
    new = list(paper.new.values())
    read: PdfText | None = None
    for start in range(0, max(1, len(new)), _TOGETHER):
        lines = new[start : start + _TOGETHER]
        drawn = _drawn(lines, paper.contents[drawing - 1]) if lines else paper.data
        with opened(without_forms(drawn) if asked else drawn) as pdf:
            if pdf.count != len(paper.contents) or (lines and not _take_down(lines, pdf, drawing)):
                return None
            read = read or pdf.read(asked, paper.boxes)
    return read


def _said(paper: _Paper, standing: PdfText) -> PdfText | None:
    """Return the words of a paper; None when a line of it is not known, for it was not read elsewhere."""
    of_page = dict(zip(sorted({box.page for box in paper.boxes}), standing.lines, strict=True))
    for number, lines in paper.lines.items():
        said = [one.line.said for one in lines]
        if not all(said):
            return None
        of_page[number] = tuple(chain.from_iterable(said))
    return PdfText(tuple(of_page[number] for number in sorted(of_page)), standing.within)


def _lines(page: Content, fonts: tuple[_Font, ...]) -> Sequence[_Placed] | None:
    """Return the lines of a page; None where something else may draw words, or words that are not level."""
    found = _LINE.findall(b"\n" + page.operators)
    if len(found) != page.operators.count(b"BT") or not _is_level(page.operators):
        return None
    if not all(after.endswith(b" Q") for _, _, after in found):
        return None
    return [_Placed(_line(before, after, fonts), left) for before, left, after in found]


def _is_level(operators: bytes) -> bool:
    """Tell whether each line stands on the page itself, not in what is turned, moved or drawn small."""
    if b" cm\n" not in operators and b"\nq\n" not in operators:
        return True
    depth = 0
    for line in operators.split(b"\n"):
        if line == b"Q":
            depth -= 1
        elif line.startswith(b"q"):
            if depth and b"BT" in line:
                return False
            depth += not line.endswith(b" Q")
        elif line.endswith(b" cm"):
            return False
    return not depth


@lru_cache(maxsize=_KEPT)
def _line(before: bytes, after: bytes, fonts: tuple[_Font, ...]) -> _Line:
    """Return the line of these operators on a page that has these fonts."""
    return _line_in(before, after, tuple([one for one in fonts if one.name in before or one.name in after]))


# A client's other papers have it as well, where not all fonts are the same.
_line_in = lru_cache(maxsize=_KEPT_OWN)(_Line)


def _fonts(page: Content) -> tuple[_Font, ...]:
    """Return the fonts that a page may ask for."""
    named = page.named(b"Font").items()
    return tuple([_font(b"/%b " % name, tuple(page.objects.whole(number))) for name, number in named])


@lru_cache(maxsize=_KEPT_FONTS)
def _font(name: bytes, told: tuple[bytes, ...]) -> _Font:
    """Return the font of which a PDF tells this.

    Args:
        name: what operators call it.
        told: the font, its descendant, all that this refers to, and at last the meanings of the codes.
    """
    return _Font(name, codes_of(told[1], told[-1]))


def _drawn(lines: Iterable[_Placed], page: Content) -> bytes:
    """Return the file of a page, where it draws these lines and nothing else, each far below the last."""
    drawn = [
        b"%b%b %d%b" % (one.line.before, one.left, -_APART * place, one.line.after)
        for place, one in enumerate(lines, 1)
    ]
    return page.objects.with_stream(page.number, b"\n".join(drawn))


def _take_down(lines: Sequence[_Placed], pdf: Pdf, number: int) -> bool:
    """Take down what is read of each line on a page as `_drawn` draws it.

    Returns:
        Whether each says something, and nothing stands elsewhere. Otherwise nothing was taken down.
    """
    said: dict[int, list[str]] = {}
    for height, text in pdf.heights(number):
        said.setdefault(round(-height / _APART), []).append(text)
    if sorted(said) != list(range(1, len(lines) + 1)):
        return False
    for place, one in enumerate(lines, 1):
        one.line.said = tuple(said[place])
    return True
