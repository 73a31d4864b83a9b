"""Facts about quoting a value in a message."""

from __future__ import annotations

import pytest

from taahodname.profile.shown import shown


@pytest.mark.parametrize(
    ("path", "value", "quoted"),
    [
        ("ceo.national_code", "0084575948", "00******48"),
        ("representative.mobile", "+98 912 345 6789", "+9************89"),
        ("ceo.birth_certificate_number", "1234", "****"),
        ("company.national_id", "0084575948", "00******48"),
        ("company.national_id", "10380284790", "10380284790"),
        ("company.economic_code", "00845759480001", "00**********01"),
        ("company.economic_code", "۱۰۳۸۰۲۸۴۷۹۰", "۱۰۳۸۰۲۸۴۷۹۰"),
        ("company.email", "info@arya-data.ir", "info@arya-data.ir"),
        ("lines.0.subject", "کارت 6037-9912-3456-7890 شما", "کارت 60***************90 شما"),
        ("lines.0.subject", "کارت ۶۰۳۷۹۹۱۲۳۴۵۶۷۸۹۰", "کارت ۶۰************۹۰"),
        ("company.name", "الف\u202eب\x00", "الف<U+202E>ب<U+0000>"),
        ("company.name", "الف\ud800", "الف<U+D800>"),
    ],
)
def test_a_value_is_quoted_without_what_is_personal_or_unprintable(path, value, quoted):
    assert shown(path, value) == quoted


def test_a_long_value_is_shortened():
    assert shown("company.name", "الف" * 1000) == "الف" * 20 + "…"
