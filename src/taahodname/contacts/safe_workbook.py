"""Starts a workbook that cannot hold a formula and comes out with the same bytes each time."""

from __future__ import annotations

import datetime
import io
import re
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook

A4 = 9
"""Excel's number for the paper (the DEVMODE structure of Windows)."""
_MADE = datetime.datetime(2000, 1, 1)
# Where these stand in an entry of the central directory (APPNOTE.TXT of PKWARE, 4.3.12).
_SYSTEM, _SIZES, _MODE, _ENTRY = 5, 28, 38, 46
_LONGEST = 32_767
"""Characters that a cell may have (Excel's specifications)."""
# What XML 1.0 cannot hold, and lone surrogates.
_ILLEGAL = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_BAD_IN_NAMES = r"[\[\]:*?/\\\x00-\x1f]"


@contextmanager
def workbook(target: io.BytesIO, title: str, *, large: bool = False) -> Iterator[Workbook]:
    """Give a workbook that is written into `target` when the block ends.

    Args:
        target: where the file goes.
        title: what its properties say; they say nothing else, and no time but a fixed one.
        large: keep rows on disk while they are written, in their order, each once.
    """
    import xlsxwriter

    options = {
        "in_memory": not large,
        "constant_memory": large,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    raw = io.BytesIO()
    book = xlsxwriter.Workbook(raw, options)
    book.set_properties({"title": title, "created": _MADE})
    yield book
    book.close()
    _settle(raw.getvalue(), target)


def _settle(data: bytes, target: io.BytesIO) -> None:
    """Write an archive without what differs from system to system: who made a part, and its file's mode."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        place, count = archive.start_dir, len(archive.infolist())
    settled = bytearray(data)
    for _ in range(count):
        settled[place + _SYSTEM] = 0
        settled[place + _MODE : place + _MODE + 4] = bytes(4)
        place += _ENTRY + sum(struct.unpack_from("<HHH", settled, place + _SIZES))
    target.write(settled)


def legal(text: str) -> str:
    """Return a text as a cell can hold it: forbidden characters replaced by «�», cut at Excel's limit."""
    if not text.isprintable():
        text = re.sub(_ILLEGAL, "\ufffd", text)
    return text[:_LONGEST]


def tab(name: str) -> str:
    """Return a name that a sheet's tab may bear."""
    return re.sub(_BAD_IN_NAMES, " ", legal(name)).strip("' ")[:31] or "Sheet"
