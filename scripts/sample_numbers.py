"""Invents the customers' numbers of a sample: distinct, with همراه اول prefixes, the same every time."""

from __future__ import annotations

import random

# First operator همراه اول: 0910-0919 and 0990-0996 (facts on prefixes, public number-plan tables).
PREFIXES = (*(f"091{last}" for last in range(10)), *(f"099{last}" for last in range(7)))
HEADING = "شماره همراه"


def customer_list(seed: str, count: int) -> bytes:
    """Return a list of one column as CSV, in UTF-8 with the mark that Excel wants to read Persian.

    Args:
        seed: what sets this list apart, the sample's name.
        count: how many numbers.
    """
    chance = random.Random(seed)
    numbers: dict[str, None] = {}
    while len(numbers) < count:
        tail = "".join(chance.choices("0123456789", k=7))
        if len(set(tail)) > 2:  # 09120000000 and its like look like fillers, and are warned of
            numbers[chance.choice(PREFIXES) + tail] = None
    return "\ufeff".encode() + "\r\n".join([HEADING, *numbers, ""]).encode()
