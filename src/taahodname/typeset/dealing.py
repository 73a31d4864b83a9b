"""Dealing: slabs are dealt out to sheets, section by section, with the footnotes that their marks ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from taahodname.errors import LayoutError
from taahodname.paper.blocks import Document, Note, Which
from taahodname.typeset.marginals import Area, column_of, free_area
from taahodname.typeset.marks import aside
from taahodname.typeset.notes import Notes
from taahodname.typeset.pieces import PageNumbers
from taahodname.typeset.slab import Setting, Slab

_EPSILON = 0.05


class Sheet(Struct):
    """What stands on one page.

    Attributes:
        section: the section whose paper, head and foot it has.
        number: its page number.
        kind: which head and foot it has; None for a blank page, which has neither.
        area: its free part.
        content: slabs with their distance from the top of the free part, and their section's left margin.
        notes: its footnotes.
    """

    section: int
    number: int
    kind: Which | None
    area: Area
    content: list[tuple[float, Slab, float]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


class Dealer:
    """Deals the slabs of a document.

    Args:
        document: the document.
        setting: the fonts, and the structure that footnotes become part of.
    """

    def __init__(self, document: Document, setting: Setting) -> None:
        self._sections = document.sections
        self._even_pages = document.even_pages
        self._setting = setting
        self._areas: dict[tuple[int, Which], Area] = {}
        self.notes = Notes(setting)
        self._at = 0
        self._first = True  # the next page is the first one of its section
        self._y = 0.0
        first = self._sections[0].numbers.start
        self._sheet = self._new(1 if first is None else first)
        self._done: list[Sheet] = []

    def deal(self, bodies: Sequence[Sequence[Slab]]) -> list[Sheet]:
        """Return the pages.

        Args:
            bodies: the slabs of each section.

        Raises:
            LayoutError: when no page can hold a footnote.
        """
        for index, body in enumerate(bodies):
            if index:
                self._begin(index)
            self._fill(body)
        return [*self._done, self._sheet]

    # Pages -----------------------------------------------------------------------------------------

    def _new(self, number: int) -> Sheet:
        kind: Which = "default"
        if self._first and self._sections[self._at].title_page:
            kind = "first"
        elif number % 2 == 0 and self._even_pages:
            kind = "even"
        self._first = False
        return Sheet(self._at, number, kind, self.area(self._at, kind, number))

    def _next(self, number: int | None = None) -> None:
        self._done.append(self._sheet)
        self._sheet = self._new(self._sheet.number + 1 if number is None else number)
        self._y = 0.0

    def area(self, at: int, kind: Which, number: int = 1) -> Area:
        """Return the free area of a kind of page of a section, measured once.

        Args:
            at: the section's place among all.
            kind: which head and foot the page has.
            number: its page number.

        Raises:
            LayoutError: when what stands in the head or foot leaves too little.
        """
        known = self._areas.get((at, kind))
        if known is None:
            section = self._sections[at]
            # How many pages there are is known later. Most papers have two: what is set here is drawn then.
            pages = max(number, 2)
            numbers = PageNumbers(number, pages, pages, section.numbers.way)
            known = free_area(section, kind, Setting(self._setting.fonts, numbers))
            self._areas[at, kind] = known
        return known

    def _begin(self, index: int) -> None:
        """Begin a section: on this page, on the next one, or on the next even or odd one."""
        section, before = self._sections[index], self._sections[self._at].page
        self._at = index
        is_same_sheet = (section.page.width, section.page.height) == (before.width, before.height)
        if section.start == "continuous" and is_same_sheet:
            self._first = False
            return
        self._first = True
        last = self._sheet.number
        number = last + 1 if section.numbers.start is None else section.numbers.start
        if section.start in ("even", "odd"):
            number += number % 2 != (section.start == "odd")
            if number % 2 == last % 2:
                # Two even or two odd pages do not follow one another: Word prints a blank one between.
                self._done.append(self._sheet)
                self._sheet = Sheet(index, last + 1, None, self._sheet.area)
        self._next(number)

    # Slabs -----------------------------------------------------------------------------------------

    def _fill(self, body: Sequence[Slab]) -> None:
        waiting = list(_groups(body))[::-1]
        while waiting:
            group = waiting.pop()
            height, room = _height(group), self._room(group)
            new_page = group[0].new_page
            is_too_much = self._y + height > room + _EPSILON
            if self._sheet.content and (new_page or is_too_much):
                if not new_page and _may_split(group):
                    waiting += _smaller(group)[::-1]
                    continue
                self._next()
                self._repeat_heads(group[0])
                room = self._room(group)
            if not self._sheet.content:
                height -= group[0].before  # it falls away at the top of a page
            if height + self._y > room + _EPSILON:
                if smaller := _smaller(group):
                    waiting += smaller[::-1]
                    continue
                if any(slab.notes for slab in group):
                    raise _too_long(group)
            self._put(group)

    def _room(self, group: Sequence[Slab]) -> float:
        notes = [note for slab in group for note in slab.notes]
        if not notes and not self._sheet.notes:
            return self._sheet.area.height
        column = column_of(self._sections[self._sheet.section])
        return self._sheet.area.height - self.notes.height([*self._sheet.notes, *notes], column)

    def _put(self, group: Sequence[Slab]) -> None:
        left = float(self._sections[self._at].page.left)
        for slab in group:
            self._y += slab.before if self._sheet.content else 0.0
            self._sheet.content.append((self._y, slab, left))
            self._sheet.notes += slab.notes
            self._y += slab.height
        if group[-1].ends_page:
            self._next()

    def _repeat_heads(self, slab: Slab) -> None:
        """Draw the head rows of a table that goes on on a new page."""
        left = float(self._sections[self._at].page.left)
        for head in slab.heads:
            self._sheet.content.append((self._y, replace(head, marks=aside(head.marks), notes=()), left))
            self._y += head.height


def _groups(body: Sequence[Slab]) -> Iterator[list[Slab]]:
    group: list[Slab] = []
    for slab in body:
        group.append(slab)
        if not slab.tied or slab.ends_page:
            yield group
            group = []
    if group:
        yield group


def _height(group: Sequence[Slab]) -> float:
    return sum([slab.before + slab.height for slab in group])


def _may_split(group: Sequence[Slab]) -> bool:
    return len(group) == 1 and group[0].may_split and bool(group[0].parts)


def _smaller(group: list[Slab]) -> list[list[Slab]]:
    """Return what no page can hold as smaller groups: its slabs, then the parts of a row."""
    if len(group) > 1:
        return [[slab] for slab in group]
    return [[part] for part in group[0].parts]


def _too_long(group: Sequence[Slab]) -> LayoutError:
    mark = next(note.text for slab in group for note in slab.notes)
    return LayoutError(
        f"پانویس «{mark}» در صفحه‌ای که نشانه‌اش در آن است جا نمی‌شود؛ آن را کوتاه‌تر بنویسید.",
        f"the footnote {mark!r} does not fit the page that its mark stands on; shorten it",
    )
