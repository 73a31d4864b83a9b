"""What is decided of a blank: the field it stands for, how surely, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from taahodname.forms.reasons import REASONS


class Grade(StrEnum):
    """How surely a blank is understood."""

    SURE = "sure"
    """Put in."""
    LIKELY = "likely"
    """Put in, and to be looked at."""
    UNSURE = "unsure"
    """Left: a person has to say."""
    LEFT = "left"
    """Left on purpose: not to be filled by a program."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision on one blank.

    Attributes:
        grade: how surely.
        reason: a key of `REASONS`.
        field: the field's name in a template («ceo.mobile»); empty for a blank that is left.
        label: the label as the form has it.
        candidates: what it may be, where it is left.
    """

    grade: Grade
    reason: str
    field: str = ""
    label: str = ""
    candidates: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.reason not in REASONS:
            raise KeyError(self.reason)

    @property
    def put_in(self) -> bool:
        """Whether a tag goes into the blank."""
        return self.grade in (Grade.SURE, Grade.LIKELY)

    def only_likely(self, reason: str) -> Verdict:
        """Return the same, less sure, for a reason; what was not sure stays as it is."""
        return replace(self, grade=Grade.LIKELY, reason=reason) if self.grade is Grade.SURE else self


def sure(field: str, label: str, reason: str) -> Verdict:
    """Return a decision to put a field in."""
    return Verdict(Grade.SURE, reason, field, label)


def likely(field: str, label: str, reason: str) -> Verdict:
    """Return a decision to put a field in and to have it looked at."""
    return Verdict(Grade.LIKELY, reason, field, label)


def unsure(label: str, reason: str, *candidates: str) -> Verdict:
    """Return a decision to leave a blank to a person."""
    return Verdict(Grade.UNSURE, reason, "", label, candidates)


def left(label: str, reason: str) -> Verdict:
    """Return a decision to leave a blank on purpose."""
    return Verdict(Grade.LEFT, reason, "", label)
