from __future__ import annotations

import pytest

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Document, Note, Paragraph, Text
from taahodname.word.read import read

from ..office.feature_files import COMPATIBLE, made, mark, notes, section
from .making import paragraph, run, table


def document(
    *blocks: str, kind: str = "footnote", words: tuple[str, ...] = ("یکم", "دوم"), **rest: object
) -> Document:
    return read(made(*blocks, kinds={f"{kind}s": notes(kind, *words)}, **rest))


def marks(found: Document) -> list[Note]:
    return [
        inline
        for own in found.sections
        for block in own.blocks
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, Note)
    ]


def test_a_footnote_has_a_raised_mark_and_brings_its_words() -> None:
    (found,) = marks(document(paragraph(run("متن"), mark("footnote", 1))))
    assert found.text == "۱"
    assert found.style.rise > 0
    (words,) = found.blocks
    assert isinstance(words, Paragraph)
    assert words.text == "۱ یکم"


def test_footnotes_are_numbered_as_their_marks_stand_and_not_as_the_file_holds_them() -> None:
    found = marks(document(paragraph(mark("footnote", 2)), paragraph(mark("footnote", 1))))
    assert [(one.text, one.blocks[0].text.split()[1]) for one in found] == [("۱", "دوم"), ("۲", "یکم")]  # type: ignore[union-attr]


def test_a_left_to_right_text_has_marks_in_its_own_digits() -> None:
    plain = mark("footnote", 1).replace("<w:rtl/>", '<w:rtl w:val="0"/>')
    (found,) = marks(document(paragraph(plain, look='<w:bidi w:val="0"/>')))
    assert found.text == "1"


def test_the_settings_say_how_notes_count() -> None:
    way = '<w:footnotePr><w:numFmt w:val="chicago"/><w:numStart w:val="2"/></w:footnotePr>'
    (found,) = marks(document(paragraph(mark("footnote", 1)), settings=way + COMPATIBLE))
    assert found.text == "†"


def test_a_section_may_begin_its_notes_anew() -> None:
    anew = section('<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>')
    blocks = [
        paragraph(mark("footnote", 1), look=f"<w:sectPr>{anew}</w:sectPr>"),
        paragraph(mark("footnote", 2)),
    ]
    assert [one.text for one in marks(document(*blocks, section=anew))] == ["۱", "۱"]


def test_endnotes_stand_at_the_end_of_the_document() -> None:
    found = document(paragraph(run("متن"), mark("endnote", 1)), paragraph("پایان"), kind="endnote")
    assert [block.text for block in found.endnotes if isinstance(block, Paragraph)] == ["i یکم"]
    first = found.blocks[0]
    assert isinstance(first, Paragraph)
    assert isinstance(first.inlines[1], Text)
    assert first.text == "متنi"


def test_a_note_may_hang_on_a_cell() -> None:
    data = table((paragraph(run("خانه"), mark("footnote", 1)), "ب"))
    assert "۱" in str(document(data).blocks)


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ('<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>', "numRestart"),
        ('<w:footnotePr><w:pos w:val="beneathText"/></w:footnotePr>', "beneathText"),
        ('<w:footnotePr><w:numFmt w:val="hebrew1"/></w:footnotePr>', "hebrew1"),
    ],
)
def test_notes_that_cannot_be_set_so_are_refused(settings: str, name: str) -> None:
    with pytest.raises(UnsupportedFeature, match=name):
        document(paragraph(mark("footnote", 1)), settings=settings)


def test_a_mark_of_its_own_and_a_note_in_a_head_are_refused() -> None:
    own = mark("footnote", 1).replace("<w:footnoteReference", '<w:footnoteReference w:customMarkFollows="1"')
    with pytest.raises(UnsupportedFeature, match="customMarkFollows"):
        document(paragraph(own))
    with pytest.raises(UnsupportedFeature, match="footnoteReference"):
        document(paragraph("متن"), marginals={"header-default": paragraph(mark("footnote", 1))})
