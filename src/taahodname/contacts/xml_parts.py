"""Walks through the XML of a workbook piece by piece, with entities and document types refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.parsers import expat

Start = Callable[[str, list[str]], None]
"""Called for each element: its name with its prefix, its attributes as a flat list."""
End = Callable[[str], None]


class NotXml(Exception):
    """The text is no well-formed XML, or it has a document type, which no workbook needs."""


def walk(chunks: Iterable[bytes], start: Start, end: End | None = None) -> None:
    """Parse a document and call back for its elements.

    Args:
        chunks: the document, piece by piece.
        start: called with each element's name and its attributes as a flat list.
        end: called with the name of each element that ends.

    Raises:
        NotXml: when it is no XML, or has a document type.
    """
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError) as error:  # LookupError: an encoding that nobody knows
        raise NotXml(str(error)) from error


def _refuse(*_: object) -> None:
    raise NotXml("a document type")


def attributes(flat: list[str]) -> dict[str, str]:
    """Return attributes by their names without prefixes."""
    return {flat[at].rpartition(":")[2]: flat[at + 1] for at in range(0, len(flat), 2)}


def local(name: str) -> str:
    """Return an element's name without its prefix."""
    return name.rpartition(":")[2]
