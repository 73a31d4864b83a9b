"""Footnotes and endnotes: the rule above them, and the notes of a page set one under the other."""

from __future__ import annotations

from collections.abc import Sequence

from taahodname.paper.blocks import Note
from taahodname.typeset.flow import slabs
from taahodname.typeset.marks import Anchor, Mark, RuleMark
from taahodname.typeset.slab import Setting, Slab, height_of, stacked

RULE = 144.0
"""The length of the rule above footnotes, in points: two inches, as Word draws it."""

_ROOM = 2.84  # a millimetre above and below the rule
_LINE = 0.5


class Notes:
    """The footnotes of a document, each set once.

    Args:
        setting: the fonts, and the structure that the notes are part of.
    """

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._known: dict[tuple[int, float], list[Slab]] = {}

    def _slabs(self, note: Note, column: float) -> list[Slab]:
        key = id(note), column
        if key not in self._known:
            inside = self._setting.inside(self._setting.within.add("Note"))
            self._known[key] = slabs(note.blocks, column, inside)
        return self._known[key]

    def height(self, notes: Sequence[Note], column: float) -> float:
        """Return the room that notes and their rule take at the foot of a page, in points."""
        if not notes:
            return 0.0
        return 2 * _ROOM + _LINE + sum(height_of(self._slabs(note, column)) for note in notes)

    def marks(self, notes: Sequence[Note], column: float, *, rtl: bool) -> list[Mark | Anchor]:
        """Return the rule and the notes, from the top of the room they take."""
        slab = rule_slab(column, rtl=rtl)
        found = [one for note in notes for one in _bare(self._slabs(note, column))]
        return stacked([slab, *found])[1]


def _bare(own: list[Slab]) -> list[Slab]:
    own[0].before = 0.0
    return own


def rule_slab(column: float, *, rtl: bool) -> Slab:
    """Return the short rule between a text and its notes, at the side where lines begin."""
    left, right = (column - RULE, column) if rtl else (0.0, RULE)
    rule: list[Mark | Anchor] = [RuleMark(max(left, 0.0), _ROOM, min(right, column), _ROOM, _LINE, "000000")]
    return Slab(2 * _ROOM + _LINE, rule)
