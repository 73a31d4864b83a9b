from __future__ import annotations

import pytest

from taahodname.paper.blocks import Align, Paragraph, Tab, Text, TextStyle
from taahodname.word.read import read

from .making import docx, paragraph, run


def first(data: bytes) -> Paragraph:
    block = read(data).blocks[0]
    assert isinstance(block, Paragraph)
    return block


def style(look: str) -> TextStyle:
    inline = first(docx(paragraph(run("متن", look)))).inlines[0]
    assert isinstance(inline, Text)
    return inline.style


def test_a_superscript_is_smaller_and_raised_and_a_subscript_hangs() -> None:
    raised, hung = (style(f'<w:vertAlign w:val="{kind}script"/>') for kind in ("super", "sub"))
    assert raised.size == hung.size == pytest.approx(11 * 0.58)
    assert raised.rise > 0 > hung.rise


def test_raised_text_keeps_its_size() -> None:
    found = style('<w:position w:val="-6"/>')
    assert (found.size, found.rise) == (11, -3)


def test_spacing_and_scaling_are_read() -> None:
    found = style('<w:spacing w:val="40"/><w:w w:val="150"/>')
    assert (found.spacing, found.stretch) == (2, 1.5)


def test_small_capitals_are_small_where_the_letters_were() -> None:
    texts = first(docx(paragraph(run("Ab شرکت", '<w:smallCaps/><w:rtl w:val="0"/>')))).inlines
    assert [(one.text, one.style.size) for one in texts if isinstance(one, Text)] == [
        ("A", 11), ("B", pytest.approx(8.8)), (" شرکت", 11),
    ]  # fmt: skip


def test_tab_stops_keep_their_leaders_and_points() -> None:
    look = (
        '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/><w:tab w:val="decimal" w:pos="3000"/>'
        '<w:tab w:val="left" w:leader="underscore" w:pos="1000"/></w:tabs>'
    )
    found = first(docx(paragraph("متن", look=look))).format.tabs
    assert [(stop.position, stop.align, stop.leader, stop.decimal) for stop in found] == [
        (50, Align.START, "_", False), (150, Align.END, "", True), (450, Align.END, ".", False),
    ]  # fmt: skip


TABS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr><w:tabs>'
    '<w:tab w:val="left" w:pos="1000"/><w:tab w:val="left" w:pos="2000"/></w:tabs></w:pPr></w:style>'
)


def test_a_paragraph_adds_to_the_stops_of_its_style_and_clears_some() -> None:
    look = '<w:tabs><w:tab w:val="clear" w:pos="1000"/><w:tab w:val="left" w:pos="3000"/></w:tabs>'
    found = first(docx(paragraph("متن", look=look), styles=TABS)).format.tabs
    assert [stop.position for stop in found] == [100, 150]


def test_the_settings_say_how_far_apart_other_stops_are() -> None:
    assert first(docx(paragraph("متن"))).format.default_tab == 36
    data = docx(paragraph("متن"), settings='<w:defaultTabStop w:val="1000"/>')
    assert first(data).format.default_tab == 50


def test_a_tab_may_name_its_own_place() -> None:
    tab = '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="dot"/></w:r>'
    found = first(docx(paragraph(tab))).inlines[0]
    assert isinstance(found, Tab)
    assert (found.stop, found.leader) == ("end", ".")


def test_the_nearer_of_two_names_of_an_indent_counts() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr><w:ind w:start="1000"/></w:pPr>'
        "</w:style>"
    )
    found = first(docx(paragraph("متن", look='<w:ind w:left="500"/>'), styles=styles)).format
    assert found.indent_start == 25


@pytest.mark.parametrize(
    ("shade", "expected"),
    [
        ('w:val="clear" w:fill="DDEEFF"', "DDEEFF"),
        ('w:val="solid" w:color="112233" w:fill="FFFFFF"', "112233"),
        ('w:val="pct50" w:color="000000" w:fill="FFFFFF"', "808080"),
        ('w:val="pct25" w:color="auto" w:fill="auto"', "BFBFBF"),
        ('w:val="clear" w:fill="auto"', None),
    ],
)
def test_a_pattern_of_shading_is_the_mixture_that_the_eye_sees(shade: str, expected: str | None) -> None:
    assert first(docx(paragraph("متن", look=f"<w:shd {shade}/>"))).format.shade == expected


@pytest.mark.parametrize(
    ("kind", "ruling"),
    [
        ("single", "single"),
        ("thick", "single"),
        ("dashSmallGap", "dashed"),
        ("dotted", "dotted"),
        ("double", "double"),
        ("thinThickSmallGap", "double"),
    ],
)
def test_a_border_is_ruled_as_its_kind_says(kind: str, ruling: str) -> None:
    look = f'<w:pBdr><w:top w:val="{kind}" w:sz="8"/></w:pBdr>'
    top = first(docx(paragraph("متن", look=look))).format.borders.top
    assert top is not None
    assert (top.width, top.ruling) == (1, ruling)
