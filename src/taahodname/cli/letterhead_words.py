"""The words of the command `letterhead` and of its help, in Persian and in English."""

from __future__ import annotations

LETTERHEAD: dict[str, tuple[str, str]] = {
    "letterhead": (
        "سربرگ شرکت را پیش از ساختن نامه بررسی می‌کند.",
        "Looks at a company's letterhead before a letter is set on it.",
    ),
    "letterhead.check": (
        "می‌گوید سربرگ چیست، چه جایی برای متن خالی می‌گذارد و شماره، تاریخ و پیوست آن کجاست؛ برگهٔ آزمون "
        "هم می‌کشد.",
        "Tells what a letterhead is, what it leaves free and where its own lines are; draws a proof page.",
    ),
    "argument.sheet": (
        "فایل سربرگ: docx، PDF، PNG یا JPG.",
        "The file of the letterhead: .docx, PDF, PNG or JPG.",
    ),
    "option.proof_out": (
        "برگهٔ آزمون را در این فایل PDF می‌نویسد.",
        "Writes the proof page into this PDF file.",
    ),
    "option.following": (
        "سربرگ صفحه‌های بعد: same مانند صفحهٔ نخست، blank سفید، 'page 2' صفحهٔ ۲ همان PDF، یا فایلی دیگر.",
        "The sheets after the first: same, blank, a page of the same PDF ('page 2'), or another file.",
    ),
    "option.head_mm": (
        "میلی‌متری که بالای صفحهٔ نخست خالی می‌ماند؛ اگر نیاید، پیدا می‌شود.",
        "Millimetres to leave free at the head of the first page; found when left out.",
    ),
    "option.foot_mm": (
        "میلی‌متری که پایین صفحه خالی می‌ماند؛ اگر نیاید، پیدا می‌شود.",
        "Millimetres to leave free at the foot; found when left out.",
    ),
    "option.right_mm": ("حاشیهٔ راست به میلی‌متر.", "The right margin in millimetres."),
    "option.left_mm": ("حاشیهٔ چپ به میلی‌متر.", "The left margin in millimetres."),
    "option.next_head_mm": (
        "میلی‌متری که بالای صفحه‌های بعد خالی می‌ماند.",
        "Millimetres to leave free at the head of the following pages.",
    ),
    "option.next_foot_mm": (
        "میلی‌متری که پایین صفحه‌های بعد خالی می‌ماند.",
        "Millimetres to leave free at the foot of the following pages.",
    ),
    "letterhead.kind.file": ("سربرگ فایل ورد است.", "The letterhead is a Word file."),
    "letterhead.kind.pdf": ("سربرگ فایل PDF است.", "The letterhead is a PDF."),
    "letterhead.kind.picture": ("سربرگ تصویر است.", "The letterhead is a picture."),
    "letterhead.page.1": ("صفحهٔ نخست", "First page"),
    "letterhead.page.2": ("صفحه‌های بعد", "Following pages"),
    "letterhead.sheet.picture": (
        "{width}×{height} نقطه، روی A4 {dpi} نقطه در اینچ",
        "{width} by {height} pixels, {dpi} dpi on A4",
    ),
    "letterhead.sheet.vector": (
        "{width}×{height} میلی‌متر؛ در PDF خود صفحه می‌آید، نه تصویر آن",
        "{width} by {height} mm; the PDF has the page itself, not a picture of it",
    ),
    "letterhead.sheet.raster": (
        "{width}×{height} میلی‌متر؛ در PDF تصویر آن می‌آید",
        "{width} by {height} mm; the PDF has a picture of it",
    ),
    "letterhead.sheet.blank": ("سفید", "blank"),
    "letterhead.free": (
        "{page}، جای خالی ({how}): بالا {head}، پایین {foot}، راست {right} و چپ {left} میلی‌متر",
        "{page}, left free ({how}): head {head}, foot {foot}, right {right}, left {left} mm",
    ),
    "letterhead.how.given": ("داده‌شده", "given"),
    "letterhead.how.found": ("پیداشده", "found"),
    "letterhead.how.unsure": ("نامطمئن", "not sure"),
    "letterhead.how.margins": ("از حاشیه و سربرگ ورد", "from Word's margins and head"),
    "letterhead.field.number": ("شماره", "number"),
    "letterhead.field.date": ("تاریخ", "date"),
    "letterhead.field.attachments": ("پیوست", "attachments"),
    "letterhead.field-found": (
        "{field} روی سربرگ پیدا شد و همان‌جا نوشته می‌شود.",
        "The {field} was found on the letterhead and is written there.",
    ),
    "letterhead.field-at": (
        "{field} ({how}): {x} میلی‌متر از چپ، {y} از بالا، پهنا {width}",
        "{field} ({how}): {x} mm from the left, {y} from the top, {width} wide",
    ),
    "letterhead.no-fields": (
        "شماره، تاریخ و پیوست روی سربرگ پیدا نشد و در متن نامه چاپ می‌شود.",
        "No number, date or attachments were found on the letterhead; the letter prints them.",
    ),
    "letterhead.proof": ("برگهٔ آزمون نوشته شد؛ آن را نگاه کنید:", "The proof page is written; look at it:"),
    "letterhead.not-pdf": (
        "برگهٔ آزمون با قالب PDF نوشته می‌شود؛ نام {file} باید با .pdf تمام شود.",
        "The proof is written as a PDF; the name {file} must end in .pdf.",
    ),
}
