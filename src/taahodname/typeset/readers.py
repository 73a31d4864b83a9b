"""How the readers of a PDF see a character: what PDFium, poppler, MuPDF and pypdf hold its direction to be.

Each of them turns a drawn line round by a rule of its own. The rules stand in the sources of the
programs: PDFium `CFX_BidiChar` and `CPDF_TextPage::CloseTempLine`, poppler `reorderText`, MuPDF
`guess_bidi_level` and `fz_add_stext_char_imp`, pypdf `is_char_neutral` and `is_char_rtl`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby

from taahodname.typeset.bidi_classes import bidi_class

_KEPT = 4_096  # answers of each question; letters hold some hundred characters
_LETTERS = frozenset({"R", "AL"})
_NUMERIC = frozenset({"EN", "AN", "ES", "ET", "CS"})
_WEAK = _NUMERIC | {"NSM", "BN"}
_KEEPS = frozenset({"CS", "NSM", "BN", "B", "S", "WS", "ON"})
_PYPDF_NEUTRAL = (
    (0x0000, 0x002F),
    (0x003A, 0x0040),
    (0x0660, 0x066D),
    (0x06F0, 0x06F9),
    (0x2000, 0x206F),
    (0x20A0, 0x21FF),
)
_PYPDF_RTL = ((0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF))


# A character for each bidi class; those of the others stand for themselves.
_STANDING = {
    "L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "0", "AN": "\u0660", "ES": "+", "ET": "%", "CS": ",",
    "NSM": "\u064b", "BN": "\u200c", "WS": " ", "ON": "!",
}  # fmt: skip


def standing(char: str) -> str:
    """Return a character of the same bidi class, always the same one; for nothing, nothing.

    PDFium, poppler and MuPDF take the direction of a character from its class alone.
    """
    return _STANDING.get(bidi_class(char), char) if char else ""


@lru_cache(maxsize=_KEPT)
def is_rtl_letter(char: str) -> bool:
    """Return whether a character is a right-to-left letter or mark, which all readers agree on."""
    return bidi_class(char) in _LETTERS


@lru_cache(maxsize=_KEPT)
def is_numeric(char: str) -> bool:
    """Return whether poppler takes a character for part of a number: digits, and signs like ، . : / too."""
    return bidi_class(char) in _NUMERIC


@cache
def pdfium_side(char: str) -> str:
    """Return the kind of segment PDFium puts a character in: R, L, W (weak, drawn as L) or N (neutral)."""
    kind = bidi_class(char)
    if kind in _LETTERS:
        return "R"
    if kind == "L":
        return "L"
    return "W" if kind in _WEAK else "N"


class _Sides(dict[int, str]):
    def __missing__(self, code: int) -> str:
        side = self[code] = pdfium_side(chr(code))
        return side


_SIDES = _Sides()
_RIGHT, _LEFT = re.compile("R+"), re.compile("L+")


def pdfium_segments(text: str) -> str:
    """Return the segments PDFium cuts a line into, from left to right, a letter for each (`pdfium_side`).

    It reverses their order when there are at least as many R as L, the characters within R, and
    mirrors brackets of N behind R.
    """
    return joined_segments(text.translate(_SIDES))


def joined_segments(sides: str) -> str:
    """Return the segments of several texts side by side: one may go on from text to text."""
    return "".join([side for side, _ in groupby(sides)])


def lacking_segments(sides: str) -> int:
    """Return how many right-to-left segments PDFium lacks to read a line from the right without fail.

    Args:
        sides: the segments of the texts of the line, from left to right.
    """
    if len(set(sides)) < 2:
        return 0  # there is one segment, or none
    return len(_LEFT.findall(sides)) - len(_RIGHT.findall(sides)) + 1


@cache
def pdfium_changes(char: str) -> bool:
    """Return whether PDFium, reading from the right, writes another character: a mirrored or a plain one."""
    if bidi_class(char) not in ("ON", "ET", "ES"):
        return False
    return bool(unicodedata.mirrored(char)) or unicodedata.normalize("NFKC", char) != char


@lru_cache(maxsize=_KEPT)
def mupdf_turns(char: str, before: bool) -> bool:
    """Return whether MuPDF takes a character for right-to-left.

    Args:
        char: the character.
        before: what it took the character before for; most signs inherit that.
    """
    kind = bidi_class(char)
    if kind in _KEEPS:
        return before
    return kind in ("R", "AL", "AN")


@cache
def pypdf_side(char: str) -> str:
    """Return the direction pypdf gives a character: R, L, or N for what goes on in the direction so far."""
    code = ord(char)
    if any(low <= code <= high for low, high in _PYPDF_NEUTRAL):
        return "N"
    return "R" if any(low <= code <= high for low, high in _PYPDF_RTL) else "L"


@lru_cache(maxsize=_KEPT)
def pypdf_turns_digit(char: str) -> bool:
    """Return whether pypdf would write the digits of a number backwards: Persian and Arabic ones."""
    return unicodedata.category(char) == "Nd" and pypdf_side(char) == "N"


def directions_behind(text: str) -> tuple[bool | None, bool | None]:
    """Return whether MuPDF and pypdf read from the right behind a text; None where they go on as before."""
    mupdf = pypdf = None
    for char in reversed(text):
        if mupdf is None and mupdf_turns(char, before=True) == mupdf_turns(char, before=False):
            mupdf = mupdf_turns(char, before=True)
        if pypdf is None and pypdf_side(char) != "N":
            pypdf = pypdf_side(char) == "R"
        if mupdf is not None and pypdf is not None:
            break
    return mupdf, pypdf
