from __future__ import annotations

import pytest

from taahodname.errors import WordFileError
from taahodname.word.names import WORD_TYPE
from taahodname.word.package import Relation, read, relations_part, rels_name, with_types, write

from .making import docx, opened, part, parts, relations, zipped


def refusal(contents: dict[str, bytes]) -> WordFileError:
    with pytest.raises(WordFileError) as caught:
        read(zipped(contents), "نامه.docx")
    return caught.value


def test_a_sound_file_is_opened_with_its_stories() -> None:
    package = opened(docx("متن", marginals={"header-first": "", "footer-default": "", "header-default": ""}))
    assert package.main == "word/document.xml"
    assert package.story_parts() == (
        "word/document.xml",
        "word/footer-default.xml",
        "word/header-default.xml",
        "word/header-first.xml",
    )
    assert package.content_type("word/header-first.xml") == f"{WORD_TYPE}.header+xml"
    assert package.content_type("word/media/a.PNG") == "image/png"
    assert package.content_type("nothing") == ""


def test_a_word_template_is_opened_too() -> None:
    assert opened(docx(main_type=f"{WORD_TYPE}.template.main+xml")).main == "word/document.xml"


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_an_archive_without_the_parts_of_a_letter_is_no_word_file(missing: str) -> None:
    contents = parts("متن")
    del contents[missing]
    assert "فایل ورد نیست" in refusal(contents).message


def test_a_workbook_is_no_word_file() -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    assert "is not a Word file" in refusal(parts(main_type=kind)).message_en


@pytest.mark.parametrize(
    "contents",
    [
        parts(main_type="application/vnd.ms-word.document.macroEnabled.main+xml"),
        parts(extra={"word/vbaProject.bin": b"x"}),
        parts(extra={"word/vbaData.xml": "<a/>"}),
    ],
)
def test_macros_are_refused(contents: dict[str, bytes]) -> None:
    assert "ماکرو" in refusal(contents).message


def test_a_strict_file_is_refused_with_the_way_out() -> None:
    contents = parts()
    office = b"http://schemas.openxmlformats.org/officeDocument"
    contents["_rels/.rels"] = contents["_rels/.rels"].replace(
        office, b"http://purl.oclc.org/ooxml/officeDocument"
    )
    assert "Strict" in refusal(contents).message


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("image", "image"),
        ("attachedTemplate", "attachedTemplate"),
        ("oleObject", "oleObject"),
        ("frame", "frame"),
    ],
)
def test_what_reaches_out_of_the_file_is_refused_by_name(kind: str, said: str) -> None:
    line = ("rIdX", kind, "file:///c/x", "External")
    assert said in refusal(parts(lines=[line])).message_en


def test_a_head_that_reaches_out_is_refused_too() -> None:
    rels = {
        "word/_rels/header-default.xml.rels": relations(("rId1", "image", "http://a.ir/x.png", "External"))
    }
    assert "image" in refusal(parts(marginals={"header-default": ""}, extra=rels)).message_en


def test_a_hyperlink_may_lead_out() -> None:
    line = ("rIdX", "hyperlink", "https://example.ir/?a=1", "External")
    package = opened(docx(lines=[line]))
    assert package.relations(package.main)[-1] == Relation(
        "rIdX", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", line[2], True
    )


ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
BODY = part("w:document", "<w:body/>").partition("?>")[2]


@pytest.mark.parametrize(
    "data",
    [
        (ENTITY + BODY).encode(),
        f'<?xml version="1.0" encoding="UTF-16"?>{ENTITY}{BODY}'.encode("utf-16"),
        f"<!DOCTYPE w:document>{BODY}".encode(),
    ],
)
def test_a_dtd_is_refused_in_any_encoding(data: bytes) -> None:
    assert "DTD" in refusal({**parts(), "word/document.xml": data}).message_en


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/x.xml", "word/v.vml"])
def test_a_broken_part_is_named(name: str) -> None:
    assert name in refusal({**parts(), name: b"<a><b></a>"}).message


def test_targets_are_found_from_the_folder_of_the_part_and_from_the_root() -> None:
    lines = [
        ("a", "image", "media/x.png"),
        ("b", "image", "/word/media/x.png"),
        ("c", "image", "../y%20z.png"),
    ]
    found = {line.id: line.target for line in opened(docx(lines=lines)).relations("word/document.xml")}
    assert (found["a"], found["b"], found["c"]) == ("word/media/x.png", "word/media/x.png", "y z.png")


def test_relations_written_are_read_back() -> None:
    lines = (
        Relation("r1", "t/image", "word/media/x.png"),
        Relation("r2", "t/hyperlink", "http://a.ir", True),
    )
    contents = {**parts(), rels_name("word/x.xml"): relations_part(lines)}
    assert opened(zipped(contents)).relations("word/x.xml") == lines


def test_types_are_added_and_taken_away() -> None:
    package = opened(docx())
    data = with_types(package, defaults={"png": "image/x", "gif": "image/gif"}, overrides={"a.xml": "t/a"})
    changed = package.replace({"[Content_Types].xml": data})
    assert changed.content_type("a.xml") == "t/a"
    assert changed.content_type("x.gif") == "image/gif"
    assert changed.content_type("x.png") == "image/png"
    gone = package.replace({"[Content_Types].xml": with_types(package, drop=["word/styles.xml"])})
    assert gone.content_type("word/styles.xml") == "application/xml"


def test_a_missing_part_is_named() -> None:
    with pytest.raises(WordFileError, match=r"word/none\.xml"):
        opened(docx()).xml("word/none.xml")


def test_a_package_does_not_change() -> None:
    package = opened(docx())
    with pytest.raises(TypeError):
        package.parts["x"] = b""  # type: ignore[index]
    assert "x" in package.replace({"x": b""}).parts
    assert "x" not in package.parts


def test_the_order_of_the_parts_does_not_change_the_bytes() -> None:
    contents = parts("متن")
    backwards = dict(reversed(contents.items()))
    assert write(contents) == write(backwards)
    assert write(contents)[30:49] == b"[Content_Types].xml"
