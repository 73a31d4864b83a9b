"""PDF objects that ReportLab lacks, and the one door to its document behind the canvas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from deflate import zlib_compress
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject
from reportlab.pdfbase.pdfdoc import format as format_object
from reportlab.pdfgen.canvas import Canvas

_LEVEL = 1
"""How hard libdeflate tries: a twentieth longer than zlib at its level 4, in a third of the time."""


def document_of(canvas: Canvas) -> Any:
    """Return ReportLab's document; it has no public way to add objects of one's own."""
    return canvas._doc  # type: ignore[attr-defined]


def packed(data: bytes) -> bytes:
    """Return what every letter has anew, deflated (ISO 32000-1, 7.4.4)."""
    return bytes(zlib_compress(data, _LEVEL))


class Stream(PDFObject):
    """A stream with its bytes as they are, deflated or not.

    ReportLab's own has no line end before «endstream», which PDF/A asks for (ISO 19005-2, 6.1.7.1), and
    turns text round by encodings.

    Args:
        data: the bytes.
        deflate: deflate them.
        deflated: they are deflated already.
        entries: what its dictionary says besides length and filter.
    """

    def __init__(
        self, data: bytes, *, deflate: bool = True, deflated: bool = False, **entries: object
    ) -> None:
        self._data = packed(data) if deflate and not deflated else data
        self._entries = {"Filter": "/FlateDecode", **entries} if deflate else entries

    def format(self, document: PDFDocument) -> bytes:
        """Return the object as it stands in the file."""
        entries = {"Length": len(self._data), **self._entries}
        head = " ".join([f"/{name} {_value(document, value)}" for name, value in entries.items()])
        return b"<<%b>>\nstream\n%b\nendstream" % (head.encode("latin-1"), self._data)


def _value(document: PDFDocument, value: object) -> str:
    if isinstance(value, str | int):
        return str(value)
    return bytes(format_object(value, document)).decode("latin-1")


class Raw(PDFObject):
    """An object that is written already.

    Args:
        content: as it stands in the file.
    """

    def __init__(self, content: str) -> None:
        self._content = content.encode("latin-1")

    def format(self, document: PDFDocument) -> bytes:
        """Return the object as it stands in the file."""
        return self._content


class Entries(PDFObject):
    """A dictionary of entries that are written already, put in one after the other."""

    def __init__(self, **entries: str) -> None:
        self._entries = entries

    def add(self, **entries: str) -> None:
        """Put in more entries."""
        self._entries |= entries

    def format(self, document: PDFDocument) -> bytes:
        """Return the object as it stands in the file."""
        told = " ".join([f"/{name} {value}" for name, value in self._entries.items()])
        return f"<<{told}>>".encode("latin-1")


def add(document: Any, content: PDFObject | str, name: str) -> str:
    """Put an object into a document under a name, and return how others refer to it."""
    document.Reference(Raw(content) if isinstance(content, str) else content, name)
    return reference(document, name)


def add_many(document: Any, contents: Iterable[bytes]) -> None:
    """Put objects into a document that nobody asks for by name, numbered one after the other.

    ReportLab names every object, which takes longer than to write one.
    """
    numbered = dict(enumerate(contents, document.objectcounter + 1))
    document.numberToId.update(numbered)
    document.objectcounter += len(numbered)


def reference(document: Any, name: str) -> str:
    """Return how other objects refer to the one of a name."""
    return "{} {} R".format(*document.idToObjectNumberAndVersion[name])


def text_string(text: str) -> str:
    """Return a text string in hexadecimal, as UTF-16 (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
