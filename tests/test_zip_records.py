from __future__ import annotations

import io
import zipfile

import pytest

from taahodname.word.archive import LEVEL, pack
from taahodname.zip_records import ZipRecord, deflated, joined

PARTS = {
    "[Content_Types].xml": b"".join(b"<%d/>" % (n * n) for n in range(900)),
    "word/a.xml": b"",
    "word/تصویر.png": bytes(range(256)),
}


def test_records_make_the_archive_that_zipfile_makes_of_their_parts() -> None:
    records = [deflated(name, data, LEVEL) for name, data in PARTS.items()]
    assert joined(records) == pack(PARTS)
    assert records[0] != deflated("[Content_Types].xml", PARTS["[Content_Types].xml"], LEVEL - 1)


def test_what_was_put_in_comes_out_of_another_reader() -> None:
    data = joined(deflated(name, data) for name, data in PARTS.items())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == PARTS


def test_the_rights_of_entries_are_those_asked_for() -> None:
    with zipfile.ZipFile(io.BytesIO(joined([deflated("a", b"b")], rights=0))) as archive:
        assert archive.infolist()[0].external_attr == 0


def test_more_parts_than_the_form_of_archive_holds_are_refused() -> None:
    with pytest.raises(ValueError, match="65536 parts"):
        joined([ZipRecord("a", b"", 0, 0)] * 65_536)
