"""The demo: an invented client's files and papers in a new folder."""

from __future__ import annotations

from pathlib import Path


def test_it_writes_a_profile_that_passes_and_its_papers(run, tmp_path):
    folder = tmp_path / "demo"
    made = run("demo", folder)
    assert made.code == 0
    names = {Path(line).name for line in made.out.splitlines()}
    assert {"undertaking.docx", "undertaking.pdf", "guarantee-note.pdf", "signing-guide.pdf"} <= names
    assert all(Path(line).is_file() for line in made.out.splitlines())
    assert run("check", folder / "profile.yaml").code == 0


def test_it_overwrites_nothing(run, tmp_path):
    (tmp_path / "mine.txt").write_text("متن", "utf-8")
    made = run("demo", tmp_path)
    assert (made.code, made.out) == (2, "")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_that_cannot_be_made_is_told(run, tmp_path):
    (tmp_path / "file").write_text("متن", "utf-8")
    made = run("demo", tmp_path / "file" / "demo")
    assert made.code == 2
    assert "demo" in made.told
