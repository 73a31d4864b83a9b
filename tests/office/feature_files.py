"""Small Word files, one for each feature of text that the reader reads, in the manner of Iranian forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..word.making import STYLES, docx, field, paragraph, part, run, table

BODY_STYLES = STYLES + (
    '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="120"/></w:pPr>'
    "</w:style>"
    '<w:style w:type="character" w:styleId="NoteMark"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="NoteText"><w:name w:val="footnote text"/>'
    '<w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" '
    'w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
COMPATIBLE = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)
CLAUSE = (
    "این شرکت متعهد می‌شود از خط پیامک واگذارشده تنها برای ارسال پیامک خدماتی به مشتریان خود استفاده کند و "
    "هیچ پیامک تبلیغاتی یا سیاسی با آن نفرستد و مسئولیت محتوای همهٔ پیامک‌ها را بپذیرد."
)
SHORT = "شرکت مسئول درستی همهٔ آگاهی‌های بالا است."
PAGE_SIZE = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = (
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" '
    'w:gutter="0"/>'
)


def level(
    depth: int,
    way: str,
    pattern: str,
    *,
    start: int = 1,
    indent: int | None = None,
    hanging: int = 480,
    more: str = "",
    look: str = "",
) -> str:
    """Return a `w:lvl`; `more` stands before its text, `look` is the inside of its `w:rPr`."""
    left = 480 * (depth + 1) if indent is None else indent
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{way}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" '
        f'w:hanging="{hanging}"/></w:pPr><w:rPr>{look}</w:rPr></w:lvl>'
    )


def numbering(*lists: Sequence[str], more: str = "") -> str:
    """Return a numbering.xml with one list for each group of levels, from 1; `more` is put behind."""
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{index}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
        for index, levels in enumerate(lists, 1)
    )
    nums = "".join(
        f'<w:num w:numId="{index}"><w:abstractNumId w:val="{index}"/></w:num>'
        for index in range(1, len(lists) + 1)
    )
    return part("w:numbering", kinds + nums + more)


def item(text: str, number: int = 1, depth: int = 0, more: str = "") -> str:
    """Return a paragraph of a list."""
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, look=f'{place}<w:spacing w:after="60"/>{more}')


def note(kind: str, number: int, text: str) -> str:
    """Return a note of footnotes.xml or endnotes.xml."""
    mark = f'<w:r><w:rPr><w:rStyle w:val="NoteMark"/><w:rtl/></w:rPr><w:{kind}Ref/></w:r>'
    words = paragraph(mark, run(" " + text), look='<w:pStyle w:val="NoteText"/>')
    return f'<w:{kind} w:id="{number}">{words}</w:{kind}>'


def notes(kind: str, *texts: str) -> str:
    """Return a footnotes.xml or endnotes.xml, with the separators that Word wants."""
    rule = (
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        f"</w:{kind}>"
    )
    return part(f"w:{kind}s", rule + "".join(note(kind, n, text) for n, text in enumerate(texts, 1)))


def mark(kind: str, number: int) -> str:
    """Return the run that points to a note."""
    return (
        f'<w:r><w:rPr><w:rStyle w:val="NoteMark"/><w:rtl/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'
    )


def section(inside: str = "", size: str = PAGE_SIZE, margins: str = MARGINS, numbers: str = "") -> str:
    """Return the inside of a `w:sectPr`."""
    return f"{inside}{size}{margins}{numbers}<w:bidi/>"


def ending(text: str, properties: str) -> str:
    """Return the last paragraph of a section."""
    return paragraph(text, look=f"<w:sectPr>{properties}</w:sectPr>")


def made(*blocks: str, **options: object) -> bytes:
    """Return a Word file in the styles of this module."""
    return docx(*blocks, **{"styles": BODY_STYLES, "settings": COMPATIBLE, "section": section(), **options})


# Numbering ---------------------------------------------------------------------------------------


def decimal_list() -> bytes:
    items = [item(CLAUSE if index % 3 else SHORT) for index in range(12)]
    return made(paragraph("تعهدنامهٔ استفاده از خط پیامک"), *items,
                kinds={"numbering": numbering([level(0, "decimal", "%1.")])})  # fmt: skip


def levels_list() -> bytes:
    deep = [
        level(0, "decimal", "مادهٔ %1:", indent=900, hanging=900),
        level(1, "decimal", "%1.%2", indent=1400, hanging=500),
        level(2, "arabicAbjad", "%3)", indent=1900, hanging=500),
    ]
    blocks = []
    for _ in range(2):
        blocks += [item("تعریف‌ها"), item(CLAUSE, depth=1), item(SHORT, depth=1)]
        blocks += [item("شناسهٔ ملی", depth=2), item("کد اقتصادی", depth=2), item(CLAUSE, depth=2)]
    return made(*blocks, kinds={"numbering": numbering(deep)})


def other_ways() -> bytes:
    ways = ("arabicAlpha", "arabicAbjad", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter",
            "decimalZero")  # fmt: skip
    lists = [[level(0, way, "(%1)", hanging=480)] for way in ways]
    blocks = [item(SHORT, number) for number in range(1, len(ways) + 1) for _ in range(4)]
    return made(*blocks, kinds={"numbering": numbering(*lists)})


def bullets() -> bytes:
    def font(name: str) -> str:
        return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:hint="default"/>'

    lists = [
        [level(0, "bullet", "\uf0b7", look=font("Symbol")), level(1, "bullet", "o"),
         level(2, "bullet", "\uf0a7", look=font("Wingdings"))],
        [level(0, "bullet", "–")],
        [level(0, "bullet", "\uf0fc", look=font("Wingdings"))],
    ]  # fmt: skip
    blocks = [item(CLAUSE), item(SHORT, depth=1), item(SHORT, depth=2), item(CLAUSE), item(SHORT, 2),
              item(CLAUSE, 2), item(SHORT, 3), item(SHORT, 3)]  # fmt: skip
    return made(*blocks, kinds={"numbering": numbering(*lists)})


def restarts() -> bytes:
    override = (
        '<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride '
        'w:val="1"/></w:lvlOverride></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride '
        'w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    found = numbering([level(0, "decimal", "%1-")], more=override)
    blocks = [item(SHORT), item(SHORT), paragraph("فهرست دوم"), item(SHORT, 5), item(SHORT, 5),
              paragraph("فهرست سوم"), item(SHORT, 6), item(CLAUSE, 6)]  # fmt: skip
    return made(*blocks, kinds={"numbering": found})


def numbered_style() -> bytes:
    clause = '<w:pStyle w:val="Clause"/>'
    blocks = [paragraph(CLAUSE, look=clause), paragraph(SHORT, look=clause),
              paragraph(SHORT, look=f'{clause}<w:numPr><w:numId w:val="0"/></w:numPr>'),
              paragraph(CLAUSE, look=clause)]  # fmt: skip
    return made(*blocks, kinds={"numbering": numbering([level(0, "decimal", "بند %1) ", hanging=900,
                                                              indent=900)])})  # fmt: skip


def suffixes() -> bytes:
    lists = [
        [level(0, "decimal", "%1)", more='<w:suff w:val="space"/>', indent=0, hanging=0)],
        [level(0, "decimal", "%1-", more='<w:suff w:val="nothing"/>', indent=0, hanging=0)],
        [level(0, "decimal", "%1.", indent=700, hanging=300).replace('lvlJc w:val="left"',
                                                                     'lvlJc w:val="right"')],
    ]  # fmt: skip
    blocks = [item(CLAUSE if index else SHORT, number) for number in (1, 2, 3) for index in (0, 1)]
    return made(*blocks, kinds={"numbering": numbering(*lists)})


# Notes, sections, fields -------------------------------------------------------------------------


def footnotes() -> bytes:
    words = ("مادهٔ ۵ آیین‌نامهٔ پیامک.", "شناسهٔ ملی یازده رقم دارد. " + CLAUSE, "به نشانی دفتر مرکزی.")
    blocks = [paragraph(CLAUSE * 2 + " ") for _ in range(9)]
    blocks[1] = paragraph(run(CLAUSE), mark("footnote", 1), run(" و پیوست آن."))
    blocks[3] = paragraph(run(CLAUSE), mark("footnote", 2), run(" است"), mark("footnote", 3))
    return made(*blocks, kinds={"footnotes": notes("footnote", *words)})


def footnotes_of_pages() -> bytes:
    blocks = [paragraph(run(CLAUSE * 2), mark("footnote", number)) for number in range(1, 16)]
    words = [f"یادداشت شمارهٔ {number}. {CLAUSE}" for number in range(1, 16)]
    return made(*blocks, kinds={"footnotes": notes("footnote", *words)})


def endnotes() -> bytes:
    words = ("مادهٔ ۵ آیین‌نامهٔ پیامک.", "شناسهٔ ملی یازده رقم دارد.")
    blocks = [paragraph(CLAUSE), paragraph(run(CLAUSE), mark("endnote", 1)),
              paragraph(run(SHORT), mark("endnote", 2), run(" پایان."))]  # fmt: skip
    return made(*blocks, kinds={"endnotes": notes("endnote", *words)})


def next_page_section() -> bytes:
    wide = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    return made(paragraph(CLAUSE), ending("پایان بخش نخست", section()), paragraph(CLAUSE),
                ending("پایان بخش پهن", section(size=wide)), paragraph(CLAUSE * 3))  # fmt: skip


def continuous_section() -> bytes:
    return made(
        *[paragraph(CLAUSE)] * 3,
        ending(SHORT, section()),
        *[paragraph(CLAUSE)] * 3,
        ending(SHORT, section('<w:type w:val="continuous"/>')),
        *[paragraph(CLAUSE)] * 12,
        section=section('<w:type w:val="continuous"/>'),
    )


def narrow_section() -> bytes:
    narrow = MARGINS.replace('w:right="1440"', 'w:right="2880"').replace('w:left="1440"', 'w:left="2880"')
    return made(
        *[paragraph(CLAUSE)] * 3,
        ending(SHORT, section()),
        *[paragraph(CLAUSE)] * 3,
        ending(SHORT, section('<w:type w:val="continuous"/>', margins=narrow)),
        paragraph(CLAUSE),
        section=section('<w:type w:val="continuous"/>'),
    )


def blank_page_section() -> bytes:
    return made(paragraph(CLAUSE), ending(CLAUSE, section()), paragraph("از صفحهٔ فرد."),
                section=section('<w:type w:val="oddPage"/>'))  # fmt: skip


def odd_page_section() -> bytes:
    return made(paragraph(CLAUSE), '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
                ending(CLAUSE, section()), paragraph("بخش دوم از صفحهٔ فرد آغاز می‌شود."), paragraph(CLAUSE),
                section=section('<w:type w:val="oddPage"/>'))  # fmt: skip


def page_numbers() -> bytes:
    foot = paragraph(
        run("صفحهٔ "), field("PAGE"), run(" از "), field("NUMPAGES"), run(" ("), field("SECTIONPAGES"),
        run(")"), look='<w:jc w:val="center"/>',
    )  # fmt: skip
    reference = '<w:footerReference w:type="default" r:id="footer-default"/>'
    first = section(reference, numbers='<w:pgNumType w:fmt="lowerRoman" w:start="3"/>')
    return made(paragraph(CLAUSE), '<w:p><w:r><w:br w:type="page"/></w:r></w:p>', ending(CLAUSE, first),
                *[paragraph(CLAUSE)] * 20, marginals={"footer-default": foot},
                section=section(numbers='<w:pgNumType w:start="1"/>'))  # fmt: skip


def form_fields() -> bytes:
    def char(kind: str, inside: str = "") -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'

    def old(instruction: str, data: str, result: str = "") -> str:
        code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        shown = char("separate") + run(result) if result else ""
        return char("begin", f"<w:ffData>{data}</w:ffData>") + code + shown + char("end")

    choices = (
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="خصوصی"/><w:listEntry w:val="دولتی"/></w:ddList>'
    )
    control = (
        "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + run("شرکت نمونه") + "</w:sdtContent></w:sdt>"
    )
    return made(
        paragraph(run("نام شرکت: "), old("FORMTEXT", "<w:textInput/>", "شرکت نمونه")),
        paragraph(run("نوع شرکت: "), old("FORMDROPDOWN", choices)),
        paragraph(run("نام: "), control),
        "<w:sdt><w:sdtContent>" + paragraph(CLAUSE) + "</w:sdtContent></w:sdt>",
        paragraph(run("پیوست: "), field("REF attachments", "فهرست مشتریان")),
    )


# Letters, tabs -----------------------------------------------------------------------------------


def raised_text() -> bytes:
    return made(
        paragraph(run("مساحت ۱۲۰ متر"), run("۲", '<w:vertAlign w:val="superscript"/>'), run(" و آب H"),
                  run("2", '<w:vertAlign w:val="subscript"/>'), run("O در این دفتر.")),
        paragraph(run("نوشتهٔ "), run("بالا", '<w:position w:val="6"/>'), run(" و "),
                  run("پایین", '<w:position w:val="-6"/>'), run(" و معمولی.")),
        paragraph(CLAUSE),
    )  # fmt: skip


def spaced_text() -> bytes:
    return made(
        paragraph(run("تعهدنامهٔ رسمی شرکت", '<w:spacing w:val="40"/>')),
        paragraph(run("SMS LINE 1000", '<w:spacing w:val="60"/>')),
        paragraph(run(CLAUSE, '<w:spacing w:val="20"/>')),
        paragraph(run(CLAUSE, '<w:spacing w:val="-10"/>')),
        paragraph(
            run("نوشتهٔ کشیده و پهن", '<w:w w:val="150"/>'), run(" و "), run("فشرده", '<w:w w:val="66"/>')
        ),
        paragraph(run("Company Name Limited", "<w:smallCaps/>"), run(" شرکت نمونه")),
    )


def tab_leaders() -> bytes:
    def stops(*found: tuple[str, int, str]) -> str:
        inside = "".join(
            f'<w:tab w:val="{kind}" w:leader="{sign}" w:pos="{at}"/>' for kind, at, sign in found
        )
        return f"<w:tabs>{inside}</w:tabs>"

    tab = "<w:r><w:tab/></w:r>"
    return made(
        paragraph(run("نام شرکت:"), tab, run("شناسهٔ ملی:"), tab,
                  look=stops(("left", 4500, "dot"), ("left", 9000, "dot"))),
        paragraph(run("نشانی:"), tab, look=stops(("left", 9000, "underscore"))),
        paragraph(run("تلفن:"), tab, run("نمابر:"), tab,
                  look=stops(("left", 4500, "hyphen"), ("left", 9000, "hyphen"))),
        paragraph(run("فصل یکم"), tab, run("۱۲"), look=stops(("right", 9000, "dot"))),
        paragraph(run("میانه"), tab, run("امضای مدیرعامل"), look=stops(("center", 4500, "none"))),
        paragraph(run("پیش‌فرض"), tab, run("یک"), tab, run("دو"), tab, run("سه")),
        paragraph(CLAUSE),
    )  # fmt: skip


# Tables ------------------------------------------------------------------------------------------

GRID = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
TABLE_STYLES = BODY_STYLES + (
    '<w:style w:type="table" w:styleId="Formal"><w:name w:val="Formal"/><w:basedOn w:val="TableNormal"/>'
    f'<w:pPr><w:spacing w:after="0"/></w:pPr><w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>{GRID}'
    "</w:tblBorders></w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="DEEAF6"/></w:tcPr>'
    "</w:tblStylePr>"
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>'
)


def banded_table() -> bytes:
    look = (
        '<w:tblStyle w:val="Formal"/><w:bidiVisual/><w:tblW w:w="9000" w:type="dxa"/>'
        '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
        'w:noHBand="0" w:noVBand="1"/>'
    )
    rows = [("ردیف", "نام", "شماره")] + [(f"{n}", SHORT, "۰۲۱۱۲۳۴۵۶۷") for n in "۱۲۳۴۵۶"]
    return made(paragraph("فهرست مشتریان"), table(*rows, look=look, width=3000), paragraph(CLAUSE),
                styles=TABLE_STYLES)  # fmt: skip


def merged_cells() -> bytes:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    rows = (
        cell("مشخصات شرکت", '<w:gridSpan w:val="3"/>'),
        cell("نام", '<w:vMerge w:val="restart"/><w:vAlign w:val="center"/>') + cell(SHORT) + cell("الف"),
        cell("", "<w:vMerge/>") + cell(CLAUSE, '<w:gridSpan w:val="2"/>'),
        cell("یک", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>") + cell("سه"),
    )
    grid = '<w:gridCol w:w="2000"/><w:gridCol w:w="4000"/><w:gridCol w:w="3000"/>'
    lines = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    short = (
        '<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>' + cell("کوتاه") + "</w:tr>"
    )
    nested = "<w:tr>" + cell("جدول درون جدول") + (
        "<w:tc><w:tcPr/>" + table(("الف", "ب"), look=f"<w:bidiVisual/><w:tblBorders>{GRID}</w:tblBorders>",
                                  width=1500) + paragraph("") + "</w:tc>"
    ) + cell("ج") + "</w:tr>"  # fmt: skip
    found = (
        f"<w:tbl><w:tblPr><w:bidiVisual/><w:tblBorders>{GRID}</w:tblBorders></w:tblPr><w:tblGrid>{grid}"
        f"</w:tblGrid>{lines}{short}{nested}</w:tbl>"
    )
    return made(paragraph(CLAUSE), found, paragraph(CLAUSE))


def placed_tables() -> bytes:
    def look(more: str) -> str:
        return f"<w:bidiVisual/>{more}<w:tblBorders>{GRID}</w:tblBorders>"

    return made(
        table(("الف", "ب"), look=look('<w:tblW w:w="6000" w:type="dxa"/><w:jc w:val="center"/>'), width=3000),
        paragraph(SHORT),
        table(("الف", "ب"), look=look('<w:tblW w:w="6000" w:type="dxa"/><w:tblInd w:w="720" w:type="dxa"/>'),
              width=3000),
        paragraph(SHORT),
        table(("الف", "ب"), look=look('<w:tblW w:w="5000" w:type="pct"/>'), width=3000),
        paragraph(SHORT),
        table(("الف", "ب"), look=look('<w:tblW w:w="6000" w:type="dxa"/><w:jc w:val="right"/>'), width=3000),
        paragraph(SHORT),
    )  # fmt: skip


FEATURES: Mapping[str, Callable[[], bytes]] = {
    "شماره‌گذاری ساده | decimal list": decimal_list,
    "شماره‌گذاری چندسطحی | multi-level list": levels_list,
    "شماره‌گذاری با حروف و اعداد رومی | letters and roman numerals": other_ways,
    "نشانه‌های فهرست | bullets": bullets,
    "آغاز دوبارهٔ شماره | restarted lists": restarts,
    "شماره از سبک | numbering from a style": numbered_style,
    "فاصلهٔ پس از شماره | suffixes and alignment of labels": suffixes,
    "پانویس | footnotes": footnotes,
    "پانویس‌های چند صفحه | footnotes on several pages": footnotes_of_pages,
    "شکست بخش، صفحهٔ بعد | section on the next page": next_page_section,
    "شکست بخش پیوسته | continuous section": continuous_section,
    "شکست بخش، صفحهٔ فرد | section on an odd page": odd_page_section,
    "شمارهٔ صفحه | page numbers": page_numbers,
    "خانه‌های فرم | form fields and content controls": form_fields,
    "بالانویس و زیرنویس | raised and lowered text": raised_text,
    "فاصلهٔ نویسه‌ها | spaced, stretched and small capital letters": spaced_text,
    "نقطه‌چین جدول‌بندی | tab leaders": tab_leaders,
    "سبک شرطی جدول | conditional table style": banded_table,
    "خانه‌های ادغام‌شده | merged cells": merged_cells,
    "جای جدول | placed tables": placed_tables,
}
"""The name of each feature, Persian and English, and the function that makes its file."""

APART: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "یادداشت پایانی | endnotes": (
        endnotes,
        "LibreOffice 7.4 puts endnotes on a page of their own, Word and we below the text",
    ),
    "بخش پیوسته با حاشیهٔ دیگر | continuous section with other margins": (
        narrow_section,
        "LibreOffice 7.4 keeps the margins of the page, Word and we take those of the section",
    ),
    "صفحهٔ سفید پیش از صفحهٔ فرد | blank page before an odd one": (
        blank_page_section,
        "LibreOffice leaves the blank page out of its PDF, Word prints it and so do we",
    ),
}
"""Files that LibreOffice 7.4 knowingly lays out in another way than Word, each with what differs."""

SHOWN_BY_FIELDS: Mapping[str, list[str]] = {
    "شمارهٔ صفحه | page numbers": ["iii", "iv", "۱", "۱", "۲", "۲", "۳", "۳", "۳"],
    "خانه‌های فرم | form fields and content controls": ["دولتی"],
}
"""What fields say that are set anew: page numbers, and the choice of a list that holds no text of its own."""
