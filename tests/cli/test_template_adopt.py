"""The command `template adopt`: its files, its account, its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.forms.blanks_of import docx, texts

FORMS = Path(__file__).resolve().parents[2] / "samples" / "forms"
BLANK = FORMS / "blank-1000.docx"


def test_it_writes_the_form_and_a_marked_copy_and_tells_every_blank(run, tmp_path):
    form = tmp_path / "form.docx"
    done = run("template", "adopt", BLANK, "--line", "1000", "--out", form)
    assert done.code == 0
    assert texts(form.read_bytes()) == texts((FORMS / "form-1000.docx").read_bytes())
    assert (tmp_path / "form-marked.docx").is_file()
    assert done.out.splitlines()[-2:] == [str(form), str(tmp_path / "form-marked.docx")]
    for piece in ("«نام کامل شرکت»", "company.legal_name", "empty_representative", "خالی می‌ماند"):
        assert piece in done.out


def test_the_line_may_be_written_in_persian_digits_and_the_copy_put_elsewhere(run, tmp_path):
    copy = tmp_path / "eye.docx"
    done = run("template", "adopt", BLANK, "--line", "۱۰۰۰", "--out", tmp_path / "f.docx", "--marked", copy)
    assert done.code == 0
    assert copy.is_file()


def test_json_tells_the_same_to_programs(run, tmp_path):
    form = tmp_path / "form.docx"
    told = json.loads(run("template", "adopt", BLANK, "--line", "1000", "--out", form, "--json").out)
    assert (told["line"], told["ok"], told["missing"]) == ("1000", True, [])
    by_field = {one["field"]: one for one in told["matches"]}
    assert by_field["company.national_id"]["tag"] == "{{ company.national_id }}"
    assert by_field["company.national_id"]["grade"] == "sure"
    assert {one["grade"] for one in told["left"]} == {"left"}
    assert [one["name"] for one in told["places"]] == ["clause_3", "sign_ceo", "empty_representative"]


def test_a_form_that_lacks_what_the_line_needs_is_written_and_told_with_code_one(run, tmp_path):
    blank = tmp_path / "blank.docx"
    blank.write_bytes(docx("شناسه ملی: ........", "رنگ: ........"))
    done = run("template", "adopt", blank, "--line", "3000", "--out", tmp_path / "form.docx", "--lang", "en")
    assert done.code == 1
    assert (tmp_path / "form.docx").is_file()
    assert "not ready for line 3000" in " ".join(done.out.split())
    assert "put {{ company.email }} into the text" in " ".join(done.out.split())


def test_nothing_that_is_there_is_overwritten_unasked(run, tmp_path):
    form = tmp_path / "form.docx"
    form.write_bytes(b"mine")
    assert run("template", "adopt", BLANK, "--line", "1000", "--out", form).code == 2
    assert form.read_bytes() == b"mine"
    assert not (tmp_path / "form-marked.docx").exists()
    assert run("template", "adopt", BLANK, "--line", "1000", "--out", form, "--replace").code == 0
    assert form.read_bytes() != b"mine"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--out", "form.doc"), ".docx"),
        (("--out", "f.docx", "--marked", "f.docx"), "نمی‌توانند یک فایل باشند"),
        (("--out", "blank.docx", "--replace"), "بازنویسی نمی‌شود"),
    ],
)
def test_a_wrong_output_is_refused_before_anything_is_written(run, tmp_path, monkeypatch, args, told):
    monkeypatch.chdir(tmp_path)
    Path("blank.docx").write_bytes(BLANK.read_bytes())
    done = run("template", "adopt", "blank.docx", "--line", "1000", *args)
    assert done.code == 2
    assert told in done.told
    assert [path.name for path in tmp_path.iterdir()] == ["blank.docx"]


def test_a_file_that_is_not_there_or_no_word_file_is_told_without_a_traceback(run, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"no")
    out = tmp_path / "f.docx"
    assert run("template", "adopt", tmp_path / "a.docx", "--line", "1000", "--out", out).code == 2
    assert run("template", "adopt", tmp_path / "b.docx", "--line", "1000", "--out", out).code == 2
    assert not out.exists()


def test_words_of_a_strangers_form_cannot_steer_the_terminal(run, tmp_path):
    blank = tmp_path / "blank.docx"
    blank.write_bytes(docx("رنگ\u202eوارونه: ........"))
    done = run("template", "adopt", blank, "--line", "3000", "--out", tmp_path / "f.docx")
    assert "\u202e" not in done.out


PROFILE = FORMS.parent / "arya-software" / "profile.yaml"
PAPERS = {
    "undertaking.docx",
    "undertaking.pdf",
    "guarantee-note.pdf",
    "signing-guide.pdf",
    "customer-list.xlsx",
    "manifest.json",
}


@pytest.mark.slow
@pytest.mark.parametrize("line", ["3000", "1000", "021"])
def test_a_blank_that_is_adopted_passes_the_check_and_makes_all_six_papers(run, tmp_path, line):
    form, out = tmp_path / "form.docx", tmp_path / "out"
    assert run("template", "adopt", FORMS / f"blank-{line}.docx", "--line", line, "--out", form).code == 0
    assert run("template", "check", form, "--line", line).code == 0
    done = run("render", PROFILE, "--line", line, "--template", form, "--out", out)
    assert done.code == 0, done.told
    assert {path.name for path in out.rglob("*") if path.is_file()} == PAPERS
