from __future__ import annotations

from typing import Any

import pytest

from taahodname.documents.values import context
from taahodname.rules import admit
from tests.builders import profile_with


def values(changes: dict[str, Any] | None = None, line: str = "3000", **options: Any) -> dict[str, Any]:
    return context(admit(profile_with(changes or {}, line), line, **options))


def test_codes_are_printed_in_persian_digits() -> None:
    found = values()
    assert found["company"]["national_id"] == "۱۰۳۸۰۲۸۴۷۹۰"
    assert found["company"]["phone"] == "۰۲۱-۸۸۷۷۶۶۵۵"
    assert found["ceo"]["mobile"] == "۰۹۱۲۳۴۵۶۷۸۹"
    assert found["ceo"]["birth_certificate_number"] == "۱۲۳۴"


def test_addresses_of_sites_and_mail_stay_in_latin() -> None:
    company = values()["company"]
    assert (company["website"], company["email"]) == ("https://www.arya-data.ir", "info@arya-data.ir")


def test_the_word_company_stands_once_before_the_name() -> None:
    for name in ("پیشگامان دادهٔ آریا", "شرکت پیشگامان دادهٔ آریا"):
        assert values({"company.name": name})["company"]["legal_name"] == "شرکت پیشگامان دادهٔ آریا"


@pytest.mark.parametrize(
    ("line", "digits", "words"),
    [
        ("3000", "۵۰۰٬۰۰۰٬۰۰۰", "پانصد میلیون"),
        ("1000", "۵۰۰٬۰۰۰٬۰۰۰", "پانصد میلیون"),
        ("021", "۵۰٬۰۰۰٬۰۰۰", "پنجاه میلیون"),
    ],
)
def test_the_guarantee_stands_in_digits_and_in_words(line: str, digits: str, words: str) -> None:
    guarantee = values(line=line)["guarantee"]
    assert (guarantee["digits"], guarantee["words"]) == (digits, words)


def test_only_021_has_a_penalty_and_a_payee() -> None:
    found = values(line="021")
    assert found["guarantee"]["payee"] == "شرکت پیام افزار پیک آسا"
    assert found["penalty"]["per_sms_words"] == "ده"
    assert found["penalty"]["fine_digits"] == "۵۰٬۰۰۰٬۰۰۰"
    assert "penalty" not in values()


def test_the_letter_is_dated_as_the_caller_says() -> None:
    assert values(date="1405/10/01")["letter"]["date"] == "۱۴۰۵/۱۰/۰۱"


def test_several_numbers_are_listed_in_one_phrase() -> None:
    lines = [{**_LINE, "number": number} for number in ("3000111222", "3000333444", "3000555666")]
    found = values({"lines": lines})
    assert found["line"]["numbers"] == "۳۰۰۰۱۱۱۲۲۲، ۳۰۰۰۳۳۳۴۴۴ و ۳۰۰۰۵۵۵۶۶۶"
    assert found["line"]["plural"]
    assert len(found["lines"]) == 3


_LINE = {
    "type": "3000",
    "audience": "خریداران نرم‌افزار که قرارداد پشتیبانی دارند",
    "subject": "یادآوری تمدید قرارداد پشتیبانی و اعلام زمان به‌روزرسانی",
    "sample_messages": ["مشترک گرامی، قرارداد پشتیبانی شما پایان می‌یابد."],
}


def test_numbers_of_other_lines_stay_out() -> None:
    lines = [{**_LINE, "number": "3000111222"}, {**_LINE, "type": "1000", "number": "1000456789"}]
    assert values({"lines": lines})["line"]["numbers"] == "۳۰۰۰۱۱۱۲۲۲"


def test_a_sample_message_is_printed_letter_for_letter() -> None:
    message = "کد شما 12345 است؛ تا ساعت 10:30."
    found = values({"lines.0.sample_messages": [message]})
    assert found["lines"][0]["samples"] == [message]


def test_the_chief_executive_is_not_asked_twice_among_the_signatories() -> None:
    signatories = [
        {"name": "سید محمدرضا عبدالله‌زاده", "title": "مدیرعامل"},
        {"name": "پریسا کیانی", "title": "رئیس هیئت‌مدیره"},
    ]
    assert values({"signatories": signatories})["signatories"] == [
        {"name": "پریسا کیانی", "title": "رئیس هیئت‌مدیره"}
    ]


def test_a_draft_names_its_gaps() -> None:
    found = values({"company.postal_code": None, "ceo.father_name": ""}, draft=True)
    assert found["company"]["postal_code"] == "⟦کد پستی شرکت⟧"
    assert found["ceo"]["father_name"] == "⟦نام پدر مدیرعامل⟧"


def test_a_draft_prints_a_wrong_value_as_it_was_given() -> None:
    assert values({"company.postal_code": "123"}, draft=True)["company"]["postal_code"] == "123"


def test_a_draft_of_a_profile_without_the_line_names_the_number_as_a_gap() -> None:
    assert values({"lines": []}, draft=True)["line"]["numbers"].startswith("⟦")
