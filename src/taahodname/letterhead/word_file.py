"""Reads a letterhead that is a Word file: what it puts on letters, its own lines, and the room it needs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from taahodname.errors import LetterheadError, TaahodnameError, UnsupportedFeature, WordFileError
from taahodname.letterhead import told, word_fields
from taahodname.letterhead.files import check_word_file
from taahodname.letterhead.free_area import Area, check_room, find, find_in
from taahodname.letterhead.paper_size import HEIGHT
from taahodname.letterhead.sheet import FONT, Sheet, twips
from taahodname.letterhead.wishes import Wishes
from taahodname.paper.blocks import Document, Paragraph, ParagraphFormat, TextStyle
from taahodname.units import Mm, Pt, pt_to_mm
from taahodname.word.graft import Material, join_package, prepare
from taahodname.word.markup import own_text, parse, shorten
from taahodname.word.names import qn
from taahodname.word.notes import BLANK, PAPER_SIZE, Note
from taahodname.word.tags import has_tag

if TYPE_CHECKING:
    from taahodname.typeset import FontBook, Layout

_A4 = (11906, 16838)
_ROUNDING = 120
_PICTURES = (b"<w:drawing", b"<w:pict", b"<mc:AlternateContent")
_PAGE_NUMBER = Mm(8)
_NEAR = Mm(1)  # closer than that the letter stays where the letterhead has it
_SAME = Mm(0.2)  # a height that differs by no more is that of A4, which Word rounds


class WordLetterhead(Struct, frozen=True):
    """A Word letterhead, read.

    Attributes:
        material: what it puts on each letter.
        blanks: the same with its blanks marked, or None.
        fields: the names of those blanks.
        area: what is left free on the first page; None where it could not be made out.
        notes: what is to be told.
    """

    material: Material
    blanks: Material | None
    fields: tuple[str, ...]
    area: Area | None
    notes: tuple[Note, ...]


def read_word(data: bytes, name: str, wishes: Wishes) -> WordLetterhead:
    """Return a company's own letterhead.

    Args:
        data: a .docx or .dotx file.
        name: its name, for messages.
        wishes: what is said of it.

    Raises:
        LetterheadError: when it is no Word file that can be used.
        UnsupportedFeature: when it holds what cannot be carried to a letter.
    """
    check_word_file(data, name)
    try:
        material = prepare(data, name)
    except UnsupportedFeature:
        raise
    except WordFileError as error:
        raise LetterheadError(error.message, error.message_en) from error
    _refuse_tags(material, name)
    notes = [*material.notes, *_oddities(material)]
    material = _widened(material, _given(wishes))
    material, area, more = _clear_of_artwork(material, name, wishes)
    found = word_fields.find(material)
    notes += more
    if found.filled and (own := [one for one in found.filled if one not in found.names]):
        notes.append(told.own_value(own))
    if found.names:
        notes.append(told.used(found.names))
    if wishes.of_sheets:
        notes.append(told.unused(wishes.of_sheets))
    blanks = found.material if found.names else None
    return WordLetterhead(material, blanks, tuple(found.names), area, tuple(dict.fromkeys(notes)))


def _given(wishes: Wishes) -> dict[str, Mm]:
    given = {"top": wishes.head, "bottom": wishes.foot, "left": wishes.left, "right": wishes.right}
    return {side: width for side, width in given.items() if width is not None}


def _widened(material: Material, sides: Mapping[str, Mm]) -> Material:
    """Return a letterhead with other margins."""
    if not sides:
        return material
    margins = {**material.page.margins}
    margins |= {qn(f"w:{side}"): str(twips(width)) for side, width in sides.items()}
    if "bottom" in sides and "top" not in sides:
        margins.setdefault(qn("w:top"), "1440")
    return dataclasses.replace(material, page=replace(material.page, margins=margins))


def _clear_of_artwork(
    material: Material, name: str, wishes: Wishes
) -> tuple[Material, Area | None, list[Note]]:
    """Return a letterhead whose margins keep a letter clear of its pictures, as far as they can be read.

    An empty letter is set on it, and drawn unless the places of all marks tell enough. What the reader
    cannot read is refused with its name when the first letter is made, so nothing is told here.
    """
    if not _has_pictures(material):
        return material, None, []
    try:
        drawn = _drawn(material)
    except TaahodnameError:
        return material, None, []
    notes: list[Note] = []
    sides: dict[str, Mm] = {}
    # The margins hold for all pages, so the page that lacks most decides.
    head = [area.head for area, top, _ in drawn if area.sure and area.ink_head > top + _NEAR]
    foot = [area.foot for area, _, bottom in drawn if area.sure and area.ink_foot > bottom + _NEAR]
    if head and wishes.head is None:
        sides["top"] = Mm(max(head))
    if foot and wishes.foot is None:
        sides["bottom"] = Mm(max(foot))
        if not any(_words(story.xml) for story in material.footers.values()):
            # Its foot is pictures alone, and the letter's page number goes above them.
            sides |= {"footer": sides["bottom"], "bottom": Mm(sides["bottom"] + _PAGE_NUMBER)}
    first, top, bottom = drawn[0]
    kept = replace(
        first, head=sides.get("top", top), foot=sides.get("footer", sides.get("bottom", bottom))
    ).with_given(head=wishes.head, foot=wishes.foot, left=wishes.left, right=wishes.right)
    if sides:
        material = _widened(material, sides)
        notes.append(told.pushed(kept.head, kept.foot))
        check_room(kept, name)
    if any(area.crossed for area, _, _ in drawn):
        notes.append(told.crossed())
    return material, kept, notes


def _has_pictures(material: Material) -> bool:
    stories = [*material.headers.values(), *material.footers.values()]
    return any(mark in story.xml for story in stories for mark in _PICTURES)


def _drawn(material: Material) -> list[tuple[Area, Mm, Mm]]:
    """Return of an empty letter's pages the free area, and what the letterhead's own margins leave free."""
    from taahodname.typeset.fonts import shipped_book
    from taahodname.typeset.marginals import body_area
    from taahodname.typeset.pages import lay_out
    from taahodname.word.read import read_package

    letter = join_package(Sheet({}).package(), material)
    fonts, document = shipped_book(), read_package(letter)
    numbers = (1, 2) if material.page.title_page else (1,)
    document = replace(document, blocks=tuple(_empty_page(number) for number in numbers))
    layout = lay_out(document, fonts)
    edges = [body_area(document, fonts, number) for number in numbers]
    kept = [(pt_to_mm(Pt(top)), pt_to_mm(Pt(bottom))) for top, bottom in edges]
    areas = _by_places(layout, kept) or _by_ink(layout, document, fonts, numbers)
    return [(area, *edge) for area, edge in zip(areas, kept, strict=True)]


def _by_places(layout: Layout, kept: Sequence[tuple[Mm, Mm]]) -> list[Area] | None:
    """Return the free areas of pages as the places of their marks tell them; None where they do not."""
    from taahodname.letterhead.bands import bands_of

    if abs(pt_to_mm(layout.geometry.height) - HEIGHT) > _SAME:
        return None  # it would be drawn larger or smaller
    areas: list[Area] = []
    for page, (top, bottom) in zip(layout.pages, kept, strict=False):
        bands = None if page.geometry is not None else bands_of(page)
        area = None if bands is None else find_in(bands, Mm(top + _NEAR), Mm(bottom + _NEAR))
        if area is None:
            return None
        areas.append(area)
    return areas


def _by_ink(layout: Layout, document: Document, fonts: FontBook, numbers: Sequence[int]) -> list[Area]:
    """Return the free areas of pages as their ink shows them."""
    from taahodname.letterhead.pdf_file import read_page
    from taahodname.typeset import draw

    data = draw(layout, document, fonts).data
    pages = (read_page(data, "letterhead.pdf", number - 1, ink_only=True) for number in numbers)
    return [find(page.image) for page in pages]


def _empty_page(number: int) -> Paragraph:
    shape = ParagraphFormat(page_break_before=number > 1)
    return Paragraph((), shape, TextStyle(FONT, Pt(10)))


def _words(xml: bytes) -> str:
    root = parse(xml, "letterhead")
    return "".join(own_text(paragraph) for paragraph in root.iter(qn("w:p"))).strip()


def _texts(material: Material) -> Iterator[str]:
    stories = [*material.headers.values(), *material.footers.values()]
    if material.opening is not None:
        stories.append(material.opening)
    for story in stories:
        for paragraph in parse(story.xml, "letterhead").iter(qn("w:p")):
            yield own_text(paragraph)


def _refuse_tags(material: Material, name: str) -> None:
    for text in _texts(material):
        if has_tag(text):
            near = shorten(text)
            raise LetterheadError(
                f"سربرگ «{name}» برچسب پرنشده دارد: «{near}». متن واقعی را به جای آن بنویسید.",
                f"the letterhead {name} holds a tag that is not filled: {near!r}; write the real text",
            )


def _oddities(material: Material) -> Iterator[Note]:
    if not material.headers and not material.footers and material.opening is None:
        yield BLANK
    size = material.page.size
    sides = (size.get(qn("w:w"), _A4[0]), size.get(qn("w:h"), _A4[1]))
    if any(abs(float(side) - right) > _ROUNDING for side, right in zip(sides, _A4, strict=True)):
        yield PAPER_SIZE
