"""Stencils: marks that letters share are kept, and put in with elements of each letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from taahodname.paper.blocks import LineBreak, PageBreak, Paragraph, Tab, Text
from taahodname.typeset.marks import Anchor, Mark, TextMark
from taahodname.typeset.structure import Artifact, Element, Tag

_WORDS = frozenset({Text, Tab, LineBreak, PageBreak})


def is_of_words(paragraph: Paragraph) -> bool:
    """Return whether a paragraph holds words alone: it is the same in every letter and on every page."""
    return _WORDS.issuperset(map(type, paragraph.inlines))


class Seedling(Struct, frozen=True, eq=False, gc=False):
    """Elements that are part of no letter; each letter sets them out anew below an element of its own.

    Attributes:
        elements: in reading order.
        holders: the place among them of the one that holds each; -1 where none of them does.
    """

    elements: tuple[Element, ...] = ()
    holders: tuple[int, ...] = ()

    @staticmethod
    def of(root: Element) -> Seedling:
        """Return what an element holds."""
        elements: list[Element] = []
        holders: list[int] = []
        waiting = [(child, -1) for child in reversed(root.children)]
        while waiting:
            element, holder = waiting.pop()
            place = len(elements)
            elements.append(element)
            holders.append(holder)
            waiting += [(child, place) for child in reversed(element.children)]
        return Seedling(tuple(elements), tuple(holders))

    @staticmethod
    def joined(parts: Iterable[Seedling]) -> Seedling:
        """Return several as one, one behind the other."""
        elements: list[Element] = []
        holders: list[int] = []
        for part in parts:
            count = len(elements)
            holders += [holder + count if holder >= 0 else -1 for holder in part.holders]
            elements += part.elements
        return Seedling(tuple(elements), tuple(holders))

    def set_out(self, within: Tag) -> Sequence[Tag]:
        """Return the elements made anew, below an element; an artifact stands for all of them."""
        if isinstance(within, Artifact):
            return [within] * len(self.elements)
        made: list[Element] = []
        for one, holder in zip(self.elements, self.holders, strict=True):
            parent = within if holder < 0 else made[holder]
            child = Element(one.role, one.alt, one.bookmark, one.attributes)
            parent.hold(child)
            made.append(child)
        return made


class Stencil(Struct, frozen=True, eq=False, gc=False):
    """Marks whose words are part of the elements of a seedling.

    Attributes:
        marks: in the order they are drawn.
        words: of each mark of words its place among them, and that of its element in the seedling.
    """

    marks: tuple[Mark | Anchor, ...]
    words: tuple[tuple[int, int], ...]

    @staticmethod
    def of(parts: Iterable[tuple[Sequence[Mark | Anchor], Seedling]]) -> Stencil:
        """Return marks as one stencil.

        Args:
            parts: marks and the seedling whose elements their words are tagged with. The stencil is one of
                all these seedlings joined.
        """
        all_marks: list[Mark | Anchor] = []
        words: list[tuple[int, int]] = []
        before = 0
        for marks, seedling in parts:
            for mark in marks:
                if isinstance(mark, TextMark):
                    words.append((len(all_marks), before + seedling.elements.index(mark.tag)))
                all_marks.append(mark)
            before += len(seedling.elements)
        return Stencil(tuple(all_marks), tuple(words))

    def put(self, tags: Sequence[Tag]) -> list[Mark | Anchor]:
        """Return the marks, their words tagged with what the seedling became."""
        marks = list(self.marks)
        for at, place in self.words:
            mark = marks[at]
            if isinstance(mark, TextMark):
                marks[at] = TextMark(mark.x, mark.y, mark.line, tags[place])
        return marks
