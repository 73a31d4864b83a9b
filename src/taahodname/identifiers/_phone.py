"""What landlines and mobiles share: the many ways of writing the country's code."""

from __future__ import annotations

import re
from functools import lru_cache

from taahodname.identifiers import Invalid, _digits

_DOTS = re.compile(r"(?<=[0-9])\.(?=[0-9])")
_BRACKETS = re.compile(r"\((\+?[0-9]+)\)")
# The country's code, with or without the zero that belongs to calls inside the country: +98 (0)21 …
_COUNTRY = re.compile(r"(?:\+98|0098|98(?=0?[0-9]{10}\Z))0?([1-9][0-9]*)")
_NO_ZERO = re.compile(r"[1-9][0-9]{9}")


def compact(text: str) -> str:
    """Return a number as it is dialled inside the country, in ASCII: «02188776655».

    +98, 0098 and 98 give way to 0; ten digits without the 0 get it; blanks, hyphens and dots between digits
    and brackets around digits go. All else stays.

    Args:
        text: the number as given.
    """
    code = _bare(text)
    abroad = _COUNTRY.fullmatch(code)
    if abroad is not None:
        return f"0{abroad[1]}"
    return f"0{code}" if _NO_ZERO.fullmatch(code) else code


def lost_zero(text: str) -> bool:
    """Return whether `compact` puts back the 0 of a number of ten digits."""
    return _NO_ZERO.fullmatch(_bare(text)) is not None


@lru_cache(maxsize=256)
def _bare(text: str) -> str:
    """Return a number without blanks, hyphens, dots and brackets."""
    unbracketed = _BRACKETS.sub(r"\1", _digits.compact(text))
    return _DOTS.sub("", _digits.compact(unbracketed))


def require_iranian(code: str, name: _digits.Name) -> None:
    """Raise `Invalid` when a compact number has another country's code."""
    if code.startswith(("+", "00")) and not code.startswith(("+98", "0098")):
        raise Invalid(
            "country",
            f"{name.fa} باید شماره‌ای در ایران باشد؛ آن را به شکل {name.form} بنویسید.",
            f"{name.en} must be an Iranian number; write it as {name.form_en}",
        )
