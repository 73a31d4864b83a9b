"""Stencils: elements set out anew for each letter, and marks that are put in with them."""

from __future__ import annotations

from taahodname.typeset.lines import Line
from taahodname.typeset.marks import FillMark, TextMark
from taahodname.typeset.stencils import Seedling, Stencil
from taahodname.typeset.structure import LAYOUT, Artifact, Element


def _cell(words: str) -> Element:
    """Return a row with a cell that holds a heading and a paragraph."""
    row = Element("TR")
    cell = row.add("TD", attributes={"ColSpan": 2})
    cell.add("H2", bookmark=words)
    cell.add("P")
    return row


def _line() -> Line:
    return Line([], 10.0, 2.0, rtl=True)


def test_elements_set_out_are_new_ones_of_the_same_shape() -> None:
    row = _cell("الف")
    line = Element("TR")
    made = Seedling.of(row).set_out(line)
    (cell,) = line.children
    assert made == [cell, *cell.children]
    assert not {id(one) for one in made} & {id(row.children[0]), *map(id, row.children[0].children)}
    assert [(one.role, one.bookmark, dict(one.attributes)) for one in made if isinstance(one, Element)] == [
        ("TD", "", {"ColSpan": 2}),
        ("H2", "الف", {}),
        ("P", "", {}),
    ]


def test_seedlings_joined_stand_one_behind_the_other_though_they_are_the_same() -> None:
    one = Seedling.of(_cell("الف"))
    line = Element("TR")
    made = Seedling.joined([one, one]).set_out(line)
    assert [cell.role for cell in line.children] == ["TD", "TD"]
    assert [len(cell.children) for cell in line.children] == [2, 2]
    assert len({id(element) for element in made}) == 6


def test_an_artifact_stands_for_all_elements() -> None:
    assert Seedling.of(_cell("الف")).set_out(Artifact("Header")) == [Artifact("Header")] * 3


def test_marks_are_put_in_with_the_elements_of_their_own_part_and_the_others_as_they_are() -> None:
    row, line = _cell("الف"), _line()
    seedling = Seedling.of(row)
    (cell,) = row.children
    fill, words = FillMark(0.0, 0.0, 9.0, 9.0, "EEEEEE"), TextMark(1.0, 2.0, line, cell.children[1])
    stencil = Stencil.of([([fill, words], seedling), ([words], seedling)])
    tags = Seedling.joined([seedling, seedling]).set_out(Element("TR"))
    assert stencil.put(tags) == [
        fill,
        TextMark(1.0, 2.0, line, tags[2]),
        TextMark(1.0, 2.0, line, tags[5]),
    ]
    assert stencil.put([LAYOUT] * 6)[1] == TextMark(1.0, 2.0, line, LAYOUT)
    assert words.tag is cell.children[1]
