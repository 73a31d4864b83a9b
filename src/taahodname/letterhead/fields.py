"""The lines شماره, تاریخ and پیوست that letterheads carry: how they are written, and what follows them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

from taahodname.persian.isolation import strip_controls
from taahodname.units import Mm

NAMES: Final = ("number", "date", "attachments")
"""The three lines, as the keys of a letter."""
LABELS: Final[Mapping[str, str]] = {"number": "شماره", "date": "تاریخ", "attachments": "پیوست"}
"""What each is called."""

_SPELLINGS = {
    "number": r"شماره(?:ی|ٔ)?(?: ?ی)?(?: ?نامه)?",
    "date": r"تاریخ(?: ?نامه)?",
    "attachments": r"(?:پیوست|ضمیمه|ضمایم|ضمائم)(?: ?ها(?:ی)?)?",
}
_LEADERS = r"[\s.…·‥_/\\\-–—]"
_LABEL = "|".join(f"(?P<{name}>{spelling})" for name, spelling in _SPELLINGS.items())
_FIND = re.compile(rf"(?<![^\W_])(?:{_LABEL})(?![^\W_])\s*(?P<colon>[:：])?(?P<blank>{_LEADERS}*)")
_DRAWN = re.compile(r"[.…·‥_]{2,}")
_FOLDED = str.maketrans("يىكةۀ：", "ییکهه:")
_REMOVED = re.compile("[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\u0640\u064b-\u0652\u0654\ufeff]")


Boxed = tuple[str, float, float, float, float, float]
"""A character with the left, top, right and bottom of its box, and the line that it stands on."""


class Found(Struct, frozen=True):
    """A label in a text.

    Attributes:
        name: which one («number»).
        start: where it begins.
        ends: where the label ends, its colon included.
        blank_ends: where the blank after it ends.
        filled: something is written after it already.
    """

    name: str
    start: int
    ends: int
    blank_ends: int
    filled: bool = False


class Slot(Struct, frozen=True):
    """The blank of a line on a sheet, in millimetres from the sheet's top left corner.

    Attributes:
        name: which line.
        right: where the value begins, in a right-to-left line.
        left: how far it may go.
        y: the line that it stands on.
        given: its place was given; otherwise it was found.
    """

    name: str
    right: Mm
    left: Mm
    y: Mm
    given: bool = False


def labels_in(text: str) -> list[Found]:
    """Return the labels of a text that have a blank after them, or something that fills it.

    «شماره ثبت: ۱۲۳» is another thing, and so is a word within a sentence: a label ends its line, has a colon
    or dots after it, and no word but another label follows the blank.

    Args:
        text: in reading order.
    """
    plain, places = _folded(text)
    found: list[Found] = []
    matches = list(_FIND.finditer(plain))
    for place, match in enumerate(matches):
        following = matches[place + 1].start() if place + 1 < len(matches) else len(plain)
        rest = plain[match.end() : following]
        blank = match["blank"]
        marked = bool(match["colon"]) or bool(_DRAWN.search(blank)) or match.end() == len(plain)
        if not marked or (place == 0 and plain[: match.start()].strip() and not match["colon"]):
            continue
        name = str(match.lastgroup if match.lastgroup in NAMES else _name(match))
        ends = match.end() - len(blank)
        found.append(
            Found(
                name,
                places[match.start()],
                places[ends],
                places[match.end()],
                filled=bool(rest.strip(" .…·‥_/\\-–—،|\t\n")),
            )
        )
    return found


def _name(match: re.Match[str]) -> str:
    return next(name for name in NAMES if match[name])


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text in one spelling, and where each of its characters stands in the given one."""
    plain: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for one in unicodedata.normalize("NFKC", char).translate(_FOLDED):
            if not _REMOVED.match(one):
                plain.append(one)
                places.append(place)
    places.append(len(text))
    return "".join(plain), places


def same_line(text: str, name: str, value: str) -> bool:
    """Tell whether a text is one of the three lines with its value and nothing else.

    Args:
        text: of a paragraph.
        name: which line.
        value: what it says.
    """
    plain, _ = _folded(" ".join(strip_controls(text).split()))
    wanted, _ = _folded(" ".join(strip_controls(value).split()))
    match = re.fullmatch(rf"{_SPELLINGS[name]} ?:? ?(.*)", plain)
    return match is not None and match[1].strip(" .…_") == wanted.strip(" .…_")


def visual_lines(chars: Iterable[Boxed]) -> list[list[Boxed]]:
    """Return characters as lines, each from right to left as the eye reads it.

    Args:
        chars: in any order.
    """
    lines: list[list[Boxed]] = []
    for char in sorted(chars, key=lambda one: (one[2] + one[4]) / 2):
        middle = (char[2] + char[4]) / 2
        for line in reversed(lines[-4:]):
            if line[0][2] <= middle <= line[0][4]:
                line.append(char)
                break
        else:
            lines.append([char])
    for line in lines:
        line.sort(key=lambda one: -one[3])
    return lines
