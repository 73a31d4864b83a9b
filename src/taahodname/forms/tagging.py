"""Spells the tags: how a field is written in a template, and what a report calls it."""

from __future__ import annotations

from taahodname.forms.labels import LOOPED, OWNERS, fields, owner_word

ENTRY = "entry"
"""What a row that is repeated for each number calls it, as in our own templates."""

_PART = "؛ "
_REST = f"{{% if loop.last %}}{{% else %}}{_PART}{{% endif %}}"
_SAMPLES = f"{{% for sample in {ENTRY}.samples %}}{{{{ sample }}}}{_REST}{{% endfor %}}"
ROW_OPENS, ROW_ENDS = f"{{%tr for {ENTRY} in lines %}}", "{%tr endfor %}"
OF_A_ROW = ("line.numbers", "lines.audience", "lines.subject", "lines.samples")
"""The fields that a row for each number of a line may hold."""


def tag_of(field: str, *, in_row: bool = False) -> str:
    """Return a field as it is written in a template.

    Args:
        field: its name («ceo.mobile», «lines.audience»).
        in_row: it stands in a row that is repeated for each number.
    """
    if in_row:
        return _of_entry("number" if field == "line.numbers" else field.removeprefix(LOOPED))
    if field.startswith(LOOPED):
        # Several numbers share one blank: what belongs to each is told one after the other.
        inside = _of_entry(field.removeprefix(LOOPED))
        return f"{{% for {ENTRY} in lines %}}{inside}{_REST}{{% endfor %}}"
    value = f"{{{{ {field} }}}}"
    return f"{{% if {field} %}}{value}{{% endif %}}" if fields()[_general(field)].optional else value


def _of_entry(name: str) -> str:
    return _SAMPLES if name == "samples" else f"{{{{ {ENTRY}.{name} }}}}"


def _general(field: str) -> str:
    """Return a field as the table of labels has it, «*» in place of a person."""
    if field in fields():
        return field
    who, _, name = field.partition(".")
    return f"*.{name}" if who in OWNERS else field


def name_of(field: str) -> str:
    """Return what a report calls a field («نام پدر مدیرعامل»); its own name where none is known."""
    known = fields().get(_general(field))
    if known is None:
        return field
    who = field.partition(".")[0]
    return f"{known.fa} {owner_word(who)}" if known.personal and who in OWNERS else known.fa
