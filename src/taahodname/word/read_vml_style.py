"""Reading the values of VML, Word's older language of shapes: its styles, lengths, fractions and colours."""

from __future__ import annotations

from collections.abc import Mapping

from taahodname.units import Pt
from taahodname.word.markup import Element
from taahodname.word.read_colours import named
from taahodname.word.read_site import Site

_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "pc": 12.0, "pi": 12.0}
_FRACTION = 65_536  # «f» counts in parts of this (ECMA-376 part 4, 6.1)
_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
_SYSTEM = {"window": "FFFFFF", "windowtext": "000000", "buttonface": "F0F0F0", "infobackground": "FFFFE1"}

Style = Mapping[str, str]


def style_of(element: Element) -> Style:
    """Return the `style` of a shape, by the names of its properties."""
    found = {}
    for piece in element.get("style", "").split(";"):
        name, colon, value = piece.partition(":")
        if colon:
            found[name.strip().lower()] = value.strip()
    return found


def length(text: str | None, site: Site, default: float = 0.0, unit: float = 0.75) -> Pt:
    """Return a length in points.

    Args:
        text: what the file says («12pt», «3mm»).
        site: the file.
        default: in points, where it says nothing.
        unit: points to one where no unit stands: a pixel's.

    Raises:
        UnsupportedFeature: when that is no length.
    """
    plain = (text or "").strip().lower()
    if not plain or plain == "auto":
        return Pt(default)
    if plain.endswith("emu"):
        return site.length(site.number(plain[:-3]) / 12_700)
    factor = _UNITS.get(plain[-2:])
    return site.length(site.number(plain) * unit if factor is None else site.number(plain[:-2]) * factor)


def fraction(text: str | None, site: Site, default: float) -> float:
    """Return a share of one («.5», «50%», «32768f»).

    Raises:
        UnsupportedFeature: when that is no number.
    """
    plain = (text or "").strip()
    if plain.endswith("f"):
        return site.number(plain[:-1]) / _FRACTION
    if plain.endswith("%"):
        return site.number(plain[:-1]) / 100
    return site.number(plain, default)


def angle(text: str | None, site: Site) -> float:
    """Return degrees, clockwise, from 0 up to 360.

    Raises:
        UnsupportedFeature: when that is no angle.
    """
    plain = (text or "").strip()
    if plain.endswith("fd"):
        return (site.number(plain[:-2]) / _FRACTION) % 360
    return site.number(plain.removesuffix("deg")) % 360


def is_true(text: str | None, *, usual: bool) -> bool:
    """Return a yes or no («t», «true», «f», «false»)."""
    return usual if text is None else text.strip().lower() in ("t", "true", "1", "on")


def colour(text: str | None, site: Site, default: str) -> str:
    """Return a colour as RRGGBB; the number of a palette behind it is left out.

    Raises:
        UnsupportedFeature: when it hangs on another colour, or none has the name.
    """
    plain = (text or "").partition("[")[0].strip()
    if not plain:
        return default
    digits = plain.removeprefix("#")
    if plain.startswith("#") and len(digits) in (3, 6) and set(digits) <= _HEXADECIMAL:
        return (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)).upper()
    return _SYSTEM.get(plain.lower()) or named(plain, site)


def pair(text: str | None, site: Site, default: tuple[float, float]) -> tuple[float, float]:
    """Return two numbers with a comma between them.

    Raises:
        UnsupportedFeature: when they are none.
    """
    if not text:
        return default
    one, _, two = text.partition(",")
    return site.number(one, default[0]), site.number(two, default[1])
