"""Makes fonts/TaahodnameSymbols.ttf: the boxes, bullets, ticks and arrows of Word forms that Vazirmatn lacks.

Every shape is drawn here from straight lines and circles, so the font is this project's own. It is needed
only where no other font at hand has a sign. Run it after a change and commit the font.
"""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

TARGET = Path(__file__).resolve().parents[1] / "fonts" / "TaahodnameSymbols.ttf"
UPEM = 1000
MIDDLE = 340  # half the height of capital letters, where signs are centred
LINE = 60
EPOCH = 3_786_912_000  # 2024-01-01, in seconds since 1904, so that the same file comes out every time

Path_ = list[tuple[float, float]]


def _polygon(pen: TTGlyphPen, points: Path_) -> None:
    """Draw a filled shape; its points go clockwise, those of a hole the other way."""
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def _square(x: float, y: float, half: float) -> Path_:
    return [(x - half, y - half), (x - half, y + half), (x + half, y + half), (x + half, y - half)]


def _diamond(x: float, y: float, half: float) -> Path_:
    return [(x - half, y), (x, y + half), (x + half, y), (x, y - half)]


def _circle(x: float, y: float, radius: float) -> Path_:
    steps = 48
    return [
        (x + radius * math.cos(-2 * math.pi * i / steps), y + radius * math.sin(-2 * math.pi * i / steps))
        for i in range(steps)
    ]


def _stroke(points: Path_, width: float = LINE) -> list[Path_]:
    """Return a broken line of a width as one shape for each of its parts."""
    found = []
    for (x1, y1), (x2, y2) in pairwise(points):
        length = math.hypot(x2 - x1, y2 - y1)
        dx, dy = (x2 - x1) / length * width / 2, (y2 - y1) / length * width / 2
        ends = [(x1 - dx, y1 - dy), (x2 + dx, y2 + dy)]
        (ax, ay), (bx, by) = ends
        shape = [(ax - dy, ay + dx), (bx - dy, by + dx), (bx + dy, by - dx), (ax + dy, ay - dx)]
        found.append(shape)
    return found


def _hollow(outer: Path_, inner: Path_) -> list[Path_]:
    return [outer, inner[::-1]]


def _tick(x: float, y: float, size: float) -> list[Path_]:
    return _stroke(
        [(x - size, y), (x - size * 0.25, y - size * 0.75), (x + size, y + size * 0.85)], LINE * 1.3
    )


def _cross(x: float, y: float, size: float) -> list[Path_]:
    first = _stroke([(x - size, y - size), (x + size, y + size)], LINE * 1.2)
    return first + _stroke([(x - size, y + size), (x + size, y - size)], LINE * 1.2)


def _turned(paths: list[Path_], quarter: int) -> list[Path_]:
    """Turn shapes around the middle by quarters, counterclockwise."""
    for _ in range(quarter):
        paths = [[(500 - (y - MIDDLE), MIDDLE + (x - 500)) for x, y in path] for path in paths]
    return paths


def _arrow() -> list[Path_]:
    head: Path_ = [(560, MIDDLE + 190), (860, MIDDLE), (560, MIDDLE - 190)]
    return [*_stroke([(150, MIDDLE), (600, MIDDLE)]), head]


def _heavy_arrow() -> list[Path_]:
    head: Path_ = [(520, MIDDLE + 240), (880, MIDDLE), (520, MIDDLE - 240)]
    return [*_stroke([(180, MIDDLE), (560, MIDDLE)], 150), head]


def _double_arrow() -> list[Path_]:
    lines = _stroke([(150, MIDDLE + 70), (760, MIDDLE + 70)]) + _stroke(
        [(150, MIDDLE - 70), (760, MIDDLE - 70)]
    )
    return lines + _stroke([(660, MIDDLE + 220), (870, MIDDLE), (660, MIDDLE - 220)])


def _arrowhead() -> list[Path_]:
    return [[(180, MIDDLE + 260), (860, MIDDLE), (180, MIDDLE - 260), (360, MIDDLE)]]


def _star() -> list[Path_]:
    points = []
    for i in range(10):
        radius, angle = (330, 130)[i % 2], math.pi / 2 - i * math.pi / 5
        points.append((500 + radius * math.cos(angle), MIDDLE + radius * math.sin(angle)))
    return [points]


def _four_diamonds() -> list[Path_]:
    at = ((0, 190), (190, 0), (0, -190), (-190, 0))
    return [_diamond(500 + x, MIDDLE + y, 160) for x, y in at]


BOX = _hollow(_square(500, MIDDLE, 330), _square(500, MIDDLE, 330 - LINE))
RING = _hollow(_circle(500, MIDDLE, 300), _circle(500, MIDDLE, 300 - LINE))
SHAPES: dict[str, list[Path_]] = {
    "■": [_square(500, MIDDLE, 330)],
    "□": BOX,
    "▪": [_square(500, MIDDLE, 170)],
    "▫": _hollow(_square(500, MIDDLE, 170), _square(500, MIDDLE, 170 - LINE * 0.8)),
    "●": [_circle(500, MIDDLE, 300)],
    "○": RING,
    "◦": _hollow(_circle(500, MIDDLE, 150), _circle(500, MIDDLE, 150 - LINE * 0.8)),
    "◉": [*RING, _circle(500, MIDDLE, 150)],
    "◎": [*RING, *_hollow(_circle(500, MIDDLE, 170), _circle(500, MIDDLE, 170 - LINE))],
    "◆": [_diamond(500, MIDDLE, 330)],
    "◇": _hollow(_diamond(500, MIDDLE, 330), _diamond(500, MIDDLE, 330 - LINE * 1.4)),
    "◊": _hollow(_diamond(500, MIDDLE, 330), _diamond(500, MIDDLE, 330 - LINE * 1.4)),
    "❖": _four_diamonds(),
    "☐": BOX,
    "☑": [*BOX, *_tick(500, MIDDLE, 190)],
    "☒": [*BOX, *_cross(500, MIDDLE, 180)],
    "✓": _tick(500, MIDDLE, 320),
    "✗": _cross(500, MIDDLE, 250),
    "★": _star(),
    "►": [[(230, MIDDLE + 280), (800, MIDDLE), (230, MIDDLE - 280)]],
    "◄": _turned([[(230, MIDDLE + 280), (800, MIDDLE), (230, MIDDLE - 280)]], 2),
    "➢": _arrowhead(),
    "➔": _heavy_arrow(),
    "→": _arrow(),
    "↑": _turned(_arrow(), 1),
    "←": _turned(_arrow(), 2),
    "↓": _turned(_arrow(), 3),
    "⇒": _double_arrow(),
}
EMPTY = {" ": 300, "\u200c": 0}


def main() -> int:
    """Write the font."""
    names = {char: f"uni{ord(char):04X}" for char in (*EMPTY, *SHAPES)}
    glyphs, widths = {".notdef": TTGlyphPen(None).glyph()}, {".notdef": (500, 0)}
    for char, width in EMPTY.items():
        glyphs[names[char]], widths[names[char]] = TTGlyphPen(None).glyph(), (width, 0)
    for char, paths in SHAPES.items():
        pen = TTGlyphPen(None)
        for path in paths:
            _polygon(pen, [(round(x), round(y)) for x, y in path])
        glyphs[names[char]] = pen.glyph()
        widths[names[char]] = (1000, min(round(x) for path in paths for x, _ in path))
    builder = FontBuilder(UPEM, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({ord(char): name for char, name in names.items()})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable(
        {
            "familyName": "Taahodname Symbols",
            "styleName": "Regular",
            "psName": "TaahodnameSymbols-Regular",
            "licenseDescription": "CC0 1.0: to be used, embedded and changed freely",
        }
    )
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200, fsType=0)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = EPOCH
    builder.font.recalcTimestamp = False
    builder.save(TARGET)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
