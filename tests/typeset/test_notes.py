from __future__ import annotations

import pytest
from msgspec.structs import replace

from taahodname.errors import LayoutError
from taahodname.paper.blocks import Block, Cell, Note, Paragraph, Row, Table, Text
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.marks import RuleMark, TextMark
from taahodname.typeset.pages import Layout, Page, lay_out
from taahodname.units import Pt

from .blocks import PLAIN, document, lines_of, paragraph, texts_of, words_of
from .finished import Finished, made

TEXT = "شرکت متعهد می‌شود از این خط تنها برای ارسال پیامک خدماتی استفاده کند. "
RAISED = replace(PLAIN, size=Pt(7), rise=Pt(4))


def note(mark: str, words: str = "یادداشت") -> Note:
    return Note(mark, RAISED, (paragraph(f"{mark} {words}"),))


def noted(text: str, *notes: Note) -> Paragraph:
    plain = paragraph(text)
    return replace(plain, inlines=(*plain.inlines, *notes))


def laid(*blocks: Block, **rest: object) -> Layout:
    return lay_out(document(*blocks, **rest), shipped_book())


def base_lines(page: Page) -> dict[str, float]:
    return {words_of(mark.line): mark.y for mark in page.body if isinstance(mark, TextMark)}


def test_a_footnote_stands_at_the_foot_of_the_page_below_a_short_rule() -> None:
    (page,) = laid(noted("متن", note("۱"))).pages
    lines = base_lines(page)
    (rule,) = (mark for mark in page.body if isinstance(mark, RuleMark))
    assert lines["متن۱"] < 80
    assert lines["متن۱"] < rule.y1 < lines["۱ یادداشت"] < 350
    # The sheet's text ends 50 points above its lower edge, and the note ends there.
    face = shipped_book().find("Vazirmatn").face
    assert lines["۱ یادداشت"] + face.descent(12) == pytest.approx(350)
    assert (rule.x1, rule.x2) == (106, 250)


def test_notes_stand_in_the_order_of_their_marks() -> None:
    (page,) = laid(noted("یک", note("۱"), note("۲")), noted("دو", note("۳"))).pages
    assert [text for text in texts_of(page) if "یادداشت" in text] == [f"{n} یادداشت" for n in "۱۲۳"]


def test_a_line_and_the_note_of_its_mark_stand_on_one_page() -> None:
    for count in range(8, 20):
        pages = lines_of(laid(*[paragraph("سطر")] * count, noted("متن", note("۱"))).pages)
        (page,) = [page for page in pages if "متن۱" in page]
        assert "۱ یادداشت" in page


def test_no_line_stands_in_the_room_of_the_notes() -> None:
    blocks = [noted(TEXT, note(str(number), TEXT)) for number in range(30)]
    for page in laid(*blocks).pages:
        (rule,) = (mark for mark in page.body if isinstance(mark, RuleMark))
        marks = [mark for mark in page.body if isinstance(mark, TextMark)]
        face = shipped_book().find("Vazirmatn").face
        above = [mark for mark in marks if mark.y < rule.y1]
        assert above
        assert max(mark.y + face.descent(12) for mark in above) <= rule.y1
        assert max(mark.y for mark in marks) < 350


def test_no_line_and_no_note_is_lost_over_pages() -> None:
    blocks = [noted(f"بند{number}", note(f"ن{number}")) for number in range(60)]
    said = " ".join(line for page in lines_of(laid(*blocks).pages) for line in page)
    assert all(f"بند{number}" in said and f"ن{number} یادداشت" in said for number in range(60))


def test_the_note_of_a_cell_stands_at_the_foot_too() -> None:
    cell = Cell((noted("خانه", note("۱")),), 0)
    lines = base_lines(laid(Table((Row((cell,)),), (Pt(200),))).pages[0])
    assert lines["۱ یادداشت"] > 300


def test_a_note_that_no_page_can_hold_is_told() -> None:
    with pytest.raises(LayoutError, match="'۱'"):
        laid(noted("متن", note("۱", TEXT * 40)))


def test_endnotes_follow_the_text_below_a_rule() -> None:
    (page,) = laid(paragraph("متن"), endnotes=(paragraph("i پایان"),)).pages
    lines = base_lines(page)
    (rule,) = (mark for mark in page.body if isinstance(mark, RuleMark))
    assert lines["متن"] < rule.y1 < lines["i پایان"] < 110


def test_a_mark_and_the_letters_before_it_are_not_parted_by_the_end_of_a_line() -> None:
    for count in range(1, 12):
        (page, *_) = laid(noted("الف " * count + "متن", note("۱"))).pages
        assert any(text.endswith("متن۱") for text in texts_of(page))


def test_a_note_is_a_note_in_the_structure_of_the_file() -> None:
    found = Finished(made(document(noted("متن", note("۱")))))
    assert found.tree.roles() == ["Document", "P", ["Note", "P"]]


def test_two_marks_side_by_side_keep_their_notes() -> None:
    same = [note("۱"), note("۲")]
    (page,) = laid(noted("متن", *same), paragraph("پایان")).pages
    assert sum("یادداشت" in text for text in texts_of(page)) == 2
    assert isinstance(noted("متن", *same).inlines[0], Text)
