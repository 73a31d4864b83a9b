"""A letterhead that differs from others in its words alone puts the same on a letter as one made whole."""

from __future__ import annotations

import dataclasses

from taahodname.word.graft import Material, prepare
from taahodname.word.package import read
from taahodname.word.press import print_letter
from taahodname.word.wording import mark, runs_of, worded

from .making import docx, paragraph, run
from .test_press import ABOUT, VALUES, form, step_by_step

LETTER = form("پیش {{ a }} پس")


def letterhead(name: str, place: str) -> Material:
    look = "<w:bidi/>"
    heads = {
        "header-default": paragraph(run(name), look=look),
        "footer-default": paragraph(run(place), look=look),
    }
    return prepare(docx("", marginals=heads), "letterhead.docx")


def made(name: str, place: str) -> Material:
    words = [runs_of(text) or "" for text in (name, place)]
    return worded(letterhead(mark(0), mark(1)), words)


def heads_of(material: Material) -> list[bytes]:
    printed = print_letter(LETTER, VALUES, material, ABOUT)
    assert printed is not None
    assert read(printed.data, "letter.docx").parts == printed.package.parts
    return [data for name, data in sorted(printed.package.parts.items()) if "letterhead-" in name]


def test_a_printed_letter_is_the_one_made_step_by_step() -> None:
    material = made("شرکت آریا & Acme", "تلفن: 021-8877")
    printed = print_letter(LETTER, VALUES, material, ABOUT)
    assert printed is not None
    assert printed.data == step_by_step(LETTER, VALUES, material)


def test_every_letterhead_of_a_pattern_says_its_own_words() -> None:
    pattern = letterhead(mark(0), mark(1))
    for name in ("شرکت یک", "شرکت دو"):
        material = worded(pattern, [runs_of(name) or "", runs_of(f"نشانی {name}") or ""])
        footer, header = heads_of(material)
        assert name in header.decode()
        assert f"نشانی {name}" in footer.decode()


def test_what_is_made_of_a_worded_letterhead_is_printed_as_it_is() -> None:
    other = dataclasses.replace(made("شرکت آریا", "تهران"), footers=letterhead("", "شیراز").footers)
    footer, header = heads_of(other)
    assert other.wording is None
    assert "شرکت آریا" in header.decode()
    assert "شیراز" in footer.decode()


def test_no_mark_is_left() -> None:
    assert not any(
        mark(number) in text.decode() for text in heads_of(made("الف", "ب")) for number in range(16)
    )
