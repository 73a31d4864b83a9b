from __future__ import annotations

import pytest

from taahodname.paper.blocks import FloatingPicture, PageBreak, PageNumber, Paragraph, Picture, Text
from taahodname.typeset import lines
from taahodname.typeset.fonts import FontBook, shipped_book
from taahodname.typeset.marks import PictureMark, TextMark
from taahodname.typeset.pages import Layout, lay_out
from taahodname.typeset.pieces import PageNumbers, Token
from taahodname.units import Pt

from .blocks import PLAIN, document, lines_of, paragraph, table, texts_of, words_of

TEXT = "شرکت متعهد می‌شود از این خط تنها برای ارسال پیامک خدماتی استفاده کند. "


def laid(*blocks: object, **rest: object) -> Layout:
    return lay_out(document(*blocks, **rest), shipped_book())


def test_a_long_text_goes_on_on_the_next_page_with_no_line_lost() -> None:
    layout = laid(paragraph(TEXT * 20))
    assert len(layout.pages) > 1
    assert " ".join(line for page in lines_of(layout.pages) for line in page).split() == (TEXT * 20).split()


def test_no_line_of_a_paragraph_stands_alone_on_a_page() -> None:
    for count in range(10, 30):
        pages = lines_of(laid(*[paragraph("سطر")] * count, paragraph(TEXT * 2)).pages)
        long_lines = [[line for line in page if line != "سطر"] for page in pages]
        assert all(len(lines) != 1 for lines in long_lines)


def test_a_paragraph_kept_with_the_next_moves_along() -> None:
    for count in range(8, 20):
        layout = laid(*[paragraph("سطر")] * count, paragraph("عنوان", keep_next=True), paragraph("متن"))
        page = next(page for page in lines_of(layout.pages) if "متن" in page)
        assert "عنوان" in page


def test_a_signature_table_never_stands_alone() -> None:
    signatures = table([["امضا", "مهر"], ["۱", "۲"]], [100, 100], keep_next=True)
    for count in range(8, 20):
        pages = lines_of(
            laid(*[paragraph("سطر")] * count, paragraph("پایان", keep_next=True), signatures).pages
        )
        last = next(page for page in pages if "امضا" in page)
        assert {"پایان", "۱", "۲"} <= set(last)


def test_no_row_of_a_table_is_cut() -> None:
    rows = [[f"الف{index} " + TEXT * 2, "ب"] for index in range(8)]
    layout = laid(table(rows, [150, 50]))
    assert len(layout.pages) > 1
    for page in layout.pages:
        starts = [text for text in texts_of(page) if text.startswith("الف")]
        assert texts_of(page).count("ب") == len(starts)


def test_a_row_that_no_page_can_hold_is_cut_and_none_of_it_lost() -> None:
    layout = laid(table([[TEXT * 30, "ب"]], [150, 50]))
    assert len(layout.pages) > 1
    words = " ".join(text for page in lines_of(layout.pages) for text in page if text != "ب").split()
    assert words == (TEXT * 30).split()


def test_the_first_column_of_a_right_to_left_table_stands_at_the_right() -> None:
    layout = laid(table([["راست", "چپ"]], [100, 100]))
    places = {words_of(m.line): m.x for m in layout.pages[0].body if isinstance(m, TextMark)}
    assert places["راست"] > places["چپ"]


def test_a_named_paragraph_is_found_on_its_page() -> None:
    layout = laid(*[paragraph("سطر")] * 30, paragraph("بند", name="clause_3"))
    place = layout.places["clause_3"]
    assert place.page == 2
    assert place.y >= 50


def test_the_foot_counts_the_pages_in_persian() -> None:
    foot = paragraph("صفحهٔ ")
    inlines = (*foot.inlines, PageNumber("page", PLAIN), Text(" از ", PLAIN), PageNumber("pages", PLAIN))
    foot = type(foot)(inlines, foot.format, PLAIN)
    layout = laid(paragraph(TEXT * 12), footers={"default": (foot,)})
    texts = [
        " ".join(words_of(m.line) for m in page.margins if isinstance(m, TextMark)) for page in layout.pages
    ]
    assert texts == ["صفحهٔ ۱ از ۲", "صفحهٔ ۲ از ۲"]


def test_a_tall_head_pushes_the_text_down() -> None:
    head = {"default": tuple(paragraph("سربرگ") for _ in range(6))}
    plain = min(m.y for m in laid(paragraph("متن")).pages[0].body if isinstance(m, TextMark))
    pushed = min(m.y for m in laid(paragraph("متن"), headers=head).pages[0].body if isinstance(m, TextMark))
    assert pushed > plain + 30


def test_the_first_page_has_the_head_that_is_meant_for_it() -> None:
    heads = {"first": (paragraph("نخست"),), "default": (paragraph("دیگر"),)}
    pages = laid(paragraph(TEXT * 12), headers=heads, title_page=True).pages
    texts = [[words_of(m.line) for m in page.margins if isinstance(m, TextMark)] for page in pages]
    assert texts == [["نخست"], ["دیگر"]]


def test_a_page_break_ends_the_page() -> None:
    broken = paragraph("یک")
    broken = type(broken)((*broken.inlines, PageBreak(), Text("دو", PLAIN)), broken.format, PLAIN)
    assert lines_of(laid(broken).pages) == [["یک"], ["دو"]]


def test_a_floating_picture_stands_where_the_sheet_says() -> None:
    picture = FloatingPicture(Picture(b"", Pt(40), Pt(20)), "page", "page", x_align="right", y=Pt(7))
    block = paragraph("متن")
    block = type(block)((*block.inlines, picture), block.format, PLAIN)
    mark = next(m for m in laid(block).pages[0].behind if isinstance(m, PictureMark))
    assert (mark.x, mark.y) == (pytest.approx(260), 7)


def test_room_before_a_paragraph_falls_away_at_the_top_of_a_page() -> None:
    spaced = paragraph("بند", space_before=Pt(40), page_break_before=True)
    layout = laid(paragraph("متن"), spaced)
    first, second = (min(m.y for m in page.body if isinstance(m, TextMark)) for page in layout.pages)
    assert first == pytest.approx(second)


def test_a_head_without_page_numbers_is_set_once_for_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    set_lines = []

    def tokens(paragraph: Paragraph, fonts: FontBook, numbers: PageNumbers) -> list[Token]:
        set_lines.append(paragraph.text)
        return real(paragraph, fonts, numbers)

    real = lines.tokens
    monkeypatch.setattr(lines, "tokens", tokens)
    head = paragraph("سربرگی که جز این‌جا نیست")
    body = [paragraph("متن", page_break_before=index > 0) for index in range(3)]
    layout = lay_out(document(*body, headers={"default": (head,)}), shipped_book())
    marks = [mark for page in layout.pages for mark in page.margins]
    assert [words_of(mark.line) for mark in marks if isinstance(mark, TextMark)] == [head.text] * 3
    assert set_lines.count(head.text) == 1
