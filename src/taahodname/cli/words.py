"""Every word the command line prints of its own accord, in Persian and in English."""

from __future__ import annotations

from typing import Literal

from taahodname.cli.help_words import HELP
from taahodname.cli.letterhead_words import LETTERHEAD

Lang = Literal["fa", "en"]

_WORDS: dict[str, tuple[str, str]] = {
    # Headings and small words
    "error": ("خطا", "Error"),
    "usage": ("شیوهٔ کاربرد:", "Usage:"),
    "commands": ("فرمان‌ها:", "Commands:"),
    "arguments": ("ورودی‌ها:", "Arguments:"),
    "options": ("گزینه‌ها:", "Options:"),
    "common-options": ("گزینه‌های همهٔ فرمان‌ها:", "Options of every command:"),
    "exit-codes": ("کد خروج:", "Exit codes:"),
    "severity.error": ("خطا", "error"),
    "severity.warning": ("هشدار", "warning"),
    "severity.manual": ("به عهدهٔ شما", "manual"),
    "line-in-file": ("سطر {number}", "line {number}"),
    **HELP,
    **LETTERHEAD,
    # Wrong use
    "bad-number": (
        "مقدار «{given}» برای {name} عدد نیست؛ یک عدد درست از ۱ به بالا بنویسید.",
        "{name} cannot be {given!r}; write a whole number from 1 up.",
    ),
    "bad-take": (
        "{name} باید میان {least} و {most} باشد، نه {given}؛ اپراتور همین اندازه را می‌پذیرد.",
        "{name} must be from {least} to {most}, not {given}: that is what the operator takes.",
    ),
    "same-file": (
        "فایل {file} خود ورودی است و بازنویسی نمی‌شود؛ نام دیگری برای خروجی بنویسید.",
        "{file} is what is read and is not overwritten; give another name for the output.",
    ),
    "not-xlsx": (
        "فهرست با قالب xlsx نوشته می‌شود؛ نام {file} باید با .xlsx تمام شود.",
        "The list is written as .xlsx; the name {file} must end in .xlsx.",
    ),
    "no-update": (
        "چیزی برای افزودن یا حذف نداده‌اید؛ --add یا --remove را بنویسید.",
        "There is nothing to add or to remove; give --add or --remove.",
    ),
    "hint": ("برای راهنما: {command}", "For help: {command}"),
    "did-you-mean": ("شاید منظورتان {names} است.", "Did you mean {names}?"),
    "or": ("{first} یا {second}", "{first} or {second}"),
    "no-command": ("فرمانی ننوشته‌اید.", "No command was given."),
    "unknown-command": (
        "فرمان {given} شناخته نیست. فرمان‌ها: {allowed}.",
        "There is no command {given}. The commands: {allowed}.",
    ),
    "unknown-option": ("گزینهٔ {given} شناخته نیست.", "There is no option {given}."),
    "missing-argument": (
        "ورودی {name} نوشته نشده است؛ آن را پس از فرمان بنویسید.",
        "{name} is missing; write it after the command.",
    ),
    "in-the-way": (
        "«{given}» از پیش هست؛ برای جایگزین کردن آن --replace را بیفزایید یا پوشهٔ دیگری بدهید.",
        "{given!r} is there already; add --replace to replace it, or give another folder.",
    ),
    "missing-value": (
        "پس از گزینهٔ {name} مقداری نیامده است؛ مقدار آن را بنویسید.",
        "The option {name} needs a value; write it after the option.",
    ),
    "needless-value": (
        "گزینهٔ {name} مقدار نمی‌گیرد؛ آن را بدون مقدار بنویسید.",
        "The option {name} takes no value; write it alone.",
    ),
    "extra-argument": (
        "ورودی «{given}» زیادی است؛ آن را بردارید یا اگر فاصله دارد، میان دو علامت نقل قول بگذارید.",
        "The argument {given!r} is one too many; remove it, or quote it when it holds spaces.",
    ),
    "bad-choice": (
        "مقدار «{given}» برای {name} پذیرفته نیست. یکی از این‌ها را بنویسید: {allowed}.",
        "{name} cannot be {given!r}. Write one of: {allowed}.",
    ),
    "bad-call": ("فرمان درست نوشته نشده است: {reason}", "The command is not well written: {reason}"),
    "bad-date": ("تاریخ «{given}» پذیرفته نیست. {reason}", "The date {given!r} is not accepted. {reason}"),
    "unknown-line": (
        "خط «{given}» شناخته نیست. نوع خط یکی از این‌هاست: {allowed}.",
        "There is no line {given!r}. The type of line is one of: {allowed}.",
    ),
    "no-folder": (
        "پوشهٔ «{given}» پیدا نشد؛ نشانی آن را درست بنویسید.",
        "There is no folder {given!r}; write its path right.",
    ),
    "no-letterhead": (
        "سربرگ «{given}» پیدا نشد؛ نشانی فایل سربرگ یا یکی از generated و preprinted را بنویسید.",
        "There is no letterhead {given!r}; write the path of its file, or generated, or preprinted.",
    ),
    "no-lines": (
        "در پروفایل خطی نیست؛ زیر کلید lines بنویسید یا با گزینهٔ --line بگویید بررسی برای کدام خط است.",
        "The profile names no line; write one under the key lines, or say which with --line.",
    ),
    "unknown-line-in-profile": (
        "{field}: نوع خط «{given}» شناخته نیست. یکی از این‌ها را بنویسید: {allowed}.",
        "{field}: there is no type of line {given!r}. Write one of: {allowed}.",
    ),
    # Results
    "stopped": ("به خواست شما متوقف شد.", "Stopped, as you asked."),
    "summary": (
        "خط {line}: {errors} خطا، {warnings} هشدار، {manual} مورد به عهدهٔ شما",
        "Line {line}: {errors} error(s), {warnings} warning(s), {manual} to see to yourself",
    ),
    "check.ok": ("ایرادی که مانع چاپ باشد پیدا نشد.", "Nothing was found that keeps the papers back."),
    "check.failed": (
        "تا خطاها اصلاح نشود، نسخهٔ نهایی ساخته نمی‌شود.",
        "Nothing final is made until the errors are mended.",
    ),
    "changes": (
        "این مقدارها در مدارک به شکل دیگری نوشته می‌شود:",
        "These values are written otherwise in the papers:",
    ),
    "change": ("«{given}» به «{written}»: {reason}", "{given!r} becomes {written!r}: {reason}"),
    "rules.title": ("خط {line}: آنچه خواسته می‌شود", "Line {line}: what is demanded"),
    "rules.source": ("منبع: {source}", "source: {source}"),
    "rendered": ("خط {line} ساخته شد: {count} فایل.", "Line {line} is made: {count} file(s)."),
    "rendered.draft": (
        "خط {line}: پیش‌نویس ساخته شد ({count} فایل)؛ برای ارسال نیست.",
        "Line {line}: a draft is made ({count} file(s)); it is not for sending.",
    ),
    "bar.check": ("بررسی", "Checking"),
    "bar.render": ("ساخت", "Making"),
    "bar.rate": ("{rate} در ثانیه", "{rate}/s"),
    "bar.lost": ("{count} ناموفق", "{count} lost"),
    "batch.refused": ("{place}، {company}، خط {line}: رد شد.", "{place}, {company}, line {line}: refused."),
    "batch.failed": (
        "{place}، {company}، خط {line}: ساخته نشد.",
        "{place}, {company}, line {line}: could not be made.",
    ),
    "batch.stopped": (
        "آنچه ساخته شده سر جای خود است؛ برای ادامه، همین فرمان را با --resume اجرا کنید.",
        "What was finished is in its place; run the same command with --resume to go on.",
    ),
    "batch.sum": (
        "{done} خط ساخته شد ({kept} از پیش آماده بود)، {refused} رد شد، {failed} ساخته نشد.",
        "{done} line(s) made ({kept} of them were there), {refused} refused, {failed} failed.",
    ),
    "rendered.replaced": (
        "مدارک پیشین این خط جایگزین شد؛ فایل‌های دیگر پوشه سر جایشان ماند.",
        "The older papers of this line are replaced; other files in the folder stayed.",
    ),
    "rendered.manual.guide": (
        "{count} مورد به عهدهٔ شماست؛ در signing-guide.pdf تیک بزنید.",
        "{count} point(s) are for you to see to; tick them in signing-guide.pdf.",
    ),
    "rendered.manual.check": (
        "{count} مورد به عهدهٔ شماست؛ فرمان check آن‌ها را می‌گوید.",
        "{count} thing(s) are left to see to yourself; the command check tells them.",
    ),
    "contacts.counted": (
        "{count} شمارهٔ همراه اولِ درست و بی‌تکرار؛ اپراتور {least} تا {most} شماره می‌پذیرد.",
        "{count} distinct valid numbers of «همراه اول»; the operator takes {least} to {most}.",
    ),
    "contacts.bad": ("فهرست {sentence}", "the list {sentence}"),
    "contacts.left-out": ("{count} مورد شمرده نشد:", "{count} do not count:"),
    "contacts.group": ("{count} مورد {words}. {todo}.", "{count}: {words}; {todo}."),
    "contacts.written": ("فهرست با {count} شماره نوشته شد:", "The list of {count} numbers is written:"),
    "contacts.marked": ("رونوشت نشان‌دار برای اصلاح:", "The marked copy, to mend the list by:"),
    "contacts.not-written": (
        "فهرست نوشته نشد؛ نخست آن را اصلاح کنید.",
        "The list is not written; mend it first.",
    ),
    "contacts.updated": (
        "{removed} شماره حذف و {added} شماره افزوده شد؛ {absent} حذفی در فهرست نبود و {present} افزودنی از "
        "پیش بود.",
        "{removed} removed, {added} added; {absent} removals were not on the list, {present} additions "
        "were on it.",
    ),
    "contacts.changes": ("گزارش تغییرات:", "The account of the changes:"),
    "contacts.of-old": ("فهرست پیشین: {message}", "The old list: {message}"),
    "contacts.of-add": ("افزودنی‌ها: {message}", "The additions: {message}"),
    "contacts.of-remove": ("حذفی‌ها: {message}", "The removals: {message}"),
    "contacts.reading": ("خواندن {file}", "Reading {file}"),
    "template.changes": ("این‌ها در فرم اصلاح شد:", "These were mended in the form:"),
    "template.written": ("فرم اصلاح‌شده نوشته شد:", "The mended form is written:"),
    "template.ok": (
        "فرم برای خط {line} به کار می‌رود ({warnings} هشدار).",
        "The form can be used for line {line} ({warnings} warning(s)).",
    ),
    "template.faulty": (
        "فرم برای خط {line} {errors} خطا و {warnings} هشدار دارد؛ تا خطاها اصلاح نشود به کار نمی‌رود.",
        "The form has {errors} error(s) and {warnings} warning(s) for line {line}; it is not used until the "
        "errors are mended.",
    ),
    "template.fixable": (
        "برخی از این‌ها را --fix --out FILE خودش اصلاح می‌کند.",
        "Some of these are mended by --fix --out FILE.",
    ),
    "template.fix-without-out": (
        "فرم شما بازنویسی نمی‌شود؛ با --out نام فایل تازه را بنویسید.",
        "Your form is not overwritten; name the new file with --out.",
    ),
    "template.out-without-fix": (
        "--out تنها همراه --fix معنا دارد؛ --fix را بیفزایید.",
        "--out goes with --fix only; add --fix.",
    ),
    "template.out-ending": (
        "فرم با قالب docx نوشته می‌شود؛ نام {file} باید با .docx تمام شود.",
        "The form is written as .docx; the name {file} must end in .docx.",
    ),
    "init.head": (
        "مشخصات شرکت برای تعهدنامهٔ خط خدماتی.\n"
        "کدها و شماره‌ها را همان‌گونه که در مدارک آمده است بنویسید؛ رقم فارسی و انگلیسی هر دو پذیرفته است.",
        "The particulars of a company, for the undertaking of a service line.\n"
        "Write codes and numbers as the documents have them, in Persian or Latin digits.",
    ),
    "init.done": (
        "پروفایل خالی نوشته شد. آن را پر کنید و سپس بررسی کنید:",
        "An empty profile is written. Fill it in, then check it:",
    ),
    "init.exists": (
        "فایل {file} از پیش هست و بازنویسی نمی‌شود؛ نام دیگری بنویسید.",
        "{file} exists already and is not overwritten; give another name.",
    ),
    "init.excel-done": (
        "جدول خالی نوشته شد. هر مشتری را در یک سطر پر کنید و سپس:",
        "An empty table is written. Fill in one client a row, then:",
    ),
    "init.both": (
        "یا نام پروفایل بنویسید یا --excel؛ فایل {file} زیادی است.",
        "Write the name of a profile or --excel, not both; {file} is one too many.",
    ),
    "init.excel-ending": (
        "جدول خالی با قالب xlsx نوشته می‌شود؛ نام {file} باید با .xlsx تمام شود.",
        "The empty table is written as .xlsx; the name {file} must end in .xlsx.",
    ),
    "init.ending": (
        "پروفایل خالی به صورت YAML است؛ نام فایل {file} باید با .yaml یا .yml تمام شود.",
        "The empty profile is YAML; the name {file} must end in .yaml or .yml.",
    ),
    "demo.done": (
        "شرکت این نمونه ساختگی است. پروفایل آن را تغییر دهید و بررسی کنید:",
        "The company of this demo is invented. Change its profile, then check it:",
    ),
    "demo.exists": (
        "{folder} از پیش هست و بازنویسی نمی‌شود؛ نام دیگری بنویسید.",
        "{folder} exists already and is not overwritten; give another name.",
    ),
    "no-access": (
        "به فایل {file} دسترسی نیست: {reason}. نام و نشانی آن و اجازهٔ دسترسی را ببینید.",
        "{file} cannot be reached: {reason}. See to its name and to the permission.",
    ),
    "cannot-write": (
        "{file} نوشته نشد: {reason}. اجازهٔ نوشتن و جای خالی دیسک را ببینید.",
        "{file} could not be written: {reason}. See to the permission and the free room of the disk.",
    ),
}


def word(key: str, lang: Lang, **values: object) -> str:
    """Return one piece of text.

    Args:
        key: its name in the table.
        lang: «fa» or «en».
        values: what stands in its gaps.

    Raises:
        KeyError: when the table has no such piece.
    """
    persian, english = _WORDS[key]
    return (persian if lang == "fa" else english).format(**values)


def both(key: str, **values: object) -> tuple[str, str]:
    """Return one piece of text in Persian and in English, as the errors carry it."""
    return word(key, "fa", **values), word(key, "en", **values)
