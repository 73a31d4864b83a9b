"""Makes the lists that clients send, and what is no list: each function returns the bytes of one file."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import openpyxl

HEADING = "شماره همراه"
GOOD = ("09121234567", "09132345678", "09901234560")


def xlsx(
    sheets: Mapping[str, Iterable[Sequence[Any]]], *, change: Any = None, hidden: Sequence[str] = ()
) -> bytes:
    """Return a workbook of rows by the sheets' names; `change` may spoil it before it is saved."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    if change is not None:
        change(book.worksheets[0])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def column(*values: Any, change: Any = None) -> bytes:
    """Return a workbook of one sheet with the heading and one column of values."""
    return xlsx({"Sheet1": [[HEADING], *([value] for value in values)]}, change=change)


def xls(*values: Any, hidden: Sequence[int] = ()) -> bytes:
    """Return an .xls file of one column under the heading; some rows, counted from 1, are hidden."""
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for row, value in enumerate((HEADING, *values)):
        sheet.write(row, 0, value)
        sheet.row(row).hidden = row + 1 in hidden
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def ods(*values: Any, hidden: Sequence[int] = ()) -> bytes:
    """Return an .ods file; see `xls`."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    table = Table(name="Sheet1")
    for number, value in enumerate((HEADING, *values), 1):
        row = TableRow(visibility="collapse") if number in hidden else TableRow()
        if isinstance(value, str):
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=value))
        else:
            cell = TableCell(valuetype="float", value=str(value))
        row.addElement(cell)
        table.addElement(row)
    book.spreadsheet.addElement(table)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def text(*lines: str, encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    """Return lines of text in an encoding."""
    return end.join([*lines, ""]).encode(encoding)


WORKBOOK = (
    b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    b'<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="xml" ContentType="application/xml"/>'
    b'<Override PartName="/xl/workbook.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
ROOT = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    b'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="xl/workbook.xml"/></Relationships>'
)
RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    b'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    b'Target="worksheets/sheet1.xml"/></Relationships>'
)
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


def bare(rows: bytes, head: bytes = b"", **more: bytes) -> bytes:
    """Return a workbook whose one sheet has these rows as XML, and further parts by their names."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", ROOT)
        archive.writestr("xl/workbook.xml", WORKBOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        archive.writestr("xl/worksheets/sheet1.xml", head + SHEET % rows)
        for name, data in more.items():
            archive.writestr(name, data)
    return target.getvalue()


def cell(address: str, value: str) -> bytes:
    """Return a cell with a text in it as XML."""
    return f'<c r="{address}" t="inlineStr"><is><t>{value}</t></is></c>'.encode()


def lying(size: int) -> bytes:
    """Return a workbook with a part that inflates to `size` zeros and declares one thousand bytes."""
    declared = 1000
    zeros = bytes(size)
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(zeros) + packer.flush()
    sound = bare(cell_row(*GOOD), **{"xl/sharedStrings.xml": packed})
    name = b"xl/sharedStrings.xml"
    data = bytearray(sound)
    # The part was stored deflated once more; put the packed bytes in its place and claim a small size.
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as made, zipfile.ZipFile(target, "w") as archive:
        for entry in made.infolist():
            kind = zipfile.ZIP_STORED if entry.filename.encode() == name else zipfile.ZIP_DEFLATED
            archive.writestr(entry.filename, made.read(entry), kind)
    data = bytearray(target.getvalue())
    crc = struct.pack("<I", zlib.crc32(zeros[:declared]))
    claim = crc + struct.pack("<II", len(packed), declared)
    for sign, method, sizes in ((b"PK\x03\x04", 8, 14), (b"PK\x01\x02", 10, 16)):
        place = _header(data, sign, name)
        data[place + method : place + method + 2] = struct.pack("<H", 8)
        data[place + sizes : place + sizes + 12] = claim
    return bytes(data)


def _header(data: bytearray, sign: bytes, name: bytes) -> int:
    offset = 30 if sign.startswith(b"PK\x03") else 46
    place = data.find(sign)
    while data[place + offset : place + offset + len(name)] != name:
        place = data.find(sign, place + 1)
    return place


def cell_row(*values: str) -> bytes:
    """Return rows of one cell each as XML."""
    rows = (
        f'<row r="{at}">'.encode() + cell(f"A{at}", value) + b"</row>" for at, value in enumerate(values, 1)
    )
    return b"".join(rows)


def encrypted() -> bytes:
    """Return the container that Excel writes for a workbook with a password: streams, no zip archive."""
    return ole("EncryptionInfo", "EncryptedPackage")


def ole(*streams: str) -> bytes:
    """Return a container of Office before 2007 with empty streams of these names ([MS-CFB])."""
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", 0, *([free] * 108))
    sectors = struct.pack("<128I", table, end, *([free] * 126))
    entries = [_entry("Root Entry", 5, 1), *(_entry(name, 2, free) for name in streams)]
    # The streams hang on one another to the right, which readers accept.
    for place in range(1, len(entries) - 1):
        entry = bytearray(entries[place])
        entry[72:76] = struct.pack("<I", place + 1)
        entries[place] = bytes(entry)
    return head + sectors + b"".join(entries).ljust(512, b"\0")


def _entry(name: str, kind: int, child: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    start = 0xFFFFFFFE
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBB", len(encoded), kind, 1)
        + struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
        + bytes(36)
        + struct.pack("<II", start, 0)
        + bytes(4)
    )
