"""The demands of each line in the order in which they are told, from the table of demands."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from taahodname.findings import Severity
from taahodname.resources import data
from taahodname.rules.lines import LINES, facts, known_line
from taahodname.rules.operator_data import OperatorData


class Demand(NamedTuple):
    """One demand of a line.

    Attributes:
        name: the stable name of its rule («3000.4»).
        severity: the gravest that a breach can be.
        demand: what is demanded, a Persian sentence.
        demand_en: the same in English.
        source: where it comes from.
        check: the name of the function that sees to it.
    """

    name: str
    severity: Severity
    demand: str
    demand_en: str
    source: str
    check: str


@lru_cache(maxsize=64)
def demands(line: str, operators: OperatorData | None = None) -> tuple[Demand, ...]:
    """Return all that is demanded for a line: of every line, of this one, and of the formats of values.

    Args:
        line: one of LINES.
        operators: the table with a reseller's changes; the shipped one when None.

    Raises:
        UsageError: when it is none of them.
    """
    line = known_line(line)
    words = facts(line, operators).words()
    others = tuple(f"{other}." for other in LINES if other != line)
    rows = [row for row in data("demands")["demand"] if not row["name"].startswith(others)]
    return tuple(
        Demand(
            name=row["name"],
            severity=Severity(row["severity"]),
            demand=row["demand"].format(**words),
            demand_en=row["demand_en"].format(**words),
            source=row["source"],
            check=row["check"],
        )
        for row in rows
    )
