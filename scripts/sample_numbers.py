"""Invents the customers' numbers of a sample: distinct, with همراه اول prefixes, the same every time."""

from __future__ import annotations

import io
import random

from taahodname.contacts.safe_workbook import workbook

# First operator همراه اول: 0910-0919 and 0990-0996 (facts on prefixes, public number-plan tables); of
# 0995 the sources disagree, which is told, so no sample has it.
PREFIXES = (*(f"091{last}" for last in range(10)), *(f"099{last}" for last in (0, 1, 2, 3, 4, 6)))
HEADING = "شماره همراه"


def numbers(seed: str, count: int) -> list[str]:
    """Return distinct invented numbers.

    Args:
        seed: what sets this list apart, the sample's name.
        count: how many.
    """
    chance = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        tail = "".join(chance.choices("0123456789", k=7))
        if len(set(tail)) > 2:  # 09120000000 and its like look like fillers, and are left out
            found[chance.choice(PREFIXES) + tail] = None
    return list(found)


def customer_list(seed: str, count: int) -> bytes:
    """Return a list of one column as CSV, in UTF-8 with the mark Excel wants for Persian; see `numbers`."""
    return "\ufeff".encode() + "\r\n".join([HEADING, *numbers(seed, count), ""]).encode()


def customer_workbook(seed: str, count: int) -> bytes:
    """Return a workbook as a shop keeps it: a title, other columns, zeros dropped, rows that do not count.

    Args:
        seed: see `numbers`.
        count: how many numbers count.
    """
    good = numbers(seed, count)
    spoilt = [good[3], good[40], "021-88776655", "09353082754", "0911364082", "ندارد"]
    places = (25, 110, 190, 260, 330, 400)
    target = io.BytesIO()
    with workbook(target, "مشتریان") as book:
        sheet = book.add_worksheet("مشتریان")
        sheet.right_to_left()
        sheet.set_column(0, 2, 18)
        sheet.merge_range(0, 0, 0, 2, "فهرست مشتریان باشگاه")
        for column, title in enumerate(("ردیف", "کد اشتراک", "تلفن همراه")):
            sheet.write_string(1, column, title)
        rows: list[str] = list(good)
        for place, number in zip(places, spoilt, strict=True):
            rows.insert(place, number)
        for place, number in enumerate(rows):
            sheet.write_number(place + 2, 0, place + 1)
            sheet.write_string(place + 2, 1, f"K-{1000 + place}")
            if place % 3 == 0 and number.isdecimal() and len(number) == 11:
                sheet.write_number(place + 2, 2, int(number))
            elif place % 7 == 0 and number.isdecimal():
                sheet.write_string(place + 2, 2, f"+98 {number[1:4]} {number[4:7]} {number[7:]}")
            else:
                sheet.write_string(place + 2, 2, number)
    return target.getvalue()
