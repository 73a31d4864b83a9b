"""The words of our own PDFs line by line: what PDFium has read of a line holds wherever it is drawn again.

Most lines of a client's papers are those of all clients. Each is kept by all that its words depend on: its
operators but for their place, and all that the PDF says of the fonts they name. The lines that are not known
yet are read together, so far apart from one another that none is taken for a part of the next.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from taahodname.dossier.pdf_contents import Content, objects_of, without_forms
from taahodname.dossier.pdfium_text import Box, Pdf, PdfText, opened

# As `typeset.pdf_line` writes it: up to its place, how far that is from the left, and what comes behind it.
_LINE = re.compile(rb"\n(q (?:BT [^(\n]*?rg |1 0 0 1 ))(\S+) \S+( (?:Td|cm BT) .*)")
_APART = 300  # points; no letter is as large
_KEPT = 2_000  # lines; a client brings some 35 of his own
_KEPT_FONTS = 32


class _Font(Struct, frozen=True, eq=False, gc=False):
    """A font: the same one in all PDFs that say the same of it, to the byte."""


class _Line(Struct, eq=False, gc=False):
    """A line wherever it stands, and what PDFium reads there: nothing as long as it was not asked."""

    before: bytes
    after: bytes
    said: tuple[str, ...] = ()


class _Placed(Struct, frozen=True, eq=False, gc=False):
    """A line of a page, and how far from the left it stands, as the page says it."""

    line: _Line
    left: bytes


def read_by_line(data: bytes, boxes: Collection[Box] = ()) -> PdfText | None:
    """Return the words of a PDF of ours.

    Args:
        data: the PDF; what stands in a form is left out.
        boxes: rectangles whose text is asked for by itself; their pages are read as they stand.

    Returns:
        None where the lines cannot be told from one another: all is to be read as it stands.

    Raises:
        pypdfium2.PdfiumError: when PDFium cannot open it.
    """
    contents = list(objects_of(data).pages())
    asked = sorted({box.page for box in boxes})
    pages = _told_apart(contents, asked)
    if pages is None:
        return None
    new = list({one.line: one for lines in pages.values() for one in lines if not one.line.said}.values())
    drawing = next((number for number, lines in pages.items() if lines), 0)
    drawn = _drawn(new, contents[drawing - 1]) if new else data
    with opened(without_forms(drawn) if asked else drawn) as pdf:
        if pdf.count != len(contents) or (new and not _take_down(new, pdf, drawing)):
            return None
        read = pdf.read(asked, boxes)
    of_page = dict(zip(asked, read.lines, strict=True))
    for number, lines in pages.items():
        of_page[number] = tuple([text for one in lines for text in one.line.said])
    return PdfText(tuple(of_page[number] for number in sorted(of_page)), read.within)


def _told_apart(contents: Sequence[Content], but: Collection[int]) -> Mapping[int, Sequence[_Placed]] | None:
    """Return the lines of each page but some; None where those of one cannot be told apart."""
    if any(one.entry(b"Font") != contents[0].entry(b"Font") for one in contents):
        return None
    fonts = _fonts(contents[0])
    found = {number: _lines(one, fonts) for number, one in enumerate(contents, 1) if number not in but}
    told = {number: lines for number, lines in found.items() if lines is not None}
    return told if len(told) == len(found) else None


def _lines(page: Content, fonts: Sequence[tuple[bytes, _Font]]) -> Sequence[_Placed] | None:
    """Return the lines of a page; None where something else may draw words, or words that are not level."""
    found = _LINE.findall(b"\n" + page.operators)
    if len(found) != page.operators.count(b"BT") or not _is_level(page.operators):
        return None
    if not all(after.endswith(b" Q") for _, _, after in found):
        return None
    return [
        _Placed(
            _line(before, after, tuple([font for name, font in fonts if name in before or name in after])),
            left,
        )
        for before, left, after in found
    ]


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
    """Return the line of these operators; `fonts` tells it from those of other PDFs that have others."""
    return _Line(before, after)


def _fonts(page: Content) -> list[tuple[bytes, _Font]]:
    """Return the fonts that a page may ask for, each by what its operators call it."""
    return [
        (b"/%b " % name, _font(tuple(page.objects.whole(number))))
        for name, number in page.named(b"Font").items()
    ]


@lru_cache(maxsize=_KEPT_FONTS)
def _font(told: tuple[bytes, ...]) -> _Font:
    return _Font()


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
