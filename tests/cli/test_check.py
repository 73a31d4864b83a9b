"""The command `check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
ARYA = SAMPLES / "arya-software" / "profile.yaml"
BROKEN = SAMPLES / "broken"


def test_a_good_profile_is_0_and_every_line_of_it_is_checked(run):
    code, out, err = run("check", ARYA)
    assert (code, err) == (0, "")
    assert [line for line in ("خط ۳۰۰۰:", "خط ۱۰۰۰:", "خط ۰۲۱:") if line not in out] == []
    assert "ایرادی که مانع چاپ باشد پیدا نشد." in out


@pytest.mark.parametrize("given", ["1000", "۱۰۰۰", " 1000 "])
def test_a_line_may_be_asked_for_in_any_digits(run, given):
    code, out, _ = run("check", ARYA, "--line", given, "--json")
    assert code == 0
    assert [report["line"] for report in json.loads(out)] == ["1000"]


def test_a_line_that_is_asked_for_twice_is_checked_once(run):
    out = run("check", ARYA, "--json", "--line", "021", "--line", "3000", "--line", "021").out
    assert [report["line"] for report in json.loads(out)] == ["021", "3000"]


def test_an_error_is_1_and_is_told_with_its_rule_and_field(run):
    code, out, err = run("check", BROKEN / "3000.4-free-email.yaml")
    assert (code, err) == (1, "")
    assert "3000.4  company.email" in out
    assert "تا خطاها اصلاح نشود، نسخهٔ نهایی ساخته نمی‌شود." in out


def test_json_holds_what_the_table_tells(run):
    code, out, err = run("check", BROKEN / "3000.4-free-email.yaml", "--line", "3000", "--json")
    (report,) = json.loads(out)
    assert (code, err, report["ok"]) == (1, "", False)
    assert "3000.4" in [finding["rule"] for finding in report["findings"] if finding["severity"] == "error"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "خالی است"),
        (b"company:\n  nam: x\n", "nam"),
        (b"company: [\n", "profile.yaml"),
        (b"just words", "پروفایل"),
        (b"PK\x03\x04 and more", "متن نیست"),
        ("company:\n  name: شرکت\n".encode("cp1256"), "UTF-8"),
        (b"company:\n  name: a\x00b\n", "متن نیست"),
        (b"\xff\xfe\x00", "UTF-8"),
    ],
    ids=["empty", "unknown key", "broken YAML", "no table", "ZIP", "Windows-1256", "NUL", "half UTF-16"],
)
def test_what_is_no_profile_is_2_and_one_clear_sentence(run, tmp_path, content, says):
    file = tmp_path / "profile.yaml"
    file.write_bytes(content)
    result = run("check", file)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("خطا: ")
    assert says in result.told


@pytest.mark.parametrize("name", ["gone.yaml", ".", "a\0b.yaml", "x" * 300 + ".yaml", "profile.docx", ""])
def test_a_file_that_cannot_be_read_is_2_and_one_clear_sentence(run, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    result = run("check", name)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("خطا: ")


def test_an_unknown_line_is_2_and_the_known_ones_are_told(run):
    result = run("check", ARYA, "--line", "2000")
    assert (result.code, result.out) == (2, "")
    assert "خط «2000» شناخته نیست. نوع خط یکی از این‌هاست: 3000, 1000, 021." in result.told


def test_a_profile_without_lines_says_what_to_write(run, tmp_path):
    file = tmp_path / "profile.yaml"
    file.write_text("company:\n  name: آریا\n", "utf-8")
    result = run("check", file)
    assert result.code == 2
    assert "--line" in result.told


def test_a_line_type_that_nobody_knows_is_named_with_its_place(run, tmp_path):
    file = tmp_path / "profile.yaml"
    file.write_text('lines:\n  - type: "3000"\n  - type: "4000"\n', "utf-8")
    result = run("check", file)
    assert result.code == 2
    assert "lines.1.type: نوع خط «4000» شناخته نیست." in result.told


def test_a_profile_with_10000_characters_in_a_value_is_told_in_short(run, tmp_path):
    file = tmp_path / "profile.yaml"
    file.write_text(ARYA.read_text("utf-8").replace("آریا پرداز نیک‌سامانه", "آ" * 10_000), "utf-8")
    result = run("check", file, "--line", "3000")
    assert result.code in (0, 1)
    assert len(result.out) < 20_000
