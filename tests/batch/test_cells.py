"""What the cells of a row say, and which say nothing that can be trusted."""

from __future__ import annotations

import datetime

import pytest

from taahodname.batch.cells import WrongCell, blank, gap, given, profile_data, shown
from taahodname.batch.columns import of_field
from taahodname.profile import Profile

CODE, DATE, FLAG = (
    of_field(path) for path in ("company.national_id", "ceo.birth_date", "representative.mobile_ported")
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (10380284790.0, "10380284790"),
        (84575948, "84575948"),
        (999999999999999.0, "999999999999999"),
        (-5.0, "-5"),
        (59.5, "59.5"),
        (0.0, "0"),
        (" الف ", " الف "),
        ("=1+1", "=1+1"),
        ("x" * 32_767, "x" * 32_767),
    ],
)
def test_a_cell_says_what_was_typed(value, text):
    assert given(value, CODE) == text


@pytest.mark.parametrize(
    ("value", "column", "rule"),
    [
        (1e15, CODE, "digits"),
        (-1e15, CODE, "digits"),
        (98912345678901234567.0, CODE, "digits"),
        (10**15, CODE, "digits"),
        (datetime.date(2026, 12, 5), CODE, "date"),
        (datetime.datetime(2026, 12, 5), CODE, "date"),
        (datetime.datetime(2026, 12, 5, 12, 30), DATE, "time"),
        (datetime.time(0, 0), DATE, "time"),
        (datetime.timedelta(days=1), DATE, "time"),
        (True, CODE, "boolean"),
        ("x" * 32_768, CODE, "long"),
    ],
)
def test_a_cell_that_cannot_be_what_was_typed_is_wrong(value, column, rule):
    with pytest.raises(WrongCell) as caught:
        given(value, column)
    assert caught.value.rule == f"table.{rule}"


def test_a_date_in_a_column_of_dates_comes_as_its_iso_text():
    assert given(datetime.date(1979, 10, 15), DATE) == "1979-10-15"
    assert given(datetime.datetime(1979, 10, 15), DATE) == "1979-10-15"


def test_a_yes_may_be_a_true():
    assert given(True, FLAG) is True
    for value, wanted in ((True, True), ("بلی", True), ("خیر", False), ("TRUE", True), ("0", False)):
        data = profile_data({"representative.mobile_ported": value})
        assert Profile.model_validate(data).representative.mobile_ported is wanted


@pytest.mark.parametrize("value", [None, "", "  ", "\n", "\u00a0"])
def test_spaces_are_nothing(value):
    assert blank(value)


@pytest.mark.parametrize("value", [0, 0.0, False, "0", "."])
def test_a_zero_is_something(value):
    assert not blank(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (3000.0, "3000"),
        (1.5, "1.5"),
        (9.5e19, "9.5e+19"),
        (False, "FALSE"),
        (datetime.date(2026, 12, 5), "2026-12-05"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
    ],
)
def test_a_value_is_handed_back_as_its_text(value, text):
    assert shown(value) == text


@pytest.mark.parametrize(
    ("row", "data"),
    [
        ({}, {}),
        ({"company.name": "آریا"}, {"company": {"name": "آریا"}}),
        ({"lines.0.type": "3000"}, {"lines": [{"type": "3000"}]}),
        (
            {"lines.0.sample_messages": "یک\r\nدو\n\n سه "},
            {"lines": [{"sample_messages": ["یک", "دو", " سه "]}]},
        ),
        (
            {"signatories": "سارا آرین، مدیرعامل، عضو هیئت‌مدیره\nکاوه سپهر\nمینا ،  رئیس "},
            {
                "signatories": [
                    {"name": "سارا آرین", "title": "مدیرعامل، عضو هیئت‌مدیره"},
                    {"name": "کاوه سپهر"},
                    {"name": "مینا", "title": "رئیس"},
                ]
            },
        ),
        ({"customer_list.file": "a.xlsx"}, {"customer_list": "a.xlsx"}),
        (
            {"customer_list.file": "a.xlsx", "customer_list.include": "0912،0913\n0914"},
            {"customer_list": {"file": "a.xlsx", "include": ["0912", "0913", "0914"]}},
        ),
        ({"customer_list.sheet": "S"}, {"customer_list": {"sheet": "S"}}),
        ({"letterhead": "head.docx"}, {"letterhead": "head.docx"}),
        ({"letterhead": "generated"}, {"letterhead": "generated"}),
        (
            {"letterhead": " Generated", "letterhead.logo": "l.png"},
            {"letterhead": {"kind": "generated", "logo": "l.png"}},
        ),
        (
            {"letterhead": "head.docx", "letterhead.head_mm": "45"},
            {"letterhead": {"file": "head.docx", "head_mm": "45"}},
        ),
        ({"letterhead.foot_mm": "۲۵"}, {"letterhead": {"foot_mm": "۲۵"}}),
    ],
)
def test_a_row_becomes_the_data_of_a_profile(row, data):
    assert profile_data(row) == data


@pytest.mark.parametrize(
    ("places", "first"),
    [((), None), ((0,), None), ((0, 1, 2), None), ((1,), 0), ((0, 2), 1), ((2,), 0)],
)
def test_a_line_that_is_left_out_is_seen(places, first):
    assert gap({f"lines.{place}.type": "3000" for place in places}) == first


def test_the_places_on_a_letterhead_are_three_numbers_in_a_cell():
    row = {"letterhead": "a.jpg", "letterhead.head_mm": "45", "letterhead.fields.date": "20، 40، 45"}
    data = profile_data(row)
    assert data == {"letterhead": {"file": "a.jpg", "head_mm": "45", "fields": {"date": "20، 40، 45"}}}
    place = Profile.model_validate(data).letterhead_options.fields.date
    assert (place.x_mm, place.y_mm, place.width_mm) == (20, 40, 45)
