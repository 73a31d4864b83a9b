"""Makes blank forms such as operators hand out, and adopts them: python scripts/blank_forms.py [FOLDER].

Each is written in the manner of another maker, so that the finding of blanks is tried on habits that differ:
3000 is running text with dots, 1000 is tables with empty cells, 021 mixes content controls, legacy form
fields, underscores, underlined spaces and tab leaders, and is typed on an Arabic keyboard. The wording is our
own; what the forms ask for follows facts of public pages on service numbers, not any operator's own form.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ooxml import Cell, Element, Row, Ruling, flag, table, text_element, twips, value, w
from taahodname.forms.adopt import adopt
from word_zip import WORD_TYPE, Relationship, content_types, core_properties, relationships, write, xml_bytes

FOLDER = Path(__file__).resolve().parents[1] / "samples" / "forms"
SIDE = 1247
"""The margin at both sides, in twips: 22 mm."""
WIDE = 11906 - 2 * SIDE


def run(text: str, *, bold: bool = False, underline: bool = False, style: str = "") -> Element:
    """Return a run; tabs in the text become tabs."""
    look = [value("rStyle", style)] if style else []
    look += [flag("b"), flag("bCs")] if bold else []
    look += [value("u", "single")] if underline else []
    pieces: list[Element] = []
    for place, piece in enumerate(text.split("\t")):
        pieces += [flag("tab")] if place else []
        pieces += [text_element(piece)] if piece else []
    return w("r", None, w("rPr", None, *look, flag("rtl")), *pieces)


def line(*pieces: Element | str, look: Sequence[Element] = (), align: str = "") -> Element:
    """Return a paragraph; a bare string is a plain run."""
    properties = [*look, flag("bidi"), *([value("jc", align)] if align else [])]
    inside = [run(piece) if isinstance(piece, str) else piece for piece in pieces]
    return w("p", None, w("pPr", None, *properties, w("rPr", None, flag("rtl"))), *inside)


def heading(text: str) -> Element:
    """Return a bold line."""
    return line(run(text, bold=True), look=[flag("keepNext")])


# 3000: running text with dots ------------------------------------------------------------------------

DOTS = "." * 22
SHORT = "." * 14


def form_3000() -> list[Element]:
    """Return a form that is all running text, its blanks dotted by hand."""
    return [
        line(f"شماره: {SHORT}", align="right"),
        line("تاریخ: ..../..../........", align="right"),
        line("پیوست: …………………", align="right"),
        line(run("به نام خدا", bold=True), align="center"),
        line(run("تعهدنامهٔ استفاده از سرشمارهٔ خدماتی ۳۰۰۰", bold=True), align="center"),
        line("گیرنده: مرکز گسترش فناوری اطلاعات (مگفا)"),
        line(
            f"اینجانب {DOTS} فرزند {SHORT} به شماره شناسنامه {SHORT} متولد ..../..../.... "
            f"به شماره ملی {DOTS} و تلفن همراه {DOTS} مدیرعامل شرکت {DOTS} به شناسه ملی {DOTS}، کد اقتصادی "
            f"{DOTS} و شماره ثبت {SHORT} به نشانی {DOTS}{DOTS}{DOTS} از طرف شرکت می‌پذیرم که خط ۳۰۰۰ به شماره "
            f"{DOTS} با شرط‌های زیر خدماتی شود:"
        ),
        line(
            "۱- سرشماره‌های پیامک از ابتدای اردیبهشت ۱۳۹۲ به دو دستهٔ خدماتی و تبلیغاتی بخش شده‌اند و "
            "سرشمارهٔ خدماتی تنها برای آگاه کردن و خدمت رساندن به مشتریان خود شرکت است."
        ),
        line(
            "۲- پیامکی که گیرنده نخواسته باشد و از آن خبر نداشته باشد، هر چه در آن نوشته شود، تبلیغاتی است."
        ),
        line(f"۳- شرکت {DOTS} پیامک تبلیغاتی با این سرشماره نمی‌فرستد و آن را تنها در کار خود به کار می‌برد."),
        line("۴- پیامک تنها به شماره‌هایی فرستاده می‌شود که فهرست آن‌ها پیوست این برگ است."),
        line(
            "۵- اگر خلاف این تعهد دیده شود، سرشماره از فهرست سفید بیرون می‌رود و همهٔ زیان شرکت ارتباطات "
            "سیار ایران و دیگران بر عهدهٔ شرکت است."
        ),
        line(f"۶- سفته به مبلغ {DOTS} ریال به شمارهٔ سریال {SHORT} بابت این تعهد داده شده است."),
        heading("مشخصات شرکت:"),
        line(f"نوع فعالیت: {DOTS}{DOTS}{DOTS}"),
        line(f"آدرس سایت: {DOTS}   پست الکترونیک سازمانی: {DOTS}"),
        line(f"تلفن: {DOTS}   کدپستی: {DOTS}   دورنگار: {SHORT}"),
        heading("مشخصات نمایندهٔ شرکت:"),
        line(f"نام و نام خانوادگی: {DOTS}   نام پدر: {SHORT}   کد ملی: {DOTS}"),
        line(f"شماره شناسنامه: {SHORT}   تاریخ تولد: ..../..../....   تلفن همراه (همراه اول): {DOTS}"),
        heading("مشخصات پیامک‌ها:"),
        line(f"جامعهٔ هدف: {DOTS}{DOTS}{DOTS}"),
        line("موضوع محتوای پیامک:"),
        line(DOTS * 4),
        line(DOTS * 4),
        line(f"نمونهٔ متن پیامک: {DOTS}{DOTS}{DOTS}"),
        line("درستی همهٔ آنچه نوشته شد بر عهدهٔ شرکت است."),
        table(
            (WIDE // 2, WIDE - WIDE // 2),
            [
                Row(
                    [
                        Cell([line("مهر و امضای مدیرعامل", align="center")]),
                        Cell([line("مهر و امضای نماینده", align="center")]),
                    ]
                ),
                Row([Cell([line()]), Cell([line()])], twips(30)),
            ],
            ruling=Ruling(size=0),
        ),
        line(f"تاریخ امضا: {SHORT}"),
    ]


# 1000: tables with empty cells -----------------------------------------------------------------------

GREY = "D9E2F3"


def label(text: str, span: int = 1) -> Cell:
    """Return a shaded cell with a label."""
    return Cell([line(run(text, bold=True))], span, GREY)


def blank(span: int = 1) -> Cell:
    """Return an empty cell."""
    return Cell([line()], span)


def facts(*labels: str) -> Row:
    """Return a row of labels, an empty cell after each; one alone takes the whole width."""
    cells: list[Cell] = []
    for text in labels:
        cells += [label(text), blank(3 if len(labels) == 1 else 1)]
    return Row(cells)


def title_row(text: str, columns: int) -> Row:
    """Return a row of one shaded cell."""
    return Row([Cell([line(run(text, bold=True), align="center")], columns, "B4C6E7")])


def quarter(*rows: Row) -> Element:
    """Return a table of labels and blanks, four columns wide."""
    quarters = (WIDE * 20 // 100, WIDE * 30 // 100, WIDE * 20 // 100, WIDE - WIDE * 70 // 100)
    return table(quarters, rows)


def person(*more: str) -> list[Row]:
    """Return the rows on one person."""
    return [
        facts("نام", "نام خانوادگی"),
        facts("نام پدر", "کد ملی"),
        facts("ش.ش", "تاریخ تولد"),
        facts("تلفن همراه", *more),
    ]


def form_1000() -> list[Element]:
    """Return a form that is all tables, with an empty cell for every blank."""
    heads = ("ردیف", "شمارهٔ خط", "جامعهٔ هدف", "موضوع پیامک", "نمونهٔ متن پیامک")
    widths = (WIDE * 7 // 100, WIDE * 18 // 100, WIDE * 22 // 100, WIDE * 23 // 100, WIDE - WIDE * 70 // 100)
    numbers = [Row([Cell([line("۱")]), *(blank() for _ in heads[1:])], twips(14))]
    return [
        table(
            (WIDE // 3, WIDE // 3, WIDE - 2 * (WIDE // 3)),
            [Row([Cell([line("شماره:")]), Cell([line("تاریخ:")]), Cell([line("پیوست:")])])],
        ),
        line(run("فرم تعهد شمارهٔ خدماتی ۱۰۰۰", bold=True), align="center"),
        heading("بندهای تعهد"),
        line("۱) شمارهٔ خدماتی برای اطلاع‌رسانی به مشتریان شناخته‌شدهٔ خود شرکت است."),
        line("۲) پیامکی که مشترک نخواسته باشد تبلیغاتی به شمار می‌آید، حتی اگر به یک نفر فرستاده شود."),
        line("۳) شرکت [نام شرکت] می‌پذیرد که از شمارهٔ ۱۰۰۰ خود پیامک تبلیغاتی نفرستد."),
        line("۴) فهرست مشتریان همراه این فرم است و شرکت آن را به‌روز نگه می‌دارد."),
        line("۵) خسارت و پاسخ‌گویی در برابر شکایت‌ها با شرکت است و شمارهٔ متخلف از حالت خدماتی درمی‌آید."),
        quarter(
            title_row("۱. اطلاعات شرکت", 4),
            facts("نام کامل شرکت", "شناسهٔ ملی"),
            facts("کد اقتصادی", "شمارهٔ ثبت"),
            facts("زمینهٔ فعالیت"),
            facts("وب سایت", "ایمیل سازمانی"),
            facts("تلفن", "کد پستی"),
            facts("آدرس"),
            facts("نام بانک", "شمارهٔ حساب"),
        ),
        line(),
        quarter(title_row("۲. مدیر عامل", 4), *person()),
        line(),
        quarter(title_row("۳. نماینده", 4), *person("سمت")),
        line(),
        table(widths, [title_row("۴. مشخصات شماره", 5), Row([label(head) for head in heads]), *numbers]),
        line(),
        table(
            (WIDE // 2, WIDE - WIDE // 2),
            [
                Row([label("مهر شرکت و امضای مدیرعامل"), label("امضا و مهر نماینده")]),
                Row([blank(), blank()], twips(32)),
            ],
        ),
        line(),
        quarter(title_row("این قسمت توسط اپراتور تکمیل می‌شود", 4), facts("نام کارشناس", "تاریخ")),
    ]


# 021: controls, legacy fields, underscores, an Arabic keyboard --------------------------------------------


def control(alias: str, placeholder: str = "برای نوشتن متن اینجا کلیک کنید") -> Element:
    """Return a content control that shows its placeholder."""
    properties = w("sdtPr", None, value("alias", alias), flag("showingPlcHdr"), flag("text"))
    return w("sdt", None, properties, w("sdtContent", None, run(placeholder, style="PlaceholderText")))


def legacy(name: str, number: int) -> list[Element]:
    """Return a legacy text form field with its bookmark and its five wide spaces."""
    settings = w(
        "ffData", None, value("name", name), flag("enabled"), value("calcOnExit", 0), flag("textInput")
    )
    look = w("rPr", None, flag("rtl"))

    def piece(*inside: Element) -> Element:
        return w("r", None, w("rPr", None, flag("rtl")), *inside)

    begin = w("fldChar", {"fldCharType": "begin"}, settings)
    return [
        w("bookmarkStart", {"id": number, "name": name}),
        w("r", None, look, begin),
        piece(text_element(" FORMTEXT ", "instrText")),
        piece(w("fldChar", {"fldCharType": "separate"})),
        piece(text_element("\u2002" * 5)),
        piece(w("fldChar", {"fldCharType": "end"})),
        w("bookmarkEnd", {"id": number}),
    ]


def leaders(*stops: int) -> Element:
    """Return tab stops that draw dots, at the given twips."""
    return w("tabs", None, *(w("tab", {"val": "left", "leader": "dot", "pos": stop}) for stop in stops))


UNDER = "_" * 18


def form_021() -> list[Element]:
    """Return a form whose maker used all that Word offers, with Arabic letters and loose spelling."""
    half = WIDE // 2
    return [
        line("شماره:            تاريخ:            پيوست:            "),
        line(run("تعهد نامه خط خدماتي 021", bold=True), align="center"),
        line("با سلام"),
        line(
            "شركت ",
            control("نام شركت"),
            " به شناسه ملي ",
            *legacy("Text1", 11),
            " و كد اقتصادي ",
            *legacy("Text2", 12),
            " به شماره ثبت ",
            run(" " * 16, underline=True),
            f" به مديريت عاملي آقاي/خانم {UNDER} مي پذيرد:",
        ),
        line("۱. خط خدماتي تنها براي خبر رساني به مشتركين شركت است."),
        line("۲. هر پيامكي بيرون از فهرست مشتريان، تبليغاتي است."),
        line(f"۳. شركت {UNDER} با خط 021 به شماره {UNDER} پيامك تبليغاتي ارسال نمي كند."),
        line(
            "۴. براي هر پيامك تبليغاتي به غير مشتري ۱۰ ريال و افزون بر آن ۵۰٬۰۰۰٬۰۰۰ ريال جريمه گرفته مي "
            "شود و شماره براي هميشه از حالت خدماتي بيرون مي رود."
        ),
        line("۵. سفته به مبلغ ( ", " " * 12, " ) ريال در وجه شركت پيام افزار پيك آسا داده مي شود."),
        heading("اطلاعات شركت"),
        line("زمينه فعاليت:\t", look=[leaders(WIDE)]),
        line("وب‌سايت:\tايميل:\t", look=[leaders(half, WIDE)]),
        line("تلفن:\tكدپستي:\t", look=[leaders(half, WIDE)]),
        line("نشاني :\t", look=[leaders(WIDE)]),
        heading("مدير عامل"),
        line(f"نــام پــدر: {UNDER}  كدملي: {UNDER}"),
        line(
            "شماره شناسنامه: ",
            *legacy("Text3", 13),
            "   تاريخ تولد:     /     /       ",
            "   موبايل: ",
            *legacy("Text4", 14),
        ),
        heading("نماينده معرفي شده"),
        line("نام و نام خانوادگي: ", control("نام نماينده"), "   نام پدر: ", control("نام پدر")),
        line("كد ملي: ", *legacy("Text5", 15), "   شماره شناسنامه: ", *legacy("Text6", 16)),
        line("تاريخ تولد:     /     /       ", f"   موبايل: {UNDER}   سمت: {UNDER}"),
        heading("مشخصات خط"),
        line("جامعه هدف: ", control("جامعه هدف")),
        line("موضوع محتواي پيامك خدماتي: ", control("موضوع")),
        line("متن نمونه: ", run("\u00a0" * 60, underline=True)),
        line(f"نام و امضاي شاهد ۱: {UNDER}"),
        table(
            (half, WIDE - half),
            [
                Row([Cell([line("امضاء مدير عامل و مهر شركت")]), Cell([line("امضاء نماينده")])]),
                Row([Cell([line()]), Cell([line()])], twips(30)),
            ],
        ),
    ]


# The files -------------------------------------------------------------------------------------------

FORMS: Mapping[str, tuple[Callable[[], list[Element]], str, int]] = {
    "3000": (form_3000, "B Nazanin", 24),
    "1000": (form_1000, "B Zar", 22),
    "021": (form_021, "Tahoma", 20),
}
"""By line: the body, the font and its size in half points."""


def styles(font: str, size: int) -> Element:
    """Return the style sheet of a form: a default look, and the grey of placeholders."""
    fonts = w("rFonts", {"ascii": font, "hAnsi": font, "cs": font})
    look = w(
        "rPr",
        None,
        fonts,
        value("sz", size),
        value("szCs", size),
        w("lang", {"val": "en-US", "bidi": "fa-IR"}),
    )
    room = w("pPr", None, w("spacing", {"after": 60, "line": 264, "lineRule": "auto"}))
    normal = w("style", {"type": "paragraph", "default": 1, "styleId": "Normal"}, value("name", "Normal"))
    grey = w(
        "style",
        {"type": "character", "styleId": "PlaceholderText"},
        value("name", "Placeholder Text"),
        w("rPr", None, value("color", "808080")),
    )
    defaults = w("docDefaults", None, w("rPrDefault", None, look), w("pPrDefault", None, room))
    return w("styles", None, defaults, normal, grey)


def parts(line_type: str) -> dict[str, bytes]:
    """Return every part of one blank form, by its name in the package."""
    make, font, size = FORMS[line_type]
    section = w(
        "sectPr",
        None,
        w("pgSz", {"w": 11906, "h": 16838}),
        w(
            "pgMar",
            {
                "top": 1417,
                "right": SIDE,
                "bottom": 1134,
                "left": SIDE,
                "header": 709,
                "footer": 709,
                "gutter": 0,
            },
        ),
        flag("bidi"),
    )
    document = w("document", None, w("body", None, *make(), section))
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    overrides = {
        "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
        "/word/styles.xml": f"{WORD_TYPE}.styles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    return {
        "[Content_Types].xml": content_types(defaults, overrides),
        "_rels/.rels": relationships(
            Relationship("rId1", "officeDocument", "word/document.xml"),
            Relationship("rId2", "core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": core_properties("فرم خام تعهدنامه"),
        "word/document.xml": xml_bytes(document),
        "word/_rels/document.xml.rels": relationships(Relationship("rId1", "styles", "styles.xml")),
        "word/styles.xml": xml_bytes(styles(font, size)),
    }


def main(arguments: Sequence[str]) -> None:
    """Write the blanks and the forms made from them into a folder, samples/forms/ by default."""
    folder = Path(arguments[0]) if arguments else FOLDER
    for line_type in FORMS:
        source = folder / f"blank-{line_type}.docx"
        write(source, parts(line_type))
        form = folder / f"form-{line_type}.docx"
        form.write_bytes(adopt(source.read_bytes(), line_type, source.name).docx)
        print(source, form)


if __name__ == "__main__":
    main(sys.argv[1:])
