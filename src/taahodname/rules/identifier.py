"""Turns what the identifiers' own modules say into faults of a field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from taahodname.findings import Severity
from taahodname.identifiers import Doubt, Invalid
from taahodname.rules.faults import Fault, said


class Verbs(Protocol):
    """What every module of an identifier can do."""

    def validate(self, text: str, /) -> str:
        """Return the clean value or raise Invalid."""

    def doubts(self, text: str, /) -> tuple[Doubt, ...]:
        """Return the doubts about a valid value or raise Invalid."""


def faults_of(path: str, given: str, verbs: Verbs) -> Iterator[Fault]:
    """Yield an error for a value that is not valid, or a warning for each doubt about one that is.

    Args:
        path: of the field.
        given: its value, not blank.
        verbs: the identifier's module.
    """
    try:
        doubts = verbs.doubts(given)
    except Invalid as fault:
        yield said(Severity.ERROR, path, "invalid", fault)
        return
    for doubt in doubts:
        yield said(Severity.WARNING, path, doubt.reason, doubt)


def is_valid(verbs: Verbs, given: str) -> bool:
    """Tell whether a value is valid."""
    try:
        verbs.validate(given)
    except Invalid:
        return False
    return True
