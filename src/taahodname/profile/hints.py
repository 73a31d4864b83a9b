"""Says in Persian how the keys of a profile are filled in; the model says it in English."""

from __future__ import annotations

HINTS: dict[str, str] = {
    "company.name": "همان که ثبت شده است؛ واژهٔ «شرکت» را برنامه می‌نویسد",
    "company.national_id": "۱۱ رقم",
    "company.economic_code": "برای شرکت همان شناسهٔ ملی است",
    "company.activity": "دقیق و روشن",
    "company.website": "از خود شرکت، نه صفحهٔ شبکهٔ اجتماعی",
    "company.email": "سازمانی، بر دامنهٔ خود شرکت",
    "company.phone": "با کد شهر",
    "company.postal_code": "۱۰ رقم",
    "company.holding": "اگر شرکت عضو هلدینگ است",
    "ceo": "همان‌گونه که در کارت ملی آمده است",
    "ceo.national_code": "۱۰ رقم",
    "ceo.birth_date": "شمسی، مانند 1358/07/23",
    "representative": "حتی اگر خود مدیرعامل باشد، کامل پر شود",
    "representative.national_code": "۱۰ رقم",
    "representative.birth_date": "شمسی، مانند 1358/07/23",
    "representative.mobile": "همراه اول و به نام خود او",
    "representative.mobile_ported": "اگر شماره از اپراتور دیگری به همراه اول ترابرد شده است، true",
    "signatories": "اگر نیاید، مدیرعامل به تنهایی امضا می‌کند",
    "lines": "برای هر شماره یک بخش که با خط تیره آغاز می‌شود",
    "lines.type": "3000 یا 1000 یا 021، میان دو گیومهٔ انگلیسی",
    "lines.number": "با پیش‌شماره",
    "lines.audience": "چه کسانی پیام می‌گیرند؛ روشن و کامل",
    "lines.subject": "کاربرد شماره، با جزئیات",
    "lines.sample_messages": "متن پیام‌ها، هر کدام پس از یک خط تیره",
    "lines.addressee": "اگر گیرندهٔ نامهٔ این خط دیگری است",
    "letter.date": "اگر نیاید، امروز به وقت تهران",
    "letter.addressee": "اگر نیاید، اپراتور همان خط",
    "customer_list": "فایل اکسل شماره‌های مشتریان",
    "letterhead": "نام فایل سربرگ (Word، PDF، PNG یا JPG)، یا generated، یا preprinted",
}
"""A hint for each key that needs one, by its path; places in a list do not stand in it."""
