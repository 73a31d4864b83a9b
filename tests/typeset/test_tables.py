"""Tables on the page: the room that their lines take."""

from __future__ import annotations

from taahodname.paper.blocks import Border, Borders, Cell, Row, Table
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.marks import Edge, EdgesMark, TextMark
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


def _ruled(*lines: Borders) -> tuple[Edge, ...]:
    """Return the ruled lines of a row of cells, 60 points each."""
    cells = tuple(Cell((paragraph("واژه"),), place, borders=one) for place, one in enumerate(lines))
    table = Table((Row(cells),), (Pt(60),) * len(cells))
    (mark,) = [
        mark for mark in lay_out(document(table), shipped_book()).pages[0].body if isinstance(mark, EdgesMark)
    ]
    return mark.edges


def test_the_lines_of_a_row_are_one_mark_and_what_two_cells_share_is_ruled_once() -> None:
    thin = Border(Pt(0.5))
    edges = _ruled(*[Borders(thin, thin, thin, thin)] * 3)
    assert len(edges) == 3 + 3 + 4
    places = sorted(edge.x1 for edge in edges if edge.x1 == edge.x2)
    assert [place - places[0] for place in places] == [0, 60, 120, 180]


def test_two_lines_of_different_looks_at_one_place_are_both_ruled() -> None:
    thin, thick = Border(Pt(0.5)), Border(Pt(2), "FF0000")
    edges = _ruled(Borders(left=thick), Borders(right=thin))  # the first cell stands at the right
    assert [edge.colour for edge in edges] == ["FF0000", "000000"]
    assert edges[0].x1 == edges[1].x1
