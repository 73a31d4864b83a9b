"""Records that the garbage collector does not see can be part of no cycle: they would stay for ever."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from types import FunctionType, ModuleType

from msgspec import Struct
from msgspec.structs import replace

from taahodname.paper.blocks import Paragraph, Tab, Text
from taahodname.typeset import draw
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.marks import TextMark
from taahodname.typeset.pages import lay_out

from .blocks import BOLD, PLAIN, document, paragraph, table


def held(thing: object) -> Iterator[object]:
    """Yield what a thing holds, classes and modules left out."""
    if isinstance(thing, Struct):
        found = [getattr(thing, name) for name in thing.__struct_fields__]
    else:
        found = gc.get_referents(thing)
    for one in found:
        if not isinstance(one, type | ModuleType | FunctionType):
            yield one


def reached(thing: object) -> dict[int, object]:
    """Return all that can be reached from a thing, by its identity."""
    found: dict[int, object] = {}
    waiting = [*held(thing)]
    while waiting:
        one = waiting.pop()
        if id(one) not in found:
            found[id(one)] = one
            waiting += held(one)
    return found


def test_no_record_of_a_drawn_line_reaches_itself() -> None:
    words = "شرکت آریا، به شمارهٔ ۱۲۳ و نشانی \u200einfo@arya.ir\u200e (تهران) ثبت شد. " * 3
    ruled = replace(BOLD, underline=True)  # of what is ruled the places are kept
    tabbed = Paragraph((Text("الف", ruled), Tab(PLAIN), Text("۱۲، ب", PLAIN)), paragraph().format, PLAIN)
    given = document(paragraph(words), tabbed, table([["یک", "دو"]], [80, 80]))
    layout = lay_out(given, shipped_book())
    draw(layout, given, shipped_book())
    lines = [mark.line for page in layout.pages for mark in page.body if isinstance(mark, TextMark)]
    records = [one for one in reached(lines).values() if isinstance(one, Struct)]
    unseen = {type(one): one for one in records if not type(one).__struct_config__.gc}
    assert {kind.__name__ for kind in unseen} >= {"Line", "Placed", "Piece", "Glyph", "Sign", "Form"}
    assert [kind for kind, one in unseen.items() if id(one) in reached(one)] == []
