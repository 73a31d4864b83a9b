"""Facts about the report of a check."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taahodname.errors import UsageError
from taahodname.findings import Severity
from taahodname.persian.dates import JalaliDate
from taahodname.profile import Profile
from taahodname.profile.labels import paths
from taahodname.rules import LINES, check, demands, registry
from taahodname.rules.registry import rule_named
from tests.builders import profile_with

WRONG = {
    "company.email": "arya@gmail.com",
    "company.website": "t.me/arya",
    "company.phone": "1",
    "ceo.national_code": "0084575949",
    "representative.mobile": "09351234567",
    "lines.0.audience": "همه",
    "lines.0.sample_messages.0": "برنده شدید و جایزه گرفتید",
}


def test_errors_come_first_and_then_the_order_of_the_demands():
    report = check(profile_with(WRONG), "3000")
    names = [demand.name for demand in demands("3000")]
    order = [(one.severity is not Severity.ERROR, names.index(one.rule)) for one in report.findings]
    assert order == sorted(order)
    assert len(report.errors) == 5
    assert not report.ok


def test_everything_is_told_of_an_empty_profile_at_once():
    report = check(Profile.model_validate({}), "021")
    assert {"intro.legal-person", "021.1", "021.2", "021.3", "021.7", "general.2"} <= {
        one.rule for one in report.errors
    }
    assert len({one.field for one in report.errors}) == len(report.errors)


@pytest.mark.parametrize("line", LINES)
def test_every_finding_says_what_to_do_in_both_languages_and_where_it_comes_from(line):
    known = {demand.name: demand.source for demand in demands(line)}
    for one in check(profile_with(WRONG, line), line).findings:
        assert one.message.endswith((".", ")."))
        assert "؛" in one.message or one.severity is Severity.MANUAL
        assert one.message_en
        assert one.source == known[one.rule]


def test_personal_numbers_are_masked():
    report = check(
        profile_with(
            {"ceo.national_code": "0084575949", "ceo.mobile": "0912345", "company.national_id": "9991234561"}
        ),
        "3000",
    )
    said = " ".join(f"{one.value} {one.message} {one.message_en}" for one in report.findings)
    for number in ("0084575949", "0912345", "9991234561"):
        assert number not in said


def test_the_value_is_quoted_as_it_was_given():
    (finding,) = check(profile_with({"company.email": "Arya@GMAIL.com"}), "3000").errors
    assert finding.value == "Arya@GMAIL.com"


def test_the_line_in_the_file_is_told_and_that_of_the_section_for_a_gap(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text(
        "company:\n  name: آریا\n  email: a@gmail.com\nceo:\n  first_name: الف\n", encoding="utf-8"
    )
    lines = {one.field: one.line for one in check(Profile.load(file), "3000").errors}
    assert lines["company.email"] == 3
    assert lines["company.phone"] == 1
    assert lines["ceo.mobile"] == 4
    assert lines["representative.mobile"] is None


def test_what_was_normalised_is_told_but_not_of_other_lines():
    other = profile_with({}, "1000").lines[0].model_dump() | {"number": "+981000456789"}
    mine = profile_with({}).lines[0].model_dump() | {"number": "+983000123456"}
    report = check(profile_with({"lines": [other, mine]}), "3000")
    assert [change.field for change in report.changes] == ["lines.1.number"]


@pytest.mark.parametrize("line", ["۳۰۰۰", " 3000 "])
def test_the_line_may_be_written_in_persian_digits(line):
    assert check(profile_with({}), line).line == "3000"


@pytest.mark.parametrize("line", ["2000", "", "30001", "3000\n1"])
def test_an_unknown_line_is_wrong_use(line):
    with pytest.raises(UsageError, match="3000, 1000, 021"):
        check(profile_with({}), line)


def test_the_callers_date_wins_over_the_profiles():
    profile = profile_with({"ceo.birth_date": "1405/09/02", "letter.date": "1405/13/01"})
    report = check(profile, "3000", date=JalaliDate(1405, 9, 1))
    assert [(one.rule, one.field) for one in report.errors] == [("profile.birth-date", "ceo.birth_date")]
    assert check(profile, "3000", date="۱۴۲۵/۰۱/۰۱").ok


def test_a_callers_date_that_is_none_is_wrong_use():
    with pytest.raises(UsageError, match="month"):
        check(profile_with({}), "3000", date="1405/13/01")


def test_the_same_profile_gets_the_same_report_from_many_threads():
    profile = profile_with(WRONG)
    with ThreadPoolExecutor(4) as pool:
        reports = list(pool.map(lambda _: check(profile, "3000"), range(16)))
    assert all(report == reports[0] for report in reports)


ODD = st.text(max_size=12) | st.sampled_from(
    [
        "\ud800",
        "a@\ud800.ir",
        "https://\ud800.ir",
        "a@" + "b" * 300 + ".ir",
        "https://xn--a.ir",
        "https://a.ir:x",
        "0000/00/00",
        "1979-13-01",
        "\u2066",
        "۰" * 40,
        "9" * 5000,
        "<b>{{ x }}</b>",
        "²",
        "'\"\\",
    ]
)
PATHS = [path.replace("*", "0") for path in paths() if not path.endswith(("kind", "_mm", "mobile_ported"))]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.dictionaries(st.sampled_from([path for path in PATHS if "letterhead" not in path]), ODD, max_size=8)
)
def test_whatever_a_client_types_is_a_finding_and_no_exception(values):
    data: dict[str, Any] = {"signatories": [{}], "lines": [{"type": "3000", "sample_messages": [""]}]}
    for path, value in values.items():
        *parents, last = path.split(".")
        node: Any = data
        for key in parents:
            if isinstance(node, list):
                node = node[int(key)]
            else:
                node = node.setdefault(key, [""] if key == "include" else {})
        node[int(last) if isinstance(node, list) else last] = value
    report = check(Profile.model_validate(data), "3000")
    for one in report.findings:
        f"{one.value}{one.message}{one.message_en}".encode()
    for change in report.changes:
        f"{change.given}{change.written}".encode()


def test_a_rule_that_sees_to_two_demands_is_asked_once_and_told_under_the_first(monkeypatch):
    own = rule_named("organisational-email")
    names = [demand.name for demand in demands("3000") if demand.check == own.name]
    asked: list[str] = []

    def counting(case):
        asked.append(case.facts.type)
        return own.check(case)

    monkeypatch.setitem(registry._RULES, own.name, own._replace(check=counting))
    found = check(profile_with({"company.email": "arya@gmail.com"}), "3000")
    assert (len(names), asked) == (2, ["3000"])
    assert [one.rule for one in found.errors] == names[:1]
