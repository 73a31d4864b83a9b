"""Reading the paths of VML shapes: a line of letters and numbers becomes the steps of an outline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from taahodname.paper.drawings import Point, Segment
from taahodname.word.read_geometry import CLOSE, Outline, curve, line, move
from taahodname.word.read_site import Site

_TOKEN = re.compile(r"(?P<command>[a-z]{1,2})|(?P<number>-?\d+(?:\.\d+)?)|(?P<comma>,)|(?P<other>\S)")
_MOST_TOKENS = 60_000
_COMMANDS = ("nf", "ns", "m", "l", "c", "r", "t", "v", "x", "e")


def vml_outlines(path: str, site: Site) -> list[Outline]:
    """Return the outlines of a path in its own coordinates (ECMA-376 part 4, 14.2.1.6).

    Args:
        path: what the file says («m0,0l21600,0,21600,21600xe»).
        site: the file.

    Raises:
        UnsupportedFeature: for formulas, arcs and all that is not made of lines and curves.
    """
    found: list[Outline] = []
    steps: list[Segment] = []
    filled = drawn = True
    at: Point = (0.0, 0.0)
    for command, numbers in _commands(path, site):
        if command == "nf":
            filled = False
        elif command == "ns":
            drawn = False
        elif command == "e":
            found.append(Outline(tuple(steps), filled, drawn))
            steps, filled, drawn = [], True, True
        elif command == "x":
            steps.append(CLOSE)
        else:
            for segment in _segments(command, numbers, at, site):
                at = segment.points[-1]
                steps.append(segment)
    if steps:
        found.append(Outline(tuple(steps), filled, drawn))
    return found


def _commands(path: str, site: Site) -> Iterator[tuple[str, list[float]]]:
    command, numbers, awaited = "", list[float](), True
    for count, token in enumerate(_TOKEN.finditer(path)):
        if count > _MOST_TOKENS or token["other"]:
            raise site.refuse(f"مسیر شکل قدیمی ورد ({path[:20]})")
        if token["command"]:
            if command:
                yield command, numbers
            *before, command = _split(token["command"], site)
            for one in before:
                yield one, []
            numbers, awaited = [], True
        elif token["number"]:
            numbers.append(site.number(token["number"]))
            awaited = False
        else:
            # Nothing between two commas is nought.
            if awaited:
                numbers.append(0.0)
            awaited = True
    if command:
        yield command, numbers


def _split(letters: str, site: Site) -> list[str]:
    """Return the commands that stand in letters without a gap («xe»)."""
    if letters in _COMMANDS:
        return [letters]
    if all(letter in _COMMANDS for letter in letters):
        return list(letters)
    raise site.refuse(f"گام {letters} در مسیر شکل قدیمی ورد (v:path)")


def _segments(command: str, numbers: list[float], at: Point, site: Site) -> Iterator[Segment]:
    if len(numbers) % 2:
        numbers = [*numbers, 0.0]  # a number that is left out at the end is nought
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    if command in "mlr" or command == "t":
        for point in points or [(0.0, 0.0)]:
            at = (at[0] + point[0], at[1] + point[1]) if command in "rt" else point
            yield move(*at) if command in "mt" else line(*at)
        return
    for start in range(0, len(points), 3):
        three = points[start : start + 3]
        if len(three) < 3:
            raise site.refuse("منحنی ناتمام در مسیر شکل قدیمی ورد (v:path)")
        if command == "v":
            three = [(at[0] + x, at[1] + y) for x, y in three]
        at = three[2]
        yield curve(three[0], three[1], three[2])
