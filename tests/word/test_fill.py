from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from docx import Document

from taahodname.errors import TemplateError, WordFileError
from taahodname.word.fill import fill
from taahodname.word.markup import own_text
from taahodname.word.names import WORD_TYPE, qn

from .making import docx, main_xml, opened, paragraph, part, parts, run, table, zipped


def words(data: bytes) -> list[str]:
    return [found.text for found in Document(io.BytesIO(data)).paragraphs]


def refusal(template: bytes, context: dict[str, Any]) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        fill(template, context)
    return caught.value


@pytest.mark.parametrize(
    "value",
    [
        "شرکت فضل‌الله و می‌شود",
        "الف & ب",
        "<b>متن</b>",
        "</w:t></w:r></w:p>",
        "{{ ceo.name }}",
        "{% if x %}",
        "{_{ x }_}",
        "%}}",
        "«گیومه» و \"نقل\" و 'تک'",
        "&amp; &#65;",
        "  دو فاصله  در میان  ",
        "نامهٔ کتباً ملّی للّه",
    ],
)
def test_a_value_is_printed_as_it_is(value: str) -> None:
    assert words(fill(docx("پیش {{ a }} پس"), {"a": value})) == [f"پیش {value} پس"]


def test_a_line_end_in_a_value_becomes_one_in_the_letter() -> None:
    data = fill(docx("{{ a }}"), {"a": "یک\nدو"})
    assert words(data) == ["یک\nدو"]
    assert main_xml(data).count("<w:br/>") == 1


@pytest.mark.parametrize("char", ["\a", "\f", "\v", "\x00", "\x85", "\u2028", "\ud800"])
def test_a_character_that_would_cut_the_letter_is_refused_with_its_place(char: str) -> None:
    error = refusal(docx("نام: {{ a }}"), {"a": f"ب{char}"})
    assert f"U+{ord(char):04X}" in error.message
    assert "نام: {{ a }}" in error.message


@pytest.mark.parametrize("value", ["", "  ", None])
def test_a_blank_value_is_refused_where_it_would_be_printed(value: str | None) -> None:
    template = docx("نام: {{ a.b }}", "{%p if c %}", "{{ a.b }}", "{%p endif %}")
    error = refusal(template, {"a": {"b": value}, "c": False})
    assert "نام: {{ a.b }}" in error.message


def test_a_blank_value_that_is_not_printed_does_no_harm() -> None:
    template = docx("{%p if a %}", "{{ a }}", "{%p endif %}", "پایان")
    assert words(fill(template, {"a": ""})) == ["پایان"]


def test_paragraphs_and_rows_are_repeated_and_left_out() -> None:
    template = docx(
        "{%p for x in list %}",
        "{{ x.name }}",
        "{%p endfor %}",
        table(["{%tr for x in list %}"], ["{{ x.name }}"], ["{%tr endfor %}"]),
        "{%p if no %}",
        "نه",
        "{%p else %}",
        "آری",
        "{%p endif %}",
    )
    data = fill(template, {"list": [{"name": "الف"}, {"name": "ب"}], "no": False})
    assert words(data) == ["الف", "ب", "آری"]
    assert [row.cells[0].text for row in Document(io.BytesIO(data)).tables[0].rows] == ["الف", "ب"]


def test_a_cell_that_a_loop_leaves_empty_still_holds_a_paragraph() -> None:
    cell = paragraph("{%p for x in list %}") + paragraph("{{ x }}") + paragraph("{%p endfor %}")
    data = fill(docx(table([cell])), {"list": []})
    assert "<w:tc><w:p/></w:tc>" in main_xml(data)


def test_heads_and_feet_of_every_kind_are_filled() -> None:
    kinds = [f"{side}-{which}" for side in ("header", "footer") for which in ("default", "first", "even")]
    data = fill(docx("متن", marginals=dict.fromkeys(kinds, paragraph("{{ a }}"))), {"a": "آریا"})
    package = opened(data)
    assert len(package.story_parts()) == 7
    for name in package.story_parts()[1:]:
        assert [own_text(found) for found in package.xml(name).iter(qn("w:p"))] == ["آریا"]


def test_a_tag_with_marks_of_direction_in_it_is_filled() -> None:
    assert words(fill(docx(paragraph(run("{{\u200f a"), run("\u200e }}"))), {"a": "ب"})) == ["ب"]


PAYLOADS = [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    '{{ "a"*5000000 }}',
    "{% for x in range(999999999) %}{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{{ a|attr('__class__') }}",
]


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize(
    "place", ["body", "header-default", "footer-first", "core", "footnotes", "attribute"]
)
def test_code_in_a_template_is_refused_wherever_it_stands(payload: str, place: str) -> None:
    if place == "body":
        template = docx(payload)
    elif place == "core":
        template = docx(extra={"docProps/core.xml": part("x", f"<t>{run(payload)}</t>")})
    elif place == "footnotes":
        template = docx(extra={"word/footnotes.xml": part("w:footnotes", paragraph(payload))})
    elif place == "attribute":
        quoted = payload.replace('"', "&quot;")
        template = docx(paragraph(f'<w:bookmarkStart w:id="1" w:name="{quoted}"/>'))
    else:
        template = docx(marginals={place: paragraph(payload)})
    assert "پر نمی‌شود" in refusal(template, {"a": "x"}).message


def test_a_body_that_a_tag_breaks_is_refused_and_not_repaired() -> None:
    template = docx(paragraph(run("{% if a %}"), "<w:hyperlink>" + run("x{% endif %}") + "</w:hyperlink>"))
    with pytest.raises((TemplateError, WordFileError)):
        fill(template, {"a": False})


def test_the_mark_of_a_gap_is_for_drafts_alone() -> None:
    context = {"list": [{"a": "⟦نام⟧"}]}
    template = docx("{%p for x in list %}", "{{ x.a }}", "{%p endfor %}")
    assert "list.a" in refusal(template, context).message
    assert words(fill(template, context, draft=True)) == ["⟦نام⟧"]


def test_a_word_template_file_gives_a_document() -> None:
    data = fill(docx("{{ a }}", main_type=f"{WORD_TYPE}.template.main+xml"), {"a": "ب"})
    assert words(data) == ["ب"]


def test_a_file_that_is_no_template_is_refused() -> None:
    with pytest.raises(WordFileError):
        fill(b"hello", {})
    with pytest.raises(WordFileError):
        fill(zipped(parts(extra={"word/vbaProject.bin": b""})), {})


def test_the_same_values_give_the_same_bytes_and_the_context_is_left_alone() -> None:
    template, context = docx("{{ a.b }}"), {"a": {"b": "ج"}}
    assert fill(template, context) == fill(template, context)
    assert context == {"a": {"b": "ج"}}


def test_six_threads_never_mix_their_letters() -> None:
    template = docx(
        "{{ name }}", *["{{ name }} متن"] * 10, marginals={"header-default": paragraph("{{ name }}")}
    )

    def letter(number: int) -> set[str]:
        package = opened(fill(template, {"name": f"شرکت{number}"}))
        found = (package.xml(name).iter(qn("w:p")) for name in package.story_parts())
        return {own_text(one).split()[0] for each in found for one in each}

    with ThreadPoolExecutor(6) as pool:
        for number, names in enumerate(pool.map(letter, range(60))):
            assert names == {f"شرکت{number}"}
