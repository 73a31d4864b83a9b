"""Short ways to build paper blocks and to look at what the typesetter made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from taahodname.paper.blocks import (
    Block,
    Border,
    Borders,
    Cell,
    Document,
    PageGeometry,
    Paragraph,
    ParagraphFormat,
    Row,
    Table,
    Text,
    TextStyle,
)
from taahodname.typeset.lines import Line
from taahodname.typeset.marks import TextMark
from taahodname.typeset.pages import Page
from taahodname.units import Pt

PLAIN = TextStyle("Vazirmatn", Pt(12))
BOLD = TextStyle("Vazirmatn", Pt(12), bold=True)
RULED = Borders(*[Border()] * 4)


def paragraph(*texts: str | Text, name: str | None = None, **fmt: Any) -> Paragraph:
    inlines = tuple(Text(text, PLAIN) if isinstance(text, str) else text for text in texts)
    return Paragraph(inlines, ParagraphFormat(**fmt), PLAIN, name)


def document(*blocks: Block, height: float = 400, **rest: Any) -> Document:
    page = PageGeometry(Pt(300), Pt(height), Pt(50), Pt(50), Pt(50), Pt(50), Pt(20), Pt(20))
    return Document(blocks, page, **rest)


def table(
    rows: Sequence[Sequence[str]], columns: Sequence[float], *, keep_next: bool = False, **rest: Any
) -> Table:
    made = [
        Row(
            tuple(
                Cell((paragraph(text, keep_next=keep_next),), index, borders=RULED)
                for index, text in enumerate(row)
            )
        )
        for row in rows
    ]
    return Table(tuple(made), tuple(Pt(width) for width in columns), **rest)


def words_of(line: Line) -> str:
    """Return what a right-to-left line says, piece by piece from its right."""
    return "".join(placed.piece.text for placed in reversed(line.placed))


def texts_of(page: Page) -> list[str]:
    return [words_of(mark.line) for mark in page.body if isinstance(mark, TextMark)]


def lines_of(pages: Iterable[Page]) -> list[list[str]]:
    return [texts_of(page) for page in pages]
