"""Builds the Word file of a letterhead from pictures that fill the sheet behind the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from lxml import etree
from msgspec import Struct

from taahodname.letterhead.fields import Slot
from taahodname.letterhead.free_area import Area
from taahodname.letterhead.paper_size import WIDTH
from taahodname.letterhead.sheet import FONT, Picture, Sheet, Style, twips
from taahodname.letterhead.slots import run_like, token
from taahodname.units import Mm, Pt, mm_to_pt, pt_to_twips
from taahodname.word.graft_material import Which
from taahodname.word.markup import Element, serialise
from taahodname.word.names import NAMESPACES, qn
from taahodname.word.properties import put, remove

FIELD_SIZE = Pt(10)
"""Of the values that are put on the lines of a letterhead."""

_A4 = {"w": 11906, "h": 16838}
_A4_EMU = (7560310, 10692130)
_PAGE_NUMBER = Mm(8)
_SAME_LINE = Mm(2.5)
_EDGE = Mm(6)
_SMALLEST = 6.0
_SPACER = Style("ArtworkSpace", 2)
_FIELD = Style("ArtworkField", int(FIELD_SIZE * 2))
_HIGHEST = 31680  # twips; Word takes no taller line (ECMA-376 §17.3.1.33)


class SheetOf(Struct, frozen=True):
    """What one kind of page has.

    Attributes:
        picture: a PNG or JPEG that fills the sheet, or None for a blank one.
        ending: of its name.
        area: what the text keeps clear of.
        alt: what it shows.
    """

    picture: bytes | None
    ending: str
    area: Area
    alt: str


def artwork_sheet(first: SheetOf, following: SheetOf | None, slots: Iterable[Slot] = ()) -> bytes:
    """Return a letterhead of pictures as a Word file.

    The head of each kind of page is as tall as the artwork needs and so pushes the letter down; at the foot
    `feet` does the same. At the sides, which Word keeps the same on all pages, the wider area counts.

    Args:
        first: the first page, and all others when `following` is None.
        following: the other pages.
        slots: the blanks on the first page.
    """
    sheets = [first] if following is None else [first, following]
    widest = Area(
        head=Mm(min(one.area.head for one in sheets)),
        foot=Mm(min(one.area.foot for one in sheets)),
        left=Mm(max(one.area.left for one in sheets)),
        right=Mm(max(one.area.right for one in sheets)),
    )
    margins = {
        "top": widest.head,
        "right": widest.right,
        "bottom": Mm(widest.foot + _PAGE_NUMBER),
        "left": widest.left,
        "header": Mm(0),
        "footer": widest.foot,
        "gutter": Mm(0),
    }
    head = _head(first, widest, tuple(slots))
    if following is None:
        return Sheet(
            margins, _A4, (_SPACER, _FIELD), head=head, pictures=_pictures(first, "sheet")
        ).to_bytes()
    return Sheet(
        margins,
        _A4,
        (_SPACER, _FIELD),
        head=_head(following, widest, ()),
        pictures=_pictures(following, "following"),
        first=head,
        first_pictures=_pictures(first, "first"),
    ).to_bytes()


def feet(first: SheetOf, following: SheetOf | None) -> dict[Which, bytes]:
    """Return what stands below the letter's page number on pages whose artwork needs more room at the foot.

    Args:
        first, following: as `artwork_sheet` takes them.
    """
    if following is None:
        return {}
    least = min(first.area.foot, following.area.foot)
    kinds: tuple[tuple[Which, SheetOf], ...] = (("first", first), ("default", following))
    return {
        which: serialise(_space(float(mm_to_pt(Mm(sheet.area.foot - least))), plain=True))
        for which, sheet in kinds
        if sheet.area.foot > least
    }


def _pictures(sheet: SheetOf, name: str) -> tuple[Picture, ...]:
    if sheet.picture is None:
        return ()
    return (Picture(f"word/media/{name}.{sheet.ending}", sheet.picture, f"image/{sheet.ending}"),)


def _head(sheet: SheetOf, widest: Area, slots: Sequence[Slot]) -> tuple[Element, ...]:
    """Return the head of a kind of page: the picture hangs on the last of the lines that make its height."""
    full = float(mm_to_pt(sheet.area.head))
    blocks: list[Element] = []
    y = 0.0
    rows = _rows(slots)
    size, ascent, height = _letters(rows)
    for row in rows:
        top = float(mm_to_pt(row[0].y)) - ascent
        if top > y:
            blocks.append(_space(top - y))
            y = top
        blocks.append(_field_line(row, widest, size))
        y += height
    if full - y > 0.5 or not blocks:
        blocks.append(_space(max(0.5, full - y)))
    if sheet.picture is not None:
        # On the last one: empty lines at the end of a head give way to a head of the letter's own.
        blocks[-1].append(_anchored(sheet.alt))
    return tuple(blocks)


def _rows(slots: Sequence[Slot]) -> list[list[Slot]]:
    """Return the blanks by lines, from the top; each from the right."""
    rows: list[list[Slot]] = []
    for slot in sorted(slots, key=lambda one: one.y):
        if rows and slot.y - rows[-1][0].y <= _SAME_LINE:
            rows[-1].append(slot)
        else:
            rows.append([slot])
    for row in rows:
        row.sort(key=lambda one: -one.right)
    return rows


def _letters(rows: Sequence[Sequence[Slot]]) -> tuple[Pt, float, float]:
    """Return the size of the values' letters, their height above the line, and the height of a whole line.

    Where the lines stand close the letters are smaller, so that none pushes the next away.
    """
    from taahodname.typeset.fonts import shipped_book

    face = shipped_book().find(FONT).face
    natural = face.ascent(1) + face.descent(1)
    gaps = [below[0].y - above[0].y for above, below in pairwise(rows)]
    room = float(mm_to_pt(Mm(min(gaps)))) if gaps else float(FIELD_SIZE * natural)
    size = Pt(max(_SMALLEST, min(FIELD_SIZE, int(2 * room / natural) / 2)))
    return size, float(face.ascent(size)), float(size * natural)


def _space(height: float, *, plain: bool = False) -> Element:
    paragraph = _paragraph(_SPACER)
    if plain:  # it joins a letter that does not have the style
        remove(paragraph[0], "w:pStyle")
    put(
        paragraph[0],
        "w:spacing",
        before="0",
        after="0",
        line=str(min(_HIGHEST, max(1, pt_to_twips(height)))),
        lineRule="exact",
    )
    return paragraph


def _field_line(row: Sequence[Slot], widest: Area, size: Pt) -> Element:
    """Return a line with a token for each of its blanks, the first at an indent, the others at tabs."""
    paragraph = _paragraph(_FIELD)
    from_right = [Mm(WIDTH - widest.right - slot.right) for slot in row]
    if len(row) > 1:
        tabs = etree.SubElement(paragraph[0], qn("w:tabs"))
        for stop in from_right[1:]:
            etree.SubElement(tabs, qn("w:tab"), {qn("w:val"): "left", qn("w:pos"): str(twips(stop))})
    put(paragraph[0], "w:bidi")
    put(
        paragraph[0],
        "w:ind",
        left=str(twips(from_right[0])),
        right=str(twips(Mm(_EDGE - widest.left))),
    )
    for place, slot in enumerate(row):
        if place:
            run = etree.SubElement(paragraph, qn("w:r"))
            etree.SubElement(run, qn("w:tab"))
        run = run_like(None, token(slot.name))
        look = etree.Element(qn("w:rPr"))
        put(look, "w:sz", val=str(int(size * 2)))
        put(look, "w:szCs", val=str(int(size * 2)))
        run.insert(0, look)
        paragraph.append(run)
    return paragraph


def _paragraph(style: Style) -> Element:
    paragraph = etree.Element(
        qn("w:p"), nsmap={prefix: NAMESPACES[prefix] for prefix in ("w", "r", "wp", "a", "pic")}
    )
    properties = etree.SubElement(paragraph, qn("w:pPr"))
    put(properties, "w:pStyle", val=style.name)
    put(properties, "w:bidi")
    return paragraph


def _anchored(alt: str) -> Element:
    """Return a run with the first picture of the head, over the whole sheet and behind the text."""
    width, height = (str(side) for side in _A4_EMU)
    run = etree.Element(qn("w:r"))
    etree.SubElement(etree.SubElement(run, qn("w:rPr")), qn("w:noProof"))
    anchor = etree.SubElement(
        etree.SubElement(run, qn("w:drawing")),
        qn("wp:anchor"),
        distT="0",
        distB="0",
        distL="0",
        distR="0",
        simplePos="0",
        relativeHeight="0",
        behindDoc="1",
        locked="1",
        layoutInCell="1",
        allowOverlap="1",
    )
    etree.SubElement(anchor, qn("wp:simplePos"), x="0", y="0")
    for side in ("H", "V"):
        position = etree.SubElement(anchor, qn(f"wp:position{side}"), relativeFrom="page")
        etree.SubElement(position, qn("wp:posOffset")).text = "0"
    etree.SubElement(anchor, qn("wp:extent"), cx=width, cy=height)
    etree.SubElement(anchor, qn("wp:effectExtent"), l="0", t="0", r="0", b="0")
    etree.SubElement(anchor, qn("wp:wrapNone"))
    etree.SubElement(anchor, qn("wp:docPr"), id="1", name="letterhead", descr=alt)
    graphic = etree.SubElement(anchor, qn("a:graphic"))
    data = etree.SubElement(graphic, qn("a:graphicData"), uri=NAMESPACES["pic"])
    data.append(framed("letterhead", width, height))
    return run


def framed(name: str, width: str, height: str) -> Element:
    """Return the `pic:pic` of the first picture of a part.

    Args:
        name: of the picture.
        width, height: in English Metric Units.
    """
    picture = etree.Element(qn("pic:pic"), nsmap={prefix: NAMESPACES[prefix] for prefix in ("pic", "a", "r")})
    about = etree.SubElement(picture, qn("pic:nvPicPr"))
    etree.SubElement(about, qn("pic:cNvPr"), id="1", name=name)
    etree.SubElement(about, qn("pic:cNvPicPr"))
    fill = etree.SubElement(picture, qn("pic:blipFill"))
    etree.SubElement(fill, qn("a:blip")).set(qn("r:embed"), "rId1")
    etree.SubElement(etree.SubElement(fill, qn("a:stretch")), qn("a:fillRect"))
    shape = etree.SubElement(picture, qn("pic:spPr"))
    frame = etree.SubElement(shape, qn("a:xfrm"))
    etree.SubElement(frame, qn("a:off"), x="0", y="0")
    etree.SubElement(frame, qn("a:ext"), cx=width, cy=height)
    outline = etree.SubElement(shape, qn("a:prstGeom"), prst="rect")
    etree.SubElement(outline, qn("a:avLst"))
    return picture
