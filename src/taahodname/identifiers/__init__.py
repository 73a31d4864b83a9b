"""Iranian identifiers, one module each with the same verbs: compact, validate, format, doubts.

- `compact(text)`: the digits as they are stored, in ASCII, without separators; never fails, and leaves what
  it does not know for `validate` to refuse;
- `validate(text)`: the same, or `Invalid`;
- `format(text)`: for a reader, in Persian digits; a text that is not valid comes back as it was given;
- `doubts(text)`: what the sources disagree on, as warnings; raises `Invalid` where `validate` does.

A rule of the whole room, from python-stdnum: to refuse a valid number is worse than to pass a bad one, so
whatever is only likely wrong is a doubt.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Doubt", "Invalid"]


class Invalid(ValueError):
    """A text that is not the identifier it should be. The messages never hold the number itself.

    Attributes:
        reason: a stable name: «empty», «characters», «length», «all-equal», «check-digit», «natural-person»,
            «prefix», «country», «area-code», «mobile», «landline» or «zero».
        message: a Persian sentence: what is wrong, what is allowed, what to do.
        message_en: the same in English.
    """

    def __init__(self, reason: str, message: str, message_en: str) -> None:
        super().__init__(message_en)
        self.reason = reason
        self.message = message
        self.message_en = message_en


class Doubt(NamedTuple):
    """Something about a valid identifier that the sources disagree on; a warning, never a refusal.

    Attributes:
        reason: a stable name («five-in-fifth-place»).
        message: a Persian sentence that ends in what to do.
        message_en: the same in English.
    """

    reason: str
    message: str
    message_en: str
