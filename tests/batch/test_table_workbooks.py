"""The empty workbook for clients, and the one that is handed back with a finding in each wrong cell."""

from __future__ import annotations

import datetime
import io
import zipfile

import openpyxl
import pytest

from taahodname.batch.columns import columns
from taahodname.batch.sources import open_source
from taahodname.batch.table_workbooks import empty
from taahodname.findings import Finding, Severity
from taahodname.profile import Profile
from tests.batch.making_tables import SHEET, cells_of, client, rows_of, text, workbook
from tests.builders import valid_profile

NAME, EMAIL = "company.name", "company.email"
RED, AMBER, GREEN = "FFFBD3CF", "FFFFE9B8", "FFE3F4E1"


def finding(field, message="نادرست است؛ آن را اصلاح کنید.", severity=Severity.ERROR):
    return Finding("x.y", severity, field, None, message, "wrong", "test")


def handed_back(source, findings, file):
    assert open_source(source).hand_back(iter(findings), file) is True
    return openpyxl.load_workbook(file).active


def colour(cell):
    return cell.fill.fgColor.rgb if cell.fill.fill_type else None


def comment(cell):
    return cell.comment.text if cell.comment else None


def cell(sheet, row, path):
    titles = [one.value for one in sheet[1]]
    return sheet.cell(row, titles.index(path) + 1)


# The one that is handed back ----------------------------------------------------------------------


@pytest.fixture
def out(tmp_path):
    return tmp_path / "checked.xlsx"


def test_wrong_cells_are_coloured_and_their_comments_say_why(tmp_path, out):
    source = workbook(tmp_path / "a.xlsx", rows_of([client(), client(), client(company__email=None)]))
    told = [
        (2, finding(EMAIL, "یک")),
        (2, finding("lines.0.sample_messages.0", "دو", Severity.WARNING)),
        (4, finding(EMAIL, "سه", Severity.WARNING)),
        (4, finding(EMAIL, "چهار")),
    ]
    sheet = handed_back(source, told, out)
    assert (colour(cell(sheet, 2, EMAIL)), comment(cell(sheet, 2, EMAIL))) == (RED, "یک")
    messages = cell(sheet, 2, "lines.0.sample_messages")
    assert (colour(messages), comment(messages)) == (AMBER, "دو")
    assert (colour(cell(sheet, 4, EMAIL)), comment(cell(sheet, 4, EMAIL))) == (RED, "سه\nچهار")
    marked = [one.coordinate for row in sheet.iter_rows(min_row=2) for one in row if one.comment]
    assert len(marked) == 3
    results = [cell(sheet, row, "نتیجه") for row in (2, 3, 4)]
    assert [one.value for one in results] == ["رد شد: ۱ خطا، ۱ هشدار", "درست است", "رد شد: ۱ خطا، ۱ هشدار"]
    assert [colour(one) for one in results] == [RED, GREEN, RED]


def test_findings_without_a_cell_stand_in_the_last_column(tmp_path, out):
    source = text(tmp_path / "a.csv", [[NAME], ["یک"], ["دو"], ["سه"]])
    told = [
        (2, finding("", "برای همه")),
        (2, finding("company.phone", "ستون ندارد")),
        (3, finding("lines", "هشدار", Severity.WARNING)),
    ]
    sheet = handed_back(source, told, out)
    assert [row[1].value for row in sheet.iter_rows()] == [
        "نتیجه",
        "رد شد: ۲ خطا\nبرای همه\nستون ندارد",
        "درست است: ۱ هشدار\nهشدار",
        "درست است",
    ]
    assert [colour(sheet.cell(row, 2)) for row in (2, 3, 4)] == [RED, AMBER, GREEN]


def test_what_every_line_of_a_client_repeats_is_told_once(tmp_path, out):
    source = text(tmp_path / "a.csv", [[NAME], ["یک"]])
    sheet = handed_back(source, [(2, finding(NAME)), (2, finding(NAME)), (2, finding(NAME, "دیگر"))], out)
    assert comment(sheet["A2"]) == f"{finding(NAME).message}\nدیگر"
    assert sheet["B2"].value == "رد شد: ۲ خطا"


def test_rows_and_columns_stand_where_they_stood_and_every_value_is_text(tmp_path, out):
    def spread(sheet):
        sheet.insert_rows(1, 2)
        sheet.insert_rows(5)

    day = datetime.date(1979, 10, 15)
    rows = [
        [NAME, "company.national_id", "ceo.birth_date"],
        [" =1+1", 10380284790.0, day],
        ["@a", 1e20, True],
    ]
    source = workbook(tmp_path / "a.xlsx", rows, change=spread)
    sheet = handed_back(source, [], out)
    values = [[one.value for one in row] for row in sheet.iter_rows()]
    nothing = [None] * 4
    assert values == [
        nothing,
        nothing,
        [*rows[0], "نتیجه"],
        [" =1+1", "10380284790", "1979-10-15", "درست است"],
        nothing,
        ["@a", "1e+20", "TRUE", "درست است"],
    ]
    assert {one.data_type for row in sheet.iter_rows() for one in row if one.value is not None} == {"s"}


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path, out):
    formulas = ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "https://www.arya-data.ir", "{=1}"]
    source = text(tmp_path / "a.csv", [[NAME], *([one] for one in formulas)])
    sheet = handed_back(source, [(2, finding(NAME, "=1+1"))], out)
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == formulas
    with zipfile.ZipFile(out) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert not [name for name in archive.namelist() if "sheet1.xml.rels" in name and "hyperlink" in name]


def test_what_no_cell_can_hold_is_replaced(tmp_path, out):
    source = text(tmp_path / "a.csv", [[NAME], ["a\x1bb"]])
    assert handed_back(source, [], out)["A2"].value == "a\ufffdb"


def test_values_under_no_heading_keep_their_cells(tmp_path, out):
    (tmp_path / "a.csv").write_text(f"{NAME}\nیک,,سه\n", "utf-8")
    sheet = handed_back(tmp_path / "a.csv", [], out)
    assert [one.value for one in sheet[2]] == ["یک", None, "سه", "درست است"]


def test_the_sheet_reads_from_the_right_with_its_headings_fixed(tmp_path, out):
    sheet = handed_back(text(tmp_path / "a.csv", [[NAME], ["یک"]]), [], out)
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "B2"


def test_the_same_table_gives_the_same_bytes(tmp_path, out):
    source = workbook(tmp_path / "a.xlsx", rows_of([client(), client(company__email="x")]))
    told = [(3, finding(EMAIL))]
    handed_back(source, told, out)
    handed_back(source, told, tmp_path / "again.xlsx")
    assert out.read_bytes() == (tmp_path / "again.xlsx").read_bytes()


def test_a_table_that_was_handed_back_is_a_table_again(tmp_path, out):
    source = workbook(tmp_path / "a.xlsx", rows_of([client(), client(company__name=None)]))
    handed_back(source, [(3, finding(NAME))], out)
    first, second = ([one.profile for one in open_source(file)] for file in (source, out))
    assert first == second
    sheet = handed_back(out, [(3, finding(NAME, "هنوز"))], tmp_path / "again.xlsx")
    assert [one.value for one in sheet[1]].count("نتیجه") == 1
    assert cell(sheet, 3, "نتیجه").value == "رد شد: ۱ خطا"


# The empty one ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(io.BytesIO(empty()))


def test_the_empty_workbook_has_a_heading_for_every_column_and_nothing_else(book):
    sheet = book[SHEET]
    assert [one.value for one in sheet[1]] == [column.heading for column in columns()]
    assert sheet.max_row == 1
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "B2"


def test_every_cell_is_text_so_that_no_zero_is_lost(book):
    sheet = book[SHEET]
    formats = {}
    for dimension in sheet.column_dimensions.values():
        for place in range(dimension.min, dimension.max + 1):
            formats[place] = dimension.number_format
    assert formats == dict.fromkeys(range(1, len(columns()) + 1), "@")


def test_every_column_has_help_and_a_drop_down_where_the_values_are_few(book):
    found = {str(one.sqref): one for one in book[SHEET].data_validations.dataValidation}
    assert len(found) == len(columns())
    for place, column in enumerate(columns(), 1):
        letter = openpyxl.utils.get_column_letter(place)
        rule = found[f"{letter}2:{letter}100001"]
        assert column.hint[:20] in rule.prompt
        if column.choices:
            assert rule.formula1 == f'"{",".join(column.choices)}"'
            assert bool(rule.showErrorMessage) is column.only
        else:
            assert rule.type in (None, "none")


def test_the_second_sheet_explains_every_column(book):
    rows = [[one.value for one in row] for row in book["راهنما"].iter_rows(min_row=3)]
    assert [(row[0], row[2], row[3]) for row in rows] == [
        (column.heading, column.example, column.path) for column in columns()
    ]


def test_the_empty_workbook_has_the_same_bytes_each_time():
    assert empty() == empty()


@pytest.mark.parametrize("line", ["3000", "1000", "021"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_empty_workbook_filled_in_is_the_same_profile_as_a_file(tmp_path, ending, line):
    data = valid_profile(line) | {
        "signatories": [{"name": "سارا آرین", "title": "مدیرعامل"}, {"name": "کاوه سپهر", "title": "رئیس"}],
        "customer_list": {"file": "a.xlsx", "sheet": "S", "column": "B", "include": ["09351234567"]},
        "letterhead": {"kind": "preprinted", "head_mm": "45", "foot_mm": "25.5"},
    }
    data["lines"] = [*data["lines"], *valid_profile("3000")["lines"], {"type": "021"}]
    data["representative"] |= {"position": "مدیر", "mobile_ported": True}
    cells = cells_of(data)
    book = openpyxl.load_workbook(io.BytesIO(empty()))
    sheet = book[SHEET]
    for place, column in enumerate(columns(), 1):
        sheet.cell(2, place).value = cells.pop(column.path, None) or cells.pop(f"{column.path}.kind", None)
    assert cells == {}
    file = tmp_path / f"a.{ending}"
    if ending == "xlsx":
        book.save(file)
    else:
        text(file, sheet.iter_rows(values_only=True), encoding="utf-8-sig", mark=";")
    (told,) = open_source(file)
    assert told.profile == Profile.model_validate(data)
