"""Which fonts cannot shape words apart."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
import uharfbuzz as hb

from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.spaces import PARTING, SPACES, reaches_over_spaces

from . import made_fonts
from .supplied_fonts import book_with, debian_file

SPACE, BEFORE, BEHIND = 500, 501, 502  # glyphs
GSUB, GPOS = "GSUB", "GPOS"


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_the_shipped_font_shapes_words_apart(bold: bool) -> None:
    assert not shipped_book().find("Vazirmatn", bold=bold).face.reaches_over_spaces


def test_every_space_at_which_a_line_may_end_parts_words() -> None:
    assert SPACES < PARTING
    assert all(char.isspace() for char in PARTING)


@pytest.mark.parametrize(
    ("name", "reaches"),
    [
        ("Nazli", True),  # its rules on marks pass over letters and spaces
        ("Homa", True),
        ("Titr", True),
        ("Amiri", True),  # kerns letters over a space
        ("FreeFarsi", False),
        ("Nafees Web", False),  # another space in every run, but each word shows it
    ],
)
def test_of_a_font_of_debian_it_is_told(name: str, reaches: bool) -> None:
    _, face = book_with(debian_file(name))
    assert face.reaches_over_spaces is reaches


@pytest.mark.parametrize(
    ("rules", "reaches"),
    [
        ("widens between letters", True),
        ("melts signs", True),
        ("kerned with a space", False),  # each word shows it
        ("another space", False),
        ("kerned letters", False),
    ],
)
def test_of_a_font_with_some_rules_it_is_told(tmp_path: Path, rules: str, reaches: bool) -> None:
    assert made_fonts.book(tmp_path, rules)[1].reaches_over_spaces is reaches


# Tables packed by hand, for the forms that no tool at hand writes ------------------------------------


def numbers(*values: int) -> bytes:
    return struct.pack(f">{len(values)}H", *values)


def table(kind: int, subtable: bytes, flags: int = 0) -> bytes:
    """Return a layout table with one lookup of one subtable."""
    return numbers(1, 0, 0, 0, 10) + numbers(1, 4) + numbers(kind, flags, 1, 8) + subtable


def extended(own: int, kind: int, subtable: bytes) -> bytes:
    return table(own, numbers(1, kind, 0, 8) + subtable)


def coverage(*glyphs: int) -> bytes:
    return numbers(1, len(glyphs), *glyphs)


def ranges(first: int, last: int, value: int = 0) -> bytes:
    return numbers(2, 1, first, last, value)


def laid_out(head: list[int], parts: list[bytes]) -> bytes:
    """Return numbers, of which -1 stands for the offset of the next part, and the parts."""
    place, offsets = 2 * len(head), []
    for part in parts:
        offsets.append(place)
        place += len(part)
    filled = iter(offsets)
    return numbers(*(next(filled) if value == -1 else value for value in head)) + b"".join(parts)


def ligature(*letters: int) -> bytes:
    rule = numbers(1, 4) + numbers(9, len(letters), *letters[1:])
    return laid_out([1, -1, 1, -1], [coverage(letters[0]), rule])


def context_of_glyphs(second: int) -> bytes:
    return laid_out([1, -1, 1, -1], [coverage(BEFORE), numbers(1, 4) + numbers(2, 0, second)])


def context_of_classes(second: int, classes: bytes) -> bytes:
    rules = numbers(1, 4) + numbers(2, 0, second)
    return laid_out([2, -1, -1, 2, 0, -1], [coverage(BEFORE), classes, rules])


def context_of_coverages(*sets: bytes) -> bytes:
    return laid_out([3, len(sets), 0, *[-1] * len(sets)], list(sets))


def chain_of_glyphs(before: int, second: int, behind: int) -> bytes:
    rule = numbers(1, 4) + numbers(1, before, 2, second, 1, behind, 0)
    return laid_out([1, -1, 1, -1], [coverage(BEFORE), rule])


def chain_of_classes(before: bytes, inside: bytes, behind: bytes, *, value: int = 1) -> bytes:
    rule = numbers(1, 4) + numbers(1, value, 2, value, 1, value, 0)
    return laid_out([2, -1, -1, -1, -1, 2, 0, -1], [coverage(BEFORE), before, inside, behind, rule])


def chain_of_coverages(*sets: bytes) -> bytes:
    return laid_out([3, 1, -1, 1, -1, 1, -1, 0], list(sets))


def reverse(*sets: bytes) -> bytes:
    return laid_out([1, -1, 1, -1, 1, -1, 1, 9], list(sets))


def cursive(first: bytes) -> bytes:
    return laid_out([1, -1, 1, 0, 0], [first])


A, B, S = coverage(BEFORE), coverage(BEHIND), coverage(BEFORE, SPACE)
WIDE = ranges(SPACE - 5, SPACE + 5, 1)
NARROW = ranges(BEFORE, BEHIND, 1)
LISTED = numbers(1, SPACE - 1, 3, 0, 1, 0)

REACHING = {
    "a ligature with a space inside": (GSUB, table(4, ligature(BEFORE, SPACE, BEHIND))),
    "a sequence of glyphs": (GSUB, table(5, context_of_glyphs(SPACE))),
    "a sequence of classes": (GSUB, table(5, context_of_classes(1, WIDE))),
    "a sequence of classes, each glyph listed": (GSUB, table(5, context_of_classes(1, LISTED))),
    "a sequence with all that has no class": (GPOS, table(7, context_of_classes(0, NARROW))),
    "a sequence of coverages": (GPOS, table(7, context_of_coverages(A, S))),
    "a sequence of coverages in ranges": (GPOS, table(7, context_of_coverages(A, WIDE))),
    "a chain of glyphs, behind": (GSUB, table(6, chain_of_glyphs(BEFORE, BEFORE, SPACE))),
    "a chain of glyphs, inside": (GSUB, table(6, chain_of_glyphs(BEFORE, SPACE, BEHIND))),
    "a chain of glyphs, before": (GSUB, table(6, chain_of_glyphs(SPACE, BEFORE, BEHIND))),
    "a chain of classes, before": (GPOS, table(8, chain_of_classes(WIDE, NARROW, NARROW))),
    "a chain of classes, inside": (GPOS, table(8, chain_of_classes(NARROW, WIDE, NARROW))),
    "a chain of classes, behind": (GPOS, table(8, chain_of_classes(NARROW, NARROW, WIDE))),
    "a chain of coverages, before": (GSUB, table(6, chain_of_coverages(S, A, B))),
    "a chain of coverages, behind": (GSUB, table(6, chain_of_coverages(A, B, S))),
    "a chain from behind": (GSUB, table(8, reverse(A, S, B))),
    "a chain from behind, on the space": (GSUB, table(8, reverse(S, A, B))),
    "a cursive space": (GPOS, table(3, cursive(S))),
    "letters that follow one another past spaces": (GSUB, table(4, ligature(BEFORE, BEHIND), flags=0x0002)),
    "pairs that follow one another past spaces": (GPOS, table(2, numbers(1), flags=0x0002)),
    "an extension": (GSUB, extended(7, 6, chain_of_coverages(A, S, B))),
    "an extension of positions": (GPOS, extended(9, 7, context_of_glyphs(SPACE))),
    "a form that nobody knows": (GSUB, table(5, numbers(7, 0, 0))),
    "a coverage of a form that nobody knows": (GSUB, table(8, reverse(numbers(7, 0), A, B))),
    "a table that is cut off": (GSUB, table(6, chain_of_coverages(A, B, A))[:-3]),
    "rules without end": (GSUB, numbers(1, 0, 0, 0, 10) + numbers(*[0xFFFF] * 0x20000)),
}
NOT_REACHING = {
    "no lookup": (GSUB, numbers(1, 0, 0, 0, 0)),
    "one glyph for another": (GSUB, table(1, laid_out([2, -1, 1, 9], [coverage(SPACE)]))),
    "a ligature of letters": (GSUB, table(4, ligature(BEFORE, BEHIND))),
    "a ligature that a space begins": (GSUB, table(4, ligature(SPACE, BEHIND))),
    "a pair": (GPOS, table(2, numbers(1))),
    "a mark at its letter": (GPOS, table(4, numbers(1), flags=0x0002)),
    "a sequence of glyphs": (GSUB, table(5, context_of_glyphs(BEHIND))),
    "a sequence of classes": (GSUB, table(5, context_of_classes(1, NARROW))),
    "a sequence of other classes": (GSUB, table(5, context_of_classes(2, WIDE))),
    "a sequence of coverages": (GPOS, table(7, context_of_coverages(A, B))),
    "a sequence of other classes, each glyph listed": (GSUB, table(5, context_of_classes(2, LISTED))),
    "a sequence of coverages in ranges": (GPOS, table(7, context_of_coverages(A, NARROW))),
    "a chain of glyphs": (GSUB, table(6, chain_of_glyphs(BEFORE, BEHIND, BEFORE))),
    "a chain of classes": (GPOS, table(8, chain_of_classes(NARROW, NARROW, NARROW))),
    "a chain of coverages": (GSUB, table(6, chain_of_coverages(A, B, A))),
    "a chain from behind": (GSUB, table(8, reverse(A, B, A))),
    "a cursive letter": (GPOS, table(3, cursive(A))),
    "letters past other letters of two": (GSUB, table(4, ligature(BEFORE, BEHIND), flags=0x0004)),
    "an extension": (GSUB, extended(7, 6, chain_of_coverages(A, B, A))),
    "an extension of one glyph": (GSUB, extended(7, 1, numbers(1))),
}


def test_the_glyph_that_stands_for_a_space_here_is_a_base_as_spaces_are() -> None:
    assert shipped_book().find("Vazirmatn").face.hb_face.get_layout_glyph_class(SPACE) == 1


def told(tag: str, data: bytes) -> bool:
    return reaches_over_spaces(hb.Face(hb.Blob(made_fonts.with_table(tag, data))), [SPACE])


@pytest.mark.parametrize("rule", REACHING)
def test_a_rule_that_may_reach_over_a_space_is_seen(rule: str) -> None:
    assert told(*REACHING[rule])


@pytest.mark.parametrize("rule", NOT_REACHING)
def test_a_rule_that_does_not_is_none(rule: str) -> None:
    assert not told(*NOT_REACHING[rule])


def test_tables_of_apple_are_not_looked_into() -> None:
    assert told("kerx", b"\0" * 8)
