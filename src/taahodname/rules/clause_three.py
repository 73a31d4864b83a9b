"""Gives the preflight the finding for a third clause that does not name the company."""

from __future__ import annotations

from taahodname.findings import Finding
from taahodname.profile import Profile
from taahodname.rules.checking import finding_of
from taahodname.rules.demand import demands
from taahodname.rules.faults import error
from taahodname.rules.lines import LineFacts


def clause_three_finding(profile: Profile, facts: LineFacts) -> Finding | None:
    """Return the finding for a finished file whose third clause does not name the company where it must.

    Args:
        profile: whose name is missing there.
        facts: what the line's operator asks for; `clause_three` tells where the clause must stand.

    Returns:
        None for a line whose operator does not ask for it.
    """
    demand = next((row for row in demands(facts.type) if row.check == "company-name"), None)
    if demand is None:
        return None
    first = facts.clause_three == "first-page"
    place, place_en = ("صفحهٔ نخست فایل", "first page") if first else ("فایل", "file")
    fault = error(
        "company.name",
        "clause-three",
        f"در بند سوم در {place} نیامده است؛ در قالب، «company.legal_name» را در بند سوم بگذارید.",
        f"does not stand in the third clause on the {place_en}; put company.legal_name there in the template",
    )
    return finding_of(demand, fault, profile)
