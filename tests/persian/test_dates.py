"""Facts about Jalali dates."""

from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor

import jdatetime
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taahodname.persian import dates
from taahodname.persian.dates import DateError, JalaliDate

# The leap years of the official calendar, 1391 to 1441; the 2820-year formula names other ones.
_LEAP = (1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441)
_DAYS = st.dates(min_value=datetime.date(1827, 3, 22), max_value=datetime.date(2120, 3, 20))


@pytest.mark.parametrize(
    "text",
    [
        "1358/07/23",
        "1358/7/23",
        "1358-07-23",
        "1358.7.23",
        "1358–07–23",
        "۱۳۵۸/۰۷/۲۳",
        "١٣٥٨/٠٧/٢٣",
        " ۱۳۵۸ / ۷ / ۲۳ ",
        "\u200e1358/07/23\u200e",
        "1979-10-15",
        "1979/10/15",
        "۱۹۷۹-۱۰-۱۵",
    ],
)
def test_every_usual_spelling_of_a_date_is_read(text: str) -> None:
    assert dates.parse(text) == JalaliDate(1358, 7, 23)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "form"),
        ("58/07/23", "form"),
        ("23/07/1358", "form"),
        ("1358/07", "form"),
        ("1358/07/23\n", "form"),
        ("1358/07-23", "form"),
        ("1358/007/23", "form"),
        ("13580723", "form"),
        ("۲۳ مهر ۱۳۵۸", "form"),
        ("1979-10-15T00:00:00", "form"),
        ("135²/07/23", "form"),
        ("1358/00/23", "month"),
        ("1358/13/23", "month"),
        ("1358/07/00", "day"),
        ("1358/07/31", "day"),
        ("1358/06/32", "day"),
        ("1400/12/30", "day"),
        ("1205/12/29", "year"),
        ("1499/01/01", "year"),
        ("1826-01-01", "year"),
        ("2120-03-21", "year"),
        ("1699-01-01", "year"),
        ("2200-01-01", "year"),
        ("1979-02-29", "gregorian"),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_do(text: str, reason: str) -> None:
    with pytest.raises(DateError) as caught:
        dates.parse(text)
    assert caught.value.reason == reason
    assert "؛" in caught.value.message
    assert ";" in caught.value.message_en


def test_a_day_first_date_is_told_so() -> None:
    with pytest.raises(DateError, match="day stands before the year"):
        dates.parse("23/07/1358")


def test_esfand_of_a_common_year_has_no_thirtieth_and_the_message_says_why() -> None:
    assert dates.parse("1399/12/30") == JalaliDate(1399, 12, 30)
    with pytest.raises(DateError) as caught:
        dates.parse("1400/12/30")
    assert "۱۴۰۰ کبیسه نیست" in caught.value.message
    assert "۲۹ روز" in caught.value.message
    assert "1400 is not a leap year" in caught.value.message_en


@pytest.mark.parametrize("year", range(1391, 1442))
def test_leap_years_are_those_of_the_official_list(year: int) -> None:
    if year in _LEAP:
        assert JalaliDate(year, 12, 30).to_gregorian() < JalaliDate(year + 1, 1, 1).to_gregorian()
    else:
        with pytest.raises(DateError):
            JalaliDate(year, 12, 30)


@given(_DAYS)
def test_a_day_comes_back_from_the_other_calendar_as_it_went(day: datetime.date) -> None:
    jalali = JalaliDate.from_gregorian(day)
    assert jalali.to_gregorian() == day
    assert dates.parse(jalali.format()) == jalali
    assert dates.parse(day.isoformat()) == jalali


@given(_DAYS.filter(lambda day: day < datetime.date(2120, 3, 20)))
def test_days_follow_one_another_in_both_calendars(day: datetime.date) -> None:
    assert JalaliDate.from_gregorian(day) < JalaliDate.from_gregorian(day + datetime.timedelta(days=1))


@pytest.mark.parametrize(
    ("gregorian", "jalali"),
    [
        ((1827, 3, 22), (1206, 1, 1)),
        ((1979, 2, 11), (1357, 11, 22)),
        ((2021, 3, 20), (1399, 12, 30)),
        ((2021, 3, 21), (1400, 1, 1)),
        ((2025, 3, 20), (1403, 12, 30)),
        ((2026, 11, 23), (1405, 9, 2)),
        ((2120, 3, 20), (1498, 12, 30)),
    ],
)
def test_known_days_fall_where_they_fell(
    gregorian: tuple[int, int, int], jalali: tuple[int, int, int]
) -> None:
    assert JalaliDate.from_gregorian(datetime.date(*gregorian)) == JalaliDate(*jalali)


def test_a_date_is_printed_short_and_long_in_persian() -> None:
    day = JalaliDate(1405, 9, 2)
    assert day.format() == "۱۴۰۵/۰۹/۰۲"
    assert day.long() == "۲ آذر ۱۴۰۵"


def test_month_names_are_persian_in_every_thread() -> None:
    jdatetime.set_locale("en_US")
    try:
        with ThreadPoolExecutor(2) as pool:
            names = list(pool.map(lambda month: JalaliDate(1404, month, 1).long(), range(1, 13)))
    finally:
        jdatetime.set_locale(None)
    assert [name.split(" ")[1] for name in names] == list(dates.MONTHS)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime.datetime(2026, 11, 23, 20, 29, tzinfo=datetime.UTC), JalaliDate(1405, 9, 2)),
        (datetime.datetime(2026, 11, 23, 20, 30, tzinfo=datetime.UTC), JalaliDate(1405, 9, 3)),
    ],
)
def test_a_day_begins_at_midnight_in_tehran(moment: datetime.datetime, day: JalaliDate) -> None:
    assert dates.today(moment) == day


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        dates.today(datetime.datetime(2026, 11, 23))


def test_today_is_now() -> None:
    before = dates.today(datetime.datetime.now(datetime.UTC))
    assert dates.today() >= before
