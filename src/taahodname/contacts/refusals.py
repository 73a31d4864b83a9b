"""Says why a list cannot be read and what to do about it: one sentence for every stable reason."""

from __future__ import annotations

from taahodname.errors import CustomerListError
from taahodname.persian.letters import flaws

_WORDS: dict[str, tuple[str, str, str]] = {
    "no-file": (
        "file",
        "فایل «{name}» پیدا نشد؛ نام و نشانی آن را بررسی کنید.",
        "there is no file {name!r}; check its name and its folder",
    ),
    "directory": (
        "file",
        "«{name}» پوشه است، نه فایل؛ نشانی خود فایل فهرست را بنویسید.",
        "{name!r} is a folder; give the path of the list itself",
    ),
    "no-access": (
        "file",
        "فایل «{name}» باز نمی‌شود ({detail})؛ اگر در برنامهٔ دیگری باز است آن را ببندید و اجازهٔ خواندن "
        "را ببینید.",
        "{name!r} cannot be opened ({detail}); close it elsewhere and see to the permission",
    ),
    "empty-file": (
        "file",
        "فایل «{name}» خالی است؛ فایلی را بدهید که شماره‌ها در آن است.",
        "{name!r} is empty; give the file that holds the numbers",
    ),
    "too-large": (
        "file",
        "فایل «{name}» بیش از اندازه بزرگ است ({detail})؛ ردیف‌ها و ستون‌های اضافی را پاک کنید و دوباره "
        "ذخیره کنید.",
        "{name!r} is too large ({detail}); remove needless rows and columns and save it again",
    ),
    "zip-bomb": (
        "file",
        "فایل «{name}» پس از باز شدن بیش از اندازه بزرگ می‌شود ({detail}) و برای ایمنی باز نشد؛ فقط ستون "
        "شماره‌ها "
        "را در یک فایل اکسل تازه ذخیره کنید.",
        "{name!r} grows too large when inflated ({detail}) and was not opened; save the column of numbers "
        "alone "
        "in a new workbook",
    ),
    "encrypted": (
        "file",
        "فایل «{name}» رمز دارد؛ آن را در اکسل باز کنید، رمز را بردارید و دوباره ذخیره کنید.",
        "{name!r} has a password; open it in Excel, remove the password and save it again",
    ),
    "broken": (
        "file",
        "فایل «{name}» خراب است و خوانده نمی‌شود ({detail})؛ آن را در اکسل باز کنید و با قالب xlsx دوباره "
        "ذخیره کنید.",
        "{name!r} is broken ({detail}); open it in Excel and save it again as .xlsx",
    ),
    "other-kind": (
        "file",
        "فایل «{name}» فهرست نیست، {kind} است؛ یک فایل xlsx، xlsm، xls، ods، csv یا txt بدهید.",
        "{name!r} is no list but {kind_en}; give an .xlsx, .xlsm, .xls, .ods, .csv or .txt file",
    ),
    "save-as": (
        "file",
        "فایل «{name}» {kind} است و خوانده نمی‌شود؛ آن را در اکسل باز کنید و با قالب Excel Workbook (xlsx) "
        "ذخیره کنید.",
        "{name!r} is {kind_en}, which is not read; open it in Excel and save it as Excel Workbook (.xlsx)",
    ),
    "not-text": (
        "file",
        "فایل «{name}» نه فایل اکسل است و نه متن؛ یک فایل xlsx، xlsm، xls، ods، csv یا txt بدهید.",
        "{name!r} is neither a workbook nor text; give an .xlsx, .xlsm, .xls, .ods, .csv or .txt file",
    ),
    "no-sheets": (
        "file",
        "فایل «{name}» برگه‌ای با خانه ندارد؛ شماره‌ها را در یک برگهٔ معمولی بنویسید.",
        "{name!r} has no sheet with cells; put the numbers into an ordinary sheet",
    ),
    "no-sheet": (
        "sheet",
        "برگه‌ای به نام «{given}» در «{name}» نیست؛ یکی از این‌ها را بنویسید: {known}.",
        "there is no sheet {given!r} in {name!r}; write one of: {known}",
    ),
    "no-column": (
        "column",
        "ستون «{given}» در برگهٔ «{sheet}» نیست؛ حرف ستون یا عنوان آن را بنویسید: {known}.",
        "there is no column {given!r} in the sheet {sheet!r}; write its letter or its heading: {known}",
    ),
    "two-columns": (
        "column",
        "در برگهٔ «{sheet}» بیش از یک ستون عنوان «{given}» دارد ({known})؛ حرف ستون را بنویسید.",
        "several columns of the sheet {sheet!r} have the heading {given!r} ({known}); write the column's "
        "letter",
    ),
    "no-numbers": (
        "file",
        "در «{name}» ستونی که شماره داشته باشد پیدا نشد{where}؛ ببینید فایل درست است، یا ستون را نام ببرید.",
        "no column of numbers was found in {name!r}{where_en}; see whether this is the right file, or name "
        "the column",
    ),
    "both": (
        "file",
        "{count} شماره هم در فهرست افزودنی‌هاست و هم در فهرست حذفی‌ها ({numbers})؛ هر کدام را تنها در یکی "
        "بگذارید.",
        "{count} numbers are to be added and to be removed ({numbers}); keep each in one of the lists only",
    ),
    "include": (
        "include",
        "شمارهٔ «{given}» در include شمارهٔ همراه نیست؛ آن را ۱۱رقمی و با ۰۹ بنویسید.",
        "{given!r} in include is no mobile number; write it with 11 digits that begin with 09",
    ),
}

REASONS = tuple(_WORDS)
"""Every stable reason, for those who look for one."""


def refusal(reason: str, **values: str) -> CustomerListError:
    """Return the error for a reason.

    Args:
        reason: one of REASONS.
        values: what stands in the gaps of its sentence; the file's `name` in nearly all.

    Raises:
        KeyError: when there is no such reason.
    """
    part, persian, english = _WORDS[reason]
    shown = {key: printable(value) for key, value in values.items()}
    return CustomerListError(reason, part, persian.format(**shown), english.format(**shown), shown)


def printable(text: str) -> str:
    """Return a text with every character that cannot be printed told by its code («<U+202E>»)."""
    bad = {flaw.position: f"<{flaw.code}>" for flaw in flaws(text)}
    return "".join(bad.get(place, char) for place, char in enumerate(text))
