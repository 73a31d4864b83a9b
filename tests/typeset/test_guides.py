"""Guides steer the readers of a PDF; PDFium, by which most people copy, sees few of them."""

from __future__ import annotations

import pytest

from taahodname.dossier.reading import pdf_pages
from taahodname.paper.blocks import Align, Text
from taahodname.persian.isolation import isolate
from taahodname.typeset import typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.guides import LRM, RLM, guided
from taahodname.typeset.readers import pdfium_segments
from taahodname.typeset.stretches import line_form

from .blocks import BOLD, PLAIN, document, paragraph, table
from .test_stretches import signs_of

_CONTROLS = str.maketrans(dict.fromkeys("\u200e\u200f\u061c\u2066\u2067\u2068\u2069"))


def copied(*blocks: object) -> str:
    """Return what PDFium reads, guides and all."""
    return "\n".join(pdf_pages(typeset(document(*blocks), shipped_book()).data))  # type: ignore[arg-type]


def words(text: str) -> list[str]:
    return text.translate(_CONTROLS).split()


LINES = [
    "(مگفا)", "(ده)", "(SMS)", "«الله»", "«لازم» و «بالا» و «نامهٔ»", "متن («مهم») بود", "کلاً. قطعاً، حتماً؛",
    "۱. نخست",
    "از ۱۰–۲۰ نفر", "A4 و B5", "خیر… بله", "نام | نشان", "شرکت (۳۰۰۰)، [مهم]", "۱۲ (دوازده) ریال",
]  # fmt: skip


@pytest.mark.parametrize("text", LINES)
@pytest.mark.parametrize("align", [Align.START, Align.JUSTIFY])
def test_a_line_alone_comes_back_as_it_was_written(text: str, align: Align) -> None:
    long = f"{isolate(text)} و همین نوشته تا چند سطر دیگر هم می‌رود تا سطرها پر و کشیده شوند"
    assert words(copied(paragraph(text))) == words(text)
    assert words(copied(paragraph(long, align=align))) == words(long)


def test_plain_words_are_copied_without_any_guide() -> None:
    text = "شرکت آریا، به شمارهٔ ۱۲۳ و نشانی info@arya.ir، در تاریخ ۱۴۰۵/۰۹/۰۲ ثبت شد."
    assert copied(paragraph(text)).split() == text.split()


def test_a_bracket_brings_only_the_mark_that_keeps_its_side() -> None:
    assert copied(paragraph("نزد (مگفا) و بس")) == f"نزد {RLM}{LRM}(مگفا{LRM}){RLM} و بس"


def test_bold_words_in_a_line_stay_in_their_place() -> None:
    parts = [Text("نخست ", PLAIN), Text("دوم: ", BOLD), Text("۳ و (چهار) ", PLAIN), Text("پنج", BOLD)]
    assert words(copied(paragraph(*parts))) == ["نخست", "دوم:", "۳", "و", "(چهار)", "پنج"]


def test_the_cells_of_a_row_are_read_from_the_right() -> None:
    rows = [["سایت", "a-b.ir", "ایمیل", "c@d.ir"], ["کد", "۱۲۳", "تلفن", "8-76"]]
    isolated = [[isolate(cell) for cell in row] for row in rows]
    # On a page with hardly any text PDFium may take single digits for a column: so there is a line above.
    above = "سطری بلند که پهنای ستون را از راست تا چپ پر می‌کند"
    found = words(copied(paragraph(above), table(isolated, [50, 50, 50, 50])))
    assert found == [*above.split(), *(word for row in rows for word in row)]


@pytest.mark.parametrize("text", [*(line for line in LINES if "A4" not in line), "((ده)) A", "(A) (B) (C)"])
def test_pdfium_finds_more_right_to_left_segments_wherever_it_finds_several(text: str) -> None:
    signs = signs_of(text)
    drawn, _ = guided(line_form(signs), turned=True)
    bodies = (
        one.before + "".join(signs[index].text for index in one.stretch.indices) + one.after
        for one in reversed(drawn)
    )
    segments = pdfium_segments("".join(bodies))
    assert len(segments) == 1 or segments.count("R") > segments.count("L")
