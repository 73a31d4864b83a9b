"""The house style of our own sheets for the client, the instruction sheet and the signing guide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from taahodname.documents.values import GAP_END, GAP_START
from taahodname.paper.blocks import (
    Align,
    Block,
    Border,
    Borders,
    Cell,
    Document,
    LineHeight,
    Padding,
    PageGeometry,
    PageNumber,
    Paragraph,
    ParagraphFormat,
    Row,
    Table,
    Text,
    TextStyle,
)
from taahodname.persian.isolation import isolate
from taahodname.rules import CheckedProfile
from taahodname.typeset.fonts import FALLBACK_FAMILY
from taahodname.units import Mm, Pt, mm_to_pt

INK = "1F2328"
TITLE = "14345B"
PALE = "EEF2F7"
RULE = "B8C2CF"
YELLOW = "FFE14D"
YELLOW_EDGE = "7A5B00"
GREY = "8B9099"
GREY_TEXT = "565B63"
HAND = "0B3A8C"
RED = "A3161E"
PAPER = "FCFBF6"
WHITE = "FFFFFF"
"""Text of every colour stands on its ground with a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3)."""

COLUMN = Pt(510)
"""The width of the text, in points: A4 less the margins."""

_SIDE = Pt((float(mm_to_pt(Mm(210))) - COLUMN) / 2)
_PAGE = PageGeometry(
    width=mm_to_pt(Mm(210)),
    height=mm_to_pt(Mm(297)),
    top=Pt(34),
    right=_SIDE,
    bottom=Pt(38),
    left=_SIDE,
    header=Pt(20),
    footer=Pt(20),
)
_WATERMARK = "پیش‌نویس"

_EDGE = Border(Pt(0.5), RULE)
_RULED, _BARE = Borders(top=_EDGE, bottom=_EDGE), Borders()
_PADDING = Padding(Pt(2.5), Pt(5), Pt(2.5), Pt(5))


@lru_cache(maxsize=64)
def _style(size: float, bold: bool, colour: str) -> TextStyle:
    return TextStyle(FALLBACK_FAMILY, Pt(size), bold=bold, colour=colour)


def words(
    text: str,
    size: float = 9,
    *,
    bold: bool = False,
    colour: str = INK,
    align: Align = Align.START,
    before: float = 0,
    after: float = 0,
    heading: int = 0,
    keep_next: bool = False,
    new_page: bool = False,
) -> Paragraph:
    """Return a right-to-left paragraph of one style; numbers and Latin in it are isolated.

    Args:
        text: the words.
        size: of the letters, in points.
        bold, colour: how they look.
        align: where its lines stand.
        before, after: the room above and below, in points.
        heading: its level as a heading, 0 for none.
        keep_next: it stays with the next one.
        new_page: it begins a page.
    """
    return _words(text, size, bold, colour, align, before, after, heading, keep_next, new_page)


@lru_cache(maxsize=1_024)  # most words stand on every client's sheet
def _words(
    text: str,
    size: float,
    bold: bool,
    colour: str,
    align: Align,
    before: float,
    after: float,
    heading: int,
    keep_next: bool,
    new_page: bool,
) -> Paragraph:
    look = _style(size, bold, colour)
    # Gaps are shown as a draft of the undertaking prints them.
    shown = text.replace(GAP_START, "[").replace(GAP_END, "]")
    shape = _shape(align, before, after, heading, keep_next, new_page)
    return Paragraph((Text(isolate(shown), look),), shape, look)


@lru_cache(maxsize=64)
def _shape(
    align: Align, before: float, after: float, heading: int, keep_next: bool, new_page: bool
) -> ParagraphFormat:
    return ParagraphFormat(
        align=align,
        space_before=Pt(before),
        space_after=Pt(after),
        line_height=LineHeight("multiple", 0.92),
        heading=heading,
        keep_next=keep_next,
        page_break_before=new_page,
    )


def heading(text: str, *, before: float = 9, new_page: bool = False) -> Paragraph:
    """Return a heading of the second level, kept with what follows; it may begin a page."""
    return words(
        text,
        11.5,
        bold=True,
        colour=TITLE,
        before=before,
        after=3,
        heading=2,
        keep_next=True,
        new_page=new_page,
    )


def cell(
    column: int,
    *content: Block,
    shade: str | None = None,
    ruled: bool = True,
    span: int = 1,
    middle: bool = True,
) -> Cell:
    """Return a cell of a table of ours, ruled above and below."""
    return Cell(
        content,
        column,
        column_span=span,
        borders=_RULED if ruled else _BARE,
        shade=shade,
        padding=_PADDING,
        valign="center" if middle else "top",
    )


def table(columns: Sequence[float], rows: Iterable[Sequence[Cell]], *, header: bool = False) -> Table:
    """Return a right-to-left table.

    Args:
        columns: the widths in points, from the right.
        rows: the cells of each row.
        header: the first row names the columns and is drawn again on a further page.
    """
    made = tuple(Row(tuple(cells), header=header and index == 0) for index, cells in enumerate(rows))
    return Table(made, tuple(Pt(width) for width in columns))


@lru_cache(maxsize=16)
def head_row(*names: str) -> tuple[Cell, ...]:
    """Return a row that names the columns."""
    return tuple(
        cell(column, words(name, 8.5, bold=True, colour=WHITE), shade=TITLE)
        for column, name in enumerate(names)
    )


def banner(title: str, under: str, note: str) -> list[Block]:
    """Return the head of a sheet: its title, whom it is for, and what it is not."""
    return [
        words(title, 17, bold=True, colour=TITLE, heading=1, keep_next=True),
        words(under, 10, bold=True, after=1),
        words(note, 8.5, colour=GREY_TEXT, after=5),
    ]


@cache
def _foot() -> Paragraph:
    """Return the number of a page, of all of them."""
    small = _style(8, False, GREY_TEXT)
    inlines = Text("صفحهٔ ", small), PageNumber("page", small), Text(" از ", small), PageNumber("pages", small)
    return Paragraph(inlines, ParagraphFormat(align=Align.CENTER), small)


def document(title: str, blocks: Iterable[Block], checked: CheckedProfile, author: str) -> Document:
    """Return a whole sheet on A4 with page numbers, as a draft where the profile is one.

    Args:
        title: of the file.
        blocks: its content.
        checked: the profile it is made for.
        author: of the file.
    """
    return Document(
        tuple(blocks),
        _PAGE,
        footers={"default": (_foot(),)},
        title=title,
        author=author,
        watermark=_WATERMARK if checked.draft else None,
        date=checked.date.to_gregorian(),
    )
