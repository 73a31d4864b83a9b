"""Writes results as JSON, for programs: UTF-8, keys that stay, nothing in the reader's language alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from taahodname.findings import Report

if TYPE_CHECKING:
    from taahodname.contacts import CustomerList
    from taahodname.errors import TaahodnameError
    from taahodname.forms.faults import FormFault, FormReport
    from taahodname.rules import Demand


def reports(told: Iterable[Report]) -> str:
    """Return a list with one object a line: line, ok, findings, changes."""
    return _text(
        [
            {
                "line": report.line,
                "ok": report.ok,
                "findings": [asdict(finding) for finding in report.findings],
                "changes": [asdict(change) for change in report.changes],
            }
            for report in told
        ]
    )


def demands(told: Mapping[str, Iterable[Demand]]) -> str:
    """Return a list with one object a line: line, demands."""
    return _text([{"line": line, "demands": [_demand(row) for row in rows]} for line, rows in told.items()])


def _demand(row: Demand) -> dict[str, str]:
    return {name: getattr(row, name) for name in ("name", "severity", "demand", "demand_en", "source")}


def contacts(found: CustomerList, least: int, most: int) -> str:
    """Return one object on a list of customers' numbers, with personal numbers masked."""
    return _text(
        {
            "file": found.file,
            "kind": found.kind,
            "sheet": found.sheet,
            "column": found.column,
            "heading": found.heading,
            "count": len(found.numbers),
            "least": least,
            "most": most,
            "ok": least <= len(found.numbers) <= most,
            "digest": found.digest,
            "notes": [asdict(note) for note in found.notes],
            "rejects": [
                {
                    "cell": one.cell,
                    "value": one.masked,
                    "reason": one.reason,
                    "message": one.message,
                    "message_en": one.message_en,
                }
                for one in found.rejects
            ],
        }
    )


def plain(told: Mapping[str, object]) -> str:
    """Return an object of plain values as text."""
    return _text(told)


def form(report: FormReport, changes: Iterable[FormFault]) -> str:
    """Return one object on the check of a form: file, line, ok, faults, changes."""
    return _text(
        {
            "file": report.name,
            "line": report.line,
            "ok": report.ok,
            "faults": [asdict(fault) for fault in report.faults],
            "changes": [asdict(change) for change in changes],
        }
    )


def refused_form(name: str, line: str, error: TaahodnameError) -> str:
    """Return one object on a form that was refused: file, line, ok, refused."""
    told = {
        "code": getattr(error, "reason", error.code),
        "message": error.message,
        "message_en": error.message_en,
    }
    return _text({"file": name, "line": line, "ok": False, "refused": told})


def schema(shape: Mapping[str, object]) -> str:
    """Return a JSON schema as text."""
    return _text(shape)


def _text(value: object) -> str:
    # A lone surrogate cannot be written as UTF-8, but as an escape it can.
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
