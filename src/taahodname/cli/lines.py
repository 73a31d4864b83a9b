"""Says which lines a call is about: those that were asked for, or all that the profile names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from taahodname.cli.parsing import wrong
from taahodname.cli.words import both
from taahodname.errors import UsageError

if TYPE_CHECKING:
    from taahodname.profile import Profile


def known_line(given: str) -> str:
    """Return a type of line as the rules call it, from the digits of any keyboard.

    Raises:
        WrongCall: when there is no such line.
    """
    from taahodname.persian.digits import to_ascii
    from taahodname.rules import LINES

    line = to_ascii(given).strip()
    if line not in LINES:
        raise wrong("unknown-line", given=given, allowed=", ".join(LINES))
    return line


def wanted(profile: Profile, asked: Sequence[str]) -> tuple[str, ...]:
    """Return the lines to work on, each once, in the order given.

    Args:
        profile: the profile as it was read.
        asked: the lines of the call; every line of the profile when there is none.

    Raises:
        UsageError: when nothing was asked for and the profile names no line, or one that nobody knows.
    """
    lines = tuple(dict.fromkeys(asked)) or tuple(dict.fromkeys(_of_profile(profile)))
    if not lines:
        raise UsageError(*both("no-lines"))
    return lines


def _of_profile(profile: Profile) -> list[str]:
    from taahodname.persian.digits import to_ascii
    from taahodname.rules import LINES

    lines = []
    for place, line in enumerate(profile.lines):
        given = line.type or ""
        kind = to_ascii(given).strip()
        if kind not in LINES:
            field = f"lines.{place}.type"
            raise UsageError(
                *both("unknown-line-in-profile", field=field, given=given, allowed=", ".join(LINES))
            )
        lines.append(kind)
    return lines
