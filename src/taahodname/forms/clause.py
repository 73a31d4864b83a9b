"""Finds the third clause of a form, whoever numbered it: by its bookmark, by hand, or by Word itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from taahodname.forms.bookmarks import Bookmarks
from taahodname.forms.boxes import is_boxed
from taahodname.word.markup import Element, own_text, owner, serialise
from taahodname.word.names import qn
from taahodname.word.package import Package
from taahodname.word.read_numbering import UnknownNumbering, numbering_of
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
_LEAST = 5
"""Words of a clause; the third row of a table and the third heading have fewer."""


class Clause(NamedTuple):
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

    @property
    def heart(self) -> Element:
        """The paragraph that prints the company's name, else the first: where the bookmark belongs."""
        return next((one for one in self.paragraphs if names_company(one)), self.paragraphs[0])

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(" ".join(own_text(one) for one in self.paragraphs).split())


def names_company(paragraph: Element) -> bool:
    """Tell whether a paragraph has a tag for the company's name."""
    return _NAMES_COMPANY.search(tidy(own_text(paragraph))) is not None


def clause_three(package: Package, root: Element | None = None) -> Clause | None:
    """Return the third clause of a form; None where it cannot be told.

    A form may count more than its clauses (its parts, the rows of a table). Of several thirds the clause is
    the first that names the company, else the first that has the words of one.

    Args:
        package: the form.
        root: its main part, already parsed, when the elements of that very tree are wanted.
    """
    body = (package.xml(package.main) if root is None else root).find(qn("w:body"))
    if body is None:
        return None
    marked = _bookmarked(body)
    if marked is not None:
        return Clause((marked,), "bookmark")
    paragraphs = [one for one in body.iter(qn("w:p")) if not is_boxed(one)]
    found = [*_typed_thirds(paragraphs), *_automatic_thirds(paragraphs, package)]
    worded = [one for one in found if one.words >= _LEAST]
    return next(iter([*(one for one in worded if one.names_company), *worded, *found]), None)


def _typed_thirds(paragraphs: Sequence[Element]) -> Iterator[Clause]:
    numbers = [_typed(paragraph) for paragraph in paragraphs]
    for place in _thirds(numbers):
        yield Clause(_until(paragraphs, place, lambda at: numbers[at] is not None), "typed")


def _automatic_thirds(paragraphs: Sequence[Element], package: Package) -> Iterator[Clause]:
    """Yield what Word itself labels with a three, on the first level of a list."""
    labels = list(_labels(paragraphs, package))
    for place, label in enumerate(labels):
        if label is not None and _number(label) == 3:
            yield Clause(_until(paragraphs, place, lambda at: labels[at] is not None), "automatic")


def _labels(paragraphs: Sequence[Element], package: Package) -> Iterator[str | None]:
    lists = numbering_of(package)
    for paragraph in paragraphs:
        try:
            found = lists.label_of(paragraph)
        except UnknownNumbering:
            found = None
        yield found[1].text if found is not None and found[0] == 0 else None


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
    return _number("".join(pieces))


def _number(text: str) -> int | None:
    """Return the number that a text begins with as clauses do."""
    match = _NUMBER.match(tidy(text).strip(" \u00a0"))
    if match is None:
        return None
    word = match["digit"]
    return _WORDS[word] if word in _WORDS else int(word)


def _thirds(numbers: Sequence[int | None]) -> Iterator[int]:
    """Yield where «3» follows «2» and that «1»: a lone «3» may be anything."""
    wanted = 1
    for place, number in enumerate(numbers):
        if number == wanted:
            if wanted == 3:
                yield place
            wanted = wanted % 3 + 1
        elif number == 1:
            wanted = 2


def _until(paragraphs: Sequence[Element], first: int, begins: Callable[[int], bool]) -> tuple[Element, ...]:
    """Return the paragraphs of a clause: to the next number, an empty line, or the end of its place."""
    place, last = _place(paragraphs[first]), first + 1
    while last < len(paragraphs) and last - first < _MOST and not begins(last):
        other = paragraphs[last]
        if _place(other) is not place or (place.tag != qn("w:tr") and not own_text(other).strip()):
            break
        last += 1
    return tuple(paragraphs[first:last])


def _place(paragraph: Element) -> Element:
    """Return the row that a paragraph stands in, else what holds it: a clause goes no further."""
    return next(paragraph.iterancestors(qn("w:tr"), qn("w:body")))


def mark(package: Package) -> Package:
    """Return a form whose third clause has the bookmark that the finished papers are checked by.

    A form of ours has it already; one where no third clause can be told stays as it is.
    """
    root = package.xml(package.main)
    found = clause_three(package, root)
    if found is None or found.how == "bookmark":
        return package
    Bookmarks(root).put(found.heart, BOOKMARK)
    return package.replace({package.main: serialise(root)})
