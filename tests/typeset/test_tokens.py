"""A paragraph is cut into the same tokens by the phrases that sentences share and word by word."""

from __future__ import annotations

import pytest

from taahodname.paper.blocks import LineBreak, Paragraph, Tab, Text, TextStyle
from taahodname.typeset import bidi
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.pieces import PageNumbers, Token
from taahodname.typeset.tokens import _of_phrases, _of_words, _Source, tokens

from .blocks import BOLD, PLAIN, paragraph


def both_ways(given: Paragraph) -> tuple[list[Token] | None, list[Token]]:
    source = _Source(given.inlines, PageNumbers(), shipped_book())
    runs = bidi.level_runs(source.text, rtl=given.format.rtl)
    return _of_phrases(source, runs), _of_words(source, runs)


RED = TextStyle("Vazirmatn", PLAIN.size, colour="FF0000")
PLAIN_WORDS: list[list[str | Text]] = [
    ["شرکت سپهر ۷۲، به شناسهٔ ملی ۹۹۹۱۲۳۵۴۹۰۴ و شمارهٔ ثبت ۱۰۷۱، خط دارد."],
    ["تلفن: \u200e۰۲۱-۸۸۰۰۰۰۷۱\u200e  |  ایمیل: \u200einfo@x.ir\u200e"],
    ["الف-۱-ب (ISO 9001:2015)\u00a0۱۵٪"],
    ["شرکت ", Text("آریا", BOLD), " متعهد ", Text("۱۲", BOLD), " است"],
    ["تعهد ", Text("سرخ ۱ ", RED), "۲ سیاه"],
]


@pytest.mark.parametrize("texts", PLAIN_WORDS)
@pytest.mark.parametrize("rtl", [True, False])
def test_plain_words_are_cut_alike_by_phrases_and_word_by_word(texts: list[str | Text], rtl: bool) -> None:
    by_phrases, by_words = both_ways(paragraph(*texts, rtl=rtl))
    assert by_phrases == by_words
    assert by_phrases


def tabbed(text: str) -> Paragraph:
    return Paragraph((Text(text, PLAIN), Tab(PLAIN), LineBreak()), paragraph().format, PLAIN)


def test_a_tab_and_a_break_part_phrases() -> None:
    by_phrases, by_words = both_ways(tabbed("یک"))
    assert by_phrases == by_words
    assert [token.kind for token in by_words] == ["text", "tab", "break"]


@pytest.mark.parametrize(
    "texts", [["ن", Text("ام", BOLD)], ["۱۲\u200e،"], ["a\u200eb"], ["\u200e"], ["یک ☐ دو"]], ids=ascii
)
def test_other_paragraphs_are_looked_for_word_by_word(texts: list[str | Text]) -> None:
    assert both_ways(paragraph(*texts))[0] is None


def test_words_are_kept_for_the_next_sentence_and_a_tab_is_not() -> None:
    one = tokens(tabbed("به شناسهٔ ملی ۱۲"), shipped_book(), PageNumbers())
    other = tokens(tabbed("به شناسهٔ ملی ۳۴"), shipped_book(), PageNumbers())
    assert [left is right for left, right in zip(one, other, strict=True)] == [True] * 6 + [False] * 3
