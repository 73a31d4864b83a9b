"""Tagging: what is drawn is marked as part of the document's structure, and the structure is written."""

from __future__ import annotations

from msgspec import Struct, field

from taahodname.typeset.bookmarks import Bookmarks
from taahodname.typeset.operators import number
from taahodname.typeset.pdf_canvas import PdfCanvas
from taahodname.typeset.pdf_objects import add, add_many, document_of, text_string
from taahodname.typeset.structure import Artifact, Element, Tag

_CELLS = frozenset({"Table", "TR", "TH", "TD"})
"""Elements that stay though they are empty: an empty cell is a cell."""

_NOTE = "Note"
"""An element that must have an identifier (ISO 14289-1, 7.9)."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left corner of the sheet."""


class _Content(Struct):
    """Where an element stands: its marked content as page (from 0) and number on it."""

    marks: list[tuple[int, int]] = field(default_factory=list)
    box: Box | None = None


class Tagging:
    """The marked content of one PDF: what is drawn is announced, and all ends in a structure tree.

    Args:
        canvas: the PDF in the making.
        root: the document's structure.
    """

    def __init__(self, canvas: PdfCanvas, root: Element) -> None:
        self._canvas = canvas
        self._root = root
        self._bookmarks = Bookmarks()
        self._found: dict[Element, _Content] = {}
        self._pages: list[list[Element]] = [[]]
        self._open: Tag | None = None

    def enter(self, tag: Tag, top: float) -> None:
        """Announce what is drawn next; what belongs together and is drawn together is one sequence.

        Args:
            tag: the element or artifact.
            top: its upper edge, in points from the foot of the sheet.
        """
        if tag is self._open or tag == self._open:
            return
        self.leave()
        if isinstance(tag, Artifact):
            self._canvas.addLiteral(f"/Artifact {_artifact(tag)} BDC")
        else:
            marked = self._pages[-1]
            self._canvas.addLiteral(f"/{tag.role} <</MCID {len(marked)}>> BDC")
            if tag not in self._found:
                self._bookmarks.note(tag, len(self._pages) - 1, top)
            self._content(tag).marks.append((len(self._pages) - 1, len(marked)))
            marked.append(tag)
        self._open = tag

    def leave(self) -> None:
        """End what was announced last."""
        if self._open is not None:
            self._canvas.addLiteral("EMC")
            self._open = None

    def enclose(self, tag: Tag, box: Box) -> None:
        """Note the place of a picture; an assistive reader shows it."""
        if isinstance(tag, Element):
            self._content(tag).box = box

    def end_page(self) -> None:
        """End a page, before the canvas does."""
        self.leave()
        self._pages.append([])

    def finish(self) -> None:
        """Write the structure tree and the bookmarks, after the last page."""
        document = document_of(self._canvas)
        self._pages.pop()
        pages = self._canvas.end()
        # The objects are numbered first: each names others.
        first = document.objectcounter + 1
        kept = self._kept(self._root)
        names = {element: f"{first + index} 0 R" for index, element in enumerate(kept)}
        tree = f"{first + len(kept)} 0 R"
        contents = [self._found.get(element) or _Content() for element in kept]
        add_many(
            document,
            [_element(*one, names, pages, tree).encode("ascii") for one in zip(kept, contents, strict=True)],
        )
        root = add(document, self._written_root(names), "structure")
        document.Catalog.add(StructTreeRoot=root, MarkInfo="<</Marked true>>")
        outline = self._bookmarks.finish(document, pages)
        if outline is not None:
            document.Catalog.add(Outlines=outline)

    # The tree -------------------------------------------------------------------------------------

    def _content(self, element: Element) -> _Content:
        known = self._found.get(element)
        if known is None:
            known = self._found[element] = _Content()
        return known

    def _kept(self, element: Element) -> list[Element]:
        """Return an element and what it holds, empty paragraphs left out."""
        below = [kept for child in element.children for kept in self._kept(child)]
        if below or element in self._found or element.role in _CELLS or element.parent is None:
            return [element, *below]
        return []

    def _written_root(self, names: dict[Element, str]) -> str:
        numbers = []
        for index, marked in enumerate(self._pages):
            numbers.append(f"{index} [{' '.join([names[element] for element in marked])}]")
        notes = [name for element, name in names.items() if element.role == _NOTE]
        known = " ".join(f"{_identifier(name)} {name}" for name in sorted(notes, key=_identifier))
        identifiers = f" /IDTree <</Names [{known}]>>" if notes else ""
        return (
            f"<</Type /StructTreeRoot /K [{names[self._root]}]\n"
            f"/ParentTree <</Nums [{' '.join(numbers)}]>> /ParentTreeNextKey {len(numbers)}{identifiers}>>"
        )


def _identifier(name: str) -> str:
    """Return the identifier of an element, made of how objects refer to it."""
    return f"(element.{name.partition(' ')[0]})"


def _artifact(artifact: Artifact) -> str:
    if artifact.kind in ("Header", "Footer", "Watermark"):
        return f"<</Type /Pagination /Subtype /{artifact.kind}>>"
    return f"<</Type /{artifact.kind}>>"


def _element(
    element: Element, content: _Content, names: dict[Element, str], pages: list[str], tree: str
) -> str:
    """Return a structure element as it stands in the file (ISO 32000-1, 14.7.2).

    Args:
        element: the element.
        content: where it stands.
        names: how objects refer to elements.
        pages: how they refer to pages.
        tree: how they refer to the root.
    """
    parent = tree if element.parent is None else names[element.parent]
    first = content.marks[0][0] if content.marks else 0
    page = f" /Pg {pages[first]}" if content.marks else ""
    kids = [
        str(mark) if page_of == first else f"<</Type /MCR /Pg {pages[page_of]} /MCID {mark}>>"
        for page_of, mark in content.marks
    ]
    kids += [names[child] for child in element.children if child in names]
    more = f" /ID {_identifier(names[element])}" if element.role == _NOTE else ""
    if element.alt:
        more += f" /Alt {text_string(element.alt)}"
    more += _attributes(element, content)
    return f"<</S /{element.role} /P {parent}{page} /K [{' '.join(kids)}]{more}>>"


def _attributes(element: Element, content: _Content) -> str:
    if element.attributes:
        told = " ".join(f"/{name} {_value(value)}" for name, value in element.attributes.items())
        return f" /A <</O /Table {told}>>"
    if content.box is not None:
        box = " ".join(number(edge) for edge in content.box)
        return f" /A <</O /Layout /Placement /Block /BBox [{box}]>>"
    return ""


def _value(value: str | int) -> str:
    return f"/{value}" if isinstance(value, str) else str(value)
