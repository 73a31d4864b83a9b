from __future__ import annotations

import pytest

from taahodname.typeset.fonts import shipped_book
from taahodname.word.symbols import is_symbol_font, meaning


@pytest.mark.parametrize(
    ("family", "char", "expected"),
    [
        ("Symbol", "\uf0b7", "•"),
        ("symbol", "a", "α"),
        ("Wingdings", "\uf0fc", "✓"),
        ("Wingdings", "ü", "✓"),
        ("Wingdings 2", "\uf052", "☑"),
        ("Webdings", "\uf061", "✓"),
        ("Wingdings", " ", " "),
        ("B Nazanin", "\uf0b7", None),
        ("B Nazanin", "ب", "ب"),
        ("Wingdings", "\uf0aa", None),
    ],
)
def test_a_sign_of_a_symbol_font_means_a_character(family: str, char: str, expected: str | None) -> None:
    assert meaning(family, char) == expected


def test_only_symbol_fonts_are_symbol_fonts() -> None:
    assert is_symbol_font("WINGDINGS")
    assert not is_symbol_font("Vazirmatn")


@pytest.mark.parametrize("char", "■□▪▫●○◦◉◎◆◇❖☐☑☒✓✗★►◄➢➔→↑←↓⇒•")
def test_the_common_bullets_and_boxes_have_a_glyph_in_a_shipped_font(char: str) -> None:
    book = shipped_book()
    assert book.covering(char, book.find("Vazirmatn")).face.covers(char)
