"""Sentences with pieces that are read from left to right, for the tests of order."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


class Ltr(str):
    """A piece that a person writes and reads from left to right."""

    __slots__ = ()


Sentence = tuple[str, ...]
"""Parts of a sentence in logical order: Persian text, and `Ltr` pieces."""

PIECES: Mapping[str, str] = MappingProxyType(
    {
        "phone": "021-88776655",
        "phone in Persian digits": "۰۲۱-۸۸۷۷۶۶۵۵",
        "phone in groups": "021 8877 6655",
        "phone with its code in brackets": "(021) 88776655",
        "mobile": "0912-174-0386",
        "mobile in Persian groups": "۰۹۱۲ ۱۷۴ ۰۳۸۶",
        "+98": "+989121740386",
        "+98 in groups": "+98 912 174 0386",
        "+98 with hyphens": "+98-21-8877-6655",
        "+98 in Persian digits": "+۹۸ ۲۱ ۸۸۷۷ ۶۶۵۵",
        "0098": "0098 21 8877 6655",
        "card": "6037 9971 1234 5678",
        "card with hyphens": "6037-9971-1234-5678",
        "card in Persian digits": "۶۰۳۷ ۹۹۷۱ ۱۲۳۴ ۵۶۷۸",
        "masked card": "6037-99**-****-5678",
        "masked card in Persian digits": "۶۰۳۷ ۹۹** **** ۵۶۷۸",
        "masked card with x": "6037-99xx-xxxx-5678",
        "masked mobile": "0912***4567",
        "postal code in two": "19688-43111",
        "date": "1405/09/02",
        "date in Persian digits": "۱۴۰۵/۰۹/۰۲",
        "date with hyphens": "1405-09-02",
        "date with hyphens in Persian digits": "۱۴۰۵-۰۹-۰۲",
        "date with dots": "2026.11.23",
        "time": "23:30",
        "version": "2.10.4",
        "version in Persian digits": "۲.۱۰.۴",
        "version with a letter": "v2.10",
        "range": "10-20",
        "range in Persian digits": "۱۰-۲۰",
        "range with a dash": "۹–۱۶",
        "range of hours": "8:30-16:30",
        "share": "15%",
        "code to dial": "*780*1#",
        "sum": "500,000,000",
        "e-mail": "info@arya-data.ir",
        "e-mail with a sign": "a.b+sms@mail.example.co.uk",
        "URL": "https://www.arya-data.ir",
        "URL with a last slash": "https://arya-data.ir/",
        "URL with a question": "https://arya-data.ir/a-b/?q=1&x=2",
        "domain": "www.arya-data.ir",
        "name of a key": "company.national_id",
        "Latin word": "SMS",
        "Latin words": "Arya Data Group",
        "Latin words with an abbreviation": "Arya Data Co.",
        "Latin words with two abbreviations": "Arya Data Co., Ltd.",
        "Latin words with brackets": "Arya (Data) Group",
        "standard": "ISO 9001:2015",
        "C++": "C++",
        "plain number": "10380284790",
        "plain number in Persian digits": "۱۰۳۸۰۲۸۴۷۹۰",
        "grouped number": "۵۰۰٬۰۰۰٬۰۰۰",
    }
)

FRAMES: Mapping[str, Sentence] = MappingProxyType(
    {
        "between words": ("شمارهٔ ", "{}", " است"),
        "after a word": ("شمارهٔ ما ", "{}"),
        "before a word": ("{}", " شمارهٔ ماست"),
        "after a colon": ("نشانی: ", "{}", "، تهران"),
        "before a full stop": ("با ", "{}", "."),
        "before a comma": ("با ", "{}", "، و"),
        "in brackets": ("متن (", "{}", ") متن"),
        "in quotation marks": ("متن «", "{}", "» متن"),
        "in brackets at the end": ("متن [", "{}", "]"),
        "after a half-space and a tanvin": ("می‌شود کتباً ", "{}", " می‌شود"),
        "beside another": ("{}", " و ", "021-88776656"),
    }
)

SENTENCES: Mapping[str, Sentence] = MappingProxyType(
    {
        "two phones": ("تلفن ", Ltr("021-88776655"), "، ", Ltr("021-88776656"), " و سه"),
        "phone and e-mail": ("تلفن ", Ltr("021-88776655"), "، ", Ltr("info@arya.ir")),
        "phone, slash, phone": ("تلفن ", Ltr("+98 21 8877 6655"), " / ", Ltr("info@arya.ir"), " ما"),
        "brackets around a Latin word": ("شرکت (", Ltr("SMS"), ") و «", Ltr("OTP"), "» را"),
        "brackets around Persian": ("شرکت (سهامی خاص) و «پیام»‌ها [یک]",),
        "brackets around both": (
            "شرکت (نام ",
            Ltr("ABC"),
            " و نشانی) را",
        ),
        "an abbreviation at the end": ("قرارداد با ", Ltr("Arya Data Co.")),
        "an abbreviation before Persian": (
            "قرارداد ",
            Ltr("Arya Data Co."),
            "، تهران (",
            Ltr("Dr."),
            " آریا) را",
        ),
        "a word at the end": ("قرارداد با ", Ltr("Arya Data"), "."),
        "a number and its unit": ("در ۳ روز (۷۲ ساعت)",),
        "a bracketed number": ("بند (۳) و بند ۴)",),
        "two dates": ("از ", Ltr("۱۴۰۵/۰۹/۰۲"), " تا ", Ltr("۱۴۰۶/۰۹/۰۲"), "."),
        "a sum in words": ("۵۰۰٬۰۰۰٬۰۰۰ ریال (پانصد میلیون ریال)",),
        "a clause": (
            "۳. شمارهٔ ",
            Ltr("021-88776655"),
            " (",
            Ltr("Arya Data"),
            ") را «کتباً» ",
        ),
    }
)


def framed(frame: str, piece: str) -> Sentence:
    """Return a frame with a piece in its place."""
    return tuple(
        Ltr(piece) if part == "{}" else Ltr(part) if part[0].isdigit() and part.isascii() else part
        for part in FRAMES[frame]
    )
