"""The columns of a table with a client a row, made from the model, and how a heading names one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args, get_origin

from taahodname.batch import column_words
from taahodname.persian.letters import fold
from taahodname.profile import hints, labels
from taahodname.profile.fields import find
from taahodname.profile.model import LetterheadKind, Profile
from taahodname.rules import LINES

MOST_LINES = 3
"""How many lines one row has room for."""
LETTERHEAD_KINDS = tuple(kind for kind in get_args(LetterheadKind) if kind != "file")
"""The words for a letterhead that is no file."""

_NEAR = 0.75  # a typing slip; further off, «آدرس شرکت» would become the postal code
_DATES = frozenset({"birth_date", "date"})
_PROSE = frozenset({"activity", "address", "audience", "subject", "sample_messages", "signatories"})
_WIDTH, _PROSE_WIDTH = 20, 44
# Several leaves of the model that one cell holds together, and what else their column is called.
_TOGETHER = {
    "signatories": ("signatories.*.name", "signatories.*.title"),
    "letterhead": ("letterhead.kind", "letterhead.file"),
    **{
        f"letterhead.fields.{name}": tuple(
            f"letterhead.fields.{name}.{part}" for part in ("x_mm", "y_mm", "width_mm")
        )
        for name in ("number", "date", "attachments")
    },
}
_ALIASES = {"customer_list.file": ("customer_list",), "letterhead": ("letterhead.file", "letterhead.kind")}


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        path: where its value stands in a profile, places in a list counted from 0.
        heading: what heads it.
        hint: how it is filled in; empty where the heading says it all.
        example: an invented value.
        leaves: the leaves of the model that it fills, as `labels.paths` has them.
        aliases: other paths that mean it.
        choices: the values that a drop-down shows.
        only: no value but a choice is right.
        several: a cell has one value a line.
        date: the value is a date.
        width: in characters.
    """

    path: str
    heading: str
    hint: str
    example: str
    leaves: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    only: bool = False
    several: bool = False
    date: bool = False
    width: int = _WIDTH

    @property
    def flag(self) -> bool:
        """Whether the value is a yes or a no."""
        return column_words.YES in self.choices


@cache
def columns() -> tuple[Column, ...]:
    """Return all columns, in the order of the model."""
    return tuple(_column(path, leaves) for path, leaves in _paths())


def _paths() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the path of each column with the leaves it fills: those of the lines are there for every line."""
    leaves = labels.paths()
    together = {leaf: path for path, members in _TOGETHER.items() for leaf in members}
    of_lines = [leaf for leaf in leaves if leaf.startswith("lines.*.")]
    done: set[str] = set()
    for leaf in leaves:
        path = together.get(leaf, leaf.removesuffix(".*"))
        if leaf in of_lines:
            if "lines" not in done:
                for place in range(MOST_LINES):
                    yield from (
                        (one.removesuffix(".*").replace("*", str(place), 1), (one,)) for one in of_lines
                    )
            done.add("lines")
        elif path not in done:
            yield path, _TOGETHER.get(path, (leaf,))
            done.add(path)


def _column(path: str, leaves: tuple[str, ...]) -> Column:
    field = find(Profile, path)
    if field is None:
        raise KeyError(path)
    pattern = re.sub(r"\.[0-9]+(?=\.)", "", path)
    key = path.rpartition(".")[2]
    choices = _choices(pattern)
    return Column(
        path,
        _heading(path, str(field.title)),
        _hint(pattern),
        column_words.EXAMPLES.get(path) or column_words.EXAMPLES.get(pattern, ""),
        leaves,
        _ALIASES.get(path, ()),
        choices,
        only=bool(choices) and pattern != "letterhead",
        several=get_origin(field.annotation) is tuple,
        date=key in _DATES,
        width=_PROSE_WIDTH if key in _PROSE else _WIDTH,
    )


def _heading(path: str, title: str) -> str:
    section, _, rest = path.partition(".")
    if not rest:
        return title
    if section == "lines":
        return f"{labels.label(path.rpartition('.')[0]).fa}: {title}"
    return f"{labels.label(section).fa}: {title}"


def _hint(pattern: str) -> str:
    """Return the hint of a key, or that of its section where it has none of its own."""
    for path in (pattern, pattern.partition(".")[0]):
        found = column_words.HINTS.get(path) or hints.HINTS.get(path)
        if found and (path == pattern or path in _SECTION_HINTS):
            return found
    return ""


_SECTION_HINTS = frozenset({"ceo", "representative"})
"""The sections whose hint speaks of each of their keys."""


def _choices(pattern: str) -> tuple[str, ...]:
    return {
        "lines.type": LINES,
        "letterhead": LETTERHEAD_KINDS,
        "representative.mobile_ported": (column_words.YES, column_words.NO),
    }.get(pattern, ())


# Headings ----------------------------------------------------------------------------------------


def _key(heading: str) -> str:
    """Return the letters and digits of a heading as every keyboard has them.

    «شناسه‌ی ملی», «شناسة ملی» and «شناسهٔ ملی» are one word; a colon, a dash or a space parts nothing.
    """
    plain = re.sub(r"ه ی(?!\w)", "ه", fold(heading.replace("ة", "ه")))
    return re.sub(r"[\W_]+", "", plain)


@cache
def _known() -> dict[str, Column]:
    """Return each column by the keys of its names: its heading, its label and its paths."""
    known: dict[str, Column] = {}
    for column in columns():
        for name in (column.heading, *_labels(column), column.path, *column.aliases):
            known.setdefault(_key(name), column)
    return known


def _labels(column: Column) -> Iterator[str]:
    """Yield what the messages call the field of a column: «نام شرکت» beside «شرکت: نام»."""
    for path in (column.path, *column.aliases):
        yield labels.label(path).fa


def named(heading: str) -> Column | None:
    """Return the column that a heading names, by its Persian words or by its path; None when none does.

    Args:
        heading: as it stands in the table.
    """
    return _known().get(_key(heading))


def meant(heading: str) -> Column | None:
    """Return the column that an unknown heading comes near to, or None.

    Args:
        heading: as it stands in the table.
    """
    close = difflib.get_close_matches(_key(heading), _known(), n=1, cutoff=_NEAR)
    return _known()[close[0]] if close else None


def is_result(heading: str) -> bool:
    """Tell whether a heading is that of the column which a table that was handed back has more."""
    return _key(heading) == _key(column_words.RESULT)


@cache
def _by_path() -> dict[str, Column]:
    known = {column.path: column for column in columns()}
    return known | {alias: column for column in columns() for alias in column.aliases}


def of_field(path: str) -> Column | None:
    """Return the column whose cell holds a field, or None for a field that has no cell («lines», «»).

    Args:
        path: as in a finding; «lines.0.sample_messages.1» stands in the cell of its list.
    """
    while path and path not in _by_path():
        path = path.rpartition(".")[0]
    return _by_path().get(path)


def line_heading(place: int) -> str:
    """Return how the headings call a line, counted from 0: «خط ۱»."""
    return labels.label(f"lines.{place}").fa
