from __future__ import annotations

from lxml import etree

from taahodname.word.families import parts_with_fonts, replace_families
from taahodname.word.names import qn

from .making import docx, opened, part


def test_only_the_named_families_change() -> None:
    root = etree.fromstring(
        part(
            "w:x",
            '<w:rFonts w:ascii="A" w:hAnsi="B" w:cs="A"/><a:latin typeface="A"/><a:cs typeface="C"/>'
            '<w:font w:name="A"/><w:font w:name="C"/>',
        ).encode()
    )
    replace_families(root, {"A": "Z"})
    fonts = root[0]
    assert [fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "cs")] == ["Z", "B", "Z"]
    assert [face.get("typeface") for face in root[1:3]] == ["Z", "C"]
    assert [font.get(qn("w:name")) for font in root.iter(qn("w:font"))] == ["Z", "C"]


def test_a_family_stands_once_in_the_font_table() -> None:
    root = etree.fromstring(part("w:fonts", '<w:font w:name="A"/><w:font w:name="Z"/>').encode())
    replace_families(root, {"A": "Z"})
    assert [font.get(qn("w:name")) for font in root] == ["Z"]


def test_the_parts_that_can_name_a_font_are_found() -> None:
    assert parts_with_fonts(opened(docx())) == ("word/styles.xml",)
