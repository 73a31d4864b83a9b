from __future__ import annotations

import pytest

from taahodname.errors import LetterheadError
from taahodname.letterhead.preprinted import preprinted_sheet
from taahodname.letterhead.sheet import twips
from taahodname.units import Mm
from taahodname.word.names import qn
from taahodname.word.package import read


def margins(head: float, foot: float) -> dict[str, int]:
    package = read(preprinted_sheet(Mm(head), Mm(foot)), "x")
    found = next(package.xml(package.main).iter(qn("w:pgMar")))
    return {str(key).rpartition("}")[2]: int(value) for key, value in found.attrib.items()}


def test_head_and_foot_stay_free_and_the_page_number_stands_above_the_foot() -> None:
    found = margins(50, 30)
    assert found["top"] == twips(Mm(50))
    assert found["footer"] == twips(Mm(30))
    assert found["bottom"] > found["footer"]
    assert found["left"] == found["right"] == twips(Mm(20))


def test_nothing_is_printed() -> None:
    package = read(preprinted_sheet(Mm(50), Mm(30)), "x")
    assert not [text for name in package.story_parts() for text in package.xml(name).iter(qn("w:t"))]


@pytest.mark.parametrize(("head", "foot"), [(0, 0), (120, 0), (0, 120), (45.5, 20.25)])
def test_any_height_that_leaves_a_letter_is_taken(head: float, foot: float) -> None:
    assert margins(head, foot)["top"] == twips(Mm(head))


@pytest.mark.parametrize(
    ("head", "foot", "name"),
    [
        (-1, 0, "head_mm"),
        (121, 0, "head_mm"),
        (0, 500, "foot_mm"),
        (float("nan"), 0, "head_mm"),
        (0, float("inf"), "foot_mm"),
    ],
)
def test_any_other_is_refused_by_name(head: float, foot: float, name: str) -> None:
    with pytest.raises(LetterheadError, match=name):
        preprinted_sheet(Mm(head), Mm(foot))
