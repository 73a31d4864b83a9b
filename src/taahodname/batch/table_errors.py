"""Says why a table of clients cannot be read and what to do: one sentence for every stable reason."""

from __future__ import annotations

from taahodname.errors import CustomerListError, TableError
from taahodname.profile.shown import printable

_KINDS = "xlsx، xlsm، xls، ods یا csv"
_KINDS_EN = ".xlsx, .xlsm, .xls, .ods or .csv"
_WORDS: dict[str, tuple[str, str]] = {
    "empty-file": (
        "جدول «{name}» خالی است؛ با «taahodname init --excel» یک جدول خالی با عنوان‌ها بسازید و پر کنید.",
        "the table {name!r} is empty; make one with headings by «taahodname init --excel» and fill it in",
    ),
    "zip-bomb": (
        "«{name}» پس از باز شدن بیش از اندازه بزرگ می‌شود ({detail}) و برای ایمنی باز نشد؛ مشتریان را در یک "
        "فایل "
        "اکسل تازه ذخیره کنید.",
        "{name!r} grows too large when inflated ({detail}) and was not opened; save the clients in a new "
        "workbook",
    ),
    "other-kind": (
        "«{name}» جدول نیست، {kind} است؛ یک فایل " + _KINDS + " بدهید.",
        "{name!r} is no table but {kind_en}; give an " + _KINDS_EN + " file",
    ),
    "not-text": (
        "«{name}» نه فایل اکسل است و نه متن؛ یک فایل " + _KINDS + " بدهید.",
        "{name!r} is neither a workbook nor text; give an " + _KINDS_EN + " file",
    ),
    "no-sheets": (
        "«{name}» برگه‌ای با خانه ندارد؛ مشتریان را در یک برگهٔ معمولی بنویسید.",
        "{name!r} has no sheet with cells; put the clients into an ordinary sheet",
    ),
    "misnamed": (
        "نام «{name}» با {ending} تمام می‌شود ولی محتوای آن {kind} است؛ آن را با پسوند درست نام‌گذاری کنید "
        "یا در "
        "اکسل باز و با قالب xlsx ذخیره کنید.",
        "{name!r} ends in {ending}, but it is {kind_en}; give it its right ending, or save it as .xlsx",
    ),
    "encoding": (
        "«{name}» با رمزگذاری UTF-8 است ولی چند نویسهٔ آن خراب شده است؛ آن را دوباره از برنامهٔ اصلی بگیرید "
        "یا با "
        "قالب xlsx ذخیره کنید.",
        "{name!r} is UTF-8 with some characters damaged; export it again, or save it as .xlsx",
    ),
    "csv": (
        "سطر {row} از «{name}» خوانده نمی‌شود ({detail})؛ علامت‌های نقل قول آن را درست کنید یا جدول را با "
        "قالب xlsx "
        "ذخیره کنید.",
        "row {row_en} of {name!r} cannot be read ({detail}); mend its quotation marks, or save the table as "
        ".xlsx",
    ),
    "headings": (
        "«{name}»: سطر نخست باید عنوان ستون‌ها باشد و این عنوان‌ها شناخته نشد: {headings}. عنوان‌ها را درست "
        "کنید یا "
        "ستون‌های زیادی را بردارید؛ جدول «taahodname init --excel» همه را دارد.",
        "{name!r}: the first row must be the headings, and these are not known: {headings_en}. Mend them or "
        "remove "
        "the columns; the table of «taahodname init --excel» has them all",
    ),
    "heading-twice": (
        "«{name}»: دو ستون یک چیز را می‌گویند: {headings}؛ یکی را بردارید.",
        "{name!r}: two columns say the same thing: {headings_en}; remove one of them",
    ),
    "two-sheets": (
        "در «{name}» بیش از یک برگه مشتری دارد ({sheets})؛ همه را در یک برگه بیاورید یا در فایل‌های جدا "
        "ذخیره کنید.",
        "several sheets of {name!r} hold clients ({sheets}); bring them together, or save them as separate "
        "files",
    ),
    "no-clients": (
        "جدول «{name}» هیچ مشتری ندارد؛ زیر عنوان‌ها هر مشتری را در یک سطر بنویسید.",
        "the table {name!r} has no client; write one a row under the headings",
    ),
    "too-many": (
        "جدول «{name}» بیش از {most} سطر دارد؛ آن را به چند فایل بخش کنید.",
        "the table {name!r} has more than {most_en} rows; part it into several files",
    ),
    "merged": (
        "«{name}» بیش از اندازه خانهٔ ادغام‌شده دارد؛ ادغام‌ها را بردارید و دوباره ذخیره کنید.",
        "{name!r} has too many merged cells; unmerge them and save it again",
    ),
}


def refused(reason: str, **values: str) -> TableError:
    """Return the error for a reason.

    Args:
        reason: a stable name.
        values: what stands in the gaps of its sentence; the file's `name` in all.

    Raises:
        KeyError: when there is no such reason.
    """
    persian, english = _WORDS[reason]
    shown = {key: printable(value) for key, value in values.items()}
    return TableError(reason, persian.format(**shown), english.format(**shown))


def of_list(error: CustomerListError) -> TableError:
    """Return the error for a table that could not even be opened as a list of numbers can.

    Args:
        error: what the readers of such lists say; their words are kept unless they speak of numbers.
    """
    if error.reason in _WORDS:
        return refused(error.reason, **error.values)
    return TableError(error.reason, error.message, error.message_en)
