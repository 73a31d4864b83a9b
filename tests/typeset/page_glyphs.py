"""Reads the ink of a finished PDF back: every filled shape on a page, at its place, whatever drew it.

A small reader of its own, so that it shares no code with what is tested: content operators, the map from
codes to glyphs, widths, text and transformation matrices; the outlines come out of the embedded font.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import uharfbuzz as hb
from pypdf import PdfReader

from .finished import meanings

Matrix = tuple[float, float, float, float, float, float]
Shape = tuple[tuple[float, float], ...]
"""The points of an outline, curves as cubic ones, in the order they are drawn."""

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
# In points: what is nearer than a thousandth of an em is not moved, within a word and before it.
TOLERANCE = 0.035

_TOKEN = re.compile(
    rb"<<|>>|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|/[^\s/<>\[\]()]*|\[|\]|[-+]?[0-9]*\.?[0-9]+|[A-Za-z0-9*'\"]+",
    re.DOTALL,
)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that does `inner` first and `outer` then."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


@dataclass(frozen=True, slots=True)
class Ink:
    """A filled shape at its place: its points in points from the lower left corner of the sheet."""

    points: Shape

    @classmethod
    def at(cls, shape: Shape, matrix: Matrix) -> Ink:
        a, b, c, d, e, f = matrix
        return cls(tuple((a * x + c * y + e, b * x + d * y + f) for x, y in shape))

    def is_at(self, other: Ink) -> bool:
        return len(self.points) == len(other.points) and all(
            abs(x - u) <= TOLERANCE and abs(y - v) <= TOLERANCE
            for (x, y), (u, v) in zip(self.points, other.points, strict=True)
        )


class _Pen:
    """Takes an outline down, each curve as a cubic one."""

    def __init__(self) -> None:
        self.points: list[tuple[float, float]] = []

    def moveTo(self, point: tuple[float, float]) -> None:
        self.points.append(point)

    lineTo = moveTo

    def curveTo(self, *points: tuple[float, float]) -> None:
        self.points += points

    def qCurveTo(self, *points: tuple[float, float]) -> None:
        (cx, cy), (x, y) = points
        sx, sy = self.points[-1]
        self.points.append((sx + 2 / 3 * (cx - sx), sy + 2 / 3 * (cy - sy)))
        self.points.append((x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y)))
        self.points.append((x, y))

    def closePath(self) -> None:
        pass

    endPath = closePath


@lru_cache(maxsize=50_000)
def shape_of(font: hb.Font, gid: int) -> Shape:
    """Return a glyph's outline in font units; empty for one without ink."""
    pen = _Pen()
    font.draw_glyph_with_pen(gid, pen)
    return tuple(pen.points)


@dataclass(frozen=True, eq=False)
class EmbeddedFont:
    """A font as the PDF carries it: its codes, what they mean, their glyphs and their widths."""

    font: hb.Font
    upem: int
    gids: bytes
    widths: dict[int, float]
    meanings: dict[int, str]

    def gid(self, code: int) -> int:
        """Return the glyph of a code (CIDToGIDMap)."""
        return int.from_bytes(self.gids[2 * code : 2 * code + 2], "big")

    def shape(self, code: int) -> Shape:
        """Return the outline of a code."""
        return shape_of(self.font, self.gid(code))


def _embedded(font: Any) -> EmbeddedFont:
    descendant = font["/DescendantFonts"][0].get_object()
    data = descendant["/FontDescriptor"]["/FontFile2"].get_data()
    face = hb.Face(hb.Blob(data))
    gid_map = descendant["/CIDToGIDMap"]
    gids = (
        gid_map.get_data()
        if hasattr(gid_map, "get_data")
        else b"".join(code.to_bytes(2, "big") for code in range(face.glyph_count))
    )
    return EmbeddedFont(hb.Font(face), face.upem, gids, _widths(descendant["/W"]), meanings(font))


def _widths(array: Sequence[Any]) -> dict[int, float]:
    widths: dict[int, float] = {}
    index = 0
    while index < len(array):
        first, second = int(array[index]), array[index + 1].get_object()
        if isinstance(second, list):
            widths.update((first + place, float(width)) for place, width in enumerate(second))
            index += 2
        else:
            widths.update((code, float(array[index + 2])) for code in range(first, int(second) + 1))
            index += 3
    return widths


def embedded_fonts(data: bytes) -> list[EmbeddedFont]:
    """Return every font of a PDF that was made by the typesetter."""
    known: dict[int, EmbeddedFont] = {}
    for page in PdfReader(io.BytesIO(data)).pages:
        _fonts(page, known)
    return list(known.values())


def _fonts(page: Any, known: dict[int, EmbeddedFont]) -> dict[str, EmbeddedFont]:
    """Return a page's composite fonts by the names it calls them; each is opened once."""
    found = {}
    for name, reference in page["/Resources"].get_object().get("/Font", {}).items():
        font = reference.get_object()
        if font["/Subtype"] == "/Type0":
            if id(font) not in known:
                known[id(font)] = _embedded(font)
            found[name] = known[id(font)]
    return found


def ink_of(data: bytes) -> list[list[Ink]]:
    """Return the filled shapes of every page, rectangles left out."""
    known: dict[int, EmbeddedFont] = {}
    return [
        list(_Page(_fonts(page, known)).read(content.get_data()))
        for page in PdfReader(io.BytesIO(data)).pages
        if (content := page.get_contents()) is not None
    ]


@dataclass(frozen=True, slots=True)
class _State:
    """The graphics state, as far as it moves or hides a glyph."""

    ctm: Matrix = IDENTITY
    font: EmbeddedFont | None = None
    size: float = 0.0
    char_space: float = 0.0
    stretch: float = 1.0
    rise: float = 0.0
    leading: float = 0.0
    mode: int = 0


@dataclass
class _Page:
    """Runs the operators of one page."""

    fonts: dict[str, EmbeddedFont]
    state: _State = _State()
    stack: list[_State] = field(default_factory=list)
    matrix: Matrix = IDENTITY
    line: Matrix = IDENTITY
    path: list[tuple[float, float]] = field(default_factory=list)

    def read(self, content: bytes) -> Iterator[Ink]:
        """Yield what is filled, in the order it is drawn."""
        operands: list[Any] = []
        array: list[Any] | None = None
        for token in _TOKEN.findall(content):
            value = _operand(token)
            if token == b"[":
                array = []
            elif token == b"]":
                operands.append(array)
                array = None
            elif value is not None:
                (operands if array is None else array).append(value)
            else:
                yield from self._operate(token.decode("ascii"), operands)
                operands = []

    def _operate(self, name: str, args: list[Any]) -> Iterator[Ink]:
        if name in _TEXT_STATE:
            self.state = replace(self.state, **_TEXT_STATE[name](args))
        elif name == "Tf":
            self.state = replace(self.state, font=self.fonts.get(args[0]), size=args[1])
        elif name in ("Tj", "TJ"):
            yield from self._show(args[0] if name == "TJ" else args)
        elif name in ("BT", "Tm", "Td", "TD", "T*"):
            self._move(name, args)
        elif name in ("m", "l", "c"):
            self.path += list(zip(args[::2], args[1::2], strict=True))
        elif name in ("f", "f*"):
            if self.path:
                yield Ink.at(tuple(self.path), self.state.ctm)
            self.path = []
        elif name in ("S", "s", "n", "B"):
            self.path = []
        elif name in ("q", "Q", "cm"):
            self._keep(name, args)
        elif name in ("'", '"', "v", "y"):
            raise AssertionError(f"the reader does not know {name}")

    def _keep(self, name: str, args: list[Any]) -> None:
        if name == "q":
            self.stack.append(self.state)
        elif name == "Q":
            self.state = self.stack.pop()
        else:
            self.state = replace(self.state, ctm=times(tuple(args), self.state.ctm))

    def _move(self, name: str, args: list[Any]) -> None:
        if name == "BT":
            self.line = IDENTITY
        elif name == "Tm":
            self.line = tuple(args)
        else:
            if name == "TD":
                self.state = replace(self.state, leading=-args[1])
            x, y = (0.0, -self.state.leading) if name == "T*" else args
            self.line = times((1, 0, 0, 1, x, y), self.line)
        self.matrix = self.line

    def _show(self, items: Sequence[Any]) -> Iterator[Ink]:
        state = self.state
        for item in items:
            if isinstance(item, float):
                self._advance(-item / 1000 * state.size * state.stretch)
            elif state.font is None:
                raise AssertionError("text in a font that is not ours")
            else:
                for code in item:
                    yield from self._glyph(state.font, code)

    def _glyph(self, font: EmbeddedFont, code: int) -> Iterator[Ink]:
        state = self.state
        shape = font.shape(code)
        if shape and state.mode not in (3, 7):
            scale = state.size / font.upem
            em: Matrix = (scale * state.stretch, 0, 0, scale, 0, state.rise)
            yield Ink.at(shape, times(times(em, self.matrix), state.ctm))
        self._advance((font.widths.get(code, 0.0) / 1000 * state.size + state.char_space) * state.stretch)

    def _advance(self, x: float) -> None:
        self.matrix = times((1, 0, 0, 1, x, 0), self.matrix)


_TEXT_STATE: Mapping[str, Callable[[list[Any]], dict[str, Any]]] = {
    "Tc": lambda args: {"char_space": args[0]},
    "Tz": lambda args: {"stretch": args[0] / 100},
    "Ts": lambda args: {"rise": args[0]},
    "TL": lambda args: {"leading": args[0]},
    "Tr": lambda args: {"mode": int(args[0])},
}


def _operand(token: bytes) -> Any:
    """Return a number, a name, a list of codes or a plain mark; None for an operator.

    What stands in round brackets is taken for codes without any escape.
    """
    if token in (b"<<", b">>"):
        return token
    if token.startswith(b"<"):
        digits = re.sub(rb"\s", b"", token[1:-1])
        return tuple(int(digits[place : place + 4], 16) for place in range(0, len(digits), 4))
    if token.startswith(b"("):
        assert b"\\" not in token, token
        return tuple(int.from_bytes(token[place : place + 2], "big") for place in range(1, len(token) - 1, 2))
    if token.startswith(b"/"):
        return token.decode("latin-1")
    try:
        return float(token)
    except ValueError:
        return None


def differences(wanted: Sequence[Ink], found: Sequence[Ink]) -> tuple[list[Ink], list[Ink]]:
    """Return the shapes that are missing and those that nobody asked for."""
    cells: dict[tuple[int, int], list[Ink]] = defaultdict(list)
    for ink in found:
        cells[_cell(ink)].append(ink)
    missing = []
    for ink in wanted:
        x, y = _cell(ink)
        near = (cells[x + dx, y + dy] for dx in (0, -1, 1) for dy in (0, -1, 1))
        if not any(_take(cell, ink) for cell in near):
            missing.append(ink)
    return missing, [ink for cell in cells.values() for ink in cell]


def _cell(ink: Ink) -> tuple[int, int]:
    x, y = ink.points[0]
    return int(x), int(y)


def _take(cell: list[Ink], wanted: Ink) -> bool:
    for place, ink in enumerate(cell):
        if ink.is_at(wanted):
            del cell[place]
            return True
    return False
