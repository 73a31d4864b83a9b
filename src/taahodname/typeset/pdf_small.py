"""Pages in small: what a finished PDF draws on a page stands in another PDF once more, as a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfgen.canvas import Canvas

from taahodname.typeset.marks import Mark, SheetMark, TurnedMark
from taahodname.typeset.operators import number, ratio
from taahodname.typeset.pages import Layout
from taahodname.typeset.pdf_canvas import resources
from taahodname.typeset.pdf_codes import PdfCodes
from taahodname.typeset.pdf_objects import Stream, document_of
from taahodname.typeset.pdf_pictures import Pictures

_SHOWING = frozenset({SheetMark, TurnedMark})
"""The marks that show a page in small, or may hold one that does."""


class DrawnPage(Struct, frozen=True, eq=False):
    """A page as a finished PDF draws it, with all that its operators ask for by name.

    Attributes:
        operators: what stands in the file, marked content included.
        height: of the page, in points.
        codes: those of the PDF; the same for all its pages.
        pictures: the files of the pictures.
        shadings: ReportLab's objects of the gradients.
        states: its dictionary of graphics states, or None.
    """

    operators: str
    height: float
    codes: PdfCodes
    pictures: Mapping[str, bytes]
    shadings: Mapping[str, PDFObject]
    states: PDFObject | None


def codes_for(layout: Layout) -> PdfCodes:
    """Return the codes to draw a layout with: where it shows pages in small, theirs and those that follow.

    Raises:
        ValueError: when it shows pages of two PDFs, whose codes may mean other things.
    """
    parts = [part for page in layout.pages for part in (page.behind, page.margins, page.body)]
    shown = [sheet.page.codes for part in parts for sheet in _sheets(part)]
    found = list({id(codes): codes for codes in shown}.values())
    if len(found) > 1:
        raise ValueError("pages in small must all be of one PDF")
    return found[0].further() if found else PdfCodes()


def _sheets(marks: tuple[Mark, ...]) -> Iterator[SheetMark]:
    if _SHOWING.isdisjoint(map(type, marks)):
        return  # no mark of most pages
    for mark in marks:
        if isinstance(mark, SheetMark):
            yield mark
        elif isinstance(mark, TurnedMark):
            yield from _sheets(mark.marks)


class SmallPages:
    """The pages in small of one PDF, each put into the file once; and what its own pages draw, for others.

    Args:
        canvas: the PDF in the making.
        codes: its codes; see `codes_for`.
        pictures: its pictures.
    """

    def __init__(self, canvas: Canvas, codes: PdfCodes, pictures: Pictures) -> None:
        self._canvas = canvas
        self._codes = codes
        self._pictures = pictures
        self._names: dict[DrawnPage, str] = {}
        self._drawn: list[DrawnPage] = []

    @property
    def drawn(self) -> tuple[DrawnPage, ...]:
        """The pages that were noted; none when they show pages in small themselves."""
        return () if self._names else tuple(self._drawn)

    def note(self) -> None:
        """Note what stands on the page that the canvas has just shown."""
        document: Any = document_of(self._canvas)
        page, files = document.Pages.pages[-1], self._pictures.files
        used = page.XObjects.dict if page.XObjects else ()
        pictures = {name: files[name] for name in used if name in files}
        shadings = {name: _loose(document.idToObject[name]) for name in page._shadingUsed}
        height = float(page.pageheight)
        self._drawn.append(DrawnPage(page.stream, height, self._codes, pictures, shadings, page.ExtGState))

    def draw(self, sheet: SheetMark, x: float, bottom: float) -> None:
        """Draw a page in small.

        Args:
            sheet: the page.
            x, bottom: its lower left corner, in points from the lower left corner of the sheet.
        """
        scale = ratio(sheet.scale)
        self._canvas.addLiteral(f"q {scale} 0 0 {scale} {number(x)} {number(bottom)} cm")
        self._canvas.doForm(self._name(sheet))
        self._canvas.addLiteral("Q")

    def _name(self, sheet: SheetMark) -> str:
        page = sheet.page
        if page not in self._names:
            self._names[page] = f"sheet.{len(self._names) + 1}"
            document_of(self._canvas).addForm(self._names[page], self._form(sheet))
        return self._names[page]

    def _form(self, sheet: SheetMark) -> Stream:
        """Return a page as a form, from its upper left corner as large as it is shown (ISO 32000-1, 8.10)."""
        page = sheet.page
        foot = number(page.height - sheet.height)
        return Stream(
            _unmarked(page.operators).encode("latin-1"),
            Type="/XObject",
            Subtype="/Form",
            Matrix=f"[1 0 0 1 0 {number(sheet.height - page.height)}]",
            BBox=f"[0 {foot} {number(sheet.width)} {number(page.height)}]",
            Resources=self._resources(page),
        )

    def _resources(self, page: DrawnPage) -> str:
        """Return what a page asks for, under the names that it has there."""
        document: Any = document_of(self._canvas)
        forms = {
            name: document.getXObjectName(self._pictures.name(file)) for name, file in page.pictures.items()
        }
        shadings = {name: document.addShading(_loose(one)) for name, one in page.shadings.items()}
        return resources(document, forms, shadings, page.states)


def _unmarked(operators: str) -> str:
    """Return operators without their marked content: a picture is one figure, however much it shows."""
    lines = operators.split("\n")
    return "\n".join([line for line in lines if line != "EMC" and not line.endswith(" BDC")])


def _loose(shading: PDFObject) -> PDFObject:
    """Return a copy of an object of ReportLab's that is in no document yet."""
    copied = deepcopy(shading)
    vars(copied).pop("__InternalName__", None)
    return copied
