"""Every word the command line prints of its own accord, in Persian and in English."""

from __future__ import annotations

from typing import Literal

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
    # Help: the program
    "about": (
        "از مشخصات یک شرکت، مدارک بررسی‌شدهٔ خدماتی‌کردن خط پیامک را می‌سازد.",
        "Turns a company's profile into the checked papers that make its SMS line a service line.",
    ),
    "exit.0": ("انجام شد.", "Done."),
    "exit.1": ("بررسی خطا پیدا کرد.", "The check found errors."),
    "exit.2": (
        "فرمان نادرست است، یا فایلی خوانده یا نوشته نمی‌شود.",
        "Wrong use, or a file that cannot be read or written.",
    ),
    "exit.3": (
        "برخی از مشتریان دسته رد شدند یا ساخته نشدند.",
        "Some clients of a batch were refused or failed.",
    ),
    "option.help": ("این راهنما را نشان می‌دهد.", "Shows this help."),
    "option.version": ("نسخهٔ برنامه را نشان می‌دهد.", "Shows the version of the program."),
    "option.lang": (
        "زبان پیام‌ها؛ پیش‌فرض fa است و متغیر TAAHODNAME_LANG آن را تغییر می‌دهد.",
        "The language of messages; fa by default, or as the variable TAAHODNAME_LANG says.",
    ),
    "option.terminal": (
        "اگر پایانه حروف فارسی را جدا یا وارونه نشان می‌دهد، visual را انتخاب کنید؛ پیش‌فرض auto است.",
        "Choose visual where the terminal shows Persian letters apart or reversed; auto by default.",
    ),
    # Help: the commands
    "render": (
        "پروفایل را بررسی می‌کند و اگر خطایی نباشد، تعهدنامه (Word و PDF) و فهرست مشتریان را می‌سازد.",
        "Checks a profile and, when nothing is wrong, makes the undertaking (Word, PDF) and the list.",
    ),
    "check": (
        "می‌گوید اپراتور چه ایرادی می‌گیرد؛ چیزی نمی‌سازد.",
        "Tells what the operator would send back; makes nothing.",
    ),
    "batch": (
        "همهٔ مشتریان یک نمایندهٔ فروش را بررسی می‌کند و مدارک آن‌ها را که درست‌اند می‌سازد.",
        "Checks all clients of a reseller and makes the papers of those that pass.",
    ),
    "rules": (
        "آنچه برای هر خط خواسته می‌شود را با منبع آن می‌گوید.",
        "Tells what each line demands, with the source of it.",
    ),
    "contacts": (
        "فهرست شماره‌های مشتریان را می‌خواند، بررسی می‌کند و به شکلی که اپراتور می‌پذیرد می‌نویسد.",
        "Reads the list of the customers' numbers, checks it and writes it as the operator takes it.",
    ),
    "contacts.check": (
        "می‌گوید چند شمارهٔ همراه اول در فهرست است و کدام خانه‌ها چرا شمرده نمی‌شود؛ چیزی نمی‌سازد.",
        "Tells how many numbers of «همراه اول» a list has, and which cells do not count and why; makes "
        "nothing.",
    ),
    "contacts.clean": (
        "فهرست را بررسی می‌کند و فایل اکسل یک‌ستونی برای اپراتور می‌نویسد.",
        "Checks a list and writes the workbook of one column for the operator.",
    ),
    "contacts.update": (
        "فهرست پیشین را با افزودنی‌ها و حذفی‌ها به‌روز می‌کند و گزارش تغییرات را کنار آن می‌نویسد.",
        "Brings an old list up to date with additions and removals, and writes an account of it beside.",
    ),
    "schema": (
        "طرح JSON پروفایل را برای ویرایشگرها و برنامه‌ها چاپ می‌کند.",
        "Prints the JSON schema of a profile, for editors and programs.",
    ),
    "init": (
        "یک پروفایل خالی، یا برای چند مشتری یک جدول خالی، با توضیح می‌نویسد و چیزی را بازنویسی نمی‌کند.",
        "Writes an empty profile, or for many clients an empty table, with a word on every key; overwrites "
        "nothing.",
    ),
    "argument.profile": (
        "فایل مشخصات شرکت، به صورت YAML یا TOML یا JSON.",
        "The file of the company's particulars, as YAML, TOML or JSON.",
    ),
    "argument.source": (
        "پوشهٔ پروفایل‌ها، کارپوشهٔ اکسل، فایل csv یا jsonl؛ در هر سطر یک مشتری.",
        "A folder of profiles, an Excel workbook, a csv or a jsonl file with a client a row.",
    ),
    "option.jobs": ("شمار پردازه‌ها؛ پیش‌فرض، به شمار هسته‌ها.", "How many processes; one a core by default."),
    "option.resume": (
        "دسته‌ای را که نیمه‌کاره مانده ادامه می‌دهد و فقط آنچه را نیست یا تغییر کرده از نو می‌سازد.",
        "Goes on with an earlier run: redoes only what is missing or has changed.",
    ),
    "option.scheduler": (
        "نشانی زمان‌بند Dask برای کار روی چند ماشین، مانند tcp://host:8786.",
        "The address of a Dask scheduler, to work on several machines, such as tcp://host:8786.",
    ),
    "argument.line": ("نوع خط؛ اگر نیاید، هر سه خط.", "The type of line; all three when left out."),
    "argument.file": (
        "نام فایلی که نوشته می‌شود؛ اگر نیاید، profile.yaml.",
        "The file to write; profile.yaml when left out.",
    ),
    "option.lines": (
        "نوع خط؛ می‌توان آن را تکرار کرد. اگر نیاید، همهٔ خط‌های پروفایل.",
        "The type of line; may be repeated. Every line of the profile when left out.",
    ),
    "option.as_json": ("نتیجه را به صورت JSON چاپ می‌کند.", "Prints the result as JSON."),
    "option.out": (
        "پوشهٔ خروجی؛ پیش‌فرض out است.",
        "The folder to write into; out by default.",
    ),
    "option.letterhead": (
        "سربرگ، به جای سربرگ پروفایل: یک فایل Word، یا generated، یا preprinted.",
        "The letterhead, in place of the profile's: a Word file, or generated, or preprinted.",
    ),
    "option.date": (
        "تاریخ نامه به شمسی؛ اگر نیاید، تاریخ پروفایل یا امروز به وقت تهران.",
        "The letter's Jalali date; when left out the profile's, or today in Tehran.",
    ),
    "option.only": (
        "فقط این سند را می‌سازد، مثلاً undertaking.pdf؛ می‌توان آن را تکرار کرد.",
        "Makes this document alone, such as undertaking.pdf; may be repeated.",
    ),
    "option.draft": (
        "با وجود خطا هم می‌سازد: روی هر صفحه «پیش‌نویس» می‌آید و جای خالی‌ها پیداست.",
        "Makes the papers in spite of errors: «پیش‌نویس» across every page and the gaps visible.",
    ),
    "option.replace": (
        "مدارکی را که از پیش در پوشهٔ همان شرکت و همان خط هست جایگزین می‌کند.",
        "Replaces the papers that are already in the folder of the same company and line.",
    ),
    "option.as_zip": (
        "همهٔ مدارک شرکت را در یک فایل ZIP می‌نویسد.",
        "Writes all papers of the company into one ZIP file.",
    ),
    "option.fonts": (
        "پوشهٔ قلم‌های خودتان؛ می‌توان آن را تکرار کرد.",
        "A folder of your own fonts; may be repeated.",
    ),
    "option.data": (
        "فایل TOML با داده‌های اپراتور که از جدول برنامه درست‌تر می‌دانید، مانند دریافت‌کنندهٔ سفته.",
        "A TOML file of what you know of the operators better than the program's table, such as a payee.",
    ),
    "option.font": ("قلم متن، به جای قلم الگو.", "The font of the text, in place of the template's."),
    "option.embed_fonts": (
        "قلم‌ها را درون فایل Word می‌گذارد تا همه جا یکسان دیده شود؛ فقط آن‌هایی که پروانه‌شان اجازه می‌دهد.",
        "Puts the fonts into the Word file, so that it looks the same everywhere; those alone whose licence "
        "bits allow it.",
    ),
    "argument.contacts": (
        "فایل فهرست: xlsx، xlsm، xls، ods، csv یا txt.",
        "The file of the list: .xlsx, .xlsm, .xls, .ods, .csv or .txt.",
    ),
    "argument.old": ("فهرستی که پیش‌تر داده شده است.", "The list that was handed in before."),
    "option.sheet": (
        "نام برگه؛ اگر نیاید، نخستین برگه‌ای که شماره دارد.",
        "The sheet's name; the first one with numbers when left out.",
    ),
    "option.column": (
        "حرف یا عنوان ستون شماره‌ها؛ اگر نیاید، خودش پیدا می‌شود.",
        "The letters or the heading of the column of numbers; found when left out.",
    ),
    "option.include": (
        "شماره‌ای که با وجود پیش‌شماره یا شکلش شمرده شود (مثلاً به همراه اول ترابرد شده است)؛ می‌توان آن "
        "را تکرار کرد.",
        "A number that counts in spite of its prefix or form, such as one ported to «همراه اول»; may be "
        "repeated.",
    ),
    "option.limits_of": (
        "خطی که شمار لازم از آن گرفته می‌شود؛ اگر نیاید، شماری که هر خط می‌پذیرد.",
        "The line whose limits count; when left out, what every line takes.",
    ),
    "option.take": (
        "اگر شماره‌ها بیش از این است، تنها همین تعدادِ نخست را برمی‌دارد و می‌گوید چند شماره کنار رفت.",
        "Where there are more numbers, takes the first so many only, and tells how many were put aside.",
    ),
    "option.list_out": (
        "فایلی که نوشته می‌شود؛ پیش‌فرض customer-list.xlsx است.",
        "The file to write; customer-list.xlsx by default.",
    ),
    "option.rejected": (
        "رونوشتی از برگهٔ شما که ردیف‌های شمرده‌نشده در آن رنگی است و دلیل کنارشان نوشته شده است؛ "
        "حتی اگر فهرست پذیرفته نشود نوشته می‌شود.",
        "A copy of your sheet with the rows that do not count coloured and the reason beside; written even "
        "when the "
        "list is not accepted.",
    ),
    "option.add": ("فایل مشتریان تازه.", "The file of the new customers."),
    "option.remove": ("فایل کسانی که دیگر مشتری نیستند.", "The file of those who are customers no more."),
    "option.changes": (
        "فایل گزارش تغییرات؛ اگر نیاید، نام فهرست تازه با پسوند -changes.",
        "The file of the account; the new list's name with -changes when left out.",
    ),
    "option.excel": (
        "به جای پروفایل، جدول خالی اکسل را در این فایل می‌نویسد: هر مشتری یک سطر، برای فرمان batch.",
        "Writes the empty Excel table into this file in place of a profile: a client a row, for batch.",
    ),
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
        "سربرگ «{given}» پیدا نشد؛ نشانی یک فایل Word یا یکی از generated و preprinted را بنویسید.",
        "There is no letterhead {given!r}; write the path of a Word file, or generated, or preprinted.",
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
