"""The weak rules of the bidirectional algorithm, W1 to W7, on the classes of one isolating run sequence."""

from __future__ import annotations

from taahodname.typeset.bidi_classes import ISOLATE_STARTS


def marks(kinds: list[str], sos: str) -> None:
    """Apply W1: a mark takes the class of what it stands on."""
    previous = sos
    for i, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[i] = "ON" if previous in ISOLATE_STARTS or previous == "PDI" else previous
        previous = kinds[i]


def numbers(kinds: list[str], sos: str) -> None:
    """Apply W2 and W3: digits after an Arabic letter are Arabic numbers, and the letter is right-to-left."""
    strong = sos
    for i, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        if kind == "EN" and strong == "AL":
            kinds[i] = "AN"
    for i, kind in enumerate(kinds):
        if kind == "AL":
            kinds[i] = "R"


def separators(kinds: list[str]) -> None:
    """Apply W4 to W6: a separator inside a number, and signs beside one, belong to it."""
    for i in range(1, len(kinds) - 1):
        before, after = kinds[i - 1], kinds[i + 1]
        if before == after and (
            (kinds[i] == "ES" and before == "EN") or (kinds[i] == "CS" and before in ("EN", "AN"))
        ):
            kinds[i] = before
    for i, kind in enumerate(kinds):
        if kind != "EN":
            continue
        for step in (-1, 1):
            j = i + step
            while 0 <= j < len(kinds) and kinds[j] == "ET":
                kinds[j] = "EN"
                j += step
    for i, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):
            kinds[i] = "ON"


def latin_numbers(kinds: list[str], sos: str) -> None:
    """Apply W7: digits after a Latin letter are left-to-right."""
    strong = sos
    for i, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        if kind == "EN" and strong == "L":
            kinds[i] = "L"
