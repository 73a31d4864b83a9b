"""Facts about the door to paper."""

from __future__ import annotations

import dataclasses
import pickle

import pytest

from taahodname.errors import CheckFailed
from taahodname.persian import dates
from taahodname.persian.dates import JalaliDate
from taahodname.rules import LINES, CheckedProfile, admit
from tests.builders import profile_with


@pytest.mark.parametrize("line", LINES)
def test_a_profile_without_errors_is_admitted_clean(line):
    checked = admit(profile_with({"company.name": "شركت الف"}, line), line)
    assert (checked.line, checked.draft) == (line, False)
    assert checked.profile.company.name == "الف"
    assert checked.lines == checked.profile.lines
    assert checked.report.ok
    assert checked.date == JalaliDate(1405, 9, 2)
    assert checked.facts.type == line


def test_only_the_lines_of_the_type_are_held():
    lines = [profile_with({}, line).lines[0].model_dump() for line in LINES]
    assert [line.number for line in admit(profile_with({"lines": lines}), "021").lines] == ["02191004455"]


def test_a_profile_with_errors_is_not_admitted_and_the_report_says_why():
    with pytest.raises(CheckFailed) as caught:
        admit(profile_with({"company.email": "a@gmail.com"}), "3000")
    assert [one.rule for one in caught.value.report.errors] == ["3000.4"]
    assert caught.value.exit_code == 1


def test_warnings_do_not_keep_a_profile_out():
    assert admit(profile_with({"lines.0.audience": "همه"}), "3000").report.warnings


def test_a_draft_is_admitted_whatever_is_missing():
    checked = admit(profile_with({"company": {}, "lines": [], "letter.date": "x"}), "3000", draft=True)
    assert checked.draft
    assert checked.lines == ()
    assert not checked.report.ok
    assert checked.date == dates.today()


def test_the_date_is_the_callers_the_letters_or_todays():
    assert admit(profile_with({}), "3000", date="1405/10/01").date == JalaliDate(1405, 10, 1)
    assert admit(profile_with({"letter.date": " ۱۴۰۵/۹/۵ "}), "3000").date == JalaliDate(1405, 9, 5)
    assert admit(profile_with({"letter": {}}), "3000").date == dates.today()


def test_nobody_else_makes_a_checked_profile():
    checked = admit(profile_with({}), "3000")
    values = {field.name: getattr(checked, field.name) for field in dataclasses.fields(checked)}
    with pytest.raises(TypeError, match="admit"):
        CheckedProfile(**values)
    with pytest.raises(TypeError, match="admit"):
        CheckedProfile(**values, token=object())
    with pytest.raises(TypeError, match="admit"):
        dataclasses.replace(checked, draft=True, token=None)


def test_a_checked_profile_cannot_be_changed_but_goes_to_other_processes():
    checked = admit(profile_with({}), "3000")
    with pytest.raises(dataclasses.FrozenInstanceError):
        checked.draft = True
    assert pickle.loads(pickle.dumps(checked)) == checked


@pytest.mark.parametrize(
    ("changes", "addressee"),
    [
        ({}, "مرکز گسترش فناوری اطلاعات (مگفا)"),
        ({"letter.addressee": "مدیر محترم"}, "مدیر محترم"),
        ({"letter.addressee": "مدیر محترم", "lines.0.addressee": "مرکز نمونه"}, "مرکز نمونه"),
    ],
)
def test_the_addressee_is_the_lines_the_letters_or_the_operators(changes, addressee):
    assert admit(profile_with(changes), "3000").addressee == addressee
