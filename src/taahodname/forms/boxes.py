"""The text boxes of a form, and the copies of each that are kept for old versions of Word."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from taahodname.word.markup import Element
from taahodname.word.names import qn

_BOX, _ALTERNATIVES = qn("w:txbxContent"), qn("mc:AlternateContent")


def is_copy(element: Element) -> bool:
    """Tell whether an element stands in a further version of something: the first is the one that is read."""
    inner = element
    for around in element.iterancestors():
        if around.tag == _ALTERNATIVES and around[0] is not inner:
            return True
        inner = around
    return False


def is_boxed(element: Element) -> bool:
    """Tell whether an element stands in a text box."""
    return next(element.iterancestors(_BOX), None) is not None


def boxes(root: Element) -> Iterator[Element]:
    """Yield what each text box of a part holds (w:txbxContent), without the copies."""
    return (box for box in root.iter(_BOX) if not is_copy(box))


def copies(box: Element) -> list[Element] | None:
    """Return the copies of a text box; None where they do not say the same, so that none can be filled.

    Word writes every box twice, as DrawingML and as VML for old versions (ECMA-376 part 3, §10.2).

    Args:
        box: what `boxes` yields.
    """
    alternatives = next(box.iterancestors(_ALTERNATIVES), None)
    if alternatives is None:
        return []
    first, *others = (list(version.iter(_BOX)) for version in alternatives)
    said = [all_words(one) for one in first]
    found = []
    for other in others:
        if other and [all_words(one) for one in other] != said:
            return None
        found += [other[first.index(box)]] if other else []
    return found


def align(box: Element) -> None:
    """Make the copies of a text box hold what it holds, after it was written in."""
    alternatives = next(box.iterancestors(_ALTERNATIVES), None)
    if alternatives is None:
        return
    first, *others = (list(version.iter(_BOX)) for version in alternatives)
    for other in others:
        if len(other) == len(first):
            other[first.index(box)][:] = [copy.deepcopy(child) for child in box]


def all_words(box: Element) -> str:
    """Return all that a text box says, as one text."""
    return "".join(text.text or "" for text in box.iter(qn("w:t")))
