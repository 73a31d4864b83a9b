"""Names the places of a form that the program looks for later: the third clause, and the boxes to sign in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from taahodname.forms.grids import Cell, Grid, grid
from taahodname.forms.labels import is_for_hand, owners_in, words
from taahodname.forms.paragraphs import plain
from taahodname.word.markup import Element, own_text
from taahodname.word.names import qn

CLAUSE_THREE = "clause_3"
SIGN_CEO = "sign_ceo"
SIGN_REPRESENTATIVE = "sign_representative"
EMPTY_REPRESENTATIVE = "empty_representative"
LINES_WITH_EMPTY_BOX = ("1000",)
"""Where the place of the representative's signature stays empty (service-lines 1000.7)."""
LINES_THAT_NAME = ("1000", "021")
"""Where the third clause has to name the company (service-lines 1000.2, 021.2)."""

_THIRD = re.compile(
    r"[\s(\u200e\u200f]*(?:(?:بند|ماده|مادهٔ|تعهد)\s*)?(?:[3۳٣]|سوم)\s*[-–—.)ـ:،]\s*(?![0-9۰-۹/])"
    r"|[\s(]*(?:بند|ماده)\s*(?:[3۳٣]|سوم)\b"
)
# A clause that speaks of signing is no place to sign: it has a number, or ends as sentences do.
_SENTENCE = re.compile(r"^\s*[(\[]?[0-9۰-۹]{1,2}\s*[-–—.)ـ:]|\.\s*$|(?:شود|است|گردد|باشد|نماید|دارد)\s*$")
_LEAST_OF_CLAUSE = 5  # words
_SIGN_WORDS = 14
_NAMES_COMPANY = re.compile(r"\{\{\s*company\.(?:legal_)?name\s*\}\}")
_COMPANY_SIGNS = frozenset({"شرکت", "متعهد", "متقاضی"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place that got its name.

    Attributes:
        name: the bookmark.
        near: the words there, or those above it.
    """

    name: str
    near: str


def name_places(root: Element, line: str) -> list[Place]:
    """Put the bookmarks into a form whose tags are in, and return those that were found.

    Args:
        root: the main part.
        line: the line the form is for.
    """
    there = {mark.get(qn("w:name")): mark for mark in root.iter(qn("w:bookmarkStart"))}
    found = {name: Place(name, _near(mark)) for name, mark in there.items() if name in _ALL}
    marks = _Marks(root)
    clause = _third_clause(root)
    if CLAUSE_THREE not in found and clause is not None:
        marks.put(clause, CLAUSE_THREE)
        found[CLAUSE_THREE] = Place(CLAUSE_THREE, own_text(clause))
    for name, (box, near) in _boxes(root, line).items():
        if name not in found:
            marks.put(box, name)
            found[name] = Place(name, near)
    return [found[name] for name in _ALL if name in found]


_ALL = (CLAUSE_THREE, SIGN_CEO, SIGN_REPRESENTATIVE, EMPTY_REPRESENTATIVE)


def names_company(place: Place) -> bool:
    """Tell whether the words of a place have the tag of the company's name."""
    return _NAMES_COMPANY.search(place.near) is not None


def _near(mark: Element) -> str:
    paragraph = next(mark.iterancestors(qn("w:p")), None)
    return "" if paragraph is None else own_text(paragraph)


class _Marks:
    """Gives every new bookmark a number of its own."""

    def __init__(self, root: Element) -> None:
        numbers = [mark.get(qn("w:id"), "") for mark in root.iter(qn("w:bookmarkStart"))]
        self.last = max((int(one) for one in numbers if re.fullmatch(r"[0-9]{1,9}", one)), default=0)

    def put(self, paragraph: Element, name: str) -> None:
        self.last += 1
        start = etree.Element(qn("w:bookmarkStart"))
        start.set(qn("w:id"), str(self.last))
        start.set(qn("w:name"), name)
        end = etree.Element(qn("w:bookmarkEnd"))
        end.set(qn("w:id"), str(self.last))
        # The first bookmark of a paragraph is the one that is read.
        paragraph.insert(1 if paragraph.find(qn("w:pPr")) is not None else 0, start)
        paragraph.append(end)


def _third_clause(root: Element) -> Element | None:
    candidates = [*_written(root), *_counted(root)]
    naming = [one for one in candidates if _NAMES_COMPANY.search(own_text(one))]
    return next(iter([*naming, *candidates]), None)


def _written(root: Element) -> Iterator[Element]:
    """Yield the paragraphs that begin with a three as clauses do."""
    for paragraph in root.iter(qn("w:p")):
        text = plain(paragraph)
        if _THIRD.match(text) and len(words(text)) >= _LEAST_OF_CLAUSE:
            yield paragraph


def _counted(root: Element) -> Iterator[Element]:
    """Yield the third paragraph of every list that Word numbers."""
    counts: dict[str, int] = {}
    for paragraph in root.iter(qn("w:p")):
        numbering = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if numbering is None or not words(plain(paragraph)):
            continue
        level, number = numbering.find(qn("w:ilvl")), numbering.find(qn("w:numId"))
        if number is None or (level is not None and level.get(qn("w:val"), "0") != "0"):
            continue
        key = number.get(qn("w:val"), "")
        counts[key] = counts.get(key, 0) + 1
        if counts[key] == 3 and key != "0":
            yield paragraph


def _boxes(root: Element, line: str) -> Mapping[str, tuple[Element, str]]:
    """Return the paragraph that stands for each box to sign in, with the words that name the box."""
    found: dict[str, tuple[Element, str]] = {}
    for element in root.iter(qn("w:tbl")):
        held = grid(element)
        for cell in [cell for row in held.rows for cell in row]:
            name = _box_name(cell.text, line)
            box = _box(held, cell, empty=name == EMPTY_REPRESENTATIVE) if name else None
            if box is not None:
                found[name] = (box, cell.text.strip())
    lines: dict[str, tuple[Element, str]] = {}
    for paragraph in root.iter(qn("w:p")):
        text = plain(paragraph)
        name = "" if _in_cell(paragraph) or _SENTENCE.search(text) else _box_name(text, line)
        if name and name != EMPTY_REPRESENTATIVE:
            lines[name] = (paragraph, own_text(paragraph))
    return {**lines, **found}


def _in_cell(paragraph: Element) -> bool:
    return next(paragraph.iterancestors(qn("w:tc")), None) is not None


def _box_name(text: str, line: str) -> str:
    """Return whose place to sign a text names; nothing where it names none, or two at once."""
    found = words(text)
    if not is_for_hand(text) or len(found) > _SIGN_WORDS:
        return ""
    owners = owners_in(text)
    if len(owners) > 1:
        return ""
    if owners == ("representative",):
        return EMPTY_REPRESENTATIVE if line in LINES_WITH_EMPTY_BOX else SIGN_REPRESENTATIVE
    return SIGN_CEO if owners or {word.key for word in found} & _COMPANY_SIGNS else ""


def _box(held: Grid, cell: Cell, *, empty: bool) -> Element | None:
    """Return the first paragraph of the box: the empty cell below, that beside it, or the cell itself."""
    below = held.below(cell)
    beside = held.rows[cell.row][cell.place + 1] if cell.place + 1 < len(held.rows[cell.row]) else None
    for other in (below, beside):
        if other is not None and other.empty and other.paragraphs:
            return other.paragraphs[0]
    if not empty:
        return cell.paragraphs[0]
    return next((one for one in cell.paragraphs if not plain(one).strip()), None)
