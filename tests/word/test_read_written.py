"""What is taken from the writing of a part is what reading its elements gives."""

from __future__ import annotations

import pytest

from taahodname.word import read_styles
from taahodname.word.markup import Element, parse
from taahodname.word.names import NAMESPACES, qn
from taahodname.word.read import read
from taahodname.word.read_written import Written

from .making import docx, paragraph, run, table

W = NAMESPACES["w"]
OPENING = f'<w:document xmlns:w="{W}">'


def part(inside: str, opening: str = OPENING) -> tuple[Written, Element]:
    data = f"{opening}<w:body>{inside}</w:body></w:document>".encode()
    root = parse(data, "word/document.xml")
    return Written(data, root), root


def test_each_paragraph_is_given_as_it_is_written() -> None:
    inside = ['<w:p w:x="1"/>', "<w:p/>", "<w:p><w:pPr/><w:r><w:t>a</w:t></w:r></w:p>", "<w:p ></w:p>"]
    written, root = part(
        f"{inside[0]}<w:tbl><w:tr><w:tc>{inside[1]}</w:tc></w:tr></w:tbl>{''.join(inside[2:])}"
    )
    assert [written.paragraph(one) for one in root.iter(qn("w:p"))] == inside
    assert written.root == OPENING


@pytest.mark.parametrize(
    "inside",
    [
        "<w:p/><!-- <w:p/> -->",
        "<w:p><w:r><w:t><![CDATA[<w:p/>]]></w:t></w:r></w:p>",
        "<?a <w:p/>?><w:p/>",
        "<w:p><w:r><w:p/></w:r></w:p>",
        f'<v:p xmlns:v="{W}"/>',
        '<w:p xmlns:w="a:b"/><w:p/>',
    ],
    ids=["a comment", "character data", "an instruction", "one in another", "other prefix", "other meaning"],
)
def test_a_part_that_can_be_read_otherwise_than_written_gives_nothing(inside: str) -> None:
    written, root = part(inside)
    assert not any(written.paragraph(one) for one in root.iter(qn("w:p")))


def test_two_prefixes_of_one_meaning_give_nothing() -> None:
    written, root = part("<w:p/><x:p/>", f'<w:document xmlns:w="{W}" xmlns:x="{W}">')
    assert not any(written.paragraph(one) for one in root.iter(qn("w:p")))


def test_a_part_in_another_encoding_gives_nothing() -> None:
    data = f"{OPENING}<w:p/></w:document>".encode("utf-16")
    root = parse(data, "word/document.xml")
    assert Written(data, root).paragraph(root[0]) is None


def test_tables_that_begin_with_one_paragraph_are_told_apart() -> None:
    written, root = part(
        "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"
    )
    outer, inner = root.iter(qn("w:tbl"))
    one, other = written.paragraphs(outer), written.paragraphs(inner)
    assert one == other
    assert len(one) == 1
    assert written.frame(outer, one) != written.frame(inner, other)


def test_tables_are_alike_whatever_they_say_and_unlike_where_they_look_so() -> None:
    cell = "<w:tbl><w:tr><w:tc>{}<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
    frames = []
    for look, words in (("<w:tcPr/>", "a"), ("<w:tcPr/>", "b"), ("<w:tcPr><w:noWrap/></w:tcPr>", "a")):
        written, root = part(cell.format(look, words))
        found = next(root.iter(qn("w:tbl")))
        frames.append(written.frame(found, written.paragraphs(found)))
    assert frames[0] == frames[1] != frames[2]


def test_a_letter_is_read_the_same_with_and_without_its_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    letter = docx(paragraph(run("یک ", "<w:b/>"), run("two & <b>")), table(["الف", "ب"], ["c", ""]), "۱۲")
    found = []
    for known in (True, False):
        read_styles._cascade.cache_clear()
        if not known:
            monkeypatch.setattr(Written, "paragraph", lambda *_: None)
            monkeypatch.setattr(Written, "paragraphs", lambda *_: [])
        found += [read(letter), read(letter)]
    assert all(one == found[0] for one in found)
