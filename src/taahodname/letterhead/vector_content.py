"""Rewrites the drawing of a foreign PDF page: marks of its structure go, ink colours become screen ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct, field

MOST_OPERATIONS = 400_000
"""More than any letterhead draws; a page beyond it is drawn as a picture."""
MOST_NESTED = 28
"""How deep q … Q may nest (ISO 19005-2, 6.1.13)."""

Ink = tuple[float, float, float, float]
Light = tuple[float, float, float]

_BLACK: Light = (0.0, 0.0, 0.0)

_DROPPED = frozenset({b"BMC", b"BDC", b"EMC", b"MP", b"DP", b"BX", b"EX"})
_INK = {b"k": b"rg", b"K": b"RG"}
_SPACE = {b"cs": (b"sc", b"scn"), b"CS": (b"SC", b"SCN")}
_INTENTS = frozenset({"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"})
# Which resources an operator names, and in which operand.
_NAMING = {
    b"Tf": ("/Font", 0),
    b"Do": ("/XObject", 0),
    b"gs": ("/ExtGState", 0),
    b"cs": ("/ColorSpace", 0),
    b"CS": ("/ColorSpace", 0),
    b"scn": ("/Pattern", -1),
    b"SCN": ("/Pattern", -1),
    b"sh": ("/Shading", 0),
}
_KNOWN = frozenset(
    b"b B b* B* BI BT c cm cs CS d d0 d1 Do ET f F f* G g gs h i ID j J K k l m M n q Q re RG rg ri s S SC "
    b"sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split()
) | {b"INLINE IMAGE"}


class Drawn(Struct):
    """A content stream after it was rewritten.

    Attributes:
        data: its operators.
        used: the names of the resources it uses, by kind («/Font»).
        shown: the strings that are drawn, by the name of their font.
        faults: why a file that holds it may be no PDF/A («inks», «operators», «nesting»).
    """

    data: bytes = b""
    used: dict[str, set[str]] = field(default_factory=dict)
    shown: dict[str, list[bytes]] = field(default_factory=dict)
    faults: set[str] = field(default_factory=set)


class TooMuch(Exception):
    """A content stream has more operators than is sane."""


def inks_of(content: Any, spaces: Mapping[str, bool]) -> set[Ink]:
    """Return the CMYK colours that a content stream sets.

    Args:
        content: pypdf's.
        spaces: for each name of a colour space, whether it is plain CMYK.

    Raises:
        TooMuch: when it has too many operators.
    """
    found: set[Ink] = set()

    def noted(ink: Ink) -> Light:
        found.add(ink)
        return _BLACK

    _rewritten(content, spaces, noted)
    return found


def rewrite(content: Any, spaces: Mapping[str, bool], light: Mapping[Ink, Light]) -> Drawn:
    """Return a content stream without marked content and without plain CMYK colours.

    Args:
        content: pypdf's; its operations are replaced.
        spaces: for each name of a colour space, whether it is plain CMYK.
        light: the red, green and blue that each CMYK colour is shown as.

    Raises:
        TooMuch: when it has too many operators.
    """
    operations, drawn = _rewritten(content, spaces, lambda ink: light.get(ink, _BLACK))
    content.operations = operations
    drawn.data = bytes(content.get_data())
    return drawn


def _rewritten(
    content: Any, spaces: Mapping[str, bool], turn: Callable[[Ink], Light]
) -> tuple[list[tuple[Any, bytes]], Drawn]:
    from pypdf.generic import FloatObject, NameObject

    drawn, kept = Drawn(), []
    operations = content.operations
    if len(operations) > MOST_OPERATIONS:
        raise TooMuch
    inked = {b"cs": False, b"CS": False}
    font, stack = "", []
    for operands, operator in operations:
        if operator in _DROPPED:
            continue
        if operator not in _KNOWN:
            drawn.faults.add("operators")
            continue
        if operator == b"q":
            stack.append((dict(inked), font))
            if len(stack) > MOST_NESTED:
                drawn.faults.add("nesting")
        elif operator == b"Q" and stack:
            inked, font = stack.pop()
        elif operator == b"ri" and str(operands[0]) not in _INTENTS:
            continue
        _name_used(drawn, operands, operator)
        if operator == b"Tf":
            font = str(operands[0])
        elif operator in (b"Tj", b"TJ", b"'", b'"'):
            drawn.shown.setdefault(font, []).extend(_strings(operands))
        elif operator in _INK:
            ink = _ink(operands)
            operands, operator = [FloatObject(f"{part:.4f}") for part in turn(ink)], _INK[operator]
            inked[b"cs" if operator == b"rg" else b"CS"] = False
        elif operator in _SPACE:
            inked[operator] = spaces.get(str(operands[0]), str(operands[0]) == "/DeviceCMYK")
            if inked[operator]:
                operands = [NameObject("/DeviceRGB")]
        elif operator in (b"g", b"rg", b"G", b"RG"):
            inked[b"cs" if operator.islower() else b"CS"] = False
        for space, setting in _SPACE.items():
            if operator in setting and inked[space] and len(operands) == 4:
                operands = [FloatObject(f"{part:.4f}") for part in turn(_ink(operands))]
        if operator == b"INLINE IMAGE" and _is_inked(operands):
            drawn.faults.add("inks")
        kept.append((operands, operator))
    kept += [([], b"Q")] * len(stack)
    return kept, drawn


def _name_used(drawn: Drawn, operands: Any, operator: bytes) -> None:
    from pypdf.generic import NameObject

    naming = _NAMING.get(operator)
    if naming and operands and isinstance(operands[naming[1]], NameObject):
        drawn.used.setdefault(naming[0], set()).add(str(operands[naming[1]]))


def _strings(operands: Iterable[Any]) -> list[bytes]:
    found: list[bytes] = []
    for one in operands:
        if isinstance(one, list):
            found += _strings(one)
        elif hasattr(one, "original_bytes"):
            found.append(bytes(one.original_bytes))
    return found


def _ink(operands: Iterable[Any]) -> Ink:
    parts = [min(1.0, max(0.0, float(part))) for part in operands][:4]
    parts += [0.0] * (4 - len(parts))
    return (round(parts[0], 4), round(parts[1], 4), round(parts[2], 4), round(parts[3], 4))


def _is_inked(operands: Any) -> bool:
    settings = operands.get("settings", {}) if isinstance(operands, Mapping) else {}
    space = settings.get("/CS", settings.get("/ColorSpace"))
    return str(space) in ("/CMYK", "/DeviceCMYK")
