"""Turns the pages of a PDF, or scans, into a letterhead: pictures for Word, the pages as such for the PDF."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from taahodname.letterhead import pdf_fields, told
from taahodname.letterhead.artwork_sheet import SheetOf, artwork_sheet, feet
from taahodname.letterhead.facts import SheetFacts
from taahodname.letterhead.fields import NAMES, Slot
from taahodname.letterhead.files import check_size, kind_of, refused
from taahodname.letterhead.free_area import PLAIN, PLAIN_FOOT, Area, check_room, find
from taahodname.letterhead.paper_size import HEIGHT, WIDTH, Fit
from taahodname.letterhead.pdf_file import DPI, PdfSheet, count_pages, read_page
from taahodname.letterhead.raster import packed
from taahodname.letterhead.scan import DPI_WANTED, read_scan
from taahodname.letterhead.vector import NotImported, import_page
from taahodname.letterhead.vector_proof import looks_the_same
from taahodname.letterhead.wishes import BLANK, SAME, Wishes
from taahodname.units import Mm
from taahodname.word.graft_material import Which
from taahodname.word.notes import Note

if TYPE_CHECKING:
    from PIL import Image

    from taahodname.typeset.imported import ImportedPage

_ALT, _ALT_NEXT = "سربرگ شرکت", "سربرگ شرکت، صفحه‌های بعد"


class Sheet(Struct):
    """One kind of page, read.

    Attributes:
        kind: «pdf» or «picture»; «blank» for a page without artwork.
        width, height: of what was given, in millimetres (a PDF) or pixels (a picture).
        dpi: of the picture.
        area: what is left free.
        data, ending: the picture that goes into the DOCX.
        vector: the page itself, for the PDF.
        on_page: what was found of the three lines.
        notes: what is to be told.
    """

    kind: Literal["pdf", "picture", "blank"]
    width: float
    height: float
    dpi: int
    area: Area
    data: bytes | None = None
    ending: str = "png"
    vector: ImportedPage | None = None
    on_page: pdf_fields.OnPage = field(default_factory=pdf_fields.OnPage)
    notes: list[Note] = field(default_factory=list)

    @property
    def facts(self) -> SheetFacts:
        """What is told of it to a reader."""
        unit: Literal["mm", "px"] = "px" if self.kind == "picture" else "mm"
        dpi = self.dpi if self.kind == "picture" else None
        return SheetFacts(self.kind, self.width, self.height, unit, dpi, self.vector is not None)


class Artwork(Struct, frozen=True):
    """A letterhead of sheets.

    Attributes:
        docx: as a Word file, its blanks marked by tokens.
        first, following: its kinds of page; `following` is None where all are like the first.
        slots: the blanks of the first page.
        pages: what is drawn in the PDF in place of a picture, by the picture's SHA-256.
        notes: what is to be told.
        feet: what stands below the letter's own foot, by kind of page.
    """

    docx: bytes
    first: Sheet
    following: Sheet | None
    slots: tuple[Slot, ...]
    pages: Mapping[str, ImportedPage]
    notes: tuple[Note, ...]
    feet: Mapping[Which, bytes]


def read_sheets(
    data: bytes, name: str, wishes: Wishes, following: tuple[bytes, str] | None = None
) -> Artwork:
    """Return a letterhead that is a PDF or a picture.

    Args:
        data: the file.
        name: its name, for messages.
        wishes: what is said of it.
        following: the file of the following pages with its name, where the wishes name one.

    Raises:
        LetterheadError: when a file cannot be used, or too little room is left.
    """
    first = _read(data, name, 0)
    return _put_together(first, _following(data, name, first, wishes, following), name, wishes)


def preprinted_sheets(wishes: Wishes, head: Mm, foot: Mm) -> Artwork:
    """Return preprinted paper with more than a head and a foot: sides, following pages, lines of its own.

    Args:
        wishes: what is said of it.
        head, foot: what is left free where the wishes say nothing.

    Raises:
        LetterheadError: when too little room is left.
    """
    first = Sheet("blank", WIDTH, HEIGHT, 0, Area(head, foot))
    later = None
    if wishes.following.lower() == BLANK:
        later = Sheet("blank", WIDTH, HEIGHT, 0, Area(PLAIN, PLAIN_FOOT))
    return _put_together(first, later, "preprinted", wishes)


def _put_together(first: Sheet, later: Sheet | None, name: str, wishes: Wishes) -> Artwork:
    first.area = first.area.with_given(
        head=wishes.head, foot=wishes.foot, left=wishes.left, right=wishes.right
    )
    check_room(first.area, name)
    if later is None and (wishes.next_head is not None or wishes.next_foot is not None):
        later = _again(first)
    if later is not None:
        later.area = later.area.with_given(
            head=wishes.next_head, foot=wishes.next_foot, left=wishes.left, right=wishes.right
        )
        check_room(later.area, name)
    given = {slot.name: slot for slot in wishes.slots}
    found = {slot.name: slot for slot in first.on_page.slots}
    slots = tuple((found | given)[one] for one in NAMES if one in found | given)
    sheets = [first] if later is None else [first, later]
    kinds = _of(first, _ALT), None if later is None else _of(later, _ALT_NEXT)
    docx = artwork_sheet(*kinds, slots)
    pages = {
        sha256(sheet.data).hexdigest(): sheet.vector
        for sheet in sheets
        if sheet.data is not None and sheet.vector is not None
    }
    return Artwork(docx, first, later, slots, pages, _notes(sheets, slots), feet(*kinds))


def _of(sheet: Sheet, alt: str) -> SheetOf:
    return SheetOf(sheet.data, sheet.ending, sheet.area, alt)


def _again(first: Sheet) -> Sheet:
    """Return the first page once more, for pages with other heights to leave free."""
    return Sheet(
        first.kind, first.width, first.height, first.dpi, first.area, first.data, first.ending, first.vector
    )


def _read(data: bytes, name: str, index: int) -> Sheet:
    check_size(data, name)
    kind = kind_of(data)
    if kind == "pdf":
        return _pdf(data, name, index)
    if kind == "picture":
        return _picture(data, name)
    raise refused(data, name)


def _following(
    data: bytes, name: str, first: Sheet, wishes: Wishes, following: tuple[bytes, str] | None
) -> Sheet | None:
    """Return what the pages after the first are set on; None for the same."""
    word = wishes.following.lower()
    if following is not None:
        return _read(*following, 0)
    if word == SAME:
        return None
    if word == BLANK:
        area = Area(PLAIN, PLAIN_FOOT, first.area.left, first.area.right)
        return Sheet("blank", first.width, first.height, first.dpi, area)
    if first.kind != "pdf":
        return None
    count = count_pages(data, name)
    if wishes.following_page is not None:
        return _read(data, name, wishes.following_page)
    if count > 2:
        first.notes.append(told.more_pages(count))
    return _read(data, name, 1) if count > 1 else None


def _pdf(data: bytes, name: str, index: int) -> Sheet:
    page = read_page(data, name, index)
    sheet = Sheet("pdf", page.width, page.height, DPI, find(page.image))
    _tell_shape(sheet, page.place, exact=page.exact)
    if page.loses:
        sheet.notes.append(told.lost_notes())
    _take_over(sheet, data, page)
    sheet.data, sheet.ending = packed(page.image, DPI, photo=sheet.vector is None)
    sheet.on_page = pdf_fields.find(page.chars)
    return sheet


def _take_over(sheet: Sheet, data: bytes, page: PdfSheet) -> None:
    try:
        vector = import_page(data, page.index, page.matrix, page.box)
    except NotImported as error:
        sheet.notes.append(told.as_picture(error.reason))
        return
    if not looks_the_same(vector.page, page.image):
        sheet.notes.append(told.as_picture("looks"))
        return
    sheet.vector = vector.page
    if vector.faults:
        sheet.notes.append(told.no_claim(vector.faults))


def _picture(data: bytes, name: str) -> Sheet:
    scan = read_scan(data, name)
    area = find(scan.image)
    sheet = Sheet("picture", scan.width, scan.height, scan.source_dpi, area)
    if scan.turned:
        sheet.notes.append(told.turned_upright())
    if scan.source_dpi < DPI_WANTED:
        sheet.notes.append(told.coarse(scan.source_dpi))
    _tell_shape(sheet, scan.place, exact=scan.place.is_a4)
    sheet.data, sheet.ending = _small(scan.image, scan.dpi)
    return sheet


def _small(image: Image.Image, dpi: int) -> tuple[bytes, str]:
    return packed(image, dpi, photo=True)


def _tell_shape(sheet: Sheet, place: Fit, *, exact: bool) -> None:
    if exact:
        return
    if sheet.width > sheet.height:
        sheet.notes.append(told.landscape())
    else:
        sheet.notes.append(told.not_a4(sheet.width, sheet.height))


def _notes(sheets: list[Sheet], slots: tuple[Slot, ...]) -> tuple[Note, ...]:
    """Return what is to be told of sheets, each thing once."""
    notes = [note for sheet in sheets for note in sheet.notes]
    notes += [told.unsure() for sheet in sheets if not sheet.area.sure]
    notes += [told.crossed() for sheet in sheets if sheet.area.crossed]
    guessed = [slot.name for slot in slots if not slot.given]
    if guessed:
        notes.append(told.guessed(guessed))
    own = [one for one in sheets[0].on_page.filled if one not in {slot.name for slot in slots}]
    if own:
        notes.append(told.own_value(own))
    return tuple(dict.fromkeys(notes))
