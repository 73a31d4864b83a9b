from __future__ import annotations

import pytest

from taahodname.word.tags import has_tag, stray_tags, tags, tidy

from .making import docx, opened, paragraph, part, run


def read(text: str) -> list[tuple[str, str, str, str]]:
    package = opened(docx(paragraph(run(text))))
    return [(tag.verb, tag.form, tag.name, tag.target) for tag in tags(package, package.main)]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("{{ a }}", ("value", "", "a", "")),
        ("{{a.b_1}}", ("value", "", "a.b_1", "")),
        ("{% for x in a.b %}", ("for", "", "a.b", "x")),
        ("{%p for x in a %}", ("for", "p", "a", "x")),
        ("{%tr endfor %}", ("endfor", "tr", "", "")),
        ("{% if not a.b %}", ("if", "", "a.b", "")),
        ("{%p else %}", ("else", "p", "", "")),
        ("{%p endif %}", ("endif", "p", "", "")),
        ("{{\u200f a \u200e}}", ("value", "", "a", "")),
        ("{{\u00a0a\u00a0}}", ("value", "", "a", "")),
    ],
)
def test_the_tags_of_the_grammar_are_read(text: str, tag: tuple[str, ...]) -> None:
    assert read(f"پیش {text} پس") == [tag]


@pytest.mark.parametrize(
    "text",
    [
        "{{ a",
        "a }}",
        "{% if a",
        "%}",
        "{{ a|upper }}",
        "{{ a() }}",
        "{{ a['b'] }}",
        "{{ 'a' * 5 }}",
        "{{ a.b. }}",
        "{{ نام }}",
        "{{ a\u200cb }}",
        "{% set a = b %}",
        "{% include 'x' %}",
        "{% for a, b in c %}",
        "{% if a == b %}",
        "{%tc for x in a %}",
        "{{r a }}",
        "{%- if a -%}",
        "{# note #}",
        "{{ }}",
    ],
)
def test_anything_else_that_looks_like_a_tag_is_unknown(text: str) -> None:
    assert read(text)
    assert all(tag == ("", "", "", "") for tag in read(text))


def test_a_tag_that_word_cut_into_runs_is_one() -> None:
    package = opened(docx(paragraph(run("{"), run("{ a.", "<w:b/>"), run("b }"), run("}"))))
    assert [tag.name for tag in tags(package, package.main)] == ["a.b"]


def test_a_tag_in_a_text_box_belongs_to_the_box_alone() -> None:
    inner = f"<w:txbxContent>{paragraph('{{ b }}')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:textbox>{inner}</v:textbox></w:pict></w:r>"
    package = opened(docx(paragraph(run("{{ a }}"), box)))
    assert [tag.near for tag in tags(package, package.main)] == ["{{ a }}", "{{ b }}"]


@pytest.mark.parametrize(
    "extra",
    [
        {"docProps/core.xml": part("cp", "<t>{{ a }}</t>")},
        {"word/footnotes.xml": part("w:footnotes", paragraph("{{ a }}"))},
        {"customXml/item1.xml": '<a b="{% if x %}"/>'},
    ],
)
def test_a_tag_outside_of_the_letter_is_found(extra: dict[str, str]) -> None:
    assert [tag.part for tag in stray_tags(opened(docx("{{ fine }}", extra=extra)))] == list(extra)


@pytest.mark.parametrize(
    "block",
    [
        paragraph("<w:r><w:instrText>{{ a }}</w:instrText></w:r>"),
        paragraph('<w:bookmarkStart w:id="1" w:name="{{ a }}"/>'),
        paragraph('<w:r><w:drawing><wp:docPr id="1" name="x" descr="{{ a }}"/></w:drawing></w:r>'),
        paragraph("<w:r><w:delText>{{ a }}</w:delText></w:r>"),
    ],
)
def test_a_tag_that_is_no_text_of_the_letter_is_found(block: str) -> None:
    assert [tag.source for tag in stray_tags(opened(docx(block)))] == ["{{ a }}"]


def test_the_text_of_body_head_and_foot_is_where_tags_belong() -> None:
    heads = {"header-default": paragraph("{{ a }}"), "footer-default": paragraph("{{ a }}")}
    assert not list(stray_tags(opened(docx("{{ a }}", marginals=heads))))


def test_tidying_leaves_the_half_space() -> None:
    assert tidy("\u200e{{\u00a0a\u200f }}\u200c") == "{{ a }}\u200c"


@pytest.mark.parametrize(("text", "holds"), [("a {{", True), ("%}", True), ("{a}", False), ("", False)])
def test_half_a_tag_is_a_tag_left(text: str, holds: bool) -> None:
    assert has_tag(text) is holds
