"""The values a template prints, from a checked profile: formatted for a reader, gaps marked in a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from taahodname.identifiers import (
    economic_code,
    landline,
    line_number,
    mobile,
    national_code,
    national_id,
    postal_code,
    registration_number,
)
from taahodname.persian.amounts import in_words
from taahodname.persian.dates import DateError, parse
from taahodname.persian.digits import group, to_persian
from taahodname.profile import Person
from taahodname.profile.labels import label
from taahodname.rules import CheckedProfile
from taahodname.units import Rial

GAP_START, GAP_END = "\u27e6", "\u27e7"
"""The marks around what is missing in a draft; the Word file paints what stands between them."""

_ATTACHMENTS = "فهرست مشتریان و سفته"

Values = dict[str, Any]


def context(checked: CheckedProfile) -> Values:
    """Return what the template of an undertaking prints.

    Every value is text as it stands on paper: Persian digits, Jalali dates, sums in digits and in words.
    In a draft a missing value is a mark that names it.

    Args:
        checked: the profile, checked for one line.
    """
    facts = checked.facts
    lines = [_line(checked, index) for index in range(len(checked.lines))]
    values: Values = {
        "letter": _letter(checked),
        "company": _company(checked),
        "ceo": _person(checked.profile.ceo, "ceo"),
        "representative": _person(checked.profile.representative, "representative"),
        "line": {
            "type": to_persian(checked.line),
            "numbers": listed([line["number"] for line in lines]) or _gap("lines.0.number"),
            "plural": len(lines) > 1,
        },
        "lines": lines,
        "signatories": _signatories(checked),
        "guarantee": {**_sum(facts.guarantee.sum), "payee": facts.guarantee.payee},
    }
    if facts.penalty:
        values["penalty"] = {
            **_sum(facts.penalty.per_sms, "per_sms_"),
            **_sum(facts.penalty.fine, "fine_"),
        }
    return values


def _gap(path: str) -> str:
    return f"{GAP_START}{label(path).fa}{GAP_END}"


def shown(text: str | None, path: str, shape: Callable[[str], str] = str) -> str:
    """Return a value in its shape for a reader, or the mark of a gap.

    The shapes give back unchanged what they cannot read; only a draft holds such a value.
    """
    return shape(text) if text else _gap(path)


def _letter(checked: CheckedProfile) -> Values:
    letter = checked.profile.letter
    return {
        "number": letter.number or "",
        "date": checked.date.format(),
        "attachments": letter.attachments or _ATTACHMENTS,
        "addressee": checked.addressee,
    }


_COMPANY: dict[str, Callable[[str], str]] = {
    "name": str,
    "national_id": national_id.format,
    "economic_code": economic_code.format,
    "registration_number": registration_number.format,
    "activity": str,
    "website": str,
    "email": str,
    "phone": landline.format,
    "address": str,
    "postal_code": postal_code.format,
}


def _company(checked: CheckedProfile) -> Values:
    company = checked.profile.company
    values = {
        name: shown(getattr(company, name), f"company.{name}", shape) for name, shape in _COMPANY.items()
    }
    return {**values, "legal_name": legal_name(company.name)}


def legal_name(name: str | None) -> str:
    """Return a company's name as the forms say it: the word «شرکت» once, before the registered name."""
    return f"شرکت {name or _gap('company.name')}"


def _date(text: str) -> str:
    try:
        return parse(text).format()
    except DateError:
        return text  # only a draft comes here with a date that is none


_PERSON: dict[str, Callable[[str], str]] = {
    "first_name": str,
    "last_name": str,
    "father_name": str,
    "national_code": national_code.format,
    "birth_certificate_number": to_persian,
    "birth_date": _date,
    "mobile": mobile.format,
}


def _person(person: Person, path: str) -> Values:
    values = {name: shown(getattr(person, name), f"{path}.{name}", shape) for name, shape in _PERSON.items()}
    return {
        **values,
        "full_name": f"{values['first_name']} {values['last_name']}",
        "position": getattr(person, "position", None) or "",
    }


def _line(checked: CheckedProfile, index: int) -> Values:
    line = checked.lines[index]
    path = f"lines.{index}"
    return {
        "number": shown(line.number, f"{path}.number", lambda text: line_number.format(text, checked.line)),
        "audience": shown(line.audience, f"{path}.audience"),
        "subject": shown(line.subject, f"{path}.subject"),
        "samples": [sample for sample in line.sample_messages if sample] or [_gap(f"{path}.sample_messages")],
    }


def _signatories(checked: CheckedProfile) -> list[Values]:
    """Return those who sign beside the CEO, who has a place of his own."""
    ceo = checked.profile.ceo.full_name
    return [
        {"name": shown(one.name, f"signatories.{place}.name"), "title": one.title or ""}
        for place, one in enumerate(checked.profile.signatories)
        if one.name != ceo
    ]


def _sum(amount: Rial, prefix: str = "") -> Values:
    return {f"{prefix}digits": group(amount), f"{prefix}words": in_words(amount)}


def listed(items: Iterable[str]) -> str:
    """Return items in one phrase: «الف»، «الف و ب»، «الف، ب و پ»."""
    held = list(items)
    if len(held) < 2:
        return "".join(held)
    return "، ".join(held[:-1]) + " و " + held[-1]
