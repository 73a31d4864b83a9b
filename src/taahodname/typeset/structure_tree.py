"""The structure tree of a PDF: the elements of a document as they stand in the file (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from taahodname.typeset.bookmarks import Bookmark
from taahodname.typeset.operators import number
from taahodname.typeset.pdf_objects import text_string
from taahodname.typeset.structure import Element

_CELLS = frozenset({"Table", "TR", "TH", "TD"})
"""Elements that stay though they are empty: an empty cell is a cell."""

_NOTE = "Note"
"""An element that must have an identifier (ISO 14289-1, 7.9)."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left corner of the sheet."""


class Content(Struct, gc=False):
    """Where an element stands.

    Attributes:
        order: how many others were drawn before it.
        top: its upper edge where it begins, in points from the foot of the sheet.
        page: the page it begins on, from 0.
        mark: the number of its marked content there.
        more: page and number of more marked content; few elements have any.
        box: the place of a picture.
    """

    order: int
    top: float
    page: int
    mark: int
    more: list[tuple[int, int]] | tuple[()] = ()
    box: Box | None = None


class StructureTree:
    """The elements of one PDF, written one after the other.

    Args:
        found: where elements stand.
        pages: how objects refer to pages.
        first: the number of the first object that is free.

    Attributes:
        objects: what is written, numbered one after the other.
        bookmarks: of what is written, in reading order.
    """

    def __init__(self, found: Mapping[Element, Content], pages: Sequence[str], first: int) -> None:
        self._found = found
        self._pages = pages
        self._first = first
        self._names: dict[Element, str] = {}
        self._notes: list[str] = []
        self._above: list[Bookmark] = []  # of the elements that hold what is being written
        self.bookmarks: list[Bookmark] = []
        self.objects: list[bytes] = []

    def write(self, root: Element) -> None:
        """Write an element that no other holds, and what it holds; empty paragraphs are left out."""
        self._write(root, None)

    def _write(self, element: Element, holder: str | None) -> str | None:
        """Write an element, and return how others refer to it; None when it is left out.

        Args:
            element: the element.
            holder: how others refer to what holds it; None for the root.
        """
        objects, place = self.objects, len(self.objects)
        name = f"{self._first + place} 0 R"
        objects.append(b"")  # what it holds is numbered next
        if element.bookmark:
            self._above.append(Bookmark(element))
            self.bookmarks.append(self._above[-1])
        where, more = "", ""
        kids: list[str] = []
        content = self._found.get(element)
        if content is not None:
            self._names[element] = name
            where, kids = self._standing(content)
            if content.box is not None and not element.attributes:
                more = _place(content.box)
        for child in element.children:
            kid = self._write(child, name)
            if kid is not None:
                kids.append(kid)
        if element.bookmark:
            self._above.pop()
        role = element.role
        if not kids and holder is not None and role not in _CELLS:
            objects.pop()
            return None
        if holder is None:
            holder = f"{self._first + len(objects)} 0 R"
        if element.attributes or element.alt or role == _NOTE:
            more = self._told(element, name) + more
        objects[place] = f"<</S /{role} /P {holder}{where} /K [{' '.join(kids)}]{more}>>".encode("ascii")
        return name

    def _standing(self, content: Content) -> tuple[str, list[str]]:
        """Return the page that an element stands on, and its marked content, as the element says them."""
        first = content.page
        for one in self._above:
            one.see(content.order, first, content.top)
        kids = [str(content.mark)]
        for page, mark in content.more:
            more = str(mark) if page == first else f"<</Type /MCR /Pg {self._pages[page]} /MCID {mark}>>"
            kids.append(more)
        return f" /Pg {self._pages[first]}", kids

    def _told(self, element: Element, name: str) -> str:
        """Return what else an element says of itself (ISO 32000-1, 14.7.2)."""
        told = ""
        if element.role == _NOTE:
            self._notes.append(name)
            told = f" /ID {_identifier(name)}"
        if element.alt:
            told += f" /Alt {text_string(element.alt)}"
        if element.attributes:
            entries = " ".join([f"/{key} {_value(value)}" for key, value in element.attributes.items()])
            told += f" /A <</O /Table {entries}>>"
        return told

    def root(self, marked: Sequence[Sequence[Element]]) -> str:
        """Return the root of the tree, which is the next object.

        Args:
            marked: of each page the elements of its marked content, by their numbers on it.
        """
        names = self._names
        numbers = [
            f"{index} [{' '.join([names[element] for element in of_page])}]"
            for index, of_page in enumerate(marked)
        ]
        known = " ".join([f"{_identifier(name)} {name}" for name in sorted(self._notes, key=_identifier)])
        identifiers = f" /IDTree <</Names [{known}]>>" if known else ""
        return (
            f"<</Type /StructTreeRoot /K [{self._first} 0 R]\n"
            f"/ParentTree <</Nums [{' '.join(numbers)}]>> /ParentTreeNextKey {len(numbers)}{identifiers}>>"
        )


def _identifier(name: str) -> str:
    """Return the identifier of an element, made of how objects refer to it."""
    return f"(element.{name.partition(' ')[0]})"


def _place(box: Box) -> str:
    """Return what a picture says of its place (ISO 32000-1, 14.8.5.4)."""
    return f" /A <</O /Layout /Placement /Block /BBox [{' '.join([number(edge) for edge in box])}]>>"


def _value(value: str | int) -> str:
    return f"/{value}" if isinstance(value, str) else str(value)
