"""The bidi class of every character, brackets and isolates that pair (UAX #9, Unicode data of Python)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})  # X9
ISOLATE_STARTS = frozenset({"LRI", "RLI", "FSI"})
NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
# Unassigned characters of the right-to-left blocks are right-to-left too (DerivedBidiClass.txt).
_DEFAULT_RTL = (
    (0x0590, 0x05FF, "R"),
    (0x0600, 0x07BF, "AL"),
    (0x07C0, 0x085F, "R"),
    (0x0860, 0x08FF, "AL"),
    (0xFB1D, 0xFB4F, "R"),
    (0xFB50, 0xFDFF, "AL"),
    (0xFE70, 0xFEFF, "AL"),
    (0x10800, 0x10FFF, "R"),
    (0x1E800, 0x1EFFF, "R"),
)


@cache
def bidi_class(char: str) -> str:
    """Return the bidi class of a character, that of its block when it is not assigned."""
    found = unicodedata.bidirectional(char)
    if found:
        return found
    code = ord(char)
    return next((kind for low, high, kind in _DEFAULT_RTL if low <= code <= high), "L")


@cache
def closing_bracket(char: str) -> str | None:
    """Return the bracket that closes an opening one, None for any other character (BD14).

    BidiBrackets.txt pairs each mirrored opening punctuation mark with the next closing one; two marks
    stand crosswise.
    """
    if unicodedata.category(char) != "Ps" or not unicodedata.mirrored(char):
        return None
    crosswise = {0x298D: 0x2990, 0x298F: 0x298E}
    code = ord(char)
    if code in crosswise:
        return chr(crosswise[code])
    return next((chr(c) for c in (code + 1, code + 2) if unicodedata.category(chr(c)) == "Pe"), None)


def matching_pdis(classes: Sequence[str]) -> dict[int, int]:
    """Return the PDI that closes each isolate initiator (BD9)."""
    open_isolates: list[int] = []
    pairs = {}
    for index, kind in enumerate(classes):
        if kind in ISOLATE_STARTS:
            open_isolates.append(index)
        elif kind == "PDI" and open_isolates:
            pairs[open_isolates.pop()] = index
        elif kind == "B":
            open_isolates.clear()
    return pairs
