"""The words of the help: what the program, its commands, arguments and options are for."""

from __future__ import annotations

HELP: dict[str, tuple[str, str]] = {
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
    "template": (
        "فرم اپراتور را (فایل Word با برچسب‌هایی مانند {{{{ company.name }}}}) بررسی و آمادهٔ پر شدن می‌کند.",
        "Checks an operator's form (a Word file with tags such as {{{{ company.name }}}}) and makes it "
        "ready.",
    ),
    "template.check": (
        "همهٔ ایرادهای فرم را برای یک خط یک‌جا می‌گوید: برچسب‌ها، فیلدهای لازم، بند سوم، تنظیم راست‌به‌چپ.",
        "Tells all that is wrong with a form for a line: tags, fields that are needed, clause 3, directions.",
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
    "demo": (
        "پرونده‌های یک مشتری ساختگی را در پوشه‌ای تازه می‌نویسد و مدارکش را می‌سازد.",
        "Writes the files of an invented client into a new folder and makes its papers.",
    ),
    "argument.folder": (
        "پوشهٔ تازه؛ اگر نیاید، taahodname-demo.",
        "The new folder; taahodname-demo when left out.",
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
        "سربرگ، به جای سربرگ پروفایل: یک فایل Word، PDF، PNG یا JPG، یا generated، یا preprinted.",
        "The letterhead, in place of the profile's: a Word, PDF, PNG or JPG file, generated, or preprinted.",
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
    "argument.form": (
        "فرم اپراتور، فایل Word (docx) با برچسب.",
        "The operator's form, a Word file (.docx) with tags.",
    ),
    "option.line": ("نوع خط.", "The type of line."),
    "option.fix": (
        "تنظیم‌های راست‌به‌چپ و نشانه‌های نابه‌جای درون برچسب‌ها را اصلاح می‌کند، در فایلی تازه.",
        "Mends right-to-left settings and signs that do not belong into tags, in a new file.",
    ),
    "option.fixed_out": ("فایل فرم اصلاح‌شده.", "The file of the mended form."),
    "option.replace_form": (
        "اگر فایلی به این نام از پیش هست، جایگزینش می‌کند.",
        "Replaces a file of that name that is there already.",
    ),
    "option.office": (
        "آنچه را برنامه نمی‌خواند به LibreOffice می‌سپارد، اگر نصب باشد؛ در نتیجه گفته می‌شود.",
        "Leaves to LibreOffice, where it is installed, what the program cannot read; the result says so.",
    ),
    "option.template": (
        "فرم اپراتور به جای الگوی برنامه: یک فایل Word، یا پوشه‌ای با یک فرم برای هر خط (3000.docx …).",
        "The operator's form in place of the program's: a Word file, or a folder with one for each line "
        "(3000.docx …).",
    ),
    "option.excel": (
        "به جای پروفایل، جدول خالی اکسل را در این فایل می‌نویسد: هر مشتری یک سطر، برای فرمان batch.",
        "Writes the empty Excel table into this file in place of a profile: a client a row, for batch.",
    ),
}
