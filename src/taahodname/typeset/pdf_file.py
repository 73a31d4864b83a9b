"""The file of a PDF: ReportLab's objects packed into object streams, with a cross-reference stream.

ReportLab writes every object by itself and undeflated; the structure of a letter alone takes 15 KB so.
Source: ISO 32000-1, 7.5.7 and 7.5.8; PDF/A-2 allows both (ISO 19005-2, 6.1.4).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from hashlib import md5
from typing import Any

from reportlab.pdfbase.pdfdoc import format as format_object
from reportlab.pdfgen.canvas import Canvas

from taahodname.typeset.archive import INFORMATION
from taahodname.typeset.pdf_canvas import CATALOG
from taahodname.typeset.pdf_objects import LEVEL, document_of, reference

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_IN_FILE, _IN_STREAM = 1, 2  # the kinds of cross-reference entries
_NOWHERE = (0, 0, 0)


def save(canvas: Canvas) -> bytes:
    """Return the finished file of a canvas whose pages are all shown.

    The identifier is made of all that stands in the file, so that equal files have equal ones.
    """
    document = document_of(canvas)
    file = _File()
    for number, content in _objects(document):
        if content.endswith(b"endstream"):
            file.add(number, content)
        else:
            file.keep(number, content)
    return file.finish(f"/Root {reference(document, CATALOG)} /Info {reference(document, INFORMATION)}")


def _objects(document: Any) -> Iterator[tuple[int, bytes]]:
    """Yield the objects by number; formatting one may add others."""
    number = 0
    while (name := document.numberToId.get(number := number + 1)) is not None:
        if isinstance(name, bytes):
            yield number, name  # one of those without a name (`pdf_objects.add_many`)
        else:
            yield number, format_object(document.idToObject[name], document, toplevel=1).rstrip(b"\n")


class _File:
    """The bytes of a file in the making."""

    def __init__(self) -> None:
        self._parts = [_HEAD]
        self._length = len(_HEAD)
        self._entries: dict[int, tuple[int, int, int]] = {}
        self._kept: list[tuple[int, bytes]] = []

    def add(self, number: int, content: bytes) -> None:
        """Write an object by itself, as streams have to be."""
        self._entries[number] = (_IN_FILE, self._length, 0)
        part = b"%d 0 obj\n%b\nendobj\n" % (number, content)
        self._parts.append(part)
        self._length += len(part)

    def keep(self, number: int, content: bytes) -> None:
        """Keep an object for the object stream."""
        self._kept.append((number, content))

    def finish(self, trailer: str) -> bytes:
        """Return the file.

        Args:
            trailer: entries of the trailer.
        """
        count = max((*self._entries, *(number for number, _ in self._kept)))
        packed = count + 1
        self.add(packed, self._object_stream(packed))
        identifier = md5(b"".join(self._parts), usedforsecurity=False).hexdigest()
        table = packed + 1
        place = self._length
        self._entries[table] = (_IN_FILE, place, 0)
        rows = [b"\0\0\0\0\xff\xff"]
        for number in range(1, table + 1):
            kind, where, index = self._entries.get(number, _NOWHERE)
            rows.append((kind << 40 | where << 16 | index).to_bytes(6, "big"))  # the fields of /W [1 3 2]
        entries = f"/Type /XRef /Size {table + 1} /W [1 3 2] {trailer} /ID [<{identifier}> <{identifier}>]"
        self.add(table, stream(b"".join(rows), entries))
        self._parts.append(b"startxref\n%d\n%%%%EOF\n" % place)
        return b"".join(self._parts)

    def _object_stream(self, own: int) -> bytes:
        head, at = [], 0
        for index, (number, content) in enumerate(self._kept):
            head.append(f"{number} {at}")
            at += len(content) + 1
            self._entries[number] = (_IN_STREAM, own, index)
        start = " ".join(head).encode("ascii") + b"\n"
        body = b"\n".join(content for _, content in self._kept)
        return stream(start + body, f"/Type /ObjStm /N {len(self._kept)} /First {len(start)}")


def stream(data: bytes, entries: str) -> bytes:
    """Return a deflated stream object; `entries` is what its dictionary says besides length and filter."""
    packed = zlib.compress(data, LEVEL)
    head = f"<<{entries} /Filter /FlateDecode /Length {len(packed)}>>\nstream\n"
    return head.encode("ascii") + packed + b"\nendstream"
