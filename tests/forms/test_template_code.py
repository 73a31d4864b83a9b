"""Code is told from a slip of the pen."""

from __future__ import annotations

import pytest

from taahodname.forms.template_code import is_code


@pytest.mark.parametrize(
    "source",
    [
        "{{ company.name }}",
        "{{ «company.name» }}",
        "{{ company.nme }}",
        "{{ company-name }}",
        "{{ شناسه ملي }}",
        "{{ شناسه_ملی }}",
        "{{ company.\u200cname }}",
        "{{ line.type۱ }}",
        "{{company.name}}",
        "{%if letter.number%}",
        "{% if not letter.number %}",
        "{%tr for x in lines %}",
        "{% for s in x.samples %}",
        "{%p endif %}",
        "{% endfor%}",
        "{% else %}",
        "{{",
        "}}",
        "{%",
    ],
)
def test_a_name_or_a_slip_is_no_code(source):
    assert not is_code(source)


@pytest.mark.parametrize(
    "source",
    [
        "{{ x.__class__ }}",
        "{{ x() }}",
        "{{ x|upper }}",
        "{{ 2*3 }}",
        "{% set x=1 %}",
        "{{ \u200fx()\u200f }}",
    ],
)
def test_all_else_is_code(source):
    assert is_code(source)
