"""Finds the lines شماره, تاریخ and پیوست in the head of a Word letterhead, and marks their blanks."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from taahodname.letterhead.fields import Found, labels_in
from taahodname.letterhead.slots import run_like, token
from taahodname.word.graft_material import Material, Story, Which
from taahodname.word.markup import Element, own_text, owner, parse, serialise
from taahodname.word.names import qn

_LEADERS = frozenset(".…·‥_/\\-–—")
_STAND_INS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:ptab"): "\t"}


class InHead(Struct):
    """What was found.

    Attributes:
        material: the letterhead with tokens in its blanks.
        names: the lines that were found, in their order.
        filled: those that have a value of their own.
        everywhere: they stand in a head that is seen on every page.
    """

    material: Material
    names: list[str] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)
    everywhere: bool = False


def find(material: Material) -> InHead:
    """Return a letterhead with the blanks of its head marked.

    Args:
        material: as it was prepared.
    """
    which: Which = "first" if "first" in material.headers and material.page.title_page else "default"
    result = InHead(material, everywhere=which == "default")
    headers = dict(material.headers)
    if which in headers:
        headers[which] = _marked(headers[which], result)
    opening = None if material.opening is None else _marked(material.opening, result)
    result.material = dataclasses.replace(material, headers=headers, opening=opening)
    return result


def _marked(story: Story, result: InHead) -> Story:
    root = parse(story.xml, "letterhead")
    before = len(result.names)
    for paragraph in list(root.iter(qn("w:p"))):
        _mark(paragraph, result)
    return story if len(result.names) == before else replace(story, xml=serialise(root))


class _Char(Struct):
    char: str
    text: Element | None
    place: int = 0


def _mark(paragraph: Element, result: InHead) -> None:
    chars = list(_characters(paragraph))
    text = "".join(one.char for one in chars)
    found = [one for one in labels_in(text) if one.name not in result.names]
    # From the end on: what is put in moves what comes after it.
    marked: list[str] = []
    for one in reversed(found):
        if one.filled:
            if one.name not in result.filled:
                result.filled.append(one.name)
        elif _into_next_cell(paragraph, one, text) or _behind(chars, one):
            marked.append(one.name)
    result.names += reversed(marked)


def _characters(paragraph: Element) -> Iterable[_Char]:
    for run in paragraph.iter(qn("w:r")):
        if owner(run) is not paragraph:
            continue
        for child in run:
            if child.tag == qn("w:t"):
                yield from (_Char(char, child, place) for place, char in enumerate(child.text or ""))
            elif child.tag in _STAND_INS:
                yield _Char(_STAND_INS[child.tag], None)


def _behind(chars: list[_Char], found: Found) -> bool:
    """Put the token after a label, in place of the dots that follow it."""
    last = chars[found.ends - 1]
    if last.text is None:
        return False
    blank = chars[found.ends : found.blank_ends]
    run: list[_Char] = []
    for one in blank:
        if one.text is None:
            break
        run.append(one)
    while run and run[-1].char == " ":
        run.pop()  # what parts it from the next label stays
    dots = "".join(one.char for one in run)
    later = [one for one in blank[len(run) :] if one.text is not None and one.char in _LEADERS]
    by_text: dict[Element, set[int]] = {}
    for one in (*run, *later):
        if one.text is not None:
            by_text.setdefault(one.text, set()).add(one.place)
    own = last.text.text or ""
    gone = by_text.pop(last.text, set())
    head = own[: last.place + 1]
    tail = "".join(char for place, char in enumerate(own) if place > last.place and place not in gone)
    for text, places in by_text.items():
        text.text = "".join(char for place, char in enumerate(text.text or "") if place not in places)
    last.text.text = f"{head} {token(found.name, dots.lstrip(' '))}{tail}"
    last.text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return True


def _into_next_cell(paragraph: Element, found: Found, text: str) -> bool:
    """Put the token into the empty cell after that of a label which ends its own."""
    cell = paragraph.getparent()
    if cell is None or cell.tag != qn("w:tc") or text[found.ends :].strip():
        return False
    following = cell.getnext()
    if following is None or following.tag != qn("w:tc"):
        return False
    inside = list(following.iter(qn("w:p")))
    is_filled = any(own_text(one).strip(" .…_") for one in inside)
    if not inside or is_filled or next(following.iter(qn("w:drawing")), None) is not None:
        return False
    blank = own_text(inside[0])
    for run in inside[0].findall(qn("w:r")):
        inside[0].remove(run)
    inside[0].append(run_like(next(paragraph.iter(qn("w:r")), None), token(found.name, blank)))
    return True
