"""A page of another PDF, taken apart so far that it can be written into one of ours, once, as a form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

Piece = bytes | int
"""Bytes as they stand in the file, or the place of another object of the page, to become a reference."""


class ImportedPage(Struct, frozen=True):
    """A page as objects of a PDF.

    Attributes:
        objects: the form XObject first, whose matrix puts the page into the unit square; then all it uses.
        archival: nothing in it keeps a file from being PDF/A-2u.
    """

    objects: tuple[tuple[Piece, ...], ...]
    archival: bool


class _Object(PDFObject):
    """One object of an imported page, its references filled in once all objects have their numbers."""

    def __init__(self, pieces: Iterable[Piece], names: list[str]) -> None:
        self._pieces = tuple(pieces)
        self._names = names

    def format(self, document: PDFDocument) -> bytes:
        """Return the object as it stands in the file."""
        known: Any = document
        return b"".join(
            piece
            if isinstance(piece, bytes)
            else b"%d %d R" % known.idToObjectNumberAndVersion[self._names[piece]]
            for piece in self._pieces
        )


def form_of(document: Any, page: ImportedPage, name: str) -> PDFObject:
    """Return the form of an imported page, all that it uses put into the document.

    Args:
        document: ReportLab's.
        page: the page.
        name: begins the names of its objects; another one for each page.
    """
    names = [f"{name}.{place}" for place in range(len(page.objects))]
    made = [_Object(pieces, names) for pieces in page.objects]
    for inner, called in zip(made[1:], names[1:], strict=True):
        document.Reference(inner, called)
    return made[0]
