"""What is told of a letterhead that can be used, though not quite as its maker may think."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to tell: a stable code, a Persian sentence and the same in English."""

    code: str
    message: str
    message_en: str


SECTIONS: Final = Note(
    "letterhead.sections",
    "سربرگ چند بخش (section) دارد؛ تنها سربرگ و پابرگ بخش نخست به کار رفت.",
    "the letterhead has several sections; only the head and foot of the first are used",
)
BODY: Final = Note(
    "letterhead.body",
    "متن سربرگ نوشته یا تصویر دارد و پیش از تعهدنامه آمد؛ اگر نباید بیاید، آن را پاک کنید.",
    "the letterhead's body holds text or pictures, which come before the undertaking; "
    "remove them if they should not",
)
BACKGROUND: Final = Note(
    "letterhead.background",
    "رنگ صفحهٔ سربرگ به کار نرفت؛ ورد هم معمولاً چاپش نمی‌کند. زمینه را در سربرگ بگذارید.",
    "the letterhead's page colour is not used (Word seldom prints it either); put a background into the head",
)
PAGE_NUMBER: Final = Note(
    "letterhead.page-number",
    "پابرگ سربرگ خودش شمارهٔ صفحه دارد و شمارهٔ صفحهٔ تعهدنامه هم زیر آن چاپ می‌شود؛ یکی را بردارید.",
    "the letterhead's foot has a page number of its own, and the undertaking's stands below it; remove one",
)
BLANK: Final = Note(
    "letterhead.blank",
    "سربرگ نه سربرگ و پابرگی دارد و نه متن یا تصویری؛ فایل درست را بدهید.",
    "the letterhead holds no head, no foot, no text and no picture; give the right file",
)
PAPER_SIZE: Final = Note(
    "letterhead.paper-size",
    "اندازهٔ کاغذ سربرگ A4 عمودی نیست؛ اگر نباید چنین باشد، آن را در ورد درست کنید.",
    "the letterhead's paper is not upright A4; mend it in Word if it should be",
)
NONE: Final = Note(
    "letterhead.none",
    "سربرگی انتخاب نشده است؛ این پیش‌نویس روی کاغذ ساده آمد.",
    "no letterhead is chosen; this draft is set on plain paper",
)
