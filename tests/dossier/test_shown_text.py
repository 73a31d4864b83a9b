from __future__ import annotations

from taahodname.dossier.reading import docx_text

from ..office.feature_files import ending, form_fields, item, level, made, mark, notes, numbering, section
from ..word.making import STYLES, docx, field, paragraph, parts, run, zipped


def test_the_numbers_that_word_makes_are_words_of_the_letter() -> None:
    lists = numbering([level(0, "decimal", "بند %1.")])
    data = made(item("یک"), item("دو"), kinds={"numbering": lists}, marginals={"header-default": item("سر")})
    text = docx_text(data)
    assert text.paragraphs == ("بند ۱. یک", "بند ۲. دو")
    assert text.of_page(1).split() == ["بند", "۱.", "سر"]


def test_notes_stand_behind_the_letter_with_their_marks() -> None:
    data = made(
        paragraph(run("متن"), mark("footnote", 1), run(" و "), mark("footnote", 2)),
        kinds={"footnotes": notes("footnote", "یکم", "دوم")},
    )
    assert docx_text(data).body.split() == ["متن۱", "و", "۲", "۱", "یکم", "۲", "دوم"]


def test_fields_but_page_numbers_say_what_word_saved() -> None:
    text = docx_text(made(paragraph(run("بند "), field("REF x", "سوم"), field("PAGE", "۷")))).body
    assert text == "بند سوم"
    assert "شرکت نمونه" in docx_text(form_fields()).body


def test_signs_are_what_they_mean() -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    assert docx_text(made(paragraph(sign, run(" بلی")))).body == "✓ بلی"


def test_a_run_in_a_font_of_signs_says_what_they_mean() -> None:
    signs = run("\uf0fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
    plain = run(" Abc", '<w:rFonts w:ascii="Arial"/>')
    assert docx_text(made(paragraph(signs, plain))).body == "✓ Abc"


def test_capitals_are_shown_where_a_run_asks_for_them() -> None:
    body = paragraph(
        run("Iso ", "<w:caps/>"), run("Abc ", "<w:smallCaps/>"), run("Def", '<w:caps w:val="0"/>')
    )
    assert docx_text(made(body)).body == "ISO ABC Def"


def test_capitals_are_shown_where_only_a_style_asks_for_them() -> None:
    style = '<w:style w:type="paragraph" w:styleId="Loud"><w:rPr><w:caps/></w:rPr></w:style>'
    data = docx(
        paragraph(run("Iso"), look='<w:pStyle w:val="Loud"/>'),
        paragraph(run("Iso")),
        styles=STYLES + style,
    )
    assert docx_text(data).paragraphs == ("ISO", "Iso")


def test_a_head_that_only_the_first_section_names_counts_for_all() -> None:
    reference = '<w:headerReference w:type="default" r:id="header-default"/>'
    contents = parts(
        ending("یک", reference + section()), paragraph("دو"), marginals={"header-default": paragraph("سربرگ")}
    )
    before, _, after = contents["word/document.xml"].decode().rpartition(reference)
    contents["word/document.xml"] = (before + after).encode()
    assert docx_text(zipped(contents)).of_page(2).split() == ["سربرگ"]
