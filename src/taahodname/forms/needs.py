"""Which values a line's paper must show, from the rules themselves, and which of them a form prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from taahodname.findings import Severity
from taahodname.profile import Profile
from taahodname.profile.labels import Label, label
from taahodname.rules import check
from taahodname.word.package import Package
from taahodname.word.tags import Tag, tags

# Who undertakes, for which number, and who signs: without these no paper can be told from another's, and
# the preflight looks for the codes of just these on every finished one.
_IDENTITY = frozenset(
    {
        "company.name",
        "company.national_id",
        "ceo.first_name",
        "ceo.last_name",
        "ceo.national_code",
        "representative.first_name",
        "representative.last_name",
        "representative.national_code",
        "lines.*.number",
    }
)
_PRINTED_ROOTS = ("company.", "ceo.", "representative.", "lines.", "signatories.")
_LOOPS = (("lines", "x"), ("x.samples", "sample"), ("signatories", "one"))
"""The lists of a form, and what its loops call their items."""
_WRONG = "x"
_NUMBER = re.compile(r"(?<=\.)[0-9]+(?=\.)")

Path = str


class Need(NamedTuple):
    """One value that the paper of a line is to show.

    Attributes:
        field: its path in a profile, a place in a list as «*» («lines.*.audience»).
        severity: an error where the line's operator asks for it by name, or the paper says nothing
            without it; a warning where only «every piece of information» asks for it: forms differ.
        rule: the demand it comes from.
        tags: the names in a form that print it, the first of them the usual one.
    """

    field: Path
    severity: Severity
    rule: str
    tags: tuple[str, ...]

    @property
    def label(self) -> Label:
        """What a reader calls it."""
        return label_of(self.field)

    @property
    def usage(self) -> Label:
        """How a form prints it, as a reader is told: its tag, and the loop around it."""
        name, loops, loops_en = self.tags[0], [], []
        for list_name, item in _LOOPS:
            if name.startswith(f"{list_name}.*"):
                name = f"{item}{name.removeprefix(f'{list_name}.*')}"
                loops.append(f"میان {{%p for {item} in {list_name} %}} و {{%p endfor %}}")
                loops_en.append(f"between {{%p for {item} in {list_name} %}} and {{%p endfor %}}")
        around = f" ({'، '.join(loops)})" if loops else ""
        around_en = f" ({', '.join(loops_en)})" if loops else ""
        return Label(f"برچسب {{{{ {name} }}}}{around}", f"{{{{ {name} }}}}{around_en}")


def label_of(field: Path) -> Label:
    """Return what a reader calls a field, the place in a list left out where it is the first."""
    told = label(field.replace("*", "0"))
    if "*" not in field:
        return told
    return Label(told.fa.removesuffix(" ۱").removesuffix("ی"), told.en.removesuffix(" 1"))


@lru_cache(maxsize=8)
def needs(line: str) -> tuple[Need, ...]:
    """Return what the paper of a line is to show, in the order of the demands.

    The rules are asked of an empty profile and of one in which every value is wrong: whatever field a
    demand complains of is one that it wants to see.

    Args:
        line: one of LINES.
    """
    own = (f"{line}.", "intro.")
    found: dict[Path, Need] = {}
    for field, rule in _complaints(line):
        asked = rule.startswith(own) and rule != _broad_rule(line)
        grave = asked or field in _IDENTITY
        old = found.get(field)
        if old is None or (grave and old.severity is not Severity.ERROR):
            severity = Severity.ERROR if grave else Severity.WARNING
            found[field] = Need(field, severity, rule, _tags_of(field))
    return tuple(found.values())


def _broad_rule(line: str) -> str:
    """Return the demand that everything be complete, which every other field falls under."""
    empty = check(Profile.model_validate({"lines": [{"type": line}]}), line)
    return next(one.rule for one in empty.errors if one.field == "company.address")


def _complaints(line: str) -> Iterator[tuple[Path, str]]:
    person = dict.fromkeys(
        ("first_name", "last_name", "father_name", "national_code", "birth_certificate_number", "birth_date"),
        _WRONG,
    )
    wrong = {
        "company": {"website": _WRONG, "email": _WRONG, "activity": _WRONG},
        "ceo": {**person, "mobile": "0"},
        "representative": {**person, "mobile": "0"},
        "lines": [{"type": line, "audience": _WRONG, "subject": _WRONG, "sample_messages": [_WRONG]}],
        "signatories": [{}],
    }
    empty: dict[str, object] = {"lines": [{"type": line}], "signatories": [{}]}
    for values in (empty, wrong):
        for finding in check(Profile.model_validate(values), line).findings:
            field = _NUMBER.sub("*", finding.field)
            told = finding.severity is not Severity.MANUAL and not finding.rule.startswith("profile.")
            if told and field.startswith(_PRINTED_ROOTS):
                yield field.removesuffix(".0"), finding.rule


def _tags_of(field: Path) -> tuple[str, ...]:
    head, _, last = field.rpartition(".")
    if field == "company.name":
        return ("company.legal_name", "company.name")
    if last in ("first_name", "last_name"):
        return (f"{head}.full_name", field)
    if field == "lines.*.number":
        return ("line.numbers", field)
    if field == "lines.*.sample_messages":
        return ("lines.*.samples.*",)
    return (field,)


def lacking(line: str, printed: frozenset[str]) -> tuple[Need, ...]:
    """Return what a form for a line does not print.

    Args:
        line: one of LINES.
        printed: the names that its tags print, see `printed_names`.
    """
    return tuple(need for need in needs(line) if not printed.intersection(need.tags))


def printed_names(package: Package, part: str) -> frozenset[str]:
    """Return the names that the tags of one part print; an item of a list is «lines.*»."""
    scope: dict[str, str] = {}
    return frozenset(
        resolved for tag in tags(package, part) if (resolved := _resolve(tag, scope)) is not None
    )


def _resolve(tag: Tag, scope: dict[str, str]) -> str | None:
    head, dot, rest = tag.name.partition(".")
    name = f"{scope.get(head, head)}{dot}{rest}"
    if tag.verb == "for":
        scope[tag.target] = f"{name}.*"
    return name if tag.verb == "value" else None
