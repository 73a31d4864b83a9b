from __future__ import annotations

import pytest

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Numbers, PageNumber, Paragraph
from taahodname.word.read import read

from ..office.feature_files import ending, made, section
from .making import field, paragraph, parts, zipped


def test_a_section_ends_with_the_paragraph_that_holds_its_properties() -> None:
    found = read(made(paragraph("یک"), ending("دو", section()), paragraph("سه")))
    texts = [[block.text for block in own.blocks if isinstance(block, Paragraph)] for own in found.sections]
    assert texts == [["یک", "دو"], ["سه"]]
    assert found.blocks == found.sections[0].blocks


def test_each_section_has_its_own_paper() -> None:
    wide = section(size='<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    found = read(made(ending("پهن", wide), paragraph("بلند")))
    assert [round(own.page.width) for own in found.sections] == [842, 595]


@pytest.mark.parametrize(
    ("kind", "start"),
    [("nextPage", "page"), ("continuous", "continuous"), ("evenPage", "even"), ("oddPage", "odd")],
)
def test_a_section_says_where_it_begins(kind: str, start: str) -> None:
    found = read(made(ending("یک", section()), paragraph("دو"), section=section(f'<w:type w:val="{kind}"/>')))
    assert found.following[0].start == start


def test_a_section_without_a_head_has_that_of_the_one_before() -> None:
    reference = '<w:headerReference w:type="default" r:id="header-default"/>'
    first = ending("یک", reference + section())
    contents = parts(first, paragraph("دو"), marginals={"header-default": paragraph("سربرگ")})
    before, _, after = contents["word/document.xml"].decode().rpartition(reference)
    contents["word/document.xml"] = (before + after).encode()
    heads = [own.headers["default"][0] for own in read(zipped(contents)).sections]
    assert [head.text for head in heads if isinstance(head, Paragraph)] == ["سربرگ", "سربرگ"]


def test_page_numbers_begin_and_count_as_the_section_says() -> None:
    numbers = '<w:pgNumType w:fmt="lowerRoman" w:start="3"/>'
    assert read(made(paragraph("یک"), section=section() + numbers)).numbers == Numbers(3, "lowerRoman")
    assert read(made(paragraph("یک"))).numbers == Numbers(None, "decimal")


@pytest.mark.parametrize(
    ("instruction", "kind", "way"),
    [
        ("PAGE", "page", ""),
        ("PAGE \\* MERGEFORMAT", "page", ""),
        ("PAGE \\* ROMAN", "page", "upperRoman"),
        ("NUMPAGES \\* Arabic", "pages", "decimal"),
        ("SECTIONPAGES", "section-pages", ""),
    ],
)
def test_a_page_field_says_what_it_counts_and_how(instruction: str, kind: str, way: str) -> None:
    block = read(made(paragraph(field(instruction)))).blocks[0]
    assert isinstance(block, Paragraph)
    number = block.inlines[0]
    assert isinstance(number, PageNumber)
    assert (number.kind, number.way, number.persian) == (kind, way, True)


def test_a_section_in_a_content_control_is_a_section() -> None:
    inside = f"<w:sdt><w:sdtContent>{ending('یک', section())}</w:sdtContent></w:sdt>"
    assert len(read(made(inside, paragraph("دو"))).sections) == 2


@pytest.mark.parametrize(
    ("properties", "name"),
    [
        ('<w:pgBorders><w:top w:val="single"/></w:pgBorders>', "pgBorders"),
        ('<w:cols w:num="2"/>', "w:cols"),
        ('<w:pgNumType w:fmt="hebrew1"/>', "hebrew1"),
        ('<w:pgNumType w:chapStyle="1"/>', "chapStyle"),
        ('<w:vAlign w:val="center"/>', "vAlign"),
        ('<w:lnNumType w:countBy="5"/>', "lnNumType"),
    ],
)
def test_what_a_section_cannot_have_is_refused_in_any_of_them(properties: str, name: str) -> None:
    with pytest.raises(UnsupportedFeature, match=name):
        read(made(ending("یک", section() + properties), paragraph("دو")))
