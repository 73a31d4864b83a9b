"""An invented client with long values, to try a form with before a real one is set on it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from taahodname.persian.dates import JalaliDate
from taahodname.profile import Profile
from taahodname.rules import CheckedProfile, admit

_NUMBERS = {"3000": ("30009900123456", "30009900654321"), "1000": ("10009900123456", "10009900654321")}
_OTHER_NUMBERS = ("02199001234", "02199004321")
_SENTENCE = "یادآوری سررسید اقساط، نوبت‌های خدمات پس از فروش و تغییر ساعت کار نمایندگی‌ها به مشتریان ثبت‌نام‌شده"
_DATE = JalaliDate(1405, 9, 2)


@lru_cache(maxsize=8)
def sample(line: str) -> CheckedProfile:
    """Return an invented client of a line, with two numbers and two further signatories.

    It is admitted as a draft: there is no list of customers behind it.

    Args:
        line: one of LINES.
    """
    return admit(Profile.model_validate(_values(line)), line, draft=True, date=_DATE)


def _values(line: str) -> dict[str, Any]:
    return {
        "company": {
            "name": "گسترش فناوری‌های نوین ارتباطی و اطلاع‌رسانی نمونه‌پردازان آیندهٔ روشن",
            "national_id": "99900000010",
            "economic_code": "99900000010",
            "registration_number": "987654",
            "activity": (
                "طراحی، تولید، نصب و پشتیبانی سامانه‌های یکپارچهٔ فروش و خدمات پس از فروش برای فروشگاه‌ها"
            ),
            "website": "https://www.nemoune-pardazan-ayande.example.ir",
            "email": "ravabet.omoumi@nemoune-pardazan-ayande.example.ir",
            "phone": "02199887766",
            "address": (
                "استان نمونه، شهر نمونه، بلوار آزمون، خیابان سی‌وپنجم، کوچهٔ نمونهٔ دوم، پلاک ۱۱۸، "
                "طبقهٔ ۶، واحد ۲۴"
            ),
            "postal_code": "1969943187",
        },
        "ceo": _person("سید محمدامیرحسین", "نمونه‌ای‌پور اصفهانی", "ابوالفضل‌علی", "9990000001", "0912987"),
        "representative": _person("فاطمه‌زهرا", "آزمون‌زادهٔ تبریزی", "عبدالکریم", "9990000018", "0913987"),
        "signatories": [
            {"name": "پرویز نمونه‌نیا", "title": "رئیس هیئت‌مدیره"},
            {"name": "مهرانگیز آزمون‌خواه", "title": "عضو هیئت‌مدیره"},
        ],
        "lines": [
            {
                "type": line,
                "number": number,
                "audience": f"{audience}، که شمارهٔ خود را هنگام خرید با رضایت نوشته‌اند",
                "subject": f"{_SENTENCE}؛ {audience}",
                "sample_messages": [f"{greeting}، نوبت بعدی سرویس دستگاه شما ۱۴۰۵/۱۰/۰۵ است. فروشگاه نمونه"],
            }
            for number, audience, greeting in zip(
                _NUMBERS.get(line, _OTHER_NUMBERS),
                ("خریداران دستگاه‌های دارای ضمانت", "اعضای باشگاه مشتریان نمایندگی‌ها"),
                ("مشتری گرامی", "عضو گرامی باشگاه"),
                strict=True,
            )
        ],
        "letter": {"number": "۱۴۰۵/۹۸۷۶/ب", "date": _DATE.plain(), "attachments": "فهرست مشتریان و سفته"},
        "letterhead": "preprinted",
    }


def _person(first: str, last: str, father: str, code: str, mobile: str) -> dict[str, str]:
    return {
        "first_name": first,
        "last_name": last,
        "father_name": father,
        "national_code": code,
        "birth_certificate_number": code[-4:] + "7",
        "birth_date": "1358/07/23",
        "mobile": f"{mobile}6543",
    }
