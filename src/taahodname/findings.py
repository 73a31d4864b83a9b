"""What a check says of a profile: findings and the report that holds them. A leaf: it imports no room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """The operator would send the dossier back: nothing final is printed."""
    WARNING = "warning"
    """A guess or a risk: printed, and told."""
    MANUAL = "manual"
    """Only a person can see to it: it goes on the checklist."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say about one field.

    Attributes:
        rule: the stable name of the rule, as in `rules 3000` («3000.4», «profile.postal-code»).
        severity: how much it weighs.
        field: the path of the field («company.email», «lines.0.subject»); empty for the whole profile.
        value: what was given, with personal numbers masked; None when nothing was given.
        message: a Persian sentence that ends in what to do.
        message_en: the same in English.
        source: where the demand comes from («service-lines 3000.4»).
        line: the line of the field in the profile's file, counted from 1, where it is known.
    """

    rule: str
    severity: Severity
    field: str
    value: str | None
    message: str
    message_en: str
    source: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One value that is written otherwise than it was given.

    Attributes:
        field: the path of the field.
        given: what the profile says, personal numbers masked.
        written: what the papers say, personal numbers masked.
        reason: a Persian phrase for why.
        reason_en: the same in English.
    """

    field: str
    given: str
    written: str
    reason: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that a check of one profile for one line has to say.

    Attributes:
        line: the line it was checked for: «3000», «1000» or «021».
        findings: every finding, errors first, then by the order of the rules.
        changes: every value that was normalised.
    """

    line: str
    findings: tuple[Finding, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def ok(self) -> bool:
        """True when no finding is an error."""
        return not any(self.of(Severity.ERROR))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep the papers from leaving."""
        return tuple(self.of(Severity.ERROR))

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that are guesses or risks."""
        return tuple(self.of(Severity.WARNING))

    @property
    def manual(self) -> tuple[Finding, ...]:
        """The findings only a person can see to."""
        return tuple(self.of(Severity.MANUAL))

    def of(self, severity: Severity) -> Iterator[Finding]:
        """Yield the findings of one severity."""
        return (finding for finding in self.findings if finding.severity is severity)


def mask(value: str, *, keep: int = 2) -> str:
    """Return a personal number with all but its first and last characters starred.

    Args:
        value: the number as given.
        keep: how many characters stay at each end.
    """
    if len(value) <= 2 * keep:
        return "*" * len(value)
    return value[:keep] + "*" * (len(value) - 2 * keep) + value[-keep:]
