"""Draws the logos of the invented companies: plain geometry, the same bytes every time."""

from __future__ import annotations

import io
import math

from PIL import Image, ImageDraw

# Drawn larger and reduced, for smooth edges.
OVERSAMPLE = 4
SIZE = 480

Point = tuple[float, float]


def software_logo() -> bytes:
    """Return a hexagon with three rising bars, as a PNG."""
    image, pen, side = _canvas()
    middle = side / 2
    pen.polygon(_polygon((middle, middle), side * 0.48, 6, 30), fill="#16325C")
    pen.polygon(_polygon((middle, middle), side * 0.41, 6, 30), fill="#FFFFFF")
    pen.polygon(_polygon((middle, middle), side * 0.385, 6, 30), fill="#16325C")
    for place, (height, colour) in enumerate(((0.20, "#7FD1C7"), (0.32, "#2BA699"), (0.44, "#FFFFFF"))):
        left = side * (0.315 + 0.13 * place)
        bar = (left, side * (0.72 - height), left + side * 0.10, side * 0.72)
        pen.rounded_rectangle(bar, radius=side * 0.02, fill=colour)
    return _png(image)


def clinic_logo() -> bytes:
    """Return a ring of eight petals round a plus sign, as a PNG."""
    image, pen, side = _canvas()
    middle = side / 2
    for place in range(8):
        angle = math.radians(45 * place)
        centre = (middle + side * 0.32 * math.cos(angle), middle + side * 0.32 * math.sin(angle))
        _disc(pen, centre, side * 0.155, "#1B7F8C" if place % 2 else "#58B7A4")
    _disc(pen, (middle, middle), side * 0.30, "#FFFFFF")
    arm, width = side * 0.19, side * 0.065
    pen.rounded_rectangle(
        (middle - arm, middle - width, middle + arm, middle + width), width / 2, fill="#16606B"
    )
    pen.rounded_rectangle(
        (middle - width, middle - arm, middle + width, middle + arm), width / 2, fill="#16606B"
    )
    return _png(image)


def _canvas() -> tuple[Image.Image, ImageDraw.ImageDraw, int]:
    side = SIZE * OVERSAMPLE
    image = Image.new("RGBA", (side, side), (255, 255, 255, 0))
    return image, ImageDraw.Draw(image), side


def _disc(pen: ImageDraw.ImageDraw, centre: Point, radius: float, colour: str) -> None:
    x, y = centre
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def _polygon(centre: Point, radius: float, corners: int, turn: float) -> list[Point]:
    """Return the corners of a regular polygon, `turn` in degrees."""
    angles = (math.radians(turn + 360 / corners * place) for place in range(corners))
    return [(centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)) for angle in angles]


def _png(image: Image.Image) -> bytes:
    small = image.resize((SIZE, SIZE), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    small.save(buffer, "PNG", dpi=(300, 300))
    return buffer.getvalue()
