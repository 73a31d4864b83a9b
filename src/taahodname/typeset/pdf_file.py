"""The file of a PDF: ReportLab's objects packed into object streams, with a cross-reference stream.

ReportLab writes every object by itself and undeflated; the structure of a letter alone takes 15 KB so.
Source: ISO 32000-1, 7.5.7 and 7.5.8; PDF/A-2 allows both (ISO 19005-2, 6.1.4).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from hashlib import sha1
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from taahodname.typeset.archive import INFORMATION
from taahodname.typeset.pdf_canvas import CATALOG
from taahodname.typeset.pdf_objects import document_of, packed, reference

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# A row of the cross-reference table is one number of 8 bytes, of the fields of /W [1 4 3]: the kind of
# the entry, the place in the file or the number of the object stream, and the place in that stream.
_IN_FILE, _IN_STREAM, _WHERE = 1 << 56, 2 << 56, 1 << 24
_FREE = 0xFFFF
_IDENTIFIER_SIZE = 16


def save(canvas: Canvas) -> bytes:
    """Return the finished file of a canvas whose pages are all shown.

    The identifier is made of all that stands in the file, so that equal files have equal ones.
    """
    document = document_of(canvas)
    contents = list(_contents(document))
    file = _File()
    file.put(contents)
    return file.finish(f"/Root {reference(document, CATALOG)} /Info {reference(document, INFORMATION)}")


def _contents(document: Any) -> Iterator[bytes]:
    """Yield the objects as they stand in the file, from number 1 on; formatting one may add others."""
    number = 0
    while (name := document.numberToId.get(number := number + 1)) is not None:
        if isinstance(name, bytes):
            yield name  # one of those without a name (`pdf_objects.add_many`)
        else:
            yield document.idToObject[name].format(document).rstrip(b"\n")


class _File:
    """The bytes of a file in the making."""

    def __init__(self) -> None:
        self._parts = [_HEAD]
        self._length = len(_HEAD)
        self._rows = [_FREE]

    def put(self, contents: Sequence[bytes]) -> None:
        """Write all objects: streams by themselves, as they have to be, the others into an object stream."""
        row = _IN_STREAM + (len(contents) + 1) * _WHERE
        kept: list[bytes] = []
        head, at = [], 0
        for number, content in enumerate(contents, 1):
            if content.endswith(b"endstream"):
                self._add(content)
            else:
                self._rows.append(row + len(kept))
                kept.append(content)
                head.append(f"{number} {at}")
                at += len(content) + 1
        start = " ".join(head).encode("ascii") + b"\n"
        entries = f"/Type /ObjStm /N {len(kept)} /First {len(start)}"
        self._add(_stream(start + b"\n".join(kept), entries))

    def _add(self, content: bytes) -> None:
        """Write the next object by itself."""
        part = b"%d 0 obj\n%b\nendobj\n" % (len(self._rows), content)
        self._rows.append(_IN_FILE + self._length * _WHERE)
        self._parts.append(part)
        self._length += len(part)

    def finish(self, trailer: str) -> bytes:
        """Return the file.

        Args:
            trailer: entries of the trailer.
        """
        place, size = self._length, len(self._rows) + 1
        whole = sha1(b"".join(self._parts), usedforsecurity=False)
        identifier = f"<{whole.digest()[:_IDENTIFIER_SIZE].hex()}>"
        table = struct.pack(f">{size}Q", *self._rows, _IN_FILE + place * _WHERE)
        entries = f"/Type /XRef /Size {size} /W [1 4 3] {trailer} /ID [{identifier} {identifier}]"
        self._add(_stream(table, entries))
        return b"".join([*self._parts, b"startxref\n%d\n%%%%EOF\n" % place])


def _stream(data: bytes, entries: str) -> bytes:
    """Return a deflated stream object; `entries` is what its dictionary says besides length and filter."""
    content = packed(data)
    head = f"<<{entries} /Filter /FlateDecode /Length {len(content)}>>\nstream\n"
    return b"%b%b\nendstream" % (head.encode("ascii"), content)
