"""The rules for blanks of persons: whose they are, and which part of a name is meant."""

from __future__ import annotations

from taahodname.forms.cases import Case
from taahodname.forms.labels import OWNERS, is_addressee, key_of, read
from taahodname.forms.verdicts import Verdict, likely, sure, unsure

_FIRST, _LAST, _FULL = "*.first_name", "*.last_name", "*.full_name"
_PLAIN_NAME = "نام"
_ADDRESSED = frozenset(
    {key_of("آقای"), key_of("خانم"), key_of("آقای/خانم"), key_of("جناب آقای"), key_of("سرکار خانم")}
)
_UNSURE_REASONS = frozenset({"weak", "inherited"})


def person(case: Case) -> Verdict:
    """Return the decision on a field of a person.

    Args:
        case: the blank; its label names a personal field.
    """
    tag, reason = _name_part(case)
    if tag == "company.legal_name":
        return likely(tag, case.label, "company-name")
    who, why = case.owner
    if key_of(case.label) in _ADDRESSED and is_addressee(case.spot.text) and "اینجانب" not in case.spot.text:
        return unsure(case.label, "whose", *_both(tag))
    if not who:
        return unsure(case.label, "whose", *_both(tag))
    field = f"{who}{tag.removeprefix('*')}"
    if case.spot.section == "company" and why == "weak":
        return unsure(case.label, "whose", *_both(tag))
    if case.weak and tag == "*.mobile" and case.in_sentence:
        return unsure(case.label, "not-whole", field)
    if not case.phrase.whole and case.in_sentence and why not in ("sentence", "label", "row"):
        return unsure(case.label, "not-whole", field)
    if why in _UNSURE_REASONS or reason:
        return likely(field, case.label, reason or why)
    return sure(field, case.label, why)


def _both(tag: str) -> list[str]:
    return [f"{who}{tag.removeprefix('*')}" for who in OWNERS]


def _name_part(case: Case) -> tuple[str, str]:
    """Return which part of a name is meant, and why where that is only likely."""
    if case.tag != _FIRST or not _is_plain(case.label):
        return case.tag, ""
    if _LAST in case.near(0, 2):
        return _FIRST, ""
    if case.spot.section == "company" and not case.owner[0]:
        return "company.legal_name", "company-name"
    return _FULL, "" if case.owner[1] == "label" else "full-name"


def _is_plain(label: str) -> bool:
    """Tell whether a label is «نام» alone, whoever's."""
    reading = read(label)
    return reading is not None and key_of(label).startswith(key_of(_PLAIN_NAME)) and "کوچک" not in label


def position(case: Case) -> Verdict:
    """Return the decision on a post: only the representative's is in a profile.

    Args:
        case: the blank.
    """
    who, why = case.owner
    if who != "representative":
        return unsure(case.label, "not-ours", case.tag)
    if why in _UNSURE_REASONS:
        return likely(case.tag, case.label, why)
    return sure(case.tag, case.label, why)
