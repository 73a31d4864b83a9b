"""What is written into a blank looks like the blank, and nothing else in the file changes."""

from __future__ import annotations

import pytest
from lxml import etree

from taahodname.forms.adopt import adopt
from taahodname.word.markup import own_text
from taahodname.word.names import qn
from taahodname.word.package import read
from tests.forms.blanks_of import control, docx, legacy, paragraph, run, table, texts

NUMBER = "{{ company.national_id }}"


def adopted(*blocks: str, **options):
    data = docx(*blocks, **options)
    return read(data, "blank"), read(adopt(data, "3000", "blank.docx").docx, "form")


def run_of(package, words: str):
    """Return the run that holds some words, and its properties as text."""
    for one in package.xml("word/document.xml").iter(qn("w:r")):
        if words in "".join(text.text or "" for text in one.iter(qn("w:t"))):
            look = one.find(qn("w:rPr"))
            return one, "" if look is None else etree.tostring(look).decode()
    raise AssertionError(words)


@pytest.mark.parametrize(
    ("blank", "form"),
    [
        ("شناسه ملی: ........ است", f"شناسه ملی: {NUMBER} است"),
        ("شناسه ملی:........است", f"شناسه ملی: {NUMBER} است"),
        ("شناسه ملی ........، ثبت", f"شناسه ملی {NUMBER}، ثبت"),
        ("شناسه ملی (........) است", f"شناسه ملی ({NUMBER}) است"),
        ("شناسه ملی: (          ) است", f"شناسه ملی: ({NUMBER}) است"),
        ("شرکت با [شناسه ملی] است", f"شرکت با {NUMBER} است"),
        ("شناسه ملی:", f"شناسه ملی: {NUMBER}"),
        ("شناسه ملی:        نوع", f"شناسه ملی: {NUMBER}   نوع"),
        ("شناسه ملی ______ است", f"شناسه ملی {NUMBER} است"),
    ],
)
def test_the_dots_go_and_the_tag_stands_where_they_were(blank, form):
    _, made = adopted(blank)
    assert own_text(next(made.xml("word/document.xml").iter(qn("w:p")))) == form


def test_the_tag_has_the_look_of_the_blank():
    look = '<w:rFonts w:cs="B Titr"/><w:b/><w:bCs/><w:sz w:val="30"/><w:szCs w:val="30"/>'
    _, made = adopted(paragraph("شناسه ملی: ", run("........", look), " است"))
    _, found = run_of(made, NUMBER)
    assert 'w:cs="B Titr"' in found
    assert 'w:val="30"' in found
    assert "w:bCs" in found


def test_the_line_under_spaces_goes_with_them_and_that_of_dots_stays():
    _, made = adopted(paragraph("شناسه ملی: ", run("        ", '<w:u w:val="single"/>')))
    assert "w:u" not in run_of(made, NUMBER)[1].replace("w:u=", "")
    _, made = adopted(paragraph("شناسه ملی: ", run("........", '<w:u w:val="single"/>')))
    assert "<w:u " in run_of(made, NUMBER)[1]


def test_a_blank_in_several_runs_leaves_one_tag_in_one_run():
    _, made = adopted(paragraph("شناسه ", "ملی: ..", run("....", "<w:b/>"), ".... است"))
    one, look = run_of(made, NUMBER)
    assert "".join(text.text for text in one.iter(qn("w:t"))).strip() == NUMBER
    assert "<w:b/>" not in look
    assert texts(made.to_bytes())[0] == f"شناسه ملی: {NUMBER} است"


def test_a_content_control_gives_way_to_its_tag_in_the_look_of_its_placeholder():
    bound = '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text/>'
    _, made = adopted(paragraph("شناسه ملی: ", control(kind=bound, look="<w:b/>"), " است"))
    root = made.xml("word/document.xml")
    assert not list(root.iter(qn("w:sdt"), qn("w:showingPlcHdr"), qn("w:dataBinding"), qn("w:rStyle")))
    assert texts(made.to_bytes())[0] == f"شناسه ملی: {NUMBER} است"
    assert "<w:b/>" in run_of(made, NUMBER)[1]


def test_a_content_control_round_a_whole_paragraph_keeps_its_paragraph():
    inside = paragraph("اینجا بنویسید")
    block = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    _, made = adopted("شناسه ملی", block)
    assert texts(made.to_bytes())[:2] == ["شناسه ملی", NUMBER]


def test_a_legacy_field_gives_way_to_its_tag_in_the_look_of_its_result():
    _, made = adopted(paragraph("شناسه ملی: ", legacy(), " است"))
    root = made.xml("word/document.xml")
    assert not list(root.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:bookmarkStart"), qn("w:bookmarkEnd")))
    assert texts(made.to_bytes())[0] == f"شناسه ملی: {NUMBER} است"
    assert "<w:b/>" in run_of(made, NUMBER)[1]


def test_an_empty_cell_gets_its_tag_in_the_look_of_its_paragraphs_mark():
    cell = '<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:sz w:val="18"/></w:rPr></w:pPr></w:p>'
    _, made = adopted(table(["شناسه ملی", cell]))
    assert 'w:val="18"' in run_of(made, NUMBER)[1]


def test_a_leader_gives_way_and_what_follows_stays():
    look = '<w:tabs><w:tab w:val="left" w:leader="dot" w:pos="4000"/></w:tabs>'
    _, made = adopted(paragraph("شناسه ملی:", "<w:r><w:tab/></w:r>", "تمام", look=look))
    assert texts(made.to_bytes())[0] == f"شناسه ملی: {NUMBER}   تمام"
    assert not [
        tab for tab in made.xml("word/document.xml").iter(qn("w:tab")) if tab.getparent().tag == qn("w:r")
    ]


def test_all_other_parts_stay_byte_for_byte_and_all_other_paragraphs_as_they_were():
    others = [
        paragraph(run("متن", '<w:color w:val="FF0000"/>'), "<w:r><w:tab/><w:t>دنباله</w:t></w:r>"),
        table(["الف", "ب"], ["ج", "د"]),
        paragraph(run("امضا: ........")),
    ]
    blank, made = adopted(
        *others, "شناسه ملی: ........", *others, marginals={"header-default": paragraph("سر: ....")}
    )
    assert set(blank.parts) == set(made.parts)
    for part, data in blank.parts.items():
        if part != "word/document.xml":
            assert made.parts[part] == data

    def canonical(package):
        body = package.xml("word/document.xml")[0]
        return [etree.tostring(one, method="c14n") for one in body]

    before, after = canonical(blank), canonical(made)
    assert len(before) == len(after)
    assert [place for place, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]] == [3]


def test_words_beside_the_blank_in_one_run_keep_their_look():
    look = '<w:color w:val="FF0000"/>'
    _, made = adopted(paragraph(run("شناسه ملی: ........ است", look)))
    for words in ("شناسه ملی", NUMBER, "است"):
        assert "FF0000" in run_of(made, words)[1]
