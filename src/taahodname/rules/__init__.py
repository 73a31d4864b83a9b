"""What the operators demand, one small rule each; `admit` alone lets a profile through to paper."""

# Importing a module of rules registers its rules.
from taahodname.rules import (  # noqa: F401
    attachments,
    completeness,
    customers,
    formats,
    legal_person,
    people,
    purpose,
    reminders,
    web,
)
from taahodname.rules.admission import CheckedProfile, admit
from taahodname.rules.checking import check
from taahodname.rules.clause_three import clause_three_finding
from taahodname.rules.demand import Demand, demands
from taahodname.rules.lines import LINES, LineFacts, PlaceState, facts
from taahodname.rules.operator_data import OperatorData, Operators, operators_of

__all__ = [
    "LINES",
    "CheckedProfile",
    "Demand",
    "LineFacts",
    "OperatorData",
    "Operators",
    "PlaceState",
    "admit",
    "check",
    "clause_three_finding",
    "demands",
    "facts",
    "operators_of",
]
