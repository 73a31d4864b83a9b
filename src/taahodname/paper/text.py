"""What stands in a paragraph: text in its styles, tabs, breaks and page numbers, as plain frozen values."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from taahodname.units import Pt


class TextStyle(Struct, frozen=True, cache_hash=True, gc=False):
    """How a run of text is drawn.

    Attributes:
        family: the font's family name, as the letter asks for it.
        size: in points.
        colour: RRGGBB in hexadecimal.
        shade: colour behind the text, or None.
        spacing: room added behind letters (taken, when negative), in points; joined letters stay joined.
        rise: how far it stands above the base line, in points; below it when negative.
        stretch: how wide its letters are drawn, 1.0 as the font has them.
    """

    family: str
    size: Pt
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    colour: str = "000000"
    shade: str | None = None
    spacing: Pt = Pt(0)
    rise: Pt = Pt(0)
    stretch: float = 1.0


class Text(Struct, frozen=True, cache_hash=True, gc=False):
    """Characters in logical order, in one style."""

    text: str
    style: TextStyle


class LineBreak(Struct, frozen=True, gc=False):
    """The end of a line inside a paragraph."""


class PageBreak(Struct, frozen=True, gc=False):
    """The end of a page inside a paragraph."""


class Tab(Struct, frozen=True, gc=False):
    """A jump to the paragraph's next tab stop, or to a place that it names itself.

    Attributes:
        style: what gives it its height, and its leader the look.
        stop: where it jumps to whatever stops the paragraph has: the middle or the end of its column.
        leader: what fills it then, as in `TabStop`.
    """

    style: TextStyle
    stop: Literal["center", "end"] | None = None
    leader: str = ""


class PageNumber(Struct, frozen=True, gc=False):
    """The number of the page, or of all pages, known only when the pages are laid out.

    Attributes:
        kind: the page's own number, the count of all pages, or that of its section's.
        style: how it is drawn.
        persian: its digits are Persian.
        way: how it is counted («upperRoman»; `persian.counters`); empty for the section's own way.
    """

    kind: Literal["page", "pages", "section-pages"]
    style: TextStyle
    persian: bool = True
    way: str = ""
