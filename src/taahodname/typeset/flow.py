"""Blocks become slabs, and paragraphs say what ties each of their lines to the next."""

from __future__ import annotations

from collections.abc import Iterable

from taahodname.paper.blocks import (
    Block,
    Border,
    FloatingPicture,
    Paragraph,
    ParagraphFormat,
    Picture,
)
from taahodname.paper.drawings import Drawing
from taahodname.typeset.drawings import drawing_slab
from taahodname.typeset.lines import Line, set_paragraph
from taahodname.typeset.marks import (
    Anchor,
    FillMark,
    Mark,
    PictureMark,
    PlaceMark,
    RuleMark,
    TextMark,
    shift,
)
from taahodname.typeset.slab import Setting, Slab
from taahodname.typeset.structure import LAYOUT, Tag
from taahodname.typeset.tables import table_slabs


def slabs(blocks: Iterable[Block], width: float, setting: Setting) -> list[Slab]:
    """Return blocks as slabs, top to bottom.

    Args:
        blocks: paragraphs, tables and drawings.
        width: the width of the column, in points.
        setting: the fonts and page numbers.
    """
    found: list[Slab] = []
    pending_after = 0.0
    previous: Paragraph | None = None
    for block in blocks:
        if isinstance(block, Paragraph):
            fmt = block.format
            own = paragraph_slabs(block, width, setting)
            gap = _gap(previous, fmt, pending_after)
            own[0].before += gap
            pending_after, previous = fmt.space_after, block
        elif isinstance(block, Drawing):
            own = [drawing_slab(block, width, setting, paragraph_slabs)]
            own[0].before += pending_after + block.space_before
            pending_after, previous = block.space_after, None
        else:
            own = table_slabs(block, width, setting, slabs)
            if own:
                own[0].before += pending_after
            pending_after, previous = 0.0, None
        found += own
    if found and pending_after:
        found.append(Slab(pending_after, []))
    return found


def _gap(previous: Paragraph | None, fmt: ParagraphFormat, after: float) -> float:
    same_style = previous is not None and previous.format.style_name == fmt.style_name
    if same_style and fmt.contextual_spacing:
        return 0.0
    return after + fmt.space_before


def paragraph_slabs(paragraph: Paragraph, width: float, setting: Setting) -> list[Slab]:
    """Return a paragraph as one slab a line, tied as widows, orphans and keeping ask."""
    lines = set_paragraph(paragraph, width, setting.fonts, setting.numbers)
    tag = _tag(paragraph, setting.within)
    found = [_line_slab(line, tag) for line in lines]
    for index, slab in enumerate(found):
        slab.marks[:0] = _shade(paragraph, width, slab.height)
        slab.tied = _is_tied(index, len(found), paragraph.format)
    found[0].new_page = paragraph.format.page_break_before
    found[0].marks += [
        Anchor(0.0, 0.0, width, inline, _figure(inline.picture, tag))
        for inline in paragraph.inlines
        if isinstance(inline, FloatingPicture)
    ]
    _add_borders(found, paragraph, width)
    if paragraph.name:
        found[0].marks.append(PlaceMark(0.0, 0.0, width, found[0].height, paragraph.name))
    return found


def _tag(paragraph: Paragraph, within: Tag) -> Tag:
    if not paragraph.format.heading:
        return within.add("P")
    return within.add(f"H{paragraph.format.heading}", bookmark=" ".join(paragraph.text.split()))


def _figure(picture: Picture, tag: Tag) -> Tag:
    """Return what a picture is: a figure when it is described, else an ornament."""
    return tag.add("Figure", alt=picture.alt) if picture.alt else LAYOUT


def _line_slab(line: Line, tag: Tag) -> Slab:
    marks: list[Mark | Anchor] = []
    for placed in line.placed:
        picture = placed.piece.picture
        if picture is not None:
            top, size = line.ascent - picture.height, (picture.width, picture.height)
            marks.append(PictureMark(placed.x, top, *size, picture.data, _figure(picture, tag)))
    if line.placed:
        marks.append(TextMark(0.0, line.ascent, line, tag))
    return Slab(line.height, marks, ends_page=line.ends_page, notes=list(line.notes))


def _is_tied(index: int, count: int, fmt: ParagraphFormat) -> bool:
    if index == count - 1:
        return fmt.keep_next
    if fmt.keep_together:
        return True
    # Neither the first nor the last line of a paragraph stands alone on a page.
    return fmt.widow_control and (index == 0 or index == count - 2)


def _shade(paragraph: Paragraph, width: float, height: float) -> list[Mark | Anchor]:
    if not paragraph.format.shade:
        return []
    left, right = _sides(paragraph.format, width)
    return [FillMark(left, 0.0, right - left, height, paragraph.format.shade)]


def _sides(fmt: ParagraphFormat, width: float) -> tuple[float, float]:
    if fmt.rtl:
        return float(fmt.indent_end), width - fmt.indent_start
    return float(fmt.indent_start), width - fmt.indent_end


def _add_borders(found: list[Slab], paragraph: Paragraph, width: float) -> None:
    borders = paragraph.format.borders
    left, right = _sides(paragraph.format, width)
    if borders.top:
        _pad_top(found[0], borders.top, left, right)
    if borders.bottom:
        last = found[-1]
        y = last.height + borders.bottom.space + borders.bottom.width / 2
        last.marks.append(RuleMark(left, y, right, y, borders.bottom.width, borders.bottom.colour))
        last.height += borders.bottom.space + borders.bottom.width
    for slab in found:
        for border, x, sign in ((borders.left, left, -1), (borders.right, right, 1)):
            if border:
                at = x + sign * border.space
                slab.marks.append(RuleMark(at, 0.0, at, slab.height, border.width, border.colour))


def _pad_top(slab: Slab, border: Border, left: float, right: float) -> None:
    extra = border.space + border.width
    slab.marks = shift(slab.marks, 0.0, extra)
    slab.marks.append(RuleMark(left, border.width / 2, right, border.width / 2, border.width, border.colour))
    slab.height += extra
