"""The blocks themselves: text, paragraphs, tables, pictures and pages, as plain frozen values.

Every length is in points. «start» is the side a line begins on (the right one in a right-to-left
paragraph), «end» the other; «left» and «right» are the sides of the sheet.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from taahodname.paper.drawings import Drawing
from taahodname.units import Pt


class Align(StrEnum):
    """Where the lines of a paragraph stand."""

    START = "start"
    CENTER = "center"
    END = "end"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class TextStyle:
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


@dataclass(frozen=True, slots=True)
class Text:
    """Characters in logical order, in one style."""

    text: str
    style: TextStyle


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The end of a page inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A jump to the paragraph's next tab stop, or to a place that it names itself.

    Attributes:
        style: what gives it its height, and its leader the look.
        stop: where it jumps to whatever stops the paragraph has: the middle or the end of its column.
        leader: what fills it then, as in `TabStop`.
    """

    style: TextStyle
    stop: Literal["center", "end"] | None = None
    leader: str = ""


@dataclass(frozen=True, slots=True)
class PageNumber:
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


@dataclass(frozen=True, slots=True)
class Note:
    """The mark of a footnote, whose words stand at the foot of the page that the mark stands on.

    Attributes:
        text: the mark itself.
        style: how the mark is drawn.
        blocks: the words of the note, its own mark included.
    """

    text: str
    style: TextStyle
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Crop:
    """What is cut off a picture at each side, as shares of its own width and height."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its size on paper; `data` is a PNG or JPEG file.

    Attributes:
        data: the file.
        width, height: of what is shown, before it is turned.
        alt: what it shows, for those who cannot see it; empty for an ornament.
        crop: what is cut off, or None.
        turn: degrees it is turned by about its middle, clockwise.
        flip_x, flip_y: it is mirrored from side to side, from top to bottom; before it is turned.
    """

    data: bytes
    width: Pt
    height: Pt
    alt: str = ""
    crop: Crop | None = None
    turn: float = 0.0
    flip_x: bool = False
    flip_y: bool = False


XFrom = Literal["page", "margin", "column", "left-margin", "right-margin", "inside-margin", "outside-margin"]
"""What a distance rightward counts from: the sheet, the text, the column, or the strip of a margin."""
YFrom = Literal["page", "margin", "paragraph", "top-margin", "bottom-margin"]
"""What a distance downward counts from."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """The room that text leaves around a floating picture, by the sides of the sheet."""

    top: Pt = Pt(0)
    right: Pt = Pt(0)
    bottom: Pt = Pt(0)
    left: Pt = Pt(0)


@dataclass(frozen=True, slots=True)
class FloatingPicture:
    """A picture or a drawing that stands at a place of the page.

    Attributes:
        picture: what is shown.
        x_from, y_from: what the offsets count from: the sheet, the margins, or the paragraph it hangs on.
        x, y: offsets in points, rightward and downward.
        x_align, y_align: instead of an offset: «left», «center», «right», «inside», «outside» (the side of
            the binding, and the other one); «top», «center», «bottom».
        behind: drawn under the text.
        x_share, y_share: instead of an offset: a share of the width or height counted from.
        order: of two that overlap, the one with the higher number is seen.
        wrap: what text does: nothing («none»), stand beside it («square»), or above and below it only.
        gaps: the room that text leaves around it.
        side: where text stands beside it: on «both» sides, «left» or «right» of it, or on the «larger» side.
    """

    picture: Picture | Drawing
    x_from: XFrom
    y_from: YFrom
    x: Pt = Pt(0)
    y: Pt = Pt(0)
    x_align: str | None = None
    y_align: str | None = None
    behind: bool = True
    x_share: float | None = None
    y_share: float | None = None
    order: int = 0
    wrap: Literal["none", "square", "top-bottom"] = "none"
    gaps: Gaps = Gaps()
    side: Literal["both", "left", "right", "larger"] = "both"


Inline = Text | LineBreak | PageBreak | Tab | PageNumber | Note | Picture | Drawing | FloatingPicture


Ruling = Literal["single", "dashed", "dotted", "double"]
"""How a line is drawn."""


@dataclass(frozen=True, slots=True)
class Border:
    """One ruled line; `space` is its distance from the text, `ruling` how it is drawn."""

    width: Pt = Pt(0.5)
    colour: str = "000000"
    space: Pt = Pt(0)
    ruling: Ruling = "single"


@dataclass(frozen=True, slots=True)
class Borders:
    """The lines around a box, by the sides of the sheet."""

    top: Border | None = None
    right: Border | None = None
    bottom: Border | None = None
    left: Border | None = None


@dataclass(frozen=True, slots=True)
class LineHeight:
    """The height of lines: a multiple of the font's own, or a length («exact», «at_least»)."""

    rule: Literal["multiple", "exact", "at_least"] = "multiple"
    value: float = 1.0


@dataclass(frozen=True, slots=True)
class TabStop:
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


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
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


@dataclass(frozen=True, slots=True)
class Paragraph:
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
        return "".join(_plain(inline) for inline in self.inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return text
        case Note(text=text):
            return text
        case LineBreak() | PageBreak():
            return "\n"
        case Tab():
            return "\t"
    return ""


@dataclass(frozen=True, slots=True)
class Padding:
    """The room between a cell's edge and its text."""

    top: Pt = Pt(0)
    right: Pt = Pt(5.4)
    bottom: Pt = Pt(0)
    left: Pt = Pt(5.4)


@dataclass(frozen=True, slots=True)
class Cell:
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


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a cell that spans rows stands in the first of them only."""

    cells: tuple[Cell, ...]
    height: Pt = Pt(0)
    exact: bool = False
    cant_split: bool = True
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
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


@dataclass(frozen=True, slots=True)
class PageGeometry:
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


@dataclass(frozen=True, slots=True)
class Numbers:
    """How the pages of a section are numbered: from which number (None goes on), and counted how."""

    start: int | None = None
    way: str = "decimal"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document with sheets, margins, heads and feet of its own; see `Document`."""

    blocks: tuple[Block, ...]
    page: PageGeometry
    headers: Mapping[Which, tuple[Block, ...]] = field(default_factory=dict)
    footers: Mapping[Which, tuple[Block, ...]] = field(default_factory=dict)
    title_page: bool = False
    start: Start = "page"
    numbers: Numbers = Numbers()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. What it says of pages holds for its first section; most have no other.

    Attributes:
        headers, footers: the blocks of each kind of head and foot that the file holds.
        title_page: the first page has a head and a foot of its own (empty when none is held).
        numbers: how its pages are numbered.
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
    following: tuple[Section, ...] = ()
    endnotes: tuple[Block, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections, the first one too."""
        first = Section(
            self.blocks, self.page, self.headers, self.footers, self.title_page, numbers=self.numbers
        )
        return (first, *self.following)
