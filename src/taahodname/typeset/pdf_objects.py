"""PDF objects that ReportLab lacks, and the one door to its document behind the canvas."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject
from reportlab.pdfgen.canvas import Canvas


def document_of(canvas: Canvas) -> Any:
    """Return ReportLab's document; it has no public way to add objects of one's own."""
    return canvas._doc  # type: ignore[attr-defined]


class Stream(PDFObject):
    """A stream with its bytes as they are, deflated or not.

    ReportLab's own has no line end before «endstream», which PDF/A asks for (ISO 19005-2, 6.1.7.1), and
    turns text round by encodings.

    Args:
        data: the bytes.
        deflate: deflate them.
        entries: what its dictionary says besides length and filter.
    """

    def __init__(self, data: bytes, *, deflate: bool = True, **entries: object) -> None:
        self._data = zlib.compress(data) if deflate else data
        self._entries = {"Filter": PDFName("FlateDecode"), **entries} if deflate else entries

    def format(self, document: PDFDocument) -> bytes:
        """Return the object as it stands in the file."""
        head = PDFDictionary({**self._entries, "Length": len(self._data)}).format(document)
        return bytes(head) + b"\nstream\n" + self._data + b"\nendstream"


class Written(PDFObject):
    """An object that a function writes once every object of the file has its number."""

    def __init__(self, write: Callable[[PDFDocument], str]) -> None:
        self._write = write

    def format(self, document: PDFDocument) -> bytes:
        """Return the object as it stands in the file."""
        return self._write(document).encode("latin-1")


def add_entries(owner: Any, **entries: object) -> None:
    """Add entries to a catalog or page whose class does not list them.

    Args:
        owner: ReportLab's object.
        entries: names and values.
    """
    owner.__NoDefault__ = [*owner.__NoDefault__, *entries]
    for name, value in entries.items():
        setattr(owner, name, value)


def written(document: PDFDocument, value: Any) -> str:
    """Return a string, name or reference as it stands in the file."""
    return bytes(value.format(document)).decode("latin-1")
