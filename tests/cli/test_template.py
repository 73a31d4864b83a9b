"""The command `template check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.batch.clients import write_jsonl
from tests.forms.making import form


@pytest.fixture
def saved(tmp_path):
    def save(data, name="form.docx"):
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return save


def test_a_clean_form_ends_with_0(run, saved):
    done = run("template", "check", saved(form()), "--line", "3000")
    assert done.code == 0
    assert "۳۰۰۰" in done.out


def test_warnings_alone_end_with_0(run, saved):
    done = run("template", "check", saved(form()), "--line", "۱۰۰۰")
    assert (done.code, "empty-box-unmarked" in done.out) == (0, True)


def test_errors_end_with_1_each_with_code_and_place(run, saved):
    done = run("template", "check", saved(form("{{ company.nmae }}", "{ceo.mobile}")), "--line", "3000")
    assert done.code == 1
    assert "tag-unknown" in done.out
    assert "tag-broken" in done.out
    assert "پاراگراف" in done.out


@pytest.mark.parametrize("data", [b"PK", form("{{ x.__class__ }}"), form("{% import 'os' %}")])
def test_what_is_refused_ends_with_2_and_a_reason(run, saved, data):
    done = run("template", "check", saved(data), "--line", "3000")
    assert done.code == 2
    assert done.err.startswith("خطا")
    assert "Traceback" not in done.err


def test_json_has_every_fault_with_its_place(run, saved):
    done = run("template", "check", saved(form("{{ company.nmae }}")), "--line", "3000", "--json")
    told = json.loads(done.out)
    (fault,) = told["faults"]
    assert (done.code, told["ok"], told["line"]) == (1, False, "3000")
    assert (fault["code"], fault["severity"]) == ("tag-unknown", "error")
    assert fault["place"]["part"] == "word/document.xml"


def test_json_of_a_refused_form_says_why(run, saved):
    done = run("template", "check", saved(form("{{ 7 * 7 }}")), "--line", "3000", "--json")
    assert (done.code, json.loads(done.out)["refused"]["code"]) == (2, "form-code")


def test_fix_writes_a_new_file_and_tells_each_change(run, saved, tmp_path):
    file = saved(form("نام: {{ «company.name» }}"))
    before = file.read_bytes()
    done = run("template", "check", file, "--line", "3000", "--fix", "--out", tmp_path / "new.docx")
    assert done.code == 0
    assert "{{ company.name }}" in done.out
    assert file.read_bytes() == before
    assert run("template", "check", tmp_path / "new.docx", "--line", "3000").code == 0


def test_fix_never_writes_over_a_file_that_is_there(run, saved, tmp_path):
    file = saved(form("نام: {{ «company.name» }}"))
    before = file.read_bytes()
    assert run("template", "check", file, "--line", "3000", "--fix").code == 2
    assert run("template", "check", file, "--line", "3000", "--fix", "--out", file, "--replace").code == 2
    other = saved(b"x", "other.docx")
    assert run("template", "check", file, "--line", "3000", "--fix", "--out", other).code == 2
    assert (file.read_bytes(), other.read_bytes()) == (before, b"x")
    assert run("template", "check", file, "--line", "3000", "--fix", "--out", other, "--replace").code == 0


@pytest.mark.parametrize("more", [[], ["--line", "4000"], ["--line", "3000", "--out", "x.docx"]])
def test_a_wrong_call_is_told(run, saved, more):
    assert run("template", "check", saved(form()), *more).code == 2


def test_a_file_that_is_not_there_is_told(run, tmp_path):
    done = run("template", "check", tmp_path / "none.docx", "--line", "3000")
    assert (done.code, "none.docx" in done.told) == (2, True)


ARYA = Path(__file__).parents[2] / "samples" / "arya-software" / "profile.yaml"


def test_render_takes_a_form_for_one_line_and_tells_what_it_does_not_print(run, saved, tmp_path):
    file = saved(form("فرم خود اپراتور"))
    done = run("render", ARYA, "--line", "3000", "--out", tmp_path / "out", "--template", file)
    assert done.code == 0
    assert "چاپ نمی‌کند" in done.told
    several = run("render", ARYA, "--out", tmp_path / "all", "--template", file)
    assert (several.code, several.out) == (2, "")
    assert "--line" in several.told
    assert not (tmp_path / "all").exists()


def test_render_takes_a_folder_of_forms_and_none_of_ours_with_it(run, saved, tmp_path):
    folder = tmp_path / "forms"
    folder.mkdir()
    (folder / "3000.docx").write_bytes(form())
    done = run(
        "render", ARYA, "--line", "3000", "--line", "1000", "--out", tmp_path / "out", "--template", folder
    )
    assert (done.code, done.out) == (2, "")
    assert "1000.docx" in done.told
    (folder / "1000.docx").write_bytes(form())
    again = run(
        "render", ARYA, "--line", "3000", "--line", "1000", "--out", tmp_path / "out", "--template", folder
    )
    assert again.code == 0


@pytest.mark.parametrize(("text", "code"), [("{{ company.nmae }}", 1), ("{{ 7 * 7 }}", 2)])
def test_render_prints_nothing_on_a_form_with_errors(run, saved, tmp_path, text, code):
    done = run("render", ARYA, "--line", "3000", "--out", tmp_path / "out", "--template", saved(form(text)))
    assert (done.code, done.out) == (code, "")
    assert not (tmp_path / "out").exists()


def test_batch_takes_forms_too(run, saved, tmp_path):
    file = saved(form(), "3000.docx")
    quick = ("--only", "undertaking.docx", "--date", "1405/09/03", "--jobs", "1")
    done = run("batch", write_jsonl(tmp_path, 2), "--out", tmp_path / "out", *quick, "--template", file)
    assert done.code == 3  # the second client's line is 1000, and nobody gets another form than he believes
    assert "1000.docx" in done.told
