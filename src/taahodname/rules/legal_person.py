"""Sees that the applicant is a legal person: شناسه ملی, کد اقتصادی and شماره ثبت."""

from __future__ import annotations

from collections.abc import Iterator

from taahodname.identifiers import economic_code, national_code, national_id, registration_number
from taahodname.rules.case import Case
from taahodname.rules.faults import Fault, error, missing, warning
from taahodname.rules.identifier import Verbs, faults_of, is_valid
from taahodname.rules.registry import rule

_ID = "company.national_id"
_ECONOMIC = "company.economic_code"
_IDENTIFIERS: dict[str, Verbs] = {
    _ID: national_id,
    _ECONOMIC: economic_code,
    "company.registration_number": registration_number,
}


@rule("legal-person")
def legal_person(case: Case) -> Iterator[Fault]:
    """The three codes are given and valid, and none of them is a natural person's."""
    for path, verbs in _IDENTIFIERS.items():
        given = case.raw(path)
        if given is None:
            yield missing(path)
        elif path == _ECONOMIC and is_valid(national_code, given):
            yield _natural_person(path)
        else:
            yield from faults_of(path, given, verbs)
    yield from _two_codes(case)


def _natural_person(path: str) -> Fault:
    return error(
        path,
        "invalid",
        "کد ملی یک شخص حقیقی است و درخواست اشخاص حقیقی پذیرفته نمی‌شود؛ کد شرکت را بنویسید.",
        "is the national code of a natural person, and natural persons are refused; write the company's",
    )


def _two_codes(case: Case) -> Iterator[Fault]:
    """A legal person's economic code is now its national id (tax notice no. 36 of 1403)."""
    economic, identity = case.raw(_ECONOMIC), case.raw(_ID)
    if economic is None or identity is None or not is_valid(national_id, identity):
        return
    code = economic_code.compact(economic)
    if len(code) == 11 and is_valid(economic_code, economic) and code != national_id.compact(identity):
        yield warning(
            _ECONOMIC,
            "differs",
            "با شناسهٔ ملی شرکت یکی نیست، در حالی که امروز این دو یکی‌اند؛ هر دو را با مدارک مقایسه کنید.",
            "differs from the national id, though today they are one; compare both with the documents",
        )
