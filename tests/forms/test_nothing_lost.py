"""Whatever a form looks like, its own words stay, and what comes out opens again."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taahodname.forms.adopt import adopt
from tests.forms.blanks_of import control, docx, legacy, paragraph, run, table, texts

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_WORD = re.compile("[\u0620-\u063f\u0641-\u065f\u066e-\u06ff0-9A-Za-z]+")
_PIECES = [
    "نام شرکت", "شناسه ملي", "کد ملی", "نام پدر:", "مدیرعامل", "نماینده", "اینجانب", "به شماره ثبت", "امضا",
    "تاریخ:", "سفته", "شاهد ۱", "جامعه هدف", "۳- شرکت", "........", "…………", "_____", "(       )",
    "..../..../....", "   /   /   ", "متن دیگر،", "☐", "[ ]", "خط", ":", "\u200f", "ـــــ", "[کد پستی]",
]  # fmt: skip
_TEXT = st.lists(st.sampled_from(_PIECES), max_size=6).map(" ".join)
_RUN = st.one_of(
    _TEXT,
    _TEXT.map(lambda text: run(text or " ", '<w:u w:val="single"/>')),
    st.just("<w:r><w:tab/></w:r>"),
    st.just(run("     ", '<w:u w:val="single"/>')),
    st.just(control("")),
    st.just(legacy()),
)
_PARAGRAPH = st.lists(_RUN, max_size=4).map(lambda runs: paragraph(*runs))
_TABLE = st.lists(st.tuples(_TEXT, _TEXT, _TEXT), min_size=1, max_size=3).map(lambda rows: table(*rows))


def words(data: bytes) -> list[str]:
    return [word for text in texts(data) for word in _WORD.findall(_TAG.sub(" ", text))]


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(_PARAGRAPH, _TABLE), max_size=5), st.sampled_from(["3000", "1000", "021"]))
def test_no_word_of_the_form_is_lost_or_made_up(blocks, line):
    data = docx(*blocks)
    done = adopt(data, line, "blank.docx")
    before, after = words(data), words(done.docx)
    for label in ("کد", "پستی"):  # «[کد پستی]» is a blank, and goes
        before, after = [one for one in before if one != label], [one for one in after if one != label]
    assert after == before
    assert texts(done.marked)
    assert [one.number for one in sorted((*done.matches, *done.left), key=lambda one: one.number)] == list(
        range(1, len(done.matches) + len(done.left) + 1)
    )
