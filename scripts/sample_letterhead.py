"""Writes the Word letterhead of the sample software house, in the XML that Word itself would save.

It has what real letterheads have and a careless graft loses: a first page of its own, a floating logo, a
header taller than the top margin, theme fonts, and styles that other documents name alike.
"""

from __future__ import annotations

from collections.abc import Mapping

from word_zip import WORD_TYPE, Relationship, content_types, core_properties, relationships

COMPANY = "شرکت آریا پرداز نیک‌سامانه"
TAGLINE = "تولید و پشتیبانی نرم‌افزارهای مالی و فروشگاهی"
ADDRESS = "تهران، خیابان ولیعصر، بالاتر از میدان ونک، کوچهٔ لاله، پلاک ۱۲، طبقهٔ دوم، واحد ۳"
PHONE = "تلفن: \u200e۰۲۱-۸۸۷۷۶۶۵۵\u200e"
SITE_LABEL = "وب‌سایت: "
SITE = "www.arya-niksamaneh.ir"

NAVY = "16325C"
TEAL = "2BA699"
LOGO_EMU = 648000  # 18 mm

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'mc:Ignorable="w14 w15"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_FONTS = '<w:rFonts w:ascii="Vazirmatn" w:hAnsi="Vazirmatn" w:cs="Vazirmatn"/>'


def _part(tag: str, inside: str) -> bytes:
    return f"{_HEAD}<w:{tag} {_NAMES}>{inside}</w:{tag}>".encode()


def _run(text: str, size: int, colour: str, *, bold: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    look = (
        f'{_FONTS}{weight}<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:rtl/>'
    )
    return (
        f'<w:r w:rsidRPr="00A41F62"><w:rPr>{look}<w:lang w:bidi="fa-IR"/></w:rPr>'
        f'<w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def _latin_run(text: str, size: int, colour: str) -> str:
    look = f'{_FONTS}<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return f'<w:r w:rsidRPr="00A41F62"><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>'


def _paragraph(style: str, properties: str, *runs: str) -> str:
    return (
        '<w:p w:rsidR="00A41F62" w:rsidRDefault="00A41F62">'
        f'<w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{"".join(runs)}</w:p>'
    )


def _rule(side: str, size: int, space: int) -> str:
    line = f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{TEAL}"/>'
    return f"<w:pBdr>{line}</w:pBdr>"


def _logo(number: int) -> str:
    """Return the picture, floating at the right margin behind the text."""
    picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    main = "http://schemas.openxmlformats.org/drawingml/2006/main"
    size = f'cx="{LOGO_EMU}" cy="{LOGO_EMU}"'
    return (
        "<w:r><w:rPr><w:noProof/></w:rPr><w:drawing>"
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0"'
        ' relativeHeight="251658240" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>342000</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Picture {number}" descr="نشان {COMPANY}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{main}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{main}"><a:graphicData uri="{picture}">'
        f'<pic:pic xmlns:pic="{picture}"><pic:nvPicPr><pic:cNvPr id="{number}" name="logo.png"/>'
        '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def _first_header() -> bytes:
    """Return the head of page one: logo at the right, the name beside it, the tagline, a coloured rule."""
    beside = '<w:bidi/><w:spacing w:before="{}" w:after="{}"/><w:ind w:left="1191"/>'
    name = _paragraph("Header", beside.format(60, 0), _logo(1), _run(COMPANY, 32, NAVY, bold=True))
    tagline = _paragraph("Header", beside.format(0, 120), _run(TAGLINE, 19, "5A6472"))
    rule = _rule("bottom", 18, 1) + '<w:bidi/><w:spacing w:after="120" w:line="120" w:lineRule="exact"/>'
    return _part("hdr", name + tagline + _paragraph("Header", rule))


def _next_header() -> bytes:
    """Return the head of the following pages: the name alone over a thin rule."""
    rule = _rule("bottom", 6, 4) + "<w:bidi/>"
    return _part("hdr", _paragraph("Header", rule, _run(COMPANY, 20, NAVY, bold=True)))


def _first_footer() -> bytes:
    """Return the foot of page one: a rule, the address, the phone and the site."""
    address = _paragraph(
        "Footer", _rule("top", 12, 6) + '<w:bidi/><w:jc w:val="center"/>', _run(ADDRESS, 17, "404040")
    )
    reach = _paragraph(
        "Footer",
        '<w:bidi/><w:jc w:val="center"/>',
        _run(f"{PHONE}   |   {SITE_LABEL}", 17, "404040"),
        _latin_run(SITE, 17, NAVY),
    )
    return _part("ftr", address + reach)


def _next_footer() -> bytes:
    """Return the foot of the following pages: the phone and the site."""
    line = _rule("top", 6, 4) + '<w:bidi/><w:jc w:val="center"/>'
    runs = (_run(f"{PHONE}   |   {SITE_LABEL}", 17, "404040"), _latin_run(SITE, 17, NAVY))
    return _part("ftr", _paragraph("Footer", line, *runs))


def _document() -> bytes:
    empty = (
        '<w:p w14:paraId="3B7C21E5" w14:textId="77777777" w:rsidR="00A41F62" w:rsidRDefault="00A41F62">'
        "<w:pPr><w:bidi/><w:rPr><w:rtl/></w:rPr></w:pPr></w:p>"
    )
    section = (
        '<w:sectPr w:rsidR="00A41F62"><w:headerReference w:type="default" r:id="rId6"/>'
        '<w:footerReference w:type="default" r:id="rId8"/><w:headerReference w:type="first" r:id="rId7"/>'
        '<w:footerReference w:type="first" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1588" w:right="1247" w:bottom="1588" w:left="1247" w:header="567" w:footer="454"'
        ' w:gutter="0"/><w:cols w:space="708"/><w:titlePg/><w:bidi/><w:docGrid w:linePitch="360"/></w:sectPr>'
    )
    return _part("document", f"<w:body>{empty}{section}</w:body>")


def _styles() -> bytes:
    """Return styles as a new Word document has them: Latin defaults from the theme, Header and Footer."""
    theme = (
        '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
        ' w:cstheme="minorBidi"/>'
    )
    language = '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="fa-IR"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{theme}<w:sz w:val="22"/><w:szCs w:val="22"/>{language}'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259"'
        ' w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
    )
    return _part("styles", defaults + normal + _edge_style("Header") + _edge_style("Footer"))


def _edge_style(name: str) -> str:
    tabs = '<w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name.lower()}"/>'
        '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
        f"<w:pPr><w:tabs>{tabs}</w:tabs>"
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:style>'
    )


def _settings() -> bytes:
    office = "http://schemas.microsoft.com/office/word"
    mode = f'<w:compatSetting w:name="compatibilityMode" w:uri="{office}" w:val="15"/>'
    return _part(
        "settings",
        f'<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat>{mode}</w:compat>'
        '<w:rsids><w:rsidRoot w:val="00A41F62"/><w:rsid w:val="00A41F62"/></w:rsids>'
        '<w:themeFontLang w:val="en-US" w:bidi="fa-IR"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


def _font_table() -> bytes:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:charset w:val="{charset}"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, charset in (("Calibri", "00"), ("Arial", "00"), ("Vazirmatn", "B2"))
    )
    return _part("fonts", fonts)


def _theme() -> bytes:
    """Return the least theme Word opens: its colours, the fonts the defaults point at, and plain fills."""
    main = "http://schemas.openxmlformats.org/drawingml/2006/main"
    colours = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": NAVY, "lt2": "E7E6E6", "accent1": NAVY, "accent2": TEAL,
        "accent3": "A5A5A5", "accent4": "C8414B", "accent5": "7FD1C7", "accent6": "5A6472", "hlink": "0563C1",
        "folHlink": "954F72",
    }  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in colours.items())
    face = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface="Arial"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = f'<a:ln w="6350">{fill[: len(fill) // 3]}</a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    text = (
        f'{_HEAD}<a:theme xmlns:a="{main}" name="Office"><a:themeElements>'
        f'<a:clrScheme name="Arya">{scheme}</a:clrScheme><a:fontScheme name="Office">'
        f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Office"><a:fillStyleLst>{fill}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
    return text.encode()


_PARTS: Mapping[str, str] = {
    "styles": "styles",
    "settings": "settings",
    "fontTable": "fontTable",
    "theme/theme1": "theme",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
    "footer2": "footer",
}
_FIRST_ID = {"styles": 1, "settings": 2, "fontTable": 3, "theme/theme1": 4}
_EDGE_ID = {"header1": 6, "header2": 7, "footer1": 8, "footer2": 9}


def _types() -> bytes:
    theme = "application/vnd.openxmlformats-officedocument.theme+xml"
    overrides = {"/word/document.xml": f"{WORD_TYPE}.document.main+xml"}
    for name, kind in _PARTS.items():
        overrides[f"/word/{name}.xml"] = theme if kind == "theme" else f"{WORD_TYPE}.{kind}+xml"
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return content_types({"png": "image/png", "rels": rels, "xml": "application/xml"}, overrides)


def letterhead_parts(logo: bytes) -> dict[str, bytes]:
    """Return every part of the letterhead, by its name in the package.

    Args:
        logo: a PNG.
    """
    ids = {**_FIRST_ID, **_EDGE_ID}
    links = [Relationship(f"rId{ids[name]}", kind, f"{name}.xml") for name, kind in _PARTS.items()]
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": relationships(
            Relationship("rId1", "officeDocument", "word/document.xml"),
            Relationship("rId2", "core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": core_properties("سربرگ"),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": relationships(*links),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/theme/theme1.xml": _theme(),
        "word/header1.xml": _next_header(),
        "word/header2.xml": _first_header(),
        "word/_rels/header2.xml.rels": relationships(Relationship("rId1", "image", "media/image1.png")),
        "word/footer1.xml": _next_footer(),
        "word/footer2.xml": _first_footer(),
        "word/media/image1.png": logo,
    }
