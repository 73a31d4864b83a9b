"""Writes a letterhead's theme fonts and colours as plain ones: they last where its theme does not come."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from msgspec import Struct, field

from taahodname.word.markup import Element, parse
from taahodname.word.names import qn
from taahodname.word.package import Package

_SLOTS = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}
_CLASSES = {"HAnsi": "latin", "Ascii": "latin", "EastAsia": "ea", "Bidi": "cs"}
_SCRIPTS = {"fa": "Arab", "ar": "Arab", "ur": "Arab", "ku": "Arab", "he": "Hebr"}
_FALLBACK = "Times New Roman"

# The names of WordprocessingML (ECMA-376 §17.18.97) and of DrawingML for the twelve colours of a scheme.
_COLOURS = {
    **{name: name for name in ("dk1", "lt1", "dk2", "lt2", "hlink", "folHlink")},
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_MAPPED = {
    "text1": ("t1", "dark1"),
    "background1": ("bg1", "light1"),
    "text2": ("t2", "dark2"),
    "background2": ("bg2", "light2"),
    "tx1": ("t1", "dark1"),
    "bg1": ("bg1", "light1"),
    "tx2": ("t2", "dark2"),
    "bg2": ("bg2", "light2"),
}
# Each attribute that names a theme colour, the plain one it stands for, and the ending of its tint and shade.
_ATTRIBUTES = {"themeColor": ("val", "theme"), "themeFill": ("fill", "themeFill")}


class Theme(Struct, frozen=True):
    """What a package's theme says, looked up once.

    Attributes:
        colours: RRGGBB by the scheme's own name («dk1», «accent1»).
        fonts: families by «minor» or «major» and class («minor.latin», «major.cs»).
        mapping: which colour of the scheme text and background take.
    """

    colours: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[str, str] = field(default_factory=dict)
    mapping: Mapping[str, str] = field(default_factory=dict)

    def colour(self, name: str) -> str | None:
        """Return a theme colour as RRGGBB, or None where the theme has none of the name."""
        if name in _MAPPED:
            key, usual = _MAPPED[name]
            name = self.mapping.get(key, usual)
        return self.colours.get(_COLOURS.get(name, name))

    def font(self, name: str) -> str | None:
        """Return the family of a theme font («minorHAnsi», «majorBidi»), or None."""
        group, kind = name[:5], _CLASSES.get(name[5:], "latin")
        return self.fonts.get(f"{group}.{kind}")


def theme_of(package: Package) -> Theme:
    """Return the theme of a package; an empty one where it has none."""
    part = next(iter(package.related(package.main, "theme")), None)
    settings = next(iter(package.related(package.main, "settings")), None)
    if part is None:
        return Theme()
    root = parse(package.parts[part], part)
    setup = None if settings is None else parse(package.parts[settings], settings)
    return Theme(_scheme(root), _families(root, _languages(setup)), _mapping(setup))


def _scheme(root: Element) -> dict[str, str]:
    colours: dict[str, str] = {}
    for scheme in root.iter(qn("a:clrScheme")):
        for entry in scheme:
            for value in entry:
                colour = value.get("lastClr") or value.get("val")
                if colour and isinstance(entry.tag, str):
                    colours[entry.tag.rpartition("}")[2]] = colour.upper()
    return colours


def _languages(settings: Element | None) -> Mapping[str, str]:
    found = None if settings is None else settings.find(qn("w:themeFontLang"))
    if found is None:
        return {}
    return {"cs": found.get(qn("w:bidi"), ""), "ea": found.get(qn("w:eastAsia"), "")}


def _families(root: Element, languages: Mapping[str, str]) -> dict[str, str]:
    families: dict[str, str] = {}
    for group in ("minor", "major"):
        fonts = next(root.iter(qn(f"a:{group}Font")), None)
        if fonts is None:
            continue
        scripts = {font.get("script"): font.get("typeface", "") for font in fonts.iter(qn("a:font"))}
        for kind in ("latin", "ea", "cs"):
            face = fonts.find(qn(f"a:{kind}"))
            family = "" if face is None else face.get("typeface", "")
            script = _SCRIPTS.get(languages.get(kind, "").partition("-")[0])
            families[f"{group}.{kind}"] = scripts.get(script) or family or (_FALLBACK if kind == "cs" else "")
    return {name: family for name, family in families.items() if family}


def _mapping(settings: Element | None) -> dict[str, str]:
    found = None if settings is None else settings.find(qn("w:clrSchemeMapping"))
    if found is None:
        return {}
    return {str(key).rpartition("}")[2]: str(value) for key, value in found.attrib.items()}


def resolve(root: Element, theme: Theme) -> None:
    """Write plain fonts and colours for those of the theme.

    Args:
        root: a part or a piece of one, changed in place.
        theme: the theme of the package it comes from.
    """
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == qn("w:rFonts"):
            _resolve_fonts(element, theme)
        elif element.tag == qn("a:schemeClr"):
            _resolve_scheme_colour(element, theme)
        else:
            _resolve_colours(element, theme)


def _resolve_fonts(fonts: Element, theme: Theme) -> None:
    for themed, plain in _SLOTS.items():
        name = fonts.attrib.pop(qn(f"w:{themed}"), "")
        family = theme.font(str(name)) if name else None
        if family:
            fonts.set(qn(f"w:{plain}"), family)


def _resolve_scheme_colour(element: Element, theme: Theme) -> None:
    # Its children (a tint, a transparency) hold for a plain colour just as well.
    colour = theme.colour(element.get("val", ""))
    if colour is not None:
        element.tag = qn("a:srgbClr")
        element.set("val", colour)


def _resolve_colours(element: Element, theme: Theme) -> None:
    for themed, (plain, ending) in _ATTRIBUTES.items():
        name = str(element.attrib.pop(qn(f"w:{themed}"), ""))
        tint = str(element.attrib.pop(qn(f"w:{ending}Tint"), ""))
        shade = str(element.attrib.pop(qn(f"w:{ending}Shade"), ""))
        colour = theme.colour(name) if name else None
        if colour is None:
            continue
        attribute = qn(f"w:{plain}")
        if themed == "themeColor" and element.tag not in (qn("w:color"),):
            attribute = qn("w:color")
        element.set(attribute, shaded(colour, tint, shade))


def shaded(colour: str, tint: str, shade: str) -> str:
    """Return a colour made lighter or darker as Word does it (ECMA-376 §17.3.2.6).

    Args:
        colour: RRGGBB.
        tint: two hexadecimal digits, the share of the colour that is kept beside white; empty for none.
        shade: the same beside black.
    """
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if tint:
        share = int(tint, 16) / 255
        light = light * share + (1 - share)
    if shade:
        light *= int(shade, 16) / 255
    return "".join(f"{round(value * 255):02X}" for value in colorsys.hls_to_rgb(hue, light, saturation))
