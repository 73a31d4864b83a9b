"""Puts words into a letterhead that many have: it is read once, and each time only its words are new."""

from __future__ import annotations

import dataclasses
import html
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from lxml import etree
from msgspec.structs import replace

from taahodname.word.environment import GAP_CLOSES, GAP_OPENS
from taahodname.word.graft_material import Material, Story, Which, Wording
from taahodname.word.names import NAMESPACES, qn
from taahodname.word.run_texts import Look, directed
from taahodname.word.runs import key, set_direction

# Signs of no meaning and no direction of their own, found nowhere in a letterhead that is made.
_FIRST, _LAST = "\ue700", "\ue70f"
_MARK = re.compile(f"[{_FIRST}-{_LAST}]")
_MARKED_RUN = re.compile(f"<w:r>(?:(?!</?w:r>).)*?({_MARK.pattern})(?:(?!</?w:r>).)*?</w:r>")
# Control characters, the marks of a gap, and our own: such words are directed as elements.
_UNUSUAL: Final = re.compile(f"[\x00-\x1f\x7f-\x9f\ud800-\udfff{GAP_OPENS}{GAP_CLOSES}{_FIRST}-{_LAST}]")
_OPENING, _CLOSING = '<w:p><w:r><w:t xml:space="preserve">', "</w:t></w:r></w:p>"


def mark(number: int) -> str:
    """Return what stands in a letterhead where words will go; it is all that its run says.

    Args:
        number: of the words, from 0 to 15.
    """
    return chr(ord(_FIRST) + number)


def runs_of(text: str) -> str | None:
    """Return the runs of a right-to-left paragraph of words alone, as `runs.direct` makes them.

    Args:
        text: the words.

    Returns:
        XML with the prefix «w»; None where the words are blank or unusual and are to be directed as elements.
    """
    if not text.strip() or _UNUSUAL.search(text):
        return None
    found = directed(f"{_OPENING}{html.escape(text, quote=False)}{_CLOSING}", _look)
    return None if found is None else found.removeprefix("<w:p>").removesuffix("</w:p>")


@lru_cache(maxsize=16)
def _look(properties: str, ltr: bool | None) -> Look:
    run = etree.Element(qn("w:r"), nsmap={"w": NAMESPACES["w"]})
    if ltr is not None:
        set_direction(etree.SubElement(run, qn("w:rPr")), ltr=ltr)
    written = "".join(etree.tostring(child, encoding="unicode") for child in run)
    return Look(properties or written.replace(f' xmlns:w="{NAMESPACES["w"]}"', ""), key(run))


def worded(pattern: Material, words: Sequence[str]) -> Material:
    """Return a letterhead with words in the place of its marks.

    Args:
        pattern: the letterhead with marks in its heads and feet; many may be made of it.
        words: runs as `runs_of` makes them, by the number of their mark.
    """
    wording = Wording(pattern, tuple(words))
    made = dataclasses.replace(
        pattern, headers=_stories(pattern.headers, words), footers=_stories(pattern.footers, words)
    )
    made.worded_by(wording)
    return made


def _stories(stories: Mapping[Which, Story], words: Sequence[str]) -> Mapping[Which, Story]:
    return MappingProxyType(
        {kind: replace(story, xml=filled(story.xml, words)) for kind, story in stories.items()}
    )


def is_marked(xml: bytes) -> bool:
    """Tell whether a part has marks for words."""
    return _MARK.search(xml.decode()) is not None


def filled(xml: bytes, words: Sequence[str]) -> bytes:
    """Return a part with words in the place of its marks.

    Args:
        xml: the part.
        words: see `worded`.
    """
    pieces = list(_parted(xml))
    pieces[1::2] = [words[ord(one) - ord(_FIRST)] for one in pieces[1::2]]
    return "".join(pieces).encode()


@lru_cache(maxsize=32)
def _parted(xml: bytes) -> tuple[str, ...]:
    """Return a part cut at its marks, which stand at every second place: many fill the same one."""
    pieces = _MARKED_RUN.split(xml.decode())
    if any(map(_MARK.search, pieces[::2])):
        raise ValueError("a mark for words does not stand in a run of its own")
    return tuple(pieces)
