"""The columns of a table: one for every leaf of the model, known by whatever a keyboard makes of it."""

from __future__ import annotations

import pytest

from taahodname.batch import column_words
from taahodname.batch.cells import profile_data
from taahodname.batch.columns import MOST_LINES, columns, is_result, meant, named, of_field
from taahodname.profile import Profile, hints, labels
from taahodname.profile.fields import find
from taahodname.rules import LINES, check

COLUMNS = columns()


def test_every_leaf_of_the_model_has_a_column():
    filled = {leaf for column in COLUMNS for leaf in column.leaves}
    assert filled == set(labels.paths())


def test_every_leaf_of_a_line_has_a_column_for_each_of_three_lines():
    of_lines = {leaf for leaf in labels.paths() if leaf.startswith("lines.")}
    for place in range(MOST_LINES):
        found = [column for column in COLUMNS if column.path.startswith(f"lines.{place}.")]
        assert {leaf for column in found for leaf in column.leaves} == of_lines


def test_every_column_has_words_that_fit_where_excel_shows_them():
    assert [column.path for column in COLUMNS if not column.heading or len(column.heading) >= 40] == []
    assert [column.path for column in COLUMNS if not column.example] == []  # goes into `column_words`


def test_every_word_is_of_a_column():
    paths = {column.path for column in COLUMNS} | {"lines"}
    patterns = {".".join(part for part in path.split(".") if not part.isdigit()) for path in paths}
    assert set(column_words.EXAMPLES) <= paths | patterns
    assert set(column_words.HINTS) <= patterns
    assert [path for path in hints.HINTS if find(Profile, path) is None] == []


def test_the_examples_make_a_client_without_an_error():
    cells = {column.path: column.example for column in COLUMNS}
    for path in ("customer_list.file", "customer_list.sheet", "customer_list.column", "letterhead.logo"):
        del cells[path]  # those name files that are not here
    del cells["customer_list.include"]
    profile = Profile.model_validate(profile_data(cells))
    assert len(profile.lines) == MOST_LINES
    for line in LINES:
        report = check(profile, line)
        assert [one.message for one in report.errors if one.field != "customer_list"] == []


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.path)
def test_a_column_is_known_by_its_heading_its_paths_and_the_name_that_messages_use(column):
    for name in (column.heading, column.path, *column.aliases, labels.label(column.path).fa):
        assert named(name) is column


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        ("شرکت: نام", "company.name"),
        ("شركت : نام ", "company.name"),
        ("نام شرکت", "company.name"),
        ("شرکت: شناسه ملی", "company.national_id"),
        ("شرکت-شناسه‌ی ملی", "company.national_id"),
        ("شناسة ملي شركت", "company.national_id"),
        ("شرکت: وب سایت", "company.website"),
        ("شرکت: وبسایت", "company.website"),
        ("خط 2: نوع", "lines.1.type"),
        ("خط ٢ : نوع", "lines.1.type"),
        ("خط\u00a0۲\nنمونهٔ متن پیامک", "lines.1.sample_messages"),
        ("COMPANY.NAME", "company.name"),
        ("Lines.2.Number", "lines.2.number"),
        ("customer_list", "customer_list.file"),
        ("letterhead.kind", "letterhead"),
        ("\u202bمدیرعامل: کد ملی\u200f", "ceo.national_code"),
    ],
)
def test_a_heading_is_known_however_it_is_typed(heading, path):
    column = named(heading)
    assert (column.path if column else None) == path


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        ("شرکت: نامم", "company.name"),
        ("مدیر عامل: کدملیی", "ceo.national_code"),
        ("نماینده: تلفن همره", "representative.mobile"),
        ("خط ۲: نمونه متن", "lines.1.sample_messages"),
        ("company.nane", "company.name"),
        ("آدرس شرکت", None),
        ("توضیحات", None),
        ("xyz", None),
    ],
)
def test_a_slip_in_a_heading_is_seen_and_nothing_is_guessed_further(heading, path):
    assert named(heading) is None
    near = meant(heading)
    assert (near.path if near else None) == path


def test_no_heading_is_known_that_is_nobodys():
    for heading in ("نام", "توضیحات", "lines.3.type", "lines.0", "company", "", ":", "کد ملی"):
        assert named(heading) is None


@pytest.mark.parametrize(
    ("field", "path"),
    [
        ("company.email", "company.email"),
        ("lines.1.sample_messages.3", "lines.1.sample_messages"),
        ("signatories.1.name", "signatories"),
        ("customer_list", "customer_list.file"),
        ("customer_list.include.2", "customer_list.include"),
        ("letterhead.kind", "letterhead"),
        ("letterhead.file", "letterhead"),
        ("letterhead.head_mm", "letterhead.head_mm"),
        ("lines", None),
        ("lines.7.type", None),
        ("company", None),
        ("", None),
    ],
)
def test_a_finding_has_the_cell_of_its_field(field, path):
    column = of_field(field)
    assert (column.path if column else None) == path


def test_the_results_of_an_earlier_check_are_known_as_such():
    assert is_result("نتیجه")
    assert is_result(" نتيجه ")
    assert not is_result("شرکت: نام")
