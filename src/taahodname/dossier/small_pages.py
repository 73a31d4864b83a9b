"""The pages in small of a finished PDF, held against the PDF whose pages they are."""

from __future__ import annotations

from taahodname.dossier.font_codes import Codes, codes_of, goes_on
from taahodname.dossier.pdf_contents import Content, PdfObjects, number_of, objects_of


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
        further is not None and goes_on(_codes(files[0], further), _codes(files[1], own))
        for (further, own), files in fonts.items()
    )


def _codes(objects: PdfObjects, number: int) -> Codes:
    font = objects.object(number)
    below = objects.object(number_of(font, b"DescendantFonts"))
    _, unicode = objects.stream(number_of(font, b"ToUnicode"))
    return codes_of(below, unicode)
