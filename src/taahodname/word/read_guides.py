"""Working out the formulas of free shapes (ECMA-376 §20.1.9.11)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from taahodname.word.read_site import Site


class Guides:
    """The named values of a free shape, in EMU.

    Args:
        width, height: of the shape, in points.
        site: the file.
    """

    def __init__(self, width: float, height: float, site: Site) -> None:
        self._site = site
        w, h = width * 12_700, height * 12_700
        short, long = min(w, h), max(w, h)
        self._known = {"w": w, "h": h, "l": 0.0, "t": 0.0, "r": w, "b": h, "hc": w / 2, "vc": h / 2}
        self._known |= {"ss": short, "ls": long, "cd2": 10_800_000.0, "cd4": 5_400_000.0, "cd8": 2_700_000.0}
        self._known |= {"3cd4": 16_200_000.0, "3cd8": 8_100_000.0}
        for part in (2, 3, 4, 5, 6, 8, 10, 12, 16, 32):
            self._known |= {f"wd{part}": w / part, f"hd{part}": h / part, f"ssd{part}": short / part}

    def value(self, text: str) -> float:
        """Return a number, or the value that has the name.

        Raises:
            UnsupportedFeature: when it is neither.
        """
        known = self._known.get(text)
        return self._site.number(text) if known is None else known

    def define(self, name: str, formula: str) -> None:
        """Work out a formula and keep its value under a name.

        Raises:
            UnsupportedFeature: when the formula is not known.
        """
        operator, *words = formula.split() or [""]
        values = [self.value(word) for word in words]
        try:
            found = _FORMULAS[operator](*values)
        except (KeyError, TypeError) as error:
            raise self._site.refuse(f"فرمول ناشناختهٔ شکل ({formula[:30]})") from error
        except (ValueError, OverflowError, ZeroDivisionError):
            found = 0.0  # as Office takes a division by nothing
        if isinstance(found, complex) or not math.isfinite(found):
            raise self._site.refuse(f"فرمول ناشناختهٔ شکل ({formula[:30]})")
        self._known[name] = found


def _radians(angle: float) -> float:
    return math.radians(angle / 60_000)


# ECMA-376 §20.1.9.11; angles are in 60,000ths of a degree.
_FORMULAS: Mapping[str, Callable[..., float]] = {
    "val": lambda x: x,
    "*/": lambda x, y, z: x * y / z,
    "+-": lambda x, y, z: x + y - z,
    "+/": lambda x, y, z: (x + y) / z,
    "?:": lambda x, y, z: y if x > 0 else z,
    "abs": abs,
    "at2": lambda x, y: math.degrees(math.atan2(y, x)) * 60_000,
    "cat2": lambda x, y, z: x * math.cos(math.atan2(z, y)),
    "sat2": lambda x, y, z: x * math.sin(math.atan2(z, y)),
    "cos": lambda x, y: x * math.cos(_radians(y)),
    "sin": lambda x, y: x * math.sin(_radians(y)),
    "tan": lambda x, y: x * math.tan(_radians(y)),
    "max": lambda x, y: max(x, y),
    "min": lambda x, y: min(x, y),
    "mod": lambda x, y, z: math.sqrt(x * x + y * y + z * z),
    "pin": lambda x, y, z: min(max(x, y), z),
    "sqrt": math.sqrt,
}
