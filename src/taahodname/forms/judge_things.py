"""The rules for blanks whose label says little: which company, which number, which date, which sum."""

from __future__ import annotations

from taahodname.forms.cases import Case
from taahodname.forms.labels import is_owner, key_of, words
from taahodname.forms.verdicts import Verdict, left, likely, sure, unsure

# Not «مورخ» nor «به شماره»: these are of some other paper that a sentence speaks of.
_HEADS = frozenset(map(key_of, ("شماره", "تاریخ", "پیوست", "پیوست‌ها")))
_LEAST_OF_HEAD = 2
_MADE = frozenset({"تنظیم", "صادر", "نوشته"})
_OF_LINE = frozenset({"پیامک", "پیامکی", "خدماتی", "سرشماره", "اختصاصی"})
# «به شرکت …», «در وجه شرکت …», «توسط شرکت …» speak of another company.
_OF_OTHERS = frozenset({"به", "وجه", "توسط", "خطاب", "برای", "با", "نزد", "حساب"})


def which_company(case: Case) -> Verdict:
    """Return the decision on a blank after the word «شرکت».

    Args:
        case: the blank.
    """
    owner = is_owner(case.label)
    if not case.in_sentence and owner:
        return likely(f"{owner}.full_name", case.label, "weak")
    if not case.in_sentence:
        return likely("company.legal_name", case.label, "weak")
    rest = words(case.phrase.reading.rest) if case.phrase.reading else ()
    if case.weak and (_before_label(case) in _OF_OTHERS or (rest and rest[-1].key in _OF_OTHERS)):
        return unsure(case.label, "which-company", case.tag)
    following = case.near(0, 1)[1:]
    if not case.weak or any(tag.startswith("company.") for tag in following):
        return sure(case.tag, case.label, "sentence")
    return likely(case.tag, case.label, "weak")


def _before_label(case: Case) -> str:
    """Return the word right before the label."""
    found = words(case.spot.before)
    count = len(words(case.label))
    return found[-count - 1].key if len(found) > count else ""


def line_number(case: Case) -> Verdict:
    """Return the decision on a blank of the line's number.

    Args:
        case: the blank.
    """
    if not case.weak:
        return sure(case.tag, case.label, case.reason)
    here = {word.key for word in words(case.spot.text)}
    if case.spot.section == "line" or here & _OF_LINE:
        return likely(case.tag, case.label, "weak")
    return unsure(case.label, "which-number", case.tag)


def letter_date(case: Case) -> Verdict:
    """Return the decision on a date that is not one of birth.

    Args:
        case: the blank.
    """
    if not case.weak:
        return sure(case.tag, case.label, case.reason)
    if _in_letter_head(case):
        return sure(case.tag, case.label, "letter")
    after = words(case.spot.after)[:3]
    if any(word.key in _MADE for word in after):
        return likely(case.tag, case.label, "weak")
    if not case.spot.early and not case.in_sentence:
        return left(case.label, "hand-date")
    return unsure(case.label, "which-date", case.tag)


def letter_part(case: Case) -> Verdict:
    """Return the decision on the number or the attachments of a letter.

    Args:
        case: the blank.
    """
    if not case.weak:
        return sure(case.tag, case.label, case.reason)
    if _in_letter_head(case):
        return sure(case.tag, case.label, "letter")
    if case.tag == "letter.number" and case.spot.section == "line" and not case.in_sentence:
        return likely("line.numbers", case.label, "weak")
    return unsure(case.label, "which-number", case.tag)


def _in_letter_head(case: Case) -> bool:
    """Tell whether at least two of number, date and attachments stand together, above all headings."""
    heads = {key_of(one.label) for one in case.around(2, 2) if one.whole} & _HEADS
    plain = not words(case.spot.before) or key_of(case.spot.before) == key_of(case.label)
    return case.spot.early and plain and key_of(case.label) in heads and len(heads) >= _LEAST_OF_HEAD


def of_line(case: Case) -> Verdict:
    """Return the decision on what every number of a line has for itself: audience, subject, samples.

    Args:
        case: the blank.
    """
    if not case.weak:
        return sure(case.tag, case.label, case.reason)
    if case.spot.section == "line":
        return likely(case.tag, case.label, "weak")
    return unsure(case.label, "not-ours", case.tag)


def guarantee(case: Case) -> Verdict:
    """Return the decision on the sum of the note: only where rials are spoken of.

    Args:
        case: the blank.
    """
    after = words(case.spot.after)[:1]
    rial = (after and after[0].key == "ریال") or "ریال" in case.label
    if case.tag == "guarantee.words" or rial:
        return likely(case.tag, case.label, "weak")
    return unsure(case.label, "shape", case.tag)
