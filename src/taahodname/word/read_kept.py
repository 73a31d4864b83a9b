"""Keeps what the reader has worked out of styles: most paragraphs and runs look like others before."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Protocol, TypeVar

from lxml import etree

from taahodname.word.markup import Element

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
