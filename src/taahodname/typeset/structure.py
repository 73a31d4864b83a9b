"""The logical structure of a document: what each mark on the pages is part of, in reading order. A leaf."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

_NONE: Mapping[str, str | int] = MappingProxyType({})


class Element(Struct, eq=False, gc=False):
    """A structure element (ISO 32000-1, 14.8.4): the lines of one paragraph, even on two pages, share one.

    It does not know what holds it: so all elements of a letter are freed with it, without a look for garbage.

    Attributes:
        role: the standard structure type: Document, H1 to H6, P, Table, TR, TH, TD, Figure.
        alt: what a picture shows, for those who cannot see it.
        bookmark: the words of its entry in the outline; it has none when they are empty.
        attributes: of a table cell: ColSpan, RowSpan, Scope.
        children: the elements that it holds, in reading order.
    """

    role: str
    alt: str = ""
    bookmark: str = ""
    attributes: Mapping[str, str | int] = field(default_factory=lambda: _NONE)
    children: list[Element] | tuple[()] = ()

    def add(
        self, role: str, *, alt: str = "", bookmark: str = "", attributes: Mapping[str, str | int] = _NONE
    ) -> Element:
        """Return a new element that comes last in this one."""
        child = Element(role, alt, bookmark, attributes)
        self.hold(child)
        return child

    def hold(self, child: Element) -> None:
        """Put an element last in this one."""
        if self.children:
            self.children.append(child)
        else:
            self.children = [child]


class Artifact(Struct, frozen=True, gc=False):
    """What stands on a page without being part of the text (ISO 32000-1, 14.8.2.2).

    Attributes:
        kind: «Layout» for rules, fills and ornaments; «Header», «Footer» and «Watermark».
    """

    kind: str = "Layout"

    def add(
        self, role: str, *, alt: str = "", bookmark: str = "", attributes: Mapping[str, str | int] = _NONE
    ) -> Artifact:
        """Return the artifact itself: it has no structure."""
        return self


Tag = Element | Artifact
"""What a mark says that it is."""

LAYOUT = Artifact()
