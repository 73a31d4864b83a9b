"""Finds the third clause of a form, whoever numbered it: by its bookmark, by hand, or by Word itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from lxml import etree

from taahodname.word.markup import Element, own_text, owner, serialise
from taahodname.word.names import qn
from taahodname.word.package import Package
from taahodname.word.styles import Styles, styles_of
from taahodname.word.tags import tidy

BOOKMARK: Final = "clause_3"

_NAMES_COMPANY = re.compile(r"\{\{\s*company\.(?:legal_)?name\s*\}\}")
_NUMBER = re.compile(
    r"(?:(?:بند|ماده|مادهٔ)\s*)?[(\[«]?\s*(?P<digit>[0-9۰-۹٠-٩]{1,2}|یکم|اول|دوم|سوم|چهارم)"
    r"\s*(?:[)\].:،\-–—ـ»/]|\t|$|(?<=[وم])\s)"
)
_WORDS = {"یکم": 1, "اول": 1, "دوم": 2, "سوم": 3, "چهارم": 4}
_MOST = 6
"""Paragraphs of one clause that are looked through."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The third clause.

    Attributes:
        paragraphs: those it is made of, the numbered one first.
        how: «bookmark», «typed» or «automatic».
    """

    paragraphs: tuple[Element, ...]
    how: str

    @property
    def names_company(self) -> bool:
        """Whether one of its paragraphs prints the company's name."""
        return any(names_company(paragraph) for paragraph in self.paragraphs)


def names_company(paragraph: Element) -> bool:
    """Tell whether a paragraph has a tag for the company's name."""
    return _NAMES_COMPANY.search(tidy(own_text(paragraph))) is not None


def clause_three(package: Package, root: Element | None = None) -> Clause | None:
    """Return the third clause of a form; None where it cannot be told.

    Args:
        package: the form.
        root: its main part, already parsed, when the elements of that very tree are wanted.
    """
    body = (package.xml(package.main) if root is None else root).find(qn("w:body"))
    if body is None:
        return None
    paragraphs = [one for one in body.iter(qn("w:p")) if not _is_boxed(one)]
    marked = _bookmarked(body)
    if marked is not None:
        return Clause((marked,), "bookmark")
    typed = [_typed(paragraph) for paragraph in paragraphs]
    found = _third(typed)
    if found is not None:
        return Clause(_until(paragraphs, found, lambda at: typed[at] is not None), "typed")
    automatic = _automatic(paragraphs, package)
    if automatic is None:
        return None
    at, numbered = automatic
    return Clause(_until(paragraphs, at, lambda place: place in numbered), "automatic")


def _is_boxed(paragraph: Element) -> bool:
    return next(paragraph.iterancestors(qn("w:txbxContent")), None) is not None


def _bookmarked(body: Element) -> Element | None:
    for mark in body.iter(qn("w:bookmarkStart")):
        if mark.get(qn("w:name")) == BOOKMARK:
            inside = owner(mark)
            return inside if inside is not None else next(_paragraphs_after(mark), None)
    return None


def _paragraphs_after(mark: Element) -> Iterator[Element]:
    for sibling in mark.itersiblings():
        if sibling.tag == qn("w:p"):
            yield sibling
        else:
            yield from sibling.iter(qn("w:p"))


def _typed(paragraph: Element) -> int | None:
    """Return the number that was typed before a paragraph's words."""
    pieces = []
    for element in paragraph.iter(qn("w:t"), qn("w:tab")):
        if owner(element) is paragraph:
            pieces.append("\t" if element.tag == qn("w:tab") else element.text or "")
    match = _NUMBER.match(tidy("".join(pieces)).strip(" \u00a0"))
    if match is None:
        return None
    word = match["digit"]
    return _WORDS[word] if word in _WORDS else int(word)


def _third(numbers: Sequence[int | None]) -> int | None:
    """Return where «3» follows «2» and that «1»: a lone «3» may be anything."""
    wanted = 1
    for place, number in enumerate(numbers):
        if number == wanted:
            if wanted == 3:
                return place
            wanted += 1
        elif number == 1:
            wanted = 2
    return None


def _until(paragraphs: Sequence[Element], first: int, begins: Callable[[int], bool]) -> tuple[Element, ...]:
    last = first + 1
    while last < len(paragraphs) and last - first < _MOST and not begins(last):
        last += 1
    return tuple(paragraphs[first:last])


def _automatic(paragraphs: Sequence[Element], package: Package) -> tuple[int, frozenset[int]] | None:
    """Return the third item of the first list of three or more that Word numbers itself."""
    styles = styles_of(package)
    lists: dict[str, list[int]] = {}
    for place, paragraph in enumerate(paragraphs):
        list_id = _list_of(paragraph, styles)
        if list_id is not None and own_text(paragraph).strip():
            lists.setdefault(list_id, []).append(place)
    starts = _starts(package)
    for list_id, places in lists.items():
        at = 3 - starts.get(list_id, 1)
        if list_id in starts and 0 <= at < len(places) and len(places) >= 3:
            return places[at], frozenset(places)
    return None


def _list_of(paragraph: Element, styles: Styles) -> str | None:
    numbering = styles.paragraph_property(paragraph, "w:numPr")
    if numbering is None:
        return None
    number, level = numbering.find(qn("w:numId")), numbering.find(qn("w:ilvl"))
    if number is None or (level is not None and level.get(qn("w:val"), "0") != "0"):
        return None
    return number.get(qn("w:val"), "0") if number.get(qn("w:val"), "0") != "0" else None


def _starts(package: Package) -> dict[str, int]:
    """Return at what number each list with numbers (no bullets) begins."""
    parts = package.related(package.main, "numbering")
    if not parts:
        return {}
    root = package.xml(parts[0])
    abstract = {one.get(qn("w:abstractNumId"), ""): one for one in root.iter(qn("w:abstractNum"))}
    found: dict[str, int] = {}
    for number in root.iter(qn("w:num")):
        link = number.find(qn("w:abstractNumId"))
        model = abstract.get("" if link is None else link.get(qn("w:val"), ""))
        level = None if model is None else next(model.iter(qn("w:lvl")), None)
        if level is None:
            continue
        format_of, start = level.find(qn("w:numFmt")), level.find(qn("w:start"))
        if format_of is not None and format_of.get(qn("w:val")) in {"bullet", "none"}:
            continue
        value = "1" if start is None else start.get(qn("w:val"), "1")
        found[number.get(qn("w:numId"), "")] = int(value) if value.isascii() and value.isdigit() else 1
    return found


def mark(package: Package) -> Package:
    """Return a form whose third clause has the bookmark that the finished papers are checked by.

    A form of ours has it already; one where no third clause can be told stays as it is.
    """
    root = package.xml(package.main)
    found = clause_three(package, root)
    if found is None or found.how == "bookmark":
        return package
    paragraph = next((one for one in found.paragraphs if names_company(one)), found.paragraphs[0])
    used = {one.get(qn("w:id"), "") for one in root.iter(qn("w:bookmarkStart"))}
    number = next(str(one) for one in count(1) if str(one) not in used)
    start, end = etree.Element(qn("w:bookmarkStart")), etree.Element(qn("w:bookmarkEnd"))
    start.set(qn("w:id"), number)
    start.set(qn("w:name"), BOOKMARK)
    end.set(qn("w:id"), number)
    properties = paragraph.find(qn("w:pPr"))
    paragraph.insert(0 if properties is None else 1, start)
    paragraph.append(end)
    return package.replace({package.main: serialise(root)})
