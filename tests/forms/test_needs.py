"""What a line's paper must show comes from the rules, and what a form prints from its tags."""

from __future__ import annotations

import pytest

from taahodname.documents.values import context
from taahodname.findings import Severity
from taahodname.forms.needs import lacking, needs, printed_names
from taahodname.forms.sample import sample
from taahodname.rules import LINES
from tests.word.making import docx, opened


def errors(line: str) -> set[str]:
    return {need.field for need in needs(line) if need.severity is Severity.ERROR}


@pytest.mark.parametrize("line", LINES)
def test_every_line_wants_the_company_the_people_the_number_and_what_is_sent_to_whom(line):
    wanted = {
        *(f"company.{key}" for key in ("name", "national_id", "economic_code", "registration_number")),
        *(f"company.{key}" for key in ("activity", "website", "email")),
        *(f"{who}.{key}" for who in ("ceo", "representative") for key in ("last_name", "national_code")),
        *(f"lines.*.{key}" for key in ("number", "audience", "subject")),
    }
    assert wanted <= errors(line)


def test_021_alone_wants_both_people_in_full():
    assert {"ceo.father_name", "ceo.birth_date", "representative.birth_certificate_number"} <= errors("021")
    assert "ceo.father_name" not in errors("3000") | errors("1000")


def test_the_representatives_mobile_is_asked_for_by_the_lines_whose_rules_do():
    assert all("representative.mobile" in errors(line) for line in ("3000", "1000"))


def test_what_only_completeness_asks_for_is_a_warning():
    told = {need.field: need.severity for need in needs("3000")}
    assert told["company.postal_code"] is told["signatories.*.name"] is Severity.WARNING


@pytest.mark.parametrize("line", LINES)
def test_every_tag_that_is_proposed_is_one_that_can_be_filled(line):
    values = context(sample(line))
    for need in needs(line):
        for tag in need.tags:
            found: object = values
            for word in tag.split("."):
                found = found[0] if word == "*" else found[word]  # type: ignore[index]
            assert isinstance(found, str)


def printed(*texts: str) -> frozenset[str]:
    return printed_names(opened(docx(*texts)), "word/document.xml")


def test_the_names_of_loops_are_followed_to_their_lists():
    names = printed(
        "{% for x in lines %}{{ x.audience }}{% for s in x.samples %}{{ s }}{% endfor %}{% endfor %}"
    )
    assert names == {"lines.*.audience", "lines.*.samples.*"}


def test_a_condition_prints_nothing():
    assert printed("{% if company.name %}{% endif %}{{ ceo.mobile }}") == {"ceo.mobile"}


def test_the_full_name_stands_for_both_names_and_the_legal_name_for_the_name():
    names = frozenset({"ceo.full_name", "company.legal_name", "line.numbers"})
    missing = {need.field for need in lacking("021", names)}
    assert not {"ceo.first_name", "ceo.last_name", "company.name", "lines.*.number"} & missing


def test_a_list_is_proposed_with_its_loop():
    (need,) = [one for one in needs("3000") if one.field == "lines.*.sample_messages"]
    assert "{{ sample }}" in need.usage.fa
    assert "{%p for x in lines %}" in need.usage.en
    assert "{%p for sample in x.samples %}" in need.usage.en
