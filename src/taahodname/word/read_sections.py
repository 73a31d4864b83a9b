"""Reading sections: where one ends, its sheets and margins, how its pages are numbered (ECMA-376 §17.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Block, Numbers, PageGeometry, Section, Start, Which
from taahodname.persian.counters import is_way
from taahodname.units import Pt, twips_to_pt
from taahodname.word.markup import Element, is_on
from taahodname.word.names import qn

_A4_WIDTH, _A4_HEIGHT = 11906, 16838  # twips
_INCH = 1440
_HALF_INCH = 720
_REFUSED = {"w:pgBorders": "کادر دور صفحه", "w:lnNumType": "شمارهٔ سطرها"}
_STARTS: dict[str, Start] = {"continuous": "continuous", "evenPage": "even", "oddPage": "odd"}


def split(body: Iterable[Element]) -> Iterator[tuple[list[Element], Element | None]]:
    """Yield the blocks of a body section by section, each with its `w:sectPr`.

    A section ends with the paragraph that holds its properties; the last one's stand at the end of the body
    (§17.6.18).
    """
    own: list[Element] = []
    last: Element | None = None
    for child in _flat(body):
        if child.tag == qn("w:sectPr"):
            last = child
            continue
        own.append(child)
        props = child.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") if child.tag == qn("w:p") else None
        if props is not None:
            yield own, props
            own = []
    yield own, last


def _flat(blocks: Iterable[Element]) -> Iterator[Element]:
    """Yield blocks with the content of content controls in the place of these."""
    for child in blocks:
        if child.tag == qn("w:sdt"):
            content = child.find(qn("w:sdtContent"))
            yield from _flat(() if content is None else content)
        elif child.tag == qn("w:customXml"):
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
    headers: Mapping[Which, tuple[Block, ...]],
    footers: Mapping[Which, tuple[Block, ...]],
) -> Section:
    """Return a section.

    Args:
        blocks: what stands in it.
        props: its `w:sectPr`, or None where the file has none.
        headers, footers: its own heads and feet.
    """
    if props is None:
        return Section(blocks, geometry(None), headers, footers)
    kind = props.find(qn("w:type"))
    return Section(
        blocks,
        geometry(props),
        headers,
        footers,
        title_page=is_on(props.find(qn("w:titlePg"))),
        start=_STARTS.get("" if kind is None else kind.get(qn("w:val"), ""), "page"),
        numbers=_numbers(props.find(qn("w:pgNumType"))),
    )


def inherited(
    own: Mapping[Which, tuple[Block, ...]], before: Mapping[Which, tuple[Block, ...]] | None
) -> dict[Which, tuple[Block, ...]]:
    """Return the heads or feet of a section; those that it lacks are those of the one before (§17.10.1)."""
    return {**(before or {}), **own}


def _numbers(element: Element | None) -> Numbers:
    if element is None:
        return Numbers()
    start = element.get(qn("w:start"))
    return Numbers(None if start is None else int(start), element.get(qn("w:fmt"), "decimal"))


def geometry(section: Element | None) -> PageGeometry:
    """Return the sheet and the margins of a section, those of Word where it says none."""
    size = None if section is None else section.find(qn("w:pgSz"))
    margins = None if section is None else section.find(qn("w:pgMar"))

    def length(element: Element | None, name: str, default: int) -> Pt:
        value = None if element is None else element.get(qn(name))
        return twips_to_pt(float(default if value is None else value))

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
