"""Checks a form for a line: every fault at once, each with a code, a place and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from taahodname.documents.signing_guide import EMPTY_BOX_LINES, EMPTY_REPRESENTATIVE
from taahodname.documents.values import context
from taahodname.findings import Severity, mask
from taahodname.forms.clause import clause_three
from taahodname.forms.direction import repairs
from taahodname.forms.faults import FormFault, FormReport, Place, place_of
from taahodname.forms.fix import fix
from taahodname.forms.needs import lacking, printed_names
from taahodname.forms.opening import open_form
from taahodname.forms.sample import sample
from taahodname.forms.slips import slips, stray
from taahodname.forms.trial import try_out
from taahodname.persian.amounts import in_words, rial
from taahodname.persian.digits import to_ascii
from taahodname.rules.lines import LINES, facts, known_line
from taahodname.word.grammar import faults as grammar_faults
from taahodname.word.markup import Element, own_text
from taahodname.word.names import qn
from taahodname.word.package import Package
from taahodname.word.styles import styles_of
from taahodname.word.tags import stray_tags, tags

_TOLD_OTHERWISE = frozenset({"tag-unreadable"})
"""What `slips` says of a tag more exactly than the grammar."""


def check_form(data: bytes, line: str, name: str = "form.docx", *, office: bool = False) -> FormReport:
    """Return all that is wrong with a form for a line.

    Args:
        data: the form, a Word file.
        line: one of LINES.
        name: its name, for messages.
        office: what our reader cannot read is left to LibreOffice, and so is no error.

    Raises:
        UsageError: when the line is unknown.
        WordFileError: when the form cannot be opened safely.
        FormRefused: when it is hostile or too large.
    """
    line = known_line(line)
    return report_on(open_form(data, name), line, office=office)


def fix_form(
    data: bytes, line: str, name: str = "form.docx", *, office: bool = False
) -> tuple[bytes, tuple[FormFault, ...], FormReport]:
    """Return a form mended where a program can, every change, and what is wrong with it after.

    Args:
        data, line, name, office: see `check_form`.

    Raises:
        UsageError, WordFileError, FormRefused: see `check_form`.
    """
    line = known_line(line)
    package, changes = fix(open_form(data, name), context(sample(line)))
    mended = package.to_bytes() if changes else data
    return mended, changes, report_on(open_form(mended, name), line, office=office)


def report_on(package: Package, line: str, *, office: bool = False) -> FormReport:
    """Return all that is wrong with a form that is open already; see `check_form`."""
    values = context(sample(line))
    found = [*_tags(package, line, values), *_lacking(package, line), *_clause(package, line)]
    found += [*_empty_box(package, line), *_other_line(package, line), *_fixed_numbers(package)]
    found += _penalty(package, line)
    found += _directions(package)
    if not any(one.severity is Severity.ERROR and one.code.startswith("tag-") for one in found):
        # A form whose tags are broken cannot be filled at all.
        found += try_out(package, line, office=office)
    found.sort(key=lambda one: one.severity is not Severity.ERROR)
    return FormReport(package.name, line, tuple(found))


def _tags(package: Package, line: str, values: Mapping[str, Any]) -> Iterator[FormFault]:
    yield from slips(package, line, values)
    for fault in grammar_faults(package, values):
        if fault.code not in _TOLD_OTHERWISE:
            yield FormFault(
                fault.code,
                Severity.ERROR,
                place_of(fault.tag.part, fault.tag.paragraph),
                f"برچسب «{fault.tag.source}»: {fault.message}.",
                f"the tag {fault.tag.source}: {fault.message_en}",
            )
    yield from (stray(tag) for tag in stray_tags(package))
    for part in package.story_parts():
        for tag in tags(package, part):
            if tag.paragraph is not None and _in_box(tag.paragraph):
                yield FormFault(
                    "tag-text-box",
                    Severity.WARNING,
                    place_of(part, tag.paragraph),
                    f"برچسب «{tag.source}» در کادر متن است؛ پس از ساخت ببینید که درست چاپ شده باشد، یا آن "
                    f"را به متن "
                    "ببرید.",
                    f"the tag {tag.source} stands in a text box; look at the finished page, or move it to "
                    f"the text",
                )


def _in_box(paragraph: Element) -> bool:
    return next(paragraph.iterancestors(qn("w:txbxContent")), None) is not None


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


def _other_line(package: Package, line: str) -> Iterator[FormFault]:
    """Yield a warning where a form speaks of another line and never of its own."""
    root = package.xml(package.main)
    numbers = re.findall("[0-9]+", to_ascii(" ".join(own_text(one) for one in root.iter(qn("w:p")))))
    others = [one for one in LINES if one != line and one in numbers]
    if others and line not in numbers:
        names = "، ".join(facts(one).label for one in others)
        yield FormFault(
            "other-line",
            Severity.WARNING,
            Place(),
            f"فرم از خط {names} می‌گوید و نامی از خط {facts(line).label} در آن نیست؛ ببینید که فرمِ همین "
            f"خط باشد.",
            f"the form speaks of line {', '.join(others)} and never of {line}; see that it is the right form",
        )


def _penalty(package: Package, line: str) -> Iterator[FormFault]:
    """Yield a warning where a line's penalty is neither in the words of its form nor printed by a tag."""
    penalty = facts(line).penalty
    if penalty is None or "penalty.fine_digits" in printed_names(package, package.main):
        return
    text = " ".join(own_text(one) for one in package.xml(package.main).iter(qn("w:p")))
    plain = re.sub(r"(?<=[0-9])[٬,،./](?=[0-9])", "", to_ascii(text)).replace("\u200c", " ")
    millions = penalty.fine // 1_000_000
    if not any(
        said in plain for said in (str(int(penalty.fine)), f"{millions} میلیون", in_words(penalty.fine))
    ):
        yield FormFault(
            "penalty-unprinted",
            Severity.WARNING,
            Place(),
            f"جریمهٔ خط {facts(line).label} ({rial(penalty.fine)}) در فرم پیدا نشد؛ ببینید که گفته شده "
            f"باشد، یا "
            "{{ penalty.fine_digits }} را در متن بگذارید.",
            f"the penalty of line {line} ({penalty.fine:,} rial) was not found in the form; see that it is "
            f"told, or "
            "put {{ penalty.fine_digits }} into the text",
        )


def _fixed_numbers(package: Package) -> Iterator[FormFault]:
    """Yield a warning for each long number that a form prints on everybody's paper."""
    for paragraph in package.xml(package.main).iter(qn("w:p")):
        for number in re.findall(r"[0-9]{8,}", to_ascii(own_text(paragraph))):
            yield FormFault(
                "fixed-number",
                Severity.WARNING,
                place_of(package.main, paragraph),
                f"شمارهٔ {mask(number)} در خود فرم نوشته شده است و روی برگهٔ همهٔ شرکت‌ها می‌آید؛ اگر "
                f"شمارهٔ یک شرکت یا یک "
                "شخص است، برچسب آن را به جایش بگذارید.",
                f"the number {mask(number)} stands in the form itself and comes onto every company's "
                f"paper; put "
                "a tag in its place if it is a company's or a person's",
            )


def _directions(package: Package) -> Iterator[FormFault]:
    styles = styles_of(package)
    for part in package.story_parts():
        for repair in repairs(package.xml(part), styles):
            yield FormFault(
                repair.code,
                repair.severity,
                place_of(part, repair.element),
                repair.message,
                repair.message_en,
                fixable=repair.apply is not None,
            )
