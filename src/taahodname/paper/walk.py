"""Walks through the blocks of a document: which fonts they ask for, what is named and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from taahodname.paper.blocks import (
    Block,
    Document,
    FloatingPicture,
    Note,
    PageNumber,
    Paragraph,
    Tab,
    Text,
    TextStyle,
)
from taahodname.paper.drawings import Drawing, Lettering, TextBox, Words
from taahodname.units import Pt

# Made once: what is joined by «|» is a type of its own each time.
_STYLED = (Tab, PageNumber, Note)
_DRAWN = (Drawing, FloatingPicture)


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Return every paragraph, those of table cells and drawings included, in reading order.

    What stands in a drawing that hangs on a paragraph comes after that paragraph.
    """
    found: list[Paragraph] = []
    _add(blocks, found)
    return iter(found)


def _add(blocks: Iterable[Block], found: list[Paragraph]) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
            for inline in block.inlines:
                if isinstance(inline, _DRAWN):
                    _add_drawn(inline, found)
        elif isinstance(block, Drawing):
            _add_drawn(block, found)
        else:
            for row in block.rows:
                for cell in row.cells:
                    _add(cell.blocks, found)


def _add_drawn(inline: Drawing | FloatingPicture, found: list[Paragraph]) -> None:
    shown = inline.picture if isinstance(inline, FloatingPicture) else inline
    for shape in shown.shapes if isinstance(shown, Drawing) else ():
        if isinstance(shape, Words):
            found += shape.paragraphs
        elif isinstance(shape, TextBox):
            _add(shape.blocks, found)


def styles(document: Document) -> tuple[TextStyle, ...]:
    """Return the style of every run of a document, heads and feet included; those of empty paragraphs not."""
    found: list[TextStyle] = []
    for section in document.sections:
        for blocks in (section.blocks, *section.headers.values(), *section.footers.values()):
            _add_styles(blocks, found)
    _add_styles(document.endnotes, found)
    return tuple(found)


def _add_styles(blocks: Iterable[Block], found: list[TextStyle]) -> None:
    for paragraph in paragraphs(blocks):
        for inline in paragraph.inlines:
            if isinstance(inline, Text):  # as nearly all are
                found.append(inline.style)
            elif isinstance(inline, _STYLED):
                found.append(inline.style)
                if isinstance(inline, Note):
                    _add_styles(inline.blocks, found)
            elif isinstance(inline, _DRAWN):
                found += _lettering(inline)


def _lettering(inline: Drawing | FloatingPicture) -> Iterator[TextStyle]:
    shown = inline.picture if isinstance(inline, FloatingPicture) else inline
    for shape in shown.shapes if isinstance(shown, Drawing) else ():
        if isinstance(shape, Lettering):
            yield TextStyle(shape.family, Pt(shape.height), bold=shape.bold, italic=shape.italic)


def families(document: Document) -> tuple[str, ...]:
    """Return the font families that a document's text asks for, sorted."""
    return tuple(sorted({style.family for style in styles(document)}))


def named_texts(blocks: Iterable[Block]) -> dict[str, str]:
    """Return the words of every named paragraph and cell, by its name."""
    found: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.name:
                found[block.name] = block.text
            continue
        if isinstance(block, Drawing):
            continue
        for row in block.rows:
            for cell in row.cells:
                if cell.name:
                    found[cell.name] = "\n".join(one.text for one in paragraphs(cell.blocks))
                found.update(named_texts(cell.blocks))
    return found
