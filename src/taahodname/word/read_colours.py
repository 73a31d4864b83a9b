"""Reading the colours of drawings: plain ones and those of the theme, changed as Office changes them."""

from __future__ import annotations

import colorsys
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from taahodname.word.markup import Element
from taahodname.word.names import prefixed
from taahodname.word.read_site import Site

_GAMMA = 2.3  # the curve by which Office mixes with white and black
_PLACEHOLDER = "phClr"


class Colour(Struct, frozen=True):
    """A colour: RRGGBB, and its opacity from 0 to 1."""

    rgb: str
    opacity: float = 1.0


Channels = tuple[float, float, float]


def colour_in(parent: Element | None, site: Site, placeholder: Colour | None = None) -> Colour | None:
    """Return the colour that an element holds (`a:solidFill`, `a:lnRef`, a gradient's stop), or None.

    Args:
        parent: the element.
        site: the file.
        placeholder: what a theme's format means by «the colour of the shape».

    Raises:
        UnsupportedFeature: for a kind of colour, or of change to it, that is not known.
    """
    for child in [] if parent is None else parent:
        if isinstance(child.tag, str):
            return _changed(_plain(child, site, placeholder), child, site)
    return None


def _plain(element: Element, site: Site, placeholder: Colour | None) -> Colour:
    tag, value = prefixed(element.tag), element.get("val", "")
    if tag == "a:srgbClr":
        return Colour(_hex(value, site))
    if tag == "a:sysClr":
        return Colour(_hex(element.get("lastClr") or {"window": "FFFFFF"}.get(value, "000000"), site))
    if tag == "a:prstClr":
        return Colour(named(value, site))
    if tag == "a:schemeClr":
        if value == _PLACEHOLDER:
            return placeholder or Colour("000000")
        return Colour(site.theme.colour(value) or _OFFICE.get(value) or _unknown(value, site))
    if tag == "a:scrgbClr":
        shares = [site.share(element.get(name)) for name in ("r", "g", "b")]
        return Colour(_joined(_from_linear((shares[0], shares[1], shares[2]))))
    if tag == "a:hslClr":
        hue, saturation, light = (
            site.angle(element.get("hue")) / 360,
            site.share(element.get("sat")),
            site.share(element.get("lum")),
        )
        return Colour(_joined(colorsys.hls_to_rgb(hue, _held(light), _held(saturation))))
    raise site.refuse(f"رنگ ناشناخته ({tag})")


# Office's own scheme of 2013, for files that bring no theme.
_OFFICE = {
    "tx1": "000000", "dk1": "000000", "bg1": "FFFFFF", "lt1": "FFFFFF", "tx2": "44546A", "dk2": "44546A",
    "bg2": "E7E6E6", "lt2": "E7E6E6", "accent1": "5B9BD5", "accent2": "ED7D31", "accent3": "A5A5A5",
    "accent4": "FFC000", "accent5": "4472C4", "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip


def _unknown(value: str, site: Site) -> str:
    raise site.refuse(f"رنگ ناشناختهٔ پوسته ({value[:20]})")


def _hex(value: str, site: Site) -> str:
    text = value.strip().lstrip("#").upper()
    if len(text) != 6 or any(char not in "0123456789ABCDEF" for char in text):
        raise site.refuse(f"رنگ نادرست ({value[:20]})")
    return text


def named(name: str, site: Site) -> str:
    """Return a colour that a file calls by its name («silver», «dkBlue») as RRGGBB.

    Raises:
        UnsupportedFeature: when no colour has the name.
    """
    from PIL import ImageColor  # the names of CSS, which Office's are but for their short «dark» and «light»

    short = {"dk": "dark", "lt": "light", "med": "medium"}
    plain = next((long + name[len(s) :] for s, long in short.items() if name.startswith(s)), name)
    try:
        red, green, blue = ImageColor.getrgb(plain.lower())[:3]
    except ValueError as error:
        raise site.refuse(f"رنگ ناشناخته ({name[:20]})") from error
    return f"{red:02X}{green:02X}{blue:02X}"


def _changed(colour: Colour, element: Element, site: Site) -> Colour:
    for change in element:
        if not isinstance(change.tag, str):
            continue
        tag, share = prefixed(change.tag), site.share(change.get("val"), 1.0)
        if tag == "a:alpha":
            colour = replace(colour, opacity=_held(share))
        elif tag in _CHANGES:
            colour = replace(colour, rgb=_joined(_CHANGES[tag](_channels(colour.rgb), share)))
        else:
            raise site.refuse(f"دگرگونی ناشناختهٔ رنگ ({tag})")
    return colour


def _held(value: float) -> float:
    return min(1.0, max(0.0, value))


def _channels(rgb: str) -> Channels:
    red, green, blue = (int(rgb[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def _joined(channels: Channels) -> str:
    return "".join(f"{round(_held(value) * 255):02X}" for value in channels)


def _linear(channels: Channels) -> Channels:
    red, green, blue = (_held(value) ** _GAMMA for value in channels)
    return red, green, blue


def _from_linear(channels: Channels) -> Channels:
    red, green, blue = (_held(value) ** (1 / _GAMMA) for value in channels)
    return red, green, blue


def _of_hls(change: Callable[[float, float, float], Channels], channels: Channels) -> Channels:
    hue, light, saturation = change(*colorsys.rgb_to_hls(*channels))
    return colorsys.hls_to_rgb(hue, _held(light), _held(saturation))


def _tint(channels: Channels, share: float) -> Channels:
    red, green, blue = (value * share + 1 - share for value in _linear(channels))
    return _from_linear((red, green, blue))


def _shade(channels: Channels, share: float) -> Channels:
    red, green, blue = (value * share for value in _linear(channels))
    return _from_linear((red, green, blue))


def _grey(channels: Channels, _: float) -> Channels:
    red, green, blue = channels
    light = 0.299 * red + 0.587 * green + 0.114 * blue
    return light, light, light


# ECMA-376 §20.1.2.3; hue, light and saturation are changed in that space, tint and shade in linear light.
_CHANGES: dict[str, Callable[[Channels, float], Channels]] = {
    "a:lumMod": lambda rgb, share: _of_hls(lambda hue, light, sat: (hue, light * share, sat), rgb),
    "a:lumOff": lambda rgb, share: _of_hls(lambda hue, light, sat: (hue, light + share, sat), rgb),
    "a:lum": lambda rgb, share: _of_hls(lambda hue, light, sat: (hue, share, sat), rgb),
    "a:satMod": lambda rgb, share: _of_hls(lambda hue, light, sat: (hue, light, sat * share), rgb),
    "a:satOff": lambda rgb, share: _of_hls(lambda hue, light, sat: (hue, light, sat + share), rgb),
    "a:tint": _tint,
    "a:shade": _shade,
    "a:gray": _grey,
    "a:inv": lambda rgb, _: (1 - rgb[0], 1 - rgb[1], 1 - rgb[2]),
}
