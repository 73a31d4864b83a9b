"""Runs the rules of a line over a profile and puts their findings in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from taahodname.errors import UsageError
from taahodname.findings import Finding, Report, Severity
from taahodname.persian import dates
from taahodname.persian.dates import JalaliDate
from taahodname.profile import Profile
from taahodname.profile.fields import value_at
from taahodname.profile.normalise import normalise
from taahodname.profile.shown import shown
from taahodname.rules.case import Case
from taahodname.rules.customers import changes as list_changes
from taahodname.rules.demand import Demand, demands
from taahodname.rules.faults import Fault
from taahodname.rules.lines import facts
from taahodname.rules.operator_data import OperatorData, Operators, operators_of
from taahodname.rules.registry import rule_named


def check(
    profile: Profile,
    line: str,
    *,
    date: JalaliDate | str | None = None,
    data: Operators = None,
) -> Report:
    """Return all that can be said of a profile for a line: errors first, then by the order of the demands.

    Args:
        profile: as given; it need not be normalised.
        line: one of LINES.
        date: the letter's date, instead of the profile's own; today in Tehran when neither says one.
        data: what the operators ask for where it differs from the shipped table: a TOML file, or what was
            read from one.

    Raises:
        UsageError: when the line is not known, or the date that was passed is no date.
        DataError: when `data` cannot be used.
    """
    return examine(profile, line, date, operators_of(data))[1]


def examine(
    profile: Profile, line: str, date: JalaliDate | str | None, operators: OperatorData | None
) -> tuple[Case, Report]:
    """Return what was judged along with the report; see `check`."""
    line_facts = facts(line, operators)
    clean = normalise(profile)
    case = Case(profile, clean.profile, line_facts, _letter_date(clean.profile, date), date is not None)
    policy = demands(line_facts.type, operators)
    findings = [finding_of(demand, fault, profile) for demand, fault in _faults(case, policy)]
    findings.sort(key=lambda finding: finding.severity is not Severity.ERROR)
    changes = tuple(change for change in clean.changes if case.concerns(change.field))
    return case, Report(line_facts.type, tuple(findings), (*changes, *list_changes(case)))


def finding_of(demand: Demand, fault: Fault, profile: Profile) -> Finding:
    """Return a fault as a finding, with its rule's name and source, the value quoted and its line."""
    value = value_at(profile, fault.field) if fault.field else None
    return Finding(
        rule=demand.name,
        severity=fault.severity,
        field=fault.field,
        value=shown(fault.field, value) if isinstance(value, str) and value.strip() else None,
        message=fault.message,
        message_en=fault.message_en,
        source=demand.source,
        line=profile.line_of(fault.field),
    )


def _faults(case: Case, policy: Sequence[Demand]) -> Iterator[tuple[Demand, Fault]]:
    """Yield every fault once, in the order of the demands, under the most specific rule that sees to it.

    The broad rules are asked last, so that what a narrow one has told is not told again.
    """
    told: set[tuple[str, str]] = set()
    said: dict[str, list[Fault]] = {}  # by the rule: it says the same for every demand that it sees to
    found: dict[str, list[Fault]] = {}
    for demand in sorted(policy, key=lambda demand: rule_named(demand.check).broad):
        if demand.check not in said:
            said[demand.check] = list(rule_named(demand.check).check(case))
        kept = [fault for fault in said[demand.check] if (fault.field, fault.kind) not in told]
        told.update((fault.field, fault.kind) for fault in kept)
        found[demand.name] = kept
    return ((demand, fault) for demand in policy for fault in found[demand.name])


def _letter_date(profile: Profile, date: JalaliDate | str | None) -> JalaliDate:
    """Return the letter's date; where the profile's own is none, which is a finding, today stands for it."""
    if isinstance(date, JalaliDate):
        return date
    if date is not None:
        try:
            return dates.parse(date)
        except dates.DateError as fault:
            raise UsageError(fault.message, fault.message_en) from fault
    try:
        return dates.parse(profile.letter.date or "")
    except dates.DateError:
        return dates.today()
