from __future__ import annotations

import pytest

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Align, Paragraph, Tab, Text
from taahodname.word.read import read

from ..office.feature_files import item, level, made, numbering
from .making import docx, paragraph


def paragraphs(data: bytes) -> list[Paragraph]:
    return [block for block in read(data).blocks if isinstance(block, Paragraph)]


def labels(data: bytes) -> list[str]:
    """Return what each paragraph says before the tab of its number."""
    return [one.text.partition("\t")[0] if "\t" in one.text else "" for one in paragraphs(data)]


def of(*lists: list[str], items: list[str], more: str = "", **rest: object) -> bytes:
    return made(*items, kinds={"numbering": numbering(*lists, more=more)}, **rest)


ONE = [level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)")]


def test_a_right_to_left_list_has_persian_digits_and_a_hanging_number() -> None:
    first, second = paragraphs(of(ONE, items=[item("یک"), item("دو")]))
    assert [first.text, second.text] == ["۱.\tیک", "۲.\tدو"]
    assert isinstance(first.inlines[1], Tab)
    assert (first.format.indent_start, first.format.first_line) == (24, -24)


def test_a_left_to_right_list_has_the_digits_of_its_direction() -> None:
    data = of(ONE, items=[item("one", more='<w:bidi w:val="0"/>')])
    assert labels(data) == ["1."]


def test_deeper_levels_begin_anew_behind_a_higher_one() -> None:
    items = [item("", depth=depth) for depth in (0, 1, 1, 2, 0, 1, 2)]
    assert labels(of(ONE, items=items)) == ["۱.", "۱.۱", "۱.۲", "a)", "۲.", "۲.۱", "a)"]


def test_a_level_that_is_not_to_restart_goes_on() -> None:
    steady = [ONE[0], level(1, "decimal", "%2-", more='<w:lvlRestart w:val="0"/>')]
    items = [item("", depth=depth) for depth in (0, 1, 0, 1)]
    assert labels(of(steady, items=items)) == ["۱.", "۱-", "۲.", "۲-"]


def test_a_level_used_before_those_above_it_shows_their_start() -> None:
    assert labels(of(ONE, items=[item("", depth=1)])) == ["۱.۱"]


def test_legal_numbering_has_plain_numbers_on_every_level() -> None:
    legal = [level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")]
    assert labels(of(legal, items=[item(""), item("", depth=1)])) == ["I", "۱.۱"]


def test_lists_of_one_definition_go_on_unless_they_say_where_they_begin() -> None:
    again = '<w:num w:numId="{}"><w:abstractNumId w:val="1"/>{}</w:num>'
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    more = again.format(5, "") + again.format(6, start)
    items = [item(""), item("", 5), item("", 6), item("", 6), item("", 1)]
    assert labels(of(ONE, items=items, more=more)) == ["۱.", "۲.", "۴.", "۵.", "۶."]


def test_a_list_can_change_a_level_of_its_definition() -> None:
    other = level(0, "arabicAbjad", "(%1)")
    more = (
        '<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        f"{other}</w:lvlOverride></w:num>"
    )
    assert labels(of(ONE, items=[item("", 5)], more=more)) == ["(أ)"]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr><w:bidi/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sub"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    '<w:ind w:left="1000"/></w:pPr></w:style>'
    '<w:style w:type="numbering" w:styleId="Steps"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    "</w:style>"
)


def test_a_style_gives_its_paragraphs_the_level_that_names_it() -> None:
    levels = [ONE[0], level(1, "decimal", "%2-", more='<w:pStyle w:val="Sub"/>')]
    data = docx(
        paragraph("متن", look='<w:pStyle w:val="Sub"/>'),
        styles=STYLES,
        kinds={"numbering": numbering(levels)},
    )
    (found,) = paragraphs(data)
    assert found.text == "1-\tمتن"
    # The style's own indent goes over that of the level, whose hanging stays.
    assert (found.format.indent_start, found.format.first_line) == (50, -24)


def test_number_zero_takes_the_number_of_the_style_away() -> None:
    data = docx(
        paragraph("متن", look='<w:pStyle w:val="Sub"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        styles=STYLES,
        kinds={"numbering": numbering(ONE)},
    )
    assert [one.text for one in paragraphs(data)] == ["متن"]


def test_a_definition_that_points_to_a_style_is_followed() -> None:
    link = (
        '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Steps"/></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
    )
    data = docx(item("متن", 9), styles=STYLES, kinds={"numbering": numbering(ONE, more=link)})
    assert labels(data) == ["۱."]


def test_a_list_that_the_file_does_not_hold_gives_no_number() -> None:
    assert [one.text for one in paragraphs(made(item("متن", 8)))] == ["متن"]


@pytest.mark.parametrize(("suffix", "between"), [("space", " "), ("nothing", ""), ("tab", "\t")])
def test_a_number_is_parted_from_its_text_as_the_level_says(suffix: str, between: str) -> None:
    levels = [level(0, "decimal", "%1-", more=f'<w:suff w:val="{suffix}"/>')]
    assert paragraphs(of(levels, items=[item("متن")]))[0].text == f"۱-{between}متن"


def test_a_number_may_stand_with_its_end_at_its_place() -> None:
    right = ONE[0].replace('lvlJc w:val="left"', 'lvlJc w:val="right"')
    assert paragraphs(of([right], items=[item("")]))[0].format.label_align is Align.END
    assert paragraphs(of(ONE, items=[item("")]))[0].format.label_align is Align.START


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def test_a_bullet_of_a_symbol_font_is_what_it_means_in_the_font_of_the_text() -> None:
    levels = [level(0, "bullet", "\uf0a7", look=font("Wingdings"))]
    label = paragraphs(of(levels, items=[item("متن")]))[0].inlines[0]
    assert isinstance(label, Text)
    assert (label.text, label.style.family) == ("▪", "Vazirmatn")


def test_a_label_looks_as_the_end_of_its_paragraph_and_its_level_say() -> None:
    levels = [level(0, "decimal", "%1", look='<w:color w:val="FF0000"/>')]
    data = of(levels, items=[item("متن", more="<w:rPr><w:bCs/><w:u w:val='single'/></w:rPr>")])
    label = paragraphs(data)[0].inlines[0]
    assert isinstance(label, Text)
    assert (label.style.bold, label.style.colour, label.style.underline) == (True, "FF0000", False)


def test_a_custom_number_has_as_many_digits_as_its_sample() -> None:
    custom = level(0, "custom", "%1").replace(
        'w:val="custom"', 'w:val="custom" w:format="001, 002, 003, ..."'
    )
    assert labels(of([custom], items=[item(""), item("")])) == ["۰۰۱", "۰۰۲"]


REFUSED = {
    "another alphabet": (level(0, "ideographDigital", "%1"), "ideographDigital"),
    "a picture": (level(0, "bullet", "•", more='<w:lvlPicBulletId w:val="0"/>'), "lvlPicBulletId"),
    "an unknown sign": (level(0, "bullet", "\uf0aa", look=font("Wingdings")), "F0AA"),
    "a custom sample": (level(0, "custom", "%1").replace("<w:numFmt", '<w:numFmt w:format="x"'), "«x»"),
}


@pytest.mark.parametrize(("one", "name"), REFUSED.values(), ids=REFUSED)
def test_numbering_that_is_not_known_is_refused_by_its_name(one: str, name: str) -> None:
    with pytest.raises(UnsupportedFeature, match="متن کنار") as caught:
        read(of([one], items=[item("متن کنار")]))
    assert name in caught.value.feature


def test_a_head_counts_for_itself() -> None:
    data = of(ONE, items=[item(""), item("")], marginals={"header-default": item("سربرگ")})
    (head,) = read(data).headers["default"]
    assert isinstance(head, Paragraph)
    assert head.text == "۱.\tسربرگ"
