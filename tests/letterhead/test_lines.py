from __future__ import annotations

import pytest

from taahodname.letterhead.generated import CompanyLines
from taahodname.letterhead.lines import company_lines
from taahodname.profile import Company


def test_values_stand_as_a_reader_expects_them() -> None:
    company = Company(
        name="آریا",
        activity="نرم‌افزار",
        address="تهران",
        postal_code="1968843111",
        phone="02188776655",
        website="https://www.arya-data.ir/",
        email="info@arya-data.ir",
    )
    assert company_lines(company) == CompanyLines(
        legal_name="شرکت آریا",
        activity="نرم‌افزار",
        address="تهران",
        postal_code="۱۹۶۸۸۴۳۱۱۱",
        phone="۰۲۱-۸۸۷۷۶۶۵۵",
        website="www.arya-data.ir",
        email="info@arya-data.ir",
    )


def test_a_missing_name_is_marked_and_the_rest_left_out() -> None:
    assert company_lines(Company()) == CompanyLines(legal_name="شرکت [نام]")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("http://a.ir", "a.ir"),
        ("https://a.ir/b/", "a.ir/b"),
        ("a.ir", "a.ir"),
        ("httpsite.ir", "httpsite.ir"),
    ],
)
def test_a_site_is_shown_without_its_protocol(given: str, shown: str) -> None:
    assert company_lines(Company(website=given)).website == shown
