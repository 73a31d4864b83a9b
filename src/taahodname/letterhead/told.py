"""What is told of a letterhead that is a PDF or a picture, and of what was found on any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from taahodname.letterhead.fields import LABELS
from taahodname.letterhead.scan import DPI_WANTED
from taahodname.persian.digits import to_persian
from taahodname.word.notes import Note

_FAULTS: Final[Mapping[str, tuple[str, str]]] = {
    "blending": ("حالت آمیزش نااستاندارد", "a blend mode of its own"),
    "fonts": ("قلمی که کامل در فایل نیست یا معنای نویسه‌هایش معلوم نیست", "fonts that are not wholly inside"),
    "inks": ("رنگ چاپی CMYK در تصویر یا رنگ ویژه", "CMYK pictures or spot colours"),
    "jpeg2000": ("تصویر JPEG 2000", "JPEG 2000 pictures"),
    "nesting": ("ساختار تودرتوی بسیار", "very deep nesting"),
    "operators": ("دستورهای ناشناخته", "unknown operators"),
    "profiles": ("نمایهٔ رنگ نادرست", "a wrong colour profile"),
}
_REASONS: Final[Mapping[str, tuple[str, str]]] = {
    "layers": ("لایهٔ پنهان دارد", "it has hidden layers"),
    "size": ("بیش از اندازه پرجزئیات است", "it has too much detail"),
    "structure": ("ساختار فایل درست نیست", "its structure is broken"),
}


def turned_upright() -> Note:
    """Return the note on a picture whose file says how it was held."""
    return Note(
        "letterhead.turned",
        "تصویر سربرگ بر پایهٔ برچسب جهت آن چرخانده شد تا ایستاده باشد؛ صفحه را نگاه کنید.",
        "the picture was turned upright as its orientation tag says; look at the page",
    )


def coarse(dpi: int) -> Note:
    """Return the warning on a picture that will look rough."""
    return Note(
        "letterhead.coarse",
        f"دقت تصویر سربرگ روی A4 تنها {to_persian(str(dpi))} نقطه در اینچ است و چاپ آن ناصاف می‌شود؛ برگه "
        "را با دقت "
        f"{to_persian(str(DPI_WANTED))} یا بیشتر اسکن کنید.",
        f"the picture of the letterhead has only {dpi} dpi on A4 and will look rough; scan it at "
        f"{DPI_WANTED} or more",
    )


def landscape() -> Note:
    """Return the warning on a sheet that lies on its side."""
    return Note(
        "letterhead.landscape",
        "سربرگ افقی است و به پهنای برگهٔ عمودی A4 در بالای آن نشست؛ اگر اسکن خوابیده است، آن را بچرخانید.",
        "the letterhead is wider than tall and was set across the top of an upright A4 sheet; turn it if "
        "it lies "
        "on its side",
    )


def not_a4(width: float, height: float) -> Note:
    """Return the warning on a sheet of another shape or size; in millimetres, or pixels of a picture."""
    size = to_persian(f"{width:.0f}×{height:.0f}")
    return Note(
        "letterhead.not-a4",
        f"اندازهٔ سربرگ ({size}) با A4 یکی نیست و بی‌تغییر شکل، به اندازهٔ A4 درآمد؛ صفحه را نگاه کنید.",
        f"the letterhead ({width:.0f} by {height:.0f}) is not A4 and was scaled to it without distortion; "
        "look at "
        "the page",
    )


def lost_notes() -> Note:
    """Return the warning on notes and form fields of a PDF."""
    return Note(
        "letterhead.notes-lost",
        "حاشیه‌نویسی یا خانهٔ فرم سربرگ PDF به کار نرفت؛ اگر باید چاپ شود، آن را با «چاپ به PDF» ثابت کنید.",
        "notes or form fields of the PDF are not used; print it to PDF again if they should be seen",
    )


def more_pages(count: int) -> Note:
    """Return the note on pages of a PDF that are not used."""
    return Note(
        "letterhead.more-pages",
        f"سربرگ PDF {to_persian(str(count))} صفحه دارد؛ صفحهٔ ۱ برای صفحهٔ نخست و صفحهٔ ۲ برای صفحه‌های بعد "
        "به کار رفت.",
        f"the PDF has {count} pages; page 1 is used for the first page and page 2 for those after it",
    )


def as_picture(reason: str) -> Note:
    """Return the note on a page that could not be taken over as it is."""
    fa, en = _REASONS[reason]
    return Note(
        "letterhead.as-picture",
        f"سربرگ PDF در فایل PDF به صورت تصویر آمد، چون {fa}.",
        f"the letterhead stands in the PDF as a picture, for {en}",
    )


def no_claim(faults: Iterable[str]) -> Note:
    """Return the note on a page that keeps the paper from being PDF/A."""
    found = [_FAULTS[fault] for fault in faults]
    return Note(
        "letterhead.not-archival",
        f"تعهدنامهٔ PDF ادعای PDF/A ندارد، چون سربرگ این را دارد: {'، '.join(fa for fa, _ in found)}. چاپ "
        "فرقی نمی‌کند.",
        f"the PDF makes no claim to be PDF/A, because the letterhead has "
        f"{', '.join(en for _, en in found)}; print "
        "is the same",
    )


def unsure() -> Note:
    """Return the warning on a sheet of which no free area could be made out."""
    return Note(
        "letterhead.area-unsure",
        "جای آزاد سربرگ پیدا نشد و بالای صفحه ۵۰ و پایین آن ۳۰ میلی‌متر خالی ماند؛ اندازهٔ درست را با "
        "head_mm و "
        "foot_mm بنویسید.",
        "no free area could be found; 50 mm at the head and 30 mm at the foot were left free; give the "
        "right ones "
        "with head_mm and foot_mm",
    )


def crossed() -> Note:
    """Return the warning on dark ink in the middle of a sheet."""
    return Note(
        "letterhead.ink-in-the-middle",
        "میان صفحهٔ سربرگ نقش پررنگی هست که متن روی آن می‌نشیند؛ صفحه را نگاه کنید.",
        "the middle of the letterhead holds dark ink that the text will run over; look at the page",
    )


def pushed(head: float, foot: float) -> Note:
    """Return the note on a Word letterhead whose margins would have let the text run under its artwork."""
    return Note(
        "letterhead.pushed",
        f"حاشیهٔ سربرگ ورد کم بود و متن زیر نقش آن می‌رفت؛ بالا {to_persian(f'{head:.0f}')} و پایین "
        f"{to_persian(f'{foot:.0f}')} میلی‌متر خالی ماند.",
        f"the margins of the Word letterhead would have let the text run under its artwork; {head:.0f} mm "
        "at the "
        f"head and {foot:.0f} mm at the foot are left free",
    )


def used(names: Iterable[str]) -> Note:
    """Return the note on lines of the letterhead that are written on."""
    found = list(names)
    return Note(
        "letterhead.fields",
        f"{_listed(found)} در جای چاپ‌شدهٔ سربرگ نوشته شد و در متن نامه تکرار نشد.",
        f"{', '.join(found)}: written on the letterhead's own lines, and not once more in the letter",
    )


def guessed(names: Iterable[str]) -> Note:
    """Return the warning on lines whose places were found and not given."""
    found = list(names)
    return Note(
        "letterhead.fields-guessed",
        f"جای {_listed(found)} از نوشته‌های سربرگ پیدا شد؛ صفحه را نگاه کنید و اگر درست نیست، آن را با "
        "fields بنویسید.",
        f"the places of {', '.join(found)} were found in the letterhead's text; look at the page, and give "
        "them with "
        "`fields` where they are wrong",
    )


def own_value(names: Iterable[str]) -> Note:
    """Return the warning on lines of the letterhead that say something already."""
    found = list(names)
    return Note(
        "letterhead.fields-filled",
        f"روی سربرگ جلوی {_listed(found)} چیزی نوشته شده است؛ این سطر در متن نامه هم چاپ می‌شود. آن را از "
        "سربرگ "
        "بردارید یا جایش را خالی بگذارید.",
        f"something is written after {', '.join(found)} on the letterhead, and the letter prints the line "
        "too; "
        "leave it blank there",
    )


def narrow(name: str, wide: float, room: float) -> Note:
    """Return the warning on a blank that is too narrow for its value; in millimetres."""
    return Note(
        "letterhead.field-narrow",
        f"جای {LABELS[name]} روی سربرگ {to_persian(f'{room:.0f}')} میلی‌متر است و مقدار آن "
        f"{to_persian(f'{wide:.0f}')} میلی‌متر جا می‌خواهد؛ صفحه را نگاه کنید.",
        f"the blank of {name} on the letterhead is {room:.0f} mm wide and its value needs {wide:.0f} mm; "
        "look at "
        "the page",
    )


def _listed(names: Iterable[str]) -> str:
    words = [LABELS[name] for name in names]
    return words[0] if len(words) == 1 else "، ".join(words[:-1]) + " و " + words[-1]
