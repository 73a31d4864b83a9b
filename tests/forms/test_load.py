"""Whose form is used for which line: never another one than the caller believes."""

from __future__ import annotations

import hashlib
import pickle

import pytest

from taahodname.errors import FormFaulty, FormRefused, UsageError
from taahodname.forms import load as module
from taahodname.forms.load import load

from .making import form


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "3000.docx").write_bytes(form("فرم سه‌هزار"))
    (tmp_path / "form-1000.docx").write_bytes(form("فرم هزار"))
    (tmp_path / "letterhead.docx").write_bytes(b"not looked at")
    return tmp_path


def test_a_folder_gives_each_line_the_form_of_its_name(folder):
    forms = load(folder)
    assert {line: one.name for line, one in forms.by_line.items()} == {
        "3000": "3000.docx",
        "1000": "form-1000.docx",
    }


@pytest.mark.parametrize(
    "name", ["021.docx", "form-021.docx", "undertaking-021.docx", "Form_021.DOCX", "۰۲۱.docx"]
)
def test_the_names_of_a_form(tmp_path, name):
    (tmp_path / name).write_bytes(form())
    assert list(load(tmp_path).by_line) == ["021"]


def test_only_what_is_wanted_is_opened(folder):
    (folder / "021.docx").write_bytes(b"broken")
    assert list(load(folder, ("3000",)).by_line) == ["3000"]


def test_a_line_that_the_folder_lacks_is_an_error_and_never_ours(folder):
    with pytest.raises(UsageError, match="no form for line 021"):
        load(folder, ("3000", "021"))
    with pytest.raises(UsageError, match="no form for line 021"):
        load(folder).of("021")


def test_two_forms_for_one_line_are_an_error(folder):
    (folder / "undertaking-3000.docx").write_bytes(form())
    with pytest.raises(UsageError, match="two forms for line 3000"):
        load(folder)


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(UsageError, match="holds no form"):
        load(tmp_path)


def test_a_file_that_names_a_line_is_for_no_other(folder):
    assert list(load(folder / "3000.docx", ("3000",)).by_line) == ["3000"]
    with pytest.raises(UsageError, match="no form for line 1000"):
        load(folder / "3000.docx", ("1000",))


def test_a_file_without_a_line_in_its_name_serves_one_line_alone(tmp_path):
    (tmp_path / "فرم.docx").write_bytes(form())
    assert list(load(tmp_path / "فرم.docx", ("021",)).by_line) == ["021"]
    for wanted in (None, ("3000", "1000")):
        with pytest.raises(UsageError, match="cannot be told which line"):
            load(tmp_path / "فرم.docx", wanted)


def test_bytes_and_mappings_are_taken_too(folder):
    assert list(load(form(), ("3000",)).by_line) == ["3000"]
    forms = load({"۳۰۰۰": form(), "1000": folder / "form-1000.docx"})
    assert set(forms.by_line) == {"3000", "1000"}
    with pytest.raises(UsageError, match="4000"):
        load({"4000": form()})


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path / "none.docx", ("3000",))


def test_a_form_with_errors_is_not_used_and_all_are_told():
    with pytest.raises(FormFaulty) as faulty:
        load(form("{{ company.nmae }}", "{ceo.mobile}"), ("3000",))
    assert faulty.value.exit_code == 1
    assert "tag-unknown" in faulty.value.message
    assert "tag-broken" in faulty.value.message


def test_a_hostile_form_is_refused():
    with pytest.raises(FormRefused):
        load(form("{{ 7 * 7 }}"), ("3000",))


def test_a_form_is_looked_through_once(monkeypatch):
    data, calls = form("یک بار"), []
    real = module.report_on
    monkeypatch.setattr(module, "report_on", lambda *args, **named: calls.append(1) or real(*args, **named))
    for _ in range(3):
        load(data, ("3000",))
    assert len(calls) == 1


def test_forms_can_be_handed_to_another_process(folder):
    forms = load(folder)
    assert pickle.loads(pickle.dumps(forms)) == forms
    assert load(forms) is forms


def test_the_digest_is_that_of_the_file_as_given(folder):
    given = (folder / "3000.docx").read_bytes()
    one = load(folder).of("3000")
    assert one.digest == hashlib.sha256(given).hexdigest()
    assert one.data != given  # it got its bookmark
