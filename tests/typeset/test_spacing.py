from __future__ import annotations

from io import BytesIO

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from taahodname.dossier.reading import pdf_pages
from taahodname.paper.blocks import Text
from taahodname.persian.isolation import strip_controls
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.lines import Line, set_paragraph
from taahodname.typeset.pieces import PageNumbers
from taahodname.typeset.shape import shape
from taahodname.typeset.spacing import spaced
from taahodname.units import Pt

from .blocks import PLAIN, document, paragraph
from .finished import made
from .page_glyphs import ink_of

WIDE = replace(PLAIN, spacing=Pt(2))
FACE = shipped_book().find("Vazirmatn").face
ROOM = round(2 / 12 * FACE.upem)


def widened(text: str, *, rtl: bool = True) -> list[str]:
    """Return the letters with room behind them, in logical order."""
    before = shape(FACE, text, rtl=rtl)
    after = spaced(before, text, FACE, WIDE, rtl=rtl)
    pairs = zip(before, after, strict=True)
    changed = [new for old, new in pairs if new.advance != old.advance]
    assert all(new.advance - old.advance in (0, ROOM) for old, new in zip(before, after, strict=True))
    return [text[one.cluster] for one in sorted(changed, key=lambda one: one.cluster)]


def test_latin_letters_are_all_parted() -> None:
    assert widened("SMS", rtl=False) == ["S", "M", "S"]


def test_joined_letters_stay_joined() -> None:
    assert widened("شرکت") == ["ر", "ت"]
    assert widened("دارد") == list("دارد")
    assert widened("تعهد") == ["د"]


def test_a_half_space_parts_letters_once_and_a_mark_stays_with_its_letter() -> None:
    assert widened("می‌شود") == ["ی", "و", "د"]
    assert len(widened("درّه")) == 3


def test_persian_digits_are_parted() -> None:
    assert widened("۱۲۳", rtl=False) == ["۱", "۲", "۳"]


def line(*texts: Text) -> Line:
    return set_paragraph(paragraph(*texts), 300, shipped_book(), PageNumbers())[0]


def test_spaced_text_is_wider_by_its_spacing_and_stretched_text_by_its_share() -> None:
    def width(style: object) -> float:
        return sum(one.width for one in line(Text("دارد", style)).placed)  # type: ignore[arg-type]

    plain = width(PLAIN)
    assert width(WIDE) == pytest.approx(plain + 4 * 2, abs=0.1)
    assert width(replace(PLAIN, stretch=1.5)) == pytest.approx(1.5 * plain)


def test_raised_text_makes_its_line_taller_and_lowered_text_deeper() -> None:
    plain, raised, lowered = (line(Text("متن", replace(PLAIN, rise=Pt(rise)))) for rise in (0, 5, -5))
    assert (raised.ascent, raised.descent) == (
        pytest.approx(plain.ascent + 5),
        pytest.approx(plain.descent - 5),
    )
    assert lowered.descent == pytest.approx(plain.descent + 5)


RAISED = replace(PLAIN, size=Pt(7), rise=Pt(5))
HUNG = replace(RAISED, rise=Pt(-2))
CASES = {
    "a raised number": (
        [Text("مساحت ۱۲۰ متر", PLAIN), Text("۲", RAISED), Text(" است", PLAIN)],
        "مساحت ۱۲۰ متر۲ است",
    ),
    "a raised word": (
        [Text("این ", PLAIN), Text("کلمهٔ بالا", RAISED), Text(" است", PLAIN)],
        "این کلمهٔ بالا است",
    ),
    "a lowered digit in Latin": (
        [Text("آب H", PLAIN), Text("2", HUNG), Text("O دارد", PLAIN)],
        "آب H2O دارد",
    ),
    "spaced words": ([Text("تعهدنامهٔ می‌شود رسمی", WIDE)], "تعهدنامهٔ می‌شود رسمی"),
    "spaced Latin": ([Text("SMS LINE 1000", WIDE)], "SMS LINE 1000"),
    "condensed words": (
        [Text("محتوای همهٔ پیامک‌ها", replace(PLAIN, spacing=Pt(-0.5)))],
        "محتوای همهٔ پیامک‌ها",
    ),
    "stretched words": ([Text("نوشتهٔ پهن", replace(PLAIN, stretch=1.5))], "نوشتهٔ پهن"),
    "Latin letters of two sizes": (
        [Text("شرکت C", PLAIN), Text("OMPANY", replace(PLAIN, size=Pt(9))), Text(" است", PLAIN)],
        "شرکت COMPANY است",
    ),
}


@pytest.mark.parametrize(("texts", "words"), CASES.values(), ids=CASES)
def test_readers_find_the_words_whole_and_in_their_order(texts: list[Text], words: str) -> None:
    data = made(document(paragraph(*texts)))
    (pdfium,) = pdf_pages(data)
    (page,) = PdfReader(BytesIO(data)).pages
    for text in (pdfium, page.extract_text()):
        assert strip_controls(text).split() == words.split()


def test_raised_text_is_drawn_above_the_base_line_on_which_it_is_read() -> None:
    data = made(document(paragraph(Text("متن", PLAIN), Text("۲", RAISED))))
    content = PdfReader(BytesIO(data)).pages[0].get_contents()
    assert content is not None
    operators = content.get_data().decode("latin-1")
    ups = {line.split()[-2] for line in operators.replace("Td", "Td\n").splitlines() if line.endswith("Td")}
    assert "3 Tr" in operators
    assert ups == {"0"}
    assert " 5 cm" in operators


@pytest.mark.parametrize("raised", [0, 1, 2])
def test_letters_of_one_size_are_drawn_once_each_raised_or_not(raised: int) -> None:
    up = replace(PLAIN, rise=Pt(3))
    texts = [Text("د", up if place == raised else PLAIN) for place in range(3)]
    (ink,) = ink_of(made(document(paragraph(*texts))))
    assert len(ink) == 3


def test_a_letter_that_is_drawn_as_one_with_that_of_another_style_may_be_spaced() -> None:
    (alone,) = line(Text("لا", PLAIN)).placed
    widths = {one.piece.text: one.width for one in line(Text("ل", PLAIN), Text("ا", WIDE)).placed}
    assert widths == {"ل": pytest.approx(alone.width), "ا": 0.0}
