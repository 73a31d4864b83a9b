"""Every sample's Word file, opened by LibreOffice: the same words on as many pages as in our PDF."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

import taahodname as tn
from taahodname.dossier.reading import pdf_pages

from .conftest import Convert

pytestmark = pytest.mark.office

ROOT = Path(__file__).resolve().parents[2]
CASES = {
    f"{path.parent.name}-{line}": (path, line)
    for path in sorted((ROOT / "samples").glob("*/profile.yaml"))
    for line in dict.fromkeys(line.type for line in tn.Profile.load(path).lines)
}
_TATWEEL = "\u0640"  # LibreOffice stretches words where it justifies


@pytest.fixture(scope="module")
def ours() -> dict[str, tn.Dossier]:
    return {name: tn.render(tn.Profile.load(path), line) for name, (path, line) in CASES.items()}


@pytest.fixture(scope="module")
def theirs(ours: dict[str, tn.Dossier], to_pdf: Convert) -> dict[str, bytes]:
    return to_pdf({name: dossier["undertaking.docx"] for name, dossier in ours.items()})


@pytest.mark.parametrize("name", CASES)
def test_it_takes_as_many_pages(name: str, ours: dict[str, tn.Dossier], theirs: dict[str, bytes]) -> None:
    assert len(pdf_pages(theirs[name])) == len(pdf_pages(ours[name]["undertaking.pdf"]))


@pytest.mark.parametrize("name", CASES)
def test_each_page_holds_the_same_letters(
    name: str, ours: dict[str, tn.Dossier], theirs: dict[str, bytes]
) -> None:
    pairs = zip(pdf_pages(ours[name]["undertaking.pdf"]), pdf_pages(theirs[name]), strict=True)
    for mine, other in pairs:
        wanted, found = _letters(mine), _letters(other)
        lost = (wanted - found) + (found - wanted)
        # LibreOffice's text layer turns lam-alef round and loses a mark here and there, never a word.
        assert lost.total() <= 0.01 * wanted.total(), lost


def _letters(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFD", text)
    return Counter(char for char in plain if char.isalpha() and char != _TATWEEL)
