"""The bookmarks of a PDF (its outline): headings, and the tables that carry a title, one under the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct

from taahodname.typeset.operators import number
from taahodname.typeset.pdf_objects import add_many, text_string
from taahodname.typeset.structure import Element

_HEADING = re.compile(r"H([1-6])")


class _Entry(Struct, frozen=True):
    """One bookmark: its words, how deep it stands, and the page (from 0) and height that it leads to."""

    title: str
    level: int
    page: int
    top: float


class Bookmarks:
    """The bookmarks of one PDF, noted as its pages are drawn."""

    def __init__(self) -> None:
        self._noted: set[Element] = set()
        self._entries: list[_Entry] = []
        self._heading = 0
        self._level = -1

    def note(self, element: Element, page: int, top: float) -> None:
        """Note the bookmarks that begin where an element does.

        Args:
            element: what is about to be drawn for the first time.
            page: the page that it stands on, from 0.
            top: its upper edge, in points from the foot of the sheet.
        """
        found: list[Element] = []
        holder: Element | None = element
        while holder is not None:
            if holder.bookmark and holder not in self._noted:
                found.append(holder)
            holder = holder.parent
        for one in reversed(found):
            self._add(one, page, top)

    def _add(self, element: Element, page: int, top: float) -> None:
        heading = _HEADING.fullmatch(element.role)
        if heading:
            self._heading = int(heading[1])
            wanted = self._heading - 1
        else:
            wanted = self._heading  # a table stands below the heading before it
        self._level = min(wanted, self._level + 1)  # no level may be left out
        self._noted.add(element)
        self._entries.append(_Entry(element.bookmark, self._level, page, top))

    def finish(self, document: Any, pages: Sequence[str]) -> str | None:
        """Write the bookmarks, and return how other objects refer to the outline; None when there are none.

        Args:
            document: ReportLab's, all its pages shown.
            pages: how objects refer to the pages.
        """
        if not self._entries:
            return None
        first = document.objectcounter + 1
        add_many(document, _outline(self._entries, first, pages))
        return f"{first} 0 R"


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
