"""Sees that nothing which the forms print is missing."""

from __future__ import annotations

from collections.abc import Iterator

from taahodname.findings import Severity
from taahodname.rules.case import Case
from taahodname.rules.faults import Fault, missing
from taahodname.rules.registry import rule

_COMPANY = (
    "name",
    "national_id",
    "economic_code",
    "registration_number",
    "activity",
    "website",
    "email",
    "phone",
    "address",
    "postal_code",
)
_PERSON = (
    "first_name",
    "last_name",
    "father_name",
    "national_code",
    "birth_certificate_number",
    "birth_date",
    "mobile",
)
_PEOPLE = tuple(f"{who}.{key}" for who in ("ceo", "representative") for key in _PERSON)
_LINE = ("number", "audience", "subject")
_SIGNATORY = ("name", "title")


@rule("company-name")
def company_name(case: Case) -> Iterator[Fault]:
    """The third clause needs the company's name; the preflight looks whether the finished file has it."""
    yield from _blank(case, ("company.name",))


@rule("people-complete")
def people_complete(case: Case) -> Iterator[Fault]:
    """The CEO and the representative are both given in full, even when they are one person."""
    yield from _blank(case, _PEOPLE)


@rule("fields-complete", broad=True)
def fields_complete(case: Case) -> Iterator[Fault]:
    """Every field that the line's form prints is given."""
    yield from _blank(case, tuple(f"company.{key}" for key in _COMPANY))
    yield from _blank(case, _PEOPLE)
    for place in range(len(case.profile.signatories)):
        yield from _blank(case, tuple(f"signatories.{place}.{key}" for key in _SIGNATORY))
    for place, line in case.lines:
        yield from _blank(case, tuple(f"lines.{place}.{key}" for key in _LINE))
        if not line.sample_messages:
            yield missing(f"lines.{place}.sample_messages")
    if not case.lines:
        label = case.facts.label
        yield Fault(
            "missing",
            Severity.ERROR,
            "lines",
            f"پروفایل هیچ شماره‌ای از خط {label} ندارد؛ آن را با نوع {label} در بخش «lines» بنویسید.",
            f"the profile has no number of line {case.facts.type}; add it under lines with that type",
        )


def _blank(case: Case, paths: tuple[str, ...]) -> Iterator[Fault]:
    return (missing(path) for path in paths if case.text(path) is None)
