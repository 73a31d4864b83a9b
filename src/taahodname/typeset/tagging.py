"""Tagging: what is drawn is marked as part of the document's structure, and the structure is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from taahodname.typeset.bookmarks import Bookmarks
from taahodname.typeset.operators import number
from taahodname.typeset.pdf_objects import Written, add_entries, document_of, written
from taahodname.typeset.structure import Artifact, Element, Tag

_CELLS = frozenset({"Table", "TR", "TH", "TD"})
"""Elements that stay though they are empty: an empty cell is a cell."""

_NOTE = "Note"
"""An element that must have an identifier (ISO 14289-1, 7.9)."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left corner of the sheet."""


@dataclass(slots=True)
class _Content:
    """Where an element stands: its marked content as page (from 0) and number on it."""

    marks: list[tuple[int, int]] = field(default_factory=list)
    box: Box | None = None


class Tagging:
    """The marked content of one PDF: what is drawn is announced, and all ends in a structure tree.

    Args:
        canvas: the PDF in the making.
        root: the document's structure.
    """

    def __init__(self, canvas: Canvas, root: Element) -> None:
        self._canvas = canvas
        self._root = root
        self._bookmarks = Bookmarks(canvas)
        self._found: dict[Element, _Content] = {}
        self._pages: list[list[Element]] = [[]]
        self._open: Tag | None = None
        self._is_held = False

    def enter(self, tag: Tag, top: float) -> None:
        """Announce what is drawn next; what belongs together and is drawn together is one sequence.

        Args:
            tag: the element or artifact.
            top: its upper edge, in points from the foot of the sheet.
        """
        if tag == self._open or self._is_held:
            return
        self.leave()
        if isinstance(tag, Artifact):
            self._canvas.addLiteral(f"/Artifact {_artifact(tag)} BDC")
        else:
            marked = self._pages[-1]
            self._canvas.addLiteral(f"/{tag.role} <</MCID {len(marked)}>> BDC")
            if tag not in self._found:
                self._bookmarks.note(tag, top)
            self._content(tag).marks.append((len(self._pages) - 1, len(marked)))
            marked.append(tag)
        self._open = tag

    def leave(self) -> None:
        """End what was announced last."""
        if self._open is not None:
            self._canvas.addLiteral("EMC")
            self._open = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let all that is drawn meanwhile be part of what was announced last."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False

    def enclose(self, tag: Tag, box: Box) -> None:
        """Note the place of a picture; an assistive reader shows it."""
        if isinstance(tag, Element) and not self._is_held:
            self._content(tag).box = box

    def end_page(self) -> None:
        """End a page, before the canvas does."""
        self.leave()
        self._pages.append([])

    def finish(self) -> None:
        """Write the structure tree, after the last page."""
        document = document_of(self._canvas)
        self._pages.pop()
        names = {element: f"element.{index}" for index, element in enumerate(self._kept(self._root))}
        for element, name in names.items():
            document.Reference(Written(self._writer(element, names)), name)
        tree = Written(lambda doc: self._write_root(doc, names))
        self._canvas.setCatalogEntry("StructTreeRoot", document.Reference(tree, "structure"))
        self._canvas.setCatalogEntry("MarkInfo", PDFDictionary({"Marked": "true"}))
        for index, page in enumerate(document.Pages.pages):
            add_entries(page, StructParents=index, Tabs=PDFName("S"))

    # The tree -------------------------------------------------------------------------------------

    def _content(self, element: Element) -> _Content:
        return self._found.setdefault(element, _Content())

    def _kept(self, element: Element) -> list[Element]:
        """Return an element and what it holds, empty paragraphs left out."""
        below = [kept for child in element.children for kept in self._kept(child)]
        if below or element in self._found or element.role in _CELLS or element.parent is None:
            return [element, *below]
        return []

    def _writer(self, element: Element, names: dict[Element, str]) -> _ElementWriter:
        content = self._found.get(element, _Content())
        return _ElementWriter(element, names, content)

    def _write_root(self, document: PDFDocument, names: dict[Element, str]) -> str:
        numbers = []
        for index, marked in enumerate(self._pages):
            references = " ".join(_reference(document, names[element]) for element in marked)
            numbers.append(f"{index} [{references}]")
        notes = sorted(name for element, name in names.items() if element.role == _NOTE)
        known = " ".join(f"{_identifier(document, name)} {_reference(document, name)}" for name in notes)
        identifiers = f" /IDTree <</Names [{known}]>>" if notes else ""
        return (
            f"<</Type /StructTreeRoot /K [{_reference(document, names[self._root])}]\n"
            f"/ParentTree <</Nums [{' '.join(numbers)}]>> /ParentTreeNextKey {len(numbers)}{identifiers}>>"
        )


def _identifier(document: PDFDocument, name: str) -> str:
    return written(document, PDFString(name))


def _artifact(artifact: Artifact) -> str:
    if artifact.kind in ("Header", "Footer", "Watermark"):
        return f"<</Type /Pagination /Subtype /{artifact.kind}>>"
    return f"<</Type /{artifact.kind}>>"


def _reference(document: PDFDocument, name: str) -> str:
    return "{} {} R".format(*document.idToObjectNumberAndVersion[name])


@dataclass(frozen=True, slots=True)
class _ElementWriter:
    """Writes one structure element (ISO 32000-1, 14.7.2) once every object has its number."""

    element: Element
    names: dict[Element, str]
    content: _Content

    def __call__(self, document: PDFDocument) -> str:
        element = self.element
        parent = "structure" if element.parent is None else self.names[element.parent]
        parts = [f"/S /{element.role} /P {_reference(document, parent)}"]
        if self.content.marks:
            parts.append(f"/Pg {_page(document, self.content.marks[0][0])}")
        parts.append(f"/K [{' '.join(self._kids(document))}]")
        if element.role == _NOTE:
            parts.append(f"/ID {_identifier(document, self.names[element])}")
        if element.alt:
            parts.append(f"/Alt {written(document, PDFString(element.alt))}")
        if element.attributes:
            attributes = " ".join(f"/{name} {_value(value)}" for name, value in element.attributes.items())
            parts.append(f"/A <</O /Table {attributes}>>")
        elif self.content.box is not None:
            box = " ".join(number(edge) for edge in self.content.box)
            parts.append(f"/A <</O /Layout /Placement /Block /BBox [{box}]>>")
        return f"<<{' '.join(parts)}>>"

    def _kids(self, document: PDFDocument) -> list[str]:
        first = self.content.marks[0][0] if self.content.marks else 0
        own = [
            str(mark) if page == first else f"<</Type /MCR /Pg {_page(document, page)} /MCID {mark}>>"
            for page, mark in self.content.marks
        ]
        children = (child for child in self.element.children if child in self.names)
        return [*own, *(_reference(document, self.names[child]) for child in children)]


def _page(document: PDFDocument, index: int) -> str:
    return _reference(document, f"Page{index + 1}")


def _value(value: str | int) -> str:
    return f"/{value}" if isinstance(value, str) else str(value)
