"""Finishes the paragraphs of a form that hold values, one by one, and keeps those that letters share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from docxtpl import DocxTemplate
from lxml import etree

from taahodname.word.families import replace_families
from taahodname.word.markup import Element, bare_copy, parse
from taahodname.word.names import qn
from taahodname.word.runs import direct

_KEPT = 512  # finished paragraphs of a form: lines, dates and sums that many clients share


class Paragraphs:
    """The paragraphs of one form that hold tags; safe to use from many threads.

    Args:
        root: the root of their part, for its prefixes.
        paragraphs: they themselves, free of any parent.
        directed: for each, whether its runs are directed, and those of paragraphs in text boxes on it.
        fonts: families to put for others.
    """

    def __init__(
        self,
        root: Element,
        paragraphs: Sequence[Element],
        directed: Sequence[tuple[bool, ...]],
        fonts: Mapping[str, str],
    ) -> None:
        frame = bare_copy(root)
        empty = _text(frame)
        self._opens = f"{empty.removesuffix('/>')}>"
        self._closes = f"</{empty[1:].partition(' ')[0]}>"
        self._directed = directed
        self._fonts = fonts
        self.sources = tuple(self._source(frame, one) for one in paragraphs)
        self._finished = lru_cache(maxsize=_KEPT)(self._finish)

    def _source(self, frame: Element, paragraph: Element) -> str:
        frame.append(paragraph)
        text = self._inside(frame)
        frame.remove(paragraph)
        return text

    def _inside(self, frame: Element) -> str:
        return _text(frame).removeprefix(self._opens).removesuffix(self._closes)

    def finished(self, which: int, words: str) -> str:
        """Return a paragraph as it stands in the letter.

        Args:
            which: its place among them.
            words: its XML with values for the tags.
        """
        return self._finished(which, words)

    def _finish(self, which: int, words: str) -> str:
        if "\n" in words or "\t" in words:
            words = DocxTemplate.resolve_listing(None, words)
        frame = parse(f"{self._opens}{words}{self._closes}".encode(), "word/document.xml")
        paragraphs = list(frame.iter(qn("w:p")))
        for paragraph, wanted in zip(paragraphs, self._directed[which], strict=True):
            if wanted:
                direct(paragraph)
        if self._fonts:
            replace_families(frame, self._fonts)
        return self._inside(frame)


def _text(element: Element) -> str:
    return etree.tostring(element, encoding="unicode")
