"""Why a blank was filled, only likely, or left: every sentence a report may give, Persian and English."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {
    # Put in
    "label": ("برچسب کنار جای خالی همین را می‌گوید", "the label beside the blank says so"),
    "sentence": ("از جمله پیداست", "the sentence says so"),
    "heading": ("برچسب و عنوان بخش همین را می‌گویند", "the label and the heading say so"),
    "row": ("برچسب و همان سطر همین را می‌گویند", "the label and its row say so"),
    "column": ("سرستون و سرسطر جدول همین را می‌گویند", "the heads of column and row say so"),
    "letter": (
        "شماره، تاریخ و پیوست نامه کنار هم آمده‌اند",
        "number, date and attachments of a letter stand together",
    ),
    # Put in, to be looked at
    "weak": (
        "برچسب کوتاه است و فقط از اطراف آن معلوم شد",
        "the label says little; what is around tells",
    ),
    "inherited": ("نام صاحب مشخصات چند سطر بالاتر آمده است", "whose it is stands some lines above"),
    "gap": ("جای خالی کشیده نشده است؛ پس از «:» گذاشته شد", "no blank is drawn; it goes behind the colon"),
    "above": ("برچسب در سطر یا خانهٔ بالاست", "the label stands above"),
    "hint": ("برچسب پس از جای خالی و در پرانتز است", "the label stands behind the blank, in brackets"),
    "alias": ("برچسب از نام کنترل محتوا گرفته شد", "the label is the name of the content control"),
    "twice": (
        "همین مقدار در همین بخش یک بار دیگر هم آمده است",
        "the same value stands twice in this part",
    ),
    "behind": ("برچسب در خانهٔ سمت دیگر است", "the label stands in the cell on the other side"),
    "full-name": ("«نام» به معنای نام و نام خانوادگی گرفته شد", "«نام» is taken for the full name"),
    "company-name": (
        "«نام» در بخش شرکت، نام شرکت گرفته شد",
        "«نام» is taken for the company's name",
    ),
    "continues": ("ادامهٔ جای خالی بالاست و پاک شد", "it goes on from the blank above and is cleared"),
    # Left: nobody can say
    "unknown": ("برچسب شناخته نیست", "the label is not known"),
    "no-label": ("برچسبی کنار آن نیست", "no label stands beside it"),
    "whose": (
        "معلوم نیست مدیرعامل است یا نماینده",
        "it may be the CEO's or the representative's",
    ),
    "twice-person": (
        "همین مشخصه در این بخش یک بار پر شد؛ شاید این یکی از کس دیگری باشد",
        "this part has it already; the second may be somebody else's",
    ),
    "not-ours": ("در این بخش چنین مقداری در پروفایل نیست", "a profile has no such value for this part"),
    "which-company": ("معلوم نیست همین شرکت است یا شرکت دیگر", "it is not clear which company is meant"),
    "which-number": ("معلوم نیست شمارهٔ چیست", "it is not clear what the number is of"),
    "other-line": ("برچسب از خط دیگری می‌گوید", "the label speaks of another line"),
    "which-date": ("معلوم نیست تاریخ چیست", "it is not clear what the date is of"),
    "not-whole": ("برچسب بخشی از عبارت دیگری است", "the label is part of another phrase"),
    "undrawn": (
        "جای خالی کشیده نشده و برچسب به تنهایی روشن نیست",
        "no blank is drawn, and the label says little by itself",
    ),
    "boxes": (
        "خانه‌های جداگانهٔ رقم پر نمی‌شود؛ آن‌ها را در ورد یک خانه کنید",
        "boxes for single digits are not filled; make them one cell in Word",
    ),
    "next-row": ("سطرهای بعدی جدول خالی می‌ماند", "the next rows of the table stay empty"),
    "outside": (
        "در پانویس است، یا در کادر متنی که رونوشت آن برای نسخه‌های قدیمی ورد با خودش یکی نیست؛ آن را به متن "
        "اصلی بیاورید",
        "it stands in a note, or in a text box whose copy for old versions of Word differs; move it into "
        "the text",
    ),
    "shape": ("شکل جای خالی با این مقدار نمی‌خواند", "the shape of the blank does not go with this value"),
    # Left on purpose
    "hand": ("جای امضا و مهر است و با دست پر می‌شود", "a place to sign or stamp, filled by hand"),
    "hand-date": ("تاریخ کنار امضاست و با دست نوشته می‌شود", "a date beside the signature, written by hand"),
    "foreign": ("از مشخصات شرکت، مدیرعامل، نماینده و خط نیست", "not of the company, its people or its line"),
    "choice": ("گزینهٔ انتخابی است؛ خودتان آن را علامت بزنید", "something to tick or choose; do it yourself"),
    "empty-box": (
        "خانهٔ نماینده در فرم ۱۰۰۰ خالی می‌ماند",
        "the representative's box stays empty in 1000",
    ),
}
"""By a stable name: a Persian and an English phrase."""
