"""Gives every piece of text its direction: Persian in right-to-left runs, numbers and Latin in their own."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from lxml import etree
from msgspec import Struct, field

from taahodname.persian.isolation import LRM, isolate, ltr_spans
from taahodname.word.environment import GAP_CLOSES, GAP_OPENS
from taahodname.word.markup import Element, is_on, owner, text_element
from taahodname.word.names import qn
from taahodname.word.properties import put, remove

_NOISE = ("w:proofErr", "w:lastRenderedPageBreak")
_STAND_INS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
_OTHER = "\ufffc"
_ASCII_NUMBER = re.compile("[0-9]+")
_GAP = re.compile(f"{GAP_OPENS}[^{GAP_CLOSES}]*{GAP_CLOSES}")
_GAP_COLOUR = "FFFF00"
# The marks themselves are in hardly any font.
_SHOWN_MARKS = str.maketrans({GAP_OPENS: "[", GAP_CLOSES: "]"})
_TWINS = (("w:b", "w:bCs"), ("w:i", "w:iCs"), ("w:sz", "w:szCs"))


class _Look(Struct, frozen=True):
    """What sets a piece of text off from its neighbours."""

    ltr: bool
    gap: bool


# One of each, so that two characters look the same when they have the same one.
_LOOKS = {(ltr, gap): _Look(ltr, gap) for ltr in (False, True) for gap in (False, True)}


class _Char(Struct):
    """One character of a paragraph: the run it stands in, and the child of it that is no text."""

    char: str
    run: Element
    child: Element | None = None


class _Piece(Struct):
    """Neighbouring characters of one run and one look."""

    look: _Look
    chars: list[_Char] = field(default_factory=list)


def direct(paragraph: Element, *, mark_gaps: bool = False) -> None:
    """Set the direction of every run of a right-to-left paragraph.

    Pieces that are read from left to right (`persian.isolation`) become runs of their own, between marks, for
    readers that go by the marks alone (UAX #9); Word goes by the runs. ASCII digits get such runs too: in a
    right-to-left run Word may draw them as Persian ones.

    Args:
        paragraph: a `w:p`; text boxes that hang on it are left to their own paragraphs.
        mark_gaps: paint what stands between the marks of a gap.
    """
    clean(paragraph)
    chars = _characters(paragraph)
    if any(char.child is None for char in chars):
        _rebuild(_with_marks(chars), mark_gaps=mark_gaps)
    merge(paragraph)


def directions(paragraph: Element) -> Iterator[tuple[Element, str, bool]]:
    """Yield the pieces of a paragraph's text as they should be: the run, the text, left to right or not.

    Args:
        paragraph: a `w:p`; nothing in it changes.
    """
    chars = _characters(paragraph)
    looks = _looks("".join(char.char for char in chars))
    texts = [(char, look.ltr) for char, look in zip(chars, looks, strict=True) if char.child is None]
    for (run, ltr), group in groupby(texts, key=lambda pair: (pair[0].run, pair[1])):
        yield run, "".join(char.char for char, _ in group), ltr


def clean(paragraph: Element) -> None:
    """Take away what Word leaves between runs for itself: spelling marks and the page ends it last saw."""
    for name in _NOISE:
        for element in list(paragraph.iter(qn(name))):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)


def _characters(paragraph: Element) -> list[_Char]:
    chars: list[_Char] = []
    fields = 0
    for run in paragraph.iter(qn("w:r")):
        if owner(run) is not paragraph:
            continue
        for child in run:
            if child.tag == qn("w:fldChar"):
                fields += {"begin": 1, "end": -1}.get(child.get(qn("w:fldCharType"), ""), 0)
            if child.tag == qn("w:t") and not fields:
                chars.extend(_Char(char, run) for char in child.text or "")
            elif child.tag != qn("w:rPr"):
                # What a field shows («1») is only what Word last counted: its look is the field's own.
                stand_in = _OTHER if fields else _STAND_INS.get(child.tag, _OTHER)
                chars.append(_Char(stand_in, run, child))
    return chars


def _with_marks(chars: list[_Char]) -> list[_Char]:
    """Return the characters with the marks that `isolate` adds, each beside the run it belongs to."""
    text = "".join(char.char for char in chars)
    isolated = isolate(text)
    if isolated == text:
        return chars
    marked: list[_Char] = []
    rest = iter(chars)
    following = next(rest, None)
    for mark in isolated:
        if following is not None and mark == following.char:
            marked.append(following)
            following = next(rest, None)
        else:
            marked.append(_Char(mark, chars[0].run))
    _settle(marked, chars)
    return marked


def _settle(marked: list[_Char], chars: list[_Char]) -> None:
    """Give each added mark its run: an opening one that of the next character, any other that of the last."""
    own = {id(char) for char in chars}
    starts = {start for start, _ in spans("".join(char.char for char in marked))}
    for place, char in enumerate(marked):
        if id(char) in own:
            continue
        if place in starts:
            char.run = next(other.run for other in marked[place:] if id(other) in own)
        elif place:
            char.run = marked[place - 1].run


@lru_cache(maxsize=256)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of the left-to-right pieces of a text, with the marks on both sides of each."""
    found: list[tuple[int, int]] = []
    for start, end in ltr_spans(text):
        opens = start - 1 if text[start - 1 : start] == LRM else start
        closes = end + 1 if text[end : end + 1] == LRM else end
        found.append((opens, closes))
    return tuple(found)


def _looks(text: str) -> list[_Look]:
    ltr = [False] * len(text)
    for start, end in (*spans(text), *(match.span() for match in _ASCII_NUMBER.finditer(text))):
        ltr[start:end] = [True] * (end - start)
    gap = [False] * len(text)
    for match in _GAP.finditer(text):
        gap[match.start() : match.end()] = [True] * (match.end() - match.start())
    return [_LOOKS[pair] for pair in zip(ltr, gap, strict=True)]


def _rebuild(chars: list[_Char], *, mark_gaps: bool) -> None:
    pieces: dict[Element, list[_Piece]] = {}
    for char, look in zip(chars, _looks("".join(char.char for char in chars)), strict=True):
        of_run = pieces.setdefault(char.run, [])
        if not of_run or of_run[-1].look is not look:
            of_run.append(_Piece(look))
        of_run[-1].chars.append(char)
    for run, of_run in pieces.items():
        if all(char.child is not None for piece in of_run for char in piece.chars):
            continue
        for piece in of_run:
            run.addprevious(_run(run, piece, mark_gaps=mark_gaps))
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)


def _run(model: Element, piece: _Piece, *, mark_gaps: bool) -> Element:
    """Return a run of one piece in the look of the run it was part of."""
    run = etree.Element(qn("w:r"))
    old = model.find(qn("w:rPr"))
    properties = etree.SubElement(run, qn("w:rPr")) if old is None else copy.deepcopy(old)
    run.insert(0, properties)
    set_direction(properties, ltr=piece.look.ltr)
    if mark_gaps and piece.look.gap:
        put(properties, "w:highlight", val="yellow")
        put(properties, "w:shd", val="clear", color="auto", fill=_GAP_COLOUR)
    text = ""
    for char in piece.chars:
        if char.child is None:
            text += char.char.translate(_SHOWN_MARKS) if mark_gaps and piece.look.gap else char.char
            continue
        _add_text(run, text)
        text = ""
        run.append(char.child)
    _add_text(run, text)
    return run


def _add_text(run: Element, text: str) -> None:
    if text:
        run.append(text_element(text))


def set_direction(properties: Element, *, ltr: bool) -> None:
    """Set the direction and the language of a run; its words keep the size and weight of the other side.

    Args:
        properties: its `w:rPr`, changed in place.
        ltr: left to right, else right to left.
    """
    was_rtl = is_on(properties.find(qn("w:rtl")))
    if was_rtl == ltr:
        source, target = (1, 0) if ltr else (0, 1)
        for pair in _TWINS:
            _copy_value(properties, pair[source], pair[target])
    if ltr:
        remove(properties, "w:cs")
        # An explicit «off»: the style may well say right-to-left.
        put(properties, "w:rtl", val="0")
    else:
        put(properties, "w:rtl")
    old = properties.find(qn("w:lang"))
    values = (
        {} if old is None else {etree.QName(key).localname: str(value) for key, value in old.attrib.items()}
    )
    put(properties, "w:lang", **{**values, **({"val": "en-US"} if ltr else {}), "bidi": "fa-IR"})


def add_twins(properties: Element) -> None:
    """Give a run's Persian the size, weight and slope that are said of its Latin alone."""
    for latin, complex_script in _TWINS:
        _copy_value(properties, latin, complex_script)
        _copy_value(properties, complex_script, latin)


def _copy_value(properties: Element, source: str, target: str) -> None:
    found = properties.find(qn(source))
    if found is None or properties.find(qn(target)) is not None:
        return
    value = found.get(qn("w:val"))
    put(properties, target, **({} if value is None else {"val": value}))


def merge(paragraph: Element) -> None:
    """Join neighbouring runs of text that look the same."""
    runs = [run for run in paragraph.iter(qn("w:r")) if owner(run) is paragraph]
    for run in runs:
        before = run.getprevious()
        if before is None or before.tag != qn("w:r") or not (_is_text(before) and _is_text(run)):
            continue
        if key(before) != key(run):
            continue
        for child in [child for child in run if child.tag != qn("w:rPr")]:
            before.append(child)
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
        _join_texts(before)


def _is_text(run: Element) -> bool:
    return all(child.tag in (qn("w:t"), qn("w:rPr"), *_STAND_INS) for child in run)


def key(run: Element) -> bytes:
    """Return what two runs that look the same have in common."""
    properties = run.find(qn("w:rPr"))
    if properties is None or len(properties) == 0:
        return b""
    return etree.tostring(properties, method="c14n", exclusive=True, with_tail=False)


def _join_texts(run: Element) -> None:
    for text in run.findall(qn("w:t")):
        before = text.getprevious()
        if before is not None and before.tag == qn("w:t"):
            joined = text_element((before.text or "") + (text.text or ""))
            run.remove(before)
            run.replace(text, joined)
