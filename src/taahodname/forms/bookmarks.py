"""Puts bookmarks into a form, each with a number of its own."""

from __future__ import annotations

import re

from lxml import etree

from taahodname.word.markup import Element
from taahodname.word.names import qn


class Bookmarks:
    """The bookmarks of one part.

    Args:
        root: the root of the part.
    """

    def __init__(self, root: Element) -> None:
        marks = list(root.iter(qn("w:bookmarkStart")))
        self.there = {mark.get(qn("w:name"), ""): mark for mark in marks}
        numbers = [mark.get(qn("w:id"), "") for mark in marks]
        self._last = max((int(one) for one in numbers if re.fullmatch(r"[0-9]{1,9}", one)), default=0)

    def put(self, paragraph: Element, name: str) -> None:
        """Put a bookmark around all that a paragraph holds."""
        self._last += 1
        start, end = etree.Element(qn("w:bookmarkStart")), etree.Element(qn("w:bookmarkEnd"))
        start.set(qn("w:id"), str(self._last))
        start.set(qn("w:name"), name)
        end.set(qn("w:id"), str(self._last))
        # The first bookmark of a paragraph is the one that is read.
        paragraph.insert(1 if paragraph.find(qn("w:pPr")) is not None else 0, start)
        paragraph.append(end)
        self.there[name] = start
