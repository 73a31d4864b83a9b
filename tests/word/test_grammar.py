from __future__ import annotations

from typing import Any

import pytest

from taahodname.errors import TemplateError
from taahodname.word.grammar import check, check_places, dotted_names

from .making import docx, opened, paragraph, part, picture, run, table

CONTEXT: dict[str, Any] = {
    "company": {"name": "آریا", "email": "a@b.ir"},
    "line": {"plural": True},
    "lines": [{"number": "۱", "samples": ["الف"]}],
    "none": [],
}


def faults(*blocks: str, context: dict[str, Any] | None = None) -> str:
    with pytest.raises(TemplateError) as caught:
        check(opened(docx(*blocks)), CONTEXT if context is None else context)
    assert caught.value.message.startswith("قالب «test.docx» پر نمی‌شود")
    return caught.value.message_en


def passes(*blocks: str) -> None:
    check(opened(docx(*blocks)), CONTEXT)


def test_a_template_that_fits_its_values_passes() -> None:
    passes(
        "{{ company.name }} و {{ company.email }}",
        "{%p for item in lines %}",
        "{{ item.number }}{% if loop.last %}.{% else %}،{% endif %}",
        "{%p for sample in item.samples %}",
        "{{ sample }}",
        "{%p endfor %}",
        "{%p endfor %}",
        "{% if not line.plural %}یک{% endif %}",
        table(["{%tr for item in lines %}"], ["{{ item.number }}"], ["{%tr endfor %}"]),
    )


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("{{ company.nmae }}", "did you mean company.name?"),
        ("{{ compny.email }}", "did you mean company.email?"),
        ("{% if line.plurl %}{% endif %}", "did you mean line.plural?"),
        ("{{ company.name.first }}", "company.name.first is unknown"),
    ],
)
def test_an_unknown_name_is_told_with_what_was_meant(tag: str, meant: str) -> None:
    assert meant in faults(f"متن {tag}")


def test_the_fault_names_part_words_and_tag() -> None:
    said = faults("شرکت {{ company.nmae }} متعهد است")
    assert "{{ company.nmae }} in word/document.xml near 'شرکت {{ company.nmae }} متعهد است'" in said


def test_all_faults_come_at_once_and_a_flood_is_cut() -> None:
    assert faults("{{ a }}", "{{ b }}", "{{ c|d }}").count(" in word/document.xml near ") == 3
    assert faults(*["{{ a }}"] * 13).endswith("and 3 more")


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        (["{% if line.plural %}x"], "never closed"),
        (["{%p for x in lines %}", "{{ x.number }}"], "never closed"),
        (["{% endif %}"], "nothing is open"),
        (["{% if line.plural %}{% endfor %}"], "nothing is open"),
        (["{% for x in lines %}{% else %}{% endfor %}"], "nothing is open"),
        (["{% if line.plural %}", "{% endif %}"], "same level"),
        (["{%p if line.plural %}", "x{% endif %}"], "same level"),
        (["{%p if line.plural %}", table(["{%p endif %}"])], "same level"),
        ([table(["{%tr for x in lines %}"]), table(["{%tr endfor %}"])], "same level"),
        (["متن {%p if line.plural %}", "{%p endif %}"], "would be lost"),
        (["{%tr if line.plural %}", "{%tr endif %}"], "would be lost"),
        ([table(["{%tr for x in lines %}", "متن"], ["{%tr endfor %}", ""])], "would be lost"),
        (["{% for x in company %}{% endfor %}"], "is not a list"),
        (["{% for x in company.name %}{% endfor %}"], "is not a list"),
        (["{{ lines }}"], "is not a text"),
        (["{{ line.plural }}"], "is not a text"),
        (["{{ company.name|upper }}"], "no such tag"),
        (["{{ company.name"], "no such tag"),
    ],
)
def test_a_broken_structure_is_told(blocks: list[str], said: str) -> None:
    assert said in faults(*blocks)


def test_a_picture_beside_a_paragraph_tag_would_be_lost() -> None:
    said = faults(paragraph(run("{%p if line.plural %}"), picture("rId1")), "{%p endif %}")
    assert "would be lost" in said


def test_a_loop_name_ends_with_its_loop() -> None:
    assert "x.number is unknown" in faults("{%p for x in lines %}", "{%p endfor %}", "{{ x.number }}")


def test_a_loop_name_hides_another_only_inside() -> None:
    passes("{%p for company in lines %}", "{{ company.number }}", "{%p endfor %}", "{{ company.name }}")


def test_nothing_is_said_of_the_items_of_an_empty_list() -> None:
    passes(
        "{%p for x in none %}", "{{ x.anything }}{% for y in x.more %}{{ y }}{% endfor %}", "{%p endfor %}"
    )


def test_loops_are_not_nested_without_end() -> None:
    opening = "".join(f"{{% for x{depth} in lines %}}" for depth in range(4))
    assert "nested too deeply" in faults(opening + "{% endfor %}" * 4)


@pytest.mark.parametrize("name", ["docProps/core.xml", "word/footnotes.xml", "word/charts/chart1.xml"])
def test_a_tag_in_a_part_that_is_not_filled_is_an_error(name: str) -> None:
    with pytest.raises(TemplateError) as caught:
        check_places(opened(docx(extra={name: part("x", "<y>{{ cycler.__init__ }}</y>")})))
    assert name in caught.value.message


def test_every_name_a_template_may_write_is_listed() -> None:
    assert dotted_names({"a": {"b": "x", "c": {"d": "y"}}, "e": []}) == ["a", "a.b", "a.c", "a.c.d", "e"]
