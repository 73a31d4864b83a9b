"""Rows of tables: what is kept of them for the next letter, and what each letter has of its own."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

import pytest

from taahodname.paper.blocks import Border, Borders, Cell, Drawing, Note, PageNumber, Row, Table
from taahodname.paper.drawings import Box
from taahodname.typeset import rows
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.marks import TextMark
from taahodname.typeset.pages import Layout, lay_out
from taahodname.typeset.structure import Artifact, Element
from taahodname.units import Pt

from .blocks import PLAIN, RULED, document, paragraph, table, texts_of
from .finished import made


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    rows._kept_row.cache_clear()
    rows._kept_cell.cache_clear()


def _laid(*blocks: Table, **rest: Any) -> Layout:
    return lay_out(document(*blocks, **rest), shipped_book())


def _elements(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _elements(child)


def _shapes(layout: Layout) -> list[tuple[str, str, object, str | None]]:
    """Return role, bookmark, attributes and number of children of every element."""
    return [
        (one.role, one.bookmark, dict(one.attributes), len(one.children))
        for one in _elements(layout.structure)
    ]


def _tags(layout: Layout) -> list[Element]:
    return [
        mark.tag
        for page in layout.pages
        for mark in page.body
        if isinstance(mark, TextMark) and isinstance(mark.tag, Element)
    ]


def _spanning() -> Table:
    """Return a table with all there is: a title, heads of columns, cells that span others, a drawing."""
    box = Drawing(Pt(9), Pt(9), (Box(0, 0, 9, 9),), "")
    made_rows = (
        Row((Cell((paragraph("عنوان جدول"),), 0, column_span=2, borders=RULED),)),
        Row((Cell((paragraph("نام"),), 0), Cell((paragraph("نشانی"),), 1)), header=True),
        Row((Cell((paragraph("بلند " * 40),), 0, row_span=2, borders=RULED), Cell((box,), 1, borders=RULED))),
        Row((Cell((paragraph("پایین", heading=2),), 1, shade="EEEEEE", name="خانه", valign="center"),)),
        Row((Cell((paragraph("تنها"),), 0),)),
    )
    return Table(made_rows, (Pt(90), Pt(100)))


def test_a_table_that_comes_again_makes_the_same_file() -> None:
    first = made(document(_spanning(), table([["الف", "ب"]] * 2, [60, 60])))
    misses = rows._kept_row.cache_info().misses
    assert made(document(_spanning(), table([["الف", "ب"]] * 2, [60, 60]))) == first
    assert rows._kept_row.cache_info().misses == misses > 0


def test_every_letter_has_elements_of_its_own() -> None:
    first, again = _laid(_spanning()), _laid(_spanning())
    assert _shapes(first) == _shapes(again)
    assert not {id(one) for one in _elements(first.structure)} & {
        id(one) for one in _elements(again.structure)
    }
    for layout in (first, again):
        own = {id(one) for one in _elements(layout.structure)}
        assert len(_tags(layout)) > 5
        assert all(id(tag) in own for tag in _tags(layout))


def test_a_row_is_laid_out_the_same_whether_it_is_kept_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = _laid(_spanning(), height=150)
    assert rows._kept_row.cache_info().currsize > 0
    monkeypatch.setattr(rows, "_is_kept", lambda row: False)
    plain = _laid(_spanning(), height=150)
    assert _shapes(kept) == _shapes(plain)
    assert [one.role for one in _tags(kept)] == [one.role for one in _tags(plain)]
    untagged = [
        [
            [(mark.x, mark.y, mark.line.placed) if isinstance(mark, TextMark) else mark for mark in page.body]
            for page in layout.pages
        ]
        for layout in (kept, plain)
    ]
    assert untagged[0] == untagged[1]
    assert len(kept.pages) > 1


def test_two_cells_with_the_same_words_in_a_row_are_two_elements() -> None:
    cell = Cell((paragraph("همان"),), 0)
    layout = _laid(Table((Row((cell, cell)),), (Pt(60), Pt(60))))
    (first, second) = _tags(layout)
    assert first is not second
    assert [one.role for one in _elements(layout.structure)] == [
        "Document",
        "Table",
        "TR",
        "TD",
        "P",
        "TD",
        "P",
    ]


def test_a_kept_row_stands_in_the_height_that_its_place_gives_it() -> None:
    thick = Borders(bottom=Border(Pt(6)))
    row = Row((Cell((paragraph("یک"),), 0, borders=thick, valign="bottom"),))
    layout = _laid(Table((row, row, row), (Pt(60),)))
    assert rows._kept_row.cache_info().misses == 1
    first, second, last = [mark.y for mark in layout.pages[0].body if isinstance(mark, TextMark)]
    # The line below the last row takes room of its own.
    assert round(last - second - (second - first), 6) == 6


def test_the_parts_of_a_row_that_no_page_holds_belong_to_its_own_letter() -> None:
    tall = Table((Row((Cell((paragraph("بلند " * 120),), 0, borders=Borders()),)),), (Pt(60),))
    for layout in (_laid(tall, height=160), _laid(tall, height=160)):
        own = {id(one) for one in _elements(layout.structure)}
        assert len(layout.pages) > 1
        assert {id(tag) for tag in _tags(layout)} < own
        assert len({id(tag) for tag in _tags(layout)}) == 1


def test_a_row_with_a_page_number_or_a_footnote_is_not_kept() -> None:
    note = Note("۱", PLAIN, (paragraph("پانویس"),))
    for inline in (PageNumber("page", PLAIN), note):
        cell = Cell((paragraph("متن ", inline),), 0)  # type: ignore[arg-type]
        _laid(Table((Row((cell,)),), (Pt(100),)))
    assert rows._kept_row.cache_info().currsize == 0


def test_a_table_in_a_head_is_no_part_of_the_text_on_any_page() -> None:
    head = table([["سربرگ", "شرکت"]], [60, 60])
    layout = lay_out(document(paragraph("متن"), headers={"default": (head,)}), shipped_book())
    marks = [mark for mark in layout.pages[0].margins if isinstance(mark, TextMark)]
    assert [mark.tag for mark in marks] == [Artifact("Header")] * 2
    assert [one.role for one in _elements(layout.structure)] == ["Document", "P"]


def test_rows_with_other_words_or_in_other_columns_are_not_mixed_up() -> None:
    first = _laid(table([["الف", "ب"]], [60, 60]))
    other = _laid(table([["الف", "پ"]], [60, 60]))
    wider = _laid(table([["الف", "ب"]], [60, 90]))
    assert [texts_of(one.pages[0]) for one in (first, other, wider)] == [
        ["الف", "ب"],
        ["الف", "پ"],
        ["الف", "ب"],
    ]
    assert first.pages[0].body != wider.pages[0].body


def test_a_letter_leaves_nothing_behind_for_a_look_for_garbage() -> None:
    letter = document(_spanning(), paragraph("متن", heading=1))
    made(letter)  # what is kept is made now
    gc.collect()
    gc.disable()
    try:
        lay_out(letter, shipped_book())
        assert gc.collect() == 0
    finally:
        gc.enable()
