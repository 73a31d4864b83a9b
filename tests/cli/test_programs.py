"""The JSON that programs read."""

from __future__ import annotations

import json

from taahodname.cli import programs
from taahodname.findings import Change, Finding, Report, Severity

FINDING = Finding(
    "3000.4", Severity.ERROR, "company.email", "a@b", "پیام", "message", "service-lines 3000.4", 8
)


def test_a_report_has_its_line_its_findings_and_its_changes():
    report = Report("3000", (FINDING,), (Change("company.phone", "۱", "1", "رقم", "digits"),))
    assert json.loads(programs.reports([report])) == [
        {
            "line": "3000",
            "ok": False,
            "findings": [
                {
                    "rule": "3000.4",
                    "severity": "error",
                    "field": "company.email",
                    "value": "a@b",
                    "message": "پیام",
                    "message_en": "message",
                    "source": "service-lines 3000.4",
                    "line": 8,
                }
            ],
            "changes": [
                {
                    "field": "company.phone",
                    "given": "۱",
                    "written": "1",
                    "reason": "رقم",
                    "reason_en": "digits",
                }
            ],
        }
    ]


def test_persian_stands_as_itself():
    assert "پیام" in programs.reports([Report("3000", (FINDING,))])


def test_what_utf_8_cannot_write_is_escaped_and_not_lost():
    finding = Finding("profile.text", Severity.ERROR, "company.name", "a\ud800b", "", "", "")
    text = programs.reports([Report("3000", (finding,))])
    assert text.encode("utf-8")
    assert json.loads(text)[0]["findings"][0]["value"] == "a\ud800b"
