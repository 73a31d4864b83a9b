"""Gives paragraphs and tables as their part has them in writing; to serialise them again takes longer."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence

from taahodname.word.markup import Element
from taahodname.word.names import NAMESPACES, qn

_P, _TABLE = qn("w:p"), qn("w:tbl")
_PARAGRAPHS = re.compile(r"(<w:p(?: [^<>]*)?(?:/>|(?<!/)>[^<]*+(?:<(?!/w:p>)[^<]*+)*+</w:p>))")
_ROOT = re.compile(r"\s*(?:<\?xml[^<>]*\?>\s*)?(<[^<>!?]+>)")
_BEYOND_TAGS = ("<!", "<?", "xmlns")


class Written:
    """A part whose paragraphs stand one beside the other, cut into them and what is between.

    A part that could be read otherwise than it is written here (comments, other prefixes, paragraphs in text
    boxes) gives nothing.

    Args:
        data: the part.
        root: the same, parsed.
    """

    def __init__(self, data: bytes, root: Element) -> None:
        self.root = ""
        self._pieces: list[str] = []
        self._places: dict[Element, int] = {}
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            return
        opening = _ROOT.match(text)
        spaces = list(root.nsmap.values())
        if opening is None or root.nsmap.get("w") != NAMESPACES["w"] or spaces.count(NAMESPACES["w"]) > 1:
            return
        if any(_holds(text, sign, opening.end()) for sign in _BEYOND_TAGS):
            return
        pieces = _PARAGRAPHS.split(text[opening.end() :])
        paragraphs = list(root.iter(_P))
        # One in another one would make fewer pieces than there are paragraphs.
        if len(pieces) != 2 * len(paragraphs) + 1:
            return
        self.root, self._pieces = opening[1], pieces
        self._places = {paragraph: 2 * number + 1 for number, paragraph in enumerate(paragraphs)}

    def paragraph(self, element: Element) -> str | None:
        """Return a paragraph; its prefixes are those of `root`. None where it is not known."""
        place = self._places.get(element)
        return None if place is None else self._pieces[place]

    def paragraphs(self, table: Element) -> list[Element]:
        """Return the paragraphs of a table, those of tables in it too; none where they are not known."""
        found = list(table.iter(_P))
        return found if found and found[0] in self._places else []

    def frame(self, table: Element, paragraphs: Sequence[Element]) -> Hashable:
        """Return what a table is but for its paragraphs, and some of what stands around it.

        Args:
            table: a `w:tbl`.
            paragraphs: its own, one at least; see `paragraphs`.
        """
        first, last = self._places[paragraphs[0]], self._places[paragraphs[-1]]
        # Tables that begin with the same paragraph stand in each other.
        inner = list(paragraphs[0].iterancestors(_TABLE)).index(table)
        return (self.root, inner, *self._pieces[first - 1 : last + 2 : 2])


def _holds(text: str, sign: str, start: int) -> bool:
    """Tell whether a sign stands in a text from a place on."""
    # Its end is asked for first: «<» stands everywhere, «!» hardly anywhere.
    return text.find(sign[-1], start) >= 0 and text.find(sign, start) >= 0
