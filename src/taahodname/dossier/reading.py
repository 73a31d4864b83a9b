"""Reading finished files back, by other code than made them: the words of a DOCX and of a PDF."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from taahodname.dossier.known_lines import read_by_line
from taahodname.dossier.pdf_contents import without_forms
from taahodname.dossier.pdfium_text import Box, PdfText, read_pdf
from taahodname.dossier.shown_text import ShownText
from taahodname.persian.isolation import strip_controls
from taahodname.word import package as packages
from taahodname.word.markup import Element, is_on
from taahodname.word.names import qn
from taahodname.word.package import Package

# Letters with their marks make a piece; half-spaces, numbers and signs stand alone. So a reader that turns
# the parts of an address, or of a word with a half-space, round still shows the same pieces.
_PIECES = re.compile(
    r"[^\W\d_]+(?:[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]+[^\W\d_]*)*|\u200c|\d+|[^\w\s]|_"
)
_MIRRORED = {")": "(", "]": "[", "}": "{", "»": "«", ">": "<", "⟧": "⟦", "›": "‹"}
_SIDED = re.compile(r"[)\]}»>⟧›]")
_SHORT = 1_000  # characters of a text that is kept once it is cut
_LOOK_AHEAD = 1_000  # characters, as many as the head and the foot of a page between two paragraphs
_MOST_STEPS = 5_000  # of looking for the pieces that make up a word
# What PDFium writes for a hyphen at the end of a line.
_LINE_END_HYPHEN = str.maketrans({"\ufffe": "-", "\u0002": "-", "\u2011": "-", "\u00ad": None})
_LINE_END = re.compile("[\ufffe\u0002\u2011\u00ad]")


def pieces(text: str) -> tuple[str, ...]:
    """Return a text as parts of words, half-spaces, numbers and signs; brackets lose their side."""
    # Signs that few texts hold are looked for first: to translate a text takes longer than all the rest.
    if _LINE_END.search(text):
        text = text.translate(_LINE_END_HYPHEN)
    plain = unicodedata.normalize("NFC", strip_controls(text))
    return tuple(_PIECES.findall(_SIDED.sub(_mirrored, plain)))


def _mirrored(bracket: re.Match[str]) -> str:
    return _MIRRORED[bracket.group()]


class DocxText(Struct, frozen=True):
    """The words of a DOCX.

    Attributes:
        body: the text of the letter, a line for each paragraph.
        paragraphs: the text of each paragraph of the letter.
        margins: the text of the head and foot of a page, by «default», «first», «even».
        title_page, even_pages: whether those kinds are in use.
    """

    body: str
    paragraphs: tuple[str, ...]
    margins: dict[str, str]
    title_page: bool
    even_pages: bool

    def of_page(self, number: int) -> str:
        """Return the head and foot of a page."""
        kind = "default"
        if number == 1 and self.title_page:
            kind = "first"
        elif number % 2 == 0 and self.even_pages:
            kind = "even"
        return self.margins.get(kind, "")


def docx_text(data: bytes) -> DocxText:
    """Return the words of a DOCX, straight from its XML; page-number fields are left out.

    Raises:
        WordFileError: when it is no Word file.
    """
    package = packages.read(data, "undertaking.docx")
    body = package.seen(package.main).find(qn("w:body"))
    shown = ShownText(package)
    paragraphs = () if body is None else tuple(shown.paragraphs(body))
    paragraphs += tuple(shown.notes())
    sections = [] if body is None else [one for one in body.iter(_SECTION) if not _is_of_a_change(one)]
    settings = package.related(package.main, "settings")
    return DocxText(
        "\n".join(paragraphs),
        paragraphs,
        _margins(package, sections, shown),
        bool(sections) and is_on(sections[0].find(qn("w:titlePg"))),
        bool(settings) and is_on(package.seen(settings[0]).find(qn("w:evenAndOddHeaders"))),
    )


_SECTION = qn("w:sectPr")


def _is_of_a_change(section: Element) -> bool:
    parent = section.getparent()
    return parent is not None and parent.tag == qn("w:sectPrChange")


def _margins(package: Package, sections: Iterable[Element], shown: ShownText) -> dict[str, str]:
    """Return the text of each kind of head and foot, of the first section that names it."""
    targets = {relation.id: relation.target for relation in package.relations(package.main)}
    found: dict[str, str] = {}
    known: set[tuple[str, str]] = set()
    for tag in ("w:headerReference", "w:footerReference"):
        for reference in (one for section in sections for one in section.findall(qn(tag))):
            kind = reference.get(qn("w:type"), "default")
            if (tag, kind) in known:
                continue
            known.add((tag, kind))
            root = package.seen(targets[reference.get(qn("r:id"), "")])
            shown = shown.anew()
            text = "\n".join(shown.paragraphs(root))
            found[kind] = found.get(kind, "") + "\n" + text
    return found


def pdf_text(data: bytes, boxes: Collection[Box] = ()) -> PdfText:
    """Return the words of a PDF, as PDFium reads them; what stands in a form is left out.

    Ours draw no word of their own in a form. What stands in one is the artwork of a letterhead from a PDF,
    whose words the DOCX has as a picture, or a page in small, which `small_pages` holds against the page.

    Args:
        data: the PDF; it is opened once.
        boxes: rectangles whose text is asked for by itself.
    """
    return read_pdf(without_forms(data), boxes)


def own_pdf_text(data: bytes, boxes: Sequence[Box] = ()) -> PdfText:
    """Return the words of a PDF of ours as `pdf_text` does; lines that were read before are not read again.

    Args:
        data: the PDF.
        boxes: rectangles whose text is asked for by itself.
    """
    return own_pdf_texts([(data, boxes)])[0]


def own_pdf_texts(papers: Sequence[tuple[bytes, Sequence[Box]]]) -> list[PdfText]:
    """Return the words of several PDFs of ours; see `own_pdf_text`."""
    read = read_by_line(papers)
    return [one or pdf_text(data, boxes) for one, (data, boxes) in zip(read, papers, strict=True)]


def pdf_pages(data: bytes) -> tuple[str, ...]:
    """Return the text of each page of a PDF; see `pdf_text`."""
    return pdf_text(data).pages


def difference(wanted: Iterable[str], found: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the pieces of texts that are missing and those that are too many; see `pieces`.

    A word that was cut at the end of a line, because it is longer than one, counts as found when its
    parts are there.
    """
    missing, extra = map(Counter, _out_of_turn(wanted, found))
    # Nearly all pieces are there as often as they should: only the others are counted off.
    differing = {piece for piece, _ in missing.items() ^ extra.items()}
    missing, extra = (Counter({one: count[one] for one in differing}) for count in (missing, extra))
    missing, extra = missing - extra, extra - missing
    for word in sorted(missing.elements(), key=len, reverse=True):
        parts = _parts_of(word, extra)
        if parts:
            missing[word] -= 1
            extra -= Counter(parts)
    return sorted(missing.elements()), sorted(extra.elements())


def _out_of_turn(wanted: Iterable[str], found: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the pieces of both without the texts that are said when it is their turn: mostly all of them."""
    said = "\n" + "".join(map(_told, found))
    missing: list[str] = []
    extra: list[str] = []
    at = 0
    for text in filter(None, map(_told, wanted)):
        place = said.find(f"\n{text}", at, at + len(text) + _LOOK_AHEAD)
        if place < 0:
            missing += text.split()
        else:
            extra.append(said[at:place])
            at = place + len(text)
    return missing, "".join([*extra, said[at:]]).split()


def _told(text: str) -> str:
    """Return the pieces of a text, each on a line of its own."""
    return _kept_told(text) if len(text) <= _SHORT else _one_a_line(text)


def _one_a_line(text: str) -> str:
    return "".join([f"{piece}\n" for piece in pieces(text)])


# Most paragraphs and lines stand in every client's papers.
_kept_told = lru_cache(maxsize=2_000)(_one_a_line)


def _parts_of(word: str, extra: Counter[str]) -> list[str]:
    """Return pieces that make up a word, each used as often as it is there; empty when none do.

    A word of many like letters can be made up in endless ways: after `_MOST_STEPS` it counts as missing.
    """
    usable = sorted((part for part in extra if part in word), key=len, reverse=True)
    left = {part: extra[part] for part in usable}
    steps = 0

    def search(at: int) -> list[str] | None:
        nonlocal steps
        if at == len(word):
            return []
        for part in usable:
            if left[part] and word.startswith(part, at) and steps < _MOST_STEPS:
                steps += 1
                left[part] -= 1
                rest = search(at + len(part))
                if rest is not None:
                    return [part, *rest]
                left[part] += 1
        return None

    return search(0) or []
