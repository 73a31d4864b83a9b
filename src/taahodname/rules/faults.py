"""What one rule says of one field, before it gets the rule's name and source."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from taahodname.findings import Severity
from taahodname.profile.labels import label


class Fault(NamedTuple):
    """One thing that a rule says.

    Attributes:
        kind: a stable name within the field («missing», «free-mail»). The same kind of the same field is told
            once, under the most specific rule that sees to it.
        severity: how much it weighs.
        field: the path of the field; empty for the whole profile.
        message: a Persian sentence that ends in what to do.
        message_en: the same in English.
    """

    kind: str
    severity: Severity
    field: str
    message: str
    message_en: str


class Said(Protocol):
    """What the identifiers and the dates say of a value: whole sentences in both languages."""

    @property
    def message(self) -> str:
        """A Persian sentence."""

    @property
    def message_en(self) -> str:
        """The same in English."""


def error(field: str, kind: str, message: str, message_en: str) -> Fault:
    """Return a fault for which the operator would send the dossier back.

    Args:
        field: the path of the field; its name is put before the messages.
        kind: see `Fault`.
        message: the rest of a Persian sentence that begins with the field's name.
        message_en: the same in English.
    """
    return _named(Severity.ERROR, field, kind, message, message_en)


def warning(field: str, kind: str, message: str, message_en: str) -> Fault:
    """Return a guess or a risk; see `error`."""
    return _named(Severity.WARNING, field, kind, message, message_en)


def said(severity: Severity, field: str, kind: str, words: Said) -> Fault:
    """Return a fault in the words of another room, after the field's name and a colon."""
    names = label(field)
    return Fault(kind, severity, field, f"{names.fa}: {words.message}", f"{names.en}: {words.message_en}")


def reminder(field: str, kind: str, message: str, message_en: str) -> Fault:
    """Return what only a person can see to; it goes on the checklist as it is."""
    return Fault(kind, Severity.MANUAL, field, message, message_en)


def missing(field: str) -> Fault:
    """Return the fault of a field that is left empty."""
    return error(
        field, "missing", f"نوشته نشده است؛ آن را در «{field}» بنویسید.", f"is missing; fill in {field}"
    )


def _named(severity: Severity, field: str, kind: str, message: str, message_en: str) -> Fault:
    names = label(field)
    return Fault(kind, severity, field, f"{names.fa} {message}", f"the {names.en} {message_en}")
