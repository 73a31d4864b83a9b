from __future__ import annotations

import pytest
from lxml import etree

from taahodname.errors import WordFileError
from taahodname.word.markup import bare_copy, is_on, own_text, owner, parse, serialise, shorten, text_element
from taahodname.word.names import prefixed, qn, relation_type

from .making import paragraph, part, run


def test_what_is_written_is_read_back() -> None:
    root = parse(part("w:p", run(" متن ")).encode(), "x")
    assert serialise(parse(serialise(root), "x")) == serialise(root)


def test_comments_and_instructions_are_no_content() -> None:
    root = parse(b"<a><!-- x --><?y z?><b/></a>", "x")
    assert [child.tag for child in root] == ["b"]


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a></b>", b"\xff\xfe", b"<a>&x;</a>"])
def test_what_is_not_well_formed_is_refused(data: bytes) -> None:
    with pytest.raises(WordFileError, match="the part x"):
        parse(data, "x")


@pytest.mark.parametrize(
    ("value", "on"),
    [(None, True), ("1", True), ("true", True), ("on", True), ("0", False), ("false", False), ("off", False)],
)
def test_a_property_is_on_unless_it_says_off(value: str | None, on: bool) -> None:
    element = etree.Element(qn("w:b"))
    if value is not None:
        element.set(qn("w:val"), value)
    assert is_on(element) is on


def test_a_property_that_is_not_there_is_off() -> None:
    assert not is_on(None)


def test_a_paragraph_owns_its_words_and_not_those_of_a_box() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('درون')}</w:txbxContent></w:pict></w:r>"
    root = etree.fromstring(part("w:body", paragraph(run("بیرون"), box)).encode())
    assert [own_text(found) for found in root.iter(qn("w:p"))] == ["بیرون", "درون"]
    assert owner(root) is None


def test_spaces_are_kept() -> None:
    assert b'xml:space="preserve"> a <' in etree.tostring(text_element(" a "))


def test_a_copy_knows_the_prefixes_of_both() -> None:
    one = etree.fromstring('<a xmlns:x="urn:1" b="c"><d/></a>')
    two = etree.fromstring('<e xmlns:x="urn:2" xmlns:y="urn:3"/>')
    copied = bare_copy(one, two)
    assert (copied.tag, dict(copied.attrib), len(copied)) == ("a", {"b": "c"}, 0)
    assert copied.nsmap == {"x": "urn:1", "y": "urn:3"}


@pytest.mark.parametrize(
    ("text", "short"), [("a  b\n", "a b"), ("x" * 9, "x" * 9), ("x" * 11, "x" * 9 + "…")]
)
def test_a_text_is_cut_for_a_message(text: str, short: str) -> None:
    assert shorten(text, 10) == short


def test_names_are_spelt_both_ways() -> None:
    assert prefixed(qn("w:p")) == "w:p"
    assert prefixed("{urn:other}x") == "x"
    assert prefixed("plain") == "plain"
    assert relation_type("image").endswith("/relationships/image")
    with pytest.raises(KeyError):
        qn("nope:x")
