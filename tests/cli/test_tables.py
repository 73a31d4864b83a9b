"""The tables that a person reads."""

from __future__ import annotations

import io

import pytest

from taahodname.cli import tables
from taahodname.cli.screen import Pane, Screen
from taahodname.findings import Change, Finding, Report, Severity

REPORT = Report(
    "3000",
    (
        Finding(
            "3000.4",
            Severity.ERROR,
            "company.email",
            "info@gmail.com",
            "ایمیل «info@gmail.com» سازمانی نیست؛ نشانی‌ای بر دامنهٔ شرکت بنویسید.",
            "the e-mail 'info@gmail.com' is of a free provider; write one on the company's domain",
            "service-lines 3000.4",
            8,
        ),
        Finding(
            "3000.1",
            Severity.MANUAL,
            "",
            None,
            "تعهدنامه را مهر و امضا کنید.",
            "stamp and sign the undertaking",
            "service-lines 3000.1",
        ),
    ),
    (Change("company.phone", "021-88776655", "02188776655", "خط تیره برداشته شد", "the hyphen was removed"),),
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(lang="fa", file=None, report=REPORT, **options):
    file = file or io.StringIO()
    pane = Pane(file, lang, **options)
    tables.report(Screen(lang, pane, pane), pane, report)
    tables.changes(Screen(lang, pane, pane), pane, [report, report])
    return file.getvalue()


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")


def test_a_report_says_how_much_and_of_each_finding_the_rule_the_field_the_line_and_the_sentence():
    text = told()
    assert "خط ۳۰۰۰: ۱ خطا، ۰ هشدار، ۱ مورد به عهدهٔ شما" in text
    assert "خطا  3000.4  company.email  سطر ۸" in text
    assert "ایمیل «info@gmail.com» سازمانی نیست؛ نشانی‌ای بر دامنهٔ شرکت بنویسید." in text
    assert "به عهدهٔ شما  3000.1" in text


def test_a_value_that_is_written_otherwise_is_told_once():
    text = told()
    assert text.count("company.phone") == 1
    assert "«021-88776655» به «02188776655»: خط تیره برداشته شد" in text


def test_english_has_all_in_english():
    text = told("en")
    assert "Line 3000: 1 error(s)" in text
    assert "error  3000.4  company.email  line 8" in text
    assert "stamp and sign the undertaking" in text
    assert "خطا" not in text


def test_a_visual_terminal_has_the_table_from_right_to_left():
    line = next(line for line in told(visual=True).splitlines() if "company.email" in line)
    assert line == " ۸ ﺮﻄﺳ  company.email  3000.4  ﺎﻄﺧ ".rjust(80)


def test_a_terminal_has_colour_and_a_file_has_none(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" not in told()
    assert "\x1b[1;31mخطا" in told(file=Terminal())


def test_no_color_is_obeyed(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[1;31m" not in told(file=Terminal())


def test_what_a_profile_holds_cannot_colour_the_terminal_or_be_taken_for_markup():
    message = "مقدار «\x1b[5m[red]x[/red]:smile:» پذیرفته نیست."
    finding = Finding("profile.text", Severity.ERROR, "company.na\x1bme", "x", message, "", "")
    text = told(file=Terminal(), report=Report("3000", (finding,)))
    assert "<U+001B>[5m[red]x[/red]:smile:" in text
    assert "company.na<U+001B>me" in text
    assert "\x1b[5m" not in text


def test_a_report_without_findings_has_no_table():
    assert told(report=Report("021")).splitlines() == ["خط ۰۲۱: ۰ خطا، ۰ هشدار، ۰ مورد به عهدهٔ شما"]
