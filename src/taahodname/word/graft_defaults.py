"""Holds what Word takes for granted where nothing is said, and lays one set of properties over another."""

from __future__ import annotations

import copy
from collections.abc import Mapping

from lxml import etree

from taahodname.word.markup import Element
from taahodname.word.names import prefixed, qn
from taahodname.word.properties import insert

_FONT = "Times New Roman"
_NONE = {"val": "nil"}

# What holds where a property is nowhere given (ECMA-376 §17.3.1 and §17.3.2, «if this element is omitted»).
# On/off properties that are not listed are off.
_UNSAID: Mapping[str, Mapping[str, str]] = {
    "w:widowControl": {"val": "1"},
    "w:spacing": {"before": "0", "after": "0", "line": "240", "lineRule": "auto"},
    "w:ind": {"left": "0", "right": "0", "firstLine": "0"},
    "w:jc": {"val": "left"},
    "w:textAlignment": {"val": "auto"},
    "w:textDirection": {"val": "lrTb"},
    "w:outlineLvl": {"val": "9"},
    "w:autoSpaceDE": {"val": "1"},
    "w:autoSpaceDN": {"val": "1"},
    "w:overflowPunct": {"val": "1"},
    "w:adjustRightInd": {"val": "1"},
    "w:snapToGrid": {"val": "1"},
    "w:kinsoku": {"val": "1"},
    "w:rFonts": {"ascii": _FONT, "hAnsi": _FONT, "eastAsia": _FONT, "cs": _FONT},
    "w:color": {"val": "auto"},
    "w:w": {"val": "100"},
    "w:kern": {"val": "0"},
    "w:position": {"val": "0"},
    "w:sz": {"val": "20"},
    "w:szCs": {"val": "20"},
    "w:highlight": {"val": "none"},
    "w:u": {"val": "none"},
    "w:effect": {"val": "none"},
    "w:bdr": _NONE,
    "w:shd": {"val": "clear", "color": "auto", "fill": "auto"},
    "w:vertAlign": {"val": "baseline"},
    "w:em": {"val": "none"},
    "w:lang": {"val": "en-US", "eastAsia": "en-US", "bidi": "ar-SA"},
}
_LETTER_SPACING = {"val": "0"}
# Properties whose attributes are inherited one by one, not all together.
_BY_ATTRIBUTE = frozenset(qn(f"w:{word}") for word in ("rFonts", "lang", "spacing", "ind"))
_BORDERS = ("top", "left", "bottom", "right")


def overlay(lower: Element | None, upper: Element | None, name: str) -> Element:
    """Return one set of properties over another, in a new element.

    Args:
        lower: what holds where the upper one is silent.
        upper: what goes first.
        name: the name of the set («w:pPr», «w:rPr»).
    """
    result = etree.Element(qn(name))
    for source in (lower, upper):
        for given in () if source is None else source:
            element = copy.deepcopy(given)
            old = result.find(given.tag)
            if old is None:
                insert(result, element)
                continue
            if given.tag in _BY_ATTRIBUTE:
                _inherit(element, old)
            result.replace(old, element)
    return result


def _inherit(element: Element, old: Element) -> None:
    own = {str(key): str(value) for key, value in element.attrib.items()}
    # A hanging first line and an indented one exclude each other; so do both names of a side.
    clashes = {qn("w:hanging"): qn("w:firstLine"), qn("w:firstLine"): qn("w:hanging")}
    for key, value in old.attrib.items():
        if str(key) not in own and clashes.get(str(key)) not in own:
            element.set(str(key), str(value))


def unsaid(defaults: Element | None, name: str) -> Element:
    """Return, for each property some defaults set, what would hold without them.

    Args:
        defaults: a document's defaults, or None.
        name: the name of the set («w:pPr», «w:rPr»).
    """
    result = etree.Element(qn(name))
    for given in () if defaults is None else defaults:
        element = etree.SubElement(result, given.tag)
        if given.tag == qn("w:pBdr"):
            for side in _BORDERS:
                etree.SubElement(element, qn(f"w:{side}")).set(qn("w:val"), "nil")
            continue
        values = _UNSAID.get(prefixed(given.tag), {"val": "0"})
        if given.tag == qn("w:spacing") and name == "w:rPr":
            values = _LETTER_SPACING
        for key, value in values.items():
            element.set(qn(f"w:{key}"), value)
    return result
