"""Facts about JSON profiles."""

from __future__ import annotations

import pytest

from taahodname.profile.json_source import parse


def test_numbers_keep_their_text():
    number = "1" * 5000
    assert parse(f'{{"a": 1.50, "b": 10380284790, "c": {number}}}').data == {
        "a": "1.50",
        "b": "10380284790",
        "c": number,
    }


def test_truths_and_nothing_stay():
    assert parse('{"a": true, "b": false, "c": null}').data == {"a": True, "b": False, "c": None}


def test_a_key_that_stands_twice_is_told_with_its_path():
    source = parse('{"lines": [{"type": "3000", "type": "021", "type": "1000"}], "a": 1, "a": 2}')
    assert [finding.field for finding in source.findings] == ["a", "lines.0.type"]
    assert source.data["lines"][0]["type"] == "3000"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"a": 1,}', 1),
        ('{"a": 1\n"b": 2}', 2),
        ("{'a': 1}", 1),
        ('{"a": 0084}', 1),
        ('{"a": "\x01"}', 1),
        ('{"a": NaN}', None),
        ('{"a": -Infinity}', None),
        ("{} {}", 1),
    ],
)
def test_broken_json_is_one_finding(text, line):
    source = parse(text)
    assert source.data is None
    assert [(finding.rule, finding.line) for finding in source.findings] == [("profile.syntax", line)]


def test_deep_nesting_is_refused():
    assert parse("[" * 100_000).findings[0].rule == "profile.syntax"
    assert parse('{"a":' * 100_000).findings[0].rule == "profile.syntax"
