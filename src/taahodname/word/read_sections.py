"""Reading sections: where one ends, its sheets and margins, how its pages are numbered (ECMA-376 §17.6)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Block, Borders, Frame, Numbers, PageGeometry, Section, Start, Which
from taahodname.persian.counters import is_way
from taahodname.units import Pt, twips_to_pt
from taahodname.word.markup import Element, integer, is_on
from taahodname.word.names import qn
from taahodname.word.read_borders import borders

_LOOK, _SECTION = qn("w:pPr"), qn("w:sectPr")
_CONTROL, _CUSTOM = qn("w:sdt"), qn("w:customXml")
_A4_WIDTH, _A4_HEIGHT = 11906, 16838  # twips
_INCH = 1440
_HALF_INCH = 720
_LONGEST = 31_680  # twips: the largest sheet of Word is 22 inches wide
_REFUSED = {"w:lnNumType": "شمارهٔ سطرها"}
_FRAMED: dict[str, Literal["all", "first", "not-first"]] = {"firstPage": "first", "notFirstPage": "not-first"}
_LINES = frozenset({"single", "thick", "double", "triple", "dotted", "dotDash", "dotDotDash", "none", "nil"})
"""Kinds of border (§17.18.2) that are lines, as dashes and pairs of lines are; the rest are ornaments."""
_STARTS: dict[str, Start] = {"continuous": "continuous", "evenPage": "even", "oddPage": "odd"}


def split(body: Element | None) -> Iterator[tuple[list[Element], Element | None]]:
    """Yield the blocks of a body section by section, each with its `w:sectPr`.

    A section ends with the paragraph that holds its properties; the last one's stand at the end of the body
    (§17.6.18).
    """
    own: list[Element] = []
    last: Element | None = None
    # Hardly any paragraph holds such a thing: they are looked for from within.
    ends = {} if body is None else {_holder(props): props for props in reversed(list(body.iter(_SECTION)))}
    for child in _flat(() if body is None else body):
        if child.tag == _SECTION:
            last = child
            continue
        own.append(child)
        if child in ends:
            yield own, ends[child]
            own = []
    yield own, last


def _holder(props: Element) -> Element | None:
    """Return the paragraph that a `w:sectPr` is a property of, if it is one's."""
    look = props.getparent()
    return look.getparent() if look is not None and look.tag == _LOOK else None


def _flat(blocks: Iterable[Element]) -> Iterator[Element]:
    """Yield blocks with the content of content controls in the place of these."""
    for child in blocks:
        if child.tag == _CONTROL:
            content = child.find(qn("w:sdtContent"))
            yield from _flat(() if content is None else content)
        elif child.tag == _CUSTOM:
            yield from _flat(child)
        else:
            yield child


def check_section(props: Element | None, part: str) -> None:
    """Refuse what a section cannot have.

    Raises:
        UnsupportedFeature: with the name of it.
    """
    if props is None:
        return
    for tag, label in _REFUSED.items():
        if props.find(qn(tag)) is not None:
            raise UnsupportedFeature(f"{label} ({tag})", part, "")
    for line in _sides(props.find(qn("w:pgBorders"))):
        kind_of_line = line.get(qn("w:val"), "none")
        if kind_of_line not in _LINES and not kind_of_line.startswith(("dash", "thin", "thick")):
            raise UnsupportedFeature(f"کادر دور صفحه از نوع {kind_of_line} (w:pgBorders)", part, "")
    columns = props.find(qn("w:cols"))
    if columns is not None and columns.get(qn("w:num"), "1") != "1":
        raise UnsupportedFeature("متن چندستونی (w:cols)", part, "")
    kind = props.find(qn("w:type"))
    if kind is not None and kind.get(qn("w:val")) == "nextColumn":
        raise UnsupportedFeature("شکست ستون (w:type nextColumn)", part, "")
    middle = props.find(qn("w:vAlign"))
    if middle is not None and middle.get(qn("w:val"), "top") != "top":
        raise UnsupportedFeature("تراز عمودی صفحه (w:vAlign)", part, "")
    numbers = props.find(qn("w:pgNumType"))
    if numbers is None:
        return
    if numbers.get(qn("w:chapStyle")) is not None:
        raise UnsupportedFeature("شمارهٔ فصل در شمارهٔ صفحه (w:pgNumType w:chapStyle)", part, "")
    way = numbers.get(qn("w:fmt"), "decimal")
    if not is_way(way):
        raise UnsupportedFeature(f"شمارهٔ صفحه از نوع {way} (w:pgNumType)", part, "")


def section(
    blocks: tuple[Block, ...],
    props: Element | None,
    page: PageGeometry,
    headers: Mapping[Which, tuple[Block, ...]],
    footers: Mapping[Which, tuple[Block, ...]],
) -> Section:
    """Return a section.

    Args:
        blocks: what stands in it.
        props: its `w:sectPr`, or None where the file has none.
        page: its sheet and margins; see `geometry`.
        headers, footers: its own heads and feet.
    """
    if props is None:
        return Section(blocks, page, headers, footers)
    kind = props.find(qn("w:type"))
    return Section(
        blocks,
        page,
        headers,
        footers,
        title_page=is_on(props.find(qn("w:titlePg"))),
        start=_STARTS.get("" if kind is None else kind.get(qn("w:val"), ""), "page"),
        numbers=_numbers(props.find(qn("w:pgNumType"))),
        frame=_frame(props.find(qn("w:pgBorders"))),
    )


def _sides(box: Element | None) -> list[Element]:
    return [] if box is None else [side for side in box if isinstance(side.tag, str)]


def _frame(box: Element | None) -> Frame | None:
    """Return the lines around the pages; their left is that of the sheet (§17.6.10)."""
    if box is None:
        return None
    lines = borders(box, rtl=False)
    if lines == Borders():
        return None
    return Frame(
        lines,
        from_text=box.get(qn("w:offsetFrom"), "text") == "text",
        pages=_FRAMED.get(box.get(qn("w:display"), ""), "all"),
    )


def inherited(
    own: Mapping[Which, tuple[Block, ...]], before: Mapping[Which, tuple[Block, ...]] | None
) -> dict[Which, tuple[Block, ...]]:
    """Return the heads or feet of a section; those that it lacks are those of the one before (§17.10.1)."""
    return {**(before or {}), **own}


def _numbers(element: Element | None) -> Numbers:
    if element is None:
        return Numbers()
    start = integer(element, -1, "w:start")
    return Numbers(None if start < 0 else start, element.get(qn("w:fmt"), "decimal"))


def geometry(section: Element | None) -> PageGeometry:
    """Return the sheet and the margins of a section, those of Word where it says none."""
    size = None if section is None else section.find(qn("w:pgSz"))
    margins = None if section is None else section.find(qn("w:pgMar"))

    def length(element: Element | None, name: str, default: int) -> Pt:
        value = None if element is None else element.get(qn(name))
        try:
            twips = float(default if value is None else value)
        except ValueError:
            twips = math.nan
        if not abs(twips) <= _LONGEST:
            raise UnsupportedFeature(f"اندازهٔ صفحه ({name}={str(value)[:20]})", "w:sectPr", "")
        return twips_to_pt(twips)

    gutter = length(margins, "w:gutter", 0)
    return PageGeometry(
        width=length(size, "w:w", _A4_WIDTH),
        height=length(size, "w:h", _A4_HEIGHT),
        top=Pt(abs(length(margins, "w:top", _INCH))),
        right=length(margins, "w:right", _INCH),
        bottom=Pt(abs(length(margins, "w:bottom", _INCH))),
        left=Pt(length(margins, "w:left", _INCH) + gutter),
        header=length(margins, "w:header", _HALF_INCH),
        footer=length(margins, "w:footer", _HALF_INCH),
        rtl=section is not None and is_on(section.find(qn("w:bidi"))),
    )
