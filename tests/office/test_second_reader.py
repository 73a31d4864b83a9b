"""LibreOffice as a second reader: the words, pages and places that it and ours find in a Word file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import taahodname as tn

from . import feature_files, shape_files
from .conftest import Office
from .second_reader import NEAR_MM, Comparison, compare_all

pytestmark = pytest.mark.office

ROOT = Path(__file__).resolve().parents[2]
_DOCX = "undertaking.docx"


def _paper(path: Path) -> Callable[[], bytes]:
    return path.read_bytes


def _on_form(form: Path) -> Callable[[], bytes]:
    """Return what fills an adopted form with the particulars of the sample that has all three lines."""

    def fill() -> bytes:
        profile = tn.Profile.load(ROOT / "samples" / "arya-software" / "profile.yaml")
        line = form.stem.removeprefix("form-")
        return tn.render(profile, line, template=form, font="Vazirmatn", only={_DOCX})[_DOCX]

    return fill


PAPERS: Mapping[str, Callable[[], bytes]] = {
    **{
        f"{path.parents[2].name} {path.parent.name}": _paper(path)
        for path in sorted((ROOT / "samples").glob(f"*/papers/*/{_DOCX}"))
        if path.parents[2].name != "forms"
    },
    **{f"forms/{path.name}": _on_form(path) for path in sorted((ROOT / "samples/forms").glob("form-*.docx"))},
}
"""The undertakings of all samples, and one on each adopted form."""

FEATURES: Mapping[str, Callable[[], bytes]] = {
    **{name.rpartition(" | ")[2]: make for name, make in feature_files.FEATURES.items()},
    **{name.replace("_", " "): make for name, make in shape_files.FILES.items()},
}
"""A small file for every feature that the reader knows."""

LIMITS: Mapping[str, str] = {
    "form fields and content controls": "LibreOffice 7.4 looks for the target of REF anew and says «Error»",
    "text box in the line": "LibreOffice 7.4 loses the words of a box that stands in a right-to-left line",
    "grouped shapes": "LibreOffice 7.4 puts the words of a group's box over another shape of the group",
    "canvas": "LibreOffice 7.4 reads no drawing canvas",
    "forms/form-1000.docx": (
        "LibreOffice 7.4 adds to the first line of a cell only seven tenths of what a multiple line spacing "
        "asks for, which makes half a point a row"
    ),
}
"""Where LibreOffice shows other than the file says, as was seen on its pages."""

EVERY = {**PAPERS, **FEATURES}


def made() -> dict[str, bytes]:
    """Return every file that both read, by name."""
    return {name: make() for name, make in EVERY.items()}


@pytest.fixture(scope="module")
def found(office: Office) -> dict[str, Comparison]:
    return compare_all(made(), office)


@pytest.mark.parametrize("name", EVERY)
def test_it_takes_as_many_pages(name: str, found: dict[str, Comparison]) -> None:
    ours, theirs = found[name].pages
    assert ours == theirs


@pytest.mark.parametrize("name", EVERY)
def test_it_reads_the_same_words_in_the_same_order(name: str, found: dict[str, Comparison]) -> None:
    # A bullet that is a letter, and a number that touches its paragraph, are no words of their own there.
    assert found[name].in_order >= (1.0 if name in PAPERS else 0.985)


@pytest.mark.parametrize("name", sorted(EVERY.keys() - LIMITS.keys()))
def test_both_pdfs_hold_the_same_letters(name: str, found: dict[str, Comparison]) -> None:
    assert found[name].letters >= 0.995


@pytest.mark.parametrize("name", sorted(EVERY.keys() - LIMITS.keys()))
def test_nine_of_ten_paragraphs_begin_at_the_same_place(name: str, found: dict[str, Comparison]) -> None:
    one = found[name]
    assert one.paragraphs - one.placed <= max(1, 0.1 * one.paragraphs)
    assert one.near >= 0.9, f"{one.near:.0%} within {NEAR_MM} mm"
