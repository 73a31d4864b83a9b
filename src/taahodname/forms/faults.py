"""What a check of a form says: faults with a stable code and a place, and the report that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field

from taahodname.findings import Severity
from taahodname.persian.digits import to_persian
from taahodname.word.markup import Element, own_text, owner, shorten
from taahodname.word.names import qn

_PARTS = (("header", "سرصفحه"), ("footer", "پاصفحه"), ("footnotes", "پانویس‌ها"), ("endnotes", "پی‌نوشت‌ها"),
          ("comments", "یادداشت‌ها"), ("core", "ویژگی‌های فایل"), ("app", "ویژگی‌های فایل"),
          ("custom", "ویژگی‌های فایل"), ("settings", "تنظیم‌ها"), ("styles", "سبک‌ها"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a form something stands.

    Attributes:
        part: the part of the package («word/document.xml»); empty for the form as a whole.
        paragraph: which paragraph of the part, counted from 1; None where it is in none.
        cell: which table of the part, and the row and the cell in it, counted from 1; None outside tables.
        near: the words of the paragraph.
    """

    part: str = ""
    paragraph: int | None = None
    cell: tuple[int, int, int] | None = None
    near: str = ""

    @property
    def persian(self) -> str:
        """The place as a Persian reader says it."""
        said = [_part_name(self.part)] if self.part else []
        if self.paragraph is not None:
            said.append(f"پاراگراف {to_persian(str(self.paragraph))}")
        if self.cell is not None:
            table, row, cell = (to_persian(str(number)) for number in self.cell)
            said.append(f"جدول {table}، سطر {row}، خانهٔ {cell}")
        near = f"، کنار «{shorten(self.near)}»" if self.near.strip() else ""
        return "، ".join(said) + near

    @property
    def english(self) -> str:
        """The same in English."""
        said = [self.part] if self.part else []
        if self.paragraph is not None:
            said.append(f"paragraph {self.paragraph}")
        if self.cell is not None:
            said.append("table {}, row {}, cell {}".format(*self.cell))
        near = f", near «{shorten(self.near)}»" if self.near.strip() else ""
        return ", ".join(said) + near


def _part_name(part: str) -> str:
    leaf = part.rpartition("/")[2]
    return next((name for begin, name in _PARTS if leaf.startswith(begin)), "متن")


@dataclass(frozen=True, slots=True)
class FormFault:
    """One thing to say of a form.

    Attributes:
        code: its stable name («tag-unknown», «field-missing»).
        severity: an error keeps the form from being used; a warning is told.
        place: where it stands.
        message: a Persian sentence that ends in what to do.
        message_en: the same in English.
        field: the field of the profile it is about, where it is about one.
        fixable: `--fix` mends it.
    """

    code: str
    severity: Severity
    place: Place
    message: str
    message_en: str
    field: str = ""
    fixable: bool = False


@dataclass(frozen=True, slots=True)
class FormReport:
    """All that a check of one form for one line has to say.

    Attributes:
        name: the form's name.
        line: the line it was checked for.
        faults: errors first, then in the order of reading.
    """

    name: str
    line: str
    faults: tuple[FormFault, ...] = field(default=())

    @property
    def ok(self) -> bool:
        """True when no fault is an error."""
        return not self.errors

    @property
    def errors(self) -> tuple[FormFault, ...]:
        """The faults that keep the form from being used."""
        return tuple(one for one in self.faults if one.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[FormFault, ...]:
        """What is told besides."""
        return tuple(one for one in self.faults if one.severity is not Severity.ERROR)


def place_of(part: str, element: Element | None) -> Place:
    """Return where an element stands in its part.

    Args:
        part: the name of the part.
        element: a paragraph, or anything in one or in a table; a table stands for its first cell; None for
            the part as a whole.
    """
    if element is None:
        return Place(part)
    if element.tag == qn("w:tbl"):
        first = next(element.iter(qn("w:p")), None)
        return Place(part) if first is None else place_of(part, first)
    paragraph = element if element.tag == qn("w:p") else owner(element)
    number = None if paragraph is None else _number(paragraph)
    return Place(part, number, _cell(element), "" if paragraph is None else own_text(paragraph))


def _number(element: Element) -> int:
    """Return which of its kind an element is in its part, counted from 1."""
    root = element.getroottree().getroot()
    return next(count for count, one in enumerate(root.iter(element.tag), 1) if one is element)


def _cell(element: Element) -> tuple[int, int, int] | None:
    cell = next((one for one in (element, *element.iterancestors()) if one.tag == qn("w:tc")), None)
    row = None if cell is None else next(cell.iterancestors(qn("w:tr")), None)
    table = None if row is None else next(row.iterancestors(qn("w:tbl")), None)
    if cell is None or row is None or table is None:
        return None
    column = sum(1 for _ in cell.itersiblings(qn("w:tc"), preceding=True)) + 1
    return _number(table), sum(1 for _ in row.itersiblings(qn("w:tr"), preceding=True)) + 1, column
