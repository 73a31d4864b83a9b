"""Quantities as types: lengths on paper and sums of money. A leaf: it imports no other room."""

from __future__ import annotations

from typing import NewType

Pt = NewType("Pt", float)
"""A length in PostScript points, 1/72 inch."""

Mm = NewType("Mm", float)
"""A length in millimetres."""

Rial = NewType("Rial", int)
"""A sum in Iranian rial; ten rial make one toman."""

_PT_PER_MM = 72 / 25.4
_EMU_PER_PT = 12700
_TWIPS_PER_PT = 20


def mm_to_pt(length: Mm | float) -> Pt:
    """Return millimetres as points."""
    return Pt(length * _PT_PER_MM)


def pt_to_mm(length: Pt | float) -> Mm:
    """Return points as millimetres."""
    return Mm(length / _PT_PER_MM)


def twips_to_pt(twips: float) -> Pt:
    """Return twentieths of a point (Word's unit for text) as points."""
    return Pt(twips / _TWIPS_PER_PT)


def pt_to_twips(length: Pt | float) -> int:
    """Return points as whole twentieths of a point."""
    return round(length * _TWIPS_PER_PT)


def emu_to_pt(emu: float) -> Pt:
    """Return English Metric Units (Word's unit for drawings, 914400 an inch) as points."""
    return Pt(emu / _EMU_PER_PT)


def pt_to_emu(length: Pt | float) -> int:
    """Return points as whole English Metric Units."""
    return round(length * _EMU_PER_PT)


def rial_to_toman(sum_: Rial) -> int:
    """Return a sum of rial in whole toman.

    Raises:
        ValueError: when the sum is not a whole number of toman.
    """
    toman, rest = divmod(sum_, 10)
    if rest:
        raise ValueError(f"{sum_} rial is not a whole number of toman")
    return toman
