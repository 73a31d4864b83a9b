"""Finishes the paragraphs of a form that hold values, one by one, and keeps those that letters share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from docxtpl import DocxTemplate
from lxml import etree

from taahodname.word.families import replace_families
from taahodname.word.markup import Element, bare_copy, parse
from taahodname.word.names import qn
from taahodname.word.properties import first_child
from taahodname.word.run_texts import Look, directed
from taahodname.word.runs import direct, key, set_direction

_KEPT = 512  # finished paragraphs of a form: lines, dates and sums that many clients share


class Paragraphs:
    """The paragraphs of one form that hold tags; safe to use from many threads.

    Args:
        root: the root of their part, for its prefixes.
        paragraphs: they themselves, free of any parent.
        to_direct: for each, whether its runs are directed, and those of paragraphs in text boxes on it.
        fonts: families to put for others.
    """

    def __init__(
        self,
        root: Element,
        paragraphs: Sequence[Element],
        to_direct: Sequence[tuple[bool, ...]],
        fonts: Mapping[str, str],
    ) -> None:
        frame = bare_copy(root)
        empty = _text(frame)
        self._opens = f"{empty.removesuffix('/>')}>"
        self._closes = f"</{empty[1:].partition(' ')[0]}>"
        self._to_direct = to_direct
        self._fonts = fonts
        self.sources = tuple(self._source(frame, one) for one in paragraphs)
        self._finished = lru_cache(maxsize=_KEPT)(self._finish)
        self._looks = lru_cache(maxsize=_KEPT)(self._look)

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
        is_listing = "\n" in words or "\t" in words
        plain = not is_listing and not self._fonts and self._to_direct[which] == (True,)
        quick = directed(words, self._looks) if plain else None
        if quick is not None:
            return quick
        return self._slowly(which, DocxTemplate.resolve_listing(None, words) if is_listing else words)

    def _look(self, properties: str, ltr: bool | None) -> Look:
        frame = parse(f"{self._opens}<w:r>{properties}</w:r>{self._closes}".encode(), "w:rPr")
        run = frame[0]
        found = first_child(run, "w:rPr") if properties or ltr is not None else None
        if found is not None and ltr is not None:
            set_direction(found, ltr=ltr)
        text = self._inside(frame).removeprefix("<w:r>").removesuffix("</w:r>")
        return Look("" if text == "<w:r/>" else text, key(run))

    def _slowly(self, which: int, words: str) -> str:
        frame = parse(f"{self._opens}{words}{self._closes}".encode(), "word/document.xml")
        paragraphs = list(frame.iter(qn("w:p")))
        for paragraph, wanted in zip(paragraphs, self._to_direct[which], strict=True):
            if wanted:
                direct(paragraph)
        if self._fonts:
            replace_families(frame, self._fonts)
        return self._inside(frame)


def _text(element: Element) -> str:
    return etree.tostring(element, encoding="unicode")
