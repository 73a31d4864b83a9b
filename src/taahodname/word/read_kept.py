"""Keeps what the reader has worked out of styles: most paragraphs and runs look like others before."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Protocol, TypeVar

from lxml import etree

from taahodname.paper.blocks import Paragraph
from taahodname.word.markup import Element
from taahodname.word.names import qn

_MOST_PARAGRAPHS = 500  # some five letters' worth
_MOST = 2_000  # looks of one style sheet: far more than a letter has, few enough to bound the memory


class Merged(dict[str, Element]):
    """Properties of a paragraph or a run, merged, and what was made of them; nobody changes them after."""

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[Hashable, Any] = {}

    def told(self, question: Hashable, answer: Callable[[], Answer]) -> Answer:
        """Return what was made of the properties, made now where it is asked for the first time.

        Args:
            question: what it hangs on beside the properties.
            answer: makes it.
        """
        if question not in self._told:
            self._told[question] = answer()
        return self._told[question]  # type: ignore[no-any-return]


Answer = TypeVar("Answer")


class Keeper(Protocol):
    """What has room for what its methods have merged."""

    @property
    def kept(self) -> dict[Hashable, Merged]:
        """By the name of the method and what it was called with."""


Merger = TypeVar("Merger", bound=Callable[..., Merged])


def remembered(merge: Merger) -> Merger:
    """Return a method that merges the same properties once; elements are the same when written alike.

    Args:
        merge: a method of a `Keeper`.
    """

    @wraps(merge)
    def remembering(self: Keeper, *given: Any, **named: Any) -> Merged:
        keys = [_key(value) for value in given]
        names = {name: _key(value) for name, value in named.items()}
        key = (merge.__name__, *keys, *names.items())
        found = self.kept.get(key)
        if found is None:
            # Elements of the letter itself would hold all of it in the memory: they are copied.
            copies = {name: _alone(value, names[name]) for name, value in named.items()}
            found = merge(self, *map(_alone, given, keys), **copies)
            if len(self.kept) >= _MOST:
                self.kept.clear()
            self.kept[key] = found
        return found

    return remembering  # type: ignore[return-value]


def _key(value: Any) -> Hashable:
    if isinstance(value, etree._Element):
        return etree.tostring(value, with_tail=False)
    # Layers of a table style are elements of the style sheet, which are there as long as what is kept.
    return value  # type: ignore[no-any-return]


def _alone(value: Any, key: Any) -> Any:
    return etree.fromstring(key) if isinstance(value, etree._Element) else value


def kept_paragraph(
    paragraph: Element,
    around: tuple[Any, ...],
    kept: dict[Hashable, Paragraph],
    read: Callable[[], Paragraph],
) -> Paragraph:
    """Return a paragraph as it was read before, where one that is written alike was.

    Args:
        paragraph: a `w:p`.
        around: what else it hangs on: elements of the style sheet, which are known by being the same.
        kept: room for those of one style sheet.
        read: reads it.
    """
    key = (_key(paragraph), *around)
    found = kept.get(key)
    if found is None:
        found = read()
        if stands_alone(paragraph):
            if len(kept) >= _MOST_PARAGRAPHS:
                kept.clear()
            kept[key] = found
    return found


# What a paragraph may hold to look the same wherever it stands: no number that goes on counting, no note, no
# picture or link of its part, no field, no end of a section.
_FORMAT, _RUN = qn("w:pPr"), qn("w:r")
_FREE = frozenset(qn(f"w:{name}") for name in ["rPr", "t", "tab", "br", "cr", "bookmarkStart", "bookmarkEnd"])
_BOUND = frozenset(qn(f"w:{name}") for name in ["numPr", "sectPr", "framePr", "cnfStyle"])


def stands_alone(paragraph: Element) -> bool:
    """Tell whether what is read of a paragraph hangs on itself and the styles alone.

    Args:
        paragraph: a `w:p`.
    """
    for child in paragraph:
        if child.tag == _FORMAT:
            if any(one.tag in _BOUND for one in child):
                return False
        elif child.tag == _RUN:
            if any(one.tag not in _FREE for one in child):
                return False
        elif child.tag not in _FREE:
            return False
    return True
