from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from taahodname.paper.blocks import (
    Block,
    Numbers,
    PageBreak,
    PageGeometry,
    PageNumber,
    Paragraph,
    Section,
)
from taahodname.typeset import typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.marks import TextMark
from taahodname.typeset.pages import Layout, lay_out
from taahodname.units import Pt

from .blocks import PLAIN, document, lines_of, paragraph, texts_of, words_of

SHEET = PageGeometry(Pt(300), Pt(400), Pt(50), Pt(50), Pt(50), Pt(50), Pt(20), Pt(20))
BREAK = replace(paragraph(), inlines=(PageBreak(),))


def section(*blocks: Block, page: PageGeometry = SHEET, **rest: Any) -> Section:
    return Section(blocks, page, **rest)


def laid(first: tuple[Block, ...], *following: Section, **rest: Any) -> Layout:
    return lay_out(document(*first, following=following, **rest), shipped_book())


def numbered(kind: Any = "page", way: str = "") -> dict[str, tuple[Paragraph, ...]]:
    return {"default": (replace(paragraph(), inlines=(PageNumber(kind, PLAIN, way=way),)),)}


def heads(layout: Layout) -> list[str]:
    return [
        "".join(words_of(mark.line) for mark in page.margins if isinstance(mark, TextMark))
        for page in layout.pages
    ]


def test_a_section_begins_on_the_next_page() -> None:
    assert lines_of(laid((paragraph("یک"),), section(paragraph("دو"))).pages) == [["یک"], ["دو"]]


def test_a_continuous_section_goes_on_below_with_its_own_margins() -> None:
    narrow = replace(SHEET, left=Pt(100), right=Pt(100))
    found = laid((paragraph("یک"),), section(paragraph("دو"), page=narrow, start="continuous"))
    (page,) = found.pages
    first, second = (mark for mark in page.body if isinstance(mark, TextMark))
    assert [words_of(first.line), words_of(second.line)] == ["یک", "دو"]
    assert first.y < second.y
    ends = [mark.x + mark.line.placed[-1].x + mark.line.placed[-1].width for mark in (first, second)]
    assert ends == [pytest.approx(250), pytest.approx(200)]


def test_a_continuous_section_on_other_paper_begins_a_page() -> None:
    wide = replace(SHEET, width=Pt(500))
    assert len(laid((paragraph("یک"),), section(paragraph("دو"), page=wide, start="continuous")).pages) == 2


def test_each_page_has_the_paper_of_its_section() -> None:
    wide = replace(SHEET, width=Pt(400), height=Pt(300))
    data = typeset(
        document(paragraph("یک"), following=(section(paragraph("دو"), page=wide), section(paragraph("سه")))),
        shipped_book(),
    ).data
    sizes = [
        (float(page.mediabox.width), float(page.mediabox.height)) for page in PdfReader(BytesIO(data)).pages
    ]
    assert sizes == [(300, 400), (400, 300), (300, 400)]


@pytest.mark.parametrize(
    ("start", "pages"),
    [("odd", [["یک"], [], ["دو"]]), ("even", [["یک"], ["دو"]]), ("page", [["یک"], ["دو"]])],
)
def test_a_section_on_an_odd_page_leaves_an_even_one_blank(start: Any, pages: list[list[str]]) -> None:
    head = numbered()
    found = laid((paragraph("یک"),), section(paragraph("دو"), start=start, headers=head), headers=head)
    assert lines_of(found.pages) == pages
    assert heads(found)[1] == ("" if start == "odd" else "۲")
    assert heads(found)[-1] == f"{'۰۱۲۳'[len(pages)]}"


def test_pages_are_numbered_on_from_section_to_section_unless_one_begins_anew() -> None:
    head = numbered()
    more = [
        section(paragraph("دو"), headers=head),
        section(paragraph("سه"), headers=head, numbers=Numbers(7)),
    ]
    assert heads(laid((paragraph("یک"),), *more, headers=head)) == ["۱", "۲", "۷"]


def test_a_section_counts_its_pages_its_own_way_and_a_field_may_have_another() -> None:
    roman = Numbers(3, "lowerRoman")
    assert heads(laid((paragraph("یک"), BREAK, paragraph("دو")), headers=numbered(), numbers=roman)) == [
        "iii",
        "iv",
    ]
    letters = numbered(way="arabicAbjad")
    assert heads(laid((paragraph("یک"),), headers=letters, numbers=roman)) == ["ج"]


def test_fields_tell_all_pages_and_those_of_the_section() -> None:
    for kind, expected in (("pages", ["۳", "۳", "۳"]), ("section-pages", ["۲", "۲", "۱"])):
        head = numbered(kind)
        first = (paragraph("یک"), BREAK, paragraph("دو"))
        assert heads(laid(first, section(paragraph("سه"), headers=head), headers=head)) == expected


def test_every_section_may_have_a_first_page_of_its_own() -> None:
    kinds = {"default": (paragraph("دنباله"),), "first": (paragraph("نخست"),)}
    blocks = (paragraph("یک"), BREAK, paragraph("دو"))
    more = section(*blocks, headers=kinds, title_page=True)
    assert heads(laid(blocks, more, headers=kinds)) == ["دنباله", "دنباله", "نخست", "دنباله"]


def test_the_end_of_a_paragraph_stays_on_the_page_of_the_break_before_it() -> None:
    found = laid((paragraph("یک"), BREAK, paragraph("دو")))
    lines = [[mark for mark in page.body if isinstance(mark, TextMark)] for page in found.pages]
    assert [texts_of(page) for page in found.pages] == [["یک"], ["دو"]]
    assert lines[0][0].y == lines[1][0].y
