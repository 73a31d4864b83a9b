"""Numbers and colours as PDF operators write them."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4_096)
def number(value: float) -> str:
    """Return a number as PDF writes it."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def ratio(value: float) -> str:
    """Return a scale as PDF writes it, which needs more places than a length."""
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """Return a colour of the form RRGGBB as three shares of one."""
    return " ".join(number(int(colour[i : i + 2], 16) / 255) for i in (0, 2, 4))
