"""The instruction sheet on the guarantee note (سفته): what this client writes where, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any

from taahodname.documents import sheet
from taahodname.documents.note_drawing import PLACES, Captions, Filled, back, front, swatches
from taahodname.documents.sheet import cell, head_row, heading, table, words
from taahodname.documents.signers import signers
from taahodname.documents.values import Values, context, listed
from taahodname.paper.blocks import Align, Block, Cell, Document
from taahodname.persian.amounts import in_words
from taahodname.persian.digits import group, to_persian
from taahodname.resources import data
from taahodname.rules import CheckedProfile, PlaceState
from taahodname.units import rial_to_toman

_MOST_NAMED = 2
_COLUMNS = (22.0, 74.0, 232.0, 182.0)


def compose(checked: CheckedProfile, values: Values | None = None) -> Document:
    """Return the instruction sheet of a checked profile.

    Args:
        checked: the profile, checked for one line; its facts say which places are filled.
        values: what papers print of it, where that is known already; see `values.context`.
    """
    return _Sheet(checked, values or context(checked)).document()


class _Sheet:
    """One client's sheet: the words of the data with this client's values in them."""

    def __init__(self, checked: CheckedProfile, values: Values) -> None:
        self._checked = checked
        self._values = values
        self._words: Mapping[str, Any] = data("guarantee-note")
        self._note = checked.facts.guarantee
        self._filled = {key: self._place(key) for key in PLACES}

    def document(self) -> Document:
        company = self._values["company"]["legal_name"]
        return sheet.document(
            f"{self._words['title']}، خط {self._checked.facts.label}", self._blocks(), self._checked, company
        )

    def _blocks(self) -> Iterator[Block]:
        said, values = self._words, self._values
        under = f"{values['company']['legal_name']}، {self._line_phrase}"
        yield from sheet.banner(said["title"], under, said["guide_only"])
        yield self._essentials()
        yield words(said["summary"][self._note.filled], 10, bold=True, before=5, after=4, keep_next=True)
        yield front(self._filled, self._captions)
        yield words(said["schematic"], 8, colour=sheet.GREY_TEXT, align=Align.CENTER, keep_next=True)
        yield swatches(tuple(said["legend"].items()))
        yield self._table()
        yield heading(said["back"], before=10)
        yield back(len(PLACES), self._captions)
        yield heading("پیش از نوشتن و امضا بخوانید", before=12)
        yield self._cautions()

    @property
    def _line_phrase(self) -> str:
        numbers = self._values["line"]["numbers"]
        return f"خط {self._checked.facts.label}، شمارهٔ {numbers}"

    @cached_property
    def _fillings(self) -> dict[str, str]:
        note = self._note
        return {
            "sum": group(note.sum),
            "words": f"{in_words(note.sum)} ریال",
            "toman": group(rial_to_toman(note.sum)) if note.sum % 10 == 0 else "—",
            "line": self._line_phrase,
            "several": note.several or self._words["ask_several"],
        }

    # What is written where ------------------------------------------------------------------------

    def _place(self, key: str) -> Filled:
        state: PlaceState = "empty" if key == "back" else self._note.state(key)
        printed = self._words["place"][key]["printed"]
        if state == "empty":
            return Filled(state, printed, (self._words["stays_empty"],))
        if state == "sample":
            return Filled(state, printed, (self._words["as_sample"],))
        if key == "stamp":
            return Filled(state, printed, tuple(one.name for one in signers(self._checked)))
        return Filled(state, printed, (self._written(key) or self._words["as_sample"],))

    def _written(self, key: str) -> str:
        """Return what this client writes in a place; empty where only the operator's sample tells."""
        return self._note.told(key) or self._known.get(key, "")

    @cached_property
    def _known(self) -> dict[str, str]:
        company, note = self._values["company"], self._note
        return {
            "sum_digits": self._fillings["sum"],
            "sum_words": self._fillings["words"],
            "payee": note.payee,
            "maker": f"{company['legal_name']}، شناسهٔ ملی {company['national_id']}",
            "address": company["address"],
            "issue_date": self._checked.date.format(),
        }

    @cached_property
    def _captions(self) -> Captions:
        said, filled = self._words, self._fillings
        return Captions(
            ceiling=f"سقف چاپی: دست‌کم {filled['sum']} ریال",
            serial="سری و شمارهٔ سریال: چاپی",
            currency="ریال",
            back=said["back_empty"],
            alt=f"{said['front']}: {said['schematic']}",
            back_alt=f"{said['back']}: {said['back_empty']}",
        )

    @property
    def _payee(self) -> str:
        if self._note.state("payee") == "empty":
            return str(self._words["stays_empty"])
        return self._note.payee or str(self._words["no_payee"])

    def _essentials(self) -> Block:
        filled = self._fillings
        facts = (
            ("مبلغ", f"{filled['sum']} ریال", f"{filled['words']}، برابر {filled['toman']} تومان"),
            ("در وجه", self._payee, ""),
            ("امضا", self._who_signs, "با مهر شرکت"),
        )
        cells = []
        for column, (name, strong, small) in enumerate(facts):
            content = [words(name, 8, colour=sheet.GREY_TEXT), words(strong, 10, bold=True)]
            content += [words(small, 8)] if small else []
            cells.append(cell(column, *content, shade=sheet.PALE, middle=False))
        return table((170, 170, 170), [cells])

    @property
    def _who_signs(self) -> str:
        found = signers(self._checked)
        if len(found) <= _MOST_NAMED:
            return listed(one.phrase for one in found)
        number = PLACES.index("stamp") + 1
        return f"{in_words(len(found))} نفر؛ نام‌ها در ردیف {to_persian(str(number))} جدول"

    # The table ------------------------------------------------------------------------------------

    def _table(self) -> Block:
        rows = [head_row("#", "جا", "چه بنویسید", "چرا")]
        for number, key in enumerate(PLACES, 1):
            rows.append(self._row(number, key))
        return table(_COLUMNS, rows, header=True)

    def _row(self, number: int, key: str) -> tuple[Cell, ...]:
        state, place = self._filled[key].state, self._words["place"][key]
        told = state == "fill" and (key == "stamp" or bool(self._written(key)))
        shade = sheet.YELLOW if state == "fill" else None
        return _cells(number, place["label"], self._what(key, state), self._why(key, state), told, shade)

    def _what(self, key: str, state: PlaceState) -> tuple[str, ...]:
        if key == "stamp" and state == "fill":
            return (self._words["write"]["stamp"], *(one.phrase for one in signers(self._checked)))
        return (self._content(key, state),)

    def _content(self, key: str, state: PlaceState) -> str:
        said = self._words
        if state == "empty":
            return str(said["write"]["back" if key == "back" else "empty"])
        if state == "sample" or not self._written(key):
            return str(said["ask_sample"])
        if key == "maker":
            company = self._values["company"]
            return f"{self._written(key)}، شمارهٔ ثبت {company['registration_number']}"
        return f"{self._written(key)} ریال" if key == "sum_digits" else self._written(key)

    def _why(self, key: str, state: PlaceState) -> str:
        if state == "empty" and key != "back":
            return str(self._words["write"]["empty_why"])
        return str(self._words["place"][key]["why"])

    # The cautions ---------------------------------------------------------------------------------

    def _cautions(self) -> Block:
        filled = self._fillings
        states = {self._note.state(key) for key in ("sum_digits", "due_date", "payee")}
        told = [one for one in self._words["caution"] if not one.get("states") or states & set(one["states"])]
        rows = [
            _caution(number, one["title"], one["text"].format(**filled)) for number, one in enumerate(told, 1)
        ]
        return table((22, 92, 396), rows)


# Most rows are the same on every client's sheet.
@lru_cache(maxsize=64)
def _cells(
    number: int, label: str, what: tuple[str, ...], why: str, told: bool, shade: str | None
) -> tuple[Cell, ...]:
    return (
        cell(0, words(to_persian(str(number)), 9, bold=True, align=Align.CENTER), shade=shade),
        cell(1, words(label, 9, bold=True)),
        cell(2, *(words(one, 9, bold=told) for one in what)),
        cell(3, words(why, 8)),
    )


@lru_cache(maxsize=64)
def _caution(number: int, title: str, text: str) -> tuple[Cell, ...]:
    return (
        cell(0, words(to_persian(str(number)), 9, bold=True, align=Align.CENTER)),
        cell(1, words(title, 9, bold=True)),
        cell(2, words(text)),
    )
