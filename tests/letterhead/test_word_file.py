"""A Word letterhead is read the same whether the places of its marks are asked first or its ink is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from taahodname.letterhead import word_file
from taahodname.letterhead.free_area import NOTHING
from taahodname.letterhead.wishes import Wishes
from taahodname.letterhead.word_file import WordLetterhead, read_word
from taahodname.units import Mm

SAMPLES = Path(__file__).parents[2] / "samples"


def _read(client: str, wishes: Wishes) -> WordLetterhead:
    return read_word((SAMPLES / client / "letterhead.docx").read_bytes(), "letterhead.docx", wishes)


@pytest.mark.parametrize("client", ["arya-software", "aftab-media"])
@pytest.mark.parametrize("wishes", [Wishes(), Wishes(head=Mm(20)), Wishes(foot=Mm(8)), Wishes(head=Mm(60))])
def test_asking_the_places_first_changes_nothing(
    client: str, wishes: Wishes, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = _read(client, wishes)
    monkeypatch.setattr(word_file, "_by_places", lambda *_: None)
    drawn = _read(client, wishes)
    assert asked.area is not None
    assert drawn.area is not None
    assert replace(asked.area, ink_head=NOTHING, ink_foot=NOTHING) == replace(
        drawn.area, ink_head=NOTHING, ink_foot=NOTHING
    )
    assert replace(asked, area=None) == replace(drawn, area=None)


def test_a_head_and_foot_inside_the_margins_are_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("it was drawn")

    monkeypatch.setattr(word_file, "_by_ink", refuse)
    assert _read("arya-software", Wishes()).area is not None
    with pytest.raises(AssertionError, match="it was drawn"):
        _read("aftab-media", Wishes())
