"""Sees to the formats that no item of an operator names: codes, numbers, dates and texts."""

from __future__ import annotations

from collections.abc import Iterator

from taahodname.findings import Severity
from taahodname.identifiers import Doubt, landline, line_number, postal_code
from taahodname.persian import dates
from taahodname.persian.digits import group, to_persian
from taahodname.persian.letters import flaws
from taahodname.rules.case import Case
from taahodname.rules.faults import Fault, error, missing, said
from taahodname.rules.identifier import faults_of, is_valid
from taahodname.rules.lines import LINES
from taahodname.rules.registry import rule

_LETTER_DATE = "letter.date"
_NAMES = frozenset({"name", "first_name", "last_name", "father_name", "holding", "title", "position"})
_LONGEST_NAME, _LONGEST_TEXT = 200, 2000


@rule("postal-code")
def company_postal_code(case: Case) -> Iterator[Fault]:
    """The company's کد پستی has ten digits of the right kind."""
    given = case.raw("company.postal_code")
    if given is not None:
        yield from faults_of("company.postal_code", given, postal_code)


@rule("phone")
def company_phone(case: Case) -> Iterator[Fault]:
    """The company's phone is a landline."""
    given = case.raw("company.phone")
    if given is not None:
        yield from faults_of("company.phone", given, landline)


class _LineNumber:
    """The verbs of `identifiers.line_number` for one line."""

    def __init__(self, line: str) -> None:
        self._line = line

    def validate(self, text: str, /) -> str:
        return line_number.validate(text, self._line)

    def doubts(self, text: str, /) -> tuple[Doubt, ...]:
        return line_number.doubts(text, self._line)


@rule("line-number")
def line_numbers(case: Case) -> Iterator[Fault]:
    """Every number has its line's prefix and a fitting length, and stands once; every type is known."""
    yield from _types(case)
    verbs = _LineNumber(case.facts.type)
    seen: set[str] = set()
    for path in (f"lines.{place}.number" for place, _ in case.lines):
        given = case.raw(path)
        if given is None:
            continue
        yield from faults_of(path, given, verbs)
        if is_valid(verbs, given):
            number = verbs.validate(given)
            if number in seen:
                yield error(path, "repeated", "دو بار آمده است؛ یکی را بردارید.", "stands twice; remove one")
            seen.add(number)


def _types(case: Case) -> Iterator[Fault]:
    known = "، ".join(to_persian(line) for line in LINES)
    for place, line in enumerate(case.profile.lines):
        path = f"lines.{place}.type"
        if not line.type:
            yield missing(path)
        elif line.type not in LINES:
            yield error(
                path,
                "unknown",
                f"شناخته نیست؛ یکی از این‌ها را بنویسید: {known}.",
                f"is not known; write one of {', '.join(LINES)}",
            )


@rule("letter-date")
def letter_date(case: Case) -> Iterator[Fault]:
    """The letter's own date exists; it does not count when the caller gives another."""
    given = case.raw(_LETTER_DATE)
    if given is None or case.date_given:
        return
    try:
        dates.parse(given)
    except dates.DateError as fault:
        yield said(Severity.ERROR, _LETTER_DATE, "invalid", fault)


@rule("addressee")
def one_addressee(case: Case) -> Iterator[Fault]:
    """Numbers of one type share a letter, so they may not name different addressees."""
    named = [(place, line.addressee) for place, line in case.lines if line.addressee]
    for place, addressee in named[1:]:
        if addressee != named[0][1]:
            yield error(
                f"lines.{place}.addressee",
                "differs",
                "با گیرندهٔ خط دیگر همین نوع یکی نیست، در حالی که یک تعهدنامه یک گیرنده دارد؛ یکی را بنویسید.",
                "differs from that of another number of this type, but one undertaking has one; keep one",
            )


@rule("text")
def texts(case: Case) -> Iterator[Fault]:
    """No text of the profile holds a character that cannot be printed, or is too long for its place."""
    for path, text in case.given_texts.items():
        if case.concerns(path):
            yield from _unprintable(path, text)
            yield from _too_long(path, text)


def _unprintable(path: str, text: str) -> Iterator[Fault]:
    found = flaws(text)
    if not found:
        return
    first, count = found[0], to_persian(str(len(found)))
    place = to_persian(str(first.position + 1))
    yield error(
        path,
        "unprintable",
        f"{count} نویسهٔ نامجاز دارد، نخستین آن {first.message} ({first.code}) در جای {place}؛ "
        "متن را دوباره تایپ کنید.",
        f"holds {len(found)} character(s) that may not stand there, first {first.message_en} ({first.code}) "
        f"at place {first.position + 1}; type the text again",
    )


def _too_long(path: str, text: str) -> Iterator[Fault]:
    key = path.rpartition(".")[2]
    limit = _LONGEST_NAME if key in _NAMES else _LONGEST_TEXT
    if len(text) > limit:
        yield error(
            path,
            "too-long",
            f"{group(len(text))} نویسه دارد و بیش از {group(limit)} در فرم جا نمی‌شود؛ آن را کوتاه کنید.",
            f"has {len(text)} characters, and no more than {limit} fit the form; shorten it",
        )
