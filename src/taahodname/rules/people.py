"""Sees to what is said of the CEO and the representative: codes, birth dates and mobiles."""

from __future__ import annotations

from collections.abc import Iterator

from taahodname.findings import Severity
from taahodname.identifiers import mobile, national_code
from taahodname.persian import dates
from taahodname.persian.digits import to_persian
from taahodname.rules.case import Case
from taahodname.rules.faults import Fault, error, reminder, said, warning
from taahodname.rules.identifier import faults_of, is_valid
from taahodname.rules.registry import rule

_PEOPLE = ("ceo", "representative")
_REPRESENTATIVE = "representative.mobile"
_HAMRAH = "mci"
_MAJORITY, _OLDEST = 18, 100


@rule("national-code")
def national_codes(case: Case) -> Iterator[Fault]:
    """Every person's کد ملی has the right check digit."""
    for path in (f"{who}.national_code" for who in _PEOPLE):
        given = case.raw(path)
        if given is not None:
            yield from faults_of(path, given, national_code)


@rule("mobile")
def mobiles(case: Case) -> Iterator[Fault]:
    """Every person's mobile is an Iranian mobile number."""
    for path in (f"{who}.mobile" for who in _PEOPLE):
        given = case.raw(path)
        if given is not None:
            yield from faults_of(path, given, mobile)


@rule("representative-mobile")
def representative_mobile(case: Case) -> Iterator[Fault]:
    """The representative's mobile is of همراه اول, by its prefix or because it was ported there."""
    given = case.raw(_REPRESENTATIVE)
    if given is None:
        return
    yield from faults_of(_REPRESENTATIVE, given, mobile)
    if is_valid(mobile, given) and not case.profile.representative.mobile_ported:
        yield from _other_operator(given)
    yield reminder(
        _REPRESENTATIVE,
        "own-name",
        "مطمئن شوید که تلفن همراه نماینده به نام خود اوست (استعلام سیم‌کارت با کد ملی او).",
        "make sure that the representative's mobile is registered in his own name",
    )


def _other_operator(given: str) -> Iterator[Fault]:
    """A prefix names the operator that first sold the number; one that is in no list stays a doubt."""
    operator = mobile.operator(given)
    if operator is None or operator == _HAMRAH:
        return
    yield error(
        _REPRESENTATIVE,
        "other-operator",
        "پیش‌شمارهٔ همراه اول ندارد؛ شماره‌ای از همراه اول بنویسید، یا اگر همین شماره به همراه اول "
        "ترابرد شده است «mobile_ported: true» بگذارید (پیش‌شماره فقط اپراتور نخست را نشان می‌دهد).",
        "has no prefix of همراه اول; write one that has, or set mobile_ported: true where this number was "
        "ported there (a prefix shows the first operator only)",
    )


@rule("birth-date")
def birth_dates(case: Case) -> Iterator[Fault]:
    """Every birth date exists and has passed; an age under 18 or over 100 is likely a slip."""
    for path in (f"{who}.birth_date" for who in _PEOPLE):
        given = case.raw(path)
        if given is not None:
            yield from _birth_date(path, given, case.date)


def _birth_date(path: str, given: str, today: dates.JalaliDate) -> Iterator[Fault]:
    try:
        born = dates.parse(given)
    except dates.DateError as fault:
        yield said(Severity.ERROR, path, "invalid", fault)
        return
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if born > today:
        yield error(
            path,
            "future",
            "پس از تاریخ نامه است؛ آن را از روی کارت ملی بنویسید.",
            "lies after the letter's date; copy it from the national card",
        )
    elif not _MAJORITY <= age <= _OLDEST:
        yield warning(
            path,
            "unlikely-age",
            f"سن را {to_persian(str(age))} سال نشان می‌دهد؛ آن را با کارت ملی مقایسه کنید.",
            f"makes an age of {age} years; compare it with the national card",
        )
