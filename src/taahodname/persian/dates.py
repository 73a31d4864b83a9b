"""Reads, checks, converts and writes Jalali dates."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from taahodname.persian import digits

FIRST_YEAR = 1206
LAST_YEAR = 1498
"""The years in which jdatetime's arithmetic and the official list of leap years agree."""

_GREGORIAN_YEARS = range(1700, 2200)
MONTHS = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
"""The names of the months; a table of our own, because a locale belongs to one thread."""

_SPACE = "[ \u00a0\u200c\u200e\u200f]*"
_DATE = re.compile(
    f"{_SPACE}([0-9]+){_SPACE}([/.\u2013-]){_SPACE}([0-9]+){_SPACE}\\2{_SPACE}([0-9]+){_SPACE}"
)


class DateError(ValueError):
    """A text or three numbers that are no date.

    Attributes:
        reason: a stable name: «form», «year», «month», «day» or «gregorian».
        message: a Persian sentence that says what is wrong and what to do.
        message_en: the same in English.
    """

    def __init__(self, reason: str, message: str, message_en: str) -> None:
        super().__init__(message_en)
        self.reason = reason
        self.message = message
        self.message_en = message_en


@dataclass(frozen=True, order=True, slots=True)
class JalaliDate:
    """One day of the Jalali calendar, between 1206/01/01 and 1498/12/30; an impossible one cannot be made.

    Raises:
        DateError: when there is no such day.
    """

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        _require_year(self.year)
        if not 1 <= self.month <= 12:
            raise DateError(
                "month",
                "ماه تاریخ باید از ۱ تا ۱۲ باشد؛ تاریخ را به شکل سال/ماه/روز بنویسید، مانند ۱۳۵۸/۰۷/۲۳.",
                "the month must be from 1 to 12; write year/month/day, such as 1358/07/23",
            )
        _require_day(self.year, self.month, self.day)

    @classmethod
    def from_gregorian(cls, date: datetime.date) -> JalaliDate:
        """Return the Jalali date of a Gregorian day.

        Args:
            date: any day that falls in the years 1206–1498.

        Raises:
            DateError: when it falls outside them.
        """
        import jdatetime

        if not _FIRST_DAY <= datetime.date(date.year, date.month, date.day) <= _LAST_DAY:
            raise _year_error()
        year, month, day = jdatetime.GregorianToJalali(date.year, date.month, date.day).getJalaliList()
        return cls(year, month, day)

    def to_gregorian(self) -> datetime.date:
        """Return the same day in the Gregorian calendar."""
        import jdatetime

        year, month, day = jdatetime.JalaliToGregorian(self.year, self.month, self.day).getGregorianList()
        return datetime.date(year, month, day)

    def format(self) -> str:
        """Return the date as forms print it: «۱۴۰۵/۰۹/۰۲»."""
        return digits.to_persian(f"{self.year:04}/{self.month:02}/{self.day:02}")

    def plain(self) -> str:
        """Return the date as profiles and data hold it, in ASCII digits: «1405/09/02»."""
        return f"{self.year:04}/{self.month:02}/{self.day:02}"

    def long(self) -> str:
        """Return the date with the month's name: «۲ آذر ۱۴۰۵»."""
        return digits.to_persian(f"{self.day} {MONTHS[self.month - 1]} {self.year}")


# 1206/01/01 and 1498/12/30 (1498 is a leap year).
_FIRST_DAY = datetime.date(1827, 3, 22)
_LAST_DAY = datetime.date(2120, 3, 20)


def parse(text: str) -> JalaliDate:
    """Return the date that a text names.

    Accepted: year, month and day with «/», «-» or «.» between, in any family of digits, with spaces; a
    year from 1700 to 2199 is Gregorian and is converted.

    Args:
        text: the date as given.

    Raises:
        DateError: when the text is no date, or the day does not exist.
    """
    match = _DATE.fullmatch(digits.to_ascii(text))
    if match is None or len(match[1]) != 4 or len(match[3]) > 2 or len(match[4]) > 2:
        raise _form_error(match)
    year, month, day = int(match[1]), int(match[3]), int(match[4])
    if year not in _GREGORIAN_YEARS:
        return JalaliDate(year, month, day)
    try:
        gregorian = datetime.date(year, month, day)
    except ValueError as error:
        raise DateError(
            "gregorian",
            "چنین روزی در تقویم میلادی نیست؛ ماه و روز را بازبینی کنید یا تاریخ را شمسی بنویسید.",
            "there is no such Gregorian day; look at the month and the day, or write the Jalali date",
        ) from error
    return JalaliDate.from_gregorian(gregorian)


def today(now: datetime.datetime | None = None) -> JalaliDate:
    """Return today's date in Tehran.

    Args:
        now: the moment, with a time zone; the clock's when absent.

    Raises:
        ValueError: when the moment has no time zone.
    """
    from zoneinfo import ZoneInfo

    if now is not None and now.tzinfo is None:
        raise ValueError("a moment without a time zone is not a day in Tehran")
    moment = now or datetime.datetime.now(datetime.UTC)
    return JalaliDate.from_gregorian(moment.astimezone(ZoneInfo("Asia/Tehran")).date())


def _is_leap(year: int) -> bool:
    """Return whether Esfand of a Jalali year has thirty days."""
    import jdatetime

    return bool(jdatetime.date(year, 1, 1).isleap())


def _require_year(year: int) -> None:
    """Raise unless the year is one that can be counted rightly."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _year_error()


def _require_day(year: int, month: int, day: int) -> None:
    """Raise unless the month has such a day; the message says how many it has, and why."""
    leap = month == 12 and _is_leap(year)
    last = 31 if month <= 6 else 30 if month < 12 or leap else 29
    if 1 <= day <= last:
        return
    name = MONTHS[month - 1]
    if month == 12 and day == 30:
        raise DateError(
            "day",
            f"سال {digits.to_persian(str(year))} کبیسه نیست و اسفند آن ۲۹ روز دارد؛ روز را اصلاح کنید.",
            f"{year} is not a leap year and its Esfand has 29 days; correct the day",
        )
    fa_year, fa_last = digits.to_persian(str(year)), digits.to_persian(str(last))
    raise DateError(
        "day",
        f"{name} سال {fa_year} روزهای ۱ تا {fa_last} دارد؛ روز را اصلاح کنید.",
        f"month {month} of {year} has days 1 to {last}; correct the day",
    )


def _form_error(match: re.Match[str] | None) -> DateError:
    """Return the error for a text that is not written as a date; a day-first date is told so."""
    if match is not None and len(match[4]) == 4:
        return DateError(
            "form",
            "در این تاریخ روز پیش از سال آمده است؛ نخست سال را بنویسید، مانند ۱۳۵۸/۰۷/۲۳.",
            "the day stands before the year; write the year first, such as 1358/07/23",
        )
    return DateError(
        "form",
        "تاریخ خوانده نشد؛ آن را به شکل سال چهاررقمی/ماه/روز بنویسید، مانند ۱۳۵۸/۰۷/۲۳.",
        "the date cannot be read; write a four-digit year/month/day, such as 1358/07/23",
    )


def _year_error() -> DateError:
    """Return the error for a year outside the range."""
    return DateError(
        "year",
        "سال تاریخ باید شمسی و از ۱۲۰۶ تا ۱۴۹۸ باشد (یا همان روز به میلادی)؛ سال را چهاررقمی بنویسید.",
        "the year must be a Jalali one from 1206 to 1498, or the day a Gregorian one; write four digits",
    )
