"""LibreOffice as a second reader: the words, pages and places that it and ours find in a Word file."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Office
from .second_reader import NEAR_MM, Comparison, compare_all

pytestmark = pytest.mark.office

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    "/".join(path.parent.relative_to(ROOT / "samples").parts): path
    for path in sorted((ROOT / "samples").glob("*/papers/*/undertaking.docx"))
}


def made() -> dict[str, bytes]:
    """Return every file that both read, by name."""
    return {name: path.read_bytes() for name, path in FILES.items()}


@pytest.fixture(scope="module")
def found(office: Office) -> dict[str, Comparison]:
    return compare_all(made(), office)


@pytest.mark.parametrize("name", FILES)
def test_it_takes_as_many_pages(name: str, found: dict[str, Comparison]) -> None:
    ours, theirs = found[name].pages
    assert ours == theirs


@pytest.mark.parametrize("name", FILES)
def test_it_reads_the_same_words_in_the_same_order(name: str, found: dict[str, Comparison]) -> None:
    assert found[name].in_order == 1.0


@pytest.mark.parametrize("name", FILES)
def test_nine_of_ten_paragraphs_begin_at_the_same_place(name: str, found: dict[str, Comparison]) -> None:
    one = found[name]
    assert one.placed >= 0.9 * one.paragraphs
    assert one.near >= 0.9, f"{one.near:.0%} within {NEAR_MM} mm"
