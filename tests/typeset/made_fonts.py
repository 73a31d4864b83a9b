"""Fonts made for the tests: the shipped one with rules of its own, so that a space is not a space only."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from taahodname.typeset.fonts import Face, FontBook

from .supplied_fonts import REGULAR

_MARK = 3

RULES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # Between two letters a space is wider, or narrower; at the end of a line it is not.
        "widens between letters": (
            "GPOS",
            "lookup W {pos space 250;} W; feature kern {pos @letter space' lookup W @letter;} kern;",
        ),
        "narrows between letters": (
            "GPOS",
            "lookup N {pos space -200;} N; feature kern {pos @letter space' lookup N @letter;} kern;",
        ),
        # Every space is another in a run of Arabic letters, but not by itself: NafeesWeb does so.
        "another space": ("GPOS", "feature kern {pos space <40 0 300 0>;} kern;"),
        # A word and the space beside it are kerned.
        "kerned with a space": ("GPOS", "feature kern {pos @letter space -110; pos space @letter 70;} kern;"),
        # Signs of two words become one: Nazli and its kin do so.
        "melts signs": (
            "GSUB",
            "feature rlig {lookupflag IgnoreBaseGlyphs; sub uni0651 uni064B by uni0652;} rlig;",
        ),
        # A rule that has to do with no space at all.
        "kerned letters": ("GPOS", "feature kern {pos uniFE8D uniFEDF -200; pos @letter uni0631 -60;} kern;"),
    }
)
"""Feature code by what it does, and the table that holds it."""


@cache
def with_rules(name: str) -> bytes:
    """Return the shipped font with the rules of one name in the place of its own."""
    font = TTFont(REGULAR)
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    tag, code = RULES[name]
    letters = [
        glyph
        for glyph in font.getGlyphOrder()
        if glyph.startswith(("uni06", "uniFB", "uniFE")) and classes.get(glyph) != _MARK
    ]
    head = f"languagesystem arab dflt; @letter = [{' '.join(letters)}];"
    addOpenTypeFeaturesFromString(font, f"{head} {code}", tables=[tag])
    return _saved(font)


def with_table(tag: str, data: bytes) -> bytes:
    """Return the shipped font with a table put in, its own layout tables taken out."""
    font = TTFont(REGULAR)
    for own in ("GSUB", "GPOS"):
        del font[own]
    font[tag] = DefaultTable(tag)
    font[tag].data = data
    return _saved(font)


@cache
def with_drawn_joiners() -> bytes:
    """Return the shipped font with a shape for the half-space and the direction marks, as Amiri has them."""
    font = TTFont(REGULAR)
    for table in font["cmap"].tables:
        table.cmap.update({code: "uni0651" for code in range(0x200C, 0x2010) if code in table.cmap})
    return _saved(font)


@cache
def without_letter(letter: str) -> bytes:
    """Return the shipped font with no glyph for a letter, so that another font draws it."""
    font = TTFont(REGULAR)
    for table in font["cmap"].tables:
        table.cmap.pop(ord(letter), None)
    return _saved(font)


def _saved(font: TTFont) -> bytes:
    for name in font["name"].names:
        name.string = str(name).replace("Vazirmatn", "Vazirmade")
    found = io.BytesIO()
    font.save(found)
    return found.getvalue()


def book(folder: Path, name: str) -> tuple[FontBook, Face]:
    """Return the faces at hand with the font of some rules, and that one."""
    return book_of(folder, with_rules(name))


def book_of(folder: Path, data: bytes) -> tuple[FontBook, Face]:
    """Return the faces at hand with a made font, and that one."""
    (folder / "made.ttf").write_bytes(data)
    found = FontBook([folder / "made.ttf"])
    return found, found.find("Vazirmade").face
