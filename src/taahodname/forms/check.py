"""Checks a form for a line: every fault at once, each with a code, a place and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from taahodname.documents.values import context
from taahodname.findings import Severity, mask
from taahodname.forms.boxes import all_words, boxes, copies
from taahodname.forms.demands import demands
from taahodname.forms.direction import repairs
from taahodname.forms.faults import FormFault, FormReport, Place, place_of
from taahodname.forms.fix import fix
from taahodname.forms.needs import printed_names
from taahodname.forms.opening import open_form
from taahodname.forms.sample import sample
from taahodname.forms.slips import slips, stray
from taahodname.forms.trial import try_out
from taahodname.persian.amounts import in_words, rial
from taahodname.persian.digits import to_ascii
from taahodname.rules.lines import LINES, facts, known_line
from taahodname.word.grammar import faults as grammar_faults
from taahodname.word.markup import own_text
from taahodname.word.names import qn
from taahodname.word.package import Package
from taahodname.word.styles import styles_of
from taahodname.word.tags import stray_tags

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
    found = [*_tags(package, line, values), *demands(package, line)]
    found += [*_other_line(package, line), *_fixed_numbers(package)]
    found += _boxes(package)
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


def _boxes(package: Package) -> Iterator[FormFault]:
    """Yield a warning for each text box with tags, and an error where its copy prints something else."""
    for part in package.story_parts():
        for box in boxes(package.xml(part)):
            if "{" not in all_words(box):
                continue
            where = place_of(part, next(box.iter(qn("w:p")), box))
            if copies(box) is None:
                yield FormFault(
                    "box-copies",
                    Severity.ERROR,
                    where,
                    "این کادر متن رونوشتی برای نسخه‌های قدیمی ورد دارد که متنش با خود کادر یکی نیست و برگه در "
                    "آن‌ها چیز دیگری نشان می‌دهد؛ فایل را در ورد باز کنید، متن کادر را ویرایش و فایل را دوباره "
                    "ذخیره کنید.",
                    "this text box has a copy for old versions of Word that says something else, so that the "
                    "paper would differ there; edit the box in Word and save the file again",
                )
            yield FormFault(
                "tag-text-box",
                Severity.WARNING,
                where,
                "این کادر متن برچسب دارد و با مقدارهای بلند بزرگ نمی‌شود؛ پس از ساخت ببینید که همهٔ متن در آن "
                "جا شده باشد، یا برچسب‌ها را به متن ببرید.",
                "this text box holds tags and does not grow with long values; see on the finished page that "
                "all of it fits, or move the tags to the text",
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
