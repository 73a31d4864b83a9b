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


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield every paragraph, those of table cells and drawings included, in reading order.

    What stands in a drawing that hangs on a paragraph comes after that paragraph.
    """
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            for inline in block.inlines:
                shown = inline.picture if isinstance(inline, FloatingPicture) else inline
                if isinstance(shown, Drawing):
                    yield from _inside(shown)
        elif isinstance(block, Drawing):
            yield from _inside(block)
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)


def _inside(drawing: Drawing) -> Iterator[Paragraph]:
    for shape in drawing.shapes:
        if isinstance(shape, Words):
            yield from shape.paragraphs
        elif isinstance(shape, TextBox):
            yield from paragraphs(shape.blocks)


def styles(document: Document) -> tuple[TextStyle, ...]:
    """Return the style of every run of a document, heads and feet included; those of empty paragraphs not."""
    return tuple(
        style
        for section in document.sections
        for blocks in (section.blocks, *section.headers.values(), *section.footers.values())
        for style in _styles(blocks)
    ) + tuple(_styles(document.endnotes))


def _styles(blocks: Iterable[Block]) -> Iterator[TextStyle]:
    for paragraph in paragraphs(blocks):
        for inline in paragraph.inlines:
            if isinstance(inline, Text | Tab | PageNumber | Note):
                yield inline.style
            if isinstance(inline, Note):
                yield from _styles(inline.blocks)
            elif isinstance(inline, Drawing | FloatingPicture):
                yield from _lettering(inline)


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
