"""Small builders of WordprocessingML: runs, paragraphs, fields and tables, right-to-left from birth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W, "r": R}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

TWIPS_PER_MM = 1440 / 25.4

Element = etree._Element


def twips(millimetres: float) -> int:
    """Return millimetres as whole twentieths of a point, Word's unit for lengths."""
    return round(millimetres * TWIPS_PER_MM)


def w(tag: str, attributes: Mapping[str, object] | None = None, *children: Element) -> Element:
    """Return one element of the main namespace.

    Args:
        tag: its name without the prefix.
        attributes: names without the prefix; values are turned into text.
        children: what it holds, in the order the schema asks for.
    """
    element = etree.Element(f"{{{W}}}{tag}", nsmap=NAMESPACES)
    for name, value in (attributes or {}).items():
        element.set(f"{{{W}}}{name}", str(value))
    element.extend(children)
    return element


def flag(tag: str) -> Element:
    """Return a property that is on by standing there."""
    return w(tag)


def value(tag: str, content: object) -> Element:
    """Return a property that is one value."""
    return w(tag, {"val": content})


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look; a tab in it becomes a tab of the letter.

    Attributes:
        text: the words, tags included: a tag never crosses two runs.
        bold: drawn bold, in both scripts.
    """

    text: str
    bold: bool = False

    def element(self) -> Element:
        """Return the run as XML."""
        bold = [flag("b"), flag("bCs")] if self.bold else []
        return w("r", None, w("rPr", None, *bold, flag("rtl")), *_pieces(self.text))


def _pieces(text: str) -> Iterable[Element]:
    for index, piece in enumerate(text.split("\t")):
        if index:
            yield flag("tab")
        if piece:
            yield text_element(piece)


def text_element(text: str, tag: str = "t") -> Element:
    """Return a text element that keeps its spaces."""
    element = w(tag)
    element.set(XML_SPACE, "preserve")
    element.text = text
    return element


@dataclass(slots=True)
class Bookmarks:
    """Gives every bookmark of one document a number of its own."""

    last: int = 0

    def pair(self, name: str) -> tuple[Element, Element]:
        """Return the start and the end of a bookmark."""
        self.last += 1
        return w("bookmarkStart", {"id": self.last, "name": name}), w("bookmarkEnd", {"id": self.last})


def paragraph(
    style: str,
    *runs: Run | str,
    keep_next: bool = False,
    mark: tuple[Element, Element] | None = None,
) -> Element:
    """Return a paragraph of a named style.

    Args:
        style: the style's identifier; direction, font and alignment come from it.
        runs: its text; a bare string is a plain run.
        keep_next: it stays on the page of what follows.
        mark: a bookmark that goes round the text.
    """
    keep = [flag("keepNext")] if keep_next else []
    properties = w("pPr", None, value("pStyle", style), *keep)
    content = [(Run(run) if isinstance(run, str) else run).element() for run in runs]
    if mark is None:
        return w("p", None, properties, *content)
    start, end = mark
    return w("p", None, properties, start, *content, end)


def field(instruction: str, cached: str) -> list[Element]:
    """Return the five runs of a complex field.

    Args:
        instruction: «PAGE» or «NUMPAGES».
        cached: the text shown until Word counts for itself.
    """
    inside = (
        w("fldChar", {"fldCharType": "begin"}),
        text_element(f" {instruction} ", "instrText"),
        w("fldChar", {"fldCharType": "separate"}),
        text_element(cached),
        w("fldChar", {"fldCharType": "end"}),
    )
    return [w("r", None, w("rPr", None, flag("rtl")), piece) for piece in inside]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs, how many columns it covers, and its shade.

    Attributes:
        paragraphs: at least one, as Word demands.
        span: how many columns of the grid it covers.
        shade: RRGGBB, or None for white.
        centred: its text stands in the middle of the height.
    """

    paragraphs: Sequence[Element]
    span: int = 1
    shade: str | None = None
    centred: bool = True

    def element(self, width: int, *, styled: bool = False) -> Element:
        """Return the cell as XML.

        Args:
            width: in twips.
            styled: the style of its table has the words of all cells in the middle.
        """
        properties = w("tcPr", None, w("tcW", {"w": width, "type": "dxa"}))
        if self.span > 1:
            properties.append(value("gridSpan", self.span))
        if self.shade:
            properties.append(w("shd", {"val": "clear", "color": "auto", "fill": self.shade}))
        if self.centred != styled:
            properties.append(value("vAlign", "center" if self.centred else "top"))
        return w("tc", None, properties, *self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is never cut by a page's end; `height` in twips is the least it takes."""

    cells: Sequence[Cell]
    height: int = 0

    def element(self, columns: Sequence[int], *, styled: bool = False) -> Element:
        """Return the row as XML.

        Args:
            columns: the widths of the grid in twips.
            styled: see `Cell.element`.

        Raises:
            ValueError: when the cells do not cover the grid exactly.
        """
        if sum(cell.span for cell in self.cells) != len(columns):
            raise ValueError("the cells of a row must cover the grid of its table")
        properties = w("trPr", None, flag("cantSplit"))
        if self.height:
            properties.append(w("trHeight", {"val": self.height, "hRule": "atLeast"}))
        element, first = w("tr", None, properties), 0
        for cell in self.cells:
            element.append(cell.element(sum(columns[first : first + cell.span]), styled=styled))
            first += cell.span
        return element


@dataclass(frozen=True, slots=True)
class Ruling:
    """The lines of a table: `size` in eighths of a point, none when 0, and their colour."""

    size: int = 4
    colour: str = "404040"

    def element(self) -> Element:
        """Return the lines of all six sides as XML."""
        look: dict[str, object] = {"val": "none", "sz": 0, "space": 0, "color": "auto"}
        if self.size:
            look = {"val": "single", "sz": self.size, "space": 0, "color": self.colour}
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        return w("tblBorders", None, *(w(side, look) for side in sides))


def table_look(ruling: Ruling) -> dict[str, Element]:
    """Return what a table looks like, by the names of the properties: its indent, its lines, its room."""
    margins = (("top", 10), ("left", 85), ("bottom", 10), ("right", 85))
    return {
        "tblInd": w("tblInd", {"w": 0, "type": "dxa"}),
        "tblBorders": ruling.element(),
        "tblCellMar": w("tblCellMar", None, *(w(side, {"w": room, "type": "dxa"}) for side, room in margins)),
    }


def table(
    columns: Sequence[int],
    rows: Sequence[Row],
    *,
    ruling: Ruling | None = None,
    style: str = "",
    title: str = "",
) -> Element:
    """Return a table whose first column stands at the right, of fixed widths.

    Args:
        columns: the widths in twips, in reading order.
        rows: its rows.
        ruling: its lines; thin dark grey ones by default.
        style: the identifier of the style that has all of `table_look` and puts words in the middle of cells;
            the table says it itself where there is none.
        title: what the table holds, for those who hear the page.
    """
    look = {} if style else table_look(ruling or Ruling())
    ordered = [
        value("tblStyle", style) if style else None,
        flag("bidiVisual"),
        w("tblW", {"w": sum(columns), "type": "dxa"}),
        look.get("tblInd"),
        look.get("tblBorders"),
        w("tblLayout", {"type": "fixed"}),
        look.get("tblCellMar"),
        w("tblLook", {"val": "0000"}),
        value("tblCaption", title) if title else None,
    ]
    properties = w("tblPr", None, *(one for one in ordered if one is not None))
    grid = w("tblGrid", None, *(w("gridCol", {"w": width}) for width in columns))
    return w("tbl", None, properties, grid, *(row.element(columns, styled=bool(style)) for row in rows))
