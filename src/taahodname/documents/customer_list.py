"""The list of the customers' numbers as the operator takes it: customer-list.xlsx."""

from __future__ import annotations

from taahodname.contacts.writing import HEADING, holds, write_list
from taahodname.errors import PreflightError
from taahodname.rules import CheckedProfile

_DRAFT = f"{HEADING} (پیش‌نویس)"


def compose(checked: CheckedProfile) -> bytes | None:
    """Return the workbook, read back and compared with what was checked.

    Args:
        checked: the profile.

    Returns:
        one column of text cells; None in a draft whose list is absent or cannot be read.

    Raises:
        PreflightError: when the finished workbook does not hold the checked numbers.
    """
    if checked.customers is None or not checked.customers.numbers:
        return None
    numbers = tuple(checked.customers.numbers)
    heading = _DRAFT if checked.draft else HEADING
    made = write_list(numbers, heading=heading)
    if not holds(made, numbers, heading=heading):
        raise PreflightError(
            "شماره‌های فایل customer-list.xlsx همان شماره‌های بررسی‌شده نیست و بیرون داده نشد. این خطای "
            "برنامه است؛ "
            "آن را با همین پروفایل گزارش کنید.",
            "customer-list.xlsx does not hold the numbers that were checked and was withheld; please "
            "report it",
        )
    return made
