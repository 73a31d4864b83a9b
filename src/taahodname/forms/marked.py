"""Makes the marked copy of a form: every blank coloured by how surely it is understood, and numbered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from lxml import etree

from taahodname.forms.labels import words
from taahodname.forms.survey import Spot
from taahodname.forms.tagging import name_of
from taahodname.forms.verdicts import Grade, Verdict
from taahodname.forms.write import Edit, write
from taahodname.persian.digits import to_persian
from taahodname.word.markup import Element, text_element
from taahodname.word.names import qn

COLOURS = {Grade.SURE: "green", Grade.LIKELY: "yellow", Grade.UNSURE: "red", Grade.LEFT: "lightGray"}
"""The highlight of each grade, by Word's own names."""

_LEGEND = {
    Grade.SURE: "سبز: برچسب گذاشته شد و روشن است",
    Grade.LIKELY: "زرد: برچسب گذاشته شد، ولی خودتان هم نگاه کنید",
    Grade.UNSURE: "قرمز: معلوم نشد و خالی ماند؛ اگر لازم است خودتان برچسب بگذارید",
    Grade.LEFT: "خاکستری: عمداً خالی ماند (امضا، مهر و آنچه به این پرونده مربوط نیست)",
}
_TITLE = "رونوشت نشان‌دار: برای دیدن، نه برای پر کردن"
_CLEARED = "ادامهٔ بالا"


class Told(Protocol):
    """What the report says of one blank."""

    @property
    def number(self) -> int:
        """Its number."""

    @property
    def label(self) -> str:
        """Its label."""

    @property
    def reason(self) -> str:
        """Why it was filled or left."""


def mark(roots: dict[str, Element], main: str, judged: Sequence[tuple[tuple[Spot, Verdict], Told]]) -> None:
    """Turn the trees of a blank form into its marked copy.

    Args:
        roots: the root elements of its parts.
        main: the main part.
        judged: every blank with what was decided of it and what the report says.
    """
    edits = []
    for (spot, verdict), told in judged:
        number = f"[{to_persian(str(told.number))}]"
        text = (
            f"{number} {name_of(verdict.field) if verdict.field else _CLEARED}" if verdict.put_in else number
        )
        edits.append(Edit(spot, text, remove=verdict.put_in, highlight=COLOURS[verdict.grade]))
    write(edits)
    body = roots[main].find(qn("w:body"))
    if body is None:
        return
    legend = [_line(_TITLE, ""), *(_line(text, COLOURS[grade]) for grade, text in _LEGEND.items())]
    for place, line in enumerate(legend):
        body.insert(place, line)
    section = body.find(qn("w:sectPr"))
    for (_, verdict), told in judged:
        line = _line(_account(verdict, told), COLOURS[verdict.grade])
        if section is None:
            body.append(line)
        else:
            section.addprevious(line)


def _account(verdict: Verdict, told: Told) -> str:
    label = f"«{told.label}»" if words(told.label) else "بی برچسب"
    becomes = f" ← {name_of(verdict.field)}" if verdict.field else ""
    return f"[{to_persian(str(told.number))}] {label}{becomes}؛ {told.reason}."


def _line(text: str, highlight: str) -> Element:
    """Return a small right-to-left paragraph of the legend."""
    paragraph = etree.Element(qn("w:p"))
    properties = etree.SubElement(paragraph, qn("w:pPr"))
    etree.SubElement(properties, qn("w:bidi"))
    run = etree.SubElement(paragraph, qn("w:r"))
    look = etree.SubElement(run, qn("w:rPr"))
    for name in ("w:sz", "w:szCs"):
        etree.SubElement(look, qn(name)).set(qn("w:val"), "18")
    if highlight:
        etree.SubElement(look, qn("w:highlight")).set(qn("w:val"), highlight)
    etree.SubElement(look, qn("w:rtl"))
    run.append(text_element(text))
    return paragraph
