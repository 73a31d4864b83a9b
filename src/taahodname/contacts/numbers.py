"""Takes what people write for a mobile number apart: each number of a cell, or the reason why it is none.

Inside this room a mobile number is an int, its nine digits after 09: 123456789 is «09123456789».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from taahodname.contacts.reasons import Reason
from taahodname.identifiers import mobile
from taahodname.persian import digits

_DIALLED = re.compile(r"09([0-9]{9})")
_MOBILE = re.compile(r"(?<![0-9+])(?:\+98|0098|98|0)?0?9[0-9]{9}(?![0-9])")
# Invisible marks, and the half-space, that copying from a page or a phone's contacts brings along.
_INVISIBLE = re.compile("[\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACES = re.compile(r"\s+")
# «="0912…"» and «'0912…», by which a spreadsheet is told to keep a text.
_AS_TEXT = re.compile(r"""=?\s*"([^"]*)"|'(.*)""", re.DOTALL)
_DECIMAL = re.compile(r"([0-9]{4,})\.0+")
_SCIENTIFIC = re.compile(r"([0-9])(?:[.,/٫]([0-9]+))?[eE]\+?([0-9]{1,2})")
# What stands between two numbers in one cell.
_BETWEEN = re.compile(r"[,;/|\\\n\r\t،؛&]+|\s+(?:و|یا|-|–)\s+")
_PIECES = re.compile(r"[\s\-‐-–−ـ._]+")
_NUMBER_LIKE = re.compile(r"[+(]?[0-9](?:[0-9()\s.\-‐-–−ـ_]*[0-9])?")
_FOREIGN = re.compile(r"\+(?!98)[1-9][0-9]*|00(?!98)[1-9][0-9]{8,}")
_NINE = 9_000_000_000
_LONGEST = 10**15
"""Whole numbers from here on are not exact in a spreadsheet, which keeps 15 digits."""


class Part(NamedTuple):
    """One number of a cell, or a piece of it that is none.

    Attributes:
        number: the digits after 09; None when there is a reason.
        text: the piece as given.
        reason: why it is no number; None when it is one.
        restored: whether its lost 0 was put back.
        respelled: whether it is written otherwise than 09 and nine ASCII digits.
        beside: whether words stood beside it.
    """

    number: int | None
    text: str
    reason: Reason | None = None
    restored: bool = False
    respelled: bool = False
    beside: bool = False


def spelled(number: int) -> str:
    """Return a number as it is dialled: «09123456789»."""
    return f"09{number:09d}"


def all_spelled(numbers: Sequence[int]) -> list[str]:
    """Return numbers as they are dialled; one after the other takes twice as long."""
    return ("09%09d\n" * len(numbers) % tuple(numbers)).split()


def looks_mobile(value: object) -> bool:
    """Tell whether a cell holds at least one mobile number, without judging it."""
    if isinstance(value, bool):
        return False
    if isinstance(value, int | float):
        return _NINE <= value < 10 * 10**9 or 989 * 10**9 <= value < 990 * 10**9
    if not isinstance(value, str) or len(value) < 9:
        return False
    if _DIALLED.fullmatch(value):
        return True
    text = _INVISIBLE.sub("", digits.to_ascii(value))
    return bool(_MOBILE.search(text) or _MOBILE.search(_PIECES.sub("", text)))


def parts_of_number(value: int | float) -> Part:
    """Return what a numeric cell holds; the zero that a spreadsheet drops is put back.

    Args:
        value: as the spreadsheet stores it.
    """
    if abs(value) >= _LONGEST or value != value:
        return Part(None, _shown(value), Reason.DIGITS_LOST)
    if value != int(value):
        return Part(None, _shown(value), Reason.NOT_NUMBER)
    whole = int(value)
    if _NINE <= whole < _NINE + 10**9:
        return Part(whole - _NINE, str(whole), restored=True)
    return _judged(str(whole), str(whole))


def _shown(value: int | float) -> str:
    return (
        str(int(value)) if value == value and abs(value) < _LONGEST and value == int(value) else repr(value)
    )


def parts_of_text(text: str) -> tuple[Part, ...]:
    """Return every number of a text cell, and every piece that is none; nothing for a blank cell.

    Args:
        text: as it stands in the cell.
    """
    dialled = _DIALLED.fullmatch(text)
    if dialled:
        return (Part(int(dialled[1]), text),)
    plain = _INVISIBLE.sub("", digits.to_ascii(text)).strip()
    quoted = _AS_TEXT.fullmatch(plain)
    if quoted:
        plain = (quoted[1] if quoted[1] is not None else quoted[2]).strip()
    if not plain:
        return ()
    if lost := _scientific(plain, text):
        return (lost,)
    whole = _judged(plain, text)
    if whole.reason is None:
        return (whole,)
    pieces = [piece.strip() for piece in _BETWEEN.split(plain) if piece.strip()]
    if pieces and pieces != [plain]:
        return _of_pieces(pieces, whole)
    return _of_piece(plain, whole)


def _of_pieces(pieces: list[str], whole: Part) -> tuple[Part, ...]:
    """Return the parts of what separators part; the whole cell once where none of it is a number."""
    parts = tuple(part for piece in pieces for part in _of_piece(piece))
    if any(part.reason is None for part in parts):
        return parts
    reasons = {part.reason for part in parts}
    return (Part(None, whole.text, reasons.pop() if len(reasons) == 1 else Reason.NOT_NUMBER),)


def _scientific(plain: str, text: str) -> Part | None:
    """Return the part for «9.12E+09»; whole again only where every digit is there."""
    found = _SCIENTIFIC.fullmatch(plain)
    if found is None:
        return None
    mantissa, power = found[1] + (found[2] or ""), int(found[3])
    if len(mantissa) == power + 1:
        part = parts_of_number(int(mantissa))
        return Part(part.number, text, part.reason, part.restored, True)
    return Part(None, text, Reason.DIGITS_LOST)


def _of_piece(piece: str, whole: Part | None = None) -> tuple[Part, ...]:
    whole = whole or _judged(piece, piece)
    if whole.reason is None:
        return (whole,)
    return _run(piece) or _amid_words(piece) or (whole,)


def _run(piece: str) -> tuple[Part, ...]:
    """Return the numbers of «0912 345 6789 0913 345 6789», or nothing unless all of it is numbers."""
    found: list[Part] = []
    held: list[str] = []
    for token in _PIECES.split(piece):
        held.append(token)
        part = _judged("".join(held), " ".join(held))
        if part.reason is None:
            found.append(part)
            held = []
    return tuple(found) if found and not held else ()


def _amid_words(piece: str) -> tuple[Part, ...]:
    """Return the numbers that stand among words, or nothing when other digits stand there too."""
    if not re.search(r"[^\W\d_]", piece):
        return ()
    runs = [run[0] for run in _NUMBER_LIKE.finditer(piece)]
    parts = [_judged(run, run) for run in runs]
    if not parts or any(part.reason for part in parts):
        return ()
    return tuple(Part(part.number, part.text, None, part.restored, True, True) for part in parts)


def _judged(plain: str, text: str) -> Part:
    """Return one number, or why a piece in ASCII digits without marks is none."""
    decimal = _DECIMAL.fullmatch(plain)
    code = mobile.compact(decimal[1] if decimal else plain)
    found = _DIALLED.fullmatch(code)
    if found:
        return Part(int(found[1]), text, None, _bare(plain, decimal).startswith("9"), text != code)
    return Part(None, text, _reason(code))


def _bare(plain: str, decimal: re.Match[str] | None) -> str:
    """Return the digits as given, where a number of ten digits has lost its 0."""
    given = re.sub(r"[^0-9+]", "", decimal[1] if decimal else plain)
    return given if len(given) == 10 else ""


def _reason(code: str) -> Reason:
    """Return why a compact text is no mobile number."""
    if _FOREIGN.fullmatch(code):
        return Reason.FOREIGN
    national = re.sub(r"\A(?:\+98|0098)0?", "0", code)
    if re.fullmatch("[0-9]+", national) is None:
        return Reason.NOT_NUMBER
    if _is_landline(national.removeprefix("0")):
        return Reason.LANDLINE
    return _by_length(national)


def _by_length(code: str) -> Reason:
    if code.startswith("98") and len(code) in (11, 13):  # +98 with a digit too few or too many
        code = "0" + code[2:]
    full = 11 if code.startswith("0") else 10
    if len(code) < full:
        return Reason.TOO_SHORT
    if len(code) > full:
        return Reason.TOO_LONG
    return Reason.NOT_MOBILE


def _is_landline(national: str) -> bool:
    """Tell whether digits without their 0 are a landline, also one without its area code."""
    if len(national) == 8 and national[0] in "2345678":
        return True
    return len(national) == 10 and _landline().fullmatch(national) is not None


@cache
def _landline() -> re.Pattern[str]:
    return _pattern("fixed_line")


@cache
def _known_mobile() -> re.Pattern[str]:
    return _pattern("mobile")


def _pattern(kind: str) -> re.Pattern[str]:
    """Return the form of Iranian numbers of a kind, as Google's libphonenumber has it."""
    from phonenumbers import PhoneMetadata

    return re.compile(getattr(PhoneMetadata.metadata_for_region("IR"), kind).national_number_pattern)


def is_known_form(number: int) -> bool:
    """Tell whether libphonenumber knows the range that a mobile number lies in."""
    return _known_mobile().fullmatch(str(number + _NINE)) is not None


def numbers_of(value: object) -> Iterator[Part]:
    """Yield the parts of a numeric or text cell."""
    if isinstance(value, str):
        yield from parts_of_text(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield parts_of_number(value)
