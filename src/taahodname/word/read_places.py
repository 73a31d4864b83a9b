"""Reading where a floating drawing stands, what text does around it, and which of two is seen (wp:anchor)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from taahodname.paper.blocks import FloatingPicture, Gaps, PageGeometry, Picture, XFrom, YFrom
from taahodname.paper.drawings import Drawing
from taahodname.units import Pt
from taahodname.word.markup import Element
from taahodname.word.names import qn
from taahodname.word.read_site import Site

X_FROM: dict[str, XFrom] = {
    "page": "page",
    "margin": "margin",
    "column": "column",
    "character": "column",
    "leftMargin": "left-margin",
    "rightMargin": "right-margin",
    "insideMargin": "inside-margin",
    "outsideMargin": "outside-margin",
}
Y_FROM: dict[str, YFrom] = {
    "page": "page",
    "margin": "margin",
    "paragraph": "paragraph",
    "line": "paragraph",
    "topMargin": "top-margin",
    "bottomMargin": "bottom-margin",
    "insideMargin": "top-margin",
    "outsideMargin": "bottom-margin",
}
_ALIGNS = frozenset({"left", "center", "right", "inside", "outside", "top", "bottom"})
Wrap = Literal["none", "square", "top-bottom"]
_WRAPS: dict[str, Wrap] = {
    "wp:wrapNone": "none",
    "wp:wrapSquare": "square",
    "wp:wrapTight": "square",
    "wp:wrapThrough": "square",
    "wp:wrapTopAndBottom": "top-bottom",
}
Side = Literal["both", "left", "right", "larger"]
SIDES: dict[str, Side] = {"bothSides": "both", "left": "left", "right": "right", "largest": "larger"}


class _Offset(Struct, frozen=True):
    source: str
    length: Pt = Pt(0)
    align: str | None = None
    share: float | None = None


def floating(anchor: Element, picture: Picture | Drawing, site: Site, *, begins: bool) -> FloatingPicture:
    """Return what a wp:anchor holds, at its place.

    Args:
        anchor: the element.
        picture: what it holds.
        site: the file.
        begins: no word of the paragraph stands before it.

    Raises:
        UnsupportedFeature: for places that are not known.
    """
    if site.boxed:
        raise site.refuse("تصویر یا شکل شناور درون کادر متن (wp:anchor)")
    across, down = _offset(anchor, "wp:positionH", site), _offset(anchor, "wp:positionV", site)
    simple = anchor.find(qn("wp:simplePos"))
    if simple is not None and anchor.get("simplePos") in ("1", "true"):
        across, down = (_Offset("page", site.emu(simple.get(axis))) for axis in ("x", "y"))
    if across.source not in X_FROM or down.source not in Y_FROM:
        raise site.refuse(f"جای تصویر نسبت به {across.source}/{down.source} (wp:anchor)")
    if not begins and (across.source == "character" or down.source == "line"):
        raise site.refuse(f"جای تصویر نسبت به نویسه یا سطر میان متن ({across.source}/{down.source})")
    kind, side, wrapping = _wrap(anchor, site)
    return FloatingPicture(
        picture,
        X_FROM[across.source],
        Y_FROM[down.source],
        across.length,
        down.length,
        across.align,
        # The top is the side of the binding for what stands at a height.
        {"inside": "top", "outside": "bottom"}.get(down.align or "", down.align),
        behind=anchor.get("behindDoc", "0") in ("1", "true"),
        x_share=across.share,
        y_share=down.share,
        order=int(site.number(anchor.get("relativeHeight"))),
        wrap=kind,
        gaps=_gaps(anchor, wrapping, kind, site),
        side=side,
    )


def _offset(anchor: Element, tag: str, site: Site) -> _Offset:
    element = _own_or_chosen(anchor, tag)
    if element is None:
        return _Offset("")
    source = element.get("relativeFrom", "")
    align, offset = element.find(qn("wp:align")), element.find(qn("wp:posOffset"))
    share = element.find(qn(f"wp14:pctPos{tag[-1]}Offset"))
    if align is not None:
        said = (align.text or "").strip()
        if said not in _ALIGNS:
            raise site.refuse(f"چینش ناشناختهٔ تصویر ({said[:20]})")
        return _Offset(source, align=said)
    if share is not None:
        return _Offset(source, share=site.share(share.text))
    return _Offset(source, Pt(0) if offset is None else site.emu(offset.text))


def _own_or_chosen(anchor: Element, tag: str) -> Element | None:
    """Return a child, or the one in the newer of two versions (mc:AlternateContent)."""
    own = anchor.find(qn(tag))
    if own is not None:
        return own
    chosen = anchor.find(f"{qn('mc:AlternateContent')}/{qn('mc:Choice')}/{qn(tag)}")
    return chosen if chosen is not None else anchor.find(f".//{qn(tag)}")


def _wrap(anchor: Element, site: Site) -> tuple[Wrap, Side, Element | None]:
    for tag, kind in _WRAPS.items():
        found = anchor.find(qn(tag))
        if found is not None:
            return kind, SIDES.get(found.get("wrapText", "bothSides"), "both"), found
    return "none", "both", None


def _gaps(anchor: Element, wrapping: Element | None, kind: Wrap, site: Site) -> Gaps:
    if kind == "none":
        return Gaps()

    def gap(name: str) -> Pt:
        own = None if wrapping is None else wrapping.get(name)
        return Pt(max(0.0, site.emu(own if own is not None else anchor.get(name))))

    if kind == "top-bottom":
        return Gaps(top=gap("distT"), bottom=gap("distB"))
    return Gaps(gap("distT"), gap("distR"), gap("distB"), gap("distL"))


def size_of(holder: Element, site: Site) -> tuple[Pt, Pt]:
    """Return the size of a drawing: its wp:extent, or the share of the page that Word says instead.

    Raises:
        UnsupportedFeature: when it has none.
    """
    extent = holder.find(qn("wp:extent"))
    if extent is None:
        raise site.refuse("تصویر بی‌اندازه (wp:extent)")
    width, height = site.emu(extent.get("cx")), site.emu(extent.get("cy"))
    if width < 0 or height < 0:
        raise site.refuse("اندازهٔ منفی تصویر (wp:extent)")
    return (
        _share_of_page(holder, "H", "Width", site) or width,
        _share_of_page(holder, "V", "Height", site) or height,
    )


def _share_of_page(holder: Element, axis: str, length: str, site: Site) -> Pt | None:
    size = holder.find(qn(f"wp14:sizeRel{axis}"))
    share = None if size is None else size.find(qn(f"wp14:pct{length}"))
    if size is None or share is None or site.page is None:
        return None
    whole = _whole(size.get("relativeFrom", "page"), axis, site.page)
    value = site.share(share.text)
    return site.length(value * whole) if value > 0 else None


def _whole(source: str, axis: str, page: PageGeometry) -> float:
    if axis == "H":
        return {
            "margin": page.width - page.left - page.right,
            "leftMargin": page.left,
            "rightMargin": page.right,
            "insideMargin": page.left,
            "outsideMargin": page.right,
        }.get(source, page.width)
    return {
        "margin": page.height - page.top - page.bottom,
        "topMargin": page.top,
        "bottomMargin": page.bottom,
        "insideMargin": page.top,
        "outsideMargin": page.bottom,
    }.get(source, page.height)
