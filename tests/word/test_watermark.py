from __future__ import annotations

import pytest

from taahodname.word.names import NAMESPACES, qn
from taahodname.word.watermark import SHAPE_ID, watermark

from .making import SECTION, docx, opened, paragraph, part, parts, run, table, zipped

TITLE_PAGE = SECTION + "<w:titlePg/>"
EVEN = "<w:evenAndOddHeaders/>"


def marks(data: bytes) -> dict[str, list[str]]:
    """Return the words across the page by the kind of page, as the sections refer to them."""
    package = opened(data)
    targets = {line.id: line.target for line in package.relations(package.main)}
    found: dict[str, list[str]] = {}
    for reference in package.xml(package.main).iter(qn("w:headerReference")):
        root = package.xml(targets[reference.get(qn("r:id"), "")])
        shapes = [shape for shape in root.iter(qn("v:shape")) if shape.get("id", "").startswith(SHAPE_ID)]
        words = [path.get("string", "") for shape in shapes for path in shape.iter(qn("v:textpath"))]
        found[reference.get(qn("w:type"), "")] = words
    return found


@pytest.mark.parametrize(
    ("section", "settings", "kinds"),
    [
        (SECTION, "", {"default"}),
        (TITLE_PAGE, "", {"default", "first"}),
        (SECTION, EVEN, {"default", "even"}),
        (TITLE_PAGE, EVEN, {"default", "first", "even"}),
    ],
)
@pytest.mark.parametrize("held", [(), ("default",), ("first", "default", "even")])
def test_every_page_that_is_seen_carries_the_word_once(
    section: str, settings: str, kinds: set[str], held: tuple[str, ...]
) -> None:
    heads = {f"header-{which}": paragraph(run("سر")) for which in held}
    data = watermark(docx("متن", section=section, settings=settings, marginals=heads), "پیش‌نویس")
    assert marks(data) == {kind: ["پیش‌نویس"] for kind in kinds | set(held)}


def test_what_stood_in_the_head_stays() -> None:
    head = paragraph(run("سربرگ"), look="<w:bidi/>")
    package = opened(watermark(docx("متن", marginals={"header-default": head}), "پیش‌نویس"))
    first = next(package.xml("word/header-default.xml").iter(qn("w:p")))
    assert first[0].tag == qn("w:pPr")
    assert [text.text for text in first.iter(qn("w:t"))] == ["سربرگ"]


def test_the_shape_does_not_hang_inside_a_table() -> None:
    head = table(["سربرگ"])
    package = opened(watermark(docx("متن", marginals={"header-default": head}), "پیش‌نویس"))
    shape = next(package.xml("word/header-default.xml").iter(qn("v:shape")))
    assert next(shape.iterancestors(qn("w:tbl")), None) is None


def test_a_second_time_adds_nothing() -> None:
    once = watermark(docx("متن"), "پیش‌نویس")
    assert watermark(once, "پیش‌نویس") == once


def test_the_shapes_of_several_heads_have_names_of_their_own() -> None:
    data = watermark(docx("متن", section=TITLE_PAGE, settings=EVEN), "پیش‌نویس")
    package = opened(data)
    names = [
        shape.get("id") for name in package.story_parts() for shape in package.xml(name).iter(qn("v:shape"))
    ]
    assert len(set(names)) == len(names) == 3


def test_a_letter_without_a_section_gets_one() -> None:
    contents = parts()
    contents["word/document.xml"] = part("w:document", f"<w:body>{paragraph('متن')}</w:body>").encode()
    assert marks(watermark(zipped(contents), "پیش‌نویس")) == {"default": ["پیش‌نویس"]}


def test_the_word_is_drawn_with_all_its_signs() -> None:
    package = opened(watermark(docx("متن"), 'الف "ب" <&'))
    path = next(package.xml("word/watermark-header-default.xml").iter(f"{{{NAMESPACES['v']}}}textpath"))
    kinds = [found.get("string") for found in package.xml("word/watermark-header-default.xml").iter(path.tag)]
    assert 'الف "ب" <&' in kinds
