"""Reading styles: what a paragraph or run looks like once styles, defaults and own settings are merged."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from taahodname.paper.blocks import (
    Align,
    LineHeight,
    ParagraphFormat,
    TabStop,
    TextStyle,
)
from taahodname.units import Pt, twips_to_pt
from taahodname.word.markup import Element, is_on, parse
from taahodname.word.names import prefixed, qn
from taahodname.word.package import Package
from taahodname.word.read_borders import borders, colour, number, shading
from taahodname.word.read_kept import Merged, remembered
from taahodname.word.read_patterns import ARABIC, Patterns
from taahodname.word.styles import Styles, styles_part
from taahodname.word.theme_fonts import theme_fonts

if TYPE_CHECKING:
    from taahodname.word.read_frames import Frame

Properties = Mapping[str, Element]
"""Property elements by their prefixed tag; the one nearest to the text wins."""

_W = qn("w:val")
_DEFAULT_FAMILY = "Times New Roman"  # what Word takes where a file names no font
DEFAULT_TAB = Pt(36)
"""Half an inch: the distance of tab stops where a file names none (ECMA-376 §17.15.1.25)."""

_LARGEST = 3_276.0  # half-points: the largest letters of Word
_DEFAULT_SIZE = Pt(10)  # the same for the size (ECMA-376 §17.3.2.38)
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
_PLACING = frozenset({"w:vertAlign", "w:position", "w:spacing", "w:w"})
# Of the size of the letters around. ECMA-376 (§17.3.2.42) names no shares: the size is LibreOffice's, the
# heights lie between those that it and common fonts (OS/2 ySuperscriptYOffset) give.
_SMALLER = 0.58
_RAISED = {"superscript": 0.4, "subscript": -0.16}
_LEADERS = {"dot": ".", "hyphen": "-", "underscore": "_", "heavy": "_", "middleDot": "·"}
_THEME_SLOTS = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "cs": "cstheme"}


@dataclass(frozen=True)
class Cascade:
    """How the properties of one package come down to a paragraph or a run.

    Attributes:
        sheet: the package's styles.
        theme: font names by their theme slot («minorBidi»).
        ink: the colour (RRGGBB) of words that name none, as those in a shape with a style of its own.
        kept: what was merged before under this ink; most paragraphs of a letter look like others.
        patterns: the paragraphs that were read before; most of a letter stand in every letter.
        frames: those of tables that were read before.
    """

    sheet: Styles
    theme: Mapping[str, str] = field(default_factory=dict)
    ink: str = "000000"
    kept: dict[Hashable, Merged] = field(default_factory=dict, init=False, compare=False)
    patterns: Patterns = field(default_factory=Patterns, init=False, compare=False, repr=False)
    frames: dict[Hashable, Frame] = field(default_factory=dict, init=False, compare=False, repr=False)

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
    def paragraph_properties(
        self,
        style_id: str,
        own: Element | None,
        *,
        table: Sequence[Element] = (),
        level: Element | None = None,
    ) -> Merged:
        """Return the merged paragraph properties of a style and a paragraph's own.

        Args:
            style_id: the style.
            own: the paragraph's own `w:pPr`.
            table: the layers of the table style it stands in, the farthest first; they go before its style.
            level: the `w:pPr` of the list level it stands on, which goes just before what names the list.
        """
        merged = Merged()
        _merge(merged, self.sheet.defaults("w:pPr"))
        for layer in table:
            _merge(merged, layer.find(qn("w:pPr")))
        for style in self.chain(style_id):
            found = style.find(qn("w:pPr"))
            if level is not None and _names_a_list(found):
                _merge(merged, level)
            _merge(merged, found)
        if level is not None and _names_a_list(own):
            _merge(merged, level)
        _merge(merged, own)
        return merged

    @remembered
    def run_properties(
        self,
        paragraph_style: str,
        run_style: str = "",
        own: Element | None = None,
        *,
        table: Sequence[Element] = (),
    ) -> Merged:
        """Return the merged run properties of a paragraph style, a character style and a run's own.

        Args:
            paragraph_style, run_style: the styles.
            own: the run's own `w:rPr`.
            table: the layers of the table style it stands in, the farthest first; they go before its styles.
        """
        merged = Merged()
        _merge(merged, self.sheet.defaults("w:rPr"))
        for layer in table:
            _merge(merged, layer.find(qn("w:rPr")))
        for style in (*self.chain(paragraph_style), *self.chain(run_style)):
            _merge(merged, style.find(qn("w:rPr")))
        _merge(merged, own)
        return merged

    def with_own(self, props: Properties, own: Element | None) -> dict[str, Element]:
        """Return merged properties with those of a nearer element over them."""
        merged = dict(props)
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
        complex_script = is_rtl(props) or _on(props, "w:cs") or ARABIC.search(text) is not None
        if isinstance(props, Merged):
            return props.told(complex_script, lambda: self._text_style(props, complex_script=complex_script))
        return self._text_style(props, complex_script=complex_script)

    def _text_style(self, props: Properties, *, complex_script: bool) -> TextStyle:
        size = number(props.get("w:szCs" if complex_script else "w:sz"))
        underline = props.get("w:u")
        style = TextStyle(
            family=self._family(props, complex_script=complex_script),
            size=_DEFAULT_SIZE if size is None else Pt(min(_LARGEST, max(1.0, size)) / 2),
            bold=_on(props, "w:bCs" if complex_script else "w:b"),
            italic=_on(props, "w:iCs" if complex_script else "w:i"),
            underline=underline is not None and underline.get(_W, "none") != "none",
            strike=_on(props, "w:strike") or _on(props, "w:dstrike"),
            colour=colour(props.get("w:color")) or self.ink,
            shade=_shade(props),
        )
        return style if _PLACING.isdisjoint(props) else _placed(style, props)

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
        theme_fonts(None if theme is None else parse(theme, "word/theme/theme1.xml")),
    )


def _merge(into: dict[str, Element], properties: Element | None) -> None:
    if properties is None:
        return
    for child in properties:
        if not isinstance(child.tag, str):
            continue
        tag = prefixed(child.tag)
        if tag in ("w:rFonts", "w:ind", "w:spacing") and tag in into:
            child = _with_attributes(into[tag], child)
        elif tag == "w:tabs" and tag in into:
            child = _with_stops(into[tag], child)
        into[tag] = child


_INDENT = qn("w:ind")
_TWO_NAMES = tuple(
    frozenset({qn(old), qn(new)}) for old, new in (("w:left", "w:start"), ("w:right", "w:end"))
)


def _with_attributes(base: Element, child: Element) -> Element:
    """Return an element whose attributes are merged one by one; a named font displaces a theme's."""
    values = {str(name): str(value) for name, value in base.attrib.items()}
    for slot, themed in _THEME_SLOTS.items():
        if child.get(qn(f"w:{slot}")) and not child.get(qn(f"w:{themed}")):
            values.pop(qn(f"w:{themed}"), None)
    if child.get(qn("w:firstLine")) is not None:
        values.pop(qn("w:hanging"), None)
    for names in _TWO_NAMES if child.tag == _INDENT else ():
        if not names.isdisjoint(child.attrib):
            for name in names:
                values.pop(name, None)
    values.update({str(name): str(value) for name, value in child.attrib.items()})
    return child.makeelement(child.tag, values)


def _with_stops(base: Element, child: Element) -> Element:
    """Return tab stops with those of the farther layer that no nearer one clears (ECMA-376 §17.3.1.37)."""
    own = {tab.get(qn("w:pos")) for tab in child}
    merged = child.makeelement(child.tag, {})
    merged.extend([copy(tab) for tab in base if tab.get(qn("w:pos")) not in own])
    merged.extend([copy(tab) for tab in child])
    return merged


def _placed(style: TextStyle, props: Properties) -> TextStyle:
    """Return a style with letters that are raised, parted or drawn wide."""
    align = props.get("w:vertAlign")
    kind = "baseline" if align is None else align.get(_W, "baseline")
    rise = (number(props.get("w:position")) or 0) / 2  # in half-points (§17.3.2.24)
    rise += _RAISED.get(kind, 0.0) * style.size
    return replace(
        style,
        size=Pt(style.size * _SMALLER) if kind in _RAISED else style.size,
        rise=Pt(rise),
        spacing=_length(props.get("w:spacing"), "w:val"),
        stretch=(number(props.get("w:w")) or 100) / 100,
    )


def _names_a_list(properties: Element | None) -> bool:
    return properties is not None and properties.find(qn("w:numPr")) is not None


def is_rtl(props: Properties) -> bool:
    """Return whether a run says it is right-to-left."""
    return _on(props, "w:rtl")


def _on(props: Properties, tag: str) -> bool:
    return is_on(props.get(tag))


def _shade(props: Properties) -> str | None:
    highlight = props.get("w:highlight")
    if highlight is not None and highlight.get(_W, "none") != "none":
        return _HIGHLIGHTS.get(highlight.get(_W, ""), "FFFF00")
    return shading(props["w:shd"]) if "w:shd" in props else None


def paragraph_format(props: Properties, style_name: str, default_tab: Pt = DEFAULT_TAB) -> ParagraphFormat:
    """Return merged paragraph properties as a paragraph's format.

    Args:
        props: the merged properties.
        style_name: the id of the paragraph's style.
        default_tab: how far apart the document has tab stops that nobody named.
    """
    if isinstance(props, Merged):
        question = (style_name, default_tab)
        return props.told(question, lambda: _paragraph_format(props, style_name, default_tab))
    return _paragraph_format(props, style_name, default_tab)


def _paragraph_format(props: Properties, style_name: str, default_tab: Pt) -> ParagraphFormat:
    indents = props.get("w:ind")
    spacing = props.get("w:spacing")
    jc = props.get("w:jc")
    outline = number(props.get("w:outlineLvl"))
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
        shade=_shade({"w:shd": props["w:shd"]}) if "w:shd" in props else None,
        tabs=_tabs(props.get("w:tabs")),
        style_name=style_name,
        heading=int(outline) + 1 if outline is not None and outline < 6 else 0,
        default_tab=default_tab,
    )


def _length(element: Element | None, *names: str) -> Pt:
    for name in names:
        value = number(element, name)
        if value is not None:
            return twips_to_pt(value)
    return Pt(0)


def _line_height(spacing: Element | None) -> LineHeight:
    line = number(spacing, "w:line")
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
        TabStop(
            twips_to_pt(number(tab, "w:pos") or 0),
            Align.END if tab.get(_W) == "decimal" else _ALIGNS.get(tab.get(_W, "start"), Align.START),
            _LEADERS.get(tab.get(qn("w:leader"), "none"), ""),
            decimal=tab.get(_W) == "decimal",
        )
        for tab in tabs
        if tab.get(_W) not in ("clear", "bar")
    ]
    return tuple(sorted(stops, key=lambda stop: stop.position))
