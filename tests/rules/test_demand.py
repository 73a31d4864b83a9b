"""Facts about the table of demands and the registry of rules."""

from __future__ import annotations

import pytest

from taahodname.errors import UsageError
from taahodname.identifiers import line_number
from taahodname.resources import data
from taahodname.rules import LINES, clause_three_finding, demands, facts
from taahodname.rules.registry import names, rule, rule_named
from taahodname.units import Rial
from tests.builders import profile_with

CONTRACT = {
    "3000": 7,
    "1000": 9,
    "021": 7,
}


@pytest.mark.parametrize("line", LINES)
def test_every_item_of_the_line_is_demanded_in_order(line):
    found = [demand.name for demand in demands(line)]
    items = [f"{line}.{number + 1}" for number in range(CONTRACT[line])]
    assert [name for name in found if name in items] == items
    assert {"intro.legal-person", "intro.customer-list", "intro.guarantee"} <= set(found)
    assert {f"general.{number}" for number in range(1, 8)} <= set(found)
    assert ("021.penalty" in found) == (line == "021")
    assert not [name for name in found if name.startswith(tuple(f"{one}." for one in LINES if one != line))]


def test_every_demand_has_a_name_of_its_own_and_a_rule_and_every_rule_a_demand():
    rows = data("demands")["demand"]
    assert len({row["name"] for row in rows}) == len(rows)
    assert {row["check"] for row in rows} == set(names())


@pytest.mark.parametrize("line", LINES)
def test_every_demand_is_said_in_both_languages_with_its_source(line):
    for demand in demands(line):
        assert demand.demand.endswith(".")
        assert demand.demand_en.endswith(".")
        assert "{" not in demand.demand + demand.demand_en
        assert demand.source


def test_a_fault_told_under_an_item_names_the_general_source_too():
    sources = {demand.name: demand.source for demand in demands("1000")}
    assert sources["1000.3"] == "service-lines 1000.3, general.2"
    assert sources["1000.5"] == "service-lines 1000.5, general.3"


def test_an_unknown_line_has_no_demands():
    with pytest.raises(UsageError, match="not known"):
        demands("2000")


def test_a_name_that_is_taken_is_refused():
    with pytest.raises(ValueError, match="defined twice"):
        rule("website")(lambda case: ())
    assert rule_named("website").check.__name__ == "website"


def test_the_lines_are_those_whose_numbers_are_known():
    assert LINES == line_number.LINES


@pytest.mark.parametrize(
    ("line", "sum_", "payee", "filled"),
    [
        ("3000", 500_000_000, "", "as-sample"),
        ("1000", 500_000_000, "", "bottom-box-only"),
        ("021", 50_000_000, "شرکت پیام افزار پیک آسا", "completed"),
    ],
)
def test_the_guarantee_is_as_the_operator_says(line, sum_, payee, filled):
    note = facts(line).guarantee
    assert (note.sum, note.payee, note.filled) == (Rial(sum_), payee, filled)
    assert (facts(line).least, facts(line).most) == (400, 500)
    assert facts(line).source
    assert facts(line).date


def test_only_021_has_a_penalty():
    assert facts("3000").penalty is None
    assert facts("1000").penalty is None
    penalty = facts("021").penalty
    assert penalty is not None
    assert (penalty.per_sms, penalty.fine) == (10, 50_000_000)


def test_a_third_clause_without_the_name_is_a_finding_where_it_is_asked_for():
    assert clause_three_finding(profile_with({}), facts("3000")) is None
    on_first = clause_three_finding(profile_with({}, "1000"), facts("1000"))
    on_any = clause_three_finding(profile_with({}, "021"), facts("021"))
    assert on_first is not None
    assert on_any is not None
    assert (on_first.rule, on_any.rule) == ("1000.2", "021.2")
    assert "صفحهٔ نخست" in on_first.message
    assert "صفحهٔ نخست" not in on_any.message


def test_every_table_of_words_and_sites_says_when_and_where_it_was_taken():
    for name in ("demands", "free-mail", "social-sites", "vague-words"):
        assert data(name)["date"]
    assert all(row["source"] for row in data("free-mail")["provider"])
