"""Keeps the frames of tables, their rows, borders and padding: letters of one form have the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from taahodname.paper.blocks import Block, Cell, Row, Table
from taahodname.word.markup import Element
from taahodname.word.names import qn
from taahodname.word.read_fields import Story

ReadBlocks = Callable[[Iterable[Element], Story], tuple[Block, ...]]
ReadTable = Callable[[Element, Story, ReadBlocks], Table]
Content = Callable[[tuple[Block, ...]], tuple[tuple[Block, ...], str | None]]

_PARAGRAPH, _PROPERTIES = qn("w:p"), qn("w:tcPr")
_MOST = 100  # tables of one style sheet: some ten letters' worth


class Frame(Struct, frozen=True):
    """A table with nothing in its cells.

    Attributes:
        table: it.
        places: of each of its cells, in order: which `w:tc` of the file it is, and the layers of the table
            style that hold for its words.
        spans: of each `w:tc`, where its paragraphs stand among those of the table; None where a cell holds
            anything else.
    """

    table: Table
    places: tuple[tuple[int, tuple[Element, ...]], ...]
    spans: tuple[slice, ...] | None


def framed(
    element: Element, story: Story, read_blocks: ReadBlocks, read: ReadTable, content: Content
) -> Table:
    """Return a table, its frame taken from another one that is made alike.

    Args:
        element: the w:tbl.
        story: what it is read with.
        read_blocks: reads the content of a cell.
        read: reads a table whole.
        content: parts the blocks of a cell from its name.
    """
    paragraphs = [] if story.written is None else story.written.paragraphs(element)
    key = story.written.frame(element, paragraphs) if story.written and paragraphs else None
    frames = story.styles.frames
    frame = frames.get(key)
    cells: Sequence[Iterable[Element]]
    if frame is not None and frame.spans is not None:
        cells = [paragraphs[span] for span in frame.spans]
    else:
        whole = [cell for row in _within(element, "w:tr") for cell in _within(row, "w:tc")]
        cells, key = whole, key or _key(element, whole)
        frame = frames.get(key)
        if frame is None:
            frame = _frame(element, story, read, whole, len(paragraphs))
            if len(frames) >= _MOST:
                frames.clear()
            frames[key] = frame
    waiting = iter(frame.places)
    filler = _Filler(story, read_blocks, content)
    rows: list[Row] = []
    for row in frame.table.rows:
        filled: list[Cell] = []
        for cell in row.cells:
            number, layers = next(waiting)
            filled.append(filler.filled(cell, cells[number], layers))
        rows.append(Row(tuple(filled), row.height, row.exact, row.cant_split, row.header))
    return replace(frame.table, rows=tuple(rows))


def _frame(
    element: Element, story: Story, read: ReadTable, cells: Sequence[Element], paragraphs: int
) -> Frame:
    numbers: Mapping[Element, int] = {cell: number for number, cell in enumerate(cells)}
    places: list[tuple[int, tuple[Element, ...]]] = []

    def note(cell: Iterable[Element], inside: Story) -> tuple[Block, ...]:
        if isinstance(cell, etree._Element):
            places.append((numbers[cell], inside.table))
        return ()

    return Frame(read(element, replace(story), note), tuple(places), _spans(cells, paragraphs))


def _spans(cells: Sequence[Element], paragraphs: int) -> tuple[slice, ...] | None:
    """Return where the paragraphs of each cell stand among those of the table; see `Frame`."""
    spans: list[slice] = []
    place = 0
    for cell in cells:
        held = [child.tag for child in cell if child.tag != _PROPERTIES]
        if any(tag != _PARAGRAPH for tag in held):
            return None
        spans.append(slice(place, place := place + len(held)))
    return tuple(spans) if place == paragraphs else None


class _Filler:
    """Fills the cells of one table; those under the same layers of its style are read with one story."""

    def __init__(self, story: Story, read_blocks: ReadBlocks, content: Content) -> None:
        self._story = story
        self._read = read_blocks
        self._content = content
        self._inside: dict[tuple[Element, ...], Story] = {}

    def filled(self, cell: Cell, held: Iterable[Element], layers: tuple[Element, ...]) -> Cell:
        inside = self._inside.get(layers)
        if inside is None:
            inside = self._inside[layers] = replace(self._story, table=layers)
        blocks, name = self._content(self._read(held, inside))
        self._story.watermark = self._story.watermark or inside.watermark
        return Cell(
            blocks,
            cell.column,
            cell.column_span,
            cell.row_span,
            cell.borders,
            cell.shade,
            cell.padding,
            cell.valign,
            name,
        )


def _key(element: Element, cells: Sequence[Element]) -> Hashable:
    """Return all that shapes a table: its properties and grid, those of its rows, and those of its cells."""
    rows = list(_within(element, "w:tr"))
    return (
        tuple(child.tag for child in element),
        tuple(map(_written, _children(element, "w:tblPr", "w:tblGrid"))),
        tuple(tuple(map(_written, _children(row, "w:trPr", "w:tblPrEx"))) for row in rows),
        tuple(sum(1 for _ in _within(row, "w:tc")) for row in rows),
        tuple(tuple(map(_written, _children(cell, "w:tcPr"))) for cell in cells),
    )


def _children(parent: Element, *tags: str) -> list[Element]:
    names = tuple(map(qn, tags))
    return [child for child in parent if child.tag in names]


def _written(element: Element) -> bytes:
    return etree.tostring(element, with_tail=False)


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, those in content controls too, as the reader does."""
    wanted, control, content, custom = qn(tag), qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag == control:
            held = child.find(content)
            if held is not None:
                yield from _within(held, tag)
        elif child.tag == custom:
            yield from _within(child, tag)
