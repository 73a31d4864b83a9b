from __future__ import annotations

import pytest
from lxml import etree

from taahodname.errors import UnsupportedFeature
from taahodname.word.graft_styles import Carrier, put_styles
from taahodname.word.graft_theme import Theme
from taahodname.word.markup import Element
from taahodname.word.names import qn
from taahodname.word.styles import Styles

from .making import LTR_STYLES, STYLES, paragraph, part, run, table

THEME = Theme(colours={"accent1": "4F81BD"}, fonts={"minor.latin": "Calibri", "minor.cs": "Arial"})


def sheet(inside: str) -> Styles:
    return Styles(etree.fromstring(part("w:styles", inside).encode()))


def carried(*blocks: str, styles: str = LTR_STYLES, host: str = STYLES) -> tuple[Element, Styles]:
    """Return the blocks with their new styles, and the sheet of the letter they came into."""
    carrier = Carrier(sheet(styles), THEME, "word/styles.xml")
    root = etree.fromstring(part("w:hdr", "".join(blocks)).encode())
    carrier.rename(root)
    target = sheet(host)
    assert target.root is not None
    put_styles(target.root, carrier.carried(), target)
    return root, Styles(target.root)


def value(found: Element | None, name: str = "val") -> str | None:
    assert found is not None
    return found.get(qn(f"w:{name}"))


def test_a_paragraph_looks_in_the_letter_as_it_did_on_the_letterhead() -> None:
    root, styles = carried(paragraph(run("Company"), look='<w:pStyle w:val="Header"/>'))
    block = root[0]
    assert value(block.find(f".//{qn('w:pStyle')}")) == "LH_Header"
    assert value(styles.paragraph_property(block, "w:spacing"), "after") == "160"
    assert not styles.is_bidi(block)
    text = block.find(qn("w:r"))
    assert text is not None
    assert value(styles.run_property(block, text, "w:sz")) == "24"
    assert value(styles.run_property(block, text, "w:rtl")) == "0"
    assert value(styles.run_property(block, text, "w:color")) == "4F81BD"
    assert styles.run_attribute(block, text, "w:rFonts", ("w:ascii",)) == "Calibri"
    assert styles.run_attribute(block, text, "w:rFonts", ("w:cs",)) == "Arial"
    assert styles.run_attribute(block, text, "w:lang", ("w:bidi",)) == "ar-SA"


def test_a_paragraph_without_a_style_takes_the_letterheads_default() -> None:
    root, _ = carried(paragraph("x"))
    assert value(root[0].find(f".//{qn('w:pStyle')}")) == "LH_Normal"
    root, _ = carried(paragraph("x"), styles="")
    assert value(root[0].find(f".//{qn('w:pStyle')}")) == "LH_defaults"


def test_what_a_table_says_of_its_paragraphs_comes_along() -> None:
    root, styles = carried(table(["x"], look='<w:tblStyle w:val="TableGrid"/>'), paragraph("y"))
    inside, outside = root.iter(qn("w:p"))
    assert value(styles.paragraph_property(inside, "w:spacing"), "after") == "0"
    assert value(styles.paragraph_property(outside, "w:spacing"), "after") == "160"
    assert value(root.find(f".//{qn('w:tblStyle')}")) == "LH_TableGrid"
    chain = [value(link, "styleId") for link in styles.chain("LH_TableGrid")]
    assert chain == ["LH_TableGrid", "LH_TableNormal"]


def test_a_table_without_a_style_takes_the_letterheads_default_or_words() -> None:
    root, styles = carried(table(["x"]))
    assert value(root.find(f".//{qn('w:tblStyle')}")) == "LH_TableNormal"
    root, styles = carried(table(["x"]), styles="")
    found = styles.get(value(root.find(f".//{qn('w:tblStyle')}")) or "")
    assert found is not None
    assert value(found.find(f".//{qn('w:left')}"), "w") == "108"


def test_the_styles_of_runs_come_along_and_unknown_ones_go() -> None:
    character = (
        '<w:style w:type="character" w:default="1" w:styleId="Default"/>'
        '<w:style w:type="character" w:styleId="Strong"><w:basedOn w:val="Default"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    root, styles = carried(
        paragraph(run("a", '<w:rStyle w:val="Strong"/>'), run("b", '<w:rStyle w:val="None"/>')),
        styles=LTR_STYLES + character,
    )
    assert [value(found) for found in root.iter(qn("w:rStyle"))] == ["LH_Strong"]
    assert [value(link, "styleId") for link in styles.chain("LH_Strong")] == ["LH_Strong"]


def test_only_styles_in_use_come_along_and_none_becomes_a_default() -> None:
    _, styles = carried(paragraph("x"))
    assert styles.root is not None
    ids = [value(found, "styleId") for found in styles.root.iter(qn("w:style"))]
    assert ids == ["Normal", "LH_defaults", "LH_Normal"]
    assert styles.default("paragraph") == "Normal"


def test_a_style_that_numbers_is_refused_by_name() -> None:
    numbered = (
        '<w:style w:type="paragraph" w:styleId="List"><w:name w:val="List Number"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    with pytest.raises(UnsupportedFeature) as caught:
        carried(paragraph("x", look='<w:pStyle w:val="List"/>'), styles=LTR_STYLES + numbered)
    assert "w:numPr" in caught.value.feature
    assert caught.value.near == "List Number"
    carried(paragraph("x"), styles=LTR_STYLES + numbered)


def test_coming_twice_leaves_one_of_each() -> None:
    root = etree.fromstring(part("w:hdr", paragraph("x")).encode())
    carrier = Carrier(sheet(LTR_STYLES), THEME, "s")
    carrier.rename(root)
    target = sheet(STYLES)
    assert target.root is not None
    for _ in range(2):
        put_styles(target.root, carrier.carried(), Styles(target.root))
    ids = [value(found, "styleId") for found in target.root.iter(qn("w:style"))]
    assert len(ids) == len(set(ids))
