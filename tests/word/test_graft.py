from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from msgspec import Struct

from taahodname.errors import WordFileError
from taahodname.word.graft import graft, join, prepare
from taahodname.word.markup import own_text
from taahodname.word.names import NAMESPACES, qn
from taahodname.word.read import read

from .making import (
    LTR_STYLES,
    SECTION,
    docx,
    opened,
    paragraph,
    parts,
    picture,
    png,
    relations,
    run,
    table,
    zipped,
)

SAMPLE = Path(__file__).parents[2] / "samples" / "arya-software" / "letterhead.docx"
FOOT = {"footer-default": paragraph("صفحهٔ ۱ از ۲")}
WIDE = SECTION.replace('w:right="1440"', 'w:right="700"').replace('w:left="1440"', 'w:left="700"')


def letter(*blocks: str, **options: Any) -> bytes:
    given = {"section": SECTION + "<w:bidi/>", "marginals": FOOT, **options}
    return docx(*(blocks or ("متن تعهد",)), **given)


def paper(*blocks: str, **options: Any) -> bytes:
    heads = {
        "header-default": paragraph(run("شرکت آریا"), picture("rId1", 3), look='<w:pStyle w:val="Header"/>'),
        "header-first": paragraph(run("نخست")),
        "footer-default": paragraph(run("نشانی")),
    }
    given: dict[str, Any] = {
        "styles": LTR_STYLES,
        "section": WIDE + "<w:titlePg/>",
        "marginals": heads,
        "extra": {
            "word/_rels/header-default.xml.rels": relations(("rId1", "image", "media/logo.png")),
            "word/media/logo.png": png(),
        },
    }
    return docx(*blocks, **{**given, **options})


def test_the_letter_stands_on_the_letterhead_and_opens() -> None:
    data = graft(letter(), paper())
    document = Document(io.BytesIO(data))
    section = document.sections[0]
    assert [one.text for one in document.paragraphs] == ["متن تعهد"]
    assert section.different_first_page_header_footer
    assert [one.text for one in section.header.paragraphs] == ["شرکت آریا"]
    assert [one.text for one in section.first_page_header.paragraphs] == ["نخست"]
    assert [one.text for one in section.footer.paragraphs] == ["نشانی", "صفحهٔ ۱ از ۲"]
    assert [one.text for one in section.first_page_footer.paragraphs] == ["صفحهٔ ۱ از ۲"]
    assert section.left_margin.twips == 700
    assert section.header.part.related_parts["rId1"].blob == png()


def test_the_section_still_runs_right_to_left_in_the_order_of_the_schema() -> None:
    package = opened(graft(letter(section=SECTION), paper()))
    section = next(package.xml(package.main).iter(qn("w:sectPr")))
    assert [child.tag.rpartition("}")[2] for child in section] == [
        "headerReference",
        "headerReference",
        "footerReference",
        "footerReference",
        "pgSz",
        "pgMar",
        "titlePg",
        "bidi",
    ]


def test_the_letters_old_head_and_foot_leave_nothing_behind() -> None:
    package = opened(graft(letter(), paper()))
    assert "word/footer-default.xml" not in package.parts
    assert b'"/word/footer-default.xml' not in package.parts["word/_rels/document.xml.rels"]
    assert b"/word/footer-default.xml" not in package.parts["[Content_Types].xml"]
    for name in package.parts:
        assert package.content_type(name)


def test_even_pages_are_switched_on_and_off_as_the_letterhead_has_it() -> None:
    even = "<w:evenAndOddHeaders/>"
    on = opened(graft(letter(), paper(settings=even))).xml("word/settings.xml")
    off = opened(graft(letter(settings=even), paper())).xml("word/settings.xml")
    assert on.find(qn("w:evenAndOddHeaders")) is not None
    assert off.find(qn("w:evenAndOddHeaders")) is None


def test_what_stands_in_the_letterheads_body_goes_first() -> None:
    extra = {
        "word/_rels/header-default.xml.rels": relations(("rId1", "image", "media/logo.png")),
        "word/media/logo.png": png(),
    }
    lines = [("rIdS9", "image", "media/logo.png")]
    data = graft(letter(), paper("بسمه", paragraph(picture("rIdS9")), "<w:p/>", extra=extra, lines=lines))
    package = opened(data)
    root = package.xml(package.main)
    assert [own_text(found) for found in root.iter(qn("w:p"))] == ["بسمه", "", "متن تعهد"]
    name = next(root.iter(qn("a:blip"))).get(qn("r:embed"))
    targets = {line.id: line.target for line in package.relations(package.main)}
    assert package.parts[targets[name or ""]] == png()


def test_a_choice_by_prefix_in_the_letterheads_body_stays_readable() -> None:
    wps = NAMESPACES["wps"]
    choice = '<mc:AlternateContent><mc:Choice Requires="wps"/><mc:Fallback/></mc:AlternateContent>'
    data = graft(letter(), paper(paragraph(run("بسمه"), f"<w:r>{choice}</w:r>")))
    found = next(opened(data).xml("word/document.xml").iter(qn("mc:Choice")))
    assert found.nsmap["wps"] == wps


def test_full_tables_follow_the_new_margins() -> None:
    full = table(["الف", "ب"], width=(11906 - 2880) // 2)
    root = opened(graft(letter(full), paper())).xml("word/document.xml")
    assert sum(int(column.get(qn("w:w"), "0")) for column in root.iter(qn("w:gridCol"))) == 11906 - 1400


def test_numbers_of_drawings_are_one_of_a_kind_through_all_parts() -> None:
    rels = {"word/media/x.png": png()}
    lines = [("rId7", "image", "media/x.png")]
    data = graft(letter(paragraph(picture("rId7", 3)), lines=lines, extra=rels), paper())
    package = opened(data)
    numbers = [
        found.get("id") for name in package.story_parts() for found in package.xml(name).iter(qn("wp:docPr"))
    ]
    assert sorted(numbers) == ["1", "2"]  # type: ignore[type-var]


def test_a_letter_without_settings_gets_them() -> None:
    contents = parts("متن")
    del contents["word/settings.xml"]
    contents["word/_rels/document.xml.rels"] = relations().encode()
    package = opened(graft(zipped(contents), paper(settings="<w:evenAndOddHeaders/>")))
    assert package.related(package.main, "settings") == ("word/settings.xml",)


def _look(value: Any) -> Any:
    """Return blocks as plain data, the names of their styles left out."""
    if isinstance(value, Struct):
        fields = (name for name in value.__struct_fields__ if name not in {"style_name", "name"})
        return {name: _look(getattr(value, name)) for name in fields}
    if isinstance(value, tuple):
        return tuple(map(_look, value))
    return value


def test_the_sample_letterhead_looks_on_the_letter_as_it_does_alone() -> None:
    alone = read(SAMPLE.read_bytes())
    on_letter = read(graft(letter(), SAMPLE.read_bytes()))
    assert on_letter.page == alone.page
    assert set(on_letter.headers) == set(alone.headers)
    for kind, blocks in alone.headers.items():
        assert _look(on_letter.headers[kind]) == _look(blocks)
    for kind, blocks in alone.footers.items():
        assert _look(on_letter.footers[kind][: len(blocks)]) == _look(blocks)
        assert len(on_letter.footers[kind]) == len(blocks) + 1


def test_the_letter_looks_on_the_letterhead_as_it_does_alone() -> None:
    alone = letter("متن", paragraph(run("پررنگ", "<w:b/><w:bCs/>")), "{ساده}")
    assert _look(read(graft(alone, SAMPLE.read_bytes())).blocks) == _look(read(alone).blocks)


def test_the_same_files_give_the_same_bytes_from_many_threads() -> None:
    material = prepare(paper("بسمه"), "x")
    letters = [letter(f"متن {number}") for number in range(12)]
    once = [join(one, material) for one in letters]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(lambda one: join(one, material), letters)) == once
    assert len(set(once)) == 12


@pytest.mark.parametrize(("one", "other"), [(b"x", None), (None, b"x")])
def test_what_is_no_word_file_is_refused(one: bytes | None, other: bytes | None) -> None:
    with pytest.raises(WordFileError):
        graft(one or letter(), other or paper())
