"""The rules by their names; a name given twice fails at import."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from taahodname.rules.case import Case
from taahodname.rules.faults import Fault

Check = Callable[[Case], Iterable[Fault]]


class Rule(NamedTuple):
    """One rule.

    Attributes:
        name: as the table of demands names it.
        check: what it says of a case.
        broad: it looks at many fields and gives way to the rules that look at one.
    """

    name: str
    check: Check
    broad: bool


_RULES: dict[str, Rule] = {}


def rule(name: str, *, broad: bool = False) -> Callable[[Check], Check]:
    """Register a function as a rule, once, at import.

    Args:
        name: as the table of demands names it.
        broad: see `Rule`.

    Raises:
        ValueError: when the name is taken.
    """

    def register(check: Check) -> Check:
        if name in _RULES:
            raise ValueError(f"the rule {name!r} is defined twice")
        _RULES[name] = Rule(name, check, broad)
        return check

    return register


def rule_named(name: str) -> Rule:
    """Return the rule of a name.

    Raises:
        KeyError: when there is none.
    """
    return _RULES[name]


def names() -> tuple[str, ...]:
    """Return the names of all rules, sorted."""
    return tuple(sorted(_RULES))
