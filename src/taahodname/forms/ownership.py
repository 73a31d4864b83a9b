"""Tells whose a blank is, the chief executive's or the representative's, by the nearest words that say so."""

from __future__ import annotations

import re
from functools import lru_cache

from taahodname.forms.labels import OWNERS, owners_in, read, section_of, words
from taahodname.forms.phrases import Phrase
from taahodname.forms.survey import Spot

_STARTS = frozenset({"اینجانب", "اینجانبان", "اقای", "اقا", "خانم", "جناب", "سرکار"})
_LOOK_BACK = re.compile(r"[.…_،؛:\n\t\ue000-\ue002]|\sو\s")
_SHORT = 9  # words
_PROSE = 25

Owner = tuple[str, str]
"""Whose it is, and the reason by which that is known."""

NOBODY: Owner = ("", "")


def owner_of(spot: Spot, phrase: Phrase) -> Owner:
    """Return whose a blank is and why, from the surest sign to the weakest; `NOBODY` where none is there.

    Args:
        spot: the blank.
        phrase: its label.
    """
    if phrase.reading is not None and phrase.reading.owner:
        return phrase.reading.owner, "label"
    remark = owners_in(phrase.bracketed)
    if len(remark) == 1:
        return remark[0], "label"
    if phrase.owner:
        return phrase.owner, "column"
    for look in (_sentence, _line, _row, _half):
        found = look(spot)
        if found[0]:
            return found
    if spot.section in OWNERS:
        return spot.section, "heading"
    return _after(spot)


def is_sentence(text: str) -> bool:
    """Tell whether a text speaks of a person as undertakings do («اینجانب …»)."""
    return any(word.key in _STARTS for word in words(text))


def _sentence(spot: Spot) -> Owner:
    """Look in the part of the sentence that speaks of one person: from «اینجانب» or «آقای» to the next."""
    if spot.span is None:
        return NOBODY
    starts = _person_starts(spot.text)
    inside = [place for place, start in enumerate(starts) if start[1] <= spot.span.start]
    if not inside:
        return NOBODY
    here = inside[-1]
    end = starts[here + 1][0] if here + 1 < len(starts) else len(spot.text)
    begin, start = starts[here]
    before, after = owners_in(spot.text[begin:start]), owners_in(spot.text[start:end])
    if before:
        return before[-1], "sentence"
    if len(after) == 1:
        return after[0], "sentence"
    return (after[0], "weak") if after else NOBODY


@lru_cache(maxsize=64)
def _person_starts(text: str) -> list[tuple[int, int]]:
    """Return where each person begins: the words leading there («به نمایندگی آقای»), and the word itself."""
    found: list[tuple[int, int]] = []
    last = -2
    for place, word in enumerate(words(text)):
        if word.key in _STARTS:
            if place != last + 1:
                found.append((_lead(text, word.start), word.start))
            last = place
    return found


def _lead(text: str, start: int) -> int:
    marks = list(_LOOK_BACK.finditer(text[max(0, start - 60) : start]))
    return max(0, start - 60) + marks[-1].end() if marks else max(0, start - 60)


def _line(spot: Spot) -> Owner:
    """Look at the words before it in the same line («نام مدیرعامل: … کد ملی: …»)."""
    if spot.span is None or is_sentence(spot.text):
        return NOBODY
    found = owners_in(spot.text[: spot.span.start])
    if not found:
        return NOBODY
    return found[-1], "row" if len(words(spot.text)) < _PROSE else "weak"


def _row(spot: Spot) -> Owner:
    """Look at the cells before it in the same row, the nearest first, and at the row's merged head."""
    if spot.grid is None or spot.cell is None:
        return NOBODY
    row = spot.grid.rows[spot.cell.row]
    texts = [cell.text for cell in reversed(row[: spot.cell.place])]
    for text in (*texts, spot.grid.head(spot.cell)):
        found = owners_in(text) if len(words(text)) <= _SHORT else ()
        if len(found) == 1:
            return found[0], "row"
    return NOBODY


def _half(spot: Spot) -> Owner:
    """Look at the headings above that cover its column and not the whole table: a table of two halves."""
    if spot.grid is None or spot.cell is None:
        return NOBODY
    for cell in spot.grid.covering(spot.cell):
        section = section_of(cell.text) if len(words(cell.text)) <= _SHORT and read(cell.text) is None else ""
        if section:
            return (section, "heading") if section in OWNERS and len(spot.grid.rows[cell.row]) > 1 else NOBODY
    return NOBODY


def _after(spot: Spot) -> Owner:
    found = owners_in(spot.after)
    return (found[0], "weak") if len(found) == 1 and len(words(spot.after)) <= _SHORT else NOBODY
