"""A blank with its label and its neighbours, as the rules of judging see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from taahodname.forms.blanks import Kind
from taahodname.forms.labels import leads_to_label
from taahodname.forms.ownership import NOBODY, Owner
from taahodname.forms.phrases import Phrase
from taahodname.forms.survey import Spot


@dataclass(slots=True)
class Case:
    """A blank with its label and the blanks around it.

    Attributes:
        spot, phrase: the blank and its label.
        place: its number among all.
        others: the labels of all blanks, by number.
        spots: all blanks.
        owner: whose it is, and why.
    """

    spot: Spot
    phrase: Phrase
    place: int
    others: Sequence[Phrase | None]
    spots: Sequence[Spot]
    owner: Owner = NOBODY

    @property
    def label(self) -> str:
        """The label as the form has it."""
        return self.phrase.label

    @property
    def tag(self) -> str:
        """The field that the label names."""
        return self.phrase.reading.field.tag if self.phrase.reading else ""

    @property
    def weak(self) -> bool:
        """Whether the label says little by itself."""
        return self.phrase.reading is not None and self.phrase.reading.weak

    @property
    def in_sentence(self) -> bool:
        """Whether it stands in running words, without a colon."""
        return self.phrase.source == "before" and not self.phrase.colon and self.spot.kind is not Kind.GAP

    @property
    def led(self) -> bool:
        """Whether the words before the label leave it what it is; asked of running sentences alone."""
        return self.phrase.reading is None or leads_to_label(self.phrase.reading.rest)

    @property
    def reason(self) -> str:
        """The plain reason to believe the label."""
        return "sentence" if self.in_sentence and not self.phrase.whole else "label"

    def near(self, back: int, ahead: int) -> list[str]:
        """Return the fields that the labels of neighbouring blanks name."""
        found = self.around(back, ahead)
        return [one.reading.field.tag for one in found if one.reading is not None]

    def around(self, back: int, ahead: int) -> list[Phrase]:
        """Return the labels of neighbouring blanks, its own among them; those of another region are none."""
        first, end = max(0, self.place - back), self.place + ahead + 1
        pairs = zip(self.others[first:end], self.spots[first:end], strict=True)
        return [one for one, spot in pairs if one is not None and spot.region == self.spot.region]
