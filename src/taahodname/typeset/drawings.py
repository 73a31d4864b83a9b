"""Drawings become slabs: shapes become marks, words set lines, pages in small the marks of those pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from taahodname.errors import LayoutError
from taahodname.paper.blocks import Paragraph, Text
from taahodname.paper.drawings import Box, Drawing, Miniature, Words
from taahodname.typeset.marks import Anchor, Mark, PlaceMark, ShapeMark, SheetMark, shift
from taahodname.typeset.slab import Setting, Slab, stacked
from taahodname.typeset.structure import Tag
from taahodname.units import Pt

if TYPE_CHECKING:
    from taahodname.typeset.pages import Layout

SetParagraph = Callable[[Paragraph, float, Setting], list[Slab]]
"""Sets one paragraph; the flow hands its own in."""

_STEP = 0.94  # each try at smaller letters
_EPSILON = 0.05


def drawing_slab(drawing: Drawing, width: float, setting: Setting, fill: SetParagraph) -> Slab:
    """Return a drawing as one slab.

    Args:
        drawing: what to draw.
        width: the width of its column, in points.
        setting: the fonts, and the element it is part of.
        fill: sets a paragraph.

    Raises:
        LayoutError: when words do not fit their rectangle even in the smallest letters allowed.
        FontError: when no font at hand has one of their characters.
    """
    # Without a description the lines are an ornament, and the words belong to what the drawing stands in.
    figure = setting.within.add("Figure", alt=drawing.alt) if drawing.alt else setting.within
    marks: list[Mark | Anchor] = []
    for shape in drawing.shapes:
        if isinstance(shape, Words):
            marks += _words(shape, setting.inside(figure), fill)
        elif isinstance(shape, Miniature):
            marks += _sheet(shape, figure)
        else:
            marks.append(ShapeMark(0.0, 0.0, shape))
            if isinstance(shape, Box) and shape.name:
                marks.append(PlaceMark(shape.x, shape.y, shape.width, shape.height, shape.name))
    left = (width - drawing.width) / 2
    return Slab(float(drawing.height), shift(marks, left, 0.0), tied=drawing.keep_next)


def _words(words: Words, setting: Setting, fill: SetParagraph) -> list[Mark | Anchor]:
    share = 1.0
    while True:
        # The tags of a try that is thrown away must not stay in the structure.
        trial = [fill(_smaller(one, share), words.width, Setting(setting.fonts)) for one in words.paragraphs]
        height, _ = stacked([slab for own in trial for slab in own], keep_first_gap=False)
        if height <= words.height + _EPSILON:
            break
        share *= _STEP
        if share < words.least:
            raise _too_long(words)
    found = [slab for one in words.paragraphs for slab in fill(_smaller(one, share), words.width, setting)]
    height, marks = stacked(found, keep_first_gap=False)
    slack = {"top": 0.0, "center": 0.5, "bottom": 1.0}[words.valign] * (words.height - height)
    return shift(marks, words.x, words.y + slack)


def _smaller(paragraph: Paragraph, share: float) -> Paragraph:
    if share == 1.0:
        return paragraph
    inlines = tuple(
        replace(inline, style=replace(inline.style, size=Pt(inline.style.size * share)))
        if isinstance(inline, Text)
        else inline
        for inline in paragraph.inlines
    )
    mark = replace(paragraph.mark_style, size=Pt(paragraph.mark_style.size * share))
    return replace(paragraph, inlines=inlines, mark_style=mark)


def _too_long(words: Words) -> LayoutError:
    text = " ".join(one.text for one in words.paragraphs)
    shown = text if len(text) <= 60 else text[:59] + "…"
    return LayoutError(
        f"متن «{shown}» با کوچک‌ترین حروف مجاز هم در جای خود روی نقشه جا نمی‌شود؛ آن را کوتاه‌تر بنویسید.",
        f"the text {shown!r} does not fit its place in the drawing even in the smallest letters; shorten it",
    )


def _sheet(miniature: Miniature, figure: Tag) -> list[Mark | Anchor]:
    layout = cast("Layout", miniature.laid)  # `Laid` is what this room shows of it
    sheet, page = layout.geometry, layout.pages[miniature.page - 1]
    mark = SheetMark(
        miniature.x,
        miniature.y,
        float(sheet.width),
        float(sheet.height),
        miniature.scale,
        (*page.behind, *page.margins, *page.body),
        figure,
    )
    found: list[Mark | Anchor] = [mark]
    if miniature.name:
        width, height = sheet.width * miniature.scale, sheet.height * miniature.scale
        found.append(PlaceMark(miniature.x, miniature.y, width, height, miniature.name))
    return found
