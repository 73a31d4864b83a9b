from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from taahodname.word.read import read
from taahodname.word.read_kept import Merged, remembered, stands_alone
from taahodname.word.read_styles import cascade

from .making import STYLES, docx, field, opened, paragraph, parts, picture, png, run, zipped


def element(text: str) -> etree._Element:
    root = etree.fromstring(parts(text)["word/document.xml"])
    return root[0][0]


@pytest.mark.parametrize(
    "text",
    [
        paragraph(run("ا", "<w:b/>"), "<w:r><w:tab/><w:br/></w:r>", look="<w:jc w:val='center'/>"),
        paragraph('<w:bookmarkStart w:id="0" w:name="a"/>', run("ا"), '<w:bookmarkEnd w:id="0"/>'),
    ],
)
def test_plain_words_stand_alone(text: str) -> None:
    assert stands_alone(element(text))


@pytest.mark.parametrize(
    "text",
    [
        paragraph(run("ا"), look='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        paragraph(run("ا"), look="<w:sectPr/>"),
        paragraph(field("PAGE")),
        paragraph(picture("rId1")),
        paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>'),
        paragraph(f"<w:hyperlink>{run('a')}</w:hyperlink>"),
    ],
)
def test_what_hangs_on_its_place_does_not_stand_alone(text: str) -> None:
    assert not stands_alone(element(text))


def test_the_same_picture_name_in_another_file_is_another_picture() -> None:
    def letter(width: int) -> bytes:
        given = {"word/media/p.png": png(width)}
        return docx(paragraph(picture("rId9")), lines=(("rId9", "image", "media/p.png"),), extra=given)

    first, second = (read(letter(width)).blocks[0] for width in (2, 3))
    assert first != second


def test_paragraphs_that_are_written_alike_under_other_styles_look_different() -> None:
    bold = STYLES.replace("<w:rtl/>", "<w:rtl/><w:bCs/>")
    plain, heavy = (read(zipped(parts("متن", styles=styles))).blocks[0] for styles in (STYLES, bold))
    assert not plain.inlines[0].style.bold
    assert heavy.inlines[0].style.bold


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
