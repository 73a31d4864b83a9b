from __future__ import annotations

import re
from typing import Any

import pytest
from docxtpl import DocxTemplate
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from taahodname.word.environment import environment
from taahodname.word.fill import fill
from taahodname.word.markup import Element, own_text, parse
from taahodname.word.names import qn
from taahodname.word.ready import ready

from .making import docx, opened, paragraph, part, run, table

VALUES: dict[str, Any] = {
    "a": "آریا 021-8877",
    "b": {"c": "دو\nسطر و\tپرش"},
    "yes": True,
    "no": "",
    "list": [{"name": "یک"}, {"name": "<دو> & ۳"}],
}
SENTENCES = [
    "متن {{ a }} پس",
    "{{a}}{{ b.c }}",
    "این {% if yes %}هست{% else %}نیست{% endif %}.",
    "نه {% if no %}{{ a }}{% endif %} و",
    "{% for x in list %}{{ x.name }}، {% endfor %}",
    "{{\u200f a\u00a0}} & {{ a }}",
]


def body(*blocks: str) -> Element:
    root = parse(part("w:document", f"<w:body>{''.join(blocks)}</w:body>").encode(), "word/document.xml")
    return root[0]


def made_ready(*blocks: str) -> str:
    story = body(*blocks)
    ready(story)
    return re.sub(' xmlns:[a-z0-9]+="[^"]*"', "", etree.tostring(story, encoding="unicode"))


def cut(text: str, places: list[int]) -> str:
    """Return a paragraph whose text is cut into runs of changing looks."""
    ends = sorted({place for place in places if 0 < place < len(text)})
    pieces = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    looks = ("", "<w:b/>", "<w:i/>")
    return paragraph(*[run(piece, looks[number % 3]) for number, piece in enumerate(pieces)])


def words(docx_file: bytes) -> list[tuple[str, int, int]]:
    """Return the words of every paragraph, with its line ends and tabs."""
    package = opened(docx_file)
    return [
        (own_text(one), len(list(one.iter(qn("w:br")))), len(list(one.iter(qn("w:tab")))))
        for one in package.xml(package.main).iter(qn("w:p"))
    ]


def words_of_docxtpl(*blocks: str) -> list[tuple[str, int, int]]:
    """Return the same as docxtpl makes it, for which we only take the marks of direction out of the tags."""
    template = DocxTemplate("")
    source = etree.tostring(body(*blocks), encoding="unicode")
    patched = re.sub("[\u200f\u00a0]", " ", template.patch_xml(source))
    made = template.resolve_listing(environment().from_string(patched).render(VALUES))
    return [
        (own_text(one), len(list(one.iter(qn("w:br")))), len(list(one.iter(qn("w:tab")))))
        for one in parse(made.encode(), "made").iter(qn("w:p"))
    ]


@given(st.sampled_from(SENTENCES), st.lists(st.integers(1, 40), max_size=6))
def test_a_sentence_cut_anywhere_says_what_docxtpl_makes_of_it(sentence: str, places: list[int]) -> None:
    block = cut(sentence, places)
    assert words(fill(docx(block), VALUES)) == words_of_docxtpl(block)


@given(st.lists(st.integers(1, 30), max_size=4), st.sampled_from(SENTENCES))
def test_paragraphs_and_rows_are_what_docxtpl_makes_of_them(places: list[int], sentence: str) -> None:
    blocks = [
        cut("{%p if no %}", places),
        cut(sentence, places),
        cut("{%p else %}", places),
        table(
            ("سر", ""),
            (cut("{%tr for one in list %}", places), paragraph()),
            ("{{ one.name }}", cut(sentence, places)),
            (cut("{%tr endfor %}", places), paragraph()),
        ),
        cut("{%p endif %}", places),
        paragraph("پایان"),
    ]
    assert words(fill(docx(*blocks), VALUES)) == words_of_docxtpl(*blocks)


def test_a_tag_in_several_runs_comes_into_the_first_and_what_follows_keeps_its_own_look() -> None:
    assert (
        made_ready(paragraph(run("به {{ a", "<w:b/>"), run(".b", "<w:i/>"), run(" }} پس", "<w:u/>")))
        == f"<w:body>{paragraph(run('به {{ a.b }}', '<w:b/>'), run(' پس', '<w:u/>'))}</w:body>"
    )


def test_what_stands_within_a_tag_and_is_no_text_stays() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    mark = '<w:bookmarkStart w:id="1" w:name="clause"/>'
    made = made_ready(paragraph(run("{{ a"), mark, note, "<w:r><w:tab/><w:t>b</w:t></w:r>", run("}}")))
    inside = paragraph(run("{{ ab}}"), mark, note, "<w:r><w:tab/></w:r>")
    assert made == f"<w:body>{inside}</w:body>"


def test_spaces_around_a_value_are_kept_also_where_the_template_had_none_to_keep() -> None:
    data = fill(docx(paragraph("<w:r><w:t>{{ a }}</w:t></w:r>")), {"a": " آریا "})
    assert '<w:t xml:space="preserve"> آریا </w:t>' in opened(data).parts["word/document.xml"].decode()


def test_the_tag_of_a_row_stands_between_rows_and_that_of_a_paragraph_between_paragraphs() -> None:
    rows = table(("{%tr for x in list %}",), ("{{ x }}",), ("{%tr endfor %}",))
    made = made_ready(paragraph("{%p if yes %}"), rows, paragraph("{%p endif %}"), paragraph("پس"))
    assert made.startswith("<w:body>{% if yes %}<w:tbl>")
    assert "</w:tblGrid>{% for x in list %}<w:tr>" in made
    assert "</w:tr>{% endfor %}</w:tbl>{% endif %}<w:p>" in made


def test_a_tag_in_a_text_box_stays_in_it() -> None:
    box = f"<w:txbxContent>{paragraph(run('{{ b'), run(' }}'))}</w:txbxContent>"
    shape = f'<w:r><w:pict><v:shape id="x"><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>'
    made = made_ready(paragraph(run("{{ a"), shape, run(" }}")))
    assert made.index("{{ a }}") < made.index("<w:pict>") < made.index("{{ b }}") < made.index("</w:pict>")


@pytest.mark.parametrize("text", ["متن", "{ } {a} %", "۱۰٪ {"])
def test_a_text_without_a_tag_is_left_as_it_is(text: str) -> None:
    block = paragraph("<w:r><w:t>" + text + "</w:t></w:r>")
    assert made_ready(block) == f"<w:body>{block}</w:body>"
