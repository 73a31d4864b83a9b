"""What a user says of a letterhead besides its file: what to leave free, what follows, where lines are."""

from __future__ import annotations

import re
from typing import Self

from msgspec import Struct

from taahodname.letterhead.fields import NAMES, Slot
from taahodname.persian.digits import to_ascii
from taahodname.profile.model import LetterheadOptions
from taahodname.units import Mm

SAME, BLANK = "same", "blank"
_PAGE = re.compile(r"(?:page|صفحه|صفحهٔ)\s*([0-9]{1,4})")


class Wishes(Struct, frozen=True):
    """Options of a letterhead; what is None is found.

    Attributes:
        head, foot, left, right: millimetres to leave free on the first page.
        next_head, next_foot: on the following pages.
        following: «same», «blank», «page N», the name of a file, or nothing.
        slots: blanks whose places are given.
    """

    head: Mm | None = None
    foot: Mm | None = None
    left: Mm | None = None
    right: Mm | None = None
    next_head: Mm | None = None
    next_foot: Mm | None = None
    following: str = ""
    slots: tuple[Slot, ...] = ()

    @classmethod
    def of(cls, options: LetterheadOptions) -> Self:
        """Return the wishes of a profile."""
        return cls(
            _mm(options.head_mm),
            _mm(options.foot_mm),
            _mm(options.left_mm),
            _mm(options.right_mm),
            _mm(options.next_head_mm),
            _mm(options.next_foot_mm),
            (options.following or "").strip(),
            tuple(_slots(options)),
        )

    @property
    def of_sheets(self) -> tuple[str, ...]:
        """The keys that were given and speak of drawn sheets, not of a Word file."""
        given = {
            "following": bool(self.following),
            "next_head_mm": self.next_head is not None,
            "next_foot_mm": self.next_foot is not None,
            "fields": bool(self.slots),
        }
        return tuple(name for name, is_given in given.items() if is_given)

    @property
    def of_sides(self) -> tuple[str, ...]:
        """The keys that were given and speak of the sides of the sheet."""
        sides = {"right_mm": self.right, "left_mm": self.left}
        return tuple(name for name, width in sides.items() if width is not None)

    @property
    def of_heights(self) -> tuple[str, ...]:
        """The keys that were given and speak of the head and the foot."""
        heights = {"head_mm": self.head, "foot_mm": self.foot}
        return tuple(name for name, height in heights.items() if height is not None)

    @property
    def following_page(self) -> int | None:
        """The page of the same PDF that follows, from 0, where one is named."""
        match = _PAGE.fullmatch(to_ascii(self.following).lower())
        return int(match[1]) - 1 if match and int(match[1]) > 0 else None

    @property
    def following_file(self) -> str | None:
        """The file that follows, where one is named."""
        word = self.following.lower()
        return (
            None if not word or word in (SAME, BLANK) or self.following_page is not None else self.following
        )


def _mm(value: float | None) -> Mm | None:
    return None if value is None else Mm(value)


def _slots(options: LetterheadOptions) -> list[Slot]:
    found = []
    for name in NAMES:
        place = None if options.fields is None else getattr(options.fields, name)
        if place is not None:
            right = Mm(place.x_mm + place.width_mm)
            found.append(Slot(name, right, Mm(place.x_mm), Mm(place.y_mm), given=True))
    return found
