"""Reads single objects of a PDF that we wrote, straight from its bytes: what its pages and forms draw."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

_REFERENCE = re.compile(rb"(\d+) 0 R")
_NAMED = re.compile(rb"/(\S+) (\d+) 0 R")
_DRAWN = re.compile(rb"/(\S+) Do\b")
_LENGTH = re.compile(rb"/Length (\d+)")
_FIRST = re.compile(rb"/First (\d+)")
_EDGE = re.compile(rb"<<|>>")
_ROW = 8  # bytes of a row of the table of places: how an object is kept, where, and its place there
_PACKED = 2  # kept in the object stream


class PdfObjects:
    """The objects of a PDF as `typeset.pdf_file` writes it.

    Args:
        data: the file.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        table = int(data[data.rindex(b"startxref") :].split(None, 2)[1])
        self._trailer, rows = self._stream_at(table)
        self._rows = zlib.decompress(rows)

    def pages(self) -> Iterator[Content]:
        """Yield what each page draws."""
        catalog = self.object(number_of(self._trailer, b"Root"))
        kids = entry(self, self.object(number_of(catalog, b"Pages")), b"Kids")
        for page in (self.object(int(kid)) for kid in _REFERENCE.findall(kids)):
            _, drawn = self.stream(number_of(page, b"Contents"))
            yield Content(self, zlib.decompress(drawn), entry(self, page, b"Resources"))

    def forms(self) -> Iterator[Content]:
        """Yield the forms that the pages draw, in the order in which they do."""
        for page in self.pages():
            xobjects = page.named(b"XObject")
            for name in _DRAWN.findall(page.operators):
                head, drawn = self.stream(xobjects[name])
                if b"/Subtype /Form" in head:
                    yield Content(self, zlib.decompress(drawn), entry(self, head, b"Resources"))

    def object(self, number: int) -> bytes:
        """Return an object; of a stream, its dictionary."""
        kind, where, place = self._place(number)
        return self._packed[place] if kind == _PACKED else self._stream_at(where)[0]

    def stream(self, number: int) -> tuple[bytes, bytes]:
        """Return a stream: its dictionary and its bytes as they stand in the file."""
        return self._stream_at(self._place(number)[1])

    def _place(self, number: int) -> tuple[int, int, int]:
        row = self._rows[number * _ROW : (number + 1) * _ROW]
        return row[0], int.from_bytes(row[1:5], "big"), int.from_bytes(row[5:], "big")

    def _stream_at(self, where: int) -> tuple[bytes, bytes]:
        start = self._data.index(b"obj\n", where) + 4
        end = self._data.index(b"stream\n", start)
        head = self._data[start:end]
        length = _first(_LENGTH, head)
        return head, self._data[end + 7 : end + 7 + length]

    @cached_property
    def _packed(self) -> list[bytes]:
        """The objects of the object stream, in their order."""
        number = len(self._rows) // _ROW - 2  # the last object before the table of places
        head, packed = self.stream(number)
        content = zlib.decompress(packed)
        first = _first(_FIRST, head)
        places = [first + int(place) for place in content[:first].split()[1::2]]
        return [content[start:end] for start, end in zip(places, [*places[1:], None], strict=True)]


class Content(Struct, frozen=True):
    """What a page or a form draws.

    Attributes:
        objects: the file it stands in.
        operators: they.
        resources: the dictionary of what they ask for by name.
    """

    objects: PdfObjects
    operators: bytes
    resources: bytes

    def named(self, kind: bytes) -> dict[bytes, int]:
        """Return the numbers of the objects of a kind («Font») by name."""
        return {name: int(number) for name, number in _NAMED.findall(self.entry(kind))}

    def entry(self, kind: bytes) -> bytes:
        """Return a dictionary of the resources; an empty text when there is none."""
        return entry(self.objects, self.resources, kind)


def entry(objects: PdfObjects, holder: bytes, name: bytes) -> bytes:
    """Return an entry of a dictionary, or the object it refers to; an empty text when it is not there."""
    _, found, rest = holder.partition(b"/%b " % name)
    if not found:
        return b""
    if (reference := _REFERENCE.match(rest)) is not None:
        return objects.object(int(reference[1]))
    if not rest.startswith(b"<<"):
        return rest.partition(b"]")[0]
    depth = 0
    for edge in _EDGE.finditer(rest):
        depth += 1 if edge[0] == b"<<" else -1
        if not depth:
            return rest[: edge.end()]
    return rest


def number_of(holder: bytes, name: bytes) -> int:
    """Return which object an entry of a dictionary refers to, be it in an array.

    Raises:
        ValueError: when there is no such entry; a PDF of ours has it.
    """
    return _first(_REFERENCE, holder.partition(b"/%b " % name)[2])


def _first(pattern: re.Pattern[bytes], text: bytes) -> int:
    """Return the number that a pattern finds first."""
    found = pattern.search(text)
    if found is None:
        raise ValueError(f"no {pattern.pattern!r} in {text[:80]!r}: not a PDF of ours")
    return int(found[1])
