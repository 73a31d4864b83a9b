from __future__ import annotations

from functools import cache
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from taahodname.word.markup import parse
from taahodname.word.names import NAMESPACES, qn
from taahodname.word.properties import first_child
from taahodname.word.run_texts import Look, directed
from taahodname.word.runs import direct, key, set_direction

OPENS = f'<w:p xmlns:w="{NAMESPACES["w"]}">'
FORMAT = '<w:pPr><w:pStyle w:val="A"/><w:rPr><w:rtl/></w:rPr></w:pPr>'
LOOKS = ("", "<w:rPr/>", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:szCs w:val="20"/><w:rtl/></w:rPr>')
OTHERS = ('<w:bookmarkStart w:id="1" w:name="a"/>', '<w:bookmarkEnd w:id="1"/>')
WORDS = st.text("الف‌بپ ۱۲34-/.:()«»،&<>'\"@aZ+#*%\u200e\u200f\u27e6\u27e7", max_size=12)
CHILDREN = st.one_of(
    WORDS.map(lambda text: f'<w:t xml:space="preserve">{escape(text)}</w:t>'),
    WORDS.map(lambda text: f"<w:t>{escape(text)}</w:t>"),
    st.sampled_from(["<w:tab/>", "<w:br/>", '<w:t xml:space="preserve"/>', "<w:t/>"]),
)
RUNS = st.tuples(st.sampled_from(LOOKS), st.lists(CHILDREN, max_size=3)).map(
    lambda pair: f"<w:r>{pair[0]}{''.join(pair[1])}</w:r>"
)
MEMBERS = st.lists(st.one_of(RUNS, RUNS, RUNS, st.sampled_from(OTHERS)), min_size=1, max_size=5)


@cache
def look(properties: str, ltr: bool | None) -> Look:
    run = parse(f"{OPENS}<w:r>{properties}</w:r></w:p>".encode(), "x")[0]
    if ltr is not None:
        set_direction(first_child(run, "w:rPr"), ltr=ltr)
    found = run.find(qn("w:rPr"))
    text = "" if found is None else etree.tostring(found, encoding="unicode")
    return Look(text.replace(f' xmlns:w="{NAMESPACES["w"]}"', ""), key(run))


def by_elements(paragraph: str) -> str:
    root = parse(paragraph.replace("<w:p>", OPENS, 1).encode(), "x")
    direct(root)
    return etree.tostring(root, encoding="unicode").replace(OPENS, "<w:p>", 1)


@settings(max_examples=400, deadline=None)
@given(MEMBERS, st.sampled_from(["", "<w:pPr/>", FORMAT]))
def test_text_is_directed_as_elements_are(members: list[str], head: str) -> None:
    paragraph = f"<w:p>{head}{''.join(members)}</w:p>"
    assert directed(paragraph, look) == by_elements(paragraph)


@pytest.mark.parametrize(
    "inside",
    [
        '<w:hyperlink w:anchor="a"><w:r><w:t>الف</w:t></w:r></w:hyperlink>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:drawing/></w:r>",
        '<w:r w:rsidR="1"><w:t>الف</w:t></w:r>',
        '<w:r><w:br w:type="page"/></w:r>',
        "<w:r><w:t>&#13;</w:t></w:r>",
        "<w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>الف</w:t></w:r>",
        "<w:r><w:rPr><w:b/></w:rPr><w:drawing/></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>الف</w:t></w:r>",
        "",
    ],
)
def test_a_paragraph_of_more_than_words_is_left_to_elements(inside: str) -> None:
    assert directed(f"<w:p>{inside}</w:p>", look) is None


def test_a_format_that_was_changed_is_left_to_elements() -> None:
    old = "<w:pPrChange><w:pPr><w:bidi/></w:pPr></w:pPrChange>"
    assert directed(f"<w:p><w:pPr>{old}</w:pPr><w:r><w:t>الف</w:t></w:r></w:p>", look) is None
