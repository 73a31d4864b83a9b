"""Makes a row of line facts repeat itself for each number, as our own templates do."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree

from taahodname.forms.survey import Spot
from taahodname.forms.tagging import OF_A_ROW, ROW_ENDS, ROW_OPENS
from taahodname.forms.verdicts import Verdict
from taahodname.word.markup import Element, text_element
from taahodname.word.names import qn

_LEAST = 2  # blanks of a line in one row


def repeated_rows(judged: Sequence[tuple[Spot, Verdict]]) -> set[int]:
    """Return the blanks, by place, that stand in a row which holds one number of the line and its facts.

    That is a row under a head of columns, with at least two facts of a line and nothing of anybody else.

    Args:
        judged: the blanks with what was decided of each.
    """
    rows: dict[tuple[int, int], list[int]] = {}
    for place, (spot, verdict) in enumerate(judged):
        if spot.grid is not None and spot.cell is not None and verdict.put_in:
            rows.setdefault((id(spot.grid), spot.cell.row), []).append(place)
    found: set[int] = set()
    for places in rows.values():
        held = [judged[place] for place in places]
        if len(places) >= _LEAST and all(_of_a_line(spot, verdict) for spot, verdict in held):
            found.update(places)
    return found


def _of_a_line(spot: Spot, verdict: Verdict) -> bool:
    if verdict.field not in OF_A_ROW or spot.grid is None or spot.cell is None or spot.span is not None:
        return False
    above = spot.grid.above(spot.cell)
    return (
        above is not None
        and above.row == spot.cell.row - 1
        and not spot.grid.side(spot.cell).strip("0123456789۰۱۲۳۴۵۶۷۸۹ .-")
    )


def repeat(row: Element) -> None:
    """Put the rows that steer the loop before and after a row; they are gone once the form is filled.

    Args:
        row: the w:tr.
    """
    row.addprevious(_steering(row, ROW_OPENS))
    row.addnext(_steering(row, ROW_ENDS))


def _steering(row: Element, tag: str) -> Element:
    """Return a row of one cell as wide as all, in the look of the row's first words."""
    new = etree.Element(qn("w:tr"))
    cells = list(row.iter(qn("w:tc")))
    cell = etree.SubElement(new, qn("w:tc"))
    properties = etree.SubElement(cell, qn("w:tcPr"))
    columns = sum(_span(one) for one in cells)
    if columns > 1:
        etree.SubElement(properties, qn("w:gridSpan")).set(qn("w:val"), str(columns))
    paragraph = etree.SubElement(cell, qn("w:p"))
    model = next(row.iter(qn("w:p")), None)
    look = None if model is None else model.find(qn("w:pPr"))
    if look is not None:
        paragraph.append(copy.deepcopy(look))
    run = etree.SubElement(paragraph, qn("w:r"))
    shown = next((one for one in row.iter(qn("w:r")) if one.find(qn("w:rPr")) is not None), None)
    if shown is not None:
        run.extend(copy.deepcopy(shown.findall(qn("w:rPr"))))
    run.append(text_element(tag))
    return new


def _span(cell: Element) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    value = "1" if span is None else span.get(qn("w:val"), "1")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 1
