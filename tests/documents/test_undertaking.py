from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from taahodname.documents import undertaking
from taahodname.documents.undertaking import Undertaking, compose
from taahodname.dossier.reading import docx_text, pdf_pages
from taahodname.letterhead import Letterhead
from taahodname.paper.walk import paragraphs
from taahodname.persian.isolation import strip_controls
from taahodname.rules import LINES, admit
from taahodname.typeset.fonts import shipped_book
from taahodname.units import Mm
from taahodname.word.lint import lint
from taahodname.word.read import read
from tests.builders import profile_with


def made(line: str = "3000", changes: dict[str, Any] | None = None, **options: Any) -> Undertaking:
    checked = admit(profile_with(changes or {}, line), line, **options)
    return compose(checked, Letterhead.preprinted(Mm(50), Mm(30)), shipped_book())


@pytest.fixture(scope="module")
def papers() -> dict[str, Undertaking]:
    return {line: made(line) for line in LINES}


def words(undertaking: Undertaking) -> str:
    return strip_controls(docx_text(undertaking.docx).body)


@pytest.mark.parametrize("line", LINES)
def test_an_ordinary_undertaking_takes_two_pages(papers: dict[str, Undertaking], line: str) -> None:
    assert max(place.page for place in papers[line].places.values()) == 2
    assert len(pdf_pages(papers[line].pdf)) == 2


@pytest.mark.parametrize("line", LINES)
def test_clause_three_is_the_promise_names_the_company_and_stands_on_page_one(
    papers: dict[str, Undertaking], line: str
) -> None:
    clause = papers[line].texts["clause_3"]
    assert "شرکت پیشگامان دادهٔ آریا" in clause
    assert "متعهد می‌شود" in clause
    assert papers[line].places["clause_3"].page == 1


@pytest.mark.parametrize("line", LINES)
def test_the_signatures_stand_with_the_closing_clause(papers: dict[str, Undertaking], line: str) -> None:
    place = papers[line].places["sign_ceo"]
    assert place.page == 2
    assert place.height > 70  # room for a stamp: 25 mm


def test_the_box_of_the_1000_form_is_empty_and_the_others_name_the_representative(
    papers: dict[str, Undertaking],
) -> None:
    assert papers["1000"].texts["empty_representative"] == ""
    assert "sign_representative" not in papers["1000"].places
    for line in ("3000", "021"):
        assert "نرگس میرزایی‌فر" in papers[line].texts["sign_representative"]


def test_only_the_021_form_prints_the_penalty(papers: dict[str, Undertaking]) -> None:
    assert "۱۰ (ده) ریال" in words(papers["021"])
    assert "۵۰٬۰۰۰٬۰۰۰ (پنجاه میلیون) ریال" in words(papers["021"])
    assert "برای همیشه" in words(papers["021"])
    assert "جریمه" not in words(papers["3000"]) + words(papers["1000"])


@pytest.mark.parametrize("line", LINES)
def test_the_word_file_is_right_to_left_to_the_bone(papers: dict[str, Undertaking], line: str) -> None:
    assert lint(papers[line].docx) == ()


@pytest.mark.parametrize("line", LINES)
def test_both_persons_are_printed_in_full_even_when_they_are_one(line: str) -> None:
    profile = profile_with({}, line)
    one = profile.model_copy(
        update={"representative": type(profile.representative)(**profile.ceo.model_dump())}
    )
    text = words(compose(admit(one, line), Letterhead.preprinted(Mm(50), Mm(30)), shipped_book()))
    assert text.count("۰۰۸۴۵۷۵۹۴۸") == 2
    assert text.count("فضل‌الله") == 2


def test_the_same_profile_and_date_give_the_same_bytes() -> None:
    first, second = made(date="1405/09/02"), made(date="1405/09/02")
    assert (first.docx, first.pdf) == (second.docx, second.pdf)


def test_another_date_gives_other_bytes() -> None:
    assert made(date="1405/09/02").docx != made(date="1405/09/03").docx


HOSTILE = ["رایان & پسران <کیش>", "رایان {{ company.email }}", "رایان {% if x %}", "رایان \"مهر\" 'کیش'"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_looks_like_code_is_only_text(name: str) -> None:
    undertaking = made(changes={"company.name": name})
    assert f"شرکت {name}" in words(undertaking)


def test_a_draft_bears_a_watermark_and_its_gaps_are_painted() -> None:
    draft = made(changes={"company.postal_code": None}, draft=True)
    assert read(draft.docx).watermark == "پیش‌نویس"
    assert "[کد پستی شرکت]" in words(draft)
    painted = [i for p in _paragraphs(draft) for i in p.inlines if getattr(i, "text", "").startswith("[")]
    assert painted
    assert all(inline.style.shade for inline in painted)


def _paragraphs(undertaking: Undertaking) -> list[Any]:
    return list(paragraphs(read(undertaking.docx).blocks))


def test_a_font_that_nobody_has_is_told() -> None:
    checked = admit(profile_with({}), "3000")
    undertaking = compose(checked, Letterhead.preprinted(Mm(50), Mm(30)), shipped_book(), font="B Nazanin")
    assert [(s.asked, s.used) for s in undertaking.substitutions] == [("B Nazanin", "Vazirmatn")]
    assert {i.style.family for p in _paragraphs(undertaking) for i in p.inlines} == {"B Nazanin"}


LONG = "شرح کاربرد این شماره برای مشتریان دارای قرارداد پشتیبانی معتبر است. "
STRESS: dict[str, Callable[[], dict[str, Any]]] = {
    "a long subject": lambda: {"lines.0.subject": (LONG * 30).strip()[:1990]},
    "many samples": lambda: {"lines.0.sample_messages": [(LONG * 4).strip()] * 12},
    "a long name": lambda: {
        "company.name": "گسترش فناوری‌های نوین ارتباطی و اطلاع‌رسانی پیشگامان دادهٔ آریای کیش و قشم"
    },
    "five signatories": lambda: {
        "signatories": [{"name": f"پریسا کیانی {n}", "title": "عضو هیئت‌مدیره"} for n in "ابپتث"]
    },
}  # fmt: skip


@pytest.mark.parametrize("case", STRESS.values(), ids=STRESS)
def test_however_long_the_values_no_signature_stands_alone(case: Callable[[], dict[str, Any]]) -> None:
    undertaking = made(changes=case())
    places = undertaking.places
    closing = next(p for p in _paragraphs(undertaking) if re.match("[۰-۹]+\\.\tدرستی", p.text))
    assert closing.format.keep_next
    signs = {place.page for name, place in places.items() if name.startswith("sign_")}
    assert len(signs) == 1
    assert "درستی" in pdf_pages(undertaking.pdf)[signs.pop() - 1]


def test_a_single_letter_has_the_bytes_of_one_among_many(monkeypatch: pytest.MonkeyPatch) -> None:
    single, among_many = [], []
    for again, found in ((False, single), (True, among_many)):
        monkeypatch.setattr(undertaking, "is_asked_again", lambda *_, again=again: again)
        found += [made(line).docx for line in LINES]
    assert single == among_many
