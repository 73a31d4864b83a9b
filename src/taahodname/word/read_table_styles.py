"""Table styles: which of their conditions hold for a cell, and in which order (ECMA-376 §17.7.6)."""

from __future__ import annotations

from msgspec import Struct

from taahodname.word.markup import Element, integer
from taahodname.word.names import qn
from taahodname.word.read_styles import Cascade

_BITS = {
    "w:firstRow": 0x20, "w:lastRow": 0x40, "w:firstColumn": 0x80, "w:lastColumn": 0x100,
    "w:noHBand": 0x200, "w:noVBand": 0x400,
}  # fmt: skip
"""The switches of w:tblLook (§17.4.55) in its old form, one number."""

_ON = frozenset({"1", "true", "on"})
ROWS = frozenset({"firstRow", "lastRow", "band1Horz", "band2Horz"})
"""Conditions that hold for rows; all others but corners hold for columns."""

COLUMNS = frozenset({"firstCol", "lastCol", "band1Vert", "band2Vert"})


class Spot(Struct, frozen=True):
    """Where a cell stands: its row and column, how many it takes, and how many there are."""

    row: int
    column: int
    row_span: int
    column_span: int
    rows: int
    columns: int

    @property
    def is_first_row(self) -> bool:
        """It begins in the first row."""
        return self.row == 0

    @property
    def is_last_row(self) -> bool:
        """It ends in the last row."""
        return self.row + self.row_span == self.rows

    @property
    def is_first_column(self) -> bool:
        """It begins in the first column."""
        return self.column == 0

    @property
    def is_last_column(self) -> bool:
        """It ends in the last column."""
        return self.column + self.column_span == self.columns


class Layer(Struct, frozen=True):
    """One layer of a table style, and the condition it holds under; empty for the whole table."""

    element: Element
    condition: str = ""

    @property
    def shapes_text(self) -> bool:
        """It says something of paragraphs or letters."""
        return any(self.element.find(qn(name)) is not None for name in ("w:pPr", "w:rPr"))


class TableStyle:
    """The style of one table.

    Args:
        element: the w:tbl.
        styles: the style sheet.
    """

    def __init__(self, element: Element, styles: Cascade) -> None:
        own = element.find(qn("w:tblPr"))
        named = None if own is None else own.find(qn("w:tblStyle"))
        style_id = styles.default("table") if named is None else named.get(qn("w:val"), "")
        self._chain = styles.chain(style_id)
        self._whole = [Layer(style) for style in self._chain]
        self._conditions: dict[str, list[Layer]] = {}
        for style in self._chain:
            for part in style.iterfind(qn("w:tblStylePr")):
                condition = part.get(qn("w:type"), "")
                self._conditions.setdefault(condition, []).append(Layer(part, condition))
        self._look = _look(None if own is None else own.find(qn("w:tblLook")))
        self._row_band = self._band_size("w:tblStyleRowBandSize", own)
        self._column_band = self._band_size("w:tblStyleColBandSize", own)

    def _band_size(self, tag: str, own: Element | None) -> int:
        sizes = [style.find(f"{qn('w:tblPr')}/{qn(tag)}") for style in self._chain]
        sizes.append(None if own is None else own.find(qn(tag)))
        found = [size for size in sizes if size is not None]
        return max(1, integer(found[-1], 1)) if found else 1

    def properties(self, own: Element | None) -> list[Element]:
        """Return the `w:tblPr` that shape the table, the farthest first."""
        found = [style.find(qn("w:tblPr")) for style in self._chain]
        return [layer for layer in (*found, own) if layer is not None]

    def layers(self, spot: Spot) -> list[Layer]:
        """Return the layers that hold for a cell, the farthest first."""
        if not self._conditions:
            return self._whole
        found = list(self._whole)
        for condition in self._holding(spot):
            found += self._conditions.get(condition, [])
        return found

    def _holding(self, spot: Spot) -> list[str]:
        on = self._look
        first_row, last_row = "w:firstRow" in on and spot.is_first_row, "w:lastRow" in on and spot.is_last_row
        first_col = "w:firstColumn" in on and spot.is_first_column
        last_col = "w:lastColumn" in on and spot.is_last_column
        holding = ["wholeTable"]
        if "w:noVBand" not in on and not first_col and not last_col:
            place = spot.column - ("w:firstColumn" in on)
            holding.append("band2Vert" if place // self._column_band % 2 else "band1Vert")
        if "w:noHBand" not in on and not first_row and not last_row:
            place = spot.row - ("w:firstRow" in on)
            holding.append("band2Horz" if place // self._row_band % 2 else "band1Horz")
        edges = (
            ("lastCol", last_col),
            ("firstCol", first_col),
            ("lastRow", last_row),
            ("firstRow", first_row),
        )
        corners = (
            ("seCell", last_row and last_col), ("swCell", last_row and first_col),
            ("neCell", first_row and last_col), ("nwCell", first_row and first_col),
        )  # fmt: skip
        return holding + [name for name, holds in (*edges, *corners) if holds]


def _look(element: Element | None) -> frozenset[str]:
    """Return the switches that are on."""
    if element is None:
        return frozenset()
    bits = integer(element, 0, base=16)
    on = set()
    for name, bit in _BITS.items():
        said = element.get(qn(name))
        if said in _ON if said is not None else bits & bit:
            on.add(name)
    return frozenset(on)
