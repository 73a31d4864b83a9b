"""Writes a Word letterhead full of pictures: bands, logo, watermark, icons in the line, blanks in a table.

It has no text box and no drawn shape: what it shows is pictures (in the line and floating), a table, and
the borders of paragraphs.
"""

from __future__ import annotations

import io
from collections.abc import Mapping

from PIL import Image, ImageDraw

from sample_letterhead import letterhead_parts
from word_zip import WORD_TYPE, Relationship, content_types, relationships

COMPANY = "شرکت نگارستان رسانهٔ آفتاب"
TAGLINE = "طراحی، چاپ و برگزاری نمایشگاه‌های فرهنگی"
ADDRESS = "شیراز، خیابان ارم، روبه‌روی باغ، مجتمع آفتاب، طبقهٔ سوم"
PHONE = "\u200e۰۷۱-۳۲۲۸۴۶۹۰\u200e"
SITE = "www.negarestan-aftab.ir"
PURPLE, ORANGE, GREY = "4B2E6B", "E07A2F", "55525B"

_MM = 36000  # English Metric Units in a millimetre
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_BIDI = "<w:bidi/>"
_PIXELS = 12  # in a millimetre
_PICTURES = ("band", "logo", "watermark", "pin", "phone", "globe", "foot")


def parts() -> dict[str, bytes]:
    """Return every part of the letterhead, by its name in the package."""
    common = letterhead_parts(b"")
    kept = (
        "word/styles.xml",
        "word/settings.xml",
        "word/fontTable.xml",
        "word/theme/theme1.xml",
        "_rels/.rels",
    )
    made = {name: common[name] for name in (*kept, "docProps/core.xml")}
    stories = {"header1": _next_head(), "header2": _first_head(), "footer1": _foot(), "footer2": _foot()}
    kinds = {"styles": "styles", "settings": "settings", "fontTable": "fontTable", "theme/theme1": "theme"}
    kinds |= {name: name[:-1] for name in stories}
    ids = {name: f"rId{place}" for place, name in enumerate(kinds, 1)}
    links = [Relationship(ids[name], kind, f"{name}.xml") for name, kind in kinds.items()]
    pictures = [
        Relationship(f"rId{place}", "image", f"media/{name}.png") for place, name in enumerate(_PICTURES, 1)
    ]
    made |= {f"word/{name}.xml": story for name, story in stories.items()}
    made |= {f"word/_rels/{name}.xml.rels": relationships(*pictures) for name in stories}
    made |= {f"word/media/{name}.png": data for name, data in _drawn().items()}
    made["word/document.xml"] = _document(ids)
    made["word/_rels/document.xml.rels"] = relationships(*links)
    made["[Content_Types].xml"] = _types(kinds)
    return made


def _types(kinds: Mapping[str, str]) -> bytes:
    overrides = {f"/word/{name}.xml": f"{WORD_TYPE}.{kind}+xml" for name, kind in kinds.items()}
    overrides["/word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    overrides["/word/document.xml"] = f"{WORD_TYPE}.document.main+xml"
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return content_types({"png": "image/png", "rels": rels, "xml": "application/xml"}, overrides)


# Stories -------------------------------------------------------------------------------------------


def _first_head() -> bytes:
    logo = _paragraph("", _inline("logo", 24, 24, "نشان شرکت"), align="center")
    name = _paragraph('<w:spacing w:before="160"/>', _run(COMPANY, 34, PURPLE, bold=True))
    line = _paragraph("", _run(TAGLINE, 18, GREY))
    blanks = "".join(
        _row(
            (1000, _paragraph("", _run(f"{label}:", 18, PURPLE, bold=True))),
            (2100, _paragraph("", _run("", 18, GREY))),
        )
        for label in ("شماره", "تاریخ", "پیوست")
    )
    inner = _table((1000, 2100), blanks) + _paragraph("", "")
    table = _table(
        (1500, 5100, 3200),
        _row((1500, logo), (5100, name + line), (3200, inner)),
    )
    rule = _paragraph(
        f'<w:pBdr><w:bottom w:val="single" w:sz="14" w:space="1" w:color="{ORANGE}"/></w:pBdr>'
        '<w:spacing w:line="160" w:lineRule="exact"/>',
        _floating("band", 210, 9, "page", 0, "page", 0)
        + _floating("watermark", 96, 96, "page", 57, "page", 105),
    )
    return _story("hdr", table + rule)


def _next_head() -> bytes:
    line = _paragraph(
        f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="3" w:color="{ORANGE}"/></w:pBdr>',
        _floating("band", 210, 5, "page", 0, "page", 0)
        + _floating("watermark", 96, 96, "page", 57, "page", 105)
        + _run(COMPANY, 20, PURPLE, bold=True),
    )
    return _story("hdr", line)


def _foot() -> bytes:
    line = _paragraph(
        f'<w:pBdr><w:top w:val="single" w:sz="8" w:space="4" w:color="{PURPLE}"/></w:pBdr>',
        _floating("foot", 210, 7, "page", 0, "page", 290)
        + _inline("pin", 3, 3, "")
        + _run(f" {ADDRESS}    ", 17, GREY)
        + _inline("phone", 3, 3, "")
        + _run(f" {PHONE}\u200f    ", 17, GREY)
        + _inline("globe", 3, 3, "")
        + _run(" \u200f", 17, GREY)
        + _run(SITE, 17, PURPLE, latin=True),
        align="center",
    )
    return _story("ftr", line)


def _document(ids: Mapping[str, str]) -> bytes:
    references = "".join(
        f'<w:{kind}Reference w:type="{which}" r:id="{ids[name]}"/>'
        for kind, which, name in (
            ("header", "default", "header1"),
            ("header", "first", "header2"),
            ("footer", "default", "footer1"),
            ("footer", "first", "footer2"),
        )
    )
    section = (
        f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1077"'
        ' w:bottom="1361" w:left="1077" w:header="680" w:footer="624" w:gutter="0"/><w:cols w:space="708"/>'
        "<w:titlePg/><w:bidi/></w:sectPr>"
    )
    return _story("document", f"<w:body><w:p><w:pPr>{_BIDI}</w:pPr></w:p>{section}</w:body>")


def _story(tag: str, inside: str) -> bytes:
    return f"{_HEAD}<w:{tag} {_NAMES}>{inside}</w:{tag}>".encode()


def _run(text: str, size: int, colour: str, *, bold: bool = False, latin: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    side = "" if latin else "<w:rtl/>"
    look = (
        '<w:rFonts w:ascii="Vazirmatn" w:hAnsi="Vazirmatn" w:cs="Vazirmatn"/>'
        f'{weight}<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{side}'
    )
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _paragraph(properties: str, *runs: str, align: str = "left") -> str:
    order = properties.partition("<w:spacing")
    borders, spacing = order[0], "".join(order[1:]) or '<w:spacing w:after="0"/>'
    look = f'<w:pStyle w:val="Header"/>{borders}{_BIDI}{spacing}<w:jc w:val="{align}"/>'
    return f"<w:p><w:pPr>{look}</w:pPr>{''.join(runs)}</w:p>"


def _row(*cells: tuple[int, str]) -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{blocks}</w:tc>'
        for width, blocks in cells
    )
    return f"<w:tr>{inside}</w:tr>"


def _table(columns: tuple[int, ...], rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    look = f'<w:bidiVisual/><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _graphic(name: str, width: int, height: int) -> str:
    size = f'cx="{width * _MM}" cy="{height * _MM}"'
    number = _PICTURES.index(name) + 1
    return (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="rId{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
    )


def _inline(name: str, width: int, height: int, alt: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width * _MM}" cy="{height * _MM}"/>'
        f'<wp:docPr id="{_PICTURES.index(name) + 1}" name="{name}" descr="{alt}"/>'
        f"{_graphic(name, width, height)}</wp:inline></w:drawing></w:r>"
    )


def _floating(name: str, width: int, height: int, x_from: str, x: int, y_from: str, y: int) -> str:
    """Return a picture behind the text, its place in millimetres."""
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"'
        ' behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{x_from}"><wp:posOffset>{x * _MM}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{y_from}"><wp:posOffset>{y * _MM}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width * _MM}" cy="{height * _MM}"/><wp:wrapNone/>'
        f'<wp:docPr id="{_PICTURES.index(name) + 1}" name="{name}" descr=""/>'
        f"{_graphic(name, width, height)}</wp:anchor></w:drawing></w:r>"
    )


# Pictures ------------------------------------------------------------------------------------------


def _drawn() -> dict[str, bytes]:
    sun = _sun(24 * _PIXELS, PURPLE, ORANGE)
    pale = Image.new("RGBA", sun.size, (255, 255, 255, 255))
    pale.alpha_composite(sun)
    pale = Image.blend(pale, Image.new("RGBA", sun.size, (255, 255, 255, 255)), 0.90)
    return {
        "band": _png(_band(9)),
        "logo": _png(sun),
        "watermark": _png(pale.convert("RGB")),
        "pin": _png(_icon("pin")),
        "phone": _png(_icon("phone")),
        "globe": _png(_icon("globe")),
        "foot": _png(_band(7, turned=True)),
    }


def _sun(side: int, inner: str, outer: str) -> Image.Image:
    """Return a sun of petals with an arch in its middle."""
    big = side * 3
    image = Image.new("RGBA", (big, big), (255, 255, 255, 0))
    petal = Image.new("RGBA", (big, big), (255, 255, 255, 0))
    pen = ImageDraw.Draw(petal)
    pen.ellipse((big * 0.44, big * 0.02, big * 0.56, big * 0.34), fill=f"#{outer}")
    for step in range(12):
        image.alpha_composite(petal.rotate(30 * step))
    pen = ImageDraw.Draw(image)
    pen.ellipse((big * 0.24, big * 0.24, big * 0.76, big * 0.76), fill=f"#{inner}")
    pen.pieslice((big * 0.36, big * 0.36, big * 0.64, big * 0.78), 180, 360, fill="#FFFFFF")
    pen.rectangle((big * 0.36, big * 0.56, big * 0.64, big * 0.66), fill="#FFFFFF")
    return image.resize((side, side), Image.Resampling.LANCZOS)


def _band(height: int, *, turned: bool = False) -> Image.Image:
    """Return a band of slanted fields over the width of the sheet."""
    wide, high = 210 * 6, height * 6
    image = Image.new("RGB", (wide, high), f"#{PURPLE}")
    pen = ImageDraw.Draw(image)
    for step in range(0, wide, 84):
        pen.polygon(
            ((step, 0), (step + 28, 0), (step + 28 - high, high), (step - high, high)), fill=f"#{ORANGE}"
        )
    pen.rectangle((0, 0, wide, high // 4) if turned else (0, high - high // 4, wide, high), fill="#FFFFFF")
    return image


def _icon(kind: str) -> Image.Image:
    image = Image.new("RGBA", (96, 96), (255, 255, 255, 0))
    pen = ImageDraw.Draw(image)
    if kind == "pin":
        pen.ellipse((20, 4, 76, 60), fill=f"#{ORANGE}")
        pen.polygon(((26, 48), (70, 48), (48, 94)), fill=f"#{ORANGE}")
        pen.ellipse((36, 20, 60, 44), fill="#FFFFFF")
    elif kind == "phone":
        pen.rounded_rectangle((26, 4, 70, 92), 10, fill=f"#{ORANGE}")
        pen.rectangle((33, 16, 63, 72), fill="#FFFFFF")
    else:
        pen.ellipse((4, 4, 92, 92), outline=f"#{ORANGE}", width=9)
        pen.ellipse((30, 4, 66, 92), outline=f"#{ORANGE}", width=7)
        pen.line((4, 48, 92, 48), fill=f"#{ORANGE}", width=7)
    return image


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
