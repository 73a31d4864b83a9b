"""Brings a list up to date: old numbers out, new ones in, and an account of it (service-lines general.7)."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from taahodname.contacts.listing import CustomerList, Numbers
from taahodname.contacts.numbers import spelled
from taahodname.contacts.refusals import refusal
from taahodname.contacts.rejects import Reject
from taahodname.contacts.safe_workbook import A4, legal, workbook
from taahodname.findings import mask

_WIDTHS = (20, 26, 60)
_SHOWN = 3


@dataclass(frozen=True)
class Update:
    """A list brought up to date.

    Attributes:
        numbers: the new list: what stayed of the old one in its order, then what was added.
        removed: what was taken out.
        added: what was put in.
        absent: removals that were not on the old list.
        present: additions that were on it already.
        rejects: what was left out of the three lists, with the file it stood in.
    """

    numbers: Numbers
    removed: Numbers
    added: Numbers
    absent: Numbers
    present: Numbers
    rejects: tuple[tuple[str, Reject], ...]


def update(old: CustomerList, add: CustomerList | None, remove: CustomerList | None) -> Update:
    """Return the old list without the removals and with the additions.

    Args:
        old: the list that was handed in.
        add: the new customers.
        remove: those who are customers no more; read with every operator's numbers, so that a ported one
            can be taken out.

    Raises:
        CustomerListError: «both», when a number is to be added and removed.
    """
    out = remove.numbers.tails if remove else ()
    new = add.numbers.tails if add else ()
    leaving, before = set(out), set(old.numbers.tails)
    both = [number for number in new if number in leaving]
    if both:
        shown = "، ".join(mask(spelled(number)) for number in both[:_SHOWN])
        raise refusal("both", count=str(len(both)), numbers=shown)
    added = [number for number in new if number not in before]
    kept = [number for number in old.numbers.tails if number not in leaving]
    read = [one for one in (old, add, remove) if one is not None]
    return Update(
        numbers=Numbers([*kept, *added]),
        removed=Numbers(number for number in old.numbers.tails if number in leaving),
        added=Numbers(added),
        absent=Numbers(number for number in out if number not in before),
        present=Numbers(number for number in new if number in before),
        rejects=tuple((one.file, reject) for one in read for reject in one.rejects),
    )


def write_changes(done: Update) -> bytes:
    """Return an .xlsx account of an update, for the client's own files; it shows the numbers.

    Args:
        done: the update.
    """
    target = io.BytesIO()
    with workbook(target, "تغییرات فهرست مشتریان") as book:
        sheet = book.add_worksheet("تغییرات")
        sheet.right_to_left()
        text = book.add_format({"num_format": "@", "align": "center", "reading_order": 1})
        words = book.add_format({"reading_order": 2})
        head = book.add_format({"bold": True, "reading_order": 2, "bottom": 1, "bg_color": "#D9E2EC"})
        for column, (width, title) in enumerate(zip(_WIDTHS, ("شماره", "تغییر", "توضیح"), strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, title, head)
        for row, (number, change, why) in enumerate(_rows(done), 1):
            sheet.write_string(row, 0, legal(number), text)
            sheet.write_string(row, 1, change, words)
            sheet.write_string(row, 2, legal(why), words)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
    return target.getvalue()


def _rows(done: Update) -> Iterable[tuple[str, str, str]]:
    groups = (
        (done.removed, "حذف شد", ""),
        (done.added, "افزوده شد", ""),
        (done.absent, "حذف نشد", "در فهرست پیشین نبود"),
        (done.present, "افزوده نشد", "در فهرست پیشین بود"),
    )
    for numbers, change, why in groups:
        yield from ((number, change, why) for number in numbers)
    for file, reject in done.rejects:
        yield reject.value, "خوانده نشد", f"{file}، {reject.cell}: {reject.message}"
