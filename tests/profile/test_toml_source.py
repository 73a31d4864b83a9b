"""Facts about TOML profiles."""

from __future__ import annotations

import datetime

import pytest

from taahodname.profile.toml_source import parse

TEXT = '''letterhead = "generated" # a remark = here
[company]
name = "الف"
address = """
phone = 3
"""
phone = '021'
"email" = "a@b.ir"
[ceo] # him
birth_date = 1358-07-23
[[lines]]
type = "3000"
[[lines]]
type = "021"
sample_messages = [
  "number = 5",
]
number = 1
[a.b]
c.d = 1
'''


def test_every_key_that_begins_a_line_has_its_line():
    lines = parse(TEXT).lines
    assert lines["letterhead"] == 1
    assert lines["company"] == 2
    assert lines["company.address"] == 4
    assert lines["company.phone"] == 7
    assert lines["company.email"] == 8
    assert lines["ceo"] == 9
    assert lines["lines"] == 11
    assert (lines["lines.0"], lines["lines.1"]) == (11, 13)
    assert (lines["lines.0.type"], lines["lines.1.type"], lines["lines.1.number"]) == (12, 14, 18)
    assert lines["a.b.c.d"] == 20


def test_a_line_inside_a_text_is_no_key():
    lines = parse("a = '''\nb = 1\n'''\nc = \"\"\"x\"\"\"\nd = 2\n").lines
    assert lines == {"a": 1, "c": 4, "d": 5}


def test_a_decimal_number_keeps_its_text():
    assert parse("a = 1.50").data == {"a": "1.50"}


def test_a_date_stays_a_date():
    assert parse("a = 1358-07-23").data == {"a": datetime.date(1358, 7, 23)}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[company]\nnational_id = 0084575948", 2),
        ("a = 1\na = 2", 2),
        ("a = 1399-02-31", 1),
        ("= 3", 1),
        ("a = 'open", 1),
        ("[a]\n[a]", 2),
        ("a = " + "9" * 5000, None),
    ],
)
def test_broken_toml_is_one_finding_with_its_line(text, line):
    source = parse(text)
    (finding,) = source.findings
    assert source.data is None
    assert finding.rule == "profile.syntax"
    assert finding.line == line


def test_a_code_without_quotes_gets_the_advice_to_quote_it():
    assert "quotes" not in parse("a = 0084575948").findings[0].message
    assert "میان دو نشان" in parse("a = 0084575948").findings[0].message


def test_deep_nesting_is_refused():
    assert parse("a = " + "[" * 100_000).findings[0].rule == "profile.syntax"
