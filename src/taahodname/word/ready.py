"""Readies a template for Jinja: every tag whole in one run, those of paragraphs and rows in their stead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from taahodname.word.markup import Element, owner
from taahodname.word.names import XML_SPACE, qn
from taahodname.word.tags import find_tags, tidy

_FORM = re.compile(r"\{%(p|tr)\s+")
_TAKEN = {"p": "w:p", "tr": "w:tr"}
# What may be left of a run whose words went to where their tag begins.
_NOTHING = frozenset({qn("w:rPr"), qn("w:lastRenderedPageBreak")})


def ready(root: Element) -> None:
    """Bring the tags of a story to where Jinja is to find them.

    Word cuts a tag into several runs, for a slip of the spelling or a change of the text: it is put into the
    run that it begins in, and what follows it stays in its own. A tag that takes its paragraph or row away
    («{%p … %}», «{%tr … %}») comes to stand in place of it.

    Args:
        root: the body of a letter, or a head or foot, whose tags were checked; changed in place.
    """
    texts_of: dict[Element, list[Element]] = {}
    for text in root.iter(qn("w:t")):
        paragraph = owner(text)
        if paragraph is not None:
            texts_of.setdefault(paragraph, []).append(text)
    for paragraph, texts in texts_of.items():
        words = [text.text or "" for text in texts]
        found = list(find_tags("".join(words)))
        form = _FORM.match(tidy(found[0].group())) if found else None
        if form is not None:
            _take_away(paragraph, qn(_TAKEN[form[1]]), f"{{% {form.string[form.end() :]}")
        elif found:
            _gather(texts, words, found)


def _gather(texts: Sequence[Element], words: Sequence[str], tags: Sequence[re.Match[str]]) -> None:
    """Put each tag of a paragraph into one run; the last first, so that the places of the others hold."""
    put = list(words)
    starts = [0, *accumulate(map(len, words))]
    for tag in reversed(tags):
        first, last = bisect_right(starts, tag.start()) - 1, bisect_right(starts, tag.end() - 1) - 1
        behind = put[last][tag.end() - starts[last] :]
        if first != last:
            put[first + 1 : last + 1] = [*[""] * (last - first - 1), behind]
            behind = ""
        put[first] = f"{put[first][: tag.start() - starts[first]]}{tidy(tag.group())}{behind}"
        texts[first].set(XML_SPACE, "preserve")
    for text, before, now in zip(texts, words, put, strict=True):
        if now != before:
            _write(text, now)


def _write(text: Element, words: str) -> None:
    """Put words into a text, or take it away where none are left."""
    if words:
        text.text = words
        text.set(XML_SPACE, "preserve")
        return
    run = text.getparent()
    if run is not None:
        run.remove(text)
        around = run.getparent()
        if around is not None and all(child.tag in _NOTHING for child in run):
            around.remove(run)


def _take_away(paragraph: Element, name: str, tag: str) -> None:
    """Put a tag in the place of a paragraph, or of the row around it."""
    place = paragraph if paragraph.tag == name else next(paragraph.iterancestors(name), None)
    parent = None if place is None else place.getparent()
    if place is None or parent is None:
        return
    before, text = place.getprevious(), f"{tag}{place.tail or ''}"
    parent.remove(place)
    if before is None:
        parent.text = f"{parent.text or ''}{text}"
    else:
        before.tail = f"{before.tail or ''}{text}"
