"""The bookmarks of a PDF (its outline): headings, and the tables that carry a title, one under the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct

from taahodname.typeset.operators import number
from taahodname.typeset.pdf_objects import add_many, text_string
from taahodname.typeset.structure import Element

_HEADING = re.compile(r"H([1-6])")


class Bookmark(Struct, gc=False):
    """A bookmark, and what is drawn first of the element that has it.

    Attributes:
        element: it has the words.
        order: how many elements are drawn before that; None as long as nothing is.
        page: that it stands on, from 0.
        top: its upper edge, in points from the foot of the sheet.
    """

    element: Element
    order: int | None = None
    page: int = 0
    top: float = 0.0

    def see(self, order: int, page: int, top: float) -> None:
        """Take note of something that is drawn of the element."""
        if self.order is None or order < self.order:
            self.order, self.page, self.top = order, page, top


def write_bookmarks(document: Any, bookmarks: Iterable[Bookmark], pages: Sequence[str]) -> str | None:
    """Write the bookmarks, and return how other objects refer to the outline; None when there are none.

    Args:
        document: ReportLab's, all its pages shown.
        bookmarks: in reading order; those of which nothing is drawn have no entry.
        pages: how objects refer to the pages.
    """
    entries = _entries(sorted([one for one in bookmarks if one.order is not None], key=_order))
    if not entries:
        return None
    first = document.objectcounter + 1
    add_many(document, _outline(entries, first, pages))
    return f"{first} 0 R"


def _order(bookmark: Bookmark) -> int:
    return bookmark.order or 0


class _Entry(Struct, frozen=True, gc=False):
    """One bookmark: its words, how deep it stands, and the page (from 0) and height that it leads to."""

    title: str
    level: int
    page: int
    top: float


def _entries(bookmarks: Iterable[Bookmark]) -> list[_Entry]:
    """Return the entries of bookmarks, which come in the order that they are drawn in."""
    entries: list[_Entry] = []
    under, level = 0, -1
    for one in bookmarks:
        heading = _HEADING.fullmatch(one.element.role)
        if heading:
            under = int(heading[1])
            wanted = under - 1
        else:
            wanted = under  # a table stands below the heading before it
        level = min(wanted, level + 1)  # no level may be left out
        entries.append(_Entry(one.element.bookmark, level, one.page, one.top))
    return entries


def _outline(entries: Sequence[_Entry], first: int, pages: Sequence[str]) -> Iterator[bytes]:
    """Yield the outline and its items (ISO 32000-1, 12.3.3), which are numbered from `first` on."""
    names = [f"{first + place} 0 R" for place in range(len(entries) + 1)]
    told = [""] * len(names)
    shown = [0] * len(names)  # how many items are seen below each when all are open
    for place, below in reversed([*enumerate(_below(entries))]):
        if below:
            shown[place] = len(below) + sum([shown[child] for child in below])
            told[place] += f" /First {names[below[0]]} /Last {names[below[-1]]} /Count {shown[place]}"
        for child in below:
            told[child] += f" /Parent {names[place]}"
        for before, behind in pairwise(below):
            told[before] += f" /Next {names[behind]}"
            told[behind] += f" /Prev {names[before]}"
    yield f"<</Type /Outlines{told[0]}>>".encode("ascii")
    for entry, more in zip(entries, told[1:], strict=True):
        target = f"[{pages[entry.page]} /XYZ 0 {number(entry.top)} 0]"
        yield f"<</Title {text_string(entry.title)} /Dest {target}{more}>>".encode("ascii")


def _below(entries: Sequence[_Entry]) -> list[list[int]]:
    """Return the items (from 1) that stand one level below each; 0 is the outline itself."""
    below: list[list[int]] = [[] for _ in range(len(entries) + 1)]
    path = [0]
    for place, entry in enumerate(entries, 1):
        del path[entry.level + 1 :]
        below[path[-1]].append(place)
        path.append(place)
    return below
