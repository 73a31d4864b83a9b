"""The blocks themselves: text, paragraphs, tables, pictures and pages, as plain frozen values.

Every length is in points. «start» is the side a line begins on (the right one in a right-to-left
paragraph), «end» the other; «left» and «right» are the sides of the sheet.

Python need not look through them for garbage (`gc=False`): a value is made of what was there before it, and
never changed, so that it can be part of no cycle.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from msgspec import Struct, field

from taahodname.paper.drawings import Drawing
from taahodname.paper.pictures import Crop, FloatingPicture, Gaps, Picture, XFrom, YFrom
from taahodname.paper.text import LineBreak, PageBreak, PageNumber, Tab, Text, TextStyle
from taahodname.units import Pt

__all__ = [
    "Align",
    "Block",
    "Border",
    "Borders",
    "Cell",
    "Crop",
    "Document",
    "Drawing",
    "FloatingPicture",
    "Frame",
    "Gaps",
    "Inline",
    "LineBreak",
    "LineHeight",
    "Note",
    "Numbers",
    "Padding",
    "PageBreak",
    "PageGeometry",
    "PageNumber",
    "Paragraph",
    "ParagraphFormat",
    "Picture",
    "Row",
    "Ruling",
    "Section",
    "Start",
    "Tab",
    "TabStop",
    "Table",
    "Text",
    "TextStyle",
    "Which",
    "XFrom",
    "YFrom",
]


class Align(StrEnum):
    """Where the lines of a paragraph stand."""

    START = "start"
    CENTER = "center"
    END = "end"
    JUSTIFY = "justify"


class Note(Struct, frozen=True, gc=False):
    """The mark of a footnote, whose words stand at the foot of the page that the mark stands on.

    Attributes:
        text: the mark itself.
        style: how the mark is drawn.
        blocks: the words of the note, its own mark included.
    """

    text: str
    style: TextStyle
    blocks: tuple[Block, ...]


Inline = Text | LineBreak | PageBreak | Tab | PageNumber | Note | Picture | Drawing | FloatingPicture
_WITH_TEXT = (Text, Note)
_SAID: Mapping[type, str] = {LineBreak: "\n", PageBreak: "\n", Tab: "\t"}


Ruling = Literal["single", "dashed", "dotted", "double"]
"""How a line is drawn."""


class Border(Struct, frozen=True, cache_hash=True, gc=False):
    """One ruled line; `space` is its distance from the text, `ruling` how it is drawn."""

    width: Pt = Pt(0.5)
    colour: str = "000000"
    space: Pt = Pt(0)
    ruling: Ruling = "single"


class Borders(Struct, frozen=True, cache_hash=True, gc=False):
    """The lines around a box, by the sides of the sheet."""

    top: Border | None = None
    right: Border | None = None
    bottom: Border | None = None
    left: Border | None = None


class LineHeight(Struct, frozen=True, gc=False):
    """The height of lines: a multiple of the font's own, or a length («exact», «at_least»)."""

    rule: Literal["multiple", "exact", "at_least"] = "multiple"
    value: float = 1.0


class TabStop(Struct, frozen=True, gc=False):
    """A tab stop, measured from the start of the line.

    Attributes:
        position: in points.
        align: which part of what follows stands there.
        leader: the sign that fills the way to it, «.», «-», «_» or «·»; empty for none.
        decimal: the first decimal point of what follows stands there.
    """

    position: Pt
    align: Align = Align.START
    leader: str = ""
    decimal: bool = False


class ParagraphFormat(Struct, frozen=True, cache_hash=True, gc=False):
    """How a paragraph is set.

    Attributes:
        default_tab: how far apart tab stops are beyond those that are named.
        label_align: which part of a paragraph's automatic number stands where its first line begins.
    """

    align: Align = Align.START
    rtl: bool = True
    space_before: Pt = Pt(0)
    space_after: Pt = Pt(0)
    contextual_spacing: bool = False
    line_height: LineHeight = LineHeight()
    indent_start: Pt = Pt(0)
    indent_end: Pt = Pt(0)
    first_line: Pt = Pt(0)
    keep_next: bool = False
    keep_together: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    borders: Borders = Borders()
    shade: str | None = None
    tabs: tuple[TabStop, ...] = ()
    style_name: str = ""
    heading: int = 0
    default_tab: Pt = Pt(36)
    label_align: Align = Align.START


class Paragraph(Struct, frozen=True, cache_hash=True, gc=False):
    """One paragraph. `mark_style` is the style of its end, which gives an empty one its height.

    `name` is the bookmark it carries, by which its place on the pages can be asked for.
    """

    inlines: tuple[Inline, ...]
    format: ParagraphFormat
    mark_style: TextStyle
    name: str | None = None

    @property
    def text(self) -> str:
        """The characters of the paragraph, page numbers left out."""
        return "".join(
            [
                inline.text if isinstance(inline, _WITH_TEXT) else _SAID.get(type(inline), "")
                for inline in self.inlines
            ]
        )


class Padding(Struct, frozen=True, cache_hash=True, gc=False):
    """The room between a cell's edge and its text."""

    top: Pt = Pt(0)
    right: Pt = Pt(5.4)
    bottom: Pt = Pt(0)
    left: Pt = Pt(5.4)


class Cell(Struct, frozen=True, cache_hash=True, gc=False):
    """A cell of a table; `column` is its first column in reading order, `name` the bookmark it carries."""

    blocks: tuple[Block, ...]
    column: int
    column_span: int = 1
    row_span: int = 1
    borders: Borders = Borders()
    shade: str | None = None
    padding: Padding = Padding()
    valign: Literal["top", "center", "bottom"] = "top"
    name: str | None = None


class Row(Struct, frozen=True, cache_hash=True, gc=False):
    """A row of a table; a cell that spans rows stands in the first of them only."""

    cells: tuple[Cell, ...]
    height: Pt = Pt(0)
    exact: bool = False
    cant_split: bool = True
    header: bool = False


class Table(Struct, frozen=True, gc=False):
    """A table.

    Attributes:
        rtl: its first column stands at the right.
        share: how much of its column it takes, its own columns in proportion; 0 where `columns` say it.
    """

    rows: tuple[Row, ...]
    columns: tuple[Pt, ...]
    rtl: bool = True
    align: Align = Align.START
    indent: Pt = Pt(0)
    share: float = 0.0


Block = Paragraph | Table | Drawing


class PageGeometry(Struct, frozen=True, gc=False):
    """The sheet, its margins, and how far the head and the foot stand from its edges."""

    width: Pt
    height: Pt
    top: Pt
    right: Pt
    bottom: Pt
    left: Pt
    header: Pt
    footer: Pt
    rtl: bool = True


Which = Literal["default", "first", "even"]


Start = Literal["page", "continuous", "even", "odd"]
"""Where a section begins: on the next page, on the same one, or on the next even or odd page."""


class Numbers(Struct, frozen=True, gc=False):
    """How the pages of a section are numbered: from which number (None goes on), and counted how."""

    start: int | None = None
    way: str = "decimal"


class Frame(Struct, frozen=True, gc=False):
    """Lines around every page of a section.

    Attributes:
        borders: the lines; the `space` of each is its distance from the sheet's edge or from the text.
        from_text: the distances count outward from the text, heads and feet included, and not from the edges.
        pages: which pages have it.
    """

    borders: Borders
    from_text: bool = True
    pages: Literal["all", "first", "not-first"] = "all"


class Section(Struct, frozen=True, gc=False):
    """A part of a document with sheets, margins, heads and feet of its own; see `Document`."""

    blocks: tuple[Block, ...]
    page: PageGeometry
    headers: Mapping[Which, tuple[Block, ...]] = field(default_factory=dict)
    footers: Mapping[Which, tuple[Block, ...]] = field(default_factory=dict)
    title_page: bool = False
    start: Start = "page"
    numbers: Numbers = Numbers()
    frame: Frame | None = None


class Document(Struct, frozen=True, gc=False):
    """A whole document. What it says of pages holds for its first section; most have no other.

    Attributes:
        headers, footers: the blocks of each kind of head and foot that the file holds.
        title_page: the first page has a head and a foot of its own (empty when none is held).
        numbers: how its pages are numbered.
        frame: the lines around its pages.
        following: the sections behind the first one.
        endnotes: what stands at the end of the text, below a rule.
        even_pages: so have the even pages.
        watermark: words to draw across every page, or None.
        date: the day it is dated, for the file's properties, or None.
    """

    blocks: tuple[Block, ...]
    page: PageGeometry
    headers: Mapping[Which, tuple[Block, ...]] = field(default_factory=dict)
    footers: Mapping[Which, tuple[Block, ...]] = field(default_factory=dict)
    title_page: bool = False
    even_pages: bool = False
    title: str = ""
    author: str = ""
    subject: str = ""
    watermark: str | None = None
    date: datetime.date | None = None
    numbers: Numbers = Numbers()
    frame: Frame | None = None
    following: tuple[Section, ...] = ()
    endnotes: tuple[Block, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections, the first one too."""
        first = Section(
            self.blocks,
            self.page,
            self.headers,
            self.footers,
            self.title_page,
            numbers=self.numbers,
            frame=self.frame,
        )
        return (first, *self.following)
