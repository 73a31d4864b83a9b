"""Writes into the shapes of a letterhead what their theme says of them: it does not come with them."""

from __future__ import annotations

import copy

from taahodname.word.markup import Element, parse
from taahodname.word.names import qn
from taahodname.word.package import Package

_FILLS = tuple(
    qn(f"a:{name}") for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
)
# The order of a shape's properties (ECMA-376 §20.1.2.2.35).
_ORDER = (
    qn("a:xfrm"),
    qn("a:custGeom"),
    qn("a:prstGeom"),
    *_FILLS,
    qn("a:ln"),
    qn("a:effectLst"),
    qn("a:effectDag"),
)


def settle(root: Element, package: Package) -> None:
    """Give every shape its line, fill and effect as properties of its own.

    Args:
        root: a part of a letterhead, changed in place.
        package: the letterhead, for its theme.
    """
    styles = list(root.iter(qn("wps:style")))
    if not styles:
        return
    part = next(iter(package.related(package.main, "theme")), None)
    theme = None if part is None else parse(package.parts[part], part)
    for style in styles:
        shape = style.getparent()
        properties = None if shape is None else shape.find(qn("wps:spPr"))
        if properties is not None:
            _settle(style, properties, theme)


def _settle(style: Element, properties: Element, theme: Element | None) -> None:
    line = _format(style, "a:lnRef", "a:lnStyleLst", theme)
    if line is not None:
        _add_line(properties, line)
    fill = _format(style, "a:fillRef", "a:fillStyleLst", theme)
    if fill is not None and not any(child.tag in _FILLS for child in properties):
        _insert(properties, fill)
    effect = _format(style, "a:effectRef", "a:effectStyleLst", theme)
    effects = None if effect is None else effect.find(qn("a:effectLst"))
    if effects is not None and properties.find(qn("a:effectLst")) is None:
        _insert(properties, effects)


def _format(style: Element, name: str, group: str, theme: Element | None) -> Element | None:
    """Return the theme's format that a style names, in the style's colour; the style names none then."""
    reference = style.find(qn(name))
    formats = None if theme is None else next(theme.iter(qn(group)), None)
    digits = "" if reference is None else reference.get("idx", "")
    number = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 9 else 0
    if reference is None or formats is None or not 0 < number <= len(formats):
        return None
    found = copy.deepcopy(formats[number - 1])
    colour = next(iter(reference), None)
    for placeholder in [one for one in found.iter(qn("a:schemeClr")) if one.get("val") == "phClr"]:
        if colour is not None:
            _replace(placeholder, colour)
    reference.set("idx", "0")
    return found


def _replace(placeholder: Element, colour: Element) -> None:
    """Put a colour in the place of «the shape's colour», with the changes that the theme makes to it."""
    own = copy.deepcopy(colour)
    own.tail = placeholder.tail
    own.extend(list(placeholder))
    parent = placeholder.getparent()
    if parent is not None:
        parent.replace(placeholder, own)


def _add_line(properties: Element, line: Element) -> None:
    own = properties.find(qn("a:ln"))
    if own is None:
        _insert(properties, line)
        return
    for key, value in line.attrib.items():
        if own.get(str(key)) is None:
            own.set(str(key), str(value))
    has_fill = any(child.tag in _FILLS for child in own)
    dashed = own.find(qn("a:prstDash")) is not None or own.find(qn("a:custDash")) is not None
    fills = [child for child in line if child.tag in _FILLS and not has_fill]
    dash = [child for child in line if child.tag == qn("a:prstDash") and not dashed]
    for place, child in enumerate(fills):
        own.insert(place, child)
    for child in dash:
        own.insert(sum(1 for one in own if one.tag in _FILLS), child)


def _insert(properties: Element, child: Element) -> None:
    """Put a property where it belongs among the others."""
    rank = _ORDER.index(child.tag) if child.tag in _ORDER else len(_ORDER)
    place = sum(1 for one in properties if one.tag in _ORDER and _ORDER.index(one.tag) < rank)
    properties.insert(place, child)
