from __future__ import annotations

import pytest

from taahodname.dossier.slug import folder_name


def test_a_persian_name_becomes_plain_letters_and_the_number_tells_it_apart() -> None:
    assert folder_name("پیشگامان دادهٔ آریا", "10380284790") == "pishgaman-dade-aria-10380284790"


@pytest.mark.parametrize("name", ["../../etc", "CON", "a/b\\c:d", "\u202eevil", "نام\n", "." * 50, "ﷲ"])
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    folder = folder_name(name, "10380284790")
    assert folder.endswith("-10380284790")
    assert set(folder) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_very_long_name_is_cut() -> None:
    assert len(folder_name("شرکت بزرگ " * 100, "10380284790")) < 80


def test_a_name_of_nothing_still_has_a_folder() -> None:
    assert folder_name(None, None) == "company"
    assert folder_name("؟؟", "۱۲") == "company"
