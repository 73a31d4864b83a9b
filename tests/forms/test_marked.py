"""The marked copy shows every blank in the colour of its grade and under its number."""

from __future__ import annotations

from taahodname.forms.adopt import adopt
from taahodname.word.names import qn
from taahodname.word.package import read
from tests.forms.blanks_of import control, docx, legacy, paragraph, table, texts


def coloured(data: bytes) -> list[tuple[str, str]]:
    found = []
    for run in read(data, "marked").xml("word/document.xml").iter(qn("w:r")):
        colour = run.find(f"{qn('w:rPr')}/{qn('w:highlight')}")
        if colour is not None:
            found.append(
                (colour.get(qn("w:val")), "".join(text.text for text in run.iter(qn("w:t"))).strip())
            )
    return found


def test_each_grade_has_its_colour_and_each_blank_its_number():
    marked = adopt(
        docx("شناسه ملی: ........", "تلفن: ........", "رنگ: ........", "امضا: ........"), "3000", "blank.docx"
    ).marked
    colours = coloured(marked)
    assert [pair for pair in colours if pair[1].startswith("[")][:4] == [
        ("green", "[۱] شناسهٔ ملی"),
        ("yellow", "[۲] تلفن شرکت"),
        ("red", "[۳]"),
        ("lightGray", "[۴]"),
    ]
    assert [colour for colour, text in colours if text.startswith(("سبز", "زرد", "قرمز", "خاکستری"))] == [
        "green",
        "yellow",
        "red",
        "lightGray",
    ]


def test_blanks_of_every_shape_can_be_marked_when_they_are_left():
    choice = control(kind="<w:comboBox/>")
    blocks = [
        paragraph("رنگ: ", control()),
        paragraph("رنگ: ", legacy()),
        paragraph("رنگ: ", choice),
        paragraph(legacy(kind="<w:checkBox/>"), " رنگ"),
        table(["رنگ", ""]),
        "☐ رنگ",
        "رنگ:  /  /  ",
    ]
    done = adopt(docx(*blocks), "3000", "blank.docx")
    assert len(done.left) == len(blocks)
    numbers = [text for _, text in coloured(done.marked) if text in {f"[{n}]" for n in "۱۲۳۴۵۶۷"}]
    assert numbers == [f"[{n}]" for n in "۱۲۳۴۵۶۷"]


def test_the_list_at_the_end_says_why():
    marked = adopt(docx("شناسه ملی: ........"), "3000", "blank.docx").marked
    assert texts(marked)[-1] == "[۱] «شناسه ملی» ← شناسهٔ ملی؛ برچسب کنار جای خالی همین را می‌گوید."
