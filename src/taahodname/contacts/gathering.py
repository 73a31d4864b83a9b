"""Goes down a column, judges each cell, and gathers the numbers that count and the reasons of the others."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from msgspec import Struct, field

from taahodname.contacts import addresses
from taahodname.contacts.facts import marked
from taahodname.contacts.listing import Numbers
from taahodname.contacts.notes import Note, note
from taahodname.contacts.numbers import Part, is_known_form, numbers_of, spelled
from taahodname.contacts.reasons import FEW, Reason
from taahodname.contacts.rejects import Rejects
from taahodname.contacts.sheets import Sheet, Value
from taahodname.identifiers import mobile
from taahodname.persian.letters import fold

OWN = "mci"
"""The stable name of همراه اول, whose numbers count (service-lines, intro)."""

_PREFIXES = 100
_TAIL = 10**7
_REPEATED = 1_111_111
_NINE = 9_000_000_000
_HEAD_ROWS = 30
_STEP = 1 << 14
_STRETCH = 100  # rows that are looked at together; an odd cell holds up no more than these
# Prefixes of which libphonenumber knows single ranges, or nothing; it takes its time to load, and a number of
# any other of همراه اول is known to it.
_KNOWN_IN_PART = frozenset({95, 97, 98, 99})
_DIALLED = re.compile(r"09([0-9]{9})").fullmatch
_LINE = len("09123456789\n")
_ALL_DIALLED = re.compile(r"(?:09[0-9]{2}(?!([0-9])\1{6})[0-9]{7}\n)+").fullmatch
"""Lines of numbers, none of which ends in seven equal digits."""
_DIGIT = re.compile("[0-9۰-۹٠-٩]")
_HEADING = re.compile(r"همراه|موبایل|شماره|تلفن|mobile|phone|cell", re.IGNORECASE)

Progress = Callable[[float], None]


class _Tally(Struct):
    """How many cells something is true of, and the first few of them."""

    count: int = 0
    rows: list[int] = field(default_factory=list)

    def add(self, row: int) -> None:
        self.count += 1
        if len(self.rows) < FEW:
            self.rows.append(row)


class Gathered(Struct, frozen=True):
    """What a column holds.

    Attributes:
        numbers: those that count, in order.
        rejects: what was left out.
        notes: what else is to be told.
        heading: the last text above the numbers.
        first: the row of the first cell that is no heading, counted from 0.
    """

    numbers: Numbers
    rejects: Rejects
    notes: tuple[Note, ...]
    heading: str
    first: int


@cache
def _operators() -> tuple[tuple[str | None, ...], tuple[tuple[str, str], ...], tuple[bool, ...]]:
    """Return the operator of each prefix 0900–0999, their names in the same order, and which are disputed."""
    samples = [f"09{prefix:02d}0000001" for prefix in range(_PREFIXES)]
    slugs = tuple(mobile.operator(sample) for sample in samples)
    names = tuple(mobile.operator_name(slug) if slug else ("", "") for slug in slugs)
    return slugs, names, tuple(mobile.is_disputed(sample) for sample in samples)


class Gatherer:
    """Takes the cells of one column, from the first row on.

    Args:
        sheet: where they stand.
        column: which, counted from 0.
        include: numbers (their nine digits after 09) that count whatever their operator or form.
        every_operator: whether other operators' numbers count too.
    """

    def __init__(self, sheet: Sheet, column: int, include: Collection[int], *, every_operator: bool) -> None:
        self._sheet = sheet
        self._column = column
        self._include = frozenset(include)
        slugs, names, self._disputed = _operators()
        self._own = tuple(every_operator or slug == OWN for slug in slugs)
        self._known = tuple(slug is not None for slug in slugs)
        undoubted = (one for one in range(_PREFIXES) if self._own[one] and not self._disputed[one])
        self._plain = frozenset(undoubted) - _KNOWN_IN_PART
        self._tails = array("I")
        self._rows = array("I")
        self._seen: set[int] = set()
        self._rejects = Rejects(column, names)
        self._headings: list[tuple[int, str]] = []
        self._first: int | None = None
        self._used: set[int] = set()
        self._tallies: dict[str, _Tally] = {}

    def gather(self, progress: Progress) -> Gathered:
        """Return what the column holds.

        Args:
            progress: called with the share that is read, from 0 to 1.
        """
        sheet, height = self._sheet, self._sheet.height or 1
        place = self._column - sheet.first_column
        blank = self._blank_faults()
        rows, row, told = sheet.rows(), 0, 0
        while stretch := list(islice(rows, _STRETCH if row else 1)):
            if row >= told:
                progress(row / height)
                told += _STEP
            values = [each[place] if 0 <= place < len(each) else None for each in stretch]
            if not self._take_plain(row, values):
                self._take_stretch(row, values, blank)
            row += len(values)
        for behind in sorted(one for one in blank if one >= row):
            self._rejects.add(behind, "", blank[behind])
        progress(1.0)
        return self._finish()

    def _take_plain(self, first: int, values: Sequence[Value]) -> bool:
        """Count a stretch of rows at once where there is nothing to be said of any; else leave it alone.

        Args:
            first: the row of the first value.
            values: the cells of the column, one a row.
        """
        texts = [value for value in values if type(value) is str]
        if len(texts) < len(values) or self._sheet.facts.hidden_rows:
            return False
        lines = "\n".join((*texts, ""))
        # A cell with a line end of its own would make two lines of it.
        if len(lines) != _LINE * len(texts) or _ALL_DIALLED(lines) is None:
            return False
        numbers = [int(text) - _NINE for text in texts]
        new = set(numbers)
        known = {number // _TAIL for number in numbers} <= self._plain
        if not known or len(new) != len(numbers) or not self._seen.isdisjoint(new):
            return False
        if self._first is None:
            self._first = first
        self._seen |= new
        self._tails.extend(numbers)
        self._rows.extend(range(first, first + len(numbers)))
        return True

    def _take_stretch(self, first: int, values: Sequence[Value], blank: Mapping[int, Reason]) -> None:
        """Judge the cells of a stretch of rows one by one; `blank` tells why some are blank."""
        hidden, any_hidden = self._sheet.facts.is_hidden, bool(self._sheet.facts.hidden_rows)
        add, restored = self._add, self._tally("restored-zero")
        for row, value in enumerate(values, first):
            if value is None or value == "":
                if row in blank:
                    self._rejects.add(row, "", blank[row])
            elif any_hidden and hidden(row):
                self._hidden(row, value)
            elif type(value) is str and (dialled := _DIALLED(value)):
                add(row, int(dialled[1]), value)
            elif type(value) is float and _NINE <= value < _NINE + 10**9 and value.is_integer():
                if add(row, int(value) - _NINE, value):
                    restored.add(row)
            else:
                self._take(row, value)

    def _blank_faults(self) -> dict[int, Reason]:
        """Return why cells are blank that are not: a formula without a value, or an error."""
        facts = self._sheet.facts
        faults = dict.fromkeys(marked(facts.unvalued, self._column), Reason.NO_VALUE)
        faults.update(dict.fromkeys(marked(facts.formulas, self._column), Reason.NO_VALUE))
        return faults | dict.fromkeys(marked(facts.errors, self._column), Reason.CELL_ERROR)

    def _take(self, row: int, value: Value) -> None:
        """Judge one cell that is no plain «09…»."""
        if isinstance(value, str) and self._is_heading(row, value):
            self._headings.append((row, value.strip()))
            return
        parts = tuple(numbers_of(value))
        if not parts and not isinstance(value, str):
            reason = Reason.NOT_NUMBER if isinstance(value, bool) else Reason.DATE
            parts = (Part(None, str(value), reason),)
        counted = [self._part(row, part) for part in parts]
        if len(parts) > 1 and any(counted):
            self._tally("several").add(row)

    def _is_heading(self, row: int, value: str) -> bool:
        """Tell whether a text above the first number is a heading: words, or «شماره همراه ۱»."""
        if self._first is not None or row >= _HEAD_ROWS:
            return False
        if _DIGIT.search(value) is None:
            return bool(value.strip())
        return bool(_HEADING.search(fold(value))) and not any(
            part.number is not None for part in numbers_of(value)
        )

    def _part(self, row: int, part: Part) -> bool:
        """Count one number of a cell, or say why it does not count."""
        if self._first is None:
            self._first = row
        if part.number is None:
            self._rejects.add(row, part.text, part.reason or Reason.NOT_NUMBER)
            return False
        if not self._add(row, part.number, part.text):
            return False
        for code, holds in (
            ("restored-zero", part.restored),
            ("respelled", part.respelled and not part.restored and not part.beside),
            ("beside-text", part.beside),
        ):
            if holds:
                self._tally(code).add(row)
        return True

    def _add(self, row: int, number: int, given: Value) -> bool:
        """Count a number unless it is another operator's, looks made up, or stands there already."""
        if self._first is None:
            self._first = row
        prefix = number // _TAIL
        if not self._own[prefix] or number % _TAIL % _REPEATED == 0:
            if number not in self._include:
                self._rejects.add(row, _as_text(given), *self._refused(prefix))
                return False
            self._used.add(number)
        if number in self._seen:
            self._rejects.add(row, _as_text(given), Reason.DUPLICATE, number)
            return False
        self._seen.add(number)
        self._tails.append(number)
        self._rows.append(row)
        if self._disputed[prefix] or (prefix in _KNOWN_IN_PART and not is_known_form(number)):
            self._doubt(row, number)
        return True

    def _doubt(self, row: int, number: int) -> None:
        if number not in self._include and self._own[number // _TAIL]:
            self._tally("disputed-prefix").add(row)

    def _refused(self, prefix: int) -> tuple[Reason, int]:
        if self._own[prefix]:
            return Reason.REPEATED_TAIL, 0
        return (Reason.OTHER_OPERATOR, prefix) if self._known[prefix] else (Reason.UNKNOWN_PREFIX, 0)

    def _hidden(self, row: int, value: Value) -> None:
        """Leave a hidden row out: who looks at the sheet does not see it. A heading may be hidden."""
        if isinstance(value, str) and _DIGIT.search(value) is None:
            return
        self._rejects.add(row, _as_text(value), Reason.HIDDEN_ROW)

    def _tally(self, code: str) -> _Tally:
        return self._tallies.setdefault(code, _Tally())

    def _finish(self) -> Gathered:
        repeated = self._rejects.repeated()
        if repeated:
            rows = {}
            for number, row in zip(self._tails, self._rows, strict=True):
                if number in repeated:
                    rows[number] = row
            self._rejects.resolve(rows)
        first = self._first if self._first is not None else len(self._headings)
        heading = self._headings[-1][1] if self._headings else ""
        numbers, notes = Numbers(self._tails), tuple(self._notes(first))
        return Gathered(numbers, self._rejects, notes, heading, first)

    def _notes(self, first: int) -> Iterator[Note]:
        if len(self._headings) > 1:
            yield self._note("headings", len(self._headings), [row for row, _ in self._headings])
        for code in ("restored-zero", "respelled", "several", "beside-text", "disputed-prefix"):
            if code in self._tallies and self._tallies[code].count:
                yield self._note(code, self._tallies[code].count, self._tallies[code].rows)
        yield from self._of_facts(first)
        if self._used:
            used = [row for row, number in zip(self._rows, self._tails, strict=True) if number in self._used]
            yield self._note("included", len(used), used)
        unused = sorted(self._include - self._used)
        if unused:
            shown = tuple(_masked(number) for number in unused[:FEW])
            yield note("unused-include", len(unused), shown)

    def _of_facts(self, first: int) -> Iterator[Note]:
        facts = self._sheet.facts
        made = set(marked(facts.formulas, self._column)) | set(marked(facts.text_formulas, self._column))
        formulas = [row for row in self._rows if row in made] if made else []
        if formulas:
            yield self._note("formulas", len(formulas), formulas)
        merged = [
            top
            for (top, left), (bottom, right) in facts.merged
            if left <= self._column <= right and top >= first and (bottom > top or left != self._column)
        ]
        if merged:
            yield self._note("merged", len(merged), merged)

    def _note(self, code: str, count: int, rows: Sequence[int]) -> Note:
        return note(code, count, tuple(addresses.cell(row, self._column) for row in rows[:FEW]))


def _as_text(value: Value) -> str:
    if isinstance(value, float) and value == value and value == int(value) and abs(value) < 10**15:
        return str(int(value))
    return str(value)


def _masked(number: int) -> str:
    from taahodname.findings import mask

    return mask(spelled(number))
