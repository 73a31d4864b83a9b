"""Finds the blanks of one paragraph: dots, lines, underlined spaces, leaders, brackets, dates, fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from taahodname.forms.labels import Reading, is_owner, key_of, read
from taahodname.forms.paragraphs import CHOICE, CONTROL, LEGACY, Atom, text_of
from taahodname.word.markup import Element
from taahodname.word.names import qn


class Kind(StrEnum):
    """The shape of a blank."""

    DOTS = "dots"
    LINE = "line"
    SPACES = "underlined-spaces"
    LEADER = "tab-leader"
    BRACKETS = "brackets"
    PLACEHOLDER = "placeholder"
    DATE = "date"
    CONTROL = "content-control"
    LEGACY = "form-field"
    CHOICE = "choice"
    GAP = "gap"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Span:
    """A blank inside a paragraph: its characters are those from `start` to before `end`."""

    start: int
    end: int
    kind: Kind


_SPACE = " \u00a0\u2002-\u200a\u202f\u3000"
_SPACES = " \u00a0"
_MARKS = "\u200c\u200e\u200f"
_DOTS = re.compile(rf"[.…․‥·٫•][.…․‥·٫•{_SPACE}{_MARKS}\n]*")
_DOT_WEIGHT = {"…": 3, "‥": 2}
_LEAST_DOTS, _LEAST_AFTER_COLON = 4, 3
_LINE = re.compile(rf"_[_{_SPACE}{_MARKS}\n]*|[‐-―\u2500-]{{4,}}|ـ{{4,}}")
_LEAST_LINE = 3
_LEAST_OF_DATE = 2
_INK = f"[.…․‥·_{_SPACE}{_MARKS}]"
_CENTURY = "(?:1[34]|۱[۳۴])[0۰]?"
_DATE = re.compile(
    rf"(?:(?<![0-9۰-۹]){_CENTURY}(?=[.…_{_SPACE}/\\]))?{_INK}{{0,40}}[/\\]{_INK}{{2,40}}[/\\]"
    rf"(?:{_INK}{{0,40}}{_CENTURY}(?![0-9۰-۹]))?{_INK}{{0,40}}"
)
_BRACKETS = re.compile(rf"(?<=[(\[{{«])[{_SPACE}\t]{{2,}}(?=[)\]}}»])")
_PLACEHOLDER = re.compile(r"[\[<{]\s*([^\[\]<>{}\n]{2,60}?)\s*[\]>}]")
_BOX = re.compile(rf"[\u2610\u25a1\u25fb\u2751\u274f\u2b1c]|\[[{_SPACE}]?\]|\([{_SPACE}]?\)")
_GAP = re.compile(
    rf"(?<=[:：])[{_SPACE}]{{4,}}(?=\S)|(?<=[:：])[{_SPACE}]*\t[{_SPACE}\t]*(?=\S)|(?<=[:：])[{_SPACE}\t]*\Z"
)
_PAGE = re.compile(r"\s*[0-9۰-۹]{1,3}\s*")
_NEAR = 200
"""Characters before a blank that may belong to its label."""
_SIGNS = {CONTROL: Kind.CONTROL, LEGACY: Kind.LEGACY, CHOICE: Kind.CHOICE}
_ARABIC = re.compile("[\u0620-\u063f\u0641-\u064a\u066e-\u06d3]")

Leads = Callable[[Element], bool]


def spans(found: Sequence[Atom], leads: Leads = lambda _: False) -> list[Span]:
    """Return the blanks of a paragraph in order; where two would overlap, the plainer reading holds.

    Args:
        found: its characters.
        leads: tells whether a w:tab draws a line of dots or dashes.
    """
    text = text_of(list(found))
    taken: list[Span] = []
    covered = bytearray(len(text) + 1)

    def add(more: Iterator[Span]) -> None:
        for one in more:
            if not any(covered[one.start : one.end]):
                taken.append(one)
                covered[one.start : one.end] = b"\1" * (one.end - one.start)

    for source in (_signs, _dates, _placeholders, _brackets, _dots, _lines):
        add(source(text))
    add(_leaders(found, text, leads))
    add(_underlined(found))
    add(_boxes(text))
    add(_gaps(text, covered))
    return list(_joined(sorted(taken, key=lambda one: one.start), text))


def _joined(found: list[Span], text: str) -> Iterator[Span]:
    """Yield the blanks, those that only spaces part as one: a long blank is often drawn in pieces."""
    held: Span | None = None
    for one in found:
        if held is not None and _same_blank(held, one, text):
            held = Span(held.start, one.end, held.kind)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


_DRAWN = frozenset({Kind.DOTS, Kind.LINE, Kind.SPACES, Kind.LEADER})


def _same_blank(one: Span, other: Span, text: str) -> bool:
    return {one.kind, other.kind} <= _DRAWN and not text[one.end : other.start].strip(" \u00a0\n\u200e\u200f")


def _signs(text: str) -> Iterator[Span]:
    for place, char in enumerate(text):
        if char in _SIGNS:
            yield Span(place, place + 1, _SIGNS[char])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in _MARKS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _MARKS):
        end -= 1
    return start, end


def _dates(text: str) -> Iterator[Span]:
    for match in _DATE.finditer(text):
        start, end = match.span()
        if (
            "." in match.group()
            or "…" in match.group()
            or "_" in match.group()
            or match.group().count(" ") >= 2
        ):
            first, end = _trimmed(text, start, end)
            # The room before the first stroke is part of the blank, all but the space behind its label.
            yield Span(min(start + 1, first) if text[start] in _SPACES else start, end, Kind.DATE)


def _placeholders(text: str) -> Iterator[Span]:
    for match in _PLACEHOLDER.finditer(text):
        reading = read(match[1])
        if reading is not None and reading.whole and key_of(reading.text) == key_of(match[1]):
            yield Span(match.start(), match.end(), Kind.PLACEHOLDER)


def _brackets(text: str) -> Iterator[Span]:
    return (Span(match.start(), match.end(), Kind.BRACKETS) for match in _BRACKETS.finditer(text))


def _dots(text: str) -> Iterator[Span]:
    for match in _DOTS.finditer(text):
        weight = sum(_DOT_WEIGHT.get(char, 1) for char in match.group() if char in ".…․‥·٫•")
        after_colon = _before(text, match.start()).endswith((":", "："))
        if weight >= (_LEAST_AFTER_COLON if after_colon else _LEAST_DOTS):
            yield Span(*_trimmed(text, *match.span()), Kind.DOTS)


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        drawn = match.group()
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        # A long kashida inside a word only stretches it.
        stretched = drawn[0] == "ـ" and _ARABIC.match(before or " ") and _ARABIC.match(after or " ")
        if sum(not char.isspace() and char not in _MARKS for char in drawn) >= _LEAST_LINE and not stretched:
            yield Span(*_trimmed(text, *match.span()), Kind.LINE)


def _leaders(found: Sequence[Atom], text: str, leads: Leads) -> Iterator[Span]:
    for place, atom in enumerate(found):
        if atom.char != "\t" or not leads(atom.node):
            continue
        # A table of contents leads its dots to the number of a page.
        if _PAGE.fullmatch(text, place + 1):
            continue
        yield Span(place, place + 1, Kind.LEADER)


def _underlined(found: Sequence[Atom]) -> Iterator[Span]:
    start = None
    for place in range(len(found) + 1):
        inside = place < len(found) and _is_underlined_space(found[place])
        if inside and start is None:
            start = place
        elif not inside and start is not None:
            tabs = any(atom.char == "\t" for atom in found[start:place])
            if tabs or place - start >= _LEAST_LINE:
                yield Span(start, place, Kind.SPACES)
            start = None


def _is_underlined_space(atom: Atom) -> bool:
    if atom.run is None or not (atom.char.isspace() and atom.char != "\n"):
        return False
    line = atom.run.find(f"{qn('w:rPr')}/{qn('w:u')}")
    return line is not None and line.get(qn("w:val"), "single") != "none"


def _boxes(text: str) -> Iterator[Span]:
    for match in _BOX.finditer(text):
        kind = Kind.CHOICE
        # «نام شرکت: ( )»: after a colon, with nothing to choose behind it, the brackets stand for a blank.
        if match.group()[0] in "([" and _before(text, match.start()).endswith(":"):
            alone = not text[match.end() : match.end() + _NEAR].strip()
            kind = Kind.BRACKETS if alone else Kind.CHOICE
        if kind is Kind.BRACKETS:
            yield Span(match.start() + 1, match.end() - 1, kind)
        elif not match.group().startswith("("):
            yield Span(match.start(), match.end(), kind)


def _gaps(text: str, covered: bytearray) -> Iterator[Span]:
    """Yield what stands empty behind «label:», where a known label ends there."""
    for match in _GAP.finditer(text):
        before = max(covered.rfind(1, 0, match.start()) + 1, match.start() - _NEAR)
        if _may_be_followed(read(text[before : match.start()])):
            yield Span(match.start(), match.end(), Kind.GAP)


def _may_be_followed(reading: Reading | None) -> bool:
    """Tell whether a value may be typed right behind a label; «نمایندهٔ شرکت:» is a heading."""
    return reading is not None and reading.whole and not is_owner(reading.text)


def _before(text: str, place: int) -> str:
    return text[max(0, place - _NEAR) : place].rstrip()
