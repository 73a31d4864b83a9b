"""Turns the line ends and tabs inside of words into the elements that Word has for them."""

from __future__ import annotations

from copy import deepcopy

from taahodname.word.markup import Element, text_element
from taahodname.word.names import qn


def break_words(root: Element) -> None:
    """Put a `w:br` for each line end in the words of a story, and a run with a `w:tab` for each tab.

    Args:
        root: the story, or an element of it; changed in place.
    """
    for text in list(root.iter(qn("w:t"))):
        run = text.getparent()
        if run is not None and run.tag == qn("w:r") and ("\n" in (words := text.text or "") or "\t" in words):
            _break(text, words, run)


def _break(text: Element, words: str, run: Element) -> None:
    first, *others = words.split("\t")
    following = list(text.itersiblings())
    _put_lines(run, text, first)
    for words_behind in others:
        run = _next_run(run)
        run.append(run.makeelement(qn("w:tab"), {}))
        run = _next_run(run)
        last = text_element("")
        run.append(last)
        _put_lines(run, last, words_behind)
    if others:
        run.extend(following)


def _put_lines(run: Element, text: Element, words: str) -> None:
    """Write words into a text, and what stands on further lines behind it."""
    first, *others = words.split("\n")
    text.text = first or None
    place = run.index(text) + 1
    for line in others:
        behind = text_element(line)
        behind.text = line or None
        run[place:place] = [run.makeelement(qn("w:br"), {}), behind]
        place += 2


def _next_run(run: Element) -> Element:
    """Return a new run behind another, of the same look."""
    behind = run.makeelement(run.tag, {})
    look = run.find(qn("w:rPr"))
    if look is not None and len(look):
        behind.append(deepcopy(look))
    run.addnext(behind)
    return behind
