"""What the signs of the symbol fonts mean in Unicode: Symbol, Wingdings and Webdings have codes of their own.

Word stores such a sign as its place in the font (ECMA-376 part 1, §17.3.3.30), often with F000 added. The
meanings follow the mappings that Unicode publishes (Symbol: MAPPINGS/VENDORS/APPLE/SYMBOL.TXT; Wingdings and
Webdings: proposal L2/11-052, where the nearest sign that fonts really have is taken).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_GREEK = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)
_SYMBOL = {ord(char): greek for char, greek in _GREEK.items()} | {
    0x2A: "∗", 0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD0: "∠", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√",
    0xDE: "⇒", 0xE0: "◊", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑",
}  # fmt: skip
_PLAIN = "!#%&()+,./0123456789:;<=>?[]_{|}"
_SYMBOL |= {ord(char): char for char in _PLAIN}
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟", 0x4A: "☺", 0x4C: "☹",
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆",
    0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA2: "○",
    0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE7: "←", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0x99: "○",
    0xA2: "■", 0xA3: "□", 0xA4: "□",
}  # fmt: skip
_WEBDINGS = {0x31: "■", 0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x3D: "◄", 0x34: "►"}
_FONTS: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "webdings": _WEBDINGS}
)
_OWN_AREA = 0xF000
_SPACES = frozenset({0x20, 0xA0})


def is_symbol_font(family: str) -> bool:
    """Return whether a font's characters mean other signs than they are stored as."""
    return _known(family) is not None


def meaning(family: str, char: str) -> str | None:
    """Return the sign that a character of a symbol font stands for, or None where it is not known.

    Args:
        family: the font, «Symbol», «Wingdings» …
        char: the character as it is stored; in the private area or plain.
    """
    table = _known(family)
    code = ord(char)
    if _OWN_AREA <= code <= _OWN_AREA + 0xFF:
        code -= _OWN_AREA
    if table is None:
        # Any other font: a sign of the private area is that font's own affair.
        return None if ord(char) >= _OWN_AREA else char
    return " " if code in _SPACES else table.get(code)


def _known(family: str) -> Mapping[int, str] | None:
    return _FONTS.get(" ".join(family.casefold().split()))
