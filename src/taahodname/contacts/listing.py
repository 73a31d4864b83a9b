"""The customers' numbers as a value: those that count, in order, and all that is to be told of the others."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import overload

from taahodname.contacts.kinds import Kind
from taahodname.contacts.notes import Note, Weight, note
from taahodname.contacts.numbers import all_spelled, spelled
from taahodname.contacts.rejects import Rejects
from taahodname.persian.digits import to_persian

_DIGEST_HEAD = b"customer list 1\n"
_STRETCH = 1_000  # numbers that are spelled together


class Numbers(Sequence[str]):
    """Mobile numbers in order, each «09» and nine digits, held as four bytes.

    Args:
        tails: the nine digits after 09 of each.
    """

    def __init__(self, tails: Iterable[int] = ()) -> None:
        self._tails = array("I", tails)

    @property
    def tails(self) -> Sequence[int]:
        """The nine digits after 09 of each."""
        return self._tails

    def __len__(self) -> int:
        return len(self._tails)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Numbers: ...
    def __getitem__(self, index: int | slice) -> str | Numbers:
        if isinstance(index, slice):
            return Numbers(self._tails[index])
        return spelled(self._tails[index])

    def __iter__(self) -> Iterator[str]:
        stretches = (self._tails[at : at + _STRETCH] for at in range(0, len(self), _STRETCH))
        return chain.from_iterable(map(all_spelled, stretches))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Numbers):
            return self._tails == other._tails
        return list(self) == other if isinstance(other, list) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._tails.tobytes())

    def __repr__(self) -> str:
        return f"<{len(self)} mobile numbers>"  # never the numbers themselves


@dataclass(frozen=True)
class CustomerList:
    """The distinct همراه اول numbers of a file.

    Attributes:
        file: the file's name.
        kind: what it is by its bytes.
        sheet: the name of the sheet that was read; empty for a text file.
        column: the letters of the column that was read.
        heading: what stands above the numbers; empty where nothing does.
        numbers: those that count, in the order of the sheet.
        rejects: what was left out, with the cell and the reason.
        notes: what else is to be told.
    """

    file: str
    kind: Kind
    sheet: str
    column: str
    heading: str
    numbers: Numbers
    rejects: Rejects
    notes: tuple[Note, ...]

    @property
    def digest(self) -> str:
        """The SHA-256 of the numbers whatever their order, in hexadecimal.

        Two lists of the same numbers have the same one, and no number can be read out of it: general.5, by
        which a holding hands in one list, is seen to without keeping any list.
        """
        return digest(self.numbers)

    def noted(self, weight: Weight) -> tuple[Note, ...]:
        """Return the notes of one weight."""
        return tuple(one for one in self.notes if one.weight is weight)

    def take(self, count: int) -> CustomerList:
        """Return the first numbers only, which is told in a note.

        Args:
            count: how many; a list that has no more comes back as it is.
        """
        put_aside = len(self.numbers) - count
        if put_aside <= 0:
            return self
        told = note("taken", count, detail=to_persian(str(put_aside)), detail_en=str(put_aside))
        return replace(self, numbers=self.numbers[:count], notes=(*self.notes, told))


def digest(numbers: Numbers) -> str:
    """Return the digest of some numbers; see `CustomerList.digest`."""
    text = "\n".join(all_spelled(sorted(numbers.tails)))
    return hashlib.sha256(_DIGEST_HEAD + text.encode("ascii")).hexdigest()
