"""Marks the tags of a template: those between elements become elements, those among words signs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from msgspec import Struct

from taahodname.word.markup import Element, parse
from taahodname.word.names import qn

SPACE: Final = "urn:taahodname:form"
"""The namespace of the elements that stand for tags; it never leaves this room."""
TAG: Final = f"{{{SPACE}}}tag"
CELL: Final = f"{{{SPACE}}}cell"
PARAGRAPH: Final = f"{{{SPACE}}}paragraph"
OPENS, CLOSES = "\ue000", "\ue001"
"""The signs around the number of a tag inside of words."""
_SIGNS = re.compile("[\ue000-\ue00f]")

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^<>]*)?>")


class Marked(Struct, frozen=True):
    """A body whose tags are elements and signs.

    Attributes:
        body: its `w:body`.
        tags: what each stands for, by its number.
    """

    body: Element
    tags: tuple[str, ...]


def mark(source: str, part: str, listing: Callable[[str], str]) -> Marked | None:
    """Return the body of a template with its tags marked, or None where they stand in an unusual way.

    Args:
        source: the body as docxtpl hands it to Jinja.
        part: the name of its part.
        listing: what docxtpl does with tabs and line ends in words.
    """
    if _SIGNS.search(source):
        return None
    tags: list[str] = []
    pieces: list[str] = []
    place = 0
    for match in _TAG.finditer(source):
        before = source.rfind("<", 0, match.start())
        inside = _TEXT.match(source, before) if before >= 0 else None
        if "<" in match.group() or ">" in match.group():
            return None
        pieces.append(source[place : match.start()])
        number, place = len(tags), match.end()
        pieces.append(f"{OPENS}{number}{CLOSES}" if inside else f'<form:tag n="{number}"/>')
        tags.append(match.group())
    pieces.append(source[place:])
    text = "".join(pieces).replace("<w:body", f'<w:body xmlns:form="{SPACE}"', 1)
    return Marked(parse(listing(text).encode(), part), tuple(tags))


def is_usual(body: Element) -> bool:
    """Tell whether every tag that takes a row or a paragraph away stands between paragraphs."""
    return not any(next(tag.iterancestors(qn("w:p")), None) is not None for tag in body.iter(TAG))


def close_cells(body: Element) -> None:
    """See that every cell ends in a paragraph, as `fill` does; where a loop decides, a mark asks."""
    for cell in body.iter(qn("w:tc")):
        last = cell[-1] if len(cell) else None
        if last is not None and last.tag == TAG:
            cell.append(cell.makeelement(CELL, {"n": "0"}))
        elif last is None or last.tag != qn("w:p"):
            cell.append(cell.makeelement(qn("w:p"), {}))


def outer_paragraphs(body: Element) -> list[Element]:
    """Return the paragraphs that stand in no other one (as those of text boxes do)."""
    own = qn("w:p")
    return [one for one in body.iter(own) if next(one.iterancestors(own), None) is None]


def holds_tag(paragraph: Element) -> bool:
    """Tell whether the words of a paragraph, or of a text box on it, hold a tag."""
    return any(OPENS in (text.text or "") for text in paragraph.iter(qn("w:t")))
