from __future__ import annotations

from lxml import etree

from taahodname.word.identities import renumber
from taahodname.word.names import qn

from .making import part


def names(inside: str) -> list[str | None]:
    root = etree.fromstring(part("w:body", inside).encode())
    renumber([root])
    return [found.get(qn("w:name")) for found in root.iter(qn("w:bookmarkStart"))]


def mark(name: str, number: int) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def test_a_name_that_is_taken_gets_the_next_free_number() -> None:
    assert names(mark("a", 1) + mark("a_2", 2) + mark("a", 3) + mark("A", 4)) == ["a", "a_2", "a_3", "A_4"]


def test_pairs_inside_one_another_keep_to_their_own() -> None:
    inside = (
        '<w:bookmarkStart w:id="5" w:name="a"/><w:bookmarkStart w:id="9" w:name="b"/>'
        '<w:bookmarkEnd w:id="5"/><w:bookmarkEnd w:id="9"/>'
    )
    root = etree.fromstring(part("w:body", inside).encode())
    renumber([root])
    assert [found.get(qn("w:id")) for found in root] == ["0", "1", "0", "1"]


def test_parts_are_numbered_through() -> None:
    inside = '<wp:docPr id="1"/><w:sdt><w:sdtPr><w:id w:val="4"/></w:sdtPr></w:sdt>' + mark("a", 0)
    roots = [etree.fromstring(part("w:body", inside).encode()) for _ in range(2)]
    renumber(roots)
    assert [found.get("id") for root in roots for found in root.iter(qn("wp:docPr"))] == ["1", "2"]
    assert [found.get(qn("w:val")) for root in roots for found in root.iter(qn("w:id"))] == ["1", "2"]
    assert [found.get(qn("w:id")) for root in roots for found in root.iter(qn("w:bookmarkStart"))] == [
        "0",
        "1",
    ]


def test_old_shapes_that_share_a_name_get_names_of_their_own_and_others_keep_theirs() -> None:
    inside = (
        '<v:shapetype id="_x0000_t202"/><v:shape id="a" type="#_x0000_t202" '
        'o:spid="_x0000_s1026"/><v:rect id="b"/>'
    )
    roots = [etree.fromstring(part("w:body", inside).encode()) for _ in range(2)]
    renumber(roots)
    shapes = [one for root in roots for one in root.iter(qn("v:shape"), qn("v:rect"))]
    assert [one.get("id") for one in shapes] == ["a", "b", "a_2", "b_2"]
    assert [one.get(qn("o:spid")) for one in shapes if one.tag == qn("v:shape")] == [
        "_x0000_s1026",
        "_x0000_s1026_2",
    ]
    assert {one.get("type") for one in shapes if one.tag == qn("v:shape")} == {"#_x0000_t202"}
