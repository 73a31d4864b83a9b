from __future__ import annotations

import pytest
from lxml import etree

from taahodname.word.graft_theme import Theme, resolve, shaded, theme_of
from taahodname.word.names import qn

from .making import docx, opened, part

THEME = part(
    "a:theme",
    "<a:themeElements><a:clrScheme>"
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="1f497d"/></a:dk2><a:accent1><a:srgbClr val="4F81BD"/></a:accent1>'
    '<a:hlink><a:srgbClr val="0000FF"/></a:hlink></a:clrScheme><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Arab" typeface="Times New Roman"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Arab" typeface="Arial"/></a:minorFont></a:fontScheme></a:themeElements>',
)
FARSI = '<w:themeFontLang w:val="en-US" w:bidi="fa-IR"/>'


def theme(settings: str = FARSI) -> Theme:
    lines = [("rIdTheme", "theme", "theme/theme1.xml")]
    return theme_of(opened(docx(settings=settings, lines=lines, extra={"word/theme/theme1.xml": THEME})))


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("minorHAnsi", "Calibri"),
        ("majorAscii", "Cambria"),
        ("minorBidi", "Arial"),
        ("majorBidi", "Times New Roman"),
        ("minorEastAsia", None),
    ],
)
def test_the_fonts_of_a_theme_follow_its_language(name: str, family: str | None) -> None:
    assert theme().font(name) == family


def test_without_a_language_complex_text_takes_words_own_font() -> None:
    assert theme("").font("minorBidi") == "Times New Roman"


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("accent1", "4F81BD"),
        ("text1", "000000"),
        ("bg1", "FFFFFF"),
        ("tx2", "1F497D"),
        ("hyperlink", "0000FF"),
        ("x", None),
    ],
)
def test_the_colours_of_a_theme_have_two_sets_of_names(name: str, colour: str | None) -> None:
    assert theme().colour(name) == colour


def test_text_and_background_may_change_places() -> None:
    mapping = '<w:clrSchemeMapping w:bg1="dark1" w:t1="light1"/>'
    assert theme(mapping).colour("text1") == "FFFFFF"


@pytest.mark.parametrize(
    ("tint", "shade", "colour"),
    [
        ("", "", "4F81BD"),
        ("99", "", "95B3D7"),
        ("", "BF", "366091"),
        ("00", "", "FFFFFF"),
        ("", "00", "000000"),
    ],
)
def test_tints_and_shades_are_those_word_writes(tint: str, shade: str, colour: str) -> None:
    got = shaded("4F81BD", tint, shade)
    pairs = zip(bytes.fromhex(got), bytes.fromhex(colour), strict=True)
    assert all(abs(one - other) <= 2 for one, other in pairs)


def test_what_names_the_theme_is_written_plain() -> None:
    root = etree.fromstring(
        part(
            "w:x",
            '<w:rFonts w:asciiTheme="minorHAnsi" w:cstheme="minorBidi" w:hAnsi="Kept"/>'
            '<w:color w:val="auto" w:themeColor="accent1"/>'
            '<w:shd w:val="clear" w:color="auto" w:fill="auto" w:themeFill="accent1" w:themeFillTint="00"/>'
            '<w:top w:val="single" w:color="auto" w:themeColor="text1"/>'
            '<a:schemeClr val="accent1"><a:lumMod val="50000"/></a:schemeClr>',
        ).encode()
    )
    resolve(root, theme())
    fonts, colour, shade, border, drawn = root
    assert [fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "cs", "hAnsi")] == ["Calibri", "Arial", "Kept"]
    assert colour.get(qn("w:val")) == "4F81BD"
    assert shade.get(qn("w:fill")) == "FFFFFF"
    assert border.get(qn("w:color")) == "000000"
    assert (drawn.tag, drawn.get("val"), len(drawn)) == (qn("a:srgbClr"), "4F81BD", 1)
    assert b"heme" not in etree.tostring(root).replace(b"drawingml", b"")


def test_without_a_theme_plain_values_stay() -> None:
    root = etree.fromstring(part("w:x", '<w:color w:val="FF0000" w:themeColor="accent1"/>').encode())
    resolve(root, theme_of(opened(docx())))
    assert root[0].get(qn("w:val")) == "FF0000"
