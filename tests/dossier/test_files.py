from __future__ import annotations

import os
from pathlib import Path

import pytest

from taahodname.dossier import Dossier
from taahodname.errors import OutputError
from taahodname.findings import Report


def dossier(**files: bytes) -> Dossier:
    named = {name.replace("_", "."): data for name, data in files.items()}
    return Dossier(named, "company-1/3000", Report("3000"))


def test_the_files_stand_in_the_folder_of_the_company_and_the_line(tmp_path: Path) -> None:
    folder = dossier(undertaking_pdf=b"pdf", undertaking_docx=b"docx").write(tmp_path / "out")
    assert folder == tmp_path / "out" / "company-1" / "3000"
    assert (folder / "undertaking.pdf").read_bytes() == b"pdf"
    assert sorted(path.name for path in folder.parent.iterdir()) == ["3000"]


def test_a_folder_that_is_there_is_not_touched_unasked(tmp_path: Path) -> None:
    dossier(undertaking_pdf=b"old").write(tmp_path)
    with pytest.raises(OutputError, match="exists"):
        dossier(undertaking_pdf=b"new").write(tmp_path)
    assert (tmp_path / "company-1/3000/undertaking.pdf").read_bytes() == b"old"


def test_replacing_takes_away_older_papers_and_keeps_what_others_put_there(tmp_path: Path) -> None:
    folder = dossier(undertaking_pdf=b"old", undertaking_docx=b"old").write(tmp_path)
    (folder / "scan.jpg").write_bytes(b"signed")
    (folder / "notes").mkdir()
    (folder / "notes" / "a.txt").write_text("x", encoding="utf-8")
    dossier(undertaking_pdf=b"new").write(tmp_path, replace=True)
    assert (folder / "undertaking.pdf").read_bytes() == b"new"
    assert sorted(path.name for path in folder.iterdir()) == ["notes", "scan.jpg", "undertaking.pdf"]
    assert sorted(path.name for path in folder.parent.iterdir()) == ["3000"]


def test_nothing_is_left_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        dossier(undertaking_pdf=b"pdf").write(tmp_path)
    assert list((tmp_path / "company-1").iterdir()) == []


def test_an_old_folder_survives_a_failed_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = dossier(undertaking_pdf=b"old").write(tmp_path)
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name.startswith(".3000-") and Path(target) == folder:
            raise OSError(5, "Input/output error")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OutputError):
        dossier(undertaking_pdf=b"new").write(tmp_path, replace=True)
    assert (folder / "undertaking.pdf").read_bytes() == b"old"


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError):
        dossier(undertaking_pdf=b"pdf").write(tmp_path / "out")


def test_a_dossier_is_a_mapping_in_a_fixed_order() -> None:
    made = dossier(undertaking_docx=b"1", undertaking_pdf=b"2")
    assert list(made) == ["undertaking.docx", "undertaking.pdf"]
    assert len(made) == 2
    assert dict(made)["undertaking.pdf"] == b"2"
