from __future__ import annotations

import pytest
from msgspec.structs import replace

from taahodname.documents.undertaking import compose
from taahodname.dossier.ownership import codes_in, inspect_codes, own_codes
from taahodname.dossier.preflight import inspect
from taahodname.errors import PreflightError
from taahodname.letterhead import Letterhead
from taahodname.rules import admit
from taahodname.typeset.fonts import shipped_book
from taahodname.units import Mm
from tests.builders import profile_with

OWN = {
    "company": {"national_id": "۱۰۳۸۰۲۸۴۷۹۰", "phone": "۰۲۱-۸۸۷۷۶۶۵۵"},
    "lines": [{"number": "۳۰۰۰۱۲۳۴۵۶"}],
}


def test_codes_are_long_numbers_in_any_digits_and_between_any_marks() -> None:
    assert codes_in("شناسهٔ \u200e۱۰۳۸۰۲۸۴۷۹۰\u200e، ۱۴۰۵/۰۹/۰۲، ۵۰۰٬۰۰۰٬۰۰۰ و 0912345678") == {
        "10380284790",
        "0912345678",
    }


def test_a_number_with_separators_counts_joined_and_in_its_parts() -> None:
    assert own_codes(OWN) == {"10380284790", "88776655", "02188776655", "3000123456"}


def test_the_numbers_of_two_values_do_not_run_together() -> None:
    assert own_codes({"one": "۱۲۳۴", "two": "5678", "three": ("901-", "-23456")}) == set()


def test_signs_that_cannot_be_encoded_hide_no_code() -> None:
    assert codes_in("\ud83d۱۰۳۸۰۲۸۴۷۹۰\udc00") == {"10380284790"}


def test_a_code_of_somebody_else_is_noticed_and_not_repeated() -> None:
    with pytest.raises(PreflightError) as caught:
        inspect_codes("undertaking.docx", "۱۰۳۸۰۲۸۴۷۹۰ و ۹۹۹۰۰۰۰۰۰۱۰", own_codes(OWN), ["۱۰۳۸۰۲۸۴۷۹۰"])
    assert "99900000010" not in caught.value.message + caught.value.message_en


def test_a_code_that_must_be_there_and_is_not_is_noticed() -> None:
    with pytest.raises(PreflightError, match=r"lacks 1 of its own"):
        inspect_codes("undertaking.docx", "۳۰۰۰۱۲۳۴۵۶", own_codes(OWN), ["۱۰۳۸۰۲۸۴۷۹۰"])
    inspect_codes("undertaking.docx", "۱۰۳۸۰۲۸۴۷۹۰", own_codes(OWN), ["⟦شناسهٔ ملی⟧"])  # a draft's gap


def test_the_papers_of_one_client_are_not_let_through_as_another_s() -> None:
    paper = Letterhead.preprinted(Mm(50), Mm(30))
    first, second = (
        admit(profile_with({"company.national_id": code, "company.economic_code": code}), "3000")
        for code in ("10380284790", "10100260838")
    )
    made = compose(first, paper, shipped_book())
    inspect(made, first)
    with pytest.raises(PreflightError, match="somebody else"):
        inspect(made, second)
    # Nor when only the values were mixed up on the way.
    with pytest.raises(PreflightError):
        inspect(replace(made, values=compose(second, paper, shipped_book()).values), first)
