"""Blocks become slabs, and paragraphs say what ties each of their lines to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from taahodname.paper.blocks import (
    Block,
    Border,
    Borders,
    FloatingPicture,
    LineBreak,
    PageBreak,
    PageNumber,
    Paragraph,
    ParagraphFormat,
    Tab,
    Text,
)
from taahodname.paper.drawings import Drawing
from taahodname.typeset.drawings import Fill, drawing_marks, drawing_slab, picture_mark, picture_tag
from taahodname.typeset.fonts import FontBook
from taahodname.typeset.leading import LedRow, Zones
from taahodname.typeset.lines import Line, set_paragraph
from taahodname.typeset.marks import (
    Anchor,
    FillMark,
    Mark,
    PlaceMark,
    RuleMark,
    TextMark,
    shift,
)
from taahodname.typeset.pieces import PageNumbers
from taahodname.typeset.slab import Setting, Slab
from taahodname.typeset.structure import Tag
from taahodname.typeset.tables import table_slabs


def slabs(blocks: Iterable[Block], width: float, setting: Setting) -> list[Slab]:
    """Return blocks as slabs, top to bottom.

    Args:
        blocks: paragraphs, tables and drawings.
        width: the width of the column, in points.
        setting: the fonts and page numbers.

    Raises:
        FontError: when no font at hand has one of their characters.
        LayoutError: when text is to be led around a picture whose place is known too late.
    """
    flow = _Flow(width, setting)
    for block in blocks:
        flow.add(block)
    return flow.finish()


class _Flow:
    """The blocks of one column, from top to bottom."""

    def __init__(self, width: float, setting: Setting) -> None:
        self._width = width
        self._setting = setting
        self._found: list[Slab] = []
        self._after = 0.0
        self._previous: Paragraph | None = None
        self._zones = Zones(width, setting)

    def add(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._add_paragraph(block)
        elif isinstance(block, Drawing):
            own = [drawing_slab(block, self._width, self._setting, _FILL)]
            self._add(own, self._after + block.space_before)
            self._after, self._previous = block.space_after, None
        else:
            self._add(table_slabs(block, self._width, self._setting, slabs), self._after)
            self._after, self._previous = 0.0, None

    def _add_paragraph(self, paragraph: Paragraph) -> None:
        gap = _gap(self._previous, paragraph.format, self._after)
        own = None if self._zones.held else _slabs_of_words(paragraph, self._width, self._setting)
        if own is None:
            floating, rows = self._zones.around(paragraph, _floating(paragraph), self._found, gap)
            own = _paragraph_slabs(paragraph, self._width, self._setting, floating, rows)
        own[0].before += gap
        self._found += own
        self._after, self._previous = paragraph.format.space_after, paragraph

    def _add(self, own: list[Slab], gap: float) -> None:
        """Add a table or a drawing, below any picture that reaches into its column."""
        if not own:
            return
        if self._zones.held:
            _drop(own[0], self._zones.below(self._found, gap))
        own[0].before += gap
        self._found += own

    def finish(self) -> list[Slab]:
        if self._found and self._after:
            self._found.append(Slab(self._after, []))
        if self._zones.held:
            self._zones.tie(self._found)
        return self._found


def _gap(previous: Paragraph | None, fmt: ParagraphFormat, after: float) -> float:
    same_style = previous is not None and previous.format.style_name == fmt.style_name
    if same_style and fmt.contextual_spacing:
        return 0.0
    return after + fmt.space_before


def paragraph_slabs(paragraph: Paragraph, width: float, setting: Setting) -> list[Slab]:
    """Return a paragraph as one slab a line, tied as widows, orphans and keeping ask."""
    own = _slabs_of_words(paragraph, width, setting)
    return _paragraph_slabs(paragraph, width, setting, _floating(paragraph), None) if own is None else own


_WORDS = frozenset({Text, Tab, LineBreak, PageBreak, PageNumber})
_KEPT_PARAGRAPHS = 1_000


def _slabs_of_words(paragraph: Paragraph, width: float, setting: Setting) -> list[Slab] | None:
    """Return the slabs of a paragraph that holds words alone, from those that are kept; None for another."""
    numbers = _NO_NUMBERS  # without a page number, a head is set once for all pages
    for inline in paragraph.inlines:
        if type(inline) not in _WORDS:
            return None
        if type(inline) is PageNumber:
            numbers = setting.numbers
    tag = _tag(paragraph, setting.within)
    return [slab.of(tag) for slab in _kept_slabs(paragraph, width, setting.fonts, numbers)]


@lru_cache(maxsize=_KEPT_PARAGRAPHS)
def _kept_slabs(
    paragraph: Paragraph, width: float, fonts: FontBook, numbers: PageNumbers
) -> tuple[Slab, ...]:
    """Return the slabs of a paragraph of words, part of no element: letters share most paragraphs."""
    return tuple(_paragraph_slabs(paragraph, width, Setting(fonts, numbers), (), None))


def _floating(paragraph: Paragraph) -> list[FloatingPicture]:
    return [inline for inline in paragraph.inlines if isinstance(inline, FloatingPicture)]


def _paragraph_slabs(
    paragraph: Paragraph,
    width: float,
    setting: Setting,
    floating: Sequence[FloatingPicture],
    rows: Sequence[LedRow] | None,
) -> list[Slab]:
    tag = _tag(paragraph, setting.within)
    if rows is None:
        lines = set_paragraph(paragraph, width, setting.fonts, setting.numbers)
        found = [_line_slab(line, tag, setting) for line in lines]
    else:
        found = [_row_slab(row, tag, setting) for row in rows]
    fmt = paragraph.format
    for index, slab in enumerate(found):
        if fmt.shade:
            slab.marks = (_shade(fmt, fmt.shade, width, slab.height), *slab.marks)
        slab.tied = _is_tied(index, len(found), fmt)
    found[0].new_page = fmt.page_break_before
    if rows is not None:
        _drop_rows(found, rows)
    if floating:
        found[0].marks = (*found[0].marks, *[_anchor(one, width, tag, setting) for one in floating])
    if fmt.borders != _NO_BORDERS:
        _add_borders(found, fmt, width)
    if paragraph.name:
        place = PlaceMark(0.0, 0.0, width, found[0].height, paragraph.name)
        found[0].marks = (*found[0].marks, place)
    return found


def _anchor(floating: FloatingPicture, width: float, tag: Tag, setting: Setting) -> Anchor:
    picture = floating.picture
    if not isinstance(picture, Drawing):
        return Anchor(0.0, 0.0, width, floating, picture_tag(picture, tag))
    marks = drawing_marks(picture, setting, _FILL)
    return Anchor(0.0, 0.0, width, floating, marks=tuple(m for m in marks if not isinstance(m, Anchor)))


def _row_slab(row: LedRow, tag: Tag, setting: Setting) -> Slab:
    """Return lines that stand beside pictures at one height, on one base line."""
    ascent = max(line.ascent for line in row.lines)
    own = [_line_slab(line, tag, setting) for line in row.lines]
    marks = [
        mark
        for line, slab in zip(row.lines, own, strict=True)
        for mark in shift(slab.marks, 0.0, ascent - line.ascent)
    ]
    return Slab(row.height, marks, ends_page=any(slab.ends_page for slab in own))


def _drop_rows(found: Sequence[Slab], rows: Sequence[LedRow]) -> None:
    """Move the lines down that found no room beside a picture."""
    bottom = 0.0
    for slab, row in zip(found, rows, strict=True):
        height = slab.height
        _drop(slab, row.y - bottom)
        bottom = row.y + height


def _drop(slab: Slab, by: float) -> None:
    if by > 0:
        slab.marks = shift(slab.marks, 0.0, by)
        slab.height += by


def _tag(paragraph: Paragraph, within: Tag) -> Tag:
    if not paragraph.format.heading:
        return within.add("P")
    return within.add(f"H{paragraph.format.heading}", bookmark=" ".join(paragraph.text.split()))


def _line_slab(line: Line, tag: Tag, setting: Setting) -> Slab:
    marks: list[Mark | Anchor] = []
    for x, piece in zip(line.places, line.pieces, strict=True):
        picture = piece.picture
        if picture is None:
            continue
        top = line.ascent - picture.height
        if isinstance(picture, Drawing):
            marks += shift(drawing_marks(picture, setting.enclosed(setting.within), _FILL), x, top)
        else:
            marks.append(picture_mark(picture, x, top, picture_tag(picture, tag)))
    if line.pieces:
        marks.append(TextMark(0.0, line.ascent, line, tag))
    return Slab(line.height, tuple(marks), ends_page=line.ends_page, notes=line.notes)


def _is_tied(index: int, count: int, fmt: ParagraphFormat) -> bool:
    if index == count - 1:
        return fmt.keep_next
    if fmt.keep_together:
        return True
    # Neither the first nor the last line of a paragraph stands alone on a page.
    return fmt.widow_control and (index == 0 or index == count - 2)


def _shade(fmt: ParagraphFormat, colour: str, width: float, height: float) -> FillMark:
    left, right = _sides(fmt, width)
    return FillMark(left, 0.0, right - left, height, colour)


def _sides(fmt: ParagraphFormat, width: float) -> tuple[float, float]:
    if fmt.rtl:
        return float(fmt.indent_end), width - fmt.indent_start
    return float(fmt.indent_start), width - fmt.indent_end


def _add_borders(found: list[Slab], fmt: ParagraphFormat, width: float) -> None:
    borders = fmt.borders
    left, right = _sides(fmt, width)
    if borders.top:
        _pad_top(found[0], borders.top, left, right)
    if borders.bottom:
        last = found[-1]
        y = last.height + borders.bottom.space + borders.bottom.width / 2
        last.marks = (*last.marks, _rule(borders.bottom, left, y, right, y))
        last.height += borders.bottom.space + borders.bottom.width
    for slab in found:
        for border, x, sign in ((borders.left, left, -1), (borders.right, right, 1)):
            if border:
                at = x + sign * border.space
                slab.marks = (*slab.marks, _rule(border, at, 0.0, at, slab.height))


def _pad_top(slab: Slab, border: Border, left: float, right: float) -> None:
    extra = border.space + border.width
    y = border.width / 2
    slab.marks = (*shift(slab.marks, 0.0, extra), _rule(border, left, y, right, y))
    slab.height += extra


def _rule(border: Border, x1: float, y1: float, x2: float, y2: float) -> RuleMark:
    return RuleMark(x1, y1, x2, y2, border.width, border.colour, border.ruling)


_FILL = Fill(paragraph_slabs, slabs)
_NO_NUMBERS = PageNumbers()
_NO_BORDERS = Borders()
