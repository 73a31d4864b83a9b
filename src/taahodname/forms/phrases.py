"""Finds the phrase that labels a blank: before it, beside it, above it, behind it in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from taahodname.forms.blanks import Kind
from taahodname.forms.labels import OWNERS, Reading, is_owner, read, section_of, words
from taahodname.forms.paragraphs import CHOICE, CONTROL, LEGACY
from taahodname.forms.survey import Spot
from taahodname.word.names import qn

_LONGEST = 12  # words of the text of a cell that may be a label
_REACH = 160  # characters before a blank
_TAIL = " \u00a0\t\n:：\u200c\u200e\u200f*([{«<"
# A full stop ends a sentence, but not behind a single letter («ش. شناسنامه»).
_HARD = re.compile(r"[:：؛;\n\t؟!]|(?<=\w\w)\.(?=\s)")
_SOFT = re.compile(r"[،,]|\s[-–—]\s|[•▪●♦◊*]")
_BRACKETED = re.compile(r"\(([^()]*)\)\s*$")
_HINT = re.compile(r"\s*[(\[]([^()\[\]]{2,50})[)\]]")
_SIGNS = str.maketrans(dict.fromkeys((CHOICE, CONTROL, LEGACY, "\ue010"), " "))


@dataclass(frozen=True, slots=True)
class Phrase:
    """What labels a blank.

    Attributes:
        label: the words as the form has them.
        reading: what they name; None where no field is known.
        source: where they stand: «before», «side», «above», «column», «previous», «hint», «alias», «own»,
            «behind», «next-row».
        colon: a colon parts them from the blank.
        owner: whose the head of the row or column says it is.
        bracketed: a remark in brackets that ended the label.
    """

    label: str
    reading: Reading | None
    source: str
    colon: bool = False
    owner: str = ""
    bracketed: str = ""

    @property
    def whole(self) -> bool:
        """Whether the label is all that stands there."""
        return self.reading is not None and self.reading.whole

    @property
    def said(self) -> str:
        """All words that are looked through for what is not ours."""
        before = self.reading.rest if self.reading and not self.reading.whole else ""
        return " ".join(f"{before} {self.label} {self.bracketed}".split())


def phrase_of(spot: Spot) -> Phrase | None:
    """Return what labels a blank; None for an empty cell beside nothing, which is no blank.

    Args:
        spot: the blank.
    """
    if spot.kind is Kind.PLACEHOLDER and spot.span is not None:
        inside = spot.text[spot.span.start + 1 : spot.span.end - 1].strip()
        return _phrase(inside, "own")
    found: Phrase | None = None
    if words(spot.before):
        found = _before(spot.before)
    elif spot.cell is not None and not words(spot.previous.translate(_SIGNS)):
        found = _cell(spot)
    elif words(spot.previous):
        found = _previous(spot.previous)
    if found is None or found.reading is None:
        found = _hint(spot) or _alias(spot) or found
    return found


def _before(text: str) -> Phrase:
    text = text.translate(_SIGNS)[-_REACH:]
    stripped = text.rstrip(_TAIL)
    colon = any(sign in text[len(stripped) :] for sign in ":：")
    hard = list(_HARD.finditer(stripped))
    segment = stripped[hard[-1].end() :] if hard else stripped
    found = _phrase(segment, "before")
    if not found.whole:
        soft = list(_SOFT.finditer(segment))
        tail = _phrase(segment[soft[-1].end() :], "before") if soft else found
        found = tail if tail.whole else found
    return replace(found, colon=colon)


def _phrase(text: str, source: str) -> Phrase:
    """Return a text as a label, a remark in brackets at its end told apart where that makes it one."""
    plain = " ".join(text.split())
    reading = read(plain)
    remark = _BRACKETED.search(plain.rstrip(_TAIL))
    if remark and (reading is None or not reading.whole):
        inner = _phrase(plain[: remark.start()], source)
        if inner.reading is not None:
            return replace(inner, bracketed=remark[1])
    label = reading.text if reading else plain[-60:].strip(_TAIL)
    return Phrase(label.strip(_TAIL), reading, source)


def _previous(text: str) -> Phrase | None:
    plain = text.translate(_SIGNS).rstrip()
    found = _phrase(plain.rstrip(_TAIL), "previous")
    return replace(found, colon=plain.endswith(":")) if found.whole else None


def _cell(spot: Spot) -> Phrase | None:
    grid, cell = spot.grid, spot.cell
    if grid is None or cell is None:
        return None
    side, above = _label_text(grid.side(cell)), grid.above(cell)
    top = _label_text(above.text) if above else ""
    top_owner = is_owner(top) or (section_of(top) if section_of(top) in OWNERS else "")
    head = side or _label_text(grid.head(cell))
    beside = _phrase(side, "side") if side else None
    if beside is not None and beside.whole:
        return replace(beside, owner=top_owner)
    over = _phrase(top, "above") if top else None
    if over is not None and over.whole and is_owner(head):
        return replace(over, source="column", owner=is_owner(head))
    if not side and top_owner and head:
        return replace(_phrase(head, "column"), owner=top_owner)
    # Beside a row's own head, which is not understood, the head of the column alone says nothing.
    if over is not None and over.whole and above is not None and not head:
        return over if above.row == cell.row - 1 else replace(over, source="next-row")
    behind = _label_text(grid.behind(cell))
    if not side and behind and _phrase(behind, "behind").whole:
        return _phrase(behind, "behind")
    if beside is None and over is not None and head:
        return replace(over, label=head, reading=None)
    return beside or over


def _label_text(text: str) -> str:
    """Return the text of a cell that may be a label: it has letters, and not too many words."""
    plain = " ".join(text.translate(_SIGNS).split())
    found = words(plain)
    if not found or len(found) > _LONGEST or all(word.key.isdigit() for word in found):
        return ""
    return plain.rstrip(_TAIL)


def _hint(spot: Spot) -> Phrase | None:
    match = _HINT.match(spot.after)
    found = _phrase(match[1], "hint") if match else None
    return found if found is not None and found.whole else None


def _alias(spot: Spot) -> Phrase | None:
    """Return the name of a content control as its label."""
    if spot.kind is not Kind.CONTROL or spot.span is None:
        return None
    control = spot.atoms[spot.span.start].node
    name = control.find(f"{qn('w:sdtPr')}/{qn('w:alias')}")
    found = None if name is None else _phrase(name.get(qn("w:val"), ""), "alias")
    return found if found is not None and found.whole else None
