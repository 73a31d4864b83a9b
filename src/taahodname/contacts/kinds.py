"""Tells what a file is by its bytes, whatever its name ends in, and refuses by name what is no list."""

from __future__ import annotations

import re
from enum import StrEnum

from taahodname.contacts.refusals import refusal
from taahodname.errors import CustomerListError


class Kind(StrEnum):
    """The kinds of files that are read."""

    XLSX = "xlsx"
    """Excel's workbook since 2007, with or without macros (.xlsm)."""
    XLS = "xls"
    """Excel's binary workbook before 2007."""
    ODS = "ods"
    """The OpenDocument spreadsheet."""
    TEXT = "text"
    """Lines of text: .csv, .txt."""


ZIP = b"PK\x03\x04"
OLE = bytes.fromhex("D0CF11E0A1B11AE1")

# What is met in place of a list, by its first bytes: the Persian and the English name.
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "PDF", "a PDF"),
    (b"\x89PNG", "تصویر PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "تصویر JPEG", "a JPEG picture"),
    (b"GIF8", "تصویر GIF", "a GIF picture"),
    (b"Rar!", "آرشیو RAR", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "آرشیو 7z", "a 7z archive"),
    (b"\x1f\x8b", "آرشیو gzip", "a gzip archive"),
    (b"{\\rtf", "متن RTF", "an RTF text"),
    (b"SQLite format 3", "پایگاه دادهٔ SQLite", "an SQLite database"),
    (b"\x00\x01\x00\x00Standard", "پایگاه دادهٔ Access", "an Access database"),
)
_HEAD = 4096
_HTML = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<table|<meta|<head|<body)", re.IGNORECASE)
_XML = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<\?xml", re.IGNORECASE)
_XML_SHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
ENDINGS = {".xlsx": Kind.XLSX, ".xlsm": Kind.XLSX, ".xls": Kind.XLS, ".ods": Kind.ODS}
"""What a name promises; every other ending promises text."""


def kind_of(data: bytes, name: str) -> Kind:
    """Return what a file is.

    Args:
        data: the whole file.
        name: its name, for messages.

    Raises:
        CustomerListError: «empty-file», «other-kind» or «save-as».
    """
    if not data.strip(b"\0\t\n\r "):
        raise refusal("empty-file", name=name)
    if data.startswith(ZIP):
        # What a zip archive holds is told by its parts; see `archive`.
        return Kind.XLSX
    if data.startswith(OLE):
        return Kind.XLS
    _refuse_others(data, name)
    return Kind.TEXT


def _refuse_others(data: bytes, name: str) -> None:
    for head, persian, english in _OTHERS:
        if data.startswith(head):
            raise other_kind(name, persian, english)
    head = data[:_HEAD]
    if _HTML.match(head):
        raise save_as(name, "صفحهٔ وب (HTML)", "a web page (HTML)")
    if _XML.match(head):
        if _XML_SHEET in head:
            raise save_as(name, "قالب قدیمی XML Spreadsheet 2003", "an XML Spreadsheet 2003")
        raise other_kind(name, "سند XML", "an XML document")


def other_kind(name: str, persian: str, english: str) -> CustomerListError:
    """Return the error for a file that is something else altogether."""
    return refusal("other-kind", name=name, kind=persian, kind_en=english)


def save_as(name: str, persian: str, english: str) -> CustomerListError:
    """Return the error for a spreadsheet in a format that is not read."""
    return refusal("save-as", name=name, kind=persian, kind_en=english)


def promised(name: str) -> Kind:
    """Return what a file's name says it is."""
    ending = re.search(r"\.[A-Za-z0-9]+\Z", name)
    return ENDINGS.get(ending[0].lower() if ending else "", Kind.TEXT)
