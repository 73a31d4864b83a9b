"""Builds invented profiles for the tests: valid for the line that is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from taahodname.profile import Profile

CUSTOMERS = Path(__file__).resolve().parents[1] / "samples" / "arya-software" / "customers.csv"
NUMBERS = {"3000": "3000123456", "1000": "1000456789", "021": "02191004455"}


def valid_profile(line: str = "3000") -> dict[str, Any]:
    """Return fresh plain data of a profile that has no error and no warning for the line."""
    return {
        "company": {
            "name": "پیشگامان دادهٔ آریا",
            "national_id": "10380284790",
            "economic_code": "10380284790",
            "registration_number": "456789",
            "activity": "تولید و پشتیبانی نرم‌افزار حسابداری برای فروشگاه‌های زنجیره‌ای",
            "website": "https://www.arya-data.ir",
            "email": "info@arya-data.ir",
            "phone": "02188776655",
            "address": "تهران، خیابان ولیعصر، کوچهٔ لاله، پلاک ۱۲، واحد ۳",
            "postal_code": "1968843111",
        },
        "ceo": {
            "first_name": "سید محمدرضا",
            "last_name": "عبدالله‌زاده",
            "father_name": "فضل‌الله",
            "national_code": "0084575948",
            "birth_certificate_number": "1234",
            "birth_date": "1358/07/23",
            "mobile": "09123456789",
        },
        "representative": {
            "first_name": "نرگس",
            "last_name": "میرزایی‌فر",
            "father_name": "هوشنگ",
            "national_code": "9991234561",
            "birth_certificate_number": "5678",
            "birth_date": "1367/02/14",
            "mobile": "09901234567",
        },
        "lines": [
            {
                "type": line,
                "number": NUMBERS[line],
                "audience": "خریداران نرم‌افزار که قرارداد پشتیبانی دارند",
                "subject": "یادآوری تمدید قرارداد پشتیبانی و اعلام زمان به‌روزرسانی",
                "sample_messages": ["مشترک گرامی، قرارداد پشتیبانی شما در ۱۴۰۵/۱۰/۰۱ پایان می‌یابد."],
            }
        ],
        "letter": {"number": "۱۴۰۵/۱۲۳", "date": "1405/09/02", "attachments": "یک برگ"},
        "customer_list": str(CUSTOMERS),
        "letterhead": "generated",
    }


def profile_with(changes: dict[str, Any], line: str = "3000") -> Profile:
    """Return the valid profile of a line with values at some paths replaced.

    Args:
        changes: path → value; a place in a list is counted from 0, and `...` takes the key away.
        line: see `valid_profile`.
    """
    data = valid_profile(line)
    for path, value in changes.items():
        *parents, last = path.split(".")
        node: Any = data
        for key in parents:
            node = node[int(key)] if isinstance(node, list) else node.setdefault(key, {})
        place = int(last) if isinstance(node, list) else last
        if value is ...:
            del node[place]
        else:
            node[place] = value
    return Profile.model_validate(data)
