"""The third clause and the boxes to sign in get the bookmarks by which the finished papers are checked."""

from __future__ import annotations

from taahodname.forms.places import name_places
from taahodname.word.names import qn
from tests.forms.blanks_of import table
from tests.word.making import docx, opened

CLAUSE = "شرکت {{ company.name }} متعهد می‌شود پیامک تبلیغاتی نفرستد"


def places(*blocks: str, line: str = "3000"):
    package = opened(docx(*blocks))
    root = package.xml(package.main)
    found = {place.name: place.near for place in name_places(package, root, line)}
    marked = {
        mark.get(qn("w:name")): "".join(text.text or "" for text in mark.getparent().iter(qn("w:t")))
        for mark in root.iter(qn("w:bookmarkStart"))
    }
    assert set(found) <= set(marked)
    return found, marked


def test_the_third_clause_gets_its_bookmark_where_it_names_the_company():
    texts = ("۱- یکم و دیگر هیچ نیست", "۲- دوم و دیگر هیچ نیست", "۳- به این شرح:", CLAUSE)
    assert places(*texts)[1]["clause_3"] == CLAUSE


def test_a_three_that_nothing_leads_to_is_no_clause():
    assert "clause_3" not in places(f"۳- {CLAUSE}")[0]


def test_the_boxes_to_sign_in_are_the_empty_cells_below_their_words():
    boxes = table(["مهر و امضای مدیرعامل", "امضا و مهر نماینده"], ["", ""])
    found, marked = places(boxes)
    assert set(found) == {"sign_ceo", "sign_representative"}
    assert set(marked.values()) == {""}


def test_the_representatives_box_of_1000_is_the_one_that_stays_empty():
    boxes = table(["مهر شرکت و امضای مدیرعامل", "امضا و مهر نماینده"], ["", ""])
    assert set(places(boxes, line="1000")[0]) == {"sign_ceo", "empty_representative"}


def test_a_box_that_holds_its_own_words_is_no_empty_one():
    boxes = table(["مهر شرکت و امضای مدیرعامل", "امضا و مهر نماینده"])
    assert set(places(boxes, line="1000")[0]) == {"sign_ceo"}
    assert set(places(boxes, line="3000")[0]) == {"sign_ceo", "sign_representative"}


def test_a_line_to_sign_below_the_text_is_a_place():
    assert places("نام و امضای مدیرعامل")[1] == {"sign_ceo": "نام و امضای مدیرعامل"}


def test_a_clause_that_speaks_of_signing_is_no_place_to_sign():
    assert places("۷- این برگ با مهر و امضای شرکت معتبر است", "مهر و امضای شرکت لازم است")[0] == {}


def test_a_line_for_two_signatures_is_no_place_of_one():
    assert places("امضای مدیرعامل          امضای نماینده")[0] == {}


def test_a_bookmark_that_is_there_is_kept_and_new_ones_get_numbers_of_their_own():
    marked = (
        '<w:bookmarkStart w:id="8" w:name="clause_3"/><w:r><w:t>این بند</w:t></w:r><w:bookmarkEnd w:id="8"/>'
    )
    package = opened(docx(f"<w:p>{marked}</w:p>", f"۳- {CLAUSE}", "امضای مدیرعامل"))
    root = package.xml(package.main)
    name_places(package, root, "3000")
    marks = [(mark.get(qn("w:name")), mark.get(qn("w:id"))) for mark in root.iter(qn("w:bookmarkStart"))]
    assert marks == [("clause_3", "8"), ("sign_ceo", "9")]
