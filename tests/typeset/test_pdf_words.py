from __future__ import annotations

import random
import re
from collections.abc import Sequence

import pytest

from taahodname.paper.blocks import Align
from taahodname.typeset import pdf_text, tokens
from taahodname.typeset.fonts import Face, shipped_book
from taahodname.typeset.lines import set_paragraph
from taahodname.typeset.pdf_text import TextDrawing
from taahodname.typeset.pdf_words import Drawn, alone, drawn
from taahodname.typeset.pieces import PageNumbers
from taahodname.typeset.shape import Glyph, shape

from .blocks import paragraph
from .order_cases import PIECES

FACE = shipped_book().find("Vazirmatn").face
_MOVE = re.compile(r"\)-?[0-9]+\(|(?<=\[)-?[0-9]+(?=\()")
_SIGNS = (
    "ش",
    "لا",
    "می‌شود",
    "هٔ",
    "ت",
    " ",
    " ",
    "،",
    "(",
    ")",
    "«",
    ":",
    "-",
    "/",
    ".",
    "12",
    "۱۲",
    "Aa",
    "@",
)


def texts_of(word: str, *, rtl: bool) -> list[str]:
    return [part.text for part in drawn(FACE, shape(FACE, word, rtl=rtl), rtl=rtl)]


def one_by_one(face: Face, glyphs: Sequence[Glyph], *, rtl: bool) -> tuple[Drawn, ...]:
    parts = drawn(face, glyphs, rtl=rtl)
    return tuple(alone(face, slot) for part in parts for slot in part.slots)


def operators(text: str, *, rtl: bool) -> list[str]:
    fonts = shipped_book()
    drawing = TextDrawing(fonts)
    set_anew = set_paragraph(paragraph(text, rtl=rtl, align=Align.JUSTIFY), 171.3, fonts, PageNumbers())
    return [drawing.line(line, 40.0, 700.0 - 20 * number) for number, line in enumerate(set_anew)]


def unmoved(lines: list[str]) -> list[str]:
    """Return the operators of lines without the moves between codes."""
    return [_MOVE.sub("", line).replace("[(", "(").replace(")]TJ", ")Tj") for line in lines]


def test_letters_with_their_half_spaces_are_drawn_as_one() -> None:
    assert texts_of("می‌شود", rtl=True) == ["دوش‌یم"]


def test_a_mark_and_a_sign_stand_by_themselves() -> None:
    assert texts_of("نامهٔ،", rtl=True) == ["،", "\u0654", "همان"]


def test_digits_that_pypdf_turns_are_not_mixed_with_others() -> None:
    assert texts_of("12۳۴ab", rtl=False) == ["12", "۳۴", "ab"]


@pytest.mark.parametrize("rtl", [True, False])
def test_a_line_is_drawn_as_if_every_sign_were_looked_at_by_itself(
    rtl: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(8)
    texts = [f"نشانی شرکت {piece} است و می‌شود ({piece})، {piece}: Aa12" for piece in PIECES.values()]
    texts += ["".join(chance.choices(_SIGNS, k=30)) for _ in range(120)]
    tokens._words.cache_clear()
    together = [operators(text, rtl=rtl) for text in texts]
    tokens._words.cache_clear()  # words are kept as they were drawn
    monkeypatch.setattr(pdf_text, "drawn", one_by_one)
    alone = [operators(text, rtl=rtl) for text in texts]
    tokens._words.cache_clear()
    for text, *both in zip(texts, together, alone, strict=True):
        assert unmoved(both[0]) == unmoved(both[1]), ascii(text)
