"""Opens the zip archive of a workbook with limits, before any other reader trusts a byte of it.

The reader of workbooks has no limits of its own and inflates to the end of a part whatever size the archive
declares, so every part is inflated here once, counted, and compared with what it claims.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from taahodname.contacts.kinds import Kind, other_kind, save_as
from taahodname.contacts.refusals import refusal
from taahodname.errors import CustomerListError

MAX_ENTRIES = 2000
"""More parts than any list needs."""
MAX_INFLATED = 512 * 1024 * 1024
"""Bytes all parts may take together once inflated; a million rows of one column take some 100 MB."""
MAX_RATIO = 200
"""Bytes inflated for one byte of the file, where the sum is large; sheets of numbers stay under 50."""

_RATIO_FLOOR = 10 * 1024 * 1024
_CHUNK = 256 * 1024
_LOCAL_HEADER = struct.Struct("<26xHH")
_UNSAFE_NAME = re.compile(r"^[/\\]|^[A-Za-z]:|\x00|(^|[/\\])\.\.?([/\\]|$)")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True)
class Archive:
    """A zip archive whose parts keep the limits as far as it declares them.

    Attributes:
        data: the whole file.
        name: its name, for messages.
        entries: its parts by their names.
    """

    data: bytes
    name: str
    entries: dict[str, zipfile.ZipInfo]

    def chunks(self, part: str) -> Iterator[bytes]:
        """Yield a part inflated, piece by piece.

        Raises:
            CustomerListError: «zip-bomb» when it is larger than it claims, «broken» when it is no part.
        """
        entry = self.entries[part]
        left = entry.file_size
        for piece in _inflated(self, entry):
            left -= len(piece)
            if left < 0:
                raise refusal("zip-bomb", name=self.name, detail=part)
            yield piece
        if left:
            raise self.broken(part)

    def text(self, part: str, most: int) -> bytes:
        """Return a small part whole.

        Args:
            part: its name.
            most: bytes it may have.

        Raises:
            CustomerListError: as `chunks`, and «too-large».
        """
        if self.entries[part].file_size > most:
            raise refusal("too-large", name=self.name, detail=part)
        return b"".join(self.chunks(part))

    def broken(self, detail: str) -> CustomerListError:
        """Return the error for a part that cannot be read."""
        return refusal("broken", name=self.name, detail=detail)


def open_archive(data: bytes, name: str) -> Archive:
    """Return an archive whose declared sizes keep the limits.

    Args:
        data: the file.
        name: its name, for messages.

    Raises:
        CustomerListError: «broken», «encrypted», «zip-bomb».
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = archive.infolist()
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, struct.error) as error:
        raise refusal("broken", name=name, detail="zip") from error
    if len(found) > MAX_ENTRIES:
        raise refusal("zip-bomb", name=name, detail=f"{len(found)} parts")
    inflated = sum(entry.file_size for entry in found)
    if inflated > MAX_INFLATED or (inflated > _RATIO_FLOOR and inflated > MAX_RATIO * len(data)):
        raise refusal("zip-bomb", name=name, detail=f"{inflated // 2**20} MiB")
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in found:
        _check(entry, name, entries)
        entries[entry.filename] = entry
    return Archive(data, name, entries)


def kind_of_archive(archive: Archive) -> Kind:
    """Return what an archive is by its parts.

    Raises:
        CustomerListError: «other-kind», «save-as», «encrypted».
    """
    names = {name.lower() for name in archive.entries}
    if "xl/workbook.bin" in names:
        raise save_as(archive.name, "قالب xlsb", "a binary workbook (.xlsb)")
    if any(name.startswith("xl/") for name in names):
        return Kind.XLSX
    if "mimetype" in archive.entries and "content.xml" in archive.entries:
        if archive.text("mimetype", 1024).strip().startswith(_ODS):
            return Kind.ODS
        raise other_kind(archive.name, "سند دیگری از LibreOffice", "another document of LibreOffice")
    if any(name.startswith("word/") for name in names):
        raise other_kind(archive.name, "فایل Word", "a Word file")
    if any(name.startswith("ppt/") for name in names):
        raise other_kind(archive.name, "فایل PowerPoint", "a PowerPoint file")
    if "index/document.iwa" in names:
        raise save_as(archive.name, "فایل Numbers اپل", "an Apple Numbers file")
    raise other_kind(archive.name, "آرشیو ZIP", "a ZIP archive")


def _check(entry: zipfile.ZipInfo, name: str, seen: dict[str, zipfile.ZipInfo]) -> None:
    if entry.flag_bits & 0x1:
        raise refusal("encrypted", name=name)
    if _UNSAFE_NAME.search(entry.filename) or entry.filename in seen:
        raise refusal("broken", name=name, detail=entry.filename)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refusal("broken", name=name, detail=entry.filename)


def _inflated(archive: Archive, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield all that the compressed bytes of a part hold, not only as much as it declares."""
    start = entry.header_offset
    try:
        name_size, extra_size = _LOCAL_HEADER.unpack_from(archive.data, start)
    except struct.error as error:
        raise archive.broken(entry.filename) from error
    start += _LOCAL_HEADER.size + name_size + extra_size
    raw = memoryview(archive.data)[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        yield from (bytes(raw[place : place + _CHUNK]) for place in range(0, len(raw), _CHUNK))
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for place in range(0, len(raw), _CHUNK):
            pending: bytes | memoryview = raw[place : place + _CHUNK]
            while pending and not inflater.eof:
                yield inflater.decompress(pending, _CHUNK)
                pending = inflater.unconsumed_tail
    except zlib.error as error:
        raise archive.broken(entry.filename) from error
    yield inflater.flush()
