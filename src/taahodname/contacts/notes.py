"""What is told of a list beside the rows left out: what was read, what was changed, what was not read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from taahodname.contacts.reasons import cells
from taahodname.persian.digits import to_persian


class Weight(StrEnum):
    """How a note is told."""

    INFO = "info"
    """What was read, and from where."""
    CHANGE = "change"
    """Numbers that are written otherwise than they were given."""
    WARNING = "warning"
    """What somebody should look at."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to tell.

    Attributes:
        code: its stable name.
        weight: how it is told.
        count: how many numbers, rows or cells it is about.
        message: the Persian sentence.
        message_en: the same in English.
    """

    code: str
    weight: Weight
    count: int
    message: str
    message_en: str


_I, _C, _W = Weight
_WORDS: dict[str, tuple[Weight, str, str]] = {
    "read": (
        _I,
        "{file}: {count} شمارهٔ پذیرفته از {place}{heading}.",
        "{file}: {count} numbers accepted from {place_en}{heading_en}.",
    ),
    "headings": (
        _I,
        "این خانه‌ها عنوان شمرده شد: {cells}.",
        "these cells were taken for headings: {cells_en}.",
    ),
    "encoding": (
        _I,
        "متن با رمزگذاری {detail} خوانده شد؛ اگر نام‌ها درهم است، فایل را با UTF-8 ذخیره کنید.",
        "the text was read as {detail}; if names look garbled, save the file as UTF-8.",
    ),
    "other-ending": (
        _I,
        "نام فایل با {detail} تمام می‌شود اما محتوای آن {real} است و همان‌گونه خوانده شد.",
        "the file's name ends in {detail} but its content is {real}, and it was read as that.",
    ),
    "restored-zero": (
        _C,
        "صفر آغاز {count} شماره که صفحه‌گسترده برداشته بود برگردانده شد: {cells}.",
        "the leading 0 that a spreadsheet had dropped was put back in {count} numbers: {cells_en}.",
    ),
    "respelled": (
        _C,
        "{count} شماره به شکل 09xxxxxxxxx نوشته شد (رقم‌های دیگر، پیش‌شمارهٔ کشور یا جداکننده داشت): {cells}.",
        "{count} numbers were brought into the form 09xxxxxxxxx (other digits, country code or separators): "
        "{cells_en}.",
    ),
    "several": (
        _C,
        "{count} خانه بیش از یک شماره داشت و همه جدا خوانده شد: {cells}.",
        "{count} cells held more than one number; each was read: {cells_en}.",
    ),
    "beside-text": (
        _C,
        "در {count} خانه کنار شماره نوشته‌ای بود؛ تنها شماره برداشته شد: {cells}.",
        "in {count} cells words stood beside the number; the number alone was taken: {cells_en}.",
    ),
    "formulas": (
        _W,
        "{count} شماره حاصل فرمول است و آخرین مقدار ذخیره‌شدهٔ آن خوانده شد: {cells}. مطمئن شوید فایل پس "
        "از محاسبه "
        "ذخیره شده است.",
        "{count} numbers come from formulas and were read as last saved: {cells_en}; make sure the file "
        "was saved "
        "after calculating.",
    ),
    "merged": (
        _W,
        "در ستون شماره‌ها {count} خانهٔ ادغام‌شده هست ({cells})؛ هر خانهٔ ادغام‌شده یک بار شمرده شد. اگر برای چند "
        "مشتری است، ادغام را بردارید و برای هر کدام شماره بنویسید.",
        "the column of numbers has {count} merged cells ({cells_en}); each counts once. If one stands for "
        "several "
        "customers, unmerge it and write a number for each.",
    ),
    "disputed-prefix": (
        _W,
        "{count} شماره پیش‌شماره‌ای دارد که منابع دربارهٔ اپراتور آن هم‌نظر نیستند: {cells}. همراه اول شمرده شد؛ "
        "بازبینی کنید.",
        "{count} numbers have a prefix on whose operator the sources disagree: {cells_en}. They were "
        "counted as "
        "همراه اول; look at them again.",
    ),
    "included": (
        _W,
        "{count} شماره به گفتهٔ شما (include) با وجود پیش‌شماره یا شکلش پذیرفته شد: {cells}.",
        "{count} numbers were accepted because you included them, in spite of their prefix or form: "
        "{cells_en}.",
    ),
    "unused-include": (
        _W,
        "{count} شمارهٔ include در فهرست نیست یا به include نیازی ندارد: {cells}.",
        "{count} numbers of include are not on the list or need no include: {cells_en}.",
    ),
    "other-columns": (
        _W,
        "ستون‌های دیگر هم شمارهٔ همراه دارد و خوانده نشد: {detail}. اگر ستون درست یکی از این‌هاست، آن را "
        "با column نام "
        "ببرید.",
        "other columns hold mobile numbers too and were not read: {detail_en}. If one of them is the right "
        "one, name "
        "it with column.",
    ),
    "other-sheets": (
        _W,
        "برگه‌های دیگر هم شمارهٔ همراه دارد و خوانده نشد: {detail}. اگر برگهٔ درست یکی از این‌هاست، آن را "
        "با sheet نام "
        "ببرید.",
        "other sheets hold mobile numbers too and were not read: {detail_en}. If one of them is the right "
        "one, name "
        "it with sheet.",
    ),
    "hidden-column": (
        _W,
        "ستون {detail} که خوانده شد در فایل پنهان است.",
        "the column {detail}, which was read, is hidden in the file.",
    ),
    "hidden-sheet": (
        _W,
        "برگهٔ {detail} که خوانده شد در فایل پنهان است.",
        "the sheet {detail}, which was read, is hidden in the file.",
    ),
    "taken": (
        _W,
        "{count} شمارهٔ نخست برداشته شد و {detail} شمارهٔ دیگر کنار رفت.",
        "the first {count} numbers were taken and {detail_en} others put aside.",
    ),
}


def note(code: str, count: int = 0, names: tuple[str, ...] = (), **values: str) -> Note:
    """Return a note in its words.

    Args:
        code: its stable name.
        count: how many it is about.
        names: the first cells it is about.
        values: what else stands in its sentence.

    Raises:
        KeyError: when there is no such note.
    """
    weight, persian, english = _WORDS[code]
    fa, en = cells(names, max(count, len(names)))
    values = {"detail": "", "detail_en": values.get("detail", ""), **values}
    return Note(
        code,
        weight,
        count,
        persian.format(count=to_persian(str(count)), cells=fa, **values),
        english.format(count=count, cells_en=en, **values),
    )
