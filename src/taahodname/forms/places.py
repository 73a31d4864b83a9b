"""Names the places of a form that the program looks for later: the third clause, and the boxes to sign in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from taahodname.documents.undertaking import (
    EMPTY_BOX_LINES,
    EMPTY_REPRESENTATIVE,
    SIGN_CEO,
    SIGN_REPRESENTATIVE,
)
from taahodname.forms.bookmarks import Bookmarks
from taahodname.forms.boxes import is_boxed
from taahodname.forms.clause import BOOKMARK, clause_three
from taahodname.forms.grids import Cell, Grid, grid
from taahodname.forms.labels import is_for_hand, owners_in, words
from taahodname.forms.paragraphs import plain
from taahodname.word.markup import Element, own_text, owner
from taahodname.word.names import qn
from taahodname.word.package import Package

# A clause that speaks of signing is no place to sign: it has a number, or ends as sentences do.
_SENTENCE = re.compile(r"^\s*[(\[]?[0-9۰-۹]{1,2}\s*[-–—.)ـ:]|\.\s*$|(?:شود|است|گردد|باشد|نماید|دارد)\s*$")
_SIGN_WORDS = 14
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


def name_places(package: Package, root: Element, line: str) -> list[Place]:
    """Put the bookmarks into a form whose tags are in, and return those that were found.

    Args:
        package: the form, for its styles and lists.
        root: its main part, which the bookmarks are put into.
        line: the line the form is for.
    """
    marks = Bookmarks(root)
    found = {name: Place(name, _near(mark)) for name, mark in marks.there.items() if name in _ALL}
    clause = clause_three(package, root)
    if BOOKMARK not in found and clause is not None:
        marks.put(clause.heart, BOOKMARK)
        found[BOOKMARK] = Place(BOOKMARK, own_text(clause.heart))
    for name, (box, near) in _boxes(root, line).items():
        if name not in found:
            marks.put(box, name)
            found[name] = Place(name, near)
    return [found[name] for name in _ALL if name in found]


_ALL = (BOOKMARK, SIGN_CEO, SIGN_REPRESENTATIVE, EMPTY_REPRESENTATIVE)


def _near(mark: Element) -> str:
    paragraph = owner(mark)
    return "" if paragraph is None else own_text(paragraph)


def _boxes(root: Element, line: str) -> Mapping[str, tuple[Element, str]]:
    """Return the paragraph that stands for each box to sign in, with the words that name the box."""
    found: dict[str, tuple[Element, str]] = {}
    for element in [one for one in root.iter(qn("w:tbl")) if not is_boxed(one)]:
        held = grid(element)
        for cell in [cell for row in held.rows for cell in row]:
            name = _box_name(cell.text, line)
            box = _box(held, cell, empty=name == EMPTY_REPRESENTATIVE) if name else None
            if box is not None:
                found[name] = (box, cell.text.strip())
    lines: dict[str, tuple[Element, str]] = {}
    for paragraph in [one for one in root.iter(qn("w:p")) if not is_boxed(one)]:
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
        return EMPTY_REPRESENTATIVE if line in EMPTY_BOX_LINES else SIGN_REPRESENTATIVE
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
