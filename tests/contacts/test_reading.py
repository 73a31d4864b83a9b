"""What clients send, what is wrong with it, and what is read of it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from taahodname.contacts import read_list
from taahodname.errors import CustomerListError
from tests.contacts.making import GOOD, HEADING, bare, cell, cell_row, column, ods, text, xls, xlsx

A, B, C = GOOD
FLOATS = [int(number) for number in GOOD]


def hide(*rows):
    """Return a change that hides rows of a sheet."""

    def change(sheet):
        for row in rows:
            sheet.row_dimensions[row].hidden = True

    return change


def merge(area):
    return lambda sheet: sheet.merge_cells(area)


# file | what is wrong | its name, its bytes, the numbers read, what is left out as
# cell: reason, what else is told
TABLE = [
    ("nothing", "a.xlsx", column(*GOOD), GOOD, {}, set()),
    ("it has macros", "a.xlsm", column(*GOOD), GOOD, {}, set()),
    ("an old workbook", "a.xls", xls(*GOOD), GOOD, {}, set()),
    ("an OpenDocument sheet", "a.ods", ods(*GOOD), GOOD, {}, set()),
    ("lines of text", "a.txt", text(*GOOD), GOOD, {}, set()),
    ("lines with Unix ends", "a.txt", text(*GOOD, end="\n"), GOOD, {}, set()),
    ("a heading, UTF-8 with a mark", "a.csv", text(HEADING, *GOOD, encoding="utf-8-sig"), GOOD, {}, set()),
    ("UTF-16", "a.csv", text(HEADING, *GOOD, encoding="utf-16"), GOOD, {}, {"encoding"}),
    ("UTF-16 without a mark", "a.csv", text(HEADING, *GOOD, encoding="utf-16-le"), GOOD, {}, {"encoding"}),
    ("Windows-1256", "a.csv", text(HEADING.replace("ه", "ه"), *GOOD, encoding="cp1256"), GOOD, {},
     {"encoding"}),
    ("semicolons", "a.csv", text("نام;موبایل", *(f"x;{n}" for n in GOOD)), GOOD, {}, set()),
    ("it says what parts it", "a.csv", text("sep=;", "کد;موبایل", *(f"x;{n}" for n in GOOD)), GOOD, {},
     set()),
    ("tabs", "a.txt", text("کد\tموبایل", *(f"x\t{n}" for n in GOOD)), GOOD, {}, set()),
    ("quotes", "a.csv", text('"کد","موبایل"', *(f'"a,b","{n}"' for n in GOOD)), GOOD, {}, set()),
    ("all on one line", "a.txt", text(", ".join(GOOD)), GOOD, {}, {"several"}),
    ("Excel's text trick", "a.csv", text("x,y", *(f'1,"=""{n}"""' for n in GOOD)), GOOD, {}, {"respelled"}),
    ("floats", "a.xlsx", column(*FLOATS), GOOD, {}, {"restored-zero"}),
    ("floats, .xls", "a.xls", xls(*FLOATS), GOOD, {}, {"restored-zero"}),
    ("floats, .ods", "a.ods", ods(*FLOATS), GOOD, {}, {"restored-zero"}),
    ("lost zeros in text", "a.csv", text("m", *(n[1:] for n in GOOD)), GOOD, {}, {"restored-zero"}),
    ("pandas' .0", "a.csv", text("m", *(f"{n[1:]}.0" for n in GOOD)), GOOD, {}, {"restored-zero"}),
    ("Persian digits", "a.xlsx", column("۰۹۱۲۱۲۳۴۵۶۷", B, C), GOOD, {}, {"respelled"}),
    ("Arabic digits", "a.xlsx", column("٠٩١٢١٢٣٤٥٦٧", B, C), GOOD, {}, {"respelled"}),
    ("country codes", "a.xlsx", column("+98 912 123 4567", "00989132345678", 989901234560), GOOD, {},
     {"respelled"}),
    ("direction marks", "a.xlsx", column("\u202a0912-123-4567\u202c", B, C), GOOD, {}, {"respelled"}),
    ("blank rows", "a.xlsx", column(A, None, "", B, None, C), GOOD, {}, set()),
    ("blank rows above", "a.xlsx", xlsx({"S": [[], [], [None, HEADING], [None, A], [None, "0912"]]}), [A],
     {"B5": "too-short"}, set()),
    ("no heading", "a.xlsx", xlsx({"S": [[n] for n in GOOD]}), GOOD, {}, set()),
    ("a title above", "a.xlsx", xlsx({"S": [["فهرست"], [HEADING], *([n] for n in GOOD)]}), GOOD, {},
     {"headings"}),
    ("other columns", "a.xlsx", xlsx({"S": [["ردیف", "کد ملی", "تلفن همراه"], *([i, "0084575948", n]
     for i, n in enumerate(GOOD))]}), GOOD, {}, set()),
    ("two columns of mobiles", "a.xlsx", xlsx({"S": [["معرف", "موبایل مشتری"], ["09131111222", A], ["",
     B]]}), [A, B],
     {}, {"other-columns"}),
    ("several sheets", "a.xlsx", xlsx({"راهنما": [["متن"]], "تهران": [[A], [B]], "شیراز": [[C]]}), [A, B], {},
     {"other-sheets"}),
    ("a hidden sheet first", "a.xlsx", xlsx({"قدیم": [[C]], "جدید": [[A], [B]]}, hidden=["قدیم"]), [A, B], {},
     {"other-sheets"}),
    ("hidden rows", "a.xlsx", column(A, B, C, change=hide(3)), [A, C], {"A3": "hidden-row"}, set()),
    ("hidden rows, .xls", "a.xls", xls(A, B, C, hidden=[3]), [A, C], {"A3": "hidden-row"}, set()),
    ("hidden rows, .ods", "a.ods", ods(A, B, C, hidden=[3]), [A, C], {"A3": "hidden-row"}, set()),
    ("merged cells", "a.xlsx", column(A, None, B, change=merge("A2:A3")), [A, B], {}, {"merged"}),
    ("a merged title", "a.xlsx", xlsx({"S": [["فهرست"], ["کد", HEADING], ["x", A]]}, change=merge("A1:B1")),
     [A], {},
     set()),
    ("a formula without a value", "a.xlsx", column(A, '="0913"&"2345678"'), [A],
     {"A3": "formula-without-value"},
     set()),
    ("formulas only", "a.xlsx", xlsx({"S": [[HEADING], ["=B2"]]}), [], {"A2": "formula-without-value"},
     set()),
    ("a formula with a value", "a.xlsx", bare(b'<row r="1"><c r="A1"><f>1</f><v>9121234567</v></c></row>'),
     [A], {},
     {"formulas", "restored-zero"}),
    ("a formula that gives nothing", "a.xlsx",
     bare(cell_row(A) + b'<row r="2"><c r="A2" t="str"><f>1</f><v></v></c></row>'), [A], {}, set()),
    ("an error", "a.xlsx", column(A, "#N/A"), [A], {"A3": "cell-error"}, set()),
    ("several in a cell", "a.xlsx", column(f"{A} / {B}", C), GOOD, {}, {"several"}),
    ("lines in a cell", "a.xlsx", column(f"{A}\n{B}", C), GOOD, {}, {"several"}),
    ("one of two is a landline", "a.xlsx", column(f"021-88776655 ، {A}"), [A], {"A2": "landline"},
     {"several"}),
    ("words beside", "a.xlsx", column(f"همراه مدیر: {A}", B), [A, B], {}, {"beside-text"}),
    ("duplicates", "a.xlsx", column(A, B, f"+98{A[1:]}"), [A, B], {"A4": "duplicate"}, set()),
    ("a landline", "a.xlsx", column(A, "02188776655"), [A], {"A3": "landline"}, set()),
    ("a landline without its code", "a.xlsx", column(A, "88776655"), [A], {"A3": "landline"}, set()),
    ("a landline as a float", "a.xlsx", column(A, 2188776655), [A], {"A3": "landline"}, set()),
    ("too short", "a.xlsx", column(A, "0912123456"), [A], {"A3": "too-short"}, set()),
    ("too short a float", "a.xlsx", column(A, 912123456), [A], {"A3": "too-short"}, set()),
    ("too long", "a.xlsx", column(A, "091212345678"), [A], {"A3": "too-long"}, set()),
    ("another country", "a.xlsx", column(A, "+12025550123"), [A], {"A3": "foreign"}, set()),
    ("another operator", "a.xlsx", column(A, "09351234567"), [A], {"A3": "other-operator"}, set()),
    ("a prefix in no list", "a.xlsx", column(A, "09971234567"), [A], {"A3": "unknown-prefix"}, set()),
    ("a disputed prefix", "a.xlsx", column(A, "09951234567"), [A, "09951234567"], {}, {"disputed-prefix"}),
    ("equal tails", "a.xlsx", column(A, "09120000000", "09121111111"), [A],
     {"A3": "repeated-tail", "A4": "repeated-tail"}, set()),
    ("digits lost", "a.xlsx", column(A, 98912345678901234567), [A], {"A3": "digits-lost"}, set()),
    ("digits lost in text", "a.csv", text("m", A, "9.12E+09"), [A], {"A3": "digits-lost"}, set()),
    ("a fraction", "a.xlsx", column(A, 9121234567.5), [A], {"A3": "not-a-number"}, set()),
    ("a date", "a.xlsx", column(A, datetime.date(2020, 1, 1)), [A], {"A3": "date"}, set()),
    ("a truth", "a.xlsx", column(A, True), [A], {"A3": "not-a-number"}, set()),
    ("a word below", "a.xlsx", column(A, "جمع"), [A], {"A3": "not-a-number"}, set()),
    ("a national code", "a.xlsx", column(A, "0084575948"), [A], {"A3": "too-short"}, set()),
    ("no addresses in its XML", "a.xlsx", bare(b"<row>%s</row>" % cell("", A).replace(b' r=""', b"")), [A],
     {}, set()),
    ("an .xlsx called .xls", "a.xls", column(*GOOD), GOOD, {}, {"other-ending"}),
    ("a text called .xlsx", "a.xlsx", text(HEADING, *GOOD), GOOD, {}, {"other-ending"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "numbers", "rejects", "told"), [row[1:] for row in TABLE],
                         ids=[row[0] for row in TABLE])  # fmt: skip
def test_a_list_is_read_as_it_is_meant_and_all_else_is_told(tmp_path, name, data, numbers, rejects, told):
    path = tmp_path / name
    path.write_bytes(data)
    found = read_list(path)
    assert list(found.numbers) == list(numbers)
    assert {one.cell: one.reason.value for one in found.rejects} == rejects
    assert {note.code for note in found.notes} == {"read", *told}


def read(tmp_path: Path, data: bytes, name: str = "a.xlsx", **options):
    path = tmp_path / name
    path.write_bytes(data)
    return read_list(path, **options)


def test_what_was_read_is_told_with_sheet_column_and_heading(tmp_path):
    found = read(tmp_path, xlsx({"تهران": [["کد", "موبایل"], ["x", A]]}))
    (note,) = found.notes
    assert "«تهران»، ستون B (عنوان: موبایل)" in note.message
    assert (found.sheet, found.column, found.heading) == ("تهران", "B", "موبایل")


def test_a_duplicate_names_the_first_cell_and_every_reject_keeps_its_value(tmp_path):
    found = read(tmp_path, column(A, "", "۰۹۱۲ ۱۲۳ ۴۵۶۷"))
    (reject,) = found.rejects
    assert (reject.cell, reject.detail, reject.value) == ("A4", "A2", "۰۹۱۲ ۱۲۳ ۴۵۶۷")
    assert reject.message == "تکرار A2 است"
    assert "123456" not in reject.masked
    assert "1234567" not in repr(found)


def test_a_sheet_and_a_column_may_be_named_by_any_keyboard(tmp_path):
    data = xlsx({"یک": [[A]], "كرج": [["کد", "شمارة تماس ۲", "موبایل"], ["x", B, C]]})
    assert list(read(tmp_path, data, sheet="کرج").numbers) == [C]
    assert list(read(tmp_path, data, sheet="کرج", column="b").numbers) == [B]
    assert list(read(tmp_path, data, sheet="کرج", column="شمارة تماس 2").numbers) == [B]


@pytest.mark.parametrize(
    ("options", "reason", "part", "says"),
    [
        ({"sheet": "قم"}, "no-sheet", "sheet", "«یک»، «دو»"),
        ({"column": "Z"}, "no-column", "column", "A («موبایل»)"),
        ({"column": "موبایلل"}, "no-column", "column", "«موبایل»؟"),
        ({"include": ["0912"]}, "include", "include", "0912"),
    ],
)
def test_a_name_that_is_not_there_is_told_with_those_that_are(tmp_path, options, reason, part, says):
    with pytest.raises(CustomerListError) as caught:
        read(tmp_path, xlsx({"یک": [["موبایل", "کد"], [A, "x"]], "دو": [[B]]}), **options)
    assert (caught.value.reason, caught.value.part) == (reason, part)
    assert says in caught.value.message


def test_two_columns_of_one_heading_are_told_apart_by_their_letters(tmp_path):
    data = xlsx({"S": [["موبایل", "موبایل"], [A, B]]})
    with pytest.raises(CustomerListError, match="A، B"):
        read(tmp_path, data, column="موبایل")
    assert list(read(tmp_path, data, column="B").numbers) == [B]


def test_a_list_without_numbers_is_told(tmp_path):
    with pytest.raises(CustomerListError) as caught:
        read(tmp_path, xlsx({"S": [["نام"], ["علی"]]}))
    assert caught.value.reason == "no-numbers"


def test_include_brings_back_what_only_looks_wrong(tmp_path):
    ported, tail, unused = "09351234567", "09121111111", "09361234567"
    found = read(tmp_path, column(A, ported, tail), include=[f"+98{ported[1:]}", tail, unused])
    assert list(found.numbers) == [A, ported, tail]
    assert {note.code: note.count for note in found.notes} == {"read": 3, "included": 2, "unused-include": 1}


def test_every_operator_counts_where_that_is_asked_for(tmp_path):
    assert len(read(tmp_path, column(A, "09351234567"), every_operator=True).numbers) == 2


def test_progress_grows_from_nothing_to_all(tmp_path):
    shares: list[float] = []
    read(tmp_path, column(*GOOD), progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_hidden_column_is_taken_only_where_no_other_has_numbers(tmp_path):
    def change(sheet):
        sheet.column_dimensions["A"].hidden = True

    both = read(tmp_path, xlsx({"S": [["موبایل", "شماره"], [A, B]]}, change=change))
    assert list(both.numbers) == [B]
    alone = read(tmp_path, xlsx({"S": [["موبایل"], [A]]}, change=change))
    assert {note.code for note in alone.notes} == {"read", "hidden-column"}


def test_a_part_that_is_no_number_is_told_for_its_cell_only_once(tmp_path):
    found = read(tmp_path, column(A, "1403/02/03"))
    assert [(one.cell, one.value) for one in found.rejects] == [("A3", "1403/02/03")]
