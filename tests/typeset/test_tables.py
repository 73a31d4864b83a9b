"""Tables on the page: the room that their lines take."""

from __future__ import annotations

from taahodname.paper.blocks import Border, Borders, Cell, Row, Table
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.marks import TextMark
from taahodname.typeset.pages import lay_out
from taahodname.units import Pt

from .blocks import document, paragraph

_THICK = Border(Pt(6))


def _tops(border: Border | None) -> list[float]:
    """Return how high each line of text of a table of three rows, and of the line below it, stands."""
    lines = Borders(top=border, bottom=border)
    rows = tuple(Row((Cell((paragraph("واژه"),), 0, borders=lines),)) for _ in range(3))
    layout = lay_out(document(Table(rows, (Pt(120),)), paragraph("پایان")), shipped_book())
    return [mark.y for mark in layout.pages[0].body if isinstance(mark, TextMark)]


def test_text_stands_below_the_line_above_its_row_not_in_it() -> None:
    plain, ruled = _tops(None), _tops(_THICK)
    assert [round(b - a, 6) for a, b in zip(plain[:3], ruled[:3], strict=True)] == [6, 12, 18]


def test_the_last_line_of_a_table_takes_its_room_too() -> None:
    plain, ruled = _tops(None), _tops(_THICK)
    assert round(ruled[3] - plain[3], 6) == 24
