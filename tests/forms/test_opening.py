"""Every hostile form is refused by name, quickly, before anything of it is filled or set."""

from __future__ import annotations

import random
import resource

import pytest

from taahodname.errors import FormRefused, WordFileError
from taahodname.forms.check import check_form
from taahodname.forms.opening import MAX_PARAGRAPHS, open_form
from tests.word.making import PREFIXES, docx, paragraph, part, parts, zipped

from .making import form

CODE = [
    "{{ ''.__class__.__mro__ }}",
    "{{ company.__class__ }}",
    "{{ _secret }}",
    "{{ company.name.upper() }}",
    "{{ lines[0] }}",
    "{{ company.name|upper }}",
    "{{ 7 * 7 }}",
    "{{ 1 + 1 }}",
    "{{ 'a' if x else 'b' }}",
    "{% for i in range(1000000000) %}x{% endfor %}",
    "{% for x in lines recursive %}x{% endfor %}",
    "{% for x in lines if x.number %}x{% endfor %}",
    "{% if company.name == 'x' %}x{% endif %}",
    "{% import 'os' as os %}",
    "{% from 'x' import y %}",
    "{% include 'x' %}",
    "{% extends 'x' %}",
    "{% macro a() %}x{% endmacro %}",
    "{% set x = 1 %}",
    "{%p set x = 1 %}",
    "{%- set x = 1 -%}",
    "{% call a() %}x{% endcall %}",
    "{% raw %}x{% endraw %}",
    "{% with x = 1 %}x{% endwith %}",
]


def refusal(data: bytes) -> WordFileError:
    with pytest.raises(WordFileError) as plain:
        _checked(data)
    return plain.value


def reason(data: bytes) -> str:
    with pytest.raises(FormRefused) as refused:
        check_form(data, "3000")
    assert refused.value.exit_code == 2
    return refused.value.reason


def _checked(data: bytes) -> None:
    check_form(data, "3000")


@pytest.mark.parametrize("code", CODE)
def test_template_code_is_refused(code):
    assert reason(form(code)) == "form-code"


def test_template_code_that_is_cut_over_runs_is_refused():
    assert reason(form(paragraph("{% im", "port 'o", "s' %}"))) == "form-code"


@pytest.mark.parametrize("name", ["word/footnotes.xml", "word/comments.xml"])
def test_template_code_outside_of_the_text_is_refused(name):
    inside = paragraph("{{ x.__class__ }}")
    assert reason(form(extra={name: part("w:footnotes", inside)})) == "form-code"


def test_more_blocks_within_one_another_than_a_letter_needs_are_an_error_and_no_recursion():
    data = form("{% if letter.number %}" * 200 + "x" + "{% endif %}" * 200)
    assert any(fault.code == "tag-depth" for fault in check_form(data, "3000").errors)


def test_thousands_of_tags_are_refused():
    assert reason(form("{{ company.name }} " * 501)) == "form-size"


def field(instruction: str, *, cut: int = 0) -> str:
    pieces = [instruction[:cut], instruction[cut:]] if cut else [instruction]
    codes = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    return f'<w:p>{begin}{codes}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


@pytest.mark.parametrize(
    "instruction",
    [
        "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe",
        "dde Excel",
        "INCLUDETEXT &quot;https://example.ir/x.docx&quot;",
        "INCLUDEPICTURE &quot;\\\\\\\\host\\\\x.png&quot;",
        "LINK Word.Document",
        "IMPORT x",
        "DATABASE x",
        "MACROBUTTON x",
        "QUOTE 68 68 69",
        "MERGEFIELD x",
    ],
)
def test_a_field_that_fetches_or_starts_something_is_refused(instruction):
    assert reason(form(field(instruction))) == "form-field"
    assert reason(form(field(instruction, cut=2))) == "form-field"
    simple = f'<w:p><w:fldSimple w:instr="{instruction}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
    assert reason(form(simple)) == "form-field"


def test_a_field_that_is_cut_over_paragraphs_is_refused():
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    code = [f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in ("DDE", "AUTO x")]
    assert reason(form(f"<w:p>{begin}{code[0]}</w:p>", f"<w:p>{code[1]}{end}</w:p>")) == "form-field"


def test_a_page_number_and_a_web_link_are_no_danger():
    link = '<w:p><w:hyperlink r:id="rIdW"><w:r><w:t>نشانی</w:t></w:r></w:hyperlink></w:p>'
    data = form(field("PAGE"), link, lines=(("rIdW", "hyperlink", "https://example.ir/", "External"),))
    assert open_form(data, "x.docx").main == "word/document.xml"


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "\\\\host\\share", "javascript:alert(1)", "ms-msdt:x"]
)
def test_a_link_that_is_no_web_address_is_refused(target):
    assert reason(form(lines=(("rIdW", "hyperlink", target, "External"),))) == "form-link"
    assert reason(form(field(f"HYPERLINK &quot;{target}&quot;"))) == "form-link"


@pytest.mark.parametrize(
    "inside",
    ["<w:object><o:OLEObject/></w:object>", "<w:control/>"],
)
def test_an_embedded_object_is_refused(inside):
    assert reason(form(f"<w:p><w:r>{inside}</w:r></w:p>")) == "form-object"


@pytest.mark.parametrize("block", ['<w:altChunk r:id="x"/>', '<w:p><w:subDoc r:id="x"/></w:p>'])
def test_a_file_within_the_file_is_refused(block):
    assert reason(form(block)) == "form-object"


@pytest.mark.parametrize("kind", ["oleObject", "package", "aFChunk", "control", "subDocument"])
def test_a_relation_to_an_embedded_file_is_refused(kind):
    extra = {"word/embeddings/x.bin": b"x"}
    assert reason(form(lines=(("rIdO", kind, "embeddings/x.bin"),), extra=extra)) == "form-object"


def test_mail_merge_is_refused():
    assert reason(form(settings="<w:mailMerge/>")) == "form-object"


def test_a_picture_that_is_fetched_is_refused():
    shape = '<w:p><w:r><w:pict><v:shape><v:imagedata src="https://example.ir/x.png"/></v:shape></w:pict></w:r></w:p>'
    assert reason(form(shape)) == "form-link"


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "header", "oleObject"])
def test_what_reaches_outside_is_refused(kind):
    error = refusal(form(lines=(("rIdX", kind, "https://example.ir/x", "External"),)))
    assert error.exit_code == 2


def test_macros_are_refused():
    assert "macros" in refusal(form(extra={"word/vbaProject.bin": b"x"})).message_en


def test_entities_are_refused():
    held = parts("متن")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    held["word/document.xml"] = (
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>'
        f"<w:document {PREFIXES}><w:body><w:p><w:r><w:t>&l11;</w:t></w:r></w:p></w:body></w:document>"
    ).encode()
    assert "DTD" in refusal(zipped(held)).message_en


def nested(depth: int, opening: str, closing: str) -> str:
    return opening * depth + "<w:p/>" + closing * depth


@pytest.mark.parametrize("depth", [12, 10_000])
def test_nested_tables_are_refused(depth):
    data = docx(nested(depth, "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"))
    with pytest.raises((FormRefused, WordFileError), match="nest"):
        check_form(data, "3000")


def test_xml_of_many_levels_is_no_recursion_error():
    data = form(nested(100, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"))
    assert check_form(data, "3000").ok


def test_xml_of_countless_levels_is_refused():
    data = form(nested(5_000, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"))
    assert "nested too deeply" in refusal(data).message_en


def test_a_zip_bomb_is_refused():
    data = form(extra={"word/media/x.png": bytes(60 * 1024 * 1024)})
    assert "too large" in refusal(data).message_en


def test_a_million_paragraphs_are_refused_with_little_memory():
    data = docx("<w:p/>" * 1_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert reason(data) == "form-size"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # KiB


@pytest.mark.parametrize(
    "block",
    [
        paragraph("ا" * 10_001),
        paragraph("متن " * 2_400) * 11,
        paragraph("<w:r>" + "<w:tab/>" * 1_001 + "</w:r>"),
        paragraph("<w:r>" + '<w:br w:type="page"/>' * 1_001 + "</w:r>"),
        paragraph("<w:r/>" * 5_001),
    ],
)
def test_what_would_take_minutes_to_set_is_refused(block):
    assert reason(form(block)) == "form-size"


def test_markup_of_many_megabytes_is_refused_before_it_is_read():
    text = random.Random(1).randbytes(11 * 1024 * 1024).hex().encode()
    assert reason(form(extra={"word/long.xml": b"<x>" + text + b"</x>"})) == "form-size"


def test_a_few_thousand_paragraphs_are_refused():
    assert reason(docx("<w:p/>" * (MAX_PARAGRAPHS + 1))) == "form-size"


def test_a_table_of_countless_columns_is_refused():
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc>'
    assert reason(form(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>")) == "form-size"


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", "متن".encode(), bytes.fromhex("D0CF11E0A1B11AE1")])
def test_what_is_no_word_file_is_refused(data):
    assert refusal(data).exit_code == 2
