"""Slabs: pieces of a page that no page break may cut, and the room they take together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from taahodname.paper.blocks import Note, PageGeometry
from taahodname.typeset.fonts import FontBook
from taahodname.typeset.marks import Anchor, Mark, TextMark, shift
from taahodname.typeset.pieces import PageNumbers
from taahodname.typeset.structure import LAYOUT, Tag


class Slab(Struct, gc=False):
    """Something of one height that stands on one page whole.

    Attributes:
        height: in points.
        marks: what it draws, from its own top left corner.
        before: room above it that falls away at the top of a page.
        tied: it may not be parted from the next slab.
        new_page: it begins a page.
        ends_page: the next slab begins a page.
        cut: makes `parts`, which few rows are ever asked for.
        may_split: use its parts already when the rest of this page cannot hold it.
        header: a table's head row, drawn again when the table goes on on the next page.
        heads: the head rows of the table it belongs to, where it is none of them.
        notes: the footnotes whose marks stand on it.
    """

    height: float
    marks: Sequence[Mark | Anchor]
    before: float = 0.0
    tied: bool = False
    new_page: bool = False
    ends_page: bool = False
    cut: Callable[[], list[Slab]] = list
    may_split: bool = False
    header: bool = False
    heads: Sequence[Slab] = ()
    notes: Sequence[Note] = ()

    def of(self, tag: Tag) -> Slab:
        """Return a copy whose words are part of an element; what is changed in one is not in the other."""
        marks = [
            TextMark(mark.x, mark.y, mark.line, tag) if isinstance(mark, TextMark) else mark
            for mark in self.marks
        ]
        return Slab(self.height, tuple(marks), self.before, self.tied, self.new_page, self.ends_page)

    @property
    def parts(self) -> list[Slab]:
        """Smaller slabs to use instead when no page can hold it."""
        return self.cut()


class Column(Struct, frozen=True, gc=False):
    """Where a column of text begins on its sheet.

    Attributes:
        x, y: its top left corner.
        sheet: the page.
        height: of a page's free area; what stands lower is on another page.
        marginal: it is a head or a foot, on every page.
    """

    x: float
    y: float
    sheet: PageGeometry
    height: float
    marginal: bool = False


class Setting(Struct, frozen=True, gc=False):
    """What every block is set with, the element or artifact that it is part of, and its column.

    What stands in a cell or a text box has no column: to a picture there, the cell is the sheet.
    """

    fonts: FontBook
    numbers: PageNumbers = PageNumbers()
    within: Tag = LAYOUT
    column: Column | None = None

    def inside(self, tag: Tag) -> Setting:
        """Return the same setting for what stands in an element."""
        return Setting(self.fonts, self.numbers, tag, self.column)

    def enclosed(self, tag: Tag) -> Setting:
        """Return the same setting for what stands in a cell or a text box."""
        return Setting(self.fonts, self.numbers, tag)


def height_of(found: Sequence[Slab], *, keep_first_gap: bool = False) -> float:
    """Return the height of slabs set one under the other, as a rule without the first one's room above."""
    height = 0.0 if keep_first_gap or not found else -found[0].before
    for slab in found:
        height += slab.before + slab.height
    return height


def stacked(found: Sequence[Slab]) -> tuple[float, list[Mark | Anchor]]:
    """Return the height of slabs set one under the other, the first one's room above too, and their marks."""
    return height_of(found, keep_first_gap=True), stack(found, 0.0, 0.0)


def stack(found: Sequence[Slab], x: float, y: float) -> list[Mark | Anchor]:
    """Return the marks of slabs that stand one under the other.

    Args:
        found: the slabs.
        x, y: the top left corner of the first one's room above.
    """
    marks: list[Mark | Anchor] = []
    for slab in found:
        y += slab.before
        marks += shift(slab.marks, x, y)
        y += slab.height
    return marks
