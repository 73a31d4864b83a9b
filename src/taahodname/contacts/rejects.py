"""What is left out of a list, held so that a million of it stay small."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from taahodname.contacts import addresses
from taahodname.contacts.reasons import WORDS, Reason
from taahodname.persian.digits import to_ascii

_REASONS = tuple(Reason)
_PLACES = {reason: place for place, reason in enumerate(_REASONS)}
_SHOWN = 40
_KEPT = 2


class Reject(NamedTuple):
    """One number, or piece of a cell, that does not count.

    Attributes:
        cell: where it stands («B5»).
        value: as given, in the clear.
        reason: why.
        detail: the cell it repeats, or the operator of its prefix; empty for other reasons.
    """

    cell: str
    value: str
    reason: Reason
    detail: str = ""
    detail_en: str = ""

    @property
    def message(self) -> str:
        """The reason as a Persian phrase."""
        return WORDS[self.reason].fa.format(detail=self.detail)

    @property
    def message_en(self) -> str:
        """The reason as an English phrase."""
        return WORDS[self.reason].en.format(detail=self.detail_en or self.detail)

    @property
    def masked(self) -> str:
        """The value as a message may quote it."""
        return masked(self.value)


def masked(value: str) -> str:
    """Return a cell's text shortened, with all but the first and last two digits of it starred."""
    text = to_ascii(value if len(value) <= _SHOWN else value[:_SHOWN] + "…")
    places = [place for place, char in enumerate(text) if char in "0123456789"]
    starred = set(places[_KEPT:-_KEPT]) if len(places) > 2 * _KEPT else set()
    return "".join("*" if place in starred else char for place, char in enumerate(text))


class Rejects(Sequence[Reject]):
    """All that was left out, in the order of the sheet.

    Args:
        column: the column they stand in, counted from 0.
        operators: the Persian and the English name of each operator that a detail may point to.
    """

    def __init__(self, column: int, operators: Sequence[tuple[str, str]] = ()) -> None:
        self._column = column
        self._operators = operators
        self._rows = array("I")
        self._reasons = array("B")
        self._details = array("I")
        self._ends = array("I")
        self._texts = bytearray()

    def add(self, row: int, text: str, reason: Reason, detail: int = 0) -> None:
        """Add one at the end; for a duplicate, `detail` is the row it repeats, for an operator its place."""
        self._rows.append(row)
        self._reasons.append(_PLACES[reason])
        self._details.append(detail)
        self._texts += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._texts))

    def resolve(self, rows: dict[int, int]) -> None:
        """Put the row that each duplicate repeats in the place of its number."""
        place = _PLACES[Reason.DUPLICATE]
        for at, reason in enumerate(self._reasons):
            if reason == place:
                self._details[at] = rows[self._details[at]]

    def repeated(self) -> set[int]:
        """Return the numbers that duplicates repeat, before `resolve`."""
        place = _PLACES[Reason.DUPLICATE]
        return {
            detail for detail, reason in zip(self._details, self._reasons, strict=True) if reason == place
        }

    def count(self, reason: object) -> int:
        """Return how many have a reason."""
        return self._reasons.count(_PLACES[reason]) if isinstance(reason, Reason) else 0

    def groups(self, few: int) -> Iterator[tuple[Reason, int, tuple[Reject, ...]]]:
        """Yield each reason there is with how many there are and the first few of them.

        Args:
            few: how many of each.
        """
        for place, reason in enumerate(_REASONS):
            count = self._reasons.count(place)
            if count:
                found: list[Reject] = []
                at = -1
                while len(found) < min(few, count):
                    at = self._reasons.index(place, at + 1)
                    found.append(self[at])
                yield reason, count, tuple(found)

    def rows(self) -> dict[int, list[Reject]]:
        """Return what was left out by the row, counted from 0."""
        table: dict[int, list[Reject]] = {}
        for row, reject in zip(self._rows, self, strict=True):
            table.setdefault(row, []).append(reject)
        return table

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Reject: ...
    @overload
    def __getitem__(self, index: slice) -> list[Reject]: ...
    def __getitem__(self, index: int | slice) -> Reject | list[Reject]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        start = self._ends[index - 1] if index else 0
        text = self._texts[start : self._ends[index]].decode("utf-8", "surrogatepass")
        reason = _REASONS[self._reasons[index]]
        cell = addresses.cell(self._rows[index], self._column)
        return Reject(cell, text, reason, *self._detail(reason, self._details[index]))

    def __eq__(self, other: object) -> bool:
        return self._state() == other._state() if isinstance(other, Rejects) else NotImplemented

    def __hash__(self) -> int:
        return hash((self._column, bytes(self._texts), self._rows.tobytes()))

    def __repr__(self) -> str:
        return f"<{len(self)} left out>"  # never what they say

    def _state(self) -> tuple[object, ...]:
        columns = (self._rows, self._reasons, self._details, self._ends)
        return self._column, bytes(self._texts), *(one.tobytes() for one in columns)

    def _detail(self, reason: Reason, detail: int) -> tuple[str, str]:
        if reason is Reason.DUPLICATE:
            cell = addresses.cell(detail, self._column)
            return cell, cell
        return self._operators[detail] if reason is Reason.OTHER_OPERATOR else ("", "")
