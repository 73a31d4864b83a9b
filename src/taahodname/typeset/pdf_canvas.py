"""The canvas of a PDF: ReportLab's, but for the pages' dictionaries and the catalog, which are written by us.

ReportLab makes a dictionary of objects for each and formats them one by one, which takes a tenth of the time
of a whole file.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfbase.pdfdoc import format as format_object
from reportlab.pdfgen.canvas import Canvas

from taahodname.typeset.operators import ratio
from taahodname.typeset.pdf_objects import Entries, Raw, Stream, add, document_of, reference

CATALOG, PAGES = "Catalog", "Pages"
"""What the catalog and the page tree are called in the document."""


class PdfCanvas(Canvas):
    """A canvas whose pages are tagged; it takes the operators of one after the other.

    Args:
        width, height: of the pages, in points, unless `setPageSize` says otherwise.
    """

    def __init__(self, width: float, height: float) -> None:
        super().__init__(BytesIO(), pagesize=(width, height), invariant=1)
        document = document_of(self)
        tree = add(document, Entries(Type="/Pages"), PAGES)
        document.Catalog = Entries(Type="/Catalog", Pages=tree)
        add(document, document.Catalog, CATALOG)

    def _make_preamble(self) -> None:
        """Begin no page with Helvetica, which would stand in the file without being embedded."""
        self._preamble = ""

    def showPage(self) -> None:
        """Close the page, and write its operators and its dictionary."""
        super().showPage()
        document = document_of(self)
        page, place = document.Pages.pages[-1], len(document.Pages.pages)
        contents = add(document, Stream(page.stream.encode("latin-1")), f"Page{place}.contents")
        forms = {name: name for name in page.XObjects.dict} if page.XObjects else {}
        told = resources(document, forms, page._shadingUsed, page.ExtGState)
        document.idToObject[f"Page{place}"] = Raw(
            f"<</Type /Page /Parent {reference(document, PAGES)} "
            f"/MediaBox [0 0 {ratio(page.pagewidth)} {ratio(page.pageheight)}] "
            f"/Resources {told} /Contents {contents} /StructParents {place - 1} /Tabs /S>>"
        )

    def end(self) -> list[str]:
        """Write the page tree, all pages being shown, and return how other objects refer to the pages."""
        document = document_of(self)
        pages = [reference(document, f"Page{place + 1}") for place in range(len(document.Pages.pages))]
        document.idToObject[PAGES].add(Kids=f"[{' '.join(pages)}]", Count=str(len(pages)))
        return pages


def resources(
    document: Any, forms: Mapping[str, str], shadings: Mapping[str, str], states: PDFObject | None
) -> str:
    """Return what operators ask for by name (ISO 32000-1, 7.8.3), the fonts being those of all pages.

    Args:
        document: ReportLab's.
        forms, shadings: the names of the document's objects by those that the operators know them by.
        states: ReportLab's dictionary of graphics states, or None.
    """
    told = [f"/Font {reference(document, 'BasicFonts')}"]
    for kind, named in (("XObject", forms), ("Shading", shadings)):
        if named:
            entries = " ".join([f"/{name} {reference(document, own)}" for name, own in named.items()])
            told.append(f"/{kind} <<{entries}>>")
    if states is not None:
        told.append(f"/ExtGState {bytes(format_object(states, document)).decode('ascii')}")
    return f"<<{' '.join(told)}>>"
