"""Knows which tabs of a paragraph draw a line of dots or dashes, by its own stops and those of its style."""

from __future__ import annotations

import re
from collections.abc import Callable

from taahodname.word.markup import Element
from taahodname.word.names import qn
from taahodname.word.package import Package

_DRAWN = frozenset({"dot", "hyphen", "underscore", "heavy", "middleDot"})
_DEEPEST = 20  # styles based on one another


class Leaders:
    """The stops of the paragraph styles of one file."""

    def __init__(self, package: Package) -> None:
        sheets = package.related(package.main, "styles")
        root = package.xml(sheets[0]) if sheets else None
        self._styles = {
            style.get(qn("w:styleId"), ""): style
            for style in ([] if root is None else root.iter(qn("w:style")))
        }

    def of(self, paragraph: Element) -> Callable[[Element], bool]:
        """Return what tells of a w:tab in the paragraph whether it draws a line.

        Where every stop has a leader all tabs draw; where some have, the tab in the place of the stop does.
        """
        drawn = self._drawn(paragraph)
        if not any(drawn):
            return lambda _: False
        tabs = [tab for tab in paragraph.iter(qn("w:tab")) if tab.getparent() is not None and _in_run(tab)]

        def leads(tab: Element) -> bool:
            place = next((number for number, one in enumerate(tabs) if one is tab), len(drawn))
            return drawn[place] if place < len(drawn) else all(drawn)

        return leads

    def _drawn(self, paragraph: Element) -> list[bool]:
        """Return for each stop, in order, whether it has a leader."""
        stops: dict[int, bool] = {}
        own = paragraph.find(qn("w:pPr"))
        named = None if own is None else own.find(qn("w:pStyle"))
        chain = self._chain("" if named is None else named.get(qn("w:val"), ""))
        for properties in [*chain, *([] if own is None else [own])]:
            for stop in properties.iterfind(f"{qn('w:tabs')}/{qn('w:tab')}"):
                place = _place(stop)
                if stop.get(qn("w:val")) == "clear":
                    stops.pop(place, None)
                else:
                    stops[place] = stop.get(qn("w:leader"), "none") in _DRAWN
        return [stops[place] for place in sorted(stops)]

    def _chain(self, identifier: str) -> list[Element]:
        """Return the paragraph properties of a style and those it is based on, the ground first."""
        found: list[Element] = []
        for _ in range(_DEEPEST):
            style = self._styles.get(identifier)
            if style is None:
                break
            properties = style.find(qn("w:pPr"))
            if properties is not None:
                found.insert(0, properties)
            based = style.find(qn("w:basedOn"))
            identifier = "" if based is None else based.get(qn("w:val"), "")
        return found


def _in_run(tab: Element) -> bool:
    parent = tab.getparent()
    return parent is not None and parent.tag == qn("w:r")


def _place(stop: Element) -> int:
    value = stop.get(qn("w:pos"), "0")
    return int(value) if re.fullmatch(r"-?[0-9]{1,7}", value) else 0
