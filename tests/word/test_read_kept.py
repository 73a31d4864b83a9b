from __future__ import annotations

from dataclasses import replace

from lxml import etree

from taahodname.word.read_kept import Merged, remembered
from taahodname.word.read_styles import cascade

from .making import docx, opened


class _Keeper:
    def __init__(self) -> None:
        self.kept: dict[object, Merged] = {}
        self.seen: list[etree._Element] = []

    @remembered
    def merge(self, style: str, own: etree._Element | None) -> Merged:
        if own is not None:
            self.seen.append(own)
        return Merged()


def test_properties_that_are_written_alike_are_merged_once() -> None:
    keeper = _Keeper()
    first = keeper.merge("a", etree.fromstring("<x y='1'/>"))
    assert keeper.merge("a", etree.fromstring('<x y="1"/>')) is first
    assert keeper.merge("a", etree.fromstring('<x y="2"/>')) is not first
    assert keeper.merge("b", etree.fromstring('<x y="1"/>')) is not first
    assert keeper.merge("a", None) is not first


def test_what_is_kept_does_not_hold_the_letter_it_came_from() -> None:
    keeper = _Keeper()
    letter = etree.fromstring("<letter><x/></letter>")
    keeper.merge("a", letter[0])
    assert keeper.seen[0].getroottree().getroot().tag == "x"


def test_a_style_sheet_with_another_ink_has_read_nothing_yet() -> None:
    sheet = cascade(opened(docx("متن")))
    black = sheet.text_style(sheet.run_properties("Normal"))
    white = replace(sheet, ink="FFFFFF")
    assert (black.colour, white.text_style(white.run_properties("Normal")).colour) == ("000000", "FFFFFF")
