"""What is told of a sheet of a letterhead: its kind, its size and how fine it is. A leaf."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class SheetFacts(Struct, frozen=True):
    """One kind of page of a letterhead that is a PDF or a picture.

    Attributes:
        kind: «pdf», «picture», or «blank» for a page without artwork.
        width, height: as they were given, in `unit`.
        unit: millimetres or pixels.
        dpi: of a picture, across the A4 sheet.
        vector: the PDF has the page itself, not a picture of it.
    """

    kind: Literal["pdf", "picture", "blank"]
    width: float
    height: float
    unit: Literal["mm", "px"]
    dpi: int | None = None
    vector: bool = False
