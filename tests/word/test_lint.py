from __future__ import annotations

from typing import Any

import pytest

from taahodname.word.lint import lint

from .making import SECTION, STYLES, docx, paragraph, part, picture, run, table

RTL = '<w:rtl/><w:lang w:bidi="fa-IR"/>'


def problems(*blocks: str, **options: Any) -> tuple[str, ...]:
    return lint(docx(*blocks, **{"section": SECTION + "<w:bidi/>", **options}))


def test_a_clean_letter_has_no_problem() -> None:
    assert (
        problems(
            paragraph(run("متن ", RTL), run("\u200e021-88\u200e", '<w:rtl w:val="0"/>')),
            table([paragraph(run("متن", RTL))]),
            "<w:p/>",
            paragraph(run(" ", '<w:rtl w:val="0"/>'), look='<w:bidi w:val="0"/>'),
        )
        == ()
    )


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (paragraph(run("متن", RTL), look='<w:bidi w:val="0"/>'), "has no w:bidi"),
        (paragraph(run("متن", '<w:rtl w:val="0"/>')), "has no w:rtl"),
        (paragraph(run("۱۲۳", '<w:rtl w:val="0"/>')), "has no w:rtl"),
        (paragraph(run("متن", '<w:rtl/><w:lang w:bidi="ar-SA"/>')), "not in Persian"),
        (paragraph(run("متن", f"<w:b/>{RTL}")), "w:b or w:bCs"),
        (paragraph(run("متن", f'<w:sz w:val="20"/>{RTL}')), "w:sz or w:szCs"),
        (paragraph(run("متن", f"<w:iCs/>{RTL}")), "w:i or w:iCs"),
        (paragraph(run("a@b.ir", RTL)), "left to right but has w:rtl"),
        (paragraph(run("تلفن 021-88", RTL)), "left to right but has w:rtl"),
        (table(["<w:p/>"], look=""), "table 1 has no w:bidiVisual"),
        (table(["<w:p/>"], look='<w:bidiVisual w:val="0"/>'), "table 1 has no w:bidiVisual"),
        (paragraph(run("{{ a }}", RTL)), "a tag is left"),
        (paragraph(run("{% if", RTL)), "a tag is left"),
    ],
)
def test_a_fault_of_the_text_is_told(block: str, said: str) -> None:
    found = problems(block)
    assert found
    assert any(said in problem for problem in found)
    assert all(problem.startswith("word/document.xml") for problem in found)


def test_a_section_must_run_right_to_left() -> None:
    assert problems(section=SECTION) == ("word/document.xml: section 1 has no w:bidi",)


def test_a_font_for_one_script_is_not_enough() -> None:
    styles = STYLES.replace(' w:cs="Vazirmatn"', "")
    assert any("complex-script font" in one for one in problems(paragraph(run("متن", RTL)), styles=styles))


def test_a_style_in_use_must_speak_of_both_scripts() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="S"><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    block = paragraph(run("متن", RTL), look='<w:pStyle w:val="S"/>')
    assert problems(block, styles=STYLES + style) == ("style S has w:b or w:bCs without the other",)
    assert problems(paragraph(run("متن", RTL)), styles=STYLES + style) == ()


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ([paragraph(picture("rId1", 5)), paragraph(picture("rId1", 5))], "drawing number '5' stands 2 times"),
        ([paragraph('<w:bookmarkStart w:id="1" w:name="a"/>')] * 2, "bookmark name 'a' stands 2 times"),
        ([paragraph('<w:bookmarkStart w:id="1" w:name="a"/>')] * 2, "bookmark number '1' stands 2 times"),
    ],
)
def test_what_must_be_one_of_a_kind_is_told_when_it_is_not(blocks: list[str], said: str) -> None:
    assert said in problems(*blocks)


def test_numbers_are_counted_through_all_parts() -> None:
    block = paragraph(picture("rId1", 5))
    assert problems(block, marginals={"header-default": block}) == ("drawing number '5' stands 2 times",)


def test_what_came_with_a_letterhead_may_look_as_it_likes_but_not_hold_a_tag() -> None:
    look = '<w:pStyle w:val="LH_x"/><w:bidi w:val="0"/>'
    foreign = table([paragraph("Dear", look=look)], look='<w:tblStyle w:val="LH_t"/>')
    assert problems(paragraph("Dear Sir متن", look=look), marginals={"header-default": foreign}) == ()
    assert problems(marginals={"header-default": paragraph("{{ a }}", look=look)}) != ()


def test_the_letters_own_head_is_held_to_the_same() -> None:
    head = {"header-default": paragraph(run("متن", '<w:rtl w:val="0"/>'))}
    assert any(one.startswith("word/header-default.xml") for one in problems(marginals=head))


def test_a_tag_left_in_any_part_is_told() -> None:
    assert "docProps/core.xml: a tag is left in '{{ a }}'" in problems(
        extra={"docProps/core.xml": part("x", "<y>{{ a }}</y>")}
    )
