"""Makes the tables of a letter fit a page of another width."""

from __future__ import annotations

from taahodname.word.markup import Element
from taahodname.word.names import qn

_NEARLY = 0.95


def text_width(section: Element) -> int | None:
    """Return the width between the margins in twips, or None where the section does not say.

    Args:
        section: a `w:sectPr`.
    """
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return None
    width = _whole(size.get(qn("w:w")))
    sides = [_whole(margins.get(qn(f"w:{side}"), "0")) for side in ("left", "right", "gutter")]
    if width is None or None in sides:
        return None
    return width - sum(side for side in sides if side is not None)


def fit_tables(body: Element, old: int, new: int) -> None:
    """Scale the tables that filled the old width, or would not fit the new one.

    Args:
        body: the `w:body`, changed in place.
        old: the width of the text the letter was made for, in twips.
        new: the width there is.
    """
    if old <= 0 or new <= 0 or old == new:
        return
    for table in body.iter(qn("w:tbl")):
        if next(table.iterancestors(qn("w:tbl")), None) is not None:
            continue
        width = _table_width(table)
        if width >= old * _NEARLY:
            _scale(table, new / old)
        elif width > new:
            _scale(table, new / width)


def _table_width(table: Element) -> int:
    grid = table.find(qn("w:tblGrid"))
    return 0 if grid is None else sum(_whole(column.get(qn("w:w"))) or 0 for column in grid)


def _scale(table: Element, factor: float) -> None:
    """Scale a table and those inside it; a width in percent follows by itself."""
    for element in table.iter(qn("w:gridCol"), qn("w:tblW"), qn("w:tcW")):
        width = _whole(element.get(qn("w:w")))
        if width is not None and element.get(qn("w:type"), "dxa") == "dxa":
            element.set(qn("w:w"), str(round(width * factor)))


def _whole(text: str | None) -> int | None:
    try:
        return None if text is None else round(float(text))
    except ValueError:
        return None
