"""Holds a form against what its line demands of the paper: the values, the third clause, the empty box."""

from __future__ import annotations

from collections.abc import Iterator

from taahodname.documents.undertaking import EMPTY_BOX_LINES, EMPTY_REPRESENTATIVE
from taahodname.findings import Severity
from taahodname.forms.clause import clause_three
from taahodname.forms.faults import FormFault, Place, place_of
from taahodname.forms.needs import lacking, printed_names
from taahodname.rules.lines import facts
from taahodname.word.names import qn
from taahodname.word.package import Package

UNMET = frozenset({"field-missing", "clause-3-unfound", "clause-3-company", "empty-box-unmarked"})
"""What whoever makes a form has to see to; a value that forms may leave out is none of these."""


def demands(package: Package, line: str) -> Iterator[FormFault]:
    """Yield every demand of a line that a form does not meet.

    Args:
        package: the form.
        line: one of LINES.
    """
    yield from _lacking(package, line)
    yield from _clause(package, line)
    yield from _empty_box(package, line)


def _lacking(package: Package, line: str) -> Iterator[FormFault]:
    main = package.main
    outside = frozenset(
        name for part in package.story_parts() if part != main for name in printed_names(package, part)
    )
    told: set[str] = set()
    for need in lacking(line, printed_names(package, main)):
        tag = need.tags[0]
        if tag in told:
            continue
        told.add(tag)
        grave = need.severity is Severity.ERROR
        only = outside.intersection(need.tags)
        said = "تنها در سرصفحه یا پاصفحه است" if only else "جایی در فرم ندارد"
        said_en = "stands in the head or foot only" if only else "has no place in the form"
        yield FormFault(
            "field-missing" if grave else "field-unprinted",
            need.severity,
            Place(),
            f"«{need.label.fa}» {said}"
            + (f" و خط {facts(line).label} آن را می‌خواهد؛ {need.usage.fa} را در متن بگذارید."
               if grave else f"؛ اگر اپراتور آن را می‌خواهد، {need.usage.fa} را در متن بگذارید."),
            f"{need.label.en} {said_en}"
            + (f", and line {line} asks for it; put {need.usage.en} into the text"
               if grave else f"; put {need.usage.en} into the text if the operator asks for it"),
            field=need.field,
        )  # fmt: skip


def _clause(package: Package, line: str) -> Iterator[FormFault]:
    demand = facts(line).clause_three
    if not demand:
        return
    clause = clause_three(package)
    first, first_en = ("، در صفحهٔ نخست،", " on the first page") if demand == "first-page" else ("", "")
    if clause is None:
        yield FormFault(
            "clause-3-unfound",
            Severity.WARNING,
            Place(),
            f"بند سوم فرم پیدا نشد (نه نشانک clause_3، نه «۳.»، نه شماره‌گذاری خودکار)؛ خودتان ببینید "
            f"که{first} نام "
            "شرکت در بند سوم باشد، یا نشانک clause_3 را روی آن بگذارید.",
            "the third clause was not found (no bookmark clause_3, no typed «3.», no automatic number); see "
            f"yourself that it names the company{first_en}, or put the bookmark clause_3 on it",
        )
    elif not clause.names_company:
        yield FormFault(
            "clause-3-company",
            Severity.ERROR,
            place_of(package.main, clause.paragraphs[0]),
            f"بند سوم نام شرکت را ندارد و اپراتور آن را{first} می‌خواهد؛ {{{{ company.legal_name }}}} را "
            f"در آن بگذارید.",
            f"the third clause does not name the company, as the operator demands{first_en}; put "
            "{{ company.legal_name }} into it",
            field="company.name",
        )


def _empty_box(package: Package, line: str) -> Iterator[FormFault]:
    marks = package.xml(package.main).iter(qn("w:bookmarkStart"))
    if line in EMPTY_BOX_LINES and EMPTY_REPRESENTATIVE not in {mark.get(qn("w:name")) for mark in marks}:
        yield FormFault(
            "empty-box-unmarked",
            Severity.WARNING,
            Place(),
            "جای امضا و مهر نماینده باید خالی بماند و در این فرم نشان‌گذاری نشده است؛ پس از ساخت ببینید که "
            "خالی باشد، "
            f"یا نشانک {EMPTY_REPRESENTATIVE} را در آن خانه بگذارید.",
            "the place of the representative's signature and stamp must stay empty and is not marked in "
            "this form; "
            f"see that it is, or put the bookmark {EMPTY_REPRESENTATIVE} into it",
        )
