"""Makes one of a kind what must be so in a package: bookmarks, numbers of drawings and content controls."""

from __future__ import annotations

from collections.abc import Sequence

from taahodname.word.markup import Element
from taahodname.word.names import qn


def renumber(roots: Sequence[Element]) -> None:
    """Number bookmarks, drawings and content controls through all parts, in the order of reading.

    Word calls a file damaged when two drawings share a number, and a loop in a template copies them.

    Args:
        roots: the main part, then headers and footers; changed in place.
    """
    _bookmarks(roots)
    _count(roots, "wp:docPr", "id")
    _count(roots, "w:sdtPr/w:id", qn("w:val"))
    _old_shapes(roots)


_OLD_SHAPES = tuple(
    qn(f"v:{name}") for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "arc", "group")
)


def _old_shapes(roots: Sequence[Element]) -> None:
    """Give VML shapes that share a name new ones; they are told from each other by it."""
    for attribute in ("id", qn("o:spid")):
        taken: set[str] = set()
        for root in roots:
            for shape in root.iter(*_OLD_SHAPES):
                name = shape.get(attribute)
                if name:
                    shape.set(attribute, _free_name(name, taken))


def _count(roots: Sequence[Element], path: str, attribute: str) -> None:
    number = 0
    target = path.split("/")[-1]
    parent = path.split("/")[0] if "/" in path else None
    for root in roots:
        for element in root.iter(qn(target)):
            above = element.getparent()
            if parent is not None and (above is None or above.tag != qn(parent)):
                continue
            number += 1
            element.set(attribute, str(number))


def _bookmarks(roots: Sequence[Element]) -> None:
    names: set[str] = set()
    number = 0
    for root in roots:
        # A loop repeats a pair under one number: an end belongs to the last start of its number.
        current: dict[str, str] = {}
        for element in root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
            old = element.get(qn("w:id"), "")
            if element.tag == qn("w:bookmarkEnd"):
                element.set(qn("w:id"), current.get(old, old))
                continue
            current[old] = str(number)
            element.set(qn("w:id"), str(number))
            element.set(qn("w:name"), _free_name(element.get(qn("w:name"), "bookmark"), names))
            number += 1


def _free_name(name: str, taken: set[str]) -> str:
    """Return the name, or the next one with a number after it; Word ignores case here."""
    free, count = name, 1
    while free.lower() in taken:
        count += 1
        free = f"{name}_{count}"
    taken.add(free.lower())
    return free
