"""Puts the words of one form into Word's XML: letter head, clauses, tables of facts, places to sign."""

from __future__ import annotations

from collections.abc import Sequence

from ooxml import Bookmarks, Cell, Element, Row, Run, field, flag, paragraph, table, twips, w
from undertaking_styles import HEAD_TABLE, SHADE, TABLE, section
from undertaking_wording import (
    BASMALA,
    GREETING,
    LAST,
    PREAMBLE,
    SUBJECT,
    TITLE,
    Clause,
    Form,
)

PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

# The text of a page with the template's own margins is 160 mm wide.
LETTER_COLUMNS = (twips(53), twips(54), twips(53))
FACT_COLUMNS = (twips(29), twips(53), twips(26), twips(52))
LINE_COLUMNS = (twips(34), twips(126))
SIGN_COLUMNS = (twips(80), twips(80))

# A company stamp is about 40 mm wide; 26 mm of free height take it together with a signature.
SIGN_HEIGHT = twips(32)
EXTRA_SIGN_HEIGHT = twips(26)

Pair = tuple[str, str]
Mark = tuple[Element, Element]


def body(form: Form, footer_id: str) -> Element:
    """Return the document part of one form.

    Args:
        form: its clauses and what sets it apart.
        footer_id: the relationship of the foot with the page numbers.
    """
    marks = Bookmarks()
    blocks: list[Element] = [
        *_letter_head(),
        *_clauses(form.clauses, marks),
        paragraph("TaahodTableGap"),
        _company(),
        paragraph("TaahodTableGap"),
        _person("مشخصات مدیرعامل", "ceo"),
        paragraph("TaahodTableGap"),
        _person("مشخصات نماینده", "representative"),
        paragraph("TaahodTableGap"),
        _lines(),
        paragraph("TaahodTableGap"),
        _clause(len(form.clauses) + 1, LAST, keep_next=True),
        _signatures(form, marks),
        _last_paragraph(),
    ]
    return w("document", None, w("body", None, *blocks, section(footer_id)))


def footer() -> Element:
    """Return the foot: «صفحهٔ ۱ از ۲», counted by Word."""
    line = paragraph("TaahodFooter", "صفحهٔ ")
    line.extend(field("PAGE", "۱"))
    line.append(Run(" از ").element())
    line.extend(field("NUMPAGES", "۲"))
    return w("ftr", None, line)


def _letter_head() -> list[Element]:
    """Return what stands above the clauses: number and date at the left, addressee, subject, greeting."""
    numbers = [
        paragraph("TaahodLetter", Run(f"{label}: ", bold=True), text)
        for label, text in (
            ("شماره", "{% if letter.number %}{{ letter.number }}{% endif %}"),
            ("تاریخ", "{{ letter.date }}"),
            ("پیوست", "{% if letter.attachments %}{{ letter.attachments }}{% endif %}"),
        )
    ]
    cells = (
        Cell([paragraph("TaahodLetter")], centred=False),
        Cell([paragraph("TaahodBasmala", BASMALA)], centred=False),
        Cell(numbers, centred=False),
    )
    return [
        table(LETTER_COLUMNS, [Row(cells)], style=HEAD_TABLE, title="شماره، تاریخ و پیوست نامه"),
        paragraph("TaahodTitle", TITLE),
        paragraph("TaahodHeading", "به: ", "{{ letter.addressee }}"),
        paragraph("TaahodHeading", "موضوع: " + SUBJECT),
        paragraph("TaahodBody", GREETING),
        paragraph("TaahodBody", PREAMBLE),
    ]


def _clauses(clauses: Sequence[Clause], marks: Bookmarks) -> list[Element]:
    """Return the clauses above the tables; the third carries the bookmark that the preflight looks for."""
    return [
        _clause(number, clause, mark=marks.pair("clause_3") if number == 3 else None)
        for number, clause in enumerate(clauses, 1)
    ]


def _clause(number: int, clause: Clause, *, keep_next: bool = False, mark: Mark | None = None) -> Element:
    """Return one clause; its number is plain text, for Word's own numbering turns round."""
    shown = str(number).translate(PERSIAN_DIGITS)
    runs = [Run(f"{shown}.\t{clause.topic}: ", bold=True)]
    runs += [Run(piece.text, piece.bold) for piece in clause.pieces]
    return paragraph("TaahodClause", *runs, keep_next=keep_next, mark=mark)


def _heading(text: str, columns: int) -> Row:
    return Row([Cell([paragraph("TaahodTableHeading", text)], span=columns, shade=SHADE)])


def _label(text: str, *, keep_next: bool = False) -> Cell:
    return Cell([paragraph("TaahodTableLabel", text, keep_next=keep_next)], shade=SHADE)


def _value(text: str, *, span: int = 1, keep_next: bool = False) -> Cell:
    return Cell([paragraph("TaahodTableValue", text, keep_next=keep_next)], span=span)


def _facts(*pairs: Pair, keep_next: bool = True) -> Row:
    """Return a row of one or two labelled facts; one alone takes the whole width."""
    span = 3 if len(pairs) == 1 else 1
    cells: list[Cell] = []
    for label, text in pairs:
        cells += [_label(label, keep_next=keep_next), _value(text, span=span, keep_next=keep_next)]
    return Row(cells)


def _company() -> Element:
    title = "مشخصات شرکت"
    rows = [
        _heading(title, 4),
        _facts(("نام شرکت", "{{ company.legal_name }}"), ("شناسهٔ ملی", "{{ company.national_id }}")),
        _facts(
            ("کد اقتصادی", "{{ company.economic_code }}"),
            ("شمارهٔ ثبت", "{{ company.registration_number }}"),
        ),
        _facts(("نوع فعالیت", "{{ company.activity }}")),
        _facts(("وب‌سایت", "{{ company.website }}"), ("ایمیل سازمانی", "{{ company.email }}")),
        _facts(("تلفن", "{{ company.phone }}"), ("کد پستی", "{{ company.postal_code }}")),
        _facts(("نشانی", "{{ company.address }}"), keep_next=False),
    ]
    return table(FACT_COLUMNS, rows, style=TABLE, title=title)


def _person(title: str, who: str) -> Element:
    """Return the table of one person, printed in full even where two are one (service-lines 021.3).

    Args:
        title: the heading of the table.
        who: «ceo» or «representative».
    """

    def tag(name: str) -> str:
        return f"{{{{ {who}.{name} }}}}"

    rows = [
        _heading(title, 4),
        _facts(("نام و نام خانوادگی", tag("full_name")), ("نام پدر", tag("father_name"))),
        _facts(("کد ملی", tag("national_code")), ("شمارهٔ شناسنامه", tag("birth_certificate_number"))),
        _facts(("تاریخ تولد", tag("birth_date")), ("تلفن همراه", tag("mobile")), keep_next=False),
    ]
    if who == "representative":
        rows += [
            _control("if representative.position", 4),
            _facts(("سمت", tag("position")), keep_next=False),
            _control("endif", 4),
        ]
    return table(FACT_COLUMNS, rows, style=TABLE, title=title)


def _control(tag: str, columns: int) -> Row:
    """Return a row that only steers the filling and is gone afterwards."""
    return Row([Cell([paragraph("TaahodTableValue", f"{{%tr {tag} %}}")], span=columns)])


def _lines() -> Element:
    """Return the table of the numbers: for each its audience, its subject and its sample messages."""
    # Shaded like its label, so that one number's block is told from the next.
    shown = paragraph("TaahodTableValue", Run("{{ entry.number }}", bold=True), keep_next=True)
    number = Cell([shown], shade=SHADE)
    rows = [
        _heading("مشخصات شمارهٔ خدماتی (خط {{ line.type }})", 2),
        _control("for entry in lines", 2),
        Row([_label("شمارهٔ خط", keep_next=True), number]),
        Row([_label("جامعهٔ هدف"), _value("{{ entry.audience }}")]),
        Row([_label("موضوع محتوای پیامک"), _value("{{ entry.subject }}")]),
        _control("for sample in entry.samples", 2),
        Row([_label("نمونهٔ متن پیامک"), _value("{{ sample }}")]),
        _control("endfor", 2),
        _control("endfor", 2),
    ]
    return table(LINE_COLUMNS, rows, style=TABLE, title="مشخصات شمارهٔ خدماتی")


def _signer(name: str, title: str, mark: Mark) -> Cell:
    """Return a cell to sign in: whose it is at its top, room below."""
    whose = paragraph("TaahodSignature", Run(name, bold=True), f"، {title}", keep_next=True, mark=mark)
    return Cell([whose], centred=False)


def _signatures(form: Form, marks: Bookmarks) -> Element:
    """Return the places to sign and stamp, which stay together and with the closing words."""
    headings = [
        Cell([paragraph("TaahodSignature", Run(text, bold=True), keep_next=True)], shade=SHADE)
        for text in ("امضای مدیرعامل و مهر شرکت", "امضا و مهر نماینده")
    ]
    ceo = _signer("{{ ceo.full_name }}", "مدیرعامل", marks.pair("sign_ceo"))
    if form.empty_box:
        empty = paragraph("TaahodSignature", keep_next=True, mark=marks.pair("empty_representative"))
        other = Cell([empty], centred=False)
    else:
        mark = marks.pair("sign_representative")
        other = _signer("{{ representative.full_name }}", "نمایندهٔ شرکت", mark)
    further = paragraph("TaahodSignature", Run("امضای دیگر صاحبان امضا", bold=True), keep_next=True)
    signatory = [
        paragraph("TaahodSignature", Run("{{ s.name }}", bold=True), keep_next=True),
        paragraph("TaahodSignature", "{% if s.title %}{{ s.title }}{% endif %}", keep_next=True),
    ]
    place = paragraph("TaahodSignature", keep_next=True, mark=marks.pair("sign_signatory"))
    rows = [
        Row(headings),
        Row([ceo, other], SIGN_HEIGHT),
        _control("if signatories", 2),
        Row([Cell([further], 2, SHADE)]),
        _control("endif", 2),
        _control("for s in signatories", 2),
        Row([Cell(signatory), Cell([place], centred=False)], EXTRA_SIGN_HEIGHT),
        _control("endfor", 2),
    ]
    return table(SIGN_COLUMNS, rows, style=TABLE, title="محل امضا و مهر")


def _last_paragraph() -> Element:
    """Return the paragraph Word wants after a table, one point high so that it never asks for a page."""
    line = w("spacing", {"before": 0, "after": 0, "line": 20, "lineRule": "exact"})
    look = w("rPr", None, w("sz", {"val": 2}), w("szCs", {"val": 2}), flag("rtl"))
    return w("p", None, w("pPr", None, w("pStyle", {"val": "Normal"}), line, look))
