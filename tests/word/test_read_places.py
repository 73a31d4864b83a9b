from __future__ import annotations

import pytest

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import FloatingPicture, Paragraph
from taahodname.word.read import read

from . import drawn_xml as d
from .making import docx, paragraph, run


def floating(anchor: str, *before: str) -> FloatingPicture:
    block = read(docx(paragraph(*before, d.drawn(anchor)))).blocks[0]
    assert isinstance(block, Paragraph)
    (found,) = [inline for inline in block.inlines if isinstance(inline, FloatingPicture)]
    return found


def at(**options: object) -> str:
    return d.anchor(d.wsp(40, 20, line=d.ln()), 40, 20, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("page", "page"),
        ("margin", "margin"),
        ("column", "column"),
        ("character", "column"),
        ("leftMargin", "left-margin"),
        ("rightMargin", "right-margin"),
        ("insideMargin", "inside-margin"),
        ("outsideMargin", "outside-margin"),
    ],
)
def test_what_an_offset_rightward_counts_from_is_read(source: str, meant: str) -> None:
    assert floating(at(x=(source, 5))).x_from == meant


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("page", "page"),
        ("margin", "margin"),
        ("paragraph", "paragraph"),
        ("line", "paragraph"),
        ("topMargin", "top-margin"),
        ("bottomMargin", "bottom-margin"),
    ],
)
def test_what_an_offset_downward_counts_from_is_read(source: str, meant: str) -> None:
    assert floating(at(y=(source, 5))).y_from == meant


def test_alignments_to_the_binding_are_kept_for_the_page_to_decide() -> None:
    assert floating(at(x=("margin", "outside"))).x_align == "outside"


def test_a_share_of_the_page_is_read_before_the_offset_for_older_words() -> None:
    found = floating(at(x=("page", "25%"), y=("page", "90%")))
    assert (found.x_from, found.x_share, found.y_from, found.y_share) == ("page", 0.25, "page", 0.9)


def test_a_size_that_is_a_share_of_the_page_counts() -> None:
    more = (
        '<wp14:sizeRelH relativeFrom="margin"><wp14:pctWidth>50000</wp14:pctWidth></wp14:sizeRelH>'
        '<wp14:sizeRelV relativeFrom="page"><wp14:pctHeight>0</wp14:pctHeight></wp14:sizeRelV>'
    )
    found = floating(at(more=more)).picture
    assert found.width == pytest.approx((11906 - 2880) / 20 / 2)
    assert found.height == 20  # nought means that the height is as it is said


def test_what_lies_behind_and_above_what_is_read() -> None:
    found = floating(at(behind=True, order=17))
    assert (found.behind, found.order) == (True, 17)


@pytest.mark.parametrize(
    ("wrap", "kind", "side"),
    [
        ("<wp:wrapNone/>", "none", "both"),
        (d.SQUARE, "square", "both"),
        ('<wp:wrapSquare wrapText="left"/>', "square", "left"),
        ('<wp:wrapTight wrapText="largest"/>', "square", "larger"),
        ('<wp:wrapThrough wrapText="right"/>', "square", "right"),
        (d.TOP_BOTTOM, "top-bottom", "both"),
    ],
)
def test_how_text_goes_around_is_read(wrap: str, kind: str, side: str) -> None:
    found = floating(at(wrap=wrap))
    assert (found.wrap, found.side) == (kind, side)


def test_the_gaps_around_a_picture_are_read_in_points() -> None:
    found = floating(at(wrap=d.SQUARE, gaps=(1, 2, 3, 4))).gaps
    assert (found.top, found.right, found.bottom, found.left) == (1, 2, 3, 4)


def test_a_place_by_the_line_in_the_midst_of_a_text_is_refused() -> None:
    with pytest.raises(UnsupportedFeature, match="line"):
        floating(at(y=("line", 5)), run("متن پیش از شکل"))


def test_places_and_alignments_that_are_not_known_are_refused() -> None:
    with pytest.raises(UnsupportedFeature, match="moon"):
        floating(at(x=("moon", 5)))
    with pytest.raises(UnsupportedFeature, match="upward"):
        floating(at(x=("page", "upward")))


def test_a_simple_place_counts_from_the_sheet() -> None:
    simple = at(x=("column", 5)).replace('simplePos="0"', 'simplePos="1"')
    found = floating(simple.replace('<wp:simplePos x="0" y="0"/>', '<wp:simplePos x="127000" y="254000"/>'))
    assert (found.x_from, found.x, found.y_from, found.y) == ("page", 10, "page", 20)
