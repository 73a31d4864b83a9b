"""Reads the rectangles of a finished PDF back: where each stands, what fills it and what outlines it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Drawn:
    """A rectangle: left, top, right and bottom in points from the sheet's top left corner."""

    box: Box
    fill: str | None = None
    stroke: str | None = None
    clip: bool = False

    def is_at(self, box: Box, tolerance: float = 0.6) -> bool:
        return all(abs(a - b) <= tolerance for a, b in zip(self.box, box, strict=True))


def _colour(values: list[Any]) -> str:
    return "".join(f"{round(float(value) * 255):02X}" for value in values)


def rectangles(data: bytes, page: int) -> Iterator[Drawn]:
    """Yield the rectangles of a page, counted from 1, in the order they are drawn."""
    reader = PdfReader(BytesIO(data))
    sheet = reader.pages[page - 1]
    height = float(sheet.mediabox.height)
    state: dict[str, Any] = {"rg": "000000", "RG": "000000", "ctm": (1.0, 0.0, 0.0)}
    stack: list[dict[str, Any]] = []
    path: list[Box] = []
    for operands, operator in ContentStream(sheet.get_contents(), reader).operations:
        name = operator.decode("ascii")
        if name == "q":
            stack.append(dict(state))
        elif name == "Q":
            state = stack.pop()
        elif name == "cm":
            a, _, _, _, e, f = (float(value) for value in operands)
            scale, x, y = state["ctm"]
            state["ctm"] = (scale * a, x + scale * e, y + scale * f)
        elif name in ("rg", "RG"):
            state[name] = _colour(operands)
        elif name == "re":
            scale, dx, dy = state["ctm"]
            x, y, w, h = (float(value) for value in operands)
            left, bottom = dx + scale * x, dy + scale * y
            path.append((left, height - bottom - scale * h, left + scale * w, height - bottom))
        elif name in ("f", "S", "B", "W"):
            for box in path:
                yield Drawn(
                    box,
                    state["rg"] if name in ("f", "B") else None,
                    state["RG"] if name in ("S", "B") else None,
                    clip=name == "W",
                )
            path = [] if name != "W" else path
        elif name == "n":
            path = []


def box_of(place: Any) -> Box:
    """Return a place of a layout as left, top, right and bottom."""
    return place.x, place.y, place.x + place.width, place.y + place.height
