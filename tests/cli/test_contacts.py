"""The commands on the customers' numbers."""

from __future__ import annotations

import json

import pytest

from taahodname.cli import contacts_shared
from taahodname.contacts import read_list
from tests.contacts.making import GOOD, column, encrypted

ENOUGH = [f"0912{1_234_000 + place}" for place in range(450)]
A = GOOD[0]


@pytest.fixture
def given(tmp_path, monkeypatch):
    """Return a function that writes a list of one column into the folder of the test."""
    monkeypatch.chdir(tmp_path)

    def given(*values, name="a.xlsx"):
        (tmp_path / name).write_bytes(column(*values))
        return name

    return given


def test_check_tells_the_count_and_every_row_that_does_not_count(run, given):
    result = run("contacts", "check", given(*ENOUGH, *["02188776655"] * 60))
    assert result.code == 0
    assert "۴۵۰ شمارهٔ همراه اولِ درست و بی‌تکرار" in result.out
    assert [line.split()[0] for line in result.out.splitlines() if "******" in line] == [
        f"A{row}" for row in range(452, 512)
    ]
    assert "2188776655" not in result.out


@pytest.mark.parametrize("count", [10, 501])
def test_a_count_that_the_operator_does_not_take_is_code_1_and_told(run, given, count):
    rows = [f"0912{1_234_000 + place}" for place in range(count)]
    result = run("contacts", "check", given(*rows), "--lang", "en")
    assert result.code == 1
    assert result.told.startswith(f"Error: the list has {count} distinct valid")


def test_check_may_be_read_by_programs_with_numbers_masked(run, given):
    result = run("contacts", "check", given(*ENOUGH, "09351234567"), "--json")
    told = json.loads(result.out)
    assert (told["count"], told["ok"], told["least"], told["most"], told["column"]) == (
        450,
        True,
        400,
        500,
        "A",
    )
    assert told["rejects"] == [
        {
            "cell": "A452",
            "value": "09*******67",
            "reason": "other-operator",
            "message": "پیش‌شمارهٔ ایرانسل دارد",
            "message_en": "has a prefix of Irancell",
        }
    ]
    assert len(told["digest"]) == 64


def test_clean_writes_the_list_and_its_path(run, given, tmp_path):
    result = run(
        "contacts", "clean", given(*ENOUGH, A, A), "--out", "o/list.xlsx", "--rejected", "o/marked.xlsx"
    )
    assert (result.code, result.out.splitlines()) == (0, ["o/list.xlsx", "o/marked.xlsx"])
    assert list(read_list(tmp_path / "o/list.xlsx").numbers) == [*ENOUGH, A]
    assert sorted(path.name for path in (tmp_path / "o").iterdir()) == ["list.xlsx", "marked.xlsx"]


def test_a_list_that_is_not_accepted_is_not_written_but_its_marked_copy_is(run, given, tmp_path):
    result = run("contacts", "clean", given(A, "0912"), "--rejected", "marked.xlsx")
    assert (result.code, result.out) == (1, "marked.xlsx\n")
    assert not (tmp_path / "customer-list.xlsx").exists()


def test_too_many_are_cut_on_demand_only_and_that_is_told(run, given, tmp_path):
    many = [f"0912{1_234_000 + place}" for place in range(520)]
    name = given(*many)
    assert run("contacts", "clean", name).code == 1
    result = run("contacts", "clean", name, "--take", "۵۰۰")
    assert result.code == 0
    assert "۵۰۰ شمارهٔ نخست برداشته شد و ۲۰ شمارهٔ دیگر کنار رفت" in result.told
    assert list(read_list(tmp_path / "customer-list.xlsx").numbers) == many[:500]


def test_update_writes_the_new_list_and_an_account_beside_it(run, given, tmp_path):
    old, add, remove = given(*ENOUGH), given(A, name="b.xlsx"), given(ENOUGH[0], name="c.xlsx")
    result = run("contacts", "update", old, "--add", add, "--remove", remove, "--out", "new.xlsx")
    assert (result.code, result.out.splitlines()) == (0, ["new.xlsx", "new-changes.xlsx"])
    assert list(read_list(tmp_path / "new.xlsx").numbers) == [*ENOUGH[1:], A]
    assert "۱ شماره حذف و ۱ شماره افزوده شد" in result.told


def test_an_update_that_leaves_too_few_writes_nothing(run, given, tmp_path):
    old, remove = given(*ENOUGH), given(*ENOUGH[:100], name="c.xlsx")
    assert run("contacts", "update", old, "--remove", remove, "--out", "new.xlsx").code == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "c.xlsx"]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ([], "فرمانی ننوشته‌اید. برای راهنما: taahodname contacts --help"),
        (["chek"], "شاید منظورتان check است."),
        (["check"], "ورودی FILE نوشته نشده است؛"),
        (["check", "no.xlsx"], "فایل «no.xlsx» پیدا نشد؛"),
        (["check", "."], "پوشه است"),
        (["check", "secret.xlsx"], "رمز دارد"),
        (["check", "a.xlsx", "--sheet", "قم"], "برگه‌ای به نام «قم»"),
        (["check", "a.xlsx", "--column", "ZZ"], "ستون «ZZ»"),
        (["check", "a.xlsx", "--include", "12"], "در include شمارهٔ همراه نیست"),
        (["check", "a.xlsx", "--line", "2000"], "خط «2000» شناخته نیست."),
        (["clean", "a.xlsx", "--take", "x"], "مقدار «x» برای --take عدد نیست؛"),
        (["clean", "a.xlsx", "--take", "99"], "--take باید میان 400 و 500 باشد"),
        (["clean", "a.xlsx", "--out", "a.xlsx"], "خود ورودی است و بازنویسی نمی‌شود"),
        (["clean", "a.xlsx", "--out", "b.xlsx", "--rejected", "./b.xlsx"], "خود ورودی است"),
        (["clean", "a.xlsx", "--out", "b.csv"], "باید با .xlsx تمام شود"),
        (["update", "a.xlsx"], "--add یا --remove را بنویسید"),
    ],
)
def test_what_cannot_be_done_is_told_with_code_2(run, given, tmp_path, args, says):
    given(*ENOUGH)
    (tmp_path / "secret.xlsx").write_bytes(encrypted())
    result = run("contacts", *args)
    assert (result.code, result.out) == (2, "")
    assert says in result.told


def test_a_folder_that_cannot_be_written_is_told(run, given, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    result = run("contacts", "clean", given(*ENOUGH), "--out", "file/list.xlsx")
    assert result.code == 2
    assert "file/list.xlsx نوشته نشد" in result.told


def test_the_bar_is_shown_on_a_terminal_only(run, given, monkeypatch):
    from taahodname.cli.screen import open_screen

    seen = []
    screen = open_screen("fa", "logical")
    with contacts_shared._progress(screen, given(A)) as progress:
        assert progress is None
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with contacts_shared._progress(open_screen("fa", "logical"), "a.xlsx") as progress:
        progress(0.5)
        seen.append(progress)
    assert seen != [None]
