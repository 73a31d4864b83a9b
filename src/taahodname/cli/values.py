"""Turns the values of options into what the library takes, with a sentence for each that cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from taahodname.cli.parsing import WrongCall, wrong
from taahodname.cli.words import word

if TYPE_CHECKING:
    from taahodname.persian.dates import JalaliDate


def a_date(given: str) -> JalaliDate:
    """Return a Jalali date.

    Raises:
        WrongCall: when there is no such day.
    """
    from taahodname.persian.dates import DateError, parse

    try:
        return parse(given)
    except DateError as error:
        persian = word("bad-date", "fa", given=given, reason=error.message)
        english = word("bad-date", "en", given=given, reason=error.message_en)
        raise WrongCall(persian, english) from error


def a_folder(given: str) -> Path:
    """Return a folder that is there.

    Raises:
        WrongCall: when it is not.
    """
    folder = Path(given)
    if not folder.is_dir():
        raise wrong("no-folder", given=given)
    return folder
