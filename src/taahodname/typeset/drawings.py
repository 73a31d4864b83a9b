"""Drawings become slabs: shapes become marks, words set lines, pages in small the marks of those pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from msgspec.structs import replace

from taahodname.errors import LayoutError
from taahodname.paper.blocks import Block, Paragraph, Picture, Text
from taahodname.paper.drawings import Box, Drawing, Image, Lettering, Miniature, Path, Shape, TextBox, Words
from taahodname.typeset.fonts import FontBook
from taahodname.typeset.lettering import lettering_mark
from taahodname.typeset.marks import (
    Anchor,
    Mark,
    PictureMark,
    PlaceMark,
    ShapeMark,
    SheetMark,
    TextMark,
    TurnedMark,
    shift,
)
from taahodname.typeset.slab import Setting, Slab, height_of, stack, stacked
from taahodname.typeset.stencils import Seedling, Stencil, is_of_words
from taahodname.typeset.structure import LAYOUT, Artifact, Element, Tag
from taahodname.units import Pt

if TYPE_CHECKING:
    from taahodname.typeset.pages import Layout

SetParagraph = Callable[[Paragraph, float, Setting], list[Slab]]
SetBlocks = Callable[[Iterable[Block], float, Setting], list[Slab]]

_STEP = 0.94  # each try at smaller letters
_EPSILON = 0.05
_ENDLESS = 10_000.0  # points: no line is so long
_KEPT_WORDS = 512


class Fill(Struct, frozen=True, gc=False):
    """How what stands in a drawing is set; the flow hands its own functions in."""

    paragraph: SetParagraph
    blocks: SetBlocks


def drawing_slab(drawing: Drawing, width: float, setting: Setting, fill: Fill) -> Slab:
    """Return a drawing as one slab.

    Args:
        drawing: what to draw.
        width: the width of its column, in points.
        setting: the fonts, and the element it is part of.
        fill: sets paragraphs.

    Raises:
        LayoutError: when words do not fit their rectangle even in the smallest letters allowed, or a picture
            floats in a text box.
        FontError: when no font at hand has one of their characters.
    """
    marks = drawing_marks(drawing, setting, fill)
    left = (width - drawing.width) / 2
    return Slab(float(drawing.height), shift(marks, left, 0.0), tied=drawing.keep_next)


def drawing_marks(drawing: Drawing, setting: Setting, fill: Fill) -> list[Mark | Anchor]:
    """Return what a drawing draws, from its own top left corner.

    Args:
        drawing: what to draw.
        setting: the fonts, and the element it is part of.
        fill: sets paragraphs.

    Raises:
        LayoutError, FontError: see `drawing_slab`.
    """
    # Without a description the lines are an ornament, and the words belong to what the drawing stands in.
    figure = setting.within.add("Figure", alt=drawing.alt) if drawing.alt else setting.within
    marks: list[Mark | Anchor] = []
    for shape in drawing.shapes:
        marks += _marks(shape, setting, figure, fill, figure if drawing.alt else LAYOUT)
    return marks


def _marks(shape: Shape, setting: Setting, figure: Tag, fill: Fill, of_drawing: Tag) -> list[Mark | Anchor]:
    match shape:
        case Words():
            return _words(shape, setting.inside(figure), fill.paragraph)
        case Miniature():
            return _sheet(shape, figure)
        case TextBox():
            return _text_box(shape, setting.enclosed(setting.within), fill.blocks)
        case Image():
            return [_image(shape, figure, of_drawing)]
        case Lettering():
            return [_turned(shape, [lettering_mark(shape, setting.fonts, ornament(setting.within))])]
        case Path():
            return [ShapeMark(0.0, 0.0, shape, of_drawing)]
        case Box(name=name) if name:
            return [ShapeMark(0.0, 0.0, shape), PlaceMark(shape.x, shape.y, shape.width, shape.height, name)]
    return [ShapeMark(0.0, 0.0, shape)]


def _image(image: Image, figure: Tag, of_drawing: Tag) -> PictureMark:
    tag = picture_tag(image.picture, figure) if image.picture.alt else of_drawing
    mark = picture_mark(image.picture, image.x, image.y, tag)
    # The mark's place moves with it, and what it is clipped to counts from there.
    clip = (
        replace(one, points=tuple((x - image.x, y - image.y) for x, y in one.points)) for one in image.clip
    )
    return replace(mark, clip=tuple(clip)) if image.clip else mark


def picture_mark(picture: Picture, x: float, y: float, tag: Tag) -> PictureMark:
    """Return a picture with its top left corner at a place."""
    how = picture.crop, picture.turn, picture.flip_x, picture.flip_y
    return PictureMark(x, y, picture.width, picture.height, picture.data, tag, *how)


def picture_tag(picture: Picture, tag: Tag) -> Tag:
    """Return what a picture is: a figure when it is described, else an ornament."""
    return tag.add("Figure", alt=picture.alt) if picture.alt else LAYOUT


def ornament(tag: Tag) -> Tag:
    """Return what lettering is: part of the head or foot it hangs on, else an ornament."""
    return tag if isinstance(tag, Artifact) else LAYOUT


def _text_box(box: TextBox, setting: Setting, fill: SetBlocks) -> list[Mark | Anchor]:
    padding = box.padding
    inner = max(1.0, box.width - padding.left - padding.right)
    if not box.wrap:
        natural = _natural_width(box.blocks, setting, fill)
        if natural > inner:
            box = replace(box, x=box.x - (natural - inner) / 2, width=box.width + natural - inner)
            inner = natural
    height, marks = stacked(fill(box.blocks, inner, setting))
    free = max(0.0, box.height - padding.top - padding.bottom - height)
    drop = {"top": 0.0, "center": 0.5, "bottom": 1.0}[box.valign] * free
    still = [mark for mark in marks if not isinstance(mark, Anchor)]
    if len(still) < len(marks):
        raise _floats_in_box()
    if not box.turn:
        return shift(marks, box.x + padding.left, box.y + padding.top + drop)
    right = padding.left - box.width / 2
    down = padding.top + drop - box.height / 2
    return [_turned(box, [mark.shifted(right, down) for mark in still])]


def _floats_in_box() -> LayoutError:
    return LayoutError(
        "تصویر شناور درون کادر متن جایی روی صفحه ندارد؛ آن را هم‌ردیف متن (In Line with Text) کنید.",
        "a floating picture in a text box has no place on the page; let it stand in line with the text",
    )


def _natural_width(blocks: Iterable[Block], setting: Setting, fill: SetBlocks) -> float:
    """Return the width of the longest line where none has to end."""
    # The tags of a try must not stay in the structure.
    trial = fill(blocks, _ENDLESS, Setting(setting.fonts, setting.numbers))
    lines = (mark.line for slab in trial for mark in slab.marks if isinstance(mark, TextMark))
    return max((sum(placed.width for placed in line.placed) for line in lines), default=0.0) + _EPSILON


def _turned(box: TextBox | Lettering, marks: list[Mark]) -> TurnedMark:
    return TurnedMark(box.x + box.width / 2, box.y + box.height / 2, box.turn, tuple(marks))


def _words(words: Words, setting: Setting, fill: SetParagraph) -> list[Mark | Anchor]:
    if all(map(is_of_words, words.paragraphs)):
        stencil, seedling = _kept_words(words, setting.fonts, fill)
        return stencil.put(seedling.set_out(setting.within))
    return _set_words(words, setting, fill)


@lru_cache(maxsize=_KEPT_WORDS)  # most words of a drawing are the same for all clients
def _kept_words(words: Words, fonts: FontBook, fill: SetParagraph) -> tuple[Stencil, Seedling]:
    """Return words that are part of no letter, and their elements."""
    figure = Element("Figure")
    marks = _set_words(words, Setting(fonts, within=figure), fill)
    seedling = Seedling.of(figure)
    return Stencil.of([(marks, seedling)]), seedling


def _set_words(words: Words, setting: Setting, fill: SetParagraph) -> list[Mark | Anchor]:
    fitting, height = _fitting(words, setting.fonts, fill)
    found = [slab for one in fitting for slab in fill(one, words.width, setting)]
    slack = {"top": 0.0, "center": 0.5, "bottom": 1.0}[words.valign] * (words.height - height)
    gap = found[0].before if found else 0.0
    return stack(found, words.x, words.y + slack - gap)


def _fitting(words: Words, fonts: FontBook, fill: SetParagraph) -> tuple[tuple[Paragraph, ...], float]:
    """Return the paragraphs of words, as small as it takes for their rectangle, and their height."""
    share = 1.0
    while True:
        paragraphs = tuple(_smaller(one, share) for one in words.paragraphs)
        # The tags of a try that is thrown away must not stay in the structure.
        trial = [slab for one in paragraphs for slab in fill(one, words.width, Setting(fonts))]
        height = height_of(trial)
        if height <= words.height + _EPSILON:
            return paragraphs, height
        share *= _STEP
        if share < words.least:
            raise _too_long(words)


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
    sheet = layout.geometry
    mark = SheetMark(
        miniature.x,
        miniature.y,
        float(sheet.width),
        float(sheet.height),
        miniature.scale,
        layout.drawn[miniature.page - 1],
        figure,
    )
    found: list[Mark | Anchor] = [mark]
    if miniature.name:
        width, height = sheet.width * miniature.scale, sheet.height * miniature.scale
        found.append(PlaceMark(miniature.x, miniature.y, width, height, miniature.name))
    return found
