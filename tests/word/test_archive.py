from __future__ import annotations

import io
import zipfile

import pytest

from taahodname.errors import WordFileError
from taahodname.word import archive
from taahodname.word.archive import pack, unpack

from .making import zipped


def refusal(data: bytes) -> WordFileError:
    with pytest.raises(WordFileError) as caught:
        unpack(data, "نامه.docx")
    assert "نامه.docx" in caught.value.message
    assert "نامه.docx" in caught.value.message_en
    return caught.value


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"hello", zipped({"a": b"x"})[:-10], b"\x00" * 100],
    # Names of their own: a zip made now holds the time, and each worker of the tests collects anew.
    ids=["empty", "two letters", "text", "cut short", "zeros"],
)
def test_what_is_no_archive_is_no_word_file(data: bytes) -> None:
    assert "is not a Word file" in refusal(data).message_en


def test_an_old_or_locked_file_is_known_by_its_first_bytes() -> None:
    assert "doc" in refusal(bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 600).message


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(zipped({"a": b"x"}))
    place = data.rfind(b"PK\x01\x02")
    data[place + 8] |= 1
    assert "encrypted" in refusal(bytes(data)).message_en


def test_more_parts_than_a_letter_needs_are_refused() -> None:
    assert "2000" in refusal(zipped({f"part{number}": b"" for number in range(2001)})).message_en


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/x", "C:/x", "a\\b", "./x", "a//b"])
def test_a_name_that_leads_out_of_the_archive_is_refused(name: str) -> None:
    assert "unsafe name" in refusal(zipped({name: b"x"})).message_en


def test_two_parts_whose_names_differ_in_case_alone_are_refused() -> None:
    assert "twice" in refusal(zipped({"word/a.xml": b"x", "word/A.xml": b"y"})).message_en


def test_a_bomb_is_refused_by_what_it_declares() -> None:
    bomb = zipped({"word/document.xml": bytes(12 * 1024 * 1024)})
    assert len(bomb) < 20_000
    assert "too large" in refusal(bomb).message_en


def test_a_bomb_that_lies_about_its_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_INFLATED", 1000)
    data = bytearray(zipped({"a": bytes(5000)}))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    refusal(bytes(data))


def test_the_limit_counts_what_is_really_inflated(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({"a": bytes(5000)})
    assert unpack(data, "x") == {"a": bytes(5000)}
    monkeypatch.setattr(archive, "_entries", lambda opened, name, size: opened.infolist())
    monkeypatch.setattr(archive, "MAX_INFLATED", 1000)
    assert "too large" in refusal(data).message_en


def test_a_small_part_that_is_there_again_is_not_inflated_again() -> None:
    first = unpack(zipped({"a": b"the same", "b": b"one"}), "x")
    second = unpack(zipped({"a": b"the same", "b": b"other"}), "x")
    assert second == {"a": b"the same", "b": b"other"}
    assert second["a"] is first["a"]


def in_header(place: int, change: int) -> bytes:
    """Return an archive of one part with a byte of the part's own header, or of what follows, changed."""
    data = bytearray(zipped({"part": b"words " * 9}))
    data[place] ^= change
    return bytes(data)


NAME, CONTENT = 30, 34
"""Where they begin behind the header (APPNOTE.TXT 4.3.7)."""


@pytest.mark.parametrize("place", [0, NAME, CONTENT], ids=["signature", "name", "content"])
def test_a_part_whose_own_header_or_content_is_broken_is_refused(place: int) -> None:
    assert "broken" in refusal(in_header(place, 0xFF)).message_en


@pytest.mark.parametrize("place", [14, 18, 22], ids=["checksum", "deflated size", "size"])
def test_what_the_directory_says_goes_before_a_parts_own_header(place: int) -> None:
    assert unpack(in_header(place, 1), "x") == {"part": b"words " * 9}


def test_a_checksum_that_is_wrong_in_both_places_is_found() -> None:
    data = bytearray(zipped({"part": b"words " * 9}))
    for place in (14, data.rfind(b"PK\x01\x02") + 16):
        data[place] ^= 1
    assert "broken" in refusal(bytes(data)).message_en


def test_a_size_that_is_told_too_small_in_both_places_is_found() -> None:
    data = bytearray(zipped({"part": b"words " * 9}))
    for place in (22, data.rfind(b"PK\x01\x02") + 24):
        data[place : place + 4] = (10).to_bytes(4, "little")
    refusal(bytes(data))


def test_a_part_that_is_not_deflated_or_has_a_persian_name_is_read() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as opened:
        opened.writestr("stored", b"1")
        opened.writestr("نامه", b"2", zipfile.ZIP_DEFLATED)
    assert unpack(target.getvalue(), "x") == {"stored": b"1", "نامه": b"2"}


def test_the_same_parts_give_the_same_bytes_with_one_date_and_system() -> None:
    data = pack({"b": b"1", "a": b"2"})
    assert data == pack({"b": b"1", "a": b"2"})
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert opened.namelist() == ["b", "a"]
        assert {(entry.date_time, entry.create_system) for entry in opened.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0)
        }
