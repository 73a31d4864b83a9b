"""The bookmarks of a PDF (its outline): headings, and the tables that carry a title, one under the other."""

from __future__ import annotations

import re

from reportlab.pdfgen.canvas import Canvas

from taahodname.typeset.structure import Element

_HEADING = re.compile(r"H([1-6])")


class Bookmarks:
    """The bookmarks of one PDF, noted as its pages are drawn.

    Args:
        canvas: the PDF in the making.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._noted: set[Element] = set()
        self._heading = 0
        self._level = -1

    def note(self, element: Element, top: float) -> None:
        """Note the bookmarks that begin where an element does.

        Args:
            element: what is about to be drawn on the canvas's page for the first time.
            top: its upper edge, in points from the foot of the sheet.
        """
        found: list[Element] = []
        holder: Element | None = element
        while holder is not None:
            if holder.bookmark and holder not in self._noted:
                found.append(holder)
            holder = holder.parent
        for one in reversed(found):
            self._add(one, top)

    def _add(self, element: Element, top: float) -> None:
        heading = _HEADING.fullmatch(element.role)
        if heading:
            self._heading = int(heading[1])
            wanted = self._heading - 1
        else:
            wanted = self._heading  # a table stands below the heading before it
        self._level = min(wanted, self._level + 1)  # no level may be left out
        self._noted.add(element)
        key = f"bookmark.{len(self._noted)}"
        self._canvas.bookmarkHorizontalAbsolute(key, top)
        self._canvas.addOutlineEntry(element.bookmark, key, self._level)
