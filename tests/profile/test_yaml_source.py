"""Facts about YAML profiles."""

from __future__ import annotations

import pytest

from taahodname.profile.source import MAX_DEPTH
from taahodname.profile.yaml_source import parse


@pytest.mark.parametrize(
    "scalar",
    [
        "0084575948",
        "1358/07/23",
        "1358-07-23",
        "1.50",
        "0x10",
        "1_000",
        "12:30:45",
        "yes",
        "off",
        ".inf",
        "1e3",
    ],
)
def test_a_plain_scalar_keeps_its_text(scalar):
    assert parse(f"a: {scalar}").data == {"a": scalar}


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("null", None),
        ("~", None),
        ("", None),
        ("true", True),
        ("False", False),
        ('"null"', "null"),
        ("'true'", "true"),
        ("!!str null", "null"),
        ('""', ""),
        ("|\n  null", "null"),
    ],
)
def test_only_a_plain_null_or_truth_is_more_than_text(scalar, value):
    assert parse(f"a: {scalar}").data == {"a": value}


def test_every_key_and_item_has_its_line():
    source = parse("a:\n  b: 1\n  c:\n    - x\n    - d: 2\n")
    assert source.lines == {"a": 1, "a.b": 2, "a.c": 3, "a.c.0": 4, "a.c.1": 5, "a.c.1.d": 5}


def test_a_key_that_stands_twice_is_told_with_its_second_line_and_the_first_value_stays():
    source = parse("a: 1\nb: 2\na: 3\n")
    assert source.data == {"a": "1", "b": "2"}
    assert [(finding.rule, finding.field, finding.line) for finding in source.findings] == [
        ("profile.syntax", "a", 3)
    ]


def test_a_section_may_be_used_again():
    source = parse("ceo: &one {name: الف}\nrepresentative: *one\n")
    assert source.data["representative"] == {"name": "الف"}


@pytest.mark.parametrize("merge", ["<<: *one", "<<: [*two, *one]"])
def test_a_section_may_be_merged_into_another_that_wins(merge):
    source = parse(f"x: &one {{a: '1', b: '2'}}\ny: &two {{c: '3'}}\nz:\n  {merge}\n  b: '4'\n")
    assert source.data["z"] == {"a": "1", "b": "4"} | ({"c": "3"} if "two" in merge else {})


def test_the_first_of_several_merged_sections_wins():
    source = parse("x: &one {a: '1'}\ny: &two {a: '2'}\nz: {<<: [*one, *two]}\n")
    assert source.data["z"] == {"a": "1"}


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c",
        "a: [1",
        "a: 'open",
        "\t- a",
        "--- a\n--- b",
        "a: *nothing",
        "a: \x07",
        "a: {<<: text}",
        "%YAML 9.9\n--- a",
        "a: \x01",
    ],
)
def test_broken_yaml_is_one_finding_and_no_exception(text):
    source = parse(text)
    assert source.data is None
    assert [finding.rule for finding in source.findings] == ["profile.syntax"]


def test_the_line_of_a_broken_place_is_told():
    assert parse("a: 1\nb: [1\nc: 2\n").findings[0].line in (2, 3)


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system [echo]", "!own text", "!!binary aGk=", "!!set {a}"]
)
def test_a_tag_is_refused_and_nothing_is_built(tag):
    source = parse(f"a: {tag}")
    assert [(finding.rule, finding.field) for finding in source.findings] == [("profile.shape", "a")]


def test_a_key_that_is_no_word_is_refused():
    assert parse("? [a]\n: b\n").findings[0].rule == "profile.shape"


def test_a_billion_laughs_end_early():
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    rows += [
        f"{this}: &{this} [{', '.join([f'*{last}'] * 9)}]"
        for last, this in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    source = parse("\n".join(rows))
    assert [finding.rule for finding in source.findings] == ["profile.syntax"]


def test_a_section_that_holds_itself_is_refused():
    assert parse("a: &a [*a]").findings[0].rule == "profile.syntax"
    assert parse("a: &a {b: *a}").findings[0].rule == "profile.syntax"


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "{a: " * 1000, "- " * 1000, "".join(" " * n + "a:\n" for n in range(99))]
)
def test_deep_nesting_is_refused(text):
    assert parse(text).findings[0].rule == "profile.syntax"


def test_nesting_as_deep_as_allowed_is_read():
    depth = MAX_DEPTH - 1
    assert parse("[" * depth + "]" * depth).findings == ()
