"""The named styles, settings and fonts of the undertakings: the one place that says how the form looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ooxml import Element, Ruling, flag, table_look, twips, value, w

FONT = "Vazirmatn"
INK = "000000"
GREY = "404040"
SHADE = "F2F2F2"


LINE = 312
"""Lines of running text, in twips: 15.6 points for letters of 10.5."""


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style.

    Attributes:
        id: its identifier in the file.
        label: the name a clerk sees in Word.
        size: in half points; None takes that of Normal, 21.
        bold: in both scripts.
        colour: RRGGBB.
        align: «both» or «center»; None stands at the start, the right.
        before, after: room in twips.
        line: height of lines in 240ths of the font's own.
        exact: height of lines in twips instead, so that pages break alike whatever font stands in.
        hanging: how far the number of a clause hangs out, in twips.
        keep_next: stays with what follows.
        outline: its level in Word's navigation pane, counted from 0; None keeps it out.
    """

    id: str
    label: str
    size: int | None = None
    bold: bool = False
    colour: str | None = None
    align: str | None = None
    before: int = 0
    after: int = 0
    line: int = 240
    exact: int | None = None
    hanging: int = 0
    keep_next: bool = False
    outline: int | None = None

    def element(self) -> Element:
        """Return the style as XML."""
        return w(
            "style",
            {"type": "paragraph", "customStyle": 1, "styleId": self.id},
            value("name", self.label),
            value("basedOn", "Normal"),
            flag("qFormat"),
            self._paragraph(),
            self._text(),
        )

    def _paragraph(self) -> Element:
        properties = w("pPr")
        if self.keep_next:
            properties.append(flag("keepNext"))
        if self.hanging:
            properties.append(w("tabs", None, w("tab", {"val": "left", "pos": self.hanging})))
        properties.append(flag("bidi"))
        properties.append(
            w(
                "spacing",
                {
                    "before": self.before,
                    "after": self.after,
                    "line": self.exact or self.line,
                    "lineRule": "exact" if self.exact else "auto",
                },
            )
        )
        if self.hanging:
            properties.append(w("ind", {"left": self.hanging, "hanging": self.hanging}))
        if self.align:
            properties.append(value("jc", self.align))
        if self.outline is not None:
            properties.append(value("outlineLvl", self.outline))
        return properties

    def _text(self) -> Element:
        return _look(self.size, bold=self.bold, colour=self.colour)


def _look(size: int | None, *, bold: bool = False, colour: str | None = None) -> Element:
    """Return text properties in both scripts: what is set for one alone is lost on Persian letters."""
    properties = w("rPr", None, _fonts())
    if bold:
        properties.extend([flag("b"), flag("bCs")])
    if colour:
        properties.append(value("color", colour))
    if size:
        properties.extend([value("sz", size), value("szCs", size)])
    properties.extend([flag("rtl"), _language()])
    return properties


def _fonts() -> Element:
    return w("rFonts", {"ascii": FONT, "hAnsi": FONT, "eastAsia": FONT, "cs": FONT})


def _language() -> Element:
    return w("lang", {"val": "fa-IR", "eastAsia": "en-US", "bidi": "fa-IR"})


STYLES: Sequence[Style] = (
    Style("TaahodBody", "Taahod Body", align="both", after=60, exact=LINE),
    Style("TaahodBasmala", "Taahod Basmala", bold=True, align="center"),
    Style("TaahodLetter", "Taahod Letter", size=20),
    Style(
        "TaahodTitle",
        "Taahod Title",
        size=28,
        bold=True,
        align="center",
        before=80,
        after=100,
        keep_next=True,
        outline=0,
    ),
    Style("TaahodHeading", "Taahod Heading", bold=True, after=20),
    Style("TaahodClause", "Taahod Clause", align="both", after=40, hanging=454, exact=LINE),
    Style("TaahodTableHeading", "Taahod Table Heading", size=19, bold=True, keep_next=True),
    Style("TaahodTableLabel", "Taahod Table Label", size=18, bold=True, colour=GREY),
    Style("TaahodTableValue", "Taahod Table Value", size=19),
    Style("TaahodTableGap", "Taahod Table Gap", size=8),
    Style("TaahodSignature", "Taahod Signature", size=20, align="center"),
    Style("TaahodFooter", "Taahod Footer", size=18, colour=GREY, align="center"),
)


TABLE, HEAD_TABLE = "TaahodTable", "TaahodHead"
"""The styles of tables: ruled, for facts and signatures; without lines, for the number above the letter."""


def styles() -> Element:
    """Return the styles part: right-to-left and Vazirmatn from the defaults up."""
    spacing = w("spacing", {"before": 0, "after": 0, "line": 240, "lineRule": "auto"})
    defaults = w(
        "docDefaults",
        None,
        w("rPrDefault", None, _look(21)),
        w("pPrDefault", None, w("pPr", None, flag("widowControl"), flag("bidi"), spacing)),
    )
    normal = w(
        "style",
        {"type": "paragraph", "default": 1, "styleId": "Normal"},
        value("name", "Normal"),
        flag("qFormat"),
        w("pPr", None, flag("widowControl"), flag("bidi")),
        _look(21),
    )
    character = w(
        "style",
        {"type": "character", "default": 1, "styleId": "DefaultParagraphFont"},
        value("name", "Default Paragraph Font"),
        value("uiPriority", 1),
        flag("semiHidden"),
        flag("unhideWhenUsed"),
    )
    tables = (
        _table(TABLE, "Taahod Table", Ruling()),
        _table(HEAD_TABLE, "Taahod Head", Ruling(size=0)),
    )
    texts = (style.element() for style in STYLES)
    return w("styles", None, defaults, normal, character, _plain_table(), *tables, *texts)


def _plain_table() -> Element:
    sides = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    margins = w("tblCellMar", None, *(w(side, {"w": room, "type": "dxa"}) for side, room in sides))
    return w(
        "style",
        {"type": "table", "default": 1, "styleId": "TableNormal"},
        value("name", "Normal Table"),
        value("uiPriority", 99),
        flag("semiHidden"),
        flag("unhideWhenUsed"),
        w("tblPr", None, w("tblInd", {"w": 0, "type": "dxa"}), margins),
    )


def _table(identifier: str, label: str, ruling: Ruling) -> Element:
    """Return the style of a table: its lines, its room, and words in the middle of a cell's height."""
    return w(
        "style",
        {"type": "table", "customStyle": 1, "styleId": identifier},
        value("name", label),
        value("basedOn", "TableNormal"),
        w("tblPr", None, *table_look(ruling).values()),
        w("tcPr", None, value("vAlign", "center")),
    )


def settings() -> Element:
    """Return the settings part: today's layout rules of Word, Persian as the language of the page."""
    compatibility: Mapping[str, int] = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    uri = "http://schemas.microsoft.com/office/word"
    return w(
        "settings",
        None,
        w("zoom", {"percent": 100}),
        value("defaultTabStop", 720),
        value("characterSpacingControl", "doNotCompress"),
        w(
            "compat",
            None,
            *(
                w("compatSetting", {"name": name, "uri": uri, "val": setting})
                for name, setting in compatibility.items()
            ),
        ),
        w("themeFontLang", {"val": "fa-IR", "bidi": "fa-IR"}),
        value("decimalSymbol", "."),
        value("listSeparator", ","),
    )


def font_table() -> Element:
    """Return the font table, with what Word may use where Vazirmatn is not installed."""
    return w(
        "fonts",
        None,
        w(
            "font",
            {"name": FONT},
            value("altName", "Tahoma"),
            value("charset", "B2"),
            value("family", "auto"),
            value("pitch", "variable"),
        ),
    )


def section(footer_id: str) -> Element:
    """Return the page: A4 with the margins of plain paper, set from right to left.

    Args:
        footer_id: the relationship of the foot with the page numbers.
    """
    reference = w("footerReference", {"type": "default"})
    reference.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", footer_id)
    margins = {
        "top": twips(40),
        "right": twips(25),
        "bottom": twips(25),
        "left": twips(25),
        "header": twips(12.5),
        "footer": twips(12.5),
        "gutter": 0,
    }
    return w(
        "sectPr",
        None,
        reference,
        w("pgSz", {"w": 11906, "h": 16838}),
        w("pgMar", margins),
        flag("bidi"),
    )
