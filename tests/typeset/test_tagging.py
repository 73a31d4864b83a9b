from __future__ import annotations

from collections import Counter
from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image

from taahodname.paper.blocks import Cell, Document, FloatingPicture, Note, PageNumber, Picture, Row, Table
from taahodname.units import Pt

from .blocks import PLAIN, RULED, document, paragraph, table
from .finished import Finished, made

TEXT = "شرکت متعهد می‌شود از این خط تنها برای ارسال پیامک خدماتی استفاده کند. "
TITLE = "تعهدنامهٔ تعریف شمارهٔ خدماتی"


def png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (4, 4), "red").save(out, "PNG")
    return out.getvalue()


def read(*blocks: object, **rest: object) -> Finished:
    return Finished(made(document(*blocks, **rest)))


def titled(rows: int, **rest: bool) -> Table:
    """Return a table of three columns under a first row that names it."""
    head = Row((Cell((paragraph("مشخصات شرکت"),), 0, column_span=3, borders=RULED),), **rest)
    body = table([[f"الف{index}", "ب", ""] for index in range(rows)], [60, 60, 60])
    return Table((head, *body.rows), body.columns)


@pytest.fixture(scope="module")
def letter() -> Finished:
    """A letter with all there is to tag, on several pages."""
    head = paragraph("سربرگ شرکت", Picture(png(), Pt(20), Pt(20), "نشان شرکت"))
    foot = paragraph("صفحهٔ ", PageNumber("page", PLAIN))
    return read(
        paragraph(TITLE, heading=1),
        paragraph(TEXT * 20, shade="EEEEEE"),
        paragraph(""),
        paragraph("جدول", heading=2),
        titled(4),
        paragraph("امضا", Picture(png(), Pt(20), Pt(20), "مهر شرکت"), Picture(png(), Pt(9), Pt(9))),
        headers={"default": (head,)},
        footers={"default": (foot,)},
        watermark="پیش‌نویس",
        title="نامه",
    )


def test_everything_painted_is_marked(letter: Finished) -> None:
    assert len(letter.pages) > 1
    assert [one.painted for page in letter.pages for one in page if not one.tag] == []


def test_the_parent_tree_knows_every_piece_of_content_and_no_other(letter: Finished) -> None:
    drawn = [[one.mcid for one in page if one.mcid is not None] for page in letter.pages]
    assert drawn == [list(range(len(row))) for row in letter.parents]


def test_the_structure_holds_each_piece_of_content_once_under_its_parent(letter: Finished) -> None:
    held = [(place, node.entries) for node in letter.tree.walk() for place in node.content]
    assert Counter(place for place, _ in held).most_common(1)[0][1] == 1
    assert len(held) == sum(len(row) for row in letter.parents)
    assert all(letter.parents[page][mcid] == entries for (page, mcid), entries in held)


def test_every_element_names_its_parent(letter: Finished) -> None:
    for node in letter.tree.walk():
        assert all(child.entries["/P"].get_object() == node.entries for child in node.children)


def test_content_is_tagged_as_its_element_is(letter: Finished) -> None:
    for page, row in zip(letter.pages, letter.parents, strict=True):
        tags = [one.tag for one in page if one.mcid is not None]
        assert tags == [element["/S"] for element in row]


def test_roles_stand_in_reading_order(letter: Finished) -> None:
    cell = ["TD", "P"]
    row = ["TR", cell, cell, "TD"]
    assert letter.tree.roles() == [
        "Document",
        "H1",
        "P",
        "H2",
        ["Table", ["TR", ["TH", "P"]], row, row, row, row],
        ["P", "Figure"],
    ]


def test_content_stands_on_the_pages_in_the_order_of_the_structure(letter: Finished) -> None:
    places = [place for node in letter.tree.walk() for place in node.content if node.role != "Figure"]
    assert places == sorted(places)


def test_a_paragraph_on_several_pages_is_one_element(letter: Finished) -> None:
    long = next(node for node in letter.tree.walk() if node.role == "P")
    pages = [page for page, _ in long.content]
    assert sorted(set(pages)) == list(range(max(pages) + 1))
    assert max(pages) > 0


def test_a_heading_says_its_words(letter: Finished) -> None:
    heading = next(node for node in letter.tree.walk() if node.role == "H1")
    assert Counter(letter.text(heading)) == Counter(TITLE)


def test_heads_feet_and_the_watermark_are_artifacts(letter: Finished) -> None:
    pages = len(letter.pages)
    assert [len(letter.artifacts(kind)) for kind in ("Header", "Footer", "Watermark")] == [pages] * 3
    assert Counter(letter.artifacts("Header")[0].text) == Counter("سربرگ شرکت")
    assert "۲" in letter.artifacts("Footer")[1].text


def test_rules_and_fills_are_artifacts_without_words(letter: Finished) -> None:
    layout = letter.artifacts("Layout")
    assert {operator for one in layout for operator in one.painted} == {b"f", b"S", b"Do"}
    assert "".join(one.text for one in layout) == ""


def test_a_described_picture_is_a_figure_with_its_words_and_place(letter: Finished) -> None:
    (figure,) = (node for node in letter.tree.walk() if node.role == "Figure")
    assert figure.entries["/Alt"] == "مهر شرکت"
    left, bottom, right, top = (float(edge) for edge in figure.entries["/A"]["/BBox"])
    assert (right - left, top - bottom) == pytest.approx((20, 20))


@pytest.mark.parametrize(("alt", "roles"), [("نشان", ["P", "Figure"]), ("", "P")])
def test_a_floating_picture_counts_where_it_hangs(alt: str, roles: object) -> None:
    floating = FloatingPicture(Picture(png(), Pt(9), Pt(9), alt), "page", "page")
    assert read(paragraph("متن", floating)).tree.roles() == ["Document", roles]


def test_cells_say_what_they_span_and_head() -> None:
    rows = (
        Row((Cell((paragraph("سر"),), 0), Cell((paragraph("سر"),), 1)), header=True),
        Row((Cell((paragraph("الف"),), 0, row_span=2), Cell((paragraph("ب"),), 1))),
        Row((Cell((paragraph("پ"),), 1),)),
    )
    tree = read(Table(rows, (Pt(80), Pt(80)))).tree
    cells = [node for node in tree.walk() if node.role in ("TH", "TD")]
    assert [cell.role for cell in cells] == ["TH", "TH", "TD", "TD", "TD"]
    said = [dict(cell.entries["/A"]) if "/A" in cell.entries else {} for cell in cells]
    assert said[0] == {"/O": "/Table", "/Scope": "/Column"}
    assert said[2:] == [{"/O": "/Table", "/RowSpan": 2}, {}, {}]


def test_the_title_row_of_a_table_heads_all_its_columns() -> None:
    head = next(node for node in read(titled(1)).tree.walk() if node.role == "TH")
    assert dict(head.entries["/A"]) == {"/O": "/Table", "/Scope": "/Column", "/ColSpan": 3}


def test_a_table_head_drawn_again_is_an_artifact() -> None:
    long = titled(30, header=True)
    finished = read(long)
    assert len(finished.pages) > 1
    heads = [node for node in finished.tree.walk() if node.role == "TH"]
    assert [page for node in heads for child in node.children for page, _ in child.content] == [0]
    again = "".join(one.text for one in finished.pages[1] if one.tag == "/Artifact")
    assert Counter(again) == Counter("مشخصات شرکت")


def test_a_row_cut_by_a_page_stays_one_row() -> None:
    finished = read(table([[TEXT * 30, "ب"]], [150, 50]))
    assert len(finished.pages) > 1
    assert finished.tree.roles() == ["Document", ["Table", ["TR", ["TD", "P"], ["TD", "P"]]]]


def bookmarks(finished: Finished) -> list[object]:
    def names(entries: list[object]) -> list[object]:
        return [names(one) if isinstance(one, list) else one.title for one in entries]

    return names(finished.reader.outline)


def test_headings_and_titled_tables_are_bookmarks(letter: Finished) -> None:
    assert bookmarks(letter) == [TITLE, ["جدول", ["مشخصات شرکت"]]]


def test_bookmarks_lead_to_the_page(letter: Finished) -> None:
    title = letter.reader.outline[0]
    assert letter.reader.get_destination_page_number(title) == 0
    table_title = letter.reader.outline[1][1][0]
    assert letter.reader.get_destination_page_number(table_title) > 0


def test_bookmarks_never_leave_out_a_level() -> None:
    finished = read(paragraph("ج", heading=3), paragraph("ب", heading=2), paragraph("الف", heading=1))
    assert bookmarks(finished) == ["ج", ["ب"], "الف"]
    assert bookmarks(read(titled(1), paragraph("الف", heading=1))) == ["مشخصات شرکت", "الف"]


def test_a_document_without_headings_has_no_bookmarks() -> None:
    finished = read(paragraph("متن"))
    assert "/Outlines" not in finished.catalog
    assert finished.tree.roles() == ["Document", "P"]


def test_an_empty_document_is_a_page_with_an_empty_structure() -> None:
    finished = Finished(made(Document((), document().page)))
    assert (finished.tree.roles(), len(finished.pages), finished.parents) == ("Document", 1, [[]])


def test_a_short_row_has_as_many_cells_as_the_others_in_the_structure() -> None:
    rows = table([["یک", "دو", "سه"], ["یک", "دو", "سه"]], [50, 50, 50]).rows
    tall = replace(rows[0].cells[0], row_span=2)
    first = replace(rows[0], cells=(tall, *rows[0].cells[1:]))
    short = replace(rows[1], cells=rows[1].cells[1:2])
    found = Finished(made(document(Table((first, short), (Pt(50),) * 3))))
    (grid,) = found.tree.children
    assert [len(row.children) for row in grid.children] == [3, 2]
    assert found.text(grid.children[1].children[1]) == ""


def test_a_note_has_an_identifier_that_the_tree_knows() -> None:
    note = Note("۱", PLAIN, (paragraph("یادداشت"),))
    plain = paragraph("متن")
    found = Finished(made(document(replace(plain, inlines=(*plain.inlines, note)))))
    (element,) = (node for node in found.tree.walk() if node.role == "Note")
    names = found.catalog["/StructTreeRoot"]["/IDTree"]["/Names"]
    assert names[0] == element.entries["/ID"]
    assert names[1].get_object() == element.entries
