"""Whole blanks in habits that the samples do not have are adopted, pass the check and are filled rightly."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from taahodname.documents.values import context
from taahodname.dossier.reading import docx_text
from taahodname.forms.adopt import Adopted, adopt
from taahodname.forms.check import check_form
from taahodname.forms.clause import clause_three
from taahodname.forms.sample import sample
from taahodname.forms.verdicts import Grade
from taahodname.word.fill import fill
from taahodname.word.markup import own_text
from taahodname.word.names import WORD_TYPE, qn
from tests.forms.making import RTL
from tests.word.making import SECTION, opened, paragraph, part, parts, run, zipped

DOTS = "." * 24
BIDI = SECTION + "<w:bidi/>"


def words(text: str, look: str = "") -> str:
    return paragraph(run(text, RTL), look=look)


def wide_table(*rows: Sequence[str | tuple[str, int]]) -> str:
    """Return a table of four columns; a cell with a number spans so many of them."""

    def cell(one: str | tuple[str, int]) -> str:
        text, span = (one, 1) if isinstance(one, str) else one
        inside = words(text) if text else "<w:p/>"
        return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{inside}</w:tc>'

    lines = "".join(f"<w:tr>{''.join(cell(one) for one in row)}</w:tr>" for row in rows)
    grid = '<w:gridCol w:w="2300"/>' * 4
    return f"<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


PERSON = (
    ("نام و نام خانوادگی", "", "نام پدر", ""),
    ("کد ملی", "", "شماره شناسنامه", ""),
    ("تاریخ تولد", "", "شماره همراه", ""),
)


def one_table() -> bytes:
    """Return a form for 1000 that is one table: headings, values, clauses with their numbers, signatures."""
    return zipped(
        parts(
            words("فرم تعهد مشترکان حقوقی، خط خدماتی ۱۰۰۰"),
            wide_table(
                [("مشخصات شرکت", 4)],
                ["نام شرکت", "", "شناسه ملی", ""],
                ["شماره ثبت", "", "کد اقتصادی", ""],
                ["نوع فعالیت", "", "تلفن", ""],
                ["آدرس سایت", "", "ایمیل", ""],
                [("مشخصات مدیرعامل", 4)],
                *PERSON,
                [("مشخصات نمایندهٔ شرکت", 4)],
                *PERSON,
                [("مشخصات خط", 4)],
                *([label, ("", 3)] for label in ("شماره خط", "جامعه هدف", "موضوع پیام", "نمونه پیامک")),
                [("تعهدات", 4)],
                ["۱", ("این خط تنها برای پیامک‌های خدماتی به کار می‌رود.", 3)],
                ["۲", ("پیامک تبلیغاتی ۵۰ میلیون ریال جریمه دارد.", 3)],
                ["۳", (f"شرکت {DOTS} مسئول محتوای همهٔ پیامک‌هاست.", 3)],
                [("مهر و امضای مدیرعامل", 2), ("مهر و امضای نماینده", 2)],
                [("", 2), ("", 2)],
            ),
            section=BIDI,
        )
    )


def numbered_by_word() -> bytes:
    """Return a form for 021 with Word's own numbers, and the head of the letter in a text box of old."""
    head = "".join(words(f"{label}: {DOTS}") for label in ("شماره", "تاریخ", "پیوست"))
    box = (
        '<w:r><w:pict><v:shape type="#_x0000_t202" '
        'style="position:absolute;width:150pt;height:80pt;z-index:1">'
        f"<v:textbox><w:txbxContent>{head}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    labels = ("نوع فعالیت", "وب‌سایت", "پست الکترونیک", "سرشماره", "جامعهٔ هدف", "موضوع پیامک", "نمونهٔ پیامک")
    further = ("کد ملی", "نام پدر", "شماره شناسنامه", "تاریخ تولد", "تلفن همراه")
    of_person = " ".join(f"{label}: {DOTS}" for label in further)
    held = parts(
        paragraph(box),
        words("تعهدنامهٔ متقاضی سرشمارهٔ خدماتی ۰۲۱"),
        words(f"شرکت {DOTS} به شناسه ملی {DOTS}، کد اقتصادی {DOTS} و شماره ثبت {DOTS} می‌پذیرد که:"),
        words("این سرشماره تنها برای آگاه کردن مشتریان خود شرکت است.", item),
        words("پیامک تبلیغاتی ۵۰ میلیون ریال جریمه دارد.", item),
        words(f"شرکت {DOTS} مسئول همهٔ پیامک‌هایی است که فرستاده می‌شود.", item),
        words("این تعهدنامه از روز امضا معتبر است.", item),
        *(words(f"{label}: {DOTS}") for label in labels),
        *(words(f"نام و نام خانوادگی {who}: {DOTS} {of_person}") for who in ("مدیرعامل", "نماینده")),
        words("مهر شرکت و امضای مدیرعامل"),
        section=BIDI,
        lines=(("rIdN", "numbering", "numbering.xml"),),
    )
    held["word/numbering.xml"] = part(
        "w:numbering",
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1-"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>',
    ).encode()
    override = f'<Override PartName="/word/numbering.xml" ContentType="{WORD_TYPE}.numbering+xml"/></Types>'
    held["[Content_Types].xml"] = held["[Content_Types].xml"].replace(b"</Types>", override.encode())
    return zipped(held)


BLANKS = {"1000": one_table, "021": numbered_by_word}


@pytest.fixture(scope="module", params=list(BLANKS))
def made(request) -> tuple[str, Adopted]:
    return request.param, adopt(BLANKS[request.param](), request.param, "blank.docx")


def test_the_form_passes_the_check_and_nothing_is_unclear(made):
    line, done = made
    assert check_form(done.docx, line).errors == ()
    assert [one.near for one in done.left if one.grade is Grade.UNSURE] == []


def test_the_third_clause_is_the_one_that_names_the_company(made):
    line, done = made
    package = opened(done.docx)
    marked = next(
        mark
        for mark in package.xml(package.main).iter(qn("w:bookmarkStart"))
        if mark.get(qn("w:name")) == "clause_3"
    )
    assert own_text(marked.getparent()).startswith("شرکت {{ company.name }} مسئول")
    found = clause_three(opened(BLANKS[line]()))
    assert found is not None
    assert found.how == {"1000": "typed", "021": "automatic"}[line]


def test_every_value_stands_behind_its_own_label(made):
    line, done = made
    values = context(sample(line))
    text = " ".join(docx_text(fill(done.docx, values)).body.split())
    for label, value in (
        ("شناسه ملی", values["company"]["national_id"]),
        ("کد اقتصادی", values["company"]["economic_code"]),
        ("نوع فعالیت", values["company"]["activity"]),
        ("موضوع پیام", values["lines"][0]["subject"]),
        *((f"نام پدر {values[who]['father_name']} کد ملی", values[who]["national_code"])
          for who in ("ceo", "representative") if line == "1000"),
        *((f"{title}: {values[who]['full_name']} کد ملی", values[who]["national_code"])
          for who, title in (("ceo", "مدیرعامل"), ("representative", "نماینده")) if line == "021"),
        *((("تاریخ", values["letter"]["date"]), ("پیوست", values["letter"]["attachments"]))
          if line == "021" else ()),
    ):  # fmt: skip
        behind = text.partition(label)[2].removeprefix("ک").removeprefix(":").strip()
        assert behind.startswith(value), (label, behind[:60])
