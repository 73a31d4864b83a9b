from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from taahodname.documents import guarantee_note, sheet
from taahodname.documents.note_drawing import PLACES, SPOTS
from taahodname.dossier.pdfium_text import Box
from taahodname.dossier.preflight import inspect_sheet
from taahodname.dossier.reading import pdf_pages, pdf_text
from taahodname.paper.blocks import Document, Table
from taahodname.paper.drawings import Disc, Drawing, Words
from taahodname.paper.walk import paragraphs
from taahodname.persian.digits import to_persian
from taahodname.persian.isolation import strip_controls
from taahodname.rules import LINES, OperatorData, admit, facts
from taahodname.typeset import Typeset, typeset
from taahodname.typeset.fonts import shipped_book
from tests.builders import profile_with

from .drawn import box_of, rectangles

LONG = "گروه توسعهٔ فناوری‌های نوین ارتباطات و اطلاع‌رسانی مهرآفرید سپیدار ایرانیان آریا"
SIGNERS = [
    {"name": f"سید محمدرضا عبدالله‌زاده مؤمن‌نژاد اصفهانی {number}", "title": "عضو هیئت‌مدیره"}
    for number in ("نخست", "دوم", "سوم", "چهارم", "پنجم")
]


def made(line: str, changes: dict[str, Any] | None = None, **options: Any) -> tuple[Document, Typeset]:
    document = guarantee_note.compose(admit(profile_with(changes or {}, line), line, **options))
    return document, typeset(document, shipped_book())


@pytest.fixture(scope="module")
def sheets() -> dict[str, tuple[Document, Typeset]]:
    return {line: made(line) for line in LINES}


def text_of(finished: Typeset) -> str:
    return " ".join(strip_controls(" ".join(pdf_pages(finished.data))).split())


def at(finished: Typeset, key: str) -> str:
    place = finished.places[key]
    left, top, right, bottom = box_of(place)
    inner = (left + 1, top + 1, right - 8, bottom - 1)
    return " ".join(strip_controls(pdf_text(finished.data, [Box(place.page, *inner)]).within[0]).split())


# What is filled --------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", LINES)
def test_the_yellow_areas_are_the_places_that_the_data_say_are_filled(
    sheets: dict[str, tuple[Document, Typeset]], line: str
) -> None:
    _, finished = sheets[line]
    yellow = [one for one in rectangles(finished.data, 1) if one.fill == sheet.YELLOW]
    note = facts(line).guarantee
    wanted = {key for key in SPOTS if note.state(key) == "fill"}
    found = {key for key in SPOTS for one in yellow if one.is_at(box_of(finished.places[key]))}
    assert found == wanted
    beside_the_drawing = finished.places["stamp"].y + finished.places["stamp"].height + 10
    assert len([one for one in yellow if one.box[3] < beside_the_drawing]) == len(wanted)


def test_the_three_lines_are_filled_as_their_sources_say() -> None:
    filled = {line: {key for key in SPOTS if facts(line).guarantee.state(key) == "fill"} for line in LINES}
    lower = {"maker", "address", "stamp"}
    assert filled["1000"] == lower
    assert filled["021"] == set(SPOTS)
    assert lower | {"sum_digits", "sum_words"} <= filled["3000"]
    assert facts("1000").guarantee.state("sum_digits") == "empty"


@pytest.mark.parametrize("line", LINES)
def test_what_is_filled_is_outlined_and_what_stays_empty_is_hatched_and_says_so(
    sheets: dict[str, tuple[Document, Typeset]], line: str
) -> None:
    _, finished = sheets[line]
    for key in PLACES:
        state = "empty" if key == "back" else facts(line).guarantee.state(key)
        place = finished.places[key]
        drawn = [one for one in rectangles(finished.data, place.page) if one.is_at(box_of(place))]
        assert any(one.stroke for one in drawn), key
        assert any(one.clip for one in drawn) == (state == "empty"), key
        if state == "empty":
            assert "خالی بماند" in at(finished, key)


@pytest.mark.parametrize("line", LINES)
def test_every_number_of_the_drawing_is_in_the_table_and_every_row_in_the_drawing(
    sheets: dict[str, tuple[Document, Typeset]], line: str
) -> None:
    document, finished = sheets[line]
    drawn = []
    for block in document.blocks:
        shapes = block.shapes if isinstance(block, Drawing) else ()
        for disc, words in pairwise(shapes):
            if isinstance(disc, Disc) and isinstance(words, Words):
                drawn.append(words.paragraphs[0].text)
    table = next(block for block in document.blocks if isinstance(block, Table) and block.rows[0].header)
    rows = [next(paragraphs(row.cells[0].blocks)).text for row in table.rows[1:]]
    assert drawn == rows == [to_persian(str(number)) for number in range(1, len(PLACES) + 1)]
    read = text_of(finished)
    assert all(read.count(number) >= 2 for number in rows)


# What is written -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "digits", "words", "toman"),
    [
        ("3000", "۵۰۰٬۰۰۰٬۰۰۰", "پانصد میلیون ریال", "۵۰٬۰۰۰٬۰۰۰ تومان"),
        ("1000", "۵۰۰٬۰۰۰٬۰۰۰", "پانصد میلیون ریال", "۵۰٬۰۰۰٬۰۰۰ تومان"),
        ("021", "۵۰٬۰۰۰٬۰۰۰", "پنجاه میلیون ریال", "۵٬۰۰۰٬۰۰۰ تومان"),
    ],
)
def test_sums_and_names_are_read_back_from_the_finished_file(
    sheets: dict[str, tuple[Document, Typeset]], line: str, digits: str, words: str, toman: str
) -> None:
    _, finished = sheets[line]
    read = text_of(finished)
    for wanted in (
        f"{digits} ریال",
        words,
        toman,
        "شرکت پیشگامان دادهٔ آریا",
        "۱۰۳۸۰۲۸۴۷۹۰",
        "۴۵۶۷۸۹",
        "سید محمدرضا عبدالله‌زاده",
        "نمای شماتیک، نه به مقیاس",
    ):
        assert wanted in read, wanted
    if facts(line).guarantee.state("sum_digits") == "fill":
        assert digits in at(finished, "sum_digits")
        assert words in at(finished, "sum_words")
    assert "پیشگامان" in at(finished, "maker")


def test_the_payee_of_021_is_written_and_those_of_the_others_are_left_to_the_sample() -> None:
    assert "شرکت پیام افزار پیک آسا" in at(made("021")[1], "payee")
    assert at(made("3000")[1], "payee") == "مطابق نمونه"
    assert "پیام افزار" not in text_of(made("3000")[1])


def test_the_date_of_issue_is_the_letter_s() -> None:
    assert at(made("021", date="1405/10/11")[1], "issue_date") == "۱۴۰۵/۱۰/۱۱"


def test_the_cautions_name_what_spoils_a_note(sheets: dict[str, tuple[Document, Typeset]]) -> None:
    for _, finished in sheets.values():
        read = text_of(finished)
        for wanted in ("سقف", "تومان", "خط‌خوردگی", "پشت سفته", "رسید", "روزنامهٔ رسمی", "سررسید"):
            assert wanted in read, wanted
    # Where nothing of the upper part is written, there is nothing to say of how.
    for word in ("حامل", "رقم و حروف یکی باشد"):
        assert [word in text_of(sheets[line][1]) for line in LINES] == [line != "1000" for line in LINES]
    # A note with blanks is the danger of 1000 alone.
    assert ["جاهای خالی" in text_of(sheets[line][1]) for line in LINES] == [line == "1000" for line in LINES]


def test_a_reseller_s_data_fill_in_what_no_source_tells() -> None:
    operators = OperatorData.of(
        {
            "3000": {
                "guarantee": {
                    "payee": "شرکت نمونه",
                    "several": "دو برگ نیز پذیرفته می‌شود.",
                    "write": {"due_date": "عندالمطالبه"},
                }
            }
        }
    )
    document = guarantee_note.compose(admit(profile_with({}), "3000", data=operators))
    finished = typeset(document, shipped_book())
    assert at(finished, "payee") == "شرکت نمونه"
    assert at(finished, "due_date") == "عندالمطالبه"
    assert "دو برگ نیز پذیرفته می‌شود." in text_of(finished)
    yellow = [one for one in rectangles(finished.data, 1) if one.fill == sheet.YELLOW]
    assert any(one.is_at(box_of(finished.places["payee"])) for one in yellow)


# Long names ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", LINES)
def test_long_names_five_signatories_and_three_numbers_still_fit_two_pages(line: str) -> None:
    data = profile_with({}, line).lines[0].model_dump()
    numbers = [{**data, "number": data["number"][:-1] + str(last)} for last in range(3)]
    changes = {
        "company.name": LONG,
        "company.address": "اصفهان، خیابان چهارباغ بالا، کوچهٔ بهارستان، ساختمان مهرآفرید، طبقهٔ همکف، " * 2,
        "ceo.last_name": "عبدالله‌زاده مؤمن‌نژاد اصفهانی طباطبایی یزدی مازندرانی کاشانی",
        "signatories": SIGNERS,
        "lines": numbers,
    }
    assert len(LONG) == 80
    document, finished = made(line, changes)
    inspect_sheet(finished.data, document, admit(profile_with(changes, line), line))
    assert len(finished.layout.pages) == 2
    for one in SIGNERS:
        assert one["name"] in text_of(finished)


def test_a_draft_shows_its_gaps_in_brackets_and_the_watermark() -> None:
    document, finished = made("1000", {"company.name": None}, draft=True)
    assert document.watermark == "پیش‌نویس"
    assert "[نام شرکت]" in text_of(finished)


# How it looks ----------------------------------------------------------------------------------------


def luminance(colour: str) -> float:
    shares = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (sheet.INK, sheet.WHITE),
        (sheet.INK, sheet.YELLOW),
        (sheet.INK, sheet.PAPER),
        (sheet.INK, sheet.PALE),
        (sheet.HAND, sheet.YELLOW),
        (sheet.TITLE, sheet.WHITE),
        (sheet.WHITE, sheet.TITLE),
        (sheet.WHITE, sheet.INK),
        (sheet.WHITE, sheet.RED),
        (sheet.RED, sheet.WHITE),
        (sheet.RED, sheet.PAPER),
        (sheet.RED, sheet.PALE),
        (sheet.GREY_TEXT, sheet.WHITE),
        (sheet.GREY_TEXT, sheet.PAPER),
        (sheet.GREY_TEXT, sheet.PALE),
        (sheet.YELLOW_EDGE, sheet.YELLOW),
    ],
)
def test_text_stands_out_from_its_ground_as_wcag_asks(text: str, ground: str) -> None:
    light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
