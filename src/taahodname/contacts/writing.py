"""Writes the list that the operator takes: one column of text cells, right to left, and nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterable

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
