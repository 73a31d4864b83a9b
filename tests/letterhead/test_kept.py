from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import taahodname as tn
from taahodname.letterhead import Letterhead, kept, sheets
from tests.builders import profile_with

from .making import company_pdf


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Count how often a page of a PDF is drawn."""
    drawn: list[int] = []

    def read_page(data: bytes, name: str, index: int) -> Any:
        drawn.append(index)
        return read(data, name, index)

    read = sheets.read_page
    monkeypatch.setattr(sheets, "read_page", read_page)
    kept._KEPT.clear()
    yield drawn
    kept._KEPT.clear()


def profile_on(file: Path, **options: object) -> tn.Profile:
    return profile_with({"letterhead": {"file": str(file), **options}})


def test_one_letterhead_is_read_once_for_all_lines_and_clients(counted: list[int], tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(company_pdf())
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: Letterhead.from_profile(profile_on(file)), range(12)))
    assert counted == [0, 1]
    assert all(one is made[0] for one in made)


def test_other_options_or_another_file_are_another_letterhead(counted: list[int], tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(company_pdf())
    Letterhead.from_profile(profile_on(file))
    assert Letterhead.from_profile(profile_on(file, head_mm=60)).first.head == 60  # type: ignore[union-attr]
    file.write_bytes(company_pdf(second=False))
    assert Letterhead.from_profile(profile_on(file)).following is None
    assert counted == [0, 1, 0, 1, 0]


def test_only_the_last_ones_are_kept(
    counted: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", 2)
    for name in ("a.pdf", "b.pdf", "c.pdf", "c.pdf", "a.pdf"):
        (tmp_path / name).write_bytes(company_pdf(second=False))
        Letterhead.from_profile(profile_on(tmp_path / name))
    assert len(counted) == 4
    assert len(kept._KEPT) == 2
