"""How a value is quoted in a message: short, printable, and with personal numbers masked."""

from __future__ import annotations

import re

from taahodname.findings import mask
from taahodname.persian.digits import to_ascii
from taahodname.persian.letters import flaws

PERSONAL = frozenset({"national_code", "mobile", "birth_certificate_number"})
"""The last keys of the paths whose values are a person's own numbers."""
LIMIT = 60
"""How many characters of a long text are quoted."""
CARD = re.compile(r"(?<![0-9])(?:[0-9]{4}[ -]?){3}[0-9]{4}(?![0-9])")
"""The sixteen digits of a bank card, in ASCII digits."""

# What a natural person may put in a company's place holds his کد ملی: the code itself, or the
# 14-digit economic code that begins with it.
_PERSONAL_LENGTHS = {"company.national_id": (8, 9, 10), "company.economic_code": (8, 9, 10, 14)}


def is_personal(path: str, value: str) -> bool:
    """Tell whether a value is a person's own number.

    Args:
        path: of its field.
        value: as given.
    """
    if path.rpartition(".")[2] in PERSONAL:
        return True
    lengths = _PERSONAL_LENGTHS.get(path)
    return lengths is not None and len(re.sub(r"[^0-9]", "", to_ascii(value))) in lengths


def shown(path: str, value: str) -> str:
    """Return a value as a message may quote it.

    Args:
        path: of its field; tells whether the value is personal.
        value: as given. Characters that cannot be printed are told by their code («<U+202E>»).
    """
    if is_personal(path, value):
        value = mask(value)
    value = _without_cards(value)
    return printable(value) if len(value) <= LIMIT else f"{printable(value[:LIMIT])}…"


def printable(text: str) -> str:
    """Return a text with every character that cannot be printed told by its code («<U+202E>»)."""
    bad = {flaw.position: f"<{flaw.code}>" for flaw in flaws(text)}
    if not bad:
        return text
    return "".join(bad.get(place, char) for place, char in enumerate(text))


def _without_cards(text: str) -> str:
    """Return a text with the numbers of bank cards masked; `to_ascii` keeps every character in its place."""
    for found in CARD.finditer(to_ascii(text)):
        text = text[: found.start()] + mask(text[found.start() : found.end()]) + text[found.end() :]
    return text
