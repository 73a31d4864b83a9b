from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from taahodname.errors import UnsupportedFeature, WordFileError
from taahodname.paper.blocks import (
    Align,
    FloatingPicture,
    LineBreak,
    LineHeight,
    PageBreak,
    PageNumber,
    Paragraph,
    Picture,
    Tab,
    Table,
    Text,
)
from taahodname.word.read import read

from .docx_xml import docx, field, para, run

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:cs="B Nazanin"/><w:sz w:val="22"/>
<w:szCs w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr><w:bidi/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Base"><w:basedOn w:val="Normal"/>
<w:pPr><w:spacing w:after="120" w:line="360" w:lineRule="auto"/><w:jc w:val="both"/></w:pPr>
<w:rPr><w:bCs/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Clause"><w:basedOn w:val="Base"/>
<w:pPr><w:spacing w:before="40"/><w:keepNext/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:rPr><w:color w:val="FF0000"/></w:rPr></w:style>
"""


def first(data: bytes) -> Paragraph:
    block = read(data).blocks[0]
    assert isinstance(block, Paragraph)
    return block


def text_of(block: Paragraph) -> Text:
    inline = block.inlines[0]
    assert isinstance(inline, Text)
    return inline


def png(width: int = 20, height: int = 10) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (width, height), "red").save(buffer, "PNG")
    return buffer.getvalue()


def test_a_style_inherits_what_it_does_not_say() -> None:
    fmt = first(docx(para(run("متن"), properties='<w:pStyle w:val="Clause"/>'), styles=STYLES)).format
    assert fmt.rtl
    assert fmt.keep_next
    assert fmt.align is Align.JUSTIFY
    assert (fmt.space_before, fmt.space_after) == (2, 6)
    assert fmt.line_height == LineHeight("multiple", 1.5)


def test_a_right_to_left_run_takes_the_complex_script_font_size_and_weight() -> None:
    style = text_of(first(docx(para(run("متن"), properties='<w:pStyle w:val="Base"/>'), styles=STYLES))).style
    assert (style.family, style.size, style.bold) == ("B Nazanin", 13, True)


def test_a_left_to_right_run_takes_the_latin_ones() -> None:
    block = para(run("abc", ""), properties='<w:pStyle w:val="Base"/>')
    style = text_of(first(docx(block, styles=STYLES))).style
    assert (style.family, style.size, style.bold) == ("Calibri", 11, False)


def test_a_character_style_and_direct_settings_come_last() -> None:
    block = para(run("متن", '<w:rStyle w:val="Strong"/><w:rtl/><w:szCs w:val="40"/>'))
    style = text_of(first(docx(block, styles=STYLES))).style
    assert (style.colour, style.size) == ("FF0000", 20)


def test_start_and_left_both_mean_where_a_right_to_left_line_begins() -> None:
    for value in ("left", "start"):
        fmt = first(docx(para(run("متن"), properties=f'<w:bidi/><w:jc w:val="{value}"/>'))).format
        assert fmt.align is Align.START


def test_indents_and_tabs_are_read_in_points() -> None:
    properties = (
        '<w:bidi/><w:tabs><w:tab w:val="end" w:pos="2000"/></w:tabs><w:ind w:left="400" w:hanging="200"/>'
    )
    fmt = first(docx(para(run("متن"), properties=properties))).format
    assert (fmt.indent_start, fmt.first_line) == (20, -10)
    assert (fmt.tabs[0].position, fmt.tabs[0].align) == (100, Align.END)


def test_breaks_tabs_and_hyphens_are_read() -> None:
    inner = "<w:tab/><w:br/><w:t>ب</w:t><w:noBreakHyphen/>" + '<w:br w:type="page"/>'
    kinds = [type(i) for i in first(docx(para(f"<w:r><w:rPr><w:rtl/></w:rPr>{inner}</w:r>"))).inlines]
    assert kinds == [Tab, LineBreak, Text, PageBreak]


def test_page_fields_become_page_numbers_in_persian() -> None:
    block = para(run("صفحهٔ "), field("PAGE"), run(" از "), field("NUMPAGES", "۲"))
    numbers = [i for i in first(docx(block)).inlines if isinstance(i, PageNumber)]
    assert [(n.kind, n.persian) for n in numbers] == [("page", True), ("pages", True)]


def test_hidden_text_is_not_printed_and_the_half_space_is_kept() -> None:
    block = first(docx(para(run("می\u200cشود"), run("پنهان", "<w:rtl/><w:vanish/>"))))
    assert block.text == "می\u200cشود"


def test_a_bookmark_names_its_paragraph_and_in_a_cell_the_cell() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="clause_3"/><w:bookmarkEnd w:id="1"/>'
    assert first(docx(para(mark, run("متن")))).name == "clause_3"
    table = (
        '<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
        f"<w:tr><w:tc>{para(mark)}</w:tc></w:tr></w:tbl>"
    )
    block = read(docx(table)).blocks[0]
    assert isinstance(block, Table)
    assert block.rows[0].cells[0].name == "clause_3"


def test_spans_borders_and_shading_of_a_table_are_read() -> None:
    table = (
        '<w:tbl><w:tblPr><w:bidiVisual/><w:tblBorders><w:top w:val="single" w:sz="8"/>'
        '<w:insideH w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="1000"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/>'
        f'<w:shd w:fill="F2F2F2"/></w:tcPr>{para(run("الف"))}</w:tc></w:tr>'
        f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{para(run("ب"))}</w:tc>'
        f"<w:tc>{para(run('پ'))}</w:tc></w:tr>"
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{para()}</w:tc><w:tc>{para(run('ت'))}</w:tc></w:tr></w:tbl>"
    )
    block = read(docx(table)).blocks[0]
    assert isinstance(block, Table)
    assert block.rtl
    assert block.columns == (100, 50)
    head = block.rows[0].cells[0]
    assert (head.column_span, head.shade) == (2, "F2F2F2")
    assert head.borders.top is not None
    assert head.borders.top.width == 1
    assert block.rows[0].cant_split
    assert block.rows[1].cells[0].row_span == 2
    assert len(block.rows[2].cells) == 1


def drawing(kind: str, inner: str, more: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:{kind} {more}>{inner}<wp:extent cx="1270000" cy="635000"/>'
        '<wp:docPr id="1" name="n" descr="نشان"/><a:graphic><a:graphicData uri="x"><pic:pic><pic:blipFill>'
        '<a:blip r:embed="logo"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        f"</wp:{kind}></w:drawing></w:r>"
    )


def test_a_picture_in_the_line_keeps_its_size_and_its_bytes() -> None:
    picture = first(docx(para(drawing("inline", "")), media={"logo": png()})).inlines[0]
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height, picture.alt) == (100, 50, "نشان")
    assert picture.data == png()


def test_a_floating_picture_keeps_its_place() -> None:
    place = (
        '<wp:positionH relativeFrom="page"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:posOffset>127000</wp:posOffset></wp:positionV>'
    )
    anchor = drawing("anchor", place, 'behindDoc="1"')
    floating = first(docx(para(anchor), media={"logo": png()})).inlines[0]
    assert isinstance(floating, FloatingPicture)
    assert (floating.x_from, floating.x_align, floating.y_from, floating.y) == ("page", "right", "margin", 10)
    assert floating.behind


def test_heads_and_the_first_page_are_read() -> None:
    found = read(docx(para(run("متن")), header=para(run("سربرگ")), more="<w:titlePg/>"))
    assert [block.text for block in found.headers["default"]] == ["سربرگ"]
    assert found.title_page
    assert "first" not in found.headers


def test_a_watermark_of_word_is_known_by_its_shape() -> None:
    shape = (
        '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1"><v:textpath string="پیش‌نویس"/></v:shape>'
        "</w:pict></w:r>"
    )
    assert read(docx(para(run("متن")), header=para(shape))).watermark == "پیش‌نویس"


REFUSED = {
    "a footnote that is not there": (
        para('<w:r><w:footnoteReference w:id="2"/></w:r>'), "footnoteReference"
    ),
    "a text box": (
        para("<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri='http://x/wordprocessingShape'/>"
             "</a:graphic></wp:inline></w:drawing></w:r>"),
        "wordprocessingShape",
    ),
    "an old shape of another kind": (para("<w:r><w:pict><v:arc/></w:pict></w:r>"), "v:arc"),
    "a field that changes": (para(field("DATE")), "DATE"),
    "a tracked change": (para(f"<w:ins>{run('x')}</w:ins>"), "w:ins"),
    "moved text": (para(f"<w:moveTo>{run('x')}</w:moveTo>"), "w:moveTo"),
    "a table of contents": (para(field("TOC \\o")), "TOC"),
    "the number of another page": (para(field("PAGEREF x")), "PAGEREF"),
    "an unknown switch of a number": (para(field("PAGE \\* Ordinal")), "Ordinal"),
    "embossed letters": (para(run("x", "<w:emboss/>")), "w:emboss"),
    "a frame": (para(run("x"), properties='<w:framePr w:w="9"/>'), "framePr"),
    "two columns": ("", "w:cols"),
    "a section break in a table": (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc>'
        f'{para(run("x"), properties="<w:sectPr/>")}</w:tc></w:tr></w:tbl>',
        "w:sectPr",
    ),
    "a sign without a meaning": (para('<w:r><w:sym w:char="F0AA" w:font="Wingdings"/></w:r>'), "w:sym"),
    "a tab at a place": (para('<w:r><w:ptab w:alignment="left"/></w:r>'), "w:ptab"),
    "a row that was added": (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:trPr><w:ins/></w:trPr>'
        f"<w:tc>{para()}</w:tc></w:tr></w:tbl>",
        "w:ins",
    ),
    "room between cells": (
        '<w:tbl><w:tblPr><w:tblCellSpacing w:w="20" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="9"/>'
        f"</w:tblGrid><w:tr><w:tc>{para()}</w:tc></w:tr></w:tbl>",
        "tblCellSpacing",
    ),
    "a floating table": (
        '<w:tbl><w:tblPr><w:tblpPr w:tblpX="1"/></w:tblPr><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>'
        f"<w:tr><w:tc>{para()}</w:tc></w:tr></w:tbl>",
        "tblpPr",
    ),
    "text on its side": (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:tcPr>'
        f'<w:textDirection w:val="btLr"/></w:tcPr>{para()}</w:tc></w:tr></w:tbl>',
        "textDirection",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "name"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_by_its_name(body: str, name: str) -> None:
    more = '<w:cols w:num="2"/>' if name == "w:cols" else ""
    with pytest.raises(UnsupportedFeature) as caught:
        read(docx(body, more=more))
    assert name in caught.value.feature
    assert caught.value.part == "word/document.xml"
    assert name in caught.value.message


def test_a_refusal_quotes_the_paragraph_it_stands_in() -> None:
    with pytest.raises(UnsupportedFeature, match="سطر سوم"):
        read(docx(para(run("سطر سوم"), '<w:r><w:footnoteReference w:id="2"/></w:r>')))


def test_a_broken_picture_is_refused() -> None:
    with pytest.raises(UnsupportedFeature, match="logo"):
        read(docx(para(drawing("inline", "")), media={"logo": b"no picture"}))


def test_a_picture_of_too_many_pixels_is_refused() -> None:
    with pytest.raises(WordFileError, match="too large"):
        read(docx(para(drawing("inline", "")), media={"logo": png(9000, 5000)}))
