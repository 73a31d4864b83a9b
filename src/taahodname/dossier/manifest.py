"""The manifest of a dossier: its files, the rules that were run, and what it was made from and with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import msgspec

from taahodname.dossier.inputs import Inputs, template_digests
from taahodname.findings import Finding, Severity
from taahodname.rules import CheckedProfile, demands
from taahodname.version import __version__
from taahodname.word.notes import Note

NAME = "manifest.json"
FORMAT = 1
"""The version of the manifest's own shape."""

_OK = "ok"
_GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.MANUAL)


def compose(
    files: Mapping[str, bytes], checked: CheckedProfile, inputs: Inputs, notes: Sequence[Note] = ()
) -> bytes:
    """Return the manifest of finished files as JSON; the same dossier gives the same bytes.

    No personal number stands in it: the values of findings are left out, and the digests cannot be
    turned back.

    Args:
        files: the other files of the dossier, by name.
        checked: the profile they were made from.
        inputs: all that they hang on.
        notes: what a person is to see to on these papers, because of the form they are set on.
    """
    company = checked.profile.company
    told: dict[str, Any] = {
        "format": FORMAT,
        "program": {"name": "taahodname", "version": __version__},
        "company": {"name": company.name, "national_id": company.national_id},
        "line": checked.line,
        "date": checked.date.plain(),
        "draft": checked.draft,
        "input": inputs.digest(),
        "files": {name: _file(data) for name, data in files.items()},
        "rules": _rules(checked, inputs),
        "templates": template_digests(checked.line, inputs.form),
    }
    if notes:
        told["notes"] = [asdict(note) for note in notes]
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def _file(data: bytes) -> dict[str, Any]:
    return {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def _rules(checked: CheckedProfile, inputs: Inputs) -> list[dict[str, Any]]:
    told = []
    for demand in demands(checked.line, inputs.operators):
        found = [finding for finding in checked.report.findings if finding.rule == demand.name]
        severities = {finding.severity for finding in found}
        result = next((str(one) for one in _GRAVITY if one in severities), _OK)
        row: dict[str, Any] = {"rule": demand.name, "result": result, "source": demand.source}
        if found:
            row["findings"] = [_finding(one) for one in found]
        told.append(row)
    return told


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "severity": str(finding.severity),
        "field": finding.field,
        "message": finding.message,
    }


def notes_of(manifest: bytes) -> tuple[Note, ...]:
    """Return what a person is to see to on the papers of a manifest; none where it names none."""
    try:
        return tuple(Note(**row) for row in json.loads(manifest).get("notes", ()))
    except (ValueError, TypeError, AttributeError):
        return ()


def is_intact(manifest: bytes, read: Mapping[str, bytes]) -> bool:
    """Return whether files are those that a manifest names, to the byte.

    Args:
        manifest: the manifest.
        read: the files that are there, by name.
    """
    try:
        files = json.loads(manifest)["files"]
        return {name: row["sha256"] for name, row in files.items()} == {
            name: hashlib.sha256(data).hexdigest() for name, data in read.items() if name in files
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def input_of(manifest: bytes) -> str | None:
    """Return the digest of what a dossier was made from; None when the bytes are no such manifest."""
    try:
        told = json.loads(manifest)
        return str(told["input"]) if told["format"] == FORMAT else None
    except (ValueError, KeyError, TypeError):
        return None
