from __future__ import annotations

from pathlib import Path

import pytest

from taahodname.errors import LetterheadError
from taahodname.letterhead import files
from taahodname.letterhead.files import check_word_file, read_file


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "سربرگ.docx").write_bytes(b"abc")
    assert read_file(tmp_path / "سربرگ.docx") == b"abc"


@pytest.mark.parametrize("name", ["none.docx", "folder", "a\x00b.docx", "x" * 300])
def test_what_is_no_file_is_told_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(LetterheadError) as caught:
        read_file(tmp_path / name)
    assert name in caught.value.message
    assert caught.value.exit_code == 2


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 2)
    (tmp_path / "a.docx").write_bytes(b"abc")
    with pytest.raises(LetterheadError, match="larger than"):
        read_file(tmp_path / "a.docx")
    with pytest.raises(LetterheadError, match="larger than"):
        check_word_file(b"abc", "a.docx")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"BM\x00\x00", "BMP"),
        (b"II*\x00", "TIFF"),
    ],
)
def test_a_kind_that_is_no_word_file_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(LetterheadError) as caught:
        check_word_file(data, "سربرگ")
    assert kind in caught.value.message
    assert "پذیرفته نمی‌شود" in caught.value.message


def test_an_empty_file_is_told() -> None:
    with pytest.raises(LetterheadError, match="is empty"):
        check_word_file(b"", "a.docx")


def test_an_archive_goes_on_to_be_looked_at() -> None:
    check_word_file(b"PK\x03\x04", "a.docx")
