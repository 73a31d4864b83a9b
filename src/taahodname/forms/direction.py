"""Finds where a form's Persian would run from left to right or lose its font, and how it is mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from taahodname.findings import Severity
from taahodname.word.lint import holds_arabic, lone_twins
from taahodname.word.markup import Element, is_on, own_text, owner
from taahodname.word.names import qn
from taahodname.word.properties import first_child, put
from taahodname.word.runs import add_twins
from taahodname.word.styles import Styles

_TAG = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_LATIN = re.compile("[A-Za-z]")
_FLIPPED = {"left": "right", "right": "left", "start": "end", "end": "start"}
_PERSIAN = "fa-IR"


@dataclass(frozen=True, slots=True)
class Repair:
    """One place that is to be mended.

    Attributes:
        code: the stable name of the fault.
        severity: an error where the finished paper would be wrong; a warning where filling mends it too,
            or where only a reader can tell.
        element: where it stands.
        message, message_en: what is wrong and what to do.
        done, done_en: what was changed, once it is.
        apply: does it; None where no program should.
    """

    code: str
    severity: Severity
    element: Element
    message: str
    message_en: str
    done: str = ""
    done_en: str = ""
    apply: Callable[[], None] | None = None


def repairs(root: Element, styles: Styles) -> Iterator[Repair]:
    """Yield what is to be mended in one part, in the order of sections, tables and paragraphs.

    Args:
        root: the part; nothing in it changes before a repair is applied.
        styles: the style sheet of the form.
    """
    for section in root.iter(qn("w:sectPr")):
        if not is_on(section.find(qn("w:bidi"))):
            yield _section(section)
    for table in root.iter(qn("w:tbl")):
        properties = table.find(qn("w:tblPr"))
        if properties is None or not is_on(properties.find(qn("w:bidiVisual"))):
            yield _table(table)
    for paragraph in root.iter(qn("w:p")):
        if is_persian(paragraph):
            yield from _paragraph(paragraph, styles)


def is_persian(paragraph: Element) -> bool:
    """Tell whether a paragraph is to run from right to left: it holds Persian, or tags and nothing Latin."""
    text = own_text(paragraph)
    plain = _TAG.sub("", text)
    # A paragraph of block tags alone is taken away when the form is filled.
    prints = "{{" in text or plain.strip() != ""
    return holds_arabic(plain) or (plain != text and prints and not _LATIN.search(plain))


def _section(section: Element) -> Repair:
    def apply() -> None:
        put(section, "w:bidi")

    return Repair(
        "rtl-section",
        Severity.WARNING,
        section,
        "بخش (section) راست‌به‌چپ نیست؛ آن را در Page Setup راست‌به‌چپ کنید.",
        "the section does not run from right to left; set it so under Page Setup",
        "بخش راست‌به‌چپ شد.",
        "the section now runs from right to left",
        apply,
    )


def _table(table: Element) -> Repair:
    if not _leads_with_labels(table):
        return Repair(
            "rtl-table",
            Severity.WARNING,
            table,
            "ستون‌های جدول از چپ به راست چیده شده‌اند؛ اگر ترتیب دیداری درست است به آن دست نزنید، وگرنه "
            "Table Direction را راست‌به‌چپ کنید.",
            "the columns of the table stand from left to right; leave them if they look right, else set the "
            "direction of the table",
        )

    def apply() -> None:
        put(first_child(table, "w:tblPr"), "w:bidiVisual")

    return Repair(
        "rtl-table",
        Severity.WARNING,
        table,
        "جدول راست‌به‌چپ نیست و عنوان‌ها در چپ مقدارها می‌افتند؛ Table Direction را راست‌به‌چپ کنید.",
        "the table runs from left to right, so that labels stand left of their values; turn its direction",
        "ستون‌های جدول راست‌به‌چپ شد.",
        "the columns of the table now run from right to left",
        apply,
    )


def _leads_with_labels(table: Element) -> bool:
    """Tell whether rows begin with a label and end with its value, as a right-to-left table is written."""
    right = wrong = 0
    for row in table.findall(qn("w:tr")):
        cells = [
            "".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in row.findall(qn("w:tc"))
        ]
        tagged = [bool(_TAG.search(cell)) for cell in cells]
        if len(cells) > 1 and tagged[0] != tagged[-1]:
            right, wrong = right + tagged[-1], wrong + tagged[0]
    return right > wrong


def _paragraph(paragraph: Element, styles: Styles) -> Iterator[Repair]:
    if not styles.is_bidi(paragraph):
        yield Repair(
            "rtl-paragraph",
            Severity.ERROR,
            paragraph,
            "پاراگراف فارسی راست‌به‌چپ نیست؛ در ورد دکمهٔ Right-to-Left Text Direction را بزنید.",
            "a Persian paragraph runs from left to right; press Right-to-Left Text Direction in Word",
            "پاراگراف راست‌به‌چپ شد و تراز و تورفتگی‌اش در همان سو ماند.",
            "the paragraph now runs from right to left; its alignment and indents stayed on their sides",
            lambda: _turn(paragraph, styles),
        )
    wanting = [
        (run, wants)
        for run, text in _runs(paragraph)
        if _is_persian_text(text) and (wants := _wants(paragraph, run, styles))
    ]
    if wanting:
        listed = "، ".join(dict.fromkeys(name for _, wants in wanting for name in wants))
        yield Repair(
            "rtl-run",
            Severity.WARNING,
            paragraph,
            f"تنظیم راست‌به‌چپِ نوشته کامل نیست ({listed})؛ --fix آن را کامل می‌کند.",
            f"the text lacks right-to-left settings ({listed}); --fix adds them",
            f"تنظیم راست‌به‌چپِ نوشته کامل شد ({listed}).",
            f"the text got its right-to-left settings ({listed})",
            lambda: _complete(paragraph, [run for run, _ in wanting], styles),
        )


def _runs(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """Yield the runs of a paragraph with their text; one with part of a tag counts as holding it all."""
    runs = [run for run in paragraph.iter(qn("w:r")) if owner(run) is paragraph]
    texts = ["".join(text.text or "" for text in run.findall(qn("w:t"))) for run in runs]
    whole = "".join(texts)
    spans = [match.span() for match in _TAG.finditer(whole)]
    at = 0
    for run, text in zip(runs, texts, strict=True):
        tagged = any(start < at + len(text) and at < end for start, end in spans)
        if text.strip():
            yield run, "{{ }}" + _TAG.sub("", text) if tagged else text
        at += len(text)


def _is_persian_text(text: str) -> bool:
    return holds_arabic(text) or text.startswith("{{ }}")


def _wants(paragraph: Element, run: Element, styles: Styles) -> tuple[str, ...]:
    found = [] if is_on(styles.run_property(paragraph, run, "w:rtl")) else ["w:rtl"]
    if not styles.run_attribute(paragraph, run, "w:rFonts", ("w:cs", "w:cstheme")) and _latin_font(
        paragraph, run, styles
    ):
        found.append("w:rFonts w:cs")
    properties = run.find(qn("w:rPr"))
    if properties is not None and any(lone_twins(properties)):
        found.append("w:szCs w:bCs w:iCs")
    if styles.run_attribute(paragraph, run, "w:lang", ("w:bidi",)) != _PERSIAN:
        found.append("w:lang w:bidi")
    return tuple(found)


def _latin_font(paragraph: Element, run: Element, styles: Styles) -> str | None:
    return styles.run_attribute(paragraph, run, "w:rFonts", ("w:ascii", "w:hAnsi"))


def _complete(paragraph: Element, runs: list[Element], styles: Styles) -> None:
    for run in runs:
        font = _latin_font(paragraph, run, styles)
        has_font = styles.run_attribute(paragraph, run, "w:rFonts", ("w:cs", "w:cstheme"))
        language = styles.run_attribute(paragraph, run, "w:lang", ("w:bidi",))
        properties = first_child(run, "w:rPr")
        add_twins(properties)
        put(properties, "w:rtl")
        if font and not has_font:
            own = properties.find(qn("w:rFonts"))
            held = () if own is None else own.items()
            fonts = put(properties, "w:rFonts")
            for key, value in held:
                fonts.set(key, value)
            fonts.set(qn("w:cs"), font)
        if language != _PERSIAN:
            old = properties.find(qn("w:lang"))
            kept = (
                {} if old is None else {etree.QName(key).localname: str(v) for key, v in old.attrib.items()}
            )
            put(properties, "w:lang", **{**kept, "bidi": _PERSIAN})


def _turn(paragraph: Element, styles: Styles) -> None:
    """Make a paragraph run from right to left, with its alignment and indents on the sides where they were.

    In a right-to-left paragraph Word reads «left» as the side on which lines begin (ECMA-376 §17.3.1.13).
    """
    aligned = styles.paragraph_property(paragraph, "w:jc")
    indented = styles.paragraph_property(paragraph, "w:ind")
    properties = first_child(paragraph, "w:pPr")
    put(properties, "w:bidi")
    side = None if aligned is None else _FLIPPED.get(aligned.get(qn("w:val"), ""))
    if side is not None:
        put(properties, "w:jc", val=side)
    if indented is not None:
        values = {etree.QName(key).localname: str(value) for key, value in indented.attrib.items()}
        sides = {_FLIPPED.get(key, key): value for key, value in values.items() if key in _FLIPPED}
        if sides:
            kept = {key: value for key, value in values.items() if not key.startswith(tuple(_FLIPPED))}
            put(properties, "w:ind", **{"left": "0", "right": "0", **_old_names(sides)}, **kept)


def _old_names(sides: dict[str, str]) -> dict[str, str]:
    return {{"start": "left", "end": "right"}.get(side, side): value for side, value in sides.items()}
