"""Small Word files, one for each thing that letterheads draw: text boxes, shapes, pictures, their places."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.word import drawn_xml as d
from tests.word.making import docx, paragraph, run, table

BODY = (
    "این شرکت متعهد می‌شود از خط خدماتی تنها برای ارسال پیامک‌های خدماتی به مشترکان خود استفاده کند "
    "و هیچ پیام "
    "تبلیغاتی از آن نفرستد. متن هر پیام پیش از ارسال با نمونه‌های ثبت‌شده سنجیده می‌شود."
)
COMPANY = "شرکت نیک‌پردازان سپهر"
ADDRESS = "تهران، خیابان بهار، کوچهٔ نسترن، پلاک ۱۴، تلفن ۰۲۱۴۴۵۵۶۶۷۷"
LOGO = {"word/media/logo.png": d.logo()}
THEME: dict[str, object] = {
    "lines": [("rIdTheme", "theme", "theme/theme1.xml")],
    "extra": {"word/theme/theme1.xml": d.THEME},
}
LINES = (("logo", "image", "media/logo.png"),)


def _text(count: int = 3) -> list[str]:
    return [
        d.words(f"بند {number}: {BODY}", align="both") for number in ("یکم", "دوم", "سوم", "چهارم")[:count]
    ]


def _anchored(content: str, *after: str) -> list[str]:
    return [paragraph(d.drawn(content), run(BODY, "<w:rtl/>"), look="<w:bidi/>"), *after]


def _head(*pieces: str, text: str = COMPANY) -> dict[str, str]:
    inside = paragraph(*(d.drawn(piece) for piece in pieces), run(text, "<w:rtl/>"), look="<w:bidi/>")
    return {"header-default": inside}


def _in_head(*pieces: str, text: str = COMPANY, **options: object) -> bytes:
    return docx(*_text(), marginals=_head(*pieces, text=text), **{**_header_logo(), **options})


def _header_logo() -> dict[str, object]:
    from tests.word.making import relations

    return {"extra": {**LOGO, "word/_rels/header-default.xml.rels": relations(*LINES)}}


def _with_logo(*blocks: str) -> bytes:
    return docx(*blocks, lines=LINES, extra=LOGO)


BOX = d.wsp(
    180,
    60,
    fill=d.solid("E8F1F8"),
    line=d.ln("16325C", 1.5),
    text=d.words("کادر نشانی شرکت") + d.words(ADDRESS, size=16),
    body='lIns="91440" tIns="45720" rIns="91440" bIns="45720" anchor="ctr"',
)
OLD_BOX = d.vml_box(
    "position:absolute;width:180pt;height:60pt", d.words("کادر نشانی شرکت") + d.words(ADDRESS, size=16)
)


def text_box() -> bytes:
    new = d.anchor(BOX, 180, 60, x=("column", 0), y=("paragraph", 40), wrap=d.SQUARE)
    return docx(
        paragraph(d.alternatives(new, OLD_BOX), run(BODY * 2, "<w:rtl/>"), look="<w:bidi/>"), *_text(2)
    )


def text_box_in_the_line() -> bytes:
    box = d.inline(BOX, 180, 60)
    return docx(*_text(1), paragraph(d.drawn(box), look="<w:bidi/>"), *_text(2))


def text_box_with_table_and_picture() -> bytes:
    inside = (
        d.words("جدول درون کادر")
        + table(["شماره", "تاریخ"], ["۱۲۳", "۱۴۰۵/۰۹/۰۲"], width=1600)
        + paragraph(d.drawn(d.inline(d.pic("logo", 45, 30), 45, 30, number=7)), look="<w:bidi/>")
    )
    box = d.wsp(200, 140, line=d.ln(), text=inside)
    return _with_logo(*_anchored(d.anchor(box, 200, 140, x=("margin", "left"), wrap=d.SQUARE), *_text(2)))


def _field(name: str) -> str:
    look = "<w:rPr><w:rtl/></w:rPr>"
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{look}<w:instrText> {name} '
        f"</w:instrText></w:r>"
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{look}<w:t>۱</w:t></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def page_number_in_a_text_box() -> bytes:
    number = paragraph(
        run("صفحهٔ ", "<w:rtl/>"),
        _field("PAGE"),
        run(" از ", "<w:rtl/>"),
        _field("NUMPAGES"),
        look="<w:bidi/>",
    )
    box = d.anchor(d.wsp(100, 30, text=number), 100, 30, x=("margin", "left"), y=("page", 36))
    return docx(*_text(4), *_text(4), *_text(4), *_text(3), marginals=_head(box))


def old_text_box() -> bytes:
    style = "position:absolute;margin-left:10pt;margin-top:30pt;width:180pt;height:60pt;z-index:251659264"
    box = d.vml_box(
        style,
        d.words("کادر قدیمی ورد"),
        'fillcolor="#e8f1f8" strokecolor="#16325c" strokeweight="1.5pt"',
        inner='<w10:wrap type="square"/>',
    )
    return docx(*_anchored(box, *_text(2)))


def old_round_text_box() -> bytes:
    style = (
        "position:absolute;margin-left:0;margin-top:20pt;width:200pt;height:50pt;"
        "z-index:251659264;v-text-anchor:middle"
    )
    box = d.vml_box(
        style,
        d.words("گوشه‌گرد", align="center"),
        'arcsize="10923f" fillcolor="white"',
        tag="v:roundrect",
        inner='<w10:wrap type="topAndBottom"/>',
    )
    return docx(*_anchored(box, *_text(2)))


def lines_and_rules() -> bytes:
    rule = d.anchor(
        d.wsp(451, 0, shape=d.geometry("line"), line=d.ln("2BA699", 2)), 451, 0, y=("paragraph", 22)
    )
    dashed = d.anchor(
        d.wsp(
            200,
            0,
            shape=d.geometry("straightConnector1"),
            line=d.ln("D1495B", 1.5, '<a:prstDash val="dash"/>'),
        ),
        200,
        0,
        y=("paragraph", 28),
        number=2,
    )
    slanted = d.anchor(
        d.wsp(60, 20, shape=d.geometry("line"), line=d.ln("16325C", 1), turn='flipV="1"'),
        60,
        20,
        y=("paragraph", 30),
        number=3,
    )
    return _in_head(rule, dashed, slanted)


def ready_made_shapes() -> bytes:
    names = (
        "rect",
        "roundRect",
        "ellipse",
        "triangle",
        "diamond",
        "parallelogram",
        "hexagon",
        "chevron",
        "homePlate",
        "rightArrow",
        "octagon",
        "plus",
    )
    shapes = [
        d.drawn(
            d.anchor(
                d.wsp(60, 40, shape=d.geometry(name), fill=d.solid("2BA699"), line=d.ln()),
                60,
                40,
                x=("column", 75 * (number % 6)),
                y=("paragraph", 60 * (number // 6)),
                number=number + 1,
            )
        )
        for number, name in enumerate(names)
    ]
    return docx(paragraph(*shapes, look="<w:bidi/>"), *[d.words("")] * 7, *_text(1))


FREE = (
    '<a:custGeom><a:avLst/><a:gdLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="200" h="100">'
    '<a:moveTo><a:pt x="0" y="100"/></a:moveTo><a:cubicBezTo><a:pt x="50" y="0"/><a:pt x="150" y="0"/>'
    '<a:pt x="200" y="100"/></a:cubicBezTo><a:lnTo><a:pt x="100" y="60"/></a:lnTo><a:close/>'
    "</a:path></a:pathLst></a:custGeom>"
)


def free_path() -> bytes:
    shape = d.wsp(200, 60, shape=FREE, fill=d.solid("F2B134"), line=d.ln("16325C", 1))
    return docx(*_anchored(d.anchor(shape, 200, 60, wrap=d.TOP_BOTTOM, x=("margin", "center")), *_text(1)))


def turned_shapes() -> bytes:
    one = d.anchor(
        d.wsp(100, 40, fill=d.solid("2BA699"), turn='rot="2700000"'),
        100,
        40,
        x=("column", 40),
        y=("paragraph", 30),
    )
    text = d.wsp(120, 30, line=d.ln(), text=d.words("نوشتهٔ چرخیده"), turn='rot="16200000"')
    two = d.anchor(text, 120, 30, x=("column", 200), y=("paragraph", 60), number=2)
    return docx(paragraph(d.drawn(one), d.drawn(two), look="<w:bidi/>"), *[d.words("")] * 9, *_text(1))


def grouped_shapes() -> bytes:
    bar = d.wsp(300, 12, fill=d.solid("16325C"))
    name = d.wsp(200, 30, text=d.words(COMPANY, "<w:b/><w:bCs/>"), x=90, y=15)
    disc = d.wsp(40, 40, shape=d.geometry("ellipse"), fill=d.solid("F2B134"))
    inner = d.group("wpg:grpSp", [disc, d.wsp(40, 40, x=40)], 80, 40, y=20, child=(80, 40))
    group = d.group(
        "wpg:wgp", [bar, name, inner, d.pic("logo", 30, 20, x=300, y=20)], 330, 60, child=(330, 60)
    )
    return _in_head(d.anchor(group, 330, 60, x=("margin", "left"), y=("page", 20)), text="")


def stretched_group() -> bytes:
    members = [
        d.wsp(100, 100, fill=d.solid("2BA699")),
        d.wsp(100, 100, shape=d.geometry("ellipse"), fill=d.solid("D1495B"), x=100),
    ]
    group = d.group("wpg:wgp", members, 100, 30, child=(200, 100), turn='rot="900000"')
    return docx(
        *_anchored(d.anchor(group, 100, 30, x=("column", 20), y=("paragraph", 30), wrap=d.SQUARE), *_text(2))
    )


def canvas() -> bytes:
    inside = d.wsp(80, 40, fill=d.solid("2BA699"), x=10, y=10) + d.wsp(
        80, 20, text=d.words("روی بوم"), x=100, y=10
    )
    content = f"<wpc:wpc><wpc:bg>{d.solid('F4F4F4')}</wpc:bg><wpc:whole/>{inside}</wpc:wpc>"
    old = d.pict(
        '<v:group id="c" style="width:220pt;height:60pt" coordsize="2200,600"><v:rect id="c1" '
        'style="position:absolute;left:100;top:100;width:800;height:400" fillcolor="#2ba699"/></v:group>'
    )
    both = d.alternatives(d.inline(content, 220, 60), old, "wpc")
    return docx(*_text(1), paragraph(both, look="<w:bidi/>"), *_text(1))


def theme_colours() -> bytes:
    fills = [
        d.themed("accent1"),
        d.themed("accent1", '<a:lumMod val="75000"/>'),
        d.themed("accent2", '<a:lumMod val="40000"/><a:lumOff val="60000"/>'),
        d.themed("accent3", '<a:shade val="50000"/>'),
        d.themed("accent4", '<a:tint val="40000"/>'),
        d.solid("FF0000", '<a:alpha val="40000"/>'),
    ]
    shapes = [
        d.drawn(d.anchor(d.wsp(60, 30, fill=fill), 60, 30, x=("column", 75 * n), number=n + 1))
        for n, fill in enumerate(fills)
    ]
    return docx(paragraph(*shapes, look="<w:bidi/>"), d.words(""), d.words(""), *_text(1), **THEME)


def style_of_the_theme() -> bytes:
    shape = d.wsp(
        200,
        50,
        fill="",
        line="",
        style=d.STYLE,
        text=d.words("نوشتهٔ سفید", align="center"),
        body='anchor="ctr"',
    )
    return docx(*_anchored(d.anchor(shape, 200, 50, wrap=d.TOP_BOTTOM), *_text(1)), **THEME)


def gradient_bar() -> bytes:
    stops = (
        '<a:gs pos="0"><a:srgbClr val="16325C"/></a:gs><a:gs pos="100000"><a:srgbClr val="2BA699"/></a:gs>'
    )
    fill = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="0" scaled="0"/></a:gradFill>'
    return _in_head(d.anchor(d.wsp(595, 20, fill=fill), 595, 20, x=("page", 0), y=("page", 0)))


def old_shapes() -> bytes:
    place = "position:absolute;z-index:251659264;"
    pieces = [
        f'<v:line id="l" style="{place}" from="0,5pt" to="200pt,5pt" strokecolor="#2ba699" '
        f'strokeweight="2pt"/>',
        f'<v:rect id="r" style="{place}margin-left:0;margin-top:20pt;width:80pt;height:30pt" '
        f'fillcolor="#16325c" stroked="f"/>',
        f'<v:oval id="o" style="{place}margin-left:100pt;margin-top:20pt;width:60pt;height:30pt" '
        f'fillcolor="yellow" strokecolor="red"/>',
        f'<v:roundrect id="q" style="{place}margin-left:180pt;margin-top:20pt;width:80pt;'
        f'height:30pt" arcsize="16384f" filled="f"/>',
        f'<v:shape id="s" style="{place}margin-left:280pt;margin-top:20pt;width:80pt;height:30pt" '
        f'coordsize="100,100" '
        'path="m,100l50,,100,100xe" fillcolor="#d1495b" stroked="f"/>',
    ]
    return docx(
        paragraph(*(d.drawn(d.pict(piece)) for piece in pieces), look="<w:bidi/>"),
        *[d.words("")] * 3,
        *_text(1),
    )


def old_group() -> bytes:
    style = "position:absolute;margin-left:0;margin-top:10pt;width:300pt;height:40pt;z-index:251659264"
    inside = (
        '<v:rect id="g1" style="position:absolute;left:0;top:0;width:3000;height:100" '
        'fillcolor="#16325c" stroked="f"/>'
        '<v:oval id="g2" style="position:absolute;left:100;top:150;width:250;height:250" '
        'fillcolor="#f2b134" stroked="f"/>'
    )
    group = (
        f'<v:group id="g" style="{style}" coordsize="3000,400">{inside}<w10:wrap '
        f'type="topAndBottom"/></v:group>'
    )
    return docx(*_anchored(d.pict(group), *_text(1)))


def old_picture() -> bytes:
    shape = (
        f'{d.TYPE_75}<v:shape id="i" type="#_x0000_t75" style="width:90pt;height:60pt">'
        f'<v:imagedata r:id="logo"/></v:shape>'
    )
    return _with_logo(paragraph(d.drawn(d.pict(shape)), look="<w:bidi/>"), *_text(1))


def cropped_picture() -> bytes:
    picture = d.inline(d.pic("logo", 60, 60, crop='l="25000" t="12500" r="25000" b="12500"'), 60, 60)
    return _with_logo(paragraph(d.drawn(picture), look="<w:bidi/>"), *_text(1))


def turned_picture() -> bytes:
    one = d.anchor(d.pic("logo", 90, 60, turn='rot="2700000"'), 90, 60, x=("column", 30), y=("paragraph", 30))
    two = d.anchor(
        d.pic("logo", 90, 60, turn='flipH="1"'), 90, 60, x=("column", 170), y=("paragraph", 30), number=2
    )
    return _with_logo(paragraph(d.drawn(one), d.drawn(two), look="<w:bidi/>"), *[d.words("")] * 6, *_text(1))


def washed_out_picture() -> bytes:
    blip = '<a:lum bright="70000" contrast="-70000"/>'
    picture = d.anchor(
        d.pic("logo", 300, 200, blip=blip),
        300,
        200,
        x=("margin", "center"),
        y=("margin", "center"),
        behind=True,
    )
    return _in_head(picture)


def transparent_picture() -> bytes:
    picture = d.anchor(
        d.pic("logo", 300, 200, blip='<a:alphaModFix amt="20000"/>'),
        300,
        200,
        x=("page", "center"),
        y=("page", "center"),
        behind=True,
    )
    return _in_head(picture)


def pictures_of_other_kinds() -> bytes:
    kinds = {"gif": "GIF", "bmp": "BMP", "tiff": "TIFF"}
    extra = {f"word/media/p.{name}": d.logo(kind=kind) for name, kind in kinds.items()}
    lines = [(name, "image", f"media/p.{name}") for name in kinds]
    runs = [d.drawn(d.inline(d.pic(name, 60, 40), 60, 40, number=n + 1)) for n, name in enumerate(kinds)]
    return docx(paragraph(*runs, look="<w:bidi/>"), *_text(1), lines=lines, extra=extra)


def vector_picture_with_png() -> bytes:
    blip = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
        'r:embed="svg"/></a:ext></a:extLst>'
    )
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6"><rect width="9" height="6"/></svg>'
    return docx(
        paragraph(d.drawn(d.inline(d.pic("logo", 60, 40, blip=blip), 60, 40)), look="<w:bidi/>"),
        *_text(1),
        lines=(*LINES, ("svg", "image", "media/logo.svg")),
        extra={**LOGO, "word/media/logo.svg": svg},
    )


def places_by_the_page() -> bytes:
    def mark(number: int, x: tuple[str, float | str], y: tuple[str, float | str]) -> str:
        box = d.wsp(40, 16, fill=d.solid("2BA699"))
        return d.anchor(box, 40, 16, x=x, y=y, number=number)

    return _in_head(
        mark(1, ("page", 10), ("page", 10)),
        mark(2, ("page", "right"), ("page", "bottom")),
        mark(3, ("margin", "center"), ("margin", "top")),
        mark(4, ("leftMargin", "center"), ("margin", 200)),
        mark(5, ("rightMargin", 10), ("margin", 300)),
        mark(6, ("margin", "right"), ("bottomMargin", 20)),
        mark(7, ("page", "center"), ("topMargin", "center")),
    )


def places_by_share() -> bytes:
    more = (
        '<wp14:sizeRelH relativeFrom="page"><wp14:pctWidth>50000</wp14:pctWidth></wp14:sizeRelH>'
        '<wp14:sizeRelV relativeFrom="page"><wp14:pctHeight>2000</wp14:pctHeight></wp14:sizeRelV>'
    )
    box = d.wsp(297.65, 16.85, fill=d.solid("2BA699"))
    return _in_head(d.anchor(box, 297.65, 16.85, x=("page", "25%"), y=("page", "90%"), more=more))


def behind_and_in_front() -> bytes:
    under = d.anchor(d.wsp(200, 60, fill=d.solid("CDE7E4")), 200, 60, x=("column", 100), behind=True, order=1)
    one = d.anchor(
        d.wsp(50, 50, fill=d.solid("D1495B")),
        50,
        50,
        x=("column", 20),
        y=("paragraph", 70),
        order=5,
        number=2,
    )
    two = d.anchor(
        d.wsp(50, 50, fill=d.solid("F2B134")),
        50,
        50,
        x=("column", 40),
        y=("paragraph", 90),
        order=3,
        number=3,
    )
    return docx(*_anchored(under + one + two, *[d.words("")] * 6, *_text(1)))


def logo_beside_the_name() -> bytes:
    picture = d.anchor(d.pic("logo", 72, 48), 72, 48, x=("margin", "right"), wrap=d.SQUARE)
    inside = (
        paragraph(
            d.drawn(picture), run(COMPANY, '<w:b/><w:bCs/><w:rtl/><w:szCs w:val="32"/>'), look="<w:bidi/>"
        )
        + d.words("پردازش داده و خدمات پیامکی", size=20)
        + d.words(ADDRESS, size=16)
    )
    return docx(*_text(), marginals={"header-default": inside}, **_header_logo())


def text_above_and_below() -> bytes:
    picture = d.anchor(
        d.pic("logo", 150, 100),
        150,
        100,
        x=("margin", "center"),
        y=("paragraph", 0),
        wrap=d.TOP_BOTTOM,
        gaps=(0, 0, 6, 0),
    )
    return _with_logo(*_text(1), *_anchored(picture, *_text(2)))


def text_on_one_side() -> bytes:
    picture = d.anchor(
        d.pic("logo", 150, 100), 150, 100, x=("margin", "left"), y=("paragraph", 0), wrap=d.SQUARE
    )
    return _with_logo(*_text(1), *_anchored(picture, *_text(2)))


def text_on_both_sides() -> bytes:
    picture = d.anchor(
        d.pic("logo", 120, 80), 120, 80, x=("margin", "center"), y=("paragraph", 10), wrap=d.SQUARE
    )
    return _with_logo(*_text(1), *_anchored(picture, *_text(3)))


def words_as_watermark() -> bytes:
    style = (
        "position:absolute;margin-left:0;margin-top:0;width:440pt;height:110pt;rotation:315;"
        "z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    mark = (
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e">'
        '<v:path textpathok="t"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject357" type="#_x0000_t136" style="{style}" '
        f'fillcolor="#d1495b" stroked="f">'
        '<v:fill opacity=".3"/><v:textpath style="font-family:&quot;Vazirmatn&quot;;font-size:1pt" '
        'string="محرمانه"/></v:shape>'
    )
    return _in_head(d.pict(mark))


def picture_as_watermark() -> bytes:
    style = (
        "position:absolute;margin-left:0;margin-top:0;width:300pt;height:200pt;z-index:-251657216;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    mark = (
        f'{d.TYPE_75}<v:shape id="WordPictureWatermark1" type="#_x0000_t75" style="{style}">'
        '<v:imagedata r:id="logo" gain="19661f" blacklevel="22938f"/></v:shape>'
    )
    return _in_head(d.pict(mark))


FILES: Mapping[str, Callable[[], bytes]] = {
    function.__name__: function
    for function in (
        text_box,
        text_box_in_the_line,
        text_box_with_table_and_picture,
        page_number_in_a_text_box,
        old_text_box,
        old_round_text_box,
        lines_and_rules,
        ready_made_shapes,
        free_path,
        turned_shapes,
        grouped_shapes,
        stretched_group,
        canvas,
        theme_colours,
        style_of_the_theme,
        gradient_bar,
        old_shapes,
        old_group,
        old_picture,
        cropped_picture,
        turned_picture,
        washed_out_picture,
        transparent_picture,
        pictures_of_other_kinds,
        vector_picture_with_png,
        places_by_the_page,
        places_by_share,
        behind_and_in_front,
        logo_beside_the_name,
        text_above_and_below,
        text_on_one_side,
        text_on_both_sides,
        words_as_watermark,
        picture_as_watermark,
    )
}
"""A name for each feature, and what makes the small Word file that uses it."""
