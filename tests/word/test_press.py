"""A letter from a form is the letter that is made step by step, to the byte."""

from __future__ import annotations

import dataclasses
import datetime
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from msgspec.structs import replace

from taahodname.errors import TemplateError
from taahodname.word.fill import fill
from taahodname.word.finish import Properties, finish
from taahodname.word.graft import Material, join, prepare
from taahodname.word.graft_material import Story
from taahodname.word.package import read
from taahodname.word.press import is_asked_again, print_letter, print_once

from .making import (
    LTR_STYLES,
    SECTION,
    docx,
    field,
    opened,
    paragraph,
    picture,
    png,
    relations,
    run,
    table,
)

ABOUT = Properties("تعهدنامه", "شرکت آریا", datetime.date(2026, 11, 25))
FOOT = {"footer-default": paragraph("صفحهٔ ", field("PAGE"))}
VALUES: dict[str, Any] = {
    "a": "شرکت آریا به نشانی info@arya.ir",
    "empty": "",
    "yes": True,
    "no": "",
    "list": [{"name": "یک 021-8877", "title": ""}, {"name": "<دو> & {سه}", "title": "مدیر"}],
    "nothing": [],
}


OLD_SHAPE = '<w:r><w:pict><v:rect id="box" o:spid="_x0000_s1026"/></w:pict></w:r>'


def letterhead(word: str = "شرکت آریا") -> Material:
    heads = {
        "header-default": paragraph(run(word), picture("rId1", 7), look='<w:pStyle w:val="Header"/>'),
        "header-first": paragraph(run("نخست"), '<w:bookmarkStart w:id="4" w:name="here"/>', OLD_SHAPE),
        "footer-default": paragraph(run("نشانی")),
    }
    extra = {
        "word/_rels/header-default.xml.rels": relations(("rId1", "image", "media/logo.png")),
        "word/media/logo.png": png(),
    }
    data = docx(
        "{{ not.a.tag }} در سربرگ",
        styles=LTR_STYLES,
        section=SECTION.replace('"1440"', '"900"') + "<w:titlePg/>",
        marginals=heads,
        extra=extra,
    )
    return prepare(data, "letterhead.docx")


def form(*blocks: str, **options: Any) -> bytes:
    return docx(*blocks, **{"section": SECTION + "<w:bidi/>", "marginals": FOOT, **options})


def step_by_step(template: bytes, values: dict[str, Any], material: Material, **options: Any) -> bytes:
    return finish(join(fill(template, values), material), ABOUT, **options)


def mark(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


LOOP = f"{paragraph('{{%p for one in {} %}}')}{paragraph('{}')}{paragraph('{{%p endfor %}}')}"
BODIES = {
    "a value": ("پیش {{ a }} پس",),
    "a value in several runs": (
        paragraph(run("به: ", "<w:b/>"), run("{{ a"), run(" }}"), run("،", "<w:i/>")),
    ),
    "an if in a sentence": ("این {% if yes %}هست {{ a }}{% else %}نیست{% endif %}.",),
    "a value that is left out": (paragraph(run("شماره: ", "<w:b/>"), run("{% if no %}{{ no }}{% endif %}")),),
    "a loop of paragraphs": ("{%p for one in list %}", "نام {{ one.name }}", "{%p endfor %}", "پس"),
    "a loop in a loop": (
        "{%p for one in list %}",
        "{%p for two in list %}",
        "{{ one.name }} و {{ two.name }}",
        "{%p endfor %}",
        "{%p endfor %}",
    ),
    "a loop of rows": (
        table(("{%tr for one in list %}", ""), ("{{ one.name }}", "ثابت 12"), ("{%tr endfor %}", "")),
    ),
    "a loop that empties a cell": (table((LOOP.format("nothing", "{{ one }}"), "ب")),),
    "a loop that fills a cell": (table((LOOP.format("list", "{{ one.name }}"),)),),
    "a cell without a paragraph": (table(("<w:tcPr/>", "{{ a }}")),),
    "bookmarks in a loop": (
        paragraph(mark(3, "clause"), run("بند {{ a }}"), end(3)),
        "{%p for one in list %}",
        paragraph(mark(5, "sign"), run("{{ one.name }}"), end(5)),
        "{%p endfor %}",
        paragraph(mark(6, "sign"), run("ثابت"), end(6)),
    ),
    "bookmarks that exclude each other": (
        "{%p if no %}",
        paragraph(mark(1, "box"), run("الف"), end(1)),
        "{%p else %}",
        paragraph(mark(2, "box"), run("ب"), end(2)),
        "{%p endif %}",
    ),
    "pictures in a loop": (
        "{%p for one in list %}",
        paragraph(run("{{ one.name }}"), picture("rId9", 5)),
        "{%p endfor %}",
    ),
    "a text box": (
        paragraph(
            run("بیرون {{ a }}"),
            f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph('درون {{ a }} 12-13')}"
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
        ),
    ),
    "old shapes in a loop": (
        "{%p for one in list %}",
        paragraph(run("{{ one.name }}"), OLD_SHAPE),
        "{%p endfor %}",
        paragraph(OLD_SHAPE),
    ),
    "traces of editing": (
        f'<w:p w:rsidR="00A1">{run("{{ a }}")}</w:p>',
        paragraph(mark(0, "_GoBack"), end(0), run("ثابت")),
    ),
    "tabs and line ends": (
        paragraph("<w:r><w:t>۱.</w:t><w:tab/><w:t>{{ a }}</w:t><w:br/><w:t>پس</w:t></w:r>"),
        paragraph("<w:r><w:t>یک\tدو</w:t></w:r>"),
    ),
    "signs of XML and braces in words": ("<w:p><w:r><w:t>a &amp; b &lt; c { d {{ a }}</w:t></w:r></w:p>",),
    "a field beside a value": (paragraph(run("{{ a }} "), field("PAGE")),),
    "a link beside a value": (
        paragraph(run("{{ a }} "), f'<w:hyperlink w:anchor="x">{run("پیوند 12")}</w:hyperlink>'),
    ),
    "a paragraph from left to right": (
        paragraph("{{ a }} 12", look='<w:bidi w:val="0"/>'),
        paragraph("Latin ۱۲", look='<w:bidi w:val="0"/>'),
    ),
    "two sections": (
        paragraph("{{ a }}", look=f"<w:sectPr>{SECTION}</w:sectPr>"),
        "بخش دوم",
    ),
    "a content control": (
        '<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent>'
        f"{paragraph('{{ a }}')}</w:sdtContent></w:sdt>",
    ),
}


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("fonts", [None, {"Vazirmatn": "B Nazanin"}], ids=["own font", "other font"])
def test_a_letter_from_a_form_is_the_same_to_the_byte(name: str, fonts: dict[str, str] | None) -> None:
    template = form(
        *BODIES[name],
        lines=(("rId9", "image", "media/in.png"),),
        extra={"word/media/in.png": png()},
    )
    material = letterhead()
    printed = print_letter(template, VALUES, material, ABOUT, fonts=fonts)
    assert printed is not None
    plain = step_by_step(template, VALUES, material, fonts=fonts)
    assert read(printed.data, "a").parts == read(plain, "b").parts
    assert printed.data == plain
    assert dict(printed.package.parts) == dict(read(printed.data, "a").parts)
    once = print_once(template, VALUES, material, ABOUT, fonts=fonts)
    assert once.data == plain
    assert dict(once.package.parts) == dict(printed.package.parts)


@pytest.mark.parametrize(
    "value",
    [
        "ساده",
        "شمارهٔ 021-8877-6655 و www.arya.ir",
        "دو\nسطر",
        "با\tپرش",
        "<b> & {{ x }} {% y %} '\"",
        "  فاصله  ",
        "می‌شود، (ISO 9001)، «الف»",
        "نشان \u200e12-13\u200e",
        "\u27ea",
    ],
)
def test_further_letters_of_a_form_hold_their_own_values(value: str) -> None:
    template = form("پیش {{ a }} پس", paragraph(run("الف ", "<w:b/>"), run("{{ a }}"), run(" 12", "<w:b/>")))
    material = letterhead()
    print_letter(template, {"a": "نخستین"}, material, ABOUT)
    printed = print_letter(template, {"a": value}, material, ABOUT)
    assert printed is not None
    assert printed.data == step_by_step(template, {"a": value}, material)


def test_letterheads_that_differ_in_words_and_pictures_share_a_form() -> None:
    template = form("{{ a }}", *BODIES["bookmarks in a loop"])
    for word in ("یک", "دو", "شرکت 12-13"):
        material = letterhead(word)
        printed = print_letter(template, VALUES, material, ABOUT)
        assert printed is not None
        assert printed.data == step_by_step(template, VALUES, material)


def test_a_page_of_another_shape_gets_a_form_of_its_own() -> None:
    template = form(table(("{{ a }}", "ب"), width=4500))
    wide = letterhead()
    narrow = dataclasses.replace(wide, page=replace(wide.page, margins={}, title_page=False))
    bare = dataclasses.replace(wide, opening=None)
    other = dataclasses.replace(wide, opening=Story(wide.opening.xml.replace("سربرگ".encode(), b"x")))
    for material in (wide, narrow, bare, other):
        printed = print_letter(template, VALUES, material, ABOUT)
        assert printed is not None
        assert printed.data == step_by_step(template, VALUES, material)


def test_loops_of_another_length_number_the_heads_anew() -> None:
    template = form(*BODIES["pictures in a loop"], *BODIES["bookmarks in a loop"])
    material = letterhead()
    for count in (2, 1, 0, 2):
        values = {**VALUES, "list": VALUES["list"][:count]}
        printed = print_letter(template, values, material, ABOUT)
        assert printed is not None
        assert printed.data == step_by_step(template, values, material)


def test_many_threads_print_what_one_prints() -> None:
    template, material = form("نام {{ a }} و {{ b }}"), letterhead("رشته")
    given = [{"a": f"شمارهٔ {number}-{number}", "b": "همان"} for number in range(24)]

    def printed(values: dict[str, Any]) -> bytes | None:
        letter = print_letter(template, values, material, ABOUT)
        return None if letter is None else letter.data

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(printed, given)) == [step_by_step(template, one, material) for one in given]


@pytest.mark.parametrize(
    "template",
    [
        form("متن", marginals={"footer-default": paragraph("پانوشت {{ a }}")}),
        form("\ue000 {{ a }}"),
        form(paragraph(mark(0, "_GoBack"), run("{{ a }}"), end(0))),
    ],
    ids=["a tag in a foot", "a sign of ours", "the last place edited beside a tag"],
)
def test_an_unusual_template_is_left_to_the_plain_way(template: bytes) -> None:
    assert print_letter(template, VALUES, letterhead(), ABOUT) is None
    once = print_once(template, VALUES, letterhead(), ABOUT)
    assert once.data == step_by_step(template, VALUES, letterhead())


def test_a_value_that_cannot_be_printed_is_left_to_the_plain_way_to_say_so() -> None:
    template, material = form("{{ a }}"), letterhead()
    assert print_letter(template, {"a": "درست"}, material, ABOUT) is not None
    assert print_letter(template, {"a": "\u202e"}, material, ABOUT) is None
    with pytest.raises(TemplateError, match=r"U\+202E"):
        fill(template, {"a": "\u202e"})


def test_a_later_client_without_a_value_is_refused_as_the_first_would_be() -> None:
    template, material = form("{% if a %}{{ b }}{% endif %}"), letterhead()
    assert print_letter(template, {"a": "", "b": "هست"}, material, ABOUT) is not None
    with pytest.raises(TemplateError, match="b is unknown"):
        print_letter(template, {"a": ""}, material, ABOUT)


def test_a_gap_is_refused() -> None:
    with pytest.raises(TemplateError):
        print_letter(form("{{ a }}"), {"a": "\u27e6نام\u27e7"}, letterhead(), ABOUT)


def test_the_words_of_a_letterhead_are_no_tags() -> None:
    printed = print_letter(form("{{ a }}"), VALUES, letterhead(), ABOUT)
    assert printed is not None
    assert "{{ not.a.tag }}" in opened(printed.data).parts["word/document.xml"].decode()


def test_a_form_is_worth_preparing_once_it_is_wanted_again() -> None:
    template = form("تنها در این آزمون: {{ a }}")
    assert [is_asked_again(template, letterhead(name)) for name in ("یکم", "دوم", "سوم")] == [
        False,
        True,
        True,
    ]
    other = dataclasses.replace(letterhead(), page=replace(letterhead().page, title_page=False))
    assert not is_asked_again(template, other)
