"""Sees to the list of the customers' numbers: it is there, can be read, has the right length."""

from __future__ import annotations

from collections.abc import Iterator

from taahodname.contacts import CustomerList, Weight
from taahodname.contacts.reasons import FEW, WORDS, cells
from taahodname.errors import CustomerListError
from taahodname.findings import Change, Severity
from taahodname.persian.digits import to_persian
from taahodname.profile.model import CustomerListOptions
from taahodname.rules.case import Case
from taahodname.rules.faults import Fault, error, missing, reminder
from taahodname.rules.registry import rule

_FIELD = "customer_list"


@rule("customer-list")
def customer_list(case: Case) -> Iterator[Fault]:
    """The list has 400 to 500 distinct همراه اول numbers; what was left out is told by reason."""
    found = case.customers
    if found is None:
        yield missing(_FIELD)
    elif isinstance(found, CustomerListError):
        yield _unreadable(case, found)
    else:
        yield from _counted(case, found)
        yield from _left_out(case, found)
        yield from (
            Fault(f"list-{one.code}", Severity.WARNING, _field(case), one.message, one.message_en)
            for one in found.noted(Weight.WARNING)
        )
    yield _reminder(case, found)


def changes(case: Case) -> tuple[Change, ...]:
    """Return what of the list is written otherwise than given: restored zeros, other spellings."""
    found = case.customers
    if not isinstance(found, CustomerList):
        return ()
    return tuple(
        Change(_field(case), found.file, "customer-list.xlsx", one.message, one.message_en)
        for one in found.noted(Weight.CHANGE)
    )


def count_fault(count: int, least: int, most: int) -> tuple[str, str, str] | None:
    """Return the kind and the sentences for a count outside the limits, or None.

    Args:
        count: of distinct, valid همراه اول numbers.
        least, most: what the operator takes.
    """
    shown = to_persian(str(count))
    if count < least:
        short = least - count
        return (
            "too-few",
            f"{shown} شمارهٔ همراه اولِ درست و بی‌تکرار دارد و کمتر از {to_persian(str(least))} است؛ دست‌کم "
            f"{to_persian(str(short))} شمارهٔ دیگر بیفزایید.",
            f"has {count} distinct valid همراه اول numbers, fewer than {least}; add {short} more at least",
        )
    if count > most:
        return (
            "too-many",
            f"{shown} شمارهٔ همراه اولِ درست و بی‌تکرار دارد و بیشتر از {to_persian(str(most))} است؛ "
            f"{to_persian(str(count - most))} شماره را بردارید، یا با فرمان "
            f"«taahodname contacts clean --take {most}» همان {to_persian(str(most))} شمارهٔ نخست را جدا کنید.",
            f"has {count} distinct valid همراه اول numbers, more than {most}; remove {count - most}, or "
            f"take the "
            f"first {most} with «taahodname contacts clean --take {most}»",
        )
    return None


def _counted(case: Case, found: CustomerList) -> Iterator[Fault]:
    fault = count_fault(len(found.numbers), case.facts.least, case.facts.most)
    if fault is not None:
        yield error(_field(case), *fault)


def _left_out(case: Case, found: CustomerList) -> Iterator[Fault]:
    for reason, count, few in found.rejects.groups(FEW):
        words, many = WORDS[reason], count > 1
        places, places_en = cells(tuple(one.cell for one in few), count)
        said = words.fa.format(detail=few[0].detail) if not many else words.many
        said_en = words.en.format(detail=few[0].detail_en) if not many else words.many_en
        yield Fault(
            f"list-{reason}",
            Severity.WARNING,
            _field(case),
            f"{to_persian(str(count))} خانهٔ فهرست مشتریان شمرده نشد، چون {said}: {places}. {words.todo}.",
            f"{count} cell{'s' * many} of the customer list not counted: {said_en}: {places_en}; "
            f"{words.todo_en}",
        )


def _unreadable(case: Case, found: CustomerListError) -> Fault:
    table = isinstance(case.given.customer_list, CustomerListOptions)
    field = f"{_FIELD}.{found.part}" if table else _FIELD
    kind = "no-file" if found.reason == "no-file" else f"list-{found.reason}"
    return Fault(kind, Severity.ERROR, field, found.message, found.message_en)


def _field(case: Case) -> str:
    table = isinstance(case.given.customer_list, CustomerListOptions)
    return f"{_FIELD}.file" if table else _FIELD


def _reminder(case: Case, found: CustomerList | CustomerListError | None) -> Fault:
    words = case.facts.words()
    read = next((one for one in found.noted(Weight.INFO)), None) if isinstance(found, CustomerList) else None
    return reminder(
        _FIELD,
        "list",
        f"فایل customer-list.xlsx را با {words['least']} تا {words['most']} شمارهٔ همراه اول همراه "
        f"تعهدنامه بفرستید"
        f"{f' ({read.message[:-1]})' if read else ''}؛ پیش‌شماره تنها اپراتور نخست شماره را نشان می‌دهد.",
        f"send customer-list.xlsx of {words['least_en']} to {words['most_en']} همراه اول numbers with the "
        f"undertaking{f' ({read.message_en[:-1]})' if read else ''}; a prefix names the first operator only",
    )
