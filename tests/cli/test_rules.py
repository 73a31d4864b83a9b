"""The command `rules`."""

from __future__ import annotations

import json

import pytest


def test_the_demands_of_a_line_are_told_with_severity_and_source(run):
    code, out, err = run("rules", "3000")
    assert (code, err) == (0, "")
    assert "خط ۳۰۰۰: آنچه خواسته می‌شود" in out
    assert "خطا  3000.4  منبع: service-lines 3000.4" in out


def test_without_a_line_all_three_are_told(run):
    out = run("rules", "--lang", "en").out
    assert [line for line in ("3000", "1000", "021") if f"Line {line}: what is demanded" not in out] == []


@pytest.mark.parametrize("line", ["3000", "1000", "۰۲۱"])
def test_json_holds_every_demand_in_both_languages(run, line):
    (told,) = json.loads(run("rules", line, "--json").out)
    assert set(told) == {"line", "demands"}
    assert len(told["demands"]) > 10
    assert {key for demand in told["demands"] for key in demand} == {
        "name",
        "severity",
        "demand",
        "demand_en",
        "source",
    }


def test_an_unknown_line_is_2(run):
    result = run("rules", "5000")
    assert (result.code, result.out) == (2, "")
    assert "خط «5000» شناخته نیست." in result.told
