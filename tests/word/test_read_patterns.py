from __future__ import annotations

import pytest
from lxml import etree

from taahodname.paper.blocks import Block
from taahodname.word import read_styles
from taahodname.word.read import read
from taahodname.word.read_patterns import stands_alone

from .making import STYLES, docx, field, paragraph, parts, picture, png, run, zipped


def element(text: str) -> etree._Element:
    root = etree.fromstring(parts(text)["word/document.xml"])
    return root[0][0]


@pytest.mark.parametrize(
    "text",
    [
        paragraph(run("ا", "<w:b/>"), "<w:r><w:tab/><w:br/></w:r>", look="<w:jc w:val='center'/>"),
        paragraph('<w:bookmarkStart w:id="0" w:name="a"/>', run("ا"), '<w:bookmarkEnd w:id="0"/>'),
    ],
)
def test_plain_words_stand_alone(text: str) -> None:
    assert stands_alone(element(text))


@pytest.mark.parametrize(
    "text",
    [
        paragraph(run("ا"), look='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        paragraph(run("ا"), look="<w:sectPr/>"),
        paragraph(field("PAGE")),
        paragraph(picture("rId1")),
        paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>'),
        paragraph(f"<w:hyperlink>{run('a')}</w:hyperlink>"),
    ],
)
def test_what_hangs_on_its_place_does_not_stand_alone(text: str) -> None:
    assert not stands_alone(element(text))


def test_the_same_picture_name_in_another_file_is_another_picture() -> None:
    def letter(width: int) -> bytes:
        given = {"word/media/p.png": png(width)}
        return docx(paragraph(picture("rId9")), lines=(("rId9", "image", "media/p.png"),), extra=given)

    first, second = (read(letter(width)).blocks[0] for width in (2, 3))
    assert first != second


def test_paragraphs_that_are_written_alike_under_other_styles_look_different() -> None:
    bold = STYLES.replace("<w:rtl/>", "<w:rtl/><w:bCs/>")
    plain, heavy = (read(zipped(parts("متن", styles=styles))).blocks[0] for styles in (STYLES, bold))
    assert not plain.inlines[0].style.bold
    assert heavy.inlines[0].style.bold


SYMBOL = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
TWINS = '<w:b/><w:sz w:val="30"/>'
# Each with the words of two paragraphs that look alike: the second is read after the first, or alone.
ALIKE = {
    "persian": ("{}", "متن", "دیگر"),
    "latin after persian": ("{}", "متن", "text"),
    "persian after latin": ("{}", "text", "متن"),
    "signs of markup": ("{}", "ا", "&lt;b&gt; &amp;amp; &#34;"),
    "nothing after words": ("{}", "ا", ""),
    "words after nothing": ("{}", "", "ا"),
    "blanks": ("{}", "ا", "  ا  "),
    "capitals": ("{}", "12", "abc", "<w:caps/>"),
    "small capitals": ("{}", "12", "abc", "<w:smallCaps/>"),
    "hidden": ("{}", "", "abc", "<w:vanish/>"),
    "a sign of a symbol font": ("{}", "", "\uf0fc", SYMBOL),
    "a run by itself": (f"{run('الف')}{{}}{run('b', TWINS)}", "ج", "d", TWINS),
    "tabs and line ends": ("{}<w:r><w:tab/></w:r>{}<w:r><w:br/></w:r>{}", "یک", "two", TWINS),
}


def blocks(*texts: str) -> tuple[Block, ...]:
    read_styles._cascade.cache_clear()
    return read(docx(*texts)).blocks


@pytest.mark.parametrize("name", ALIKE)
def test_a_paragraph_that_looks_like_another_is_read_as_it_is_alone(name: str) -> None:
    frame, first, second, *look = ALIKE[name]
    texts = [
        paragraph(frame.replace("{}", run("@@", *look)).replace("@@", words)) for words in (first, second)
    ]
    assert blocks(*texts)[1] == blocks(texts[1])[0]


def test_paragraphs_that_look_alike_are_read_once(monkeypatch) -> None:
    read_styles._cascade.cache_clear()
    texts = [paragraph(run("نام: ", "<w:b/>"), run(name)) for name in ("یک", "دو", "سه")]
    looks = []
    own = read_styles.Cascade.run_properties
    monkeypatch.setattr(
        read_styles.Cascade, "run_properties", lambda *a, **k: looks.append(1) or own(*a, **k)
    )
    assert [one.text for one in read(docx(*texts)).blocks] == ["نام: یک", "نام: دو", "نام: سه"]
    assert len(looks) == 3  # two runs and the end of the first paragraph alone


def test_a_paragraph_with_page_numbers_is_read_once_for_all_that_are_written_so(monkeypatch) -> None:
    read_styles._cascade.cache_clear()
    text = paragraph(run("صفحهٔ "), field("PAGE"), run(" از "), field("NUMPAGES"))
    looks = []
    own = read_styles.Cascade.run_properties
    monkeypatch.setattr(
        read_styles.Cascade, "run_properties", lambda *a, **k: looks.append(1) or own(*a, **k)
    )
    first = read(docx(text)).blocks
    count = len(looks)
    assert first == read(docx(text, "دیگر")).blocks[:1]
    assert len(looks) == count + 2  # the other paragraph alone


def test_a_form_field_shows_its_choice_whatever_words_are_saved_in_it() -> None:
    def chosen(saved: str) -> str:
        choices = '<w:ffData><w:ddList><w:listEntry w:val="الف"/></w:ddList></w:ffData>'
        begins = '<w:fldChar w:fldCharType="begin"/>'
        inside = field("FORMDROPDOWN", saved).replace(begins, begins.replace("/>", f">{choices}</w:fldChar>"))
        return paragraph(inside)

    assert [one.text for one in blocks(chosen("الف"), chosen("ب"))] == ["الف", "الف"]


def test_bookmarks_keep_their_names() -> None:
    texts = [
        paragraph(f'<w:bookmarkStart w:id="0" w:name="{name}"/>', run(name), '<w:bookmarkEnd w:id="0"/>')
        for name in ("a", "b")
    ]
    assert [one.name for one in read(docx(*texts)).blocks] == ["a", "b"]
