from __future__ import annotations

from taahodname.paper.blocks import TextStyle
from taahodname.paper.walk import families, named_texts, paragraphs
from taahodname.units import Pt
from tests.typeset.blocks import document, paragraph, table


def test_paragraphs_of_cells_are_met_in_reading_order() -> None:
    blocks = (paragraph("یک"), table([["دو", "سه"]], [50, 50]), paragraph("چهار"))
    assert [one.text for one in paragraphs(blocks)] == ["یک", "دو", "سه", "چهار"]


def test_families_of_heads_and_feet_count_too() -> None:
    other = paragraph("سر")
    text = type(other.inlines[0])("سر", TextStyle("B Titr", Pt(12)))
    head = type(other)((text,), other.format, other.mark_style)
    assert families(document(paragraph("متن"), headers={"default": (head,)})) == ("B Titr", "Vazirmatn")


def test_a_named_paragraph_tells_its_words() -> None:
    assert named_texts((paragraph("بند سوم", name="clause_3"), paragraph("دیگر"))) == {"clause_3": "بند سوم"}
