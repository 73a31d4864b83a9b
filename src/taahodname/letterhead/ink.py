"""Where a sheet has ink: cells of two millimetres, dark or pale, without the specks of a scan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from taahodname.letterhead.paper_size import HEIGHT, WIDTH

if TYPE_CHECKING:
    from PIL import Image

CELL = 2.0
"""Millimetres."""
COLUMNS, ROWS = round(WIDTH / CELL), round(HEIGHT / CELL)

_DPI = 72
_PALE, _DARK = 22, 90  # how much darker than the paper, of 255
_COVERED = 0.07  # of a cell; a hairline across it covers more
_SPECK = 0.25  # a lone cell that has less ink than this is dust
_PAPER_FROM = 120


class Blot(Struct, frozen=True):
    """Cells of ink that touch.

    Attributes:
        cells: as (column, row).
        dark: how many of them are dark.
    """

    cells: frozenset[tuple[int, int]]
    dark: int

    @property
    def top(self) -> int:
        """The first row."""
        return min(row for _, row in self.cells)

    @property
    def bottom(self) -> int:
        """The row after the last."""
        return max(row for _, row in self.cells) + 1

    @property
    def left(self) -> int:
        """The first column."""
        return min(column for column, _ in self.cells)

    @property
    def right(self) -> int:
        """The column after the last."""
        return max(column for column, _ in self.cells) + 1

    @property
    def is_pale(self) -> bool:
        """Hardly any of it is dark: a watermark, or a tint."""
        return self.dark <= 0.1 * len(self.cells)


class Ink(Struct, frozen=True):
    """The ink of one sheet.

    Attributes:
        cells: those with ink, and whether it is dark.
    """

    cells: dict[tuple[int, int], bool]

    @property
    def share(self) -> float:
        """How much of the sheet has ink."""
        return len(self.cells) / (COLUMNS * ROWS)

    def within(self, left: int, right: int) -> Ink:
        """Return the ink of some columns alone."""
        return Ink({cell: dark for cell, dark in self.cells.items() if left <= cell[0] < right})

    def dark_only(self) -> Ink:
        """Return the dark ink alone."""
        return Ink({cell: dark for cell, dark in self.cells.items() if dark})

    def blots(self) -> list[Blot]:
        """Return the ink as what hangs together."""
        left = set(self.cells)
        found: list[Blot] = []
        while left:
            group, edge = set(), [left.pop()]
            while edge:
                cell = edge.pop()
                group.add(cell)
                near = {one for one in _around(cell) if one in left}
                left -= near
                edge += near
            found.append(Blot(frozenset(group), sum(self.cells[cell] for cell in group)))
        return found


def ink_of(image: Image.Image) -> Ink:
    """Return the ink of a sheet.

    Args:
        image: the sheet, A4.
    """
    from PIL import Image as Pillow

    size = (round(WIDTH / 25.4 * _DPI), round(HEIGHT / 25.4 * _DPI))
    grey = image.convert("L").resize(size, Pillow.Resampling.BOX)
    paper = _paper(grey)
    pale, dark = (_coverage(grey, paper - step) for step in (_PALE, _DARK))
    cells = {
        (place % COLUMNS, place // COLUMNS): dark[place] >= _COVERED * 255
        for place, covered in enumerate(pale)
        if covered >= _COVERED * 255
    }
    lone = [
        cell
        for cell in cells
        if pale[cell[1] * COLUMNS + cell[0]] < _SPECK * 255 and not any(one in cells for one in _around(cell))
    ]
    for cell in lone:
        del cells[cell]
    return Ink(cells)


def _paper(grey: Image.Image) -> int:
    """Return the brightness of the paper: the most common of the bright ones."""
    counts = grey.histogram()
    return max(range(_PAPER_FROM, 256), key=lambda tone: (counts[tone], tone))


def _coverage(grey: Image.Image, threshold: int) -> bytes:
    from PIL import Image as Pillow

    inked = grey.point([255 if tone <= threshold else 0 for tone in range(256)])
    return inked.resize((COLUMNS, ROWS), Pillow.Resampling.BOX).tobytes()


def _around(cell: tuple[int, int]) -> Iterator[tuple[int, int]]:
    column, row = cell
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            if dx or dy:
                yield column + dx, row + dy
