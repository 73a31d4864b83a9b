"""The one door to paper: only what passed the check, or is openly a draft, becomes a CheckedProfile."""

from __future__ import annotations

from dataclasses import InitVar, dataclass

from taahodname.contacts import CustomerList
from taahodname.errors import CheckFailed
from taahodname.findings import Report
from taahodname.persian.dates import JalaliDate
from taahodname.profile import Line, Profile
from taahodname.rules.checking import examine
from taahodname.rules.lines import LineFacts
from taahodname.rules.operator_data import Operators, operators_of

_ADMITTED = object()


@dataclass(frozen=True)
class CheckedProfile:
    """A profile that may be printed for one line; only `admit` makes one.

    Attributes:
        profile: every value in its clean form.
        line: the line («3000»).
        lines: the profile's numbers of that line; empty only in a draft.
        report: what the check said.
        draft: whether it is printed in spite of errors, as a draft.
        date: the letter's date.
        facts: what the line's operator asks for.
        customers: the customers' numbers; None only in a draft whose list is absent or cannot be read.

    Raises:
        TypeError: when it is made by anything but `admit`.
    """

    profile: Profile
    line: str
    lines: tuple[Line, ...]
    report: Report
    draft: bool
    date: JalaliDate
    facts: LineFacts
    customers: CustomerList | None = None
    token: InitVar[object] = None

    def __post_init__(self, token: object) -> None:
        if token is not _ADMITTED:
            raise TypeError("a CheckedProfile is made by taahodname.rules.admit only")

    @property
    def addressee(self) -> str:
        """To whom the letter goes: the line's own, the letter's, or the operator's default."""
        named = (line.addressee for line in self.lines if line.addressee)
        return next(named, None) or self.profile.letter.addressee or self.facts.addressee


def admit(
    profile: Profile,
    line: str,
    *,
    draft: bool = False,
    date: JalaliDate | str | None = None,
    data: Operators = None,
) -> CheckedProfile:
    """Return a profile that may be printed for a line.

    Args:
        profile: as given.
        line: one of LINES.
        draft: print in spite of errors, openly as a draft.
        date: the letter's date, instead of the profile's own; today in Tehran when neither says one.
        data: what the operators ask for where it differs from the shipped table; see `check`.

    Raises:
        CheckFailed: when the report has an error and no draft is asked for.
        UsageError: when the line is not known, or the date that was passed is no date.
        DataError: when `data` cannot be used.
    """
    case, report = examine(profile, line, date, operators_of(data))
    if not report.ok and not draft:
        raise CheckFailed(report)
    return CheckedProfile(
        profile=case.profile,
        line=case.facts.type,
        lines=tuple(number for _, number in case.lines),
        report=report,
        draft=draft,
        date=case.date,
        facts=case.facts,
        customers=case.customers if isinstance(case.customers, CustomerList) else None,
        token=_ADMITTED,
    )
