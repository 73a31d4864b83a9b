"""What a font of our PDFs says of its codes: whether words drawn by them read alike in another PDF."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache

from msgspec import Struct

_MEANINGS = re.compile(rb"^<([0-9A-F]{4})> <[0-9A-F]{4}> \[<([^]]+)>\]$", re.MULTILINE)
_WIDTHS = re.compile(rb"/W \[1 \[([^]]*)")
_FACE = re.compile(rb"/BaseFont /[A-Z]{6}\+(\S+)")


class Codes(Struct, frozen=True):
    """The codes of a font as they stand in a PDF.

    Attributes:
        faces: whose glyphs they are.
        widths: of each, from code 1 on.
        unicode: their meanings, deflated.
    """

    faces: tuple[bytes, ...]
    widths: bytes
    unicode: bytes


def codes_of(below: bytes, unicode: bytes) -> Codes:
    """Return the codes of a font.

    Args:
        below: its descendant's dictionary.
        unicode: the stream of its meanings.
    """
    return Codes(tuple(_FACE.findall(below)), b" ".join(_WIDTHS.findall(below)), unicode)


@lru_cache(maxsize=64)  # the letters of a batch show the same groups of signs
def goes_on(further: Codes, own: Codes) -> bool:
    """Tell whether each code of a font is the same in another, which may have more.

    Args:
        further: the other's.
        own: the font's.
    """
    return further == own or (further.faces == own.faces and _signs(own).items() <= _signs(further).items())


def _signs(codes: Codes) -> dict[int, tuple[bytes, bytes]]:
    """Return the meaning and the width of each code."""
    # Widths begin with that of code 1, and there is one for each code that means something.
    widths = codes.widths.split()
    return {
        code: (text, widths[code - 1])
        for first, texts in _MEANINGS.findall(zlib.decompress(codes.unicode))
        for code, text in enumerate(texts.split(b"> <"), int(first, 16))
    }
