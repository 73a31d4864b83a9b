"""The typesetter: neutral blocks of paper become a PDF. It knows no company and no law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from taahodname.paper.blocks import Document
from taahodname.typeset.fonts import FontBook, Substitution
from taahodname.typeset.pages import Layout, Place, lay_out

if TYPE_CHECKING:
    from taahodname.typeset.imported import ImportedPage

__all__ = ["FontBook", "Layout", "Place", "Substitution", "Typeset", "typeset"]


class Typeset(NamedTuple):
    """A finished PDF.

    Attributes:
        data: the file.
        layout: its pages, with the places of what is named.
    """

    data: bytes
    layout: Layout

    @property
    def places(self) -> dict[str, Place]:
        """Where the named paragraphs and cells stand."""
        return self.layout.places


def typeset(
    document: Document, fonts: FontBook, artwork: Mapping[str, ImportedPage] | None = None
) -> Typeset:
    """Set a document and draw it.

    Args:
        document: the blocks, heads and feet.
        fonts: the faces at hand.
        artwork: pages of other PDFs to draw in place of pictures, by the SHA-256 of the picture's file.

    Raises:
        FontError: when no font at hand has one of its characters.
    """
    return draw(lay_out(document, fonts), document, fonts, artwork)


def draw(
    layout: Layout, document: Document, fonts: FontBook, artwork: Mapping[str, ImportedPage] | None = None
) -> Typeset:
    """Draw a document that is laid out.

    Args:
        layout: its pages.
        document: what it says of itself, and its watermark.
        fonts: the faces it was laid out with.
        artwork: see `typeset`.
    """
    from taahodname.typeset.archive import About  # ReportLab only when a PDF is wanted
    from taahodname.typeset.pdf import Drawing

    drawing = Drawing(
        layout,
        fonts,
        about=About(
            document.title,
            document.author,
            document.subject,
            document.date,
            archival=all(page.archival for page in (artwork or {}).values()),
        ),
        watermark=document.watermark,
        artwork=artwork,
    )
    data = drawing.finish()
    return Typeset(data, replace(layout, drawn=drawing.drawn))
