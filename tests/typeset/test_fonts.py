from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from taahodname.errors import FontError
from taahodname.resources import fonts_dir
from taahodname.typeset.fonts import FontBook, shipped_book

REGULAR = fonts_dir() / "Vazirmatn-Regular.ttf"


def test_the_shipped_family_is_found_in_both_weights() -> None:
    book = shipped_book()
    assert not book.find("Vazirmatn").face.bold
    assert book.find("vazirmatn", bold=True).face.bold


def test_a_family_that_nobody_has_is_replaced_and_named() -> None:
    told = shipped_book().substitution("B Nazanin")
    assert told is not None
    assert "B Nazanin" in told.message
    assert "Vazirmatn" in told.message
    assert shipped_book().find("B Nazanin").face.family == "Vazirmatn"


def test_a_family_at_hand_is_not_told() -> None:
    assert shipped_book().substitution("Vazirmatn") is None


def test_a_font_of_the_user_is_found_in_his_folder(tmp_path: Path) -> None:
    shutil.copy(REGULAR, tmp_path / "own.ttf")
    assert len(FontBook([tmp_path])._faces["vazirmatn"]) == 3


def test_a_missing_weight_is_imitated(tmp_path: Path) -> None:
    # A family with one file only, found under its own name.
    data = REGULAR.read_bytes().replace("Vazirmatn".encode("utf-16-be"), "Vazirtest".encode("utf-16-be"))
    (tmp_path / "one.ttf").write_bytes(data)
    book = FontBook([tmp_path])
    choice = book.find("Vazirtest", bold=True)
    assert choice.face.family == "Vazirtest"
    assert choice.embolden


def test_a_slant_is_imitated() -> None:
    assert shipped_book().find("Vazirmatn", italic=True).slant


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FontError, match="nowhere"):
        FontBook([tmp_path / "nowhere"])


def test_a_file_that_is_no_font_is_named(tmp_path: Path) -> None:
    (tmp_path / "junk.ttf").write_bytes(b"junk" * 100)
    with pytest.raises(FontError, match=r"junk\.ttf"):
        FontBook([tmp_path])


def test_a_font_that_may_not_be_embedded_is_refused(tmp_path: Path) -> None:
    data = bytearray(REGULAR.read_bytes())
    tables = {bytes(data[at : at + 4]): at for at in range(12, 12 + 16 * data[5], 16)}
    offset = int.from_bytes(data[tables[b"OS/2"] + 8 : tables[b"OS/2"] + 12], "big")
    data[offset + 8 : offset + 10] = b"\x00\x02"
    (tmp_path / "closed.ttf").write_bytes(bytes(data))
    with pytest.raises(FontError, match="embedded"):
        FontBook([tmp_path])


def test_a_character_that_no_font_has_is_named_by_its_number() -> None:
    book = shipped_book()
    with pytest.raises(FontError, match=r"U\+1F600"):
        book.covering("\U0001f600", book.find("Vazirmatn"))
