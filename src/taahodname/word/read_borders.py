"""Reading what surrounds text: its borders, and the colour behind it."""

from __future__ import annotations

from taahodname.paper.blocks import Border, Borders, Ruling
from taahodname.units import Pt
from taahodname.word.markup import Element
from taahodname.word.names import qn


def number(element: Element | None, name: str = "w:val") -> float | None:
    """Return the value of an attribute as a number, or None where there is none."""
    if element is None:
        return None
    value = element.get(qn(name))
    try:
        return None if value is None else float(value)
    except ValueError:
        return None


def colour(element: Element | None, name: str = "w:val") -> str | None:
    """Return a colour as RRGGBB, or None where it is left to the reader."""
    value = "" if element is None else element.get(qn(name), "")
    if len(value) == 6 and all(char in "0123456789abcdefABCDEF" for char in value):
        return value.upper()
    return None


def shading(element: Element) -> str | None:
    """Return the colour of a `w:shd`, a pattern as the mixture that the eye sees (ECMA-376 §17.18.78)."""
    pattern = element.get(qn("w:val"), "clear")
    if pattern == "solid":
        return colour(element, "w:color") or "000000"
    share = float(pattern[3:]) / 100 if pattern.startswith("pct") and pattern[3:].isdecimal() else 0.0
    fill = colour(element, "w:fill")
    if not share:
        return fill
    ink, paper = colour(element, "w:color") or "000000", fill or "FFFFFF"
    pairs = ((int(ink[at : at + 2], 16), int(paper[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(one * share + other * (1 - share)):02X}" for one, other in pairs)


def border(element: Element | None) -> Border | None:
    """Return one border, None where it is missing or switched off."""
    if element is None or element.get(qn("w:val"), "none") in ("none", "nil"):
        return None
    width = (number(element, "w:sz") or 4) / 8  # in eighths of a point (ECMA-376 §17.3.4)
    return Border(
        Pt(width),
        colour(element, "w:color") or "000000",
        Pt(number(element, "w:space") or 0),
        _ruling(element.get(qn("w:val"), "single")),
    )


def _ruling(kind: str) -> Ruling:
    """Return how a kind of border (ECMA-376 §17.18.2) is drawn, as the nearest one that is known."""
    if kind.startswith("dash"):
        return "dashed"
    if kind.startswith("dot"):
        return "dotted"
    return "double" if kind in ("double", "triple") or kind.startswith("thin") else "single"


def borders(element: Element | None, *, rtl: bool) -> Borders:
    """Return the four borders of a box; «left» of the file is where the line begins."""
    if element is None:
        return Borders()

    def side(*names: str) -> Border | None:
        return next((b for n in names if (b := border(element.find(qn(n)))) is not None), None)

    start, end = side("w:start", "w:left"), side("w:end", "w:right")
    left, right = (end, start) if rtl else (start, end)
    return Borders(side("w:top"), right, side("w:bottom"), left)
