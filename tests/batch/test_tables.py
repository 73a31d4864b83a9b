"""Tables as the source of clients: what is read, what is told of a row, and what is refused as a whole."""

from __future__ import annotations

import datetime
import io
import zipfile

import openpyxl
import pytest

from taahodname.batch import tables
from taahodname.batch.sources import open_source
from taahodname.errors import TableError
from taahodname.profile import Profile
from tests.batch.making_tables import cells_of, client, rows_of, text, workbook
from tests.builders import valid_profile
from tests.contacts import making

NAME, CODE = "company.name", "company.national_id"


def read(path):
    return list(open_source(path))


def one(path):
    (client,) = read(path)
    return client


def rules(client):
    return [(finding.rule, finding.field) for finding in client.findings]


def refusal(path):
    with pytest.raises(TableError) as caught:
        open_source(path)
    error = caught.value
    assert error.exit_code == 2
    assert path.name in error.message
    assert path.name in error.message_en
    return error


# What is read -------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["3000", "1000", "021"])
@pytest.mark.parametrize("write", [workbook, text])
def test_a_row_is_the_same_profile_as_a_file(tmp_path, write, line):
    data = valid_profile(line)
    file = write(tmp_path / ("a.xlsx" if write is workbook else "a.csv"), rows_of([cells_of(data)]))
    assert one(file).profile == Profile.model_validate(data)


def test_the_clients_come_in_their_order_with_their_places_and_rows_each_time(tmp_path):
    file = workbook(tmp_path / "b.xlsx", rows_of([client(), client(company__name="دو")]))
    source = open_source(file)
    told = [(one.place, one.row, one.profile.company.name) for one in source]
    assert told == [("b.xlsx، سطر ۲", 2, "پیشگامان دادهٔ آریا"), ("b.xlsx، سطر ۳", 3, "دو")]
    assert [(one.place, one.row, one.profile.company.name) for one in source] == told


def test_columns_may_come_in_any_order_by_words_or_by_paths_and_may_be_missing(tmp_path):
    rows = [["خط 1: نوع", "company.name", "نام نماینده"], ["021", "آریا", "نرگس"]]
    profile = one(text(tmp_path / "a.csv", rows)).profile
    assert (profile.lines[0].type, profile.company.name, profile.representative.first_name) == (
        "021",
        "آریا",
        "نرگس",
    )
    assert profile.ceo.mobile is None


def test_blank_rows_and_columns_are_passed_over_and_rows_keep_their_numbers(tmp_path):
    def spread(sheet):
        sheet.insert_rows(1, 3)
        sheet.insert_cols(1, 2)
        sheet.insert_rows(5, 2)
        sheet["C7"].value, sheet["D20"].value = "سه", "   "

    file = workbook(tmp_path / "a.xlsx", [[NAME], ["یک"]], change=spread)
    assert [(one.row, one.profile.company.name) for one in read(file)] == [(7, "سه")]


@pytest.mark.parametrize("mark", [",", ";", "\t", "؛"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_text_is_read_whatever_parts_its_columns_and_however_it_is_encoded(tmp_path, mark, encoding):
    rows = [
        ["شرکت: نام", "شرکت: نشانی", NAME.replace("name", "phone")],
        ["آریا", "تهران، پلاک 1، واحد 2", "021;8"],
    ]
    if encoding == "cp1256":
        rows = [[cell.replace("ی", "ي") for cell in row] for row in rows]
    profile = one(text(tmp_path / "a.csv", rows, mark=mark, encoding=encoding)).profile
    assert profile.company.address == rows[1][1]
    assert profile.company.phone == "021;8"


def test_a_text_may_say_itself_what_parts_its_columns(tmp_path):
    file = text(tmp_path / "a.csv", [[NAME, CODE], ["آریا", "1"]], mark=";", head="sep=;\r\n")
    assert (one(file).row, one(file).profile.company.national_id) == (3, "1")


def test_a_cell_of_several_lines_is_one_row_of_a_text(tmp_path):
    file = text(tmp_path / "a.csv", [["خط ۱: نمونهٔ متن پیامک"], ["یک\nدو"], ["سه"]])
    assert [(one.row, one.profile.lines[0].sample_messages) for one in read(file)] == [
        (2, ("یک", "دو")),
        (3, ("سه",)),
    ]


@pytest.mark.parametrize(("name", "make"), [("a.xls", making.xls), ("a.ods", making.ods)])
def test_older_and_free_workbooks_are_read(tmp_path, monkeypatch, name, make):
    monkeypatch.setattr(making, "HEADING", "شرکت: شناسهٔ ملی")
    (tmp_path / name).write_bytes(make("10380284790", 10380284790))
    assert [one.profile.company.national_id for one in read(tmp_path / name)] == ["10380284790"] * 2


def test_the_ending_may_be_in_capitals(tmp_path):
    assert one(workbook(tmp_path / "a.xlsx", [[NAME], ["یک"]]).rename(tmp_path / "A.XLSX")).row == 2


def test_files_count_from_the_folder_of_the_table(tmp_path):
    profile = one(text(tmp_path / "a.csv", [["سربرگ"], ["head.docx"]])).profile
    assert profile.resolve("head.docx") == tmp_path / "head.docx"


def test_every_field_has_the_row_as_its_line(tmp_path):
    profile = one(workbook(tmp_path / "a.xlsx", rows_of([client()]))).profile
    for field in ("company.email", "lines.0.sample_messages.0", "customer_list", "signatories"):
        assert profile.line_of(field) == 2


def test_numbers_and_dates_that_excel_made_come_back_as_they_were(tmp_path):
    day = datetime.date(1979, 10, 15)
    cells = {CODE: 10380284790.0, "ceo.national_code": 84575948, "ceo.birth_date": day, "lines.0.type": 21}
    profile = one(workbook(tmp_path / "a.xlsx", rows_of([cells]))).profile
    assert (profile.company.national_id, profile.ceo.national_code) == ("10380284790", "84575948")
    assert (profile.ceo.birth_date, profile.lines[0].type) == ("1979-10-15", "21")


def test_a_formula_counts_by_its_value_and_a_text_that_looks_like_one_stays_a_text(tmp_path):
    cells = b'<row r="1">' + making.cell("A1", NAME) + b"</row>"
    cells += b'<row r="2"><c r="A2" t="str"><f>"a"</f><v>0010</v></c></row>'
    cells += b'<row r="3">' + making.cell("A3", "=1+1") + b"</row>"
    (tmp_path / "a.xlsx").write_bytes(making.bare(cells))
    assert [one.profile.company.name for one in read(tmp_path / "a.xlsx")] == ["0010", "=1+1"]


def test_notes_on_another_sheet_do_not_matter_and_the_clients_may_stand_on_any(tmp_path):
    notes, clients = [["یادداشت"], ["نام"]], [[NAME, CODE], ["آریا", "1"]]
    for first, second in ((notes, clients), (clients, notes)):
        file = workbook(tmp_path / "a.xlsx", first, sheets={"دیگر": second})
        assert one(file).profile.company.name == "آریا"


def test_the_results_of_an_earlier_check_are_passed_over(tmp_path):
    file = text(tmp_path / "a.csv", [[NAME, "نتیجه"], ["آریا", "رد شد: ۲ خطا"], ["", "رد شد"]])
    told = read(file)
    assert (told[0].profile.company.name, told[0].findings) == ("آریا", ())


# What is told of a row ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "value", "rule"),
    [
        (CODE, 98912345678901234567, "table.digits"),
        ("letter.number", datetime.date(2026, 12, 5), "table.date"),
        ("letter.date", datetime.datetime(2026, 12, 5, 8, 30), "table.time"),
        ("letter.date", datetime.time(8, 30), "table.time"),
        (NAME, True, "table.boolean"),
        (NAME, "=A1", "table.formula"),
        (NAME, "#N/A", "table.error"),
        ("representative.mobile_ported", "شاید", "profile.shape"),
        ("letterhead.head_mm", "خیلی", "profile.shape"),
        ("letterhead.foot_mm", 500, "profile.shape"),
    ],
)
def test_a_wrong_cell_is_told_and_stops_nobody_else(tmp_path, path, value, rule):
    file = workbook(tmp_path / "a.xlsx", rows_of([client(**{path.replace(".", "__"): value}), client()]))
    bad, good = read(file)
    assert rules(bad) == [(rule, path)]
    assert bad.findings[0].line == bad.row == 2
    assert good.profile is not None


def test_all_wrong_cells_of_a_row_are_told_at_once_with_their_addresses(tmp_path):
    rows = [[CODE, "letter.number", "letterhead.head_mm"], [1e20, datetime.date(2026, 1, 2), "x"]]
    found = one(workbook(tmp_path / "a.xlsx", rows)).findings
    assert [finding.rule for finding in found] == ["table.digits", "table.date", "profile.shape"]
    assert "A2" in found[0].message
    assert "شرکت: شناسهٔ ملی" in found[0].message
    assert "B2" in found[1].message
    assert "100000000000000000000" not in "".join(finding.message for finding in found)


def test_a_formula_whose_value_was_never_saved_makes_a_row_of_its_own(tmp_path):
    file = workbook(tmp_path / "a.xlsx", [[NAME, CODE], ["آریا", "1"], ["=A2"], [None, None], ["=A3"]])
    told = [(one.row, rules(one)) for one in read(file)]
    assert told == [(2, []), (3, [("table.formula", NAME)]), (5, [("table.formula", NAME)])]


def test_merged_cells_are_told_where_they_hide_a_value(tmp_path):
    def merge(sheet):
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("B4:C4")
        sheet.merge_cells("A8:C9")

    rows = [[NAME, CODE, "letter.number"], ["یک", "1", "الف"], [None, "2", "ب"], ["سه", "3", None]]
    told = [rules(one) for one in read(workbook(tmp_path / "a.xlsx", rows, change=merge))]
    assert told == [[], [("table.merged", NAME)], [("table.merged", "letter.number")]]


def test_a_line_that_is_left_out_between_others_is_told(tmp_path):
    file = text(tmp_path / "a.csv", [["خط ۱: نوع", "خط ۲: نوع"], ["", "3000"], ["3000", ""]])
    first, second = read(file)
    assert rules(first) == [("table.lines", "lines.0.type")]
    assert len(second.profile.lines) == 1


def test_a_comma_too_many_is_told_of_its_row_alone(tmp_path):
    (tmp_path / "a.csv").write_text(f"{NAME},{CODE}\nآریا,1\nسپید, تهران,2\n", "utf-8")
    good, bad = read(tmp_path / "a.csv")
    assert good.profile is not None
    assert rules(bad) == [("table.no-heading", "")]
    assert "C3" in bad.findings[0].message


def test_a_row_larger_than_a_profile_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "MAX_BYTES", 10)
    file = text(tmp_path / "a.csv", [[NAME], ["آریای"], ["آریای‌ها"]])
    assert [rules(one) for one in read(file)] == [[], [("table.long", "")]]


# What is refused as a whole -----------------------------------------------------------------------


def test_unknown_headings_are_told_with_what_was_meant_and_nothing_is_read(tmp_path):
    rows = [[NAME, "شرکت: شناسهٔ ملیی", "توضیحات"], ["آریا", "1", "مهم"]]
    error = refusal(workbook(tmp_path / "a.xlsx", rows))
    assert error.reason == "headings"
    assert "«شرکت: شناسهٔ ملیی» در B1 (شاید «شرکت: شناسهٔ ملی»)" in error.message
    assert "«توضیحات» در C1" in error.message
    assert "perhaps company.national_id" in error.message_en


def test_many_unknown_headings_are_counted(tmp_path):
    error = refusal(text(tmp_path / "a.csv", [[f"الف{place}" for place in range(20)], ["x"]]))
    assert "۱۲ عنوان دیگر" in error.message


def test_two_columns_for_one_field_are_refused(tmp_path):
    error = refusal(text(tmp_path / "a.csv", [["شرکت: نام", "company.name"], ["یک", "دو"]]))
    assert error.reason == "heading-twice"
    assert "A1" in error.message
    assert "B1" in error.message


def test_clients_on_two_sheets_are_refused_even_where_one_is_hidden(tmp_path):
    rows = [[NAME, CODE], ["آریا", "1"]]
    file = workbook(tmp_path / "a.xlsx", rows, sheets={"بایگانی": rows})
    book = openpyxl.load_workbook(file)
    book["بایگانی"].sheet_state = "hidden"
    book.save(file)
    error = refusal(file)
    assert error.reason == "two-sheets"
    assert "بایگانی" in error.message


def test_a_table_without_clients_is_refused(tmp_path):
    assert refusal(text(tmp_path / "a.csv", [[NAME], ["  "]])).reason == "no-clients"
    assert refusal(workbook(tmp_path / "a.xlsx", [[NAME]])).reason == "no-clients"


def test_a_table_has_a_limit_of_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "MAX_ROWS", 3)
    three = [[NAME], *([str(number)] for number in range(3))]
    assert len(read(text(tmp_path / "a.csv", [*three, [""]]))) == 3
    error = refusal(text(tmp_path / "b.csv", [*three, ["x"]]))
    assert error.reason == "too-many"
    assert "بیش از ۳ سطر" in error.message


def test_rows_of_spaces_are_no_clients(tmp_path):
    def far(sheet):
        sheet["A200000"].value = " "

    assert one(workbook(tmp_path / "a.xlsx", [[NAME], ["یک"]], change=far)).row == 2


def test_merged_cells_without_measure_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "MAX_CELLS", 5)

    def merge(sheet):
        sheet.merge_cells("A3:A9")

    rows = [[NAME], *([str(number)] for number in range(12))]
    assert refusal(workbook(tmp_path / "a.xlsx", rows, change=merge)).reason == "merged"


def zipped(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xlsx", making.encrypted(), "encrypted"),
        ("a.xls", making.encrypted(), "encrypted"),
        ("a.xlsx", making.lying(50_000_000), "zip-bomb"),
        ("a.xlsx", making.column(NAME)[:900], "broken"),
        ("a.xls", making.ole("Workbook"), "other-kind"),
        ("a.xlsx", b"", "empty-file"),
        ("a.csv", b"\r\n\r\n", "empty-file"),
        ("a.xlsx", making.xls(NAME), "misnamed"),
        ("a.xls", making.column(NAME), "misnamed"),
        ("a.ods", making.column(NAME), "misnamed"),
        ("a.csv", making.column(NAME), "misnamed"),
        ("a.xlsx", f"{NAME}\nx\n".encode(), "misnamed"),
        ("a.xlsx", b"%PDF-1.7", "other-kind"),
        ("a.xlsx", zipped(**{"word/document.xml": b"<x/>"}), "other-kind"),
        ("a.xls", b"<html><table>", "save-as"),
        ("a.csv", b"\x01\x02\x03\xff\xfe", "not-text"),
        ("a.csv", f"{NAME}\nآریا و سپید".encode()[:-1], "encoding"),
        ("a.csv", f'{NAME}\n"آریا\nسپید\n'.encode(), "csv"),
        ("a.csv", f'{NAME}\n"آریا"x\n'.encode(), "csv"),
        ("a.csv", f"{NAME}\n{'x' * 200_000}\n".encode(), "csv"),
        ("a.xlsx", making.bare(b""), "empty-file"),
    ],
)
def test_what_is_no_sound_table_is_refused_by_name_and_reason(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    assert refusal(tmp_path / name).reason == reason


def test_an_entity_in_a_workbook_is_refused(tmp_path):
    head = b'<!DOCTYPE x [<!ENTITY e "aaaa">]>'
    (tmp_path / "a.xlsx").write_bytes(making.bare(making.cell_row(NAME, "&e;"), head))
    assert refusal(tmp_path / "a.xlsx").reason == "broken"


def test_a_name_that_turns_the_direction_of_text_is_shown_by_its_code(tmp_path):
    file = tmp_path / "a\u202excod.csv"
    file.write_text("x\n", "utf-8")
    with pytest.raises(TableError) as caught:
        open_source(file)
    assert "\u202e" not in caught.value.message
    assert "<U+202E>" in caught.value.message
