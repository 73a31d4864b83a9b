"""Writes a zip archive from parts that are deflated already: what letters share is packed once."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import Final, NamedTuple

LEVEL: Final = 6
"""Of deflating; the one that `zipfile` takes when nothing is said, so that both give the same bytes."""

# PKWARE's APPNOTE.TXT 6.3.10: sections 4.3.7, 4.3.12 and 4.3.16.
_LOCAL: Final = struct.Struct("<4s5H3I2H")
_CENTRAL: Final = struct.Struct("<4s2B5H3I5H2I")
_END: Final = struct.Struct("<4s4H2IH")
_VERSION: Final = 20  # 4.4.3.2: «File is compressed using Deflate compression»
_DEFLATED: Final = 8
_UTF8: Final = 0x800
_MIDNIGHT, _FIRST_DAY = 0, (1 << 5) | 1  # 1 January 1980, the first day that a zip archive can name
_SYSTEM: Final = 0
OWNER_ONLY: Final = 0o600 << 16
"""The rights that `zipfile` gives an entry that says nothing of them."""
_MOST: Final = 0xFFFF


class ZipRecord(NamedTuple):
    """A part ready to be put into an archive.

    Attributes:
        name: of the part.
        data: its bytes, deflated.
        size: how many they were before.
        checksum: their CRC-32.
    """

    name: str
    data: bytes
    size: int
    checksum: int


def deflated(name: str, data: bytes, level: int = LEVEL) -> ZipRecord:
    """Return a part as a record.

    Args:
        name: of the part.
        data: its bytes.
        level: of deflating.
    """
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return ZipRecord(name, packer.compress(data) + packer.flush(), len(data), zlib.crc32(data))


def joined(records: Iterable[ZipRecord], *, rights: int = OWNER_ONLY) -> bytes:
    """Return records as an archive: the bytes that `zipfile` makes of them, on 1 January 1980.

    Args:
        records: in the order they are to stand; a Word file stays far under the 4 GiB and the 65,535 parts
            that need a longer form of archive.
        rights: the external attributes of every entry.

    Raises:
        ValueError: past that number of parts.
    """
    pieces: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for record in records:
        flags, name = _spelt(record.name)
        about = (
            *(flags, _DEFLATED, _MIDNIGHT, _FIRST_DAY),
            *(record.checksum, len(record.data), record.size),
        )
        head = _LOCAL.pack(b"PK\x03\x04", _VERSION, *about, len(name), 0) + name
        pieces += (head, record.data)
        entry = _CENTRAL.pack(
            b"PK\x01\x02", _VERSION, _SYSTEM, _VERSION, *about, len(name), 0, 0, 0, 0, rights, place
        )
        directory.append(entry + name)
        place += len(head) + len(record.data)
    count, listing = len(directory), b"".join(directory)
    if count > _MOST:
        raise ValueError(f"{count} parts are more than an archive of this form can hold")
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listing), place, 0)
    return b"".join((*pieces, listing, end))


def _spelt(name: str) -> tuple[int, bytes]:
    """Return the flags of a name and its bytes: ASCII where that will do, else UTF-8 (4.4.4, bit 11)."""
    try:
        return 0, name.encode("ascii")
    except UnicodeEncodeError:
        return _UTF8, name.encode("utf-8")
