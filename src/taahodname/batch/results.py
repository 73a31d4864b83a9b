"""What a batch tells: one result for each line of each client, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from taahodname.findings import Finding, Severity


class State(StrEnum):
    """What became of one line of one client."""

    DONE = "done"
    """Its papers are in their folder, made now or found whole from an earlier run."""
    REFUSED = "refused"
    """The check found errors; nothing was made."""
    FAILED = "failed"
    """It passed the check, and its papers could not be made or written."""


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of one line of one client.

    Attributes:
        place: where the client stands in the source («clients.xlsx, row 5», «arya.yaml»).
        company: the company's name as given; empty where none is.
        line: the line; empty for a client that is no profile or names no line.
        state: what became of it.
        folder: where its papers are, under the output folder; empty where there are none.
        findings: all that the check said but what only a person can see to.
        files: the SHA-256 of each paper, by name.
        kept: the papers were there already, from the same input.
    """

    place: str
    company: str
    line: str
    state: State
    folder: str = ""
    findings: tuple[Finding, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    kept: bool = field(default=False, compare=False)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that kept its papers back."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch has come.

    Attributes:
        phase: «check» counts clients, «render» the lines that passed.
        done: how many are through.
        total: how many there are; None while nobody knows.
        failed: how many of them were refused or failed.
    """

    phase: Literal["check", "render"]
    done: int
    total: int | None
    failed: int
