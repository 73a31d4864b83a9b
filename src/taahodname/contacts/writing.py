"""Writes the list that the operator takes: one column of text cells, right to left, and nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import lru_cache

from taahodname import resources
from taahodname.contacts.list_form import ListForm, form_of, list_form, suits
from taahodname.contacts.safe_workbook import A4, workbook

HEADING = "شماره همراه"
"""What stands above the numbers [GK: no page of an operator prescribes it]."""
SHEET = "شماره مشتریان"

_WIDTH = 20


def write_list(numbers: Iterable[str], *, heading: str = HEADING) -> bytes:
    """Return an .xlsx file of one column of numbers; the same numbers give the same bytes.

    Args:
        numbers: «09123456789» and so on, in order.
        heading: what stands above them.
    """
    if isinstance(numbers, Sequence) and suits(numbers):
        form = _form(heading)
        if form is not None:
            return form.filled(numbers)
    return written(numbers, heading)


def holds(data: bytes, numbers: Sequence[str], *, heading: str = HEADING) -> bool:
    """Tell whether a finished list, as calamine reads it, holds these numbers under this heading alone.

    Args:
        data: what `write_list` made.
        numbers, heading: what it was made of.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except CalamineError:
        return False
    rows = sheets[0] if len(sheets) == 1 else []
    # No list is made for each number: so many would call for a look for garbage.
    return [cell for row in rows for cell in row] == [heading, *numbers] and len(rows) == len(numbers) + 1


@lru_cache(maxsize=8)
def _form(heading: str) -> ListForm | None:
    if heading == HEADING:
        # It is shipped: to load XlsxWriter takes longer than all else that a single list does.
        return form_of(resources.list_form().read_bytes())
    return list_form(lambda numbers: written(numbers, heading))


def written(numbers: Iterable[str], heading: str) -> bytes:
    """Return what XlsxWriter makes of some numbers; see `write_list`."""
    target = io.BytesIO()
    with workbook(target, "شماره‌های مشتریان") as book:
        sheet = book.add_worksheet(SHEET)
        sheet.right_to_left()
        text = book.add_format({"num_format": "@", "align": "center", "reading_order": 1})
        head = book.add_format(
            {"bold": True, "align": "center", "reading_order": 2, "bottom": 1, "bg_color": "#D9E2EC"}
        )
        sheet.set_column(0, 0, _WIDTH, text)
        sheet.write_string(0, 0, heading, head)
        row = 0
        for row, number in enumerate(numbers, 1):
            sheet.write_string(row, 0, number, text)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_paper(A4)
        # Excel marks digits in text cells as a slip with a green corner; here they are meant.
        sheet.ignore_errors({"number_stored_as_text": f"A1:A{row + 1}"})
    return target.getvalue()
