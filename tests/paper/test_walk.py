from __future__ import annotations

from taahodname.paper.blocks import FloatingPicture, Padding, Paragraph, TextStyle
from taahodname.paper.drawings import Drawing, Lettering, Shape, TextBox
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


def hung(*shapes: Shape) -> Paragraph:
    """Return a paragraph with a drawing that hangs on it."""
    floating = FloatingPicture(Drawing(Pt(90), Pt(40), shapes, ""), "column", "paragraph")
    plain = paragraph("دو")
    return Paragraph((floating, *plain.inlines), plain.format, plain.mark_style)


def test_the_words_of_a_text_box_come_after_the_paragraph_it_hangs_on() -> None:
    box = TextBox(0, 0, 90, 40, (paragraph("کادر"), table([["خانه"]], [50])), Padding())
    blocks = (paragraph("یک"), hung(box), paragraph("سه"))
    assert [one.text for one in paragraphs(blocks)] == ["یک", "دو", "کادر", "خانه", "سه"]


def test_the_family_of_a_watermark_counts_too() -> None:
    mark = Lettering(0, 0, 90, 40, "محرمانه", "B Titr")
    assert families(document(hung(mark))) == ("B Titr", "Vazirmatn")
