"""The rule on the list of the customers' numbers."""

from __future__ import annotations

import pytest

from taahodname.contacts import reading
from taahodname.rules import admit, check
from taahodname.rules.lines import LINES, facts, list_limits
from tests.builders import CUSTOMERS, profile_with

RULE = "intro.customer-list"


def numbers(count: int) -> list[str]:
    return [f"0912{1_234_000 + place}" for place in range(count)]


@pytest.fixture
def judged(tmp_path):
    """Return a function that gives the findings on a list of some lines, but for the reminder."""

    def judged(lines, **options):
        path = tmp_path / "a.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        report = check(profile_with({"customer_list": {"file": str(path), **options}}), "3000")
        return [one for one in report.findings if one.rule == RULE and one.severity != "manual"], report

    return judged


@pytest.mark.parametrize(
    ("count", "says"), [(399, "دست‌کم ۱ شمارهٔ دیگر"), (400, ""), (500, ""), (501, "--take 500")]
)
def test_the_count_must_be_within_the_limits_of_the_line(judged, count, says):
    found, _ = judged(numbers(count))
    assert [one.severity.value for one in found] == (["error"] if says else [])
    assert all(says in one.message for one in found)


def test_what_was_left_out_is_told_by_reason_with_the_first_cells_and_the_whole_count(judged):
    found, _ = judged([*numbers(400), *(["02188776655"] * 5000), "09351234567"])
    assert len(found) == 2
    assert "۵۰۰۰ خانهٔ" in found[0].message
    assert "A401، A402، A403 و ۴۹۹۷ خانهٔ دیگر" in found[0].message
    assert "ایرانسل" in found[1].message
    assert "1234567" not in "".join(one.message + one.message_en for one in found)


def test_a_ported_number_may_be_included_in_the_profile(judged):
    rows = [*numbers(399), "09351234567"]
    assert [one.severity.value for one in judged(rows)[0]] == ["error", "warning"]
    assert [one.severity.value for one in judged(rows, include=["۰۹۳۵ ۱۲۳ ۴۵۶۷"])[0]] == ["warning"]


def test_a_sheet_that_is_not_there_is_told_for_its_key(tmp_path):
    from tests.contacts.making import column

    path = tmp_path / "a.xlsx"
    path.write_bytes(column("09121234567"))
    report = check(profile_with({"customer_list": {"file": str(path), "sheet": "قم"}}), "3000")
    assert [(one.rule, one.field) for one in report.errors] == [(RULE, "customer_list.sheet")]


def test_a_restored_zero_is_among_the_changes(judged):
    found, report = judged([number[1:] for number in numbers(400)])
    assert found == []
    assert any("صفر آغاز ۴۰۰ شماره" in change.reason for change in report.changes)


def test_the_reminder_tells_what_was_read():
    report = check(profile_with({}), "3000")
    (told,) = [one for one in report.manual if one.rule == RULE]
    assert "customers.csv: ۴۵۲ شمارهٔ پذیرفته از ستون A" in told.message


def test_the_list_is_read_once_for_the_check_and_the_papers(monkeypatch):
    reads = []
    monkeypatch.setattr(
        reading, "bytes_of", lambda path, old=reading.bytes_of: reads.append(path) or old(path)
    )
    checked = admit(profile_with({}), "3000")
    assert len(checked.customers.numbers) == 452
    assert reads == [CUSTOMERS]


def test_a_draft_without_a_list_has_none():
    assert admit(profile_with({"customer_list": ...}), "3000", draft=True).customers is None


def test_without_a_line_a_list_must_fit_every_line():
    assert list_limits("3000") == (facts("3000").least, facts("3000").most)
    least, most = list_limits()
    assert all(facts(line).least <= least <= most <= facts(line).most for line in LINES)
