"""Reads single objects of a PDF that we wrote, straight from its bytes: what its pages and forms draw."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import cached_property, lru_cache

from msgspec import Struct

_REFERENCE = re.compile(rb"(\d+) 0 R")
_NAMED = re.compile(rb"/(\S+) (\d+) 0 R")
_DRAWN = re.compile(rb"/(\S+) Do\b")
_LENGTH = re.compile(rb"/Length (\d+)")
_FIRST = re.compile(rb"/First (\d+)")
_FORM = re.compile(rb"(/Subtype\s*/)Form\b")
_EDGE = re.compile(rb"<<|>>")
_ROW = 8  # bytes of a row of the table of places: how an object is kept, where, and its place there
_PACKED = 2  # kept in the object stream
_KEPT = 4  # files, those of one dossier
_LARGEST = 512 * 1024
"""Bytes of a file that is kept once it is read; one with a scan for its letterhead has some millions."""


class PdfObjects:
    """The objects of a PDF as `typeset.pdf_file` writes it.

    Args:
        data: the file.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._table = int(data[data.rindex(b"startxref") :].split(None, 2)[1])
        self._trailer, rows = self._stream_at(self._table)
        self._rows = zlib.decompress(rows)
        self._drawn: dict[int, bytes] = {}

    def pages(self) -> Iterator[Content]:
        """Yield what each page draws."""
        catalog = self.object(number_of(self._trailer, b"Root"))
        kids = entry(self, self.object(number_of(catalog, b"Pages")), b"Kids")
        for page in (self.object(int(kid)) for kid in _REFERENCE.findall(kids)):
            number = number_of(page, b"Contents")
            yield self._content(number, page)

    def forms(self) -> Iterator[Content]:
        """Yield the forms that the pages draw, in the order in which they do."""
        for page in self.pages():
            xobjects = page.named(b"XObject")
            for name in _DRAWN.findall(page.operators):
                head, _ = self.stream(xobjects[name])
                if b"/Subtype /Form" in head:
                    yield self._content(xobjects[name], head)

    def _content(self, number: int, holder: bytes) -> Content:
        if number not in self._drawn:
            self._drawn[number] = zlib.decompress(self.stream(number)[1])
        return Content(self, number, self._drawn[number], entry(self, holder, b"Resources"))

    def object(self, number: int) -> bytes:
        """Return an object; of a stream, its dictionary."""
        kind, where, place = self._place(number)
        return self._unpacked(place) if kind == _PACKED else self._stream_at(where)[0]

    def stream(self, number: int) -> tuple[bytes, bytes]:
        """Return a stream: its dictionary and its bytes as they stand in the file."""
        return self._stream_at(self._place(number)[1])

    def whole(self, number: int, known: set[int] | None = None) -> Iterator[bytes]:
        """Yield an object and all that it refers to, whatever their numbers; of streams, their bytes as well.

        Args:
            number: the object's.
            known: those that were yielded already.
        """
        known = set() if known is None else known
        if number in known:
            return
        known.add(number)
        told = self.object(number)
        # A pattern would try each number of a long list of widths.
        *before, rest = told.split(b" 0 R")
        cut = [part.rpartition(b" ") for part in before]
        yield b"".join([*(part for part, _, _ in cut), rest])
        if b"/Length " in told:
            yield self.stream(number)[1]
        for _, _, further in cut:
            yield from self.whole(int(further.lstrip(b"[")), known)

    def with_stream(self, number: int, data: bytes) -> bytes:
        """Return the file with other bytes in a stream, put behind its end (ISO 32000-1, 7.5.6).

        Args:
            number: the stream's.
            data: what it is to hold; nothing else is said of it.
        """
        end = len(self._data)
        stream = _written(number, b"<<", data)
        places = (end, end + len(stream))
        size = len(self._rows) // _ROW
        entries = b"<</Type /XRef /Size %d /W [1 4 3] /Index [%d 1 %d 1] /Prev %d /Root %d 0 R" % (
            *(size + 1, number, size),
            *(self._table, number_of(self._trailer, b"Root")),
        )
        rows = b"".join([b"\1%b\0\0\0" % place.to_bytes(4, "big") for place in places])
        return b"%b%b%bstartxref\n%d\n%%%%EOF\n" % (
            self._data,
            stream,
            _written(size, entries, rows),
            places[1],
        )

    def _place(self, number: int) -> tuple[int, int, int]:
        row = self._rows[number * _ROW : (number + 1) * _ROW]
        return row[0], int.from_bytes(row[1:5], "big"), int.from_bytes(row[5:], "big")

    def _stream_at(self, where: int) -> tuple[bytes, bytes]:
        start = self._data.index(b"obj\n", where) + 4
        end = self._data.index(b"stream\n", start)
        head = self._data[start:end]
        length = _first(_LENGTH, head)
        return head, self._data[end + 7 : end + 7 + length]

    def _unpacked(self, place: int) -> bytes:
        """Return an object of the object stream."""
        content, first, places = self._packed
        end = first + int(places[place + 1]) if place + 1 < len(places) else None
        return content[first + int(places[place]) : end]

    @cached_property
    def _packed(self) -> tuple[bytes, int, list[bytes]]:
        """The object stream: its bytes, where the first object begins, and the places from there on."""
        number = len(self._rows) // _ROW - 2  # the last object before the table of places
        head, packed = self.stream(number)
        content = zlib.decompress(packed)
        first = _first(_FIRST, head)
        return content, first, content[:first].split()[1::2]


def objects_of(data: bytes) -> PdfObjects:
    """Return the objects of a PDF of ours; the papers of a dossier are asked for several times."""
    return _kept(data) if len(data) <= _LARGEST else PdfObjects(data)


_kept = lru_cache(maxsize=_KEPT)(PdfObjects)


class Content(Struct, frozen=True):
    """What a page or a form draws.

    Attributes:
        objects: the file it stands in.
        number: that of the stream of its operators.
        operators: they.
        resources: the dictionary of what they ask for by name.
    """

    objects: PdfObjects
    number: int
    operators: bytes
    resources: bytes

    def named(self, kind: bytes) -> dict[bytes, int]:
        """Return the numbers of the objects of a kind («Font») by name."""
        return {name: int(number) for name, number in _NAMED.findall(self.entry(kind))}

    def entry(self, kind: bytes) -> bytes:
        """Return a dictionary of the resources; an empty text when there is none."""
        return entry(self.objects, self.resources, kind)


def without_forms(data: bytes) -> bytes:
    """Return a PDF that is as long and draws no forms: they are of a kind that nobody knows.

    The dictionaries of streams are never deflated (ISO 32000-1, 7.5.7). A form that is there is read with
    the page, and to take it off afterwards would cost as much as to leave it.
    """
    return _FORM.sub(rb"\1None", data)


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


def _written(number: int, entries: bytes, data: bytes) -> bytes:
    """Return a stream as it stands in a file; `entries` is how its dictionary begins."""
    return b"%d 0 obj\n%b /Length %d>>\nstream\n%b\nendstream\nendobj\n" % (number, entries, len(data), data)


def _first(pattern: re.Pattern[bytes], text: bytes) -> int:
    """Return the number that a pattern finds first."""
    found = pattern.search(text)
    if found is None:
        raise ValueError(f"no {pattern.pattern!r} in {text[:80]!r}: not a PDF of ours")
    return int(found[1])
