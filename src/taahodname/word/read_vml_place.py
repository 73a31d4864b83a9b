"""Reading where a VML shape stands, how large it is, and what text does around it."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from taahodname.paper.blocks import FloatingPicture, Gaps, PageGeometry, XFrom, YFrom
from taahodname.paper.drawings import Drawing
from taahodname.units import Pt
from taahodname.word import read_vml_style as vml
from taahodname.word.markup import Element
from taahodname.word.names import qn
from taahodname.word.read_places import Side, Wrap
from taahodname.word.read_site import Site
from taahodname.word.read_vml_style import Style

_X_FROM: dict[str, XFrom] = {
    "text": "column",
    "char": "column",
    "margin": "margin",
    "page": "page",
    "left-margin-area": "left-margin",
    "right-margin-area": "right-margin",
    "inner-margin-area": "inside-margin",
    "outer-margin-area": "outside-margin",
}
_Y_FROM: dict[str, YFrom] = {
    "text": "paragraph",
    "line": "paragraph",
    "margin": "margin",
    "page": "page",
    "top-margin-area": "top-margin",
    "bottom-margin-area": "bottom-margin",
    "inner-margin-area": "top-margin",
    "outer-margin-area": "bottom-margin",
}
_WRAPS: dict[str, Wrap] = {
    "none": "none",
    "square": "square",
    "tight": "square",
    "through": "square",
    "topAndBottom": "top-bottom",
}
_SIDES: dict[str, Side] = {"both": "both", "left": "left", "right": "right", "largest": "larger"}
_BESIDE = 9.0  # points that text keeps from the sides, where nothing is said


def floats(style: Style) -> bool:
    """Tell whether a shape leaves the line of text."""
    return style.get("position", "static") in ("absolute", "relative")


def vml_size(element: Element, style: Style, site: Site) -> tuple[Pt, Pt]:
    """Return the size of a shape: its own, or the share of the page that Word says instead.

    Raises:
        UnsupportedFeature: when that is no size.
    """
    if vml.is_true(element.get(qn("o:hr")), usual=False):
        return _rule_width(element, site), vml.length(style.get("height"), site, 1.5)
    found = []
    for name, axis in (("width", "x"), ("height", "y")):
        own = vml.length(style.get(name), site)
        share = site.number(style.get(f"mso-{name}-percent")) / 1000
        if share > 0 and site.page is not None:
            own = site.length(share * _whole(style.get(f"mso-{name}-relative", "page"), axis, site.page))
        if own < 0:
            raise site.refuse("اندازهٔ منفی شکل (v:shape)")
        found.append(own)
    return found[0], found[1]


def _rule_width(element: Element, site: Site) -> Pt:
    """Return the width of what Word calls a horizontal line: the whole column's, whatever its style says."""
    in_cell = next(element.iterancestors(qn("w:tc")), None) is not None
    is_whole = site.number(element.get(qn("o:hrpct")), 1000.0) in (0.0, 1000.0)
    if site.page is None or site.boxed or in_cell or not is_whole:
        raise site.refuse("خط افقی در خانهٔ جدول یا کوتاه‌تر از ستون (o:hr)")
    return Pt(site.page.width - site.page.left - site.page.right)


def _whole(source: str, axis: Literal["x", "y"] | str, page: PageGeometry) -> float:
    if axis == "x":
        areas = {"left-margin-area": page.left, "right-margin-area": page.right}
        areas |= {"inner-margin-area": page.left, "outer-margin-area": page.right}
        return {**areas, "margin": page.width - page.left - page.right}.get(source, page.width)
    areas = {"top-margin-area": page.top, "bottom-margin-area": page.bottom}
    return {**areas, "margin": page.height - page.top - page.bottom}.get(source, page.height)


def vml_floating(
    element: Element, style: Style, drawing: Drawing, corner: tuple[float, float], site: Site, *, begins: bool
) -> FloatingPicture:
    """Return a shape at its place.

    Args:
        element: the shape.
        style: its style.
        drawing: what it draws.
        corner: the place that a line says by its ends.
        site: the file.
        begins: no word of its paragraph stands before it.

    Raises:
        UnsupportedFeature: for places that are not known.
    """
    if site.boxed:
        raise site.refuse("شکل شناور درون کادر متن (w:pict)")
    wrapping = element.find(qn("w10:wrap"))
    x_from = style.get("mso-position-horizontal-relative") or _said(wrapping, "anchorx") or "text"
    y_from = style.get("mso-position-vertical-relative") or _said(wrapping, "anchory") or "text"
    if x_from not in _X_FROM or y_from not in _Y_FROM:
        raise site.refuse(f"جای شکل نسبت به {x_from}/{y_from} (v:shape)")
    if not begins and (x_from == "char" or y_from == "line"):
        raise site.refuse(f"جای شکل نسبت به نویسه یا سطر میان متن ({x_from}/{y_from})")
    order = int(site.number(style.get("z-index")))
    placed = FloatingPicture(
        drawing,
        _X_FROM[x_from],
        _Y_FROM[y_from],
        Pt(_along(style, "left", site) + corner[0]),
        Pt(_along(style, "top", site) + corner[1]),
        _align(style.get("mso-position-horizontal", "absolute"), site),
        _align(style.get("mso-position-vertical", "absolute"), site),
        behind=order < 0,
        x_share=_share(style.get("mso-left-percent"), site),
        y_share=_share(style.get("mso-top-percent"), site),
        order=order,
    )
    kind = _WRAPS.get(_said(wrapping, "type") or "none")
    if kind is None:
        raise site.refuse(f"چینش متن دور شکل ({_said(wrapping, 'type')})")
    side = _SIDES.get(_said(wrapping, "side") or "both", "both")
    return replace(placed, wrap=kind, gaps=_gaps(style, kind, site), side=side)


def _said(wrapping: Element | None, name: str) -> str | None:
    return None if wrapping is None else wrapping.get(name)


def _along(style: Style, side: str, site: Site) -> float:
    return vml.length(style.get(side), site) + vml.length(style.get(f"margin-{side}"), site)


def _align(said: str, site: Site) -> str | None:
    plain = {"absolute": None, "inside": "inside", "outside": "outside"}
    plain |= {name: name for name in ("left", "center", "right", "top", "bottom")}
    if said not in plain:
        raise site.refuse(f"چینش ناشناختهٔ شکل ({said[:20]})")
    return plain[said]


def _share(text: str | None, site: Site) -> float | None:
    return None if text is None else site.number(text) / 1000


def _gaps(style: Style, kind: Wrap, site: Site) -> Gaps:
    if kind == "none":
        return Gaps()

    def gap(side: str, usual: float) -> Pt:
        return Pt(max(0.0, vml.length(style.get(f"mso-wrap-distance-{side}"), site, usual)))

    if kind == "top-bottom":
        return Gaps(top=gap("top", 0.0), bottom=gap("bottom", 0.0))
    return Gaps(gap("top", 0.0), gap("right", _BESIDE), gap("bottom", 0.0), gap("left", _BESIDE))
