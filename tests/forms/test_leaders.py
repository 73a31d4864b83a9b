"""Which tabs draw a line is told by the stops of the paragraph and of its style."""

from __future__ import annotations

import pytest

from taahodname.forms.leaders import Leaders
from taahodname.word.names import qn
from taahodname.word.package import read
from tests.forms.blanks_of import docx, paragraph
from tests.word.making import STYLES

TAB = "<w:r><w:tab/></w:r>"


def stop(place: int, leader: str = "") -> str:
    drawn = f' w:leader="{leader}"' if leader else ""
    return f'<w:tab w:val="left"{drawn} w:pos="{place}"/>'


def drawn(look: str, count: int = 2, styles: str = STYLES) -> list[bool]:
    package = read(docx(paragraph("متن", *[TAB] * count, look=look), styles=styles), "blank.docx")
    element = next(package.xml("word/document.xml").iter(qn("w:p")))
    leads = Leaders(package).of(element)
    return [leads(tab) for run in element.iter(qn("w:r")) for tab in run.iter(qn("w:tab"))]


@pytest.mark.parametrize("leader", ["dot", "underscore", "hyphen", "middleDot"])
def test_a_stop_with_a_leader_draws(leader):
    assert drawn(f"<w:tabs>{stop(2000, leader)}{stop(4000, leader)}</w:tabs>") == [True, True]


def test_stops_without_a_leader_draw_nothing():
    assert drawn(f"<w:tabs>{stop(2000)}</w:tabs>") == [False, False]
    assert drawn("") == [False, False]


def test_each_tab_goes_to_its_own_stop_in_the_order_of_their_places():
    assert drawn(f"<w:tabs>{stop(4000, 'dot')}{stop(2000)}</w:tabs>") == [False, True]


def test_the_stops_of_a_style_hold_and_can_be_cleared():
    stops = f"<w:pPr><w:tabs>{stop(2000, 'dot')}</w:tabs></w:pPr>"
    dotted = f'<w:style w:type="paragraph" w:styleId="D">{stops}</w:style>'
    based = '<w:style w:type="paragraph" w:styleId="E"><w:basedOn w:val="D"/></w:style>'
    styles = STYLES + dotted + based
    assert drawn('<w:pStyle w:val="E"/>', 1, styles) == [True]
    cleared = '<w:pStyle w:val="E"/><w:tabs><w:tab w:val="clear" w:pos="2000"/></w:tabs>'
    assert drawn(cleared, 1, styles) == [False]


def test_styles_that_are_based_on_one_another_in_a_ring_end():
    ring = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("A", "B"), ("B", "A"))
    )
    assert drawn('<w:pStyle w:val="A"/>', 1, STYLES + ring) == [False]
