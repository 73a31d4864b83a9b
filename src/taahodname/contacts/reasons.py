"""Why a row is left out and what is told of the rows that are kept: stable codes, and the words for both."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from taahodname.persian.digits import to_persian


class Reason(StrEnum):
    """Why something in a cell is not counted. The codes stay."""

    DUPLICATE = "duplicate"
    LANDLINE = "landline"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    FOREIGN = "foreign"
    NOT_MOBILE = "not-a-mobile"
    NOT_NUMBER = "not-a-number"
    DATE = "date"
    OTHER_OPERATOR = "other-operator"
    UNKNOWN_PREFIX = "unknown-prefix"
    REPEATED_TAIL = "repeated-tail"
    DIGITS_LOST = "digits-lost"
    NO_VALUE = "formula-without-value"
    CELL_ERROR = "cell-error"
    HIDDEN_ROW = "hidden-row"


class Words(NamedTuple):
    """The words for one reason.

    Attributes:
        fa, en: of one row; `{detail}` is the cell it repeats, or the operator.
        many, many_en: of a group of rows, after their count.
        todo, todo_en: what to do about them.
    """

    fa: str
    en: str
    many: str
    many_en: str
    todo: str
    todo_en: str


_RETYPE = ("شمارهٔ درست را بنویسید", "write the right number")
_INCLUDE = "در include (یا گزینهٔ --include) بنویسید"
_INCLUDE_EN = "name it in include (or with --include)"

WORDS: dict[Reason, Words] = {
    Reason.DUPLICATE: Words(
        "تکرار {detail} است",
        "repeats {detail}",
        "تکراری است",
        "repeat another one",
        "کاری لازم نیست",
        "nothing to do",
    ),
    Reason.LANDLINE: Words(
        "تلفن ثابت است",
        "is a landline",
        "تلفن ثابت است",
        "are landlines",
        "شمارهٔ همراه مشتری را بنویسید",
        "write the customer's mobile number",
    ),
    Reason.TOO_SHORT: Words(
        "رقم کم دارد", "has too few digits", "رقم کم دارد", "have too few digits", *_RETYPE
    ),
    Reason.TOO_LONG: Words(
        "رقم اضافه دارد", "has too many digits", "رقم اضافه دارد", "have too many digits", *_RETYPE
    ),
    Reason.FOREIGN: Words(
        "شمارهٔ کشور دیگری است",
        "is another country's",
        "شمارهٔ کشور دیگری است",
        "are other countries'",
        "شمارهٔ ایرانی مشتری را بنویسید",
        "write the customer's Iranian number",
    ),
    Reason.NOT_MOBILE: Words(
        "شمارهٔ همراه نیست", "is no mobile number", "شمارهٔ همراه نیست", "are no mobile numbers", *_RETYPE
    ),
    Reason.NOT_NUMBER: Words("شماره نیست", "is no number", "شماره نیست", "are no numbers", *_RETYPE),
    Reason.DATE: Words(
        "تاریخ یا ساعت است", "is a date or a time", "تاریخ یا ساعت است", "are dates or times", *_RETYPE
    ),
    Reason.OTHER_OPERATOR: Words(
        "پیش‌شمارهٔ {detail} دارد",
        "has a prefix of {detail}",
        "پیش‌شمارهٔ اپراتور دیگری دارد",
        "have another operator's prefix",
        f"اگر شماره‌ای به همراه اول ترابرد شده است، آن را {_INCLUDE}",
        f"where one was ported to همراه اول, {_INCLUDE_EN}",
    ),
    Reason.UNKNOWN_PREFIX: Words(
        "پیش‌شماره‌اش در فهرست هیچ اپراتوری نیست",
        "has a prefix of no known operator",
        "پیش‌شماره‌ای دارد که در فهرست هیچ اپراتوری نیست",
        "have a prefix of no known operator",
        f"شماره را بازبینی کنید؛ اگر همراه اول است، آن را {_INCLUDE}",
        f"look at it again; if it is of همراه اول, {_INCLUDE_EN}",
    ),
    Reason.REPEATED_TAIL: Words(
        "هفت رقم آخرش یکسان است و به شمارهٔ ساختگی می‌ماند",
        "ends in seven equal digits, like a number made up",
        "هفت رقم آخر یکسان دارد و به شمارهٔ ساختگی می‌ماند",
        "end in seven equal digits, like numbers made up",
        f"اگر شمارهٔ واقعی مشتری است، آن را {_INCLUDE}",
        f"where it is a customer's real number, {_INCLUDE_EN}",
    ),
    Reason.DIGITS_LOST: Words(
        "رقم‌های آخرش در اکسل از دست رفته است",
        "lost its last digits in a spreadsheet",
        "رقم‌های آخرش در اکسل از دست رفته است",
        "lost their last digits in a spreadsheet",
        "قالب ستون را Text کنید و شماره را دوباره بنویسید",
        "format the column as Text and write the number again",
    ),
    Reason.NO_VALUE: Words(
        "فرمولی است که مقدار آن در فایل نیست",
        "is a formula whose value is not in the file",
        "فرمولی است که مقدار آن در فایل نیست",
        "are formulas whose value is not in the file",
        "فایل را در اکسل باز و ذخیره کنید و دوباره بدهید",
        "open the file in Excel, save it and give it again",
    ),
    Reason.CELL_ERROR: Words(
        "خطای فرمول نشان می‌دهد",
        "shows an error of its formula",
        "خطای فرمول نشان می‌دهد",
        "show an error of their formula",
        "فرمول را در اکسل اصلاح کنید",
        "mend the formula in Excel",
    ),
    Reason.HIDDEN_ROW: Words(
        "در ردیف پنهان است",
        "stands in a hidden row",
        "در ردیف پنهان (فیلترشده) است و شمرده نشد",
        "stand in hidden (filtered) rows and were not counted",
        "اگر باید بیاید، در اکسل فیلتر یا پنهان‌بودن ردیف را بردارید",
        "where they belong to the list, clear the filter or unhide the rows in Excel",
    ),
}

FEW = 3
"""How many cells a message names before it only counts."""


def cells(names: tuple[str, ...], count: int) -> tuple[str, str]:
    """Return the first few cells and how many more there are, in Persian and in English."""
    shown = names[:FEW]
    more = count - len(shown)
    fa, en = "، ".join(shown), ", ".join(shown)
    return (f"{fa} و {to_persian(str(more))} خانهٔ دیگر", f"{en} and {more} more") if more else (fa, en)
