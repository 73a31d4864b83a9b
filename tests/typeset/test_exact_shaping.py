"""What stands on the page is what HarfBuzz says, read back out of the finished PDF."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from taahodname.dossier.assemble import render
from taahodname.paper.blocks import Align, Document, Text, TextStyle
from taahodname.profile import Profile
from taahodname.typeset import Typeset, typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.units import Pt
from taahodname.word.read import read

from . import made_fonts, supplied_fonts
from .blocks import BOLD, PLAIN, document, paragraph
from .harfbuzz_says import melted, said_of_page, shaped
from .page_glyphs import Ink, differences, embedded_fonts, ink_of
from .supplied_fonts import book_with, debian_file

ROOT = Path(__file__).resolve().parents[2]
WORDS = tuple((ROOT / "tests/data/persian-words.txt").read_text(encoding="utf-8").splitlines())
HARD = ("الله", "عبدالله", "لا", "للّه", "کتباً", "ملّی", "نامهٔ", "مؤمنی", "می‌شود", "هیئت‌مدیره")
SAMPLES = [
    (sample, line)
    for sample, lines in {
        "arya-software": ("3000", "1000", "021"),
        "mehr-clinic": ("1000",),
        "sepid-stores": ("021",),
    }.items()
    for line in lines
]
MADE: dict[str, Callable[[], bytes]] = {
    "no layout tables": supplied_fonts.without_layout,
    "no joiners": supplied_fonts.without_joiners,
}


def sample_of(words: Sequence[str], count: int) -> list[str]:
    """Return the hard words and others, evenly drawn from the list."""
    return [*HARD, *words[:: len(words) // (count - len(HARD)) + 1]]


def word_list(words: Sequence[str], style: TextStyle) -> Document:
    text = Text(" ".join(words), style)
    return document(paragraph(text, align=Align.JUSTIFY), height=800)


def assert_exact(made: Typeset, *, apart: Sequence[tuple[str, str]] = ()) -> None:
    """Every shape on every page is one that HarfBuzz asks for, at its place, and none is missing.

    Runs are shaped whole; but for the words named in `apart`, which the font would melt into one another.
    """
    __tracebackhide__ = True
    height = float(made.layout.geometry.height)
    kept_apart = []
    for number, (page, found) in enumerate(zip(made.layout.pages, ink_of(made.data), strict=True), 1):
        said = said_of_page(page, height)
        kept_apart += said.apart
        missing, extra = differences(said.ink, found)
        places = [_place(ink) for ink in missing[:3]], [_place(ink) for ink in extra[:3]]
        assert (len(missing), len(extra)) == (0, 0), f"page {number}: missing {places[0]}, extra {places[1]}"
        assert len(found) == len(said.ink)
    assert sorted(kept_apart) == sorted(apart)


def _place(ink: Ink) -> str:
    return "({:.2f}, {:.2f})".format(*ink.points[0])


@cache
def sample_document(sample: str, line: str, family: str | None = None) -> Document:
    profile = Profile.load(ROOT / "samples" / sample / "profile.yaml")
    docx = render(profile, line, date="1405/09/02", font=family)["undertaking.docx"]
    return read(docx, "undertaking.docx")


# The shipped fonts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("sample", "line"), SAMPLES)
def test_every_glyph_of_a_sample_is_where_harfbuzz_puts_it(sample: str, line: str) -> None:
    assert_exact(typeset(sample_document(sample, line), shipped_book()))


@pytest.mark.parametrize("style", [PLAIN, BOLD], ids=["regular", "bold"])
def test_words_of_the_list_are_drawn_as_harfbuzz_says(style: TextStyle) -> None:
    assert_exact(typeset(word_list(sample_of(WORDS, 300), style), shipped_book()))


@pytest.mark.slow
@pytest.mark.parametrize("style", [PLAIN, BOLD], ids=["regular", "bold"])
def test_all_words_of_the_list_are_drawn_as_harfbuzz_says(style: TextStyle) -> None:
    assert_exact(typeset(word_list(WORDS, style), shipped_book()))


@pytest.mark.parametrize("size", [6.5, 12, 17.25])
def test_the_size_of_the_letters_changes_nothing(size: float) -> None:
    style = TextStyle("Vazirmatn", Pt(size))
    assert_exact(typeset(word_list(sample_of(WORDS, 60), style), shipped_book()))


def test_a_bold_word_in_a_justified_line_is_drawn_as_harfbuzz_says() -> None:
    # Styles change between words, inside a word and before a mark.
    parts = ["شرکت متعهد می‌شود ", "کتباً", " به هیئت‌", "مدیرهٔ", " آن و ", "مؤ", "منی", " اطلاع دهد. "]
    inlines = [Text(part, BOLD if place % 2 else PLAIN) for place, part in enumerate(parts)] * 5
    made = typeset(document(paragraph(*inlines, align=Align.JUSTIFY)), shipped_book())
    assert_exact(made)


def test_a_slanted_word_is_drawn_as_harfbuzz_says() -> None:
    style = TextStyle("Vazirmatn", Pt(12), italic=True)
    text = Text("نامهٔ ملّی کتباً ", style)
    assert_exact(typeset(document(paragraph("متن ", text, "متن نامهٔ")), shipped_book()))


# Supplied fonts -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", MADE)
def test_words_in_an_old_font_are_drawn_as_harfbuzz_says(tmp_path: Path, kind: str) -> None:
    (tmp_path / "old.ttf").write_bytes(MADE[kind]())
    book, face = book_with(tmp_path / "old.ttf")
    style = TextStyle(face.family, Pt(12))
    assert_exact(typeset(word_list(sample_of(WORDS, 300), style), book))


@pytest.mark.slow
@pytest.mark.parametrize("kind", MADE)
def test_all_words_in_an_old_font_are_drawn_as_harfbuzz_says(tmp_path: Path, kind: str) -> None:
    (tmp_path / "old.ttf").write_bytes(MADE[kind]())
    book, face = book_with(tmp_path / "old.ttf")
    assert_exact(typeset(word_list(WORDS, TextStyle(face.family, Pt(12))), book))


@pytest.mark.parametrize("kind", MADE)
def test_a_sample_in_an_old_font_is_drawn_as_harfbuzz_says(tmp_path: Path, kind: str) -> None:
    (tmp_path / "old.ttf").write_bytes(MADE[kind]())
    book, face = book_with(tmp_path / "old.ttf")
    assert_exact(typeset(sample_document("arya-software", "3000", face.family), book))


@pytest.mark.parametrize("rules", sorted(set(made_fonts.RULES) - {"melts signs"}))
def test_words_in_a_font_with_rules_on_spaces_are_drawn_as_harfbuzz_says(tmp_path: Path, rules: str) -> None:
    book, face = made_fonts.book(tmp_path, rules)
    assert_exact(typeset(word_list(sample_of(WORDS, 120), TextStyle(face.family, Pt(12))), book))


@pytest.mark.slow
@pytest.mark.parametrize("name", supplied_fonts.DEBIAN_FONTS)
def test_all_words_in_a_font_of_debian_are_drawn_as_harfbuzz_says(name: str) -> None:
    book, face = book_with(debian_file(name))
    made = typeset(word_list(WORDS, TextStyle(face.family, Pt(12), bold=face.bold)), book)
    assert_exact(made, apart=supplied_fonts.MELTED.get(name, ()))


@pytest.mark.slow
@pytest.mark.parametrize("name", supplied_fonts.DEBIAN_FONTS)
def test_a_sample_in_a_font_of_debian_is_drawn_as_harfbuzz_says(name: str) -> None:
    book, face = book_with(debian_file(name))
    assert_exact(typeset(sample_document("arya-software", "3000", face.family), book))


def test_a_mark_of_the_next_word_stays_there_whatever_an_old_font_says() -> None:
    book, face = book_with(debian_file("Nazli"))
    text = "تعلّل کتباً"
    whole = shaped(face, text, rtl=True)
    assert melted(text, whole) == [text.index(" ")]  # the font has such a rule
    both = {gid for gid, *_ in whole}
    assert not {face.glyph_of("\u0651"), face.glyph_of("\u064b")} <= both
    made = typeset(word_list(text.split(), TextStyle(face.family, Pt(12))), book)
    assert_exact(made, apart=[("تعلّل", "کتباً")])


def test_a_font_without_layout_tables_still_joins_its_letters(tmp_path: Path) -> None:
    (tmp_path / "old.ttf").write_bytes(supplied_fonts.without_layout())
    face = book_with(tmp_path / "old.ttf")[1]
    assert not {"GSUB", "GPOS", "GDEF"} & set(face.hb_face.table_tags)
    joined = shaped(face, "بب", rtl=True)
    assert len({gid for gid, *_ in joined}) == 2
    assert all(gid for gid, *_ in joined)


# What the file says of its fonts --------------------------------------------------------------------


def test_the_widths_told_are_those_of_the_embedded_font_in_whole_thousandths() -> None:
    data = typeset(sample_document("arya-software", "3000"), shipped_book()).data
    for font in embedded_fonts(data):
        for code in font.meanings:
            own = font.font.get_glyph_h_advance(font.gid(code)) * 1000 / font.upem
            assert font.widths[code] == round(own)


def test_every_code_has_a_glyph_of_the_embedded_font() -> None:
    data = typeset(sample_document("arya-software", "3000"), shipped_book()).data
    fonts = embedded_fonts(data)
    assert fonts
    for font in fonts:
        assert len(font.meanings) > 100
        assert all(0 < font.gid(code) < font.font.face.glyph_count for code in font.meanings)


# The measure itself ---------------------------------------------------------------------------------


def test_a_glyph_moved_by_a_twentieth_of_a_point_is_noticed() -> None:
    made = typeset(document(paragraph("نامهٔ ملّی")), shipped_book())
    found = ink_of(made.data)[0]
    moved = [Ink(tuple((x + 0.05, y) for x, y in found[0].points)), *found[1:]]
    assert [len(part) for part in differences(found, moved)] == [1, 1]
    assert differences(found, found) == ([], [])


def test_a_glyph_too_few_and_one_too_many_are_noticed() -> None:
    found = ink_of(typeset(document(paragraph("نامهٔ ملّی")), shipped_book()).data)[0]
    assert [len(part) for part in differences(found, found[1:])] == [1, 0]
    assert [len(part) for part in differences(found[1:], found)] == [0, 1]


def test_the_list_holds_five_thousand_words_as_persians_write_them() -> None:
    assert len(WORDS) == len(set(WORDS)) == 5_000
    assert set(HARD) <= set(WORDS)
    assert all(unicodedata.is_normalized("NFC", word) for word in WORDS)
    assert not set("يكى ـ") & set("".join(WORDS))
