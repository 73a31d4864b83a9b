"""Walks through a form in reading order and notes every blank with its surroundings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from taahodname.errors import WordFileError
from taahodname.forms.blanks import Kind, Span, spans
from taahodname.forms.boxes import boxes, copies
from taahodname.forms.grids import Cell, Grid, grid
from taahodname.forms.labels import OWNERS, is_heading, is_statement, owners_in, read, section_of, words
from taahodname.forms.leaders import Leaders
from taahodname.forms.paragraphs import Atom, atoms, text_of
from taahodname.word.markup import Element, owner
from taahodname.word.names import qn
from taahodname.word.package import Package

MOST_BLANKS, MOST_IN_PARAGRAPH = 3000, 200
"""More blanks than any form has, in all and in one paragraph; a file with more is refused."""

_HEADING_WORDS = 9
_SHORT_HEADING = 4
_PROSE_WORDS = 25
_LEAST_BOXES = 8
_APART = 1_000_000
"""More than the headings of any form: those of each region are counted from its own number."""
_WRAPPERS = frozenset(qn(name) for name in ("w:sdt", "w:sdtContent", "w:customXml"))


@dataclass(slots=True)
class Spot:
    """A blank and what stands around it.

    Attributes:
        part: the part of the package.
        paragraph: the paragraph it is in.
        span: its characters there; None for an empty cell.
        kind: its shape.
        atoms: the paragraph's characters.
        before, after: the words to the blank before it, and to the next one.
        text: the words of the paragraph.
        section: what the nearest heading opened.
        grid, cell: the table it is in.
        previous: the words of the paragraph above, in the same place.
        continues: the number of the blank it is the next line of.
        boxes: how many cells of one digit it is made of.
        outside: it stands where tags are not put: in a note, or a text box whose copies differ.
        region: which header, note or text box it is in; 0 in the text.
        early: it stands above the first heading.
        heading: how many headings stand above it.
    """

    part: str
    paragraph: Element
    span: Span | None
    kind: Kind
    atoms: list[Atom]
    before: str = ""
    after: str = ""
    text: str = ""
    section: str = ""
    grid: Grid | None = None
    cell: Cell | None = None
    previous: str = ""
    continues: int | None = None
    boxes: int = 0
    outside: bool = False
    region: int = 0
    early: bool = True
    heading: int = 0


@dataclass(slots=True)
class Survey:
    """All blanks of a form, in reading order, and the paragraphs above its first heading."""

    package: Package
    root: Element
    spots: list[Spot] = field(default_factory=list)
    section: str = ""
    early: bool = True
    headings: int = 0
    opening: set[Element] = field(default_factory=set)


def survey(package: Package, roots: dict[str, Element]) -> Survey:
    """Return the blanks of a form.

    Args:
        package: the form.
        roots: the root elements of its parts that hold text, the main part first; the blanks point into them.
    """
    main = package.main
    found = Survey(package, roots[main])
    walk = _Walk(found, main, Leaders(package))
    body = found.root.find(qn("w:body"))
    walk.blocks([] if body is None else body, None, None)
    stories = package.story_parts()
    for part, root in roots.items():
        if part != main:
            early = part in stories and root.tag == qn("w:hdr")
            region = list(root) if part in stories else list(root.iter(qn("w:p")))
            _region(walk, part, region, early=early, outside=part not in stories)
        for box in boxes(root):
            early = part != main or owner(box) in found.opening
            _region(walk, part, list(box), early=early, outside=part not in stories or copies(box) is None)
    if len(found.spots) > MOST_BLANKS:
        raise _too_many(package.name)
    return found


def _region(walk: _Walk, part: str, blocks: list[Element], *, early: bool, outside: bool) -> None:
    """Note the blanks of a header, a note or a text box, which has nothing to do with what is around it."""
    held = walk.survey
    first = len(held.spots)
    own = Survey(held.package, held.root, held.spots, early=early, headings=_APART * (first + 1))
    _Walk(own, part, walk.leaders).blocks(blocks, None, None)
    for spot in held.spots[first:]:
        spot.region, spot.outside = first + 1, outside


def _too_many(name: str) -> WordFileError:
    return WordFileError(
        f"«{name}» بیش از اندازه جای خالی دارد و فرم به نظر نمی‌رسد. فایل فرم خام اپراتور را بدهید.",
        f"{name} holds more blanks than any form has; give the operator's blank form",
    )


class _Walk:
    def __init__(self, found: Survey, part: str, leaders: Leaders) -> None:
        self.survey = found
        self.part = part
        self.leaders = leaders

    def blocks(
        self, parent: Element | list[Element], table: Grid | None, cell: Cell | None, previous: str = ""
    ) -> str:
        """Go through what stands one below the other, and return the words of the last paragraph."""
        for child in parent:
            if child.tag == qn("w:p"):
                previous = self.paragraph(child, table, cell, previous)
            elif child.tag == qn("w:tbl"):
                self.table(grid(child))
                previous = ""
            elif child.tag in _WRAPPERS:
                previous = self.blocks(child, table, cell, previous)
        return previous

    def paragraph(self, paragraph: Element, table: Grid | None, cell: Cell | None, previous: str) -> str:
        """Note the blanks of a paragraph and return its words, for the one below."""
        if self.survey.early:
            self.survey.opening.add(paragraph)
        found = atoms(paragraph)
        text = text_of(found)
        blanks = spans(found, self.leaders.of(paragraph))
        if table is not None and cell is not None and _answered_beside(table, cell):
            blanks = [one for one in blanks if one.kind is not Kind.GAP or one.end < len(text)]
        if len(blanks) > MOST_IN_PARAGRAPH:
            raise _too_many(self.survey.package.name)
        if not blanks:
            self.heading(text, in_cell=cell is not None)
            return text if text.strip() else previous
        self.survey.early = self.survey.early and not self.survey.section
        whole_line = not "".join(
            text[a:b] for a, b in _between([(one.start, one.end) for one in blanks], len(text))
        ).strip(" \u00a0\t\u200e\u200f.")
        for place, blank in enumerate(blanks):
            start = blanks[place - 1].end if place else 0
            end = blanks[place + 1].start if place + 1 < len(blanks) else len(text)
            spot = self._spot(paragraph, blank, blank.kind, found, table, cell)
            spot.before, spot.after, spot.text = text[start : blank.start], text[blank.end : end], text
            spot.previous = previous
            if whole_line and len(blanks) == 1 and previous.endswith(_ENDS_BLANK):
                spot.continues = len(self.survey.spots) - 1
            self.survey.spots.append(spot)
        self._owners_of_labels(text)
        return text[: blanks[-1].start] + _ENDS_BLANK if not text[blanks[-1].end :].strip(" .") else text

    def _owners_of_labels(self, text: str) -> None:
        """A line with blanks that opens with a heading («مشخصات نماینده: نام …») opens its section too."""
        head, colon, _ = text.partition(":")
        if colon and len(words(head)) <= _HEADING_WORDS and read(head) is None:
            section = section_of(head)
            if section in OWNERS:
                self.survey.section = section

    def _spot(
        self,
        paragraph: Element,
        span: Span | None,
        kind: Kind,
        found: list[Atom],
        table: Grid | None,
        cell: Cell | None,
    ) -> Spot:
        held = self.survey
        spot = Spot(self.part, paragraph, span, kind, found, section=held.section, grid=table, cell=cell)
        spot.early, spot.heading = held.early, held.headings
        return spot

    def heading(self, text: str, *, in_cell: bool) -> None:
        """Let a short line open a section, and a long one close it."""
        count = len(words(text))
        if not count or in_cell:
            return
        if count <= _HEADING_WORDS:
            self.open(text)
        elif count >= _PROSE_WORDS:
            self.survey.section = ""

    def open(self, text: str, *, surely: bool = False) -> None:
        """Open what a heading names; one that names nothing known closes what was open.

        Args:
            text: the heading.
            surely: it is a heading by its place, whatever it says.
        """
        section = section_of(text)
        if section or len(owners_in(text)) > 1:
            self.survey.section = section
            self.survey.early = False
            self.survey.headings += 1
        elif is_heading(text) or ((surely or _stands_alone(text)) and not is_statement(text)):
            self.survey.section = ""
            self.survey.headings += 1

    def table(self, found: Grid) -> None:
        for row in found.rows:
            filled = [cell for cell in row if cell.text.strip()]
            if len(filled) == 1 and len(row) == 1:
                self._wide(filled[0], found)
                continue
            boxes = 0
            for cell in row:
                if cell.empty and cell.narrow:
                    boxes += 1
                    if boxes >= _LEAST_BOXES and (
                        cell.place + 1 == len(row) or not row[cell.place + 1].empty
                    ):
                        self._boxes(found, row[cell.place - boxes + 1], boxes)
                    continue
                boxes = 0
                self.cell(cell, found)

    def _wide(self, cell: Cell, found: Grid) -> None:
        """Read a row of one cell, which may be the heading of what is below."""
        if len(words(cell.text)) <= _HEADING_WORDS and not self._has_blank(cell):
            self.open(cell.text, surely=read(cell.text) is None)
        self.cell(cell, found)

    def _has_blank(self, cell: Cell) -> bool:
        return any(spans(atoms(one), self.leaders.of(one)) for one in cell.paragraphs)

    def cell(self, cell: Cell, found: Grid) -> None:
        if cell.empty:
            paragraphs = cell.paragraphs
            if paragraphs:
                spot = self._spot(paragraphs[0], None, Kind.CELL, [], found, cell)
                self.survey.spots.append(spot)
            return
        self.blocks(list(cell.element), found, cell)

    def _boxes(self, found: Grid, first: Cell, count: int) -> None:
        if first.paragraphs:
            spot = self._spot(first.paragraphs[0], None, Kind.CELL, [], found, first)
            spot.boxes = count
            self.survey.spots.append(spot)


_ENDS_BLANK = "\ue010"


def _between(taken: list[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    end = 0
    for start, stop in taken:
        yield end, start
        end = stop
    yield end, length


def _stands_alone(text: str) -> bool:
    """Tell whether a line is so short that it must be a heading, and no label either («مدیر فنی»)."""
    return len(words(text)) <= _SHORT_HEADING and read(text) is None


def _answered_beside(table: Grid, cell: Cell) -> bool:
    """Tell whether the cell behind a label, or that below it, is there to be filled."""
    row = table.rows[cell.row]
    behind = row[cell.place + 1] if cell.place + 1 < len(row) else None
    below = table.below(cell)
    return any(one is not None and one.empty for one in (behind, below))
