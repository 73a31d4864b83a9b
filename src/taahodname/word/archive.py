"""Opens the zip archive of a Word file with limits, before a byte of it is trusted."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from functools import lru_cache

from taahodname.errors import WordFileError

MAX_ENTRIES = 2000
"""More parts than any letter needs."""
MAX_INFLATED = 100 * 1024 * 1024
"""Bytes all parts may take together once inflated."""
MAX_RATIO = 200
"""Bytes inflated for one byte of the file, where the sum is large; Word's own XML stays under 50."""

_RATIO_FLOOR = 10 * 1024 * 1024
_CHUNK = 1024 * 1024
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_UNSAFE_NAME = re.compile(r"^[/\\]|^[A-Za-z]:|\\|\x00|(^|/)\.\.?(/|$)|//")
# An entry's own header but its times and the version it asks for (APPNOTE.TXT 6.3.10 of PKWARE, 4.3.7).
_HEADER = struct.Struct("<4s2x2H4x3I2H")
_SIGNATURE = b"PK\x03\x04"
_SMALL = 24 * 1024
"""Bytes that a part may have to be kept inflated: styles, settings, heads, which many letters share; letters
have more."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
LEVEL = 4
"""Of deflating: a letter takes less than half as long as at 6, for a fifteenth more bytes."""


def unpack(data: bytes, name: str) -> dict[str, bytes]:
    """Return the parts of an archive by name.

    Args:
        data: the file.
        name: its name, for messages.

    Raises:
        WordFileError: when it is no zip archive, is encrypted, or breaks a limit.
    """
    if data.startswith(_OLE):
        raise WordFileError(
            f"«{name}» رمزدار یا فایل قدیمی doc است. آن را در ورد باز کنید، رمز را بردارید "
            "و با قالب Word Document (.docx) ذخیره کنید.",
            f"{name} is encrypted or an old .doc file; remove the password and save it as .docx in Word",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = _entries(archive, name, len(data))
            return _inflate(archive, entries, name, data)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise WordFileError(
            f"«{name}» فایل ورد نیست یا خراب است. یک فایل docx سالم بدهید.",
            f"{name} is not a Word file or is broken ({error}); give a sound .docx file",
        ) from error


def _entries(archive: zipfile.ZipFile, name: str, size: int) -> list[zipfile.ZipInfo]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(archive.infolist()) > MAX_ENTRIES:
        raise _refuse(name, f"بیش از {MAX_ENTRIES} بخش دارد", f"holds more than {MAX_ENTRIES} parts")
    inflated = sum(entry.file_size for entry in entries)
    if inflated > MAX_INFLATED or (inflated > _RATIO_FLOOR and inflated > MAX_RATIO * size):
        raise _too_large(name)
    seen: set[str] = set()
    for entry in entries:
        _check_entry(entry, name, seen)
    return entries


def _check_entry(entry: zipfile.ZipInfo, name: str, seen: set[str]) -> None:
    if entry.flag_bits & 0x1:
        raise _refuse(name, "رمز دارد", "is encrypted")
    if _UNSAFE_NAME.search(entry.filename):
        raise _refuse(name, "بخشی با نام ناامن دارد", f"holds a part with an unsafe name {entry.filename!r}")
    if entry.filename.lower() in seen:
        raise _refuse(name, "دو بخش هم‌نام دارد", f"holds the part {entry.filename!r} twice")
    seen.add(entry.filename.lower())


def _inflate(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str, data: bytes
) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    room = MAX_INFLATED
    for entry in entries:
        part = _plain_part(entry, data)
        if part is None:
            part = _read(archive, entry, room, name)
        room -= len(part)
        if room < 0:
            raise _too_large(name)
        parts[entry.filename] = part
    return parts


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, name: str) -> bytes:
    """Return a part as `zipfile` reads it, as far as there is room."""
    pieces: list[bytes] = []
    with archive.open(entry) as stream:
        # The size an archive declares is only a claim.
        while piece := stream.read(_CHUNK):
            room -= len(piece)
            if room < 0:
                raise _too_large(name)
            pieces.append(piece)
    return b"".join(pieces)


def _plain_part(entry: zipfile.ZipInfo, data: bytes) -> bytes | None:
    """Return a deflated part that is in every way what both its headers say; None for any other.

    Of a small one that was there before, byte by byte, what was inflated then is returned.
    """
    name, start = entry.orig_filename, entry.header_offset + _HEADER.size
    if not (name.isascii() and _HEADER.size <= start <= len(data)):
        return None
    signature, *told, length, extra = _HEADER.unpack_from(data, entry.header_offset)
    listed = [0, zipfile.ZIP_DEFLATED, entry.CRC, entry.compress_size, entry.file_size]
    if signature != _SIGNATURE or told != listed or data[start : start + length] != name.encode():
        return None
    start += length + extra
    inflate = _kept if entry.file_size <= _SMALL else _inflated
    return inflate(data[start : start + entry.compress_size], entry.file_size, entry.CRC)


def _inflated(raw: bytes, size: int, checksum: int) -> bytes | None:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    found = inflater.decompress(raw, size + 1)
    sound = inflater.eof and len(found) == size and zlib.crc32(found) == checksum
    return found if sound else None


_kept = lru_cache(maxsize=32)(_inflated)


def _too_large(name: str) -> WordFileError:
    limit = MAX_INFLATED // (1024 * 1024)
    return _refuse(
        name,
        f"پس از باز شدن بیش از اندازه بزرگ می‌شود (بیشترین اندازه {limit} مگابایت)",
        f"grows too large when inflated (at most {limit} MiB)",
    )


def _refuse(name: str, reason: str, reason_en: str) -> WordFileError:
    return WordFileError(
        f"«{name}» {reason} و پذیرفته نمی‌شود. فایل را در ورد باز کنید و با نامی تازه ذخیره کنید.",
        f"{name} {reason_en} and is refused; open it in Word and save it under a new name",
    )


def pack(parts: dict[str, bytes]) -> bytes:
    """Return an archive of the parts; the same parts give the same bytes.

    Args:
        parts: bytes by name, in the order they are to stand.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Python writes the system it runs on; one value keeps the bytes the same on all of them.
            entry.create_system = 0
            archive.writestr(entry, data, compresslevel=LEVEL)
    return target.getvalue()
