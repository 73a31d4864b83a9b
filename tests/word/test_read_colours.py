from __future__ import annotations

import pytest

from taahodname.errors import UnsupportedFeature
from taahodname.word.read_colours import Colour, colour_in
from taahodname.word.read_site import Shared, Site

from . import drawn_xml as d
from .making import docx, opened, part

FILE = opened(
    docx("متن", lines=[("rIdTheme", "theme", "theme/theme1.xml")], extra={"word/theme/theme1.xml": d.THEME})
)


def read(colour: str, placeholder: Colour | None = None) -> Colour | None:
    from taahodname.word.markup import parse

    site = Site(FILE, "word/document.xml", "متن", lambda content, ink: (), Shared(FILE))
    return colour_in(parse(part("a:solidFill", colour).encode(), "x"), site, placeholder)


def of_theme(changes: str) -> str:
    found = read(f'<a:schemeClr val="accent1">{changes}</a:schemeClr>')
    assert found is not None
    return found.rgb


@pytest.mark.parametrize(
    ("colour", "wanted"),
    [
        ('<a:srgbClr val="2ba699"/>', "2BA699"),
        ('<a:sysClr val="windowText" lastClr="010203"/>', "010203"),
        ('<a:prstClr val="dkBlue"/>', "00008B"),
        ('<a:schemeClr val="accent2"/>', "D1495B"),
        ('<a:schemeClr val="tx1"/>', "000000"),
        ('<a:schemeClr val="bg1"/>', "FFFFFF"),
        ('<a:hslClr hue="0" sat="100000" lum="50000"/>', "FF0000"),
        ('<a:scrgbClr r="100000" g="0" b="0"/>', "FF0000"),
    ],
)
def test_every_way_to_name_a_colour_is_understood(colour: str, wanted: str) -> None:
    assert read(colour) == Colour(wanted)


def test_darker_and_lighter_colours_of_the_theme_are_those_that_office_shows() -> None:
    # The blue of Office 2013 and what its menu shows as «darker 25 %» and «lighter 60 %».
    for changes, shown in (
        ('<a:lumMod val="75000"/>', "2F5496"),
        ('<a:lumMod val="40000"/><a:lumOff val="60000"/>', "B4C6E7"),
    ):
        found = read(f'<a:srgbClr val="4472C4">{changes}</a:srgbClr>')
        assert found is not None
        away = [abs(int(found.rgb[i : i + 2], 16) - int(shown[i : i + 2], 16)) for i in (0, 2, 4)]
        assert max(away) <= 1


def test_tint_and_shade_mix_with_white_and_black_in_linear_light() -> None:
    assert of_theme('<a:tint val="100000"/>') == of_theme('<a:shade val="100000"/>') == "2BA699"
    assert of_theme('<a:tint val="0"/>') == "FFFFFF"
    assert of_theme('<a:shade val="0"/>') == "000000"
    dark = read('<a:srgbClr val="FFFFFF"><a:shade val="50000"/></a:srgbClr>')
    assert dark is not None
    assert int(dark.rgb[:2], 16) == pytest.approx(255 * 0.5 ** (1 / 2.3), abs=1)


def test_a_colour_may_be_seen_through() -> None:
    assert read('<a:srgbClr val="FF0000"><a:alpha val="40000"/></a:srgbClr>') == Colour("FF0000", 0.4)


def test_the_shape_s_own_colour_stands_for_the_placeholder() -> None:
    assert read('<a:schemeClr val="phClr"/>', Colour("123456")) == Colour("123456")


@pytest.mark.parametrize(
    "colour",
    [
        '<a:srgbClr val="red"/>',
        '<a:prstClr val="nowhere"/>',
        '<a:schemeClr val="nothing"/>',
        '<a:srgbClr val="FF0000"><a:hueMod val="1"/></a:srgbClr>',
        '<a:odd val="1"/>',
    ],
)
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(UnsupportedFeature, match="رنگ"):
        read(colour)
