"""Makes a letterhead from what is known of the company: logo, name and activity above, address below."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from lxml import etree
from msgspec import Struct

from taahodname.letterhead.artwork_sheet import framed
from taahodname.letterhead.logo import Logo
from taahodname.letterhead.sheet import Picture, Sheet, Style, line, row, twips
from taahodname.units import Mm, mm_to_pt, pt_to_emu
from taahodname.word.graft_material import Material, prepare_package
from taahodname.word.markup import Element
from taahodname.word.names import NAMESPACES, qn
from taahodname.word.package import Package
from taahodname.word.runs import direct
from taahodname.word.wording import mark, runs_of, worded

ACCENT: Final = "1F4E79"
"""The colour of the name and of the rules."""

_GREY = "404040"
_NAME = Style("CompanyName", 32, bold=True, colour=ACCENT)
_ACTIVITY = Style("CompanyActivity", 17, colour=_GREY)
_RULE = Style("HeadRule", 4, after=6)
_PLACE = Style("CompanyPlace", 16, colour=_GREY, align="center")

_WIDTH, _SIDE = Mm(170), Mm(20)
_LOGO_BOX = (Mm(40), Mm(18))
_LOGO_GAP = Mm(5)
_MARGINS = {
    "top": Mm(36),
    "right": _SIDE,
    "bottom": Mm(30),
    "left": _SIDE,
    "header": Mm(10),
    "footer": Mm(8),
    "gutter": Mm(0),
}
_A4 = {"w": 11906, "h": 16838}
_PATTERNS = 8  # of letterheads that differ in words alone: by which lines there are, and by logo


class CompanyLines(Struct, frozen=True):
    """What a letterhead says of a company, as it is printed; what is None is left out."""

    legal_name: str
    activity: str | None = None
    address: str | None = None
    postal_code: str | None = None
    phone: str | None = None
    website: str | None = None
    email: str | None = None


def generated_sheet(company: CompanyLines, logo: Logo | None = None) -> bytes:
    """Return a letterhead as a Word file; see `generated_package`."""
    return generated_package(company, logo).to_bytes()


def generated_package(company: CompanyLines, logo: Logo | None = None) -> Package:
    """Return a letterhead as a Word file that is open.

    Args:
        company: what it says.
        logo: stands at the right of the name.
    """
    return _package(_lines(company), logo)


def generated_material(company: CompanyLines, logo: Logo | None = None) -> Material:
    """Return what a letterhead puts on letters: that of `generated_package`, made quicker.

    Letterheads with the same lines and logo differ in their words alone, and are read once for all of them.

    Args:
        company: what it says.
        logo: stands at the right of the name.
    """
    lines = _lines(company)
    words = [runs_of(text) for text in lines.values()]
    usual = [runs for runs in words if runs is not None]
    if len(usual) < len(words):
        return prepare_package(_package(lines, logo))
    return worded(_pattern(tuple(lines), logo), usual)


@lru_cache(maxsize=_PATTERNS)
def _pattern(names: tuple[str, ...], logo: Logo | None) -> Material:
    return prepare_package(_package({name: mark(number) for number, name in enumerate(names)}, logo))


def _package(lines: Mapping[str, str], logo: Logo | None) -> Package:
    sheet = Sheet(
        margins=_MARGINS,
        size=_A4,
        styles=(_NAME, _ACTIVITY, _RULE, _PLACE),
        head=_head(lines, logo),
        foot=_foot(lines),
        pictures=() if logo is None else (_picture(logo),),
    )
    return sheet.package()


def _lines(company: CompanyLines) -> dict[str, str]:
    """Return the lines of a letterhead by name, those that say something and always the company's."""
    place = _joined((("نشانی", company.address), ("کد پستی", company.postal_code)), "، ")
    contact = _joined(
        (("تلفن", company.phone), ("وب‌سایت", company.website), ("ایمیل", company.email)), "  |  "
    )
    further = {"activity": company.activity, "place": place, "contact": contact}
    return {"name": company.legal_name} | {name: text for name, text in further.items() if text}


def _head(lines: Mapping[str, str], logo: Logo | None) -> tuple[Element, ...]:
    words = [_line(_NAME, lines["name"])]
    if "activity" in lines:
        words.append(_line(_ACTIVITY, lines["activity"]))
    rule = line(_RULE, rule=ACCENT, rule_side="bottom")
    if logo is None:
        return (*words, rule)
    beside = Mm(logo.fitted(*_LOGO_BOX)[0] + _LOGO_GAP)
    columns = (twips(beside), twips(Mm(_WIDTH - beside)))
    return (row(columns, ((_drawn(logo),), words)), rule)


def _foot(lines: Mapping[str, str]) -> tuple[Element, ...]:
    shown = [lines[name] for name in ("place", "contact") if name in lines]
    return tuple(
        _line(_PLACE, text, rule=ACCENT if number == 0 else None) for number, text in enumerate(shown)
    )


def _joined(items: tuple[tuple[str, str | None], ...], mark: str) -> str:
    return mark.join(f"{label}: {value}" for label, value in items if value)


def _line(style: Style, text: str, *, rule: str | None = None) -> Element:
    paragraph = line(style, text, rule=rule)
    direct(paragraph)
    return paragraph


def _picture(logo: Logo) -> Picture:
    return Picture(f"word/media/logo.{logo.ending}", logo.data, f"image/{logo.ending}")


def _drawn(logo: Logo) -> Element:
    """Return a paragraph with the logo in it."""
    width, height = (str(pt_to_emu(mm_to_pt(side))) for side in logo.fitted(*_LOGO_BOX))
    paragraph = line(_ACTIVITY)
    drawing = etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:drawing"))
    inline = etree.SubElement(drawing, qn("wp:inline"), distT="0", distB="0", distL="0", distR="0")
    etree.SubElement(inline, qn("wp:extent"), cx=width, cy=height)
    etree.SubElement(inline, qn("wp:docPr"), id="1", name="logo", descr="نشان شرکت")
    graphic = etree.SubElement(inline, qn("a:graphic"))
    data = etree.SubElement(graphic, qn("a:graphicData"), uri=NAMESPACES["pic"])
    data.append(framed("logo", width, height))
    return paragraph
