"""The signing guide: who signs where on these very pages, what is handed in, what a person sees to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from taahodname.documents import sheet
from taahodname.documents.guide_pages import Captions, Spot, miniatures
from taahodname.documents.sheet import cell, head_row, heading, table, words
from taahodname.documents.signers import Signer, ceo
from taahodname.documents.undertaking import (
    EMPTY_BOX_LINES,
    EMPTY_REPRESENTATIVE,
    SIGN_CEO,
    SIGN_REPRESENTATIVE,
    SIGN_SIGNATORY,
    Undertaking,
)
from taahodname.documents.values import shown
from taahodname.findings import Finding
from taahodname.paper.blocks import Align, Block, Cell, Document
from taahodname.paper.drawings import Box, Drawing
from taahodname.persian.digits import group, to_persian
from taahodname.resources import data
from taahodname.rules import CheckedProfile, demands
from taahodname.units import Pt

_BOX = 9.0
_GENERAL = "general."
_PENALTY = ".penalty"
_IN_ENVELOPE = ("intro.guarantee", "intro.customer-list")


def compose(checked: CheckedProfile, undertaking: Undertaking) -> Document:
    """Return the signing guide of a checked profile.

    Args:
        checked: the profile, checked for one line.
        undertaking: the finished undertaking; the guide shows its pages and takes the places from its layout.
    """
    return _Guide(checked, undertaking).document()


class _Guide:
    """One client's guide."""

    def __init__(self, checked: CheckedProfile, undertaking: Undertaking) -> None:
        self._checked = checked
        self._undertaking = undertaking
        self._words: Mapping[str, Any] = data("signing-guide")
        self._spots = tuple(self._find_spots())
        self._unplaced = tuple(self._find_unplaced())

    def document(self) -> Document:
        title = f"{self._words['title']}، خط {self._checked.facts.label}"
        author = self._undertaking.values["company"]["legal_name"]
        return sheet.document(title, self._blocks(), self._checked, author)

    def _blocks(self) -> Iterator[Block]:
        said, values = self._words, self._undertaking.values
        numbers = values["line"]["numbers"]
        under = f"{values['company']['legal_name']}، خط {self._checked.facts.label}، شمارهٔ {numbers}"
        only = said["guide_only"] if self._spots else said["guide_only_unplaced"]
        yield from sheet.banner(said["title"], under, only)
        if self._undertaking.layout is not None:
            yield from miniatures(self._undertaking.layout, self._spots, self._captions)
        if self._unplaced:
            yield words(said["unplaced"], 9, before=4)
        yield heading(said["who"], before=4)
        yield self._who()
        yield words(said["stamp_every_page"], 9, before=4)
        yield heading(said["envelope"])
        yield _ticks(tuple(self._items()))
        yield from self._left_over()
        yield heading(said["to_see"], new_page=True)
        yield _ticks(tuple(finding.message for finding in self._manual()))
        yield from self._penalty()
        yield heading(said["general"])
        yield _ticks(tuple(self._general()))

    @property
    def _captions(self) -> Captions:
        pages = range(1, self._undertaking.pages + 1)
        labels = [self._words["page"].format(page=to_persian(str(page))) for page in pages]
        return Captions(labels, self._words["pages_alt"])

    def _find_spots(self) -> Iterator[Spot]:
        """Yield the signature boxes of the layout: the chief executive, the others, the representative."""
        places = self._undertaking.places
        others = sorted((name for name in places if name.startswith(SIGN_SIGNATORY)), key=_order)
        marks = {
            SIGN_CEO: self._words["ceo_mark"],
            **dict.fromkeys(others, self._words["signatory_mark"]),
            SIGN_REPRESENTATIVE: self._words["representative_mark"],
            EMPTY_REPRESENTATIVE: self._words["stays_empty"],
        }
        found = [name for name in marks if name in places]
        for number, name in enumerate(found, 1):
            yield Spot(number, name, places[name], marks[name], empty=name == EMPTY_REPRESENTATIVE)

    def _find_unplaced(self) -> Iterator[tuple[Signer, str]]:
        """Yield those who sign a form of somebody else's that does not say by bookmarks where."""
        if self._undertaking.form is None:
            return
        placed, said = {spot.name for spot in self._spots}, self._words
        if SIGN_CEO not in placed:
            yield ceo(self._checked), said["ceo_does"]
        for number, one in enumerate(self._undertaking.values["signatories"], 1):
            if not any(name.startswith(SIGN_SIGNATORY) and _order(name) == number for name in placed):
                yield Signer(one["name"], one["title"]), said["signatory_does"]
        if self._checked.line in EMPTY_BOX_LINES and EMPTY_REPRESENTATIVE not in placed:
            yield Signer(said["representative_box"], ""), said["nobody_does"]
        elif not {SIGN_REPRESENTATIVE, EMPTY_REPRESENTATIVE} & placed:
            yield self._representative(), said["representative_does"]

    def _representative(self) -> Signer:
        name = shown(self._checked.profile.representative.full_name, "representative.last_name")
        return Signer(name, self._words["representative_title"])

    # Who signs where ------------------------------------------------------------------------------

    def _who(self) -> Block:
        rows: list[tuple[Cell, ...]] = [head_row("#", "صفحه", "چه کسی", "چه می‌کند")]
        for spot in self._spots:
            signer, does = self._signer(spot)
            rows.append(
                (
                    cell(0, words(to_persian(str(spot.number)), 9, bold=True, align=Align.CENTER)),
                    cell(1, words(to_persian(str(spot.place.page)), 9)),
                    cell(2, words(signer.phrase, 9, bold=True)),
                    cell(3, words(does, 9)),
                )
            )
        for signer, does in self._unplaced:
            rows.append(
                (
                    cell(0, words("—", 9, bold=True, align=Align.CENTER)),
                    cell(1, words("—", 9)),
                    cell(2, words(signer.phrase, 9, bold=True)),
                    cell(3, words(does, 9)),
                )
            )
        return table((22, 44, 244, 200), rows, header=True)

    def _signer(self, spot: Spot) -> tuple[Signer, str]:
        said = self._words
        if spot.empty:
            return Signer(said["nobody"], ""), said["nobody_does"]
        if spot.name == SIGN_CEO:
            return ceo(self._checked), said["ceo_does"]
        if spot.name == SIGN_REPRESENTATIVE:
            return self._representative(), said["representative_does"]
        other = self._undertaking.values["signatories"][_order(spot.name) - 1]
        return Signer(other["name"], other["title"]), said["signatory_does"]

    # Checklists -----------------------------------------------------------------------------------

    def _items(self) -> Iterator[str]:
        facts = self._checked.facts
        filled = {
            "pages": to_persian(str(self._undertaking.pages)),
            "sum": group(facts.guarantee.sum),
            "payee": f" در وجه {facts.guarantee.payee}" if facts.guarantee.payee else "",
            "least": to_persian(str(facts.least)),
            "most": to_persian(str(facts.most)),
        }
        for item in self._words["item"]:
            yield item["text"].format(**filled)

    def _manual(self) -> Iterator[Finding]:
        """Yield what only a person can see to and has no place of its own on the sheet."""
        for finding in self._checked.report.manual:
            elsewhere = finding.rule in _IN_ENVELOPE or finding.rule.endswith(_PENALTY)
            if not elsewhere and not finding.rule.startswith(_GENERAL):
                yield finding

    def _left_over(self) -> Iterator[Block]:
        report = self._checked.report
        for title, found in (("errors", report.errors), ("warnings", report.warnings)):
            if found:
                yield heading(self._words[title])
                yield _ticks(tuple(finding.message for finding in found))

    def _penalty(self) -> Iterator[Block]:
        told = [one for one in self._checked.report.manual if one.rule.endswith(_PENALTY)]
        if told:
            yield heading(self._words["penalty"].format(line=self._checked.facts.label))
            yield table(
                (sheet.COLUMN,),
                [
                    [cell(0, words(one.message, 9, bold=True, colour=sheet.RED), shade=sheet.PALE)]
                    for one in told
                ],
            )

    def _general(self) -> Iterator[str]:
        """Yield general.1 to general.7: what to do where a finding says it, else the demand itself."""
        said = {finding.rule: finding.message for finding in self._checked.report.manual}
        for demand in demands(self._checked.facts.type):
            if demand.name.startswith(_GENERAL):
                yield said.get(demand.name, demand.demand)


def _order(name: str) -> int:
    """Return which of the further signatories a place belongs to: «sign_signatory», «sign_signatory_2» …"""
    number = name.removeprefix(SIGN_SIGNATORY).lstrip("_")
    return int(number) if number else 1


@lru_cache(maxsize=64)  # what is to be seen to is mostly the same for all clients of a line
def _ticks(texts: tuple[str, ...]) -> Block:
    box = Drawing(Pt(_BOX), Pt(_BOX), (Box(0.5, 0.5, _BOX - 1, _BOX - 1, stroke=sheet.INK, line=Pt(1)),), "")
    return table((22, 488), [(cell(0, box), cell(1, words(text, 9))) for text in texts])
