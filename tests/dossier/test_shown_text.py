from __future__ import annotations

from taahodname.dossier.reading import docx_text

from ..office.feature_files import form_fields, item, level, made, mark, notes, numbering
from ..word.making import field, paragraph, run


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
