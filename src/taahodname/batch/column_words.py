"""The words on the columns of a table that the hints of a profile do not have, and an example of each."""

from __future__ import annotations

YES, NO = "بلی", "خیر"
RESULT = "نتیجه"
"""Heads the column that a table which is handed back has more; it is passed over when it is read again."""
SHEET = "مشتریان"
HELP_SHEET = "راهنما"

_PLACE = "اگر روی سربرگ چاپ شده است: فاصله از چپ، فاصله از بالا، پهنا؛ به میلی‌متر"

HINTS: dict[str, str] = {
    "company.registration_number": "از آگهی ثبت یا روزنامهٔ رسمی",
    "ceo.birth_certificate_number": "از شناسنامه",
    "ceo.mobile": "به نام خود او",
    "representative.birth_certificate_number": "از شناسنامه",
    "representative.position": "در شرکت",
    "representative.mobile_ported": f"اگر شماره از اپراتور دیگری به همراه اول ترابرد شده است، «{YES}»",
    "signatories": "هر نفر در یک سطر همین خانه، به شکل «نام، سمت»؛ اگر خالی باشد، مدیرعامل به تنهایی امضا "
    "می‌کند",
    "lines": "خط‌ها را از خط ۱ و پشت سر هم پر کنید؛ خط‌های دیگر خالی می‌ماند",
    "lines.type": "3000 یا 1000 یا 021",
    "lines.sample_messages": "متن کامل پیام‌ها؛ هر پیام در یک سطر همین خانه (سطر تازه: Alt+Enter)",
    "letter.number": "اگر نامه شماره دارد",
    "letter.date": "شمسی؛ در دسته، تاریخ همهٔ نامه‌ها یکی است و از فرمان batch می‌آید",
    "letter.addressee": "اگر خالی باشد، اپراتور همان خط",
    "customer_list.file": "فایل اکسل شماره‌های مشتریان، نسبت به پوشهٔ همین جدول",
    "customer_list.sheet": "نام برگه؛ اگر خالی باشد، نخستین برگه‌ای که شماره دارد",
    "customer_list.column": "حرف یا عنوان ستون؛ اگر خالی باشد، خودش پیدا می‌شود",
    "customer_list.include": "شماره‌هایی با پیش‌شمارهٔ اپراتور دیگر که به همراه اول ترابرد شده‌اند؛ هر کدام "
    "در یک سطر",
    "letterhead": "generated (برنامه می‌سازد)، preprinted (کاغذ سربرگ‌دار شرکت) یا نام فایل سربرگ: Word، PDF، "
    "PNG یا JPG",
    "letterhead.logo": "نام فایل تصویر نشان، برای سربرگی که برنامه می‌سازد",
    "letterhead.following": "same (مانند صفحهٔ نخست)، blank (سفید)، page 2 (صفحهٔ ۲ همان PDF) یا نام فایل دیگر",
    "letterhead.head_mm": "به میلی‌متر؛ اگر خالی باشد، از فایل پیدا می‌شود و برای کاغذ سربرگ‌دار ۵۰ است",
    "letterhead.foot_mm": "به میلی‌متر؛ اگر خالی باشد، از فایل پیدا می‌شود و برای کاغذ سربرگ‌دار ۳۰ است",
    "letterhead.right_mm": "به میلی‌متر؛ اگر خالی باشد، پیدا می‌شود",
    "letterhead.left_mm": "به میلی‌متر؛ اگر خالی باشد، پیدا می‌شود",
    "letterhead.next_head_mm": "به میلی‌متر، از صفحهٔ دوم به بعد؛ اگر خالی باشد، پیدا می‌شود",
    "letterhead.next_foot_mm": "به میلی‌متر، از صفحهٔ دوم به بعد؛ اگر خالی باشد، پیدا می‌شود",
    "letterhead.fields.number": _PLACE,
    "letterhead.fields.date": _PLACE,
    "letterhead.fields.attachments": _PLACE,
}
"""What a hint says otherwise for a cell than for a key of a file, by path without places."""

EXAMPLES: dict[str, str] = {
    "company.name": "پیشگامان دادهٔ آریا",
    "company.national_id": "10380284790",
    "company.economic_code": "10380284790",
    "company.registration_number": "456789",
    "company.activity": "تولید و پشتیبانی نرم‌افزار حسابداری برای فروشگاه‌های زنجیره‌ای",
    "company.website": "https://www.arya-data.ir",
    "company.email": "info@arya-data.ir",
    "company.phone": "02188776655",
    "company.address": "تهران، خیابان ولیعصر، کوچهٔ لاله، پلاک ۱۲، واحد ۳",
    "company.postal_code": "1968843111",
    "company.holding": "هلدینگ آریا",
    "ceo.first_name": "سید محمدرضا",
    "ceo.last_name": "عبدالله‌زاده",
    "ceo.father_name": "فضل‌الله",
    "ceo.national_code": "0084575948",
    "ceo.birth_certificate_number": "1234",
    "ceo.birth_date": "1358/07/23",
    "ceo.mobile": "09123456789",
    "representative.first_name": "نرگس",
    "representative.last_name": "میرزایی‌فر",
    "representative.father_name": "هوشنگ",
    "representative.national_code": "9991234561",
    "representative.birth_certificate_number": "5678",
    "representative.birth_date": "1367/02/14",
    "representative.mobile": "09901234567",
    "representative.position": "مدیر روابط عمومی",
    "representative.mobile_ported": NO,
    "signatories": "سید محمدرضا عبدالله‌زاده، مدیرعامل\nهوشنگ میرزایی‌فر، رئیس هیئت‌مدیره",
    "lines.0.type": "3000",
    "lines.1.type": "1000",
    "lines.2.type": "021",
    "lines.0.number": "3000123456",
    "lines.1.number": "1000456789",
    "lines.2.number": "02191004455",
    "lines.audience": "خریداران نرم‌افزار که قرارداد پشتیبانی دارند",
    "lines.subject": "یادآوری تمدید قرارداد پشتیبانی و اعلام زمان به‌روزرسانی",
    "lines.sample_messages": (
        "مشترک گرامی، قرارداد پشتیبانی شما در ۱۴۰۵/۱۰/۰۱ پایان می‌یابد.\n"
        "مشترک گرامی، به‌روزرسانی نرم‌افزار جمعه از ساعت ۸ تا ۱۰ انجام می‌شود."
    ),
    "lines.addressee": "شرکت ارتباطات آریا",
    "letter.number": "۱۴۰۵/۱۲۳",
    "letter.date": "1405/09/02",
    "letter.attachments": "یک برگ",
    "letter.addressee": "شرکت ارتباطات آریا",
    "customer_list.file": "arya/customers.xlsx",
    "customer_list.sheet": "مشتریان",
    "customer_list.column": "B",
    "customer_list.include": "09351234567",
    "letterhead": "generated",
    "letterhead.logo": "arya/logo.png",
    "letterhead.head_mm": "45",
    "letterhead.foot_mm": "25",
    "letterhead.following": "blank",
    "letterhead.right_mm": "25",
    "letterhead.left_mm": "25",
    "letterhead.next_head_mm": "20",
    "letterhead.next_foot_mm": "15",
    "letterhead.fields.number": "20، 40، 45",
    "letterhead.fields.date": "20، 47، 45",
    "letterhead.fields.attachments": "20، 54، 45",
}
"""One of each, all invented; by path, without its place where every line has the same."""
