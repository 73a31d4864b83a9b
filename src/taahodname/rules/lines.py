"""What each line's operator asks for, as typed values from the data of the operators."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from taahodname.errors import UsageError
from taahodname.persian.amounts import rial
from taahodname.persian.digits import to_ascii, to_persian
from taahodname.profile.shown import printable
from taahodname.resources import data
from taahodname.rules.operator_data import OperatorData
from taahodname.units import Rial

LINES: tuple[str, ...] = tuple(data("lines"))
"""The lines an undertaking can be made for, in the order of the data."""


PlaceState = Literal["fill", "empty", "sample"]
"""What is done with a place of the note: filled, left empty, or treated as the operator's sample shows."""


class Guarantee(NamedTuple):
    """The guarantee note of a line.

    Attributes:
        sum: what it is made out for.
        payee: to whom; empty where no source names one.
        filled: «as-sample», «bottom-box-only» or «completed».
        several: what is said of several smaller notes; empty where no source does.
        places: what is done with each place of the note.
        write: the words for places whose content no profile knows («due_date»), where the data tell them.
    """

    sum: Rial
    payee: str
    filled: str
    several: str
    places: tuple[tuple[str, PlaceState], ...]
    write: tuple[tuple[str, str], ...]

    def state(self, place: str) -> PlaceState:
        """Return what is done with a place.

        Raises:
            KeyError: when the note has no such place.
        """
        return dict(self.places)[place]

    def told(self, place: str) -> str:
        """Return the words that the data have for a place; empty where they have none."""
        return dict(self.write).get(place, "")


class Penalty(NamedTuple):
    """What an advertising message to one who is no customer costs."""

    per_sms: Rial
    fine: Rial


class LineFacts(NamedTuple):
    """What one line's operator asks for.

    Attributes:
        type: the line («3000»).
        operator: the operator's short name.
        addressee: to whom the letter goes unless the profile says otherwise.
        guarantee: the guarantee note.
        penalty: what is printed of penalties, or None.
        least, most: how many numbers the customer list must have.
        clause_three: where the third clause must name the company: «first-page», «any-page» or «».
        source, date: where the facts come from, and when they were read.
    """

    type: str
    operator: str
    addressee: str
    guarantee: Guarantee
    penalty: Penalty | None
    least: int
    most: int
    clause_three: str
    source: str
    date: str

    @property
    def label(self) -> str:
        """The line's name in Persian digits."""
        return to_persian(self.type)

    def words(self) -> dict[str, str]:
        """Return the facts as the texts of demands name them, in Persian and (…_en) in English."""
        penalty = self.penalty or Penalty(Rial(0), Rial(0))
        payee = self.guarantee.payee
        return {
            "guarantee": rial(self.guarantee.sum),
            "guarantee_en": f"{self.guarantee.sum:,}",
            "payee": f" در وجه {payee}" if payee else "",
            "payee_en": f" to {payee}" if payee else "",
            "least": to_persian(str(self.least)),
            "least_en": str(self.least),
            "most": to_persian(str(self.most)),
            "most_en": str(self.most),
            "per_sms": rial(penalty.per_sms),
            "per_sms_en": f"{penalty.per_sms:,}",
            "fine": rial(penalty.fine),
            "fine_en": f"{penalty.fine:,}",
        }


def known_line(line: str) -> str:
    """Return the line as the data name it; Persian digits are read too.

    Raises:
        UsageError: when it is none of LINES.
    """
    name = to_ascii(line).strip()
    if name not in LINES:
        names = "، ".join(to_persian(known) for known in LINES)
        raise UsageError(
            f"خط «{printable(line)}» شناخته نیست؛ یکی از این‌ها را بدهید: {names}.",
            f"the line '{printable(line)}' is not known; give one of {', '.join(LINES)}",
        )
    return name


@lru_cache(maxsize=64)
def facts(line: str, operators: OperatorData | None = None) -> LineFacts:
    """Return what the operator of a line asks for.

    Args:
        line: one of LINES.
        operators: the table with a reseller's changes; the shipped one when None.

    Raises:
        UsageError: when it is none of them.
    """
    line = known_line(line)
    row = (operators.rows if operators else data("lines"))[line]
    note, penalty = row["guarantee"], row.get("penalty")
    return LineFacts(
        type=line,
        operator=row["operator"],
        addressee=row["addressee"],
        guarantee=_guarantee(note),
        penalty=Penalty(Rial(penalty["per_sms_rial"]), Rial(penalty["fine_rial"])) if penalty else None,
        least=row["customer_list"]["least"],
        most=row["customer_list"]["most"],
        clause_three=row.get("clause_three", ""),
        source=row["source"],
        date=row["date"],
    )


def _guarantee(note: Mapping[str, Any]) -> Guarantee:
    places: dict[str, PlaceState] = dict(note["places"])
    write = {place: words for place, words in note.get("write", {}).items() if words}
    told = [*write, "payee"] if note["payee"] else list(write)
    # What the data name is to be written; the places of a line that leaves them empty stay so.
    places |= {place: "fill" for place in told if places[place] == "sample"}
    return Guarantee(
        sum=Rial(note["rial"]),
        payee=note["payee"],
        filled=note["filled"],
        several=note["several"],
        places=tuple(places.items()),
        write=tuple(write.items()),
    )


def list_limits(line: str | None = None) -> tuple[int, int]:
    """Return the least and the most numbers that a customer list may have.

    Args:
        line: one of LINES; when None, what every line takes.

    Raises:
        UsageError: when it is none of them.
    """
    known = [facts(one) for one in ((line,) if line else LINES)]
    return max(one.least for one in known), min(one.most for one in known)
