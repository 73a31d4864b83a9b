from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from lxml import etree

from taahodname.word import environment as room
from taahodname.word.environment import BadValue, TooLong, environment, printable


def render(source: str, **context: Any) -> str:
    return environment().from_string(source).render(context)


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ a.__class__ }}",
        "{{ _a }}",
        "{{ a._b }}",
        "{{ a['b'] }}",
        "{{ a|attr('b') }}",
        "{{ a() }}",
        "{{ a.b() }}",
        "{{ 'a' * 5000000 }}",
        "{{ 'a' }}",
        "{{ 1 }}",
        "{{ [a] }}",
        "{{ {'a': 1} }}",
        "{{ a ~ b }}",
        "{{ a if b else c }}",
        "{{ a is defined }}",
        "{% if a == b %}{% endif %}",
        "{% if a and b %}{% endif %}",
        "{% set a = b %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% macro a() %}{% endmacro %}",
        "{% call a() %}{% endcall %}",
        "{% filter upper %}{% endfilter %}",
        "{% block a %}{% endblock %}",
        "{% for a, b in c %}{% endfor %}",
        "{% for a in b if a %}{% endfor %}",
        "{% for a in b recursive %}{% endfor %}",
        "{% for a in range(9) %}{% endfor %}",
        "{% raw %}{{ a }}{% endraw %}{{ a|safe }}",
        "{% autoescape false %}{{ a }}{% endautoescape %}",
        "{% with a = b %}{% endwith %}",
        "{% print a %}{% do a %}",
    ],
)
def test_nothing_but_names_for_and_if_is_compiled(source: str) -> None:
    with pytest.raises(TemplateError):
        render(source, a={"b": "x"}, b=["y"], c=[])


def test_what_is_not_admitted_says_so() -> None:
    with pytest.raises(SecurityError, match="Call is not allowed"):
        render("{{ a() }}")


@pytest.mark.parametrize("name", ["range", "dict", "lipsum", "cycler", "joiner", "namespace"])
def test_the_globals_of_jinja_are_unknown(name: str) -> None:
    with pytest.raises(UndefinedError):
        render(f"{{{{ {name} }}}}")


@pytest.mark.parametrize("source", ["{{ a.items }}", "{{ b.append }}", "{{ c.upper }}", "{{ a.keys }}"])
def test_the_methods_of_values_are_out_of_reach(source: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        render(source, a={"x": "y"}, b=["x"], c="x")


def test_a_key_goes_before_a_method_of_its_name() -> None:
    assert render("{{ a.items }}", a={"items": "x"}) == "x"


@pytest.mark.parametrize(
    "source", ["{{ x }}", "{{ a.x }}", "{% if x %}{% endif %}", "{% for y in x %}{% endfor %}", "{{ a.x.y }}"]
)
def test_an_unknown_name_is_an_error_wherever_it_stands(source: str) -> None:
    with pytest.raises((UndefinedError, SecurityError)):
        render(source, a={})


@pytest.mark.parametrize("value", [None, "", " ", "\u00a0", True, 1, 1.5, ["x"], {"a": "b"}])
def test_a_blank_value_and_one_that_is_no_text_are_errors(value: object) -> None:
    with pytest.raises(BadValue):
        render("{{ a }}", a=value)


@pytest.mark.parametrize(
    ("value", "point"),
    [
        ("a\x00", "U+0000 at position 2"),
        ("\x01", "U+0001 at position 1"),
        ("\x07b", "U+0007"),
        ("b\x0b", "U+000B"),
        ("\x0cb", "U+000C"),
        ("a\r\nb", "U+000D at position 2"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85b", "U+0085"),
        ("a\u2028", "U+2028"),
        ("a\u2029", "U+2029"),
        ("a\u202eb", "U+202E"),
        ("\ud800", "U+D800"),
        ("\uffff", "U+FFFF"),
        ("\ufdd0", "U+FDD0"),
    ],
)
def test_a_character_that_cannot_be_printed_is_named_with_its_place(value: str, point: str) -> None:
    with pytest.raises(BadValue) as caught:
        printable(value)
    assert point in caught.value.message_en
    assert point.split()[0] in caught.value.message


PRINTABLE = st.characters(
    exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="\u202a\u202b\u202c\u202d\u202e"
)


@settings(derandomize=True, deadline=None)
@given(st.text(PRINTABLE).filter(lambda text: bool(text.strip())))
def test_a_value_comes_out_of_the_xml_as_it_went_in(value: str) -> None:
    written = printable(value)
    assert etree.fromstring(f"<t>{written}</t>").text == value
    assert not {"<", ">", "{", "}", "%"} & set(written)


def test_a_condition_may_be_blank_though_a_value_may_not() -> None:
    assert render("{% if a %}x{% else %}y{% endif %}", a="") == "y"
    assert render("{% if not a %}x{% endif %}", a=[]) == "x"


def test_the_first_and_the_last_turn_of_a_loop_can_be_asked_for() -> None:
    source = (
        "{% for x in a %}{% if loop.first %}[{% endif %}{{ x }}{% if loop.last %}]{% endif %}{% endfor %}"
    )
    assert render(source, a=["۱", "۲"]) == "[۱۲]"


@pytest.mark.parametrize("word", ["index", "length", "cycle", "previtem"])
def test_nothing_else_of_a_loop_can(word: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        render(f"{{% for x in a %}}{{{{ loop.{word} }}}}{{% endfor %}}", a=["x"])


def test_a_part_that_grows_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MAX_OUTPUT", 100)
    with pytest.raises(TooLong):
        render("{% for x in a %}{{ x }}{% endfor %}", a=["0123456789"] * 20)


def test_one_environment_serves_all_and_compiles_a_text_once() -> None:
    assert environment() is environment()
    assert environment().from_string("{{ a }}") is environment().from_string("{{ a }}")
