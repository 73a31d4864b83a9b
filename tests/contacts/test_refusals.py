"""What is refused, by name and reason, before it can do harm."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from taahodname.contacts import archive, facts, read_list, reading, refusals
from taahodname.errors import CustomerListError
from tests.contacts.making import GOOD, SHEET, bare, cell, cell_row, column, encrypted, lying, ole, xls


def zipped(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return target.getvalue()


ENCRYPTED_ODS = zipped(
    **{
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": b"\x8f\x01",
        "META-INF/manifest.xml": b'<m:manifest xmlns:m="x"><m:encryption-data/></m:manifest>',
    }
)
REPEATED_ODS = zipped(
    **{
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": b'<o xmlns:t="t" xmlns:f="f"><t:table t:name="S">'
        b'<t:table-row t:number-rows-repeated="1048576">'
        b'<t:table-cell t:number-columns-repeated="16384" f:value-type="float" f:value="1"/>'
        b"</t:table-row></t:table></o>",
    }
)
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
HTML = b"<html><table><tr><td>09121234567</td></tr></table></html>"
XML_2003 = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'

TABLE = [
    ("nothing in it", b"", "empty-file", "a.xlsx"),
    ("spaces only", b" \r\n\t", "empty-file", "a.xlsx"),
    ("a PDF", b"%PDF-1.7\n...", "other-kind", "PDF"),
    ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(20), "other-kind", "PNG"),
    ("a Word file", zipped(**{"word/document.xml": b"<x/>"}), "other-kind", "Word"),
    ("an old Word file", ole("WordDocument"), "other-kind", "Word"),
    ("some archive", zipped(**{"a.txt": b"x"}), "other-kind", "ZIP"),
    ("a web page", HTML, "save-as", "HTML"),
    ("XML of 2003", XML_2003, "save-as", "2003"),
    ("a binary workbook", zipped(**{"xl/workbook.bin": b"x"}), "save-as", "xlsb"),
    ("noise", bytes(range(256)) * 8, "not-text", "a.xlsx"),
    ("a password", encrypted(), "encrypted", "رمز"),
    ("a password, .ods", ENCRYPTED_ODS, "encrypted", "رمز"),
    ("half a workbook", column(*GOOD)[:2000], "broken", "خراب"),
    ("half an old one", xls(*GOOD)[:700], "broken", "خراب"),
    ("no workbook in the container", ole("Contents"), "other-kind", "Office"),
    ("broken XML", bare(b"<row><c"), "broken", "sheet1.xml"),
    ("entities", bare(cell_row(*GOOD), head=ENTITIES), "broken", "sheet1.xml"),
    ("a sheet that is not there", zipped(**{"xl/workbook.xml": b"<workbook/>"}), "broken", "workbook.xml"),
    ("an unsafe name", bare(cell_row(*GOOD), **{"../x": b"x"}), "broken", "../x"),
    ("a zip bomb", bare(cell_row(*GOOD), **{"xl/media/x": bytes(64 << 20)}), "zip-bomb", "64 MiB"),
    ("too many parts", bare(b"", **{f"x{i}": b"" for i in range(archive.MAX_ENTRIES)}), "zip-bomb", "parts"),
    ("a part larger than it claims", lying(4 << 20), "zip-bomb", "sharedStrings"),
    ("a cell at the far corner", bare(cell_row(*GOOD) + b"<row>" + cell("XFD1048576", "x") + b"</row>"),
     "too-large", "1,048,576"),
    ("a cell at the far corner, 'quoted'",
     bare(cell_row(*GOOD) + b"<row><c r = 'XFD1048576'><v>1</v></c></row>"),
     "too-large", "1,048,576"),
    ("a far cell in a near row", bare(b'<row r="1">' + cell("A1", GOOD[0]) + cell("XFD1048576",
     "x") + b"</row>"),
     "too-large", "1,048,576"),
    ("a far cell under another root", bare(cell_row(*GOOD),
     **{"xl/other.xml": b"<x><sheetData><row>%s</row></sheetData></x>"
     % (cell("A1", "x") + cell("XFD1048576", "x"))}), "too-large", "1,048,576"),
    ("a far cell in a sheet nobody names", bare(cell_row(*GOOD), **{"x.bin": SHEET % cell("XFD1048576", "x")
     .join([b"<row>" + cell("A1", "x"), b"</row>"])}), "too-large", "1,048,576"),
    ("cells in what is no XML", bare(cell_row(*GOOD), **{"x.xml": b"&<worksheet><sheetData/></worksheet>"}),
     "broken",
     "x.xml"),
    ("one cell for a whole sheet", REPEATED_ODS, "too-large", "16,384"),
    ("an address that is none", bare(b'<row><c r="9"><v>1</v></c></row>'), "broken", "sheet1.xml"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "reason", "says"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_what_is_no_sound_list_is_refused_by_name_and_reason(tmp_path, data, reason, says):
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(CustomerListError) as caught:
        read_list(path)
    assert caught.value.reason == reason
    assert says in caught.value.message
    assert "a.xlsx" in caught.value.message
    assert "a.xlsx" in caught.value.message_en


def test_a_folder_and_a_missing_file_are_told(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    cases = (
        (tmp_path, "directory"),
        (tmp_path / "no.csv", "no-file"),
        ("\0", "no-file"),
        (tmp_path / "pipe", "other-kind"),
    )
    for path, reason in cases:
        with pytest.raises(CustomerListError) as caught:
            read_list(path)
        assert caught.value.reason == reason


def test_a_file_is_read_up_to_its_limit_only(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_bytes(b"09121234567\n")
    monkeypatch.setattr(reading, "MAX_FILE", 12)
    assert len(read_list(path).numbers) == 1
    monkeypatch.setattr(reading, "MAX_FILE", 11)
    with pytest.raises(CustomerListError, match="too large"):
        read_list(path)


def test_a_file_that_grows_while_it_is_read_is_read_whole_up_to_the_limit(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_bytes(b"09121234567\n")
    shorter = os.stat_result((path.stat().st_mode, 0, 0, 1, 0, 0, 3, 0, 0, 0))
    monkeypatch.setattr(Path, "stat", lambda *_, **__: shorter)
    assert reading.bytes_of(path) == b"09121234567\n"
    monkeypatch.setattr(reading, "MAX_FILE", 11)
    with pytest.raises(CustomerListError, match="too large"):
        reading.bytes_of(path)


def test_the_far_corner_does_end_the_process_where_nobody_looks_first(tmp_path):
    """Why `facts` exists: the reader asks for the whole block at once, which no `except` can catch."""
    path = tmp_path / "far.xlsx"
    path.write_bytes(bare(cell_row(*GOOD) + b"<row>" + cell("XFD1048576", "x") + b"</row>"))
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30)); "
        "from python_calamine import CalamineWorkbook as W; W.from_path(sys.argv[1]).get_sheet_by_index(0)"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True)
    assert done.returncode not in (0, 1)


def test_a_sheet_at_the_limit_is_read(tmp_path, monkeypatch):
    path = tmp_path / "a.xlsx"
    path.write_bytes(column(*GOOD))
    monkeypatch.setattr(facts, "MAX_CELLS", 4)
    assert len(read_list(path).numbers) == 3
    monkeypatch.setattr(facts, "MAX_CELLS", 3)
    with pytest.raises(CustomerListError, match="4 × 1"):
        read_list(path)


def test_rows_that_are_only_coloured_do_not_count_as_far(tmp_path):
    """A whole column with a colour reaches row 1,048,576 and still holds three numbers."""
    styled = b"".join(b'<row r="%d" s="1"><c r="Z%d" s="1"/></row>' % (row, row) for row in (4, 1_048_576))
    path = tmp_path / "a.xlsx"
    path.write_bytes(bare(cell_row(*GOOD) + styled))
    assert len(read_list(path).numbers) == 3


@pytest.mark.parametrize("reason", refusals.REASONS)
def test_every_refusal_has_its_gaps_in_both_languages(reason):
    names = (
        "name",
        "detail",
        "kind",
        "kind_en",
        "given",
        "known",
        "sheet",
        "where",
        "where_en",
        "count",
        "numbers",
    )
    error = refusals.refusal(reason, **dict.fromkeys(names, "\u202eX"))
    assert "\u202e" not in error.message + error.message_en
    assert error.exit_code == 2
