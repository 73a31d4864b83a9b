"""The empty profile."""

from __future__ import annotations

from itertools import pairwise

import pytest
import yaml

from taahodname.batch.table_workbooks import empty
from taahodname.cli.init import empty_profile
from taahodname.profile import Profile
from taahodname.profile.fields import Record, record_in


def keys(record: type[Record], prefix: str = "") -> set[str]:
    """Return the path of every key of the model; of what may be text or a table, the name alone."""
    found = set()
    for name, field in record.model_fields.items():
        inner = record_in(field.annotation)
        found.add(f"{prefix}{name}")
        if inner is not None and name not in ("letterhead", "customer_list"):
            found |= keys(inner, f"{prefix}{name}.")
    return found


def written(data: object, prefix: str = "") -> set[str]:
    if isinstance(data, list):
        return {path for item in data for path in written(item, prefix)}
    if not isinstance(data, dict):
        return set()
    return {f"{prefix}{name}" for name in data} | {
        path for name, value in data.items() for path in written(value, f"{prefix}{name}.")
    }


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_the_empty_profile_has_every_key_of_the_model(lang):
    text = empty_profile(lang)
    signatories = {path for path in keys(Profile) if path.startswith("signatories")}
    assert written(yaml.safe_load(text)) == keys(Profile) - signatories
    assert "# signatories:" in text


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_the_empty_profile_can_be_read(tmp_path, lang):
    file = tmp_path / "profile.yaml"
    file.write_text(empty_profile(lang), "utf-8")
    profile = Profile.load(file)
    assert len(profile.lines) == 1
    assert profile.signatories == ()


def test_the_signatories_are_read_once_their_mark_is_taken_away(tmp_path):
    file = tmp_path / "profile.yaml"
    begin, rest = empty_profile("fa").split("# signatories:")
    section, end = rest.split("\n\n", 1)
    file.write_text(f"{begin}signatories:{section.replace(chr(10) + '# ', chr(10))}\n\n{end}", "utf-8")
    assert len(Profile.load(file).signatories) == 1


def test_every_key_stands_under_a_word_on_it():
    lines = empty_profile("fa").split("\n")
    keys_below = [
        (above, line) for above, line in pairwise(lines) if line.endswith(":") and not line.startswith("#")
    ]
    assert len(keys_below) > 40
    assert [line for above, line in keys_below if not above.lstrip().startswith("# ")] == []


def test_init_writes_a_file_and_says_what_comes_next(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("init")
    assert (result.code, result.out) == (0, "profile.yaml\n")
    assert "taahodname check profile.yaml" in result.told
    assert (tmp_path / "profile.yaml").read_text("utf-8") == empty_profile("fa")


def test_init_overwrites_nothing(run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text("mine", "utf-8")
    result = run("init", file)
    assert result.code == 2
    assert "بازنویسی نمی‌شود" in result.told
    assert file.read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["profile.json", "profile", ".", "profile.yaml "])
def test_init_writes_yaml_under_a_name_that_says_so(run, tmp_path, name):
    result = run("init", tmp_path / name)
    assert result.code == 2
    assert ".yaml" in result.told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["gone/profile.yaml", "x" * 300 + ".yaml"])
def test_init_says_why_a_file_cannot_be_written(run, tmp_path, name):
    result = run("init", tmp_path / name)
    assert result.code == 2
    assert "نوشته نشد" in result.told
    assert list(tmp_path.iterdir()) == []


def test_init_writes_an_empty_table_and_says_what_comes_next(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("init", "--excel", "clients.xlsx")
    assert (result.code, result.out) == (0, "clients.xlsx\n")
    assert "taahodname batch clients.xlsx --out out" in result.told
    assert (tmp_path / "clients.xlsx").read_bytes() == empty()
    assert [file.name for file in tmp_path.iterdir()] == ["clients.xlsx"]


def test_init_overwrites_no_table(run, tmp_path):
    file = tmp_path / "clients.xlsx"
    file.write_bytes(b"mine")
    result = run("init", "--excel", file)
    assert result.code == 2
    assert "بازنویسی نمی‌شود" in result.told
    assert file.read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["clients.xls", "clients.csv", "clients", "."])
def test_init_writes_a_table_under_a_name_that_says_so(run, tmp_path, name):
    result = run("init", "--excel", tmp_path / name)
    assert result.code == 2
    assert ".xlsx" in result.told
    assert list(tmp_path.iterdir()) == []


def test_init_writes_a_profile_or_a_table_and_not_both(run, tmp_path):
    result = run("init", tmp_path / "a.yaml", "--excel", tmp_path / "a.xlsx")
    assert result.code == 2
    assert "--excel" in result.told
    assert list(tmp_path.iterdir()) == []


def test_an_empty_table_has_no_client_yet(run, tmp_path):
    file = tmp_path / "clients.xlsx"
    run("init", "--excel", file)
    result = run("batch", file, "--out", tmp_path / "out")
    assert result.code == 2
    assert "هیچ مشتری ندارد" in result.told
