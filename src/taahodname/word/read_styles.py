"""Reading styles: what a paragraph or run looks like once styles, defaults and own settings are merged."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from taahodname.paper.blocks import (
    Align,
    Border,
    Borders,
    LineHeight,
    Paragraph,
    ParagraphFormat,
    TabStop,
    TextStyle,
)
from taahodname.units import Pt, twips_to_pt
from taahodname.word.markup import Element, is_on, parse
from taahodname.word.names import prefixed, qn
from taahodname.word.package import Package
from taahodname.word.read_kept import Merged, remembered
from taahodname.word.styles import Styles, styles_part

Properties = Mapping[str, Element]
"""Property elements by their prefixed tag; the one nearest to the text wins."""

_W = qn("w:val")
_DEFAULT_FAMILY = "Times New Roman"  # what Word takes where a file names no font
_DEFAULT_SIZE = Pt(10)  # the same for the size (ECMA-376 §17.3.2.38)
_ARABIC = re.compile("[\u0590-\u08ff]")
_HIGHLIGHTS = {
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "red": "FF0000",
    "blue": "0000FF",
    "lightGray": "C0C0C0",
    "darkGray": "808080",
    "white": "FFFFFF",
    "black": "000000",
}
_ALIGNS = {
    "left": Align.START,
    "start": Align.START,
    "right": Align.END,
    "end": Align.END,
    "center": Align.CENTER,
    "both": Align.JUSTIFY,
    "distribute": Align.JUSTIFY,
    "lowKashida": Align.JUSTIFY,
    "mediumKashida": Align.JUSTIFY,
    "highKashida": Align.JUSTIFY,
}
_THEME_SLOTS = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "cs": "cstheme"}


@dataclass(frozen=True)
class Cascade:
    """How the properties of one package come down to a paragraph or a run.

    Attributes:
        sheet: the package's styles.
        theme: font names by their theme slot («minorBidi»).
        kept: what was merged before; most paragraphs of a letter look like others.
        paragraphs: those that were read before; most of a letter stand in every letter.
    """

    sheet: Styles
    theme: Mapping[str, str] = field(default_factory=dict)
    kept: dict[Hashable, Merged] = field(default_factory=dict, compare=False, repr=False)
    paragraphs: dict[bytes, Paragraph] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def numbers(self) -> bool:
        """Whether a style counts its paragraphs: two that are written alike may differ then."""
        return self.sheet.root is not None and next(self.sheet.root.iter(qn("w:numPr")), None) is not None

    def default(self, kind: str) -> str:
        """Return the id of the style that an unmarked paragraph or table has."""
        return self.sheet.default(kind) or ""

    def chain(self, style_id: str) -> list[Element]:
        """Return a style and those it is based on, the farthest first."""
        return list(self.sheet.chain(style_id))[::-1]

    @remembered
    def paragraph_properties(self, style_id: str, own: Element | None) -> Merged:
        """Return the merged paragraph properties of a style and a paragraph's own."""
        merged = Merged()
        _merge(merged, self.sheet.defaults("w:pPr"))
        for style in self.chain(style_id):
            _merge(merged, style.find(qn("w:pPr")))
        _merge(merged, own)
        return merged

    @remembered
    def run_properties(self, paragraph_style: str, run_style: str = "", own: Element | None = None) -> Merged:
        """Return the merged run properties of a paragraph style, a character style and a run's own."""
        merged = Merged()
        _merge(merged, self.sheet.defaults("w:rPr"))
        for style in (*self.chain(paragraph_style), *self.chain(run_style)):
            _merge(merged, style.find(qn("w:rPr")))
        _merge(merged, own)
        return merged

    def text_style(self, props: Properties, text: str = "") -> TextStyle:
        """Return merged run properties as a style of text.

        Word keeps two sets of font, size and weight, one for complex scripts. It takes that one for a
        right-to-left run, and for Arabic letters in any run.

        Args:
            props: the merged properties.
            text: the characters of the run.
        """
        complex_script = is_rtl(props) or _on(props, "w:cs") or _ARABIC.search(text) is not None
        if isinstance(props, Merged):
            return props.told(complex_script, lambda: self._text_style(props, complex_script=complex_script))
        return self._text_style(props, complex_script=complex_script)

    def _text_style(self, props: Properties, *, complex_script: bool) -> TextStyle:
        size = _number(props.get("w:szCs" if complex_script else "w:sz"))
        underline = props.get("w:u")
        return TextStyle(
            family=self._family(props, complex_script=complex_script),
            size=_DEFAULT_SIZE if size is None else Pt(size / 2),
            bold=_on(props, "w:bCs" if complex_script else "w:b"),
            italic=_on(props, "w:iCs" if complex_script else "w:i"),
            underline=underline is not None and underline.get(_W, "none") != "none",
            strike=_on(props, "w:strike") or _on(props, "w:dstrike"),
            colour=colour(props.get("w:color")) or "000000",
            shade=_shade(props),
        )

    def _family(self, props: Properties, *, complex_script: bool) -> str:
        fonts = props.get("w:rFonts")
        if fonts is None:
            return _DEFAULT_FAMILY
        slot = "cs" if complex_script else "ascii"
        themed = fonts.get(qn(f"w:{_THEME_SLOTS[slot]}"))
        if themed and self.theme.get(themed):
            return self.theme[themed]
        return fonts.get(qn(f"w:{slot}")) or _DEFAULT_FAMILY


def cascade(package: Package) -> Cascade:
    """Return the cascade of a package; letters with the same styles have one."""
    themes = package.related(package.main, "theme")
    part = styles_part(package)
    return _cascade(
        None if part is None else package.parts[part], package.parts[themes[0]] if themes else None
    )


@lru_cache(maxsize=16)
def _cascade(styles: bytes | None, theme: bytes | None) -> Cascade:
    return Cascade(
        Styles(None if styles is None else parse(styles, "word/styles.xml")),
        _theme_fonts(None if theme is None else parse(theme, "word/theme/theme1.xml")),
    )


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """Return font names by theme slot; Arabic ones stand under the script «Arab» where «cs» is empty."""
    found: dict[str, str] = {}
    if theme is None:
        return found
    for kind in ("major", "minor"):
        fonts = theme.find(f".//{qn(f'a:{kind}Font')}")
        if fonts is None:
            continue
        for child, slots in (("a:latin", ("HAnsi", "Ascii")), ("a:cs", ("Bidi",))):
            element = fonts.find(qn(child))
            name = "" if element is None else element.get("typeface", "")
            found.update({f"{kind}{slot}": name for slot in slots})
        arabic = next((f for f in fonts.iter(qn("a:font")) if f.get("script") == "Arab"), None)
        if not found.get(f"{kind}Bidi") and arabic is not None:
            found[f"{kind}Bidi"] = arabic.get("typeface", "")
    return found


def _merge(into: dict[str, Element], properties: Element | None) -> None:
    if properties is None:
        return
    for child in properties:
        if not isinstance(child.tag, str):
            continue
        tag = prefixed(child.tag)
        if tag in ("w:rFonts", "w:ind", "w:spacing") and tag in into:
            child = _with_attributes(into[tag], child)
        into[tag] = child


def _with_attributes(base: Element, child: Element) -> Element:
    """Return an element whose attributes are merged one by one; a named font displaces a theme's."""
    values = {str(name): str(value) for name, value in base.attrib.items()}
    for slot, themed in _THEME_SLOTS.items():
        if child.get(qn(f"w:{slot}")) and not child.get(qn(f"w:{themed}")):
            values.pop(qn(f"w:{themed}"), None)
    if child.get(qn("w:firstLine")) is not None:
        values.pop(qn("w:hanging"), None)
    values.update({str(name): str(value) for name, value in child.attrib.items()})
    return child.makeelement(child.tag, values)


def is_rtl(props: Properties) -> bool:
    """Return whether a run says it is right-to-left."""
    return _on(props, "w:rtl")


def _on(props: Properties, tag: str) -> bool:
    return is_on(props.get(tag))


def _number(element: Element | None, name: str = "w:val") -> float | None:
    if element is None:
        return None
    value = element.get(qn(name))
    try:
        return None if value is None else float(value)
    except ValueError:
        return None


def colour(element: Element | None, name: str = "w:val") -> str | None:
    """Return a colour as RRGGBB, or None where it is left to the reader."""
    value = "" if element is None else element.get(qn(name), "")
    if len(value) == 6 and all(char in "0123456789abcdefABCDEF" for char in value):
        return value.upper()
    return None


def _shade(props: Properties) -> str | None:
    highlight = props.get("w:highlight")
    if highlight is not None and highlight.get(_W, "none") != "none":
        return _HIGHLIGHTS.get(highlight.get(_W, ""), "FFFF00")
    return colour(props.get("w:shd"), "w:fill")


def paragraph_format(props: Properties, style_name: str) -> ParagraphFormat:
    """Return merged paragraph properties as a paragraph's format."""
    if isinstance(props, Merged):
        return props.told(style_name, lambda: _paragraph_format(props, style_name))
    return _paragraph_format(props, style_name)


def _paragraph_format(props: Properties, style_name: str) -> ParagraphFormat:
    indents = props.get("w:ind")
    spacing = props.get("w:spacing")
    jc = props.get("w:jc")
    outline = _number(props.get("w:outlineLvl"))
    start = _length(indents, "w:start", "w:left")
    hanging = _length(indents, "w:hanging")
    return ParagraphFormat(
        align=_ALIGNS.get("start" if jc is None else jc.get(_W, "start"), Align.START),
        rtl=_on(props, "w:bidi"),
        space_before=_length(spacing, "w:before"),
        space_after=_length(spacing, "w:after"),
        contextual_spacing=_on(props, "w:contextualSpacing"),
        line_height=_line_height(spacing),
        indent_start=start,
        indent_end=_length(indents, "w:end", "w:right"),
        first_line=Pt(-hanging) if hanging else _length(indents, "w:firstLine"),
        keep_next=_on(props, "w:keepNext"),
        keep_together=_on(props, "w:keepLines"),
        page_break_before=_on(props, "w:pageBreakBefore"),
        widow_control="w:widowControl" not in props or _on(props, "w:widowControl"),
        borders=borders(props.get("w:pBdr"), rtl=_on(props, "w:bidi")),
        shade=colour(props.get("w:shd"), "w:fill"),
        tabs=_tabs(props.get("w:tabs")),
        style_name=style_name,
        heading=int(outline) + 1 if outline is not None and outline < 6 else 0,
    )


def _length(element: Element | None, *names: str) -> Pt:
    for name in names:
        value = _number(element, name)
        if value is not None:
            return twips_to_pt(value)
    return Pt(0)


def _line_height(spacing: Element | None) -> LineHeight:
    line = _number(spacing, "w:line")
    if spacing is None or not line:
        return LineHeight()
    rule = spacing.get(qn("w:lineRule"), "auto")
    if rule == "exact":
        return LineHeight("exact", twips_to_pt(line))
    if rule == "atLeast":
        return LineHeight("at_least", twips_to_pt(line))
    return LineHeight("multiple", line / 240)  # in 240ths of a line (ECMA-376 §17.3.1.33)


def _tabs(tabs: Element | None) -> tuple[TabStop, ...]:
    if tabs is None:
        return ()
    stops = [
        TabStop(twips_to_pt(_number(tab, "w:pos") or 0), _ALIGNS.get(tab.get(_W, "start"), Align.START))
        for tab in tabs
        if tab.get(_W) not in ("clear", "bar")
    ]
    return tuple(sorted(stops, key=lambda stop: stop.position))


def border(element: Element | None) -> Border | None:
    """Return one border, None where it is missing or switched off."""
    if element is None or element.get(_W, "none") in ("none", "nil"):
        return None
    width = (_number(element, "w:sz") or 4) / 8  # in eighths of a point (ECMA-376 §17.3.4)
    return Border(Pt(width), colour(element, "w:color") or "000000", Pt(_number(element, "w:space") or 0))


def borders(element: Element | None, *, rtl: bool) -> Borders:
    """Return the four borders of a box; «left» of the file is where the line begins."""
    if element is None:
        return Borders()

    def side(*names: str) -> Border | None:
        return next((b for n in names if (b := border(element.find(qn(n)))) is not None), None)

    start, end = side("w:start", "w:left"), side("w:end", "w:right")
    left, right = (end, start) if rtl else (start, end)
    return Borders(side("w:top"), right, side("w:bottom"), left)
