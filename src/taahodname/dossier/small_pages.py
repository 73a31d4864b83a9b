"""The pages in small of a finished PDF, held against the PDF whose pages they are."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache

from msgspec import Struct

from taahodname.dossier.pdf_contents import Content, PdfObjects, number_of, objects_of

_MEANINGS = re.compile(rb"^<([0-9A-F]{4})> <[0-9A-F]{4}> \[<([^]]+)>\]$", re.MULTILINE)
_WIDTHS = re.compile(rb"/W \[1 \[([^]]*)")
_FACE = re.compile(rb"/BaseFont /[A-Z]{6}\+(\S+)")


def shows_pages(data: bytes, letter: bytes) -> bool:
    """Tell whether a PDF of ours shows the pages of another of ours in small: each once, in order, no others.

    A page in small has the page's own operators, but for its marked content. Its codes mean what they mean
    on the page, and are as wide and of the same faces. Its pictures, shadings and graphics states are those
    of the page. So the words that are read on the page are those of the page in small.

    Args:
        data: the PDF with pages in small, and no other forms.
        letter: the PDF whose pages they are.
    """
    shown, pages = list(objects_of(data).forms()), list(objects_of(letter).pages())
    if len(shown) != len(pages):
        return False
    pairs = list(zip(shown, pages, strict=True))
    return all(_draws_the_same(*pair) for pair in pairs) and _have_the_same_codes(pairs)


def _draws_the_same(small: Content, page: Content) -> bool:
    return (
        small.operators.split(b"\n") == _unmarked(page.operators.split(b"\n"))
        and small.entry(b"ExtGState") == page.entry(b"ExtGState")
        and all(_objects(small, kind) == _objects(page, kind) for kind in (b"XObject", b"Shading"))
    )


def _unmarked(lines: list[bytes]) -> list[bytes]:
    """Return lines without those that begin or end marked content, as `typeset.tagging` writes it."""
    return [line for line in lines if line != b"EMC" and not line.endswith(b" BDC")]


def _objects(content: Content, kind: bytes) -> dict[bytes, list[bytes]]:
    """Return the objects of a kind by name, each with all that it refers to, whatever their numbers."""
    named = content.named(kind).items()
    return {name: list(content.objects.whole(number)) for name, number in named}


def _have_the_same_codes(pairs: list[tuple[Content, Content]]) -> bool:
    fonts = {
        (small.named(b"Font").get(name), number): (small.objects, page.objects)
        for small, page in pairs
        for name, number in page.named(b"Font").items()
    }
    return all(
        further is not None and _goes_on(_codes(files[0], further), _codes(files[1], own))
        for (further, own), files in fonts.items()
    )


class _Codes(Struct, frozen=True):
    """What a font says of its codes, as it stands in the file: their faces, widths and deflated meanings."""

    faces: tuple[bytes, ...]
    widths: bytes
    unicode: bytes


def _codes(objects: PdfObjects, number: int) -> _Codes:
    font = objects.object(number)
    below = objects.object(number_of(font, b"DescendantFonts"))
    _, unicode = objects.stream(number_of(font, b"ToUnicode"))
    return _Codes(tuple(_FACE.findall(below)), b" ".join(_WIDTHS.findall(below)), unicode)


@lru_cache(maxsize=64)  # the letters of a batch show the same groups of signs
def _goes_on(further: _Codes, own: _Codes) -> bool:
    """Tell whether each code of a font is the same in another, which may have more."""
    return further.faces == own.faces and _signs(own).items() <= _signs(further).items()


def _signs(codes: _Codes) -> dict[int, tuple[bytes, bytes]]:
    """Return the meaning and the width of each code."""
    # Widths begin with that of code 1, and there is one for each code that means something.
    widths = codes.widths.split()
    return {
        code: (text, widths[code - 1])
        for first, texts in _MEANINGS.findall(zlib.decompress(codes.unicode))
        for code, text in enumerate(texts.split(b"> <"), int(first, 16))
    }
