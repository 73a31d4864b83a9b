from __future__ import annotations

from typing import Any

import pytest

from taahodname.errors import UnsupportedFeature, WordFileError
from taahodname.word.graft_material import Material, has_content, prepare
from taahodname.word.markup import own_text, parse
from taahodname.word.names import NAMESPACES, qn

from .making import SECTION, docx, opened, paragraph, picture, png, relations, run, table

PICTURE = {
    "word/_rels/header-default.xml.rels": relations(
        ("rId1", "image", "media/logo.png"), ("rId9", "image", "x.png")
    ),
    "word/media/logo.png": png(),
}


def taken(*blocks: str, **options: Any) -> Material:
    return prepare(docx(*blocks, **options), "letterhead.docx")


def words(data: bytes) -> list[str]:
    return [own_text(found) for found in parse(data, "x").iter(qn("w:p"))]


def test_only_the_heads_and_feet_that_are_seen_are_taken() -> None:
    kinds = [f"{side}-{which}" for side in ("header", "footer") for which in ("default", "first", "even")]
    heads = {kind: paragraph(kind) for kind in kinds}
    plain = taken(marginals=heads)
    assert (set(plain.headers), set(plain.footers)) == ({"default"}, {"default"})
    full = taken(marginals=heads, section=SECTION + "<w:titlePg/>", settings="<w:evenAndOddHeaders/>")
    assert set(full.headers) == {"default", "first", "even"}
    assert words(full.footers["even"].xml) == ["footer-even"]
    assert full.page.kinds == ("default", "first", "even")


def test_the_page_is_taken() -> None:
    page = taken(section=SECTION + "<w:pgBorders><w:top w:val='single'/></w:pgBorders>").page
    assert page.size[qn("w:w")] == "11906"
    assert page.margins[qn("w:header")] == "720"
    assert page.borders is not None


def test_pictures_come_under_names_of_their_own_and_unused_ones_stay() -> None:
    material = taken(marginals={"header-default": paragraph(picture("rId1"))}, extra=PICTURE)
    story = material.headers["default"]
    assert [line.target for line in story.relations] == ["word/media/letterhead-word-media-logo.png"]
    assert material.media == {"word/media/letterhead-word-media-logo.png": png()}
    assert material.types == {"png": "image/png"}


def test_a_picture_that_is_not_there_is_named() -> None:
    with pytest.raises(UnsupportedFeature, match=r"logo\.png"):
        taken(
            marginals={"header-default": paragraph(picture("rId1"))},
            extra={"word/_rels/header-default.xml.rels": relations(("rId1", "image", "media/logo.png"))},
        )


def test_links_come_along() -> None:
    link = f'<w:hyperlink r:id="rId1">{run("www.arya.ir")}</w:hyperlink>'
    rels = {
        "word/_rels/footer-default.xml.rels": relations(("rId1", "hyperlink", "https://arya.ir", "External"))
    }
    material = taken(marginals={"footer-default": paragraph(link)}, extra=rels)
    assert material.footers["default"].relations[0].target == "https://arya.ir"


CHART = f'<w:r><w:drawing><c:chart xmlns:c="{NAMESPACES["c"]}" r:id="rId1"/></w:drawing></w:r>'
SMART_ART = f'<w:r><w:drawing><dgm:relIds xmlns:dgm="{NAMESPACES["dgm"]}"/></w:drawing></w:r>'


@pytest.mark.parametrize(
    ("piece", "name"),
    [
        ("<w:r><w:object/></w:r>", "w:object"),
        (CHART, "c:chart"),
        (SMART_ART, "dgm:relIds"),
        ('<w:r><w:footnoteReference w:id="1"/></w:r>', "w:footnoteReference"),
        ("<w:r><w:control/></w:r>", "w:control"),
        ('<w:r><w:commentReference w:id="1"/></w:r>', "w:commentReference"),
        ('<w:altChunk r:id="rId1"/>', "w:altChunk"),
    ],
)
@pytest.mark.parametrize("place", ["header-default", "footer-first", "body"])
def test_what_cannot_be_carried_is_refused_by_name_and_place(piece: str, name: str, place: str) -> None:
    block = paragraph(run("شرکت آریا"), piece)
    section = SECTION + "<w:titlePg/>"
    marginals = {} if place == "body" else {place: block}
    body = [block] if place == "body" else []
    with pytest.raises(UnsupportedFeature) as caught:
        taken(*body, section=section, marginals=marginals)
    assert name in caught.value.feature
    assert caught.value.near == "شرکت آریا"
    assert caught.value.part == ("word/document.xml" if place == "body" else f"word/{place}.xml")


def test_a_list_in_a_head_is_refused_but_one_switched_off_is_not() -> None:
    look = '<w:numPr><w:numId w:val="{}"/></w:numPr>'
    with pytest.raises(UnsupportedFeature, match="w:numPr"):
        taken(marginals={"header-default": paragraph("x", look=look.format(1))})
    taken(marginals={"header-default": paragraph("x", look=look.format(0))})


def test_a_relation_of_another_kind_is_refused() -> None:
    with pytest.raises(UnsupportedFeature, match="video"):
        taken(
            marginals={"header-default": paragraph(picture("rId1"))},
            extra={"word/_rels/header-default.xml.rels": relations(("rId1", "video", "media/x.mp4"))},
        )


def test_an_empty_body_is_no_opening() -> None:
    assert taken("<w:p/>", paragraph(run("  ")), "<w:p/>").opening is None
    assert taken().opening is None


def test_what_stands_in_the_body_is_kept_without_its_empty_end_and_told() -> None:
    material = taken("<w:p/>", "بسمه تعالی", table(["شماره"]), "<w:p/>", "<w:p/>")
    assert material.opening is not None
    assert [child.tag for child in parse(material.opening.xml, "x")] == [qn("w:p"), qn("w:p"), qn("w:tbl")]
    assert [note.code for note in material.notes] == ["letterhead.body"]


def test_a_section_break_in_what_is_kept_is_refused() -> None:
    block = paragraph("الف", look=f"<w:sectPr>{SECTION}</w:sectPr>")
    with pytest.raises(UnsupportedFeature, match="w:sectPr"):
        taken(block, "ب")


def test_of_several_sections_the_first_counts_and_that_is_told() -> None:
    block = paragraph(look='<w:sectPr><w:pgSz w:w="5000" w:h="7000"/></w:sectPr>')
    material = taken(block)
    assert material.page.size[qn("w:w")] == "5000"
    assert [note.code for note in material.notes] == ["letterhead.sections"]


def test_a_page_number_of_its_own_is_told() -> None:
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    assert [note.code for note in taken(marginals={"footer-default": paragraph(field)}).notes] == [
        "letterhead.page-number"
    ]
    assert not taken(marginals={"footer-default": paragraph("PAGE")}).notes


def test_a_field_bound_to_the_letterheads_properties_is_set_free() -> None:
    bound = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x"/></w:sdtPr>'
        f"<w:sdtContent>{paragraph('شرکت آریا')}</w:sdtContent></w:sdt>"
    )
    story = taken(marginals={"header-default": bound}).headers["default"]
    assert b"dataBinding" not in story.xml
    assert words(story.xml) == ["شرکت آریا"]


@pytest.mark.parametrize(("look", "value"), [("", "0"), ("<w:bidiVisual/>", None)])
def test_a_table_keeps_its_direction_whatever_the_letter_does(look: str, value: str | None) -> None:
    story = taken(marginals={"header-default": table(["x"], look=look)}).headers["default"]
    direction = next(parse(story.xml, "x").iter(qn("w:bidiVisual")))
    assert direction.get(qn("w:val")) == value


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(WordFileError):
        prepare(b"%PDF-1.7", "letterhead.pdf")


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        ("<w:p/>", False),
        (paragraph(run(" \u200c")), True),
        (paragraph(run(" ")), False),
        (paragraph(picture("rId1")), True),
        (table([""]), True),
        (paragraph('<w:fldSimple w:instr="PAGE"/>'), True),
    ],
)
def test_a_block_shows_something_or_not(block: str, shown: bool) -> None:
    package = opened(docx(block))
    found = package.xml(package.main)[0][0]
    assert has_content(found) is shown
