"""Decides of every blank of a form what it stands for; what is not plain is left and told, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from taahodname.forms.blanks import Kind
from taahodname.forms.cases import Case
from taahodname.forms.judge_people import person, position
from taahodname.forms.judge_things import (
    guarantee,
    letter_date,
    letter_part,
    line_number,
    of_line,
    which_company,
)
from taahodname.forms.labels import (
    LOOPED,
    OWNERS,
    candidates,
    has_two_parties,
    is_for_hand,
    is_foreign,
    is_owner,
    owners_in,
    words,
)
from taahodname.forms.ownership import Owner, is_sentence, owner_of
from taahodname.forms.phrases import Phrase, phrase_of
from taahodname.forms.survey import Spot
from taahodname.forms.verdicts import Grade, Verdict, left, likely, sure, unsure
from taahodname.rules.lines import LINES

_DATES = ("*.birth_date", "letter.date")
_SAY_THEMSELVES = ("*.full_name", "letter.date", "guarantee.digits", "guarantee.words")
_OF_COMPANY_ALONE = ("company.email", "company.phone", "company.address", "company.postal_code")
_IN_SENTENCES = (
    "company.name",
    "company.legal_name",
    "company.national_id",
    "company.economic_code",
    "company.registration_number",
)
_NAME = "نام"
_NAMES_OF_PEOPLE = ("*.full_name", "*.first_name")
_NEAR = 12  # blanks
_LIKELY_SOURCES = {
    "above": "above",
    "previous": "above",
    "hint": "hint",
    "alias": "alias",
    "behind": "behind",
}
_SIGN_ROW = 25  # words


@dataclass(slots=True)
class _Court:
    line: str
    spots: Sequence[Spot]
    phrases: list[Phrase | None]
    verdicts: list[Verdict | None] = field(default_factory=list)
    seen: dict[tuple[str, str, int], int] = field(default_factory=dict)
    last_owner: tuple[str, str, int, int] = ("", "", 0, 0)


def judge(spots: Sequence[Spot], line: str) -> list[Verdict | None]:
    """Return the decision on every blank, in order; None for what is no blank after all.

    Args:
        spots: the blanks.
        line: the line the form is for; in the form of 1000 the representative's box stays empty.
    """
    court = _Court(line, spots, [phrase_of(spot) for spot in spots])
    for place, spot in enumerate(spots):
        court.verdicts.append(_decide(court, place, spot))
    _one_row_told(court)
    return court.verdicts


def _decide(court: _Court, place: int, spot: Spot) -> Verdict | None:
    phrase = court.phrases[place]
    label = phrase.label if phrase else ""
    if spot.kind is Kind.CHOICE:
        return left(label, "choice")
    if spot.continues is not None:
        return _continued(court, spot.continues)
    if phrase is None:
        return None if spot.kind in (Kind.CELL, Kind.LINE, Kind.GAP) else unsure("", "no-label")
    barred = _barred(court, spot, phrase)
    if barred is not None:
        return barred
    owner = is_owner(label) if phrase.reading is None else ""
    if owner and (phrase.colon or phrase.source in ("side", "behind")) and spot.kind is not Kind.GAP:
        return likely(f"{owner}.full_name", label, "weak")
    if phrase.reading is None:
        return unsure(label, "unknown", *candidates(label)) if words(label) else unsure("", "no-label")
    case = Case(spot, phrase, place, court.phrases, court.spots)
    case.owner = _owner(court, case)
    if _may_be_strangers(court, case):
        return unsure(label, "whose", case.tag)
    return _settled(court, case, _field(case))


def _continued(court: _Court, earlier: int) -> Verdict | None:
    verdict = court.verdicts[earlier] if 0 <= earlier < len(court.verdicts) else None
    if verdict is None or not verdict.put_in:
        return verdict if verdict is None else unsure(verdict.label, verdict.reason)
    return Verdict(Grade.LIKELY, "continues", "", verdict.label)


def _barred(court: _Court, spot: Spot, phrase: Phrase) -> Verdict | None:
    """Return why a blank is not ours to fill, or None."""
    if _is_for_hand(spot, phrase):
        empty = court.line == "1000" and "representative" in owners_in(phrase.said)
        return left(phrase.said, "empty-box" if empty else "hand")
    if is_foreign(phrase.said) and not _is_note(phrase):
        return left(phrase.said, "foreign")
    if spot.section == "foreign":
        return left(phrase.label, "foreign")
    if phrase.reading is not None and _of_other_line(court.line, phrase):
        return unsure(phrase.label, "other-line")
    if spot.outside:
        return unsure(phrase.label, "outside")
    if spot.boxes:
        return unsure(phrase.label, "boxes", *([phrase.reading.field.tag] if phrase.reading else []))
    if spot.section == "hand" and not _may_stand_by_signature(phrase):
        dated = phrase.reading is not None and phrase.reading.field.tag == "letter.date"
        return left(phrase.label, "hand-date" if dated else "hand")
    return None


def _of_other_line(line: str, phrase: Phrase) -> bool:
    """Tell whether a label names another line than the form's: «شماره خط ۱۰۰۰» in one that serves all."""
    numbers = {word.key for word in words(phrase.said)}
    return line not in numbers and bool(numbers & set(LINES))


def _is_note(phrase: Phrase) -> bool:
    return phrase.reading is not None and phrase.reading.field.tag.startswith("guarantee.")


def _is_for_hand(spot: Spot, phrase: Phrase) -> bool:
    if is_for_hand(phrase.said):
        return True
    if spot.cell is not None and spot.grid is not None:
        above = spot.grid.above(spot.cell)
        if spot.kind is Kind.CELL and above is not None and is_for_hand(above.text):
            return True
        heads = phrase.source in ("above", "column", "next-row") and above is not None
        number = above.row if heads and above is not None else spot.cell.row
        row = " ".join(cell.text for cell in spot.grid.rows[number])
    else:
        row = spot.text
    # A row of name, date and signature is a place to sign; a sentence that speaks of signing is none.
    signed = is_for_hand(row) and len(words(row)) < _SIGN_ROW and not is_sentence(row)
    return signed and not _may_stand_by_signature(phrase)


def _may_stand_by_signature(phrase: Phrase) -> bool:
    """Tell whether the label is plain enough to be filled even beside a signature."""
    reading = phrase.reading
    if reading is None or reading.weak:
        return False
    return reading.owner == "ceo" or reading.field.tag.startswith(("company.", "lines."))


def _may_be_strangers(court: _Court, case: Case) -> bool:
    """Tell whether somebody else was named since: «نام مدیرعامل … نام حسابدار … کد ملی …»."""
    reading = case.phrase.reading
    if reading is None or not reading.field.personal or case.owner[1] in ("label", "column", "sentence"):
        return False
    for place in range(case.place - 1, -1, -1):
        other = court.phrases[place]
        if court.spots[place].heading != case.spot.heading:
            return False
        if other is not None and words(other.label) and words(other.label)[0].key == _NAME:
            if other.reading is None:
                return True
            if other.reading.field.tag in _NAMES_OF_PEOPLE:
                return False
    return False


def _owner(court: _Court, case: Case) -> Owner:
    found = owner_of(case.spot, case.phrase)
    section, owner, place, region = court.last_owner
    if case.phrase.reading is not None and case.phrase.reading.owner:
        court.last_owner = (case.spot.section, case.phrase.reading.owner, case.place, case.spot.region)
    here = (section, region) == (case.spot.section, case.spot.region)
    if not found[0] and owner and here and case.place - place <= _NEAR:
        return owner, "inherited"
    return found


_RULES: dict[str, Callable[[Case], Verdict]] = {
    "company.name": which_company,
    "representative.position": position,
    "line.numbers": line_number,
    "letter.date": letter_date,
    "letter.number": letter_part,
    "letter.attachments": letter_part,
    "guarantee.digits": guarantee,
    "guarantee.words": guarantee,
}


def _field(case: Case) -> Verdict:
    """Return the decision on a blank whose label names a field."""
    if case.spot.kind is Kind.DATE and case.tag not in _DATES:
        return unsure(case.label, "shape", case.tag)
    if not case.phrase.whole and not (case.in_sentence and _says_itself(case)):
        return unsure(case.label, "not-whole", case.tag)
    if case.tag in _RULES:
        return _RULES[case.tag](case)
    if not case.phrase.whole and case.weak:
        return unsure(case.label, "not-whole", case.tag)
    if case.phrase.reading is not None and case.phrase.reading.field.personal:
        return person(case)
    if case.tag.startswith(LOOPED):
        return of_line(case)
    return _company(case)


def _says_itself(case: Case) -> bool:
    """Tell whether a label inside a sentence is one: by the words before it, or its own («خط … به شماره»)."""
    return case.led or case.tag in _SAY_THEMSELVES or (case.tag == "line.numbers" and not case.weak)


def _company(case: Case) -> Verdict:
    """Return the decision on one of the company's fields."""
    of_person = case.owner[0] if case.owner[1] in ("label", "column", "row", "heading") else ""
    if case.tag in _OF_COMPANY_ALONE and of_person and case.spot.section != "company":
        return unsure(case.label, "not-ours", case.tag)
    beside_person = case.spot.section in OWNERS and not case.in_sentence
    if case.tag == "company.national_id" and beside_person and "شرکت" not in case.label:
        return unsure(case.label, "which-number", case.tag)
    if case.in_sentence and case.tag not in _IN_SENTENCES and not _opens_line(case):
        return (
            likely(case.tag, case.label, "weak")
            if case.phrase.whole
            else unsure(case.label, "not-whole", case.tag)
        )
    if not case.weak:
        return sure(case.tag, case.label, case.reason)
    if case.spot.section == "company":
        return sure(case.tag, case.label, "heading")
    return likely(case.tag, case.label, "weak")


def _opens_line(case: Case) -> bool:
    """Tell whether the label is all that stands between the blank and the one before it."""
    return case.phrase.whole and words(case.spot.before)[0].key == words(case.label)[0].key


def _settled(court: _Court, case: Case, verdict: Verdict) -> Verdict:
    """Return the decision, less sure for a label elsewhere, no drawn blank, or what is said twice."""
    if case.phrase.source == "next-row":
        return unsure(case.label, "next-row", case.tag)
    if not verdict.put_in:
        return verdict
    verdict = _said_once(case, verdict)
    if case.in_sentence and _may_be_another(court, case, verdict):
        return unsure(case.label, "which-company", verdict.field)
    if case.phrase.source in _LIKELY_SOURCES:
        reason = _LIKELY_SOURCES[case.phrase.source]
        if case.phrase.source != "above" or case.spot.grid is None:
            verdict = verdict.only_likely(reason)
    if case.spot.kind is Kind.GAP and case.weak and verdict.reason not in ("letter", "heading"):
        return unsure(case.label, "undrawn", verdict.field)
    if case.spot.kind is Kind.GAP and verdict.reason != "letter":
        verdict = verdict.only_likely("gap")
    if not case.in_sentence:
        return _once_in_part(court, case, verdict)
    return verdict


def _once_in_part(court: _Court, case: Case, verdict: Verdict) -> Verdict:
    """Return the decision on what one part of a form asks for twice: of persons it may be another one's."""
    key = (verdict.field, case.spot.section, case.spot.heading)
    again = key in court.seen
    court.seen.setdefault(key, case.place)
    if not again:
        return verdict
    if verdict.field.startswith(("ceo.", "representative.")):
        return unsure(case.label, "twice-person", verdict.field)
    return verdict.only_likely("twice")


def _may_be_another(court: _Court, case: Case, verdict: Verdict) -> bool:
    """Tell whether a sentence speaks of a second company: it has two parties, or asks for one thing twice."""
    if not verdict.field.startswith("company."):
        return False
    asked = verdict.field.replace("legal_name", "name")
    key = (asked, "sentence", id(case.spot.paragraph))
    again = key in court.seen
    court.seen.setdefault(key, case.place)
    return again or has_two_parties(case.spot.text)


def _said_once(case: Case, verdict: Verdict) -> Verdict:
    """Return the name without the word «شرکت» where the form has that word right before the blank."""
    found = words(case.spot.before)
    # «نام شرکت ........ می‌پذیرد» runs on as well; a label with its colon does not.
    runs_on = case.phrase.source != "before" or case.in_sentence
    behind_word = bool(found) and found[-1].key == "شرکت" and runs_on
    if verdict.field == "company.legal_name" and behind_word:
        return replace(verdict, field="company.name")
    return verdict


def _one_row_told(court: _Court) -> None:
    """Tell once of the further empty rows of a table."""
    told: set[int] = set()
    for place, verdict in enumerate(court.verdicts):
        if verdict is None or verdict.reason != "next-row":
            continue
        table = id(court.spots[place].grid)
        court.verdicts[place] = None if table in told else replace(verdict, candidates=())
        told.add(table)
