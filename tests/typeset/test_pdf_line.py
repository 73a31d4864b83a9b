"""The operators of a line: places told from one another are the places that were meant."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from taahodname.paper.blocks import Text, TextStyle
from taahodname.typeset import typeset
from taahodname.typeset.fonts import shipped_book

from .blocks import PLAIN, document, paragraph
from .page_glyphs import Ink, differences, ink_of

SLANTED = replace(PLAIN, italic=True)
RED = replace(PLAIN, colour="FF0000")


def ink(*texts: Text) -> list[Ink]:
    (page,) = ink_of(typeset(document(paragraph(*texts)), shipped_book()).data)
    return page


@pytest.mark.parametrize("first", [SLANTED, PLAIN])
@pytest.mark.parametrize("last", [SLANTED, PLAIN])
def test_words_of_another_colour_stand_where_they_would_in_one_colour(
    first: TextStyle, last: TextStyle
) -> None:
    def line(second: TextStyle) -> list[Ink]:
        return ink(Text("یک ", first), Text("دو ", second), Text("سه ", PLAIN), Text("چهار", last))

    assert differences(line(PLAIN), line(RED)) == ([], [])
